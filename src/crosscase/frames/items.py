"""Items of questionnaires, and what each participant answered.

An *item* is a question that is answered in writing or by choosing. Answers that were given under a merged identifier
count for the survivor where that one has none. `variable_of` makes an item a variable of participants, so that whatever
can be compared by an attribute can be compared by an answer.

What a careful reader would get wrong: somebody without an answer is not one who left the item empty. Of the first
nothing is known; the second was asked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from crosscase.frames.intervals import Flags
from crosscase.frames.listing import Listing
from crosscase.frames.people import Participants
from crosscase.frames.variables import Variable
from crosscase.model.people import AttributeType

OUTCOMES = ("answered", "left empty", "declined", "does not apply")
NO_ANSWER = "no answer known"


@dataclass(frozen=True, eq=False)
class Items(Listing):
    """The items, by instrument and position; labels are their numbers, else their wordings.

    Attributes:
        wordings, natures, options, instruments: of each item.
        outcome: items × participants, a place in `OUTCOMES`; -1 where no answer is known.
        values: for each item and participant what was answered; none unless it was.
    """

    wordings: tuple[str, ...]
    natures: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    instruments: tuple[str, ...]
    outcome: npt.NDArray[np.int8]
    values: tuple[tuple[tuple[str, ...], ...], ...]

    def aliases(self) -> list[tuple[str, int]]:
        """Wordings, and numbers with their instrument."""
        pairs = zip(self.wordings, self.instruments, self.labels, strict=True)
        return [
            alias
            for place, (wording, instrument, label) in enumerate(pairs)
            for alias in ((wording, place), (f"{instrument}/{label}", place))
        ]

    def steps(self, item: int) -> npt.NDArray[np.float64]:
        """For each participant the number of the step (from 1) or the number answered; NaN where there is none."""
        found = np.full(self.outcome.shape[1], np.nan)
        places = {option: step for step, option in enumerate(self.options[item], 1)}
        for person, values in enumerate(self.values[item]):
            if len(values) == 1:
                found[person] = places.get(values[0], np.nan) if places else _number(values[0])
        return found

    def chosen(self, item: int, option: str) -> Flags:
        """Which participants chose an option."""
        return np.array([option in values for values in self.values[item]], dtype=np.bool_)


def items_of(
    questions: pl.DataFrame, instruments: pl.DataFrame, answers: pl.DataFrame, participants: Participants
) -> Items:
    """The items and their answers."""
    names = {thing: f"{name} {version}" for thing, name, version in instruments.select("id", "name", "version").rows()}
    plain: dict[str, str] = dict(instruments.select("id", "name").iter_rows())
    raw = questions.filter(pl.col("nature") != "open")
    rows = sorted(
        raw.iter_rows(named=True), key=lambda row: (names.get(row["instrument"], ""), row["position"], row["id"])
    )
    number = {row["id"]: place for place, row in enumerate(rows)}
    outcome = np.full((len(rows), len(participants)), -1, dtype=np.int8)
    values: list[list[tuple[str, ...]]] = [[()] * len(participants) for _ in rows]
    found = list(answers.select("question", "participant", "values", "outcome").iter_rows())
    for own in (False, True):
        for question, participant, given, what in found:
            item, person = number.get(question, -1), participants.number.get(participant, -1)
            if item >= 0 and person >= 0 and (participants.ids[person] == participant) is own:
                outcome[item, person] = OUTCOMES.index(what)
                values[item][person] = tuple(given)
    return Items(
        "question",
        tuple(row["id"] for row in rows),
        tuple(row["number"] or row["wording"] for row in rows),
        number,
        tuple(row["wording"] for row in rows),
        tuple(row["nature"] for row in rows),
        tuple(tuple(row["options"]) for row in rows),
        tuple(plain.get(row["instrument"], "") for row in rows),
        outcome,
        tuple(tuple(each) for each in values),
    )


def variable_of(items: Items, item: int, *, merged: bool = False) -> Variable:
    """An item as a variable of participants, so that everybody has a value: the answer, or what else came of it.

    Args:
        items: all of them.
        item: which.
        merged: the steps of a scale of four or more as low, middle and high (without a middle where their number is
            even), numbers as up to and above their median.
    """
    options, nature = items.options[item], items.natures[item]
    level: dict[str, str] = {option: option for option in options}
    if nature == "likert" and merged and len(options) > 3:
        level = _merged(options)
    values: list[tuple[str, ...]] = []
    numbers = items.steps(item) if nature == "number" else np.zeros(0)
    known = numbers[~np.isnan(numbers)]
    middle = float(np.median(known)) if len(known) else 0.0
    for person, given in enumerate(items.values[item]):
        state = int(items.outcome[item, person])
        if state:
            values.append((f"({OUTCOMES[state] if state > 0 else NO_ANSWER})",))
        elif nature == "number":
            values.append((f"{'up to' if numbers[person] <= middle else 'above'} {middle:g}",))
        elif nature == "text":
            values.append(("answered",))
        else:
            values.append(tuple(dict.fromkeys(level.get(value, value) for value in given)))
    held = {value for each in values for value in each}
    order = [*dict.fromkeys(level.values()), f"up to {middle:g}", f"above {middle:g}", "answered"]
    # Every option has its column, whether anybody chose it or not.
    order = list(options) if options and not merged else [one for one in order if one in held]
    missing = [f"({what})" for what in (*OUTCOMES[1:], NO_ANSWER) if f"({what})" in held]
    extra = sorted(held - set(order) - set(missing))
    kind: AttributeType = "many-of" if nature == "many" else "one-of"
    return Variable(
        items.ids[item], items.labels[item], "participant", kind, grouping=False, values=tuple(values),
        levels=(*order, *extra, *missing),
    )  # fmt: skip


def _merged(options: tuple[str, ...]) -> dict[str, str]:
    half = len(options) // 2
    low, high = options[:half], options[-half:]
    names = dict.fromkeys(low, f"low ({low[0]} – {low[-1]})")
    names |= {option: option for option in options[half:-half]}
    return names | dict.fromkeys(high, f"high ({high[0]} – {high[-1]})")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
