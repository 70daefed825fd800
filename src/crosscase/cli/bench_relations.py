"""The `bench` commands about how categories hang together: relations, and the core category.

`bench` itself stands in `cli.bench`; the listing names this module, so that its commands are all there.
"""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.bench import NATURES, bench
from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import member

__all__ = ["bench"]


@member(
    bench,
    "relate",
    examples=[
        "crosscase bench peers.crosscase relate disclosure condition trust 3f2a9c1d --note 'who trusts tells'",
        "crosscase bench peers.crosscase relate disclosure condition trust --remove",
    ],
)
@target
@click.argument("category")
@click.argument("nature", type=click.Choice(NATURES))
@click.argument("to", metavar="OTHER")
@click.argument("codings", metavar="[CODING]...", nargs=-1)
@click.option("--note", default="", metavar="TEXT", help="What is to be said of it.")
@click.option("--remove", "removing", is_flag=True, help="Remove the relation, or these segments from it.")
@acting_options
def relate(
    target: Target, category: str, nature: Any, to: str, codings: tuple[str, ...], note: str, removing: bool, who: Who
) -> None:
    """Say that a category has another one as its condition, context, action or consequence.

    A relation rests on at least one coding of the two.
    """
    from crosscase.model import Code, Coding, Relation
    from crosscase.verbs.relations import (
        add_relation,
        note_relation,
        relation_id,
        release_relation,
        remove_relation,
    )

    with acting(target, who) as study:
        one, other = study.find(Code, category), study.find(Code, to)
        known = relation_id(one.id, other.id, nature)
        chosen = [by_id(study, Coding, each).id for each in codings]
        if removing:
            if chosen:
                gone = study.do(release_relation, known, chosen)
                told(gone, f"Took {counted(gone.value, 'segment')} away from under it.", who)
            else:
                told(study.do(remove_relation, known), "Removed the relation.", who)
            return
        if note and not chosen and study.get(Relation, known) is not None:
            told(study.do(note_relation, known, note), "Wrote the note.", who, id=known)
            return
        done = study.do(add_relation, one.id, other.id, nature, chosen, note=note)
        told(done, f"{other.name!r} is {nature} of {one.name!r}.", who, id=done.value)


@member(bench, "relations", examples=["crosscase bench peers.crosscase relations"])
@target
@table_output
def relations(target: Target, out: Out) -> None:
    """List the relations of categories with the number of segments that each rests on."""
    from crosscase.model import Code, Ground, Relation
    from crosscase.model.table import Column, Table
    from crosscase.reads.lookup import code_paths

    with reading(target) as study:
        paths = code_paths(study.rows(Code))
        ground: dict[str, list[str]] = {}
        for one in study.rows(Ground):
            ground.setdefault(one.relation, []).append(one.coding)
        data: list[dict[str, Any]] = [
            {
                "id": one.id, "category": paths.get(one.category, ""), "nature": one.nature,
                "to": paths.get(one.to, ""), "codings": sorted(ground.get(one.id, ())), "note": one.note,
            }
            for one in study.rows(Relation)
        ]  # fmt: skip
        invented = study.settings().invented
    data.sort(key=lambda one: (one["category"], NATURES.index(one["nature"]), one["to"]))
    columns = (
        Column("category", "Category"), Column("nature", "Has as its"), Column("to", "Category"),
        Column("codings", "Segments", "count"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple((one["category"], one["nature"], one["to"], len(one["codings"]), one["note"]) for one in data)
    notes = [invented] if invented else []
    if any(not one["codings"] for one in data):
        notes.append("A relation without segments rests on nothing any more: give it one, or remove it.")
    title = "How categories hang together"
    out.table(
        Table(title=title, columns=columns, rows=rows, notes=tuple(notes)), {"relations": data}, invented=invented
    )


@member(bench, "core", examples=["crosscase bench peers.crosscase core Main disclosure"])
@target
@click.argument("analysis")
@click.argument("category", required=False)
@click.option("--none", "without", is_flag=True, help="The analysis has no core category.")
@acting_options
def core(target: Target, analysis: str, category: str | None, without: bool, who: Who) -> None:
    """Choose the core category of an analysis; 'bench STUDY' says how much it covers."""
    from crosscase.model import Analysis, Code
    from crosscase.verbs.analyses import choose_core

    if (category is None) == (not without):
        message = "Name the category, or say --none."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        of = study.find(Analysis, analysis)
        code = study.find(Code, category) if category else None
        done = study.do(choose_core, of.id, code.id if code else None)
        told(done, f"The core category of {of.name!r} is {code.name if code else 'none'}.", who)
