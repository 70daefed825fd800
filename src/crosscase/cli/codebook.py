"""The `codebook` commands: codes, their definitions, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, counted, print_json, say, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.reads.codebook import CodeLine
    from crosscase.study import Study

codebook = group(
    "codebook",
    default="list",
    about=(
        "Work on the codes and their definitions.\n\nA code is named by its label, or by its path where several have "
        "that label: 'Support / Supervision'. Earlier definitions stay in its history, and removing says what goes."
    ),
    examples=[
        "crosscase codebook peers.crosscase",
        "crosscase codebook peers.crosscase add disclosure --definition 'Telling others of one’s own experience.'",
        "crosscase codebook peers.crosscase merge 'being honest' disclosure",
    ],
)

_TEXTS = ("definition", "inclusion", "exclusion", "example")


@member(
    codebook,
    "list",
    examples=["crosscase codebook peers.crosscase --json", "crosscase codebook peers.crosscase -o codes.xlsx"],
)
@target
@click.option("--retired", is_flag=True, help="Also those that are no longer offered.")
@table_output
def list_(target: Target, retired: bool, out: Out) -> None:
    """List the codes as a tree, with their definitions and how often they were used."""
    from crosscase.model.table import Column, Table
    from crosscase.reads.codebook import codebook as read_codebook

    with reading(target) as study:
        lines = [line for line in read_codebook(study.store) if retired or not line.code.retired]
        invented = study.settings().invented
    columns = (
        Column("code", "Code"), Column("definition", "Definition"), Column("codings", "Codings", "count"),
        Column("unreviewed", "Unreviewed", "count"), Column("sources", "Sources", "count"),
    )  # fmt: skip
    rows = tuple(
        ("  " * line.depth + _marked(line), line.code.definition, line.codings, line.unreviewed, line.sources)
        for line in lines
    )
    notes = [invented] if invented else []
    notes += ["* taken up as a category"] if any(line.code.category for line in lines) else []
    table = Table(title="Codebook", columns=columns, rows=rows, notes=tuple(notes))
    out.table(table, {"codes": [as_data(line) for line in lines]}, invented=invented)


def _marked(line: CodeLine) -> str:
    return line.code.name + ("*" if line.code.category else "") + (" (retired)" if line.code.retired else "")


def as_data(line: CodeLine) -> dict[str, Any]:
    """A code as JSON."""
    code = line.code
    return {
        "id": code.id, "path": line.path, "name": code.name, "depth": line.depth, "parent": code.parent,
        "definition": code.definition, "inclusion": code.inclusion, "exclusion": code.exclusion,
        "example": code.example, "properties": code.properties, "colour": code.colour, "category": code.category,
        "retired": code.retired, "codings": line.codings, "unreviewed": line.unreviewed, "sources": line.sources,
    }  # fmt: skip


def defining(function: Any) -> Any:
    """The options that say what a code means."""
    for name, words in (
        ("example", "An example in words."),
        ("exclusion", "What it leaves out."),
        ("inclusion", "What it takes in."),
        ("definition", "What it means."),
    ):
        function = click.option(f"--{name}", metavar="TEXT", help=words)(function)
    return function


@member(
    codebook,
    "add",
    examples=["crosscase codebook peers.crosscase add supervision --under support --definition 'Formal, with a date.'"],
)
@target
@click.argument("name")
@click.option("--under", metavar="CODE", help="The code it lies under.")
@defining
@click.option("--colour", metavar="#RRGGBB", default="", help="Its colour; else the next one.")
@click.option("--category", is_flag=True, help="Take it up as an analytical category.")
@acting_options
def add(target: Target, name: str, under: str | None, colour: str, category: bool, who: Who, **given: Any) -> None:
    """Add a code."""
    from crosscase.model import Code
    from crosscase.verbs.codes import add_code

    with acting(target, who) as study:
        parent = study.find(Code, under).id if under else None
        texts = {key: text for key, text in given.items() if text}
        done = study.do(add_code, name, parent=parent, colour=colour, category=category, **texts)
        told(done, f"Added the code {path_of(study, done.value)!r}.", who, id=done.value)


def path_of(study: Study, code: str) -> str:
    """The path of a code."""
    from crosscase.model import Code
    from crosscase.reads.lookup import code_paths

    return code_paths(study.rows(Code))[code]


@member(codebook, "show", examples=["crosscase codebook peers.crosscase show disclosure"])
@target
@click.argument("code")
@table_output
def show(target: Target, code: str, out: Out) -> None:
    """Show a code with all that is written about it."""
    from crosscase.model import Code
    from crosscase.model.table import Column, Table
    from crosscase.reads.codebook import codebook as read_codebook

    with reading(target) as study:
        one = study.find(Code, code)
        line = next((each for each in read_codebook(study.store) if each.code.id == one.id), None)
        merged = path_of(study, one.merged_into) if one.merged_into else ""
        data = as_data(line) if line else {"id": one.id, "name": one.name, "merged_into": merged}
    rows = [(key.replace("_", " "), str(value)) for key, value in data.items() if value not in ("", None, [])]
    out.table(
        Table(
            title=data.get("path", one.name),
            columns=(Column("field", "Field"), Column("value", "Value")),
            rows=tuple(rows),
        ),
        {"code": data},
    )


@member(
    codebook,
    "define",
    examples=[
        "crosscase codebook peers.crosscase define disclosure --definition 'Telling others …' --because 'too wide'"
    ],
)
@target
@click.argument("code")
@defining
@click.option("--properties", metavar="TEXT", help="Properties of a category, and their dimensions.")
@click.option("--colour", metavar="#RRGGBB", help="Its colour.")
@click.option("--category/--no-category", default=None, help="Take it up as an analytical category, or no longer.")
@acting_options
def define(target: Target, code: str, colour: str | None, category: bool | None, who: Who, **given: str | None) -> None:
    """Say what a code means, and what it takes in and leaves out."""
    from crosscase.model import Code
    from crosscase.verbs.codes import colour_code, define_code, take_up_code

    texts = {name: text for name, text in given.items() if text is not None}
    if not texts and colour is None and category is None:
        message = (
            f"Say what to change: {', '.join(f'--{name}' for name in _TEXTS)}, --properties, --colour or --category."
        )
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        one = study.find(Code, code)
        if texts:
            told(study.do(define_code, one.id, **texts), f"Changed {', '.join(texts)} of {one.name!r}.", who)
        if colour is not None:
            told(study.do(colour_code, one.id, colour), f"{one.name!r} has the colour {colour} now.", who)
        if category is not None:
            done = study.do(take_up_code, one.id, category=category)
            told(done, f"{one.name!r} is {'a category' if category else 'no category'} now.", who)


@member(codebook, "rename", examples=["crosscase codebook peers.crosscase rename openness disclosure"])
@target
@click.argument("code")
@click.argument("name")
@acting_options
def rename(target: Target, code: str, name: str, who: Who) -> None:
    """Give a code another label."""
    from crosscase.model import Code
    from crosscase.verbs.codes import rename_code

    with acting(target, who) as study:
        one = study.find(Code, code)
        told(study.do(rename_code, one.id, name), f"{one.name!r} is called {name!r} now.", who)


@member(
    codebook,
    "move",
    examples=[
        "crosscase codebook peers.crosscase move supervision support",
        "crosscase codebook peers.crosscase move supervision --top",
    ],
)
@target
@click.argument("code")
@click.argument("under", required=False)
@click.option("--top", is_flag=True, help="To the top of the tree.")
@click.option("--position", type=int, metavar="N", help="Its place among those beside it.")
@acting_options
def move(target: Target, code: str, under: str | None, top: bool, position: int | None, who: Who) -> None:
    """Put a code under another, or at the top."""
    from crosscase.model import Code
    from crosscase.verbs.codes import move_code

    if top == (under is not None):
        message = "Name the code it shall lie under, or say --top."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        one = study.find(Code, code)
        done = study.do(move_code, one.id, parent=study.find(Code, under).id if under else None, position=position)
        told(done, f"Moved: {path_of(study, one.id)!r}.", who)


@member(
    codebook,
    "merge",
    examples=["crosscase codebook peers.crosscase merge 'being honest' disclosure --because 'the same'"],
)
@target
@click.argument("code")
@click.argument("into")
@acting_options
def merge(target: Target, code: str, into: str, who: Who) -> None:
    """Merge a code into another.

    Its codings are read under the other; undo, or 'part', gives every one back.
    """
    from crosscase.model import Code
    from crosscase.verbs.codes import merge_codes

    with acting(target, who) as study:
        one, kept = study.find(Code, code), study.find(Code, into)
        done = study.do(merge_codes, one.id, kept.id)
        told(
            done,
            f"Merged {one.name!r} into {kept.name!r} with {counted(done.value, 'coding')}.",
            who,
            codings=done.value,
        )


@member(codebook, "part", examples=["crosscase codebook peers.crosscase part 'being honest'"])
@target
@click.argument("code")
@acting_options
def part(target: Target, code: str, who: Who) -> None:
    """Take a merge back: the code stands on its own again."""
    from crosscase.model import Code
    from crosscase.verbs.codes import part_code

    with acting(target, who) as study:
        one = study.find(Code, code)
        told(study.do(part_code, one.id), f"{one.name!r} stands on its own again.", who)


@member(
    codebook,
    "split",
    examples=["crosscase codebook peers.crosscase split support 'support from peers' 3f2a9c1d 77b01e42"],
)
@target
@click.argument("code")
@click.argument("name")
@click.argument("codings", metavar="CODING...", nargs=-1, required=True)
@click.option("--definition", default="", metavar="TEXT", help="What the new code means.")
@acting_options
def split(target: Target, code: str, name: str, codings: tuple[str, ...], definition: str, who: Who) -> None:
    """Make a new code beside one, and give it the codings named.

    Codings are named by the last digits of their ids, as 'crosscase code STUDY --list' shows them.
    """
    from crosscase.model import Code, Coding
    from crosscase.verbs.codes import split_code

    with acting(target, who) as study:
        one = study.find(Code, code)
        chosen = [by_id(study, Coding, each).id for each in codings]
        done = study.do(split_code, one.id, name, chosen, definition=definition)
        told(
            done,
            f"Split {one.name!r}: {path_of(study, done.value)!r} has {counted(len(chosen), 'coding')}.",
            who,
            id=done.value,
        )


@member(
    codebook,
    "retire",
    examples=[
        "crosscase codebook peers.crosscase retire misc",
        "crosscase codebook peers.crosscase retire misc --back",
    ],
)
@target
@click.argument("code")
@click.option("--back", is_flag=True, help="Offer it again.")
@acting_options
def retire(target: Target, code: str, back: bool, who: Who) -> None:
    """Keep a code with its codings, but no longer offer it."""
    from crosscase.model import Code
    from crosscase.verbs.codes import retire_code

    with acting(target, who) as study:
        one = study.find(Code, code)
        done = study.do(retire_code, one.id, retired=not back)
        told(done, f"{one.name!r} is {'offered again' if back else 'retired; its codings stay'}.", who)


@member(
    codebook,
    "remove",
    examples=[
        "crosscase codebook peers.crosscase remove misc --dry-run",
        "crosscase codebook peers.crosscase remove misc",
    ],
)
@target
@click.argument("code")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@acting_options
def remove(target: Target, code: str, dry_run: bool, who: Who) -> None:
    """Remove a code with its codings; codes under it move up.

    It says what goes, and undo brings all of it back.
    """
    from crosscase.model import Code
    from crosscase.verbs.codes import remove_code

    with acting(target, who) as study:
        one = study.find(Code, code)
        if dry_run:
            gone = study.try_out(remove_code, one.id)
            if who.as_json:
                print_json({"would_remove": gone})
            else:
                say(f"Would remove: {went(gone)}. Nothing was changed.")
            return
        done = study.do(remove_code, one.id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)


@member(codebook, "history", examples=["crosscase codebook peers.crosscase history disclosure"])
@target
@click.argument("code")
@table_output
def history(target: Target, code: str, out: Out) -> None:
    """Show what was done to a code: every label, definition and place it had."""
    from crosscase.model import Code, Member
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        one = study.find(Code, code)
        names = {each.id: each.name for each in study.rows(Member)}
        paths = {each.id: path_of(study, each.id) for each in study.rows(Code)}
        steps = [
            {
                "entry": entry.id, "when": datetime.fromtimestamp(entry.wall / 1000).astimezone().isoformat(),
                "by": names.get(entry.by, ""), "field": field,
                "value": paths.get(value, value) if field in ("parent", "merged_into") else value,
                "because": entry.because,
            }
            for entry in study.store.entries_about("code", one.id)
            for field, value in _writes(entry, one.id)
        ]  # fmt: skip
    columns = (
        Column("when", "When"), Column("by", "Who"), Column("field", "Field"), Column("value", "Became"),
        Column("because", "Why"),
    )  # fmt: skip
    rows = tuple(
        (
            step["when"][:16].replace("T", " "), step["by"], step["field"].replace("_", " "),
            _shown(step["value"]), step["because"],
        )
        for step in steps
    )  # fmt: skip
    out.table(Table(title=f"History of {one.name}", columns=columns, rows=rows), {"history": steps})


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _writes(entry: Any, code: str) -> list[tuple[str, Any]]:
    """What an entry wrote about a code: fields and values."""
    from crosscase.journal.changes import Added, Changed

    found: list[tuple[str, Any]] = []
    for change in entry.changes:
        if isinstance(change, Added) and change.kind == "code":
            ids = change.rows(entry.id)
            if code in ids:
                at = ids.index(code)
                values = {name: packed.values(len(ids))[at] for name, packed in change.columns.items()}
                found += [(name, values[name]) for name in ("name", "parent", *_TEXTS) if values.get(name)]
        elif isinstance(change, Changed) and change.kind == "code" and code in change.ids:
            after = change.after.values(len(change.ids))[change.ids.index(code)]
            found.append((change.field, after))
    return found
