"""Agreement asked of a study: before anything was adjudicated, and with the perspectives that may be told.

A coefficient is of what coders did by themselves. Codings that were agreed are left out in any case; but coders also
change their own after they have talked. Where somebody has touched codings of a text after the first adjudication in
it, the codings of that text are taken as they stood before.

What a careful reader would get wrong: taking them as they stood is looking back in the journal, not undoing. What
coders changed since stays changed, and stands in every other table.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec
from sqlalchemy import func, select

from crosscase.model import Adjudication, Coding, Id, Member, Row, Source
from crosscase.reads.things import Names
from crosscase.store import texts
from crosscase.store.state import LogLine
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY, ROWS, TOUCH

if TYPE_CHECKING:
    from crosscase.analyses.agreement.agreement import Agreement
    from crosscase.analyses.agreement.aligned import Aligned, GammaOptions
    from crosscase.analyses.agreement.asked import AgreementOptions
    from crosscase.analyses.agreement.differences import DifferenceOptions, Differences
    from crosscase.frames import Snapshot


R = TypeVar("R", bound=Row)


class Looked(Protocol):
    """A study as it is looked at: its tables in columns, its journal, and itself as it was."""

    store: Store

    def snapshot(self) -> Snapshot:
        """The study in columns."""
        ...

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...

    def log(self) -> list[LogLine]:
        """All entries, in order."""
        ...

    def at(self, when: str) -> AbstractContextManager[Looked]:
        """The study as it was after an entry."""
        ...


def shared_perspectives(store: Store, reader: Id = "") -> dict[str, tuple[Id, ...]]:
    """By perspective the members who hold it and let it be told, and whoever looks, theirs."""
    found: dict[str, list[Id]] = {}
    for member in store.rows(Member):
        if (member.perspectives_shared or member.id == reader) and member.merged_into is None:
            for one in member.perspectives:
                found.setdefault(one, []).append(member.id)
    return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}


def agreement_in(study: Looked, options: AgreementOptions) -> Agreement:
    """How far coders agree, from before adjudication."""
    from crosscase.analyses.agreement.agreement import agreement

    snapshot, notes = before_adjudication(study)
    return agreement(snapshot, options, _perspectives(study, options), notes)


def differences_in(study: Looked, options: DifferenceOptions) -> Differences:
    """Where coders differed before adjudication, with what was decided."""
    from crosscase.analyses.agreement.differences import differences

    snapshot, notes = before_adjudication(study)
    return differences(snapshot, options, _perspectives(study, options), notes)


def gamma_in(study: Looked, options: GammaOptions) -> Aligned:
    """How coders' passages paired up before adjudication, within a budget of time."""
    from crosscase.analyses.agreement.aligned import aligned

    snapshot, notes = before_adjudication(study)
    return aligned(snapshot, options, _perspectives(study, options), notes)


def _perspectives(study: Looked, options: AgreementOptions) -> Mapping[str, tuple[Id, ...]]:
    # Only what may leave: what is printed of it is not for the reader alone.
    return shared_perspectives(study.store) if options.by == "perspectives" else {}


def before_adjudication(study: Looked) -> tuple[Snapshot, tuple[str, ...]]:
    """The study with the codings of adjudicated texts as they stood before, and what has to be said of that."""
    snapshot = study.snapshot()
    first = _first_adjudicated(study.store)
    if not first:
        return snapshot, ()
    known = len(first)
    those = "One text was" if known == 1 else f"{known} texts were"
    said = f"{those} adjudicated; what was agreed there is no part of this."
    late = {source for source, clock in first.items() if _touched_since(study.store, source, clock)}
    if not late:
        return snapshot, (said,)
    changed = "one of them" if len(late) == 1 else f"{len(late)} of them"
    told = f"Coders changed their own codings of {changed} afterwards: they are taken as they stood before."
    earliest = min(first[source] for source in late)
    return _as_it_stood(study, snapshot, late, earliest), (said, told)


def _first_adjudicated(store: Store) -> dict[Id, int]:
    """By source the clock of the entry that first decided something in it."""
    table = ROWS["adjudication"]
    there = {one.id for one in store.rows(Adjudication)}
    with store.reading() as connection:
        lines = connection.execute(
            select(table.c.id, table.c.source, ENTRY.c.clock).join(ENTRY, ENTRY.c.seq == table.c.born)
        ).all()
    found: dict[Id, int] = {}
    for row, source, clock in lines:
        if row in there:
            found[source] = min(clock, found.get(source, clock))
    return found


def _touched_since(store: Store, source: Id, clock: int) -> bool:
    """Whether an original coding of a text was made, changed or removed after an entry."""
    table = ROWS["coding"]
    by_rule = (table.c.origin == "rule") & table.c.accepted.is_(None)
    here = (table.c.source == source) & (table.c.origin != "agreed") & ~by_rule
    with store.reading() as connection:
        born = connection.execute(
            select(func.count())
            .select_from(table.join(ENTRY, ENTRY.c.seq == table.c.born))
            .where(here, ENTRY.c.clock > clock)
        ).scalar_one()
        touched = connection.execute(
            select(func.count())
            .select_from(TOUCH.join(ENTRY, ENTRY.c.seq == TOUCH.c.seq).join(table, table.c.id == TOUCH.c.row))
            .where(here, TOUCH.c.kind == "coding", ENTRY.c.clock > clock, TOUCH.c.field.not_in(("comment", "weight")))
        ).scalar_one()
    return bool(born or touched)


def _as_it_stood(study: Looked, snapshot: Snapshot, sources: set[Id], clock: int) -> Snapshot:
    """The snapshot with the codings of some texts as they were before an entry, in the text as it reads now."""
    import polars as pl

    from crosscase.frames.within import replace_raw

    earlier = [line for line in study.log() if line.clock < clock]
    now = snapshot.raw["coding"]
    kept = now.filter(~pl.col("source").is_in(list(sources)))
    if not earlier:
        return replace_raw(snapshot, {**snapshot.raw, "coding": kept})
    with study.at(earlier[-1].id) as then:
        old = then.rows(Coding, source=sorted(sources))
    rows = []
    for one in old:
        if study.store.get(Source, one.source) is None:
            continue
        span = texts.runs_of(study.store, one.source).span(one.first, one.last) if one.place == "text" else None
        data = msgspec.structs.asdict(one) | ({"start": span.start, "end": span.end} if span else {})
        data["area"] = " ".join(one.area)
        rows.append({name: data[name] for name in now.columns})
    stood = pl.DataFrame(rows, schema=now.schema) if rows else now.clear()
    return replace_raw(snapshot, {**snapshot.raw, "coding": pl.concat([kept, stood]).sort("id")})


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided about one place, for people.

    Attributes:
        code, instead: names of the codes that differed; `instead` is empty where one put nothing.
        agreed: names of the codes that stand there now; `deciders`: names.
    """

    id: Id
    difference: str
    source: Id
    source_name: str
    start: int
    end: int
    code: str
    instead: str
    outcome: str
    agreed: tuple[str, ...]
    deciders: tuple[str, ...]
    reason: str
    discussion: Id | None


def decided(store: Store) -> list[Decided]:
    """All that was adjudicated, by source and place."""
    names = Names(store)
    rows = store.rows(Adjudication)
    codes = {one.id: one.code for one in store.rows(Coding, id=[each for row in rows for each in row.agreed])}
    found = [
        Decided(
            id=row.id, difference=row.difference, source=row.source, source_name=names.name("source", row.source),
            start=row.start, end=row.end, code=names.name("code", row.code) if row.code else "",
            instead=names.name("code", row.instead) if row.instead else "", outcome=row.outcome,
            agreed=tuple(names.name("code", codes[one]) for one in row.agreed if one in codes),
            deciders=tuple(names.person(one) for one in row.deciders), reason=row.reason, discussion=row.discussion,
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.source_name, one.start, one.end, one.id))
