"""Maps drawn by hand: begun, things placed on them, moved, written on, and joined by arrows.

What a careful reader would get wrong: taking a thing off a map takes nothing from the study. A thing that leaves the
study leaves the maps with its arrows, and comes back with them when that is undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Id, Map, MapArrow, MapItem, Memo
from crosscase.model.maps import Heads, MapKind
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, given, label, refuse_twin, thing_there
from crosscase.verbs.registry import Verb

FARTHEST = 100_000
"""How far from the middle of a map something may lie, in its units."""

_NO_NAME = "A map needs a name."


class OnTheMapError(RefusedError):
    """A thing lies on the map already."""

    code = "on-the-map"

    def __init__(self) -> None:
        super().__init__("This lies on the map already. Move it, or draw another arrow to it.")


class PrivateMemoError(RefusedError):
    """A reflexive memo that is not shared is on no map, because everybody in the study sees maps."""

    code = "private-memo"

    def __init__(self) -> None:
        super().__init__("This reflexive memo is yours alone, and everybody sees the map. Share the memo first.")


class OffTheMapError(BadValueError):
    """Too far away to be found again."""

    code = "off-the-map"

    def __init__(self) -> None:
        super().__init__(f"A map ends {FARTHEST:,} units from its middle. Place it nearer.")


class EmptyNoteError(BadValueError):
    """A free note that says nothing."""

    code = "empty-note"

    def __init__(self) -> None:
        super().__init__("Write something on the note, or say which thing is to lie on the map.")


class ArrowError(RefusedError):
    """An arrow that cannot be drawn."""

    code = "arrow"

    def __init__(self, why: str) -> None:
        super().__init__(why)


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """Where something on a map goes."""

    item: Id
    x: int
    y: int


def add_map(act: Act, name: str, *, description: str = "") -> Id:
    """Begin a map with nothing on it."""
    name = label(name, _NO_NAME)
    refuse_twin(act.rows(Map), "name", name)
    return act.add(Map(name=name, description=description)).id


def change_map(act: Act, map_: Id, *, name: str | None = None, description: str | None = None) -> None:
    """Change the name or the description of a map; what is not given stays."""
    fields = given(description=description)
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Map), "name", fields["name"], but=map_)
    act.change(Map, map_, **fields)


def remove_map(act: Act, map_: Id) -> dict[str, int]:
    """Remove a map with what is drawn on it; the things themselves stay. How many of each kind went."""
    act.get(Map, map_)
    return act.remove_whole(Map, [map_])


def place_on_map(
    act: Act, map_: Id, x: int, y: int, *, kind: MapKind | None = None, thing: Id | None = None, note: str = ""
) -> Id:
    """Place a thing of the study on a map, or a free note.

    Args:
        x, y: the middle of it, in units of the map.
        kind, thing: what it is; without them `note` are the words of a free note.

    Raises:
        OnTheMapError: the thing lies there already.
        PrivateMemoError: it is a reflexive memo that is not shared.
    """
    act.get(Map, map_)
    _check_place(x, y)
    if not kind or not thing:
        if kind or thing or not note.strip():
            raise EmptyNoteError
        return act.add(MapItem(map=map_, note=note.strip(), x=x, y=y)).id
    choice(kind, MapKind, "kind of thing on maps")
    thing_there(act, kind, thing)
    if kind == "memo":
        memo = act.get(Memo, thing)
        if memo.nature == "reflexive" and not memo.shared:
            raise PrivateMemoError
    if act.rows(MapItem, map=map_, of=thing):
        raise OnTheMapError
    return act.add(MapItem(map=map_, of_kind=kind, of=thing, note=note.strip(), x=x, y=y)).id


def move_on_map(act: Act, items: Sequence[Moved]) -> int:
    """Move things on a map; how many moved."""
    there = {each.id: each for each in all_there(act, MapItem, [each.item for each in items])}
    for each in items:
        _check_place(each.x, each.y)
    act.change_all(MapItem, "x", {each.item: each.x for each in items})
    act.change_all(MapItem, "y", {each.item: each.y for each in items})
    return sum((there[each.item].x, there[each.item].y) != (each.x, each.y) for each in items)


def write_on_map(act: Act, item: Id, note: str) -> None:
    """Change the words of a free note, or what is written beside a thing."""
    known = act.get(MapItem, item)
    if not known.of and not note.strip():
        raise EmptyNoteError
    act.change(MapItem, item, note=note.strip())


def take_off_map(act: Act, items: Sequence[Id]) -> dict[str, int]:
    """Take things off a map with their arrows; the things themselves stay. How many of each kind went."""
    all_there(act, MapItem, items)
    return act.remove_whole(MapItem, list(items))


def connect_on_map(act: Act, from_item: Id, to_item: Id, *, relation: str = "", heads: Heads = "one") -> Id:
    """Draw an arrow between two things on one map.

    Args:
        relation: how they hang together, in words (leads to, contradicts, is part of).
        heads: whether it points one way, both ways or none.

    Raises:
        ArrowError: they lie on two maps, are one thing, or the same arrow is there.
    """
    choice(heads, Heads, "way in which arrows point")
    start, end = act.get(MapItem, from_item), act.get(MapItem, to_item)
    if start.map != end.map:
        raise ArrowError("An arrow cannot leave its map.")
    if from_item == to_item:
        raise ArrowError("An arrow goes from one thing to another, and both ends are the same.")
    relation = " ".join(relation.split())
    for there in act.rows(MapArrow, from_item=from_item, to_item=to_item):
        if there.relation.casefold() == relation.casefold():
            raise ArrowError("This arrow is drawn already. Say something else on it, or change the one that is there.")
    return act.add(MapArrow(map=start.map, from_item=from_item, to_item=to_item, relation=relation, heads=heads)).id


def change_arrow(act: Act, arrow: Id, *, relation: str | None = None, heads: Heads | None = None) -> None:
    """Say something else on an arrow, or let it point another way; what is not given stays."""
    fields: dict[str, Any] = given(heads=heads)
    if heads is not None:
        choice(heads, Heads, "way in which arrows point")
    if relation is not None:
        fields["relation"] = " ".join(relation.split())
    act.change(MapArrow, arrow, **fields)


def remove_arrow(act: Act, arrow: Id) -> dict[str, int]:
    """Take an arrow away; what it joined stays. How many of each kind went."""
    act.get(MapArrow, arrow)
    return act.remove_whole(MapArrow, [arrow])


def _check_place(x: int, y: int) -> None:
    if abs(x) > FARTHEST or abs(y) > FARTHEST:
        raise OffTheMapError


VERBS = (
    Verb("map.add", add_map),
    Verb("map.change", change_map),
    Verb("map.remove", remove_map),
    Verb("map.place", place_on_map),
    Verb("map.move", move_on_map),
    Verb("map.write", write_on_map),
    Verb("map.take_off", take_off_map),
    Verb("map.connect", connect_on_map),
    Verb("map.change_arrow", change_arrow),
    Verb("map.remove_arrow", remove_arrow),
)
