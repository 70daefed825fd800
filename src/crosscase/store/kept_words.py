"""A cache for full-text search: the words of each source as packed numbers.

It lies in the study's own file and in no journal; a row goes when its text changes. What is in a pack is the business
of `frames.token_index`; here they are bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from crosscase.model import Id
from crosscase.store.inserting import insert_all
from crosscase.store.tables import ROWS, TEXT, TOKENS


def kept(connection: Connection) -> list[tuple[Id, bytes]]:
    """The packs of all sources not removed that have one, by source."""
    sources = ROWS["source"]
    statement = (
        select(TOKENS.c.source, TOKENS.c.data)
        .join(sources, sources.c.id == TOKENS.c.source)
        .where(sources.c.removed.is_(False))
        .order_by(TOKENS.c.source)
    )
    return [(source, bytes(data)) for source, data in connection.execute(statement)]


def missing(connection: Connection) -> list[tuple[Id, str]]:
    """The sources not removed that have a text and no pack, and the text."""
    sources = ROWS["source"]
    statement = (
        select(TEXT.c.source, TEXT.c.words)
        .join(sources, sources.c.id == TEXT.c.source)
        .outerjoin(TOKENS, TOKENS.c.source == TEXT.c.source)
        .where(sources.c.removed.is_(False), TOKENS.c.source.is_(None))
        .order_by(TEXT.c.source)
    )
    return [(source, words) for source, words in connection.execute(statement)]


def keep(connection: Connection, packs: Iterable[tuple[Id, bytes]]) -> None:
    """Keep packs of sources that have none."""
    insert_all(connection, TOKENS, list(packs))


def forget(connection: Connection) -> None:
    """Drop all packs: another tokenizer made them."""
    connection.execute(delete(TOKENS))
