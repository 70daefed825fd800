"""What findings stand against: `pairs`, `rivals`, `replication` and `given`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import record_option
from crosscase.cli.naming import by_id, ids
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, counted, result_output, study_table, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.case_pairs import Pairs
    from crosscase.study import Study

DISPOSITIONS = ("open", "ruled out", "supported", "part of it", "cannot say")
FOUND = ("open", "as expected", "not as expected", "cannot say")

pairs = group(
    "pairs",
    default="show",
    about=(
        "Set every two cases side by side, and write each pair up.\n\nFor each pair: how many codes, categories or "
        "themes are shared, only in the one, only in the other, or in neither, of those of which something can be "
        "said in both."
    ),
    examples=[
        "crosscase pairs peers.crosscase --of categories",
        "crosscase pairs peers.crosscase show --open STA1 VOL1",
        "crosscase pairs peers.crosscase write STA1 VOL1 'Both write forms; only VOL1 reads them.' --done",
    ],
)
rivals = group(
    "rivals",
    default="list",
    about=(
        "Write down other explanations of a finding, and what became of them.\n\nThey are printed with Table 3, those "
        "that were ruled out as well."
    ),
    examples=[
        "crosscase rivals peers.crosscase add 'Risk is shared' 'Managers chose who was asked.'",
        "crosscase rivals peers.crosscase set 3f2a9c1d --disposition 'ruled out' --reason '…'",
    ],
)
replication = group(
    "replication",
    default="show",
    about=(
        "Say what a theme lets expect of each case, and what was found there.\n\nLiteral: the same is expected; "
        "theoretical: a contrast, for a reason that was foreseen. Cases about which nothing is written are gaps."
    ),
    examples=[
        "crosscase replication peers.crosscase",
        "crosscase replication peers.crosscase set 'Risk is shared' STA1 --expected 'Passed up.' --found 'as expected'",
    ],
)
given = group(
    "given",
    default="list",
    about=(
        "Write down what participants were given to read, what they said and what was changed for it.\n\nCOREQ asks "
        "for it in items 23 and 28."
    ),
    examples=[
        "crosscase given peers.crosscase add STA1SU01 STA1MA02 --date 2024-05-31",
        "crosscase given peers.crosscase set 3f2a9c1d --said 'That is not what I meant.' --changed 'Taken out.'",
    ],
)


# Pairs


@member(
    pairs,
    "show",
    examples=[
        "crosscase pairs peers.crosscase --of themes",
        "crosscase pairs peers.crosscase show --open STA1 VOL1",
        "crosscase pairs peers.crosscase show --open STA1 VOL1 --row disclosure",
    ],
)
@target
@click.option(
    "--of", type=click.Choice(["codes", "categories", "themes"]), default="codes", show_default=True,
    help="What the rows are.",
)  # fmt: skip
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option("--open", "opened", nargs=2, metavar="CASE CASE", help="Open one pair: row by row, n of N on both sides.")
@click.option("--row", default="", metavar="ROW", help="With --open: the passages behind one row on both sides.")
@click.option("--covered", is_flag=True, help="With --row: print passages under content notes too.")
@filters
@result_output
@record_option
def show_pairs(
    target: Target, opened: tuple[str, str] | None, row: str, covered: bool, out: Out, **given_: Any
) -> None:  # fmt: skip
    """Show what every two cases share, and which pairs are written up."""
    from crosscase.analyses.case_pairs import PairsOptions
    from crosscase.analyses.case_pairs import pairs as set_beside

    if row and opened is None:
        message = "--row opens a row of one pair: name the pair with --open CASE CASE."
        raise click.UsageError(message, click.get_current_context())
    with reading(target) as study:
        with waiting("Counting"):
            found = set_beside(study.snapshot(), PairsOptions(**given_))
        if opened is None:
            out.result(found)
        elif row:
            _open_row(study, found, opened, row, covered=covered, out=out)
        else:
            sheet = found.sheet(*opened)
            out.table(found.sheet_table(sheet), {"sheet": sheet}, invented=study.settings().invented)


def _open_row(study: Study, found: Pairs, cases: tuple[str, str], row: str, *, covered: bool, out: Out) -> None:
    from crosscase.errors import NotFoundError

    sheet = found.sheet(*cases)
    wanted = row.casefold()
    one = next((each for each in sheet.rows if row == each.key or each.label.casefold() == wanted), None)
    if one is None:
        kind = "row"
        raise NotFoundError(kind, row)
    open_passages(
        study, [*one.left.coding_ids, *one.right.coding_ids], {"row": one},
        title=f"{one.label}, {sheet.pair.left_label} and {sheet.pair.right_label}: {one.has}", covered=covered, out=out,
    )  # fmt: skip


@member(pairs, "write", examples=["crosscase pairs peers.crosscase write STA1 VOL1 'Both write forms.' --done"])
@target
@click.argument("one", metavar="CASE")
@click.argument("other", metavar="CASE")
@click.argument("words", required=False)
@click.option("--done/--not-done", default=None, help="It is written up, or not yet.")
@acting_options
def write_pair_(target: Target, one: str, other: str, words: str | None, done: bool | None, who: Who) -> None:
    """Write about two cases side by side, or say that it is done."""
    from crosscase.model import Case
    from crosscase.verbs.pairs import write_pair

    if words is None and done is None:
        message = "Write something about the two cases, or say --done."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        left, right = (study.find(Case, name) for name in (one, other))
        made = study.do(write_pair, left.id, right.id, words=words, done=done)
        told(made, f"Written: {left.code} and {right.code}.", who, id=made.value)


# Rivals


@member(rivals, "list", examples=["crosscase rivals peers.crosscase --json"])
@target
@table_output
def list_rivals(target: Target, out: Out) -> None:
    """List rival explanations with what became of them."""
    from crosscase.reads.standing_against import rivals as every
    from crosscase.reads.standing_against import rivals_table

    with reading(target) as study:
        lines = every(study.store)
        study_table(study, out, rivals_table(lines), {"rivals": lines})


def _disposition(function: Any) -> Any:
    function = click.option("--reason", metavar="TEXT", help="Why; needed once it is not open any more.")(function)
    return click.option("--disposition", type=click.Choice(DISPOSITIONS), help="What became of it.")(function)


@member(
    rivals, "add", examples=["crosscase rivals peers.crosscase add 'Risk is shared' 'Managers chose who was asked.'"]
)
@target
@click.argument("finding", metavar="THEME_OR_CODE")
@click.argument("explanation")
@_disposition
@acting_options
def add_rival_(
    target: Target, finding: str, explanation: str, disposition: Any, reason: str | None, who: Who
) -> None:  # fmt: skip
    """Write down another explanation of what a theme or a code says."""
    from crosscase.model import Code, Theme
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.explanations import add_rival

    with acting(target, who) as study:
        theme = find_or_none(study.store, Theme, finding)
        kind, about = ("theme", theme.id) if theme else ("code", study.find(Code, finding).id)
        more: dict[str, Any] = {"disposition": disposition or "open", "reason": reason or ""}
        done = study.do(add_rival, kind, about, explanation, **more)
        told(done, f"Written down, {more['disposition']}: a rival explanation of {finding}.", who, id=done.value)


@member(
    rivals,
    "set",
    examples=["crosscase rivals peers.crosscase set 3f2a9c1d --disposition 'ruled out' --reason 'The small ones too.'"],
)
@target
@click.argument("name", metavar="RIVAL")
@click.option("--explanation", metavar="TEXT", help="Tell it otherwise.")
@_disposition
@acting_options
def set_rival(target: Target, name: str, who: Who, **given_: Any) -> None:
    """Say what became of a rival explanation, and why."""
    from crosscase.model import Rival
    from crosscase.verbs.explanations import change_rival

    with acting(target, who) as study:
        one = by_id(study, Rival, name)
        done = study.do(change_rival, one.id, **given_)
        told(done, f"Changed: {one.explanation[:60]}", who, id=one.id)


@member(rivals, "remove", examples=["crosscase rivals peers.crosscase remove 3f2a9c1d"])
@target
@click.argument("name", metavar="RIVAL")
@acting_options
def remove_rival_(target: Target, name: str, who: Who) -> None:
    """Remove a rival explanation that was written down by mistake."""
    from crosscase.model import Rival
    from crosscase.verbs.explanations import remove_rival

    with acting(target, who) as study:
        one = by_id(study, Rival, name)
        told(study.do(remove_rival, one.id), "Removed: a rival explanation.", who, id=one.id)


# Replication


@member(replication, "show", examples=["crosscase replication peers.crosscase show 'Risk is shared'"])
@target
@click.argument("theme", required=False)
@table_output
def show_replication(target: Target, theme: str | None, out: Out) -> None:
    """Show what themes let expect of each case, what was found, and where nothing is written."""
    from crosscase.model import Theme
    from crosscase.reads.standing_against import replication_table, replications

    with reading(target) as study:
        lines = replications(study.store, study.find(Theme, theme).id if theme else None)
        study_table(study, out, replication_table(lines), {"replication": lines})


@member(
    replication,
    "set",
    examples=[
        "crosscase replication peers.crosscase set 'Risk is shared' STA1 --theoretical --expected 'Passed up.'",
        "crosscase replication peers.crosscase set 'Risk is shared' STA1 --found 'not as expected' --note '…'",
    ],
)
@target
@click.argument("theme")
@click.argument("case")
@click.option("--literal/--theoretical", "literal", default=None, help="The same is expected, or a foreseen contrast.")
@click.option("--expected", metavar="TEXT", help="What the theme lets expect there.")
@click.option("--found", type=click.Choice(FOUND), help="What was found.")
@click.option("--note", metavar="TEXT", help="How.")
@acting_options
def set_replication_(target: Target, theme: str, case: str, literal: bool | None, who: Who, **given_: Any) -> None:
    """Say what a theme lets expect of a case, and what was found there."""
    from crosscase.model import Case, Theme
    from crosscase.verbs.explanations import set_replication

    with acting(target, who) as study:
        one, where = study.find(Theme, theme), study.find(Case, case)
        nature: Any = None if literal is None else "literal" if literal else "theoretical"
        done = study.do(set_replication, one.id, where.id, nature=nature, **given_)
        told(done, f"Written: {one.label!r} in {where.code}.", who, id=done.value)


@member(replication, "remove", examples=["crosscase replication peers.crosscase remove 'Risk is shared' STA1"])
@target
@click.argument("theme")
@click.argument("case")
@acting_options
def remove_replication_(target: Target, theme: str, case: str, who: Who) -> None:
    """Take away what a theme lets expect of a case."""
    from crosscase.model import Case, Theme
    from crosscase.verbs.explanations import remove_replication

    with acting(target, who) as study:
        one, where = study.find(Theme, theme), study.find(Case, case)
        told(study.do(remove_replication, one.id, where.id), f"Taken away: {one.label!r} in {where.code}.", who)


# Given back


@member(given, "list", examples=["crosscase given peers.crosscase --json"])
@target
@table_output
def list_given(target: Target, out: Out) -> None:
    """List who was given what to read, what they said, what was changed; and who was given nothing."""
    from crosscase.reads.standing_against import given_as_it_may, given_back, given_table

    with reading(target) as study:
        lines = given_back(study.store)
        if out.path:
            lines = given_as_it_may(lines, study.consents().refused("verbatim"))
        study_table(study, out, given_table(lines), {"given": lines})


def _what_of_it(function: Any) -> Any:
    for option in (
        click.option("--changed", metavar="TEXT", help="What was changed for it."),
        click.option("--said", metavar="TEXT", help="What they said to it."),
        click.option("--date", metavar="DATE", help="When: 2024-05-31, 2024-05 or 2024."),
        click.option("--source", metavar="NAME", help="Which transcript."),
        click.option("--nature", type=click.Choice(["transcript", "summary", "findings"]), help="What it was."),
    ):
        function = option(function)
    return function


@member(given, "add", examples=["crosscase given peers.crosscase add STA1SU01 --nature findings --date 2024-05"])
@target
@click.argument("names", metavar="PARTICIPANT...", nargs=-1, required=True)
@_what_of_it
@acting_options
def add_given_(target: Target, names: tuple[str, ...], source: str | None, who: Who, **given_: Any) -> None:
    """Write down that participants were given something to read. [transcript]."""
    from crosscase.model import Participant, Source
    from crosscase.verbs.given_back import add_given

    with acting(target, who) as study:
        of = study.find(Source, source).id if source else None
        fields = {name: value for name, value in given_.items() if value is not None}
        done = study.do(add_given, ids(study, Participant, names), source=of, **fields)
        told(done, f"Written down for {counted(len(done.value), 'participant')}.", who, ids=done.value)


@member(given, "set", examples=["crosscase given peers.crosscase set 3f2a9c1d --changed 'A sentence was taken out.'"])
@target
@click.argument("name", metavar="LINE")
@_what_of_it
@acting_options
def set_given(target: Target, name: str, source: str | None, who: Who, **given_: Any) -> None:
    """Write down what somebody said to what they were given, or what was changed for it."""
    from crosscase.model import GivenBack, Source
    from crosscase.verbs.given_back import change_given

    with acting(target, who) as study:
        one = by_id(study, GivenBack, name)
        of = study.find(Source, source).id if source else source
        told(study.do(change_given, one.id, source=of, **given_), "Changed.", who, id=one.id)


@member(given, "remove", examples=["crosscase given peers.crosscase remove 3f2a9c1d"])
@target
@click.argument("name", metavar="LINE")
@acting_options
def remove_given_(target: Target, name: str, who: Who) -> None:
    """Remove a line that was written down by mistake."""
    from crosscase.model import GivenBack
    from crosscase.verbs.given_back import remove_given

    with acting(target, who) as study:
        one = by_id(study, GivenBack, name)
        told(study.do(remove_given, one.id), "Removed.", who, id=one.id)
