"""Quotations that the demonstration study keeps: as they stand, with an omission, and with an edit."""

from __future__ import annotations

from crosscase.model import Source, Span
from crosscase.study import Study
from crosscase.verbs.quotations import keep_quotation

KEPT = (
    # source, from, to the end of, printed, why
    ("GORSU02", "She's got it in an envelope", "when she can use it.",
     "She's got it in an envelope, with my number on, not my name […] a sheet says when she can use it.",
     "An arrangement that nobody had to be asked for."),
    ("CINSU01", "I said give us", "proper bad about it.",
     "I said give us [his] real number and he goes I can't, and he looked proper bad about it.", ""),
    ("HAZMA01", "What I see is people going slowly", "a nice name for it.", "", "Speaks against slowness."),
    ("GORPW01", "You'd say a thing had bothered you", "You'd hear the fork.", "", "What supervision can be."),
)  # fmt: skip
"""Who said it, where it begins and ends, how it is printed, and why it was chosen."""


def keep(study: Study) -> None:
    """Keep them."""
    for source, first, last, printed, note in KEPT:
        of = study.find(Source, source).id
        text = study.text(of)
        start = text.index(first)
        span = Span(start, text.index(last, start) + len(last))
        study.do(keep_quotation, source=of, span=span, printed=printed, note=note)
