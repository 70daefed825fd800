"""Finding what was said: `find`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
import msgspec
from click.core import ParameterSource

from crosscase.cli.leaving import product, record_option, standing
from crosscase.cli.output import Out, counted, shown, table_output
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosscase.analyses.retrieve import Retrieved
    from crosscase.frames import Snapshot
    from crosscase.frames.intervals import Flags
    from crosscase.frames.search import Hit
    from crosscase.frames.turns import TurnPassages
    from crosscase.reads.codings import Spared
    from crosscase.study import Study

_LIMITS = ("case", "role", "participant", "source", "code", "group", "topic", "voice")
_FILTERS = ("case", "role", "participant", "source")
"""Of these, the ones that codings can be limited by."""


def limits(function: Any) -> Any:
    """An option for each limit of a query; several of one kind: any of them."""
    words = {
        "case": ("CASE", "Only what was said in this case."),
        "role": ("ROLE", "Only what this sampling role said."),
        "participant": ("IDENTIFIER", "Only what this participant said."),
        "source": ("NAME", "Only in this source."),
        "code": ("CODE", "Only where this code, or one under it, lies."),
        "group": ("VALUE", "Only cases with this value of a grouping."),
        "topic": ("NAME", "Only turns about this topic."),
        "voice": ("VOICE", "Only participants, interviewers, others or unassigned speakers."),
    }
    for name in reversed(_LIMITS):
        metavar, text = words[name]
        option = click.option(f"--{name}", multiple=True, metavar=metavar, help=text)
        function = option(function)
    return function


def of_codings(function: Any) -> Any:
    """The options that only --codings takes."""
    for option in (
        click.option("--not-so", is_flag=True, help="Codings: those that say that it is not so, instead."),
        click.option("--include-unreviewed", is_flag=True, help="Codings: also by rule that nobody has accepted."),
        click.option("--member", "members", multiple=True, metavar="MEMBER", help="Codings: only this member's."),
        click.option("--context", type=click.IntRange(min=0), metavar="N", help="Codings: words before, after. [12]"),
        click.option(
            "--within", type=click.Choice(["turn", "source", "participant"]),
            help="Codings: where AND and NOT ask. [turn]",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


@command(
    "find",
    examples=[
        "crosscase find peers.crosscase 'risk*'",
        "crosscase find peers.crosscase '\"peer support\" AND NOT manager' --case STA1",
        "crosscase find peers.crosscase 'NEAR(risk boundar*, 10) role:SU' --json",
        "crosscase find peers.crosscase --codings 'disclosure OVERLAPS \"risk / forms\"'",
        "crosscase find peers.crosscase --codings 'training AND NOT supervision' --within source -o gaps.xlsx",
    ],
)
@target
@click.argument("query", nargs=-1)
@limits
@click.option(
    "--top", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="How many of the best."
)
@click.option("--everything", is_flag=True, help="All of them.")
@click.option("--covered", is_flag=True, help="Print passages under content notes too.")
@click.option(
    "--words",
    "width",
    type=click.IntRange(min=4),
    default=24,
    show_default=True,
    metavar="N",
    help="Words of each snippet.",
)
@click.option("--codings", metavar="QUERY", help="Find codings instead: AND, OR, NOT, OVERLAPS, INSIDE, NEAR/20, …")
@of_codings
@table_output
@record_option
def find(
    target: Target, query: tuple[str, ...], top: int, everything: bool, covered: bool, width: int, out: Out,
    codings: str | None, within: Any, context: int | None, members: tuple[str, ...], include_unreviewed: bool,
    not_so: bool, **given: tuple[str, ...],
) -> None:  # fmt: skip
    """Find what was said, or what was coded.

    Words and "phrases"; AND, OR, NOT in capitals; risk* for beginnings; NEAR(a b, 10). Case and accents do not matter,
    and all is looked for within one turn. Limits may stand in the query too: case:STA1, role:SU, code:disclosure,
    "peer-led"=jointly. The best come first.

    With --codings, find where codes lie: A AND B in one turn (or --within source, participant), A OVERLAPS B,
    A INSIDE B, A NEAR/20 B (words between them, either order), A BEFORE/20 B. A code means those under it too; * is
    any. Unreviewed codings, and those that say that it is not so, are left out and counted. A file holds all that is
    found, unless --top says how many.
    """
    own = {
        "--within": within, "--context": context is not None, "--member": members, "--not-so": not_so,
        "--include-unreviewed": include_unreviewed,
    }  # fmt: skip
    _fitting(query, codings, own, given)
    if codings is not None:
        filters = {f"{name}s": given[name] for name in _FILTERS}
        words = {"within": within or "turn", "context": 12 if context is None else context}
        # A file holds all of them, unless a number was asked for.
        chosen = click.get_current_context().get_parameter_source("top") is not ParameterSource.DEFAULT
        every = everything or (out.path is not None and not chosen)
        _codings(
            target, codings, out, covered=covered, top=None if every else top, members=members, not_so=not_so,
            include_unreviewed=include_unreviewed, **filters, **words,
        )  # fmt: skip
        return
    from crosscase.frames.search import search
    from crosscase.frames.turns import turn_passages
    from crosscase.reads.codings import covers_of

    typed = " ".join(query)
    with reading(target) as study:
        with waiting("Reading"):
            snapshot = study.snapshot()
            turns = turn_passages(snapshot)
            index = study.index()
        import numpy as np

        rows = np.flatnonzero(_limited(turns, given))
        found = search(
            index, turns.passages.chosen(rows), typed, limits=lambda limit: turns.limited(limit)[rows],
            top=None if everything else top, words=width,
        )  # fmt: skip
        notes = covers_of(study.store, {hit.source for hit in found.hits})
        data = [_as_data(study, snapshot, turns, int(rows[hit.passage]), hit, notes) for hit in found.hits]
        consent = _snippets_out(found.hits, data, covered=covered)
        invented = snapshot.invented
    _print(typed, data, len(found.passages), invented, out, covered=covered, consent=consent)


def _snippets_out(hits: Sequence[Hit], data: list[dict[str, Any]], *, covered: bool) -> list[str] | None:
    """Make snippets what may be written, and say for each what is on record; nothing where nothing is written."""
    made = product()
    if made is None:
        return None
    consent = []
    for hit, one in zip(hits, data, strict=True):
        start, end = hit.snippet.start, hit.snippet.end
        hidden = bool(one["covered"]) and not covered
        consent.append("" if hidden else standing(made, hit.source, start, end))
        if not hidden:
            one["snippet"] = made.words(hit.source, start, end, one["snippet"])
    return consent


def _fitting(query: tuple[str, ...], codings: str | None, own: dict[str, Any], given: dict[str, Any]) -> None:
    """Refuse options that have no meaning with what is looked for."""
    problem = ""
    if codings is None:
        idle = [name for name, value in own.items() if value]
        if not query:
            problem = "Type what to look for, or --codings QUERY."
        elif idle:
            problem = f"{idle[0]} has a meaning only with --codings."
    else:
        idle = [f"--{name}" for name in _LIMITS if given[name] and name not in _FILTERS]
        if query:
            problem = "Look for words or for codings: both at once cannot be answered."
        elif idle:
            problem = f"{idle[0]} has no meaning with --codings."
    if problem:
        raise click.UsageError(problem, click.get_current_context())


def _codings(target: Target, query: str, out: Out, *, covered: bool, **options: Any) -> None:
    """Where codes lie."""
    from crosscase.analyses.retrieve import RetrieveOptions, retrieve
    from crosscase.reads.codings import covers_of

    with reading(target) as study:
        with waiting("Reading"):
            snapshot = study.snapshot()
            index = study.index()
        found = retrieve(snapshot, index, RetrieveOptions(query=query, **options))
        notes = covers_of(study.store, {one.source for one in found.passages})
        found = found.sparing(lambda source, start, end: notes[source].over(start, end) if source in notes else ())
        found, consent = _passages_out(found, covered=covered)
    table = found.table(covered=covered, whole=out.path is not None)
    out.table(
        table, found.to_dict(), invented=snapshot.invented, consent=consent, verbatim=("left", "words", "right")
    )  # fmt: skip


def _passages_out(found: Retrieved, *, covered: bool) -> tuple[Retrieved, list[str] | None]:
    """Passages as they may be written, and for each what is on record; as they are where nothing is written."""
    made = product()
    if made is None:
        return found, None
    passages = []
    consent = []
    for one in found.passages:
        hidden = bool(one.covered) and not covered
        edges = ((one.from_, one.start, one.left), (one.start, one.end, one.words), (one.end, one.to, one.right))
        left, words, right = (
            text if hidden or not text else made.words(one.source, start, end, text) for start, end, text in edges
        )
        consent.append("" if hidden else standing(made, one.source, one.start, one.end))
        passages.append(msgspec.structs.replace(one, left=left, words=words, right=right))
    return replace(found, passages=tuple(passages)), consent


def _limited(turns: TurnPassages, given: dict[str, tuple[str, ...]]) -> Flags:
    """For each passage whether it fits what the options say."""
    import numpy as np

    from crosscase.frames.query import Limit

    flags = np.ones(len(turns.passages), dtype=np.bool_)
    for name, values in given.items():
        if values:
            flags &= np.logical_or.reduce([turns.limited(Limit(name, value)) for value in values])
    return flags


def _as_data(
    study: Study, snapshot: Snapshot, turns: TurnPassages, row: int, hit: Hit, notes: Mapping[str, Spared]
) -> dict[str, Any]:
    from crosscase.frames.turns import VOICES

    text = study.text(hit.source)

    def named(listing: Any, number: int) -> str:
        return str(listing.labels[number]) if number >= 0 else ""

    return {
        "source": snapshot.sources.labels[snapshot.sources.number[hit.source]],
        "source_id": hit.source,
        "case": named(snapshot.cases, int(turns.case[row])),
        "participant": named(snapshot.participants, int(turns.participant[row])),
        "role": named(snapshot.roles, int(turns.role[row])),
        "voice": VOICES[int(turns.voice[row])],
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
        "spans": [[span.start, span.end] for span in hit.spans],
        "snippet": "".join(f"[{words}]" if wanted else words for words, wanted in hit.shown(text)),
        "covered": list(notes[hit.source].over(hit.snippet.start, hit.snippet.end)) if hit.source in notes else [],
        "cut": [hit.snippet.start > hit.start, hit.snippet.end < hit.end],
    }


def _snippet(one: dict[str, Any], *, covered: bool) -> str:
    if one["covered"] and not covered:
        return f"[covered: {', '.join(one['covered'])}]"
    begins, goes_on = ("…" if cut else "" for cut in one["cut"])
    return shown(f"{begins}{' '.join(one['snippet'].split())}{goes_on}")


def _print(
    query: str, data: list[dict[str, Any]], total: int, invented: str, out: Out, *, covered: bool,
    consent: list[str] | None,
) -> None:  # fmt: skip
    from crosscase.model.table import Column, Table

    columns = (
        Column("source", "Source"), Column("case", "Case"), Column("who", "Who"), Column("span", "Where"),
        Column("snippet", "Words"),
    )  # fmt: skip
    rows = tuple(
        (
            one["source"], one["case"], one["participant"] or one["voice"], f"{one['start']}-{one['end']}",
            _snippet(one, covered=covered),
        )
        for one in data
    )  # fmt: skip
    notes = [invented] if invented else []
    if not covered and any(one["covered"] for one in data):
        notes.append("Passages under content notes are covered; --covered prints them.")
    if total > len(data):
        notes.append(f"The best {len(data)} of {counted(total, 'passage')}; --everything shows all.")
    title = f"{counted(total, 'passage')} for {query}"
    table = Table(title=title, columns=columns, rows=rows, notes=tuple(notes))
    out.table(
        table, {"query": query, "total": total, "hits": data}, invented=invented, consent=consent,
        verbatim=("snippet",),
    )  # fmt: skip
