"""Many elements of one type as a table, with a column for each field, as they are kept in `Carried.about`.

A source has thousands of selections, and each would say again which fields it has, who made it, and when. A column
whose values are all one says it once; one of few different values says which of them each is; one that nobody filled
in is not there. What elements hold (the codings of selections) is a table of its own, with how many each of them has.

What a careful reader would get wrong: the same elements make the same bytes. What a file says of a source is compared
with what it said before by these.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from crosscase.model.refi import Element

E = TypeVar("E", bound=Element)


class Column(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The values of one field.

    Attributes:
        each: a value for each element, or, with `of`, the number of it among these.
        all: the value of all, where there is no `each`.
    """

    each: list[Any] | None = None
    of: list[Any] | None = None
    all: Any = None


class Table(msgspec.Struct, frozen=True, omit_defaults=True):
    """Elements of one type.

    Attributes:
        columns: by field, those that are not all as a new element has them.
        within: by field, how many elements each of these holds, and all of them.
    """

    count: int = 0
    columns: dict[str, Column] = {}
    within: dict[str, tuple[Column, Table]] = {}


NONE: Final = Table()
"""Of no elements: the one that is left out where a table is written."""


def table_of(elements: Sequence[Element]) -> Table:
    """The table of these elements, which are of one type."""
    if not elements:
        return NONE
    columns: dict[str, Column] = {}
    within: dict[str, tuple[Column, Table]] = {}
    for name, (default, inner) in _fields(type(elements[0])).items():
        values = list(map(attrgetter(name), elements))
        if inner is not None:
            held = list(chain.from_iterable(values))
            if held:
                within[name] = _column([len(each) for each in values]), table_of(held)
        elif values[0] != default or values.count(default) < len(values):
            columns[name] = _column(values)
    return Table(len(elements), columns, within)


def elements_of(table: Table, type_: type[E]) -> tuple[E, ...]:
    """The elements of a table.

    Raises:
        msgspec.ValidationError: it is not a table of this type.
    """
    names: list[str] = []
    columns: list[Sequence[Any]] = []
    for name, column in table.columns.items():
        names.append(name)
        columns.append(msgspec.convert(_values(column, table.count), type=_list_of(type_, name)))
    for name, (counts, held) in table.within.items():
        inner = _fields(type_)[name][1]
        if inner is not None:
            elements = elements_of(held, inner)
            ends = accumulate(_values(counts, table.count), initial=0)
            names.append(name)
            columns.append([elements[start:end] for start, end in pairwise(ends)])
    if not columns:
        return tuple(type_() for _ in range(table.count))
    return tuple(type_(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True))


def _column(values: list[Any]) -> Column:
    if values.count(values[0]) == len(values):
        return Column(all=values[0])
    if isinstance(values[0], str):
        different = dict.fromkeys(values)
        if 2 * len(different) <= len(values):
            number = {value: at for at, value in enumerate(different)}
            return Column([number[value] for value in values], list(different))
    return Column(values)


def _values(column: Column, count: int) -> list[Any]:
    if column.each is None:
        return [column.all] * count
    return column.each if column.of is None else [column.of[number] for number in column.each]


@cache
def _fields(type_: type[Element]) -> dict[str, tuple[Any, type[Element] | None]]:
    """The fields of a type: what each is in a new element, and of which type the elements are that it holds."""
    hints = get_type_hints(type_)
    return {
        field.name: (
            field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory(),
            _held(hints[field.name]),
        )
        for field in msgspec.structs.fields(type_)
    }


def _held(hint: Any) -> type[Element] | None:
    of = get_args(hint)[0] if get_origin(hint) is tuple else None
    return of if isinstance(of, type) and issubclass(of, Element) else None


@cache
def _list_of(type_: type[Element], name: str) -> Any:
    return list[get_type_hints(type_)[name]]  # type: ignore[misc] # the type that a field has
