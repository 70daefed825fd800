"""What an empty cell means: one word for each participant and each code or topic.

The words (`WORDS`) are a fixed list, ordered from *never met* to *said of their own accord*; a cell of many
participants lists its mixture and never picks one. For a topic the turns say who was asked. For a code the readings say
who was read for it, and, where a link joins the code to topics, the turns say who was asked; where none does, somebody
who was coded simply *said* it.

Two things a careful reader would get wrong. *Not recruited* counts places of the frame that nobody fills, not people.
And a participant counts as read for a code only when all texts with words of theirs were read to the end for it.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.analyses.counting import Counted, Evidence
from crosscase.analyses.layout import Layout
from crosscase.analyses.lines import What
from crosscase.analyses.scope import Scope
from crosscase.analyses.who import Who
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.topics import NEVER

WORDS = (
    "not recruited",
    "not interviewed",
    "no text yet",
    "not known (turns not mapped)",
    "not yet read for this code",
    "not asked",
    "asked, declined",
    "asked, silent",
    "read, nothing coded",
    "said it is not so",
    "said",
    "said when asked",
    "volunteered",
)
(
    NOT_RECRUITED, NOT_INTERVIEWED, NO_TEXT, NOT_KNOWN, NOT_READ, NOT_ASKED, DECLINED, SILENT, NOTHING, NOT_SO,
    SAID, WHEN_ASKED, VOLUNTEERED,
) = range(len(WORDS))  # fmt: skip

# What does not depend on the code or topic.
BEFORE = WORDS[:NOT_READ]

States: TypeAlias = npt.NDArray[np.int8]


def before_the_text(snapshot: Snapshot, scope: Scope) -> States:
    """For each participant how far things have come: not interviewed, no text, not known; -1 where words are known."""
    people, units, sources = snapshot.participants, snapshot.units, snapshot.sources
    state = np.full(len(people), NOT_INTERVIEWED, dtype=np.int8)
    state[snapshot.interviews.attended[1]] = NO_TEXT
    here = scope.units & (units.participant >= 0)
    state[units.participant[here]] = NO_TEXT
    state[units.participant[here & (sources.length[units.source] > 0)]] = NOT_KNOWN
    state[units.participant[here & snapshot.has_words]] = -1
    return state


def code_states(counted: Counted, layout: Layout, *, coded: Flags, read: Flags) -> States:
    """Seats × lines: the word of each.

    Args:
        counted, layout: the table.
        coded: seats × lines, with a coding that counts and does not say it is not so.
        read: seats × lines.
    """
    snapshot, what, evidence = counted.snapshot, counted.what, counted.evidence
    before = before_the_text(snapshot, counted.scope)[layout.person]
    states = np.repeat(before[:, None], len(what.lines), axis=1)
    known = before < 0
    states[known] = NOT_READ
    np.putmask(states, known[:, None] & read, NOTHING)
    if counted.not_so is not None:
        np.putmask(states, layout.seats(counted.not_so), NOT_SO)
    np.putmask(states, coded, SAID)
    for number, topics in topics_of_lines(snapshot, what):
        states[:, number] = _with_topics(snapshot, layout, evidence, states[:, number], (number, topics))
    return states


def topics_of_lines(snapshot: Snapshot, what: What) -> list[tuple[int, Ints]]:
    """The lines whose codes are linked to topics, and those topics."""
    code, topic = snapshot.topics.of_codes
    found: list[tuple[int, Ints]] = []
    if not len(topic):
        return found
    for number, line in enumerate(what.lines):
        if line.kind == "code":
            place = snapshot.codes.number[line.id]
            under = snapshot.codes.below(place) if line.below else range(place, place + 1)
            topics = np.unique(topic[np.isin(code, np.array(under))])
            if len(topics):
                found.append((number, topics))
    return found


def _with_topics(
    snapshot: Snapshot, layout: Layout, evidence: Evidence, states: States, line: tuple[int, Ints]
) -> States:
    """The states of one line, told apart by who was asked about its topics."""
    number, topics = line
    of, units = snapshot.topics, snapshot.units
    known = of.known[units.source]
    first_asked = of.asked_at[:, topics].min(axis=1)
    asked = first_asked[units.source] < NEVER
    answered = (of.answered | of.volunteered)[:, topics].any(axis=1)
    declined = of.declined[:, topics].any(axis=1)
    rows = slice(int(evidence.first[number]), int(evidence.first[number + 1]))
    unit, coding = evidence.unit[rows], evidence.coding[rows]
    said = evidence.counted[rows] & ~evidence.against[rows] & known[unit]
    unprompted = said & (snapshot.codings.start[coding] < first_asked[units.source[unit]])
    columns = np.zeros((len(units), 5), dtype=np.bool_)
    columns[:, 0], columns[:, 1], columns[:, 2] = asked, answered, declined
    columns[unit[said], 3] = True
    columns[unit[unprompted], 4] = True
    is_asked, has_answered, has_declined, when_asked, volunteered = layout.seats(columns).T
    is_known = layout.seats((known | ~snapshot.has_words)[:, None], all_of=True)[:, 0]
    states = states.copy()
    silent = (states == NOTHING) & is_known & ~has_answered
    states[silent & ~is_asked] = NOT_ASKED
    states[silent & is_asked] = SILENT
    states[silent & has_declined] = DECLINED
    states[(states == SAID) & when_asked] = WHEN_ASKED
    states[((states == SAID) | (states == WHEN_ASKED)) & volunteered] = VOLUNTEERED
    return states


def topic_states(snapshot: Snapshot, layout: Layout, scope: Scope) -> States:
    """Seats × topics: the word of each."""
    topics, units = snapshot.topics, snapshot.units
    before = before_the_text(snapshot, scope)[layout.person]
    states = np.repeat(before[:, None], len(topics), axis=1)
    # That nobody asked can be said only of people in all of whose texts the turns were mapped.
    mapped: Flags = topics.known[units.source] | ~snapshot.has_words
    known = layout.seats(mapped[:, None], all_of=True)[:, 0]
    open_to = before < 0
    states[open_to] = NOT_KNOWN
    states[open_to & known] = NOT_ASKED
    here = open_to[:, None]
    asked = (topics.asked_at < NEVER)[units.source] & snapshot.has_words[:, None]
    states[here & layout.seats(asked)] = SILENT
    states[here & layout.seats(topics.declined)] = DECLINED
    states[here & layout.seats(topics.answered)] = WHEN_ASKED
    states[here & layout.seats(topics.volunteered)] = VOLUNTEERED
    return states


def unfilled(snapshot: Snapshot, who: Who, scope: Scope) -> Ints:
    """For each line how many places of the frame nobody fills.

    A line made of cases or sampling roles to which nobody at all was recruited gives -1 - places: it is *not
    recruited* without a target too.
    """
    plan, people = snapshot.plan, snapshot.participants
    filled = np.zeros_like(plan.planned)
    placed = (people.case >= 0) & (people.role >= 0)
    np.add.at(filled, (people.case[placed], people.role[placed]), 1)
    missing = np.maximum(plan.planned - filled, 0) * (scope.cases[:, None] & scope.roles[None, :])
    counts = np.zeros(len(who.lines), dtype=np.int64)
    if not who.by_place:
        return counts
    counts[:] = [int(missing[places].sum()) for places in who.places]
    person, line = who.participants
    recruited = np.bincount(line[scope.participants[person]], minlength=len(who.lines))
    return np.where(recruited == 0, -1 - counts, counts)


def mixtures(states: States, layout: Layout, missing: Ints) -> Ints:
    """Columns × lines × words: how many participants, and places not filled, are in each state."""
    lines = states.shape[1]
    counts = np.zeros((layout.columns, lines, len(WORDS)), dtype=np.int64)
    for word in range(len(WORDS)):
        here = states == word
        if here.any():
            counts[:, :, word] = layout.by_column(here)
    counts[:, :, NOT_RECRUITED] = np.where(missing < 0, -1 - missing, missing)[:, None]
    return counts


def mixture(counts: Ints, missing: int) -> dict[str, int]:
    """A cell of `mixtures` in words. *Not recruited* stands there also when no places were planned, as 0."""
    found = {word: int(count) for word, count in zip(WORDS, counts.tolist(), strict=True) if count}
    return {WORDS[NOT_RECRUITED]: 0, **found} if missing < 0 else found
