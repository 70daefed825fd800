"""Writing in a framework: one row beside its material, cells and what they rest on, workbooks out and back.

Adds these commands to `framework`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.coding import spared
from crosscase.cli.framework import columns_of, framework, leaving, the_framework, which
from crosscase.cli.leaving import lines_out, product, record_option
from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, OutputPath, counted, note, print_json, say, table_output, told, told_written
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import member
from crosscase.errors import NotFoundError, RefusedError

if TYPE_CHECKING:
    from crosscase.analyses.charting import FrameworkCell
    from crosscase.analyses.framework import FrameworkGrid
    from crosscase.model import Id
    from crosscase.reads.framework_books import BookMerge, CellComing
    from crosscase.study import Study

__all__ = ["framework"]


class NoSummaryError(RefusedError):
    """A cell in which nothing is written."""

    code = "no-summary"

    def __init__(self, row: str, column: str) -> None:
        super().__init__(f"Nothing is written of {row} on {column}. Write there first: framework STUDY write.")


def _row(study: Study, name: str) -> tuple[str, Id]:
    """A participant, case or set: how the grid calls its rows, and the id."""
    from crosscase.errors import AmbiguousError
    from crosscase.model import Case, Participant, Set
    from crosscase.reads.lookup import find_or_none

    kinds: tuple[tuple[str, Any], ...] = (("participants", Participant), ("cases", Case), ("sets", Set))
    found = [(rows, thing.id) for rows, kind in kinds if (thing := find_or_none(study.store, kind, name)) is not None]
    if not found:
        kind = "participant, case or set"
        raise NotFoundError(kind, name)
    if len(found) > 1:
        kind = "thing"
        raise AmbiguousError(kind, name, tuple(rows for rows, _ in found))
    return found[0]


def _grid(study: Study, name: str, rows: Any) -> FrameworkGrid:
    from crosscase.analyses.charting import FrameworkOptions
    from crosscase.analyses.framework import framework as charted

    return charted(study.snapshot(), FrameworkOptions(framework=the_framework(study, name).id, rows=rows))


def _cell(study: Study, name: str, row: str, column: str) -> tuple[Id, Id, Id, FrameworkCell]:
    """The framework, the row, the column, and the cell as it stands; the column need not be charted."""
    from crosscase.analyses.charting import FrameworkCell

    known = the_framework(study, name)
    (rows, thing), of = _row(study, row), columns_of(study, (column,))[0]
    grid = _grid(study, known.id, rows)
    at = {line.id: line.key for line in grid.columns}
    empty = FrameworkCell(
        row=thing, column=of, own=(), members=(), exposure={}, codings=(), unreviewed=0, unused=(), state="to write"
    )
    return known.id, thing, of, grid.find(thing, at[of]) if of in at else empty


def _summary(study: Study, name: str, row: str, column: str) -> tuple[Id, FrameworkCell]:
    """The summary that is written in a cell."""
    from crosscase.model import Summary
    from crosscase.verbs.frameworks import summary_id

    known, thing, of, cell = _cell(study, name, row, column)
    there = study.get(Summary, summary_id(known, thing, of))
    if there is None:
        raise NoSummaryError(row, column)
    return there.id, cell


@member(
    framework,
    "chart",
    examples=[
        "crosscase framework peers.crosscase chart STA1SU01",
        "crosscase framework peers.crosscase chart STA1 --json",
    ],
)
@target
@click.argument("row", metavar="PARTICIPANT_OR_CASE")
@which
@click.option("--covered", is_flag=True, help="Print passages under content notes too.")
@table_output
@record_option
def chart(target: Target, row: str, name: str, covered: bool, out: Out) -> None:
    """Chart one row: every column with its summary, its segments, and the material that is not used yet."""
    from crosscase.model import Coding, short
    from crosscase.model.table import Column, Table
    from crosscase.reads.codings import coding_lines

    with reading(target) as study:
        rows, thing = _row(study, row)
        grid = _grid(study, name, rows)
        grid = leaving(study, grid) if out.path else grid
        cells = [grid.find(thing, line.key) for line in grid.columns]
        wanted = {one for cell in cells for one in (*cell.codings, *(s for own in cell.own for s in own.segments))}
        codings = study.rows(Coding, id=sorted(wanted))
        lines, consent = lines_out(coding_lines(study.store, codings), codings)
        invented = study.settings().invented
    at = {line.id: number for number, line in enumerate(lines)}
    printed: list[tuple[str, str, str, str]] = []
    consents: list[str] = []
    for line, cell in zip(grid.columns, cells, strict=True):
        nothing = "; ".join(cell.exposure) if not cell.own else ""
        words = " / ".join(one.words for one in cell.own)
        printed.append((line.label, cell.state, words or f"[{nothing}]", ""))
        consents.append("")
        linked = {coding for one in cell.own for coding in one.segments}
        changed = {coding for one in cell.own for coding in one.changed}
        fresh = {coding for one in cell.own for coding in one.new}
        uses = (("changed", changed), ("linked", linked), ("new", fresh))
        for coding in sorted((*linked, *cell.unused), key=lambda one: at.get(one, -1)):
            if coding in at:
                one = lines[at[coding]]
                use = next((word for word, those in uses if coding in those), "not used")
                quote = one.quote if out.path else spared(one.quote, one.covered, covered=covered)
                printed.append(("", use, quote, short(coding)))
                consents.append(consent[at[coding]] if consent else "")
    columns = (
        Column("column", "Column"), Column("state", "Is"), Column("words", "Summary, and under it segments"),
        Column("coding", "Coding"),
    )  # fmt: skip
    table = Table(
        title=f"{row} in {grid.label}", columns=columns, rows=tuple(printed), notes=(invented,) if invented else ()
    )
    out.table(
        table, {"row": thing, "framework": grid.framework, "cells": cells, "codings": lines}, invented=invented,
        consent=consents if consent is not None else None,
    )  # fmt: skip


@member(
    framework,
    "write",
    examples=[
        "crosscase framework peers.crosscase write STA1SU01 disclosure 'Told on the first day.' --segment 3f2a9c1d",
        "crosscase framework peers.crosscase write STA1 disclosure 'Managers ask, peers tell.'",
    ],
)
@target
@click.argument("row", metavar="PARTICIPANT_OR_CASE")
@click.argument("column", metavar="THEME_OR_CODE")
@click.argument("words")
@which
@click.option(
    "--segment", "segments", multiple=True, metavar="CODING", help="It rests on this coding, and only on those named."
)
@acting_options
def write(
    target: Target, row: str, column: str, words: str, name: str, segments: tuple[str, ...], who: Who
) -> None:  # fmt: skip
    """Write a summary; what stood there stays in its history.

    What lies in the cell now counts as seen: codings that come later are new material.
    """
    from crosscase.model import Coding
    from crosscase.verbs.summaries import write_summary

    with acting(target, who) as study:
        known, thing, of, cell = _cell(study, name, row, column)
        chosen = [by_id(study, Coding, each).id for each in segments] if segments else None
        done = study.do(write_summary, known, thing, of, words, segments=chosen, seen=cell.codings)
        told(done, f"Written: what {row} says on {column}.", who, id=done.value)


@member(
    framework,
    "link",
    examples=[
        "crosscase framework peers.crosscase link STA1SU01 disclosure 3f2a9c1d 77b01e42",
        "crosscase framework peers.crosscase link STA1SU01 disclosure 3f2a9c1d --remove",
    ],
)
@target
@click.argument("row", metavar="PARTICIPANT_OR_CASE")
@click.argument("column", metavar="THEME_OR_CODE")
@click.argument("codings", metavar="CODING...", nargs=-1, required=True)
@which
@click.option("--remove", "removing", is_flag=True, help="Take these away from under the summary.")
@acting_options
def link(
    target: Target, row: str, column: str, codings: tuple[str, ...], name: str, removing: bool, who: Who
) -> None:  # fmt: skip
    """Link a summary to the segments that it rests on, or take some away."""
    from crosscase.model import Coding
    from crosscase.verbs.summaries import link_segments, unlink_segments

    with acting(target, who) as study:
        summary, _ = _summary(study, name, row, column)
        chosen = [by_id(study, Coding, each).id for each in codings]
        done = study.do(unlink_segments if removing else link_segments, summary, chosen)
        verb = "Took away" if removing else "Linked"
        told(done, f"{verb}: {counted(done.value, 'segment')}.", who, id=summary)


@member(framework, "look-again", examples=["crosscase framework peers.crosscase look-again STA1SU01 disclosure"])
@target
@click.argument("row", metavar="PARTICIPANT_OR_CASE")
@click.argument("column", metavar="THEME_OR_CODE")
@which
@acting_options
def look_again_(target: Target, row: str, column: str, name: str, who: Who) -> None:
    """Say that a summary still holds, with its segments as they are now and the new material seen."""
    from crosscase.verbs.summaries import look_again

    with acting(target, who) as study:
        summary, cell = _summary(study, name, row, column)
        done = study.do(look_again, summary, seen=cell.codings)
        fresh = sum(len(one.new) for one in cell.own)
        told(
            done, f"Still holds: {counted(done.value, 'segment')} had changed, {counted(fresh, 'coding')} had come.",
            who, id=summary,
        )  # fmt: skip


@member(
    framework,
    "empty",
    examples=[
        "crosscase framework peers.crosscase empty STA1SU01 disclosure",
        "crosscase framework peers.crosscase empty STA1SU01 disclosure --also STA1SU02 --also STA2SU01",
    ],
)
@target
@click.argument("row", metavar="PARTICIPANT_OR_CASE")
@click.argument("column", metavar="THEME_OR_CODE")
@click.option(
    "--also", "others", multiple=True, metavar="PARTICIPANT_OR_CASE", help="What these say on it too, as one act."
)
@which
@acting_options
def empty(target: Target, row: str, column: str, others: tuple[str, ...], name: str, who: Who) -> None:
    """Empty a cell, or several of a column as one act: summaries go, their segments stay in the study."""
    from crosscase.reports.wording import listed
    from crosscase.verbs.summaries import remove_summaries

    rows = tuple(dict.fromkeys((row, *others)))
    with acting(target, who) as study:
        done = study.do(remove_summaries, [_summary(study, name, one, column)[0] for one in rows])
        told(
            done,
            f"Emptied: what {listed(rows)} {'says' if len(rows) == 1 else 'say'} on {column}.",
            who,
            removed=done.value,
        )


@member(
    framework,
    "export",
    examples=["crosscase framework peers.crosscase export main.xlsx --rows cases"],
)
@target
@click.argument("path", type=OutputPath((".xlsx",)), metavar="FILE.xlsx")
@which
@click.option(
    "--rows", type=click.Choice(["participants", "cases", "sets"]), default="participants", show_default=True,
    help="Whose summaries.",
)  # fmt: skip
@member_option
@record_option
def export(target: Target, path: Path, name: str, rows: Any, who: Who) -> None:
    """Write a framework as a workbook that can be written in and brought back with 'import'.

    What a participant who does not agree to paraphrase says is withheld, and stays as it is when the file comes back.
    """
    from crosscase.exporters.tables import write_whole
    from crosscase.reads.outgoing import Outgoing
    from crosscase.reports.framework_files import workbook

    with reading(target, who) as study:
        made = product()
        out = made if made is not None else Outgoing(study.leaving())
        write_whole(path, workbook(study, _grid(study, name, rows), out))
        if made is not None:
            made.written()
    told_written(path)


@member(
    framework,
    "import",
    examples=[
        "crosscase framework peers.crosscase import main.xlsx --dry-run",
        "crosscase framework peers.crosscase import main.xlsx --because 'charted on the train'",
    ],
)
@target
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.xlsx")
@which
@click.option("--dry-run", is_flag=True, help="Only say what would be written.")
@acting_options
def import_(target: Target, table: Path, name: str, dry_run: bool, who: Who) -> None:
    """Bring back a workbook that 'export' wrote, cell by cell, in one act.

    Only cells that were changed in the file are taken. One that was changed in the study as well is shown with both
    texts and left as it is.
    """
    from crosscase.importers.framework_book import read_framework_book
    from crosscase.model import Framework
    from crosscase.reports.framework_files import coming
    from crosscase.verbs.summaries import CellWords, write_summaries

    book = read_framework_book(table)
    with acting(target, who) as study:
        known = the_framework(study, name) if name else study.get(Framework, book.framework)
        if known is None:
            kind = "framework"
            raise NotFoundError(kind, book.label)
        found = coming(study, known.id, book)
        cells = [CellWords(row=one.row, of=one.of, words=one.there) for one in found.changes]
        if dry_run:
            _told_merge(found, who, "Would write", "Nothing was changed.")
            return
        done = study.do(write_summaries, known.id, cells)
        if who.as_json:
            told(done, "", who, merge=found)
        else:
            _told_merge(found, who, "Wrote" if done.entry else "Nothing to write of", "")


def _told_merge(found: BookMerge, who: Who, verb: str, end: str) -> None:
    if who.as_json:
        print_json(found)
        return
    say(f"{verb} {counted(len(found.changes), 'cell')}." + (f" {end}" if end else ""))
    for one in found.changes:
        say(f"  {_at(one)}: {_short(one.there) or '(emptied)'}")
    for one in found.conflicts:
        note(f"Changed on both sides, and left as it is: {_at(one)}.")
        note(f"  in the study: {one.here or '(empty)'}")
        note(f"  in the file:  {one.there or '(empty)'}")
    for what, those in (
        ("Not in this framework, and not taken: row", found.unknown_rows),
        ("Not charted, and not taken: column", found.unknown_columns),
        ("More than once in the file, and not taken:", found.twice),
    ):
        for each in those:
            note(f"{what} {each}.")


def _at(one: CellComing) -> str:
    return f"{one.whose} on {one.column}"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 70 else f"{plain[:69].rstrip()}…"
