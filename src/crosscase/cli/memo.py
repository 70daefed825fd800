"""Memos: what people write about things. The `memo` commands.

A reflexive memo is its author's alone until it is shared: it is neither listed nor shown to anybody else, also where
nobody said who is reading.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import SpanType, by_id, excerpt, span_in
from crosscase.cli.output import Out, json_option, print_json, say, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import group, member
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Memo, Row
    from crosscase.study import Study

NATURES = ("theoretical", "methodological", "case", "code", "descriptive", "reflexive", "note")

_ABOUT = ("code", "case", "participant", "source", "theme", "coding", "analysis", "interview")

memo = group(
    "memo",
    default="list",
    about=(
        "Write and read memos.\n\nA memo is about a thing, a passage, or nothing in particular. A reflexive memo is "
        "its author's alone until they share it."
    ),
    examples=[
        "crosscase memo peers.crosscase add 'Asked of them, not offered.' --type theoretical --about code:disclosure",
        "crosscase memo peers.crosscase --about case:STA1",
        "crosscase memo peers.crosscase show 3f2a9c1d",
    ],
)


def _thing(study: Study, about: str) -> tuple[str, str]:
    """`KIND:NAME` as the kind and the id."""
    from crosscase.model import Coding, kind_named

    kind, mark, name = about.partition(":")
    if not mark or kind not in _ABOUT:
        message = f"{about!r} has to be KIND:NAME, like code:disclosure; kinds are {', '.join(_ABOUT)}."
        raise click.UsageError(message, click.get_current_context(silent=True))
    row: type[Row] = kind_named(kind).row
    return kind, by_id(study, row, name).id if row is Coding else study.find(row, name).id


def _readable(study: Study, who: Who) -> list[Memo]:
    """The memos that whoever reads may read."""
    from crosscase.errors import CrosscaseError
    from crosscase.model import Memo

    me = ""
    try:
        me = study.member().id
    except CrosscaseError:
        if who.member:
            raise
    return [one for one in study.rows(Memo) if one.nature != "reflexive" or one.shared or one.member == me]


def _named(study: Study, kind: str, thing: str | None) -> str:
    """What a memo is about, by the name people know."""
    from crosscase.model import Code, kind_named
    from crosscase.reads.lookup import NAMES, code_paths

    if not thing:
        return ""
    row = kind_named(kind).row
    if row is Code:
        return f"code {code_paths(study.rows(Code)).get(thing, short(thing))}"
    found = study.get(row, thing)
    return f"{kind} {NAMES[row](found)[0] if found is not None and row in NAMES else short(thing)}"


def _data(study: Study, one: Memo, names: dict[str, str]) -> dict[str, Any]:
    from crosscase.model import Source

    source = study.get(Source, one.source) if one.source else None
    return {
        "id": one.id, "type": one.nature, "title": one.title, "text": one.text, "member": names.get(one.member, ""),
        "about": _named(study, one.about_kind, one.about), "source": source.name if source else "",
        "start": one.start, "end": one.end, "shared": one.shared,
    }  # fmt: skip


@member(
    memo,
    "list",
    examples=["crosscase memo peers.crosscase --type theoretical", "crosscase memo peers.crosscase --about case:STA1"],
)
@target
@click.option("--type", "nature", type=click.Choice(NATURES), help="Only of this type.")
@click.option("--about", metavar="KIND:NAME", help="Only about this thing.")
@member_option
@table_output
def list_(target: Target, nature: str | None, about: str | None, who: Who, out: Out) -> None:
    """List memos."""
    from crosscase.model import Member
    from crosscase.model.table import Column, Table

    with reading(target, who) as study:
        names = {one.id: one.name for one in study.rows(Member)}
        memos = _readable(study, who)
        if nature:
            memos = [one for one in memos if one.nature == nature]
        if about:
            kind, thing = _thing(study, about)
            memos = [one for one in memos if one.about == thing or (kind == "source" and one.source == thing)]
        data = [_data(study, one, names) for one in memos]
    columns = (
        Column("id", "Id"), Column("type", "Type"), Column("about", "About"), Column("title", "Title"),
        Column("text", "Begins"), Column("member", "By"),
    )  # fmt: skip
    rows = tuple(
        (
            short(one["id"]), one["type"], one["about"] or one["source"], one["title"],
            one["text"] if out.path else excerpt(one["text"], 0, len(one["text"]), 60), one["member"],
        )
        for one in data
    )  # fmt: skip
    out.table(Table(title="Memos", columns=columns, rows=rows), {"memos": data})


@member(memo, "show", examples=["crosscase memo peers.crosscase show 3f2a9c1d"])
@target
@click.argument("memo_id", metavar="MEMO")
@member_option
@json_option
def show(target: Target, memo_id: str, who: Who, as_json: bool) -> None:
    """Print a memo."""
    from crosscase.errors import NotFoundError
    from crosscase.model import Member
    from crosscase.model import Memo as Row

    with reading(target, who) as study:
        one = by_id(study, Row, memo_id)
        if one.id not in {each.id for each in _readable(study, who)}:
            kind = "memo"
            raise NotFoundError(kind, memo_id)
        data = _data(study, one, {each.id: each.name for each in study.rows(Member)})
    if as_json:
        print_json({"memo": data})
        return
    about = data["about"] or (f"{data['source']} {data['start']}-{data['end']}" if data["source"] else "")
    say(f"{data['title'] or 'Memo'} ({data['type']}, {data['member']}{f', about {about}' if about else ''})")
    say("")
    say(data["text"])


def _text(text: str | None, file: Path | None) -> str | None:
    """What was written: as an argument, in a file, or on standard input (`-`)."""
    if text is not None and file is not None:
        message = "Give the text once: on the line or with --file."
        raise click.UsageError(message, click.get_current_context())
    if text == "-":
        return sys.stdin.read()
    return file.read_text("utf-8-sig") if file is not None else text


def writing(function: Any) -> Any:
    """The text of a memo, its title and its type."""
    for option in (
        click.option("--type", "nature", type=click.Choice(NATURES), help="What kind of memo it is. [note]"),
        click.option("--title", metavar="TEXT", help="Its title."),
        click.option(
            "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
            help="Take the text from a file.",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


@member(
    memo,
    "add",
    examples=[
        "crosscase memo peers.crosscase add 'Ask about night shifts.' --about case:STA1 --type case",
        "crosscase memo peers.crosscase add --file memo.txt --source STA1SU01 --quote 'and then nobody came'",
    ],
)
@target
@click.argument("text", required=False)
@writing
@click.option("--about", metavar="KIND:NAME", help="What it is about: code:disclosure, case:STA1, theme:…")
@click.option("--source", metavar="NAME", help="It is about a passage of this source.")
@click.option("--quote", metavar="WORDS", help="The passage, verbatim.")
@click.option("--span", type=SpanType(), help="The passage in code points.")
@acting_options
def add(
    target: Target, text: str | None, file: Path | None, title: str | None, nature: str | None, about: str | None,
    source: str | None, quote: str | None, span: tuple[int, int] | None, who: Who,
) -> None:  # fmt: skip
    """Write a memo; the text '-' is read from standard input."""
    from crosscase.model import Source
    from crosscase.verbs.memos import write_memo

    words = _text(text, file)
    if words is None:
        message = "Say what to write: TEXT, '-' for standard input, or --file."
        raise click.UsageError(message, click.get_current_context())
    if (quote is not None or span is not None) and source is None:
        message = "Say in which source the passage is: --source."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        kind, thing = _thing(study, about) if about else ("", None)
        place = study.find(Source, source).id if source else None
        done = study.do(
            write_memo, words, title=title or "", nature=nature or "note", about_kind=kind, about=thing, source=place,  # type: ignore[arg-type] # checked by Click
            span=span_in(study, place, quote, span) if place else None,
        )  # fmt: skip
        told(done, f"Written ({short(done.value)}).", who, id=done.value)


@member(memo, "change", examples=["crosscase memo peers.crosscase change 3f2a9c1d --title 'Night shifts'"])
@target
@click.argument("memo_id", metavar="MEMO")
@click.argument("text", required=False)
@writing
@acting_options
def change(
    target: Target, memo_id: str, text: str | None, file: Path | None, title: str | None, nature: str | None, who: Who
) -> None:
    """Change a memo; what it said before stays in its history."""
    from crosscase.model import Memo as Row
    from crosscase.verbs.memos import change_memo

    words = _text(text, file)
    if words is None and title is None and nature is None:
        message = "Say what to change: TEXT, --file, --title or --type."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        one = by_id(study, Row, memo_id)
        done = study.do(change_memo, one.id, text=words, title=title, nature=nature)  # type: ignore[arg-type] # checked by Click
        told(done, "Changed.", who)


@member(memo, "share", examples=["crosscase memo peers.crosscase share 3f2a9c1d --as Ines"])
@target
@click.argument("memo_id", metavar="MEMO")
@click.option("--no-share", is_flag=True, help="Keep it to yourself again.")
@acting_options
def share(target: Target, memo_id: str, no_share: bool, who: Who) -> None:
    """Let the others read your reflexive memo."""
    from crosscase.model import Memo as Row
    from crosscase.verbs.memos import share_memo

    with acting(target, who) as study:
        done = study.do(share_memo, by_id(study, Row, memo_id).id, shared=not no_share)
        told(done, "It is yours alone again." if no_share else "Everybody can read it now.", who)


@member(memo, "remove", examples=["crosscase memo peers.crosscase remove 3f2a9c1d"])
@target
@click.argument("memo_id", metavar="MEMO")
@acting_options
def remove(target: Target, memo_id: str, who: Who) -> None:
    """Remove a memo."""
    from crosscase.model import Memo as Row
    from crosscase.verbs.memos import remove_memo

    with acting(target, who) as study:
        done = study.do(remove_memo, by_id(study, Row, memo_id).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)
