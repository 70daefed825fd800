"""The tables, made from the model.

Every kind has one table: `id`, `removed`, `born` (the arrival number of the entry that added the row; local), and its
fields. There is no constraint but the primary key: verbs check, apply never fails, and what two copies did at once is
reported and not refused. Everything except `entry`, `cell`, `piece` and `signature` can be rebuilt from these.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from crosscase.model import KINDS, Field, Kind

METADATA = MetaData()
Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared by code points on both stores."""

_TYPES: dict[str, TypeEngine[Any]] = {"text": Words, "integer": BigInteger(), "boolean": Boolean(), "list": Words}

ENTRY = Table(
    "entry",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, index=True),
    Column("digest", Words, nullable=False, unique=True),
    Column("chain", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("before", Words, nullable=False, index=True),
    Column("heads", Words, nullable=False),
    Column("clock", BigInteger, nullable=False),
    Column("wall", BigInteger, nullable=False),
    Column("by", Words, nullable=False),
    Column("verb", Words, nullable=False),
    Column("because", Words, nullable=False),
    Column("undoes", Words, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("entry_order", "clock", "digest"),
)
"""The journal: the stored bytes of every entry, and beside them what is needed to find it."""

CELL = Table(
    "cell",
    METADATA,
    Column("digest", Words, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("words", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("row", Words, nullable=False, index=True),
)
"""The vault: words under their salted digests."""

PIECE = Table(
    "piece",
    METADATA,
    Column("file", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("file", "number"),
)
"""Original files, in pieces of 1 MiB, under the digest of the whole."""

SIGNATURE = Table(
    "signature",
    METADATA,
    Column("entry", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    PrimaryKeyConstraint("entry", "key"),
)
"""Signatures over the digests of entries, each with the public key that it holds under."""

TOUCH = Table(
    "touch",
    METADATA,
    Column("kind", Words, nullable=False),
    Column("row", Words, nullable=False),
    Column("field", Words, nullable=False),
    Column("seq", Integer, nullable=False, index=True),
    PrimaryKeyConstraint("kind", "row", "field", "seq"),
)
"""Which entries wrote a field after the row was added (`*`: added it once more; `text`: corrected it)."""

TEXT = Table(
    "source_text",
    METADATA,
    Column("source", Words, primary_key=True),
    Column("words", Words, nullable=False),
    Column("corrected", Boolean, nullable=False),
    Column("runs", LargeBinary, nullable=False),
)
"""The text of each source as it reads now; where it was corrected, with its runs (`journal.text`), without words."""

TOKENS = Table(
    "tokens",
    METADATA,
    Column("source", Words, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""A cache for full-text search: the words of each source as numbers, dropped when its text changes."""

ERASURE = Table(
    "erasure",
    METADATA,
    Column("cell", Words, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("stand_in", Words, nullable=False),
    PrimaryKeyConstraint("cell", "seq"),
)
"""Which entries erased which cells, and the digest of what stands in for each (empty: nothing does)."""

LOCAL = Table(
    "local",
    METADATA,
    Column("key", Words, primary_key=True),
    Column("value", Words, nullable=False),
)
"""What belongs to this copy alone: where it is written, its chain, the schema's step."""


def _column(field: Field) -> Column[Any]:
    return Column(field.name, _TYPES[field.type], nullable=True)


def _table(kind: Kind) -> Table:
    table = Table(
        kind.name,
        METADATA,
        Column("id", Words, primary_key=True),
        Column("removed", Boolean, nullable=False, default=False),
        Column("born", Integer, nullable=False),
        *(_column(field) for field in kind.fields),
    )
    placed = any(field.name == "first" for field in kind.fields)
    for field in kind.fields:
        if field.goes_with or (placed and field.name == "source"):
            more = (table.c.first,) if placed and field.name == "source" else ()
            Index(f"{kind.name}_{field.name}", table.c[field.name], *more)
    return table


ROWS: dict[str, Table] = {kind.name: _table(kind) for kind in KINDS}
"""One table for each kind, by its name."""

DERIVED = (*ROWS.values(), TOUCH, TEXT, TOKENS, ERASURE)
"""What can be thrown away and rebuilt from the journal and the vault."""


@functools.cache
def shape() -> str:
    """A digest of the shape of the derived tables: where it differs from a study's own, they are made anew."""
    whole = hashlib.blake2b(digest_size=16)
    for table in DERIVED:
        for column in table.columns:
            whole.update(
                f"{table.name}.{column.name} {column.type!r} {column.nullable} {column.primary_key}\n".encode()
            )
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            whole.update(f"{index.name} {[column.name for column in index.columns]}\n".encode())
    return whole.hexdigest()
