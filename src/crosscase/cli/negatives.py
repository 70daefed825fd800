"""What may speak against themes and codes: the `negatives` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.output import Out, counted, print_table, result_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.negatives import Negative
    from crosscase.model import Id
    from crosscase.verbs.negatives import Candidate

negatives = group(
    "negatives",
    default="list",
    about=(
        "Look for what may speak against themes and codes, and say what became of it.\n\nContrary statements come "
        "first, then the opposite code, then cases that differ from the others of their group. Silence is listed "
        "apart: it is no evidence against anything."
    ),
    examples=[
        "crosscase negatives peers.crosscase",
        "crosscase negatives peers.crosscase --of codes --code disclosure --silence",
        "crosscase negatives peers.crosscase settle 3f2a9c1d0b44 exception --reason 'Only where nobody works alone.'",
    ],
)

_DISPOSITIONS = ("open", "revises", "exception", "coding error", "not relevant")


@member(
    negatives,
    "list",
    examples=["crosscase negatives peers.crosscase --open", "crosscase negatives peers.crosscase --json"],
)
@target
@click.option(
    "--of", type=click.Choice(["themes", "codes", "categories"]), default="themes", show_default=True,
    help="Against what.",
)  # fmt: skip
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it.")
@click.option("--analysis", default="", metavar="NAME", help="Only themes of this analysis.")
@click.option("--by", default="primary", show_default=True, metavar="GROUPING", help="Whose cases are held together.")
@click.option("--open", "open_only", is_flag=True, help="Without what was settled.")
@click.option("--silence", is_flag=True, help="Also who said nothing, and which nothing that is.")
@filters
@result_output
def list_(target: Target, silence: bool, out: Out, **given: Any) -> None:
    """List candidates with the rule that found each, and what became of it."""
    from crosscase.analyses.negatives import NegativeOptions
    from crosscase.analyses.negatives import negatives as looked_for

    with reading(target) as study:
        with waiting("Looking"):
            found = looked_for(study.snapshot(), NegativeOptions(**given))
        out.result(found)
    if silence and not out.as_json and out.path is None:
        print_table(found.silent())


@member(
    negatives,
    "settle",
    examples=[
        "crosscase negatives peers.crosscase settle 3f2a9c1d0b44 revises --reason 'It holds where staff is short.'"
    ],
)
@target
@click.argument("candidate", metavar="ID")
@click.argument("disposition", type=click.Choice(_DISPOSITIONS))
@click.option(
    "--reason", default="", metavar="TEXT", help="How it revises, under which condition it is an exception, …"
)
@acting_options
def settle(target: Target, candidate: str, disposition: Any, reason: str, who: Who) -> None:
    """Say what became of a candidate: it revises the theme, is an exception, was coded wrongly, or is not relevant.

    ID is what the list prints. Whoever settles has to say why; *open* takes it back.
    """
    from crosscase.analyses.negatives import NegativeOptions
    from crosscase.analyses.negatives import negatives as looked_for
    from crosscase.errors import AmbiguousError, CrosscaseError, NotFoundError
    from crosscase.model import goes_by, short
    from crosscase.verbs.negatives import settle_candidate

    with acting(target, who) as study:
        snapshot = study.snapshot()
        known: dict[Id, Negative] = {}
        for of in ("themes", "codes"):
            try:
                known |= {one.id: one for one in looked_for(snapshot, NegativeOptions(of=of)).candidates}
            except CrosscaseError:
                continue  # a study without themes has codes
        fits = [one for key, one in known.items() if key == candidate or goes_by(key, candidate.lower())]
        kind = "candidate"
        if not fits:
            raise NotFoundError(kind, candidate)
        if len(fits) > 1:
            raise AmbiguousError(kind, candidate, tuple(short(one.id) for one in fits))
        done = study.do(settle_candidate, _written(fits[0]), disposition, reason=reason)
        left = sum(one.disposition == "open" for one in known.values()) - (fits[0].disposition == "open" != disposition)
        told(done, f"Settled: {disposition}. {counted(left, 'candidate')} open.", who)


def _written(one: Negative) -> Candidate:
    import msgspec

    from crosscase.verbs.negatives import Candidate

    return msgspec.convert({name: getattr(one, name) for name in Candidate.__struct_fields__}, Candidate)
