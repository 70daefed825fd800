"""What the reader is told beforehand: choices made by the researcher, and who is known already.

`Options` travels to every importer. `Known` is what the study tables say about one document: who takes
part, who asks. It is only used to map labels to voices, and a label that fits nobody stays unassigned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from crosscase.model.cases import Case, Participant, Role
from crosscase.model.people import AttributeType

Progress = Callable[[int, int, Path], None]
"""Called with files done, files in all, and the file that comes next."""


def folded(name: str) -> str:
    """A name for comparing: case and runs of blanks do not matter."""
    return " ".join(name.casefold().split())


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A participant and everything a transcript may call them."""

    identifier: str
    case: str = ""
    role: str = ""
    names: tuple[str, ...] = ()


class People(msgspec.Struct, frozen=True):
    """All participants that are known, by what they are called; made once and shared by all documents."""

    by_name: dict[str, tuple[Person, ...]] = {}
    by_identifier: dict[str, Person] = {}


def people(persons: Iterable[Person]) -> People:
    """Who is known, ready for looking up."""
    by_name: dict[str, tuple[Person, ...]] = {}
    by_identifier: dict[str, Person] = {}
    for person in persons:
        by_identifier[person.identifier] = person
        for name in {folded(one) for one in (person.identifier, *person.names)} - {""}:
            by_name[name] = (*by_name.get(name, ()), person)
    return People(by_name, by_identifier)


def people_of(participants: Iterable[Participant], cases: Iterable[Case], roles: Iterable[Role]) -> People:
    """Who is known in a study; those who turned out to be somebody else are left out."""
    codes = {one.id: one.code for one in cases}
    named = {one.id: one.name for one in roles}
    return people(
        Person(
            identifier=one.identifier,
            case=codes.get(one.case or "", ""),
            role=named.get(one.role or "", ""),
            names=(one.name,) if one.name else (),
        )
        for one in participants
        if one.merged_into is None
    )


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Who may speak in a document.

    Attributes:
        people: all participants of the study.
        here: identifiers of those who take part in this document.
        case: the document's case; its participants are tried before others.
        interviewers: named for this document.
        others: named as interviewers of other documents, folded.
    """

    people: People = People()
    here: tuple[str, ...] = ()
    case: str = ""
    interviewers: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()

    def fits(self, name: str) -> bool:
        """Whether a folded name is somebody's."""
        return (
            name in self.people.by_name or name in self.others or any(folded(one) == name for one in self.interviewers)
        )


NOBODY = Known()


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Choices of the researcher.

    Attributes:
        types: the type of an attribute, by `subject.name` (`{"participant.age": "number"}`).
        encoding: how text files are to be decoded; empty: find out.
        nature: what documents are (`transcript`, `document`, …); empty: a transcript where somebody
            speaks, else a document.
        known: who may speak.
        cases: codes of the cases that the study has already.
        codes: names of the codes that it has, folded.
        comments: what comments in the margin become: memos on their places, codings with the codes they name, or
            nothing; empty: codings where a comment is the name of a code, else memos.
    """

    types: dict[str, AttributeType] = {}
    encoding: str = ""
    nature: str = ""
    known: Known = NOBODY
    cases: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    comments: Literal["", "memos", "codes", "leave"] = ""

    def but(self, **changes: Any) -> Options:
        """The same with some fields changed."""
        return msgspec.structs.replace(self, **changes)


DEFAULT = Options()
