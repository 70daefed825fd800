"""Which two things to compare next: pairs for a category by a rule, pairs of cases, pairs of categories.

The same rule, seed and state of the study give the same pairs. What was compared for the category is not offered again,
and no segment is offered a second time before others were offered once.

What a careful reader would get wrong: pairs alone are not constant comparison, and techniques that are borrowed from
grounded theory do not make a grounded theory. A rule spreads attention; what is found is found by who compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar, get_args

import msgspec
import numpy as np
import numpy.typing as npt
import polars as pl

from crosscase.analyses.apart import cases_apart, words_apart
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.bench import Side
from crosscase.frames.intervals import Ints
from crosscase.model import Id

Rule = Literal[
    "newest with oldest", "most different cases", "same role, other group", "least similar words",
    "uncoded neighbour", "at random",
]  # fmt: skip
RULES: tuple[str, ...] = get_args(Rule)

Thing = TypeVar("Thing", int, Id)

_MOST = 600
_WORDS_OF = {
    "newest with oldest": "coded last and coded first",
    "most different cases": "of cases that differ most",
    "same role, other group": "of one role in two groups",
    "least similar words": "with hardly a word in common",
    "uncoded neighbour": "beside it, and not coded",
    "at random": "by chance",
}


class PairOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which pairs.

    Attributes:
        category: by id, name or path; with what lies under it.
        rule, seed: how they are chosen; the seed breaks ties, and is all there is for *at random*.
        count: how many.
        of: `segments`; `passages`, each with all of the category (coded last first); `cases` (most different first);
            or `categories` (those found in the same people first).
        member: only this member's codings.
    """

    category: str = ""
    rule: Rule = "at random"
    seed: int = 0
    count: int = 5
    of: Literal["segments", "passages", "cases", "categories"] = "segments"
    member: Id = ""


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A pair to compare; `why` says why this one."""

    one_kind: str
    one: Id
    other_kind: str
    other: Id
    why: str


class Pairs(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen.

    Attributes:
        left: how many pairs the rule could still offer; `compared`: how many were compared already.
        note: what a reader has to know.
    """

    options: PairOptions
    offered: tuple[Offered, ...]
    left: int
    compared: int
    note: str = ""


def choose_pairs(snapshot: Snapshot, options: PairOptions, made: Mapping[Id, int] | None = None) -> Pairs:
    """Choose pairs to compare.

    Args:
        made: when codings were made (ms since 1970), for *newest with oldest* and for passages.

    Raises:
        BadValueError: no category is named, there is nothing to compare, or the rule needs what the study lacks.
        NotFoundError, AmbiguousError: the category cannot be found.
    """
    if options.of == "cases":
        return _of_cases(snapshot, options)
    if options.of == "categories":
        return _of_categories(snapshot, options)
    if not options.category:
        message = "Say for which category segments are to be compared."
        raise BadValueError(message)
    if options.rule not in RULES:
        message = f"{options.rule!r} is no rule for pairs. Choose one of: {'; '.join(RULES)}."
        raise BadValueError(message)
    category = snapshot.codes.find(options.category)
    rows = segments(snapshot, category, options.member)
    if not len(rows):
        message = f"{snapshot.codes.labels[category]!r} has no codings on text yet, so there is nothing to compare."
        raise BadValueError(message)
    if options.of == "passages":
        return _of_passages(snapshot, options, category, rows, made or {})
    if options.rule == "uncoded neighbour":
        return _neighbours(snapshot, options, category, rows)
    note = ""
    if len(rows) > _MOST:
        kept = np.argsort(_mixed(rows, options.seed), kind="stable")[:_MOST]
        note = f"Chosen among {_MOST} of {len(rows):,} codings, drawn with the seed."
        rows = np.sort(rows[kept])
    one, other = np.triu_indices(len(rows), 1)
    fits, keys = _keys(snapshot, options, rows, (one, other), made or {})
    one, other = one[fits], other[fits]
    keys = [key[fits] for key in keys]
    ids = snapshot.codings.ids.gather(rows).to_list()
    done = _done(snapshot, category)
    new = np.array(
        [_pair(("coding", ids[a]), ("coding", ids[b])) not in done for a, b in zip(one, other, strict=True)],
        dtype=np.bool_,
    )
    compared = int((~new).sum())
    one, other = one[new], other[new]
    order = np.lexsort([key[new] for key in reversed(keys)])
    chosen = _spread(zip(one[order].tolist(), other[order].tolist(), strict=True), options.count)
    offered = tuple(_coding_pair(snapshot, options.rule, int(rows[a]), int(rows[b])) for a, b in chosen)
    return Pairs(options=options, offered=offered, left=len(one), compared=compared, note=note)


def segments(snapshot: Snapshot, category: int, member: Id = "") -> Ints:
    """The codings on text of a category and what lies under it that somebody has seen, by number."""
    codings = snapshot.codings
    fits = np.isin(codings.code, np.array(snapshot.codes.below(category))) & codings.text & ~codings.unreviewed
    if member:
        fits &= codings.member == snapshot.members.number.get(member, -2)
    return np.flatnonzero(fits)


def whose(snapshot: Snapshot, rows: Ints) -> tuple[Ints, Ints]:
    """Of each coding the case and the participant (-1 for none) on whose words it lies; of several the first."""
    lies, units = snapshot.lies, snapshot.units
    first = lies.first[rows]
    there = lies.first[rows + 1] > first
    unit = lies.unit[np.where(there, first, 0)] if len(lies) else np.zeros(len(rows), dtype=np.int64)
    case = np.where(there, units.case[unit], snapshot.sources.case[snapshot.codings.source[rows]])
    return case, np.where(there, units.participant[unit], -1)


# Rules


def _keys(
    snapshot: Snapshot, options: PairOptions, rows: Ints, pairs: tuple[Ints, Ints], made: Mapping[Id, int]
) -> tuple[npt.NDArray[np.bool_], list[npt.NDArray[np.float64]]]:
    """Which pairs fit a rule, and by what they are put in order (the smallest first)."""
    one, other = pairs
    mixed = _mixed_pairs(rows[one], rows[other], options.seed)
    every = np.ones(len(one), dtype=np.bool_)
    case, person = whose(snapshot, rows)
    if options.rule == "newest with oldest":
        ids = snapshot.codings.ids.gather(rows).to_list()
        order = sorted(range(len(ids)), key=lambda n: (made.get(ids[n], 0), ids[n]))
        age = np.empty(len(ids), dtype=np.float64)
        age[order] = np.arange(len(ids))
        apart = np.abs(age[one] - age[other])
        return every, [-apart, mixed]
    if options.rule == "most different cases":
        apart = cases_apart(snapshot)[np.maximum(case[one], 0), np.maximum(case[other], 0)]
        return (case[one] >= 0) & (case[other] >= 0) & (case[one] != case[other]), [-apart, mixed]
    if options.rule == "same role, other group":
        if snapshot.primary is None:
            message = "This rule compares groups of the primary grouping, and the study has none. Set it in settings."
            raise BadValueError(message)
        role = np.where(person >= 0, np.append(snapshot.participants.role, -1)[person], -1)
        levels = {level: n for n, level in enumerate(snapshot.primary.levels)}
        held = [levels[values[0]] if values else -1 for values in snapshot.primary.values]
        group = np.where(case >= 0, np.array([*held, -1], dtype=np.int64)[case], -1)
        fits = (role[one] == role[other]) & (role[one] >= 0) & (group[one] != group[other])
        return fits & (group[one] >= 0) & (group[other] >= 0), [mixed]
    if options.rule == "least similar words":
        similar, words = words_apart(snapshot, rows.tolist())
        fewer = np.minimum(words[one], words[other]).astype(np.float64)
        return every, [np.round(similar[one, other], 9), -fewer, mixed]
    return every, [mixed]


def _neighbours(snapshot: Snapshot, options: PairOptions, category: int, rows: Ints) -> Pairs:
    """Segments with the participant's turn before or after that does not have the category."""
    codings, sources = snapshot.codings, snapshot.sources
    turns = snapshot.raw["turn"].join(
        snapshot.raw["speaker"].select(pl.col("id").alias("speaker"), "voice"), on="speaker", how="left"
    )
    spoken = turns.filter((pl.col("voice") == "participant") & (pl.col("nature") == "speech"))
    by_source: dict[Id, list[tuple[int, int, Id]]] = {}
    for source, start, end, turn in spoken.select("source", "start", "end", "id").iter_rows():
        by_source.setdefault(source, []).append((start, end, turn))
    done, found, compared = _done(snapshot, category), [], 0
    for row in rows.tolist():
        source = int(codings.source[row])
        lines = sorted(by_source.get(sources.ids[source], ()))
        coded = [(int(codings.start[n]), int(codings.end[n])) for n in rows[codings.source[rows] == source]]
        start, end = int(codings.start[row]), int(codings.end[row])
        beside = [
            max((line for line in lines if line[1] <= start), default=None),
            min((line for line in lines if line[0] >= end), default=None),
        ]
        for line in beside:
            if line is None or any(a < line[1] and line[0] < b for a, b in coded):
                continue
            if _pair(("coding", codings.ids[row]), ("turn", line[2])) in done:
                compared += 1
            else:
                found.append((row, line[2]))
    key = _mixed(np.array([row for row, _ in found], dtype=np.int64), options.seed)
    order = sorted(range(len(found)), key=lambda n: (key[n], found[n][1]))
    chosen = _spread((found[n] for n in order), options.count)
    offered = tuple(
        Offered(
            one_kind="coding", one=codings.ids[row], other_kind="turn", other=turn,
            why=f"{sources.labels[int(codings.source[row])]}: {_WORDS_OF[options.rule]}",
        )
        for row, turn in chosen
    )  # fmt: skip
    return Pairs(options=options, offered=offered, left=len(found), compared=compared)


def _of_passages(snapshot: Snapshot, options: PairOptions, category: int, rows: Ints, made: Mapping[Id, int]) -> Pairs:
    """Segments that were not compared with all of the category yet, those coded last first."""
    whole: Side = ("code", snapshot.codes.ids[category])
    done = _done(snapshot, category)
    labels, ids = snapshot.sources.labels, snapshot.codings.ids
    left = [row for row in rows.tolist() if _pair(("coding", ids[row]), whole) not in done]
    mixed = _mixed(np.array(left, dtype=np.int64), options.seed)
    by_chance = options.rule == "at random"
    order = sorted(range(len(left)), key=lambda n: (0 if by_chance else -made.get(ids[left[n]], 0), mixed[n]))
    offered = tuple(
        Offered(
            one_kind="coding", one=ids[row], other_kind="code", other=whole[1],
            why=f"{labels[int(snapshot.codings.source[row])]}: {'by chance' if by_chance else 'coded last'}",
        )
        for row in (left[n] for n in order[: options.count])
    )  # fmt: skip
    return Pairs(options=options, offered=offered, left=len(left), compared=len(rows) - len(left))


def _of_cases(snapshot: Snapshot, options: PairOptions) -> Pairs:
    category = snapshot.codes.find(options.category) if options.category else -1
    count, ids, labels = len(snapshot.cases), snapshot.cases.ids, snapshot.cases.labels
    one, other = np.triu_indices(count, 1)
    apart = cases_apart(snapshot)
    done = _done(snapshot, category)
    left = [
        (a, b)
        for a, b in zip(one.tolist(), other.tolist(), strict=True)
        if _pair(("case", ids[a]), ("case", ids[b])) not in done
    ]
    mixed = _mixed_pairs(np.array([a for a, _ in left]), np.array([b for _, b in left]), options.seed)
    by_chance = options.rule == "at random"
    order = sorted(range(len(left)), key=lambda n: (0.0 if by_chance else -apart[left[n]], mixed[n]))
    offered = tuple(
        Offered(
            one_kind="case", one=ids[a], other_kind="case", other=ids[b],
            why=f"{labels[a]} and {labels[b]} differ in {apart[a, b]:.0%} of what is known of both",
        )
        for a, b in _spread((left[n] for n in order), options.count)
    )  # fmt: skip
    return Pairs(options=options, offered=offered, left=len(left), compared=len(one) - len(left))


def _of_categories(snapshot: Snapshot, options: PairOptions) -> Pairs:
    codes = snapshot.codes
    places = np.flatnonzero(codes.category & ~codes.retired).tolist()
    people = [set(whose(snapshot, segments(snapshot, place, options.member))[1].tolist()) - {-1} for place in places]
    wanted = codes.find(options.category) if options.category else -1
    done = _done(snapshot, -1) | (_done(snapshot, wanted) if wanted >= 0 else set())
    found = []
    for a, b in zip(*(each.tolist() for each in np.triu_indices(len(places), 1)), strict=True):
        if wanted >= 0 and wanted not in (places[a], places[b]):
            continue
        found.append((a, b))
    left = [
        (a, b) for a, b in found if _pair(("code", codes.ids[places[a]]), ("code", codes.ids[places[b]])) not in done
    ]
    mixed = _mixed_pairs(np.array([a for a, _ in left]), np.array([b for _, b in left]), options.seed)
    by_chance = options.rule == "at random"
    order = sorted(
        range(len(left)), key=lambda n: (0 if by_chance else -len(people[left[n][0]] & people[left[n][1]]), mixed[n])
    )
    offered = tuple(
        Offered(
            one_kind="code", one=codes.ids[places[a]], other_kind="code", other=codes.ids[places[b]],
            why=f"{len(people[a] & people[b])} participants have both",
        )
        for a, b in _spread((left[n] for n in order), options.count)
    )  # fmt: skip
    return Pairs(options=options, offered=offered, left=len(left), compared=len(found) - len(left))


# Order and chance


def _coding_pair(snapshot: Snapshot, rule: str, one: int, other: int) -> Offered:
    labels, ids = snapshot.sources.labels, snapshot.codings.ids
    names = " and ".join(labels[int(snapshot.codings.source[row])] for row in (one, other))
    return Offered(
        one_kind="coding", one=ids[one], other_kind="coding", other=ids[other], why=f"{names}: {_WORDS_OF[rule]}"
    )


def _done(snapshot: Snapshot, category: int) -> set[tuple[Side, Side]]:
    """What was compared for a category, or (for -1) what was compared at all."""
    below = set(snapshot.codes.below(category)) if category >= 0 else set()
    return {one.pair for one in snapshot.bench.comparisons if category < 0 or one.category in below}


def _pair(one: Side, other: Side) -> tuple[Side, Side]:
    return (one, other) if one <= other else (other, one)


def _spread(pairs: Iterable[tuple[int, Thing]], count: int) -> list[tuple[int, Thing]]:
    """The first pairs in their order, those with a side that was taken only when no others are left."""
    taken: set[object] = set()
    first: list[tuple[int, Thing]] = []
    rest: list[tuple[int, Thing]] = []
    for one, other in pairs:
        if len(first) == count:
            break
        if one in taken or other in taken:
            if len(rest) < count:
                rest.append((one, other))
            continue
        taken |= {one, other}
        first.append((one, other))
    return (first + rest)[:count]


def _mixed(numbers: Ints, seed: int) -> npt.NDArray[np.float64]:
    """A number of chance for each, the same wherever the seed is (splitmix64; Steele, Lea & Flood 2014)."""
    with np.errstate(over="ignore"):
        z = numbers.astype(np.uint64) + np.uint64(seed % 2**63) * np.uint64(0x9E3779B97F4A7C15)
        z += np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)).astype(np.float64) / 2.0**53


def _mixed_pairs(one: Ints, other: Ints, seed: int) -> npt.NDArray[np.float64]:
    return _mixed(one.astype(np.int64) * 1_000_003 + other.astype(np.int64), seed)
