"""Maps drawn by hand, with what lies on them by the names people know."""

from __future__ import annotations

import msgspec
from litestar import get
from litestar.params import FromPath

from crosscase.errors import NotFoundError
from crosscase.model import Code, Id, Map, MapArrow, MapItem, kind_named
from crosscase.reads.lookup import code_paths
from crosscase.reads.things import Names
from crosscase.reads.written import written
from crosscase.server.seats import At, Seat
from crosscase.study import Study

TAGS = ["writing"]


class MapLine(msgspec.Struct, frozen=True, kw_only=True):
    """A map in the list of them, with how much lies on it."""

    map: Map
    items: int
    arrows: int


class ItemHere(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a map; `name` is what it is called now, empty for a free note."""

    item: MapItem
    name: str


class MapHere(msgspec.Struct, frozen=True, kw_only=True):
    """A map with everything on it, items in the order in which they were placed."""

    map: Map
    version: str
    items: tuple[ItemHere, ...]
    arrows: tuple[MapArrow, ...]


@get("/maps", tags=TAGS)
async def get_maps(seat: Seat, at: At = "") -> list[MapLine]:
    """All maps, by name."""
    return await seat.look(at, _maps)


def _maps(study: Study) -> list[MapLine]:
    items, arrows = study.rows(MapItem), study.rows(MapArrow)
    return [
        MapLine(
            map=one,
            items=sum(item.map == one.id for item in items),
            arrows=sum(arrow.map == one.id for arrow in arrows),
        )
        for one in sorted(study.rows(Map), key=lambda one: (one.name.casefold(), one.id))
    ]


@get("/maps/{name:str}", tags=TAGS)
async def get_map(seat: Seat, name: FromPath[Id], at: At = "") -> MapHere:
    """A map with everything on it."""
    return await seat.look(at, _map, name)


def _map(study: Study, name: Id) -> MapHere:
    one = next(iter(study.rows(Map, id=[name])), None)
    if one is None:
        kind = "map"
        raise NotFoundError(kind, name)
    rows = study.rows(MapItem, map=name)
    moments = written(study.store, "map_item", [each.id for each in rows])
    items = sorted(rows, key=lambda each: (moments[each.id].first, each.id))
    paths, names = code_paths(study.rows(Code)), Names(study.store)

    def called(item: MapItem) -> str:
        if not item.of:
            return ""
        if item.of_kind == "memo":
            return names.of("memo", item.of)
        # A name is what is there now; what was removed has left the map.
        found = study.get(kind_named(item.of_kind).row, item.of)
        return paths.get(item.of, "") or (names.name(item.of_kind, item.of) if found is not None else "")

    return MapHere(
        map=one,
        version=study.version,
        items=tuple(ItemHere(item=each, name=called(each)) for each in items),
        arrows=tuple(sorted(study.rows(MapArrow, map=name), key=lambda each: each.id)),
    )


ROUTES = (get_maps, get_map)
