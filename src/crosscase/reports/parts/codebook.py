"""The codebook: every code with its definition, and how far it reaches.

Cases and participants lead; codings come last, because they measure the coder's habit. A code with others under it
has a second row that holds all of them, in which each participant counts once.

An example of a code is printed when it stands word for word in a source, in the words of somebody who may be quoted;
one that does not is listed, not printed.
"""

from __future__ import annotations

from crosscase.analyses.matrix import Matrix, MatrixOptions, matrix
from crosscase.analyses.result import label_of
from crosscase.model import Code, Id, Source
from crosscase.model.table import Column, Table
from crosscase.reports.checking import COVERED, NAMED, Checker
from crosscase.reports.document import Align, Heading, Part, TableBlock, Unprinted, note
from crosscase.reports.options import Options
from crosscase.study import Study

_COLUMNS = (
    Column("code", "Code"),
    Column("definition", "Definition"),
    Column("cases", "Cases"),
    Column("participants", "Participants"),
    Column("codings", "Codings"),
)

_NOWHERE = "it stands in no source in these words"

Place = tuple[Id, int, int]

_ALIGNS: tuple[Align, ...] = ("left", "left", "right", "right", "right")


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("Codebook")
    if not len(snapshot.codes):
        return Part((heading, note("There are no codes in this study yet.")))
    asked = MatrixOptions(columns="cases", words=False, include_unreviewed=options.include_unreviewed)
    found = matrix(snapshot, asked)
    codes = {code.id: code for code in study.rows(Code)}
    checker = Checker(study, covered=options.covered, on=options.on)
    sources = [source.id for source in study.rows(Source)] if any(code.example for code in codes.values()) else []
    unprinted: list[Unprinted] = []
    places: list[Place] = []
    rows = []
    for number, line in enumerate(found.rows):
        code = codes[line.id]
        name = "  " * line.depth + label_of(line)
        text = ""
        if not line.below:
            example, place, why = _example(code, checker, sources)
            if place:
                places.append(place)
            if why:
                unprinted.append(Unprinted(code.name, "codebook, example", why))
            text = _definition(code, example)
        rows.append(
            (
                name,
                text,
                _of(found, number, "cases"),
                _of(found, number, "participants"),
                _codings(found, number),
            )
        )
    notes = (
        "Cases: in which somebody said it, of cases in which anybody was read for it.",
        "Participants: who said it, of participants read to the end for it or coded; those not yet read are in no "
        "denominator.",
        "A row marked “with below” holds all codes under it, and counts each case and each participant once.",
    )
    table = Table(
        title="Codebook, with cases, participants and codings", columns=_COLUMNS, rows=tuple(rows), notes=notes
    )
    return Part((heading, TableBlock(table=table, aligns=_ALIGNS)), tuple(unprinted), tuple(places))


def _definition(code: Code, example: str) -> str:
    parts = (
        code.definition.strip(),
        f"Include: {code.inclusion.strip()}" if code.inclusion.strip() else "",
        f"Exclude: {code.exclusion.strip()}" if code.exclusion.strip() else "",
        f"Example: “{example}”" if example else "",
        "Retired." if code.retired else "",
    )
    return "\n".join(" ".join(part.split()) for part in parts if part)


def _example(code: Code, checker: Checker, sources: list[str]) -> tuple[str, Place | None, str]:
    """The example, where it stands in a source and may be printed, and why it is not printed if it is not."""
    words = code.example.strip().strip('“”"')
    if not words:
        return "", None, ""
    if checker.names(words):
        return "", None, NAMED if any(words in checker.text(source) for source in sources) else _NOWHERE
    why = ""
    for source in sources:
        text, at = checker.text(source), -1
        while (at := text.find(words, at + 1)) >= 0:
            if checker.covers(source, at, at + len(words)):
                return "", None, COVERED
            refused = checker.leaving.refusal(source, at, at + len(words))
            if not refused:
                return words, (source, at, at + len(words)), ""
            why = why or refused
    return "", None, why or _NOWHERE


def _of(found: Matrix, row: int, what: str) -> str:
    number, of = (int(found.numbers[name][row, -1]) for name in (what, f"of_{what}"))
    return f"{number} of {of}" if of else "not yet read"


def _codings(found: Matrix, row: int) -> str:
    counted, unreviewed = (int(found.numbers[name][row, -1]) for name in ("codings", "unreviewed"))
    return f"{counted:,}" + (f"\n+{unreviewed:,} unreviewed" if unreviewed else "")
