"""REFI-QDA made in tests: projects of every element, documents by the table of the schema, archives of any kind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st

from crosscase.importers.errors import MissingFileError
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    Edge,
    Graph,
    LinkElement,
    MediaElement,
    Project,
    Selection,
    SetElement,
    SyncPoint,
    TextElement,
    TranscriptElement,
    User,
    VariableElement,
    VariableValue,
    Vertex,
)
from crosscase.model.refi_schema import SHAPES, WORDS

SPACE = "urn:QDA-XML:project:1.0"

# Characters that XML can hold, with those that parsers and programs change.
CHARACTERS = st.one_of(
    st.sampled_from("ab &<>\"'\n\r\t]é😀漢\u200d\ufeff\u0301\u2028\x85"),
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff", exclude_categories=("Cs", "Cc")),
)
WORDS_OF = st.text(CHARACTERS, max_size=12)
NAMES = st.one_of(st.none(), WORDS_OF)
COLOURS = st.sampled_from(("", "#a1B2c3", "#fff"))
MOMENTS = st.sampled_from(("", "2019-03-18T01:02:03Z", "2019-03-18T01:02:03.250+05:30", "2019-03-18T01:02:03"))
NUMBERS = st.integers(-5, 10**9)
VALUES = st.one_of(
    st.tuples(st.just("Text"), WORDS_OF),
    st.tuples(st.just("Boolean"), st.sampled_from(("true", "false", "1", "0"))),
    st.tuples(st.just("Integer"), st.sampled_from(("0", "-7", "+12", "007"))),
    st.tuples(st.just("Float"), st.sampled_from(("3.50", "-.5", "2"))),
    st.tuples(st.just("Date"), st.sampled_from(("2019-03-18", "2019-03-18Z"))),
    st.tuples(st.just("DateTime"), MOMENTS.filter(bool)),
    st.just((None, "")),
)


class _Maker:
    """Draws things whose GUIDs are all different and whose references lead somewhere."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw
        self.made = 0
        self.users = [self.guid() for _ in range(draw(st.integers(0, 2)))]
        self.notes = [self.guid() for _ in range(draw(st.integers(0, 2)))]
        self.variables = [self.guid() for _ in range(draw(st.integers(0, 2)))]
        self.codes: list[str] = []
        self.others: list[str] = []
        self.texts: dict[str, str] = {}

    def guid(self) -> str:
        self.made += 1
        return f"{self.made:08x}-0000-4000-8000-{self.made:012x}"

    def of(self, pool: list[str], most: int = 2) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(pool), max_size=most, unique=True))) if pool else ()

    def one_of(self, pool: list[str]) -> str:
        return self.draw(st.sampled_from(("", *pool)))  # type: ignore[no-any-return]

    def some(self, make: Callable[[], Any], most: int = 2) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(0, most))))

    def stamps(self) -> dict[str, Any]:
        guid = self.guid()
        self.others.append(guid)
        return {
            "guid": guid,
            "name": self.draw(NAMES),
            "creating_user": self.one_of(self.users),
            "created": self.draw(MOMENTS),
            "modifying_user": self.one_of(self.users),
            "modified": self.draw(MOMENTS),
        }

    def code(self, depth: int = 0) -> CodeElement:
        guid = self.guid()
        self.codes.append(guid)
        return CodeElement(
            guid=guid,
            name=self.draw(WORDS_OF),
            codable=self.draw(st.booleans()),
            colour=self.draw(COLOURS),
            description=self.draw(NAMES),
            notes=self.of(self.notes),
            codes=self.some(lambda: self.code(depth + 1)) if depth < 3 else (),
        )

    def values(self) -> tuple[VariableValue, ...]:
        return tuple(
            VariableValue(variable=variable, type=type, value=value)
            for variable in self.of(self.variables)
            for type, value in [self.draw(VALUES)]
        )

    def coding(self) -> CodingElement:
        return CodingElement(
            guid=self.guid(),
            code=self.draw(st.sampled_from(self.codes)),
            creating_user=self.one_of(self.users),
            created=self.draw(MOMENTS),
            notes=self.of(self.notes),
        )

    def codings(self) -> tuple[CodingElement, ...]:
        return self.some(self.coding) if self.codes else ()

    def selection(self, kind: str) -> Selection:
        places: dict[str, Any] = {}
        if kind in {"text", "audio", "video"}:
            places = {"start": self.draw(NUMBERS), "end": self.draw(NUMBERS)}
        elif kind == "transcript":
            places = {"from_sync": self.one_of(self.others), "to_sync": self.one_of(self.others)}
        else:
            places["box"] = tuple(self.draw(NUMBERS) for _ in range(4))
            if kind == "pdf":
                places |= {"page": self.draw(NUMBERS), "representation": self.perhaps(self.text)}
        return Selection(
            kind=kind,  # type: ignore[arg-type]
            description=self.draw(NAMES),
            codings=self.codings(),
            notes=self.of(self.notes),
            **places,
            **self.stamps(),
        )

    def perhaps(self, make: Callable[[], Any]) -> Any:
        return make() if self.draw(st.booleans()) else None

    def path(self, suffix: str) -> str:
        return self.draw(  # type: ignore[no-any-return]
            st.sampled_from(
                ("", f"internal://{self.guid()}{suffix}", f"absolute:///C:/a b/c{suffix}", f"relative:///d{suffix}")
            )
        )

    def words(self) -> dict[str, Any]:
        words = self.draw(NAMES)
        rich = self.path(".docx")
        if words is None:
            return {"rich_path": rich if not rich.startswith("internal") else ""}
        if self.draw(st.booleans()):
            return {"text": words, "inline": True, "rich_path": rich}
        return {"text": words, "plain_path": f"internal://{self.guid()}.txt", "rich_path": rich}

    def text(self) -> TextElement:
        return TextElement(
            description=self.draw(NAMES),
            selections=self.some(lambda: self.selection("text")),
            codings=self.codings(),
            notes=self.of(self.notes),
            values=self.values(),
            **self.words(),
            **self.stamps(),
        )

    def transcript(self) -> TranscriptElement:
        number = st.one_of(st.none(), NUMBERS)
        points = self.some(lambda: SyncPoint(guid=self.guid(), time=self.draw(number), position=self.draw(number)))
        return TranscriptElement(
            description=self.draw(NAMES),
            sync_points=points,
            selections=self.some(lambda: self.selection("transcript")),
            notes=self.of(self.notes),
            **self.words(),
            **self.stamps(),
        )

    def media(self) -> MediaElement:
        element, kind, suffix = self.draw(
            st.sampled_from(
                (
                    ("PictureSource", "picture", ".png"),
                    ("PDFSource", "pdf", ".pdf"),
                    ("AudioSource", "audio", ".wav"),
                    ("VideoSource", "video", ".mp4"),
                )
            )
        )
        return MediaElement(
            element=element,
            description=self.draw(NAMES),
            path=self.path(suffix),
            current_path=self.draw(st.sampled_from(("", "absolute:///C:/was here.png"))),
            text=self.perhaps(self.text) if kind in {"picture", "pdf"} else None,
            transcripts=self.some(self.transcript) if kind in {"audio", "video"} else (),
            selections=self.some(lambda: self.selection(kind)),
            codings=self.codings(),
            notes=self.of(self.notes),
            values=self.values(),
            **self.stamps(),
        )

    def graph(self) -> Graph:
        number = st.one_of(st.none(), NUMBERS)
        vertices = self.some(
            lambda: Vertex(
                guid=self.guid(),
                represents=self.one_of(self.others),
                name=self.draw(NAMES),
                box=(self.draw(NUMBERS), self.draw(NUMBERS), self.draw(number), self.draw(number)),
                shape=self.draw(st.sampled_from(("", *WORDS["shape"]))),
                colour=self.draw(COLOURS),
            ),
            3,
        )
        ends = [one.guid for one in vertices]
        edges = (
            ()
            if not ends
            else self.some(
                lambda: Edge(
                    guid=self.guid(),
                    source=self.draw(st.sampled_from(ends)),
                    target=self.draw(st.sampled_from(ends)),
                    represents=self.one_of(self.others),
                    name=self.draw(NAMES),
                    colour=self.draw(COLOURS),
                    direction=self.draw(st.sampled_from((None, *WORDS["direction"]))),
                    line=self.draw(st.sampled_from(("", *WORDS["line"]))),
                )
            )
        )
        return Graph(guid=self.guid(), name=self.draw(NAMES), vertices=vertices, edges=edges)


@st.composite
def projects(draw: Callable[..., Any]) -> Project:
    """Projects with every element of the standard, whose references lead to what is there."""
    make = _Maker(draw)
    codes = make.some(make.code)
    sources = make.some(lambda: make.text() if draw(st.booleans()) else make.media(), 3)
    notes = tuple(
        TextElement(
            **{**make.stamps(), "guid": guid}, **make.words(), selections=make.some(lambda: make.selection("text"))
        )
        for guid in make.notes
    )
    its = [one.guid for one in sources]
    return Project(
        name=draw(WORDS_OF),
        origin=draw(WORDS_OF),
        creating_user=make.one_of(make.users),
        created=draw(MOMENTS),
        modifying_user=make.one_of(make.users),
        modified=draw(MOMENTS),
        base_path=draw(st.sampled_from(("", "C:/a b"))),
        users=tuple(User(guid=guid, name=draw(WORDS_OF), id=draw(WORDS_OF)) for guid in make.users),
        codes=codes,
        variables=tuple(
            VariableElement(
                guid=guid,
                name=draw(WORDS_OF),
                type=draw(st.sampled_from(WORDS["variable"])),
                description=draw(NAMES),
            )
            for guid in make.variables
        ),
        cases=make.some(
            lambda: CaseElement(
                guid=make.guid(),
                name=draw(NAMES),
                description=draw(NAMES),
                codes=make.of(make.codes),
                values=make.values(),
                sources=make.of(its),
                selections=make.of(make.others),
            )
        ),
        sources=sources,
        notes=notes,
        links=make.some(
            lambda: LinkElement(
                guid=make.guid(),
                name=draw(NAMES),
                direction=draw(st.sampled_from((None, *WORDS["direction"]))),
                colour=draw(COLOURS),
                origin=make.one_of(make.others),
                target=make.one_of(make.others),
                notes=make.of(make.notes),
            )
        ),
        sets=make.some(
            lambda: SetElement(
                guid=make.guid(),
                name=draw(WORDS_OF),
                description=draw(NAMES),
                codes=make.of(make.codes),
                sources=make.of(its),
                notes=make.of(make.notes),
            )
        ),
        graphs=make.some(make.graph),
        description=draw(NAMES),
        note_refs=make.of(make.notes),
    )


def opener(path: str) -> IO[bytes]:
    """A file for every path: its own name, so that it is known again."""
    return io.BytesIO(path.encode())


def nothing(path: str) -> IO[bytes]:
    """No file at all."""
    raise MissingFileError(path)


_TYPES = {
    "guid": st.uuids().map(str),
    "string": WORDS_OF,
    "boolean": st.sampled_from(("true", "false", "1", "0")),
    "integer": st.integers(-(10**9), 10**9).map(str),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-9999, max_value=9999).map(str),
    "date": st.sampled_from(("2019-03-18", "0001-01-01Z")),
    "moment": MOMENTS.filter(bool),
    "colour": COLOURS.filter(bool),
    **{type: st.sampled_from(words) for type, words in WORDS.items()},
}


def _markup(draw: Callable[..., Any], name: str, shape: str, depth: int) -> str:
    its = SHAPES[shape]
    attributes = [
        f" {key}={quoteattr(_xml(draw(_TYPES[each.type])))}"
        for key, each in draw(st.permutations(list(its.attributes.items())))
        if each.required or draw(st.booleans())
    ]
    if its.text:
        words = _xml(draw(_TYPES[its.text])).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f"<{name}{''.join(attributes)}>{words}</{name}>"
    within: list[str] = []
    for child, each in its.children.items():
        if shape == "VariableValue" and child != "VariableRef" and within[1:]:
            break
        most = 0 if depth > 9 and not each.required else 2 if each.several else 1
        count = draw(st.integers(int(each.required), most))
        within += [_markup(draw, child, each.shape, depth + 1) for _ in range(count)]
    if its.choice and not within:
        within = [_markup(draw, "TextSource", "Text", depth + 1)]
    return f"<{name}{''.join(attributes)}>{''.join(within)}</{name}>"


def _xml(text: str) -> str:
    return text.replace("\r", " ")


@st.composite
def documents(draw: Callable[..., Any]) -> str:
    """Documents with every element that the table of the schema has, whatever they refer to."""
    return _markup(draw, "Project", "Project", 0).replace("<Project", f'<Project xmlns="{SPACE}"', 1)


def archive(
    path: Path, document: str | bytes, files: dict[str, bytes] | None = None, *, name: str = "project.qde"
) -> Path:
    """An archive with a project and files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, document)
        for each, data in (files or {}).items():
            made.writestr(each, data)
    return path


def document(inner: str = "", *, attributes: str = f'xmlns="{SPACE}" name="p"') -> str:
    """A project with something in it."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Project {attributes}>\n{inner}\n</Project>'
