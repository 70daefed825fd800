"""What came in from another copy: whose acts, what they did, how many.

An act is told by its verb and by what it changed, summed over all acts of one member with that verb: `added 312
codings`. Nobody's words are told here; `log` has the single acts.

What a careful reader would get wrong: what came in is told by arrival here, and not by time. A colleague's act of last
month is new to a copy that did not have it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from crosscase.journal.changes import REMOVED, Added, Changed, Corrected, Erased
from crosscase.journal.entry import Entry, decode
from crosscase.model import Id
from crosscase.reads.disagreements import Disagreement
from crosscase.reads.things import Names
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """The acts of one member with one verb that came in.

    Attributes:
        entries: how many.
        what: what they did, in words.
    """

    who: str
    member: Id
    verb: str
    entries: int
    what: str


class CameIn(msgspec.Struct, frozen=True, kw_only=True):
    """What came in from one copy.

    Attributes:
        where: the copy.
        entries, words, pieces: how many acts, pieces of writing, and pieces of original files.
        erasures: how many withdrawals came in and were carried out here.
        arrived: by member and verb.
        refused: why nothing was taken in; empty where it was.
    """

    where: str
    entries: int = 0
    words: int = 0
    pieces: int = 0
    erasures: int = 0
    arrived: tuple[Arrived, ...] = ()
    refused: str = ""


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What came in from all copies, and what has to be settled now.

    Attributes:
        kept: False for a trial: nothing was changed.
        conflicts: those that are open (in a trial: that would be).
        new: which of them (by id) were not open before.
    """

    kept: bool
    copies: tuple[CameIn, ...]
    conflicts: tuple[Disagreement, ...]
    new: tuple[str, ...]


def arrivals(store: Store, after: int) -> tuple[Arrived, ...]:
    """The entries that came in after an arrival number, by member and verb."""
    names = Names(store)
    done: dict[tuple[Id, str], dict[tuple[str, str], set[Id]]] = {}
    count: dict[tuple[Id, str], int] = {}
    c = ENTRY.c
    with store.reading() as connection:
        seqs = connection.execute(select(c.seq).where(c.seq > after).order_by(c.clock, c.digest)).scalars().all()
        for part in chunks(seqs):
            for entry, body in connection.execute(select(c.id, c.body).where(c.seq.in_(part))):
                found = decode(body, entry)
                key = (found.by, found.verb)
                count[key] = count.get(key, 0) + 1
                for deed, kind, ids in _deeds(found):
                    done.setdefault(key, {}).setdefault((deed, kind), set()).update(ids)
    found_all = [
        Arrived(who=names.person(by), member=by, verb=verb, entries=number, what=_said(done.get((by, verb), {})))
        for (by, verb), number in count.items()
    ]
    return tuple(sorted(found_all, key=lambda one: (one.who.casefold(), -one.entries, one.verb)))


def _deeds(entry: Entry) -> Iterator[tuple[str, str, list[Id]]]:
    for change in entry.changes:
        if isinstance(change, Added):
            yield "added", change.kind, change.rows(entry.id)
        elif isinstance(change, Changed):
            if change.field == REMOVED:
                after = change.after.values(len(change.ids))
                yield "removed", change.kind, [row for row, gone in zip(change.ids, after, strict=True) if gone]
                yield (
                    "brought back",
                    change.kind,
                    [row for row, gone in zip(change.ids, after, strict=True) if not gone],
                )
            else:
                yield "changed", change.kind, list(change.ids)
        elif isinstance(change, Corrected) and not change.base:
            yield "corrected", "source", [change.source]
        elif isinstance(change, Erased):
            yield "erased the words of", change.kind, [change.id]


_ORDER = ("added", "brought back", "changed", "corrected", "removed", "erased the words of")


def _said(done: dict[tuple[str, str], set[Id]]) -> str:
    parts: list[str] = []
    for deed in _ORDER:
        found = [_counted(len(ids), kind) for (verb, kind), ids in done.items() if verb == deed and ids]
        if found:
            parts.append(f"{deed} {', '.join(found)}")
    return "; ".join(parts) or "changed nothing that is told here"


def _counted(count: int, kind: str) -> str:
    word = kind.replace("_", " ")
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word[:-2]}es" if word.endswith("sis") else f"{word}s"
    return f"{count:,} {word if count == 1 else plural}"
