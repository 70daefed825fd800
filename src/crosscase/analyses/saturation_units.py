"""Which interviews saturation is counted over, in which order they were held, and which codes appear in each.

An interview counts when participants speak in its text and somebody read that to the end. A transcript that belongs to
no interview counts as one by itself. A code counts when all these interviews were read for it: one that was made late
would look new where it is only newly made. What is left out is named.

What a careful reader would get wrong: interviews of one date have no order. They stand by name, and that is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from crosscase.analyses.lines import Line, what_axis
from crosscase.analyses.scope import Scope
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.model import Id

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, eq=False)
class Met:
    """Interviews in the order in which they were held.

    Attributes:
        ids: of interviews; of sources that belong to none. `labels`, `dates`: as they are recorded; empty: not known.
        of_unit: for each unit of the snapshot its place here, -1 for none.
        unread: labels of interviews with words that nobody read to the end.
        undated: how many have no date; they stand behind the others. `tied`: how many share theirs with another.
    """

    ids: tuple[Id, ...]
    labels: tuple[str, ...]
    dates: tuple[str, ...]
    of_unit: Ints
    unread: tuple[str, ...]
    undated: int
    tied: int

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, eq=False)
class Appeared:
    """Codes and in which interviews each of them appears.

    Attributes:
        lines: the codes that count.
        has: interviews × lines.
        codings: numbers, with the interview and the line of each.
        late: labels of codes left out, because not all interviews were read for them.
    """

    lines: tuple[Line, ...]
    has: Flags
    codings: tuple[Ints, Ints, Ints]
    late: tuple[str, ...]


def met(snapshot: Snapshot, scope: Scope) -> Met:
    """The interviews that count, in the order in which they were held."""
    units, sources = snapshot.units, snapshot.sources
    speaking = scope.units & (units.participant >= 0) & snapshot.has_words
    here = np.unique(units.source[speaking])
    interviews = len(snapshot.interviews)
    # An interview by its number; a source that belongs to none after all of these.
    meeting = np.where(sources.interview >= 0, sources.interview, interviews + np.arange(len(sources)))
    finished = snapshot.reads.finished if scope.members is None else snapshot.reads.finished[:, scope.members]
    read = np.logical_or.reduce(finished, axis=1, dtype=np.bool_)
    whole = {int(one) for one in np.unique(meeting[here])} - {int(one) for one in np.unique(meeting[here[~read[here]]])}
    every = sorted({int(one) for one in np.unique(meeting[here])})
    told = {one: _told(snapshot, one, meeting) for one in every}
    kept = sorted(
        (one for one in every if one in whole), key=lambda one: (not told[one][2], told[one][2], told[one][1], one)
    )
    place = {one: at for at, one in enumerate(kept)}
    of_source = np.array([place.get(int(one), -1) for one in meeting], dtype=np.int64)
    of_unit = np.where(speaking, of_source[units.source], -1).astype(np.int64)
    dates = [told[one][2] for one in kept]
    tied = sum(dates.count(date) > 1 for date in dates if date)
    return Met(
        tuple(told[one][0] for one in kept), tuple(told[one][1] for one in kept), tuple(dates), of_unit,
        tuple(told[one][1] for one in every if one not in whole), sum(not date for date in dates), tied,
    )  # fmt: skip


def _told(snapshot: Snapshot, meeting: int, meetings: Ints) -> tuple[Id, str, str]:
    """Id, label and date of an interview, or of a source by itself."""
    interviews, sources = snapshot.interviews, snapshot.sources
    if meeting < len(interviews):
        ids, labels, date = interviews.ids[meeting], interviews.labels[meeting], interviews.date[meeting]
        inside = [sources.dates[at] for at in np.flatnonzero(meetings == meeting).tolist()]
        return ids, labels, _date([date, *inside])
    at = meeting - len(interviews)
    return sources.ids[at], sources.labels[at], _date([sources.dates[at]])


def _date(dates: list[str]) -> str:
    return next((found[0] for date in dates if (found := _DATE.match(date))), "")


def appeared(snapshot: Snapshot, scope: Scope, meetings: Met, of: str, codes: tuple[str, ...]) -> Appeared:
    """The codes (or categories, with what lies under them), and where each appears."""
    what = what_axis(snapshot, of, codes=codes, analysis="")
    # Codes by themselves; categories with what lies under them, which is the later of their two lines.
    lines = {line.id: at for at, line in enumerate(what.lines) if of == "categories" or not line.below}
    read = snapshot.read_by_anyone if scope.members is None else np.ascontiguousarray(
        snapshot.reads.read(len(snapshot.sources), scope.members).T
    )  # fmt: skip
    units, lies = snapshot.units, snapshot.lies
    sources = np.unique(units.source[meetings.of_unit >= 0])
    plain = scope.codings & ~snapshot.codings.denied
    row = np.flatnonzero(plain[lies.coding] & (meetings.of_unit[lies.unit] >= 0))
    coding, meeting = lies.coding[row], meetings.of_unit[lies.unit[row]]
    kept: list[Line] = []
    late: list[str] = []
    found: list[tuple[Ints, Ints]] = []
    for at in lines.values():
        line = what.lines[at]
        place = snapshot.codes.number[line.id]
        under = np.array(list(snapshot.codes.below(place)) if of == "categories" else [place])
        needed = [one for one in under.tolist() if one == place or not snapshot.codes.retired[one]]
        if len(sources) and not read[np.ix_(needed, sources.tolist())].all():
            late.append(line.label)
            continue
        here = np.isin(snapshot.codings.code[coding], under)
        kept.append(line)
        found.append((coding[here], meeting[here]))
    has = np.zeros((len(meetings), len(kept)), dtype=np.bool_)
    for at, (_, where) in enumerate(found):
        has[where, at] = True
    count = np.array([len(one) for one, _ in found], dtype=np.int64)
    none = np.zeros(0, dtype=np.int64)
    return Appeared(
        tuple(kept), has,
        (
            np.concatenate([none, *(one for one, _ in found)]), np.concatenate([none, *(where for _, where in found)]),
            np.repeat(np.arange(len(kept)), count),
        ),
        tuple(late),
    )  # fmt: skip
