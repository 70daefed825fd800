"""Maps drawn by hand: things of the study on a plane, free notes, and arrows that say how they hang together."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

MapKind = Literal["code", "theme", "case", "participant", "source", "memo"]
Heads = Literal["one", "both", "none"]


class Map(Row, frozen=True, kw_only=True):
    """A map that somebody draws to think: it belongs to the study like a memo does."""

    name: str
    description: Prose = ""


class MapItem(Row, frozen=True, kw_only=True):
    """Something on a map: a thing of the study, or a note that is nowhere else.

    Attributes:
        of: the thing; `of_kind` says which kind it is. Without one it is a free note.
        note: the words of a free note; beside a thing, what it is doing here.
        x, y: the middle of it, in units of the map (1 is a CSS pixel at full size), to the right and down.
    """

    map: Annotated[Id, Is(refers="map", goes_with=True)]
    of_kind: Open = ""
    of: Annotated[Id | None, Is(refers="*", goes_with=True)] = None
    note: Prose = ""
    x: int = 0
    y: int = 0


class MapArrow(Row, frozen=True, kw_only=True):
    """An arrow from one thing on a map to another; `relation` says in words how they hang together."""

    map: Annotated[Id, Is(refers="map", goes_with=True)]
    from_item: Annotated[Id, Is(refers="map_item", goes_with=True)]
    to_item: Annotated[Id, Is(refers="map_item", goes_with=True)]
    relation: str = ""
    heads: Heads = "one"
