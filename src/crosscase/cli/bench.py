"""The comparison bench: the `bench` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.coding import spared
from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, json_option, result_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Comparison, Id
    from crosscase.reads.bench import SideWords
    from crosscase.study import Study
    from crosscase.verbs.comparisons import Beginning, Extension, Part, Side

RULES = (
    "newest with oldest", "most different cases", "same role, other group", "least similar words",
    "uncoded neighbour", "at random",
)  # fmt: skip
DECISIONS = ("same", "extends", "split", "new", "negative", "undecided")
NATURES = ("condition", "context", "action", "consequence")

bench = group(
    "bench",
    default="list",
    about=(
        "Compare, and decide what comes of it.\n\nPairs are offered by a rule that is written down with its seed. A "
        "decision does what it says in the same act: it writes a property, makes codes, or notes a negative case. "
        "Comparing pairs is not by itself constant comparison, which goes through a whole study."
    ),
    examples=[
        "crosscase bench peers.crosscase pairs disclosure --rule 'most different cases' --seed 4",
        "crosscase bench peers.crosscase decide 3f2a9c1d 77b01e42 extends --for disclosure --property 'how soon'",
        "crosscase bench peers.crosscase relate disclosure condition trust 3f2a9c1d",
        "crosscase bench peers.crosscase",
    ],
)


@member(
    bench,
    "list",
    examples=["crosscase bench peers.crosscase list", "crosscase bench peers.crosscase list --open disclosure same"],
)
@target
@click.option(
    "--open", "opened", nargs=2, metavar="CATEGORY DECISION",
    help="Open a number: the comparisons behind it ('all' for all decisions).",
)  # fmt: skip
@result_output
def list_(target: Target, opened: tuple[str, str] | None, out: Out) -> None:
    """Show how far comparison has gone: pairs of cases compared in each category, and which were not."""
    from crosscase.analyses.compared import ComparedOptions, compared
    from crosscase.reads.bench import comparisons_made

    if opened is not None and out.path is not None:
        message = "What --open shows is printed, not written to a file."
        raise click.UsageError(message, click.get_current_context())
    with reading(target) as study:
        chosen = (opened[0],) if opened else ()
        found = compared(study.snapshot(), ComparedOptions(categories=chosen), comparisons_made(study.store))
        if opened is not None:
            ids = found.opened(0, opened[1])
            _comparisons(study, list(ids), f"Compared for {found.rows[0].label}", out)
            return
        out.result(found)


@member(
    bench,
    "pairs",
    examples=["crosscase bench peers.crosscase pairs disclosure --rule 'same role, other group' --seed 7"],
)
@target
@click.argument("category", required=False)
@click.option("--rule", type=click.Choice(RULES), default="at random", show_default=True, help="How pairs are chosen.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Where chance begins.")
@click.option("--top", "count", type=click.IntRange(1, 100), default=5, show_default=True, help="How many.")
@click.option(
    "--of", "what", type=click.Choice(("segments", "passages", "cases", "categories")), default="segments",
    show_default=True, help="What is compared; passages: each with all of the category.",
)  # fmt: skip
@click.option("--covered", is_flag=True, help="Print passages under content notes too.")
@json_option
def pairs(
    target: Target, category: str | None, rule: Any, seed: int, count: int, what: Any, covered: bool, as_json: bool
) -> None:
    """Offer pairs that were not compared yet, chosen by a rule."""
    from crosscase.analyses.pairs import PairOptions, choose_pairs
    from crosscase.model import Code
    from crosscase.model.table import Column, Table
    from crosscase.reads.bench import codings_made, side_words

    with reading(target) as study:
        code = study.find(Code, category) if category else None
        options = PairOptions(category=code.id if code else "", rule=rule, seed=seed, count=count, of=what)
        dated = rule == "newest with oldest" or what == "passages"
        when = codings_made(study.store, code.id) if code and dated else {}
        found = choose_pairs(study.snapshot(), options, when)
        both = [
            (
                side_words(study.store, one.one_kind, one.one),
                side_words(study.store, one.other_kind, one.other),
                one.why,
            )
            for one in found.offered
        ]
        invented = study.settings().invented
    data = {
        "category": category or "", "rule": rule, "seed": seed, "left": found.left, "compared": found.compared,
        "pairs": [{"one": one, "other": other, "why": why} for one, other, why in both],
    }  # fmt: skip
    columns = (Column("one", "One"), Column("other", "Other"), Column("why", "Why this pair"))
    rows = tuple((_side(one, covered=covered), _side(other, covered=covered), why) for one, other, why in both)
    notes = tuple(
        note
        for note in (
            invented, found.note,
            f"{found.left:,} left of this kind, {found.compared:,} compared already. Rule: {rule}; seed: {seed}.",
            "Decide: crosscase bench STUDY decide ONE OTHER DECISION --for CATEGORY --rule … --seed …",
        )
        if note
    )  # fmt: skip
    title = f"To compare: {code.name if code else what}"
    Out(as_json).table(Table(title=title, columns=columns, rows=rows, notes=notes), data, invented=invented)


def _side(side: SideWords, *, covered: bool) -> str:
    who = ", ".join(side.participants) or side.name
    words = f": {spared(side.words, side.covered, covered=covered)}" if side.words else ""
    return f"{who}{words} ({short(side.id)})"


@member(
    bench,
    "decide",
    examples=[
        "crosscase bench peers.crosscase decide 3f2a9c1d 77b01e42 same --for disclosure --reason 'both before lunch'",
        "crosscase bench peers.crosscase decide 3f2a9c1d 77b01e42 extends --for disclosure --property 'how soon' "
        "--low never --high 'at once' --at-high 3f2a9c1d",
        "crosscase bench peers.crosscase decide 3f2a9c1d 77b01e42 split --for disclosure --into 'to peers=77b01e42'",
        "crosscase bench peers.crosscase decide 3f2a9c1d disclosure negative --reason 'nobody tells here'",
    ],
)
@target
@click.argument("one")
@click.argument("other")
@click.argument("decision", type=click.Choice(DECISIONS))
@click.option("--for", "category", metavar="CATEGORY", help="What it was compared for.")
@click.option("--reason", default="", metavar="TEXT", help="Why, as a memo would say it.")
@click.option("--rule", default="", metavar="TEXT", help="How the pair was chosen.")
@click.option("--seed", type=int, default=0, metavar="N", help="Where chance began.")
@click.option("--property", "property_name", metavar="NAME", help="extends: the property, there already or new.")
@click.option("--low", metavar="TEXT", help="extends: what the low end is called.")
@click.option("--high", metavar="TEXT", help="extends: what the high end is called.")
@click.option("--at-low", metavar="CODING", help="extends: a segment at the low end.")
@click.option("--at-high", metavar="CODING", help="extends: a segment at the high end.")
@click.option("--into", multiple=True, metavar="NAME=CODING,CODING", help="split: a code and the codings it takes.")
@click.option("--under", is_flag=True, help="split: the new codes lie under the category, not beside it.")
@click.option("--code", "new_code", metavar="NAME", help="new: the code that begins with a segment.")
@click.option(
    "--side", type=click.Choice(("one", "other")), default="one", show_default=True,
    help="new: the segment the code begins with; negative: the side that speaks against the category.",
)  # fmt: skip
@acting_options
def decide(
    target: Target, one: str, other: str, decision: Any, category: str | None, reason: str, rule: str, seed: int,
    side: str, who: Who, **given: Any,
) -> None:  # fmt: skip
    """Record what two things were found to be, and do what was decided.

    A side is a coding or a turn (by its id), a code, a case or a theme (by its name).
    """
    from crosscase.model import Code
    from crosscase.verbs.comparisons import decide_comparison

    with acting(target, who) as study:
        code = study.find(Code, category) if category else None
        sides = _thing(study, one), _thing(study, other)
        of = code.id if code else next((each.id for each in sides if each.kind == "code"), "")
        done = study.do(
            decide_comparison, *sides, decision, category=code.id if code else None, reason=reason, rule=rule,
            seed=seed, extends=_extension(study, of, given) if decision == "extends" else None,
            split=_parts(study, given["into"], under=given["under"]),
            new=_beginning(given["new_code"], side), negative=side,
        )  # fmt: skip
        told(done, f"Compared, and decided: {decision}.", who, id=done.value)


def _thing(study: Study, name: str) -> Side:
    """A side by the id of a coding or turn, or by the name of a code, case or theme."""
    from crosscase.errors import AmbiguousError, NotFoundError
    from crosscase.model import Case, Code, Coding, Theme, Turn, goes_by
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.comparisons import Side

    if len(name) >= 8 and all(letter in "0123456789abcdef" for letter in name.lower()):
        for kind, row in (("coding", Coding), ("turn", Turn)):
            fits = [one.id for one in study.rows(row) if goes_by(one.id, name.lower())]
            if len(fits) == 1:
                return Side(kind, fits[0])  # type: ignore[arg-type] # one of the kinds
    found = [
        (kind, there.id)
        for kind, row in (("code", Code), ("case", Case), ("theme", Theme))
        if (there := find_or_none(study.store, row, name)) is not None
    ]
    if not found:
        what = "coding, turn, code, case or theme"
        raise NotFoundError(what, name)
    if len(found) > 1:
        what = "side of a comparison"
        raise AmbiguousError(what, name, tuple(f"{kind} {short(thing)}" for kind, thing in found))
    return Side(*found[0])  # type: ignore[arg-type] # one of the kinds


def _extension(study: Study, category: Id, given: dict[str, Any]) -> Extension:
    from crosscase.model import Coding, Property
    from crosscase.verbs.comparisons import Extension

    name = given["property_name"] or ""
    there = [one for one in study.rows(Property, category=category) if one.name.casefold() == name.casefold()]
    ends = {end: by_id(study, Coding, given[end]).id if given[end] else None for end in ("at_low", "at_high")}
    return Extension(
        property=there[0].id if there else "", name="" if there else name, low=given["low"], high=given["high"],
        at_low=ends["at_low"], at_high=ends["at_high"],
    )  # fmt: skip


def _parts(study: Study, words: tuple[str, ...], *, under: bool) -> list[Part]:
    from crosscase.cli.naming import pairs as named
    from crosscase.model import Coding
    from crosscase.verbs.comparisons import Part

    given = named(words, "a code and the codings it takes, as NAME=CODING,CODING.")
    return [
        Part(
            name=name, under=under,
            codings=tuple(by_id(study, Coding, each.strip()).id for each in ids.split(",") if each.strip()),
        )
        for name, ids in given.items()
    ]  # fmt: skip


def _beginning(name: str | None, side: str) -> Beginning | None:
    from crosscase.verbs.comparisons import Beginning

    return Beginning(name=name, side=side) if name else None


@member(bench, "done", examples=["crosscase bench peers.crosscase done disclosure"])
@target
@click.argument("category", required=False)
@json_option
def done_(target: Target, category: str | None, as_json: bool) -> None:
    """List what was compared and decided, the latest first."""
    from crosscase.model import Code, Comparison

    with reading(target) as study:
        code = study.find(Code, category).id if category else None
        ids = [one.id for one in study.rows(Comparison) if code in (None, one.category)]
        _comparisons(study, ids, "Compared", Out(as_json))


def _comparisons(study: Study, ids: list[Id], title: str, out: Out) -> None:
    from crosscase.model import Code, Comparison, Member
    from crosscase.model.table import Column, Table
    from crosscase.reads.bench import comparisons_made
    from crosscase.reads.lookup import code_paths
    from crosscase.reads.things import Names

    when = comparisons_made(study.store)
    paths, names = code_paths(study.rows(Code)), Names(study.store)
    members = {one.id: one.name for one in study.rows(Member)}
    invented = study.settings().invented
    known: list[Comparison] = sorted(study.rows(Comparison, id=ids), key=lambda one: (-when.get(one.id, 0), one.id))
    data = [
        {
            "id": one.id, "one": names.of(one.one_kind, one.one), "other": names.of(one.other_kind, one.other),
            "one_kind": one.one_kind, "one_id": one.one, "other_kind": one.other_kind, "other_id": one.other,
            "category": paths.get(one.category or "", ""), "decision": one.decision, "reason": one.reason,
            "rule": one.rule, "seed": one.seed, "member": members.get(one.member, ""),
            "outcome": names.of(one.outcome_kind, one.outcome) if one.outcome_kind else "",
        }
        for one in known
    ]  # fmt: skip
    columns = (
        Column("decision", "Decided"), Column("category", "For"), Column("one", "One"), Column("other", "Other"),
        Column("reason", "Why"), Column("outcome", "What came of it"), Column("rule", "Chosen"),
        Column("member", "Who"), Column("id", "Comparison"),
    )  # fmt: skip
    rows = tuple(
        (
            str(one["decision"]), str(one["category"]), str(one["one"]), str(one["other"]), str(one["reason"]),
            str(one["outcome"]), f"{one['rule']}, seed {one['seed']}" if one["rule"] else "", str(one["member"]),
            short(str(one["id"])),
        )
        for one in data
    )  # fmt: skip
    notes = (invented,) if invented else ()
    out.table(Table(title=title, columns=columns, rows=rows, notes=notes), {"comparisons": data}, invented=invented)


@member(bench, "forget", examples=["crosscase bench peers.crosscase forget 3f2a9c1d"])
@target
@click.argument("comparison")
@acting_options
def forget(target: Target, comparison: str, who: Who) -> None:
    """Remove a comparison; what it decided stays (undo takes back both)."""
    from crosscase.model import Comparison
    from crosscase.verbs.comparisons import remove_comparison

    with acting(target, who) as study:
        gone = study.do(remove_comparison, by_id(study, Comparison, comparison).id)
        told(gone, "Removed the comparison; what it decided stays.", who)


@member(
    bench,
    "property",
    examples=[
        "crosscase bench peers.crosscase property disclosure",
        "crosscase bench peers.crosscase property disclosure 'how soon' --low never --high 'at once' --at-low 3f2a9c1d",
    ],
)
@target
@click.argument("category")
@click.argument("name", required=False)
@click.option("--description", metavar="TEXT", help="What it is.")
@click.option("--low", metavar="TEXT", help="What the low end of its dimension is called.")
@click.option("--high", metavar="TEXT", help="What the high end is called.")
@click.option("--at-low", metavar="CODING", help="A coding of the category at the low end.")
@click.option("--at-high", metavar="CODING", help="A coding of the category at the high end.")
@click.option("--remove", "removing", is_flag=True, help="Remove the property.")
@acting_options
def property_(target: Target, category: str, name: str | None, removing: bool, who: Who, **given: Any) -> None:
    """Write a property of a category with a segment at each end; without a name, list its properties."""
    from crosscase.model import Code, Coding, Property
    from crosscase.verbs.properties import add_property, change_property, remove_property

    if name is None:
        _properties(target, category, Out(who.as_json, None))
        return
    with acting(target, who) as study:
        code = study.find(Code, category)
        there = [one for one in study.rows(Property, category=code.id) if one.name.casefold() == name.casefold()]
        ends = {end: by_id(study, Coding, given[end]).id for end in ("at_low", "at_high") if given[end]}
        words = {key: given[key] for key in ("description", "low", "high") if given[key] is not None}
        if removing:
            known = there[0].id if there else by_id(study, Property, name).id
            told(study.do(remove_property, known), f"Removed the property {name!r} of {code.name!r}.", who)
        elif there:
            done = study.do(change_property, there[0].id, **words, **ends)
            told(done, f"Changed the property {name!r} of {code.name!r}.", who, id=there[0].id)
        else:
            made = study.do(add_property, code.id, name, **words, **ends)
            told(made, f"Added the property {name!r} to {code.name!r}.", who, id=made.value)


def _properties(target: Target, category: str, out: Out) -> None:
    from crosscase.model import Code
    from crosscase.model.table import Column, Table
    from crosscase.reads.bench import properties_of

    with reading(target) as study:
        code = study.find(Code, category)
        found = properties_of(study.store, code.id)
        invented = study.settings().invented
    columns = (
        Column("name", "Property"), Column("low", "From"), Column("at_low", "Segment there"), Column("high", "To"),
        Column("at_high", "Segment there"), Column("description", "What it is"),
    )  # fmt: skip
    rows = tuple(
        (
            one.name, one.low, _side(one.at_low, covered=False) if one.at_low else "none", one.high,
            _side(one.at_high, covered=False) if one.at_high else "none", one.description,
        )
        for one in found
    )  # fmt: skip
    notes = (invented,) if invented else ()
    title = f"Properties of {code.name}"
    out.table(Table(title=title, columns=columns, rows=rows, notes=notes), {"properties": found}, invented=invented)
