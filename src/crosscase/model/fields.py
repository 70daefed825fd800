"""How a kind of thing describes itself: rows, fields, and what is private.

Every kind is a frozen struct whose fields are annotated with what the journal, the tables and
erasure need to know. Text is **private unless said otherwise**: a plain `str` is somebody's words and
lies in the vault; `Open` is for the few that are not (a colour, a choice from a fixed list).

The one thing to get wrong here: a field that was ever written to a journal keeps its name and
meaning for ever. Changing either needs an upgrade in `journal/upgrades.py`.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import msgspec

from crosscase.model.ids import Id


class Is(msgspec.Struct, frozen=True):
    """What a field is, beyond its Python type.

    Attributes:
        open: text that is nobody's words and may stand in the journal.
        prose: long text; concurrent changes merge by paragraph.
        refers: the kind this id names (`*` for any kind).
        goes_with: when the thing named is removed, this row goes with it.
        tree: naming another row of the same kind; a write that would close a circle takes no effect.
        computed: worked out here from the rest, never journalled.
    """

    open: bool = False
    prose: bool = False
    refers: str = ""
    goes_with: bool = False
    tree: bool = False
    computed: bool = False


Open: TypeAlias = Annotated[str, Is(open=True)]
Prose: TypeAlias = Annotated[str, Is(prose=True)]
Computed: TypeAlias = Annotated[int, Is(computed=True)]

FieldType = Literal["text", "integer", "boolean", "list"]
Value: TypeAlias = "str | int | bool | tuple[str, ...] | None"


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A thing in the study. An empty `id` is filled in by the act that adds it.

    Rows hold text, numbers and tuples of these and can be in no circle, so that the garbage collector may pass them by.
    """

    id: Id = ""


class Field(msgspec.Struct, frozen=True):
    """A field of a kind, as the journal and the tables see it."""

    name: str
    type: FieldType
    default: Any
    required: bool
    words: bool
    prose: bool
    refers: str
    goes_with: bool
    tree: bool
    computed: bool


class Kind(msgspec.Struct, frozen=True, eq=False):
    """A kind of thing: its name, its row type and its fields in declared order. There is one of each, told by identity.

    Attributes:
        identity: fields that together name a thing for people; two rows with the same ones are twins.
        derived: its ids are made from what it is, so two copies may add the same one.
        constant: its rows are wholly what their ids say: never taken back, and no part of what is compared.
    """

    name: str
    row: type[Row]
    fields: tuple[Field, ...]
    identity: tuple[str, ...]
    derived: bool
    constant: bool = False

    @property
    def sealed(self) -> frozenset[str]:
        """Fields that the journal does not have as the model does: words are in the vault, lists come as lists."""
        return _sealed(self)

    @property
    def stored(self) -> tuple[Field, ...]:
        """The fields that are journalled."""
        return tuple(field for field in self.fields if not field.computed)

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            KeyError: there is none.
        """
        return _by_name(self)[name]


@cache
def _sealed(kind: Kind) -> frozenset[str]:
    return frozenset(field.name for field in kind.fields if field.words or field.type == "list")


@cache
def _by_name(kind: Kind) -> dict[str, Field]:
    return {field.name: field for field in kind.fields}


def describe(
    row: type[Row], name: str, *, identity: tuple[str, ...] = (), derived: bool = False, constant: bool = False
) -> Kind:
    """The `Kind` of a row type, read from its annotations."""
    hints = get_type_hints(row, include_extras=True)
    fields = tuple(_field(info, hints[info.name]) for info in msgspec.structs.fields(row) if info.name != "id")
    return Kind(name, row, fields, identity, derived or constant, constant)


def _field(info: msgspec.structs.FieldInfo, hint: Any) -> Field:
    marks = Is()
    kinds: set[Any] = set()
    pending = [hint]
    while pending:
        part = pending.pop()
        if get_origin(part) is Annotated:
            inner, *extra = get_args(part)
            marks = next((mark for mark in extra if isinstance(mark, Is)), marks)
            pending.append(inner)
        elif get_origin(part) is Literal:
            marks = msgspec.structs.replace(marks, open=True)
            kinds.add(str)
        elif get_origin(part) is tuple:
            kinds.add(tuple)
        elif get_args(part):
            pending.extend(get_args(part))
        elif part is not type(None):
            kinds.add(part)
    types: dict[Any, FieldType] = {str: "text", int: "integer", bool: "boolean", tuple: "list"}
    (python,) = kinds
    kind = types[python]
    required = info.default is msgspec.NODEFAULT and info.default_factory is msgspec.NODEFAULT
    words = kind in ("text", "list") and not (marks.open or marks.refers or marks.computed)
    return Field(
        name=info.name, type=kind, default=None if required else info.default, required=required, words=words,
        prose=marks.prose, refers=marks.refers, goes_with=marks.goes_with, tree=marks.tree, computed=marks.computed,
    )  # fmt: skip
