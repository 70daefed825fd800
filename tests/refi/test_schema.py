"""Our table of the schema says what the published schema says, element for element."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from crosscase.model.refi_schema import CODEBOOK, SHAPES, WORDS, Shape
from tests.refi.schema import faults
from tests.shared import shared

XSD = "{http://www.w3.org/2001/XMLSchema}"
TYPES = {
    "GUIDType": "guid",
    "xsd:string": "string",
    "xsd:boolean": "boolean",
    "xsd:integer": "integer",
    "xsd:decimal": "decimal",
    "xsd:date": "date",
    "xsd:dateTime": "moment",
    "RGBType": "colour",
    "directionType": "direction",
    "typeOfVariableType": "variable",
    "ShapeType": "shape",
    "LineStyleType": "line",
}
# Elements whose type the table knows by another name.
OTHERWISE = {
    "TextSourceType": "Text",
    "NoteRefType": "Ref",
    "CodeRefType": "Ref",
    "SourceRefType": "Ref",
    "SelectionRefType": "Ref",
    "VariableRefType": "Ref",
    "MemberCodeType": "Member",
    "xsd:string": "String",
    "xsd:boolean": "Boolean",
    "xsd:integer": "Integer",
    "xsd:decimal": "Decimal",
    "xsd:date": "Date",
    "xsd:dateTime": "DateTime",
}


def shape_of(type: str) -> str:
    return OTHERWISE.get(type) or type.removesuffix("Type")


def said(shape: Shape) -> tuple[dict[str, tuple[str, bool]], list[tuple[str, str, bool, bool]], bool]:
    """A shape as plain values."""
    return (
        {name: (one.type, one.required) for name, one in shape.attributes.items()},
        [(name, one.shape, one.required, one.several) for name, one in shape.children.items()],
        shape.choice,
    )


def published(path: Path) -> tuple[dict[str, object], dict[str, tuple[str, ...]]]:
    """Every complex type of a schema, and the words of its enumerations."""
    root = ET.parse(path).getroot()
    found: dict[str, object] = {}
    for each in root.findall(f"{XSD}complexType"):
        attributes = {
            one.get("name", ""): (TYPES[one.get("type", "")], one.get("use") == "required")
            for one in each.findall(f"{XSD}attribute")
        }
        choice = each.find(f"{XSD}choice")
        children = [
            (
                one.get("name", ""),
                shape_of(one.get("type", "")),
                one.get("minOccurs", "1") != "0" and choice is None,
                (one if choice is None else choice).get("maxOccurs", "1") == "unbounded",
            )
            for one in each.iter(f"{XSD}element")
        ]
        found[shape_of(each.get("name", ""))] = (attributes, children, choice is not None)
    words = {
        TYPES[each.get("name", "")]: tuple(one.get("value", "") for one in each.iter(f"{XSD}enumeration"))
        for each in root.findall(f"{XSD}simpleType")
        if each.find(f".//{XSD}enumeration") is not None
    }
    return found, words


def test_the_table_of_projects_is_the_schema() -> None:
    found, words = published(shared("refi", "xsd", "Project.xsd"))
    assert {name: said(shape) for name, shape in SHAPES.items() if not shape.text} == found
    assert words == WORDS


def test_the_table_of_codebooks_is_the_schema() -> None:
    found, _ = published(shared("refi", "xsd", "Codebook.xsd"))
    assert {name: said(shape) for name, shape in CODEBOOK.items() if not shape.text} == found


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        ("<Users/>", "Users has no User"),
        ('<Users><User guid="x"/></Users>', "User guid='x' is no guid"),
        ("<Users><Someone/></Users>", "Users has no User"),
        ("<Description/><Notes/>", "another order"),
        ("<Sources/>", "Sources is empty"),
        ("words", "Project has words"),
    ],
)
def test_faults_are_seen(inner: str, fault: str) -> None:
    assert fault in " ".join(faults(f'<Project xmlns="urn:QDA-XML:project:1.0" name="p">{inner}</Project>'.encode()))
