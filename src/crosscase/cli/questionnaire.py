"""What participants answered to questionnaires: the `answers` commands that write it down.

The tables, tests and joint displays made of answers are in `answer_tables`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.instrument import question_named
from crosscase.cli.naming import pairs
from crosscase.cli.output import Out, counted, note, print_json, print_table, say, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.reads.answer_files import OUTCOMES

if TYPE_CHECKING:
    from crosscase.model import Answer, Question
    from crosscase.reads.answer_files import AnswersComing


answers = group(
    "answers",
    default="list",
    about=(
        "Take in what participants answered to a questionnaire, and compare it.\n\nAn item that was not answered says "
        "what came of it: left empty, declined, or does not apply to them. Nothing known at all is yet another thing."
    ),
    examples=[
        "crosscase answers peers.crosscase import part-a.sav --dry-run",
        "crosscase answers peers.crosscase give STA1PW01 A1 often",
        "crosscase answers peers.crosscase table --by sector",
        "crosscase answers peers.crosscase joint A1",
    ],
)


@member(answers, "list", examples=["crosscase answers peers.crosscase list --participant STA1PW01"])
@target
@click.option("--item", metavar="ITEM", help="Only this item, by number or wording.")
@click.option("--of", metavar="INSTRUMENT", help="Only items of this questionnaire.")
@click.option("--participant", metavar="IDENTIFIER", help="Only theirs.")
@table_output
def list_(target: Target, item: str | None, of: str | None, participant: str | None, out: Out) -> None:
    """List answers, one a row."""
    from crosscase.model import Answer, Instrument, Participant, Question
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        invented = study.settings().invented
        here = study.find(Instrument, of).id if of else ""
        items = {one.id: one for one in study.rows(Question) if not here or one.instrument == here}
        if item:
            only = question_named(study, item, of)
            items = {only.id: only}
        people = {one.id: one.identifier for one in study.rows(Participant)}
        whose = {study.find(Participant, participant).id} if participant else set(people)
        found = [one for one in study.rows(Answer) if one.question in items and one.participant in whose]
        found.sort(key=lambda one: (people[one.participant], items[one.question].position))
        held_back = _held_back([one for one in found if items[one.question].nature == "text"])
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "participant": people[one.participant], "item": items[one.question].number,
            "wording": items[one.question].wording, "values": list(one.values), "outcome": one.outcome,
        }
        for one in found
    ]  # fmt: skip
    columns = (
        Column("participant", "Participant"), Column("item", "Item"), Column("wording", "Wording"),
        Column("answer", "Answer"),
    )  # fmt: skip
    rows = tuple(
        (
            one["participant"],
            one["item"],
            one["wording"],
            held_back.get(str(one["id"])) or "; ".join(one["values"]) or f"({one['outcome']})",
        )
        for one in data
    )
    notes = (invented,) if invented else ()
    out.table(Table(title="Answers", columns=columns, rows=rows, notes=notes), {"answers": data}, invented=invented)


def _held_back(answers: list[Answer]) -> dict[str, str]:
    """Of answers in writing those that may not be written to a file, with what stands there instead."""
    from crosscase.cli.leaving import product

    made = product()
    if made is None:
        return {}
    held = {one.id: made.leaving.written_by(one.participant) for one in answers if one.values}
    return {thing: f"(withheld: {why})" for thing, why in held.items() if why}


@member(
    answers,
    "give",
    examples=[
        "crosscase answers peers.crosscase give STA1PW01 A1 often",
        "crosscase answers peers.crosscase give STA1PW01 A4 --outcome declined",
    ],
)
@target
@click.argument("participant", metavar="IDENTIFIER")
@click.argument("item", metavar="ITEM")
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--of", metavar="INSTRUMENT", help="Of which questionnaire, where several have that number.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="What came of it instead of an answer.")
@click.option("--interview", metavar="NAME", help="The meeting of which the questionnaire was a part.")
@acting_options
def give(
    target: Target, participant: str, item: str, values: tuple[str, ...], of: str | None, outcome: Any,
    interview: str | None, who: Who,
) -> None:  # fmt: skip
    """Write down one answer."""
    from crosscase.model import Interview, Participant
    from crosscase.verbs.answers import give_answer

    with acting(target, who) as study:
        person, known = study.find(Participant, participant), question_named(study, item, of)
        met = study.find(Interview, interview).id if interview else None
        done = study.do(
            give_answer, person.id, known.id, values, outcome=outcome or "answered", interview=met
        )  # fmt: skip
        said = outcome or "; ".join(values)
        told(done, f"Written down: {person.identifier}, {known.number or known.wording}: {said}.", who)


@member(answers, "take-back", examples=["crosscase answers peers.crosscase take-back STA1PW01 A1 A2"])
@target
@click.argument("participant", metavar="IDENTIFIER")
@click.argument("items", metavar="ITEM...", nargs=-1, required=True)
@click.option("--of", metavar="INSTRUMENT", help="Of which questionnaire, where several have that number.")
@acting_options
def take_back(target: Target, participant: str, items: tuple[str, ...], of: str | None, who: Who) -> None:
    """Take answers away that were written down by mistake."""
    from crosscase.model import Participant
    from crosscase.verbs.answers import take_back_answers

    with acting(target, who) as study:
        person = study.find(Participant, participant)
        done = study.do(take_back_answers, person.id, [question_named(study, item, of).id for item in items])
        told(done, f"Taken back: {counted(done.value, 'answer')} of {person.identifier}.", who, taken_back=done.value)


@member(
    answers,
    "import",
    examples=[
        "crosscase answers peers.crosscase import part-a.sav --dry-run",
        "crosscase answers peers.crosscase import part-a.xlsx --column 'asked first=A1' --missing 99=declined",
        "crosscase answers peers.crosscase import part-a.csv --column 'told_1=A7: my manager' --yes 1 --no 2",
    ],
)
@target
@click.argument("table", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what would be written, and what was decided.")
@click.option("--of", metavar="INSTRUMENT", help="Only items of this questionnaire.")
@click.option(
    "--column", "columns", multiple=True, metavar="COLUMN=ITEM",
    help="Which item a column is, or which option (COLUMN=ITEM: OPTION); repeated.",
)  # fmt: skip
@click.option("--who", "who_column", default="", metavar="COLUMN", help="The column with the identifiers.")
@click.option(
    "--missing", "missing", multiple=True, metavar="CODE=OUTCOME",
    help="A code that means: left empty, declined or does not apply; repeated.",
)  # fmt: skip
@click.option("--first-code", "first", type=int, default=1, show_default=True, help="The code of the first option.")
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook.")
@click.option("--encoding", default="", metavar="NAME", help="How a text table is encoded.")
@click.option("--yes", "yes", multiple=True, metavar="WORD", help="What says that an option was ticked; repeated.")
@click.option("--no", "no", multiple=True, metavar="WORD", help="What says that it was not; repeated.")
@click.option("--leave-unknown", is_flag=True, help="Leave out rows of people who are not in the study.")
@acting_options
def import_(
    target: Target, table: Path, dry_run: bool, of: str | None, columns: tuple[str, ...], who_column: str,
    missing: tuple[str, ...], leave_unknown: bool, who: Who, **given: Any,
) -> None:  # fmt: skip
    """Take answers from a table, a row for each participant, all of it or nothing.

    FILE is csv, tsv, xlsx, ods or sav (SPSS). Columns are items by number or wording; options stand there in words or
    by code. Yes/no columns are together one item that takes several options, where they are called by the item and the
    option or its place (A7_1, 'A7: my manager'). --dry-run shows each column with the item it was taken for.
    """
    from crosscase.importers.answer_tables import SUFFIXES, AnswerOptions
    from crosscase.model import Instrument
    from crosscase.reads.answer_files import RefusedAnswersError, answers_in
    from crosscase.verbs.answers import give_answers
    from crosscase.verbs.answers import given as as_given

    context = click.get_current_context()
    if table.suffix.lower() not in SUFFIXES:
        message = f"{table.name!r} has to end in one of {', '.join(SUFFIXES)}."
        raise click.UsageError(message, context)
    means: dict[str, Any] = pairs(missing, "CODE=OUTCOME, like 99=declined.")
    if wrong := [outcome for outcome in means.values() if outcome not in OUTCOMES]:
        message = f"{wrong[0]!r} is no outcome: {', '.join(OUTCOMES)}."
        raise click.UsageError(message, context)
    options = AnswerOptions(
        columns=pairs(columns, "COLUMN=ITEM, like 'asked first=A1'."), who=who_column, missing=means, **given
    )
    with acting(target, who) as study:
        here = study.find(Instrument, of).id if of else ""
        coming, items = answers_in(study, table, options, instrument=here)
        answers, reasons = as_given(coming.answers), coming.reasons(leave_unknown=leave_unknown)
        if dry_run:
            changed = study.try_out(give_answers, answers) if not reasons else 0
            _show(coming, items, changed, who, refused=bool(reasons))
            return
        if reasons:
            raise RefusedAnswersError(table.name, reasons)
        done = study.do(give_answers, answers)
        people = len({one.participant for one in answers})
        told(
            done, f"Written down: {counted(done.value, 'answer')} of {counted(people, 'participant')}.", who,
            changed_answers=done.value, left=list(coming.left), choices=list(coming.choices),
            unknown=list(coming.unknown),
        )  # fmt: skip
    if not who.as_json:
        for line in (*coming.choices, *coming.unknown):
            note(line)
        if coming.left:
            note(f"Not taken: {', '.join(repr(one) for one in coming.left)}.")


def _show(coming: AnswersComing, items: list[Question], changed: int, who: Who, *, refused: bool) -> None:
    from crosscase.model.table import Column, Table

    named = {one.id: one for one in items}
    data: list[dict[str, Any]] = [
        {
            "column": one.column, "item": named[one.item].number, "wording": named[one.item].wording,
            "option": one.option, "by": one.by, "answered": one.answered,
            **{outcome.replace(" ", "_"): count for outcome, count in one.others.items()},
        }
        for one in coming.columns
    ]  # fmt: skip
    problems = coming.reasons()
    if who.as_json:
        print_json(
            {
                "would_change": changed, "people": len({one.participant for one in coming.answers}), "columns": data,
                "left": list(coming.left), "choices": list(coming.choices), "problems": list(problems),
            }
        )  # fmt: skip
        return
    columns = (
        Column("column", "Column"), Column("item", "Item"), Column("wording", "Wording"),
        *((Column("option", "Option"),) if any(one.option for one in coming.columns) else ()),
        Column("by", "Taken by"), Column("answered", "Answered", "count"),
        *(Column(one.replace(" ", "_"), one.capitalize(), "count") for one in OUTCOMES),
    )  # fmt: skip
    rows = tuple(tuple(one[column.key] for column in columns) for one in data)
    print_table(Table(title="Columns", columns=columns, rows=rows))
    for line in coming.choices:
        say(f"Decided: {line}")
    if coming.left:
        say(f"Not taken: {', '.join(repr(one) for one in coming.left)}.")
    for line in problems:
        note(line)
    say(
        "Would be refused, for the reasons above. Nothing was changed."
        if refused
        else f"Would write down {counted(changed, 'answer')}. Nothing was changed."
    )
