"""What was asked and answered: questionnaires, what the same people said, and what came up unasked.

What a careful reader would get wrong: a joint display is a matrix. `options` are those with which the questions `cell`
and `matrix` open any of its numbers.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.answers import Answered, AnswersOptions
from crosscase.analyses.answers import answers as answered
from crosscase.analyses.answers_tested import Tested
from crosscase.analyses.cells import MatrixOptions
from crosscase.analyses.emerged import EmergedOptions, EmergedRow
from crosscase.analyses.emerged import emerged as came_up
from crosscase.analyses.joint import JointOptions
from crosscase.analyses.joint import joint as beside
from crosscase.analyses.lines import Line
from crosscase.model import Answer, Case, Coding, Id, Instrument, Participant, Question
from crosscase.model.fieldwork import Outcome, QuestionNature
from crosscase.model.table import Table
from crosscase.reads.asked import LEAST, Proposal, proposals
from crosscase.reads.codings import covers_of
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study


class ItemAsked(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a questionnaire."""

    id: Id
    number: str
    wording: str
    nature: QuestionNature
    options: tuple[str, ...]
    instrument: str


class AnswersHere(msgspec.Struct, frozen=True, kw_only=True):
    """Answers of groups; see `Answered` and `Tested`.

    Attributes:
        cases: the groups of `by_case`.
        people, case_people: for each row the participants behind each option and outcome.
        tables: as they are printed: by group, the tests, by case.
    """

    version: str
    title: str
    items: tuple[ItemAsked, ...]
    groups: tuple[Line, ...]
    rows: tuple[Answered, ...]
    cases: tuple[Line, ...]
    by_case: tuple[Answered, ...]
    tested: tuple[Tested, ...]
    people: tuple[dict[str, tuple[Id, ...]], ...]
    case_people: tuple[dict[str, tuple[Id, ...]], ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


class JointHere(msgspec.Struct, frozen=True, kw_only=True):
    """A joint display, as a matrix; `options` are those of that matrix."""

    version: str
    title: str
    item: str
    options: MatrixOptions
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    numbers: dict[str, list[list[int]]]
    nothing: tuple[tuple[int, int, dict[str, int]], ...]
    people: tuple[str, ...]
    notes: tuple[str, ...]


def answers(study: Study, asked: AnswersOptions) -> AnswersHere:
    """Show what groups answered to a questionnaire, with tests where they make sense."""
    found = answered(study.snapshot(), asked)
    held = found.snapshot.items
    items = tuple(
        ItemAsked(
            id=held.ids[n], number=held.labels[n], wording=held.wordings[n], nature=held.natures[n],  # type: ignore[arg-type]  # as kept
            options=held.options[n], instrument=held.instruments[n],
        )
        for n in found.items
    )  # fmt: skip
    tables = (found.table(), found.test_table(), found.case_table()) if found.tested else (found.table(),)
    return AnswersHere(
        version=found.snapshot.version, title=found.title, items=items, groups=found.groups, rows=found.rows,
        cases=found.cases, by_case=found.by_case, tested=found.tested, tables=tables, notes=found.notes(),
        people=tuple(found.behind(row.item, row.group) for row in found.rows),
        case_people=tuple(found.behind(row.item, row.group, by_case=True) for row in found.by_case),
    )  # fmt: skip


def joint(study: Study, asked: JointOptions) -> JointHere:
    """Set what people answered to an item beside what the same people said."""
    found = beside(study.snapshot(), blind(study, asked))
    return JointHere(
        version=found.snapshot.version, title=found.table_title, item=found.item, options=found.options,
        rows=found.rows, columns=found.columns,
        numbers={name: values.tolist() for name, values in found.numbers.items()}, nothing=tuple(found.nothings()),
        people=tuple(found.people(column) for column in range(len(found.columns))), notes=found.notes(),
    )  # fmt: skip


class EmergedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Words that were said unprompted, and what somebody else said last before them.

    Attributes:
        topic: what was being talked of, where that is known.
        covered: what content notes on the words before are about.
    """

    quotation: Quotation
    before: str
    topic: Id | None
    covered: tuple[str, ...]


class EmergedAsked(EmergedOptions, frozen=True, kw_only=True):
    """Options, and the key of the code that is opened to its words; none where only numbers are wanted."""

    open: str = ""


class EmergedHere(msgspec.Struct, frozen=True, kw_only=True):
    """Codes, and who said them before anybody asked.

    Attributes:
        rows: only the one that was opened has its `people`, its `places` and its `participant_ids`.
        places: of the one that was opened.
    """

    version: str
    title: str
    rows: tuple[EmergedRow, ...]
    places: tuple[EmergedPlace, ...]
    table: Table
    notes: tuple[str, ...]


class AnswersOf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which questionnaire, or of which items; all when both are empty."""

    instrument: Id = ""
    questions: tuple[Id, ...] = ()


class AnswerGiven(msgspec.Struct, frozen=True, kw_only=True):
    """What one participant answered to one item, or what else came of it."""

    participant: Id
    question: Id
    values: tuple[str, ...]
    outcome: Outcome


class Answering(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who can have answered."""

    id: Id
    identifier: str
    case: str


class AnswerSheet(msgspec.Struct, frozen=True, kw_only=True):
    """Participants × items, one by one; of a pair that is not there nothing is known."""

    items: tuple[Question, ...]
    people: tuple[Answering, ...]
    answers: tuple[AnswerGiven, ...]


class ProposalsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which turns; see `proposals`."""

    sources: tuple[Id, ...] = ()
    instrument: Id = ""
    least: float = LEAST
    mapped: bool = False


class ProposalsHere(msgspec.Struct, frozen=True, kw_only=True):
    """What turns seem to ask."""

    proposals: tuple[Proposal, ...]


def emerged(study: Study, asked: EmergedAsked) -> EmergedHere:
    """Show what people said before anybody asked about it."""
    found = came_up(study.snapshot(), blind(study, asked))
    opened = found.find(asked.open) if asked.open else None
    table = found.table()
    return EmergedHere(
        version=found.snapshot.version, title=table.title, table=table, notes=found.notes(),
        rows=tuple(
            row if row is opened else msgspec.structs.replace(row, people={}, places=(), participant_ids=())
            for row in found.rows
        ),
        places=_places(study, opened) if opened else (),
    )  # fmt: skip


def _places(study: Study, opened: EmergedRow) -> tuple[EmergedPlace, ...]:
    held = {one.coding: one for one in opened.places}
    notes = covers_of(study.store, {one.source for one in opened.places})
    found = []
    for quotation in quotations(study, study.rows(Coding, id=list(held))):
        place = held[quotation.coding.id]
        found.append(
            EmergedPlace(
                quotation=quotation, before=" ".join(study.text(place.source)[slice(*place.before)].split()),
                topic=place.topic, covered=notes[place.source].over(*place.before) if place.source in notes else (),
            )
        )  # fmt: skip
    return tuple(found)


def answer_sheet(study: Study, asked: AnswersOf) -> AnswerSheet:
    """Show what each participant answered to each item."""
    order = {one.id: (one.name, one.version) for one in study.rows(Instrument)}
    items = [
        one
        for one in study.rows(Question)
        if one.nature != "open"
        and (not asked.instrument or one.instrument == asked.instrument)
        and (not asked.questions or one.id in asked.questions)
    ]
    items.sort(key=lambda one: (order[one.instrument], one.position))
    cases = {one.id: one.code for one in study.rows(Case)}
    given = study.rows(Answer, question=[one.id for one in items]) if items else []
    return AnswerSheet(
        items=tuple(items),
        people=tuple(
            Answering(id=one.id, identifier=one.identifier, case=cases.get(one.case or "", ""))
            for one in sorted(study.rows(Participant), key=lambda one: one.identifier)
            if one.merged_into is None
        ),
        answers=tuple(
            AnswerGiven(participant=one.participant, question=one.question, values=one.values, outcome=one.outcome)
            for one in given
        ),
    )  # fmt: skip


def asked(study: Study, asked: ProposalsAsked) -> ProposalsHere:
    """Show which question each turn of an interviewer seems to ask, with its score and why."""
    found = proposals(
        study.store, sources=asked.sources, instrument=asked.instrument, least=asked.least, mapped=asked.mapped
    )
    return ProposalsHere(proposals=tuple(found))
