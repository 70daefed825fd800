"""Whose voice a label is: what the study tables say first, then what labels usually mean.

Each guess says what it rests on, and is offered for confirmation. Where a label fits two people, or nobody,
the voice stays *unassigned*: words that nobody mapped count for no participant. Interviewers are tried
on their full names before participants, so that a namesake's words are not counted by mistake.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.importers.labels import ASKS, TITLES, base, usual
from crosscase.importers.options import Known, Person, folded
from crosscase.model.bundle import SpeakerRecord

_ELSEWHERE = "named as interviewer of other documents"
_ASKING_ROLES = frozenset({"interviewer", "moderator"})


def assign(labels: Sequence[str], known: Known) -> tuple[SpeakerRecord, ...]:
    """A record for each label, in the order given."""
    here = [known.people.by_identifier[one] for one in known.here if one in known.people.by_identifier]
    return tuple(_assign(label, known, here) for label in labels)


def _assign(label: str, known: Known, here: list[Person]) -> SpeakerRecord:
    name = folded(base(label))
    if any(folded(one) == name for one in known.interviewers):
        return SpeakerRecord(label=label, voice="interviewer", why="named as interviewer of this document")
    exact = known.people.by_name.get(name, ())
    for where, fit in (
        ("of this document", [person for person in exact if person.identifier in known.here]),
        ("of this case", [person for person in exact if known.case and person.case == known.case]),
        ("of the study", list(exact)),
    ):
        if fit:
            return _participant(label, fit, f"the label of a participant {where}")
    return (
        _part(label, name, known, here)
        or (SpeakerRecord(label=label, voice="interviewer", why=_ELSEWHERE) if name in known.others else None)
        or _usual(label, name, here)
    )


def _part(label: str, name: str, known: Known, here: list[Person]) -> SpeakerRecord | None:
    asks = [one for one in known.interviewers if _is_part(name, one)]
    answers = [person for person in here if any(_is_part(name, one) for one in person.names)]
    if asks and answers:
        return SpeakerRecord(label=label, why=f"fits both {asks[0]}, who asks, and {answers[0].identifier}")
    if asks:
        return SpeakerRecord(label=label, voice="interviewer", why=f"part of the interviewer's name, {asks[0]}")
    if answers:
        return _participant(label, answers, "part of the name of a participant of this document")
    return None


def _usual(label: str, name: str, here: list[Person]) -> SpeakerRecord:
    word, number = usual(name)
    if word in ASKS:
        return SpeakerRecord(label=label, voice="interviewer", why=f"{label} is a usual label for who asks")
    if word and word != "speaker":
        if len(here) == 1 and not number:
            why = f"{label} is a usual label for who answers, and {here[0].identifier} alone takes part"
            return SpeakerRecord(label=label, voice="participant", participant=here[0].identifier, why=why)
        return SpeakerRecord(label=label, voice="participant", why=f"{label} is a usual label for who answers")
    return SpeakerRecord(label=label, why="fits nobody who is known, and is no usual label")


def _participant(label: str, people: list[Person], why: str) -> SpeakerRecord:
    if len({person.identifier for person in people}) > 1:
        names = ", ".join(person.identifier for person in people[:4])
        return SpeakerRecord(label=label, why=f"fits {len(people)} participants: {names}")
    person = people[0]
    asks = folded(person.role) in _ASKING_ROLES
    return SpeakerRecord(
        label=label,
        voice="interviewer" if asks else "participant",
        participant=person.identifier,
        why=f"{why}, {person.identifier}" + (f", whose role is {person.role}" if asks else ""),
    )


def _is_part(label: str, name: str) -> bool:
    """Whether a label is a first name, a last name, or a title with a last name: `mel` of Mel Chua."""
    words = [word for word in label.split() if word.rstrip(".") not in TITLES]
    whole = [word for word in folded(name).split() if word.rstrip(".") not in TITLES]
    if not words or not whole or len(words) > len(whole):
        return False
    return words in (whole[: len(words)], whole[-len(words) :])
