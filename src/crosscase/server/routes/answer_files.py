"""Taking in a file of answers: brought like any file (`POST /api/imports`, `PUT …/file`), looked at, taken in.

`POST /api/imports/ID/answers?trial=true` says which rows were matched to which participants, which columns to which
items, what would be written and what would be refused and why; without, it is written down as one act and the file is
taken away.

What a careful reader would get wrong: the file is read anew each time, because what a column is taken for may have been
corrected in between, and so may the study.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec
from litestar import Request, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from crosscase.errors import BadValueError
from crosscase.model import Id, Question
from crosscase.model.fieldwork import Outcome
from crosscase.reads.answer_files import (
    AnswerComing,
    AnswersComing,
    ColumnComing,
    RefusedAnswersError,
    RowComing,
    how,
    items_of,
    matched,
)
from crosscase.server.routes.acts import Trial
from crosscase.server.seats import Because, Seat
from crosscase.server.uploads import Uploads, only_file
from crosscase.study import Done, Study

if TYPE_CHECKING:
    from crosscase.importers.answer_tables import AnswerTable

TAGS = ["imports"]


class AnswerFileAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a file of answers is to be read; see `AnswerOptions`.

    Attributes:
        instrument: only items of this questionnaire; all when empty.
        leave_unknown: rows of people who are not in the study are left out, not refused.
    """

    instrument: Id = ""
    columns: dict[str, str] = {}
    who: str = ""
    missing: dict[str, Outcome] = {}
    first: int = 1
    sheet: str = ""
    encoding: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    leave_unknown: bool = False


class AnswersBrought(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of answers would bring, or brought.

    Attributes:
        items: what columns can be taken for.
        names: all columns of the file; who: the one with the identifiers, nothing where none has them.
        changes: answers that take the place of others; new ones are only counted.
        reasons: why nothing would be taken in; empty where it would.
        unknown: rows of people who are not in the study.
        written: how many answers are new or changed.
    """

    file: str
    items: tuple[Question, ...]
    names: tuple[str, ...]
    who: str
    columns: tuple[ColumnComing, ...]
    rows: tuple[RowComing, ...]
    changes: tuple[AnswerComing, ...]
    left: tuple[str, ...]
    choices: tuple[str, ...]
    reasons: tuple[str, ...]
    unknown: tuple[str, ...]
    written: int


class OneTableError(BadValueError):
    """Not one table of answers."""

    code = "one-table"

    def __init__(self, endings: tuple[str, ...]) -> None:
        super().__init__(f"Bring one file with answers that ends in one of {', '.join(endings)}.")


@post("/imports/{upload:str}/answers", tags=TAGS, status_code=200)
async def post_answer_file(
    request: Request[Any, Any, State],
    seat: Seat,
    upload: FromPath[str],
    data: JSONBody[AnswerFileAsked],
    *,
    because: Because = "",
    trial: Trial = False,
) -> Done[AnswersBrought]:
    """Take answers in from the table that was brought, all of it or nothing, as one act."""
    uploads = cast("Uploads", request.app.state.uploads)
    folder = uploads.folder(upload)
    items = await seat.ask(items_of, data.instrument)
    path, table = await asyncio.to_thread(_read, folder, items, data)
    done = await seat.change(_brought, path.name, table, items, data, because=because, trial=trial)
    if not trial:
        uploads.drop(upload)
    return done


def _read(folder: Path, items: list[Question], asked: AnswerFileAsked) -> tuple[Path, AnswerTable]:
    from crosscase.importers.answer_tables import SUFFIXES, AnswerOptions, read_answers

    path = only_file(folder, SUFFIXES)
    if path is None:
        raise OneTableError(SUFFIXES)
    options = AnswerOptions(
        columns=asked.columns, who=asked.who, missing=asked.missing, first=asked.first, sheet=asked.sheet,
        encoding=asked.encoding, yes=asked.yes, no=asked.no,
    )  # fmt: skip
    return path, read_answers(path, items, options)


def _brought(
    study: Study, file: str, table: AnswerTable, items: list[Question], asked: AnswerFileAsked, *,
    because: str, trial: bool,
) -> Done[AnswersBrought]:  # fmt: skip
    from crosscase.verbs.answers import give_answers, given

    coming = matched(study, table)
    reasons = coming.reasons(leave_unknown=asked.leave_unknown)
    if trial:
        written = 0 if reasons else study.try_out(give_answers, given(coming.answers))
        return Done("", "answer.give_many", {}, _told(file, items, coming, reasons, written))
    if reasons:
        raise RefusedAnswersError(file, reasons)
    done = (study.because(because) if because else study).do(give_answers, given(coming.answers))
    return Done(done.entry, done.verb, done.changed, _told(file, items, coming, (), done.value))


def _told(
    file: str, items: list[Question], coming: AnswersComing, reasons: tuple[str, ...], written: int
) -> AnswersBrought:  # fmt: skip
    return AnswersBrought(
        file=file, items=tuple(items), names=coming.names, who=coming.who, columns=coming.columns, rows=coming.rows,
        changes=tuple(one for one in coming.answers if how(one) == "changed"), left=coming.left,
        choices=coming.choices, reasons=reasons, unknown=coming.unknown, written=written,
    )  # fmt: skip


ROUTES = (post_answer_file,)
