"""What people have to settle in the texts of sources.

Two copies brought one source with different words (answers to one question): the first in the order stands. Or two
people corrected the same characters: what both put in stands side by side, or a word is left of what the other took
away. Neither is dropped; both are reported until somebody who has seen both corrects the place, or keeps it.

What a careful reader would get wrong: taking the same characters away twice is no conflict, and neither are two
insertions at one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec
from sqlalchemy import Connection, select

from crosscase.journal.chain import Seen
from crosscase.journal.changes import Corrected, Piece, Stretch
from crosscase.journal.conflicts import Conflict, Side
from crosscase.journal.text import address
from crosscase.model import Id
from crosscase.store.apply import AGAIN
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, TOUCH


class Correction(msgspec.Struct, frozen=True):
    """What one entry did to the text of a source."""

    entry: Id
    digest: str
    changes: tuple[Corrected, ...]

    @property
    def hidden(self) -> tuple[Stretch, ...]:
        """Characters it took away."""
        return tuple(stretch for change in self.changes for stretch in change.hidden)

    @property
    def reached(self) -> tuple[Stretch, ...]:
        """Characters it took away or showed again."""
        return (*self.hidden, *(stretch for change in self.changes for stretch in change.shown))


def corrections_of(store: Store, source: Id) -> list[Correction]:
    """All corrections of a source, in the order of the journal."""
    names = {line.id: line.digest for line in store.log()}
    found = []
    for entry in store.entries_about("source", source, "text"):
        changes = tuple(c for c in entry.changes if isinstance(c, Corrected) and c.source == source)
        if changes:
            found.append(Correction(entry.id, names[entry.id], changes))
    return found


def stand_ins(one: Correction, reached: Sequence[Stretch]) -> list[Stretch]:
    """What a correction put in for any of these characters, by address."""
    found: list[Stretch] = []
    for change in one.changes:
        number = change.first
        for piece in change.pieces:
            if any(_overlap(s, r) for s in piece.stands_for for r in reached):
                found.append(Stretch("" if change.base else one.entry, number, piece.length))
            number += piece.length
    return found


def _alike(one: Correction, other: Correction, reached: Sequence[Stretch]) -> bool:
    """Whether both put the same words in for the same characters: these show once, and nothing is disputed."""

    def pieces(of: Correction) -> set[tuple[tuple[Stretch, ...], str]]:
        return {
            (piece.stands_for, words)
            for change in of.changes
            for piece, words in _with_words(change)
            if any(common(s, r) for s in piece.stands_for for r in reached)
        }

    return pieces(one) == pieces(other)


def _with_words(change: Corrected) -> Iterator[tuple[Piece, str]]:
    at = 0
    for piece in change.pieces:
        yield piece, change.words[at : at + piece.length]
        at += piece.length


def words_at(one: Correction, stretches: Sequence[Stretch]) -> str:
    """The words a correction put in at these addresses."""
    parts: list[str] = []
    for change in one.changes:
        for stretch in stretches:
            at = stretch.first - change.first
            if stretch.origin in {one.entry, ""} and 0 <= at < len(change.words):
                parts.append(change.words[at : at + stretch.length])
    return "".join(parts)


def over_texts(store: Store, connection: Connection, seen: Seen, undone: Mapping[Id, set[Id]]) -> list[Conflict]:
    """All open conflicts over texts; settlements that were undone settle nothing."""
    passed = set().union(*undone.values())
    found: list[Conflict] = []
    records = connection.execute(
        select(TOUCH.c.row, TOUCH.c.field, ENTRY.c.digest)
        .join(ENTRY, ENTRY.c.seq == TOUCH.c.seq)
        .where(TOUCH.c.kind == "source", TOUCH.c.field.in_(("text", AGAIN)))
    )
    branches: dict[Id, set[str]] = {}
    for source, field, name in records:
        branches.setdefault(source, set()).add(AGAIN if field == AGAIN else seen.branch(name))
    for source in sorted(source for source, names in branches.items() if len(names) > 1 or AGAIN in names):
        corrections = [one for one in corrections_of(store, source) if one.entry not in passed]
        found += _brought(source, corrections, seen)
        found += _clashes(source, [one for one in corrections if not one.changes[0].base], seen)
    return found


def _brought(source: Id, corrections: Sequence[Correction], seen: Seen) -> Iterator[Conflict]:
    """One source brought with different words."""
    brought = [one for one in corrections if one.changes[0].base]
    sides = tuple(Side(one.entry, one.changes[0].words) for one in brought)
    settled = any(
        not one.changes[-1].base and all(seen.had_seen(one.digest, each.digest) for each in brought)
        for one in corrections
    )
    if len({side.value for side in sides}) > 1 and not settled:
        yield Conflict(nature="field", kind="source", rows=(source,), field="text", sides=sides)


def _clashes(source: Id, corrections: Sequence[Correction], seen: Seen) -> Iterator[Conflict]:
    """Characters that several people corrected, none of whom had seen the other; those of one place together."""
    groups: list[tuple[set[Stretch], dict[Id, Correction]]] = []
    for one, other in combinations(corrections, 2):
        shared = [part for a in one.hidden for b in other.hidden if (part := common(a, b))]
        if not shared or seen.had_seen(other.digest, one.digest) or seen.had_seen(one.digest, other.digest):
            continue
        put_in = [*stand_ins(one, shared), *stand_ins(other, shared)]
        if put_in and not _alike(one, other, shared) and not _ended(one, other, [*shared, *put_in], corrections, seen):
            mine = (set(shared), {one.entry: one, other.entry: other})
            apart = [group for group in groups if not any(_overlap(a, b) for a in group[0] for b in shared)]
            for group in (group for group in groups if group not in apart):
                mine = (mine[0] | group[0], mine[1] | group[1])
            groups = [*apart, mine]
    order = {one.entry: n for n, one in enumerate(corrections)}
    for shared_by_all, authors in groups:
        first = min(shared_by_all, key=lambda stretch: (stretch.origin, stretch.first))
        sides = tuple(
            Side(entry, words_at(authors[entry], stand_ins(authors[entry], list(shared_by_all))))
            for entry in sorted(authors, key=order.__getitem__)
        )
        at = address(first.origin, first.first)
        yield Conflict(nature="text", kind="source", rows=(source,), field="text", sides=sides, at=at)


def _ended(
    one: Correction, other: Correction, about: Sequence[Stretch], corrections: Sequence[Correction], seen: Seen
) -> bool:
    """Whether somebody who had seen both corrected the place since, or kept it."""
    return any(
        after.entry not in {one.entry, other.entry}
        and seen.had_seen(after.digest, one.digest)
        and seen.had_seen(after.digest, other.digest)
        and any(_overlap(a, b) for a in after.reached for b in about)
        for after in corrections
    )


def _overlap(one: Stretch, other: Stretch) -> bool:
    return common(one, other) is not None


def common(one: Stretch, other: Stretch) -> Stretch | None:
    """The characters that two stretches share."""
    start, end = max(one.first, other.first), min(one.first + one.length, other.first + other.length)
    return Stretch(one.origin, start, end - start) if one.origin == other.origin and start < end else None
