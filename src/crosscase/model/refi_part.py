"""The study's own part in a REFI-QDA archive: everything that the standard has no place for, for another crosscase.

A line of JSON for the study, one for each file, one for each text, one for each row, in a fixed order. Places are code
points of the text as it goes, so that the part needs no journal; who did what when stays with the study it came from.

What a careful reader would get wrong: the part only holds as long as the project beside it is what it was. `said_by`
is a digest of what both say, and a project that another program changed is taken in by what it says itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import msgspec

from crosscase.model.fields import Row
from crosscase.model.ids import Id
from crosscase.model.refi import CodeElement, MediaElement, Project, Selection, TextElement, TranscriptElement

PLACE: Final = "crosscase/study.jsonl"
FILES: Final = "crosscase/files/"
VERSION: Final = 1
LEFT_OUT: Final = frozenset({"study", "product", "signing_key"})
"""Kinds that are no part of it: the study's own row stands in the head, what left is on record where it left from."""


_NONE: Final = object()


class Head(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first line.

    Attributes:
        crosscase: the version of the part.
        model: of the model that the rows are of.
        said_by: `digest_of` the project beside it.
        study: what the study is about, by its fields.
        files: digests of originals → where in the archive they lie.
    """

    crosscase: int = VERSION
    model: int = 0
    said_by: str
    study: dict[str, Any] = {}
    files: dict[str, str] = {}


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a source."""

    source: Id
    words: str


class Of(msgspec.Struct, frozen=True, kw_only=True):
    """A row: its kind, its id, and the fields that differ from their defaults."""

    kind: str
    id: Id
    fields: dict[str, Any]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of it."""

    head: Head
    texts: tuple[Text, ...] = ()
    rows: tuple[Of, ...] = ()


def fields_of(row: Row) -> dict[str, Any]:
    """The fields of a row that differ from their defaults."""
    return {name: value for name, default in _defaults(type(row)) if (value := getattr(row, name)) != default}


@cache
def _defaults(type_: type[Row]) -> tuple[tuple[str, Any], ...]:
    """The fields with their defaults; those without one are never equal to it."""
    return tuple(
        (info.name, _NONE if info.required else info.default)
        for info in msgspec.structs.fields(type_)
        if info.name != "id"
    )


def lines(part: Part) -> Iterator[bytes]:
    """The part, line by line."""
    encode = msgspec.json.Encoder(order="sorted").encode
    yield encode(part.head) + b"\n"
    for text in part.texts:
        yield encode(text) + b"\n"
    for row in part.rows:
        yield encode(row) + b"\n"


def read_part(given: Iterable[bytes]) -> Part | None:
    """The part of these lines; None where they are of no version that is known, or damaged."""
    try:
        every = iter(given)
        head = msgspec.json.decode(next(every), type=Head)
        if head.crosscase != VERSION:
            return None
        texts: list[Text] = []
        rows: list[Of] = []
        for line in every:
            if line.startswith(b'{"source"'):
                texts.append(msgspec.json.decode(line, type=Text))
            else:
                rows.append(msgspec.json.decode(line, type=Of))
    except (msgspec.DecodeError, StopIteration):
        return None
    return Part(head=head, texts=tuple(texts), rows=tuple(rows))


def digest_of(project: Project) -> str:
    """A digest of what a project says of codes, words and places; the same before it is written and after."""
    whole = hashlib.blake2b(digest_size=16)
    for said in _said(project):
        whole.update(f"{said}\n".encode("utf-8", "replace"))
    return whole.hexdigest()


def _said(project: Project) -> Iterator[str]:
    yield from sorted(f"user {one.guid}" for one in project.users)
    waiting: list[CodeElement] = list(project.codes)
    while waiting:
        code = waiting.pop()
        yield f"code {code.guid} {code.name} {code.description or ''}"
        waiting += code.codes
    for case in project.cases:
        values = " ".join(f"{one.variable}={one.value}" for one in case.values)
        yield f"case {case.guid} {case.name or ''} {values} {' '.join(case.sources)}"
    for source in project.sources:
        yield from _of_source(source)
    for note in project.notes:
        yield f"note {note.guid} {note.name or ''} {note.text or ''}"
    yield from (f"link {one.guid} {one.origin} {one.target}" for one in project.links)
    yield from (f"set {one.guid} {' '.join((*one.codes, *one.sources))}" for one in project.sets)
    yield from (f"graph {one.guid} {len(one.vertices)} {len(one.edges)}" for one in project.graphs)


def _of_source(source: TextElement | MediaElement | TranscriptElement) -> Iterator[str]:
    yield f"source {source.guid} {source.name or ''}"
    if isinstance(source, MediaElement):
        if source.text is not None:
            yield from _of_source(source.text)
        for transcript in source.transcripts:
            yield from _of_source(transcript)
    else:
        yield hashlib.blake2b((source.text or "").encode("utf-8", "replace"), digest_size=16).hexdigest()
    yield from map(_of_selection, source.selections)


def _of_selection(one: Selection) -> str:
    codings = " ".join(f"{each.guid} {each.code}" for each in one.codings)
    return f"selection {one.guid} {one.start} {one.end} {one.page} {one.box} {codings}"
