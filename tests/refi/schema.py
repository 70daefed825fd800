"""Is a document valid by our own table of the schema? `test_schema` holds the table against the published one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from crosscase.model.refi_schema import CODEBOOK, CODEBOOK_SPACE, PROJECT_SPACE, SHAPES, WORDS, Shape

_MOMENT = r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
_HEX = "[0-9a-fA-F]"
PATTERNS = {
    "guid": rf"{_HEX}{{8}}(-{_HEX}{{4}}){{3}}-{_HEX}{{12}}",
    "string": r"(?s:.*)",
    "boolean": "true|false|0|1",
    "integer": r"[+-]?\d+",
    "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
    "date": r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?",
    "moment": _MOMENT,
    "colour": f"#({_HEX}{{6}}|{_HEX}{{3}})",
    **{type: "|".join(words) for type, words in WORDS.items()},
}


def faults(document: bytes) -> list[str]:
    """What is not as the schema says; empty: it is valid."""
    root = ET.fromstring(document)
    space, _, name = root.tag[1:].partition("}")
    shapes = SHAPES if name == "Project" else CODEBOOK
    found = [] if space == (PROJECT_SPACE if name == "Project" else CODEBOOK_SPACE) else [f"name space {space}"]
    waiting = [(root, name)]
    while waiting:
        element, shape = waiting.pop()
        found += _faults(element, shapes[shape], space)
        for child in element:
            known = shapes[shape].children.get(child.tag.removeprefix(f"{{{space}}}"))
            if known is not None:
                waiting.append((child, known.shape))
    return found


def _faults(element: ET.Element, shape: Shape, space: str) -> list[str]:
    at = element.tag.rpartition("}")[2]
    found = [
        f"{at} has no {key}" for key, one in shape.attributes.items() if one.required and key not in element.attrib
    ]
    for key, value in element.attrib.items():
        known = shape.attributes.get(key)
        if known is None:
            found.append(f"{at} may not have {key}")
        elif not re.fullmatch(PATTERNS[known.type], value):
            found.append(f"{at} {key}={value!r} is no {known.type}")
    if shape.text and not re.fullmatch(PATTERNS[shape.text], element.text or ""):
        found.append(f"{at} {element.text!r} is no {shape.text}")
    if not shape.text and ((element.text or "").strip() or any((child.tail or "").strip() for child in element)):
        found.append(f"{at} has words")
    return found + _misplaced(at, [child.tag.removeprefix(f"{{{space}}}") for child in element], shape)


def _misplaced(at: str, names: list[str], shape: Shape) -> list[str]:
    """Children that are missing, too many, unknown or out of order."""
    order = list(shape.children)
    found = [f"{at} may not have {name}" for name in names if name not in shape.children]
    known_names = [name for name in names if name in shape.children]
    if not shape.choice and known_names != sorted(known_names, key=order.index):
        found.append(f"{at} has its children in another order: {names}")
    for name, child in shape.children.items():
        if child.required and name not in names:
            found.append(f"{at} has no {name}")
        if not child.several and names.count(name) > 1:
            found.append(f"{at} has several {name}")
    if shape.choice and not names:
        found.append(f"{at} is empty")
    if at == "VariableValue" and len(names) > 2:
        found.append(f"{at} has several values")
    return found
