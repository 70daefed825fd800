"""A snapshot of one case alone: as if the others had never been asked.

For what is given back to a site: whatever is counted on it cannot hold anything of another case, because nothing of
another case is in it. A source is kept only where everybody who speaks in it, or was there, belongs to the case.

What a careful reader would get wrong: codes and themes are the whole study's. Those without a coding here are left out;
what the others are called was decided by people who had read everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import polars as pl

from crosscase.frames.snapshot import Snapshot, built
from crosscase.model import Id


def within_case(snapshot: Snapshot, case: int) -> Snapshot:
    """The same study with one case in it, by its number."""
    raw = snapshot.raw
    ids = {thing for thing, number in snapshot.cases.number.items() if number == case}
    people = snapshot.participants
    own = {thing for thing, number in people.number.items() if int(people.case[number]) == case}
    others = {thing for thing, number in people.number.items() if int(people.case[number]) != case}
    sources = _sources(snapshot, case, others)
    meetings = set(raw["source"].filter(_among("id", sources))["interview"].drop_nulls())
    attended = raw["attendance"].filter(_among("participant", own))
    meetings |= set(attended["interview"])
    meetings -= set(raw["attendance"].filter(_among("participant", others))["interview"])
    codings = raw["coding"].filter(_among("source", sources))
    codes = _above(raw["code"], set(codings["code"]))
    evidence = raw["evidence"].filter(_among("coding", codings["id"]))
    kept: dict[str, pl.DataFrame] = {
        "case": raw["case"].filter(_among("id", ids)),
        "participant": raw["participant"].filter(_among("id", own)),
        "target": raw["target"].filter(_among("case", ids)),
        "recruitment": raw["recruitment"].filter(_among("case", ids)),
        "interview": raw["interview"].filter(_among("id", meetings)),
        "attendance": attended.filter(_among("interview", meetings)),
        "source": raw["source"].filter(_among("id", sources)),
        "speaker": raw["speaker"].filter(_among("source", sources)),
        "turn": raw["turn"].filter(_among("source", sources)),
        "coding": codings,
        "code": raw["code"].filter(_among("id", codes)),
        "reading": raw["reading"].filter(_among("source", sources)),
        "evidence": evidence,
        "attribute_value": raw["attribute_value"].filter(_among("of", {*ids, *own, *sources, *meetings})),
        "summary": raw["summary"].filter(_among("row", {*ids, *own})),
        **{kind: raw[kind].clear() for kind in ("set", "set_member", "pair", "negative_case", "link")},
    }
    return replace_raw(snapshot, {**raw, **kept})


def replace_raw(snapshot: Snapshot, raw: dict[str, pl.DataFrame]) -> Snapshot:
    """The snapshot of these rows, with the texts of another."""
    made = built(snapshot.version, raw, snapshot.starts, snapshot.addresses)
    return replace(made, title=snapshot.title, invented=snapshot.invented)


def _sources(snapshot: Snapshot, case: int, others: set[Id]) -> set[Id]:
    raw, sources = snapshot.raw, snapshot.sources
    kept = {id for id, of in zip(sources.ids, sources.case.tolist(), strict=True) if of == case}
    shared = set(raw["speaker"].filter(_among("participant", others))["source"])
    shared |= set(raw["source"].filter(_among("participant", others))["id"])
    there = set(raw["attendance"].filter(_among("participant", others))["interview"])
    shared |= set(raw["source"].filter(_among("interview", there))["id"])
    return kept - shared


def _above(codes: pl.DataFrame, used: set[Id]) -> set[Id]:
    """Codes in use with all above them, and those that they were merged into."""
    up = {id: (parent, into) for id, parent, into in codes.select("id", "parent", "merged_into").iter_rows()}
    found: set[Id] = set()
    pending = list(used)
    while pending:
        here = pending.pop()
        if here in up and here not in found:
            found.add(here)
            pending += [one for one in up[here] if one]
    return found


def _among(field: str, values: Iterable[Any]) -> pl.Expr:
    wanted = pl.Series(sorted(set(values)), dtype=pl.String())
    return pl.col(field).is_in(wanted.implode())
