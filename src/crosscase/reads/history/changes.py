"""What one entry changed, thing by thing, before and after in words.

Not told: what is another's alone (a memo, a position), a participant's real name, perspectives that a member keeps to
themselves. Of a corrected text, each place is told with the words before and after.

What a careful reader would get wrong: *before* is what its author found, not what stood there after a merge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from crosscase.journal.changes import REMOVED, Added, Changed, Corrected, Lost
from crosscase.journal.difference import difference
from crosscase.journal.text import fold_text
from crosscase.model import Field, Id, Kind, kind_named
from crosscase.reads.history.deed import Deed, counted, made_by
from crosscase.reads.history.names import NAMED_BY
from crosscase.reads.history.phrases import field_words
from crosscase.store.store import Store

HIDDEN = "(not shown)"
_ADDRESSES = frozenset({"first", "last", "area"})


class ChangeLine(msgspec.Struct, frozen=True):
    """One thing that an entry changed.

    Attributes:
        kind, thing, id: what; `thing` is its name then, where it has one.
        field: what of it; empty where it was added, removed or brought back.
        before, after: in words.
    """

    kind: str
    thing: str
    id: Id
    field: str
    before: str
    after: str


def changes(store: Store, deed: Deed, *, most: int = 0) -> tuple[list[ChangeLine], dict[str, int]]:
    """What an entry changed, and how many more of each kind there are beyond `most` of it (0: all)."""
    found: list[ChangeLine] = []
    more: dict[str, int] = {}
    counts: dict[str, int] = {}
    for line in _lines(store, deed):
        counts[line.kind] = counts.get(line.kind, 0) + 1
        if most and counts[line.kind] > most:
            more[line.kind] = more.get(line.kind, 0) + 1
        else:
            found.append(line)
    return found, more


def _lines(store: Store, deed: Deed) -> Iterator[ChangeLine]:
    for change in deed.entry.changes:
        if isinstance(change, Added):
            kind = kind_named(change.kind)
            for made in made_by(change, deed.entry.id) if not kind.constant else ():
                yield _line(deed, kind.name, made.id, after=_given(deed, kind, made.id, made.fields))
        elif isinstance(change, Changed):
            count = len(change.ids)
            values = zip(change.ids, change.before.values(count), change.after.values(count), strict=True)
            for row, before, after in values:
                yield _changed(deed, change, row, before, after)
        elif isinstance(change, Corrected):
            yield from _corrected(store, deed, change)
        elif isinstance(change, Lost):
            yield ChangeLine("study", "", "", "words", counted(len(change.cells), "piece of writing"), "lost to damage")
        else:
            what = counted(len(change.cells), "piece of writing") if change.cells else "words"
            yield ChangeLine(change.kind, "", change.id, "words", what, "erased")


def _line(deed: Deed, kind: str, row: Id, field: str = "", *, before: str = "", after: str = "") -> ChangeLine:
    name = deed.name(kind, row).strip("‘’") if kind in NAMED_BY else ""
    return ChangeLine(kind.replace("_", " "), name, row, field, before, after)


def _changed(deed: Deed, change: Changed, row: Id, before: Any, after: Any) -> ChangeLine:
    kind, name = kind_named(change.kind), change.field
    if name == REMOVED:
        was, now = ("there", "removed") if after else ("removed", "there again")
        return _line(deed, kind.name, row, before=was, after=now)
    field = kind.field(name)
    if _kept_back(deed, kind.name, row, name):
        return _line(deed, kind.name, row, field_words(name), before=HIDDEN, after=HIDDEN)
    if name in _ADDRESSES:
        return _line(deed, kind.name, row, "where it lies", after="moved")
    was, now = in_words(deed, field, before), in_words(deed, field, after)
    return _line(deed, kind.name, row, field_words(name), before=was, after=now)


def _kept_back(deed: Deed, kind: str, row: Id, field: str) -> bool:
    if kind == "memo" or (kind == "position" and field in ("words", "dissent")):
        return deed.alone(kind, row)
    if kind == "member" and field == "perspectives":
        return row != deed.reader and not deed.names.now("member", row, "perspectives_shared")
    return kind == "participant" and field == "name"


def _given(deed: Deed, kind: Kind, row: Id, fields: dict[str, Any]) -> str:
    """The fields that a row was added with, in one line."""
    if kind.name == "memo" and deed.private(row):
        return HIDDEN
    parts = [
        f"{field_words(name)}: {HIDDEN if _kept_back(deed, kind.name, row, name) else said}"
        for name, value in fields.items()
        if name not in _ADDRESSES
        and name not in (NAMED_BY.get(kind.name), "position", "key", "original", "colour")
        and value != kind.field(name).default
        and (said := in_words(deed, kind.field(name), value))
    ]
    return "; ".join(parts) or "added"


def in_words(deed: Deed, field: Field, value: Any) -> str:
    """A value as people read it: names for ids, yes and no."""
    if value in (None, "", ()):
        return ""
    if field.refers and isinstance(value, str):
        return (deed.any_named(value) if field.refers == "*" else deed.name(field.refers, value)).strip("‘’")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _corrected(store: Store, deed: Deed, change: Corrected) -> Iterator[ChangeLine]:
    if change.base:
        yield _line(deed, "source", change.source, "text", after=f"{len(change.words):,} characters")
        return
    past = []
    for entry in store.entries_about("source", change.source, "text"):
        if entry.id == deed.entry.id:
            break
        past += [(entry.id, one) for one in entry.changes if isinstance(one, Corrected) and one.source == change.source]
    before = fold_text(past).words()
    after = fold_text([*past, (deed.entry.id, change)]).words()
    for span, words in difference(before, after):
        yield _line(deed, "source", change.source, "text", before=before[span.start : span.end], after=words)
