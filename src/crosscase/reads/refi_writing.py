"""Notes, links, sets and graphs of a study going out as REFI-QDA: memos, links, sets and maps, and what is written.

Summaries and claims go out as notes. What the standard lets no note be about (a case, a theme's claim) is said with a
link from the note to it.

What a careful reader would get wrong: something that was carried whole leaves again only as far as what it names still
leaves; a link to what was removed here would be a link to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from crosscase.model import Claim, Coding, Id, Link, Map, MapArrow, MapItem, Mark, Set, SetMember, Summary, Theme
from crosscase.model.carrying import other_id
from crosscase.model.refi import Edge, Graph, Guid, LinkElement, SetElement, TextElement, Vertex
from crosscase.model.refi_here import LINKED, heads, middle, named_as, one_line
from crosscase.reads.refi_came import Came
from crosscase.reads.refi_going import Going, by_order

_NOTED = {"code", "source", "coding", "mark", "theme"}
"""Kinds whose elements can refer to a note."""

T = TypeVar("T")

ABOUT = "is about"
_HALF_WIDTH, _HALF_HEIGHT = 60, 20


def prepare_notes(going: Going) -> None:
    """Say which notes go out and what they are about, before anything that may refer to them is made."""
    came = {one.row.thing: one for one in going.came("Note") if one.row.thing is not None}
    kept = {one.id for one in going.sources}
    lying = _within(going, kept) if going.scope.cases else set()
    # A memo about nothing in particular, or about a code, may tell of the cases that stay.
    within = [one for one in going.memos if one.source in kept or (one.source is None and one.about in lying)]
    for memo in within if going.scope.cases else (one for one in going.memos if one.source in {None, *kept}):
        guid = going.guid(memo.id)
        going.note_guids.add(guid)
        if memo.about is not None and memo.about_kind in _NOTED:
            going.notes.setdefault(memo.about, []).append(guid)
        was = _was_about(going, came.get(memo.id))
        if was and was != memo.about:
            going.moved_notes[guid] = was
    for one in going.came("Note"):
        if one.row.thing is None and going.all_of_it:
            going.note_guids.add(one.row.guid)
    commented = _commented(going)
    going.lost("codings", "[comment on a coding goes|comments on codings go] out as notes.", len(commented))
    for coding in commented:
        guid = going.made("Comment", coding.id)
        going.note_guids.add(guid)
        going.notes.setdefault(coding.id, []).append(guid)
    for guids in going.notes.values():
        guids.sort()


def _was_about(going: Going, came: Came | None) -> Id:
    """What a note was about when it came; empty: nothing, or it came from nowhere."""
    referrer = came.held.here.get("about") if came is not None else None
    names = ("Code", "TextSource", "MediaSource", "Transcript", "Link")
    return next((thing for name in names if referrer and (thing := going.thing(name, referrer))), "")


def _within(going: Going, sources: set[Id]) -> set[Id]:
    """What belongs to the cases that go out alone: themselves, their people, their sources and what lies in these."""
    found = sources | {one.id for one in (*going.cases, *going.participants)}
    for row in (Coding, Mark):
        found |= {one.id for one in going.rows(row) if one.source in sources}
    return found


def notes(going: Going) -> tuple[tuple[TextElement, ...], tuple[LinkElement, ...]]:
    """The notes; and links from those that the standard has no other way to tell what they are about."""
    memos = {one.id: one for one in going.memos if going.guid(one.id) in going.note_guids}
    found: list[TextElement] = []
    links: list[LinkElement] = []
    out: set[Id] = set()
    for came in going.came("Note"):
        old = came.element(TextElement)
        if came.row.thing is None:
            if old.guid in going.note_guids:
                found.append(old)
                _files(going, old, came.row.files)
            continue
        memo = memos.get(came.row.thing)
        if memo is None:
            continue
        out.add(memo.id)
        text = going.said(memo.text)
        same = not memo.title or one_line(old.name) == memo.title
        own_text = text if text or old.plain_path or old.inline or not (old.description or "") else None
        _files(going, old, came.row.files)
        user = going.user_kept(old.creating_user, memo.member)
        found.append(
            msgspec.structs.replace(
                old, name=old.name if same else going.said(memo.title),
                text=None if text == (old.description or "") and not (old.plain_path or old.inline) else own_text,
                creating_user=user,
            )
        )  # fmt: skip
    for memo in sorted((one for one in memos.values() if one.id not in out), key=lambda one: one.id):
        found.append(_note(going, going.guid(memo.id), memo.title, memo.text, memo.member))
        going.lost("memos", "[memo|memos]: of what kind they are.", memo.nature != "note")
        if memo.about is not None and memo.about_kind not in _NOTED:
            going.lost("memos", "[memo|memos] about what no note can be about: they go out with a link to it.")
            links.append(_about(going, memo.id, memo.about))
    found += [_note(going, going.made("Comment", one.id), "", one.comment, one.member) for one in _commented(going)]
    if not (going.scope.codes or going.scope.cases):
        _findings(going, found, links)
    going.emitted |= {note.guid for note in found}
    return tuple(found), tuple(links)


def _commented(going: Going) -> list[Coding]:
    """Codings with a comment, which goes out as a note on them."""
    sources = {one.id for one in going.sources}
    return [
        one
        for one in going.rows(Coding)
        if one.comment.strip() and one.source in sources and one.stance == "yes"
        and going.code_ends.get(one.code, one.code) in going.coded_with
    ]  # fmt: skip


def _files(going: Going, note: TextElement, files: tuple[str, ...]) -> None:
    if note.rich_path and files:
        going.files[note.rich_path] = files[0]


def _note(going: Going, guid: Guid, title: str, text: str, member: Id) -> TextElement:
    return TextElement(
        guid=guid, name=going.said(title) or None, text=going.said(text) or going.said(title), inline=True,
        creating_user=going.user(member),
    )  # fmt: skip


def _about(going: Going, note: Id, thing: Id) -> LinkElement:
    return LinkElement(
        guid=going.made("About", note),
        name=ABOUT,
        direction="OneWay",
        origin=going.guid(note),
        target=going.guid(thing),
    )


def _findings(going: Going, found: list[TextElement], links: list[LinkElement]) -> None:
    """Summaries and claims, as notes."""
    labels = {one.id: one.label for one in going.rows(Theme)} | {one.id: one.name for one in going.codes.values()}
    rows = {one.id: one.code for one in going.cases} | {one.id: one.identifier for one in going.participants}
    summaries = [one for one in going.rows(Summary) if one.words.strip()]
    for one in sorted(summaries, key=lambda each: each.id):
        title = f"Summary: {rows.get(one.row, '')} × {labels.get(one.of, '')}"
        found.append(_note(going, going.guid(one.id), title, one.words, one.member))
        links.append(_about(going, one.id, one.row))
    claims = sorted(going.rows(Claim), key=lambda each: (each.position, each.id))
    found += [_note(going, going.guid(one.id), f"Claim ({one.quantifier})", one.sentence, one.member) for one in claims]
    going.lost(
        "summaries",
        "[summary goes out as a note|summaries go out as notes]: the segments that they rest on stay.",
        len(summaries),
    )
    going.lost(
        "claims", "[claim goes out as a note|claims go out as notes]: what they are checked by stays.", len(claims)
    )


# Links


def links(going: Going, more: Iterable[LinkElement]) -> tuple[LinkElement, ...]:
    """The links, those that came first."""
    rows = {one.id: one for one in going.rows(Link)}
    found: list[LinkElement] = []
    out: set[Id] = set()
    for came in going.came("Link"):
        old = came.element(LinkElement)
        row = rows.get(came.row.thing or "")
        if came.row.thing is None:
            found.append(old)
        elif row is not None:
            out.add(row.id)
            same = (one_line(old.name) or LINKED) == row.relation
            found.append(
                msgspec.structs.replace(
                    old, name=old.name if same else going.said(row.relation),
                    origin=_end(going, old.origin, row.from_thing), target=_end(going, old.target, row.to_thing),
                    notes=going.notes_of(row.id, old.notes),
                )
            )  # fmt: skip
            going.lost("links", "[note|notes] on links.", bool(row.note))
    for row in sorted((one for one in rows.values() if one.id not in out), key=lambda one: one.id):
        found.append(
            LinkElement(
                guid=going.guid(row.id), name=going.said(row.relation), direction="OneWay",
                origin=going.guid(row.from_thing), target=going.guid(row.to_thing), notes=going.notes_of(row.id),
            )
        )  # fmt: skip
        going.lost("links", "[note|notes] on links.", bool(row.note))
    return (*found, *more)


def _end(going: Going, came: Guid, thing: Id) -> Guid:
    """The GUID that a link came with where that is the same thing."""
    now = going.guid(thing)
    if came == now or any(
        going.thing(name, came) == thing
        for name in ("Code", "Case", "TextSource", "MediaSource", "Transcript", "Note", "Set", "Graph")
    ):
        return came
    return came if thing in (came.replace("-", ""), *(other_id(name, came) for name in ("Coding", "Mark"))) else now


# Sets


def sets(going: Going) -> tuple[SetElement, ...]:
    """The sets of codes and sources; a set that came with both is one again. Each analysis is a set of its themes."""
    rows = {one.id: one for one in going.rows(Set)}
    inside: dict[Id, list[Id]] = {}
    for member in sorted(going.rows(SetMember), key=lambda one: one.id):
        inside.setdefault(member.set, []).append(member.thing)
    guids_of: dict[Id, list[Guid]] = {}
    for came in going.came("TextSource", "MediaSource"):
        if came.row.thing is not None:
            guids_of.setdefault(came.row.thing, []).append(came.row.guid)
    found: list[SetElement] = []
    out: set[Id] = set()
    for came in going.came("Set"):
        old = came.element(SetElement)
        mine = [rows[one] for one in (came.row.thing or "", other_id("Set", old.guid, "source")) if one in rows]
        if came.row.thing is not None and not mine:
            continue
        out |= {one.id for one in mine}
        things = {one.of: inside.get(one.id, []) for one in mine}
        lead = mine[0] if mine else None
        named = lead is None or named_as(lead.name, old.name, "Set")
        described = lead is None or lead.description == (old.description or "")
        source_guids = [
            guid
            for thing in things.get("source", ())
            for guid in _of_came(guids_of.get(thing), old.sources, going, thing)
        ]
        found.append(
            msgspec.structs.replace(
                old, name=old.name if named or lead is None else going.said(lead.name),
                description=old.description if described or lead is None else going.said(lead.description) or None,
                codes=_there(going, by_order((going.guid(one) for one in things.get("code", ())), old.codes)),
                sources=_there(going, by_order(source_guids, old.sources)),
                notes=tuple(guid for guid in old.notes if guid in going.note_guids),
            )
        )  # fmt: skip
    for row in sorted((one for one in rows.values() if one.id not in out), key=lambda one: (one.of, one.name, one.id)):
        if row.of == "participant":
            going.lost("sets", "[set|sets] of participants.")
            continue
        guids = [going.guid(one) for one in inside.get(row.id, [])]
        there = _there(going, guids)
        if guids and not there:
            continue
        found.append(
            SetElement(
                guid=going.guid(row.id), name=going.said(row.name), description=going.said(row.description) or None,
                codes=there if row.of == "code" else (), sources=there if row.of == "source" else (),
            )
        )  # fmt: skip
    going.emitted |= {one.guid for one in found}
    return tuple(found)


def _of_came(guids: list[Guid] | None, came: tuple[Guid, ...], going: Going, thing: Id) -> list[Guid]:
    """The GUIDs of a source that are in the set: those that came in it, else its first."""
    known = guids or [going.guid(thing)]
    return [guid for guid in known if guid in came] or known[:1]


def _there(going: Going, guids: Iterable[Guid]) -> tuple[Guid, ...]:
    return tuple(guid for guid in guids if guid in going.emitted)


# Graphs


def graphs(going: Going) -> tuple[Graph, ...]:
    """The maps, as graphs; those that came first, with their shapes and colours."""
    rows = {one.id: one for one in going.rows(Map)}
    items: dict[Id, list[MapItem]] = {}
    for item in sorted(going.rows(MapItem), key=lambda one: one.id):
        items.setdefault(item.map, []).append(item)
    arrows: dict[Id, list[MapArrow]] = {}
    for arrow in sorted(going.rows(MapArrow), key=lambda one: one.id):
        arrows.setdefault(arrow.map, []).append(arrow)
    found: list[Graph] = []
    out: set[Id] = set()
    for came in going.came("Graph"):
        old = came.element(Graph)
        if came.row.thing is None:
            found.append(old)
        elif came.row.thing in rows:
            out.add(came.row.thing)
            row = rows[came.row.thing]
            drawn = _graph(going, row, items.get(row.id, []), arrows.get(row.id, []), old)
            name = old.name if named_as(row.name, old.name, "Map") else going.said(row.name)
            found.append(msgspec.structs.replace(drawn, guid=old.guid, name=name))
    for row in sorted((one for one in rows.values() if one.id not in out), key=lambda one: (one.name, one.id)):
        found.append(_graph(going, row, items.get(row.id, []), arrows.get(row.id, []), Graph(guid=going.guid(row.id))))
        going.lost("maps", "[description|descriptions] of maps.", bool(row.description))
    return tuple(found)


def _graph(going: Going, row: Map, items: list[MapItem], arrows: list[MapArrow], old: Graph) -> Graph:
    vertices_before = {_thing(one.guid, "Vertex"): one for one in old.vertices}
    edges_before = {_thing(one.guid, "Edge"): one for one in old.edges}
    vertex_guid: dict[Id, Guid] = {}
    vertices: list[Vertex] = []
    for item in items:
        before = _found(vertices_before, item.id, "Vertex")
        represents = going.guid(item.of) if item.of is not None else ""
        if (
            before is not None
            and before.represents
            and _end(going, before.represents, item.of or "") == before.represents
        ):
            represents = before.represents
        vertex_guid[item.id] = before.guid if before is not None else going.guid(item.id)
        vertices.append(_vertex(going, item, before, vertex_guid[item.id], represents))
    edges: list[Edge] = []
    for arrow in arrows:
        if arrow.from_item not in vertex_guid or arrow.to_item not in vertex_guid:
            continue
        edge = _found(edges_before, arrow.id, "Edge") or Edge(guid=going.guid(arrow.id), source="", target="")
        direction = edge.direction
        if heads(edge) != arrow.heads or not edge.source:
            direction = (
                "Bidirectional" if arrow.heads == "both" else "Associative" if arrow.heads == "none" else "OneWay"
            )
        edges.append(
            msgspec.structs.replace(
                edge, source=vertex_guid[arrow.from_item], target=vertex_guid[arrow.to_item], direction=direction,
                name=edge.name if (edge.name or "") == arrow.relation else going.said(arrow.relation) or None,
            )
        )  # fmt: skip
    vertex_order = {one.guid: number for number, one in enumerate(old.vertices)}
    edge_order = {one.guid: number for number, one in enumerate(old.edges)}
    vertices.sort(key=lambda one: (vertex_order.get(one.guid, len(vertex_order)), one.guid))
    edges.sort(key=lambda one: (edge_order.get(one.guid, len(edge_order)), one.guid))
    return Graph(guid=old.guid, name=going.said(row.name), vertices=tuple(vertices), edges=tuple(edges))


def _thing(guid: Guid, _element: str) -> Id:
    return guid.replace("-", "")


def _found(before: dict[Id, T], thing: Id, element: str) -> T | None:
    """What an item of a map came as."""
    if thing in before:
        return before[thing]
    return next((one for plain, one in before.items() if other_id(element, plain) == thing), None)


def _vertex(going: Going, item: MapItem, before: Vertex | None, guid: Guid, represents: Guid) -> Vertex:
    if before is None:
        box = (item.x - _HALF_WIDTH, item.y - _HALF_HEIGHT, item.x + _HALF_WIDTH, item.y + _HALF_HEIGHT)
        return Vertex(guid=guid, represents=represents, name=going.said(item.note) or None, box=box)
    x, y = middle(before.box)
    moved = before
    if (x, y) != (item.x, item.y):
        left, top, right, bottom = before.box
        dx, dy = item.x - x, item.y - y
        far = (None if right is None else right + dx, None if bottom is None else bottom + dy)
        moved = msgspec.structs.replace(before, box=(left + dx, top + dy, *far))
    name = before.name if represents or (before.name or "") == item.note else going.said(item.note) or None
    return msgspec.structs.replace(moved, represents=represents, name=name)
