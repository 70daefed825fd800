"""Taking in codes, codings and marks.

A code goes by its path in the tree; one that stands at the top in the bundle goes by its name alone where that is
clear, wherever it was moved. What is there gets the definition that is given. A coding that the same member has on the
same place already is not put in again.

What a careful reader would get wrong: codings of a document in the bundle lie in its text as the bundle has it, so that
they are kept by the addresses of its characters, also where that text was corrected in the study since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from crosscase.model import Code, Coding, Id, Mark, Placed
from crosscase.model.bundle import CodeRecord, CodingRecord, PlacedRecord
from crosscase.reads.lookup import code_paths
from crosscase.verbs.checks import counted, label, last_position
from crosscase.verbs.codes import COLOURS
from crosscase.verbs.codings import HEAVIEST
from crosscase.verbs.take_places import Lost, Lying
from crosscase.verbs.taking import Taking, folded, no_such, parents_first

_WRITTEN = ("definition", "inclusion", "exclusion", "example", "category")


class _Tree:
    """The codes of the study and those to be added, found by parent and name."""

    def __init__(self, taking: Taking) -> None:
        self.act = taking.act
        self.there = {code.id: code for code in taking.act.rows(Code)}
        self.fresh: list[Code] = []
        self._below: dict[tuple[Id | None, str], Id] = {}
        self._by_name: dict[str, list[Id]] = {}
        # Of twins, one that is merged into another comes last.
        for code in sorted(self.there.values(), key=lambda code: (code.merged_into is not None, code.id)):
            self._enter(code)

    def _enter(self, code: Code) -> None:
        self._below.setdefault((code.parent, folded(code.name)), code.id)
        self._by_name.setdefault(folded(code.name), []).append(code.id)

    def only(self, name: str) -> Id | None:
        """The one code of that name, wherever it lies."""
        fits = self._by_name.get(folded(name), [])
        return fits[0] if len(fits) == 1 else None

    def names(self) -> dict[str, Id]:
        """All codes by their paths, and by their names where there is only one of the name."""
        paths = code_paths([*self.there.values(), *self.fresh])
        alone = {name: fits[0] for name, fits in self._by_name.items() if len(fits) == 1}
        return {folded(path): code for code, path in paths.items()} | alone

    def at(self, parent: Id | None, name: str) -> Id | None:
        """The code of that name in that place."""
        return self._below.get((parent, folded(name)))

    def add(self, record: CodeRecord, parent: Id | None) -> Id:
        """A code that is to be added, behind the others of its place."""
        beside = [code for code in (*self.there.values(), *self.fresh) if code.parent == parent]
        colour = record.colour.lower() or COLOURS[(len(self.there) + len(self.fresh)) % len(COLOURS)]
        code = Code(
            id=self.act.new_ids(1)[0],
            name=label(record.name, ""),
            parent=parent,
            definition=record.definition,
            inclusion=record.inclusion,
            exclusion=record.exclusion,
            example=record.example,
            colour=colour,
            category=record.category,
            position=last_position(beside),
        )
        self.fresh.append(code)
        self._enter(code)
        return code.id


def take_codes(taking: Taking) -> None:
    """The codes; one whose parent does not exist is refused."""
    tree = _Tree(taking)
    records = _records(taking)
    ordered, circular = parents_first({key: folded(record.parent) for key, record in records.items()})
    for key in circular:
        taking.refuse("codes", records[key].key, "It lies under itself.")
    found: dict[str, Id] = {}
    news: dict[Id, tuple[Code, Mapping[str, Any]]] = {}
    for key in ordered:
        record = records[key]
        above = folded(record.parent)
        parent = found.get(above) if above in records else tree.only(record.parent)
        if record.parent and parent is None:
            taking.refuse("codes", record.key, no_such("code", record.parent))
            continue
        code = tree.at(parent, record.name) or (None if record.parent else tree.only(record.name))
        if code is None:
            code = tree.add(record, parent)
        elif code in tree.there:
            fields = {name: getattr(record, name) for name in _WRITTEN}
            news[code] = (tree.there[code], {**fields, "colour": record.colour.lower()})
        found[key] = code
    taking.act.add_all(tree.fresh)
    taking.update(Code, news)
    taking.count("code", added=len(tree.fresh))
    taking.codes = {name: code for name, code in tree.names().items() if name not in records} | found


def _records(taking: Taking) -> dict[str, CodeRecord]:
    records: dict[str, CodeRecord] = {}
    for record in taking.bundle.codes:
        key = folded(record.key)
        same = records.get(key)
        if same is not None and (folded(same.name), folded(same.parent)) == (
            folded(record.name),
            folded(record.parent),
        ):
            # Several files of one project name the same codes; what one leaves empty another may say.
            more = {name: getattr(same, name) or getattr(record, name) for name in (*_WRITTEN, "colour")}
            records[key] = msgspec.structs.replace(same, **more)
        elif key and same is None and folded(record.name):
            records[key] = record
        else:
            taking.refuse("codes", record.key, "It stands there twice." if key in records else "It has no name.")
    return records


def take_codings(taking: Taking) -> None:
    """The codings, all in one bulk; one that names what does not exist, or whose place is not clear, is refused."""
    act = taking.act
    places = taking.places
    lost = 0
    ready: list[tuple[CodingRecord, Lying, Id, Id]] = []
    for record in taking.bundle.codings:
        code = taking.codes.get(folded(record.code))
        member = taking.members.get(folded(record.member)) if record.member else act.by
        lying = places.of(record)
        if isinstance(lying, Lost) and not lying.reason:
            lost += 1
            continue
        missing = [lying.reason] if isinstance(lying, Lost) else []
        missing += [no_such("code", record.code)] if code is None else []
        missing += [no_such("member", record.member)] if member is None else []
        if isinstance(lying, Lost) or code is None or member is None:
            taking.refuse("codings", placed_in(record, record.code), " ".join(missing))
            if isinstance(lying, Lost):
                known = {"code": record.code, "comment": record.comment, "weight": record.weight}
                taking.open += lying.opened(record, **known)  # type: ignore[arg-type] # as they are in the record
            continue
        ready.append((record, lying, code, member))
    sources = {lying.source for _, lying, _, _ in ready}
    before = act.rows(Coding, source=list(sources)) if sources else []
    there = {(each.member, each.code, *_at(each)) for each in before}
    fresh: list[Coding] = []
    for record, lying, code, member in ready:
        key = (member, code, *_at(lying))
        if key in there:
            taking.count("coding", there=1)
            continue
        there.add(key)
        fresh.append(
            Coding(
                code=code, member=member, origin=record.origin, comment=record.comment,
                weight=min(max(record.weight, 0), HEAVIEST), **lying.fields,
            )
        )  # fmt: skip
    act.add_all(fresh)
    taking.count("coding", added=len(fresh))
    if lost:
        were = "was" if lost == 1 else "were"
        taking.note(f"{counted(lost, 'coding')} {were} left out with documents that were refused.")


def take_marks(taking: Taking) -> None:
    """What was marked without a code; a mark of the same member on the same place is there already."""
    act = taking.act
    records = taking.bundle.marks
    there = {(each.member, *_at(each)) for each in act.rows(Mark)} if records else set()
    fresh: list[Mark] = []
    for record in records:
        member = taking.members.get(folded(record.member)) if record.member else act.by
        lying = taking.places.of(record)
        if isinstance(lying, Lost) or member is None:
            reason = lying.reason if isinstance(lying, Lost) else no_such("member", record.member)
            if reason:
                taking.refuse("marks", placed_in(record), reason)
            if isinstance(lying, Lost):
                taking.open += lying.opened(record, comment=record.note)
            continue
        key = (member, *_at(lying))
        if key in there:
            taking.count("mark", there=1)
            continue
        there.add(key)
        fresh.append(Mark(member=member, note=record.note, **lying.fields))
    act.add_all(fresh)
    taking.count("mark", added=len(fresh))


def _at(place: Lying | Placed) -> tuple[object, ...]:
    """A place, for comparing."""
    return (place.source, place.first, place.last, place.area, place.from_ms, place.to_ms)


def placed_in(record: PlacedRecord, what: str = "") -> str:
    """Where a record stands, for a refusal: in its file where that is known, else in its document."""
    at = record.place or (f"{record.document} {record.start} to {record.end}" if record.start >= 0 else record.document)
    return ", ".join(filter(None, (at, what)))
