"""Axes of who speaks: cases, sampling roles, participants, groupings and other attributes; and when.

An axis says to which of its lines each participant belongs, and each unit (one participant's words in one source, or
nobody's). Attributes of sources and interviews divide the words of one person: they then stand in several lines.

What a careful reader would get wrong: a line nobody belongs to stays in the table. An empty sampling role in a case
was *not recruited*; leaving it out, or printing 0 %, would hide that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from crosscase.analyses.lines import EVERYTHING, Line
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints, expanded
from crosscase.frames.listing import numbers_in
from crosscase.frames.variables import Variable


@dataclass(frozen=True, eq=False)
class Who:
    """Lines, and who belongs to them.

    Attributes:
        lines: in reading order.
        units: (unit, line) pairs.
        participants: (participant, line) pairs.
        cases: (case, line) pairs, for words that are a case's and nobody's; the number after the last case is none.
        places: lines × cases × sampling roles: which places of the frame a line holds.
        by_place: the line is made of cases or sampling roles, so that nobody in it means *not recruited*.
        by_source: the line is made of sources, so a participant is in it only through words.
    """

    lines: tuple[Line, ...]
    units: tuple[Ints, Ints]
    participants: tuple[Ints, Ints]
    cases: tuple[Ints, Ints]
    places: Flags
    by_place: bool
    by_source: bool = False


NOBODY = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def everyone(snapshot: Snapshot) -> Who:
    """One line with everybody, and the documents of all cases."""
    units, people = np.arange(len(snapshot.units)), np.arange(len(snapshot.participants))
    places = np.ones((1, len(snapshot.cases), len(snapshot.roles)), dtype=np.bool_)
    cases = np.arange(len(snapshot.cases) + 1)
    return Who((EVERYTHING,), (units, units * 0), (people, people * 0), (cases, cases * 0), places, by_place=True)


def who_axis(snapshot: Snapshot, name: str) -> Who:
    """The axis called `cases`, `roles`, `participants`, `sets`, `primary`, or by the name of an attribute or grouping.

    Sets are those of participants. `years` and `months` are those in which interviews were held, or sources dated;
    what has no such date is in none.

    Raises:
        NotFoundError, AmbiguousError: no such attribute, or several.
        BadValueError: there is nothing to show on it.
    """
    if name == "cases":
        listing, of_people, of_units = snapshot.cases, snapshot.participants.case, snapshot.units.case
        lines = _lines("case", listing.ids, listing.labels)
        who = _placed(snapshot, lines, of_people, of_units, axis=0)
    elif name == "roles":
        roles, of_people = snapshot.roles, snapshot.participants.role
        lines = _lines("role", roles.ids, roles.labels)
        who = _placed(snapshot, lines, of_people, _of_units(snapshot, of_people), axis=1)
    elif name == "participants":
        people = np.arange(len(snapshot.participants))
        lines = _lines("participant", snapshot.participants.ids, snapshot.participants.labels)
        who = _split(snapshot, lines, people, _of_units(snapshot, people))
    elif name == "sets":
        who = _sets(snapshot)
    elif name in _PERIODS:
        who = _by_variable(snapshot, _period(snapshot, name))
    elif name == "primary" and snapshot.primary is None:
        message = "This study has no primary grouping. Set one, or name the grouping."
        raise BadValueError(message)
    else:
        who = _by_variable(snapshot, snapshot.primary if name == "primary" else snapshot.variable(name))  # type: ignore[arg-type]  # not None here
    if not who.lines:
        message = f"There is nothing in this study to show by {name}."
        raise BadValueError(message)
    return who


def product(rows: Who, columns: Who) -> Who:
    """The lines of both, crossed: line `r * len(columns.lines) + c`."""
    width = len(columns.lines)
    lines = tuple(Line(f"{r.key}×{c.key}", f"{r.label}, {c.label}", r.kind) for r in rows.lines for c in columns.lines)
    places = rows.places[:, None] & columns.places[None, :]
    return Who(
        lines, _crossed(rows.units, columns.units, width), _crossed(rows.participants, columns.participants, width),
        _crossed(rows.cases, columns.cases, width),
        places.reshape(len(lines), *places.shape[2:]), rows.by_place and columns.by_place,
        rows.by_source or columns.by_source,
    )  # fmt: skip


def _crossed(left: tuple[Ints, Ints], right: tuple[Ints, Ints], width: int) -> tuple[Ints, Ints]:
    order = np.argsort(right[0], kind="stable")
    things, lines = right[0][order], right[1][order]
    first = np.searchsorted(things, left[0], side="left")
    count = np.searchsorted(things, left[0], side="right") - first
    row, at = expanded(first, count)
    return left[0][row], left[1][row] * width + lines[at]


def _lines(kind: str, ids: tuple[str, ...], labels: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(id, label, kind, id) for id, label in zip(ids, labels, strict=True))  # type: ignore[arg-type]  # a literal


def _of_units(snapshot: Snapshot, of_people: Ints) -> Ints:
    return np.append(of_people, -1)[snapshot.units.participant]


def _pairs(line_of: Ints) -> tuple[Ints, Ints]:
    things = np.flatnonzero(line_of >= 0)
    return things, line_of[things]


def _placed(snapshot: Snapshot, lines: tuple[Line, ...], of_people: Ints, of_units: Ints, *, axis: int) -> Who:
    """Lines that are the cases (axis 0) or the sampling roles (axis 1) themselves."""
    own = np.eye(len(lines), dtype=np.bool_)
    own = own[:, :, None] if axis == 0 else own[:, None, :]
    places = np.broadcast_to(own, (len(lines), len(snapshot.cases), len(snapshot.roles)))
    cases = _pairs(np.arange(len(lines))) if axis == 0 else NOBODY
    return Who(lines, _pairs(of_units), _pairs(of_people), cases, places, by_place=True)


def _split(snapshot: Snapshot, lines: tuple[Line, ...], of_people: Ints, of_units: Ints) -> Who:
    places = np.zeros((len(lines), len(snapshot.cases), len(snapshot.roles)), dtype=np.bool_)
    return Who(lines, _pairs(of_units), _pairs(of_people), NOBODY, places, by_place=False)


def _sets(snapshot: Snapshot) -> Who:
    """Sets of participants by name; somebody can be in several."""
    kept = snapshot.raw["set"].filter(pl.col("of") == "participant").sort("name", "id")
    number = {thing: place for place, thing in enumerate(kept["id"])}
    members, people = snapshot.raw["set_member"], snapshot.participants
    set_, person = numbers_in(number, members["set"]), people.numbers(members["thing"])
    inside = (set_ >= 0) & (person >= 0)
    width = max(len(kept), 1)
    keys = np.unique((person * width + set_)[inside])
    pairs = (keys // width, keys % width)
    lines = _lines("set", tuple(kept["id"]), tuple(kept["name"]))
    places = np.zeros((len(lines), len(snapshot.cases), len(snapshot.roles)), dtype=np.bool_)
    return Who(lines, through(snapshot.units.participant, pairs), pairs, NOBODY, places, by_place=False)


def _by_variable(snapshot: Snapshot, variable: Variable) -> Who:
    level = {value: place for place, value in enumerate(variable.levels)}
    lines = tuple(Line(f"{variable.id}={value}", value, "value", variable.id) for value in variable.levels)
    held = [[level[value] for value in values] for values in variable.values]
    count = np.array([len(those) for those in held], dtype=np.int64)
    subject, _ = expanded(np.zeros(len(held), dtype=np.int64), count)
    pairs = (subject, np.array([line for those in held for line in those], dtype=np.int64))
    people, units = snapshot.participants, snapshot.units
    if variable.subject == "case":
        places = np.zeros((len(lines), len(snapshot.cases), len(snapshot.roles)), dtype=np.bool_)
        places[pairs[1], pairs[0]] = True
        return Who(lines, through(units.case, pairs), through(people.case, pairs), pairs, places, by_place=True)
    places = np.zeros((len(lines), len(snapshot.cases), len(snapshot.roles)), dtype=np.bool_)
    if variable.subject == "participant":
        everybody = np.arange(len(people), dtype=np.int64)
        everyone_in = through(everybody, pairs)
        return Who(lines, through(units.participant, pairs), everyone_in, NOBODY, places, by_place=False)
    of_units = units.source if variable.subject == "source" else snapshot.sources.interview[units.source]
    by_unit = through(of_units, pairs)
    person = units.participant[by_unit[0]]
    width = max(len(lines), 1)
    keys = np.unique((person * width + by_unit[1])[person >= 0])
    return Who(lines, by_unit, (keys // width, keys % width), NOBODY, places, by_place=False, by_source=True)


_PERIODS = {"years": re.compile(r"[0-9]{4}"), "months": re.compile(r"[0-9]{4}-[0-9]{2}")}


def _period(snapshot: Snapshot, name: str) -> Variable:
    """The year or month of each source, as if it were an attribute."""
    dates, interview = snapshot.interviews.date, snapshot.sources.interview.tolist()
    when = [
        dates[at] if at >= 0 and dates[at] else own for at, own in zip(interview, snapshot.sources.dates, strict=True)
    ]
    found = [_PERIODS[name].match(date) for date in when]
    values = tuple((match[0],) if match else () for match in found)
    levels = tuple(sorted({match[0] for match in found if match}))
    return Variable(name, name, "source", "date", grouping=False, values=values, levels=levels)


def through(subject_of: Ints, pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """(thing, line) pairs of things whose subject (a number, -1 for none) has these (subject, line) pairs."""
    first = np.searchsorted(pairs[0], subject_of, side="left")
    count = np.searchsorted(pairs[0], subject_of, side="right") - first
    thing, at = expanded(first, count)
    return thing, pairs[1][at]
