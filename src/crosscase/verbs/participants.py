"""Participants: the people who were recruited, under their identifiers.

Where the study has a grammar, an identifier follows it and says the case and the role; what it says is filled in, and
must not be something else than what is given beside it. Without a number of one's own the next free one is
taken. Without a grammar any identifier does, as long as it is nobody else's.

What a careful reader would get wrong: a grammar binds only identifiers that are given or changed after it was set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import BadValueError, CrosscaseError, NotFoundError
from crosscase.model import Case, Id, Participant, Role, kind_of
from crosscase.model.grammar import Reading
from crosscase.reads.identifiers import Identifiers, identifiers_of, in_words
from crosscase.reads.lookup import Rows
from crosscase.store.act import Act
from crosscase.verbs.checks import TakenError, all_there, followed, given, label, merge_into, part, refuse_while_named
from crosscase.verbs.registry import Verb

_PARTICIPANT, _IDENTIFIER = "participant", "identifier"
_NO_IDENTIFIER = "A participant needs an identifier."
_NO_GRAMMAR = "this study has no grammar of identifiers"
_NO_CASE = "identifiers here say the case, and no case is given"
_NO_ROLE = "identifiers here say the role, and no role is given"


class IdentifierError(BadValueError):
    """An identifier that does not follow the study's grammar."""

    code = "identifier"

    def __init__(self, identifier: str, known: Identifiers) -> None:
        grammar = known.grammar
        example = (
            grammar.compose(min(known.cases, default="STA3"), min(known.roles, default="MA"), 1) if grammar else ""
        )
        super().__init__(
            f"{identifier!r} does not follow this study's grammar {grammar.template if grammar else ''} with the codes "
            f"of its cases and roles. It would be like {example}."
        )


class IdentifierSaysError(BadValueError):
    """An identifier that says another case or role than is given with it."""

    code = "identifier-says"

    def __init__(self, identifier: str, readings: tuple[Reading, ...], case: str, role: str) -> None:
        says = " or ".join(in_words(reading) for reading in readings)
        super().__init__(
            f"{identifier!r} says {says}, and not case {case or 'unknown'} and role {role or 'unknown'}. "
            "Change the one or the other."
        )


class CannotComposeError(BadValueError):
    """There is no identifier, and none can be made."""

    code = "cannot-compose"

    def __init__(self, reason: str) -> None:
        super().__init__(f"A participant needs an identifier, and none can be made: {reason}.")


class RoleCodeUnknownError(BadValueError):
    """An identifier code that the sampling role does not have."""

    code = "role-code-unknown"

    def __init__(self, code: str, role: Role) -> None:
        has = f"its codes are {', '.join(role.codes)}" if role.codes else "it has no codes yet"
        super().__init__(f"{code!r} is not a code of the role {role.name!r}: {has}.")


class Register:
    """The identifiers of a study and what they are made of, read once for many participants."""

    def __init__(self, rows: Rows) -> None:
        self.known = identifiers_of(rows)
        self.cases = {case.id: case for case in rows.rows(Case)}
        self.roles = {role.id: role for role in rows.rows(Role)}
        self._signposts = {case.id: case.merged_into for case in self.cases.values()}
        self._taken = {person.identifier.casefold(): person.identifier for person in rows.rows(Participant)}
        self._numbers: dict[tuple[str, str], int] = {}

    def leave(self, identifier: str) -> None:
        """Let an identifier be given again."""
        self._taken.pop(identifier.casefold(), None)

    def stay(self, identifier: str) -> None:
        """Keep an identifier that was let go of."""
        self._taken.setdefault(identifier.casefold(), identifier)

    def becoming(
        self,
        known: Participant,
        *,
        identifier: str | None = None,
        case: Id | None = None,
        role: Id | None = None,
        code: str | None = None,
    ) -> Participant:
        """A participant as they are with these changed; their identifier has to be left first. See `leave`."""
        grammar = self.known.grammar if identifier is not None else None
        # A code belongs to a role, and goes with it unless another is given.
        kept_code = known.code if role is None and identifier is None else ""
        return self.checked(
            msgspec.structs.replace(
                known,
                identifier=known.identifier if identifier is None else label(identifier, _NO_IDENTIFIER),
                case=(case or None) if case is not None else None if grammar and grammar.has("case") else known.case,
                role=(role or None) if role is not None else None if grammar and grammar.has("role") else known.role,
                code=kept_code if code is None else code,
            )
        )

    def checked(self, said: Participant) -> Participant:
        """What is said of a participant, with what the identifier says filled in; the identifier is taken now."""
        for row, thing, there in ((Case, said.case, self.cases), (Role, said.role, self.roles)):
            if thing is not None and thing not in there:
                raise NotFoundError(kind_of(row).name, thing)
        identifier = " ".join(said.identifier.split()) or self.composed(said)
        if identifier.casefold() in self._taken:
            raise TakenError(_PARTICIPANT, self._taken[identifier.casefold()], _IDENTIFIER)
        said = msgspec.structs.replace(said, identifier=identifier, name=" ".join(said.name.split()))
        if self.known.grammar is not None:
            said = self._as_read(said)
        said = msgspec.structs.replace(said, code=self._code(said))
        self._taken[identifier.casefold()] = identifier
        return said

    def composed(self, said: Participant) -> str:
        """The next free identifier for a case and role."""
        grammar = self.known.grammar
        if grammar is None:
            raise CannotComposeError(_NO_GRAMMAR)
        case = self.cases[said.case].code if said.case else ""
        if not case and grammar.has("case"):
            raise CannotComposeError(_NO_CASE)
        code = said.code
        if not code and grammar.has("role"):
            code = self._only_code(said.role)
        number = self._numbers.get((case, code)) or grammar.next_number(case, code, self._taken.values())
        while grammar.compose(case, code, number).casefold() in self._taken:
            number += 1
        self._numbers[case, code] = number + 1
        return grammar.compose(case, code, number)

    def _only_code(self, role: Id | None) -> str:
        if role is None:
            raise CannotComposeError(_NO_ROLE)
        named = self.roles[role]
        if len(named.codes) != 1:
            reason = f"the role {named.name!r} has {len(named.codes)} identifier codes; say which one"
            raise CannotComposeError(reason)
        return named.codes[0]

    def _as_read(self, said: Participant) -> Participant:
        readings = self.known.readings(said.identifier)
        if not readings:
            raise IdentifierError(said.identifier, self.known)
        fits = [reading for reading in readings if self._fits(reading, said)]
        if len(fits) != 1:
            case = self.cases[said.case].code if said.case else ""
            role = said.code or (self.roles[said.role].name if said.role else "")
            raise IdentifierSaysError(said.identifier, readings, case, role)
        (reading,) = fits
        return msgspec.structs.replace(
            said,
            case=said.case or self.known.cases.get(reading.case),
            role=said.role or self.known.roles.get(reading.role),
            code=said.code or reading.role,
        )

    def _fits(self, reading: Reading, said: Participant) -> bool:
        if reading.case and said.case:
            here, there = (followed(self._signposts, case) for case in (self.known.cases[reading.case], said.case))
            if here != there:
                return False
        return not reading.role or (
            said.role in (None, self.known.roles[reading.role]) and said.code in ("", reading.role)
        )

    def _code(self, said: Participant) -> str:
        if said.role is None:
            return ""
        role = self.roles[said.role]
        if said.code and said.code not in role.codes:
            raise RoleCodeUnknownError(said.code, role)
        return said.code or (role.codes[0] if len(role.codes) == 1 else "")


def next_identifier(rows: Rows, case: Id | None, role: Id | None = None, *, code: str = "") -> str:
    """The identifier that the next participant of a case and role would get. Asks; changes nothing.

    Raises:
        CannotComposeError: there is no grammar, or something that it needs is missing.
    """
    return Register(rows).composed(Participant(identifier="", case=case, role=role, code=code))


def add_participant(
    act: Act,
    identifier: str = "",
    *,
    case: Id | None = None,
    role: Id | None = None,
    code: str = "",
    name: str = "",
    note: str = "",
) -> Id:
    """Add somebody who was recruited; without an identifier, under the next free one.

    Args:
        code: which of the role's identifier codes they carry; by itself the one in the identifier, or the only one.
        name: the real name where it is known; never printed.
    """
    person = Participant(identifier=identifier, case=case or None, role=role or None, code=code, name=name, note=note)
    return add_participants(act, [person])[0]


def add_participants(act: Act, people: Sequence[Participant]) -> list[Id]:
    """Add many people at once, all or none; each as `add_participant` does."""
    register = Register(act)
    return [added.id for added in act.add_all([register.checked(person) for person in people])]


def try_participants(act: Act, people: Sequence[Participant]) -> list[Participant | CrosscaseError]:
    """Each of many people as they would be added one after the other, or why they cannot be; nothing is changed."""
    register = Register(act)
    found: list[Participant | CrosscaseError] = []
    for person in people:
        try:
            found.append(register.checked(person))
        except CrosscaseError as refused:
            found.append(refused)
    return found


def change_participant(
    act: Act,
    participant: Id,
    *,
    identifier: str | None = None,
    case: Id | None = None,
    role: Id | None = None,
    code: str | None = None,
    name: str | None = None,
    note: str | None = None,
) -> None:
    """Change what is known of a participant; what is not given stays, and an empty case or role takes it away.

    What a new identifier says takes the place of the case and the role that were known, unless these are given with it.
    """
    known = act.get(Participant, participant)
    fields: dict[str, Any] = given(note=note)
    if name is not None:
        fields["name"] = " ".join(name.split())
    if any(value is not None for value in (identifier, case, role, code)):
        register = Register(act)
        register.leave(known.identifier)
        becomes = register.becoming(known, identifier=identifier, case=case, role=role, code=code)
        fields |= {each: getattr(becomes, each) for each in ("identifier", "case", "role", "code")}
    act.change(Participant, participant, **fields)


def merge_participants(act: Act, participant: Id, into: Id) -> None:
    """Say that two participants are one person: what the first said and did counts for the second."""
    merged, kept = act.get(Participant, participant), act.get(Participant, into)
    merge_into(act, Participant, participant, into, (merged.identifier, kept.identifier))


def part_participant(act: Act, participant: Id) -> None:
    """Take a merge back: the participant stands alone again."""
    part(act, Participant, participant, act.get(Participant, participant).identifier)


def remove_participants(act: Act, participants: Sequence[Id]) -> dict[str, int]:
    """Remove participants with their attributes and attendance; how many of each kind went.

    This hides them and can be undone; it does not erase their words.

    Raises:
        StillNamedError: sources are one's of them, or they speak in some; nobody is removed.
    """
    advice = "Remove those sources first, or say who else speaks in them, or merge this participant into another."
    for known in all_there(act, Participant, participants):
        refuse_while_named(act, Participant, known.id, known.identifier, advice, going=participants)
    return act.remove_whole(Participant, list(participants))


VERBS = (
    Verb("participant.add", add_participant),
    Verb("participant.add_many", add_participants),
    Verb("participant.change", change_participant),
    Verb("participant.merge", merge_participants),
    Verb("participant.part", part_participant),
    Verb("participant.remove", remove_participants),
)
