"""The vault in the tables: words under salted digests, and original files in pieces."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, delete, select

from crosscase.journal.vault import Cell
from crosscase.store.inserting import insert_all
from crosscase.store.rows import chunks
from crosscase.store.tables import CELL, PIECE

PIECE_BYTES = 1 << 20


def put(connection: Connection, cells: Iterable[Cell]) -> None:
    """Lay new cells in the vault. Their digests are new because their salts are."""
    insert_all(connection, CELL, [(c.digest, c.salt, c.words, c.kind, c.row) for c in cells])


def words_of(connection: Connection, digests: Iterable[str]) -> dict[str, str]:
    """The words of those cells that are in the vault."""
    found: dict[str, str] = {}
    for part in chunks(sorted(set(digests))):
        found.update(
            (name, words)
            for name, words in connection.execute(select(CELL.c.digest, CELL.c.words).where(CELL.c.digest.in_(part)))
        )
    return found


def present(connection: Connection, digests: Iterable[str]) -> set[str]:
    """Which cells are in the vault."""
    found: set[str] = set()
    for part in chunks(sorted(set(digests))):
        found.update(connection.execute(select(CELL.c.digest).where(CELL.c.digest.in_(part))).scalars())
    return found


def drop(connection: Connection, digests: Iterable[str]) -> None:
    """Take cells out of the vault for good."""
    for part in chunks(sorted(set(digests))):
        connection.execute(delete(CELL).where(CELL.c.digest.in_(part)))


def put_file(connection: Connection, file: Path | IO[bytes]) -> str:
    """Lay an original file in the vault, piece by piece; its digest (BLAKE2b-256).

    Args:
        file: its path, or an open file; one that cannot go back to its beginning is laid in a file of its own first.
    """
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _put(connection, opened)
    if file.seekable():
        return _put(connection, file)
    with tempfile.TemporaryFile() as held:
        shutil.copyfileobj(file, held, PIECE_BYTES)
        held.seek(0)
        return _put(connection, held)


def _put(connection: Connection, file: IO[bytes]) -> str:
    first = file.read(PIECE_BYTES)
    whole = hashlib.blake2b(first, digest_size=32)
    long = len(first) == PIECE_BYTES
    while long and (data := file.read(PIECE_BYTES)):
        whole.update(data)
    name = whole.hexdigest()
    if not _put_piece(connection, name, 0, first) or not long:
        return name
    file.seek(PIECE_BYTES)
    number = 1
    while data := file.read(PIECE_BYTES):
        _put_piece(connection, name, number, data)
        number += 1
    return name


def _put_piece(connection: Connection, file: str, number: int, data: bytes) -> bool:
    """Lay a piece in the vault unless it is there; whether it was not."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    statement = f"INSERT INTO piece (file, number, data) VALUES ({mark}, {mark}, {mark}) ON CONFLICT DO NOTHING"  # noqa: S608
    return bool(connection.exec_driver_sql(statement, (file, number, data)).rowcount)


def file_digest(pieces: Iterable[bytes]) -> str:
    """The digest that an original file goes by, from its pieces in order."""
    whole = hashlib.blake2b(digest_size=32)
    for piece in pieces:
        whole.update(piece)
    return whole.hexdigest()


def file_pieces(connection: Connection, name: str) -> Iterator[bytes]:
    """An original file, piece by piece."""
    numbers = connection.execute(select(PIECE.c.number).where(PIECE.c.file == name).order_by(PIECE.c.number)).scalars()
    for number in numbers.all():
        yield connection.execute(
            select(PIECE.c.data).where(PIECE.c.file == name, PIECE.c.number == number)
        ).scalar_one()
