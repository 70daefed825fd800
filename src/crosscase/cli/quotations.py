"""Quotations that are kept, and where printed words stand: the `quotations` commands.

A passage is named as in `code`: by a coding, by its verbatim words, or by code points.
"""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.coding import passage_options, wrong_use
from crosscase.cli.naming import by_id, span_in
from crosscase.cli.output import Out, json_option, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting
from crosscase.model import short

quotations = group(
    "quotations",
    default="list",
    about=(
        "Keep quotations as they are printed, and find where printed words stand.\n\nA quotation stays bound to its "
        "place. Omissions are declared with […], edits with [brackets]; words changed without saying so are refused."
    ),
    examples=[
        "crosscase quotations peers.crosscase",
        "crosscase quotations peers.crosscase keep --coding 3f2a9c1d0b44 --printed 'They want my name […] can sleep.'",
        "crosscase quotations peers.crosscase find 'They want my name in the entry'",
    ],
)
_PRINTED = click.option("--printed", metavar="WORDS", help="How it is printed, with omissions […] and [edits].")
_NOTE = click.option("--note", metavar="TEXT", help="Why these words.")
_COVERED = click.option("--covered", is_flag=True, help="Print words under content notes too.")


@member(quotations, "list", examples=["crosscase quotations peers.crosscase --faults --json"])
@target
@click.option("--faults", is_flag=True, help="Only those whose printed words no longer stand there.")
@_COVERED
@json_option
def list_(target: Target, faults: bool, covered: bool, as_json: bool) -> None:
    """List the quotations that are kept, and what their printed words are beside what was said."""
    from crosscase.reads.quotations import quotation_lines, quotations_table

    with reading(target) as study:
        lines = quotation_lines(study.store)
        invented = study.settings().invented
    if faults:
        lines = [line for line in lines if line.status not in {"exact", "declared"}]
    Out(as_json).table(quotations_table(lines, covered=covered, invented=invented), {"quotations": lines})


@member(
    quotations,
    "keep",
    examples=[
        "crosscase quotations peers.crosscase keep --coding 3f2a9c1d0b44 --note 'the clearest'",
        "crosscase quotations peers.crosscase keep STA1SU01 --quote 'walking on eggshells'",
    ],
)
@target
@click.argument("source", required=False)
@click.option("--coding", "coding_id", metavar="ID", help="The coding that it illustrates.")
@passage_options
@_PRINTED
@_NOTE
@acting_options
def keep(
    target: Target, source: str | None, coding_id: str | None, quote: str | None, span: tuple[int, int] | None,
    printed: str | None, note: str | None, who: Who,
) -> None:  # fmt: skip
    """Keep a quotation: of a coding, or of a stretch of SOURCE.

    With --coding, --quote or --span takes a stretch within or around it.
    """
    from crosscase.model import Coding, Source
    from crosscase.verbs.quotations import keep_quotation

    if source is None and coding_id is None:
        message = "Say what is quoted: --coding ID, or SOURCE with --quote WORDS or --span START-END."
        raise wrong_use(message)
    with acting(target, who) as study:
        coding = by_id(study, Coding, coding_id) if coding_id else None
        where = study.find(Source, source).id if source else coding.source if coding else ""
        done = study.do(
            keep_quotation, coding=coding.id if coding else None, source=where or None,
            span=span_in(study, where, quote, span), printed=printed or "", note=note or "",
        )  # fmt: skip
        told(done, f"Kept ({short(done.value)}).", who, id=done.value)


@member(
    quotations,
    "change",
    examples=["crosscase quotations peers.crosscase change 3f2a9c1d0b44 --printed 'my name […] can sleep'"],
)
@target
@click.argument("quotation", metavar="ID")
@passage_options
@_PRINTED
@_NOTE
@acting_options
def change(
    target: Target, quotation: str, quote: str | None, span: tuple[int, int] | None, printed: str | None,
    note: str | None, who: Who,
) -> None:  # fmt: skip
    """Change where a quotation begins and ends, how it is printed, or why it was chosen."""
    from crosscase.model import Quotation
    from crosscase.verbs.quotations import change_quotation

    if all(one is None for one in (quote, span, printed, note)):
        message = "Say what to change: --quote, --span, --printed or --note."
        raise wrong_use(message)
    with acting(target, who) as study:
        row = by_id(study, Quotation, quotation)
        stretch = span_in(study, row.source, quote, span)
        done = study.do(change_quotation, row.id, span=stretch, printed=printed, note=note)
        told(done, "Changed.", who)


@member(quotations, "remove", examples=["crosscase quotations peers.crosscase remove 3f2a9c1d0b44"])
@target
@click.argument("quotation", metavar="ID")
@acting_options
def remove(target: Target, quotation: str, who: Who) -> None:
    """Take a quotation away; the words and the coding stay."""
    from crosscase.model import Quotation
    from crosscase.verbs.quotations import remove_quotation

    with acting(target, who) as study:
        told(study.do(remove_quotation, by_id(study, Quotation, quotation).id), "Removed.", who)


@member(
    quotations,
    "find",
    examples=[
        "crosscase quotations peers.crosscase find 'They want my name in the entry'",
        "crosscase quotations peers.crosscase find 'They want our name […] can sleep' --json",
    ],
)
@target
@click.argument("words")
@_COVERED
@json_option
def find(target: Target, words: str, covered: bool, as_json: bool) -> None:
    """Find where printed words stand in the transcripts: exactly, with what was declared, or altered."""
    from crosscase.reads.quotations import found_table, look_up

    with reading(target) as study:
        with waiting("Looking"):
            found = look_up(study.store, study.index(), words)
        invented = study.settings().invented
    data: dict[str, Any] = {"words": words, "places": found}
    Out(as_json).table(found_table(found, covered=covered, invented=invented), data)
