"""The arithmetic of `retrieve`: from the tree of a query to stretches of text with the codings behind them.

Takes the tree, the codings that may count, and the words of all texts. A place operator pairs two lists of stretches
by searching one sorted list in the other, so nothing is compared with everything. A Boolean says of each unit whether
it matches, and keeps of the stretches those that lie in a unit that does.

What a careful reader would get wrong: everything lies in some unit. What stands between two turns (a speaker's name, a
page number) is a unit of its own, and so are, with participants as units, each source's words that are nobody's; else
`risk AND NOT trust` would lose what a plain `risk` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from crosscase.analyses.retrieval_query import And, Coded, Node, Not, Or, Placed, is_place
from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded, joined, news, on_one_line, pairs_between
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.turns import turn_passages

Within: TypeAlias = Literal["turn", "source", "participant"]


@dataclass(frozen=True, eq=False)
class Stretches:
    """Places in sources, each with the codings that make it.

    Attributes:
        source, start, end: code points; empty for a coding on a picture or a recording.
        codings: stretches × as many as it takes, the place operator's left side first; -1 fills up.
    """

    source: Ints
    start: Ints
    end: Ints
    codings: Ints

    def __len__(self) -> int:
        return len(self.source)

    def chosen(self, rows: Ints | Flags) -> Stretches:
        """Those of these rows."""
        return Stretches(self.source[rows], self.start[rows], self.end[rows], self.codings[rows])

    @classmethod
    def all_of(cls, parts: list[Stretches]) -> Stretches:
        """Several lists as one."""
        widest = max(part.codings.shape[1] for part in parts)
        filled = [
            np.pad(part.codings, ((0, 0), (0, widest - part.codings.shape[1])), constant_values=-1) for part in parts
        ]
        return cls(
            joined([part.source for part in parts]), joined([part.start for part in parts]),
            joined([part.end for part in parts]), np.concatenate(filled),
        )  # fmt: skip

    def collapsed(self) -> Stretches:
        """Each stretch once, with the codings of all that were the same, by source and place."""
        order = np.lexsort((self.end, self.start, self.source))
        ordered = self.chosen(order)
        new = news(ordered.source) | news(ordered.start) | news(ordered.end)
        group = np.cumsum(new) - 1
        row, place = np.nonzero(ordered.codings >= 0)
        width = int(ordered.codings.max(initial=0)) + 1
        owner, coding = np.divmod(np.unique(group[row] * width + ordered.codings[row, place]), width)
        count = np.bincount(owner, minlength=int(new.sum()))
        codings = np.full((len(count), int(count.max(initial=1))), -1, dtype=np.int64)
        before = np.cumsum(count) - count
        codings[owner, np.arange(len(owner)) - before[owner]] = coding
        return replace(ordered.chosen(new), codings=codings)


@dataclass(frozen=True, eq=False)
class Found:
    """What a part of a query gives.

    Attributes:
        units: for each unit whether it matches.
        row, unit: which stretch (by number) lies in which matching unit.
        stretches: those that the numbers mean.
    """

    units: Flags
    row: Ints
    unit: Ints
    stretches: Stretches


@dataclass(frozen=True, eq=False)
class Places:
    """Evaluates queries on one snapshot.

    Attributes:
        counted: which codings may count.
        codes_of: the numbers of codes that a name means.
        within: the unit that AND and NOT ask of.
    """

    snapshot: Snapshot
    index: TokenIndex
    scope: Scope
    counted: Flags
    codes_of: Callable[[Coded], range]
    within: Within

    def found(self, node: Node) -> Stretches:
        """The stretches that a query finds, each once."""
        if is_place(node):
            stretches = self.placed(node)
        else:
            outcome = self.boolean(node)
            stretches = outcome.stretches.chosen(np.unique(outcome.row))
        return stretches.chosen(stretches.end > stretches.start).collapsed()

    def of_code(self, code: Coded) -> Stretches:
        """The codings of a code and of those under it."""
        codings, below = self.snapshot.codings, self.codes_of(code)
        # A coding whose words are gone says nothing any longer; one on a picture still does, of its source.
        there = self.counted & (~codings.text | (codings.end > codings.start))
        rows = np.flatnonzero(there & (codings.code >= below.start) & (codings.code < below.stop))
        return self.inside(
            Stretches(codings.source[rows], codings.start[rows], codings.end[rows], rows[:, np.newaxis])
        )  # fmt: skip

    def placed(self, node: Node) -> Stretches:
        """What gives places by itself."""
        if isinstance(node, Coded):
            return self.of_code(node)
        if isinstance(node, Placed):
            return self.paired(node)
        nodes = node.nodes if isinstance(node, Or) else ()
        return Stretches.all_of([self.placed(part) for part in nodes])

    def paired(self, node: Placed) -> Stretches:
        """What a place operator finds."""
        left, right = self.placed(node.left), self.placed(node.right)
        if node.operator in {"OVERLAPS", "INSIDE"}:
            a, b = self.overlapping(left, right)
            if node.operator == "INSIDE":
                held = (right.start[b] <= left.start[a]) & (left.end[a] <= right.end[b])
                a, b = a[held], b[held]
                start, end = left.start[a], left.end[a]
            else:
                start, end = np.maximum(left.start[a], right.start[b]), np.minimum(left.end[a], right.end[b])
        else:
            a, b = self.followed(left, right, node.words)
            if node.operator == "NEAR":
                d, c = self.followed(right, left, node.words)
                e, f = self.overlapping(left, right)
                a, b = np.concatenate([a, c, e]), np.concatenate([b, d, f])
            start, end = np.minimum(left.start[a], right.start[b]), np.maximum(left.end[a], right.end[b])
        both = Stretches(left.source[a], start, end, np.concatenate([left.codings[a], right.codings[b]], axis=1))
        # A code that both sides mean does not come together with itself.
        one, other = left.codings[a][:, :, np.newaxis], right.codings[b][:, np.newaxis, :]
        same = ((one == other) & (one >= 0)).any(axis=(1, 2))
        return self.inside(both.chosen(~same))

    def overlapping(self, left: Stretches, right: Stretches) -> tuple[Ints, Ints]:
        """Pairs that share at least one character."""
        lengths = self.snapshot.sources.length

        def line(stretches: Stretches) -> tuple[Ints, Ints]:
            base = on_one_line(stretches.source, np.zeros(len(stretches), dtype=np.int64), lengths)
            return base + stretches.start, base + stretches.end

        pairs = list(pairs_between(*line(left), *line(right)))
        return joined([a for a, _ in pairs]), joined([b for _, b in pairs])

    def followed(self, left: Stretches, right: Stretches, words: int) -> tuple[Ints, Ints]:
        """Pairs of which the second begins where the first has ended, with at most so many words between."""
        mine, theirs = np.flatnonzero(left.end > left.start), np.flatnonzero(right.end > right.start)
        width = int(self.snapshot.sources.length.max(initial=0)) + 2
        theirs = theirs[np.argsort(right.source[theirs] * width + right.start[theirs], kind="stable")]
        begins = right.source[theirs] * width + right.start[theirs]
        low = np.searchsorted(begins, left.source[mine] * width + left.end[mine], side="left")
        # No source has more words than characters, so the words of one never reach those of the next.
        width += words
        ranks = right.source[theirs] * width + self.rank(right.source[theirs], right.start[theirs])
        reached = left.source[mine] * width + self.rank(left.source[mine], left.end[mine]) + words
        high = np.searchsorted(ranks, reached, side="right")
        row, at = expanded(low, np.maximum(high - low, 0))
        return mine[row], theirs[at]

    def rank(self, source: Ints, offset: Ints) -> Ints:
        """How many words of its source start before each place."""
        index = self.index
        numbers = np.array([index.source_number.get(one, -1) for one in self.snapshot.sources.ids], dtype=np.int64)
        here = numbers[source] if len(numbers) else source
        low, _ = index.within(here, offset, offset, whole=False)
        return np.where(here >= 0, low - index.first[np.maximum(here, 0)], 0)

    def inside(self, stretches: Stretches) -> Stretches:
        """Those that lie on words the filters let through."""
        scope = self.scope
        kept = scope.sources[stretches.source]
        if not scope.all_units:
            row, unit = self.whose(stretches)
            heard = np.zeros(len(stretches), dtype=np.bool_)
            heard[row] = True
            let = np.zeros(len(stretches), dtype=np.bool_)
            let[row[scope.units[unit]]] = True
            kept = kept & (let | (~heard & scope.nobody[stretches.source]))
        return stretches if kept.all() else stretches.chosen(kept)

    def whose(self, stretches: Stretches) -> tuple[Ints, Ints]:
        """(stretch, unit of the snapshot): on whose own words each lies."""
        snapshot = self.snapshot
        units, lies = snapshot.units, snapshot.lies
        text = np.flatnonzero(stretches.end > stretches.start)
        first = units.first[stretches.source[text]]
        nth, unit = expanded(first, units.first[stretches.source[text] + 1] - first)
        row = text[nth]
        holds = snapshot.speech.own(unit, stretches.end[row]) > snapshot.speech.own(unit, stretches.start[row])
        # Pictures and recordings have no words; only a coding by itself can lie there.
        rest = np.flatnonzero(stretches.end <= stretches.start)
        coding = stretches.codings[rest, 0]
        nth, at = expanded(lies.first[coding], lies.first[coding + 1] - lies.first[coding])
        return np.concatenate([row[holds], rest[nth]]), np.concatenate([unit[holds], lies.unit[at]])

    def boolean(self, node: Node) -> Found:
        """What asks of units."""
        if is_place(node):
            stretches = self.placed(node)
            row, unit = self.lying(stretches)
            units = np.zeros(self.count, dtype=np.bool_)
            units[unit] = True
            return Found(units, row, unit, stretches)
        if isinstance(node, Not):
            below = self.boolean(node.node)
            none = np.zeros(0, dtype=np.int64)
            return Found(~below.units, none, none, below.stretches.chosen(none))
        parts = [self.boolean(part) for part in (node.nodes if isinstance(node, And | Or) else ())]
        flags = [part.units for part in parts]
        units = np.logical_and.reduce(flags) if isinstance(node, And) else np.logical_or.reduce(flags)
        before = np.cumsum([0, *(len(part.stretches) for part in parts)]).tolist()
        row = joined([part.row + shift for part, shift in zip(parts, before, strict=False)])
        unit = joined([part.unit for part in parts])
        kept = units[unit]
        return Found(units, row[kept], unit[kept], Stretches.all_of([part.stretches for part in parts]))

    @property
    def count(self) -> int:
        """How many units there are."""
        snapshot = self.snapshot
        if self.within == "source":
            return len(snapshot.sources)
        if self.within == "participant":
            return len(snapshot.participants) + len(snapshot.sources)
        return 2 * len(turn_passages(snapshot).passages) + len(snapshot.sources) + 1

    def lying(self, stretches: Stretches) -> tuple[Ints, Ints]:
        """(stretch, unit): where each lies; one that reaches over several turns lies in each."""
        everything = np.arange(len(stretches), dtype=np.int64)
        if self.within == "source":
            return everything, stretches.source
        if self.within == "participant":
            row, unit = self.whose(stretches)
            person = self.snapshot.units.participant[unit]
            row, person = row[person >= 0], person[person >= 0]
            alone = np.setdiff1d(everything, row)
            return (
                np.concatenate([row, alone]),
                np.concatenate([person, len(self.snapshot.participants) + stretches.source[alone]]),
            )
        passages = turn_passages(self.snapshot).passages
        lengths = self.snapshot.sources.length
        source = passages.source.astype(np.int64)
        base = on_one_line(source, np.zeros(len(passages), dtype=np.int64), lengths)
        own = on_one_line(stretches.source, np.zeros(len(stretches), dtype=np.int64), lengths)
        pairs = list(
            pairs_between(own + stretches.start, own + stretches.end, base + passages.start, base + passages.end)
        )
        row, unit = joined([a for a, _ in pairs]), joined([b for _, b in pairs])
        alone = np.setdiff1d(np.flatnonzero(stretches.end > stretches.start), row)
        # Passages are ordered by place. With the source's number added, the gap behind the last of one source is not
        # the gap before the first of the next.
        gap = np.searchsorted(base + passages.start, own[alone] + stretches.start[alone], side="right")
        return (
            np.concatenate([row, alone]),
            np.concatenate([unit, len(passages) + gap + stretches.source[alone]]),
        )
