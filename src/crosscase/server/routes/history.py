"""What was done: the log in words, one entry with all it changed, undo and redo, what differs between two points.

Undo takes back the member's own last act; `next` says beforehand which that is. When later acts are in the way, the
problem is `depends`, its `where` lists them in sentences, and asking `with_dependants` takes them back as well.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from crosscase.errors import BadValueError
from crosscase.model import Id, Member
from crosscase.reads.history import (
    ChangeLine,
    LogEntry,
    entries_of,
    entry_changes,
    log_entries,
    members_as,
    named_thing,
)
from crosscase.reads.history.difference import Difference, difference
from crosscase.reads.history.things import Thing
from crosscase.reads.moments import moment
from crosscase.server.desk import who_reads, whoever
from crosscase.server.seats import At, Because, Seat
from crosscase.store.act import Effect
from crosscase.store.undo import standing, to_redo, to_undo
from crosscase.study import Study

TAGS = ["history"]

MOST_LINES = 200
"""Of one kind; how many more there are is told."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An act as people read it; see `LogEntry`."""

    id: Id
    wall: int
    by: str
    member: Id
    verb: str
    what: str
    because: str
    undoes: Id
    undone: bool


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """One act with what it changed, before and after; `more` counts what is not listed, by kind."""

    entry: Happened
    changes: tuple[ChangeLine, ...]
    more: dict[str, int]


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What undo would take back, and what redo would bring back; None where there is nothing."""

    undo: Happened | None
    redo: Happened | None


class Turn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to take back: the member's own last act, or the one of that id."""

    entry: Id | None = None
    with_dependants: bool = False


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """An act that took something back or brought it back."""

    entry: Id
    verb: str
    changed: dict[str, tuple[Id, ...]]
    what: str


def happened(entry: LogEntry) -> Happened:
    """An entry of the log, as it is answered."""
    return Happened(**{name: getattr(entry, name) for name in Happened.__struct_fields__})


@get("/history", tags=TAGS)
async def get_history(
    *,
    seat: Seat,
    at: At = "",
    last: Annotated[int, QueryParameter(ge=1, le=1000, description="At most so many, the latest.")] = 50,
    by: FromQuery[str] = "",
    verb: Annotated[str, QueryParameter(description="Only acts whose name begins so: coding, code.merge.")] = "",
    about: Annotated[str, QueryParameter(description="Only what concerns this: code:trust, or kind:id.")] = "",
    since: Annotated[str, QueryParameter(description="A date or a time.")] = "",
    until: Annotated[str, QueryParameter(description="A date (its end) or a time.")] = "",
) -> list[Happened]:
    """The log in words, in the order of the journal; for older pages, `until` is the time of the oldest shown."""
    asked = Asked(last=last, by=by, verb=verb, about=about, since=since, until=until)
    return await seat.look(at, log, asked)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What of the log is wanted."""

    last: int = 50
    by: str = ""
    verb: str = ""
    about: str = ""
    since: str = ""
    until: str = ""


def log(study: Study, asked: Asked) -> list[Happened]:
    """The log in words."""
    store = study.store
    by = members_as(store, study.find(Member, asked.by)) if asked.by else None
    found = log_entries(
        store, reader=who_reads(study), last=asked.last, by=by, verb=asked.verb,
        thing=_thing(study, asked.about) if asked.about else None,
        since=_moment(asked.since, end=False), until=_moment(asked.until, end=True),
    )  # fmt: skip
    return [happened(one) for one in found]


def _thing(study: Study, name: str) -> Thing:
    return named_thing(study.store, name)


def _moment(when: str, *, end: bool) -> int | None:
    if not when:
        return None
    if when.isdecimal():
        return int(when)
    found = moment(when, end=end)
    if found is None:
        raise BadValueError(f"{when!r} is no date. Write it as 2026-03-31, or 2026-03-31T14:00.")
    return found


@get("/history/next", tags=TAGS)
async def get_next(seat: Seat) -> Next:
    """What undo and redo would do now."""
    return await seat.ask(_next)


def _next(study: Study) -> Next:
    member = whoever(study)
    if member is None:
        return Next(undo=None, redo=None)
    store, state = study.store, standing(study.store)
    own = members_as(store, member)
    names = to_undo(store, member.id, own, state), to_redo(store, member.id, own, state)
    told = {one.id: happened(one) for one in entries_of(store, [n for n in names if n], reader=member.id)}
    return Next(undo=told.get(names[0] or ""), redo=told.get(names[1] or ""))


@get("/history/difference", tags=TAGS)
async def get_difference(
    seat: Seat,
    since: Annotated[str, QueryParameter(description="A date (its end), a time, or an entry.")],
    until: Annotated[str, QueryParameter(description="Likewise; now, when empty.")] = "",
) -> Difference:
    """What differs between two points of the study."""
    return await seat.ask(_difference, since, until)


def _difference(study: Study, since: str, until: str) -> Difference:
    with study.at(since) as before:
        if not until:
            return _told_to(study, difference(before.store, study.store))
        with study.at(until) as after:
            return _told_to(study, difference(before.store, after.store))


def _told_to(study: Study, found: Difference) -> Difference:
    """What others coded is not told to an independent coder."""
    me = whoever(study)
    if me is None or me.permission != "independent coder":
        return found
    return msgspec.structs.replace(found, codings=tuple(one for one in found.codings if one.member == me.name))


@get("/history/{entry:str}", tags=TAGS)
async def get_entry(seat: Seat, entry: FromPath[Id]) -> Opened:
    """One act, with everything that it changed."""
    return await seat.ask(_opened, entry)


def _opened(study: Study, entry: Id) -> Opened:
    reader, name = who_reads(study), study.entry(entry).id
    (one,) = entries_of(study.store, [name], reader=reader)
    lines, more = entry_changes(study.store, name, reader=reader, most=MOST_LINES)
    return Opened(entry=happened(one), changes=tuple(lines), more=more)


@post("/undo", tags=TAGS, status_code=200)
async def post_undo(seat: Seat, data: JSONBody[Turn], because: Because = "") -> list[Turned]:
    """Take an act back, as a new act."""
    return await seat.change(_undo, data, because)


def _undo(study: Study, turn: Turn, because: str) -> list[Turned]:
    acting = study.because(because) if because else study
    return _told(study, acting.undo(turn.entry, with_dependants=turn.with_dependants))


@post("/redo", tags=TAGS, status_code=200)
async def post_redo(seat: Seat, because: Because = "") -> list[Turned]:
    """Bring back what the member took back last."""
    return await seat.change(_redo, because)


def _redo(study: Study, because: str) -> list[Turned]:
    return _told(study, (study.because(because) if because else study).redo())


def _told(study: Study, effects: list[Effect]) -> list[Turned]:
    told = {one.id: one.what for one in entries_of(study.store, [e.entry for e in effects], reader=who_reads(study))}
    return [Turned(entry=e.entry, verb=e.verb, changed=e.changed, what=told.get(e.entry, "")) for e in effects]


ROUTES = (get_history, get_next, get_difference, get_entry, post_undo, post_redo)
