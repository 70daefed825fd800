"""Adding things by hand or from a table: the `add` commands.

Words on the line and tables (csv, tsv, xlsx, ods) become the same bundle and are taken in as one act: all of it or,
when something about it is wrong, nothing. What is there already is filled in, not added twice.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import pairs
from crosscase.cli.output import counted, note, print_json, say, told
from crosscase.cli.session import Target, Who, acting, acting_options, target
from crosscase.cli.shape import group, member
from crosscase.errors import CrosscaseError, RefusedError

if TYPE_CHECKING:
    from crosscase.model.bundle import Bundle
    from crosscase.study import Study

add = group(
    "add",
    default="",
    about=(
        "Add cases, participants, the frame, members, attributes or roles.\n\nGive them as words on the line, or as "
        "the name of a table (csv, tsv, xlsx, ods) whose columns are found by their names."
    ),
    examples=[
        "crosscase add peers.crosscase cases STA1='North Trust' STA2 VOL1",
        "crosscase add peers.crosscase roles 'peer worker=PW' 'strategic manager=SM,CO'",
        "crosscase add peers.crosscase frame --every 2",
        "crosscase add peers.crosscase participants participants.xlsx",
    ],
)


class NotThatTableError(CrosscaseError):
    """A table that holds something else."""

    code = "not-that-table"

    def __init__(self, file: str, wanted: str, reasons: list[str]) -> None:
        why = f" {' '.join(reasons)}" if reasons else " Name the file, or its sheet, after what it holds."
        super().__init__(f"No {wanted} were found in {file}.{why} Nothing was changed.")


class RefusedPartsError(RefusedError):
    """Something of what was given is wrong, so nothing was taken."""

    code = "refused-parts"

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("Nothing was changed: " + " ".join(reasons))


def _tables(words: tuple[str, ...]) -> list[Path]:
    """The words that are tables.

    Raises:
        click.UsageError: a table is not there, or stands among other words.
    """
    from crosscase.importers.study_tables import SUFFIXES

    tables = [Path(word) for word in words if Path(word).suffix.lower() in SUFFIXES]
    for table in tables:
        if not table.is_file():
            message = f"There is no file {str(table)!r}."
            raise click.UsageError(message, click.get_current_context())
    if tables and len(tables) != len(words):
        message = "Give words or tables, not both at once."
        raise click.UsageError(message, click.get_current_context())
    return tables


def _read(study: Study, tables: list[Path], wanted: str) -> Bundle:
    """What tables hold.

    Raises:
        NotThatTableError: they hold something else.
    """
    from crosscase.importers import read_path
    from crosscase.importers.options import Options
    from crosscase.model import Case

    bundle = read_path(tables, options=Options(cases=tuple(one.code for one in study.rows(Case))))
    if not getattr(bundle, wanted):
        what = {"targets": "cells of a frame"}.get(wanted, wanted)
        reasons = [refusal.reason for refusal in bundle.refusals]
        raise NotThatTableError(", ".join(table.name for table in tables), what, reasons)
    return bundle


def _take(study: Study, bundle: Bundle, who: Who) -> None:
    """Take a bundle in, all of it or nothing."""
    from crosscase.verbs.take_in import take_in

    reasons = [str(one) for one in (*bundle.refusals, *study.try_out(take_in, bundle).refusals)]
    if reasons:
        raise RefusedPartsError(reasons)
    done = study.do(take_in, bundle)
    if who.as_json:
        told(done, "", who, counts=done.value.counts)
        return
    for choice in bundle.choices:
        say(f"Decided: {choice.what}")
    for line in done.value.lines():
        say(line)


def _needed(words: tuple[str, ...], what: str) -> None:
    if not words:
        message = f"Name {what}, or a table of them."
        raise click.UsageError(message, click.get_current_context())


@member(
    add,
    "cases",
    examples=[
        "crosscase add peers.crosscase cases STA1='North Trust' STA2",
        "crosscase add peers.crosscase cases cases.csv",
    ],
)
@target
@click.argument("words", metavar="CODE[=NAME]...|TABLE", nargs=-1)
@acting_options
def cases(target: Target, words: tuple[str, ...], who: Who) -> None:
    """Add cases by their codes, or from a table."""
    from crosscase.model.bundle import Bundle, CaseRecord

    _needed(words, "cases by their codes")
    tables = _tables(words)
    with acting(target, who) as study:
        if tables:
            bundle = _read(study, tables, "cases")
        else:
            split = [word.partition("=") for word in words]
            bundle = Bundle(cases=tuple(CaseRecord(code=code.strip(), name=name.strip()) for code, _, name in split))
        _take(study, bundle, who)


@member(
    add,
    "roles",
    examples=["crosscase add peers.crosscase roles 'peer worker=PW' 'strategic manager=SM,CO'"],
)
@target
@click.argument("words", metavar="NAME[=CODES]...|TABLE", nargs=-1)
@acting_options
def roles(target: Target, words: tuple[str, ...], who: Who) -> None:
    """Add sampling roles with their identifier codes, or from a table."""
    from crosscase.model.bundle import Bundle, RoleRecord

    _needed(words, "roles")
    tables = _tables(words)
    with acting(target, who) as study:
        if tables:
            bundle = _read(study, tables, "roles")
        else:
            split = [word.partition("=") for word in words]
            records = tuple(
                RoleRecord(name=name.strip(), codes=tuple(code.strip() for code in codes.split(",") if code.strip()))
                for name, _, codes in split
            )
            bundle = Bundle(roles=records)
        _take(study, bundle, who)


@member(
    add,
    "participants",
    examples=[
        "crosscase add peers.crosscase participants STA1SU01 STA1SU02",
        "crosscase add peers.crosscase participants --count 2 --case STA1 --role 'service user'",
        "crosscase add peers.crosscase participants participants.csv",
    ],
)
@target
@click.argument("words", metavar="IDENTIFIER...|TABLE", nargs=-1)
@click.option("--case", metavar="CASE", help="The case they belong to.")
@click.option("--role", metavar="ROLE", help="Their sampling role.")
@click.option("--code", default="", metavar="CODE", help="Which of the role's identifier codes they carry.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="Add N people under the next free identifiers.")
@acting_options
def participants(
    target: Target, words: tuple[str, ...], case: str | None, role: str | None, code: str, count: int | None, who: Who
) -> None:
    """Add participants by their identifiers, or from a table.

    Where the study has a grammar, an identifier says the case and the role, and --count finds the next free ones.
    """
    from crosscase.model import Case, Participant, Role
    from crosscase.verbs.participants import add_participants

    if count is None:
        _needed(words, "participants by their identifiers, say --count N")
    elif words:
        message = "Name identifiers, or say --count, not both."
        raise click.UsageError(message, click.get_current_context())
    tables = _tables(words)
    with acting(target, who) as study:
        if tables:
            _take(study, _read(study, tables, "participants"), who)
            return
        of_case = study.find(Case, case).id if case else None
        of_role = study.find(Role, role).id if role else None
        people = [
            Participant(identifier=identifier, case=of_case, role=of_role, code=code)
            for identifier in (words or ("",) * (count or 0))
        ]
        done = study.do(add_participants, people)
        added = [one.identifier for each in done.value if (one := study.get(Participant, each))]
        told(done, f"Added {', '.join(added)}.", who, participants=added)


@member(
    add,
    "frame",
    examples=[
        "crosscase add peers.crosscase frame --every 2",
        "crosscase add peers.crosscase frame STA1:SU=3 STA1:'peer worker'=2",
        "crosscase add peers.crosscase frame frame.xlsx",
    ],
)
@target
@click.argument("words", metavar="CASE:ROLE=N...|TABLE", nargs=-1)
@click.option("--every", type=click.IntRange(min=0), metavar="N", help="N of every role in every case.")
@acting_options
def frame(target: Target, words: tuple[str, ...], every: int | None, who: Who) -> None:
    """Say how many of each sampling role are planned in each case."""
    from crosscase.model import Case, Role
    from crosscase.verbs.sample import set_targets

    if every is None:
        _needed(words, "cells as CASE:ROLE=N, say --every N")
    tables = _tables(words)
    with acting(target, who) as study:
        if tables:
            _take(study, _read(study, tables, "targets"), who)
            return
        targets: dict[tuple[str, str], int | None] = {}
        if every is not None:
            all_roles = [role.id for role in study.rows(Role)]
            here = [case.id for case in study.rows(Case) if case.merged_into is None]
            targets = {(case, role): every for case in here for role in all_roles}
        for cell, planned in pairs(words, "CASE:ROLE=N, like STA1:SU=2.").items():
            case, mark, role = cell.partition(":")
            if not mark or not (planned.isdecimal() or planned == ""):
                message = f"{cell}={planned} has to be CASE:ROLE=N, like STA1:SU=2."
                raise click.UsageError(message, click.get_current_context())
            targets[study.find(Case, case).id, study.find(Role, role).id] = int(planned) if planned else None
        done = study.do(set_targets, targets)
        told(done, f"Planned: {counted(done.value, 'cell')} of the frame changed.", who, cells=done.value)


@member(
    add,
    "attributes",
    examples=[
        "crosscase add peers.crosscase attributes sector --of case --options 'statutory,voluntary' --grouping",
        "crosscase add peers.crosscase attributes sector STA1=statutory VOL1=voluntary --of case",
        "crosscase add peers.crosscase attributes attributes.csv",
    ],
)
@target
@click.argument("words", metavar="NAME [SUBJECT=VALUE]...|TABLE", nargs=-1)
@click.option(
    "--of", "subject", type=click.Choice(["case", "participant", "interview", "source"]), default="participant",
    show_default=True, help="What it is a variable of.",
)  # fmt: skip
@click.option(
    "--type",
    "kind",
    type=click.Choice(["text", "number", "date", "boolean", "one-of", "many-of"]),
    help="Its type. [text]",
)
@click.option("--options", metavar="A,B,C", help="The options of a one-of or many-of attribute.")
@click.option("--grouping", is_flag=True, help="The study compares cases by it (one-of attributes of cases).")
@click.option("--extend", is_flag=True, help="Values that are no option yet become one.")
@acting_options
def attributes(
    target: Target, words: tuple[str, ...], subject: str, kind: str | None, options: str | None, grouping: bool,
    extend: bool, who: Who,
) -> None:  # fmt: skip
    """Add an attribute, and give it values; or take both from a table."""
    from crosscase.model import Attribute
    from crosscase.verbs.attributes import SUBJECTS, add_attribute, change_attribute, set_values

    _needed(words, "an attribute")
    tables = _tables(words)
    with acting(target, who) as study:
        if tables:
            _take(study, _read(study, tables, "attributes"), who)
            return
        name, values = words[0], pairs(words[1:], "SUBJECT=VALUE, like STA1=statutory.")
        listed = [option.strip() for option in (options or "").split(",") if option.strip()]
        there = next(
            (one for one in study.rows(Attribute, subject=subject) if one.name.casefold() == name.casefold()), None
        )
        # The things are found before anything is recorded, so that a wrong name changes nothing.
        row: Any = SUBJECTS[subject]  # type: ignore[index] # checked by Click
        given = {study.find(row, thing).id: value for thing, value in values.items()}
        if there is None:
            fitting = kind or ("one-of" if listed or grouping else "text")
            done = study.do(
                add_attribute, subject, name, type=fitting, options=listed, grouping=grouping  # type: ignore[arg-type] # checked by Click
            )  # fmt: skip
            attribute = done.value
            told(done, f"Added the attribute {name!r} of {subject}s ({fitting}).", who, id=attribute)
        else:
            attribute = there.id
            if kind or listed or grouping:
                fields: dict[str, Any] = {
                    "type": kind or ("one-of" if grouping else None),
                    "options": listed or None,
                    "grouping": grouping or None,
                }
                changed = study.do(change_attribute, attribute, **fields)
                told(changed, f"Changed the attribute {there.name!r}.", who, id=attribute)
        if given:
            first = not (listed or (there and there.options))
            written = study.do(set_values, attribute, given, extend=extend or first)
            told(written, f"Set {counted(written.value.changed, 'value')}.", who, written=written.value)
            for _, value in written.value.unread:
                note(f"The date {value!r} could not be read without guessing and was kept as it is.")
        elif there is not None and not (kind or listed or grouping):
            if who.as_json:
                print_json({"entry": "", "verb": "", "changed": {}})
            else:
                say(f"There is an attribute {there.name!r} of {subject}s already; nothing was changed.")


@member(add, "members", examples=["crosscase add peers.crosscase members Tariq Jo --permission coder --as Ines"])
@target
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--permission", type=click.Choice(["owner", "editor", "coder", "reader", "independent coder"]), default="editor",
    show_default=True, help="What they may do.",
)  # fmt: skip
@click.option("--machine", is_flag=True, help="It is a machine, and is declared to be one.")
@acting_options
def members(target: Target, names: tuple[str, ...], permission: str, machine: bool, who: Who) -> None:
    """Add members."""
    from crosscase.cli.members import add_members

    add_members(target, names, permission, machine=machine, who=who)
