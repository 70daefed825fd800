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
from crosscase.model import Coding, Id
from crosscase.model.fieldwork import QuestionNature
from crosscase.model.table import Table
from crosscase.reads.asked import LEAST, Proposal, proposals
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
        people: for each row the participants behind each option and outcome.
        tables: as they are printed: by group, the tests, by case.
    """

    version: str
    title: str
    items: tuple[ItemAsked, ...]
    groups: tuple[Line, ...]
    rows: tuple[Answered, ...]
    by_case: tuple[Answered, ...]
    tested: tuple[Tested, ...]
    people: tuple[dict[str, tuple[Id, ...]], ...]
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
        by_case=found.by_case, tested=found.tested, tables=tables, notes=found.notes(),
        people=tuple(found.behind(row.item, row.group) for row in found.rows),
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
    """Words that were said unprompted, and what somebody else said last before them."""

    quotation: Quotation
    before: str


class EmergedAsked(EmergedOptions, frozen=True, kw_only=True):
    """Options, and the key of the code that is opened to its words; none where only numbers are wanted."""

    open: str = ""


class EmergedHere(msgspec.Struct, frozen=True, kw_only=True):
    """Codes, and who said them before anybody asked; `places` of the one that was opened."""

    version: str
    rows: tuple[EmergedRow, ...]
    places: tuple[EmergedPlace, ...]
    table: Table
    notes: tuple[str, ...]


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
    places: list[EmergedPlace] = []
    if asked.open:
        held = {one.coding: one for one in found.find(asked.open).places}
        for quotation in quotations(study, study.rows(Coding, id=list(held))):
            place = held[quotation.coding.id]
            before = " ".join(study.text(place.source)[slice(*place.before)].split())
            places.append(EmergedPlace(quotation=quotation, before=before))
    return EmergedHere(
        version=found.snapshot.version, rows=found.rows, places=tuple(places), table=found.table(), notes=found.notes()
    )


def asked(study: Study, asked: ProposalsAsked) -> ProposalsHere:
    """Show which question each turn of an interviewer seems to ask, with its score and why."""
    found = proposals(
        study.store, sources=asked.sources, instrument=asked.instrument, least=asked.least, mapped=asked.mapped
    )
    return ProposalsHere(proposals=tuple(found))
