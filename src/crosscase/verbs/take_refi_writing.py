"""Taking in notes, links, sets and graphs of a REFI-QDA project: memos, links, sets and maps.

A note is a memo about what first refers to it; that others refer to it as well is carried with them. A link between
two things that are here is a link. A set of several kinds of things is a set of each kind. A graph is a map, if all
that it shows is here or stands for nothing.

What a careful reader would get wrong: what names something that the study has no kind for (a link to a user, a graph
with a selection on it) is carried whole. It is in no list here, and leaves again with what it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

import msgspec

from crosscase.model import Id, Link, Map, MapArrow, MapItem, Mark, Memo, Set, SetMember
from crosscase.model.carrying import other_id
from crosscase.model.maps import MapKind
from crosscase.model.refi import Graph, Guid, MediaElement, SetElement, TextElement, TranscriptElement
from crosscase.model.refi_here import LINKED, heads, middle, one_line
from crosscase.verbs.maps import FARTHEST
from crosscase.verbs.sets import set_member_id
from crosscase.verbs.sources import as_text
from crosscase.verbs.take_refi_people import free_name, member_of
from crosscase.verbs.take_refi_places import Placing
from crosscase.verbs.taking import folded
from crosscase.verbs.taking_refi import Refi

_SETS = {"codes": "code", "sources": "source"}


def take_notes(taking: Refi, placing: Placing) -> None:
    """The notes, as memos."""
    about = dict(_referrers(taking, placing))
    guids = [note.guid for note in taking.project.notes]
    ids = taking.ids("Note", guids, "memo")
    rows: list[Memo] = []
    settled: set[Id] = set()
    for note, own in zip(taking.project.notes, ids, strict=True):
        taking.tally_within(note)
        text, title = as_text(note.text or ""), one_line(note.name)
        if not text.strip() and not title:
            text = note.description or ""
        bare = msgspec.structs.replace(note, text=None)
        files = tuple(filter(None, (_kept(taking, note.rich_path),)))
        if not text.strip() and not title:
            taking.carry(note, "Note", note.guid, files=files)
            taking.tally("Note", carried=1)
            continue
        thing = taking.earlier("Note", note.guid) or own
        memo = Memo(id=thing, member=member_of(taking, note.creating_user), title=title, text=text)
        rows.append(_placed(memo, about.get(note.guid), placing))
        taking.became("Note", note.guid, "memo", thing)
        referrer = about.get(note.guid)
        here = {"about": referrer[2]} if referrer else {}
        if taking.carry(bare, "Note", note.guid, kind="memo", thing=thing, here=here, files=files):
            settled.add(thing)
        taking.tally("Note", things=1)
    taking.put(rows, keep=("nature", "about_kind", "about", "source", "first", "last"), settled=settled, name="title")


def _kept(taking: Refi, path: str) -> str:
    if not path or not taking.files.has(path):
        return ""
    with taking.files.open(path) as stream:
        return taking.act.keep_file(stream)


def _placed(memo: Memo, referrer: tuple[str, Id, Guid] | None, placing: Placing) -> Memo:
    if referrer is None:
        return memo
    kind, thing, guid = referrer
    if kind != "selection":
        return msgspec.structs.replace(memo, about_kind=kind, about=thing)
    place = placing.of_selection[guid]
    if isinstance(place, Mark) or place.place != "text":
        return msgspec.structs.replace(memo, about_kind="mark" if isinstance(place, Mark) else "coding", about=place.id)
    return msgspec.structs.replace(memo, source=place.source, first=place.first, last=place.last)


def _referrers(taking: Refi, placing: Placing) -> Iterator[tuple[Guid, tuple[str, Id, Guid]]]:
    """What refers to each note; the first in the order of the standard is given last, so that it stands."""
    found: list[tuple[Guid, tuple[str, Id, Guid]]] = []
    project = taking.project
    waiting = list(project.codes)
    while waiting:
        code = waiting.pop(0)
        found += _of(taking, "Code", code.guid, code.notes)
        waiting[:0] = code.codes
    for source in project.sources:
        name = "MediaSource" if isinstance(source, MediaElement) else "TextSource"
        found += _of(taking, name, source.guid, source.notes)
        found += _within(taking, placing, source)
        for transcript in source.transcripts if isinstance(source, MediaElement) else ():
            found += _of(taking, "Transcript", transcript.guid, transcript.notes)
            found += _within(taking, placing, transcript)
    for link in project.links:
        found += _of(taking, "Link", link.guid, link.notes)
    yield from reversed(found)


def _of(taking: Refi, element: str, guid: Guid, notes: tuple[Guid, ...]) -> list[tuple[Guid, tuple[str, Id, Guid]]]:
    thing = taking.things.get((element, guid))
    return [(note, (*thing, guid)) for note in notes] if thing is not None else []


def _within(
    taking: Refi, placing: Placing, element: TextElement | MediaElement | TranscriptElement
) -> Iterator[tuple[Guid, tuple[str, Id, Guid]]]:
    inner = element.text.selections if isinstance(element, MediaElement) and element.text is not None else ()
    for selection in (*element.selections, *inner):
        if selection.guid in placing.of_selection:
            for note in selection.notes:
                yield note, ("selection", "", selection.guid)
        for coding in selection.codings:
            if coding.notes and coding.guid in taking.codings:
                thing = ("coding", taking.codings[coding.guid], coding.guid)
                yield from ((note, thing) for note in coding.notes)


def take_links(taking: Refi) -> None:
    """The links; one that names what is not here is carried whole."""
    guids = [link.guid for link in taking.project.links]
    ids = taking.ids("Link", guids, "link")
    rows: list[Link] = []
    settled: set[Id] = set()
    for link, own in zip(taking.project.links, ids, strict=True):
        start, end = taking.named(link.origin), taking.named(link.target)
        if start is None or end is None or "member" in (start[0], end[0]) or "attribute" in (start[0], end[0]):
            taking.carry(link, "Link", link.guid)
            taking.tally("Link", carried=1)
            continue
        thing = taking.earlier("Link", link.guid) or own
        rows.append(
            Link(
                id=thing, from_kind=start[0], from_thing=start[1], to_kind=end[0], to_thing=end[1],
                relation=one_line(link.name) or LINKED,
            )
        )  # fmt: skip
        taking.became("Link", link.guid, "link", thing)
        if taking.carry(link, "Link", link.guid, kind="link", thing=thing):
            settled.add(thing)
        taking.tally("Link", things=1)
    taking.put(rows, keep=("note",), settled=settled, name="relation")


def take_sets(taking: Refi) -> None:
    """The sets; one of codes and sources is two sets here, and goes out as one."""
    guids = [each.guid for each in taking.project.sets]
    ids = taking.ids("Set", guids, "set")
    live = {each.id: each for each in taking.act.rows(Set)}
    taken: dict[str, set[str]] = {}
    for known in live.values():
        taken.setdefault(known.of, set()).add(folded(known.name))
    rows: list[Set] = []
    members: dict[Id, SetMember] = {}
    settled: set[Id] = set()
    for element, own in zip(taking.project.sets, ids, strict=True):
        made = list(_sets(taking, element, taking.earlier("Set", element.guid) or own, live, taken))
        rows += [row for row, _ in made]
        for row, things in made:
            for thing in things:
                member = set_member_id(row.id, thing)
                members[member] = SetMember(id=member, set=row.id, thing=thing)
        first = made[0][0].id if made else None
        if first is not None:
            taking.became("Set", element.guid, "set", first)
        if taking.carry(element, "Set", element.guid, kind="set" if made else "", thing=first):
            settled |= {row.id for row, _ in made}
        taking.tally("Set", things=bool(made), carried=not made)
    taking.put(rows, settled=settled)
    # What was taken out of a set that the file says nothing new of stays out.
    before = {thing for thing in members if members[thing].set in settled}
    taking.put([member for thing, member in members.items() if thing not in before], name="id")


def _sets(
    taking: Refi, element: SetElement, own: Id, live: dict[Id, Set], taken: dict[str, set[str]]
) -> Iterator[tuple[Set, list[Id]]]:
    number = 0
    for field, kind in _SETS.items():
        name_of = "Code" if kind == "code" else "Source"
        named = [taking.things.get((name_of, guid)) for guid in getattr(element, field)]
        things = [found[1] for found in named if found is not None]
        if not things and (number or field == "codes" or element.notes):
            continue
        thing = own if not number else other_id("Set", element.guid, kind)
        number += 1
        name = one_line(element.name) or "Set"
        known = live.get(thing)
        if known is None or known.of != kind:
            name = free_name(name, taken.setdefault(kind, set()))
        elif folded(known.name).startswith(folded(name)):
            name = known.name
        of = cast("object", kind)
        yield Set(id=thing, name=name, of=of, description=element.description or ""), things  # type: ignore[arg-type] # one of the two


def take_graphs(taking: Refi) -> None:
    """The graphs, as maps."""
    guids = [graph.guid for graph in taking.project.graphs]
    ids = taking.ids("Graph", guids, "map")
    live = {each.id: each for each in taking.act.rows(Map)}
    taken = {folded(known.name) for known in live.values()}
    maps: list[Map] = []
    items: list[MapItem] = []
    arrows: list[MapArrow] = []
    settled: set[Id] = set()
    for graph, own in zip(taking.project.graphs, ids, strict=True):
        if not _is_map(taking, graph):
            taking.carry(graph, "Graph", graph.guid)
            taking.tally("Graph", carried=1)
            continue
        thing = taking.earlier("Graph", graph.guid) or own
        name = one_line(graph.name) or "Map"
        known = live.get(thing)
        numbered = known is not None and folded(known.name).startswith(folded(name))
        maps.append(Map(id=thing, name=known.name if known and numbered else free_name(name, taken)))
        on_it = _items(taking, graph, thing)
        lines = _arrows(
            taking, graph, thing, {vertex.guid: item.id for vertex, item in zip(graph.vertices, on_it, strict=True)}
        )
        items += on_it
        arrows += lines
        taking.became("Graph", graph.guid, "map", thing)
        if taking.carry(graph, "Graph", graph.guid, kind="map", thing=thing):
            settled |= {thing, *(one.id for one in on_it), *(one.id for one in lines)}
        taking.tally("Graph", things=1)
    taking.put(maps, settled=settled)
    taking.put([one for one in items if one.map not in settled], name="note")
    taking.put([one for one in arrows if one.map not in settled], name="relation")


def _is_map(taking: Refi, graph: Graph) -> bool:
    """Whether a map can show it: things that maps show, each once, and lines between them."""
    kinds = set(get_args(MapKind))
    shown: set[Id] = set()
    for vertex in graph.vertices:
        found = taking.named(vertex.represents) if vertex.represents else None
        if vertex.represents and (found is None or found[0] not in kinds or found[1] in shown):
            return False
        if found is not None:
            shown.add(found[1])
        elif not one_line(vertex.name):
            return False
        if any(value is not None and abs(value) > FARTHEST for value in vertex.box):
            return False
    there = {vertex.guid for vertex in graph.vertices}
    pairs = {(edge.source, edge.target) for edge in graph.edges}
    return (
        len(there) == len(graph.vertices)
        and len(pairs) == len(graph.edges)
        and all(edge.source in there and edge.target in there and edge.source != edge.target for edge in graph.edges)
    )


def _items(taking: Refi, graph: Graph, map_: Id) -> list[MapItem]:
    ids = taking.ids("Vertex", [vertex.guid for vertex in graph.vertices], "map_item")
    items: list[MapItem] = []
    for vertex, thing in zip(graph.vertices, ids, strict=True):
        found = taking.named(vertex.represents) if vertex.represents else None
        x, y = middle(vertex.box)
        items.append(
            MapItem(
                id=thing, map=map_, of_kind=found[0] if found else "", of=found[1] if found else None,
                note="" if found else vertex.name or "", x=x, y=y,
            )
        )  # fmt: skip
        taking.things["Vertex", vertex.guid] = ("map_item", thing)
    return items


def _arrows(taking: Refi, graph: Graph, map_: Id, items: dict[Guid, Id]) -> list[MapArrow]:
    ids = taking.ids("Edge", [edge.guid for edge in graph.edges], "map_arrow")
    return [
        MapArrow(
            id=thing, map=map_, from_item=items[edge.source], to_item=items[edge.target], relation=edge.name or "",
            heads=heads(edge),
        )
        for edge, thing in zip(graph.edges, ids, strict=True)
    ]  # fmt: skip
