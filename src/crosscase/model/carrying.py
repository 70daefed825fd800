"""From an element of another program's project to what is carried of it, and back.

`pack` takes an element apart: names, descriptions, values and paths go to `words` (private cells that erasure reaches),
everything else to `about`. `unpack` puts it together again. Texts of sources are in neither: the study has them.

What a careful reader would get wrong: a selection is often named by its own words. Such a name is not kept but said to
be them (`named_by`), so that no copy of somebody's words lies beside the text, and the name follows a correction.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_type_hints

import msgspec

from crosscase.model.carried import Carried
from crosscase.model.carried_table import NONE, Table, elements_of, table_of
from crosscase.model.ids import Id, derived_id
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    Element,
    Graph,
    Guid,
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
)

E = TypeVar("E", bound=Element)

ELEMENTS: Final[Mapping[str, type[Element]]] = {
    "Project": Project,
    "User": User,
    "Code": CodeElement,
    "Variable": VariableElement,
    "Case": CaseElement,
    "TextSource": TextElement,
    "MediaSource": MediaElement,
    "Transcript": TranscriptElement,
    "Note": TextElement,
    "Link": LinkElement,
    "Set": SetElement,
    "Graph": Graph,
}
"""What can be carried, by its name."""

_WORDS: Final = frozenset(
    {"id", "name", "description", "text", "value", "plain_path", "rich_path", "path", "current_path", "base_path"}
)
_WORDLESS: Final[frozenset[type[Element]]] = frozenset({CodingElement, SyncPoint})
_VERBATIM, _IN_ONE_LINE = "\x02", "\x03"


class Held(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What stands in `Carried.about`.

    Attributes:
        element: the element without its words, and without its selections.
        selections, inner: its selections, and those of the text that a picture or PDF has.
        apart: numbers of the selections that became nothing here and leave as they came.
        here: what of it became other than it was written, by the field (ids and flags, never words).
        project: the number of the project it came with, where a study holds several.
    """

    element: msgspec.Raw
    selections: Table = NONE
    inner: Table = NONE
    apart: tuple[int, ...] = ()
    here: dict[str, str] = {}


def id_of(guid: Guid) -> Id:
    """The id that a GUID is, where it is free."""
    return guid.replace("-", "")


def other_id(element: str, guid: Guid, *more: str) -> Id:
    """The id where that of the GUID is another thing's, or where an element becomes several things."""
    return derived_id("refi", element, id_of(guid), *more)


def guid_of(thing: Id) -> Guid:
    """An id written as a GUID."""
    return f"{thing[:8]}-{thing[8:12]}-{thing[12:16]}-{thing[16:20]}-{thing[20:]}"


def pack(element: Element, *, apart: tuple[int, ...] = (), here: Mapping[str, str] | None = None) -> tuple[str, str]:
    """What is carried of an element: (about, words)."""
    words: dict[str, str] = {}
    bare, selections, inner = _split(_bared(element, "", words))
    held = Held(msgspec.Raw(msgspec.json.encode(bare)), selections, inner, apart, dict(here or {}))
    return msgspec.json.encode(held).decode(), msgspec.json.encode(words).decode() if words else ""


def held_in(row: Carried) -> Held:
    """What stands in `about`."""
    return msgspec.json.decode(row.about, type=Held)


def unpack(row: Carried, type_: type[E], held: Held | None = None) -> E:
    """The element as it came. Words that cannot be read any more (they were erased) are left out."""
    held = held or held_in(row)
    bare = _joined(msgspec.json.decode(held.element, type=type_), held)
    if not row.words:
        return bare
    try:
        words = msgspec.json.decode(row.words, type=dict[str, str])
    except msgspec.DecodeError:
        return bare
    return _dressed(bare, _tree(words))


def _split(element: E) -> tuple[E, Table, Table]:
    """An element without its selections, and these."""
    if not isinstance(element, TextElement | MediaElement | TranscriptElement):
        return element, NONE, NONE
    own, inner = table_of(element.selections), NONE
    changed: dict[str, Any] = {"selections": ()}
    if isinstance(element, MediaElement) and element.text is not None:
        inner = table_of(element.text.selections)
        changed["text"] = msgspec.structs.replace(element.text, selections=())
    return msgspec.structs.replace(element, **changed), own, inner


def _joined(element: E, held: Held) -> E:
    """The element with its selections again."""
    changed: dict[str, Any] = {}
    if held.selections.count:
        changed["selections"] = elements_of(held.selections, Selection)
    if held.inner.count and isinstance(element, MediaElement) and element.text is not None:
        changed["text"] = msgspec.structs.replace(element.text, selections=elements_of(held.inner, Selection))
    return msgspec.structs.replace(element, **changed) if changed else element


def named_by(name: str | None, quote: str) -> str | None:
    """The name of a selection as it is carried: said to be its words where it is."""
    if not name or not quote:
        return name
    if name == quote:
        return _VERBATIM
    return _IN_ONE_LINE if name == " ".join(quote.split()) else name


def named_again(name: str | None, quote: str) -> str | None:
    """The name of a selection as it leaves."""
    if name == _VERBATIM:
        return quote
    return " ".join(quote.split()) if name == _IN_ONE_LINE else name


@cache
def _plan(type_: type[Element]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields with words, and those with other elements."""
    hints = get_type_hints(type_)
    elements = {name: _elements_in(hint) for name, hint in hints.items()}
    own = tuple(name for name, inner in elements.items() if name in _WORDS and not inner)
    below = tuple(name for name, inner in elements.items() if set(inner) - _WORDLESS)
    return own, below


def _elements_in(hint: Any) -> tuple[type[Element], ...]:
    if isinstance(hint, type) and issubclass(hint, Element):
        return (hint,)
    return tuple(each for part in get_args(hint) for each in _elements_in(part))


def _bared(element: E, path: str, words: dict[str, str]) -> E:
    own, below = _plan(type(element))
    news: dict[str, Any] = {}
    for name in own:
        value = getattr(element, name)
        if value and value not in (_VERBATIM, _IN_ONE_LINE):
            words[f"{path}{name}"] = value
            news[name] = None if type(element).__struct_defaults__ and name in _optional(type(element)) else ""
    for name in below:
        value = getattr(element, name)
        if not value:
            continue
        if isinstance(value, tuple):
            bare = tuple(_bared(each, f"{path}{name}/{number}/", words) for number, each in enumerate(value))
            if any(one is not other for one, other in zip(bare, value, strict=True)):
                news[name] = bare
        else:
            news[name] = _bared(value, f"{path}{name}/", words)
    return msgspec.structs.replace(element, **news) if news else element


@cache
def _optional(type_: type[Element]) -> frozenset[str]:
    """The fields that may be None."""
    return frozenset(name for name, hint in get_type_hints(type_).items() if type(None) in get_args(hint))


def _tree(words: Mapping[str, str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, text in words.items():
        at = tree
        *above, last = path.split("/")
        for part in above:
            at = at.setdefault(part, {})
        at[last] = text
    return tree


def _dressed(element: E, tree: Mapping[str, Any]) -> E:
    news: dict[str, Any] = {}
    for name, value in tree.items():
        if isinstance(value, str):
            news[name] = value
            continue
        there = getattr(element, name)
        if isinstance(there, tuple):
            news[name] = tuple(
                _dressed(each, value[str(number)]) if str(number) in value else each
                for number, each in enumerate(there)
            )
        else:
            news[name] = _dressed(there, value)
    return msgspec.structs.replace(element, **news)
