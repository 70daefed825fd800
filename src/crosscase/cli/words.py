"""Counting words and reading them in context: `words`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
import msgspec

from crosscase.cli.compare import filters
from crosscase.cli.leaving import TABLES, product, record_option, standing
from crosscase.cli.output import Out, result_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.kwic import KeywordInContext


@command(
    "words",
    examples=[
        "crosscase words peers.crosscase --by roles --top 20",
        "crosscase words peers.crosscase --word 'risk*' --word 'peer support' --by cases",
        "crosscase words peers.crosscase --kwic 'risk*' --case STA1",
    ],
)
@target
@click.option(
    "--by",
    default="cases",
    show_default=True,
    metavar="AXIS",
    help="Cases, roles, participants, primary, or an attribute.",
)
@click.option(
    "--word",
    "terms",
    multiple=True,
    metavar="WORD",
    help="Count this word, beginning (risk*) or phrase; may be repeated.",
)
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="How many words, or lines in context. [50; 200]")
@click.option("--stop", "stops", multiple=True, metavar="WORD", help="Leave out this word; may be repeated.")
@click.option("--all-words", is_flag=True, help="Leave out none: count 'the' and 'and' too.")
@click.option(
    "--show",
    type=click.Choice(["rate", "count", "participants", "cases"]),
    default="rate",
    show_default=True,
    help="What the cells lead with.",
)
@click.option("--kwic", metavar="TERM", help="Show every place where this is said, with the words around it.")
@click.option(
    "--around",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    metavar="N",
    help="In context: words on each side.",
)
@click.option(
    "--sort",
    type=click.Choice(["source", "case", "role", "participant", "left", "right"]),
    default="source",
    show_default=True,
    help="In context: the order of lines.",
)
@click.option("--covered", is_flag=True, help="In context: print lines under content notes too.")
@click.option("--interviewers", is_flag=True, help="Interviewers' words too, in a column of their own.")
@filters
@result_output
@record_option
def words(
    target: Target, by: str, terms: tuple[str, ...], top: int | None, stops: tuple[str, ...], all_words: bool,
    show: Any, kwic: str | None, around: int, sort: Any, interviewers: bool, covered: bool, out: Out, **given: Any,
) -> None:  # fmt: skip
    """Count words, or show one in its contexts.

    Rates are per 1,000 words spoken. Beside them stand the participants who used a word, because one talkative person
    is not a sample. Stop words are left out of the list and named under it.
    """
    from crosscase.analyses.kwic import KwicOptions, keyword_in_context
    from crosscase.analyses.words import WordOptions, word_frequencies
    from crosscase.reads.codings import covers_of

    for name in ("members", "include_unreviewed"):
        if given[name]:
            message = "Words do not depend on codings: --member and --include-unreviewed have no meaning here."
            raise click.UsageError(message, click.get_current_context())
    with reading(target) as study:
        with waiting("Reading"):
            snapshot = study.snapshot()
            index = study.index()
        if kwic is not None:
            options = KwicOptions(
                term=kwic, words=around, sort=sort, top=top or (None if out.path or out.as_json else 200),
                interviewers=interviewers, **given,
            )  # fmt: skip
            in_context = keyword_in_context(snapshot, index, options)
            notes = covers_of(study.store, {line.source for line in in_context.lines})
            in_context = in_context.sparing(lambda source, a, b: notes[source].over(a, b) if source in notes else ())
            found, consent = lines_in_context(in_context, covered=covered)
            out.result(found, consent=consent, verbatim=("left", "keyword", "right"), covered=covered)
            return
        stop: tuple[str, ...] | None = () if all_words else None
        if stops and not all_words:
            from crosscase.analyses.stopwords import ENGLISH

            stop = (*sorted(ENGLISH), *stops)
        counting = WordOptions(by=by, words=terms, top=top or 50, stop=stop, interviewers=interviewers, **given)
        out.result(word_frequencies(snapshot, index, counting), show=show)


def lines_in_context(found: KeywordInContext, *, covered: bool) -> tuple[KeywordInContext, list[str] | None]:
    """Lines as they may be written into a table, and for each what is on record; as they are where none is written."""
    made = product()
    if made is None or made.path.suffix.lower() not in TABLES:
        return found, None
    lines = []
    consent = []
    for line in found.lines:
        if line.covered and not covered:
            consent.append("")
            lines.append(msgspec.structs.replace(line, left="", keyword="", right=""))
            continue
        keyword = made.words(line.source, line.start, line.end, line.keyword)
        consent.append(standing(made, line.source, line.start, line.end))
        around = {} if keyword == line.keyword else {"left": "", "right": ""}
        lines.append(msgspec.structs.replace(line, keyword=keyword, **around))
    return replace(found, lines=tuple(lines)), consent
