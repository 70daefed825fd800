"""The study at a glance: `info` and `check`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import Out, counted, table_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    from crosscase.reads.review import Finding
    from crosscase.study import Study

_SHOWN = 8


def counts(study: Study) -> dict[str, int]:
    """How much there is of everything, with the entries of the journal."""
    from crosscase.reads.overview import count_things

    return count_things(study.store) | {"entries": len(study.log())}


@command("info", examples=["crosscase info peers.crosscase", "crosscase info peers.crosscase --json"])
@target
@table_output
def info(target: Target, out: Out) -> None:
    """Say what is in the study.

    As JSON: title, version (the digest that names this state of the study) and the counts as whole numbers: cases,
    participants, sources, turns, codes, codings, themes, memos, members, entries and more.
    """
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        settings, found = study.settings(), counts(study)
        log, version = study.log(), study.version
    data: dict[str, Any] = {"title": settings.title, "invented": settings.invented, "version": version, **found}
    data["last"] = datetime.fromtimestamp(log[-1].wall / 1000).astimezone().isoformat() if log else ""
    notes = [settings.invented] if settings.invented else []
    notes.append(f"Version {version[:12]}; last changed {data['last'][:16].replace('T', ' ')}.")
    columns = (Column("what", "In the study"), Column("count", "Number", "count"))
    table = Table(title=settings.title, columns=columns, rows=tuple(found.items()), notes=tuple(notes))
    out.table(table, data, invented=settings.invented)


class WrongError(CrosscaseError):
    """A check found something that makes numbers unsafe."""

    code = "wrong"

    def __init__(self, count: int) -> None:
        super().__init__(f"{counted(count, 'thing')} to put right before numbers are safe.")


@command("check", examples=["crosscase check peers.crosscase", "crosscase check peers.crosscase --all"])
@target
@click.option("--all", "every", is_flag=True, help="Name everything found, not only the first few.")
@table_output
def check(target: Target, every: bool, out: Out) -> None:
    """Look for what is missing or does not fit.

    Participants, sources and speakers that are assigned to nobody, margins that do not agree, references to things
    that are gone, conflicts after a merge, and work still to do. Exit 1 when something makes numbers unsafe.
    """
    from crosscase.model.table import Column, Table
    from crosscase.reads.review import review

    with reading(target) as study:
        findings = [*_conflicts(study), *_margins(study), *review(study.store)]
    most = None if every or out.path else _SHOWN
    columns = (
        Column("weight", "Is"), Column("name", "Name"), Column("what", "What"), Column("count", "Number", "count"),
        Column("things", "Which"),
    )  # fmt: skip
    rows = tuple((one.weight, one.name, one.what, len(one.things), _listed(one, most)) for one in findings)
    notes = () if rows else ("Nothing was found.",)
    out.table(Table(title="Check", columns=columns, rows=rows, notes=notes), {"findings": findings})
    wrong = sum(one.weight == "wrong" for one in findings)
    if wrong:
        raise WrongError(wrong)


def _listed(one: Finding, most: int | None) -> str:
    more = len(one.things) - most if most is not None else 0
    return ", ".join(one.things[:most]) + (f" … and {more} more" if more > 0 else "")


def _margins(study: Study) -> list[Finding]:
    """A row of Table 2 whose sampling roles, genders and ages do not add up to the same number of people."""
    from crosscase.analyses.sample import SampleMarginsError, SampleOptions, sample
    from crosscase.reads.review import Finding

    snapshot = study.snapshot()
    known = {variable.name.casefold() for variable in snapshot.variables if variable.subject == "participant"}
    try:
        sample(snapshot, SampleOptions(by=tuple(name for name in SampleOptions().by if name in known)))
    except SampleMarginsError as error:
        return [Finding("margins", "wrong", error.message, ("Table 2",))]
    return []


def _conflicts(study: Study) -> list[Finding]:
    """What stands against each other, in words; the thing is the id by which it is settled."""
    from crosscase.reads.review import Finding

    return [
        Finding(f"conflict-{one.nature}", "wrong", f"{one.what} See 'crosscase conflicts'.", (one.id,))
        for one in study.disagreements()
    ]
