"""Every act in a sentence that a researcher would use: `merged the code ‘sharing’ into ‘disclosure’`.

`PHRASES` has a phrase for every verb; a test says which verb lacks one. An entry with a verb that this program does not
know (a newer one wrote it) is told by what it changed.

Names are those of the time; see `names`. Nothing of another's private memo is told, no participant's real name, and no
words of a transcript.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.journal.entry import Entry
from crosscase.journal.standing import Standing
from crosscase.model import Id
from crosscase.reads.history import (
    agreeing,
    charting,
    claiming,
    coding,
    comparing,
    configuring,
    doubting,
    drafting,
    meaning,
    people,
    quoting,
    texts,
)
from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.names import NamesThen, Order
from crosscase.reads.history.phrases import Phrase
from crosscase.store.store import Store

PHRASES: Mapping[str, Phrase] = {
    **people.PHRASES,
    **texts.PHRASES,
    **coding.PHRASES,
    **meaning.PHRASES,
    **comparing.PHRASES,
    **claiming.PHRASES,
    **agreeing.PHRASES,
    **doubting.PHRASES,
    **quoting.PHRASES,
    **drafting.PHRASES,
    **charting.PHRASES,
    **configuring.PHRASES,
}

_WRITING = ("memo", "position")

TURNS = {"undo": ("undid", "undid what {} did:"), "redo": ("brought back", "brought back what {} did:")}


class Teller:
    """Tells the entries of one study to one reader."""

    def __init__(self, store: Store, reader: Id, state: Standing) -> None:
        self._store = store
        self._reader = reader
        self._state = state
        self.names = NamesThen(store)

    def deed(self, entry: Entry, order: Order) -> Deed:
        """An entry as phrases take it."""
        return Deed(entry, order, self.names, self._reader)

    def silent(self, entry: Entry, order: Order) -> bool:
        """Whether the reason of an entry belongs to writing that is another's alone."""
        deed = self.deed(entry, order)
        return any(deed.alone(kind, row) for kind in _WRITING if kind in deed.kinds() for row in deed.put(kind))

    def phrase(self, entry: Entry, order: Order, acts: Mapping[Id, tuple[Entry, Order]]) -> str:
        """What an entry did, to follow its member's name; `acts` are those that turns among the entries are about."""
        if entry.undoes and entry.verb in TURNS:
            mine, others = TURNS[entry.verb]
            behind = acts.get(self._state.act_behind(entry.id))
            if behind is None:
                return f"{mine} something"
            act, when = behind
            start = mine if act.by == entry.by else others.format(self.names.name("member", act.by, order))
            return f"{start} “{self.phrase(act, when, {})}”"
        deed = self.deed(entry, order)
        told = PHRASES.get(entry.verb)
        return told(deed) if told is not None else by_changes(deed)


def by_changes(deed: Deed) -> str:
    """What an entry did, told by its changes alone."""
    parts: list[str] = []
    for verb, chosen in (("added", _added), ("brought back", Deed.back), ("changed", _changed), ("removed", Deed.gone)):
        found = [(kind, ids) for kind in deed.kinds() if (ids := chosen(deed, kind))]
        if found:
            parts.append(f"{verb} {together([counted(len(set(ids)), kind) for kind, ids in found])}")
    if where := deed.corrected():
        parts.append(f"corrected {deed.these('source', where)}")
    if deed.erased():
        parts.append("erased words")
    return together(parts) or "changed nothing that is told here"


def _added(deed: Deed, kind: str) -> list[Id]:
    return [made.id for made in deed.added(kind)]


def _changed(deed: Deed, kind: str) -> list[Id]:
    return [one.id for field in deed.fields(kind) for one in deed.wrote(kind, field)]
