"""Comparing, in the shapes that screens draw: numbers as arrays, ids only when a cell is opened.

What a careful reader would get wrong: a zero in `numbers` says nothing by itself. `nothing` says for every cell in
which nobody said it which kinds of nothing that is, each with how many people.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crosscase.analyses.cells import Cell, MatrixOptions
from crosscase.analyses.compare import Compared, CompareOptions
from crosscase.analyses.compare import compare as laid_beside
from crosscase.analyses.exposure import Exposure, ExposureOptions
from crosscase.analyses.exposure import exposure as exposure_of
from crosscase.analyses.lines import Line
from crosscase.analyses.matrix import Matrix
from crosscase.analyses.matrix import matrix as crossed
from crosscase.analyses.overlap import OverlapOptions, Pair
from crosscase.analyses.overlap import overlap as together
from crosscase.analyses.recruitment import Place
from crosscase.analyses.recruitment import frame as recruited
from crosscase.analyses.scope import Filters
from crosscase.analyses.words import WordOptions, word_frequencies
from crosscase.frames.topics import NEVER
from crosscase.model import Coding, Id
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
    """A cell with the words behind it: reviewed or not, and also those on nobody's words."""

    cell: Cell
    quotations: tuple[Quotation, ...]


def blind(study: Study, asked: Any) -> Any:
    """Options as they may be asked: an independent coder sees what they coded themselves."""
    own = own_only(study)
    return msgspec.structs.replace(asked, members=(own,)) if own and isinstance(asked, Filters) else asked


def matrix(study: Study, asked: MatrixOptions) -> MatrixHere:
    """Cross codes, categories or themes with cases, roles or attributes."""
    found = crossed(study.snapshot(), blind(study, asked))
    lines = 0 if not found.has_people else len(found.columns if _what_is_above(found) else found.rows)
    return MatrixHere(
        version=found.snapshot.version,
        title=found.table_title,
        rows=found.rows,
        columns=found.columns,
        numbers={name: values.tolist() for name, values in found.numbers.items()},
        nothing=tuple(found.nothings()),
        people=tuple(found.people(line) for line in range(lines)),
        notes=found.notes(),
    )


def _what_is_above(found: Matrix) -> bool:
    """Whether rows are what was said, so that columns are people."""
    from crosscase.analyses.cells import WHAT_AXES

    return found.options.rows in WHAT_AXES


def cell(study: Study, asked: CellAsked) -> CellOpened:
    """Open a cell of a matrix: every number with the ids behind it, and the words."""
    options = msgspec.structs.replace(blind(study, asked.options), words=True)
    opened = crossed(study.snapshot(), options).find(asked.row, asked.column)
    behind = study.rows(Coding, id=[*opened.coding_ids, *opened.unreviewed_ids, *opened.nowhere_ids])
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
    found = together(study.snapshot(), blind(study, asked))
    return OverlapHere(
        version=found.snapshot.version, codes=found.codes, cases=found.cases.tolist(),
        participants=found.participants.tolist(), pairs=found.pairs.tolist(), unreviewed=found.unreviewed,
        notes=found.table().notes,
    )  # fmt: skip


def pair(study: Study, asked: PairAsked) -> PairOpened:
    """Open two codes of an overlap."""
    found = together(study.snapshot(), blind(study, asked.options)).pair(asked.left, asked.right)
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
    found = laid_beside(study.snapshot(), blind(study, asked))
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
    found = exposure_of(study.snapshot(), blind(study, asked))
    return ExposureHere(
        version=found.snapshot.version, title=found.title, rows=found.rows, columns=found.columns,
        cells=[[found.mixture(r, c) for c in range(len(found.columns))] for r in range(len(found.rows))],
        notes=found.notes(),
    )  # fmt: skip


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Where a topic was first asked about in a source; the place in code points."""

    source: Id
    name: str
    start: int


class Exposed(msgspec.Struct, frozen=True, kw_only=True):
    """A participant of a cell: the word that is true of them, and where they were asked, as far as turns say."""

    participant: Id
    identifier: str
    word: str
    asked: tuple[Asked, ...]


class ExposedAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cell of an exposure, by the keys of its row and column."""

    options: ExposureOptions
    row: str
    column: str


class ExposureOpened(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of an exposure: its mixture, the people behind each word, and of codes and themes what they said."""

    exposure: dict[str, int]
    people: tuple[Exposed, ...]
    quotations: tuple[Quotation, ...]


def exposed(study: Study, asked: ExposedAsked) -> ExposureOpened:
    """Open a cell of an exposure: who is behind each word."""
    options = blind(study, asked.options)
    snapshot = study.snapshot()
    found = exposure_of(snapshot, options).arranged([asked.row], [asked.column])
    people = snapshot.participants
    listed = tuple(
        Exposed(participant=one, identifier=people.labels[people.number[one]], word=word, asked=_asked(found, one))
        for word, those in found.people(0, 0).items()
        for one in those
    )
    said: list[Coding] = []
    if options.of != "topics":
        filters = {name: getattr(options, name) for name in Filters.__struct_fields__}
        same = MatrixOptions(
            rows=options.by, columns=options.of, codes=options.codes, analysis=options.analysis, total=False,
            words=False, **filters,
        )  # fmt: skip
        said = study.rows(Coding, id=list(crossed(snapshot, same).find(asked.row, asked.column).coding_ids))
    return ExposureOpened(exposure=found.mixture(0, 0), people=listed, quotations=tuple(quotations(study, said)))


def _asked(found: Exposure, participant: Id) -> tuple[Asked, ...]:
    """Where somebody was asked about the topic of a column."""
    snapshot, column = found.snapshot, found.columns[0]
    if column.kind != "topic":
        return ()
    at = snapshot.topics.asked_at[:, snapshot.topics.number[column.id]]
    sources = snapshot.units.source[snapshot.units.participant == snapshot.participants.number[participant]]
    listing = snapshot.sources
    return tuple(
        Asked(source=listing.ids[one], name=listing.labels[one], start=int(at[one]))
        for one in dict.fromkeys(sources.tolist())
        if at[one] < NEVER
    )


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
