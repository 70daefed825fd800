"""A study's journal and vault as lines of text that need no software, and a study made of them again.

`entries.jsonl` has a line for each entry, `{"digest", "entry"}`, in the order of the journal; `words.jsonl` one for
each piece of writing, `{"digest", "salt", "kind", "row", "words"}`; `signatures.jsonl` one for each signature. Original
files lie in `files/` under their digests. What was read is verified as any study is, so that nothing that was changed
or lost on the way passes for what was written.

What a careful reader would get wrong: entries hold no words, only digests of them. Neither file is a study by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from crosscase.errors import CrosscaseError
from crosscase.journal.canon import canonical, digest
from crosscase.journal.entry import packed, unpack
from crosscase.store.absorb import absorb
from crosscase.store.cells import file_pieces, put_file
from crosscase.store.copies import Target, begin_anew, made_whole
from crosscase.store.inserting import insert_all
from crosscase.store.keys import Key, Passphrase
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import CELL, PIECE, SIGNATURE
from crosscase.store.verify import examine

ENTRIES, WORDS, SIGNATURES, FILES = "entries.jsonl", "words.jsonl", "signatures.jsonl", "files"
_DIGEST: Final = 64


class BadArchiveError(CrosscaseError):
    """A folder is no archive of a study, or not as it was written."""

    code = "bad-archive"

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"{where}: {reason} No study was made.")


class _Entry(msgspec.Struct):
    digest: str
    entry: msgspec.Raw


class _Cell(msgspec.Struct):
    digest: str
    salt: str
    kind: str
    row: str
    words: str


class _Signature(msgspec.Struct):
    entry: str
    key: str
    signature: str


# Writing


def entry_lines(store: Store) -> Iterator[bytes]:
    """The journal, a line for each entry."""
    for name, body in store.stored():
        yield b'{"digest":"%s","entry":%s}\n' % (name.encode(), unpack(body, name))


def word_lines(store: Store) -> Iterator[bytes]:
    """The vault, a line for each piece of writing, by digest."""
    with store.reading() as connection:
        names = connection.execute(select(CELL.c.digest).order_by(CELL.c.digest)).scalars().all()
        for part in chunks(names):
            found = connection.execute(select(CELL).where(CELL.c.digest.in_(part)).order_by(CELL.c.digest)).all()
            for one in found:
                yield canonical(_Cell(one.digest, bytes(one.salt).hex(), one.kind, one.row, one.words)) + b"\n"


def signature_lines(store: Store) -> Iterator[bytes]:
    """The signatures over entries."""
    with store.reading() as connection:
        for one in connection.execute(select(SIGNATURE).order_by(SIGNATURE.c.entry, SIGNATURE.c.key)).all():
            yield canonical(_Signature(one.entry, one.key, bytes(one.signature).hex())) + b"\n"


def original_names(store: Store) -> list[str]:
    """The digests of all original files."""
    with store.reading() as connection:
        return list(connection.execute(select(PIECE.c.file).distinct().order_by(PIECE.c.file)).scalars())


def original(store: Store, name: str) -> Iterator[bytes]:
    """An original file, piece by piece."""
    with store.reading() as connection:
        yield from file_pieces(connection, name)


# Reading


def from_plain(folder: Path, target: Target, *, passphrase: Passphrase = None) -> Store:
    """Make a study of the journal and the vault in a folder; whole and verified, or not at all.

    Args:
        target: where; nothing may be there.
        passphrase: encrypts the file.

    Raises:
        BadArchiveError: a file is missing, a line cannot be read or was changed, or what comes of them does not hold.
        CannotOpenError: something is there already, or there is no such folder.
    """
    for name in (ENTRIES, WORDS):
        if not (folder / name).is_file():
            raise BadArchiveError(folder, f"there is no {name} in it, so it is no archive of a study.")
    if callable(passphrase) and isinstance(target, Path):
        passphrase = passphrase(target)  # asked for by the name that the file will have

    def fill(part: Target) -> Key | None:
        store = Store.create(part, passphrase=passphrase)
        try:
            with store.writing() as connection:
                _lay(store, connection, folder)
            begin_anew(store)
            faults = examine(store).faults
            if faults:
                raise BadArchiveError(folder, f"it was changed or is not whole ({faults[0].thing}: {faults[0].what}).")
            return store.key
        finally:
            store.database.close()

    key = made_whole(target, fill)
    return Store.at_path(target, passphrase=key) if isinstance(target, Path) else Store.in_schema(*target)


def _lay(store: Store, connection: Connection, folder: Path) -> None:
    insert_all(
        connection,
        CELL,
        [
            (one.digest, _bytes(one.salt, folder / WORDS, number), one.words, one.kind, one.row)
            for number, one in _read(folder / WORDS, _Cell)
        ],
    )
    entries = [(one.digest, packed(_whole(one, folder, number))) for number, one in _read(folder / ENTRIES, _Entry)]
    if not entries:
        raise BadArchiveError(folder / ENTRIES, "there is no entry in it.")
    try:
        absorb(store, entries, store.words)
    except BadArchiveError:
        raise
    except CrosscaseError as error:
        raise BadArchiveError(folder / ENTRIES, f"it does not hold ({error.message.rstrip('.')}).") from error
    if (folder / SIGNATURES).is_file():
        signed = [
            (one.entry, one.key, _bytes(one.signature, folder / SIGNATURES, number))
            for number, one in _read(folder / SIGNATURES, _Signature)
        ]
        insert_all(connection, SIGNATURE, signed)
    for path in sorted((folder / FILES).iterdir()) if (folder / FILES).is_dir() else ():
        if len(path.name) == _DIGEST and put_file(connection, path) != path.name:
            raise BadArchiveError(path, "it is not the file that was written: its digest is another.")


def _whole(one: _Entry, folder: Path, number: int) -> bytes:
    """The canonical form of an entry, however the line is spaced."""
    data = canonical(msgspec.json.decode(one.entry))
    if digest(data) != one.digest:
        raise BadArchiveError(folder / ENTRIES, f"line {number} is not what was written: its digest is another.")
    return data


def _bytes(digits: str, path: Path, number: int) -> bytes:
    try:
        return bytes.fromhex(digits)
    except ValueError as error:
        raise BadArchiveError(path, f"line {number} cannot be read ({error}).") from error


def _read(path: Path, kind: type[Any]) -> Iterator[tuple[int, Any]]:
    decoder = msgspec.json.Decoder(kind)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    try:
                        yield number, decoder.decode(line)
                    except (msgspec.DecodeError, UnicodeDecodeError) as error:
                        raise BadArchiveError(path, f"line {number} cannot be read ({error}).") from error
    except OSError as error:
        raise BadArchiveError(path, f"it cannot be read ({error.strerror}).") from error
