"""What a manuscript is held against: who took part, in which cases, and what was said.

Made from a study (`reads.manuscripts`), which may be one that was put together for the audit from two tables and a
folder. Everything is by identifiers, codes and names, as a manuscript has them, never by ids.

What a careful reader would get wrong: the sample are the participants that the study has, not the places of the frame.
Who declined cannot be recognised by a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from crosscase.frames.shingles import Shingles
from crosscase.model import Id


@dataclass(frozen=True, slots=True)
class Person:
    """A participant.

    Attributes:
        case: code of the case; `role`: of the frame; `code`: the role's code that the identifier carries.
        number: of the identifier; -1 where it has none.
        attributes: values by name.
        consent: to be quoted: `yes`, `no`, `not asked`.
    """

    identifier: str
    case: str = ""
    role: str = ""
    code: str = ""
    number: int = -1
    attributes: Mapping[str, str] = field(default_factory=dict)
    consent: str = "not asked"


@dataclass(frozen=True, slots=True)
class CaseHere:
    """A case with its groups: values of one-of attributes by name, the primary grouping first."""

    code: str
    name: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimHere:
    """A claim of the study: its sentence, and how it stands."""

    sentence: str
    status: str


@dataclass(frozen=True, eq=False)
class Ground:
    """The sample, the words and the findings behind a manuscript.

    Attributes:
        roles: name → codes.
        themes: labels of all themes; main_themes: of those that lie under no other.
        known: other labels that a manuscript may quote: of codes, topics, questions.
        shingles: the texts; None where there are none, and quotations cannot be checked.
        sources: identifier → the texts in which this person speaks or may speak.
        speakers: (source, start, end) → who is known to speak there: identifiers, `the interviewer`.
        covered: (source, start, end) → what content notes on it are about.
        invented: words that made-up data must carry.
    """

    people: tuple[Person, ...]
    cases: tuple[CaseHere, ...]
    roles: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...] = ()
    main_themes: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    claims: tuple[ClaimHere, ...] = ()
    shingles: Shingles | None = None
    sources: Mapping[str, frozenset[Id]] = field(default_factory=dict)
    speakers: Callable[[Id, int, int], tuple[str, ...]] = lambda *_: ()
    covered: Callable[[Id, int, int], tuple[str, ...]] = lambda *_: ()
    invented: str = ""

    def person(self, identifier: str) -> Person | None:
        """The participant of that identifier; case and separators do not matter."""
        return self._by_key.get(key_of(identifier))

    @property
    def _by_key(self) -> dict[str, Person]:
        found: dict[str, Person] | None = self.__dict__.get("_people")
        if found is None:
            found = {key_of(one.identifier): one for one in self.people}
            self.__dict__["_people"] = found
        return found

    def case(self, code: str) -> CaseHere | None:
        """The case of that code."""
        return next((one for one in self.cases if one.code == code), None)

    def groups_of(self, person: Person) -> Mapping[str, str]:
        """The groups of the case that somebody belongs to."""
        case = self.case(person.case)
        return case.groups if case else {}

    def fitting(self, *, identifier: str = "", case: str = "", role: str = "", code: str = "",
                groups: Mapping[str, str] | None = None, attributes: Mapping[str, str] | None = None,
                of: Iterable[Person] | None = None) -> tuple[Person, ...]:  # fmt: skip
        """The people of the sample whom a description fits."""
        return tuple(
            one
            for one in (self.people if of is None else of)
            if (not identifier or one.identifier == identifier)
            and (not case or one.case == case)
            and (not role or one.role == role)
            and (not code or one.code == code)
            and all(self.groups_of(one).get(name) == value for name, value in (groups or {}).items())
            and all(one.attributes.get(name) == value for name, value in (attributes or {}).items())
        )


def key_of(identifier: str) -> str:
    """An identifier without what typing does to it: capitals, blanks, hyphens."""
    return "".join(letter for letter in identifier.casefold() if letter.isalnum())
