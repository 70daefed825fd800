"""Words of an import that stand at several places: asked about at a terminal, or written as a table to fill in.

The table is itself a table of coded quotations: somebody writes the number of the place that is meant into the column
`occurrence` and imports it like any other. Rows that are left blank stay open and are listed again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import counted, note, shown, write

if TYPE_CHECKING:
    from crosscase.model.bundle import Bundle
    from crosscase.verbs.taken import TakenIn

COLUMNS = ("row", "document", "code", "coder", "comment", "weight", "quotation", "occurrence", "places")


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def may_be_open(bundle: Bundle) -> bool:
    """Whether anything in a bundle lies by its words alone."""
    return any(one.quote and not one.occurrence for one in (*bundle.codings, *bundle.marks))


def asked(bundle: Bundle, taken: TakenIn) -> Bundle:
    """The same bundle, with the places that somebody chose; empty leaves one open, `q` all that are left."""
    from crosscase.verbs.open_words import at_places, quotations

    chosen: dict[tuple[str, str], int] = {}
    waiting = quotations(taken.open)
    if waiting:
        several = counted(len(waiting), "quotation")
        note(f"{several} at several places. Choose by number; empty leaves it open, q ends.")
    for number, one in enumerate(waiting, 1):
        codes = ", ".join(one.codes) or "no code"
        note("")
        note(f"{number} of {len(waiting)}: {shown(one.row)} ({shown(codes)}), in {shown(one.source)}:")
        for at, place in enumerate(one.places, 1):
            note(f"  {at}: {shown(place)}")
        answer = _answer(len(one.places))
        if answer is None:
            break
        if answer:
            chosen[one.row, one.quote] = answer
    return at_places(bundle, chosen)


def _answer(most: int) -> int | None:
    """A number from 1 on; 0: leave it open; None: leave the rest open."""
    while True:
        said = click.prompt("Which", default="", show_default=False, err=True).strip()
        if not said:
            return 0
        if said.casefold() in ("q", "quit"):
            return None
        if said.isascii() and said.isdigit() and 1 <= int(said) <= most:
            return int(said)
        note(f"Type a number from 1 to {most}, nothing, or q.")


def write_open(taken: TakenIn, path: Path) -> None:
    """The open rows as a table that can be filled in and imported."""
    from crosscase.model.table import Column, Table

    rows = tuple(
        (
            one.row, one.source, one.code, one.coder, one.comment, one.weight or "", one.quote, "",
            "\n".join(f"{at}: {place}" for at, place in enumerate(one.places, 1)),
        )
        for one in taken.open
    )  # fmt: skip
    columns = tuple(Column(name, name) for name in COLUMNS)
    write([Table(title="quotations at several places", columns=columns, rows=rows)], path)
