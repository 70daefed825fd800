"""Making a report, in a program of its own: `python -m crosscase.server.making`.

One JSON object comes on standard input (`Order`, with the key of an encrypted study, which is on no command line), one
JSON object goes out on standard output for every step, and the last says what was made or why not. The study is only
read. A program of its own can be stopped at any moment, and the workbench goes on answering meanwhile.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from crosscase.model import Id
from crosscase.server.problems import Problem, problem_of
from crosscase.store.keys import Key

if TYPE_CHECKING:
    from crosscase.study import Study


class ReportAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report; its parts and options are those of `crosscase report`.

    Attributes:
        form: docx, odt, html, pdf, md or tex.
        parts: those that `GET /api/reports` names; all, when empty.
        ordered: parts stand in the order in which they are named.
        preview: it is looked at here and does not leave; nothing goes on record.
        case: a report to this case alone, with nothing from any other in it; it has parts of its own.
        draft: this draft instead, as it is kept; parts and options of reports say nothing then.
        clean: of a draft, without notes beside what is to be looked at.
        record: put it on record with whose words are in it.
    """

    form: str = "docx"
    name: str = "report"
    parts: tuple[str, ...] = ()
    ordered: bool = False
    preview: bool = False
    quotations: int = 4
    covered: bool = False
    analysis: str = ""
    include_unreviewed: bool = False
    case: str = ""
    draft: Id = ""
    clean: bool = False
    record: bool = True


class ExportAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The study for another program, as `crosscase export` writes it; a folder comes as a zip file.

    Attributes:
        format: as `GET /api/reports` names it.
        profile: which program is to read it, where the format has such.
        consented: only the words of those who agreed to archiving and showing outside the team.
        names: with participants' names.
        record: put it on record with whose words are in it.
    """

    format: str
    name: str = "study"
    profile: str = ""
    consented: bool = False
    names: bool = True
    record: bool = True


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What to make, of which study, as whom, and where to put it.

    Attributes:
        data: names a table instead of a report; export: the study for another program instead.
    """

    study: str
    schema: str
    key: bytes
    salt: bytes
    member: str
    at: str
    asked: ReportAsked
    path: str
    data: Data | Literal[""] = ""
    export: ExportAsked | None = None


Data = Literal["codings", "codebook", "matrix", "frame", "participants", "cases"]
"""What can be written as a table."""


class Unwritten(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation that was chosen and not printed, and why."""

    whose: str
    where: str
    why: str


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What was made."""

    beside: tuple[str, ...]
    tables: int
    figures: int
    quotations: int
    unprinted: tuple[Unwritten, ...]
    note: str
    version: str
    participants: tuple[Id, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the program says: a step, or what was made, or what went wrong.

    Attributes:
        part: the part of the report that is being made.
        done, of: how many steps are done, of how many; 0 of 0 where that is not known.
    """

    step: str = ""
    part: str = ""
    done: int = 0
    of: int = 0
    made: Made | None = None
    problem: Problem | None = None


def make(order: Order, say: Callable[[Line], None]) -> Made:
    """Write the report; what is being done is said meanwhile.

    Raises:
        CrosscaseError: it cannot be made.
    """
    from crosscase.reports import report
    from crosscase.study import Study

    say(Line(step="Reading the study"))
    place: Path | tuple[str, str] = (order.study, order.schema) if order.schema else Path(order.study)
    key = Key(order.key, order.salt) if order.key else None
    with Study.open(
        place, member=order.member or None, writable=False, passphrase=(lambda _path: key) if key else None
    ) as study:
        seen = study.at(order.at) if order.at else study
        if order.export is not None:
            say(Line(step="Writing the file"))
            given = _exported(seen, order.export, Path(order.path))
            if order.at:
                seen.close()
            return given
        if order.data:
            say(Line(step="Writing the table"))
            found = _table(seen, order.data, Path(order.path))
            if order.at:
                seen.close()
            return found
        asked = order.asked

        def told(part: str, done: int, of: int) -> None:
            say(Line(step="Counting and quoting" if part else "Checking and writing", part=part, done=done, of=of))

        if asked.draft:
            from crosscase.reports.drafts.making import DraftOptions, render_draft

            options = DraftOptions(clean=asked.clean, covered=asked.covered)
            written = render_draft(seen, asked.draft, Path(order.path), options, told)
        else:
            written = report(
                seen, Path(order.path), asked.parts or None, ordered=asked.ordered, quotations=asked.quotations,
                covered=asked.covered, analysis=asked.analysis, include_unreviewed=asked.include_unreviewed,
                case=asked.case, told=told,
            )  # fmt: skip
        if order.at:
            seen.close()
    folder = Path(order.path).parent
    return Made(
        beside=tuple(str(one.relative_to(folder)) for one in written.beside), tables=written.tables,
        figures=written.figures, quotations=written.quotations,
        unprinted=tuple(Unwritten(whose=one.whose, where=one.where, why=one.why) for one in written.unprinted),
        note=written.note, version=written.version, participants=written.participants,
    )  # fmt: skip


def _table(study: Study, what: Data, path: Path) -> Made:
    from crosscase.exporters.tables import write_tables
    from crosscase.reports.data_tables import data_tables

    outgoing, tables = data_tables(study, what)
    write_tables(tables, path, invented=study.settings().invented)
    leaving = outgoing.leaving
    held = tuple(
        Unwritten(whose=", ".join(one.participants), where=f"{one.source}, {one.start}-{one.end}", why=one.why)
        for one in leaving.withheld
    )
    return Made(
        beside=(), tables=len(tables), figures=0, quotations=0, unprinted=held, note=leaving.sentence(),
        version=study.standpoint().version, participants=leaving.printed,
    )  # fmt: skip


def _exported(study: Study, asked: ExportAsked, path: Path) -> Made:
    import shutil

    from crosscase.reads.outgoing import Outgoing
    from crosscase.reports.formats import Wanted, write

    wanted = Wanted(profile=asked.profile, consented=asked.consented, names=asked.names)
    place = path.with_suffix("") if path.suffix == ".zip" else path
    written = write(study, place, wanted, Outgoing(study.leaving()), format=asked.format)
    if place != path:
        shutil.make_archive(str(place), "zip", place.parent, place.name)
        shutil.rmtree(place)
    return Made(
        beside=(), tables=0, figures=0, quotations=0,
        unprinted=tuple(Unwritten(whose="", where=one.place, why=one.what) for one in written.losses),
        note=" ".join(written.notes), version=study.standpoint().version, participants=written.participants,
    )  # fmt: skip


def main() -> int:
    """Make what is ordered on standard input."""

    def say(line: Line) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
        sys.stdout.buffer.flush()

    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    os.umask(0o077)  # what is made lies in a folder of our own until it is fetched
    try:
        say(Line(made=make(order, say)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the workbench says it in words
        say(Line(problem=problem_of(error)))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
