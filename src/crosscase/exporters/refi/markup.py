"""A `Project` as QDA-XML, a piece at a time, valid by the schema whatever it holds.

Elements come in the order of the schema, attributes in a fixed one, so that the same project gives the same bytes.
What the schema does not allow (a colour that is none, a coding without a code, a character that XML has not) is
written in the nearest way that it does, or left and listed.

What a careful reader would get wrong: line ends, tabs and carriage returns are written as references where a parser
would otherwise change them, so that a text comes back as it went.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from crosscase.exporters.refi.attributes import Attributes, box_of, escaped, number
from crosscase.exporters.refi.files import Files
from crosscase.exporters.refi.left import Left
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    Edge,
    LinkElement,
    MediaElement,
    Project,
    Selection,
    SelectionKind,
    SetElement,
    SourceElement,
    TextElement,
    TranscriptElement,
    User,
    VariableValue,
    Vertex,
)
from crosscase.model.refi_schema import PROJECT_SPACE, word_of
from crosscase.model.refi_values import (
    boolean_of,
    clean,
    date_of,
    decimal_of,
    integer_of,
    moment_of,
)

XML: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_KIND_OF: Final[dict[SourceElement, SelectionKind]] = {
    "PictureSource": "picture",
    "PDFSource": "pdf",
    "AudioSource": "audio",
    "VideoSource": "video",
}
_SELECTIONS: Final[dict[SelectionKind, str]] = {
    "text": "PlainTextSelection",
    "picture": "PictureSelection",
    "pdf": "PDFSelection",
    "audio": "AudioSelection",
    "video": "VideoSelection",
    "transcript": "TranscriptSelection",
}
_VALUES: Final[dict[str, tuple[str, Callable[[str], str | None]]]] = {
    "Text": ("TextValue", clean),
    "Boolean": ("BooleanValue", boolean_of),
    "Integer": ("IntegerValue", integer_of),
    "Float": ("FloatValue", decimal_of),
    "Date": ("DateValue", date_of),
    "DateTime": ("DateTimeValue", moment_of),
}


class Markup(Attributes):
    """Writes elements; files that they name are noted in `files`, what is left in `left`."""

    def __init__(self, files: Files, left: Left, *, upper: bool = False) -> None:
        super().__init__(left, upper=upper)
        self.files = files

    def project(self, project: Project) -> Iterator[str]:
        """The whole document."""
        attributes = self.attribute("name", project.name)
        attributes += self.attribute("origin", project.origin or None)
        attributes += self.named("creatingUserGUID", project.creating_user)
        attributes += self.moment("creationDateTime", project.created)
        attributes += self.named("modifyingUserGUID", project.modifying_user)
        attributes += self.moment("modifiedDateTime", project.modified)
        attributes += self.attribute("basePath", project.base_path or None)
        yield f'{XML}<Project xmlns="{PROJECT_SPACE}"{attributes}>\n'
        yield from _wrapped("Users", (self._user(one) for one in project.users))
        yield from _wrapped("CodeBook", _wrapped("Codes", (self.code(one) for one in project.codes)))
        variables = (
            self._element(
                "Variable",
                f"{self.own(one.guid)}{self.attribute('name', one.name)}"
                f' typeOfVariable="{word_of("variable", one.type) or "Text"}"',
                self.description(one.description),
            )
            for one in project.variables
        )
        yield from _wrapped("Variables", variables)
        yield from _wrapped("Cases", (self._case(one) for one in project.cases))
        yield from _wrapped("Sources", (piece for one in project.sources for piece in self._source(one)))
        yield from _wrapped("Notes", (piece for one in project.notes for piece in self._textual("Note", one)))
        yield from _wrapped("Links", (self._link(one) for one in project.links))
        yield from _wrapped("Sets", (self.set(one) for one in project.sets))
        graphs = (
            self._element(
                "Graph",
                self.own(one.guid) + self.attribute("name", one.name),
                "".join(self._vertex(each) for each in one.vertices) + "".join(self._edge(each) for each in one.edges),
            )
            for one in project.graphs
        )
        yield from _wrapped("Graphs", graphs)
        yield self.description(project.description) + self.refs("NoteRef", project.note_refs)
        yield "</Project>\n"

    def code(self, code: CodeElement, *, book: bool = False) -> str:
        """A code with those under it; in a codebook (`book`) without notes. Deep nesting costs no stack."""
        pieces: list[str] = []
        waiting: list[tuple[Iterator[CodeElement], str]] = [(iter((code,)), "")]
        while waiting:
            codes, end = waiting[-1]
            one = next(codes, None)
            if one is None:
                waiting.pop()
                pieces.append(end)
                continue
            attributes = (
                f'{self.own(one.guid)}{self.attribute("name", one.name)} isCodable="{str(one.codable).lower()}"'
            )
            attributes += self.colour(one.colour, f"code “{one.name}”")
            within = self.description(one.description)
            if one.notes and book:
                self.left.out("notes of codes in a codebook", f"code “{one.name}”", "A codebook has no notes.")
            elif one.notes:
                within += self.refs("NoteRef", one.notes)
            if one.codes:
                pieces.append(f"<Code{attributes}>\n{within}")
                waiting.append((iter(one.codes), "</Code>\n"))
            else:
                pieces.append(self._element("Code", attributes, within))
        return "".join(pieces)

    def set(self, one: SetElement, *, book: bool = False) -> str:
        """A set; in a codebook its members are codes alone, and named by `guid`."""
        within = self.description(one.description)
        if book:
            within += "".join(f"<MemberCode{self.named('guid', each)}/>\n" for each in one.codes if each)
        else:
            for name, members in (
                ("MemberCode", one.codes),
                ("MemberSource", one.sources),
                ("MemberNote", one.notes),
            ):
                within += self.refs(name, members)
        return self._element("Set", self.own(one.guid) + self.attribute("name", one.name), within)

    # Sources.

    def _source(self, source: TextElement | MediaElement) -> Iterator[str]:
        if isinstance(source, TextElement):
            yield from self._textual("TextSource", source)
            return
        kind = _KIND_OF[source.element]
        place = f"{source.element} “{source.name or source.guid}”"
        attributes = self.stamps(source)
        attributes += self.attribute("path", self.files.copied(source.path, place) or None)
        attributes += self.attribute("currentPath", source.current_path or None)
        yield f"<{source.element}{attributes}>\n{self.description(source.description)}"
        textual = "TextDescription" if kind == "picture" else "Representation"
        if source.text is not None and kind == "picture":
            yield from self._textual(textual, source.text)
        if kind in {"audio", "video"}:
            for each in source.transcripts:
                yield from self._transcript(each)
        elif source.transcripts:
            self.left.out("transcripts of what is no recording", place, f"{source.element} has no transcripts.")
        yield from self._selections(source.selections, kind, place)
        if source.text is not None and kind == "pdf":
            yield from self._textual(textual, source.text)
        elif source.text is not None and kind != "picture":
            self.left.out("texts of recordings", place, f"{source.element} has no text but transcripts.")
        yield self._codings(source.codings) + self.refs("NoteRef", source.notes) + self._values(source.values, place)
        yield f"</{source.element}>\n"

    def _textual(self, name: str, text: TextElement) -> Iterator[str]:
        place = f"{name} “{text.name or text.guid}”"
        content, attributes = self._words(text, place)
        yield f"<{name}{self.stamps(text)}{attributes}>\n{self.description(text.description)}{content}"
        yield from self._selections(text.selections, "text", place)
        yield self._codings(text.codings) + self.refs("NoteRef", text.notes) + self._values(text.values, place)
        yield f"</{name}>\n"

    def _transcript(self, text: TranscriptElement) -> Iterator[str]:
        place = f"Transcript “{text.name or text.guid}”"
        content, attributes = self._words(text, place)
        yield f"<Transcript{self.stamps(text)}{attributes}>\n{self.description(text.description)}{content}"
        yield "".join(
            f"<SyncPoint{self.own(one.guid)}{number('timeStamp', one.time)}{number('position', one.position)}/>\n"
            for one in text.sync_points
        )
        yield from self._selections(text.selections, "transcript", place)
        yield self.refs("NoteRef", text.notes) + "</Transcript>\n"

    def _words(self, text: TextElement | TranscriptElement, place: str) -> tuple[str, str]:
        """The words that stand in the document, and the attributes that name where they lie."""
        rich = self.attribute("richTextPath", self.files.copied(text.rich_path, place) or None)
        if text.text is not None and text.inline and clean(text.text) == text.text:
            return f"<PlainTextContent>{escaped(text.text)}</PlainTextContent>\n", rich
        plain = self.files.text(text.plain_path, text.text, self.guid(text.guid), place)
        return "", rich + self.attribute("plainTextPath", plain or None)

    def _selections(self, selections: Iterable[Selection], kind: SelectionKind, place: str) -> Iterator[str]:
        name = _SELECTIONS[kind]
        end = f"</{name}>\n"
        for one in selections:
            if one.kind != kind:
                what = f"A selection of the kind {one.kind} cannot stand there."
                self.left.out("selections in another kind of source", place, what)
                continue
            if kind == "text":
                where = f' startPosition="{one.start}" endPosition="{one.end}"'
            elif kind in {"audio", "video"}:
                where = f' begin="{one.start}" end="{one.end}"'
            elif kind == "transcript":
                where = self.named("fromSyncPoint", one.from_sync) + self.named("toSyncPoint", one.to_sync)
            else:
                where = f' page="{one.page}"' if kind == "pdf" else ""
                where += box_of(one.box)
            within = self.description(one.description)
            if one.representation is not None:
                if kind == "pdf":
                    within += "".join(self._textual("Representation", one.representation))
                else:
                    self.left.out("texts of selections", place, "Only areas of a PDF have a text of their own.")
            if one.codings:
                within += self._codings(one.codings)
            if one.notes:
                within += self.refs("NoteRef", one.notes)
            start = f"<{name}{self.stamps(one)}{where}"
            yield f"{start}>\n{within}{end}" if within else f"{start}/>\n"

    def _codings(self, codings: Iterable[CodingElement]) -> str:
        pieces: list[str] = []
        for one in codings:
            if not one.code:
                self.left.out("codings without a code", f"coding {one.guid}", "It does not say which code it is of.")
                continue
            made = self.named("creatingUser", one.creating_user) + self.moment("creationDateTime", one.created)
            notes = self.refs("NoteRef", one.notes) if one.notes else ""
            code = self.named("targetGUID", one.code)
            pieces.append(f"<Coding{self.own(one.guid)}{made}>\n<CodeRef{code}/>\n{notes}</Coding>\n")
        return "".join(pieces)

    def _values(self, values: Iterable[VariableValue], place: str) -> str:
        pieces: list[str] = []
        for one in values:
            if not one.variable:
                self.left.out("values without a variable", place, f"{one.value[:80]!r} is of no variable.")
                continue
            pieces.append(f"<VariableValue>\n{self.refs('VariableRef', (one.variable,))}")
            if one.type is not None and (one.value or one.type == "Text"):
                name, right = _VALUES[one.type]
                value = right(one.value)
                if value is None:
                    self.left.changed("values of another type", place, f"{one.value[:80]!r} is no {name}; it is text.")
                    name, value = "TextValue", clean(one.value)
                elif value != one.value:
                    what = f"{one.value[:80]!r} is written as {value[:80]!r}."
                    self.left.changed("values written otherwise", place, what)
                pieces.append(f"<{name}>{escaped(value)}</{name}>\n")
            pieces.append("</VariableValue>\n")
        return "".join(pieces)

    # The rest.

    def _user(self, user: User) -> str:
        named = self.attribute("name", user.name or None) + self.attribute("id", user.id or None)
        return f"<User{self.own(user.guid)}{named}/>\n"

    def _case(self, case: CaseElement) -> str:
        within = self.description(case.description) + self.refs("CodeRef", case.codes)
        within += self._values(case.values, f"case “{case.name or case.guid}”")
        within += self.refs("SourceRef", case.sources) + self.refs("SelectionRef", case.selections)
        return self._element("Case", self.own(case.guid) + self.attribute("name", case.name), within)

    def _link(self, link: LinkElement) -> str:
        place = f"link “{link.name or link.guid}”"
        attributes = self.own(link.guid) + self.attribute("name", link.name)
        attributes += self.word("direction", "direction", link.direction or "", place)
        attributes += self.colour(link.colour, place)
        attributes += self.named("originGUID", link.origin) + self.named("targetGUID", link.target)
        return self._element("Link", attributes, self.refs("NoteRef", link.notes))

    def _vertex(self, vertex: Vertex) -> str:
        place = f"vertex “{vertex.name or vertex.guid}”"
        attributes = self.own(vertex.guid) + self.named("representedGUID", vertex.represents)
        attributes += self.attribute("name", vertex.name) + box_of(vertex.box)
        attributes += self.word("shape", "shape", vertex.shape, place) + self.colour(vertex.colour, place)
        return f"<Vertex{attributes}/>\n"

    def _edge(self, edge: Edge) -> str:
        place = f"edge “{edge.name or edge.guid}”"
        if not (edge.source and edge.target):
            self.left.out("edges without two ends", place, "It does not say between which things it is.")
            return ""
        attributes = self.own(edge.guid) + self.named("representedGUID", edge.represents)
        attributes += self.attribute("name", edge.name)
        attributes += self.named("sourceVertex", edge.source) + self.named("targetVertex", edge.target)
        attributes += self.colour(edge.colour, place)
        attributes += self.word("direction", "direction", edge.direction or "", place)
        attributes += self.word("lineStyle", "line", edge.line, place)
        return f"<Edge{attributes}/>\n"

    @staticmethod
    def _element(name: str, attributes: str, within: str) -> str:
        return f"<{name}{attributes}>\n{within}</{name}>\n" if within else f"<{name}{attributes}/>\n"


def _wrapped(name: str, pieces: Iterable[str]) -> Iterator[str]:
    """Pieces within an element, which is not there when there are none: the schema has no empty containers."""
    begun = False
    for piece in pieces:
        if not begun:
            begun = True
            yield f"<{name}>\n"
        yield piece
    if begun:
        yield f"</{name}>\n"
