"""Everything of a study that may leave it, row by row, for another crosscase (`model.refi_part`).

What a careful reader would get wrong: a place is written in code points of the text as it reads now. In the study it
comes to, the text begins its life so, and its characters have these numbers as their addresses.
"""

from __future__ import annotations

from functools import cache

import msgspec

from crosscase.journal.upgrades import MODEL
from crosscase.model import (
    KINDS,
    Carried,
    Discussion,
    Id,
    Kind,
    Member,
    Memo,
    Placed,
    Position,
    Row,
    Settings,
    Source,
)
from crosscase.model.carrying import held_in, id_of
from crosscase.model.refi import Project
from crosscase.model.refi_part import FILES, LEFT_OUT, Head, Of, Part, Text, digest_of, fields_of
from crosscase.model.refi_values import GUID
from crosscase.reads.codings import Texts

OWN = "own"
"""Marks what is carried of a member only so that they go out under the id they came with."""


def part_of(
    texts: Texts, project: Project, files: dict[str, str], *, folder: str = "sources"
) -> tuple[Part, dict[str, str]]:
    """The study's own part, and the originals that have to lie beside it: place in the archive → digest.

    Args:
        project: that it goes out with.
        files: what lies in the archive already: path as the project names it → digest.
        folder: in which those lie.
    """
    ids = _ids(texts)
    rows: list[Of] = []
    for kind in KINDS:
        if kind.name in LEFT_OUT:
            continue
        told = [_out(kind, row, ids) for row in _rows(texts, kind)]
        rows += sorted((one for one in told if one is not None), key=lambda one: one.id)
    # What is not named by a GUID gets another name when it is written.
    lie = {
        digest: f"{folder}/{name}"
        for path, digest in sorted(files.items())
        if GUID.fullmatch((name := path.removeprefix("internal://")).partition(".")[0])
    }
    more: dict[str, str] = {}
    carried = [digest for row in texts.rows(Carried) for digest in row.files]
    for digest in sorted({*(one.original for one in texts.rows(Source) if one.original), *carried} - lie.keys()):
        more[f"{FILES}{digest}"] = digest
    places = lie | {digest: place for place, digest in more.items()}
    settings = fields_of(texts.rows(Settings)[0])
    head = Head(model=MODEL, said_by=digest_of(project), study=settings, files=dict(sorted(places.items())))
    words = tuple(
        Text(source=one.id, words=text)
        for one in sorted(texts.rows(Source), key=lambda one: one.id)
        if (text := texts.text(one.id))
    )
    return Part(head=head, texts=words, rows=tuple(rows)), more


def _ids(texts: Texts) -> dict[Id, Id]:
    """Members that are others here than where they came from: under which ids they go out."""
    found: dict[Id, Id] = {}
    for row in sorted(texts.rows(Carried, element="User"), key=lambda one: (one.position, one.id)):
        if row.thing is not None:
            found.setdefault(row.thing, id_of(row.guid))
    return found


def _rows(texts: Texts, kind: Kind) -> list[Row]:
    """The rows of a kind that may leave: nothing that is its author's alone."""
    rows = texts.rows(kind.row)
    if kind.row is Memo:
        return [one for one in rows if isinstance(one, Memo) and (one.nature != "reflexive" or one.shared)]
    if kind.row is Position:
        shown = {one.id for one in texts.rows(Discussion) if one.state != "writing"}
        return [one for one in rows if isinstance(one, Position) and one.handed_in and one.discussion in shown]
    if kind.row is Member:
        return [
            one if one.perspectives_shared else msgspec.structs.replace(one, perspectives=())
            for one in rows
            if isinstance(one, Member)
        ]
    if kind.row is Carried:
        return [one for one in rows if isinstance(one, Carried) and not held_in(one).here.get(OWN)]
    return rows


def _out(kind: Kind, row: Row, ids: dict[Id, Id]) -> Of | None:
    computed = _computed(kind)
    fields = {name: value for name, value in fields_of(row).items() if name not in computed}
    if isinstance(row, Placed | Memo) and fields.get("first"):
        if row.start >= row.end:
            return None
        fields |= {"first": str(row.start), "last": str(row.end - 1)}
    if ids:
        for name, value in fields.items():
            if kind.field(name).refers and value in ids:
                fields[name] = ids[value]
    return Of(kind=kind.name, id=ids.get(row.id, row.id), fields=fields)


@cache
def _computed(kind: Kind) -> frozenset[str]:
    """What is worked out where it comes to."""
    return frozenset(field.name for field in kind.fields if field.computed)
