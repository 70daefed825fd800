"""What was done to a study, in words.

lines      the log: who did what, when and why, filtered
things     the thing that a log is asked about, and the entries that concern it
changes    what one entry changed, before and after
telling    every act in a sentence; its phrases lie in people, texts, coding and meaning
deed       an entry as sentences are made of it
difference what changed between two points: the difference between two states of a study
names      what things were called when something was done
"""

from __future__ import annotations

from crosscase.reads.history.changes import ChangeLine
from crosscase.reads.history.lines import LogEntry, entries_of, entry_changes, log_entries, members_as, sentences
from crosscase.reads.history.things import Thing, named_thing

__all__ = [
    "ChangeLine",
    "LogEntry",
    "Thing",
    "entries_of",
    "entry_changes",
    "log_entries",
    "members_as",
    "named_thing",
    "sentences",
]
