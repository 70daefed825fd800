"""Drafts of the findings: the `draft` commands.

What a careful reader would get wrong: `check` ends with status 3 when there is something to look at that is wrong as it
stands; sentences that say how many and are bound to nothing are listed and are no such thing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.leaving import product, record_option
from crosscase.cli.naming import by_id
from crosscase.cli.output import (
    Out,
    OutputPath,
    counted,
    json_option,
    note,
    print_json,
    say,
    study_table,
    table_output,
    told,
    told_plain,
)
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.model import Id, Proposal
    from crosscase.model.table import Table
    from crosscase.study import Study

FAULTS = 3
_FORMATS = (".docx", ".odt", ".html", ".pdf", ".md", ".tex")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

draft = group(
    "draft",
    default="list",
    about=(
        "Write the findings in the study, with quotations, counts and tables as they are now.\n\nA draft is Markdown "
        "with {quote:ID}, {claim:ID}, {table:PART}, {figure:PART} and citations [@key]. It is checked whenever it is "
        "read, printed to Word or PDF, and taken in again with what co-authors changed."
    ),
    examples=[
        "crosscase draft peers.crosscase add paper.md --bibliography refs.bib",
        "crosscase draft peers.crosscase check paper",
        "crosscase draft peers.crosscase render paper -o paper.docx",
        "crosscase draft peers.crosscase take-in paper-from-nell.docx",
    ],
)


@member(draft, "list", examples=["crosscase draft peers.crosscase --json"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List the drafts, how many words each has, and what was proposed for it."""
    from crosscase.model import Draft, Proposal, short
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        drafts = sorted(study.rows(Draft), key=lambda one: (one.position, one.name))
        open_ = [one.draft for one in study.rows(Proposal, state="open")]
        rows = tuple((short(one.id), one.name, len(one.text.split()), open_.count(one.id)) for one in drafts)
        columns = (
            Column("id", "Id"), Column("name", "Draft"), Column("words", "Words", "count"),
            Column("open", "Proposals to decide", "count"),
        )  # fmt: skip
        notes = () if drafts else ("There is no draft yet: crosscase draft STUDY add FILE.",)
        study_table(study, out, Table(title="Drafts", columns=columns, rows=rows, notes=notes), {"drafts": drafts})


@member(
    draft, "add", examples=["crosscase draft peers.crosscase add paper.md --name 'Paper one' --bibliography refs.bib"]
)
@target
@click.argument("file", type=_FILE)
@click.option("--name", default=None, metavar="NAME", help="What it is called; else the name of the file.")
@click.option("--bibliography", type=_FILE, default=None, metavar="FILE", help="A bibliography in BibTeX (.bib).")
@click.option("--style", type=_FILE, default=None, metavar="FILE", help="A citation style (.csl).")
@acting_options
def add(target: Target, file: Path, name: str | None, bibliography: Path | None, style: Path | None, who: Who) -> None:
    """Begin a draft from a file in Markdown."""
    from crosscase.verbs.drafts import add_draft

    with acting(target, who) as study:
        done = study.do(
            add_draft, name or file.stem, text=_read(file), bibliography=_read(bibliography), style=_read(style)
        )
        told(done, f"Begun: {name or file.stem}. {_in_words(study, done.value)}", who, id=done.value)


@member(draft, "show", examples=["crosscase draft peers.crosscase show paper > paper.md"])
@target
@click.argument("name")
def show(target: Target, name: str) -> None:
    """Print the text of a draft, as it is written."""
    from crosscase.model import Draft

    with reading(target) as study:
        click.echo(study.find(Draft, name).text, nl=False)


@member(
    draft,
    "set",
    examples=[
        "crosscase draft peers.crosscase set paper --text paper.md",
        "crosscase draft peers.crosscase set paper --style journal.csl",
    ],
)
@target
@click.argument("name")
@click.option("--text", type=_FILE, default=None, metavar="FILE", help="Its text, in Markdown.")
@click.option("--name", "named", default=None, metavar="NAME", help="Another name.")
@click.option("--bibliography", type=_FILE, default=None, metavar="FILE", help="A bibliography in BibTeX (.bib).")
@click.option("--style", type=_FILE, default=None, metavar="FILE", help="A citation style (.csl).")
@acting_options
def set_(
    target: Target, name: str, text: Path | None, named: str | None, bibliography: Path | None, style: Path | None,
    who: Who,
) -> None:  # fmt: skip
    """Change a draft; what is not given stays."""
    from crosscase.model import Draft
    from crosscase.verbs.drafts import change_draft

    with acting(target, who) as study:
        one = study.find(Draft, name)
        done = study.do(
            change_draft, one.id, name=named, text=_read(text) if text else None,
            bibliography=_read(bibliography) if bibliography else None, style=_read(style) if style else None,
        )  # fmt: skip
        told(done, f"Changed. {_in_words(study, one.id)}", who, id=one.id)


@member(
    draft,
    "check",
    examples=["crosscase draft peers.crosscase check paper", "crosscase draft peers.crosscase check paper --faults"],
)
@target
@click.argument("name")
@click.option("--faults", is_flag=True, help="Only what is to be looked at.")
@click.option("--covered", is_flag=True, help="Print words under content notes too.")
@member_option
@json_option
def check(target: Target, name: str, faults: bool, covered: bool, as_json: bool, who: Who) -> None:
    """Say of everything a draft refers to how it stands, what changed since it was looked over, and what is unbound.

    Ends with status 3 when something is wrong as it stands.
    """
    from crosscase.model import Draft
    from crosscase.reports.drafts.reading import draft_table, read_draft

    with reading(target, who) as study:
        with waiting("Checking"):
            found = read_draft(study, study.find(Draft, name).id, since=True)
        table = draft_table(found, covered=covered, invented=study.settings().invented, every=not faults)
        Out(as_json).table(table, {"draft": found})
    if found.faults:
        click.get_current_context().exit(FAULTS)


@member(draft, "look", examples=["crosscase draft peers.crosscase look paper"])
@target
@click.argument("name")
@acting_options
def look(target: Target, name: str, who: Who) -> None:
    """Say that you have looked a draft over: what changes from here on is told by 'check'."""
    from crosscase.model import Draft
    from crosscase.verbs.drafts import look_draft_over

    with acting(target, who) as study:
        one = study.find(Draft, name)
        told(study.do(look_draft_over, one.id), f"Looked over: {one.name}.", who, id=one.id)


@member(
    draft,
    "render",
    examples=[
        "crosscase draft peers.crosscase render paper -o paper.docx",
        "crosscase draft peers.crosscase render paper -o paper.pdf --clean",
    ],
)
@target
@click.argument("name")
@click.option(
    "-o", "--output", "path", required=True, type=OutputPath(_FORMATS), metavar="FILE",
    help="The document; its ending says the format: docx, odt, html, pdf, md or tex.",
)  # fmt: skip
@click.option("--clean", is_flag=True, help="Without notes beside what is to be looked at.")
@click.option("--covered", is_flag=True, help="Print words under content notes too.")
@member_option
@record_option
@json_option
def render(target: Target, name: str, path: Path, clean: bool, covered: bool, as_json: bool, who: Who) -> None:
    """Print a draft, with quotations, counts, tables and figures as they are now.

    What may not be printed leaves a sentence in brackets. The document is put on record with whose words are in it.
    """
    from crosscase.model import Draft
    from crosscase.reports.drafts.making import DraftOptions, render_draft

    with reading(target, who) as study, waiting("Printing"):
        one = study.find(Draft, name)
        written = render_draft(study, one.id, path, DraftOptions(clean=clean, covered=covered))
        made = product()
        if made is not None:
            made.written(people=written.participants, nature="report", told=True)
    told_plain(written.path)
    if as_json:
        print_json(
            {
                "path": str(written.path), "beside": [str(each) for each in written.beside], "tables": written.tables,
                "figures": written.figures, "unprinted": list(written.unprinted), "version": written.version,
            }
        )  # fmt: skip
        return
    say(f"Printed: {written.path} ({counted(written.tables, 'table')}, {counted(written.figures, 'figure')}).")
    for unprinted in written.unprinted:
        note(f"Not printed: {unprinted.where}: {unprinted.why}")


@member(draft, "remove", examples=["crosscase draft peers.crosscase remove paper"])
@target
@click.argument("name")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Take a draft away, with what was proposed for it."""
    from crosscase.model import Draft
    from crosscase.verbs.drafts import remove_draft

    with acting(target, who) as study:
        one = study.find(Draft, name)
        told(study.do(remove_draft, one.id), f"Removed: {one.name}.", who)


@member(
    draft,
    "take-in",
    examples=[
        "crosscase draft peers.crosscase take-in paper-from-nell.docx",
        "crosscase draft peers.crosscase take-in old-copy.docx paper",
    ],
)
@target
@click.argument("file", type=_FILE)
@click.argument("name", required=False, default="")
@acting_options
def take_in(target: Target, file: Path, name: str, who: Who) -> None:
    """Take in what co-authors changed and commented in a Word file that was printed from a draft.

    Nothing is changed by it: everything becomes a proposal, to be taken or declined.
    """
    from crosscase.model import Draft
    from crosscase.reports.drafts.returned import proposals_in
    from crosscase.verbs.drafts import bring_proposals

    with acting(target, who) as study:
        wanted: Id = study.find(Draft, name).id if name else ""
        with waiting("Reading"):
            found = proposals_in(study, file, wanted)
        done = study.do(bring_proposals, found.draft, found.proposals)
        again = len(found.proposals) - len(done.value)
        sentence = f"Taken in: {counted(len(done.value), 'proposal')}."
        if not found.proposals:
            sentence = "Nothing was changed or commented in this document."
        elif again:
            sentence += f" {again} had been taken in before."
        if not found.known:
            sentence += " It does not say from which state it was printed: it was held against the draft as it is now."
        if not done.entry and not who.as_json:
            say(sentence)
            return
        told(done, sentence, who, draft=found.draft, proposals=list(done.value))


@member(draft, "proposals", examples=["crosscase draft peers.crosscase proposals paper --all"])
@target
@click.argument("name", required=False, default="")
@click.option("--all", "every", is_flag=True, help="Those that were decided, too.")
@table_output
def proposals(target: Target, name: str, every: bool, out: Out) -> None:
    """List what co-authors propose, with the difference to the draft."""
    from crosscase.model import Draft, Proposal

    with reading(target) as study:
        of = {"draft": study.find(Draft, name).id} if name else {}
        rows = [one for one in study.rows(Proposal, **of) if every or one.state == "open"]
        rows.sort(key=lambda one: (one.draft, one.position))
        study_table(study, out, _proposed(study, rows), {"proposals": rows})


@member(draft, "take", examples=["crosscase draft peers.crosscase take 3f2a9c1d0b44"])
@target
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@acting_options
def take(target: Target, ids: tuple[str, ...], reason: str, who: Who) -> None:
    """Make proposed changes in the draft; a comment that is taken is one that was heeded."""
    from crosscase.verbs.drafts import take_proposals

    _decide(target, ids, take_proposals, "Taken", reason, who)


@member(
    draft, "decline", examples=["crosscase draft peers.crosscase decline 3f2a9c1d0b44 --reason 'Not what was said'"]
)
@target
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@acting_options
def decline(target: Target, ids: tuple[str, ...], reason: str, who: Who) -> None:
    """Leave proposals out."""
    from crosscase.verbs.drafts import decline_proposals

    _decide(target, ids, decline_proposals, "Declined", reason, who)


def _decide(
    target: Target, ids: tuple[str, ...], verb: Callable[..., object], said: str, reason: str, who: Who
) -> None:
    from crosscase.model import Proposal

    with acting(target, who) as study:
        wanted = [by_id(study, Proposal, one).id for one in ids]
        told(study.do(verb, wanted, reason=reason), f"{said}: {counted(len(wanted), 'proposal')}.", who)


def _read(file: Path | None) -> str:
    """The text of a file.

    Raises:
        UnreadableError: it is no text.
    """
    if file is None:
        return ""
    from crosscase.importers.encoding import decode

    return decode(file.read_bytes()).text


def _in_words(study: Study, one: Id) -> str:
    from crosscase.reports.drafts.reading import read_draft

    found = read_draft(study, one)
    unbound = sum(bool(each.about) for each in found.unbound)
    return (
        f"{counted(len(found.references), 'reference')}, {found.faults} to look at; {counted(unbound, 'sentence')} "
        "bound to nothing."
    )


def _proposed(study: Study, rows: list[Proposal]) -> Table:
    from crosscase.analyses.drafts import in_words
    from crosscase.model import Draft, short
    from crosscase.model.table import Column, Table

    names = {one.id: one.name for one in study.rows(Draft)}
    columns = (
        Column("id", "Id"), Column("draft", "Draft"), Column("by", "By"), Column("what", "What"),
        Column("told", "In words"), Column("state", "State"),
    )  # fmt: skip
    lines = []
    for one in rows:
        if one.nature == "comment":
            what, said = "comment", f"on “{one.on}”: {one.words}" if one.on else one.words
        elif not one.before:
            what, said = "new paragraph", one.after
        elif not one.after:
            what, said = "taken out", one.before
        else:
            what, said = "change", in_words(one.before, one.after)
        altered = f"Not to be taken: {one.altered}." if one.altered else ""
        told = " ".join(filter(None, (said, altered)))
        reason = f"{one.state}{f': {one.reason}' if one.reason else ''}"
        lines.append((short(one.id), names.get(one.draft, ""), one.by, what, told, reason))
    notes = () if rows else ("Nothing is proposed.",)
    return Table(title="What co-authors propose", columns=columns, rows=tuple(lines), notes=notes)
