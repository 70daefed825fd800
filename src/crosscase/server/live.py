"""The live feed: what was done, told to every window as it happens.

One event for each entry, in the order in which entries arrived here; its id is the number of its arrival, so that a
browser that was away says `Last-Event-ID` (or `?after=`) and misses nothing. Following is asking "what came after
number N?" again and again: nothing is kept for anybody, and nothing can be lost between two questions.

Events are `hello` (where the study stands), `entry` (one act), `reload` (read everything again: a merge, an erasure,
another study) and `idle` (there is no study). Other programs' acts are noticed by looking twice a second.

What a careful reader would get wrong: after a merge, entries arrive that lie earlier in the journal, and what they
changed is not what they say; so a window is told to reload and not which rows to read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import msgspec
from litestar.response import ServerSentEventMessage
from msgspec.structs import replace
from sqlalchemy import select

from crosscase.errors import CrosscaseError
from crosscase.journal.changes import Added, Changed, Corrected, Erased, Lost
from crosscase.journal.entry import Entry, decode
from crosscase.model import Id
from crosscase.server.desk import Desk
from crosscase.store.tables import ENTRY
from crosscase.study import Study

LOOK_EVERY = 0.5
"""Seconds between two looks at what other programs wrote."""
BACKUP_EVERY = 600
"""Looks between two questions whether a backup is due."""
ALIVE_EVERY = 15.0
"""Seconds of silence after which a window is told that the server is there."""
MOST_IDS = 1_000
"""Of a kind of which one act changed more, no ids are told: read them all again."""
_AT_ONCE = 200


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One entry, as windows are told of it.

    Attributes:
        seq: the number of its arrival here.
        changed: the ids of what it added, changed or removed, by kind.
        many: kinds of which it changed so many that they are not listed.
    """

    entry: Id
    seq: int
    verb: str
    by: Id
    undoes: Id
    changed: dict[str, tuple[Id, ...]]
    many: tuple[str, ...] = ()


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Where the study stands.

    Attributes:
        seq: the number of the last arrival.
        study: which study it is; a window that followed another one reads everything again.
        opened: how many studies have been opened by this server, this one included.
        reason: why everything has to be read again.
    """

    seq: int
    version: str
    study: Id
    opened: int
    reason: str = ""


class _Arrived(msgspec.Struct, frozen=True):
    acts: list[Act]
    reload: str
    seq: int


def acts_after(study: Study, seq: int) -> _Arrived:
    """What arrived after a number, the first few hundred; and whether everything has to be read again."""
    store = study.store
    with store.reading() as connection:
        state = store.state
        if seq > state.seq:
            return _Arrived([], "The study is another one.", state.seq)
        rows = connection.execute(
            select(ENTRY.c.seq, ENTRY.c.id, ENTRY.c.chain, ENTRY.c.body)
            .where(ENTRY.c.seq > seq)
            .order_by(ENTRY.c.seq)
            .limit(_AT_ONCE)
        ).all()
    reload, acts = "", []
    for number, entry, chain, body in rows:
        found = decode(body, entry)
        if chain != state.chain and number > 1:
            reload = "Copies were brought together."
        elif any(isinstance(change, Erased | Lost) for change in found.changes):
            reload = "Words were erased."
        acts.append(_told(found, number))
    return _Arrived(acts, reload, rows[-1][0] if rows else seq)


def _told(entry: Entry, seq: int) -> Act:
    changed: dict[str, dict[Id, None]] = {}
    for change in entry.changes:
        if isinstance(change, Added):
            changed.setdefault(change.kind, {}).update(dict.fromkeys(change.rows(entry.id)))
        elif isinstance(change, Changed):
            changed.setdefault(change.kind, {}).update(dict.fromkeys(change.ids))
        elif isinstance(change, Corrected):
            changed.setdefault("source", {})[change.source] = None
    many = tuple(kind for kind, ids in changed.items() if len(ids) > MOST_IDS)
    listed = {kind: () if kind in many else tuple(ids) for kind, ids in changed.items()}
    return Act(entry=entry.id, seq=seq, verb=entry.verb, by=entry.by, undoes=entry.undoes, changed=listed, many=many)


class _Window:
    """How far one window has come: which opening of the desk, and the last arrival it was told of."""

    def __init__(self, after: int | None) -> None:
        self.opened: int | None = None
        self.seq = after

    async def news(self, desk: Desk) -> list[ServerSentEventMessage]:
        """What it has not been told yet."""
        opened, events = desk.opened, list[ServerSentEventMessage]()
        if not desk.has_study:
            if self.opened != -1:
                self.opened, self.seq = -1, None
                events.append(_event("idle", Stand(seq=0, version="", study="", opened=opened)))
            return events
        if self.opened != opened:
            stand = await desk.ask("", "", _stand, opened)
            another = self.opened is not None
            self.opened, self.seq = opened, stand.seq if another or self.seq is None else self.seq
            events.append(_event("hello", stand, seq=self.seq))
            if another:
                events.append(_event("reload", replace(stand, reason="Another study was opened."), seq=self.seq))
        found = await desk.ask("", "", acts_after, self.seq or 0)
        while found.seq != self.seq or found.reload:
            self.seq = found.seq
            events += [_event("entry", act, seq=act.seq) for act in found.acts]
            if found.reload:
                stand = await desk.ask("", "", _stand, opened)
                events.append(_event("reload", replace(stand, reason=found.reload), seq=self.seq))
            found = await desk.ask("", "", acts_after, self.seq)
        return events


async def followed(desk: Desk, after: int | None) -> AsyncIterator[ServerSentEventMessage]:
    """The feed, from the number of an arrival (None: from now on), until the server closes."""
    window = _Window(after)
    while not desk.closing:
        news = desk.news
        with suppress(CrosscaseError):  # it was closed, or cannot be read now: whoever asks next is told so
            for event in await window.news(desk):
                yield event
        try:
            await asyncio.wait_for(news.wait(), ALIVE_EVERY)
        except TimeoutError:
            yield ServerSentEventMessage(comment="here", data=None)


def _stand(study: Study, opened: int) -> Stand:
    state = study.store.state
    return Stand(seq=state.seq, version=study.version, study=state.study, opened=opened)


def _event(name: str, told: Act | Stand, *, seq: int | None = None) -> ServerSentEventMessage:
    return ServerSentEventMessage(data=msgspec.json.encode(told).decode(), event=name, id=seq)


async def keep_looking(desk: Desk) -> None:
    """Look for other programs' acts, and after backups that are due, until cancelled."""
    looked = 0
    while True:
        await asyncio.sleep(LOOK_EVERY)
        await desk.look()
        looked += 1
        if looked % BACKUP_EVERY == 0:
            await desk.back_up()
