"""What groups answered to the items of a questionnaire: counts, medians, what is missing and why, and tests.

A row for each item and group: answered n of N participants, in cases k of K, the median of a scale or number, how often
each option was chosen, and what else came of the item. A test that fits the item is done unless it is switched off, and
said to make no sense where it makes none. Beside each test stands the result by case.

What a careful reader would get wrong: people within a case are not independent of one another. Each test counts them as
if they were; the same test with one number for each case stands beside it where that can be had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.answers_tested import NOT_INDEPENDENT, Tested, TestName, tested
from crosscase.analyses.lines import EVERYTHING, Line
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.who import Who, everyone, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.items import NO_ANSWER, OUTCOMES, Items
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure


class AnswersOptions(Filters, frozen=True, kw_only=True):
    """What to show.

    Attributes:
        items: by number or wording; all when empty.
        instrument: only items of this questionnaire.
        by: groups: `primary`, `cases`, `roles`, a grouping or another attribute; empty for everybody together.
        test: `fitting` chooses: Kruskal–Wallis for scales and numbers, chi-square with Fisher’s for one-of.
    """

    items: tuple[str, ...] = ()
    instrument: str = ""
    by: str = "primary"
    test: TestName = "fitting"


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What a group answered to an item.

    Attributes:
        item, group: places among items and groups.
        participants, cases: who is in the group; `answered`, `of_cases`: who answered, in how many cases.
        median: of the steps (from 1) or numbers; with the quarters below and above.
        counts: how often each option was chosen; of numbers and words none.
        missing: by kind how many did not answer.
    """

    item: int
    group: int
    participants: int
    answered: int
    cases: int
    of_cases: int
    median: float | None
    quartiles: tuple[float, float] | None
    counts: tuple[int, ...]
    missing: dict[str, int]


@dataclass(frozen=True, eq=False)
class Answers(Result):
    """The answers of groups.

    Attributes:
        items: numbers of items; `groups`: lines.
        rows: item by item, group by group; `by_case`: the same with cases for groups.
        tested: of each item, where there are groups to compare.
        inside: groups × participants; `inside_cases`: cases × participants.
    """

    snapshot: Snapshot
    options: AnswersOptions
    items: tuple[int, ...]
    groups: tuple[Line, ...]
    rows: tuple[Answered, ...]
    by_case: tuple[Answered, ...]
    tested: tuple[Tested, ...]
    inside: Flags
    inside_cases: Flags

    def people(self, item: int, group: int, what: str, *, by_case: bool = False) -> tuple[Id, ...]:
        """The participants behind a number: those who chose an option, or of whom an outcome is known.

        Args:
            item, group: places among `items` and `groups`.
            what: an option, or one of `OUTCOMES` and `no answer known`.
            by_case: `group` is a place among the cases.
        """
        held, number = self.snapshot.items, self.items[item]
        if what in held.options[number]:
            there = held.chosen(number, what)
        else:
            there = held.outcome[number] == (-1 if what == NO_ANSWER else OUTCOMES.index(what))
        inside = (self.inside_cases if by_case else self.inside)[group]
        return tuple(self.snapshot.participants.ids[at] for at in np.flatnonzero(there & inside).tolist())

    def label(self, item: int) -> str:
        """An item as tables call it: its number and wording."""
        held, number = self.snapshot.items, self.items[item]
        label, wording = held.labels[number], held.wordings[number]
        return label if label == wording else f"{label} {wording}"

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each item, group and option or outcome."""
        held = self.snapshot.items
        found = [
            (
                held.labels[self.items[row.item]], held.wordings[self.items[row.item]], self.groups[row.group].label,
                what, count, row.answered, row.participants, row.cases, row.of_cases, row.median,
            )
            for row in self.rows
            for what, count in (
                *zip(held.options[self.items[row.item]], row.counts, strict=False),
                *((("answered", row.answered),) if not row.counts else ()), *row.missing.items(),
            )
        ]  # fmt: skip
        names = (
            "item", "wording", "group", "what", "count", "answered", "participants", "cases", "of_cases", "median",
        )  # fmt: skip
        return pl.DataFrame(found, schema=list(names), orient="row")

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Answers by {self.grouping}" if self.grouping else "Answers"

    @property
    def grouping(self) -> str:
        """What the groups are, in a word; empty where there are none."""
        primary = self.snapshot.primary
        return primary.name if self.options.by == "primary" and primary else self.options.by.rpartition(":")[2]

    def table(self) -> Table:
        """A row for each item and group."""
        return self._table(self.title, self.rows, self.groups, self.grouping or "group", self.notes())

    @property
    def cases(self) -> tuple[Line, ...]:
        """The lines of `by_case`."""
        held = self.snapshot.cases
        return tuple(Line(thing, label, "case", thing) for thing, label in zip(held.ids, held.labels, strict=True))

    def case_table(self) -> Table:
        """The same with a row for each case."""
        return self._table("The same by case", self.by_case, self.cases, "case", notes_of(self.snapshot))

    def test_table(self) -> Table:
        """A row for each item: the tests, their warnings, and why there is none."""
        columns = (
            Column("item", "Item"), Column("test", "Test of people"), Column("by_case", "One number for each case"),
            Column("beware", "Beware"),
        )  # fmt: skip
        rows = tuple(
            (
                self.label(one.item), "; ".join(test.text() for test in one.tests) or one.why,
                one.by_case.text() if one.by_case else "–",
                " ".join(dict.fromkeys(warning for test in one.tests for warning in test.warnings)),
            )
            for one in self.tested
        )  # fmt: skip
        return Table(title=f"Tests of {self.title.lower()}", columns=columns, rows=rows, notes=(NOT_INDEPENDENT,))

    def _table(
        self, title: str, rows: Sequence[Answered], groups: Sequence[Line], by: str, notes: tuple[str, ...]
    ) -> Table:
        columns = (
            Column("item", "Item"), Column("group", by.capitalize()), Column("cases", "Cases"),
            Column("answered", "Answered"), Column("median", "Median"), Column("counts", "Answers"),
            Column("missing", "Missing"),
        )  # fmt: skip
        return Table(
            title=title, columns=columns, notes=notes,
            rows=tuple(
                (
                    self.label(row.item), groups[row.group].label, f"{row.cases} of {row.of_cases}",
                    f"{row.answered} of {row.participants}", self._median(row), self._counts(row),
                    ", ".join(f"{count} {what}" for what, count in row.missing.items()),
                )
                for row in rows
            ),
        )  # fmt: skip

    def _median(self, row: Answered) -> str:
        if row.median is None:
            return ""
        options = self.snapshot.items.options[self.items[row.item]]
        if not options:
            low, high = row.quartiles or (row.median, row.median)
            return f"{row.median:g} ({low:g}–{high:g})"
        if row.median.is_integer():
            return f"{row.median:g} {options[int(row.median) - 1]}"
        return f"{row.median:g} between {options[int(row.median) - 1]} and {options[int(row.median)]}"

    def _counts(self, row: Answered) -> str:
        options = self.snapshot.items.options[self.items[row.item]]
        return ", ".join(f"{count} {option}" for option, count in zip(options, row.counts, strict=False) if count)

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        natures = {self.snapshot.items.natures[item] for item in self.items}
        return notes_of(
            self.snapshot,
            "Answered: participants who answered, of participants recruited; what became of the others is in the last "
            "column. No answer known: nothing was written down for them.",
            "Medians of scales count their steps from 1; numbers stand with the quarters below and above."
            if natures & {"likert", "number"}
            else "",
            NOT_INDEPENDENT if any(one.tests for one in self.tested) else "",
        )

    def chart(self) -> Figure:
        """Diverging bars of scales; bars of counts where no item is a scale."""
        held = self.snapshot.items
        scales = [n for n, item in enumerate(self.items) if held.natures[item] == "likert"]
        if not scales:
            frame = self.frame.select(
                pl.format("{} · {}", "item", "group").alias("line"), "what", "count", "answered", "participants"
            )
            return charts.bars(
                frame, label="line", value="count", title=self.title, kind="what",
                kinds=list(dict.fromkeys(frame["what"])), order=list(frame["line"]), notes=notes_of(self.snapshot),
            )  # fmt: skip
        steps = held.options[self.items[scales[0]]]
        drawn = [row for row in self.rows if row.item in scales and held.options[self.items[row.item]] == steps]
        left = len({row.item for row in self.rows}) - len({row.item for row in drawn})
        one = len({row.item for row in drawn}) == 1
        lines = [
            (self._line(row, one=one), row.answered, dict(zip(steps, row.counts, strict=True)))
            for row in drawn
            if row.answered
        ]
        title = f"{self.label(drawn[0].item)}, by {self.grouping or 'everybody'}" if one else self.title
        note = f"{left} items with other answers are in the table." if left else ""
        return charts.diverging(lines, steps=steps, title=title, notes=notes_of(self.snapshot, note))

    def _line(self, row: Answered, *, one: bool) -> str:
        group = self.groups[row.group].label
        name = group if one else self.snapshot.items.labels[self.items[row.item]]
        if not one and len(self.groups) > 1:
            name = f"{name} · {group}"
        return f"{name} (n = {row.answered} of {row.participants})"

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, items, groups, rows, by_case, tests, notes}`; see `Answered` and `Tested`.

        An item is `{id, number, wording, nature, options}`; a row of `rows` also has `people`, the participants behind
        each option and outcome.
        """
        held = self.snapshot.items
        items = [
            {
                "id": held.ids[n], "number": held.labels[n], "wording": held.wordings[n], "nature": held.natures[n],
                "options": held.options[n],
            }
            for n in self.items
        ]  # fmt: skip
        rows = [
            {**msgspec.structs.asdict(row), "people": self.behind(row.item, row.group)} for row in self.rows
        ]  # fmt: skip
        return plain(
            {
                "analysis": "answers", "version": self.snapshot.version, "options": self.options, "items": items,
                "groups": self.groups, "rows": rows, "by_case": self.by_case, "tests": self.tested,
                "notes": self.notes(),
            }
        )  # fmt: skip

    def behind(self, item: int, group: int, *, by_case: bool = False) -> dict[str, tuple[Id, ...]]:
        """The participants behind each option and outcome of a row."""
        options = self.snapshot.items.options[self.items[item]]
        found = {what: self.people(item, group, what, by_case=by_case) for what in (*options, *OUTCOMES, NO_ANSWER)}
        return {what: people for what, people in found.items() if people}


def answers(snapshot: Snapshot, options: AnswersOptions | None = None) -> Answers:
    """What groups answered.

    Raises:
        BadValueError: there is no item, or nothing to show on the axis.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or AnswersOptions(by="primary" if snapshot.primary else "")
    items = chosen_items(snapshot.items, options.items, options.instrument)
    who = who_axis(snapshot, options.by) if options.by else everyone(snapshot)
    lines = who.lines if options.by else (EVERYTHING,)
    scope = scope_of(snapshot, options)
    inside = _inside(who, scope.participants)
    cases = _inside(who_axis(snapshot, "cases"), scope.participants) if len(snapshot.cases) else inside[:0]
    rows = tuple(_row(snapshot, items, n, g, inside) for n in range(len(items)) for g in range(len(lines)))
    by_case = tuple(_row(snapshot, items, n, g, cases) for n in range(len(items)) for g in range(len(cases)))
    found: tuple[Tested, ...] = ()
    if options.by and options.test != "none":
        found = tuple(tested(snapshot.items, place, inside, cases, options.test) for place in enumerate(items))
    return Answers(snapshot, options, items, lines, rows, by_case, found, inside, cases)


def chosen_items(items: Items, named: tuple[str, ...], instrument: str = "") -> tuple[int, ...]:
    """The numbers of items, in the order in which they are asked.

    Raises:
        BadValueError: there are none.
        NotFoundError, AmbiguousError: a name that no item has, or several.
    """
    found = [items.find(name) for name in named] or list(range(len(items)))
    wanted = instrument.casefold()
    found = [item for item in dict.fromkeys(found) if not wanted or items.instruments[item].casefold() == wanted]
    if not found:
        where = f" in {instrument!r}" if instrument else " in this study"
        message = f"There are no items{where} yet. Add a questionnaire and its items first."
        raise BadValueError(message)
    return tuple(found)


def _inside(who: Who, people: Flags) -> Flags:
    """Groups × participants."""
    inside = np.zeros((len(who.lines), len(people)), dtype=np.bool_)
    person, line = who.participants
    inside[line, person] = True
    return inside & people


def _row(snapshot: Snapshot, items: tuple[int, ...], n: int, group: int, inside: Flags) -> Answered:
    held, item, here = snapshot.items, items[n], inside[group]
    outcome = held.outcome[item]
    answered = here & (outcome == 0)
    case = snapshot.participants.case
    numbers = held.steps(item)[answered] if held.natures[item] in {"likert", "number"} else np.zeros(0)
    numbers = numbers[~np.isnan(numbers)]
    states = [(OUTCOMES[state], state) for state in range(1, len(OUTCOMES))] + [(NO_ANSWER, -1)]
    missing = {what: int((here & (outcome == state)).sum()) for what, state in states}
    low, high = (float(q) for q in np.quantile(numbers, [0.25, 0.75])) if len(numbers) else (0.0, 0.0)
    return Answered(
        item=n, group=group, participants=int(here.sum()), answered=int(answered.sum()),
        cases=_cases(case[answered]), of_cases=_cases(case[here]),
        median=float(np.median(numbers)) if len(numbers) else None,
        quartiles=(low, high) if len(numbers) else None,
        counts=tuple(int((held.chosen(item, option) & here).sum()) for option in held.options[item]),
        missing={what: count for what, count in missing.items() if count},
    )  # fmt: skip


def _cases(numbers: Ints) -> int:
    return len(np.unique(numbers[numbers >= 0]))
