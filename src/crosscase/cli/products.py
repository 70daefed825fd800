"""What was made of the study and may have left it: the `products` commands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.model import short

products = group(
    "products",
    default="list",
    about=(
        "List reports and files that were made of the study, and whose words are in them.\n\nThey are put on record as "
        "they are written. Nobody knows where they have gone since, unless it is written down: 'products note'."
    ),
    examples=[
        "crosscase products peers.crosscase",
        "crosscase products peers.crosscase list --of STA1SU01",
        "crosscase products peers.crosscase note 3f2a9c1d 'sent to the journal on 3 May'",
    ],
)


@member(products, "list", examples=["crosscase products peers.crosscase --json"])
@target
@click.option("--of", metavar="IDENTIFIER", help="Only those with this participant's words.")
@table_output
def list_(target: Target, of: str | None, out: Out) -> None:
    """List products on record, the oldest first, with whose words are in which."""
    from crosscase.model import Participant
    from crosscase.model.table import Column, Table
    from crosscase.reads.products import products as on_record

    with reading(target) as study:
        lines = on_record(study.store, of=study.find(Participant, of).id if of else None)
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "when": _when(one.when), "nature": one.nature, "file": one.file, "form": one.form,
            "member": one.member, "participants": list(one.participants), "version": one.version, "note": one.note,
        }
        for one in lines
    ]  # fmt: skip
    columns = (
        Column("id", "Id"), Column("when", "When"), Column("nature", "What"), Column("file", "File"),
        Column("member", "By"), Column("count", "People", "count"), Column("participants", "Whose words"),
        Column("version", "Of version"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple(
        (
            one["id"] if out.path else short(one["id"]), one["when"][:16].replace("T", " "), one["nature"],
            one["file"], one["member"], len(one["participants"]), ", ".join(one["participants"]),
            one["version"] if out.path else one["version"][:12], one["note"],
        )
        for one in data
    )  # fmt: skip
    title = f"Products with the words of {of}" if of else "Products on record"
    out.table(Table(title=title, columns=columns, rows=rows), {"products": data})


def _when(wall: int) -> str:
    return datetime.fromtimestamp(wall / 1000).astimezone().isoformat() if wall else ""


@member(products, "note", examples=["crosscase products peers.crosscase note 3f2a9c1d 'sent to the journal on 3 May'"])
@target
@click.argument("product")
@click.argument("text")
@acting_options
def note(target: Target, product: str, text: str, who: Who) -> None:
    """Write down where a product went, and to whom."""
    from crosscase.model import Product
    from crosscase.verbs.products import note_product

    with acting(target, who) as study:
        one = by_id(study, Product, product)
        told(study.do(note_product, one.id, text), f"Noted of {one.file}.", who)


@member(products, "remove", examples=["crosscase products peers.crosscase remove 3f2a9c1d --because 'a trial run'"])
@target
@click.argument("names", metavar="PRODUCT...", nargs=-1, required=True)
@acting_options
def remove(target: Target, names: tuple[str, ...], who: Who) -> None:
    """Take products off the record that never left, or are no more."""
    from crosscase.model import Product
    from crosscase.verbs.products import forget_products

    with acting(target, who) as study:
        done = study.do(forget_products, [by_id(study, Product, each).id for each in names])
        told(done, f"Off the record: {counted(done.value, 'product')}.", who)
