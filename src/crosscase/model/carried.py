"""What another program wrote of a thing that the study has no field for, carried so that it leaves as it came.

A study that came from another program goes back to it without loss: GUIDs, who made a coding and when there, the
shape of a vertex, a graph that names what the study does not have. None of it is shown or counted; it is read when the
study is exported, and only as far as the thing it belongs to is still what it was.
"""

from __future__ import annotations

from typing import Annotated

from crosscase.model.fields import Is, Open, Row
from crosscase.model.ids import Id, derived_id


class Carried(Row, frozen=True, kw_only=True):
    """What is carried of one element, of all selections in one source, or of one project.

    Attributes:
        thing: what the element became here; None: nothing, it is carried whole.
        element: its name in the format, e.g. `TextSource`.
        guid: of the element.
        about: JSON of what is nobody's words: GUIDs, numbers, times, colours, positions.
        words: JSON of what may be: names, descriptions, texts.
        files: digests of files in the vault, beside those of the thing itself.
        position: its order among its like.
    """

    kind: Open = ""
    thing: Annotated[Id | None, Is(refers="*", goes_with=True)] = None
    format: Open = "refi"
    element: Open = ""
    guid: Open = ""
    about: Open = ""
    words: str = ""
    files: Annotated[tuple[str, ...], Is(open=True)] = ()
    position: int = 0


def carried_id(format: str, element: str, guid: str) -> Id:
    """The id of what is carried of an element: the same on every copy that takes the same project in."""
    return derived_id("carried", format, element, guid)
