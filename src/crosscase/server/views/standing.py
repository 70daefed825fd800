"""How far a study is: the sample place by place, and what was read without being coded.

The frame is planned for cases and sampling roles; each place says how many people were planned, approached, recruited,
interviewed, and how many of them have a transcript with codings.

What a careful reader would get wrong: somebody is *coded* when a source with their words has a coding of anybody (for
an independent coder: of their own), not when it has been read to the end. And a turn without a code is no mistake.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

import msgspec

from crosscase.analyses.recruitment import frame as recruited
from crosscase.model import Attendance, Case, Id, Memo, Participant, Reading, Role, Source, Speaker
from crosscase.server.desk import who_reads
from crosscase.server.views.quoting import own_only
from crosscase.study import Study


class Seats(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the frame, with how far its people have come; `planned` is None where no target was set."""

    case: Id
    role: Id
    planned: int | None
    approached: int
    declined: int
    recruited: int
    interviewed: int
    coded: int


class FrameLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case or a sampling role, as rows and columns of the frame are named."""

    id: Id
    label: str
    name: str


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """The frame as it stands; `outside` are people without a case or a role, who fill no place."""

    cases: tuple[FrameLine, ...]
    roles: tuple[FrameLine, ...]
    places: tuple[Seats, ...]
    outside: int
    notes: tuple[str, ...]


class Uncoded(msgspec.Struct, frozen=True, kw_only=True):
    """A source with participants' turns on which nothing lies; `start` and `end` are of the first of them."""

    source: Id
    turns: int
    start: int
    end: int


class Steps(msgspec.Struct, frozen=True, kw_only=True):
    """The first steps of whoever asks.

    Attributes:
        read: a source was read to its end; noticed: a passage was marked or coded; written: a memo was.
    """

    read: bool
    noticed: bool
    written: bool


def steps(study: Study) -> Steps:
    """Which of the first steps whoever asks has taken, as the study holds it."""
    me = who_reads(study)
    if not me:
        return Steps(read=False, noticed=False, written=False)
    return Steps(
        read=any(one.progress == "done" for one in study.rows(Reading, member=me)),
        noticed=any(me in study.store.columns(kind, ("member",))["member"] for kind in ("mark", "coding")),
        written=bool(study.rows(Memo, member=me)),
    )


def sample(study: Study) -> Sample:
    """The sample, place by place."""
    found = recruited(study.snapshot())
    met, coded = _progress(study)
    cases = {one.id: one for one in study.rows(Case)}
    roles = {one.id: one for one in study.rows(Role)}
    return Sample(
        cases=tuple(
            FrameLine(id=one, label=cases[one].code, name=cases[one].name)
            for one in dict.fromkeys(place.case for place in found.places)
        ),
        roles=tuple(
            FrameLine(id=one, label=roles[one].name, name=", ".join(roles[one].codes))
            for one in dict.fromkeys(place.role for place in found.places)
        ),
        places=tuple(
            Seats(
                case=place.case, role=place.role, planned=place.planned, approached=place.approached,
                declined=place.declined, recruited=place.recruited,
                interviewed=sum(one in met for one in place.participant_ids),
                coded=sum(one in coded for one in place.participant_ids),
            )
            for place in found.places
        ),
        outside=len(found.outside),
        notes=found.notes(),
    )  # fmt: skip


def _progress(study: Study) -> tuple[set[Id], set[Id]]:
    """Who was interviewed, or has a source; and who has a source with codings. Merged people count as who they are."""
    into = {one.id: one.merged_into or one.id for one in study.rows(Participant)}
    attended: dict[Id, set[Id]] = {}
    for one in study.rows(Attendance):
        attended.setdefault(one.interview, set()).add(into.get(one.participant, one.participant))
    of_source: dict[Id, set[Id]] = {}
    for source in study.rows(Source):
        of_source[source.id] = {
            *attended.get(source.interview or "", ()), *_named(into, [source.participant]),
        }  # fmt: skip
    for speaker in study.rows(Speaker):
        of_source.setdefault(speaker.source, set()).update(_named(into, [speaker.participant]))
    with_codings = {source for source, _ in _codings(study)}
    met = set().union(*attended.values(), *of_source.values())
    return met, set().union(*(people for source, people in of_source.items() if source in with_codings))


def _named(into: dict[Id, Id], people: Iterable[Id | None]) -> Iterable[Id]:
    return [into.get(one, one) for one in people if one]


def _codings(study: Study) -> list[tuple[Id, tuple[int, int]]]:
    """Source and place of every coding that whoever asks may know of."""
    own = own_only(study)
    columns = study.store.columns("coding", ("source", "member", "place", "start", "end"))
    names = ("source", "member", "place", "start", "end")
    return [
        (source, (start, end) if place == "text" else (0, 0))
        for source, member, place, start, end in zip(*(columns[name] for name in names), strict=True)
        if not own or member == own
    ]


def uncoded(study: Study) -> list[Uncoded]:
    """Sources that were begun or coded, with participants' turns on which nothing lies; the most of them first."""
    begun = {one.source for one in study.rows(Reading) if one.progress != "to do"}
    spans: dict[Id, list[tuple[int, int]]] = {}
    for source, span in _codings(study):
        spans.setdefault(source, []).append(span)
    voices = {one.id: one.voice for one in study.rows(Speaker)}
    columns = study.store.columns("turn", ("source", "start", "end", "speaker", "nature"))
    turns: dict[Id, list[tuple[int, int]]] = {}
    for source, start, end, speaker, nature in zip(
        *(columns[name] for name in ("source", "start", "end", "speaker", "nature")), strict=True
    ):
        if (source in begun or source in spans) and nature == "speech" and voices.get(speaker) == "participant":
            turns.setdefault(source, []).append((start, end))
    found: list[Uncoded] = []
    for source, said in turns.items():
        bare = _bare(sorted(said), sorted(spans.get(source, ())))
        if bare:
            found.append(Uncoded(source=source, turns=len(bare), start=bare[0][0], end=bare[0][1]))
    return sorted(found, key=lambda one: (-one.turns, one.source))


def _bare(turns: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The turns that no span touches; both in order. The furthest end so far tells of all spans that begin before."""
    starts = [start for start, _ in spans]
    furthest = list(accumulate((end for _, end in spans), max))
    return [
        (start, end)
        for start, end in turns
        if not (before := bisect_left(starts, end)) or furthest[before - 1] <= start
    ]
