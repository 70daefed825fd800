"""How values and names of a REFI-QDA project are written in a study: the same on the way in and on the way out.

On the way out it is asked whether something is still what it was: then it leaves as it came, else as it is now.
"""

from __future__ import annotations

from typing import Final

import msgspec

from crosscase.model.maps import Heads
from crosscase.model.people import AttributeType
from crosscase.model.refi import Edge, MediaElement
from crosscase.model.values import date_or_as_given, number_text, yes_or_no

TYPES: Final[dict[str, AttributeType]] = {
    "Text": "text", "Boolean": "boolean", "Integer": "number", "Float": "number", "Date": "date", "DateTime": "date",
}  # fmt: skip
"""The types of variables."""

LINKED: Final = "is linked with"
"""The relation of a link that has no name."""


def one_line(text: str | None) -> str:
    """A name with its blanks in order."""
    return " ".join((text or "").split())


def numbered(name: str, plain: str) -> bool:
    """Whether a name is another with a number behind it, because something else had it."""
    rest = name.removeprefix(plain)
    return rest != name and rest.startswith(" (") and rest.endswith(")") and rest[2:-1].isdecimal()


def named_as(name: str, written: str | None, otherwise: str) -> bool:
    """Whether a thing still has the name that a file gives it.

    Args:
        otherwise: what it was called where the file has no name.
    """
    plain = one_line(written) or otherwise
    return name.casefold() == plain.casefold() or numbered(name, plain)


def written_here(type_: AttributeType, value: str) -> str:
    """A value as the study writes it; empty where it cannot be one of that type."""
    if not value.strip():
        return ""
    if type_ == "number":
        return number_text(value) or ""
    if type_ == "boolean":
        return yes_or_no(value) or ""
    return date_or_as_given(value) if type_ == "date" else value.strip()


def middle(box: tuple[int, int, int | None, int | None]) -> tuple[int, int]:
    """The middle of a box; of one that has only its first corner, that."""
    left, top, right, bottom = box
    return (left + (left if right is None else right)) // 2, (top + (top if bottom is None else bottom)) // 2


def heads(edge: Edge) -> Heads:
    """The heads of an arrow."""
    return "both" if edge.direction == "Bidirectional" else "none" if edge.direction == "Associative" else "one"


def area_of(page: int, box: tuple[int, int, int, int], unit: str) -> tuple[str, ...]:
    """An area as a place in a source: page, x, y, width, height, unit, origin."""
    left, top, right, bottom = box
    return (
        str(page), str(min(left, right)), str(min(top, bottom)), str(abs(right - left)), str(abs(bottom - top)), unit,
        "as written",
    )  # fmt: skip


def turned_over(source: MediaElement, top: int) -> MediaElement:
    """A PDF with its areas counted from the other edge of the page, bottom or top; done twice it is as it was.

    Args:
        top: how high its pages are, in points.
    """
    return msgspec.structs.replace(
        source,
        selections=tuple(
            msgspec.structs.replace(one, box=(one.box[0], top - one.box[1], one.box[2], top - one.box[3]))
            if one.kind == "pdf"
            else one
            for one in source.selections
        ),
    )
