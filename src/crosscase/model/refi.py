"""A REFI-QDA project as plain frozen types: every element of the standard (QDA-XML 1.0, 18 March 2019), nothing else.

What reads `.qdpx` and `.qdc` files makes these, what writes them takes these, and what brings them into a study or out
of one stands between. GUIDs are lower case without braces. Times are as the file has them. Files that lie in the
archive are named by their path within it; `PlainText.text` is the text with the line ends and marks it came with.

What a careful reader would get wrong: `start` and `end` of a selection are the producer's numbers. What they count
(code points, UTF-16 units, a line end as one or two, a byte order mark or not) differs, and is settled by a way of
counting before anything is anchored. Struct equality is equality of what the standard can say.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Guid: TypeAlias = str
VariableType = Literal["Text", "Boolean", "Integer", "Float", "Date", "DateTime"]
Direction = Literal["Associative", "OneWay", "Bidirectional"]
SelectionKind = Literal["text", "picture", "pdf", "audio", "video", "transcript"]
SourceElement = Literal["TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"]


class Element(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One element. Elements hold text, numbers and one another, and can be in no circle."""


class Stamped(Element, frozen=True, kw_only=True, gc=False):
    """An element with who made and changed it, and when (`xsd:dateTime`, as written)."""

    guid: Guid
    name: str | None = None
    creating_user: Guid = ""
    created: str = ""
    modifying_user: Guid = ""
    modified: str = ""


class User(Element, frozen=True, kw_only=True, gc=False):
    """Somebody who worked on the project."""

    guid: Guid
    name: str = ""
    id: str = ""


class CodeElement(Element, frozen=True, kw_only=True, gc=False):
    """A code with the codes under it; `codable` false: a folder for others."""

    guid: Guid
    name: str
    codable: bool = True
    colour: str = ""
    description: str | None = None
    notes: tuple[Guid, ...] = ()
    codes: tuple[CodeElement, ...] = ()


class VariableElement(Element, frozen=True, kw_only=True, gc=False):
    """A variable; which cases and sources have it, their values say."""

    guid: Guid
    name: str
    type: VariableType = "Text"
    description: str | None = None


class VariableValue(Element, frozen=True, kw_only=True, gc=False):
    """The value of a variable, as written; `type` is that of the element it stands in, None: there is none."""

    variable: Guid
    type: VariableType | None = None
    value: str = ""


class CaseElement(Element, frozen=True, kw_only=True, gc=False):
    """A case of the project: an organisation, a person or a document, as the producer had it."""

    guid: Guid
    name: str | None = None
    description: str | None = None
    codes: tuple[Guid, ...] = ()
    values: tuple[VariableValue, ...] = ()
    sources: tuple[Guid, ...] = ()
    selections: tuple[Guid, ...] = ()


class CodingElement(Element, frozen=True, kw_only=True, gc=False):
    """A code on what it stands in."""

    guid: Guid
    code: Guid
    creating_user: Guid = ""
    created: str = ""
    notes: tuple[Guid, ...] = ()


class Selection(Stamped, frozen=True, kw_only=True, gc=False):
    """A place in a source.

    Attributes:
        kind: which of the numbers hold: text: `start`, `end`; picture: `box` (first x, y, second x, y); pdf: `page`
            (as written; producers begin with 0 or 1), `box`; audio, video: `start`, `end` in milliseconds;
            transcript: `from_sync`, `to_sync`.
        representation: the text of an area of a PDF.
    """

    kind: SelectionKind = "text"
    start: int = 0
    end: int = 0
    page: int = 0
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    from_sync: Guid = ""
    to_sync: Guid = ""
    description: str | None = None
    representation: TextElement | None = None
    codings: tuple[CodingElement, ...] = ()
    notes: tuple[Guid, ...] = ()


class TextElement(Stamped, frozen=True, kw_only=True, gc=False, tag="text"):
    """A text: a source, a note, the representation of a PDF, the description of a picture.

    Attributes:
        text: its words as they came (line ends and byte order mark included); None: there are none in the file.
        plain_path, rich_path: where they lay: `internal://…` in the archive, else outside of it.
        inline: the words stood in the project's own file (`PlainTextContent`).
    """

    description: str | None = None
    text: str | None = None
    inline: bool = False
    plain_path: str = ""
    rich_path: str = ""
    selections: tuple[Selection, ...] = ()
    codings: tuple[CodingElement, ...] = ()
    notes: tuple[Guid, ...] = ()
    values: tuple[VariableValue, ...] = ()


class SyncPoint(Element, frozen=True, kw_only=True, gc=False):
    """Where in a transcript a moment of the recording is: `time` in milliseconds, `position` as the producer counts."""

    guid: Guid
    time: int | None = None
    position: int | None = None


class TranscriptElement(Stamped, frozen=True, kw_only=True, gc=False):
    """A transcript of a recording, with where its moments are."""

    description: str | None = None
    text: str | None = None
    inline: bool = False
    plain_path: str = ""
    rich_path: str = ""
    sync_points: tuple[SyncPoint, ...] = ()
    selections: tuple[Selection, ...] = ()
    notes: tuple[Guid, ...] = ()


class MediaElement(Stamped, frozen=True, kw_only=True, gc=False, tag="media"):
    """A picture, PDF or recording.

    Attributes:
        text: the `TextDescription` of a picture or the `Representation` of a PDF.
        transcripts: of a recording.
    """

    element: SourceElement
    description: str | None = None
    path: str = ""
    current_path: str = ""
    text: TextElement | None = None
    transcripts: tuple[TranscriptElement, ...] = ()
    selections: tuple[Selection, ...] = ()
    codings: tuple[CodingElement, ...] = ()
    notes: tuple[Guid, ...] = ()
    values: tuple[VariableValue, ...] = ()


class LinkElement(Element, frozen=True, kw_only=True, gc=False):
    """A relation between any two elements."""

    guid: Guid
    name: str | None = None
    direction: Direction | None = None
    colour: str = ""
    origin: Guid = ""
    target: Guid = ""
    notes: tuple[Guid, ...] = ()


class SetElement(Element, frozen=True, kw_only=True, gc=False):
    """A named set of codes, sources and notes."""

    guid: Guid
    name: str
    description: str | None = None
    codes: tuple[Guid, ...] = ()
    sources: tuple[Guid, ...] = ()
    notes: tuple[Guid, ...] = ()


class Vertex(Element, frozen=True, kw_only=True, gc=False):
    """Something on a graph; `box` is first x, first y, second x, second y (the latter two may be missing)."""

    guid: Guid
    represents: Guid = ""
    name: str | None = None
    box: tuple[int, int, int | None, int | None] = (0, 0, None, None)
    shape: str = ""
    colour: str = ""


class Edge(Element, frozen=True, kw_only=True, gc=False):
    """A line between two things on a graph."""

    guid: Guid
    source: Guid
    target: Guid
    represents: Guid = ""
    name: str | None = None
    colour: str = ""
    direction: Direction | None = None
    line: str = ""


class Graph(Element, frozen=True, kw_only=True, gc=False):
    """A drawing of things and lines between them."""

    guid: Guid
    name: str | None = None
    vertices: tuple[Vertex, ...] = ()
    edges: tuple[Edge, ...] = ()


class Project(Element, frozen=True, kw_only=True, gc=False):
    """A whole project, or (with nothing but codes and sets) a codebook.

    Attributes:
        origin: the program that wrote it, with its version.
        description: None where there is none.
    """

    name: str = ""
    origin: str = ""
    creating_user: Guid = ""
    created: str = ""
    modifying_user: Guid = ""
    modified: str = ""
    base_path: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[CodeElement, ...] = ()
    variables: tuple[VariableElement, ...] = ()
    cases: tuple[CaseElement, ...] = ()
    sources: tuple[TextElement | MediaElement, ...] = ()
    notes: tuple[TextElement, ...] = ()
    links: tuple[LinkElement, ...] = ()
    sets: tuple[SetElement, ...] = ()
    graphs: tuple[Graph, ...] = ()
    description: str | None = None
    note_refs: tuple[Guid, ...] = ()
