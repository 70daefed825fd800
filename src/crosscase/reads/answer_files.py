"""What a file of answers would bring: its rows matched to participants, its columns to items, what would change.

Reading the file is the importer's business and knows the items alone; here its rows meet the people of the study and
what is known of them already. The command line, the library and the workbench all ask here, so that they take in the
same. Nothing is written.

What a careful reader would get wrong: an answer that is in the study and not in the file stays. Only what the file says
differently is changed, and a blank cell says that an item was left empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, get_args

import msgspec

from crosscase.errors import AmbiguousError, BadValueError, RefusedError
from crosscase.model import Answer, Id, Instrument, Participant, Question, Row
from crosscase.model.fieldwork import Outcome
from crosscase.reads.lookup import Rows, find_or_none

if TYPE_CHECKING:
    from crosscase.importers.answer_tables import AnswerOptions, AnswerTable, MatchedColumn, ReadAnswer

R = TypeVar("R", bound=Row)

OUTCOMES: Final[tuple[Outcome, ...]] = tuple(one for one in get_args(Outcome) if one != "answered")
"""What else can come of an item than an answer."""
SAID_MOST: Final = 20


class NoItemsError(BadValueError):
    """There is no questionnaire to answer."""

    code = "no-items"

    def __init__(self) -> None:
        super().__init__(
            "There are no items in this study yet. Write down a questionnaire and its items first, under Questions or "
            "with 'crosscase instrument'."
        )


class RefusedAnswersError(RefusedError):
    """A table of answers in which something is wrong, so that nothing was taken."""

    code = "refused-answers"

    def __init__(self, file: str, reasons: Sequence[str]) -> None:
        shown = "; ".join(reason.rstrip(".") for reason in reasons[:SAID_MOST])
        more = f"; and {len(reasons) - SAID_MOST} more" if len(reasons) > SAID_MOST else ""
        super().__init__(f"Nothing was changed. {file}: {shown}{more}.")


class AnswerComing(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says that a participant answered to an item, and what is known of it already.

    Attributes:
        place: the row, as the file counts.
        before: what stands in the study; None: nothing is known.
    """

    place: str
    participant: Id
    identifier: str
    question: Id
    values: tuple[str, ...]
    outcome: Outcome
    before: tuple[str, ...] | None
    outcome_before: Outcome


class ColumnComing(msgspec.Struct, frozen=True, kw_only=True):
    """A column and the item it was taken for.

    Attributes:
        by: number, wording, or said.
        option: where the column is one option of the item.
        answered: rows with an answer; of an option: rows in which it was chosen.
        others: how many rows say what else came of the item.
    """

    column: str
    item: Id
    by: str
    option: str
    answered: int
    others: dict[Outcome, int]


class RowComing(msgspec.Struct, frozen=True, kw_only=True):
    """A row and the participant it was matched to; none where the study has nobody of that identifier.

    Attributes:
        new, changed, same: answers, by what is known already.
    """

    place: str
    identifier: str
    participant: Id | None
    new: int
    changed: int
    same: int


class AnswersComing(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of answers would bring.

    Attributes:
        answers: of participants who are in the study, also those that stand there so already.
        names: all columns of the file; who: the one with the identifiers, nothing where none has them.
        left: columns that are not taken.
        choices: what was decided while reading, in words.
        refusals: what cannot be read or does not fit, each with its place; one, and nothing is taken.
        unknown: rows of people who are not in the study; they are refused unless they are left out.
    """

    columns: tuple[ColumnComing, ...]
    rows: tuple[RowComing, ...]
    answers: tuple[AnswerComing, ...]
    left: tuple[str, ...]
    choices: tuple[str, ...]
    refusals: tuple[str, ...]
    unknown: tuple[str, ...]
    names: tuple[str, ...]
    who: str

    def reasons(self, *, leave_unknown: bool = False) -> tuple[str, ...]:
        """Why nothing would be taken; empty where it would."""
        return self.refusals if leave_unknown else (*self.refusals, *self.unknown)


def items_of(rows: Rows, instrument: Id = "") -> list[Question]:
    """The items that can be answered, of one questionnaire or of all, in their order.

    Raises:
        NoItemsError: there are none.
    """
    order = {one.id: (one.name, one.version, one.id) for one in rows.rows(Instrument)}
    items = [
        one for one in rows.rows(Question) if one.nature != "open" and (not instrument or one.instrument == instrument)
    ]
    if not items:
        raise NoItemsError
    return sorted(items, key=lambda one: (order[one.instrument], one.position))


def answers_in(
    rows: Rows, path: Path, options: AnswerOptions | None = None, *, instrument: Id = ""
) -> tuple[AnswersComing, list[Question]]:
    """What a file would bring, and the items it was read for.

    Args:
        rows: an open study, or its store.
        path: csv, tsv, xlsx, ods or sav.
        options: how the file is to be read.
        instrument: only items of this questionnaire; all when empty.

    Raises:
        UnreadableError: it cannot be read as what its ending says, or holds no cells.
        NoItemsError: there is nothing to answer.
    """
    from crosscase.importers.answer_tables import read_answers

    items = items_of(rows, instrument)
    return matched(rows, read_answers(path, items, options)), items


def matched(rows: Rows, table: AnswerTable) -> AnswersComing:
    """What was read, by the participants of the study."""
    people, ambiguous = _people(rows, table.rows)
    refusals = [*table.refusals, *ambiguous, *_twice(table.rows, people)]
    unknown = [
        f"{place}: there is no participant {name!r} in this study"
        for place, name in table.rows.items()
        if people[place] is None and not any(one.startswith(f"{place}: ") for one in ambiguous)
    ]
    wanted = {column.item for column in table.columns}
    held = {(one.participant, one.question): one for one in rows.rows(Answer) if one.question in wanted}
    answers = [_coming(one, person, held) for one in table.answers if (person := people[one.place]) is not None]
    tallied = {place: Counter[str]() for place in table.rows}
    for one in answers:
        tallied[one.place][how(one)] += 1
    return AnswersComing(
        columns=tuple(_column(one, table) for one in table.columns),
        rows=tuple(
            RowComing(
                place=place, identifier=name, participant=person.id if (person := people[place]) else None,
                new=tallied[place]["new"], changed=tallied[place]["changed"], same=tallied[place]["same"],
            )
            for place, name in table.rows.items()
        ),
        answers=tuple(answers), left=table.left, choices=table.choices, refusals=tuple(refusals),
        unknown=tuple(unknown), names=table.names, who=table.who,
    )  # fmt: skip


def how(one: AnswerComing) -> str:
    """Whether an answer is new, changes what stands there, or is the same."""
    if one.before is None:
        return "new"
    return "same" if (one.before, one.outcome_before) == (one.values, one.outcome) else "changed"


class _Once:
    """Rows that are read once, for asking many times."""

    def __init__(self, rows: Rows) -> None:
        self.source = rows
        self.held: dict[type[Row], list[Row]] = {}

    def rows(self, row: type[R], /, **equal: object) -> list[R]:
        """All rows of a kind."""
        if equal or row not in self.held:
            found = self.source.rows(row, **equal)
            if equal:
                return found
            self.held[row] = list(found)
        return [one for one in self.held[row] if isinstance(one, row)]


def _people(rows: Rows, named: dict[str, str]) -> tuple[dict[str, Participant | None], list[str]]:
    """By the place of its row who is meant, where one was merged into another that other; and what fits several."""
    once = _Once(rows)
    by_id = {one.id: one for one in once.rows(Participant)}
    found: dict[str, Participant | None] = {}
    ambiguous: list[str] = []
    for place, name in named.items():
        try:
            person = find_or_none(once, Participant, name)
        except AmbiguousError as error:
            person = None
            ambiguous.append(f"{place}: {error}")
        steps = 0
        while person is not None and person.merged_into in by_id and steps <= len(by_id):
            person, steps = by_id[person.merged_into or ""], steps + 1
        found[place] = person
    return found, ambiguous


def _twice(named: dict[str, str], people: dict[str, Participant | None]) -> list[str]:
    first: dict[Id, str] = {}
    said = []
    for place, name in named.items():
        person = people[place]
        if person is None:
            continue
        if person.id in first:
            said.append(f"{place}: {name} is the same participant as in {first[person.id]}.")
        first.setdefault(person.id, place)
    return said


def _coming(one: ReadAnswer, person: Participant, held: dict[tuple[Id, Id], Answer]) -> AnswerComing:
    known = held.get((person.id, one.item))
    return AnswerComing(
        place=one.place, participant=person.id, identifier=person.identifier, question=one.item, values=one.values,
        outcome=one.outcome, before=known.values if known else None,
        outcome_before=known.outcome if known else "answered",
    )  # fmt: skip


def _column(one: MatchedColumn, table: AnswerTable) -> ColumnComing:
    cells = [each for each in table.answers if each.item == one.item]
    answered = [each for each in cells if each.outcome == "answered"]
    chosen: Sequence[object] = [each for each in answered if not one.option or one.option in each.values]
    others = Counter[Outcome](each.outcome for each in cells if each.outcome != "answered")
    return ColumnComing(
        column=one.column, item=one.item, by=one.by, option=one.option, answered=len(chosen),
        others={outcome: others[outcome] for outcome in OUTCOMES},
    )  # fmt: skip
