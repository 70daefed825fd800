"""How far coders agree, where they differ, and what was decided: the `agree` commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from crosscase.cli.compare import filters
from crosscase.cli.leaving import record_option
from crosscase.cli.naming import SpanType
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, counted, result_output, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.agreement.differences import Difference
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])

agree = group(
    "agree",
    default="show",
    about=(
        "See how far coders agree, where they differ, and decide about it.\n\nOnly what coders did by themselves is "
        "compared, in texts that both have read for the code; what was decided afterwards never enters a coefficient. "
        "Under a reflexive analysis no coefficient is computed."
    ),
    examples=[
        "crosscase agree peers.crosscase",
        "crosscase agree peers.crosscase --units sentences --by pairs",
        "crosscase agree peers.crosscase --open disclosure",
        "crosscase agree peers.crosscase differ --kind confusion",
        "crosscase agree peers.crosscase decide 3f2a9c1d0b44 one --reason 'She says so.' --with Ines --with Tom",
    ],
)

_UNITS = ("characters", "words", "sentences", "turns", "segments")
_KINDS = ("confusion", "parent or child", "borders", "stance", "omission")
_COEFFICIENTS = (
    "percent", "cohen", "scott", "fleiss", "conger", "brennan-prediger", "gwet", "alpha", "u-alpha", "|u|-alpha",
    "cu-alpha",
)  # fmt: skip


def compared(function: F) -> F:
    """Who is compared, on which codes, in which texts."""
    for option in (
        click.option("--analysis", default="", metavar="NAME", help="The analysis for which this is asked."),
        click.option(
            "--read", type=click.Choice(["done", "coded"]), default="done", show_default=True,
            help="Who has read a text: who marked it as read, or who coded anything in it.",
        ),
        click.option(
            "--group", "groups", multiple=True, metavar="NAME=CODER,CODER", help="Coders taken together as one voice."
        ),
        click.option(
            "--by", type=click.Choice(["all", "pairs", "perspectives"]), default="all", show_default=True,
            help="All coders together, every two, or by the perspectives they share.",
        ),
        click.option("--code", "codes", multiple=True, metavar="CODE", help="Only this code with those under it."),
    ):  # fmt: skip
        function = option(function)
    return filters(function)


@member(
    agree,
    "show",
    examples=[
        "crosscase agree peers.crosscase --level domains --level overall --labels sets",
        "crosscase agree peers.crosscase --show percent --show cohen --show gwet --by pairs",
        "crosscase agree peers.crosscase --code severity --labels steps --units segments",
        "crosscase agree peers.crosscase --open disclosure --by pairs --member Ines --member Tom",
    ],
)
@target
@click.option("--units", type=click.Choice(_UNITS), default="characters", show_default=True, help="What is judged.")
@click.option("--segments", default="", metavar="CODE", help="Units segments: the stretches of this code.")
@click.option(
    "--universe", type=click.Choice(["all", "coded"]), default="all", show_default=True,
    help="All text, or text that one of them coded.",
)  # fmt: skip
@click.option(
    "--level", "levels", multiple=True, type=click.Choice(["codes", "domains", "overall"]),
    help="Lines of single codes, of branches of the tree, of all codes.  [default: all three]",
)  # fmt: skip
@click.option(
    "--labels", type=click.Choice(["each", "sets", "steps"]), default="each", show_default=True,
    help="Branches: every code a question of its own; or one question, answered by the set of codes; or the codes "
    "under the one that --code names are the steps of a scale, in their order.",
)  # fmt: skip
@click.option(
    "--scale", type=click.Choice(["ordinal", "interval"]), default="ordinal", show_default=True,
    help="Steps: only their order counts, or each is as wide as the next.",
)  # fmt: skip
@click.option(
    "--show", "shown", multiple=True, type=click.Choice(_COEFFICIENTS),
    help="These coefficients in the table.  [default: percent, alpha, gwet, u-alpha]",
)  # fmt: skip
@click.option("--resamples", default=1000, show_default=True, metavar="N", help="Draws for intervals; 0 for none.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Of chance.")
@click.option("--open", "opened", default="", metavar="CODE", help="Open one line: the passages where they differ.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@compared
@result_output
@record_option
def show(
    target: Target, levels: Any, shown: tuple[str, ...], opened: str, covered: bool, out: Out, **given: Any
) -> None:
    """Show how far coders agree on every code, branch and all codes.

    A line leads with the texts that two or more have read, what each coded, and of how many categories. Alpha is
    Krippendorff's; u-alpha compares where passages lie as well. "Of coded" is how much of what either coded both did.
    With --json or -o every coefficient is there, and why any is undefined.
    """
    from crosscase.analyses.agreement.agreement import SHOWN
    from crosscase.analyses.agreement.asked import AgreementOptions
    from crosscase.reads.agreement import agreement_in

    options = AgreementOptions(levels=levels or ("codes", "domains", "overall"), **given)
    with reading(target) as study:
        with waiting("Comparing"):
            found = agreement_in(study, options)
        if opened:
            _open_line(study, found.find(opened).codes, given, covered=covered, out=out)
        else:
            out.result(found, **({} if out.as_json or out.path else {"show": shown or SHOWN}))


def _open_line(study: Study, codes: tuple[str, ...], given: dict[str, Any], *, covered: bool, out: Out) -> None:
    """The passages where coders differ on some codes."""
    from crosscase.analyses.agreement.differences import DifferenceOptions
    from crosscase.reads.agreement import differences_in

    kept = {name: value for name, value in given.items() if name in DifferenceOptions.__struct_fields__}
    found = differences_in(study, DifferenceOptions(**kept))
    wanted = [one for one in found.rows if one.code_id in codes or one.instead_id in codes]
    _passages(study, wanted, {"differences": wanted}, "Where they differ", covered=covered, out=out)


def _passages(
    study: Study, found: list[Difference], data: dict[str, Any], title: str, *, covered: bool, out: Out
) -> None:
    ids = [one for each in found for one in (each.coding, each.other_coding) if one]
    missing = sorted({f"{each.other} put nothing at {each.source_name} {each.start}-{each.end}" for each in found
                      if each.kind == "omission"})  # fmt: skip
    shown = missing[:_MOST]
    more = f" and {counted(len(missing) - _MOST, 'more place', 'more places')}" if len(missing) > _MOST else ""
    notes = (f"{'; '.join(shown)}{more}." if shown else "",)
    open_passages(study, list(dict.fromkeys(ids)), data, title=title, notes=notes, covered=covered, out=out)


_MOST = 12


@member(
    agree,
    "gamma",
    examples=["crosscase agree peers.crosscase gamma --code training --seconds 60"],
)
@target
@click.option("--seconds", default=30.0, show_default=True, metavar="N", help="Stop after so long with what there is.")
@click.option("--place", default=1.0, show_default=True, metavar="N", help="How much place counts …")
@click.option("--category", default=1.0, show_default=True, metavar="N", help="… and the code.")
@click.option("--precision", default=0.02, show_default=True, metavar="N", help="How far chance may be off.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Of chance.")
@compared
@result_output
def gamma(target: Target, out: Out, **given: Any) -> None:
    """Pair up coders' passages, and say how far they agree in place and code at once.

    Gamma (Mathet, Widlöcher & Métivier 2015) is drawn by chance and takes time; the bounds hold what chance leaves
    open, and where time was up it is said.
    """
    from crosscase.analyses.agreement.aligned import GammaOptions
    from crosscase.reads.agreement import gamma_in

    with reading(target) as study, waiting("Pairing up"):
        found = gamma_in(study, GammaOptions(**given))
    out.result(found)


@member(
    agree,
    "differ",
    examples=[
        "crosscase agree peers.crosscase differ --count",
        "crosscase agree peers.crosscase differ --kind omission --code disclosure",
        "crosscase agree peers.crosscase differ --open 3f2a9c1d0b44",
    ],
)
@target
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only of this kind.")
@click.option("--slack", default=0, metavar="N", help="Borders up to so many characters apart are the same.")
@click.option(
    "--settled", type=click.Choice(["without", "with", "only"]), default="with", show_default=True,
    help="Those that were decided.",
)  # fmt: skip
@click.option("--count", "only_counts", is_flag=True, help="Only how many there are, by kind and codes.")
@click.option("--open", "opened", default="", metavar="ID", help="Open one: the passage as both coded it.")
@click.option("--covered", is_flag=True, help="Open: print passages under content notes too.")
@compared
@result_output
@record_option
def differ(target: Target, only_counts: bool, opened: str, covered: bool, out: Out, **given: Any) -> None:
    """List where coders differ, by kind and place, to be talked over.

    Two codes on one passage, a code and one under it, other borders, one says so and the other that it is not so, or
    only one coded it. None of these is an error; between perspectives it is a difference in what is seen.
    """
    from crosscase.analyses.agreement.differences import DifferenceOptions
    from crosscase.reads.agreement import differences_in

    with reading(target) as study:
        with waiting("Comparing"):
            found = differences_in(study, DifferenceOptions(**given))
        if opened:
            one = found.find(opened)
            _passages(study, [one], {"difference": one}, _titled(one), covered=covered, out=out)
        elif only_counts and not out.as_json and out.path is None:
            out.table(found.summary(), found.to_dict()["counts"])
        else:
            out.result(found)


def _titled(one: Difference) -> str:
    against = f"{one.other}: {one.instead}" if one.instead else f"{one.other}: nothing"
    return f"{one.kind.capitalize()} – {one.one}: {one.code}; {against}"


@member(
    agree,
    "decide",
    examples=[
        "crosscase agree peers.crosscase decide 3f2a9c1d0b44 one --reason 'She says so herself.'",
        "crosscase agree peers.crosscase decide 3f2a9c1d0b44 another --code trust --at 120-131 --reason 'Both.'",
    ],
)
@target
@click.argument("difference", metavar="ID")
@click.argument("outcome", type=click.Choice(["one", "other", "both", "neither", "another"]))
@click.option("--reason", default="", metavar="TEXT", help="Why; it is needed.")
@click.option("--with", "deciders", multiple=True, metavar="MEMBER", help="Who decided.  [who writes it down]")
@click.option("--code", default="", metavar="CODE", help="Another: this code …")
@click.option("--at", "place", type=SpanType(), help="… on this stretch.  [the place where they differ]")
@click.option("--discussion", default="", metavar="ID", help="Where it was talked over.")
@acting_options
def decide(
    target: Target, difference: str, outcome: Any, reason: str, deciders: tuple[str, ...], code: str,
    place: tuple[int, int] | None, discussion: str, who: Who,
) -> None:  # fmt: skip
    """Decide about one place: the one's coding stands, the other's, both, neither, or another code or stretch.

    ID is what `differ` prints. What coders did stays as it is; what was decided stands beside it as agreed, with who
    decided and why. Deciding again replaces it.
    """
    from crosscase.analyses.agreement.differences import DifferenceOptions
    from crosscase.cli.naming import by_id
    from crosscase.model import Discussion, Member
    from crosscase.reads.agreement import differences_in
    from crosscase.verbs.adjudications import Differing, adjudicate

    with acting(target, who) as study:
        found = differences_in(study, DifferenceOptions()).find(difference)
        about = Differing(kind=found.kind, coding=found.coding, other=found.other_coding, left_out=found.left_out)
        another = _another(study, found, code, place) if outcome == "another" else None
        done = study.do(
            adjudicate, about, outcome, reason=reason, another=another,
            deciders=[study.find(Member, one).id for one in deciders],
            discussion=by_id(study, Discussion, discussion).id if discussion else None,
        )  # fmt: skip
        left = len(differences_in(study, DifferenceOptions(settled="without")).rows)
        told(done, f"Decided: {outcome}. {counted(left, 'place')} left where coders differ.", who)


def _another(study: Study, found: Difference, code: str, place: tuple[int, int] | None) -> Any:
    from crosscase.model import Code, Span
    from crosscase.verbs.codings import Placement

    if not code and not place:
        raise click.UsageError("Say which code or which stretch: --code, --at START-END, or both.")
    start, end = place or (found.start, found.end)
    return Placement(
        code=study.find(Code, code).id if code else found.code_id, source=found.source, span=Span(start, end)
    )


@member(agree, "decided", examples=["crosscase agree peers.crosscase decided -o decided.xlsx"])
@target
@table_output
def decided(target: Target, out: Out) -> None:
    """List what was decided where coders differed, by whom, and why."""
    import msgspec

    from crosscase.model import short
    from crosscase.model.table import Column, Table
    from crosscase.reads.agreement import decided as made

    with reading(target) as study:
        rows = made(study.store)
        invented = study.settings().invented
    columns = (
        Column("source", "Text"), Column("place", "At"), Column("difference", "Kind"), Column("code", "One"),
        Column("instead", "Other"),
        Column("outcome", "Decided"), Column("agreed", "Agreed"), Column("deciders", "By"), Column("reason", "Why"),
        Column("id", "Difference"),
    )  # fmt: skip
    table = Table(
        title="What was decided where coders differed", columns=columns, notes=(invented,) if invented else (),
        rows=tuple(
            (
                one.source_name, f"{one.start}-{one.end}", one.difference, one.code, one.instead or "nothing",
                one.outcome, ", ".join(one.agreed), ", ".join(one.deciders), one.reason, short(one.id),
            )
            for one in rows
        ),
    )  # fmt: skip
    out.table(table, {"decided": msgspec.to_builtins(rows)}, invented=invented)


@member(agree, "withdraw", examples=["crosscase agree peers.crosscase withdraw 3f2a9c1d0b44"])
@target
@click.argument("difference", metavar="ID")
@acting_options
def withdraw(target: Target, difference: str, who: Who) -> None:
    """Take back what was decided about one place, with what was agreed there."""
    from crosscase.cli.naming import by_id
    from crosscase.model import Adjudication
    from crosscase.verbs.adjudications import remove_adjudication

    with acting(target, who) as study:
        done = study.do(remove_adjudication, by_id(study, Adjudication, difference).id)
        told(done, f"Taken back, with {counted(done.value, 'agreed coding')}.", who)
