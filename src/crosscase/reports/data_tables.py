"""Data as tables for other programs: codings with their words, the codebook, numbers, cases and participants.

For the command line and the workbench alike. Everything goes through an `Outgoing`: words that consent does not cover
are withheld, and it knows afterwards whose words were written.

What a careful reader would get wrong: an example in the codebook is somebody's words too. It may leave where one of
those who said it may be quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from crosscase.model import Coding, Source
from crosscase.model.table import Column, Table
from crosscase.reads.codebook import CodeLine, codebook
from crosscase.reads.codings import CodingLine, coding_lines
from crosscase.reads.outgoing import Outgoing
from crosscase.reads.sheets import sheet

if TYPE_CHECKING:
    from crosscase.study import Study

Data = Literal["codings", "codebook", "matrix", "frame", "participants", "cases"]


def data_tables(study: Study, what: Data) -> tuple[Outgoing, list[Table]]:
    """A table as it may leave the study (the last of them is the one for programs), and what was decided on the way."""
    outgoing = Outgoing(study.leaving())
    invented = study.settings().invented
    if what == "codings":
        codings = study.rows(Coding)
        lines, consent = codings_out(outgoing, coding_lines(study.store, codings), codings)
        table = codings_table(lines, [invented] if invented else [])
        return outgoing, [outgoing.table(table, consent, ("quote",))]
    if what == "codebook":
        return outgoing, [
            outgoing.table(codebook_table(examples_out(study, outgoing, codebook(study.store)), invented))
        ]
    if what in ("participants", "cases"):
        return outgoing, [outgoing.table(_sheet_table(study, what, invented))]
    return outgoing, [outgoing.table(each) for each in _counted(study, what)]


def _counted(study: Study, what: Data) -> Sequence[Table]:
    from crosscase.analyses.matrix import MatrixOptions, matrix
    from crosscase.analyses.recruitment import frame
    from crosscase.reports.result_files import tables_of

    snapshot = study.snapshot()
    return tables_of(frame(snapshot) if what == "frame" else matrix(snapshot, MatrixOptions(rows="codes")))


def _sheet_table(study: Study, what: Data, invented: str) -> Table:
    """A sheet; the real names of participants are in none."""
    found = sheet(study, "case" if what == "cases" else "participant")
    natures: dict[str, Any] = {"number": "number"}
    columns = tuple(Column(one.key, one.heading, natures.get(one.type, "text")) for one in found.columns)
    rows = tuple(row.cells for row in found.rows)
    return Table(title=what.capitalize(), columns=columns, rows=rows, notes=(invented,) if invented else ())


def codings_table(lines: Sequence[CodingLine], notes: Sequence[str]) -> Table:
    """Codings with all their columns, which say of each passage what it is covered for."""
    names = tuple(type(lines[0]).__struct_fields__) if lines else ("id", "source", "code", "quote")
    columns = tuple(Column(name, name.replace("_", " ").capitalize(), _nature(name)) for name in names)
    rows = tuple(tuple(_cell(getattr(line, name)) for name in names) for line in lines)
    return Table(title="Codings", columns=columns, rows=rows, notes=tuple(notes))


def _nature(name: str) -> Any:
    return "count" if name in {"start", "end", "weight"} else "text"


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else value


def codebook_table(lines: list[CodeLine], invented: str) -> Table:
    """The codebook with all that is written about each code; `crosscase import` reads it again."""
    headings = {
        "code": "Code", "parent": "Parent", "definition": "Definition", "inclusion": "Inclusion",
        "exclusion": "Exclusion", "example": "Example", "colour": "Colour", "category": "Category",
        "codings": "Codings", "unreviewed": "Unreviewed", "sources": "Sources",
    }  # fmt: skip
    numbers = {"codings", "unreviewed", "sources"}
    columns = tuple(Column(key, text, "count" if key in numbers else "text") for key, text in headings.items())
    rows = tuple(
        (
            line.code.name, line.path.rpartition(" / ")[0].rpartition(" / ")[2], line.code.definition,
            line.code.inclusion, line.code.exclusion, line.code.example, line.code.colour,
            "yes" if line.code.category else "no", line.codings, line.unreviewed, line.sources,
        )
        for line in lines
    )  # fmt: skip
    return Table(title="Codebook", columns=columns, rows=rows, notes=(invented,) if invented else ())


def codings_out(
    made: Outgoing, lines: Sequence[CodingLine], codings: Iterable[Coding]
) -> tuple[list[CodingLine], list[str]]:
    """Codings as they may be written, and for each what is on record of those whose words they are."""
    places = {one.id: one for one in codings}
    kept: list[CodingLine] = []
    consent: list[str] = []
    for line in lines:
        place = places[line.id]
        words = made.words(place.source, line.start, line.end, line.quote) if line.quote else line.quote
        free = made.leaving.standing(place.source, line.start, line.end) if words == line.quote else "withheld"
        consent.append(free if line.quote else "")
        kept.append(msgspec.structs.replace(line, quote=words))
    return kept, consent


def examples_out(study: Study, made: Outgoing, lines: list[CodeLine]) -> list[CodeLine]:
    """Codes with their examples as they may be written: what somebody said may leave where somebody may be quoted."""
    if not any(line.code.example.strip() for line in lines):
        return lines
    texts = {source.id: study.text(source.id) for source in study.rows(Source)}

    def written(line: CodeLine) -> CodeLine:
        words = line.code.example.strip().strip('“”"')
        places = [(source, at) for source, text in texts.items() for at in _places(text, words)] if words else []
        free = [place for place in places if not made.leaving.refusal(place[0], place[1], place[1] + len(words))]
        if not places:
            return line
        source, at = (free or places)[0]
        example = made.words(source, at, at + len(words), line.code.example)
        return msgspec.structs.replace(line, code=msgspec.structs.replace(line.code, example=example))

    return [written(line) for line in lines]


def _places(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
