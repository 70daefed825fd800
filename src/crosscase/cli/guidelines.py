"""What COREQ, SRQR and GRIPP2 ask for: the `guidelines` commands."""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.output import Out, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

guidelines = group(
    "guidelines",
    default="list",
    about=(
        "See what reporting guidelines ask for, and answer it while it can still be answered.\n\nCOREQ has 32 items, "
        "SRQR 21, the short form of GRIPP2 five. Much is computed from the study; one answer serves every item that "
        "asks the same."
    ),
    examples=[
        "crosscase guidelines peers.crosscase",
        "crosscase guidelines peers.crosscase gaps",
        "crosscase guidelines peers.crosscase answer funding 'The county paid and had no part in it.'",
    ],
)


@member(
    guidelines,
    "list",
    examples=["crosscase guidelines peers.crosscase list --of SRQR", "crosscase guidelines peers.crosscase --json"],
)
@target
@click.option("--of", type=click.Choice(["COREQ", "SRQR", "GRIPP2-SF"]), default=None, help="Only this guideline.")
@table_output
def list_(target: Target, of: Any, out: Out) -> None:
    """List every item: computed, entered, missing, or without a place in this study."""
    from crosscase.reports.guidelines import compiled, guideline_table

    with reading(target) as study:
        lines, invented = compiled(study, of), study.settings().invented
        out.table(guideline_table(lines, invented), {"items": lines}, invented=invented)


@member(guidelines, "gaps", examples=["crosscase guidelines peers.crosscase gaps"])
@target
@table_output
def list_gaps(target: Target, out: Out) -> None:
    """List what is missing, first what can be answered for the shortest time."""
    from crosscase.reports.guidelines import gap_table, gaps

    with reading(target) as study:
        missing, invented = gaps(study), study.settings().invented
        out.table(gap_table(missing, invented), {"gaps": missing}, invented=invented)


@member(
    guidelines,
    "answer",
    examples=[
        "crosscase guidelines peers.crosscase answer training 'Both held interviews for years.'",
        "crosscase guidelines peers.crosscase answer 'involvement aim' 'Nobody was involved.' --does-not-apply",
    ],
)
@target
@click.argument("topic")
@click.argument("words")
@click.option("--does-not-apply", is_flag=True, help="It has no place in this study; the words are the reason.")
@acting_options
def answer(target: Target, topic: str, words: str, does_not_apply: bool, who: Who) -> None:
    """Answer a topic, for every item that asks for it; 'gaps' and 'list --json' name the topics."""
    from crosscase.verbs.guidelines import answer_guideline

    with acting(target, who) as study:
        done = study.do(answer_guideline, topic, words, applies=not does_not_apply)
        told(done, f"{'Set aside' if does_not_apply else 'Answered'}: {topic}.", who, id=done.value)


@member(guidelines, "clear", examples=["crosscase guidelines peers.crosscase clear training"])
@target
@click.argument("topic")
@acting_options
def clear(target: Target, topic: str, who: Who) -> None:
    """Take an answer away; what is computed from the study stands again."""
    from crosscase.verbs.guidelines import clear_guideline

    with acting(target, who) as study:
        told(study.do(clear_guideline, topic), f"Taken away: the answer to {topic}.", who)
