"""What a newer export of a project has no more, and what was removed here and is in it still.

Neither is followed unasked. What was removed here stays removed (`take_again` brings it back), what the newer export
does not have any more stays here (`follow_removals` removes it); both are listed.

What a careful reader would get wrong: what a file does not have says nothing where it is of another project. It is a
newer export where the study holds one project, of the same name, and some of its elements are in the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import msgspec

from crosscase.model import Case, Code, Coding, Id, Link, Map, Mark, Memo, Participant, Row, Set, Source, kind_of
from crosscase.model.carried import Carried
from crosscase.model.carrying import ELEMENTS, held_in, id_of, other_id, unpack
from crosscase.model.refi import Guid, MediaElement
from crosscase.store.act import Act

TAKEN_BACK: Final = frozenset({"undo", "import.refi"})
"""What was removed by these was not removed on purpose here: the import was undone, or an export had it no more."""
ELEMENT_OF: Final[Mapping[str, str]] = {
    "code": "Code", "case": "Case", "participant": "Case", "coding": "Coding", "memo": "Note", "link": "Link",
    "set": "Set", "map": "Graph", "attribute": "Variable", "attribute_value": "VariableValue", "mark": "Selection",
}  # fmt: skip
"""The element that a row of a kind was."""

_ROWS: Final[dict[str, type[Row]]] = {
    "Coding": Coding, "Mark": Mark, "Note": Memo, "Link": Link, "Graph": Map, "Set": Set, "TextSource": Source,
    "MediaSource": Source, "Transcript": Source, "Code": Code,
}  # fmt: skip
"""What is removed where it is followed, in that order: what lies on something before that."""
_SOURCES: Final = frozenset({"TextSource", "MediaSource", "Transcript"})
_KNOWN_BY: Final = frozenset({"Code", "TextSource", "MediaSource"})
_SHOWN = 5


class Gone(msgspec.Struct, frozen=True):
    """Things of one kind that are gone, on one side: how many, and what the first are called."""

    kind: str
    count: int
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        kind = self.kind.replace("_", " ") + ("" if self.count == 1 else "s")
        more = ", …" if self.names and self.count > len(self.names) else ""
        return f"{self.count:,} {kind}" + (f" ({', '.join(map(repr, self.names))}{more})" if self.names else "")


def gone(kind: str, rows: Collection[Row]) -> Gone:
    """Things of a kind, by their names where they have any."""
    names = (getattr(row, "name", "") or getattr(row, "title", "") or getattr(row, "code", "") for row in rows)
    told = () if kind == "coding" else tuple(map(str, islice(filter(None, names), _SHOWN)))
    return Gone(kind, len(rows), told)


class Removals(msgspec.Struct, frozen=True, kw_only=True):
    """What is gone on one side.

    Attributes:
        left: what is in the file and was removed here, and stays so.
        vanished: what is here of the project, and no longer in the file.
        went, stays: of these, what was removed, and what stays because of what was done here.
    """

    left: tuple[Gone, ...] = ()
    vanished: tuple[Gone, ...] = ()
    went: tuple[Gone, ...] = ()
    stays: tuple[Gone, ...] = ()

    def said(self, *, options: bool = True) -> tuple[str, ...]:
        """The same in sentences.

        Args:
            options: with those of the command line that decide otherwise.
        """
        unasked = () if self.went or self.stays else self.vanished
        again, follow = (" --take-again brings back what the file has.", "; --follow-removals removes it")
        told = (
            ("Removed here, and left so", self.left, again if options else ""),
            ("Not in this file any more", unasked, f" It stays{follow if options else ''}."),
            ("Removed, because this file has it no more", self.went, ""),
            ("Not in this file any more, and stays because of what is here", self.stays, ""),
        )
        return tuple(f"{what}: {', '.join(map(str, found))}.{then}" for what, found, then in told if found)


def vanished(act: Act, before: Collection[Carried], there: Collection[tuple[str, Guid]]) -> dict[str, list[Row]]:
    """What is here of a project and not in a newer export of it: by the name of the element.

    Args:
        before: what is carried of the project.
        there: names and GUIDs of the elements of the newer export, its codings and selections among them.
    """
    one_project = sum(one.element == "Project" for one in before) == 1
    if not one_project or not any((one.element, one.guid) in there for one in before if one.element in _KNOWN_BY):
        return {}
    things: dict[str, set[Id]] = {}
    for name, thing in (each for one in before for each in _not_there(one, there)):
        things.setdefault(name, set()).add(thing)
    kept = {one.thing for one in before if (one.element, one.guid) in there}
    found: dict[str, list[Row]] = {}
    for name, ids in things.items():
        for row in _kinds(name):
            rows = act.rows(row, id=sorted(ids - kept))
            if rows:
                found.setdefault(kind_of(row).name, []).extend(rows)
    return found


def _not_there(one: Carried, there: Collection[tuple[str, Guid]]) -> Iterator[tuple[str, Id]]:
    """What an element became that is there no more; of a source that is, what lay in it."""
    if (one.element, one.guid) not in there:
        if one.thing is not None and (one.element in _ROWS or one.element == "Case"):
            yield one.element, one.thing
            if one.element == "Set":
                # One of codes and sources is two here.
                yield "Set", other_id("Set", one.guid, "source")
    elif one.element in _SOURCES:
        for name, guid in _within(one):
            if (name, guid) not in there:
                yield name, id_of(guid)
                yield name, other_id(name, guid)


def _kinds(name: str) -> tuple[type[Row], ...]:
    return (Case, Participant) if name == "Case" else (_ROWS[name],)


def _within(one: Carried) -> Iterable[tuple[str, Guid]]:
    element = unpack(one, ELEMENTS[one.element], held_in(one))
    inner = element.text if isinstance(element, MediaElement) else None
    for part in filter(None, (element, inner)):
        for selection in getattr(part, "selections", ()):
            if not selection.codings:
                yield "Mark", selection.guid
            yield from (("Coding", each.guid) for each in selection.codings)
        yield from (("Coding", each.guid) for each in getattr(part, "codings", ()))


def follow(act: Act, found: Mapping[str, list[Row]]) -> tuple[list[Gone], list[Gone]]:
    """Remove what a newer export has no more: what went, and what stays because of what was done here.

    A code stays while it has codings or codes that the export never had, a source while something lies in it. Cases
    stay: what is known of them is not the export's alone.
    """
    went: list[Gone] = []
    stays: list[Gone] = []
    for row in dict.fromkeys(_ROWS.values()):
        kind = kind_of(row).name
        rows = found.get(kind, [])
        held = _held(act, row, {one.id for one in rows}) if rows else set()
        leaving = [one for one in rows if one.id not in held]
        if leaving:
            act.remove_whole(row, [one.id for one in leaving])
            went.append(gone(kind, leaving))
        if held:
            stays.append(gone(kind, [one for one in rows if one.id in held]))
    stays += [gone(kind, found[kind]) for kind in ("case", "participant") if kind in found]
    return went, stays


def _held(act: Act, row: type[Row], things: set[Id]) -> set[Id]:
    """Those that something here rests on, which is not going too."""
    if row is Source:
        lying = [source for each in (Coding, Mark, Memo) for (source,) in act.values(each, ("source",))]
        return things & set(lying)
    if row is not Code:
        return set()
    held = {one.code for one in act.rows(Coding, code=sorted(things))}
    codes = act.rows(Code)
    above = {one.id: one.parent for one in codes}
    waiting = [*held, *(one.id for one in codes if one.id not in things)]
    while waiting:
        # What stays needs the codes that it lies under.
        parent = above.get(waiting.pop())
        if parent is not None and parent in things and parent not in held:
            held.add(parent)
            waiting.append(parent)
    return held


def without(rows: Mapping[Id, Row], away: Collection[Id]) -> dict[Id, Row | None]:
    """Rows that name something removed here, as they are without it: None where they cannot be."""
    changed: dict[Id, Row | None] = {}
    for thing, row in rows.items():
        for field in kind_of(type(row)).stored:
            if field.refers and (named := getattr(row, field.name)) is not None and named in away:
                if field.required or field.goes_with or field.refers == "*":
                    changed[thing] = None
                    break
                changed[thing] = row = msgspec.structs.replace(row, **{field.name: None})  # noqa: PLW2901
    return changed


def counted_by_element(kinds: Mapping[str, int]) -> Counter[str]:
    """How many elements rows of these kinds were."""
    found: Counter[str] = Counter()
    for kind, count in kinds.items():
        if kind in ELEMENT_OF:
            found[ELEMENT_OF[kind]] += count
    return found
