"""The turns of a study as passages to search, who speaks in each, and what limits of a query mean.

Takes a snapshot. Every turn is a passage, whoever speaks, and so is every paragraph of a source without turns; who
searches or codes chooses among them (`own` are the words that count as somebody's). `limited` answers the limits of
`query` from the snapshot.

What a careful reader would get wrong: the case and role of a passage are the speaker's. An interviewer's turn has the
case of its source and no role and participant, so `role:SU` finds what service users said, not what they were asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from crosscase.errors import AmbiguousError, BadValueError, NotFoundError
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.listing import Listing
from crosscase.frames.passages import Passages
from crosscase.frames.query import Limit
from crosscase.frames.snapshot import Snapshot
from crosscase.frames.sources import voiced
from crosscase.frames.token_index import TokenIndex
from crosscase.frames.variables import Variable
from crosscase.model import Id

AnyInts: TypeAlias = npt.NDArray[np.integer[Any]]

VOICES = ("participant", "interviewer", "other", "unassigned")


@dataclass(frozen=True, eq=False)
class TurnPassages:
    """All turns, and the paragraphs of sources without turns, by source and place.

    Attributes:
        passages: where they lie; their sources are the snapshot's, by number.
        turn: id of each; empty for a paragraph.
        voice: number into `VOICES`; a paragraph is the voice of whom its source is about.
        speech: said by the speaker; not a stage note, a heading, or a quotation of somebody else.
        participant, case, role, topic: numbers in the snapshot, -1 for none.
    """

    snapshot: Snapshot
    passages: Passages
    turn: tuple[Id, ...]
    voice: Ints
    speech: Flags
    participant: Ints
    case: Ints
    role: Ints
    topic: Ints

    @property
    def own(self) -> Flags:
        """Speech of participants and of speakers nobody has assigned yet; all paragraphs of documents."""
        return self.speech & np.isin(self.voice, [VOICES.index("participant"), VOICES.index("unassigned")])

    def limited(self, limit: Limit, counted: Flags | None = None) -> Flags:
        """For each passage whether a limit is true of it.

        Args:
            limit: what it says.
            counted: which codings count, for limits on codes; all without it.

        Raises:
            NotFoundError, AmbiguousError: it names something that the study has not, or several things.
            BadValueError: the attribute has no such value.
        """
        snapshot = self.snapshot
        listed: dict[str, tuple[AnyInts, Listing]] = {
            "case": (self.case, snapshot.cases),
            "role": (self.role, snapshot.roles),
            "participant": (self.participant, snapshot.participants),
            "source": (self.passages.source, snapshot.sources),
            "topic": (self.topic, snapshot.topics),
        }
        if limit.attribute:
            return self._has(snapshot.variable(limit.field), limit.value)
        if limit.field == "group":
            return self._in_group(limit.value)
        if limit.field == "code":
            return self._coded(snapshot.codes.find(limit.value), counted)
        if limit.field == "voice":
            return np.equal(self.voice, _known(limit.value, VOICES, "voice"))
        numbers, listing = listed[limit.field]
        return np.equal(numbers, listing.find(limit.value))

    def _in_group(self, value: str) -> Flags:
        kind = "group"
        fits = [
            variable
            for variable in self.snapshot.variables
            if variable.grouping and value.casefold() in {level.casefold() for level in variable.levels}
        ]
        if not fits:
            levels = {level for variable in self.snapshot.variables if variable.grouping for level in variable.levels}
            raise NotFoundError(kind, value, tuple(sorted(levels)[:5]))
        if len(fits) > 1:
            raise AmbiguousError(kind, value, tuple(f"{variable.name}={value}" for variable in fits))
        return self._has(fits[0], value)

    def _has(self, variable: Variable, value: str) -> Flags:
        level = variable.levels[_known(value, variable.levels, variable.name)]
        sources = self.passages.source
        subjects: dict[str, AnyInts] = {
            "case": self.case,
            "participant": self.participant,
            "interview": self.snapshot.sources.interview[sources],
            "source": sources,
        }
        having = np.array([level in values for values in variable.values] + [False], dtype=np.bool_)
        found: Flags = having[subjects[variable.subject]]
        return found

    def _coded(self, code: int, counted: Flags | None) -> Flags:
        """Passages that a coding of this code, or of one under it, overlaps."""
        codings = self.snapshot.codings
        below = self.snapshot.codes.below(code)
        rows = (codings.code >= below.start) & (codings.code < below.stop) & (codings.end > codings.start)
        if counted is not None:
            rows &= counted
        width = int(self.snapshot.sources.length.max(initial=0)) + 1
        base = codings.source[rows] * width
        starts, ends = np.sort(base + codings.start[rows]), np.sort(base + codings.end[rows])
        here = self.passages.source.astype(np.int64) * width
        begun = np.searchsorted(starts, here + self.passages.end, side="left")
        over = np.searchsorted(ends, here + self.passages.start, side="right")
        return (begun > over) & (self.passages.end > self.passages.start)


def turn_passages(snapshot: Snapshot) -> TurnPassages:
    """All turns of a study, worked out once for a snapshot; reads the texts of the sources that have none."""
    # What a snapshot keeps must not hold it in turn, or neither would go before the collector comes round.
    kept: dict[str, Any] | None = vars(snapshot).get("_turns_laid")
    if kept is None:
        kept = vars(snapshot)["_turns_laid"] = _laid(snapshot)
    return TurnPassages(snapshot=snapshot, **kept)


def _laid(snapshot: Snapshot) -> dict[str, Any]:
    """The fields of `TurnPassages`."""
    sources, people = snapshot.sources, snapshot.participants
    turns = voiced(snapshot.raw["turn"], snapshot.raw["speaker"])
    topic_of = dict(zip(snapshot.raw["question"]["id"], snapshot.raw["question"]["topic"], strict=True))
    source = sources.numbers(turns["source"])
    start, end = turns["start"].to_numpy(), turns["end"].to_numpy()
    order = np.lexsort((end, start, source))
    order = order[source[order] >= 0]
    own = Passages.of(sources.ids, source[order], start[order], end[order])
    passages = own.with_paragraphs(snapshot.starts.text, lambda id: int(sources.length[sources.number[id]]))
    # Paragraphs only stand in sources without turns, so what is no turn is a paragraph.
    with_turns = np.zeros(len(sources), dtype=np.bool_)
    with_turns[own.source] = True
    is_turn = with_turns[passages.source]
    about = sources.participant[passages.source]

    def laid(values: Ints, other: Ints) -> Ints:
        laid_out = other.astype(np.int64)
        laid_out[is_turn] = values[order]
        return laid_out

    voices = np.array([VOICES.index(voice or "unassigned") for voice in turns["voice"].to_list()], dtype=np.int64)
    voice = laid(voices, np.where(about >= 0, VOICES.index("participant"), VOICES.index("unassigned")))
    speech = np.ones(len(passages), dtype=np.bool_)
    speech[is_turn] = (turns["nature"] == "speech").to_numpy()[order]
    participant = np.where(turns["voice"] == "participant", people.numbers(turns["participant"]), -1)
    participant = np.where(speech, laid(participant, about), -1)
    named = snapshot.topics.numbers(turns["topic"])
    by_question = pl.Series([topic_of.get(question) for question in turns["question"].to_list()], dtype=pl.String)
    named = np.where(named >= 0, named, snapshot.topics.numbers(by_question))
    topic = laid(named, np.full(len(passages), -1))
    ids = iter(turns["id"].gather(order).to_list())
    case = np.append(people.case, -1)[participant]
    return {
        "passages": passages,
        "turn": tuple(next(ids) if turn else "" for turn in is_turn.tolist()),
        "voice": voice,
        "speech": speech,
        "participant": participant,
        "case": np.where(case >= 0, case, sources.case[passages.source]),
        "role": np.append(people.role, -1)[participant],
        "topic": topic,
    }


def index_of(snapshot: Snapshot) -> TokenIndex:
    """The words of all texts, cut anew. Where the store kept them, `TokenIndex.unpacked` is quicker."""
    sources = snapshot.sources
    return TokenIndex.of(
        {
            source: snapshot.starts.text(source)
            for source, length in zip(sources.ids, sources.length.tolist(), strict=True)
            if length
        }
    )


def _known(value: str, levels: tuple[str, ...], name: str) -> int:
    for number, level in enumerate(levels):
        if level.casefold() == value.casefold():
            return number
    message = f"{value!r} is no {name}; there are {', '.join(levels) or 'none'}."
    raise BadValueError(message)
