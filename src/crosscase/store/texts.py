"""The text of sources as it reads now, and where anchors lie in it.

Texts are worked out from the corrections in the journal (`journal.text`). A source that was never corrected needs no
runs: its addresses are offsets. Those of one that was are kept beside its text, so that the two thousandth correction
costs what the second did; they hold no words, and are worked out from the journal where they do not fit the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, bindparam, delete, or_, select, update

from crosscase.journal.changes import Corrected, Stretch
from crosscase.journal.text import TextRuns, fold_text
from crosscase.model import KINDS, Id, Span
from crosscase.store.direct import fetch
from crosscase.store.inserting import insert_all
from crosscase.store.rows import chunks
from crosscase.store.tables import ROWS, TEXT, TOKENS

if TYPE_CHECKING:
    from crosscase.store.store import Store

PLACED = tuple(kind for kind in KINDS if any(field.name == "first" for field in kind.fields))
"""Kinds that lie on a stretch of text."""


_CORRECTED = select(TEXT.c.source).where(TEXT.c.source.in_(bindparam("among", expanding=True)), TEXT.c.corrected)
_KEPT = select(TEXT.c.words, TEXT.c.corrected, TEXT.c.runs).where(TEXT.c.source == bindparam("key"))
_WORDS = select(TEXT.c.words).where(TEXT.c.source == bindparam("key"))


def text_of(connection: Connection, source: Id) -> str:
    """The text of a source as it reads now; empty when it has none."""
    records = fetch(connection, _WORDS, {"key": source})
    return str(records[0][0]) if records else ""


def corrected_among(connection: Connection, sources: Iterable[Id]) -> set[Id]:
    """Those of the sources whose text was corrected since it was brought."""
    found: set[Id] = set()
    for part in chunks(sorted(set(sources))):
        found.update(source for (source,) in fetch(connection, _CORRECTED, {"among": part}))
    return found


def runs_of(store: Store, source: Id) -> TextRuns:
    """The runs of a source: as they are kept beside its text, else from every correction of it in the journal."""
    with store.reading() as connection:
        records = fetch(connection, _KEPT, {"key": source})
    words, corrected, packed = records[0] if records else ("", False, b"")
    if not corrected:
        return TextRuns.brought(words)
    try:
        return TextRuns.unpacked(bytes(packed), words, lambda: folded_runs(store, source))
    except (ValueError, msgspec.MsgspecError):
        return folded_runs(store, source)


def addresses_of(store: Store, source: Id, spans: Sequence[Span]) -> list[str]:
    """The characters of spans of a source, named by their addresses: the same wherever they lie in the text now."""
    with store.reading() as connection:
        corrected = bool(corrected_among(connection, [source]))
    return named(source, spans, runs_of(store, source) if corrected else None)


def named(source: Id, spans: Sequence[Span], runs: TextRuns | None) -> list[str]:
    """The same by the runs of the source; without any, its text was never corrected, and addresses are offsets."""
    if runs is None:
        return [f"{source}:+{span.start}-{max(span.end - span.start, 0)}" for span in spans]
    return [f"{source}:" + ",".join(_joined(runs.stretches(span))) for span in spans]


def _joined(stretches: Iterable[Stretch]) -> list[str]:
    """Stretches in words; those that follow on each other are one, however often the text was cut between them."""
    found: list[Stretch] = []
    for one in stretches:
        last = found[-1] if found else None
        if last is not None and last.origin == one.origin and last.first + last.length == one.first:
            found[-1] = Stretch(last.origin, last.first, last.length + one.length)
        else:
            found.append(one)
    return [f"{one.origin}+{one.first}-{one.length}" for one in found]


def folded_runs(store: Store, source: Id) -> TextRuns:
    """The runs of a source from every correction of it in the journal."""
    return fold_text(
        (entry.id, change)
        for entry in store.entries_about("source", source, "text")
        for change in entry.changes
        if isinstance(change, Corrected) and change.source == source
    )


def write(connection: Connection, source: Id, runs: TextRuns) -> None:
    """Write a source's text, and where everything in it lies now."""
    corrected = runs.corrected()
    _write(connection, {source: runs.words()}, corrected=corrected, runs=runs.pack() if corrected else b"")
    if corrected:
        settle(connection, source, runs)


def brought(connection: Connection, words: dict[Id, str]) -> None:
    """Write the texts of sources as they were brought, and their lengths."""
    _write(connection, words)


def _write(connection: Connection, words: dict[Id, str], *, corrected: bool = False, runs: bytes = b"") -> None:
    if not words:
        return
    for part in chunks(list(words)):
        connection.execute(delete(TEXT).where(TEXT.c.source.in_(part)))
        connection.execute(delete(TOKENS).where(TOKENS.c.source.in_(part)))
    insert_all(connection, TEXT, [(source, text, corrected, runs) for source, text in words.items()])
    table = ROWS["source"]
    lengths = [{"key": source, "length": len(text)} for source, text in words.items()]
    connection.execute(update(table).where(table.c.id == bindparam("key")).values(length=bindparam("length")), lengths)


def settle(connection: Connection, source: Id, runs: TextRuns) -> None:
    """Work out where every anchor in a source lies in its text; what has none any more lies nowhere in it."""
    for kind in PLACED:
        table = ROWS[kind.name]
        connection.execute(
            update(table)
            .where(table.c.source == source, table.c.first == "", or_(table.c.start != 0, table.c.end != 0))
            .values({"start": 0, "end": 0})
        )
        rows = connection.execute(
            select(table.c.id, table.c.first, table.c.last, table.c.start, table.c.end).where(
                table.c.source == source, table.c.first != ""
            )
        ).all()
        moved = []
        for row, first, last, start, end in rows:
            span = runs.span(first, last)
            if span != Span(start, end):
                moved.append({"key": row, "start": span.start, "stop": span.end})
        if moved:
            connection.execute(
                update(table)
                .where(table.c.id == bindparam("key"))
                .values({"start": bindparam("start"), "end": bindparam("stop")}),
                moved,
            )
