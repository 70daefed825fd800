"""Coding by rule and reviewing it: `autocode` and `accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.coding import chosen_codings, coding_table, wrong_use
from crosscase.cli.naming import by_id, excerpt
from crosscase.cli.output import Out, counted, note, print_json, say, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.model import Code
    from crosscase.study import Study
    from crosscase.verbs.autocode import Plan

_SHOWN = 20


@command(
    "autocode",
    examples=[
        "crosscase autocode peers.crosscase --code risk --words 'risk*' --words danger --unit sentence --dry-run",
        "crosscase autocode peers.crosscase --code 'lived experience' --words 'lived experience' --phrase",
        "crosscase autocode peers.crosscase --code supervision --topic supervision",
    ],
)
@target
@click.option("--code", "name", required=True, metavar="NAME", help="The code; made when it is new.")
@click.option("--under", metavar="CODE", help="The code that a new one lies under.")
@click.option("--words", multiple=True, metavar="WORD", help="A word; 'risk*' is how words begin. May be repeated.")
@click.option("--phrase", is_flag=True, help="Each --words is words next to each other.")
@click.option("--regex", is_flag=True, help="Each --words is a regular expression.")
@click.option("--match-case", is_flag=True, help="Regular expressions tell capitals from small letters.")
@click.option(
    "--unit",
    type=click.Choice(["match", "sentence", "paragraph", "turn"]),
    help="What is coded around a match. [match]",
)
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Only this label or participant.")
@click.option("--topic", "topics", multiple=True, metavar="NAME", help="Only turns about this topic.")
@click.option("--source", "sources", multiple=True, metavar="NAME", help="Only in this source, or set:NAME.")
@click.option("--case", "cases", multiple=True, metavar="CASE", help="Only in this case.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only what this sampling role said.")
@click.option("--interviewers", is_flag=True, help="Also what interviewers and others say.")
@click.option("--dry-run", is_flag=True, help="Only show what would be coded.")
@acting_options
def autocode(
    target: Target, name: str, under: str | None, phrase: bool, regex: bool, dry_run: bool, who: Who, **given: Any
) -> None:
    """Code every place where something is said.

    Case and accents do not matter, and words are whole words. Without --words, whole turns of the speakers and topics
    named are coded. Interviewers' words, quotations and stage notes are passed over. All is one act, and the codings
    are unreviewed until somebody accepts them ('crosscase accept').
    """
    from crosscase.verbs import autocode as verb

    if phrase and regex:
        message = "Choose one of --phrase and --regex."
        raise wrong_use(message)
    if not given["words"] and not (given["speakers"] or given["topics"]):
        message = "Say what to look for: --words WORD, or --speaker or --topic for whole turns."
        raise wrong_use(message)
    words = given.pop("words")
    how = "regex" if regex else "phrase" if phrase else "word"
    if how == "word":
        words = tuple(dict.fromkeys(part for each in words for part in each.split()))
    unit = given.pop("unit") or ("match" if words else "turn")
    if not words and unit != "turn":
        message = f"Without --words whole turns are coded; --unit {unit} needs words."
        raise wrong_use(message)
    rule = verb.Rule(words=words, how=how, unit=unit, **given)  # type: ignore[arg-type] # checked by Click
    opened = reading(target, who) if dry_run else acting(target, who)
    with opened as study:
        code, parent = _named(study, name, under)
        with waiting("Looking for it"):
            plan = verb.plan(study.snapshot(), rule, index=None if regex else study.index())
        if dry_run:
            _show(study, plan, rule, name, new=code is None, who=who)
            return
        if not plan.places:
            _told_nothing(plan, who)
            return
        done = study.do(
            verb.autocode, plan.places, str(rule), code=code.id if code else None, name=_label(name), parent=parent
        )
        made = "Made the code" if done.value.made else "Used the code"
        sentence = (
            f"{made} {name!r} and coded {counted(done.value.added, 'place')} in "
            f"{counted(len({source for source, _ in plan.places}), 'source')}, unreviewed until somebody accepts them."
        )
        told(done, sentence, who, code=done.value.code, made=done.value.made, added=done.value.added, **_facts(plan))
        if not who.as_json:
            _notes(plan, len(plan.places) - done.value.added)


def _named(study: Study, name: str, under: str | None) -> tuple[Code | None, str | None]:
    """The code that is there, or None and the parent that a new one gets."""
    from crosscase.model import Code
    from crosscase.reads.lookup import PATH_MARK, find_or_none

    parent = study.find(Code, under).id if under else None
    if parent is not None:
        beside = [each for each in study.rows(Code, parent=parent) if each.name.casefold() == _label(name).casefold()]
        return (beside[0] if beside else None), parent
    there = find_or_none(study.store, Code, name)
    if there is None and PATH_MARK in name and name.rpartition(PATH_MARK)[0].strip():
        parent = study.find(Code, name.rpartition(PATH_MARK)[0].strip()).id
    return there, parent


def _label(name: str) -> str:
    return name.rpartition("/")[2].strip() or name


def _facts(plan: Plan) -> dict[str, int]:
    return {
        "places": len(plan.places), "matches": plan.matches, "passed_over": plan.passed_over, "nobodys": plan.nobodys,
    }  # fmt: skip


def _told_nothing(plan: Plan, who: Who) -> None:
    if who.as_json:
        print_json({"entry": "", "verb": "", "changed": {}, "code": None, "made": False, "added": 0, **_facts(plan)})
        return
    say("Nothing was found, and nothing was changed.")
    _notes(plan, 0)


def _notes(plan: Plan, already: int) -> None:
    if already:
        note(f"{counted(already, 'place')} had the code from you already.")
    if plan.passed_over:
        passed = counted(plan.passed_over, "match", "matches")
        note(f"{passed} in others' words passed over (--interviewers codes them too).")
    if plan.nobodys:
        places = counted(plan.nobodys, "place")
        note(f"{places} in words that are no participant's: documents, speakers not mapped, interviewers.")


def _show(study: Study, plan: Plan, rule: Any, name: str, *, new: bool, who: Who) -> None:
    from crosscase.model import Source
    from crosscase.model.table import Column, Table

    sources = {source.id: source.name for source in study.rows(Source)}
    if who.as_json:
        places = [
            {
                "source": sources[source], "source_id": source, "start": span.start, "end": span.end,
                "quote": study.text(source)[span.start : span.end],
            }
            for source, span in plan.places
        ]  # fmt: skip
        print_json({"rule": str(rule), "code": name, "new": new, **_facts(plan), "would_code": places})
        return
    rows = []
    for source, span in plan.places[:_SHOWN]:
        rows.append((sources[source], f"{span.start}-{span.end}", _context(study.text(source), span.start, span.end)))
    notes = (f"And {len(plan.places) - _SHOWN:,} more.",) if len(plan.places) > _SHOWN else ()
    columns = (Column("source", "Source"), Column("span", "Where"), Column("words", "Words"))
    is_new = "a new code" if new else "a code that is there"
    title = f"Would code {counted(len(plan.places), 'place')} with {name!r}, {is_new}. Nothing was changed."
    Out().table(Table(title=title, columns=columns, rows=tuple(rows), notes=notes), {})
    _notes(plan, 0)


def _context(text: str, start: int, end: int, around: int = 30) -> str:
    """The words with a little before and behind, the words themselves in brackets."""
    before = " ".join(text[max(0, start - around) : start].split())
    behind = " ".join(text[end : end + around].split())
    begins, goes_on = "…" if start > around else "", "…" if end + around < len(text) else ""
    return f"{begins}{before} [{excerpt(text, start, end)}] {behind}{goes_on}"


@command(
    "accept",
    examples=[
        "crosscase accept peers.crosscase --list",
        "crosscase accept peers.crosscase 3f2a9c1d 77b01e42",
        "crosscase accept peers.crosscase --code risk --source STA1SU01",
        "crosscase accept peers.crosscase --all",
    ],
)
@target
@click.argument("codings", metavar="[CODING]...", nargs=-1)
@click.option("--code", "of", metavar="CODE", help="Those of this code and the ones under it.")
@click.option("--source", metavar="NAME", help="Those in this source.")
@click.option("--by", metavar="MEMBER", help="Those of this member.")
@click.option("--all", "every", is_flag=True, help="All of them.")
@click.option("--list", "listing", is_flag=True, help="Only list what is unreviewed.")
@click.option("--covered", is_flag=True, help="List: print passages under content notes too.")
@click.option("--refuse", is_flag=True, help="Remove them instead: they are not what was meant.")
@acting_options
def accept(
    target: Target, codings: tuple[str, ...], of: str | None, source: str | None, by: str | None, every: bool,
    listing: bool, covered: bool, refuse: bool, who: Who,
) -> None:  # fmt: skip
    """Accept codings that a rule made.

    Until then they are counted apart. Name them by the last digits of their ids, or by code, source or member. With
    --refuse they are removed instead.
    """
    from crosscase.model import Coding
    from crosscase.verbs.codings import accept_codings, remove_codings

    limited = of is not None or source is not None or by is not None
    if not listing and sum((bool(codings), limited, every)) != 1:
        message = "Say which: ids of codings, --code, --source, --by, or --all (--list shows them)."
        raise wrong_use(message)
    if listing:
        from crosscase.reads.codings import coding_lines

        with reading(target) as study:
            lines = coding_lines(study.store, chosen_codings(study, source=source, code=of, by=by, unreviewed=True))
            invented = study.settings().invented
        table = coding_table(lines, invented, whole=False, covered=covered)
        Out(who.as_json).table(table, {"codings": lines})
        return
    with acting(target, who) as study:
        if codings:
            chosen = [by_id(study, Coding, each).id for each in codings]
        else:
            chosen = [one.id for one in chosen_codings(study, source=source, code=of, by=by, unreviewed=True)]
        if refuse:
            rule = [one.id for one in study.rows(Coding, id=chosen) if one.origin == "rule" and one.accepted is None]
            removed = study.do(remove_codings, rule)
            told(removed, f"Removed {counted(removed.value.get('coding', 0), 'coding')} that a rule made.", who)
            return
        done = study.do(accept_codings, chosen)
        told(done, f"Accepted {counted(done.value, 'coding')}.", who, accepted=done.value)
