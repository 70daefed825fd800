"""What became different in how a claim stands, between two states of a study, and on which rows that may lie.

What a careful reader would get wrong: the status can stay while all that it rests on was exchanged. That is a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses.claims.known import NOBODY
from crosscase.analyses.claims.standing import ClaimStanding, UnitStanding
from crosscase.analyses.states import NOT_ASKED, NOT_KNOWN, NOT_READ, NOTHING, SAID, SILENT, WORDS
from crosscase.frames import Snapshot
from crosscase.model import Id
from crosscase.model.claims import ClaimUnit


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How two standings of one claim differ.

    Attributes:
        what: a sentence for each thing that is different; empty where nothing is.
        codings: that came or went.
        units: keys of the units that stand otherwise.
        words: the words that became more or fewer of them.
        moved: units came, went, or fell into other groups.
    """

    what: tuple[str, ...] = ()
    codings: tuple[Id, ...] = ()
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    moved: bool = False


def difference(before: ClaimStanding, after: ClaimStanding) -> Difference:
    """What is different."""
    codings = {*before.coding_ids, *before.against_ids} ^ {*after.coding_ids, *after.against_ids}
    was, now = ({unit.key: unit for unit in one.units} for one in (before, after))
    units = [key for key in dict.fromkeys((*was, *now)) if _told(was.get(key)) != _told(now.get(key))]
    what = []
    if before.status != after.status:
        what.append(f"{before.status} → {after.status}")
    for name, one, other in (("is checked", before.says, after.says), ("problem", before.problem, after.problem)):
        if one != other:
            what.append(f"{name}: {other or 'none'} (was: {one or 'none'})")
    if before.tally != after.tally:
        what.append(
            f"{before.tally.yes} of {before.tally.known} → {after.tally.yes} of {after.tally.known} {after.unit}"
            + (f", not known {before.tally.unknown} → {after.tally.unknown}" if _open(before) != _open(after) else "")
        )
    what += _moved(was, now, units)
    if codings and not what:
        what.append("rests on other passages")
    words = {
        word
        for key in units
        if key in was and key in now
        for word in {*was[key].words, *now[key].words}
        if was[key].words.get(word) != now[key].words.get(word)
    }
    moved = any(key not in was or key not in now or was[key].group != now[key].group for key in units)
    return Difference(
        what=tuple(what), codings=tuple(sorted(codings)), units=tuple(units), words=tuple(sorted(words)), moved=moved
    )


def rows_behind(
    snapshots: Iterable[Snapshot], unit: ClaimUnit, difference: Difference, *, themes: Iterable[Id], codes: Iterable[Id]
) -> dict[str, set[Id]]:  # fmt: skip
    """The rows, by kind, on which a difference may lie; a kind without any stands for all its rows.

    Args:
        snapshots: both states.
        unit: what is counted.
        difference: what is different.
        themes, codes: that the claim asks about.
    """
    themes, codes, words = set(themes), set(codes), set(difference.words)
    found: dict[str, set[Id]] = {}
    for snapshot in snapshots:
        sources = [snapshot.sources.ids[n] for n in _sources(snapshot, unit, difference.units)]
        below = {thing for code in codes for thing in _below(snapshot, code)}
        raw, coding = snapshot.raw, pl.col("coding").is_in(difference.codings)
        rows = {
            "coding": set(difference.codings),
            "code": _on_the_way(raw, difference.codings, codes),
            "evidence": _ids(raw["evidence"], pl.col("theme").is_in(list(themes)) & coding),
            "reading": _ids(raw["reading"], pl.col("source").is_in(sources)) if words & _READ else set(),
            "turn": _ids(raw["turn"], pl.col("source").is_in(sources)) if words & _ASKED else set(),
            "link": _ids(raw["link"], pl.col("from_thing").is_in(below) | pl.col("to_thing").is_in(below)),
            "answer": _ids(raw["answer"], pl.col("participant").is_in(difference.units)),
        }
        for kind, things in rows.items():
            if things and (kind != "link" or words & _ASKED):
                found.setdefault(kind, set()).update(things)
    wider = (
        *(("topic", "question") if words & _ASKED else ()),
        *(("interview", "attendance", "source", "speaker") if words & _MET else ()),
        *(("participant", "case", "role", "attribute", "attribute_value", "set_member") if difference.moved else ()),
    )
    return found | {kind: set() for kind in wider}


_READ = {WORDS[NOT_READ], WORDS[NOTHING]}
_ASKED = {*WORDS[NOT_ASKED : SILENT + 1], *WORDS[SAID:], WORDS[NOT_KNOWN]}
_MET = {*WORDS[:NOT_KNOWN], NOBODY}


def _ids(frame: pl.DataFrame, fits: pl.Expr) -> set[Id]:
    return set(frame.filter(fits)["id"])


def _on_the_way(raw: Mapping[str, pl.DataFrame], codings: Iterable[Id], codes: set[Id]) -> set[Id]:
    """The codes through which codings of others count for those that are asked about: merged, or moved under them."""
    leads = {
        thing: (into, parent) for thing, into, parent in raw["code"].select("id", "merged_into", "parent").iter_rows()
    }
    pending = set(raw["coding"].filter(pl.col("id").is_in(list(codings)))["code"]) - codes
    found: set[Id] = set()
    while pending:
        here = pending.pop()
        found.add(here)
        pending |= {up for up in leads.get(here, ()) if up} - found - codes
    return found


def _below(snapshot: Snapshot, code: Id) -> list[Id]:
    """The ids of a code and those under it."""
    tree = snapshot.codes
    return [tree.ids[n] for n in tree.below(tree.number[code])] if code in tree.number else []


def _sources(snapshot: Snapshot, unit: ClaimUnit, keys: Iterable[str]) -> list[int]:
    """The sources in which words of these units lie."""
    units = snapshot.units
    if unit == "groups":
        return list(range(len(snapshot.sources)))
    listing, of = {
        "participants": (snapshot.participants, units.participant), "cases": (snapshot.cases, units.case),
        "sources": (snapshot.sources, units.source),
    }[unit]  # fmt: skip
    numbers = [listing.number[key] for key in keys if key in listing.number]
    found: list[int] = np.unique(units.source[np.isin(of, np.array(numbers, dtype=np.int64))]).tolist()
    return found


def _told(unit: UnitStanding | None) -> object:
    return None if unit is None else (unit.known, tuple(sorted(unit.words.items())), unit.group)


def _open(one: ClaimStanding) -> int:
    return one.tally.unknown


def _moved(was: dict[str, UnitStanding], now: dict[str, UnitStanding], keys: list[str]) -> list[str]:
    """Who is so now and was not, who is no longer, and who became known or unknown."""
    sentences = []
    for verb, known in (("now so", "yes"), ("now not so", "no"), ("no longer known", "not known")):
        names = [
            now[key].label
            for key in keys
            if key in now and now[key].known == known and (key not in was or was[key].known != known)
        ]
        if names:
            sentences.append(f"{verb}: {_some(names)}")
    gone = [was[key].label for key in keys if key not in now]
    return [*sentences, *([f"no longer counted: {_some(gone)}"] if gone else [])]


def _some(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{', '.join(names[:5])} and {len(names) - 5} more"
