"""Identifiers of participants as they stand in a text, and those that nobody has.

How identifiers are made is read from those of the sample: the code of the case, the code of the role, a number, and
what stands between. A word counts as one when it has that shape and at least one of its codes is known, so that GRIPP2
and COVID-19 are none.

What a careful reader would get wrong: an identifier of somebody who exists is no orphan, however it is written
(BRK-SM-01).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crosscase.analyses.manuscripts.ground import Ground, Person

Standing = Literal["known", "number above", "orphan"]
_BETWEEN = r"[-_./ ]?"


@dataclass(frozen=True, slots=True)
class Code:
    """An identifier in a text.

    Attributes:
        start, end: code points of the text.
        person: whose it is; None where nobody's.
        case, role: the codes in it, known or not; number: after them.
    """

    start: int
    end: int
    printed: str
    standing: Standing
    person: Person | None
    case: str = ""
    role: str = ""
    number: int = -1


@dataclass(frozen=True, slots=True)
class Parsed:
    """An identifier taken apart."""

    case: str
    role: str
    number: int
    digits: int


def parsed(identifier: str, case: str) -> Parsed | None:
    """An identifier as case code, letters, number; the case may stand nowhere in it."""
    rest = identifier
    inside = bool(case) and identifier.casefold().startswith(case.casefold())
    if inside:
        rest = identifier[len(case) :]
    found = re.fullmatch(r"[-_./ ]?(?P<role>[A-Za-z]*)[-_./ ]?(?P<number>\d{1,4})", rest)
    if found is None or not (found["role"] or inside):
        return None
    return Parsed(case if inside else "", found["role"], int(found["number"]), len(found["number"]))


class Codes:
    """How the identifiers of a sample are made, and where they stand in a text."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        apart = [(one, parsed(one.identifier, one.case)) for one in ground.people]
        whole = [(one, part) for one, part in apart if part is not None]
        self._with_case = any(part.case for _, part in whole)
        self._cases = {one.code for one in ground.cases} if self._with_case else set()
        self._roles = {part.role for _, part in whole if part.role}
        if self._with_case:
            self._roles |= {code for codes in ground.roles.values() for code in codes}
        self._digits = {part.digits for _, part in whole}
        self._pattern = self._compiled() if whole else None
        plain = sorted((re.escape(one.identifier) for one in ground.people), key=len, reverse=True)
        # Identifiers that are names ("Rose") would be found everywhere: only those with a digit are looked for.
        coded = [one for one in plain if re.search(r"\d", one)]
        self._exact = re.compile(rf"(?<!\w)(?:{'|'.join(coded)})(?!\w)") if coded else None
        self._case_named = _case_pattern(ground)

    def _compiled(self) -> re.Pattern[str] | None:
        role = _either(self._roles) if self._roles else ""
        digits = rf"\d{{{min(self._digits)},{max(2, *self._digits)}}}"
        if self._with_case:
            case = _either(self._cases)
            return re.compile(
                rf"(?<![\w-])(?P<case>{case}){_BETWEEN}(?P<role>{role}){_BETWEEN}(?P<number>{digits})(?![\w-])"
            )
        # A single letter is a prefix only as it stands (P7): shapes of it would take Q1 and T2 for people.
        known = "|".join(map(re.escape, sorted(self._roles, key=len, reverse=True)))
        if not known:
            return None
        return re.compile(rf"(?<![\w-])(?P<role>{known}){_BETWEEN}(?P<number>\d{{1,3}})(?![\w-])")

    def find(self, text: str) -> Iterator[Code]:
        """Every identifier in a text, in its order."""
        taken: list[tuple[int, int]] = []
        found: list[Code] = []
        for match in self._exact.finditer(text) if self._exact else ():
            person = self._ground.person(match[0])
            taken.append(match.span())
            part = parsed(match[0], person.case) if person else None
            found.append(self._known(match.start(), match.end(), match[0], person, part))
        for match in self._pattern.finditer(text) if self._pattern else ():
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            one = self._unknown(match)
            if one is not None:
                found.append(one)
        yield from sorted(found, key=lambda one: one.start)

    def cases_named(self, text: str) -> Iterator[tuple[int, str]]:
        """Codes that stand as the code of a case (`case XYZ`) and are none."""
        known = {one.code for one in self._ground.cases}
        for match in self._case_named.finditer(text) if self._case_named else ():
            if match["code"] not in known and not any(match["code"] in codes for codes in self._ground.roles.values()):
                yield match.start("code"), match["code"]

    def _known(self, start: int, end: int, printed: str, person: Person | None, part: Parsed | None) -> Code:
        if person is None or part is None:
            return Code(start, end, printed, "known", person)
        fellows = self.fellows(part.case, part.role)
        above = bool(part.case) and part.number > fellows > 0
        return Code(
            start, end, printed, "number above" if above else "known", person, part.case, part.role, part.number
        )

    def _unknown(self, match: re.Match[str]) -> Code | None:
        groups = match.groupdict()
        case, role, number = groups.get("case", ""), groups["role"], int(groups["number"])
        person = self._ground.person(match[0])
        if person is not None:
            return Code(match.start(), match.end(), match[0], "known", person, case, role, number)
        case_known, role_known = case in self._cases, role in self._roles
        if self._with_case and not (case_known or role_known):
            return None
        fellows = self.fellows(case, role)
        above = self._with_case and case_known and role_known and fellows and number > fellows
        standing: Standing = "number above" if above else "orphan"
        return Code(match.start(), match.end(), match[0], standing, None, case, role, number)

    def fellows(self, case: str, role: str) -> int:
        """How many people of the sample carry these two codes."""
        return sum(one.case == case and one.code == role for one in self._ground.people)


def _either(known: set[str]) -> str:
    """The known codes, and codes of their shape: as many letters and digits in the same order."""
    shapes = {re.sub(r"[a-z]", "[a-z]", re.sub(r"[A-Z]", "[A-Z]", re.sub(r"\d", "0", code))) for code in known}
    shapes = {shape.replace("0", r"\d") for shape in shapes}
    return "|".join([*map(re.escape, sorted(known, key=len, reverse=True)), *sorted(shapes, key=len, reverse=True)])


def _case_pattern(ground: Ground) -> re.Pattern[str] | None:
    codes = {one.code for one in ground.cases if one.code.isupper() or any(c.isdigit() for c in one.code)}
    if not codes:
        return None
    return re.compile(
        rf"\b(?:[Cc]ases?|[Ss]ites?|[Oo]rganisations?|[Ss]ervices?|[Hh]ospitals?)\s+(?P<code>{_either(codes)})(?![\w-])"
    )
