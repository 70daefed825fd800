"""Who said what: codes, categories or themes × cases, sampling roles, groupings, participants or members.

`matrix` gives for every cell in how many cases and by how many participants it was said, of how many that were read;
how many words; how many codings, last, because they measure the coder's habit; and what a zero means. Rows and
columns may be any two axes of which at most one is *what* was said; with none, any coding counts (`codes` narrows it).

Two things a careful reader would get wrong. The denominator is whoever was read to the end for the row, and whoever was
coded: `unfinished` says how many of the coded were not read to the end, so nobody is counted who is not below
the line. And a parent's row `below` is a union: somebody with two of its codes is one participant.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np

from crosscase.analyses.block import Block, block_of
from crosscase.analyses.cells import NUMBERS, WHAT_AXES, Cell, MatrixOptions
from crosscase.analyses.counting import counted_of
from crosscase.analyses.crossed import Matrix
from crosscase.analyses.lines import Line, What, what_axis
from crosscase.analyses.scope import scope_of
from crosscase.analyses.who import Who, everyone, product, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints

__all__ = ["Cell", "Matrix", "MatrixOptions", "matrix"]


def matrix(snapshot: Snapshot, options: MatrixOptions | None = None) -> Matrix:
    """Cross two axes.

    Raises:
        BadValueError: two axes that cannot be crossed, or an axis with nothing on it.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or MatrixOptions()
    _check(options)
    axes = (options.rows, options.columns)
    whats = [name for name in axes if name in WHAT_AXES]
    what = what_axis(snapshot, whats[0] if whats else "any", codes=options.codes, analysis=options.analysis)
    if "members" in axes:
        return _by_members(snapshot, options, what)
    people = [who_axis(snapshot, name) for name in axes if name not in WHAT_AXES]
    who = people[0] if len(people) == 1 else product(people[0], people[1])
    scope = scope_of(snapshot, options)
    counted = counted_of(snapshot, what, scope, words=options.words)
    blocks = [block_of(counted, who)]
    if options.total:
        blocks.append(block_of(counted, everyone(snapshot) if len(people) == 1 else _row_totals(snapshot, people[0])))
    return _laid_out(snapshot, options, what, people, blocks)


def _check(options: MatrixOptions) -> None:
    if options.rows == options.columns:
        message = f"Rows and columns are both {options.rows}. Name two different axes."
        raise BadValueError(message)
    if options.rows in WHAT_AXES and options.columns in WHAT_AXES:
        message = "Codes, categories and themes cannot be crossed with each other here. Use `overlap` or `tables`."
        raise BadValueError(message)


def _row_totals(snapshot: Snapshot, rows: Who) -> Who:
    return product(rows, everyone(snapshot))


def _laid_out(snapshot: Snapshot, options: MatrixOptions, what: What, people: list[Who], blocks: list[Block]) -> Matrix:
    """Columns × lines of blocks → rows × columns of the matrix; everybody is the last column, or the last row."""
    everybody = tuple(line for block in blocks[1:] for line in block.who.lines[-1:]) if options.total else ()
    if len(people) == 2:
        shape = (len(people[0].lines), -1)
        everybody = everyone(snapshot).lines if options.total else ()

        def arranged(parts: list[Ints]) -> Ints:
            return np.concatenate([part.reshape(shape) for part in parts], axis=1)

        return _matrix(snapshot, options, (people[0].lines, (*people[1].lines, *everybody)), blocks, arranged)
    if options.rows in WHAT_AXES:
        lines = (what.lines, (*people[0].lines, *everybody))
        return _matrix(snapshot, options, lines, blocks, lambda parts: np.concatenate(parts, axis=0).T)
    lines = ((*people[0].lines, *everybody), what.lines)
    return _matrix(snapshot, options, lines, blocks, lambda parts: np.concatenate(parts, axis=0))


def _matrix(
    snapshot: Snapshot,
    options: MatrixOptions,
    lines: tuple[tuple[Line, ...], tuple[Line, ...]],
    blocks: list[Block],
    arranged: Callable[[list[Ints]], Ints],
) -> Matrix:
    """The matrix of these blocks; `arranged` makes rows × columns of their columns × lines."""
    names = [name for name in NUMBERS if name in blocks[0].numbers]
    numbers = {name: arranged([block.numbers[name] for block in blocks]) for name in names}
    where = []
    for number, block in enumerate(blocks):
        column, line = np.indices((block.layout.columns, len(block.counted.what.lines)))
        where.append((np.full_like(column, number), line, column))
    places = np.stack([arranged(list(part)) for part in zip(*where, strict=True)])
    return Matrix(snapshot, options, *lines, numbers, tuple(blocks), places)


def _by_members(snapshot: Snapshot, options: MatrixOptions, what: What) -> Matrix:
    """One block for each member, who then is the only one whose codings and readings count."""
    wanted = snapshot.found(snapshot.members, options.members) if options.members else np.arange(len(snapshot.members))
    if not len(wanted):
        message = "There are no members to show."
        raise BadValueError(message)
    other = next((name for name in (options.rows, options.columns) if name != "members" and name not in WHAT_AXES), "")
    who = who_axis(snapshot, other) if other else everyone(snapshot)
    chosen: list[tuple[str, ...]] = [(snapshot.members.ids[number],) for number in wanted.tolist()]
    lines = [
        Line(snapshot.members.ids[n], snapshot.members.labels[n], "member", snapshot.members.ids[n]) for n in wanted
    ]
    if options.total:
        chosen.append(options.members)
        lines.append(everyone(snapshot).lines[0])
    scopes = [scope_of(snapshot, msgspec.structs.replace(options, members=names)) for names in chosen]
    blocks = [block_of(counted_of(snapshot, what, scope, words=options.words), who) for scope in scopes]
    # What members are crossed with: the lines of the other axis, be they what or who.
    others = who.lines if other else what.lines

    def arranged(parts: list[Ints]) -> Ints:
        return np.stack([part[:, 0] if other else part[0] for part in parts], axis=1)

    if options.columns == "members":
        return _matrix(snapshot, options, (others, tuple(lines)), blocks, arranged)
    return _matrix(snapshot, options, (tuple(lines), others), blocks, lambda parts: arranged(parts).T)
