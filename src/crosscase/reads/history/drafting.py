"""Sentences for drafts of a manuscript, and for what co-authors proposed in them."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed, counted
from crosscase.reads.history.phrases import Phrase, added, changed, removed


def _of(deed: Deed) -> str:
    ids = deed.put("proposal")
    return deed.those("draft", deed.all_held("proposal", ids, "draft")) if ids else "a draft"


def _brought(deed: Deed) -> str:
    made = deed.added("proposal")
    ids = [one.id for one in made] or deed.put("proposal")
    people = list(dict.fromkeys(filter(None, (deed.held("proposal", one, "by") for one in ids))))
    of = deed.those("draft", deed.all_held("proposal", ids, "draft"))
    return f"took in {counted(len(ids), 'proposal')} for {of}" + (f" by {', '.join(people[:3])}" if people else "")


PHRASES: Mapping[str, Phrase] = {
    "draft.add": added("draft"),
    "draft.change": changed("draft"),
    "draft.look": lambda deed: f"looked {deed.those('draft', deed.put('draft'))} over",
    "draft.remove": removed("draft"),
    "proposal.bring": _brought,
    "proposal.take": lambda deed: f"took {counted(len(deed.put('proposal')), 'proposal')} into {_of(deed)}",
    "proposal.decline": lambda deed: f"declined {counted(len(deed.put('proposal')), 'proposal')} for {_of(deed)}",
}
