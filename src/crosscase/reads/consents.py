"""What participants agreed to: may these words be quoted, kept in an archive, given to a machine, and by whom not.

`Consents` answers for participants, `Whose` says whose words stand at a place, and `study.consents()` gives both for
today. Two questions are asked, and they differ where nothing is recorded: `refusal` is empty unless somebody said no or
their consent has ended (quotation goes by this one, and every product says for how many nothing is recorded); `agreed`
is true only where a yes is recorded and still holds (machines and deposits go by this one).

What a careful reader would get wrong: the end date is compared with the day on which something is printed, not with the
day of the study's last entry; and of two copies that recorded different answers, the stricter one counts until
somebody settles it. Words of a speaker whom nobody has assigned may be anybody's who was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

import msgspec

from crosscase.model import Attendance, Consent, Id, Participant, Source, Speaker, Turn
from crosscase.reads.lookup import Rows

Use = Literal["verbatim", "paraphrase", "archive", "machine", "recontact"]
Answer = Literal["yes", "no", "not asked"]

USES: Final[Mapping[Use, str]] = {
    "verbatim": "verbatim quotation",
    "paraphrase": "paraphrase",
    "archive": "archiving and showing outside the team",
    "machine": "machine assistance",
    "recontact": "being contacted again",
}
"""What is agreed to, in words that follow “agrees to”."""


class Register(msgspec.Struct, frozen=True):
    """What a study has on record: participants (identifier, merged into), consents, and answers that are disputed.

    Attributes:
        people: of every participant the identifier and whom they were merged into.
        consents: by participant.
        disputed: (participant, field) → all the values that stand against each other.
    """

    people: dict[Id, tuple[str, Id | None]]
    consents: dict[Id, Consent]
    disputed: dict[tuple[Id, str], tuple[str, ...]] = {}


def register(rows: Rows, disputed: Mapping[tuple[Id, str], tuple[str, ...]] | None = None) -> Register:
    """What is on record now.

    Args:
        rows: of the study.
        disputed: (id of a consent, field) → values, where copies recorded different answers.
    """
    consents = rows.rows(Consent)
    by_id = {one.id: one.participant for one in consents}
    against = {(by_id[id], field): values for (id, field), values in (disputed or {}).items() if id in by_id}
    people = {one.id: (one.identifier, one.merged_into) for one in rows.rows(Participant)}
    return Register(people, {one.participant: one for one in consents}, against)


class Standing(msgspec.Struct, frozen=True):
    """What one participant agreed to.

    Attributes:
        recorded: there is a record of any of it.
        answers: to each use; the strictest where several were recorded.
        until: an ISO date, the earliest; empty for none.
        ended: that day has passed.
    """

    participant: Id
    identifier: str
    recorded: bool
    answers: dict[Use, Answer]
    until: str
    ended: bool
    note: str = ""


class Consents:
    """Consents of a study on one day."""

    def __init__(self, registers: Sequence[Register], *, on: str = "") -> None:
        """Answer from what is on record; of several records, the first that knows a participant counts.

        Args:
            registers: as it is now, and then as it was at the moment that is looked at.
            on: an ISO date; today when empty.
        """
        self.on = on or date.today().isoformat()  # noqa: DTZ011 - an end date is a day where the researcher is
        self._registers = tuple(registers)
        self._standing: dict[Id, Standing] = {}
        self._groups = [_groups(each) for each in self._registers]

    def person(self, participant: Id) -> Id:
        """The participant that another was merged into, or themselves."""
        for each, (ends, _) in zip(self._registers, self._groups, strict=True):
            if participant in each.people:
                return ends[participant]
        return participant

    def standing(self, participant: Id) -> Standing:
        """What a participant agreed to, with those who were merged into them."""
        if participant not in self._standing:
            self._standing[participant] = self._found(participant)
        return self._standing[participant]

    def _found(self, participant: Id) -> Standing:
        for each, (ends, members) in zip(self._registers, self._groups, strict=True):
            if participant in each.people:
                end = ends[participant]
                return _standing(each, end, members[end], self.on)
        return _standing(Register({participant: (participant, None)}, {}), participant, [], self.on)

    def refusal(self, participant: Id, use: Use = "verbatim") -> str:
        """Why their words may not be used so; empty where they may, or where nothing is recorded."""
        held = self.standing(participant)
        if held.answers[use] == "no":
            return f"{held.identifier} does not agree to {USES[use]}"
        return f"the consent of {held.identifier} ended on {held.until}" if held.ended else ""

    def agreed(self, participant: Id, use: Use) -> bool:
        """Whether a yes is recorded and still holds."""
        held = self.standing(participant)
        return held.answers[use] == "yes" and not held.ended

    def unrecorded(self, participants: Iterable[Id], use: Use = "verbatim") -> list[Id]:
        """Those of these who were not asked, or of whom nothing is recorded."""
        return [one for one in participants if self.standing(one).answers[use] == "not asked"]

    def refused(self, use: Use = "verbatim") -> dict[Id, str]:
        """Everybody whose words may not be used so, with the reason."""
        people = {self.person(one) for each in self._registers[:1] for one in each.people}
        found = {one: self.refusal(one, use) for one in sorted(people)}
        return {one: why for one, why in found.items() if why}

    def everybody(self) -> list[Standing]:
        """What each participant agreed to, by identifier."""
        ends = {self.person(one) for each in self._registers[:1] for one in each.people}
        return sorted((self.standing(one) for one in ends), key=lambda one: (one.identifier, one.participant))


def _groups(of: Register) -> tuple[dict[Id, Id], dict[Id, list[Id]]]:
    """Whom each participant leads to in the end, and all who lead there."""
    ends: dict[Id, Id] = {}
    members: dict[Id, list[Id]] = {}
    for one in of.people:
        here, steps = one, 0
        while (there := of.people[here][1]) is not None and there in of.people and steps < len(of.people):
            here, steps = there, steps + 1
        ends[one] = here
        members.setdefault(here, []).append(one)
    return ends, members


def _standing(of: Register, end: Id, members: Sequence[Id], on: str) -> Standing:
    consents = [of.consents[one] for one in members if one in of.consents]

    def said(name: str) -> list[str]:
        """Every value that stands for a field, of all records and all sides of a dispute."""
        return [
            value
            for one in consents
            for value in (getattr(one, name), *of.disputed.get((one.participant, name), ()))
        ]  # fmt: skip

    answers: dict[Use, Answer] = {}
    for use in USES:
        values = said(use)
        answers[use] = "no" if "no" in values else "yes" if "yes" in values else "not asked"
    ends = [value for value in said("until") if value]
    # What cannot be read as a day is not taken for one that is still to come.
    ended = [value for value in ends if not _is_day(value) or value < on]
    return Standing(
        participant=end,
        identifier=of.people[end][0],
        recorded=bool(consents),
        answers=answers,
        until=min(ended or ends, default=""),
        ended=bool(ended),
        note="\n".join(one.note for one in consents if one.note),
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class _Voices(msgspec.Struct):
    """Who speaks where in one source: stretches by start, with whose words they are, or else whose all of it is."""

    turns: list[tuple[int, int, tuple[Id, ...]]]
    all: tuple[Id, ...]


class Whose:
    """Whose words stand where, source by source; read when first asked for."""

    def __init__(self, rows: Rows, consents: Consents) -> None:
        self._rows = rows
        self._person = consents.person
        self._voices: dict[Id, _Voices] = {}

    def of(self, source: Id, start: int, end: int) -> tuple[Id, ...]:
        """The participants whose words a stretch touches, in the order in which they speak there.

        Where a speaker is not assigned to anybody, these are all who may have said it: whom the source is about, who
        took part in its interview, who else speaks in it. Interviewers, stage notes and headings are nobody's; words
        that a participant quotes are what the participant said.
        """
        held = self._voices.get(source) or self._read(source)
        if not held.turns:
            return held.all
        found: dict[Id, None] = {}
        for first, last, whose in held.turns:
            if first >= end:
                break
            if last > start:
                found |= dict.fromkeys(whose)
        return tuple(found)

    def stretches(self, source: Id, length: int) -> list[tuple[int, int, tuple[Id, ...]]]:
        """The stretches of a source that are somebody's: (start, end, whose)."""
        held = self._voices.get(source) or self._read(source)
        if not held.turns:
            return [(0, length, held.all)] if held.all else []
        return [turn for turn in held.turns if turn[2]]

    def _read(self, source: Id) -> _Voices:
        rows = self._rows
        about = next(iter(rows.rows(Source, id=source)), None)
        spoken = [turn for turn in rows.rows(Turn, source=source) if turn.end > turn.start]
        speakers = {one.id: one for one in rows.rows(Speaker, source=source)}
        anybody = self._present(about, speakers.values(), turns=bool(spoken))

        def whose(turn: Turn) -> tuple[Id, ...]:
            if turn.nature not in ("speech", "quoted"):
                return ()
            speaker = speakers.get(turn.speaker or "")
            if speaker is None or speaker.voice == "unassigned":
                return anybody
            if speaker.voice != "participant":
                return ()
            return (self._person(speaker.participant),) if speaker.participant else anybody

        self._voices[source] = _Voices(sorted((turn.start, turn.end, whose(turn)) for turn in spoken), anybody)
        return self._voices[source]

    def _present(self, about: Source | None, speakers: Iterable[Speaker], *, turns: bool) -> tuple[Id, ...]:
        """Who may have said what nobody is known to have said.

        A text without turns that is about somebody is theirs; what researchers wrote down is not taken for the words
        of everybody who was there.
        """
        if about is None:
            return ()
        present = [about.participant] if about.participant else []
        if turns or (not present and about.nature not in ("document", "field note")):
            meeting = self._rows.rows(Attendance, interview=about.interview) if about.interview else []
            present += [one.participant for one in meeting]
            present += [one.participant for one in speakers if one.voice == "participant" and one.participant]
        return tuple(dict.fromkeys(self._person(one) for one in present))
