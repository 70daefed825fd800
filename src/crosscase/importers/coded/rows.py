"""Rows of a recognised table as records: codings by their words, codes, values of documents and cases.

Every row that has words and a code becomes a coding for each of its codes; words without a code become a mark; a row
without words (an area of a picture, a stretch of film) is listed as lost. Columns that have no place in a study are
named once.

What a careful reader would get wrong: several codes stand in one cell only in columns that are called so (`codes`), and
a comma parts them only where nothing else does anywhere in the column, for commas are common in the names of codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.coded.headings import Recognised
from crosscase.importers.collected import Collected, as_choices
from crosscase.importers.columns import plain
from crosscase.importers.options import Options
from crosscase.importers.tabular import Row, Sheet
from crosscase.model.bundle import (
    Bundle,
    CaseRecord,
    Choice,
    CodingRecord,
    Loss,
    MarkRecord,
    SetRecord,
    ValuesRecord,
)

_APPLIED: Final = re.compile(r"code:\s*(.+?)\s+applied$", re.IGNORECASE)
_SCALE: Final = re.compile(r"code:\s*(.+?)\s+range$", re.IGNORECASE)
_WEIGHT: Final = re.compile(r"code:\s*(.+?)\s+weight$", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s*(\d+)\s*[-–]\s*(\d+)\s*")
_TRUE: Final = frozenset({"true", "yes", "1", "x", "wahr", "ja"})
_PARTS: Final = re.compile(r"\s*[;\n|]\s*")
_COMMA: Final = re.compile(r"\s*,\s*")
_DOT: Final = re.compile(r"(?<=\S)\.(?=\S)")


def read_codings(sheet: Sheet, found: Recognised, options: Options) -> Bundle:  # noqa: ARG001 - as its siblings
    """The codings of a table, with their codes and coders."""
    reading = _Codings(sheet, found)
    codings: list[CodingRecord] = []
    marks: list[MarkRecord] = []
    losses: list[Loss] = []
    for row in sheet.rows:
        at = f"{sheet.file}, {sheet.place(row)}"
        words = reading.cell(row, "quote")
        start, end = reading.span(row)
        if not words and start < 0:
            losses.append(Loss(place=at, what="It has no words, so there is no place in a text for it."))
            continue
        if bad := reading.wrong(row):
            losses.append(Loss(place=at, what=bad))
            continue
        where = {
            "document": reading.cell(row, "document"), "start": start, "end": end, "quote": words,
            "before": reading.cell(row, "before"), "after": reading.cell(row, "after"),
            "occurrence": int(reading.cell(row, "occurrence") or 0), "place": at,
        }  # fmt: skip
        coder, comment = reading.cell(row, "coder"), reading.cell(row, "comment")
        reading.coders.setdefault(coder)
        codes = list(reading.codes(row))
        for code, weight in codes:
            codings.append(CodingRecord(code=code, member=coder, comment=comment, weight=weight, **where))  # type: ignore[arg-type] # fields of a place
        if not codes:
            marks.append(MarkRecord(member=coder, note=comment, **where))  # type: ignore[arg-type] # fields of a place
    losses += reading.left()
    return Bundle(
        members=members_of(reading.coders),
        codes=reading.tree.records(),
        codings=tuple(codings),
        marks=tuple(marks),
        losses=tuple(losses),
        choices=(
            Choice(place=sheet.file, what=f"Read as coded quotations{_of(found)}: {_columns(sheet, found)}."),
            *_said(sheet),
            *(Choice(place=sheet.file, what=what) for what in (*reading.said, *reading.tree.said())),
        ),
        refusals=sheet.refusals,
    )


class _Codings:
    """One table of codings being read."""

    def __init__(self, sheet: Sheet, found: Recognised) -> None:
        self.sheet = sheet
        self.found = found
        self.tree = CodeTree()
        self.coders: dict[str, None] = {}
        self.said: list[str] = []
        self.applied = {at: name[1] for at, column in enumerate(sheet.columns) if (name := _APPLIED.match(column))}
        self.weights = {name[1]: at for at, column in enumerate(sheet.columns) if (name := _WEIGHT.match(column))}
        if "document" not in found.fields:
            self._take_id()
        self.parts = self._parts()

    def cell(self, row: Row, field: str) -> str:
        at = self.found.fields.get(field)
        return "" if at is None else row.cells[at]

    def wrong(self, row: Row) -> str:
        """What in a row is no number that should be one."""
        for field in ("start", "end", "occurrence"):
            if ((said := self.cell(row, field)) and not said.isascii()) or (said and not said.isdigit()):
                return f"{said!r} is no whole number ({field})."
        return ""

    def span(self, row: Row) -> tuple[int, int]:
        """Offsets where the table has them; -1: none."""
        spoken = _RANGE.fullmatch(self.cell(row, "range"))
        start, end = (spoken[1], spoken[2]) if spoken else (self.cell(row, "start"), self.cell(row, "end"))
        if len(start) > 12 or len(end) > 12 or not (start.isascii() and start.isdigit() and end.isdigit()):
            return -1, -1
        return int(start), int(end)

    def codes(self, row: Row) -> Iterator[tuple[str, int]]:
        """The codes of a row with their weights, those above them made where they are missing."""
        if self.applied:
            names = [name for at, name in self.applied.items() if row.cells[at].casefold() in _TRUE]
        elif several := self.cell(row, "codes"):
            names = self.parts.split(several)
        else:
            names = [self.cell(row, "code")]
        for name in dict.fromkeys(names):
            key = self.tree.add(*path_of(name, self.found))
            if key:
                weight = self.cell(row, "weight") or (row.cells[self.weights[name]] if name in self.weights else "")
                yield key, int(weight) if weight.isascii() and weight.isdigit() and int(weight) <= 100 else 0

    def left(self) -> Iterator[Loss]:
        """The columns that have no place."""
        used = {*self.found.fields.values(), *self.applied, *self.weights.values()}
        scales = {at for at, column in enumerate(self.sheet.columns) if _SCALE.match(column)}
        if any(row.cells[at] for at in scales for row in self.sheet.rows):
            yield Loss(place=self.sheet.file, what="Scales of the codes' weights have no place; the weights are taken.")
        used |= scales
        names = [
            repr(column)
            for at, column in enumerate(self.sheet.columns)
            if at not in used and any(row.cells[at] for row in self.sheet.rows)
        ]
        if names:
            what = f"{len(names)} column{'s' if len(names) > 1 else ''} with no place in a study: {', '.join(names)}."
            yield Loss(place=self.sheet.file, what=what)

    def _take_id(self) -> None:
        """The one column that names something by its id, where none is called document."""
        used = set(self.found.fields.values())
        about = ("coder", "code", "label", "annotation", "quote", "quotation", "member", "user", "annotator", "tag")
        names = [
            at for at, column in enumerate(self.sheet.columns)
            if at not in used and plain(column).endswith(" id") and plain(column)[:-3] not in about
        ]  # fmt: skip
        if len(names) == 1:
            self.found.fields["document"] = names[0]
            self.said.append(f"The documents are named by the column {self.sheet.columns[names[0]]!r}.")

    def _parts(self) -> re.Pattern[str]:
        cells = [self.cell(row, "codes") for row in self.sheet.rows]
        if any(_PARTS.search(cell) for cell in cells) or not any("," in cell for cell in cells):
            return _PARTS
        if not self.applied:
            self.said.append("Several codes in a cell are parted by commas.")
        return _COMMA


def read_codebook(sheet: Sheet, found: Recognised, options: Options) -> Bundle:  # noqa: ARG001 - as its siblings
    """The codes of another program's codebook."""
    tree = CodeTree()
    groups: dict[str, list[str]] = {}
    fields = found.fields
    for row in sheet.rows:
        above = path_of(row.cells[fields["parent"]], found) if "parent" in fields else ()
        names = path_of(row.cells[fields["code"]], found)
        key = tree.add(
            *above,
            *names,
            definition=row.cells[fields["definition"]] if "definition" in fields else "",
            colour=row.cells[fields["colour"]] if "colour" in fields else "",
        )
        for group in _PARTS.split(row.cells[fields["groups"]]) if "groups" in fields and key else ():
            if group:
                groups.setdefault(group, []).append(key)
    used = set(fields.values())
    counts = [repr(column) for at, column in enumerate(sheet.columns) if at not in used]
    what = f"{len(counts)} columns with no place in a codebook: {', '.join(counts)}."
    return Bundle(
        codes=tree.records(),
        sets=tuple(SetRecord(name=name, of="code", things=tuple(keys)) for name, keys in groups.items()),
        losses=(Loss(place=sheet.file, what=what),) if counts else (),
        choices=(
            Choice(place=sheet.file, what=f"Read as a codebook{_of(found)}: {len(sheet.rows):,} rows."),
            *_said(sheet),
        ),
        refusals=sheet.refusals,
    )


def read_values(sheet: Sheet, found: Recognised, options: Options) -> Bundle:
    """Variables of documents, and of cases, as attributes."""
    collected = Collected(options)
    used = set(found.fields.values())
    values: list[ValuesRecord] = []
    cases: list[CaseRecord] = []
    groups: dict[str, list[str]] = {}
    for row in sheet.rows:
        path = path_of(row.cells[found.fields["document"]], found)
        if not path:
            collected.refuse(sheet, row, "It names no document.")
            continue
        given = {column: row.cells[at] for at, column in enumerate(sheet.columns) if at not in used and row.cells[at]}
        if path[0].casefold() in ("cases", "nodes") and len(path) > 1:
            cases.append(CaseRecord(code=path[-1], attributes=collected.keep("case", sheet, row, given)))
            continue
        values.append(ValuesRecord(document=path[-1], attributes=collected.keep("source", sheet, row, given)))
        group = row.cells[found.fields["group"]] if "group" in found.fields else ""
        if group:
            groups.setdefault(group, []).append(path[-1])
    attributes = collected.settle()
    return Bundle(
        attributes=attributes,
        cases=tuple(cases),
        values=tuple(values),
        sets=tuple(SetRecord(name=name, of="source", things=tuple(things)) for name, things in groups.items()),
        choices=(
            Choice(place=sheet.file, what=f"Read as variables{_of(found)}: {len(sheet.rows):,} rows."),
            *as_choices(collected),
        ),
        refusals=(*sheet.refusals, *collected.refusals),
    )


def path_of(name: str, found: Recognised) -> tuple[str, ...]:
    """The names of a code from the top of the tree, as the program writes them in one cell."""
    for mark in found.tool.parted:
        if mark == "." and _DOT.search(name):
            return tuple(_DOT.split(name))
        if mark != "." and mark in name.strip(mark.strip() or mark):
            return tuple(part.strip() for part in name.split(mark) if part.strip())
    return (name.strip(),) if name.strip() else ()


def _of(found: Recognised) -> str:
    return f" of {found.tool.name}" if found.tool.name else ""


def _columns(sheet: Sheet, found: Recognised) -> str:
    return ", ".join(f"{field} = {sheet.columns[at]!r}" for field, at in found.fields.items())


def _said(sheet: Sheet) -> Iterable[Choice]:
    return (Choice(place=sheet.file, what=what) for what in sheet.choices)
