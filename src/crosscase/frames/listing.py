"""Things of the study in the order in which people read them, numbered from 0.

A `Listing` is the backbone of every frame: arrays refer to things by number, `number` turns ids into
numbers, and ids of things that were merged into another lead to that other one. `find` is how analyses
take names from people: by id, or by what the thing is called, letter case aside.

What a careful reader would get wrong: numbers are places in one snapshot. They mean nothing in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import repeat

import numpy as np
import polars as pl

from crosscase.errors import AmbiguousError, NotFoundError
from crosscase.frames.intervals import Ints
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Listing:
    """Things of one kind.

    Attributes:
        kind: as the model names it.
        ids: in reading order.
        labels: what people call them, in the same order.
        number: id → place in `ids`; also the ids of things merged into these.
    """

    kind: str
    ids: tuple[Id, ...]
    labels: tuple[str, ...]
    number: Mapping[Id, int]

    def __len__(self) -> int:
        return len(self.ids)

    def aliases(self) -> Iterable[tuple[str, int]]:
        """Further names that lead to a thing; none for most kinds."""
        return ()

    def find(self, name: str) -> int:
        """The number of the thing with that id or name.

        Raises:
            NotFoundError: there is none.
            AmbiguousError: several have this name.
        """
        if name in self.number:
            return self.number[name]
        wanted = name.casefold()
        fits = {place for place, label in enumerate(self.labels) if label == name}
        fits = fits or {place for place, label in enumerate(self.labels) if label.casefold() == wanted}
        fits = fits or {place for alias, place in self.aliases() if alias.casefold() == wanted}
        if not fits:
            near = get_close_matches(name, self.labels, n=3)
            raise NotFoundError(self.kind, name, tuple(near))
        if len(fits) > 1:
            raise AmbiguousError(self.kind, name, tuple(self.ids[place] for place in sorted(fits)))
        return fits.pop()

    def found(self, names: Iterable[str]) -> Ints:
        """The numbers of several, ascending, each once."""
        return np.array(sorted({self.find(name) for name in names}), dtype=np.int64)

    def numbers(self, ids: pl.Series) -> Ints:
        """The numbers of a column of ids; -1 where it names nothing that is here."""
        return numbers_in(self.number, ids)


def numbers_in(number: Mapping[Id, int], ids: pl.Series) -> Ints:
    """A column of ids as numbers; -1 for null and for what is not in the mapping."""
    return np.fromiter(map(number.get, ids.to_list(), repeat(-1)), dtype=np.int64, count=len(ids))


def followed(ids: Sequence[Id], signposts: Sequence[Id | None]) -> dict[Id, Id]:
    """Where each id leads when `merged_into` is followed to the end.

    A signpost to something that is no longer there is not followed. Apply lets no circle arise; should one be
    read nevertheless, the lowest of its ids stands for all.
    """
    to = {here: there for here, there in zip(ids, signposts, strict=True) if there is not None}
    known = set(ids)
    ends: dict[Id, Id] = {}
    for start in ids:
        path = [start]
        while (there := to.get(path[-1], "")) in known and there not in path:
            path.append(there)
        ends[start] = min(path[path.index(there) :]) if there in path else path[-1]
    return ends


def numbered(order: Sequence[Id], leads: Mapping[Id, Id]) -> dict[Id, int]:
    """Ids with their place in `order`, for the ids that lead there too."""
    place = {thing: number for number, thing in enumerate(order)}
    return {thing: place[end] for thing, end in leads.items() if end in place}
