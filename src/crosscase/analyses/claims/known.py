"""What is known of each participant and document, for each thing that claims ask: one word for each.

The words are those of `states` for codes and themes, so that a claim can never count what a matrix does not, and words
of their own for answers to items. `VALUES` says which of them mean that it is so, that it is not, or that it stays
open; words after which nothing is known are the reasons why a claim is not shown.

What a careful reader would get wrong: *asked, silent* and *read, nothing coded* are silence. Whether silence means that
it was not said, or leaves it open whether it is so, is for the claim to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analyses.claims.language import Asked, key_of, place_query
from crosscase.analyses.counting import Counted, counted_of
from crosscase.analyses.layout import Layout, layout_of
from crosscase.analyses.lines import Line, What, gathered, of_code, of_theme, theme_codings
from crosscase.analyses.retrieval_query import Placed
from crosscase.analyses.retrieve import codings_of_query
from crosscase.analyses.scope import Filters, Scope, scope_of
from crosscase.analyses.states import NO_TEXT, NOT_READ, NOT_SO, NOTHING, SAID, SILENT, WORDS, code_states
from crosscase.analyses.who import everyone
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.items import OUTCOMES
from crosscase.frames.token_index import TokenIndex

ANSWERED_SO, ANSWERED_OTHERWISE = "answered so", "answered otherwise"
NO_ANSWER, NOBODY = "no answer known", "nobody there"
ALL_WORDS = (*WORDS, ANSWERED_SO, ANSWERED_OTHERWISE, *OUTCOMES[1:], NO_ANSWER, NOBODY)
"""Every word that a unit can have for one thing asked."""

NONE, NO, OPEN, YES = -1, 0, 1, 2
"""Has no bearing; is not so; not known; is so."""

Values = npt.NDArray[np.int8]

_SO = {*WORDS[SAID:], ANSWERED_SO}
_NOT_SO = {WORDS[NOT_SO], ANSWERED_OTHERWISE}
SILENCE = {WORDS[SILENT], WORDS[NOTHING]}
"""Words of silence."""
KINDS_OF_NOTHING = tuple(word for word in ALL_WORDS if word not in _SO | {ANSWERED_OTHERWISE})
"""Every word but those that somebody said."""
_AT = {word: place for place, word in enumerate(ALL_WORDS)}


def values_of(words: Values, *, silence: int) -> Values:
    """From words (places in `ALL_WORDS`, -1 for no bearing) to what is known.

    Args:
        words: of any shape.
        silence: what silence means, `NO` or `OPEN`.
    """
    table = np.full(len(ALL_WORDS) + 1, OPEN, dtype=np.int8)
    for word, place in _AT.items():
        table[place] = YES if word in _SO else NO if word in _NOT_SO else silence if word in SILENCE else OPEN
    table[-1] = NONE
    return table[words]


@dataclass(frozen=True, eq=False)
class Known:
    """Items × things asked, in one scope.

    An *item* is a participant with all their words in the scope, or a stretch of a source that is nobody's (a document
    of a case); with `by_source`, one participant's words in one source, or nobody's.

    Attributes:
        words: places in `ALL_WORDS`; -1 where the thing has no bearing (an answer, asked of a document).
        participant, case, source: of each item; -1 for none (a participant is in no one source).
        unit_item: the item of each unit of the snapshot; -1 for those outside.
        counted: the codings behind it; `places`: for each thing asked its line there, -1 for answers.
    """

    snapshot: Snapshot
    scope: Scope
    words: Values
    participant: Ints
    case: Ints
    source: Ints
    unit_item: Ints
    counted: Counted
    places: Ints


def known(
    snapshot: Snapshot, index: TokenIndex | None, things: Sequence[Asked | Placed], filters: Filters, *,
    by_source: bool = False,
) -> Known:  # fmt: skip
    """What is known of everybody in a scope.

    Args:
        snapshot: the study.
        index: its words at the same version; needed for place operators.
        things: names, and place operators with the names in them by id.
        filters: the scope.
        by_source: items are the words of one participant in one source.

    Raises:
        NotFoundError, AmbiguousError: something is named that is not there.
        BadValueError: an item is not answered in the way that is asked.
    """
    scope = scope_of(snapshot, filters)
    axis = [n for n, one in enumerate(things) if isinstance(one, Placed) or one.kind != "answer"]
    what = _what(snapshot, index, [things[n] for n in axis], filters)
    counted = counted_of(snapshot, what, scope, words=False)
    layout = layout_of(snapshot, everyone(snapshot), scope)
    places = np.full(len(things), -1, dtype=np.int64)
    places[axis] = np.arange(len(axis))
    units, people = snapshot.units, snapshot.participants
    seated = layout.person[:0] if by_source else layout.person
    loose = np.flatnonzero(scope.units & ((units.participant < 0) | by_source))
    loose = loose[snapshot.has_words[loose] | counted.said[loose].any(axis=1)]
    participant = np.concatenate([seated, units.participant[loose]])
    words = np.full((len(participant), len(things)), -1, dtype=np.int8)
    if axis:
        words[: len(seated), axis] = _of_seats(counted, layout) if len(seated) else 0
        words[len(seated) :, axis] = _of_units(counted, loose)
    for n, one in enumerate(things):
        if isinstance(one, Asked) and one.kind == "answer":
            somebody = participant >= 0
            words[somebody, n] = answers_of(snapshot, one)[participant[somebody]]
    unit_item = np.full(len(units), -1, dtype=np.int64)
    unit_item[loose] = len(seated) + np.arange(len(loose))
    if len(seated):
        seat_of = np.full(len(people) + 1, -1, dtype=np.int64)
        seat_of[seated] = np.arange(len(seated))
        theirs = scope.units & (units.participant >= 0)
        unit_item[theirs] = seat_of[units.participant[theirs]]
    case = np.concatenate([people.case[seated], units.case[loose]])
    source = np.concatenate([np.full(len(seated), -1, dtype=np.int64), units.source[loose]])
    return Known(snapshot, scope, words, participant, case, source, unit_item, counted, places)


def _of_seats(counted: Counted, layout: Layout) -> Values:
    """Seats × lines, as in every table of participants."""
    has_words = layout.seats(counted.snapshot.has_words[:, None])
    coded = layout.seats(counted.said)
    read = layout.seats(counted.read, all_of=True) & has_words
    return code_states(counted, layout, coded=coded, read=read)


def _of_units(counted: Counted, units: Ints) -> Values:
    """Units × lines: whether it is said there, and else whether that was read."""
    snapshot = counted.snapshot
    words = np.full((len(units), counted.said.shape[1]), NOT_READ, dtype=np.int8)
    words[counted.read[units]] = NOTHING
    words[snapshot.sources.length[snapshot.units.source[units]] == 0] = NO_TEXT
    if counted.not_so is not None:
        words[counted.not_so[units]] = NOT_SO
    words[counted.said[units]] = SAID
    return words


def answers_of(snapshot: Snapshot, one: Asked) -> Values:
    """For each participant the word of an answer.

    Raises:
        BadValueError: the item cannot be answered so.
    """
    items = snapshot.items
    item = items.find(one.name)
    words = np.full(len(snapshot.participants), _AT[NO_ANSWER], dtype=np.int8)
    for outcome, name in enumerate(OUTCOMES):
        words[items.outcome[item] == outcome] = _AT[name if outcome else ANSWERED_OTHERWISE]
    answered = items.outcome[item] == 0
    words[answered & _fits(snapshot, item, one)] = _AT[ANSWERED_SO]
    return words


def _fits(snapshot: Snapshot, item: int, one: Asked) -> Flags:
    """Which participants gave one of the answers that are meant."""
    items = snapshot.items
    options = items.options[item]
    if one.operator == "=":
        wanted = {value.casefold() for value in one.values}
        lacking = [value for value in one.values if options and value.casefold() not in map(str.casefold, options)]
        if lacking:
            message = f"{items.labels[item]!r} has no answer {lacking[0]!r}. It has: {', '.join(options)}."
            raise BadValueError(message)
        return np.array([any(given.casefold() in wanted for given in values) for values in items.values[item]])
    steps = items.steps(item)
    try:
        (value,) = one.values
        limit = options.index(value) + 1 if value in options else float(value)
    except ValueError:
        message = f"{one.values[0]!r} is no number and no step of {items.labels[item]!r}, so that {one.operator} fails."
        raise BadValueError(message) from None
    with np.errstate(invalid="ignore"):
        return steps >= limit if one.operator == ">=" else steps <= limit


def _what(snapshot: Snapshot, index: TokenIndex | None, things: Sequence[Asked | Placed], filters: Filters) -> What:
    """Codes, themes and place operators as lines of one axis."""
    tree, themes, codings = snapshot.codes, snapshot.themes, snapshot.codings
    evidence = theme_codings(snapshot) if any(isinstance(o, Asked) and o.kind == "theme" for o in things) else []
    lines: list[Line] = []
    found: list[tuple[Ints, Flags]] = []
    needs: list[list[int]] = []
    for n, one in enumerate(things):
        if isinstance(one, Placed):
            rows, needed = codings_of_query(snapshot, index, place_query(one), filters)
            line, said = Line(f"{n}", one.operator, "any"), (rows, np.zeros(len(rows), dtype=np.bool_))
        elif one.any:
            line, needed = Line(f"{n}", "any coding", "any"), []
            said = (np.arange(len(codings), dtype=np.int64), codings.denied)
        elif one.kind == "theme":
            place = themes.find(one.name)
            line = Line(f"{n}", themes.labels[place], "theme", themes.ids[place], below=True)
            said, needed = of_theme(snapshot, place, evidence)
        else:
            place = tree.find(one.name)
            line = Line(f"{n}", tree.labels[place], "code", tree.ids[place], below=True)
            said, needed = of_code(snapshot, place)
        lines.append(line)
        found.append(said)
        needs.append(needed)
    # Place operators were answered in this scope, which the key of what is kept holds anyway.
    return gathered(lines, found, needs, ("claims", tuple(key_of(one) for one in things)))
