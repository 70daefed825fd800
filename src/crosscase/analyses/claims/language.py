"""What a claim asks of each unit, as people type it and as it is kept.

    disclosure                        a code with all under it, anywhere in what the unit said
    "theme:Fear of harm"              the codings of a theme, with those of its subthemes
    "answer:B3 = agree | disagree"    what somebody answered to an item; also >= and <= for numbers and scales
    a AND b    a OR b    NOT a        of the whole unit
    a NEAR/20 b    OVERLAPS INSIDE BEFORE    places, as in retrieval

It is the grammar of `retrieval_query`; names may carry a prefix. A claim keeps ids in place of names (`bound`), so that
a code can be renamed without any claim noticing, and shows them by what they are called now (`written`).

What a careful reader would get wrong: AND asks of the unit and not of a passage. A case in which one person said `a`
and another said `b` has said both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from crosscase.analyses.retrieval_query import And, Coded, Node, Not, Or, Placed, coded, parse
from crosscase.frames.query import QueryError
from crosscase.model import Claim

Prefix = Literal["code", "theme", "answer"]
Naming: TypeAlias = Callable[[Prefix, str], str]
"""From what a name stands for and the name (or id) to the id (or name)."""

_ANSWER = re.compile(r"(?P<item>.+?)\s*(?P<operator>>=|<=|=)\s*(?P<values>.+)", re.DOTALL)
_MARKS = re.compile(r"[\"“”„]")
_PREFIXES: tuple[Prefix, ...] = ("theme", "answer", "code")
_BINDS = {Or: 0, And: 1, Not: 2, Placed: 3, Coded: 4}


class Asked(msgspec.Struct, frozen=True):
    """One name of a query: what it stands for.

    Attributes:
        kind: a code, a theme, or an item with the answers that are meant.
        name: or id.
        operator, values: of an item.
        any: any code.
    """

    kind: Prefix
    name: str
    operator: str = ""
    values: tuple[str, ...] = ()
    any: bool = False


def read(query: str) -> Node:
    """The tree of a query that is asked of units.

    Raises:
        QueryError: with the place of the fault.
    """
    node = parse(query, of_units=True)
    for part, names in leaves(query, node):
        other = next((one for one in names if one.kind != "code"), None)
        if isinstance(part, Placed) and other is not None:
            position = next(coded(part)).position
            raise QueryError(query, position, f"beside {part.operator} stand codes; {other.kind}s have no place there.")
    return node


def asked(query: str, code: Coded) -> Asked:
    """What a name in a query stands for.

    Raises:
        QueryError: an item without the answers that are meant.
    """
    if code.any:
        return Asked("code", code.name, any=True)
    prefix = next((one for one in _PREFIXES if code.name.casefold().startswith(f"{one}:")), None)
    if prefix is None:
        return Asked("code", code.name)
    name = code.name[len(prefix) + 1 :].strip()
    if prefix != "answer":
        return Asked(prefix, name)
    found = _ANSWER.fullmatch(name)
    values = tuple(filter(None, (part.strip() for part in found["values"].split("|")))) if found else ()
    if found is None or not values or (found["operator"] != "=" and len(values) > 1):
        raise QueryError(
            query, code.position, 'name the item and the answers that are meant, as in "answer:B3 = yes | no".'
        )
    return Asked("answer", found["item"], found["operator"], values)


def leaves(query: str, node: Node) -> Iterator[tuple[Node, tuple[Asked, ...]]]:
    """The parts of a query of which each is known or not by itself: names, and places with the names in them."""
    if isinstance(node, Coded):
        yield node, (asked(query, node),)
    elif isinstance(node, Placed):
        yield node, tuple(asked(query, name) for name in coded(node))
    elif isinstance(node, Not):
        yield from leaves(query, node.node)
    else:
        for part in node.nodes:
            yield from leaves(query, part)


def named_in(query: str, kind: Prefix) -> set[str]:
    """The codes, themes or items that a query asks about, as they are held; none where it cannot be read."""
    try:
        return {
            one.name for _, names in leaves(query, read(query)) for one in names if one.kind == kind and not one.any
        }
    except QueryError:
        return set()


def wants_words(claims: Iterable[Claim]) -> bool:
    """Whether one of these claims asks for places, so that the index of words is needed."""
    for claim in claims:
        try:
            if claim.query and any(isinstance(part, Placed) for part, _ in leaves(claim.query, read(claim.query))):
                return True
        except QueryError:
            continue
    return False


def bound(query: str, ids: Naming) -> str:
    """The query with ids in place of names, as it is kept.

    Raises:
        QueryError: it cannot be read.
    """
    return _print(query, read(query), ids)


def written(query: str, names: Naming) -> str:
    """A query that was kept, by what things are called now."""
    return _print(query, read(query), names)


def key_of(part: Asked | Placed) -> str:
    """The same for the same thing asked, wherever it stands in a query."""
    return place_query(part) if isinstance(part, Placed) else repr(part)


def place_query(node: Placed) -> str:
    """A place operator as a query for retrieval, with its codes by the names they have."""
    return _print("", node, lambda _, name: name)


def _print(query: str, node: Node, naming: Naming) -> str:
    def inner(part: Node, least: int) -> str:
        text = whole(part)
        return text if _BINDS[type(part)] >= least else f"({text})"

    def whole(part: Node) -> str:
        if isinstance(part, Coded):
            return _name(asked(query, part), naming)
        if isinstance(part, Not):
            return f"NOT {inner(part.node, _BINDS[Not])}"
        if isinstance(part, Placed):
            number = f"/{part.words}" if part.operator in {"NEAR", "BEFORE"} else ""
            # Two of them beside each other want brackets, whichever comes first.
            return f"{inner(part.left, 4)} {part.operator}{number} {inner(part.right, 4)}"
        between = " AND " if isinstance(part, And) else " OR "
        return between.join(inner(one, _BINDS[type(part)] + 1) for one in part.nodes)

    return whole(node)


def _name(one: Asked, naming: Naming) -> str:
    if one.any:
        return "*"
    name = naming(one.kind, one.name)
    # A name with quotation marks in it cannot stand in any; the id can.
    name = one.name if _MARKS.search(name) else name
    plain = one.kind == "code" and not name.casefold().startswith(tuple(f"{prefix}:" for prefix in _PREFIXES))
    prefix = "" if plain else f"{one.kind}:"
    values = f" {one.operator} {' | '.join(one.values)}" if one.operator else ""
    return f'"{prefix}{name}{values}"'
