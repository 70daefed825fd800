"""Projects of other programs that are databases or folders: QualCoder, Taguette, RQDA."""
