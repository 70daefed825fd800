"""What people type to retrieve codings, as a tree.

    disclosure                  a code with all under it; several bare words are one name
    "risk / forms"              a name or a path in quotes
    *                           any code
    a AND b    a OR b    NOT a  within one unit (turn, source or participant)
    a OVERLAPS b                they share at least one character
    a INSIDE b                  the first lies wholly in the second
    a NEAR/20 b                 at most 20 words between them, in either order (ten if no number is given)
    a BEFORE/20 b               the second begins where the first has ended, with at most 20 words between

OVERLAPS, INSIDE, NEAR and BEFORE bind closest, then NOT, then AND, then OR. This module knows the grammar; names are
looked up by whoever runs the query.

What a careful reader would get wrong: beside a place operator stand codes, codes joined by OR, or another place
operator in brackets. AND and NOT ask of a whole unit and give no place, so they are refused there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn, TypeAlias

import msgspec

from crosscase.frames.query import NEAR_WORDS, QueryError

PLACES = ("OVERLAPS", "INSIDE", "NEAR", "BEFORE")
"""Operators between two places; the last two take a number of words."""

_DEEPEST = 50
_QUOTES = {'"': '"', "“": '"”“', "”": '"”“', "„": '"”“'}
_OPERATOR = re.compile(r"(AND|OR|NOT|OVERLAPS|INSIDE|NEAR|BEFORE)(/\S*)?")
_SMALL = re.compile(r"\b(and|or|not|overlaps|inside|near|before)\b", re.IGNORECASE)
_MOST_DIGITS = 6


class Coded(msgspec.Struct, frozen=True):
    """Codings of a code and of those under it; of any code, where the name is `*` without quotes.

    Attributes:
        position: where it stands in the query.
    """

    name: str
    position: int
    any: bool = False


class Placed(msgspec.Struct, frozen=True):
    """Two that lie in a certain way to each other.

    Attributes:
        operator: one of `PLACES`.
        words: the most that may lie between them; 0 where none can.
    """

    operator: str
    left: Node
    right: Node
    words: int = 0


class Not(msgspec.Struct, frozen=True):
    """Units in which it is not."""

    node: Node
    position: int


class And(msgspec.Struct, frozen=True):
    """Units in which all are."""

    nodes: tuple[Node, ...]


class Or(msgspec.Struct, frozen=True):
    """At least one of them."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Coded | Placed | Not | And | Or


def parse(query: str, *, of_units: bool = False) -> Node:
    """The tree of a query.

    Args:
        query: as it was typed.
        of_units: it is asked of whole units and not for places, so that it may say only what should not be there.

    Raises:
        QueryError: with the place of the fault; also for a query for places that says only what should not be there.
    """
    return _Parser(query).whole(of_units=of_units)


def is_place(node: Node) -> bool:
    """Whether it gives places by itself, without asking of a unit."""
    if isinstance(node, Or):
        return all(is_place(part) for part in node.nodes)
    return isinstance(node, Coded | Placed)


def coded(node: Node) -> Iterator[Coded]:
    """All codes of a query, those under NOT too."""
    if isinstance(node, Coded):
        yield node
    elif isinstance(node, Placed):
        yield from coded(node.left)
        yield from coded(node.right)
    elif isinstance(node, Not):
        yield from coded(node.node)
    else:
        for part in node.nodes:
            yield from coded(part)


def unknown_name(query: str, code: Coded) -> QueryError | None:
    """What to say when there is no code of a name that holds an operator in small letters; else None."""
    found = _SMALL.search(code.name)
    if found is None:
        return None
    problem = f"there is no code {code.name!r}. Operators are written in capitals: {found[0].upper()}."
    return QueryError(query, code.position, problem)


def _lacking(node: Node) -> Not | None:
    """A NOT because of which a unit can match without any place to show."""
    if isinstance(node, Not):
        return node
    if isinstance(node, And):
        faults = [_lacking(part) for part in node.nodes]
        return faults[0] if all(faults) else None
    if isinstance(node, Or):
        return next((fault for fault in map(_lacking, node.nodes) if fault is not None), None)
    return None


class _Parser:
    """Reads a query from left to right; `at` is the next character."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0
        self.depth = 0

    def fail(self, problem: str, position: int | None = None) -> NoReturn:
        raise QueryError(self.query, self.at if position is None else position, problem)

    def whole(self, *, of_units: bool) -> Node:
        if not self.query.strip():
            self.fail("there is nothing in it. Type the name of a code.", 0)
        node = self.either()
        if not self.blank():
            self.fail("this bracket closes nothing.")
        fault = None if of_units else _lacking(node)
        if fault is not None:
            self.fail(
                "NOT finds no coding by itself. Say with AND what should be there: * AND NOT … for any.", fault.position
            )
        return node

    def either(self) -> Node:
        nodes = [self.both("")]
        while self.taken("OR"):
            nodes.append(self.both("OR"))
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def both(self, after: str) -> Node:
        nodes = [self.denied(after)]
        while True:
            if self.taken("AND"):
                nodes.append(self.denied("AND"))
            elif self.blank() or self.query[self.at] == ")" or self.operator()[0] == "OR":
                return nodes[0] if len(nodes) == 1 else And(tuple(nodes))
            else:
                self.fail(f"an operator is missing before this: AND, OR, {', '.join(PLACES)}.")

    def denied(self, after: str) -> Node:
        self.blank()
        start = self.at
        if not self.taken("NOT"):
            return self.placed(after)
        with _Deeper(self):
            return Not(self.denied("NOT"), start)

    def placed(self, after: str) -> Node:
        self.blank()
        start = self.at
        left = self.one(after)
        name, number = self.operator()
        if name not in PLACES:
            return left
        self.beside(name, left, start)
        words = self.words(name, number)
        self.at += len(name) + len(number)
        self.blank()
        start = self.at
        right = self.one(name)
        self.beside(name, right, start)
        again = self.operator()[0]
        if again in PLACES:
            self.fail(f"put brackets round the two that belong together: (a {name} b) {again} c.")
        return Placed(name, left, right, words)

    def beside(self, name: str, node: Node, start: int) -> None:
        if not is_place(node):
            self.fail(f"AND and NOT ask of a whole unit and give no place, so they cannot stand beside {name}.", start)

    def words(self, name: str, number: str) -> int:
        takes = name in {"NEAR", "BEFORE"}
        if not number:
            return NEAR_WORDS if takes else 0
        if not takes:
            self.fail(f"{name} takes no number.")
        digits = number[1:]
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
            self.fail(f"after {name}/ stands a number of words, as in {name}/20.")
        return int(digits)

    def one(self, after: str) -> Node:
        if self.blank() or self.query[self.at] == ")" or self.operator()[0]:
            self.fail(f"a code is missing{f' after {after}' if after else ''}.")
        if self.query[self.at] == "(":
            opened = self.at
            self.at += 1
            with _Deeper(self):
                node = self.either()
            if self.blank():
                self.fail("this bracket is never closed.", opened)
            self.at += 1
            return node
        return self.code()

    def code(self) -> Coded:
        start = self.at
        if self.query[start] in _QUOTES:
            end = start + 1
            while end < len(self.query) and self.query[end] not in _QUOTES[self.query[start]]:
                end += 1
            if end == len(self.query):
                self.fail("this quotation mark is never closed.", start)
            self.at = end + 1
            name = self.query[start + 1 : end].strip()
            if not name:
                self.fail("there is no name between these quotation marks.", start)
            return Coded(name, start)
        words = []
        while not self.blank() and self.query[self.at] not in "()" and self.query[self.at] not in _QUOTES:
            if self.operator()[0]:
                break
            words.append(self.bare())
            self.at += len(words[-1])
        return Coded(" ".join(words), start, any=words == ["*"])

    def bare(self) -> str:
        """The next word without quotes."""
        end = self.at
        while (
            end < len(self.query)
            and not self.query[end].isspace()
            and self.query[end] not in "()"
            and self.query[end] not in _QUOTES
        ):
            end += 1
        return self.query[self.at : end]

    def blank(self) -> bool:
        """Skip white space; whether the query ends there."""
        while self.at < len(self.query) and self.query[self.at].isspace():
            self.at += 1
        return self.at == len(self.query)

    def operator(self) -> tuple[str, str]:
        """The operator that comes next and what hangs on it (`/20`); empty when none does."""
        if self.blank():
            return "", ""
        found = _OPERATOR.fullmatch(self.bare())
        return (found[1], found[2] or "") if found else ("", "")

    def taken(self, word: str) -> bool:
        """Whether this operator comes next; steps over it if so."""
        name, number = self.operator()
        if name != word:
            return False
        if number:
            self.fail(f"{name} takes no number.")
        self.at += len(word)
        return True


class _Deeper:
    """One bracket or NOT deeper, for as long as it is read."""

    def __init__(self, parser: _Parser) -> None:
        self.parser = parser

    def __enter__(self) -> None:
        self.parser.depth += 1
        if self.parser.depth > _DEEPEST:
            self.parser.fail("there are too many brackets or NOTs inside each other.")

    def __exit__(self, *_: object) -> None:
        self.parser.depth -= 1
