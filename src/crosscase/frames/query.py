"""What people type to find words, as a tree.

    risk                        a word; case and accents do not matter
    "peer support"              words next to each other (so is peer-support)
    risk*  "peer work*"         words that begin so
    a b   a AND b               both in one passage
    a OR b   NOT a   (a OR b) c
    NEAR(risk boundar* "own experience", 10)     with at most ten words between (ten if no number is given)
    case:STA1 role:SU group:VOL code:"peer expertise" participant:STA1SU01 source:"Interview 3" topic:pay
    voice:interviewer           (participant, interviewer, other, unassigned)
    "peer-led"=jointly          an attribute and its value

NOT binds closest, then AND and standing side by side, then OR. Operators are written in capitals; `and` is a word.
This module knows words and grammar. What a limit means is for whoever runs the query.

The thing to get wrong: a text is never searched for punctuation or emoji, because they are no words; a query
that asks only for them is refused, not answered with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn, TypeAlias

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.frames.tokens import tokenize

FIELDS = ("case", "role", "group", "code", "participant", "source", "topic", "voice")
"""Names that may stand before a colon."""

NEAR_WORDS = 10
"""Words that may lie between the outermost terms of NEAR when no number is given."""

_DEEPEST = 50
_QUOTES = {'"': '"', "“": '"”“', "”": '"”“', "„": '"”“'}


class QueryError(CrosscaseError):
    """A query that cannot be read.

    Attributes:
        query: what was typed.
        position: where the fault is, in code points.
    """

    code = "bad-query"

    def __init__(self, query: str, position: int, problem: str) -> None:
        here = query[position : position + 20]
        where = f"at {here!r}, character {position + 1}" if here else "at the end"
        super().__init__(f"The query {query!r} cannot be read {where}: {problem}")
        self.query = query
        self.position = position


class Term(msgspec.Struct, frozen=True):
    """Words next to each other; one word is the shortest of them.

    Attributes:
        words: folded.
        begins: for each, whether it is only how the word begins.
    """

    words: tuple[str, ...]
    begins: tuple[bool, ...]


class Near(msgspec.Struct, frozen=True):
    """Terms in any order, with at most `between` words between the end of the first and the start of the last."""

    terms: tuple[Term, ...]
    between: int


class Limit(msgspec.Struct, frozen=True):
    """Only passages of which this is true.

    Attributes:
        field: one of `FIELDS`, or the name of an attribute.
        attribute: it is an attribute.
        value: as it was typed.
        position: where it stands in the query, for an error about it.
    """

    field: str
    value: str
    attribute: bool = False
    position: int = 0


class Not(msgspec.Struct, frozen=True):
    """Passages that do not match."""

    node: Node


class And(msgspec.Struct, frozen=True):
    """Passages that match all."""

    nodes: tuple[Node, ...]


class Or(msgspec.Struct, frozen=True):
    """Passages that match at least one."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Term | Near | Limit | Not | And | Or


def parse(query: str) -> Node:
    """The tree of a query.

    Raises:
        QueryError: with the place of the fault.
    """
    return _Parser(query).whole()


def term(pattern: str) -> Term:
    """A word or phrase outside a query: only `*` after a word has a meaning.

    Raises:
        QueryError: it holds no word, or a star that does not end one.
    """
    return _Parser(pattern).term(0, len(pattern))


def terms(node: Node) -> tuple[Term | Near, ...]:
    """What a query looks for, in the order in which it was typed, each once; what stands under NOT left out."""
    return tuple(dict.fromkeys(_terms(node)))


def _terms(node: Node) -> Iterator[Term | Near]:
    if isinstance(node, Term | Near):
        yield node
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from _terms(part)


class _Parser:
    """Reads a query from left to right; `at` is the next character."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0
        self.depth = 0

    def fail(self, problem: str, position: int | None = None) -> NoReturn:
        raise QueryError(self.query, self.at if position is None else position, problem)

    def whole(self) -> Node:
        if not self.query.strip():
            self.fail("there is nothing in it. Type a word.", 0)
        node = self.either()
        if self.at < len(self.query):
            self.fail("this bracket closes nothing.")
        return node

    def either(self) -> Node:
        nodes = [self.both()]
        while self.operator("OR"):
            nodes.append(self.both(after="OR"))
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def both(self, after: str = "") -> Node:
        nodes = [self.one(after)]
        while True:
            if self.operator("AND"):
                nodes.append(self.one("AND"))
            elif self.blank() or self.query[self.at] == ")" or self.operator("OR", taken=False):
                return nodes[0] if len(nodes) == 1 else And(tuple(nodes))
            else:
                nodes.append(self.one())

    def one(self, after: str = "") -> Node:
        if self.operator("NOT"):
            return Not(self.deeper("NOT"))
        start = self.at
        if self.blank() or self.query[self.at] == ")" or any(self.operator(w, taken=False) for w in ("AND", "OR")):
            before = f" after {after}" if after else ""
            self.fail(f"a word, a phrase or a limit is missing{before}.")
        if self.operator("NEAR"):
            return self.near(start)
        if self.query[self.at] == "(":
            opened = self.at
            self.at += 1
            node = self.deeper("(", either=True)
            if self.blank() or self.query[self.at] != ")":
                self.fail("this bracket is never closed.", opened)
            self.at += 1
            return node
        return self.leaf()

    def deeper(self, after: str, *, either: bool = False) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail("there are too many brackets or NOTs inside each other.")
        node = self.either() if either else self.one(after)
        self.depth -= 1
        return node

    def blank(self) -> bool:
        """Skip white space; whether the query ends there."""
        while self.at < len(self.query) and self.query[self.at].isspace():
            self.at += 1
        return self.at == len(self.query)

    def operator(self, word: str, *, taken: bool = True) -> bool:
        """Whether this operator comes next, and step over it if so."""
        self.blank()
        end = self.at + len(word)
        if self.query[self.at : end] != word or not (
            end == len(self.query) or self.query[end] in '()"' or self.query[end].isspace()
        ):
            return False
        if taken:
            self.at = end
        return True

    def leaf(self) -> Term | Limit:
        """A word, a phrase or a limit."""
        start = self.at
        if self.query[start] in _QUOTES:
            inner = self.quoted()
            if self.query[self.at : self.at + 1] == "=":
                self.at += 1
                return Limit(
                    self.query[inner.start : inner.stop].strip(), self.value(start), attribute=True, position=start
                )
            if self.query[self.at : self.at + 1] == "*":
                self.at += 1
                return self.term(inner.start, inner.stop, begins=True)
            return self.term(inner.start, inner.stop)
        end = self.bare()
        for place in range(start, end):
            if self.query[place] in ":=":
                return self.limit(start, place)
        self.at = end
        if self.query[start] in "-−" and tokenize(self.query[start + 1 : end]).start[:1].tolist() == [0]:
            self.fail("to leave a word out, write NOT before it.", start)
        return self.term(start, end)

    def bare(self) -> int:
        """Where something without quotes ends."""
        end = self.at
        while (
            end < len(self.query)
            and not self.query[end].isspace()
            and self.query[end] not in "()"
            and self.query[end] not in _QUOTES
        ):
            end += 1
        return end

    def quoted(self) -> range:
        """What stands between the quotes that open here."""
        opened = self.at
        end = opened + 1
        while end < len(self.query) and self.query[end] not in _QUOTES[self.query[opened]]:
            end += 1
        if end == len(self.query):
            self.fail("this quotation mark is never closed.", opened)
        self.at = end + 1
        return range(opened + 1, end)

    def limit(self, start: int, mark: int) -> Limit:
        name = self.query[start:mark]
        attribute = self.query[mark] == "="
        if not name:
            self.fail("there is no name before this sign. Put punctuation in quotes.", start)
        if not attribute and name.lower() not in FIELDS:
            self.fail(f"{name!r} is no limit; limits are {', '.join(FIELDS)}. Put words with a colon in quotes.", start)
        self.at = mark + 1
        return Limit(name if attribute else name.lower(), self.value(start), attribute=attribute, position=start)

    def value(self, start: int) -> str:
        """What a limit asks for."""
        if self.at < len(self.query) and self.query[self.at] in _QUOTES:
            inner = self.quoted()
            value = self.query[inner.start : inner.stop]
        else:
            end = self.bare()
            value, self.at = self.query[self.at : end], end
        if not value.strip():
            self.fail("this limit has no value. Write it without a blank, or in quotes.", start)
        return value.strip()

    def near(self, start: int) -> Near:
        if self.blank() or self.query[self.at] != "(":
            self.fail(
                "NEAR takes words in brackets, as in NEAR(risk trust, 10). To look for the word, write it small.", start
            )
        self.at += 1
        found: list[Term] = []
        between = NEAR_WORDS
        while True:
            if self.blank():
                self.fail("the bracket of NEAR is never closed.", start)
            char = self.query[self.at]
            if char == ")":
                self.at += 1
                break
            if char == ",":
                between = self.number()
            elif char in _QUOTES:
                inner = self.quoted()
                star = self.query[self.at : self.at + 1] == "*"
                self.at += star
                found.append(self.term(inner.start, inner.stop, begins=star))
            else:
                found.append(self.plain())
        if len(found) < 2:
            self.fail("NEAR needs at least two words or phrases.", start)
        return Near(tuple(found), between)

    def plain(self) -> Term:
        """A word in NEAR."""
        start = self.at
        if self.query[start] == "(" or any(self.operator(word, taken=False) for word in ("AND", "OR", "NOT", "NEAR")):
            self.fail("inside NEAR stand only words and phrases.", start)
        self.at = min(self.bare(), (self.query + ",").index(",", start))
        return self.term(start, self.at)

    def number(self) -> int:
        start = self.at
        self.at += 1
        self.blank()
        end = self.at
        while end < len(self.query) and self.query[end].isascii() and self.query[end].isdigit():
            end += 1
        digits, self.at = self.query[self.at : end], end
        if not digits or len(digits) > 6 or self.blank() or self.query[self.at] != ")":
            self.fail("after the comma in NEAR stands one number of words, and then the bracket.", start)
        return int(digits)

    def term(self, start: int, end: int, *, begins: bool = False) -> Term:
        """The words between two places of the query.

        Args:
            start, end: the places.
            begins: the last of them is only how a word begins.
        """
        written = self.query[start:end]
        tokens = tokenize(written)
        if not len(tokens):
            self.fail("there is no word in it to look for; punctuation and emoji are not words.", start)
        ends, starts = tokens.end.tolist(), set(tokens.start.tolist())
        stars = {place for place, char in enumerate(written) if char == "*"}
        for place in sorted(stars):
            if place not in ends or place + 1 in starts:
                self.fail("a star stands only at the end of a word, as in risk*.", start + place)
        flags = [place in stars for place in ends]
        flags[-1] = flags[-1] or begins
        return Term(tuple(tokens.folded), tuple(flags))
