"""What a copy of a study knows of itself: where it parted, for whom it was made, and which words it was not given.

It stands in the copy's own file and travels in no merge. Whoever finds words missing asks here whether they were
withheld (`verify` does), and whoever acts in a copy for reading is kept to what a reader may do.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, select

from crosscase.model import Id
from crosscase.store.store import Store
from crosscase.store.tables import LOCAL

PARTED, WITHHELD = "parted", "withheld"
_DIGITS = 16

MASK = "▒"
"""Stands for a character that was withheld from a copy; one that was erased everywhere is another sign."""


class Parted(msgspec.Struct, frozen=True):
    """Where a copy parted from the study it was made of.

    Attributes:
        when: milliseconds since 1970.
        heads, version: what the study had then.
        reader: for a copy for reading, the member it was made for.
    """

    when: int
    heads: tuple[str, ...]
    version: str
    reader: Id = ""


class Withheld(msgspec.Struct, frozen=True):
    """What was left out of a copy.

    Attributes:
        cells: the first digits of the digests of words that are not here, or not whole.
        originals: whether the original files are not here.
    """

    cells: frozenset[str] = frozenset()
    originals: bool = False

    def __bool__(self) -> bool:
        return bool(self.cells) or self.originals

    def has(self, cell: str) -> bool:
        """Whether the words under that digest were withheld, whole or in part."""
        return cell[:_DIGITS] in self.cells

    def but(self, came_in: Iterable[str], *, originals: bool) -> Withheld:
        """What is still left out when words under these digests have come in."""
        return Withheld(self.cells - {name[:_DIGITS] for name in came_in}, originals)


def without(names: Iterable[str]) -> Withheld:
    """What is said of a copy from which the words under these digests, and all original files, were left out."""
    return Withheld(frozenset(name[:_DIGITS] for name in names), originals=True)


def parted(store: Store) -> Parted | None:
    """Where this copy parted; None for a study that was not made by copying."""
    found = _local(store, PARTED)
    return msgspec.json.decode(found, type=Parted) if found else None


def withheld(store: Store) -> Withheld:
    """What was left out when this copy was made; empty for all but copies for reading."""
    found = _local(store, WITHHELD)
    return msgspec.json.decode(found, type=Withheld) if found else Withheld()


def _local(store: Store, key: str) -> str:
    with store.reading() as connection:
        return connection.execute(select(LOCAL.c.value).where(LOCAL.c.key == key)).scalar() or ""


def keep_local(connection: Connection, key: str, value: str) -> None:
    """Write down something that belongs to this copy alone; nothing takes it away."""
    connection.execute(delete(LOCAL).where(LOCAL.c.key == key))
    if value:
        connection.execute(LOCAL.insert(), {"key": key, "value": value})
