"""Sentences for quotations that were kept, changed and taken away."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed
from crosscase.reads.history.phrases import Phrase, changed, removed


def _kept(deed: Deed) -> str:
    ids = [made.id for made in deed.added("quotation")] or deed.put("quotation")
    return f"kept a quotation from {deed.these('source', deed.all_held('quotation', ids, 'source'))}"


PHRASES: Mapping[str, Phrase] = {
    "quotation.keep": _kept,
    "quotation.change": changed("quotation"),
    "quotation.remove": removed("quotation"),
}
