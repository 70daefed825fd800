"""Configurational analysis: the `qca` commands that write it, from switching it on to the score of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import by_id
from crosscase.cli.output import counted, told, went
from crosscase.cli.qca import qca
from crosscase.cli.session import Target, Who, acting, acting_options, target
from crosscase.cli.shape import member

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscase.model import Condition, Configuration
    from crosscase.study import Study

__all__ = ["qca"]

_OF = click.option(
    "--of", "analysis", default="", metavar="NAME", help="Which analysis; not needed where there is one."
)


def _the_analysis(study: Study, name: str) -> Configuration:
    """The analysis that is named, or the only one."""
    from crosscase.analyses.qca.inquiry import SwitchedOffError
    from crosscase.errors import AmbiguousError
    from crosscase.model import Configuration

    every = study.rows(Configuration)
    if name:
        return study.find(Configuration, name)
    if not every:
        raise SwitchedOffError
    if len(every) > 1:
        kind = "configuration"
        raise AmbiguousError(kind, "--of", tuple(one.name for one in every))
    return every[0]


def _the_condition(study: Study, analysis: str, name: str) -> Condition:
    """A condition of an analysis by name or id."""
    from crosscase.errors import NotFoundError
    from crosscase.model import Condition, goes_by

    beside = study.rows(Condition, configuration=_the_analysis(study, analysis).id)
    for one in beside:
        if one.name.casefold() == name.strip().casefold() or goes_by(one.id, name):
            return one
    kind = "condition"
    raise NotFoundError(kind, name, tuple(one.name for one in beside[:3]))


@member(
    qca,
    "begin",
    examples=[
        "crosscase qca peers.crosscase begin Staying --why 'We ask which conditions together keep peers in post.'"
    ],
)
@target
@click.argument("name")
@click.option("--why", required=True, metavar="TEXT", help="Why this design answers your question; it is printed.")
@click.option("--question", default="", metavar="TEXT", help="What is asked.")
@acting_options
def begin(target: Target, name: str, why: str, question: str, who: Who) -> None:
    """Begin a configurational analysis, which switches the design on."""
    from crosscase.verbs.configurations import begin_configuration

    with acting(target, who) as study:
        done = study.do(begin_configuration, name, why, question=question)
        told(
            done,
            f"Configurational analysis is switched on: {name!r}. Add conditions and one outcome.",
            who,
            id=done.value,
        )


@member(
    qca,
    "change",
    examples=[
        "crosscase qca peers.crosscase change --consistency 0.85 --cuts-reason 'There is a gap between .84 and .71.'"
    ],
)
@target
@_OF
@click.option("--name", metavar="TEXT", help="Call it otherwise.")
@click.option("--why", metavar="TEXT", help="Why this design.")
@click.option("--question", metavar="TEXT", help="What is asked.")
@click.option("--consistency", metavar="NUMBER", help="From which consistency on a row has the outcome.")
@click.option("--in-a-row", "cases", type=int, metavar="N", help="How many cases of its own a row needs.")
@click.option("--cuts-reason", metavar="TEXT", help="Why the truth table is cut there.")
@acting_options
def change(target: Target, analysis: str, who: Who, **given: Any) -> None:
    """Change a configurational analysis, or where its truth table is cut."""
    from crosscase.verbs.configurations import change_configuration

    with acting(target, who) as study:
        one = _the_analysis(study, analysis)
        told(study.do(change_configuration, one.id, **given), f"Changed: {one.name!r}.", who, id=one.id)


@member(qca, "remove", examples=["crosscase qca peers.crosscase remove Staying"])
@target
@click.argument("name")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove a configurational analysis with its conditions and scores."""
    from crosscase.verbs.configurations import remove_configuration

    with acting(target, who) as study:
        done = study.do(remove_configuration, _the_analysis(study, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


def _set_options(function: Any) -> Any:
    """What a set is made of."""
    for option in (
        click.option("--expects-reason", metavar="TEXT", help="From which theory or finding."),
        click.option(
            "--expects", type=click.Choice(["either", "present", "absent"]),
            help="What is expected with the outcome; it decides about counterfactuals.",
        ),
        *(
            click.option(f"--{name}", nargs=2, metavar="NUMBER REASON", help=f"{words}, and why there.")
            for name, words in (
                ("full-in", "Where full membership is reached"), ("crossover", "Where it is neither more in nor out"),
                ("full-out", "Where full non-membership is reached"),
            )
        ),
        click.option("--value", "values", multiple=True, metavar="VALUE", help="A value of the attribute that is in."),
        click.option("--share", metavar="CODE", help="Made of who said it, in percent of participants read for it."),
        click.option("--attribute", metavar="NAME", help="Made of an attribute of cases."),
        click.option("--crisp/--fuzzy", "crisp", default=None, help="In or out; or degrees from 0 to 1. [fuzzy]"),
    ):  # fmt: skip
        function = option(function)
    return function


def _fields(study: Study, given: dict[str, Any]) -> dict[str, Any]:
    """What was given of a set, as the verb takes it."""
    from crosscase.model import Attribute, Code
    from crosscase.verbs.configurations import Anchor

    attribute, share, crisp = given.pop("attribute"), given.pop("share"), given.pop("crisp")
    if attribute and share:
        message = "A set is made of an attribute or of a code, not of both."
        raise click.UsageError(message, click.get_current_context())
    fields: dict[str, Any] = {name: given[name] for name in ("expects", "expects_reason") if given[name] is not None}
    for name in ("full_out", "crossover", "full_in"):
        if given[name]:
            fields[name] = Anchor(at=given[name][0], reason=given[name][1])
    if given["values"]:
        fields["values"] = list(given["values"])
    if crisp is not None:
        fields["nature"] = "crisp" if crisp else "fuzzy"
    if attribute:
        fields |= {"basis": "attribute", "of": study.find(Attribute, attribute).id}
    if share:
        fields |= {"basis": "share", "of": study.find(Code, share).id}
    return fields


@member(
    qca,
    "condition",
    examples=[
        "crosscase qca peers.crosscase condition PAID 'Paid on the same scale as other staff'",
        "crosscase qca peers.crosscase condition LARGE 'Large services' --attribute staff "
        "--full-out 10 'A team' --crossover 50 'More than one site' --full-in 200 'The trust’s own word'",
        "crosscase qca peers.crosscase condition STAY 'Peers stay two years' --crisp --outcome",
    ],
)
@target
@click.argument("name")
@click.argument("meaning")
@_OF
@click.option("--outcome", is_flag=True, help="It is what is explained.")
@_set_options
@acting_options
def condition(target: Target, name: str, meaning: str, analysis: str, outcome: bool, who: Who, **given: Any) -> None:
    """Add a condition, or the outcome: a set, which cases belong to it, and where its borders are.

    Without --attribute or --share members judge each case (see `score`).
    """
    from crosscase.verbs.configurations import add_condition

    with acting(target, who) as study:
        one = _the_analysis(study, analysis)
        part: Any = "outcome" if outcome else "condition"
        done = study.do(add_condition, one.id, name, meaning=meaning, part=part, **_fields(study, given))
        told(done, f"Added to {one.name!r}: the {part} {name!r}.", who, id=done.value)


@member(
    qca,
    "set",
    examples=[
        "crosscase qca peers.crosscase set LARGE --crossover 60 'Two sites or more'",
        "crosscase qca peers.crosscase set PAID --expects present --expects-reason 'Those who are paid can stay.'",
    ],
)
@target
@click.argument("name", metavar="CONDITION")
@_OF
@click.option("--name", "new_name", metavar="TEXT", help="Call it otherwise.")
@click.option("--meaning", metavar="TEXT", help="Which cases belong to it.")
@click.option("--judged", is_flag=True, help="Members judge each case from now on.")
@_set_options
@acting_options
def set_(
    target: Target, name: str, analysis: str, new_name: str | None, meaning: str | None, judged: bool, who: Who,
    **given: Any,
) -> None:  # fmt: skip
    """Change a condition, its anchors, or what is expected of it."""
    from crosscase.verbs.configurations import change_condition

    with acting(target, who) as study:
        one = _the_condition(study, analysis, name)
        fields = _fields(study, given)
        if judged:
            fields |= {"basis": "judgement", "values": []}
        done = study.do(change_condition, one.id, name=new_name, meaning=meaning, **fields)
        told(done, f"Changed: {one.name!r}.", who, id=one.id)


@member(qca, "order", examples=["crosscase qca peers.crosscase order PAID LED LARGE"])
@target
@click.argument("names", metavar="CONDITION...", nargs=-1, required=True)
@_OF
@acting_options
def order(target: Target, names: tuple[str, ...], analysis: str, who: Who) -> None:
    """Put conditions in the order in which solutions write them."""
    from crosscase.verbs.configurations import order_conditions

    with acting(target, who) as study:
        told(study.do(order_conditions, _ids(study, analysis, names)), "Ordered.", who)


def _ids(study: Study, analysis: str, names: Sequence[str]) -> list[str]:
    return [_the_condition(study, analysis, name).id for name in names]


@member(qca, "drop", examples=["crosscase qca peers.crosscase drop LARGE"])
@target
@click.argument("name", metavar="CONDITION")
@_OF
@acting_options
def drop(target: Target, name: str, analysis: str, who: Who) -> None:
    """Remove a condition with the scores of cases in it."""
    from crosscase.verbs.configurations import remove_condition

    with acting(target, who) as study:
        done = study.do(remove_condition, _the_condition(study, analysis, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


@member(
    qca,
    "score",
    examples=[
        "crosscase qca peers.crosscase score PAID STA1 0.8 --reason 'Same scale, a year later.' --segment 3f2a9c1d",
        "crosscase qca peers.crosscase score LARGE STA1 --reason 'Counted in March.'",
    ],
)
@target
@click.argument("name", metavar="CONDITION")
@click.argument("case", metavar="CASE")
@click.argument("value", required=False)
@_OF
@click.option("--reason", metavar="TEXT", help="Why; needed with every number.")
@click.option("--segment", "segments", multiple=True, metavar="CODING", help="A coding it rests on; may be repeated.")
@click.option("--calibrated", is_flag=True, help="Take a number by hand away again; its reason stays.")
@click.option("--still", is_flag=True, help="It still holds though its passages changed.")
@acting_options
def score(
    target: Target, name: str, case: str, value: str | None, analysis: str, reason: str | None,
    segments: tuple[str, ...], calibrated: bool, still: bool, who: Who,
) -> None:  # fmt: skip
    """Say how far a case belongs to a condition, from 0 to 1, and why.

    Segments that are named take the place of those it rested on before.
    """
    from crosscase.model import Case, Coding
    from crosscase.verbs.scores import look_at_score, score_id, set_score

    with acting(target, who) as study:
        of, where = _the_condition(study, analysis, name), study.find(Case, case)
        if still:
            looked = study.do(look_at_score, score_id(of.id, where.id))
            told(looked, f"Looked again at {where.code} in {of.name!r}: {counted(looked.value, 'passage')}.", who)
            return
        resting = [by_id(study, Coding, one).id for one in segments] if segments else None
        given = "" if calibrated else value
        done = study.do(set_score, of.id, where.id, given, reason=reason, segments=resting)
        told(done, f"Scored: {where.code} in {of.name!r}.", who, id=done.value)


@member(qca, "unscore", examples=["crosscase qca peers.crosscase unscore PAID STA1"])
@target
@click.argument("name", metavar="CONDITION")
@click.argument("case", metavar="CASE")
@_OF
@acting_options
def unscore(target: Target, name: str, case: str, analysis: str, who: Who) -> None:
    """Take away the score of a case with its reason and what it rests on."""
    from crosscase.model import Case
    from crosscase.verbs.scores import remove_score

    with acting(target, who) as study:
        of, where = _the_condition(study, analysis, name), study.find(Case, case)
        told(study.do(remove_score, of.id, where.id), f"Taken away: {where.code} in {of.name!r}.", who)
