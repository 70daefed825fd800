"""Cases side by side in an order, and how alike they are."""

from __future__ import annotations

import msgspec

from crosscase.analyses.cells import Cell
from crosscase.analyses.lines import Line
from crosscase.analyses.meta import MetaColumn, MetaMatrix, MetaOptions
from crosscase.analyses.meta import meta as side_by_side
from crosscase.analyses.similarity import Alike, MapPlace, SimilarityOptions
from crosscase.analyses.similarity import similarity as held_together
from crosscase.model import Coding
from crosscase.server.views.comparing import CellOpened, blind
from crosscase.server.views.quoting import quotations
from crosscase.study import Study


class MetaHere(msgspec.Struct, frozen=True, kw_only=True):
    """A meta-matrix: `texts` has for each row the words of every column, attributes among them."""

    version: str
    title: str
    rows: tuple[Line, ...]
    columns: tuple[MetaColumn, ...]
    texts: tuple[tuple[str, ...], ...]
    ordered: str
    notes: tuple[str, ...]


class MetaCellAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cell, by the keys or labels of its row and column."""

    options: MetaOptions
    row: str
    column: str


class SimilarityHere(msgspec.Struct, frozen=True, kw_only=True):
    """Every two lines, the order of the tree, and the map."""

    version: str
    title: str
    lines: tuple[Line, ...]
    pairs: tuple[Alike, ...]
    order: tuple[str, ...]
    joins: tuple[tuple[int, int, float, int], ...]
    placed: tuple[MapPlace, ...]
    notes: tuple[str, ...]


def meta(study: Study, asked: MetaOptions) -> MetaHere:
    """Set cases side by side in an order."""
    found = _meta(study, asked)
    texts = tuple(tuple(found.text(row, column) for column in found.columns) for row in range(len(found.rows)))
    return MetaHere(
        version=found.snapshot.version, title=found.title, rows=found.rows, columns=found.columns, texts=texts,
        ordered=found.ordered, notes=found.notes(),
    )  # fmt: skip


def meta_cell(study: Study, asked: MetaCellAsked) -> CellOpened:
    """Open a cell of a meta-matrix."""
    cell: Cell = _meta(study, asked.options).open(asked.row, asked.column)
    behind = study.rows(Coding, id=[*cell.coding_ids, *cell.unreviewed_ids, *cell.nowhere_ids])
    return CellOpened(cell=cell, quotations=tuple(quotations(study, behind)))


def _meta(study: Study, asked: MetaOptions) -> MetaMatrix:
    return side_by_side(study.snapshot(), blind(study, asked))


def similarity(study: Study, asked: SimilarityOptions) -> SimilarityHere:
    """Show how alike cases, groups or people are in what was said."""
    found = held_together(study.snapshot(), blind(study, asked))
    return SimilarityHere(
        version=found.snapshot.version, title=found.title, lines=found.lines, pairs=found.pairs,
        order=tuple(found.lines[at].key for at in found.order), joins=found.joins, placed=found.placed,
        notes=found.notes(),
    )  # fmt: skip
