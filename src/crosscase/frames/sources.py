"""Sources, and which words in them are whose.

A *unit* is one participant in one source; besides these every source has a unit of nobody's, for the words of a
case's documents and of speakers that have not been assigned. Everything that is counted is counted through units.

Each unit has a line of its own, on which only its own words lie (`Speech.before`): what interviewers say, quotations,
stage notes and headings take no room on it. A stretch of the source becomes a stretch of that line, empty
when none of its words are theirs. So unions, overlaps and word counts on such lines never count an interviewer.

What a careful reader would get wrong: a text with turns belongs to those who speak in it. Only a text without
any turn belongs, whole, to the participant the source is about.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.frames.intervals import Flags, Ints, without
from crosscase.frames.listing import Listing, numbers_in
from crosscase.frames.people import Cases, Participants
from crosscase.model import Id


@dataclass(frozen=True, eq=False)
class Interviews(Listing):
    """Meetings; labels are names, in the order of their names.

    Attributes:
        case: number; where the interview names none, that of its participants if they share one; -1 where not known.
        date: as recorded.
        minutes: -1 where not known.
        attended: (interview, participant) pairs, in that order.
    """

    case: Ints
    date: tuple[str, ...]
    minutes: Ints
    attended: tuple[Ints, Ints]


@dataclass(frozen=True, eq=False)
class Sources(Listing):
    """Transcripts, documents, images, recordings; labels are names, by position and name.

    Attributes:
        case: number; the source's own, else its interview's, else that of the people in it if they share one; -1 where
            not known.
        participant: whom it is about, -1 where the source does not say.
        interview: number, -1 where none.
        length: code points.
        mapped: somebody's voice is known in it.
    """

    natures: tuple[str, ...]
    dates: tuple[str, ...]
    case: Ints
    participant: Ints
    interview: Ints
    length: Ints
    mapped: Flags


@dataclass(frozen=True, eq=False)
class Units:
    """One participant in one source, ordered by source and participant.

    A source also has a unit of nobody's (participant -1) when words or codings in it belong to nobody known.

    Attributes:
        case: the participant's; for nobody the source's.
        first: the number of the first unit of each source, and at the end how many there are.
    """

    participant: Ints
    source: Ints
    case: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.source)

    def of(self, source: Ints, participant: Ints, participants: int) -> Ints:
        """The unit of each pair; every pair must have one."""
        key = self.source * (participants + 1) + self.participant + 1
        return np.searchsorted(key, source * (participants + 1) + participant + 1).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Speech:
    """The stretches that are a unit's own, ordered by unit and start, none overlapping another of its unit.

    Attributes:
        unit, start, end: the stretch, in code points of the source.
        width: more than any offset; `unit * width + offset` is a place among all units' texts.
        before: own code points that come before each stretch, over all units, and at the end their sum.
    """

    unit: Ints
    start: Ints
    end: Ints
    width: int
    before: Ints

    def stretch(self, unit: Ints, offset: Ints) -> tuple[Ints, Ints]:
        """For places in a unit's source: the last stretch at or before each (-1 for none), and how far into it."""
        places = unit * self.width + offset
        row = np.searchsorted(self.unit * self.width + self.start, places, side="right") - 1
        at = np.maximum(row, 0)
        into = np.minimum(places, self.unit[at] * self.width + self.end[at]) - self.unit[at] * self.width
        return row, into - self.start[at]

    def own(self, unit: Ints, offset: Ints) -> Ints:
        """Own code points before each place, counted over all units before it too."""
        if not len(self.unit):
            return np.zeros(len(unit), dtype=np.int64)
        row, into = self.stretch(unit, offset)
        return np.where(row < 0, 0, self.before[row] + into)


@dataclass(frozen=True, eq=False)
class Turns:
    """Turns ordered by source and start, as far as counting needs them.

    Attributes:
        participant: whose own speech it is, -1 where nobody's.
        topic: what it asks or answers, -1 where not known; `question` says that a question was named.
    """

    source: Ints
    start: Ints
    end: Ints
    participant: Ints
    topic: Ints
    question: Flags
    declined: Flags
    speech: Flags


def interviews_of(raw: pl.DataFrame, attendance: pl.DataFrame, cases: Cases, participants: Participants) -> Interviews:
    """The interviews and who took part; a participant under two merged names took part once."""
    kept = raw.sort("name", "id")
    number = {thing: place for place, thing in enumerate(kept["id"])}
    pairs = pl.DataFrame(
        {
            "interview": numbers_in(number, attendance["interview"]),
            "participant": participants.numbers(attendance["participant"]),
        }
    )
    pairs = pairs.filter((pl.col("interview") >= 0) & (pl.col("participant") >= 0)).unique().sort(pl.all())
    attended = (pairs["interview"].to_numpy(), pairs["participant"].to_numpy())
    case = cases.numbers(kept["case"])
    case = np.where(case >= 0, case, _shared_case(len(kept), attended, participants))
    return Interviews(
        "interview", tuple(kept["id"]), tuple(kept["name"]), number, case, tuple(kept["date"]),
        kept["minutes"].fill_null(-1).to_numpy(), attended,
    )  # fmt: skip


def sources_of(
    raw: pl.DataFrame, turns: pl.DataFrame, cases: Cases, participants: Participants, interviews: Interviews
) -> Sources:
    """The sources, by position and name.

    Args:
        raw: rows of the kind.
        turns: rows with `voice`, as `voiced` gives them.
        cases, participants, interviews: what sources refer to.
    """
    kept = raw.sort("position", "name", "id")
    order = tuple(kept["id"])
    number = {thing: place for place, thing in enumerate(order)}
    about, interview = participants.numbers(kept["participant"]), interviews.numbers(kept["interview"])
    case = cases.numbers(kept["case"])
    case = np.where(case >= 0, case, _looked_up(interviews.case, interview))
    case = np.where(case >= 0, case, _looked_up(participants.case, about))
    heard = turns.select("source", "participant").drop_nulls().unique()
    voices = (numbers_in(number, heard["source"]), participants.numbers(heard["participant"]))
    case = np.where(case >= 0, case, _shared_case(len(order), voices, participants))
    mapped = np.zeros(len(order), dtype=np.bool_)
    known = turns.filter(pl.col("voice").is_in(["participant", "interviewer", "other"]))
    mapped[number_of(number, known["source"])] = True
    with_turns = np.zeros(len(order), dtype=np.bool_)
    with_turns[number_of(number, turns["source"])] = True
    mapped |= ~with_turns & (about >= 0)
    return Sources(
        "source", order, tuple(kept["name"]), number, tuple(kept["nature"]), tuple(kept["date"]), case, about,
        interview, kept["length"].to_numpy(), mapped,
    )  # fmt: skip


def voiced(turns: pl.DataFrame, speakers: pl.DataFrame) -> pl.DataFrame:
    """Turn rows with the voice and the participant (an id) of their speaker; a turn of nobody has neither."""
    who = speakers.select(pl.col("id").alias("speaker"), "voice", "participant")
    joined = turns.join(who, on="speaker", how="left", maintain_order="left")
    # A participant's voice that was not yet given to a participant is as unknown as an unassigned one.
    unknown = (pl.col("voice") == "participant") & pl.col("participant").is_null()
    return joined.with_columns(pl.when(unknown).then(pl.lit("unassigned")).otherwise(pl.col("voice")).alias("voice"))


def turns_of(
    turns: pl.DataFrame, questions: pl.DataFrame, topics: Listing, sources: Sources, participants: Participants
) -> Turns:
    """Turns as arrays; a turn's topic is its own, else that of its question."""
    asked = dict(zip(questions["id"].to_list(), questions["topic"].to_list(), strict=True))
    by_question = pl.Series([asked.get(question) for question in turns["question"].to_list()], dtype=pl.String)
    source = sources.numbers(turns["source"])
    order = np.lexsort((turns["end"].to_numpy(), turns["start"].to_numpy(), source))
    order = order[source[order] >= 0]
    topic = topics.numbers(turns["topic"])
    topic = np.where(topic >= 0, topic, topics.numbers(by_question))
    speech = (turns["nature"] == "speech").to_numpy()
    own = speech & (turns["voice"] == "participant").fill_null(value=False).to_numpy()
    participant = np.where(own, participants.numbers(turns["participant"]), -1)
    return Turns(
        source[order], turns["start"].to_numpy()[order], turns["end"].to_numpy()[order], participant[order],
        topic[order], turns["question"].is_not_null().to_numpy()[order], turns["declined"].to_numpy()[order],
        speech[order],
    )  # fmt: skip


def units_of(sources: Sources, speakers: pl.DataFrame, participants: Participants, interviews: Interviews) -> Units:
    """Who is in which source: by its interview, by its speakers, or because the source is about them."""
    everyone = np.arange(len(sources), dtype=np.int64)
    attended = pl.DataFrame({"interview": interviews.attended[0], "participant": interviews.attended[1]})
    by_interview = pl.DataFrame({"source": everyone, "interview": sources.interview}).join(attended, on="interview")
    voices = speakers.filter(pl.col("voice") == "participant")
    pairs = pl.concat(
        [
            pl.DataFrame({"source": everyone, "participant": np.full(len(sources), -1)}),
            pl.DataFrame({"source": everyone, "participant": sources.participant}),
            by_interview.select("source", "participant"),
            pl.DataFrame(
                {
                    "source": sources.numbers(voices["source"]),
                    "participant": participants.numbers(voices["participant"]),
                }
            ),
        ]
    )
    pairs = pairs.filter(pl.col("source") >= 0).unique().sort("source", "participant")
    source, participant = pairs["source"].to_numpy(), pairs["participant"].to_numpy()
    case = np.where(participant >= 0, _looked_up(participants.case, participant), sources.case[source])
    case = np.where(case >= 0, case, sources.case[source])
    return Units(participant, source, case, np.searchsorted(source, np.arange(len(sources) + 1)).astype(np.int64))


def speech_of(turns: pl.DataFrame, sources: Sources, participants: Participants, units: Units) -> Speech:
    """Whose words are where. Notes, headings, quotations and other people's turns are cut out of longer ones."""
    width = int(sources.length.max(initial=0)) + 2
    source = sources.numbers(turns["source"])
    known = turns["voice"].is_in(["participant", "unassigned"]).fill_null(value=True).to_numpy()
    said = (turns["nature"] == "speech").to_numpy()
    spoken = np.flatnonzero(said & known & (source >= 0))
    cut = np.flatnonzero(~(said & known) & (source >= 0))
    start, end = turns["start"].to_numpy(), turns["end"].to_numpy()
    base = source * width
    row, begins, stops = without(
        (base + start)[spoken], (base + end)[spoken], (base + start)[cut], (base + end)[cut]
    )  # fmt: skip
    participant = np.where(
        (turns["voice"] == "participant").fill_null(value=False).to_numpy(),
        participants.numbers(turns["participant"]),
        -1,
    )
    # Texts without any turn belong to the participant they are about, else to nobody.
    whole = np.ones(len(sources), dtype=np.bool_)
    whole[source[source >= 0]] = False
    texts = np.flatnonzero(whole & (sources.length > 0))
    owner = spoken[row]
    unit = units.of(
        np.concatenate([source[owner], texts]),
        np.concatenate([participant[owner], sources.participant[texts]]),
        len(participants),
    )
    start = np.concatenate([begins - base[owner], np.zeros(len(texts), dtype=np.int64)])
    end = np.concatenate([stops - base[owner], sources.length[texts]])
    return _speech(unit, start, end, width)


def _speech(unit: Ints, start: Ints, end: Ints, width: int) -> Speech:
    order = np.lexsort((start, unit))
    unit, start, end = unit[order], start[order], end[order]
    reached = np.zeros(len(unit), dtype=np.int64)
    reached[1:] = np.maximum.accumulate(unit * width + end)[:-1]
    start = np.maximum(start, np.minimum(reached - unit * width, end))
    kept = start < end
    unit, start, end = unit[kept], start[kept], end[kept]
    before = np.zeros(len(unit) + 1, dtype=np.int64)
    np.cumsum(end - start, out=before[1:])
    return Speech(unit, start, end, width, before)


def number_of(number: dict[Id, int], ids: pl.Series) -> Ints:
    """The numbers of the ids of a column that are known, each once."""
    found = numbers_in(number, ids.unique())
    return found[found >= 0]


def _shared_case(things: int, pairs: tuple[Ints, Ints], participants: Participants) -> Ints:
    """The case that all participants of a thing share; -1 where they have none or several."""
    thing, case = pairs[0], _looked_up(participants.case, pairs[1])
    known = (thing >= 0) & (case >= 0)
    low, high = np.full(things, np.iinfo(np.int64).max), np.full(things, -1)
    np.minimum.at(low, thing[known], case[known])
    np.maximum.at(high, thing[known], case[known])
    return np.where(low == high, high, -1)


def _looked_up(values: Ints, at: Ints) -> Ints:
    """values[at], and -1 where `at` is."""
    return np.where(at >= 0, np.append(values, -1)[at], -1)
