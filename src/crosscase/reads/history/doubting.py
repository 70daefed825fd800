"""Sentences for what is asked of a finding before it is believed: negative cases noted and settled."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed, counted
from crosscase.reads.history.phrases import Phrase, first

_SETTLED = {
    "open": "opened {} of {} again",
    "revises": "found that {} of {} revises it",
    "exception": "found that {} of {} is an exception",
    "coding error": "found that {} of {} was coded wrongly",
    "not relevant": "found that {} of {} is not relevant",
}


def _noted(deed: Deed) -> str:
    ids = deed.put("negative_case")
    about = list(dict.fromkeys(deed.any_named(deed.held("negative_case", one, "about")) for one in ids))
    return f"noted {counted(len(ids), 'negative case')} of {', '.join(about[:3])}"


def _settled(deed: Deed) -> str:
    written = first(deed.wrote("negative_case", "disposition"))
    if written is None:
        return "gave another reason for what became of a negative case"
    about = deed.any_named(deed.held("negative_case", written.id, "about"))
    return _SETTLED[written.after].format("a negative case", about)


def _removed(deed: Deed) -> str:
    return f"took {counted(len(deed.gone('negative_case')), 'negative case')} off the list"


PHRASES: Mapping[str, Phrase] = {
    "negative.note": _noted,
    "negative.settle": _settled,
    "negative.settle_candidate": _settled,
    "negative.remove": _removed,
}
