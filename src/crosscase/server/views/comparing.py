"""Comparing, in the shapes that screens draw: numbers as arrays, ids only when a cell is opened.

What a careful reader would get wrong: a zero in `numbers` says nothing by itself. `nothing` says for every cell in
which nobody said it which kinds of nothing that is, each with how many people.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

import msgspec

from crosscase.analyses.cells import Cell, MatrixOptions
from crosscase.analyses.cells import Show as MatrixShow
from crosscase.analyses.compare import Compared, CompareOptions
from crosscase.analyses.compare import compare as laid_beside
from crosscase.analyses.exposure import ExposureOptions
from crosscase.analyses.exposure import exposure as exposed
from crosscase.analyses.lines import Line
from crosscase.analyses.matrix import Matrix
from crosscase.analyses.matrix import matrix as crossed
from crosscase.analyses.overlap import OverlapOptions, Pair
from crosscase.analyses.overlap import overlap as together
from crosscase.analyses.recruitment import Place
from crosscase.analyses.recruitment import frame as recruited
from crosscase.analyses.result import Result
from crosscase.analyses.scope import Filters
from crosscase.analyses.words import Show as WordShow
from crosscase.analyses.words import WordOptions, word_frequencies
from crosscase.errors import BadValueError
from crosscase.model import Coding, Id
from crosscase.model.table import Table
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study


class MatrixHere(msgspec.Struct, frozen=True, kw_only=True):
    """A matrix.

    Attributes:
        numbers: by the names of the fields of `Cell`, rows of columns.
        nothing: `[row, column, {word: people}]` for every cell in which nobody said it.
        people: for each line of people who there is, where one axis is of people; the other of what was said.
    """

    version: str
    title: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: dict[str, list[list[int]]]
    nothing: tuple[tuple[int, int, dict[str, int]], ...]
    people: tuple[str, ...]
    notes: tuple[str, ...]


class CellAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cell of a matrix, by the keys of its row and column."""

    options: MatrixOptions
    row: str
    column: str


class CellOpened(msgspec.Struct, frozen=True, kw_only=True):
    """A cell with the words behind it, reviewed or not."""

    cell: Cell
    quotations: tuple[Quotation, ...]


def _blind(study: Study, asked: Any) -> Any:
    """Options as they may be asked: an independent coder sees what they coded themselves."""
    own = own_only(study)
    return msgspec.structs.replace(asked, members=(own,)) if own and isinstance(asked, Filters) else asked


def matrix(study: Study, asked: MatrixOptions) -> MatrixHere:
    """Cross codes, categories or themes with cases, roles or attributes."""
    found = crossed(study.snapshot(), _blind(study, asked))
    cases, participants = found.numbers["cases"], found.numbers["participants"]
    empty = ((cases == 0) & (participants == 0)).nonzero()
    lines = 0 if not found.has_people else len(found.columns if _what_is_above(found) else found.rows)
    return MatrixHere(
        version=found.snapshot.version,
        title=found.table_title,
        rows=found.rows,
        columns=found.columns,
        numbers={name: values.tolist() for name, values in found.numbers.items()},
        nothing=tuple(
            (row, column, found.exposure(row, column))
            for row, column in zip(empty[0].tolist(), empty[1].tolist(), strict=True)
        ),
        people=tuple(found.people(line) for line in range(lines)),
        notes=found.notes(),
    )


def _what_is_above(found: Matrix) -> bool:
    """Whether rows are what was said, so that columns are people."""
    from crosscase.analyses.cells import WHAT_AXES

    return found.options.rows in WHAT_AXES


def cell(study: Study, asked: CellAsked) -> CellOpened:
    """Open a cell of a matrix: every number with the ids behind it, and the words."""
    options = msgspec.structs.replace(_blind(study, asked.options), words=True)
    opened = crossed(study.snapshot(), options).find(asked.row, asked.column)
    behind = study.rows(Coding, id=[*opened.coding_ids, *opened.unreviewed_ids])
    return CellOpened(cell=opened, quotations=tuple(quotations(study, behind)))


class OverlapHere(msgspec.Struct, frozen=True, kw_only=True):
    """Code × code, symmetrical: in how many cases, by how many participants, how many pairs of codings."""

    version: str
    codes: tuple[Line, ...]
    cases: list[list[int]]
    participants: list[list[int]]
    pairs: list[list[int]]
    unreviewed: int
    notes: tuple[str, ...]


class PairAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two codes of an overlap, by id or name."""

    options: OverlapOptions
    left: str
    right: str


class PairOpened(msgspec.Struct, frozen=True, kw_only=True):
    """Two codes, with the words of the codings that come together."""

    pair: Pair
    quotations: tuple[Quotation, ...]


def overlap(study: Study, asked: OverlapOptions) -> OverlapHere:
    """Which codes come together, by overlap or nearness."""
    found = together(study.snapshot(), _blind(study, asked))
    return OverlapHere(
        version=found.snapshot.version, codes=found.codes, cases=found.cases.tolist(),
        participants=found.participants.tolist(), pairs=found.pairs.tolist(), unreviewed=found.unreviewed,
        notes=found.table().notes,
    )  # fmt: skip


def pair(study: Study, asked: PairAsked) -> PairOpened:
    """Open two codes of an overlap."""
    found = together(study.snapshot(), _blind(study, asked.options)).pair(asked.left, asked.right)
    behind = study.rows(Coding, id=list({one for both in found.coding_ids for one in both}))
    return PairOpened(pair=found, quotations=tuple(quotations(study, behind)))


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Two things side by side; `neither` counts rows that neither has."""

    version: str
    left: Line
    right: Line
    by: str
    rows: tuple[Compared, ...]
    neither: int
    notes: tuple[str, ...]


def compare(study: Study, asked: CompareOptions) -> Beside:
    """Set two cases, groups or codes side by side."""
    found = laid_beside(study.snapshot(), _blind(study, asked))
    return Beside(
        version=found.snapshot.version, left=found.left, right=found.right, by=found.by, rows=found.rows,
        neither=found.neither, notes=found.table().notes,
    )  # fmt: skip


class ExposureHere(msgspec.Struct, frozen=True, kw_only=True):
    """Who was asked about what: for every row and column the words, each with how many people."""

    version: str
    title: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: list[list[dict[str, int]]]
    notes: tuple[str, ...]


def exposure(study: Study, asked: ExposureOptions) -> ExposureHere:
    """Show who was asked about what, and what came of it."""
    found = exposed(study.snapshot(), _blind(study, asked))
    return ExposureHere(
        version=found.snapshot.version, title=found.title, rows=found.rows, columns=found.columns,
        cells=[[found.mixture(r, c) for c in range(len(found.columns))] for r in range(len(found.rows))],
        notes=found.notes(),
    )  # fmt: skip


class WordsHere(msgspec.Struct, frozen=True, kw_only=True):
    """How often words were said: words × lines, and for each line of how many words, people, cases."""

    version: str
    words: tuple[str, ...]
    lines: tuple[Line, ...]
    numbers: dict[str, list[list[int]]]
    of: dict[str, list[int]]
    stopped: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


def words(study: Study, asked: WordOptions) -> WordsHere:
    """Count words by who says them."""
    found = word_frequencies(study.snapshot(), study.index(), asked)
    return WordsHere(
        version=found.snapshot.version, words=found.words, lines=found.lines,
        numbers={name: values.tolist() for name, values in found.numbers.items()},
        of={name: values.tolist() for name, values in found.of.items()},
        stopped=found.stopped, notes=found.table().notes,
    )  # fmt: skip


class FrameAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing has to be said."""


class FrameHere(msgspec.Struct, frozen=True, kw_only=True):
    """The sample that was planned, place by place; `outside` are participants without a case or a role."""

    version: str
    places: tuple[Place, ...]
    outside: tuple[Id, ...]
    notes: tuple[str, ...]


def frame(study: Study, asked: FrameAsked) -> FrameHere:  # noqa: ARG001 - every question is asked something
    """Compare the sample with the frame that was planned."""
    found = recruited(study.snapshot())
    return FrameHere(
        version=found.snapshot.version, places=found.places, outside=tuple(found.outside), notes=found.notes()
    )  # fmt: skip


Options = MatrixOptions | OverlapOptions | CompareOptions | ExposureOptions | WordOptions | FrameAsked


class DrawAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which analysis, with the options that it is asked with."""

    of: Literal["matrix", "overlap", "compare", "exposure", "words", "frame"]
    options: dict[str, Any] = {}
    show: Annotated[str, msgspec.Meta(description="What cells lead with, as the analysis has it.")] = ""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as a Vega-Lite specification, with its data in it."""

    specification: dict[str, Any]


_OPTIONS: dict[str, Any] = {
    "matrix": MatrixOptions, "overlap": OverlapOptions, "compare": CompareOptions, "exposure": ExposureOptions,
    "words": WordOptions, "frame": FrameAsked,
}  # fmt: skip


_SHOWS: dict[str, tuple[str, ...]] = {"matrix": get_args(MatrixShow), "words": get_args(WordShow)}


def _result(study: Study, asked: DrawAsked) -> Result:
    options = _blind(study, msgspec.convert(asked.options, _OPTIONS[asked.of]))
    if asked.of == "words":
        return word_frequencies(study.snapshot(), study.index(), options)
    if asked.of == "frame":
        return recruited(study.snapshot())
    made: dict[str, Any] = {"matrix": crossed, "overlap": together, "compare": laid_beside, "exposure": exposed}
    result: Result = made[asked.of](study.snapshot(), options)
    return result


def figure(study: Study, asked: DrawAsked) -> Drawn:
    """Draw the figure of an analysis."""
    return Drawn(specification=_result(study, asked).chart().to_dict())


def table(study: Study, asked: DrawAsked) -> Table:
    """The table of an analysis as reports print it: every cell in words, with its notes."""
    if asked.show and asked.show not in _SHOWS.get(asked.of, ()):
        raise BadValueError(f"Cells of this table do not lead with {asked.show!r}.")
    result: Any = _result(study, asked)
    shown: Table = result.table(asked.show) if asked.show else result.table()
    return shown
