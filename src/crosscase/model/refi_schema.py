"""The schema of REFI-QDA as a table of our own: which element may hold what, in which order, and how it is written.

Reader, writer and the tests that make every element use this one table (QDA-XML 1.0: project of 18 March 2019,
codebook of 5 October 2017; text of the standard, sections 5.2 and 5.3). `tests` hold it against the published schema.

What a careful reader would get wrong: the order of children is fixed by the schema, but several programs write them
in another one. The reader therefore takes them in any order, and the writer writes them in this one.
"""

from __future__ import annotations

from typing import Final

import msgspec


class Attribute(msgspec.Struct, frozen=True):
    """How an attribute is written: the name of its type, and whether it must be there."""

    type: str
    required: bool = False


class Child(msgspec.Struct, frozen=True):
    """A child element: its shape's name, and whether there must be one and may be several."""

    shape: str
    required: bool = False
    several: bool = False


class Shape(msgspec.Struct, frozen=True):
    """What an element of this shape may have.

    Attributes:
        children: in the order of the schema, by the name of the element.
        choice: the children may come mixed (sources), rather than in order.
        text: the type of its words, for elements that hold nothing else.
    """

    attributes: dict[str, Attribute] = {}
    children: dict[str, Child] = {}
    choice: bool = False
    text: str = ""


_REF: Final = {"targetGUID": Attribute("guid", required=True)}
_GUID: Final = {"guid": Attribute("guid", required=True)}
_NAME: Final = {"name": Attribute("string")}
_MADE: Final = {"creatingUser": Attribute("guid"), "creationDateTime": Attribute("moment")}
_CHANGED: Final = {"modifyingUser": Attribute("guid"), "modifiedDateTime": Attribute("moment")}
_WHERE: Final = {name: Attribute("integer", required=True) for name in ("firstX", "firstY", "secondX", "secondY")}
_DESCRIPTION: Final = {"Description": Child("String")}
_CODED: Final = {"Coding": Child("Coding", several=True)}
_NOTED: Final = {"NoteRef": Child("Ref", several=True)}
_VALUED: Final = {"VariableValue": Child("VariableValue", several=True)}


def _several(name: str, shape: str) -> Shape:
    return Shape(children={name: Child(shape, required=True, several=True)})


def _stamped(*more: dict[str, Attribute], children: dict[str, Child]) -> Shape:
    attributes: dict[str, Attribute] = {**_GUID, **_NAME}
    for one in (*more, _MADE, _CHANGED):
        attributes |= one
    return Shape(attributes, children)


def _media(selection: str, before: dict[str, Child], after: dict[str, Child] | None = None) -> Shape:
    paths = {"path": Attribute("string"), "currentPath": Attribute("string")}
    children = _DESCRIPTION | before | {selection: Child(selection, several=True)} | (after or {})
    return _stamped(paths, children=children | _CODED | _NOTED | _VALUED)


_SELECTED: Final = _DESCRIPTION | _CODED | _NOTED
_PATHS: Final = {"richTextPath": Attribute("string"), "plainTextPath": Attribute("string")}
_STRETCH: Final = {"begin": Attribute("integer", required=True), "end": Attribute("integer", required=True)}
_SYNCED: Final = {"fromSyncPoint": Attribute("guid"), "toSyncPoint": Attribute("guid")}

SHAPES: Final[dict[str, Shape]] = {
    "Project": Shape(
        {
            "name": Attribute("string", required=True),
            "origin": Attribute("string"),
            "creatingUserGUID": Attribute("guid"),
            "creationDateTime": Attribute("moment"),
            "modifyingUserGUID": Attribute("guid"),
            "modifiedDateTime": Attribute("moment"),
            "basePath": Attribute("string"),
        },
        {
            **{
                name: Child(name)
                for name in ("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs")
            },
            **_DESCRIPTION,
            **_NOTED,
        },
    ),
    "Users": _several("User", "User"),
    "User": Shape(_GUID | _NAME | {"id": Attribute("string")}),
    "CodeBook": Shape(children={"Codes": Child("Codes", required=True)}),
    "Codes": _several("Code", "Code"),
    "Code": Shape(
        {
            **_GUID,
            "name": Attribute("string", required=True),
            "isCodable": Attribute("boolean", required=True),
            "color": Attribute("colour"),
        },
        _DESCRIPTION | _NOTED | {"Code": Child("Code", several=True)},
    ),
    "Variables": _several("Variable", "Variable"),
    "Variable": Shape(
        {
            **_GUID,
            "name": Attribute("string", required=True),
            "typeOfVariable": Attribute("variable", required=True),
        },
        _DESCRIPTION,
    ),
    "Cases": _several("Case", "Case"),
    "Case": Shape(
        _GUID | _NAME,
        _DESCRIPTION
        | {"CodeRef": Child("Ref", several=True)}
        | _VALUED
        | {"SourceRef": Child("Ref", several=True), "SelectionRef": Child("Ref", several=True)},
    ),
    "VariableValue": Shape(
        children={
            "VariableRef": Child("Ref", required=True),
            "TextValue": Child("String"),
            "BooleanValue": Child("Boolean"),
            "IntegerValue": Child("Integer"),
            "FloatValue": Child("Decimal"),
            "DateValue": Child("Date"),
            "DateTimeValue": Child("DateTime"),
        }
    ),
    "Sources": Shape(
        children={
            name: Child(shape, several=True)
            for name, shape in (
                ("TextSource", "Text"),
                ("PictureSource", "PictureSource"),
                ("PDFSource", "PDFSource"),
                ("AudioSource", "AudioSource"),
                ("VideoSource", "VideoSource"),
            )
        },
        choice=True,
    ),
    "Text": _stamped(
        _PATHS,
        children=_DESCRIPTION
        | {"PlainTextContent": Child("String"), "PlainTextSelection": Child("PlainTextSelection", several=True)}
        | _CODED
        | _NOTED
        | _VALUED,
    ),
    "PictureSource": _media("PictureSelection", {"TextDescription": Child("Text")}),
    "PDFSource": _media("PDFSelection", {}, {"Representation": Child("Text")}),
    "AudioSource": _media("AudioSelection", {"Transcript": Child("Transcript", several=True)}),
    "VideoSource": _media("VideoSelection", {"Transcript": Child("Transcript", several=True)}),
    "Transcript": _stamped(
        _PATHS,
        children=_DESCRIPTION
        | {
            "PlainTextContent": Child("String"),
            "SyncPoint": Child("SyncPoint", several=True),
            "TranscriptSelection": Child("TranscriptSelection", several=True),
        }
        | _NOTED,
    ),
    "SyncPoint": Shape(_GUID | {"timeStamp": Attribute("integer"), "position": Attribute("integer")}),
    "PlainTextSelection": _stamped(
        {name: Attribute("integer", required=True) for name in ("startPosition", "endPosition")}, children=_SELECTED
    ),
    "PictureSelection": _stamped(_WHERE, children=_SELECTED),
    "PDFSelection": _stamped(
        {"page": Attribute("integer", required=True)},
        _WHERE,
        children=_DESCRIPTION | {"Representation": Child("Text")} | _CODED | _NOTED,
    ),
    "AudioSelection": _stamped(_STRETCH, children=_SELECTED),
    "VideoSelection": _stamped(_STRETCH, children=_SELECTED),
    "TranscriptSelection": _stamped(_SYNCED, children=_SELECTED),
    "Coding": Shape(_GUID | _MADE, {"CodeRef": Child("Ref", required=True)} | _NOTED),
    "Notes": _several("Note", "Text"),
    "Links": _several("Link", "Link"),
    "Link": Shape(
        {
            **_GUID,
            **_NAME,
            "direction": Attribute("direction"),
            "color": Attribute("colour"),
            "originGUID": Attribute("guid"),
            "targetGUID": Attribute("guid"),
        },
        _NOTED,
    ),
    "Sets": _several("Set", "Set"),
    "Set": Shape(
        _GUID | {"name": Attribute("string", required=True)},
        _DESCRIPTION | {name: Child("Ref", several=True) for name in ("MemberCode", "MemberSource", "MemberNote")},
    ),
    "Graphs": _several("Graph", "Graph"),
    "Graph": Shape(
        _GUID | _NAME, {"Vertex": Child("Vertex", several=True), "Edge": Child("Edge", several=True)}
    ),
    "Vertex": Shape(
        {
            **_GUID,
            "representedGUID": Attribute("guid"),
            **_NAME,
            "firstX": Attribute("integer", required=True),
            "firstY": Attribute("integer", required=True),
            "secondX": Attribute("integer"),
            "secondY": Attribute("integer"),
            "shape": Attribute("shape"),
            "color": Attribute("colour"),
        }
    ),
    "Edge": Shape(
        {
            **_GUID,
            "representedGUID": Attribute("guid"),
            **_NAME,
            "sourceVertex": Attribute("guid", required=True),
            "targetVertex": Attribute("guid", required=True),
            "color": Attribute("colour"),
            "direction": Attribute("direction"),
            "lineStyle": Attribute("line"),
        }
    ),
    "Ref": Shape(_REF),
    "String": Shape(text="string"),
    "Boolean": Shape(text="boolean"),
    "Integer": Shape(text="integer"),
    "Decimal": Shape(text="decimal"),
    "Date": Shape(text="date"),
    "DateTime": Shape(text="moment"),
}  # fmt: skip
"""What each shape of a project may have. `Text` is the shape of text sources, notes, representations, descriptions."""

CODEBOOK: Final[dict[str, Shape]] = {
    "CodeBook": Shape(
        {"origin": Attribute("string")}, {"Codes": Child("Codes", required=True), "Sets": Child("Sets")}
    ),
    "Codes": SHAPES["Codes"],
    "Code": Shape(SHAPES["Code"].attributes, _DESCRIPTION | {"Code": Child("Code", several=True)}),
    "Sets": SHAPES["Sets"],
    "Set": Shape(SHAPES["Set"].attributes, _DESCRIPTION | {"MemberCode": Child("Member", several=True)}),
    "Member": Shape(_GUID),
    "String": SHAPES["String"],
}  # fmt: skip
"""The same for a codebook: no notes, and the members of sets are named by `guid`."""

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "variable": ("Text", "Boolean", "Integer", "Float", "Date", "DateTime"),
    "direction": ("Associative", "OneWay", "Bidirectional"),
    "shape": (
        "Person", "Oval", "Rectangle", "RoundedRectangle", "Star", "LeftTriangle", "RightTriangle", "UpTriangle",
        "DownTriangle", "Note",
    ),
    "line": ("dotted", "dashed", "solid"),
}  # fmt: skip
"""The words that attributes of these types may be."""

PROJECT_SPACE: Final = "urn:QDA-XML:project:1.0"
CODEBOOK_SPACE: Final = "urn:QDA-XML:codebook:1.0"

MOST_INSIDE: Final = 2**31 - 1
"""Bytes of a file within the archive (standard, section 8.5)."""


def word_of(type: str, text: str) -> str | None:
    """One of the words of a type; case and blanks do not matter."""
    folded = "".join(text.split()).casefold()
    return next((word for word in WORDS[type] if word.casefold() == folded), None)
