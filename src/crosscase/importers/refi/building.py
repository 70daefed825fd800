"""From elements to the things of `model.refi`, one element at a time, as its end comes.

Children are taken in any order and names of elements in any case; what is not known is left and counted. An element
is forgotten as soon as it has become what it is, so that memory is that of the project and not of its XML.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from crosscase.importers.refi.texts import Texts
from crosscase.importers.refi.told import Told
from crosscase.importers.refi.values import Frame, Kids, Values
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    Direction,
    Edge,
    Graph,
    Guid,
    LinkElement,
    MediaElement,
    Project,
    Selection,
    SelectionKind,
    SetElement,
    SourceElement,
    SyncPoint,
    TextElement,
    TranscriptElement,
    User,
    VariableElement,
    VariableType,
    VariableValue,
    Vertex,
)
from crosscase.model.refi_values import boolean_of, date_of, decimal_of, integer_of, moment_of

_KINDS: Final[dict[str, SelectionKind]] = {
    "PlainTextSelection": "text",
    "PictureSelection": "picture",
    "PDFSelection": "pdf",
    "AudioSelection": "audio",
    "VideoSelection": "video",
    "TranscriptSelection": "transcript",
}
_VALUES: Final[dict[str, tuple[VariableType, Callable[[str], str | None]]]] = {
    "TextValue": ("Text", lambda text: text),
    "BooleanValue": ("Boolean", boolean_of),
    "IntegerValue": ("Integer", integer_of),
    "FloatValue": ("Float", decimal_of),
    "DateValue": ("Date", date_of),
    "DateTimeValue": ("DateTime", moment_of),
}
UNKNOWN: Final = -1
"""A position that the file does not give; a quotation may still say where it is."""


class Builder(Values):
    """Makes things of elements, and keeps what was named on the way."""

    def __init__(self, told: Told, texts: Texts) -> None:
        super().__init__(told)
        self.texts = texts
        self.notes: set[Guid] = set()
        self.codes: set[Guid] = set()
        self.variables: dict[Guid, VariableType] = {}
        self.makers: dict[str, Callable[[Frame], Any]] = {
            "User": self._user,
            "Code": self._code,
            "Variable": self._variable,
            "Case": self._case,
            "VariableValue": self._value,
            "Text": self._text,
            "Transcript": self._transcript,
            "SyncPoint": self._sync_point,
            "Coding": self._coding,
            "Link": self._link,
            "Set": self._set,
            "Graph": self._graph,
            "Vertex": self._vertex,
            "Edge": self._edge,
            **dict.fromkeys(("PictureSource", "PDFSource", "AudioSource", "VideoSource"), self._media),
            **dict.fromkeys(_KINDS, self._selection),
            "PlainTextSelection": self._plain_selection,
        }

    def project(self, frame: Frame) -> Project:
        """The whole, out of its root."""
        kids = frame.kids
        if frame.shape == "CodeBookRoot":
            return Project(
                origin=frame.attributes.get("origin", ""),
                codes=_within(kids, "Codes", "Code"),
                sets=_within(kids, "Sets", "Set"),
            )
        book: Kids = {}
        for each in kids.get("CodeBook", ()):
            book.setdefault("Codes", []).extend(each.get("Codes", ()))
        book.setdefault("Codes", []).extend(kids.get("Codes", ()))
        get = frame.attributes.get
        if "name" not in frame.attributes:
            self.told.repaired("missing names", frame.place, "The project has no name; it was left empty.")
        return Project(
            name=get("name", ""),
            origin=get("origin", ""),
            creating_user=self.by(get("creatingUserGUID") or get("creatingUser")),
            created=self.moment(get("creationDateTime"), frame),
            modifying_user=self.by(get("modifyingUserGUID") or get("modifyingUser")),
            modified=self.moment(get("modifiedDateTime"), frame),
            base_path=get("basePath", ""),
            users=_within(kids, "Users", "User"),
            codes=_within(book, "Codes", "Code"),
            variables=_within(kids, "Variables", "Variable"),
            cases=_within(kids, "Cases", "Case"),
            sources=_within(kids, "Sources", "Source"),
            notes=_within(kids, "Notes", "Note"),
            links=_within(kids, "Links", "Link"),
            sets=_within(kids, "Sets", "Set"),
            graphs=_within(kids, "Graphs", "Graph"),
            description=self.description(frame),
            note_refs=tuple(kids.get("NoteRef", ())),
        )

    def _user(self, frame: Frame) -> User:
        get = frame.attributes.get
        return User(guid=self.guid(frame), name=get("name", ""), id=get("id", ""))

    def _code(self, frame: Frame) -> CodeElement:
        written = frame.attributes.get("isCodable")
        codable = boolean_of(written) if written is not None else None
        if codable is None:
            found = f"isCodable={written[:20]!r}" if written is not None else "isCodable is missing"
            self.told.repaired("codes that do not say isCodable", frame.place, f"{found}; it was taken as true.")
        return CodeElement(
            guid=self.guid(frame),
            name=self.name(frame),
            codable=codable not in {"false", "0"},
            colour=self.colour(frame),
            description=self.description(frame),
            notes=tuple(frame.kids.get("NoteRef", ())),
            codes=tuple(frame.kids.get("Code", ())),
        )

    def _variable(self, frame: Frame) -> VariableElement:
        type = self.word(frame, "typeOfVariable", "variable")
        if not type:
            self.told.repaired("variables without a type", frame.place, "Its type is not said; it was taken as Text.")
        return VariableElement(
            guid=self.guid(frame),
            name=self.name(frame),
            type=cast("VariableType", type or "Text"),
            description=self.description(frame),
        )

    def _value(self, frame: Frame) -> VariableValue | None:
        variable = self.one(frame, "VariableRef", str) or ""
        if not variable:
            self.told.lost("values without a variable", frame.place, "It does not say of which variable it is a value.")
            return None
        type: VariableType | None = None
        value = ""
        for name, (its, right) in _VALUES.items():
            written = self.one(frame, name, str)
            if written is None:
                continue
            made = right(written)
            type, value = its, written if made is None else made
            if made is None and not written.strip():
                type, value = None, ""
                self.told.repaired("empty values", frame.place, f"An empty {name} was read as no value.")
            elif made is None:
                type = "Text"
                what = f"{written[:80]!r} is no {name}; it was kept as text."
                self.told.repaired("values of another type", frame.place, what)
            elif made != written:
                what = f"{written[:80]!r} was read as {made!r}."
                self.told.repaired("values written otherwise", frame.place, what)
            break
        self.variables.setdefault(variable, type or "Text")
        return VariableValue(variable=variable, type=type, value=value)

    def _case(self, frame: Frame) -> CaseElement:
        kids = frame.kids
        self.codes.update(kids.get("CodeRef", ()))
        return CaseElement(
            guid=self.guid(frame),
            name=frame.attributes.get("name"),
            description=self.description(frame),
            codes=tuple(kids.get("CodeRef", ())),
            values=_present(kids.get("VariableValue")),
            sources=tuple(kids.get("SourceRef", ())),
            selections=tuple(kids.get("SelectionRef", ())),
        )

    def _coding(self, frame: Frame) -> CodingElement | None:
        refs = frame.kids.get("CodeRef")
        if not refs:
            self.told.lost("codings without a code", frame.place, "It does not say which code it is of.")
            return None
        get = frame.attributes.get
        code = refs[0]
        self.codes.add(code)
        return CodingElement(
            guid=self.guid(frame),
            code=code,
            creating_user=self.by(get("creatingUser")),
            created=self.moment(get("creationDateTime"), frame),
            notes=tuple(frame.kids.get("NoteRef", ())),
        )

    def _plain_selection(self, frame: Frame) -> Selection:
        """The selection of which there are tens of thousands, the short way."""
        get = frame.attributes.get
        kids = frame.kids
        return Selection(
            guid=self.guid(frame),
            name=get("name"),
            creating_user=self.by(get("creatingUser")),
            created=self.moment(get("creationDateTime"), frame),
            modifying_user=self.by(get("modifyingUser")),
            modified=self.moment(get("modifiedDateTime"), frame),
            start=self.whole(frame, "startPosition", UNKNOWN),
            end=self.whole(frame, "endPosition", UNKNOWN),
            description=self.description(frame) if "Description" in kids else None,
            codings=_present(kids.get("Coding")),
            notes=tuple(kids.get("NoteRef", ())),
        )

    def _selection(self, frame: Frame) -> Selection:
        kind = _KINDS[frame.shape]
        more: dict[str, Any] = {}
        if kind in {"audio", "video"}:
            more["start"] = self.whole(frame, "begin", 0)
            more["end"] = self.whole(frame, "end", 0)
        elif kind == "transcript":
            more["from_sync"] = self.identities.named(frame.attributes.get("fromSyncPoint"))
            more["to_sync"] = self.identities.named(frame.attributes.get("toSyncPoint"))
        else:
            more["box"] = tuple(self.whole(frame, name, 0) for name in ("firstX", "firstY", "secondX", "secondY"))
            if kind == "pdf":
                more["page"] = self.whole(frame, "page", 0)
                more["representation"] = self.one(frame, "Representation", TextElement)
        kids = frame.kids
        return Selection(
            **self.stamps(frame),
            kind=kind,
            description=self.description(frame),
            codings=_present(kids.get("Coding")),
            notes=tuple(kids.get("NoteRef", ())),
            **more,
        )

    def _words(self, frame: Frame) -> dict[str, Any]:
        place = frame.place
        plain = self.texts.path_of(frame.attributes.get("plainTextPath", ""), place)
        rich = self.texts.path_of(frame.attributes.get("richTextPath", ""), place)
        found = frame.kids.get("PlainTextContent")
        if found is not None:
            if plain:
                what = f"It has its words and the path {plain!r}; the words were taken."
                self.told.repaired("texts in two places", place, what)
            return {"text": "".join(found), "inline": True, "plain_path": "", "rich_path": rich}
        return {"text": self.texts.words(plain, rich, place), "plain_path": plain, "rich_path": rich}

    def _text(self, frame: Frame) -> TextElement:
        kids = frame.kids
        return TextElement(
            **self.stamps(frame),
            **self._words(frame),
            description=self.description(frame),
            selections=tuple(kids.get("PlainTextSelection", ())),
            codings=_present(kids.get("Coding")),
            notes=tuple(kids.get("NoteRef", ())),
            values=_present(kids.get("VariableValue")),
        )

    def _transcript(self, frame: Frame) -> TranscriptElement:
        kids = frame.kids
        return TranscriptElement(
            **self.stamps(frame),
            **self._words(frame),
            description=self.description(frame),
            sync_points=tuple(kids.get("SyncPoint", ())),
            selections=tuple(kids.get("TranscriptSelection", ())),
            notes=tuple(kids.get("NoteRef", ())),
        )

    def _sync_point(self, frame: Frame) -> SyncPoint:
        return SyncPoint(
            guid=self.guid(frame), time=self.perhaps(frame, "timeStamp"), position=self.perhaps(frame, "position")
        )

    def _media(self, frame: Frame) -> MediaElement:
        kids = frame.kids
        within = "TextDescription" if frame.shape == "PictureSource" else "Representation"
        return MediaElement(
            **self.stamps(frame),
            element=cast("SourceElement", frame.shape),
            description=self.description(frame),
            path=self.texts.media_path(frame.attributes.get("path", ""), frame.place),
            current_path=frame.attributes.get("currentPath", ""),
            text=self.one(frame, within, TextElement),
            transcripts=tuple(kids.get("Transcript", ())),
            selections=tuple(kids.get(frame.shape.replace("Source", "Selection"), ())),
            codings=_present(kids.get("Coding")),
            notes=tuple(kids.get("NoteRef", ())),
            values=_present(kids.get("VariableValue")),
        )

    def _link(self, frame: Frame) -> LinkElement:
        get = frame.attributes.get
        return LinkElement(
            guid=self.guid(frame),
            name=get("name"),
            direction=cast("Direction | None", self.word(frame, "direction", "direction") or None),
            colour=self.colour(frame),
            origin=self.identities.named(get("originGUID")),
            target=self.identities.named(get("targetGUID")),
            notes=tuple(frame.kids.get("NoteRef", ())),
        )

    def _set(self, frame: Frame) -> SetElement:
        kids = frame.kids
        return SetElement(
            guid=self.guid(frame),
            name=self.name(frame),
            description=self.description(frame),
            codes=tuple(kids.get("MemberCode", ())),
            sources=tuple(kids.get("MemberSource", ())),
            notes=tuple(kids.get("MemberNote", ())),
        )

    def _graph(self, frame: Frame) -> Graph:
        kids = frame.kids
        return Graph(
            guid=self.guid(frame),
            name=frame.attributes.get("name"),
            vertices=tuple(kids.get("Vertex", ())),
            edges=tuple(kids.get("Edge", ())),
        )

    def _vertex(self, frame: Frame) -> Vertex:
        get = frame.attributes.get
        return Vertex(
            guid=self.guid(frame),
            represents=self.identities.named(get("representedGUID")),
            name=get("name"),
            box=(
                self.whole(frame, "firstX", 0),
                self.whole(frame, "firstY", 0),
                self.perhaps(frame, "secondX"),
                self.perhaps(frame, "secondY"),
            ),
            shape=self.word(frame, "shape", "shape"),
            colour=self.colour(frame),
        )

    def _edge(self, frame: Frame) -> Edge:
        get = frame.attributes.get
        ends = [self.identities.named(get(name)) for name in ("sourceVertex", "targetVertex")]
        if not all(ends):
            self.told.lost("edges without two ends", frame.place, "It does not say between which things it is.")
        return Edge(
            guid=self.guid(frame),
            source=ends[0],
            target=ends[1],
            represents=self.identities.named(get("representedGUID")),
            name=get("name"),
            colour=self.colour(frame),
            direction=cast("Direction | None", self.word(frame, "direction", "direction") or None),
            line=self.word(frame, "lineStyle", "line"),
        )


def _present(found: list[Any] | None) -> tuple[Any, ...]:
    """Without those that were left."""
    if not found:
        return ()
    return tuple(found) if None not in found else tuple(one for one in found if one is not None)


def _within(kids: Kids, container: str, name: str) -> tuple[Any, ...]:
    """The children of all containers of a name."""
    found = kids.get(container, ())
    return tuple(one for each in found for one in each.get(name, ()))
