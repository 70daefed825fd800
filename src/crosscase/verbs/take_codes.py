"""Taking in codes and codings.

A code goes by its path in the tree; one that stands at the top in the bundle goes by its name alone where that is
clear, wherever it was moved. What is there gets the definition that is given. A coding that the same member has on the
same place already is not put in again.

What a careful reader would get wrong: codings lie in the text as the bundle has it, so that they are kept by the
addresses of its characters, also where that text was corrected in the study since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscase.model import Code, Coding, Id
from crosscase.model.bundle import CodeRecord
from crosscase.reads.lookup import code_paths
from crosscase.verbs.checks import counted, label, last_position
from crosscase.verbs.codes import COLOURS
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
        if key and key not in records and folded(record.name):
            records[key] = record
        else:
            taking.refuse("codes", record.key, "It stands there twice." if key in records else "It has no name.")
    return records


def take_codings(taking: Taking) -> None:
    """The codings, all in one bulk; one that names what does not exist, or lies outside its text, is refused."""
    act = taking.act
    lengths = {document.key: len(document.text) for document in taking.bundle.documents}
    coded = {taking.documents[one.document] for one in taking.bundle.codings if one.document in taking.documents}
    before = act.rows(Coding, source=list(coded)) if coded else []
    there = {(each.member, each.code, each.source, each.first, each.last) for each in before}
    fresh: list[Coding] = []
    lost: set[str] = set()
    for record in taking.bundle.codings:
        source = taking.documents.get(record.document)
        code = taking.codes.get(folded(record.code))
        member = taking.members.get(folded(record.member)) if record.member else act.by
        if source is None and record.document in lengths:
            lost.add(record.document)
            continue
        missing = [
            no_such(kind, name)
            for kind, name, found in (
                ("document", record.document, source),
                ("code", record.code, code),
                ("member", record.member, member),
            )
            if found is None
        ]
        if not missing and not 0 <= record.start < record.end <= lengths[record.document]:
            missing = ["It does not lie within the text."]
        if missing or source is None or code is None or member is None:
            place = f"{record.document} {record.start} to {record.end}, {record.code}"
            taking.refuse("codings", place, " ".join(missing))
            continue
        first, last = str(record.start), str(record.end - 1)
        if (member, code, source, first, last) in there:
            taking.count("coding", there=1)
            continue
        there.add((member, code, source, first, last))
        fresh.append(
            Coding(
                source=source, code=code, member=member, first=first, last=last, origin=record.origin,
                comment=record.comment,
            )
        )  # fmt: skip
    act.add_all(fresh)
    taking.count("coding", added=len(fresh))
    if lost:
        number = sum(one.document in lost for one in taking.bundle.codings)
        were = "was" if number == 1 else "were"
        taking.note(f"{counted(number, 'coding')} {were} left out with documents that were refused.")
