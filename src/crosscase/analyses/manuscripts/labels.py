"""What an attribution says of who speaks: identifier, role, case, group, attributes.

`(BRKSM01)` says case and role by its codes, `(strategic manager, Bracken Ward)` by their names, `(manager, public
sector, woman)` something less. Only what is printed counts.

What a careful reader would get wrong: the codes of an identifier are read by everybody who reads the table of cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crosscase.analyses.manuscripts.codes import Code, Codes
from crosscase.analyses.manuscripts.ground import Ground, Person

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Label:
    """An attribution taken apart; what it does not say is empty."""

    printed: str = ""
    identifier: str = ""
    code: Code | None = None
    case: str = ""
    role: str = ""
    role_code: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def says(self) -> bool:
        """Whether it says anything of who speaks."""
        return bool(
            self.identifier or self.code or self.case or self.role or self.role_code or self.groups or self.attributes
        )

    def in_words(self) -> str:
        """What it tells, for a sentence: `team manager (MA) in ALD, woman`."""
        role = self.role + (f" ({self.role_code})" if self.role_code and self.role else self.role_code)
        parts = [f"{role} in {self.case}" if role and self.case else role or self.case]
        return ", ".join(filter(None, [*parts, *self.groups.values(), *self.attributes.values()]))

    def fits(self, ground: Ground, person: Person) -> bool:
        """Whether it could be of this person."""
        return bool(
            ground.fitting(
                case=self.case, role=self.role, code=self.role_code, groups=self.groups, attributes=self.attributes,
                of=[person],
            )
        )  # fmt: skip


class Labels:
    """Reads attributions."""

    def __init__(self, ground: Ground, codes: Codes) -> None:
        self._ground = ground
        self._codes = codes
        self._role_codes = {code: role for role, all_codes in ground.roles.items() for code in all_codes}
        # Identifiers that are names ("Rose") are looked for where somebody is named, never in running text.
        names = {one.identifier: one.identifier for one in ground.people if one.identifier.isalpha()}
        self._names = _words(names)
        self._roles = _words({name: name for name in ground.roles}, plural=True)
        self._cases = _words({one.name: one.code for one in ground.cases if one.name})
        groups: dict[str, dict[str, str]] = {}
        for case in ground.cases:
            for name, value in case.groups.items():
                groups.setdefault(name, {})[value] = value
        self._groups = {name: _words(values) for name, values in groups.items()}
        attributes: dict[str, dict[str, str]] = {}
        for person in ground.people:
            for name, value in person.attributes.items():
                attributes.setdefault(name, {})[value] = value
        self._attributes = {name: _words(values) for name, values in attributes.items()}

    def read(self, printed: str) -> Label:
        """An attribution."""
        code = next(self._codes.find(printed), None)
        text = printed if code is None else printed[: code.start] + " " * (code.end - code.start) + printed[code.end :]
        case, role, role_code = "", "", ""
        if code is not None:
            case = code.case if code.case and self._ground.case(code.case) else ""
            role_code = code.role if code.role in self._role_codes else ""
            role = self._role_codes.get(role_code, "")
        for match in re.finditer(r"(?<![\w-])[A-Z][A-Z0-9]{1,7}(?![\w-])", text):
            if not role_code and match[0] in self._role_codes:
                role_code, role = match[0], self._role_codes[match[0]]
            elif not case and self._ground.case(match[0]):
                case = match[0]
        return Label(
            printed=printed.strip(), code=code,
            identifier=code.person.identifier if code and code.person else "" if code else _longest(self._names, text),
            case=case or _longest(self._cases, text), role=role or _longest(self._roles, text), role_code=role_code,
            groups=_all_in(self._groups, text), attributes=_all_in(self._attributes, text),
        )  # fmt: skip

    def true_of(self, label: Label, person: Person) -> Label:
        """A label without what is not so of this person: a sentence around a quotation speaks of others too."""
        groups = self._ground.groups_of(person)
        return Label(
            printed=label.printed, identifier=person.identifier,
            case=label.case if label.case == person.case else "",
            role=label.role if label.role == person.role else "",
            role_code=label.role_code if label.role_code == person.code else "",
            groups={name: value for name, value in label.groups.items() if groups.get(name) == value},
            attributes={
                name: value for name, value in label.attributes.items() if person.attributes.get(name) == value
            },
        )  # fmt: skip


def joined(one: Label, other: Label) -> Label:
    """What two labels say together; where both say something, the first."""
    return Label(
        printed=one.printed, identifier=one.identifier or other.identifier, code=one.code or other.code,
        case=one.case or other.case, role=one.role or other.role, role_code=one.role_code or other.role_code,
        groups={**other.groups, **one.groups}, attributes={**other.attributes, **one.attributes},
    )  # fmt: skip


_Words = tuple[dict[str, str], re.Pattern[str] | None]


def _words(values: Mapping[str, str], *, plural: bool = False) -> _Words:
    """Names as they are looked for: not as part of another word; hyphens and dashes are one."""
    plain = {_plain(name): meant for name, meant in values.items() if len(name) > _SHORTEST - 1 and name != "yes"}
    if not plain:
        return {}, None
    either = "|".join(re.escape(name) for name in sorted(plain, key=len, reverse=True))
    return plain, re.compile(rf"(?<![\w-])({either}){'s?' if plural else ''}(?![\w-])")


def _plain(text: str) -> str:
    return re.sub(r"[\u2010-\u2015\u2212]", "-", text).casefold()


def _longest(words: _Words, text: str) -> str:
    plain, pattern = words
    found = [match[1] for match in pattern.finditer(_plain(text))] if pattern else []
    return plain[max(found, key=len)] if found else ""


def _all_in(named: Mapping[str, _Words], text: str) -> dict[str, str]:
    found = {name: _longest(words, text) for name, words in named.items()}
    return {name: value for name, value in found.items() if value}
