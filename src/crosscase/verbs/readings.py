"""Readings: who has read which source, and for which codes.

Finishing a reading records the codebook as it is: a code made later leaves the source *not yet read* for it, until
somebody reads it again and finishes again. A reading is one for each member and source, whatever copy began it.

A double-coding sample is drawn by a seed, which is written down in a methodological memo with the sources it was drawn
from. Sources are put in the order of the digest of seed and id, and the first ones taken: every subset is as likely as
any other, and the same seed draws the same sources on every machine and in every version.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Code, Codebook, Id, Member, Memo, Reading, Source, derived_id
from crosscase.model.codes import Progress
from crosscase.store.act import Act
from crosscase.verbs.checks import TakenError, acting_member, all_there, counted, label
from crosscase.verbs.registry import Verb

_NO_NAME = "A sample needs a name."
_SAMPLE = "sample"
_SEEDS = 1_000_000


class NotReadError(RefusedError):
    """A reading is to be taken up again, or given up, that is not in that state."""

    code = "not-read"

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name!r} {what}")


class SampleSizeError(BadValueError):
    """A sample that cannot be drawn."""

    code = "sample-size"

    def __init__(self, size: int, among: int) -> None:
        super().__init__(
            f"{counted(size, 'source')} cannot be drawn from {among:,}. Choose a number between 1 and {among:,}."
        )


class NobodyReadsError(BadValueError):
    """A reading without a reader."""

    code = "nobody-reads"

    def __init__(self) -> None:
        super().__init__("Say which members shall read; nobody was named.")


class Sample(msgspec.Struct, frozen=True):
    """A double-coding sample: its name, the seed, and the sources drawn, in the order in which they were."""

    name: str
    seed: int
    sources: tuple[Id, ...]


def reading_id(member: Id, source: Id) -> Id:
    """The id of a member's reading of a source."""
    return derived_id("reading", member, source)


def codebook_id(codes: Collection[Id]) -> Id:
    """The id of a state of the codebook: that of the codes in it, in the order of their ids."""
    return derived_id("codebook", *sorted(codes))


def assign_readings(act: Act, sources: Sequence[Id], members: Sequence[Id], *, sample: str = "") -> int:
    """Ask members to read sources, as a named sample where one is given; how many readings are new.

    What somebody has begun or done stays begun or done.
    """
    all_there(act, Source, sources)
    all_there(act, Member, members)
    if not members:
        raise NobodyReadsError
    sample = " ".join(sample.split())
    now = {reading.id: reading for reading in act.rows(Reading, member=list(members))}
    wanted: list[Reading] = []
    for member in members:
        for source in sources:
            reading = now.get(reading_id(member, source))
            if reading is None:
                wanted.append(Reading(id=reading_id(member, source), member=member, source=source, sample=sample))
            elif sample:
                wanted.append(msgspec.structs.replace(reading, sample=sample))
    act.ensure_all(wanted)
    return len({reading.id for reading in wanted} - set(now))


def draw_sample(
    act: Act,
    name: str,
    members: Sequence[Id],
    size: int,
    *,
    seed: int | None = None,
    among: Sequence[Id] | None = None,
) -> Sample:
    """Draw sources by chance for several members to read each, so that their coding can be compared.

    Args:
        size: how many sources.
        seed: the seed to draw with; by itself a new one. It is written down either way.
        among: the sources to draw from; by itself all.
    """
    name = label(name, _NO_NAME)
    known = {reading.sample.casefold(): reading.sample for reading in act.rows(Reading)}
    if name.casefold() in known:
        raise TakenError(_SAMPLE, known[name.casefold()])
    pool = [source.id for source in (act.rows(Source) if among is None else all_there(act, Source, among))]
    if not 1 <= size <= len(pool):
        raise SampleSizeError(size, len(pool))
    if seed is None:
        seed = secrets.randbelow(_SEEDS)
    drawn = tuple(sorted(pool, key=lambda source: derived_id("draw", str(seed), source))[:size])
    readers = [member.name for member in all_there(act, Member, members)]
    assign_readings(act, drawn, members, sample=name)
    act.add(
        Memo(
            member=act.by,
            nature="methodological",
            title=f"Sample {name}",
            text=(
                f"{size} of {counted(len(pool), 'source')} drawn with the seed {seed}, "
                f"to be read by {', '.join(readers)}."
            ),
        )
    )
    return Sample(name, seed, drawn)


def unassign_readings(act: Act, sources: Sequence[Id], *, member: Id | None = None) -> int:
    """Take back that a member shall read sources that they have not begun; how many.

    Raises:
        NotReadError: one is begun or done.
    """
    readings = _readings(act, sources, member)
    names = {source.id: source.name for source in all_there(act, Source, sources)}
    for reading in readings.values():
        if reading.progress != "to do":
            what = f"is {reading.progress} by this member; only what is still to do is taken back."
            raise NotReadError(names[reading.source], what)
    act.remove_whole(Reading, [reading.id for reading in readings.values()])
    return len(readings)


def begin_reading(act: Act, sources: Sequence[Id], *, member: Id | None = None) -> int:
    """Say that a member has begun to read sources; how many were new. What is done stays done."""
    return _progress(act, sources, member, "begun", keep=("begun", "done"))


def finish_reading(act: Act, sources: Sequence[Id], *, member: Id | None = None) -> int:
    """Say that a member has read sources for all codes that there are now; how many that changed.

    A source that was read before is read now for the codes made since.
    """
    codes = tuple(sorted(code.id for code in act.rows(Code)))
    (codebook,) = act.ensure_all([Codebook(id=codebook_id(codes), codes=codes)])
    return _progress(act, sources, member, "done", codebook=codebook.id)


def reopen_reading(act: Act, sources: Sequence[Id], *, member: Id | None = None) -> int:
    """Say that a member is not done with sources after all; how many.

    Until it is finished again, a reading counts for no code, also not for those it was finished for.

    Raises:
        NotReadError: one is not done.
    """
    readings = _readings(act, sources, member)
    for source in all_there(act, Source, sources):
        reading = readings.get(source.id)
        if reading is None or reading.progress != "done":
            raise NotReadError(source.name, "is not done by this member, so there is nothing to take up again.")
    return _progress(act, sources, member, "begun")


def _readings(act: Act, sources: Sequence[Id], member: Id | None) -> dict[Id, Reading]:
    """The member's readings of these sources, by source."""
    return {each.source: each for each in act.rows(Reading, source=list(sources), member=acting_member(act, member))}


def _progress(
    act: Act,
    sources: Sequence[Id],
    member: Id | None,
    progress: Progress,
    *,
    codebook: Id | None = None,
    keep: tuple[Progress, ...] = (),
) -> int:
    """Set the progress of a member's readings, but not of those in one of the states to keep; how many changed."""
    who = acting_member(act, member)
    now = _readings(act, sources, who)
    changed: list[Reading] = []
    for source in all_there(act, Source, sources):
        blank = Reading(id=reading_id(who, source.id), member=who, source=source.id)
        reading = now.get(source.id, blank)
        becomes = msgspec.structs.replace(reading, progress=progress, codebook=codebook or reading.codebook)
        if reading.progress not in keep and becomes != reading:
            changed.append(becomes)
    act.ensure_all(changed)
    return len(changed)


VERBS = (
    Verb("reading.assign", assign_readings),
    Verb("reading.draw_sample", draw_sample),
    Verb("reading.unassign", unassign_readings),
    Verb("reading.begin", begin_reading, "code"),
    Verb("reading.finish", finish_reading, "code"),
    Verb("reading.reopen", reopen_reading, "code"),
)
