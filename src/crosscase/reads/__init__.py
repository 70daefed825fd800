"""Typed questions to the tables with typed answers; one module per subject. Nothing here writes."""
