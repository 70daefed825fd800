"""How a study composes the identifiers of its participants, and how they are read back.

`{case}{role}{number:02}` makes `STA3MA02` of the case STA3, the role code MA and the number 2. A grammar is a plain
template with `{number}`, and with `{case}` and `{role}` where they are wanted; `{role}` stands for one of the codes
of a sampling role (SM or CO), never for its name.

What a careful reader would get wrong: reading back is not a matter of splitting at digits, because codes of cases
hold digits themselves. An identifier is compared with the codes that the study has, and every way in which it can
be read is given; more than one means that the codes and the grammar do not go together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from string import Formatter

import msgspec

from crosscase.errors import BadValueError

FIELDS = ("case", "role", "number")
_WIDTH = re.compile(r"(0[1-9])?d?")


class GrammarError(BadValueError):
    """A template that cannot compose identifiers, or not so that they can be read back."""

    code = "grammar"

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(
            f"{template!r} cannot be the grammar of identifiers: {reason}. "
            "Write it like {case}{role}{number:02}, which makes STA3MA02."
        )


class Reading(msgspec.Struct, frozen=True, order=True):
    """An identifier read back: code of the case, code of the role (empty where the grammar has none), number."""

    case: str
    role: str
    number: int


class Grammar(msgspec.Struct, frozen=True):
    """A template, taken apart: literal text and fields in their order, and how numbers are written."""

    template: str
    parts: tuple[tuple[str, str], ...]
    width: str

    def has(self, field: str) -> bool:
        """Whether identifiers say this (`case`, `role`)."""
        return any(name == field for _, name in self.parts)

    def compose(self, case: str, role: str, number: int) -> str:
        """The identifier made of a case's code, a role's code and a number."""
        values = {"case": case, "role": role, "number": format(number, self.width), "": ""}
        return "".join(literal + values[field] for literal, field in self.parts)

    def parse(self, identifier: str, cases: Iterable[str], roles: Iterable[str]) -> tuple[Reading, ...]:
        """Every way to read an identifier with these codes; none when it does not follow the grammar."""
        known = {"case": sorted(set(cases)), "role": sorted(set(roles))}
        partial: list[tuple[int, dict[str, str]]] = [(0, {})]
        for literal, field in self.parts:
            grown: list[tuple[int, dict[str, str]]] = []
            for start, values in partial:
                if not identifier.startswith(literal, start):
                    continue
                at = start + len(literal)
                fitting = self._fitting(field, identifier, at, known)
                grown += [(at + len(text), {**values, field: text}) for text in fitting]
            partial = grown
        whole = [values for end, values in partial if end == len(identifier)]
        return tuple(sorted({Reading(v.get("case", ""), v.get("role", ""), int(v["number"])) for v in whole}))

    def _fitting(self, field: str, identifier: str, at: int, known: dict[str, list[str]]) -> list[str]:
        if not field:
            return [""]
        if field != "number":
            return [code for code in known[field] if identifier.startswith(code, at)]
        digits = re.match(r"[0-9]*", identifier[at:])
        run = digits.group() if digits else ""
        return [run[:n] for n in range(1, len(run) + 1) if format(int(run[:n]), self.width) == run[:n]]

    def next_number(self, case: str, role: str, taken: Collection[str]) -> int:
        """The number after the highest taken: a gap may be somebody who withdrew, and is not filled."""
        pattern = ""
        for literal, field in self.parts:
            value = "([0-9]+)" if field == "number" else re.escape({"case": case, "role": role, "": ""}[field])
            pattern += re.escape(literal) + value
        found = (re.fullmatch(pattern, identifier, re.IGNORECASE) for identifier in taken)
        return 1 + max((int(match.group(1)) for match in found if match), default=0)


def read_grammar(template: str) -> Grammar:
    """Take a template apart.

    Raises:
        GrammarError: it does not compose, or what it composes cannot be read back.
    """
    try:
        pieces = list(Formatter().parse(template))
    except ValueError as error:
        raise GrammarError(template, "its braces do not match") from error
    width = ""
    for _, field, spec, conversion in pieces:
        if field is None:
            continue
        if field not in FIELDS:
            raise GrammarError(template, f"{{{field}}} is not one of {{case}}, {{role}} and {{number}}")
        if conversion or (spec and (field != "number" or not _WIDTH.fullmatch(spec))):
            raise GrammarError(template, "only {number} can be given a width, as in {number:02}")
        if field == "number":
            width = spec or ""
    named = [field for _, field, _, _ in pieces if field]
    if named.count("number") != 1 or len(named) != len(set(named)):
        raise GrammarError(template, "it needs {number}, and each of {case}, {role} and {number} at most once")
    if any(character.isspace() for character in template):
        raise GrammarError(template, "it has a space in it")
    grammar = Grammar(template, tuple((literal, field or "") for literal, field, _, _ in pieces), width)
    if len(grammar.parse(grammar.compose("CASE", "ROLE", 1), ["CASE"], ["ROLE"])) != 1:
        raise GrammarError(template, "an identifier that it makes cannot be read back in one way only")
    return grammar
