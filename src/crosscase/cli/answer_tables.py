"""Answers compared: the `answers table` and `answers joint` commands.

What a careful reader would get wrong: a table of answers is about people who answered, a matrix about people who were
read. The joint display has both in it, and says of how many each number is.
"""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.compare import open_cell
from crosscase.cli.leaving import record_option
from crosscase.cli.output import Out, print_table, result_output
from crosscase.cli.questionnaire import answers
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import member
from crosscase.cli.waiting import waiting

TESTS = ("fitting", "none", "kruskal-wallis", "chi-square", "fisher")


@member(
    answers,
    "table",
    examples=[
        "crosscase answers peers.crosscase table",
        "crosscase answers peers.crosscase table --item A1 --by roles -o a1.svg",
        "crosscase answers peers.crosscase table --item A1 --open independent 'strongly agree'",
    ],
)
@target
@click.option("--item", "items", multiple=True, metavar="ITEM", help="Only this item, by number or wording; repeated.")
@click.option("--of", "instrument", default="", metavar="INSTRUMENT", help="Only items of this questionnaire.")
@click.option(
    "--by", metavar="AXIS", help="Groups: primary, cases, roles, a grouping or an attribute; everybody for none."
)
@click.option("--test", type=click.Choice(TESTS), default="fitting", show_default=True, help="Which test, if any.")
@click.option(
    "--open", "opened", nargs=2, metavar="GROUP ANSWER", help="Of one item: who in a group answered so, or did not."
)
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only this case.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only this sampling role.")
@click.option(
    "--participant", "participants", multiple=True, metavar="NAME", help="Only this participant, or set:NAME."
)
@result_output
def table(target: Target, by: str | None, opened: tuple[str, str] | None, out: Out, **given: Any) -> None:
    """Show what groups answered: counts, medians, what is missing and why, and tests.

    A test takes people as independent, which people of one case are not: each says so, and the result by case stands
    beside it. Where a test makes no sense there is none, and it says why.
    """
    from crosscase.analyses.answers import AnswersOptions
    from crosscase.analyses.answers import answers as answered

    with reading(target) as study, waiting("Counting"):
        snapshot = study.snapshot()
        groups = by if by is not None else ("primary" if snapshot.primary else "")
        found = answered(snapshot, AnswersOptions(by="" if groups == "everybody" else groups, **given))
    if opened is not None:
        _open(found, *opened, out=out)
        return
    out.result(found)
    if out.path is None and not out.as_json and found.tested:
        click.echo()
        print_table(found.test_table())
        if found.options.by != "cases":
            click.echo()
            print_table(found.case_table())


def _open(found: Any, group: str, what: str, *, out: Out) -> None:
    """Who stands behind one number."""
    from crosscase.errors import NotFoundError
    from crosscase.frames.items import NO_ANSWER, OUTCOMES
    from crosscase.model.table import Column, Table

    context = click.get_current_context()
    if len(found.items) != 1:
        message = "Say of which item, with --item."
        raise click.UsageError(message, context)
    held = found.snapshot.items
    fitting = (*held.options[found.items[0]], *OUTCOMES, NO_ANSWER)
    kinds = ("group", "answer")
    if what not in fitting:
        raise NotFoundError(kinds[1], what, tuple(repr(one) for one in fitting))
    labels = [line.label for line in found.groups]
    if group not in labels:
        raise NotFoundError(kinds[0], group, tuple(repr(one) for one in labels))
    people = found.snapshot.participants
    ids = found.people(0, labels.index(group), what)
    cases = found.snapshot.cases.labels
    rows = []
    for thing in ids:
        at = people.number[thing]
        values = "; ".join(held.values[found.items[0]][at])
        rows.append((people.labels[at], cases[people.case[at]] if people.case[at] >= 0 else "", values))
    columns = (Column("participant", "Participant"), Column("case", "Case"), Column("answer", "Answer"))
    notes = (found.snapshot.invented,) if found.snapshot.invented else ()
    shown = Table(title=f"{found.label(0)}: {group}, {what}", columns=columns, rows=tuple(rows), notes=notes)
    data = {"participants": [dict(zip(("participant", "case", "answer"), row, strict=True)) for row in rows]}
    if out.path is not None and held.natures[found.items[0]] == "text":
        message = "Answers in writing are written to files by 'answers list', which asks for consent."
        raise click.UsageError(message, context)
    out.table(shown, data, invented=found.snapshot.invented)


@member(
    answers,
    "joint",
    examples=[
        "crosscase answers peers.crosscase joint A1",
        "crosscase answers peers.crosscase joint A1 --rows themes --steps -o joint.xlsx",
        "crosscase answers peers.crosscase joint A1 --open 'Passing it up' 'low (strongly disagree – disagree)'",
    ],
)
@target
@click.argument("item")
@click.option(
    "--rows", type=click.Choice(["codes", "categories", "themes"]), default="categories", show_default=True,
    help="What was said.",
)  # fmt: skip
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it; repeated.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option("--steps", is_flag=True, help="Each step of a scale apart, not low, middle and high.")
@click.option("--open", "opened", nargs=2, metavar="ROW COLUMN", help="Open one cell: the passages behind its numbers.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only this case.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only this sampling role.")
@click.option("--member", "members", multiple=True, metavar="MEMBER", help="Only this member's codings and readings.")
@result_output
@record_option
def joint(target: Target, opened: tuple[str, str] | None, covered: bool, out: Out, **given: Any) -> None:
    """Set answers to an item beside what the same people said.

    Of those who answered so, how many were coded, of how many who were read. Those who did not answer have columns of
    their own. Every cell opens to its quotations with --open.
    """
    from crosscase.analyses.joint import JointOptions
    from crosscase.analyses.joint import joint as beside

    with reading(target) as study:
        with waiting("Counting"):
            found = beside(study.snapshot(), JointOptions(**given))
        if opened is not None:
            open_cell(study, found.find(*opened), *opened, covered=covered, out=out)
        else:
            out.result(found)
