"""How much of a group said something, counted in several ways, and what each person and case adds to that.

A *share* is a number of a number: participants of those read, cases of those read, words coded of words spoken, turns
coded of turns taken. What every participant and every case adds to both stands in `Parts`, so that leaving one out is
one subtraction and not another count.

What a careful reader would get wrong: a case is counted once however many of its people said it. Leaving a participant
out takes the case out of the count only where nobody else of it said the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from crosscase.analyses.block import Block
from crosscase.analyses.layout import Layout
from crosscase.frames.intervals import Flags, Ints, expanded

CountedBy = Literal["participants", "cases", "words", "turns"]
MEASURES: tuple[CountedBy, ...] = get_args(CountedBy)


@dataclass(frozen=True, eq=False)
class Parts:
    """What each participant, or each case, adds to the shares of the columns it belongs to.

    Attributes:
        item, column: whose part each row is (a participant's or case's number), and of which column.
        number, of: rows × lines: what it adds above and below the line.
    """

    item: Ints
    column: Ints
    number: Ints
    of: Ints


@dataclass(frozen=True, eq=False)
class Shares:
    """Columns × lines, above and below the line, with the parts of participants and cases."""

    number: Ints
    of: Ints
    people: Parts
    cases: Parts


def shares_of(block: Block, by: CountedBy) -> Shares:
    """The shares of a block, counted in one of the ways of `MEASURES`.

    For words the block must have been counted with words.
    """
    if by == "cases":
        return _of_cases(block)
    layout = block.layout
    base = block.coded | block.read & _with_words(block)
    if by == "participants":
        number, of = block.coded.astype(np.int64), base.astype(np.int64)
    else:
        coded, all_of = _words(block) if by == "words" else _turns(block)
        number = np.where(base, _seats(layout, coded), 0)
        of = base * layout.of_seats(all_of)[:, None]
    people = Parts(layout.person, layout.column, number, of)
    case = block.counted.snapshot.participants.case[layout.person]
    return Shares(layout.by_column(number), layout.by_column(of), people, _gathered(case, people))


def _with_words(block: Block) -> Flags:
    return block.layout.seats(block.counted.snapshot.has_words[:, None])


def _seats(layout: Layout, grid: npt.NDArray[Any]) -> Ints:
    """Units × lines → seats × lines: sums."""
    found = np.zeros((len(layout.person), grid.shape[1]), dtype=np.int64)
    if len(layout.seated):
        found[layout.seated] = np.add.reduceat(grid[layout.seat_unit].astype(np.int64), layout.seat_first, axis=0)
    return found


def _gathered(item: Ints, parts: Parts) -> Parts:
    """Parts of participants, summed by what they belong to; those that belong to nothing are left out."""
    width = int(parts.column.max(initial=0)) + 1
    key = item * width + parts.column
    kept = np.flatnonzero(item >= 0)
    kept = kept[np.argsort(key[kept], kind="stable")]
    if not len(kept):
        empty = parts.number[:0]
        return Parts(item[:0], parts.column[:0], empty, empty)
    whole, first = np.unique(key[kept], return_index=True)
    number, of = (np.add.reduceat(rows[kept], first, axis=0) for rows in (parts.number, parts.of))
    return Parts(whole // width, whole % width, number, of)


def _of_cases(block: Block) -> Shares:
    """Cases in which anybody said it, of cases in which anybody was read; a case's documents speak for it too."""
    layout, counted = block.layout, block.counted
    base = counted.said | (counted.read & counted.snapshot.has_words[:, None])
    said, read = (_stands(layout, grid) for grid in (counted.said, base))
    first = np.searchsorted(layout.stand_column, np.arange(layout.columns + 1))
    number, of = (_by_first(grid > 0, first) for grid in (said, read))
    cases = Parts(layout.stand_case, layout.stand_column, (said > 0).astype(np.int64), (read > 0).astype(np.int64))
    # A participant's part is the whole case where nobody else holds it.
    case = counted.snapshot.participants.case[layout.person]
    width = len(counted.snapshot.cases) + 1
    keys = layout.stand_column * width + layout.stand_case
    at = np.searchsorted(keys, layout.column * width + case)
    known = (case >= 0) & (at < len(keys))
    known[known] = keys[at[known]] == (layout.column * width + case)[known]
    rows = np.flatnonzero(known)
    alone = [
        (grid[at[rows]] > 0) & (grid[at[rows]] == _seats(layout, units)[rows])
        for grid, units in ((said, counted.said), (read, base))
    ]
    people = Parts(layout.person[rows], layout.column[rows], *(flags.astype(np.int64) for flags in alone))
    return Shares(number, of, people, cases)


def _stands(layout: Layout, grid: Flags) -> Ints:
    """Units × lines → stands × lines: how many units."""
    if not len(layout.stand_case):
        return np.zeros((0, grid.shape[1]), dtype=np.int64)
    return np.add.reduceat(grid[layout.stand_unit].astype(np.int64), layout.stand_first, axis=0)


def _by_first(grid: Flags, first: Ints) -> Ints:
    sums = np.concatenate([np.zeros((1, grid.shape[1]), np.int64), np.cumsum(grid, axis=0, dtype=np.int64)])
    by_column: Ints = sums[first[1:]] - sums[first[:-1]]
    return by_column


def _words(block: Block) -> tuple[Ints, Ints]:
    """Words coded (units × lines), and words spoken (units)."""
    counted = block.counted
    if counted.words is None:
        message = "a block that was counted without words"
        raise ValueError(message)
    return counted.words.astype(np.int64), counted.snapshot.spoken.spoken


def _turns(block: Block) -> tuple[Ints, Ints]:
    """Turns that hold coded words of whoever takes them (units × lines), and turns taken (units)."""
    snapshot, evidence = block.counted.snapshot, block.counted.evidence
    turns, units, lines = snapshot.turns, snapshot.units, block.counted.said.shape[1]
    own = np.flatnonzero((turns.participant >= 0) & turns.speech)
    unit_of = units.of(turns.source[own], turns.participant[own], len(snapshot.participants))
    # A turn without a word has no unit.
    there = np.minimum(unit_of, len(units) - 1)
    kept = (units.source[there] == turns.source[own]) & (units.participant[there] == turns.participant[own])
    own, unit_of = own[kept], unit_of[kept]
    source, start, end = turns.source[own], turns.start[own], turns.end[own]
    taken = np.bincount(unit_of, minlength=len(units)).astype(np.int64)
    rows = np.flatnonzero(evidence.counted & ~evidence.against)
    coding, unit = evidence.coding[rows], evidence.unit[rows]
    here = snapshot.codings.source[coding]
    width = snapshot.speech.width
    low = np.searchsorted(source * width + end, here * width + snapshot.codings.start[coding], side="right")
    high = np.searchsorted(source * width + start, here * width + snapshot.codings.end[coding], side="left")
    nth, turn = expanded(low.astype(np.int64), np.maximum(high - low, 0).astype(np.int64))
    fits = unit_of[turn] == unit[nth]
    cells = np.unique(turn[fits] * np.int64(lines) + evidence.line[rows][nth[fits]])
    flat = unit_of[cells // lines] * lines + cells % lines
    coded = np.bincount(flat, minlength=len(units) * lines).reshape(len(units), lines)
    return coded.astype(np.int64), taken
