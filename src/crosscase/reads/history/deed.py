"""An entry as sentences are made of it: what it added, wrote, removed and brought back, and names as they were then.

A `Deed` is for reading: it knows nothing of verbs. What a careful reader would get wrong: memos and positions. A memo
that is reflexive and not shared, or was so when the entry was written, is its author's alone: `private` says so, and
nothing of it is told to anybody else. So with a position that was not shown, or not yet when the entry was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from crosscase.journal.changes import REMOVED, Added, Changed, Corrected, Erased
from crosscase.journal.entry import Entry
from crosscase.model import Id, kind_named
from crosscase.reads.history.names import NamesThen, Order

_MOST = 3

PLURALS = {
    "analysis": "analyses", "analysis question": "analysis questions", "attendance": "attendances", "case": "cases",
    "evidence": "pieces of evidence", "lineage": "origins of themes", "codebook": "states of the codebook",
    "attribute value": "values of attributes", "target": "targets of the frame", "set member": "things in sets",
    "content note": "content notes", "recruitment": "lines of the recruitment log", "study": "studies",
    "signing key": "signing keys", "map item": "things on maps", "map arrow": "arrows of maps",
    "sign off": "sign-offs", "wording change": "changes of wording", "property": "properties", "summary": "summaries",
    "ground": "segments of relations", "framework column": "columns of frameworks",
    "summary segment": "segments of summaries", "configuration": "configurational analyses",
    "score segment": "segments of scores", "given back": "things given back", "claim look": "looks at claims",
    "guideline answer": "answers to guidelines",
}  # fmt: skip
_SINGULARS = {
    "evidence": "piece of evidence", "lineage": "origin of a theme", "attribute value": "value of an attribute",
    "target": "target of the frame", "set member": "thing in a set", "recruitment": "line of the recruitment log",
    "codebook": "state of the codebook", "map item": "thing on a map", "map arrow": "arrow of a map",
    "sign off": "sign-off", "wording change": "change of wording", "ground": "segment of a relation",
    "framework column": "column of a framework", "summary segment": "segment of a summary",
    "score segment": "segment of a score", "configuration": "configurational analysis",
    "given back": "thing given back", "claim look": "look at a claim", "guideline answer": "answer to a guideline",
}  # fmt: skip


class Made(msgspec.Struct, frozen=True):
    """A row that was added, with the fields that were given."""

    id: Id
    fields: dict[str, Any]

    def __getitem__(self, field: str) -> Any:
        """A field, as it was given or by default."""
        return self.fields.get(field)


class Wrote(NamedTuple):
    """A field of a row that was written."""

    id: Id
    before: Any
    after: Any


def made_by(change: Added, entry: Id) -> list[Made]:
    """The rows that a change added."""
    ids = change.rows(entry)
    columns = {name: given.values(len(ids)) for name, given in change.columns.items()}
    return [Made(row, {name: held[n] for name, held in columns.items()}) for n, row in enumerate(ids)]


def counted(count: int, word: str) -> str:
    """A number with its word: `a coding`, `12 codings`."""
    plain = word.replace("_", " ")
    if count == 1:
        one = _SINGULARS.get(plain, plain)
        return f"an {one}" if one[0] in "aeio" else f"a {one}"
    return f"{count:,} {PLURALS.get(plain, plain + 's')}"


def together(parts: Sequence[str]) -> str:
    """Parts of a sentence: `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


class Deed:
    """One entry, with its words."""

    def __init__(self, entry: Entry, order: Order, names: NamesThen, reader: Id) -> None:
        self.entry = entry
        self.order = order
        self.names = names
        self.reader = reader

    # What was done

    def added(self, kind: str) -> list[Made]:
        """The rows of a kind that were added."""
        changes = (c for c in self.entry.changes if isinstance(c, Added) and c.kind == kind)
        return [made for change in changes for made in made_by(change, self.entry.id)]

    def wrote(self, kind: str, field: str) -> list[Wrote]:
        """The writes to a field of rows of a kind."""
        found: list[Wrote] = []
        for change in self.entry.changes:
            if isinstance(change, Changed) and change.kind == kind and change.field == field:
                count = len(change.ids)
                found += map(Wrote, change.ids, change.before.values(count), change.after.values(count))
        return found

    def fields(self, kind: str) -> list[str]:
        """The fields of a kind that were written, in order, each once."""
        changes = (change for change in self.entry.changes if isinstance(change, Changed) and change.kind == kind)
        return list(dict.fromkeys(change.field for change in changes if change.field != REMOVED))

    def gone(self, kind: str) -> list[Id]:
        """The rows of a kind that were removed."""
        return [one.id for one in self.wrote(kind, REMOVED) if one.after]

    def back(self, kind: str) -> list[Id]:
        """The rows of a kind that were brought back."""
        return [one.id for one in self.wrote(kind, REMOVED) if not one.after]

    def put(self, kind: str) -> list[Id]:
        """The rows of a kind that are there now as given: added, brought back or changed."""
        ids = [made.id for made in self.added(kind)] + self.back(kind)
        for field in self.fields(kind):
            ids += [one.id for one in self.wrote(kind, field)]
        return list(dict.fromkeys(ids))

    def corrected(self) -> dict[Id, int]:
        """The sources whose text was corrected, with at how many places."""
        found: dict[Id, int] = {}
        for change in self.entry.changes:
            if isinstance(change, Corrected) and not change.base:
                starts = sum(bool(piece.length) for piece in change.pieces)
                stands = {stretch for piece in change.pieces for stretch in piece.stands_for}
                alone = sum(stretch not in stands for stretch in change.hidden)
                found[change.source] = found.get(change.source, 0) + max(1, starts + alone)
        return found

    def erased(self) -> bool:
        """Whether words were taken out for good."""
        return any(isinstance(change, Erased) for change in self.entry.changes)

    def kinds(self) -> list[str]:
        """The kinds of which rows were added or changed, in order."""
        changes = (c for c in self.entry.changes if isinstance(c, Added | Changed))
        return list(dict.fromkeys(c.kind for c in changes if not kind_named(c.kind).constant))

    # Words

    def name(self, kind: str, thing: Id | None) -> str:
        """A thing by its name then."""
        if kind == "memo" and thing and self.private(thing):
            return "of their own"
        return self.names.name(kind, thing, self.order)

    def the(self, kind: str, thing: Id | None) -> str:
        """A thing by its kind and its name then: `the code ‘trust’`."""
        name = self.name(kind, thing)
        return name if name.startswith(("some", "nothing")) else f"the {kind.replace('_', ' ')} {name}"

    def those(self, kind: str, things: Iterable[Id]) -> str:
        """Several things of a kind: `the codes ‘a’ and ‘b’`, or their number where they are many."""
        ids = list(dict.fromkeys(things))
        if len(ids) > _MOST or not ids:
            return counted(len(ids), kind)
        names = [self.name(kind, one) for one in ids]
        plain = kind.replace("_", " ")
        return f"the {plain if len(ids) == 1 else PLURALS.get(plain, plain + 's')} {together(names)}"

    def these(self, kind: str, things: Iterable[Id]) -> str:
        """The same without the word for the kind: `STA3MA02`, `FEN and JUN`, `4 sources`."""
        ids = list(dict.fromkeys(things))
        if len(ids) > _MOST or not ids:
            return counted(len(ids), kind)
        return together([self.name(kind, one) for one in ids])

    def held(self, kind: str, thing: Id, field: str) -> Any:
        """A field of a row as it was then."""
        return self.names.value(kind, thing, field, self.order)

    def all_held(self, kind: str, things: Iterable[Id], field: str) -> list[Any]:
        """A field of several rows as it was then, each value once."""
        return list(dict.fromkeys(self.held(kind, one, field) for one in things))

    def any_named(self, thing: Id | None) -> str:
        """A thing of whatever kind, by its kind and its name then."""
        for kind in ("code", "theme", "source", "participant", "case", "interview", "analysis", "memo", "set"):
            if thing and self.names.knows(kind, thing):
                return self.the(kind, thing)
        return "a passage" if thing else "nothing"

    def alone(self, kind: str, row: Id) -> bool:
        """Whether a row is another's alone: now, or when this was written."""
        return self.private(row) if kind == "memo" else kind == "position" and self._not_shown(row)

    def _not_shown(self, position: Id) -> bool:
        if self.held("position", position, "member") == self.reader:
            return False
        of = self.held("position", position, "discussion")
        then = (self.held("position", position, "handed_in"), self.held("discussion", of, "state"))
        now = (self.names.now("position", position, "handed_in"), self.names.now("discussion", of, "state"))
        return any(not done or state in (None, "writing") for done, state in (then, now))

    def private(self, memo: Id) -> bool:
        """Whether a memo is another's alone: now, or when this was written."""
        if self.held("memo", memo, "member") == self.reader:
            return False
        then = (self.held("memo", memo, "nature"), self.held("memo", memo, "shared"))
        now = (self.names.now("memo", memo, "nature"), self.names.now("memo", memo, "shared"))
        return any(nature in (None, "reflexive") and not shared for nature, shared in (then, now))
