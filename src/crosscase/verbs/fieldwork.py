"""Interviews: meetings with one or more participants, and who attended.

What was asked stands in `instruments`. A joint interview is one interview with several participants; one participant in
two interviews is still one participant, whatever is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import Attendance, Case, Id, Instrument, Interview, Participant, derived_id
from crosscase.model.values import date_or_as_given
from crosscase.store.act import Act
from crosscase.verbs.checks import (
    TakenError,
    all_there,
    given,
    id_given,
    label,
    labels,
    refuse_twin,
    refuse_while_named,
)
from crosscase.verbs.registry import Verb

_NO_NAME = "An interview needs a name, such as the identifier of its participant."
_INTERVIEW = "interview"


class MinutesError(BadValueError):
    """An interview that took no time."""

    code = "minutes"

    def __init__(self, minutes: int) -> None:
        super().__init__(f"An interview cannot last {minutes} minutes. Leave the length out where it is not known.")


def attendance_id(interview: Id, participant: Id) -> Id:
    """The id of a participant's part in an interview."""
    return derived_id("attendance", interview, participant)


def add_interview(
    act: Act,
    name: str,
    participants: Sequence[Id] = (),
    *,
    case: Id | None = None,
    date: str = "",
    minutes: int | None = None,
    mode: str = "",
    interviewers: Sequence[str] = (),
    others: str = "",
    instrument: Id | None = None,
    part: str = "",
) -> Id:
    """Add a meeting with these participants; without a case, in the one that all of them belong to.

    Args:
        minutes: its length; None where it is not known.
        mode: place or mode: in person, video, …
        others: who else was there, in words.
        instrument: the guide, in the version that was used.
        part: which part or round it was.
    """
    interview = Interview(
        name=name, case=case or None, date=date, minutes=minutes, mode=mode, interviewers=tuple(interviewers),
        others=others, instrument=instrument or None, part=part,
    )  # fmt: skip
    return add_interviews(act, [(interview, participants)])[0]


def add_interviews(act: Act, meetings: Sequence[tuple[Interview, Sequence[Id]]]) -> list[Id]:
    """Add many meetings with their participants at once, all or none; each as `add_interview` does."""
    taken = {interview.name.casefold(): interview.name for interview in act.rows(Interview)}
    _there(act, Case, {interview.case for interview, _ in meetings})
    _there(act, Instrument, {interview.instrument for interview, _ in meetings})
    people = {person for _, participants in meetings for person in participants}
    cases = {person.id: person.case for person in all_there(act, Participant, people)}
    rows: list[Interview] = []
    for interview, participants in meetings:
        name = label(interview.name, _NO_NAME)
        if name.casefold() in taken:
            raise TakenError(_INTERVIEW, taken[name.casefold()])
        taken[name.casefold()] = name
        _check_minutes(interview.minutes)
        theirs = {cases[person] for person in participants}
        rows.append(
            msgspec.structs.replace(
                interview,
                name=name,
                case=interview.case or (theirs.pop() if len(theirs) == 1 else None),
                date=date_or_as_given(interview.date),
                mode=interview.mode.strip(),
                interviewers=labels(interview.interviewers),
                others=interview.others.strip(),
                part=interview.part.strip(),
            )
        )
    added = [interview.id for interview in act.add_all(rows)]
    act.ensure_all(
        [
            _attended(interview, person)
            for interview, (_, participants) in zip(added, meetings, strict=True)
            for person in participants
        ]
    )
    return added


def change_interview(
    act: Act,
    interview: Id,
    *,
    name: str | None = None,
    participants: Collection[Id] | None = None,
    case: Id | None = None,
    date: str | None = None,
    minutes: int | None = None,
    mode: str | None = None,
    interviewers: Sequence[str] | None = None,
    others: str | None = None,
    instrument: Id | None = None,
    part: str | None = None,
) -> None:
    """Change what is known of a meeting; what is not given stays.

    Args:
        participants: who attended, all of them.
        case, instrument: an empty id takes it away.
        minutes: 0 says that the length is not known.
    """
    fields: dict[str, Any] = {key: text.strip() for key, text in given(mode=mode, others=others, part=part).items()}
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Interview), "name", fields["name"], but=interview)
    if date is not None:
        fields["date"] = date_or_as_given(date)
    if minutes is not None:
        _check_minutes(minutes or None)
        fields["minutes"] = minutes or None
    if interviewers is not None:
        fields["interviewers"] = labels(interviewers)
    if case is not None:
        fields["case"] = id_given(act, Case, case)
    if instrument is not None:
        fields["instrument"] = id_given(act, Instrument, instrument)
    act.change(Interview, interview, **fields)
    if participants is not None:
        _attend(act, interview, participants)


def use_guides(act: Act, guides: Mapping[Id, Id]) -> int:
    """Say with which guide, in which version, meetings were held; how many were changed.

    Args:
        guides: by interview the instrument; an empty id takes it away.

    Raises:
        NotFoundError: there is no such interview or guide.
    """
    held = all_there(act, Interview, guides)
    _there(act, Instrument, set(guides.values()))
    changed = {one.id: guide for one in held if one.instrument != (guide := guides[one.id] or None)}
    act.change_all(Interview, "instrument", changed)
    return len(changed)


def remove_interview(act: Act, interview: Id) -> dict[str, int]:
    """Remove a meeting with its attendance and attributes; how many of each kind went.

    Raises:
        StillNamedError: there are sources of it.
    """
    known = act.get(Interview, interview)
    refuse_while_named(
        act, Interview, interview, known.name, "Remove those sources first, or assign them to another interview."
    )
    return act.remove_whole(Interview, [interview])


def _attend(act: Act, interview: Id, participants: Collection[Id]) -> None:
    all_there(act, Participant, participants)
    now = {attendance.participant: attendance.id for attendance in act.rows(Attendance, interview=interview)}
    act.ensure_all([_attended(interview, person) for person in participants if person not in now])
    act.remove_whole(Attendance, [gone for person, gone in now.items() if person not in set(participants)])


def _attended(interview: Id, participant: Id) -> Attendance:
    return Attendance(id=attendance_id(interview, participant), interview=interview, participant=participant)


def _there(act: Act, row: type[Case | Instrument], things: set[Id | None]) -> None:
    all_there(act, row, {thing for thing in things if thing})


def _check_minutes(minutes: int | None) -> None:
    if minutes is not None and minutes < 1:
        raise MinutesError(minutes)


VERBS = (
    Verb("interview.add", add_interview),
    Verb("interview.add_many", add_interviews),
    Verb("interview.change", change_interview),
    Verb("interview.use_guides", use_guides),
    Verb("interview.remove", remove_interview),
)
