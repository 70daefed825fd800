"""What a manuscript is held against, read from a study: the sample, the words, themes and claims.

What a careful reader would get wrong: speakers whom nobody has assigned are nobody's. A quotation of their words is
found, and it is not said to be somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from crosscase.model import (
    Attendance,
    Attribute,
    AttributeValue,
    Case,
    Code,
    Id,
    Participant,
    Question,
    Role,
    Settings,
    Source,
    Span,
    Speaker,
    Theme,
    Topic,
    Turn,
)
from crosscase.reads.codings import Spared, Texts, covers_of
from crosscase.reads.consents import Consents
from crosscase.reads.quotations import spans_unspoken

if TYPE_CHECKING:
    from crosscase.analyses.manuscripts.ground import CaseHere, ClaimHere, Ground, Person
    from crosscase.frames.token_index import TokenIndex

INTERVIEWER = "the interviewer"
_LONGEST_VALUE = 40


def ground_of(texts: Texts, index: TokenIndex, consents: Consents, claims: Sequence[ClaimHere] = ()) -> Ground:
    """The ground of an audit.

    Args:
        index: the words of all sources.
        consents: as they hold today.
        claims: of the study, with how they stand.
    """
    from crosscase.analyses.manuscripts.ground import Ground
    from crosscase.frames.shingles import Shingles

    people = {one.id: one for one in texts.rows(Participant) if one.merged_into is None}
    voices = _Voices(texts, people)
    spared = covers_of(texts, [one.id for one in texts.rows(Source)])
    names = [
        *(one.name for one in texts.rows(Code)), *(one.name for one in texts.rows(Topic)),
        *(one.wording for one in texts.rows(Question)), texts.rows(Settings)[0].title,
    ]  # fmt: skip
    sample = _people(texts, people, consents)
    return Ground(
        people=sample,
        cases=_cases(texts),
        roles=_roles(texts, sample),
        themes=tuple(dict.fromkeys(one.label for one in texts.rows(Theme))),
        main_themes=tuple(dict.fromkeys(one.label for one in texts.rows(Theme) if one.parent is None)),
        known=tuple(dict.fromkeys(names)),
        claims=tuple(claims),
        shingles=Shingles(index, texts.text, voices.unspoken) if len(index) else None,
        sources=voices.sources(),
        speakers=voices.over,
        covered=lambda source, start, end: spared.get(source, Spared()).over(start, end),
        invented=texts.rows(Settings)[0].invented,
    )


def counting_ground(texts: Texts, consents: Consents, claims: Sequence[ClaimHere] = ()) -> Ground:
    """The ground for sentences that say how many: the sample and the claims, without what was said."""
    from crosscase.analyses.manuscripts.ground import Ground

    sample = _people(texts, {one.id: one for one in texts.rows(Participant) if one.merged_into is None}, consents)
    return Ground(people=sample, cases=_cases(texts), roles=_roles(texts, sample), claims=tuple(claims))


def _people(texts: Texts, people: dict[Id, Participant], consents: Consents) -> tuple[Person, ...]:
    from crosscase.analyses.manuscripts.codes import parsed
    from crosscase.analyses.manuscripts.ground import Person

    cases = {one.id: one.code for one in texts.rows(Case)}
    roles = {one.id: one.name for one in texts.rows(Role)}
    values = _values(texts, "participant")
    found: list[Person] = []
    for one in sorted(people.values(), key=lambda person: person.identifier):
        case = cases.get(one.case or "", "")
        agreed = consents.standing(one.id).answers.get("verbatim", "not asked")
        part = parsed(one.identifier, case)
        found.append(
            Person(
                one.identifier, case, roles.get(one.role or "", ""), one.code or (part.role if part else ""),
                part.number if part else -1, values.get(one.id, {}), agreed,
            )
        )  # fmt: skip
    return tuple(found)


def _roles(texts: Texts, sample: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """Sampling roles with their codes: those that were given, else those that their people's identifiers carry."""
    carried: dict[str, dict[str, None]] = {}
    for one in sample:
        if one.role and one.code:
            carried.setdefault(one.role, {})[one.code] = None
    roles = sorted(texts.rows(Role), key=lambda one: (one.position, one.name))
    return {role.name: role.codes or tuple(carried.get(role.name, ())) for role in roles}


def _cases(texts: Texts) -> tuple[CaseHere, ...]:
    from crosscase.analyses.manuscripts.ground import CaseHere

    values = _values(texts, "case")
    there = [one for one in texts.rows(Case) if one.merged_into is None]
    return tuple(
        CaseHere(one.code, one.name, values.get(one.id, {}))
        for one in sorted(there, key=lambda case: (case.position, case.code))
    )


def _values(texts: Texts, subject: str) -> dict[Id, dict[str, str]]:
    """Values in words, of attributes that sort people or cases; the primary grouping first."""
    primary = texts.rows(Settings)[0].primary
    sorting = [
        one for one in texts.rows(Attribute, subject=subject)
        if one.type in {"one-of", "text"} and (subject == "participant" or one.grouping or one.type == "one-of")
    ]  # fmt: skip
    names = {one.id: one.name for one in sorted(sorting, key=lambda one: (one.id != primary, one.name))}
    found: dict[Id, dict[str, str]] = {}
    rows = texts.rows(AttributeValue, attribute=set(names))
    order = list(names)
    for row in sorted(rows, key=lambda one: order.index(one.attribute)):
        if row.value and len(row.value) <= _LONGEST_VALUE:
            found.setdefault(row.of, {})[names[row.attribute]] = row.value
    return found


class _Voices:
    """Who speaks where; a source is read when it is first asked for."""

    def __init__(self, texts: Texts, people: dict[Id, Participant]) -> None:
        self._texts = texts
        self._people = {id: one.identifier for id, one in people.items()}
        merged = {one.id: one.merged_into for one in texts.rows(Participant) if one.merged_into}
        for id, into in merged.items():
            if into in self._people:
                self._people[id] = self._people[into]
        self._sources = {one.id: one for one in texts.rows(Source)}
        self._speakers = {one.id: one for one in texts.rows(Speaker)}
        self._turns: dict[Id, list[Turn]] = {}
        self._unspoken: dict[Id, list[Span]] = {}

    def sources(self) -> dict[str, frozenset[Id]]:
        """Of each person the sources in which they speak, or may: of their interviews, or named after them."""
        found: dict[str, set[Id]] = {}
        for source, people in self._whose.items():
            for person in people:
                found.setdefault(person, set()).add(source)
        return {person: frozenset(sources) for person, sources in found.items()}

    @cached_property
    def _whose(self) -> dict[Id, tuple[str, ...]]:
        """Of each source who may speak in it besides interviewers."""
        found: dict[Id, dict[str, None]] = {source: {} for source in self._sources}
        present: dict[Id, list[Id]] = {}
        for one in self._texts.rows(Attendance):
            present.setdefault(one.interview, []).append(one.participant)
        for source in self._sources.values():
            named = [source.participant, *present.get(source.interview or "", ())]
            found[source.id] |= {self._people[one]: None for one in named if one in self._people}
        for speaker in self._speakers.values():
            if speaker.participant in self._people:
                found[speaker.source][self._people[speaker.participant]] = None
        identifiers = set(self._people.values())
        for source in self._sources.values():
            words = set(re.split(r"[^\w]+|_", source.name)) if not found[source.id] else set()
            found[source.id] |= dict.fromkeys(sorted(words & identifiers))
        return {source: tuple(people) for source, people in found.items()}

    def _read(self, source: Id) -> list[Turn]:
        if source not in self._turns:
            self._turns[source] = sorted(self._texts.rows(Turn, source=source), key=lambda turn: (turn.start, turn.end))
        return self._turns[source]

    def over(self, source: Id, start: int, end: int) -> tuple[str, ...]:
        """Who is known to speak in a stretch; nobody where somebody unknown speaks in it too.

        Where a text has one participant, words that nobody is assigned to are taken for theirs.
        """
        turns = [one for one in self._read(source) if one.start < end and start < one.end and one.nature != "note"]
        alone = self._whose[source] if len(self._whose[source]) == 1 else ()
        if not turns:
            return alone if not self._read(source) else ()
        found: dict[str, None] = {}
        for turn in turns:
            speaker = self._speakers.get(turn.speaker or "")
            if turn.nature == "quoted":
                return ()
            if speaker is not None and speaker.voice == "interviewer":
                found[INTERVIEWER] = None
            elif speaker is not None and speaker.participant in self._people:
                found[self._people[speaker.participant]] = None
            elif alone:
                found[alone[0]] = None
            else:
                return ()
        return tuple(found)

    def unspoken(self, source: Id) -> list[Span]:
        """What nobody said: labels, notes."""
        if source not in self._unspoken:
            turns = [(turn.start, turn.end, turn.nature) for turn in self._read(source)]
            self._unspoken[source] = spans_unspoken(self._texts.text(source), turns)
        return self._unspoken[source]
