"""What can be counted: pure functions from a snapshot and options to a typed result."""
