"""Coding passages by hand: `code` and `mark`.

A passage is named by its verbatim words (`--quote`, refused when they are not there or are there twice) or by code
points (`--span START-END`). Codings and marks are named by the last digits of their ids, as `--list` shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.leaving import lines_out, record_option
from crosscase.cli.naming import SpanType, by_id, excerpt, ids, span_in
from crosscase.cli.output import Out, counted, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Coding, ContentNote, Mark
    from crosscase.model.table import Table
    from crosscase.reads.codings import CodingLine
    from crosscase.study import Study


def passage_options(function: Any) -> Any:
    """`--quote` and `--span`."""
    function = click.option("--span", type=SpanType(), help="The passage in code points, the end not included.")(
        function
    )
    return click.option("--quote", metavar="WORDS", help="The passage, verbatim as it stands in the source.")(function)


def wrong_use(message: str) -> click.UsageError:
    """An error of use, with the command it is about."""
    return click.UsageError(message, click.get_current_context())


@command(
    "code",
    examples=[
        "crosscase code peers.crosscase 'STA1SU01' disclosure --quote 'I told them on the first day'",
        "crosscase code peers.crosscase 'STA1SU01' --in-vivo --quote 'walking on eggshells'",
        "crosscase code peers.crosscase --list --of disclosure -o disclosure.xlsx",
        "crosscase code peers.crosscase --change 3f2a9c1d --to support --comment 'rather this'",
        "crosscase code peers.crosscase --remove 3f2a9c1d",
    ],
)
@target
@click.argument("source", required=False)
@click.argument("code", required=False)
@passage_options
@click.option("--whole", is_flag=True, help="The whole source.")
@click.option("--in-vivo", is_flag=True, help="Make a code of the passage's own words; CODE, if given, is its parent.")
@click.option("--not-so", is_flag=True, help="The passage says that it is not so.")
@click.option("--weight", type=click.IntRange(0, 100), metavar="N", help="A weight from 1 to 100.")
@click.option("--comment", metavar="TEXT", help="What there is to say about this coding.")
@click.option("--list", "listing", is_flag=True, help="List codings, of SOURCE and CODE where they are given.")
@click.option("--of", metavar="CODE", help="List: of this code and those under it.")
@click.option("--by", metavar="MEMBER", help="List: by this member.")
@click.option("--unreviewed", is_flag=True, help="List: only those by rule that nobody has accepted.")
@click.option("--covered", is_flag=True, help="List: print passages under content notes too.")
@click.option(
    "--change", metavar="ID", help="Change a coding: its passage, --to, --weight, --comment, --not-so or --so."
)
@click.option("--to", metavar="CODE", help="Change: give it this code.")
@click.option("--so", is_flag=True, help="Change: the passage says that it is so.")
@click.option("--remove", "removing", metavar="ID", multiple=True, help="Remove a coding; may be repeated.")
@acting_options
@click.option("-o", "--output", "path", metavar="FILE", help="List: write a file (csv, tsv, xlsx, html).")
@record_option
def code(target: Target, who: Who, path: str | None, **given: Any) -> None:
    """Code a passage, or list, change and remove codings.

    SOURCE is the name of a source or its file. A passage is given by its words or by numbers; the same member cannot
    put the same code on the same passage twice.
    """
    doing = [name for name in ("listing", "change", "removing") if given[name]]
    if len(doing) > 1:
        message = "Choose one of --list, --change and --remove."
        raise wrong_use(message)
    if given["listing"]:
        _list(target, Out(who.as_json, _path(path)), given)
    elif path is not None:
        message = "-o writes a list of codings: say --list with it."
        raise wrong_use(message)
    elif given["change"]:
        _change(target, who, given)
    elif given["removing"]:
        _remove(target, who, given["removing"])
    else:
        _apply(target, who, given)


def _path(path: str | None) -> Any:
    from crosscase.cli.output import TABLE_FILES, OutputPath

    context = click.get_current_context()
    return OutputPath(TABLE_FILES).convert(path, None, context) if path is not None else None


def _one_passage(given: dict[str, Any]) -> None:
    if sum((given["quote"] is not None, given["span"] is not None, bool(given.get("whole")))) != 1:
        message = "Say which passage, in one way: --quote WORDS, --span START-END" + (
            " or --whole." if "whole" in given else "."
        )
        raise wrong_use(message)


def _apply(target: Target, who: Who, given: dict[str, Any]) -> None:
    from crosscase.model import Code, Coding, Source
    from crosscase.verbs.codings import apply_code, apply_code_in_vivo

    if given["source"] is None or (given["code"] is None and not given["in_vivo"]):
        message = "Name the source and the code: crosscase code STUDY SOURCE CODE --quote WORDS."
        raise wrong_use(message)
    _one_passage(given)
    with acting(target, who) as study:
        source = study.find(Source, given["source"])
        span = span_in(study, source.id, given["quote"], given["span"])
        named = study.find(Code, given["code"]).id if given["code"] else None
        if given["in_vivo"]:
            if span is None:
                message = "In vivo needs words: --quote or --span."
                raise wrong_use(message)
            done = study.do(apply_code_in_vivo, source.id, span, parent=named)
        else:
            done = study.do(
                apply_code, str(named), source.id, span, stance="no" if given["not_so"] else "yes",
                weight=given["weight"] or 0, comment=given["comment"] or "",
            )  # fmt: skip
        coding = study.get(Coding, done.value)
        used = study.get(Code, coding.code) if coding else None
        words = f"“{excerpt(study.text(source.id), span.start, span.end)}”" if span else "the whole of it"
        told(
            done,
            f"Coded {source.name}: {used.name if used else ''}: {words} ({short(done.value)}).",
            who,
            id=done.value,
        )


def _change(target: Target, who: Who, given: dict[str, Any]) -> None:
    from crosscase.model import Code, Coding
    from crosscase.verbs.codings import comment_coding, recode, resize_coding, take_stance, weigh_coding

    asked = [name for name in ("quote", "span", "to", "weight", "comment") if given[name] is not None]
    if not asked and not given["so"] and not given["not_so"]:
        message = "Say what to change: --quote, --span, --to, --weight, --comment, --not-so or --so."
        raise wrong_use(message)
    with acting(target, who) as study:
        coding = by_id(study, Coding, given["change"])
        if given["quote"] is not None or given["span"] is not None:
            span = span_in(study, coding.source, given["quote"], given["span"])
            if span is not None:
                told(study.do(resize_coding, coding.id, span), f"It covers {span.start} to {span.end} now.", who)
        if given["to"] is not None:
            to = study.find(Code, given["to"])
            told(study.do(recode, [coding.id], to.id), f"It has the code {to.name!r} now.", who)
        if given["weight"] is not None:
            told(study.do(weigh_coding, coding.id, given["weight"]), f"Its weight is {given['weight']} now.", who)
        if given["comment"] is not None:
            told(study.do(comment_coding, coding.id, given["comment"]), "Its comment was written.", who)
        if given["so"] or given["not_so"]:
            stance = study.do(take_stance, coding.id, "no" if given["not_so"] else "yes")
            told(stance, f"It says that it is {'not so' if given['not_so'] else 'so'}.", who)


def _remove(target: Target, who: Who, removing: tuple[str, ...]) -> None:
    from crosscase.model import Coding
    from crosscase.verbs.codings import remove_codings

    with acting(target, who) as study:
        done = study.do(remove_codings, [by_id(study, Coding, each).id for each in removing])
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


def _list(target: Target, out: Out, given: dict[str, Any]) -> None:
    with reading(target) as study:
        chosen = chosen_codings(
            study, source=given["source"], code=given["of"] or given["code"], by=given["by"],
            unreviewed=given["unreviewed"],
        )  # fmt: skip
        from crosscase.reads.codings import coding_lines

        lines, consent = lines_out(coding_lines(study.store, chosen), chosen)
        invented = study.settings().invented
    table = coding_table(lines, invented, whole=out.path is not None, covered=given["covered"])
    out.table(table, {"codings": lines}, invented=invented, consent=consent, verbatim=("quote",))


def chosen_codings(
    study: Study, *, source: str | None = None, code: str | None = None, by: str | None = None, unreviewed: bool = False
) -> list[Coding]:
    """Codings by source, by code with those under it, by member, and whether they are reviewed."""
    from crosscase.model import Code, Coding, Member, Source
    from crosscase.reads.codebook import codebook

    equal: dict[str, Any] = {}
    if source is not None:
        equal["source"] = study.find(Source, source).id
    if by is not None:
        equal["member"] = study.find(Member, by).id
    if unreviewed:
        equal |= {"origin": "rule", "accepted": None}
    codings = study.rows(Coding, **equal)
    if code is None:
        return codings
    from crosscase.reads.codebook import stands_for

    leads = stands_for(study.rows(Code))
    wanted = leads[study.find(Code, code).id]
    lines = codebook(study.store)
    at = next(number for number, line in enumerate(lines) if line.code.id == wanted)
    below = {wanted}
    for line in lines[at + 1 :]:
        if line.depth <= lines[at].depth:
            break
        below.add(line.code.id)
    return [coding for coding in codings if leads.get(coding.code) in below]


def spared(quote: str, about: Sequence[str], *, covered: bool) -> str:
    """The words in one line; where a content note lies on them, what they are about instead, until asked for."""
    return f"[covered: {', '.join(about)}]" if about and not covered else excerpt(quote, 0, len(quote))


def coding_table(lines: list[CodingLine], invented: str, *, whole: bool, covered: bool = False) -> Table:
    """Codings for people; with all their columns for a file, which says of each passage what it is covered for."""
    from crosscase.model.table import Column, Table

    notes = [invented] if invented else []
    unreviewed = sum(line.unreviewed for line in lines)
    notes += [f"{counted(unreviewed, 'coding')} by rule unreviewed."] if unreviewed else []
    if not whole and not covered and any(line.covered for line in lines):
        notes.append("Passages under content notes are covered; --covered prints them.")
    if whole:
        from crosscase.reports.data_tables import codings_table

        return codings_table(lines, notes)
    columns = (
        Column("id", "Id"), Column("source", "Source"), Column("span", "Where"), Column("who", "Whose"),
        Column("code", "Code"), Column("quote", "Words"), Column("member", "By"), Column("origin", "How"),
    )  # fmt: skip
    rows = tuple(
        (
            short(line.id), line.source, f"{line.start}-{line.end}" if line.place == "text" else line.place,
            ", ".join(line.participants), line.code + (" (not so)" if line.stance == "no" else ""),
            spared(line.quote, line.covered, covered=covered), line.member,
            line.origin + (", unreviewed" if line.unreviewed else ""),
        )
        for line in lines
    )  # fmt: skip
    return Table(title="Codings", columns=columns, rows=rows, notes=tuple(notes))


@command(
    "mark",
    examples=[
        "crosscase mark peers.crosscase 'STA1SU01' --quote 'and then nobody came' --note 'come back to this'",
        "crosscase mark peers.crosscase 'STA1SU01' --quote 'they held me down' --covers restraint",
        "crosscase mark peers.crosscase --list",
    ],
)
@target
@click.argument("source", required=False)
@passage_options
@click.option("--note", default="", metavar="TEXT", help="What struck you.")
@click.option("--covers", metavar="ABOUT", help="A content note instead: what a reader may wish to be spared.")
@click.option("--list", "listing", is_flag=True, help="List marks and content notes, of SOURCE where it is given.")
@click.option("--change", metavar="ID", help="Write another --note on a mark.")
@click.option("--remove", "removing", metavar="ID", multiple=True, help="Take a mark or content note away.")
@acting_options
def mark(target: Target, who: Who, **given: Any) -> None:
    """Mark a passage that strikes you.

    A mark is no code: it says that somebody noticed something. With --covers it is a content note (self-harm,
    restraint, racism, …), and the passage, or the whole source, is covered until somebody asks to read it.
    """
    if given["listing"]:
        _list_marks(target, Out(who.as_json), given["source"])
    elif given["removing"]:
        _remove_marks(target, who, given["removing"])
    elif given["change"]:
        from crosscase.model import Mark
        from crosscase.verbs.codings import change_mark

        with acting(target, who) as study:
            one = by_id(study, Mark, given["change"])
            told(study.do(change_mark, one.id, given["note"]), "The note was written.", who)
    else:
        _add_mark(target, who, given)


def _add_mark(target: Target, who: Who, given: dict[str, Any]) -> None:
    from crosscase.model import Source
    from crosscase.verbs.codings import add_content_note, add_mark

    if given["source"] is None:
        message = "Name the source: crosscase mark STUDY SOURCE --quote WORDS."
        raise wrong_use(message)
    if given["covers"] is None or given["quote"] is not None or given["span"] is not None:
        _one_passage(given)
    with acting(target, who) as study:
        source = study.find(Source, given["source"])
        span = span_in(study, source.id, given["quote"], given["span"])
        if given["covers"] is not None:
            done = study.do(add_content_note, source.id, given["covers"], span, note=given["note"])
            told(done, f"Content note on {source.name}: {given['covers']} ({short(done.value)}).", who, id=done.value)
        elif span is not None:
            done = study.do(add_mark, source.id, span, note=given["note"])
            words = excerpt(study.text(source.id), span.start, span.end)
            told(done, f"Marked {source.name}: “{words}” ({short(done.value)}).", who, id=done.value)


def _remove_marks(target: Target, who: Who, removing: tuple[str, ...]) -> None:
    from crosscase.errors import NotFoundError
    from crosscase.model import ContentNote, Mark
    from crosscase.verbs.codings import remove_content_note, remove_mark

    with acting(target, who) as study:
        for each in removing:
            try:
                done = study.do(remove_mark, by_id(study, Mark, each).id)
            except NotFoundError:
                done = study.do(remove_content_note, by_id(study, ContentNote, each).id)
            told(done, f"Taken away: {each}.", who)


def _list_marks(target: Target, out: Out, named: str | None) -> None:
    from crosscase.model import ContentNote, Mark, Member, Source
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        equal = {"source": ids(study, Source, [named])} if named else {}
        found: list[Mark | ContentNote] = [*study.rows(Mark, **equal), *study.rows(ContentNote, **equal)]
        sources = {source.id: source for source in study.rows(Source)}
        names = {member.id: member.name for member in study.rows(Member)}
        data: list[dict[str, Any]] = [
            {
                "id": one.id, "source": sources[one.source].name,
                "kind": "mark" if isinstance(one, Mark) else "content note",
                "about": "" if isinstance(one, Mark) else one.about, "note": one.note,
                "member": names.get(one.member, "") if isinstance(one, Mark) else "",
                "start": one.start, "end": one.end, "place": one.place,
                # What a content note covers is not shown before somebody asks to read it.
                "quote": study.text(one.source)[one.start : one.end] if isinstance(one, Mark) else "",
            }
            for one in sorted(found, key=lambda one: (sources[one.source].name, one.start, one.id))
        ]  # fmt: skip
    columns = (
        Column("id", "Id"), Column("source", "Source"), Column("kind", "Is a"), Column("what", "Words"),
        Column("note", "Note"), Column("member", "By"),
    )  # fmt: skip
    rows = tuple(
        (
            short(one["id"]), one["source"], one["kind"],
            excerpt(one["quote"], 0, len(one["quote"])) if one["kind"] == "mark" else f"covered: {one['about']}",
            one["note"], one["member"],
        )
        for one in data
    )  # fmt: skip
    out.table(Table(title="Marks and content notes", columns=columns, rows=rows), {"marks": data})
