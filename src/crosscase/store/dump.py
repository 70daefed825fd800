"""The canonical dump: what equal studies have in common.

Rows that are not removed, kind by kind, by id, fields in declared order, as canonical JSON; and the texts of
sources. Local tables, caches, codebooks (their ids say what is in them), offsets worked out here, and writing that is
its author's alone (which travels in no merge) are left out. Two copies with the same entries give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from crosscase.journal.canon import canonical
from crosscase.model import KINDS
from crosscase.store.kept_back import KINDS_KEPT_BACK, kept_back
from crosscase.store.rows import from_column
from crosscase.store.store import Store
from crosscase.store.tables import ROWS, TEXT


def dump(store: Store) -> Iterator[bytes]:
    """The lines of the canonical dump."""
    with store.reading() as connection:
        for kind in (kind for kind in KINDS if not kind.constant):
            table = ROWS[kind.name]
            statement = (
                select(table.c.id, *(table.c[field.name] for field in kind.stored))
                .where(table.c.removed.is_(False))
                .order_by(table.c.id)
            )
            if kind.name in KINDS_KEPT_BACK:
                statement = statement.where(table.c.id.not_in(kept_back(kind.name)))
            for row, *values in connection.execute(statement):
                fields = [from_column(value, field) for value, field in zip(values, kind.stored, strict=True)]
                yield canonical([kind.name, row, fields]) + b"\n"
        sources = ROWS["source"]
        texts = (
            select(TEXT.c.source, TEXT.c.words)
            .join(sources, sources.c.id == TEXT.c.source)
            .where(sources.c.removed.is_(False))
            .order_by(TEXT.c.source)
        )
        for source, words in connection.execute(texts):
            yield canonical(["text", source, words]) + b"\n"


def worked_out(store: Store) -> Iterator[bytes]:
    """What every copy works out for itself, line by line: the runs of texts, and where things lie in these now."""
    with store.reading() as connection:
        kept = select(TEXT.c.source, TEXT.c.runs).where(TEXT.c.corrected).order_by(TEXT.c.source)
        for source, runs in connection.execute(kept):
            yield canonical(["runs", source, bytes(runs).hex()]) + b"\n"
        for kind in KINDS:
            names = [field.name for field in kind.fields if field.computed]
            if not names:
                continue
            table = ROWS[kind.name]
            statement = select(table.c.id, *(table.c[name] for name in names)).where(table.c.removed.is_(False))
            if "source" in table.c:
                # What lies in no source any more is not moved any more.
                statement = statement.where(table.c.source.is_not(None))
            for row, *values in connection.execute(statement.order_by(table.c.id)):
                yield canonical([kind.name, row, values]) + b"\n"


def dump_digest(store: Store) -> str:
    """BLAKE2b-256 over the canonical dump."""
    whole = hashlib.blake2b(digest_size=32)
    for line in dump(store):
        whole.update(line)
    return whole.hexdigest()
