"""Sentences for what was decided where coders differed."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed
from crosscase.reads.history.phrases import Phrase


def _decided(deed: Deed) -> str:
    ids = deed.put("adjudication")
    if not ids:
        return "decided again, and the same, where coders differ"
    where = deed.these("source", deed.all_held("adjudication", ids, "source"))
    return f"decided about {_a(str(deed.held('adjudication', ids[0], 'difference')))} in {where}"


def _taken_back(deed: Deed) -> str:
    where = deed.these("source", deed.all_held("adjudication", deed.gone("adjudication"), "source"))
    return f"took back what was decided where coders differ in {where}"


def _a(kind: str) -> str:
    return {
        "confusion": "two codes on one passage",
        "parent or child": "a code and one under it on one passage",
        "borders": "where a passage begins and ends",
        "stance": "whether a passage says so",
    }.get(kind, "a passage that only one had coded")


PHRASES: Mapping[str, Phrase] = {
    "difference.adjudicate": _decided,
    "adjudication.remove": _taken_back,
}
