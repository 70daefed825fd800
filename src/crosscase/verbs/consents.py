"""What participants agreed to, written down: quotation, paraphrase, archive, machines, being asked again, until when.

There is one record for each participant, under an id made from theirs, so that two copies that record the same person's
consent record one consent; where their answers differ, that is a conflict to settle, and the stricter one counts until
then. What is not given stays as it was.

What a careful reader would get wrong: taking a record away says that nothing is recorded, not that somebody said no.
Somebody who takes consent back says `no`; somebody who withdraws from the study is erased.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from crosscase.errors import BadValueError, NotFoundError
from crosscase.model import Consent, Id, Participant, derived_id
from crosscase.model.conduct import Agreed
from crosscase.model.values import date_text
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, followed, given
from crosscase.verbs.registry import Verb

ANSWERS = ("verbatim", "paraphrase", "archive", "machine", "recontact")
_PARTICIPANT = "participant"


class EndDateError(BadValueError):
    """An end date that names no day."""

    code = "end-date"

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no day on which a consent can end. Write it as 2027-03-31. Nothing was changed.")


class NothingSaidError(BadValueError):
    """A consent is to be set and nothing is said about it."""

    code = "nothing-said"

    def __init__(self) -> None:
        super().__init__("Say what was agreed to: verbatim, paraphrase, archive, machine, recontact, until or note.")


def consent_id(participant: Id) -> Id:
    """The id of a participant's consent."""
    return derived_id("consent", participant)


def set_consent(
    act: Act,
    participants: Sequence[Id],
    *,
    verbatim: Agreed | None = None,
    paraphrase: Agreed | None = None,
    archive: Agreed | None = None,
    machine: Agreed | None = None,
    recontact: Agreed | None = None,
    until: str | None = None,
    note: str | None = None,
) -> int:
    """Write down what participants agreed to; what is not given stays as it was. How many records changed.

    Args:
        verbatim, paraphrase: their words may be quoted, or told in other words.
        archive: the transcript may be deposited or shown outside the team.
        machine: a machine may be given their words.
        recontact: they may be asked again.
        until: a day, the last on which any of it holds; empty takes the end away.

    Raises:
        NotFoundError: there is no such participant.
        NothingSaidError, EndDateError, ChoiceError: nothing is said, or something that cannot be.
    """
    said = given(
        verbatim=verbatim, paraphrase=paraphrase, archive=archive, machine=machine, recontact=recontact, until=until,
        note=note,
    )  # fmt: skip
    return set_consents(act, dict.fromkeys(participants, said))


def set_consents(act: Act, said: Mapping[Id, Mapping[str, str]]) -> int:
    """Write down what each of many participants agreed to, all or none: by participant the fields of `set_consent`.

    Raises:
        NotFoundError: there is no such participant.
        NothingSaidError, EndDateError, ChoiceError: nothing is said, or something that cannot be.
    """
    signposts = {person.id: person.merged_into for person in act.rows(Participant)}
    records: dict[Id, Consent] = {}
    now = {consent.participant: consent for consent in act.rows(Consent)}
    for participant, fields in said.items():
        if participant not in signposts:
            raise NotFoundError(_PARTICIPANT, participant)
        person = followed(signposts, participant) or participant
        known = records.get(person) or now.get(person) or Consent(id=consent_id(person), participant=person)
        records[person] = msgspec.structs.replace(known, **_checked(fields))
    changed = {person: consent for person, consent in records.items() if consent != now.get(person)}
    act.ensure_all(list(changed.values()))
    return len(changed)


def _checked(fields: Mapping[str, Any]) -> dict[str, str]:
    """What is said of one participant, in the words in which it is kept."""
    if not fields:
        raise NothingSaidError
    kept: dict[str, str] = {}
    for name, value in fields.items():
        if name in ANSWERS:
            choice(value, Agreed, "answer")
            kept[name] = value
        elif name == "until":
            kept[name] = end_date(value)
        else:
            kept[name] = value
    return kept


def end_date(text: str) -> str:
    """A day as ISO 8601; empty for an empty text.

    Raises:
        EndDateError: it names no day.
    """
    if not text.strip():
        return ""
    found = date_text(text) or ""
    try:
        return date.fromisoformat(found).isoformat()
    except ValueError:
        raise EndDateError(text) from None


def forget_consent(act: Act, participants: Sequence[Id]) -> int:
    """Take away what was recorded of participants' consent, as if they had not been asked; how many had a record."""
    signposts = {person.id: person.merged_into for person in act.rows(Participant)}
    missing = next((one for one in participants if one not in signposts), None)
    if missing is not None:
        raise NotFoundError(_PARTICIPANT, missing)
    wanted = {followed(signposts, one) or one for one in participants}
    there = [consent.id for consent in act.rows(Consent) if consent.participant in wanted]
    act.remove(Consent, there)
    return len(there)


VERBS = (
    Verb("consent.set", set_consent),
    Verb("consent.set_many", set_consents),
    Verb("consent.forget", forget_consent),
)
