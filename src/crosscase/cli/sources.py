"""Transcripts and documents that are in the study: the `sources` commands."""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.choosing import chosen_sources, sources_options
from crosscase.cli.output import Out, counted, json_option, print_json, say, shown, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

sources = group(
    "sources",
    default="list",
    about=(
        "List, read and assign transcripts and documents, and replace words in them.\n\nNew ones come in with "
        "'crosscase import'. A source is named by its name or by the file it came from."
    ),
    examples=[
        "crosscase sources peers.crosscase",
        "crosscase sources peers.crosscase show STA1SU01",
        "crosscase sources peers.crosscase assign 'field note 3' --to-case STA1",
    ],
)


@member(sources, "list", examples=["crosscase sources peers.crosscase --json"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List the sources with their cases, participants and lengths."""
    from crosscase.model import Case, Interview, Participant, Source
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        known = sorted(study.rows(Source), key=lambda one: (one.position, one.name))
        cases = {one.id: one.code for one in study.rows(Case)}
        people = {one.id: one for one in study.rows(Participant)}
        meetings = {one.id: one for one in study.rows(Interview)}
        turns = _tally(study.store.columns("turn", ("source",))["source"])
        codings = _tally(study.store.columns("coding", ("source",))["source"])
    data = []
    for one in known:
        person, meeting = people.get(one.participant or ""), meetings.get(one.interview or "")
        case = one.case or (meeting.case if meeting else None) or (person.case if person else None)
        data.append(
            {
                "id": one.id, "name": one.name, "nature": one.nature, "case": cases.get(case or "", ""),
                "participant": person.identifier if person else "", "interview": meeting.name if meeting else "",
                "date": one.date, "file": one.file, "encoding": one.encoding, "characters": one.length,
                "turns": turns.get(one.id, 0), "codings": codings.get(one.id, 0),
            }
        )  # fmt: skip
    columns = (
        Column("name", "Source"), Column("nature", "Is a"), Column("case", "Case"),
        Column("participant", "Participant"), Column("date", "Date"), Column("characters", "Characters", "count"),
        Column("turns", "Turns", "count"), Column("codings", "Codings", "count"),
    )  # fmt: skip
    rows: tuple[Any, ...] = tuple(tuple(one[column.key] for column in columns) for one in data)
    out.table(Table(title="Sources", columns=columns, rows=rows), {"sources": data})


def _tally(ids: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in ids:
        found[one] = found.get(one, 0) + 1
    return found


@member(
    sources,
    "show",
    examples=[
        "crosscase sources peers.crosscase show STA1SU01",
        "crosscase sources peers.crosscase show STA1SU01 --offsets",
    ],
)
@target
@click.argument("name")
@click.option("--offsets", is_flag=True, help="With the code point at which each line begins, as --span counts.")
@click.option("--covered", is_flag=True, help="Also what content notes cover.")
@json_option
def show(target: Target, name: str, offsets: bool, covered: bool, as_json: bool) -> None:
    """Print the text of a source.

    Passages with a content note are covered, and what they are about stands in their place; --covered shows them.
    """
    from crosscase.model import ContentNote, Source

    with reading(target) as study:
        source = study.find(Source, name)
        text = study.text(source.id)
        notes = [] if covered else study.rows(ContentNote, source=source.id)
    whole = [one for one in notes if one.place == "whole"]
    if whole:
        text = f"[covered: {', '.join(sorted({one.about for one in whole}))}; --covered shows it]"
        notes = []
    kept = list(text)
    for one in notes:
        if one.place == "text" and one.start < one.end:
            # As long as what it covers, so that the code points of everything else stay right.
            words = f"[covered: {one.about}]"[: one.end - one.start]
            kept[one.start : one.end] = list(words.ljust(one.end - one.start, "▒"))
    text = "".join(kept)
    if as_json:
        print_json({"id": source.id, "name": source.name, "text": text, "covered": len(notes) + len(whole)})
        return
    at = 0
    for line in text.split("\n"):
        click.echo(shown(f"{at:>8}  {line}" if offsets else line))
        at += len(line) + 1


@member(sources, "rename", examples=["crosscase sources peers.crosscase rename interview-01.docx STA1SU01"])
@target
@click.argument("name")
@click.argument("new_name")
@acting_options
def rename(target: Target, name: str, new_name: str, who: Who) -> None:
    """Give a source another name."""
    from crosscase.model import Source
    from crosscase.verbs.sources import rename_source

    with acting(target, who) as study:
        one = study.find(Source, name)
        told(study.do(rename_source, one.id, new_name), f"{one.name} is called {new_name} now.", who)


@member(
    sources,
    "assign",
    examples=["crosscase sources peers.crosscase assign STA1SU01 --to-case STA1 --to-participant STA1SU01"],
)
@target
@sources_options
@click.option("--to-case", metavar="CASE", help="The case they belong to; empty takes it away.")
@click.option("--to-participant", metavar="IDENTIFIER", help="Whom they are about; empty takes it away.")
@click.option("--to-interview", metavar="NAME", help="The interview they come from; empty takes it away.")
@acting_options
def assign(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool,
    to_case: str | None, to_participant: str | None, to_interview: str | None, who: Who,
) -> None:  # fmt: skip
    """Say which case, participant or interview sources belong to."""
    from crosscase.model import Case, Interview, Participant
    from crosscase.verbs.sources import assign_sources

    if to_case is None and to_participant is None and to_interview is None:
        message = "Say to what: --to-case, --to-participant or --to-interview."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        chosen = [one.id for one in chosen_sources(study, names, cases, sets, every=every)]
        fields = {
            "case": study.find(Case, to_case).id if to_case else to_case,
            "participant": study.find(Participant, to_participant).id if to_participant else to_participant,
            "interview": study.find(Interview, to_interview).id if to_interview else to_interview,
        }
        done = study.do(assign_sources, chosen, **fields)
        told(done, f"Assigned {counted(len(chosen), 'source')}.", who)


@member(
    sources,
    "remove",
    examples=[
        "crosscase sources peers.crosscase remove STA1SU01 --dry-run",
        "crosscase sources peers.crosscase remove STA1SU01 STA1SU02",
    ],
)
@target
@click.argument("names", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@acting_options
def remove(target: Target, names: tuple[str, ...], dry_run: bool, who: Who) -> None:
    """Remove sources with their turns and codings, as one act.

    It says what goes, and undo brings all of it back. The words stay in the vault of the file.
    """
    from crosscase.model import Source
    from crosscase.verbs.sources import remove_sources

    with acting(target, who) as study:
        chosen = [study.find(Source, name).id for name in names]
        if dry_run:
            gone = study.try_out(remove_sources, chosen)
            if who.as_json:
                print_json({"would_remove": gone})
            else:
                say(f"Would remove: {went(gone)}. Nothing was changed.")
            return
        done = study.do(remove_sources, chosen)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


@member(
    sources,
    "replace",
    examples=["crosscase sources peers.crosscase replace Katrin '[name]' --all --because 'pseudonyms'"],
)
@target
@click.argument("find")
@click.argument("words")
@click.option("--source", "names", multiple=True, metavar="NAME", help="In this source; may be repeated.")
@click.option("--all", "every", is_flag=True, help="In all sources.")
@click.option("--inside-words", is_flag=True, help="Also inside longer words.")
@click.option("--dry-run", is_flag=True, help="Only say where they stand.")
@acting_options
def replace(
    target: Target, find: str, words: str, names: tuple[str, ...], every: bool, inside_words: bool, dry_run: bool,
    who: Who,
) -> None:  # fmt: skip
    """Replace words wherever they stand, as one act.

    Capitals count. The words that were there stay in the vault of the file, and undo brings them back. In one source,
    'crosscase edit' shows more.
    """
    from crosscase.model import Source
    from crosscase.verbs.corrections import replace_words

    if every == bool(names):
        message = "Say where: --source NAME, or --all."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        known = {one.id: one.name for one in study.rows(Source)}
        chosen = list(known) if every else [study.find(Source, name).id for name in names]
        if dry_run:
            counts = study.try_out(replace_words, chosen, find, words, whole=not inside_words)
            if who.as_json:
                print_json({"would_replace": {known[source]: one.places for source, one in counts.items()}})
                return
            for source, one in counts.items():
                say(f"{known[source]}: {counted(one.places, 'place')}")
            say("Nothing was changed.")
            return
        done = study.do(replace_words, chosen, find, words, whole=not inside_words)
        places = {source: one.places for source, one in done.value.items()}
        total = counted(sum(places.values()), "place")
        told(done, f"Replaced {find!r} at {total} in {counted(len(places), 'source')}.", who, places=places)
