"""What one group says more than another, and whether that holds: codes, themes or a query × groups.

For every two groups: participants coded of participants read, cases of cases, words coded per 1,000 words spoken, and
how many were asked; the difference in plain counts; and the checks of `robustness`. A query over codings stands in one
row of its own.

Two things a careful reader would get wrong. The difference is one of counts in what has been coded so far, in a sample
that nobody drew at random: there is no interval and no test unless the sampling assumption is stated, and then it is
printed beside them. And a group with nobody read is not a group in which nobody said it.
"""

from __future__ import annotations

from itertools import combinations

import msgspec
import numpy as np

from crosscase.analyses.block import Block, block_of
from crosscase.analyses.contrasted import DIRECTIONS, Contrast, ContrastOptions, Contrasts, Opened, Side, place
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, What, what_axis
from crosscase.analyses.proportions import newcombe
from crosscase.analyses.result import label_of
from crosscase.analyses.robustness import Check, CheckKind, checked, directions, in_words, without_each
from crosscase.analyses.scope import scope_of
from crosscase.analyses.shares import MEASURES, CountedBy, Shares, shares_of
from crosscase.analyses.states import mixture, topics_of_lines
from crosscase.analyses.who import Who, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.topics import NEVER

__all__ = ["Contrast", "ContrastOptions", "Contrasts", "Opened", "Side", "contrasts"]

_MOST_PAIRS = 300


def contrasts(snapshot: Snapshot, options: ContrastOptions | None = None, index: TokenIndex | None = None) -> Contrasts:
    """Contrast groups, with every check of robustness.

    Args:
        snapshot: the study.
        options: what to contrast.
        index: its words at the same version; needed for a query.

    Raises:
        BadValueError: groups that cannot be contrasted, or more than 300 pairs of them.
        NotFoundError, AmbiguousError: something is named that cannot be found.
        QueryError: the query cannot be read.
    """
    options = options or ContrastOptions()
    who = who_axis(snapshot, options.by)
    pairs = _pairs(who, options)
    what = _asked(snapshot, options, index)
    block = block_of(counted_of(snapshot, what, scope_of(snapshot, options), words=True), who)
    found = {count: shares_of(block, count) for count in MEASURES}
    checks = _Checks(block, options.count, found, _without_coders(snapshot, options, what, who))
    asked = _asked_of(block)
    sides = [
        [_side(block, found, asked.get(line), line, column) for line in range(len(what.lines))]
        for column in range(len(who.lines))
    ]
    contrasted = tuple(
        _contrast((line, who.lines[left], who.lines[right]), (sides[left][n], sides[right][n]), ways, options)
        for left, right in pairs
        for n, (line, ways) in enumerate(zip(what.lines, checks.of(left, right), strict=True))
    )
    return Contrasts(snapshot, options, what.lines, who.lines, contrasted, block)


def _pairs(who: Who, options: ContrastOptions) -> list[tuple[int, int]]:
    if who.by_source:
        message = (
            f"{options.by!r} divides the words of one person between groups. Contrast by cases, roles, a grouping, or "
            "an attribute of cases or participants."
        )
        raise BadValueError(message)
    if bool(options.left) != bool(options.right):
        message = "Name both groups, left and right, or none for every two of them."
        raise BadValueError(message)
    if options.left:
        left, right = (place(who.lines, name, "group") for name in (options.left, options.right))
        if left == right:
            message = f"{options.left!r} and {options.right!r} are the same group. Name two different ones."
            raise BadValueError(message)
        return [(left, right)]
    pairs = list(combinations(range(len(who.lines)), 2))
    if not pairs:
        message = f"There is only one group by {options.by}; a contrast needs two."
        raise BadValueError(message)
    if len(pairs) > _MOST_PAIRS:
        message = f"{options.by.capitalize()} make {len(pairs)} pairs. Name the two groups to contrast."
        raise BadValueError(message)
    return pairs


def _asked(snapshot: Snapshot, options: ContrastOptions, index: TokenIndex | None) -> What:
    """The rows; for a query one row with the codings of its passages, read where all its codes were."""
    if not options.query:
        return what_axis(snapshot, options.of, codes=options.codes, analysis=options.analysis)
    from crosscase.analyses.retrieve import codings_of_query

    rows, needs = codings_of_query(snapshot, index, options.query, options)
    line = Line("query", options.query, "any")
    zeros = np.zeros(len(rows), dtype=np.int64)
    codes = np.array(needs, dtype=np.int64)
    pairs = (zeros, rows, np.zeros(len(rows), dtype=np.bool_))
    return What((line,), None, pairs, (np.zeros(len(codes), dtype=np.int64), codes), ("query", options.query))


def _without_coders(snapshot: Snapshot, options: ContrastOptions, what: What, who: Who) -> list[tuple[str, Shares]]:
    """The shares without each member who coded, as they are counted; none where only one did."""
    wanted = snapshot.found(snapshot.members, options.members) if options.members else np.arange(len(snapshot.members))
    coded = np.bincount(snapshot.codings.member, minlength=len(snapshot.members)) > 0
    coders = [number for number in wanted.tolist() if coded[number]]
    found: list[tuple[str, Shares]] = []
    for out in coders if len(coders) > 1 else ():
        others = tuple(snapshot.members.ids[number] for number in wanted.tolist() if number != out)
        scope = scope_of(snapshot, msgspec.structs.replace(options, members=others))
        block = block_of(counted_of(snapshot, what, scope, words=options.count == "words"), who)
        found.append((snapshot.members.labels[out], shares_of(block, options.count)))
    return found


def _asked_of(block: Block) -> dict[int, Ints]:
    """For each row whose codes are linked to topics, how many of those read in each group were asked about them."""
    snapshot, layout = block.counted.snapshot, block.layout
    found: dict[int, Ints] = {}
    for line, topics in topics_of_lines(snapshot, block.counted.what):
        first = snapshot.topics.asked_at[:, topics].min(axis=1)
        asked = layout.seats((first < NEVER)[snapshot.units.source][:, None])[:, 0]
        found[line] = layout.by_column((asked & (block.coded | block.read)[:, line])[:, None])[:, 0]
    return found


def _side(block: Block, found: dict[CountedBy, Shares], asked: Ints | None, line: int, column: int) -> Side:
    values: dict[str, int] = {}
    for count, shares in found.items():
        values |= {count: int(shares.number[column, line]), f"of_{count}": int(shares.of[column, line])}
    return Side(
        **values, unfinished=int(block.numbers["unfinished"][column, line]),
        codings=int(block.numbers["codings"][column, line]), asked=None if asked is None else int(asked[column]),
        exposure=mixture(block.mixtures[column, line], int(block.missing[column])),
    )  # fmt: skip


class _Checks:
    """Two groups, with the direction of their difference in every row and every check of it."""

    def __init__(
        self, block: Block, count: CountedBy, found: dict[CountedBy, Shares], coders: list[tuple[str, Shares]]
    ) -> None:
        self._snapshot = block.counted.snapshot
        self._main, self._count, self._found, self._coders = found[count], count, found, coders

    def of(self, left: int, right: int) -> list[tuple[int, tuple[Check, ...]]]:
        """For each row the direction, and the checks."""
        kinds: dict[CheckKind, list[tuple[str, Ints]]] = {
            "case left out": self._without("case", left, right),
            "coder left out": [(name, _way(shares, left, right)) for name, shares in self._coders],
            "participant left out": self._without("participant", left, right),
            "counted otherwise": [
                (f"by {count}", _way(shares, left, right))
                for count, shares in self._found.items()
                if count != self._count
            ],
        }
        rows = []
        for number, direction in enumerate(_way(self._main, left, right).tolist()):
            found = {kind: [(name, int(ways[number])) for name, ways in those] for kind, those in kinds.items()}
            rows.append((direction, tuple(checked(kind, direction, those) for kind, those in found.items())))
        return rows

    def _without(self, what: str, left: int, right: int) -> list[tuple[str, Ints]]:
        listing = self._snapshot.cases if what == "case" else self._snapshot.participants
        parts = self._main.cases if what == "case" else self._main.people
        items, ways = without_each(self._main, parts, left, right)
        return [(listing.labels[item], ways[at]) for at, item in enumerate(items.tolist())]


def _way(shares: Shares, left: int, right: int) -> Ints:
    return directions((shares.number[left], shares.of[left]), (shares.number[right], shares.of[right]))


def _contrast(
    lines: tuple[Line, Line, Line],
    sides: tuple[Side, Side],
    found: tuple[int, tuple[Check, ...]],
    options: ContrastOptions,
) -> Contrast:
    (line, left, right), (one, other), (direction, checks) = lines, sides, found
    shares = (one.share(options.count), other.share(options.count))
    interval = None
    if options.assumption and options.count == "participants":
        interval = newcombe(one.participants, one.of_participants, other.participants, other.of_participants)
    return Contrast(
        key=line.key, label=label_of(line), left=left.label, right=right.label, left_side=one, right_side=other,
        difference=None if shares[0] is None or shares[1] is None else shares[0] - shares[1],
        direction=DIRECTIONS[direction], checks=checks,
        robust=direction in (-1, 1) and all(check.survived == check.of for check in checks),
        robustness=in_words(direction, checks),
        interval=(100 * interval[0], 100 * interval[1]) if interval else None,
    )  # fmt: skip
