"""Open conflicts in words: what is disputed, who wrote what and when, what stands meanwhile, and how it can be settled.

The sides are numbered as `verbs.settling` takes them. Of a long text the paragraphs are given in which a side differs
from another, not the whole of it.

What a careful reader would get wrong: what stands meanwhile is nobody's decision. It is the later write, so that every
copy shows the same until somebody decides.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from crosscase.journal.changes import REMOVED, Added, Changed
from crosscase.journal.conflicts import PLACE, Conflict, ConflictNature, Side
from crosscase.journal.prose import matches, paragraphs
from crosscase.model import KINDS, Discussion, Id, Memo, Position, kind_named, short
from crosscase.reads.discussions import may_read
from crosscase.reads.things import QUOTED, Names, excerpt
from crosscase.store import texts
from crosscase.store.apply import AGAIN
from crosscase.store.findings import open_conflicts
from crosscase.store.state import LogLine
from crosscase.store.store import Store


class SideInWords(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a conflict.

    Attributes:
        number: as it is named to settle the conflict.
        who, when: the member, and the time by the clock of their machine (ISO 8601).
        value: what they wrote, in words.
        stands: whether this is what the study has meanwhile.
    """

    number: int
    who: str
    member: Id
    when: str
    entry: Id
    value: str
    stands: bool


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """An open conflict in words.

    Attributes:
        id: short, and the same on every copy.
        about, field: the thing, and what of it is disputed; empty where that is the thing itself.
        what: in a sentence.
        writable: whether something else than the sides can be written.
    """

    id: str
    nature: ConflictNature
    kind: str
    things: tuple[Id, ...]
    about: str
    field: str
    what: str
    sides: tuple[SideInWords, ...]
    writable: bool


_FIELDS = {
    "merged_into": "merging",
    "parent": "place in the tree",
    PLACE: "place",
    REMOVED: "removal",
    "text": "text",
    "of": "subject",
    "from_thing": "beginning",
    "to_thing": "end",
}

_SAID: dict[ConflictNature, str] = {
    "field": "The {field} of {about} was written differently by people who had not seen each other's.",
    "circle": "{about} was moved so that it would come to lie under itself; the later move has no effect.",
    "removed": "{about} was removed by one person, while another, who had not seen it, needed it.",
    "twins": "{about} is there {count}, each made by somebody who had not seen the other.",
    "text": "The same words of {about} were corrected by people who had not seen each other's corrections.",
}
_ANYHOW = "{about} was removed by one person and brought back by another, who had not seen it."
_TIMES = {2: "twice", 3: "three times", 4: "four times"}


def list_disagreements(store: Store, *, reader: Id = "") -> list[Disagreement]:
    """All open conflicts of a study, in words; those over what is its author's alone to that author."""
    conflicts = open_conflicts(store)
    if not conflicts:
        return []
    teller = _Teller(store, reader)
    return [teller.tell(conflict) for conflict in conflicts]


class _Teller:
    """Puts conflicts into words; names and entries are looked up once."""

    def __init__(self, store: Store, reader: Id) -> None:
        self._store = store
        self._reader = reader
        self._names = Names(store)
        self._log: dict[Id, LogLine] = {line.id: line for line in store.log()}

    def tell(self, one: Conflict) -> Disagreement:
        about = self._names.of(one.kind, one.rows[0])
        field = _FIELDS.get(one.field, one.field.replace("_", " "))
        template = _ANYHOW if one.field == REMOVED else _SAID[one.nature]
        said = template.format(field=field, about=about, count=_TIMES.get(len(one.rows), "several times"))
        sides = tuple(self._side(one, number, side) for number, side in enumerate(one.sides, 1))
        return Disagreement(
            id=one.id,
            nature=one.nature,
            kind=one.kind,
            things=one.rows,
            about=about,
            field="" if one.nature in {"twins", "removed"} else field,
            what=said[0].upper() + said[1:],
            sides=sides,
            writable=one.nature != "removed" and one.field not in {REMOVED, PLACE},
        )

    def _side(self, one: Conflict, number: int, side: Side) -> SideInWords:
        line = self._log.get(side.entry)
        stands = {"circle": number == 1, "removed": number == 1, "twins": False, "text": False, "field": False}
        is_text = one.kind == "source" and one.field == "text"
        if one.nature == "field":
            stands["field"] = number == (1 if is_text else len(one.sides))
        return SideInWords(
            number=number,
            who=self._names.person(line.by) if line else "somebody",
            member=line.by if line else "",
            when=datetime.fromtimestamp(line.wall / 1000).astimezone().isoformat("T", "seconds") if line else "",
            entry=side.entry,
            value=self._value(one, side),
            stands=stands[one.nature],
        )

    def _value(self, one: Conflict, side: Side) -> str:
        if self._is_private(one.kind, one.rows[0]):
            return "kept to its author"
        if one.nature == "twins":
            return self._twin(one.kind, side.value)
        if one.nature == "removed":
            return self._needed(one, side)
        if one.nature == "text":
            return QUOTED.format(side.value) if side.value else "took these words away"
        return self._of_field(one, side)

    def _of_field(self, one: Conflict, side: Side) -> str:
        if one.kind == "source" and one.field == "text":
            return QUOTED.format(_differing(side.value, [each.value for each in one.sides]))
        if one.field == PLACE:
            return self._place(one, dict(side.value))
        if one.field == REMOVED:
            return "removed" if side.value else "there"
        if kind_named(one.kind).field(one.field).prose:
            others = [each.value for each in one.sides if each.entry != side.entry]
            return _differing(side.value or "", others) or "nothing"
        return self.value(one.kind, one.field, side.value)

    def _is_private(self, kind: str, thing: Id) -> bool:
        if kind == "position":
            mine = self._store.get(Position, thing, removed=True)
            of = self._store.get(Discussion, mine.discussion) if mine else None
            return mine is not None and not may_read(mine, of, self._reader)
        row = self._store.get(Memo, thing, removed=True) if kind == "memo" else None
        return row is not None and row.nature == "reflexive" and not row.shared and row.member != self._reader

    def value(self, kind: str, field: str, value: Any) -> str:
        """A value of a field in words."""
        refers = kind_named(kind).field(field).refers
        if refers:
            if field == "parent" and not value:
                return "at the top"
            return self._names.of_any(value) if refers == "*" else self._names.of(refers, value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list | tuple):
            return "; ".join(value) or "nothing"
        return "nothing" if value is None or value == "" else str(value)

    def _twin(self, kind: str, row: Id) -> str:
        users = []
        for user in KINDS:
            naming = {
                each.id
                for field in user.stored
                if field.refers == kind
                for each in self._store.rows(user.row, **{field.name: row})
            }
            if naming:
                users.append(f"{len(naming)} {user.name.replace('_', ' ')}{'' if len(naming) == 1 else 's'}")
        return f"{self._names.name(kind, row)} ({short(row)}), " + (
            f"used by {', '.join(users)}" if users else "unused"
        )

    def _needed(self, one: Conflict, side: Side) -> str:
        if side.value is None:
            return "removed it"
        if isinstance(side.value, tuple):
            kind, row, _ = side.value
            return f"it is needed by {self._names.of(kind, row)}"
        if side.value == AGAIN:
            return "added it as well"
        field = _FIELDS.get(side.value, side.value.replace("_", " "))
        written = self._written(one, side)
        return f"wrote its {field}" + (f": {QUOTED.format(excerpt(written, 200))}" if written else "")

    def _written(self, one: Conflict, side: Side) -> str:
        """What an entry wrote to a field of what was removed."""
        line = self._log.get(side.entry)
        if line is None or side.value not in {field.name for field in kind_named(one.kind).stored}:
            return ""
        for change in self._store.entry(line.id).changes:
            if isinstance(change, Changed) and (change.kind, change.field) == (one.kind, side.value):
                values = dict(zip(change.ids, change.after.values(len(change.ids)), strict=True))
                if one.rows[0] in values:
                    return self.value(one.kind, side.value, values[one.rows[0]])
            elif isinstance(change, Added) and change.kind == one.kind and side.value in change.columns:
                ids = change.rows(line.id)
                values = dict(zip(ids, change.columns[side.value].values(len(ids)), strict=True))
                if one.rows[0] in values:
                    return self.value(one.kind, side.value, values[one.rows[0]])
        return ""

    def _place(self, one: Conflict, place: dict[str, Any]) -> str:
        row = self._store.get(kind_named(one.kind).row, one.rows[0], removed=True)
        source = getattr(row, "source", None)
        if not place.get("first") or not source:
            said = "; ".join(f"{name} {value}" for name, value in place.items() if value)
            return said or "the whole source"
        span = texts.runs_of(self._store, source).span(place["first"], place["last"])
        words = self._store.text(source)[span.start : span.end]
        return f"{span.start}-{span.end}: {QUOTED.format(excerpt(words, 200))}"


def _differing(text: str, others: list[str]) -> str:
    """The paragraphs of a text that another lacks."""
    own = paragraphs(text)
    shared = set(range(len(own)))
    for other in others:
        if other != text:
            shared &= {n for n, _ in matches(own, paragraphs(other))}
    kept = [part.strip() for n, part in enumerate(own) if n not in shared]
    return "\n\n".join(kept) if kept else "without these paragraphs" if others and text else text
