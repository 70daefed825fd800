"""Named sets of sources, participants or codes: the `sets` commands.

Wherever a filter takes a name (`--source`, `--participant`, `--code`), `set:NAME` means everything in the set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import ids
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.model import Row
    from crosscase.study import Study

OF = ("source", "participant", "code")

sets = group(
    "sets",
    default="list",
    about=(
        "Put sources, participants or codes into named sets.\n\nWherever a filter takes a name, set:NAME means "
        "everything in the set, as in 'crosscase matrix peers.crosscase --source set:first'."
    ),
    examples=[
        "crosscase sets peers.crosscase add 'first round' STA1SU01 STA1MA02 --of source",
        "crosscase sets peers.crosscase put 'first round' VOL1PW01",
    ],
)


def _row(of: str) -> type[Row]:
    from crosscase.model import kind_named

    return kind_named(of).row


def _named(study: Study, of: str, things: list[str]) -> list[str]:
    """What things of a set are called."""
    from crosscase.model import Code
    from crosscase.reads.lookup import NAMES, code_paths

    row = _row(of)
    if row is Code:
        paths = code_paths(study.rows(Code))
        return sorted(paths[thing] for thing in things if thing in paths)
    return sorted(NAMES[row](one)[0] for one in study.rows(row, id=things))


@member(sets, "list", examples=["crosscase sets peers.crosscase --json"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List the sets with what is in them."""
    from crosscase.model import Set, SetMember
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        data: list[dict[str, Any]] = []
        for one in sorted(study.rows(Set), key=lambda one: (one.of, one.name)):
            things = [each.thing for each in study.rows(SetMember, set=one.id)]
            data.append({"id": one.id, "name": one.name, "of": one.of, "things": _named(study, one.of, things)})
    columns = (
        Column("name", "Set"), Column("of", "Of"), Column("count", "Things", "count"), Column("things", "In it"),
    )  # fmt: skip
    rows = tuple((one["name"], f"{one['of']}s", len(one["things"]), ", ".join(one["things"])) for one in data)
    out.table(Table(title="Sets", columns=columns, rows=rows), {"sets": data})


@member(sets, "add", examples=["crosscase sets peers.crosscase add 'first round' STA1SU01 STA1MA02 --of source"])
@target
@click.argument("name")
@click.argument("things", metavar="[THING]...", nargs=-1)
@click.option("--of", type=click.Choice(OF), default="source", show_default=True, help="What it is a set of.")
@acting_options
def add(target: Target, name: str, things: tuple[str, ...], of: str, who: Who) -> None:
    """Make a set, with these in it to begin with."""
    from crosscase.verbs.sets import add_set

    with acting(target, who) as study:
        chosen = ids(study, _row(of), things)
        done = study.do(add_set, of, name, chosen)  # type: ignore[arg-type] # checked by Click
        told(done, f"Made the set {name!r} with {counted(len(chosen), of)}.", who, id=done.value)


@member(sets, "put", examples=["crosscase sets peers.crosscase put 'first round' VOL1PW01"])
@target
@click.argument("name")
@click.argument("things", metavar="THING...", nargs=-1, required=True)
@acting_options
def put(target: Target, name: str, things: tuple[str, ...], who: Who) -> None:
    """Put things into a set."""
    from crosscase.model import Set
    from crosscase.verbs.sets import put_into_set

    with acting(target, who) as study:
        one = study.find(Set, name)
        done = study.do(put_into_set, one.id, ids(study, _row(one.of), things))
        told(done, f"Put {counted(done.value, one.of)} into {one.name!r}.", who)


@member(sets, "take", examples=["crosscase sets peers.crosscase take 'first round' VOL1PW01"])
@target
@click.argument("name")
@click.argument("things", metavar="THING...", nargs=-1, required=True)
@acting_options
def take(target: Target, name: str, things: tuple[str, ...], who: Who) -> None:
    """Take things out of a set; they stay in the study."""
    from crosscase.model import Set
    from crosscase.verbs.sets import take_out_of_set

    with acting(target, who) as study:
        one = study.find(Set, name)
        done = study.do(take_out_of_set, one.id, ids(study, _row(one.of), things))
        told(done, f"Took {counted(done.value, one.of)} out of {one.name!r}.", who)


@member(sets, "remove", examples=["crosscase sets peers.crosscase remove 'first round'"])
@target
@click.argument("name")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove a set; what was in it stays in the study."""
    from crosscase.model import Set
    from crosscase.verbs.sets import remove_set

    with acting(target, who) as study:
        one = study.find(Set, name)
        told(study.do(remove_set, one.id), f"Removed the set {one.name!r}.", who)
