"""Words apart from structure.

An entry holds, for every piece of free text, a salted digest; the words and their salt lie in the vault. Taking the
words out of the vault erases them everywhere, and the chains still verify, because digests cover digests.

A *cell* is one piece of text at one place in one entry. Empty text needs no cell. A column in which every row
has the same words has one cell.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from crosscase.journal.canon import canonical
from crosscase.journal.changes import REMOVED, Added, Change, Changed, Column, Corrected
from crosscase.model import Field, Id, kind_named

ERASED = "█"
SALT_BYTES = 16


class Cell(msgspec.Struct, frozen=True, gc=False):
    """Words in the vault, under their salted digest, with the row they are about (empty: several rows)."""

    digest: str
    salt: bytes
    words: str
    kind: str
    row: Id


def cell_digest(salt: bytes, words: str) -> str:
    """The name of a cell: BLAKE2b-256 over its salt and its words."""
    return hashlib.blake2b(salt + words.encode(), digest_size=32).hexdigest()


def make_cell(words: str, kind: str, row: Id, salt: bytes = b"") -> Cell:
    """A cell with fresh salt."""
    salt = salt or secrets.token_bytes(SALT_BYTES)
    return Cell(cell_digest(salt, words), salt, words, kind, row)


def _salts() -> Iterator[bytes]:
    """Fresh salts without end. Asking the system for many at once is quicker than for each."""
    many = 1
    while True:
        data = secrets.token_bytes(SALT_BYTES * many)
        yield from (data[at : at + SALT_BYTES] for at in range(0, len(data), SALT_BYTES))
        many = min(many * 4, 1024)


def seal(changes: tuple[Change, ...], entry: Id) -> tuple[tuple[Change, ...], list[Cell]]:
    """Changes with every piece of text replaced by the digest of its cell, and the cells."""
    cells: list[Cell] = []
    salts = _salts()

    def hide(value: Any, field: Field, row: Id, kind: str) -> Any:
        if not value:
            return "" if field.type == "text" else value
        words = value if field.type == "text" else canonical(value).decode()
        cell = make_cell(words, kind, row, next(salts))
        cells.append(cell)
        return cell.digest

    def hide_column(given: Column, field: Field, rows: list[Id], kind: str) -> Column:
        if given.each is None:
            return Column(all=hide(given.all, field, rows[0] if len(rows) == 1 else "", kind))
        return Column(each=tuple(hide(value, field, row, kind) for value, row in zip(given.each, rows, strict=True)))

    sealed: list[Change] = []
    for change in changes:
        if isinstance(change, Added):
            rows = change.rows(entry)
            kind = kind_named(change.kind)
            columns = {
                name: hide_column(given, kind.field(name), rows, kind.name) if kind.field(name).words else given
                for name, given in change.columns.items()
            }
            sealed.append(msgspec.structs.replace(change, columns=columns))
        elif isinstance(change, Changed) and _has_words(change):
            field = kind_named(change.kind).field(change.field)
            rows = list(change.ids)
            before = hide_column(change.before, field, rows, change.kind)
            after = hide_column(change.after, field, rows, change.kind)
            sealed.append(msgspec.structs.replace(change, before=before, after=after))
        elif isinstance(change, Corrected) and change.words:
            cell = make_cell(change.words, "source", change.source, next(salts))
            cells.append(cell)
            sealed.append(msgspec.structs.replace(change, words=cell.digest))
        else:
            sealed.append(change)
    return tuple(sealed), cells


def _has_words(change: Changed) -> bool:
    kind = kind_named(change.kind)
    return any(field.name == change.field and field.words for field in kind.fields)


def cells_of(changes: tuple[Change, ...]) -> list[str]:
    """The digests of all cells that sealed changes refer to, in order."""
    found: list[str] = []
    for change in changes:
        if isinstance(change, Added):
            kind = kind_named(change.kind)
            if not kind.sealed.isdisjoint(change.columns):
                for name, given in change.columns.items():
                    if kind.field(name).words:
                        found += _cells_in(given)
        elif isinstance(change, Changed) and _has_words(change):
            found += _cells_in(change.before) + _cells_in(change.after)
        elif isinstance(change, Corrected) and change.words:
            found.append(change.words)
    return found


def _cells_in(given: Column) -> list[str]:
    values = (given.all,) if given.each is None else given.each
    return [value for value in values if value]


def unseal(changes: tuple[Change, ...], words: Mapping[str, str]) -> tuple[Change, ...]:
    """Sealed changes with their words again; what is not in the vault reads as erased."""
    return tuple(_unsealed(change, words) for change in changes)


def _unsealed(change: Change, words: Mapping[str, str]) -> Change:
    replace = msgspec.structs.replace
    if isinstance(change, Added):
        kind = kind_named(change.kind)
        if kind.sealed.isdisjoint(change.columns):
            return change
        columns = {name: _open_column(given, kind.field(name), words) for name, given in change.columns.items()}
        return replace(change, columns=columns)
    if isinstance(change, Changed) and change.field != REMOVED:
        field = kind_named(change.kind).field(change.field)
        before, after = _open_column(change.before, field, words), _open_column(change.after, field, words)
        return replace(change, before=before, after=after)
    if isinstance(change, Corrected) and change.words:
        return replace(change, words=words.get(change.words, ERASED * change.length))
    return change


def _open_column(given: Column, field: Field, words: Mapping[str, str]) -> Column:
    """A column as the model has it: words unsealed, lists as tuples."""
    if not field.words and field.type != "list":
        return given
    if given.each is None:
        return Column(all=_open_value(given.all, field, words))
    return Column(each=tuple(_open_value(value, field, words) for value in given.each))


def _open_value(value: Any, field: Field, words: Mapping[str, str]) -> Any:
    if field.type == "list":
        if field.words:
            value = msgspec.json.decode(words.get(value, "[]")) if value else ()
        return tuple(value or ())
    return words.get(value, ERASED) if value else value
