"""What an act did, said generically over the model.

There are five kinds of change, and everything else (undo, time travel, merge, the audit trail) is built from them:
rows were *added*, a field of rows was *changed* from one value to another, the text of a source was *corrected*,
words were *erased*, words were *lost* to damage. Removing is a change of the field `removed`, which every row has: the
row is hidden and never deleted, later changes still reach it, and taking a removal back is a change like any other.

Changes to many rows are stored by column; a column in which every value is the same is stored once. None of this can be
in a circle, so the garbage collector passes it by: it would go through a journal again and again while it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec

from crosscase.model import Address, Id, packed_ids

REMOVED = "removed"


class Column(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Values for a number of rows: one for all, or one each."""

    all: Any = None
    each: tuple[Any, ...] | None = None

    def values(self, count: int) -> tuple[Any, ...]:
        """The value for each of `count` rows."""
        return (self.all,) * count if self.each is None else self.each


def column(values: Sequence[Any]) -> Column:
    """The shortest column that holds these values."""
    first = values[0]
    if values.count(first) == len(values) and len(set(map(type, values))) == 1:
        return Column(all=first)
    return Column(each=tuple(values))


class Added(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag_field="do", tag="added"):
    """Rows were added. Fields not named have their default.

    Attributes:
        first, count: rows numbered from the entry (see `packed_id`), or
        ids: rows whose ids are made from what they are.
    """

    kind: str
    columns: dict[str, Column]
    first: int = 0
    count: int = 0
    ids: tuple[Id, ...] = ()

    def rows(self, entry: Id) -> list[Id]:
        """The ids of the rows added."""
        return list(self.ids) or packed_ids(entry, self.first, self.count)


class Changed(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag_field="do", tag="changed"):
    """A field of some rows went from one value to another."""

    kind: str
    field: str
    ids: tuple[Id, ...]
    before: Column
    after: Column


class Stretch(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Characters brought by one origin: `length` of them from the one numbered `first`.

    The origin of a source's own text is the empty string; that of a correction, its entry's id.
    """

    origin: Id
    first: int
    length: int


class Piece(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Characters put in after an address (empty: at the very beginning), standing in for others or for none."""

    after: Address
    length: int
    stands_for: tuple[Stretch, ...] = ()


class Corrected(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag_field="do", tag="corrected"):
    """The text of a source was brought or corrected.

    Attributes:
        base: this is the text as the source brought it; its characters are addressed by number alone.
        first: the number of the first character put in (an entry may correct a source several times).
        words: all the characters put in, one piece after another (in the vault).
        hidden, shown: characters taken away, and characters brought back.
    """

    source: Id
    base: bool = False
    first: int = 0
    pieces: tuple[Piece, ...] = ()
    words: str = ""
    hidden: tuple[Stretch, ...] = ()
    shown: tuple[Stretch, ...] = ()

    @property
    def length(self) -> int:
        """How many characters were put in."""
        return sum(piece.length for piece in self.pieces)


class Erased(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag_field="do", tag="erased"):
    """Words were taken out of the vault for good.

    Attributes:
        kind, id: whose words they were: a participant, a source.
        cells: the digests erased, each with the digest of what stands in for it (the same words with █ one for one,
            under the salt of the cell), or nothing.
        rows: things whose own words are erased whole; what somebody who had not seen the erasure writes into one of
            them, or adds to one of them, is dropped when it arrives.
        spoken: the stretches of cells that are the subject's own words (code points: first, length); where 20 or
            more characters of them stand in what arrives later, they are redacted there.
        named: the stretches of cells that are names; where one stands as words of its own, it is redacted.
        files: digests of original files, dropped and taken in no more.
    """

    kind: str
    id: Id
    cells: dict[str, str]
    rows: tuple[Id, ...] = ()
    spoken: dict[str, tuple[tuple[int, int], ...]] = {}
    named: dict[str, tuple[tuple[int, int], ...]] = {}
    files: tuple[str, ...] = ()


class Lost(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag_field="do", tag="lost"):
    """Words and files that damage took, noted when the study was rescued; where a copy has them they come in as ever.

    Attributes:
        cells: the digests of words that could not be read any more.
        files: the digests of original files.
    """

    cells: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


Change: TypeAlias = Added | Changed | Corrected | Erased | Lost


def removed(kind: str, ids: Sequence[Id], *, back: bool = False) -> Changed:
    """The change that hides rows, or brings them back."""
    return Changed(kind, REMOVED, tuple(ids), Column(all=back), Column(all=not back))
