"""Who works on the study: the `members` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from crosscase.cli.output import Out, say, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.model import Member

PERMISSIONS = ("owner", "editor", "coder", "reader", "independent coder")

members = group(
    "members",
    default="list",
    about=(
        "List the members and say what they may do.\n\nPermissions are checked when somebody acts; a file cannot keep "
        "anybody from changing it with other means. Perspectives are the member's own: only they describe and share "
        "them."
    ),
    examples=[
        "crosscase members peers.crosscase",
        "crosscase members peers.crosscase add Tariq --permission coder",
        "crosscase members peers.crosscase me Tariq",
        "crosscase members peers.crosscase perspectives 'lived experience' academic --as Tariq",
    ],
)


@member(members, "list", examples=["crosscase members peers.crosscase --json"])
@target
@table_output
def list_(target: Target, out: Out) -> None:
    """List members with what they may do and what they have coded."""
    from crosscase.model import Coding, Member
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        known = sorted((one for one in study.rows(Member) if one.merged_into is None), key=lambda one: one.name)
        codings: dict[str, int] = {}
        for coding in study.rows(Coding):
            codings[coding.member] = codings.get(coding.member, 0) + 1
        data = [_as_data(one, codings.get(one.id, 0)) for one in known]
    columns = (
        Column("name", "Member"), Column("permission", "May do as"), Column("nature", "Is a"),
        Column("codings", "Codings", "count"), Column("perspectives", "Perspectives"),
    )  # fmt: skip
    rows = tuple((one.name, one.permission, one.nature, codings.get(one.id, 0), _perspectives(one)) for one in known)
    out.table(Table(title="Members", columns=columns, rows=rows), {"members": data})


@member(members, "me", examples=["crosscase members peers.crosscase me Ines"])
@target
@click.argument("name", metavar="MEMBER")
def me(target: Target, name: str) -> None:
    """Say once who you are in this study; --as and CROSSCASE_MEMBER still come first."""
    with reading(target) as study:
        found = study.i_am(name)
    say(f"On this machine you are {found.name} in this study, unless --as or CROSSCASE_MEMBER says otherwise.")


def _perspectives(one: Member) -> str:
    if not one.perspectives:
        return ""
    return ", ".join(one.perspectives) if one.perspectives_shared else f"{len(one.perspectives)}, not shared"


def _as_data(one: Member, codings: int) -> dict[str, object]:
    # Perspectives leave the study only with the member's consent.
    return {
        "id": one.id, "name": one.name, "nature": one.nature, "permission": one.permission,
        "perspectives": list(one.perspectives) if one.perspectives_shared else None, "codings": codings,
    }  # fmt: skip


@member(members, "add", examples=["crosscase members peers.crosscase add Tariq --permission coder --as Ines"])
@target
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--permission", type=click.Choice(PERMISSIONS), default="editor", show_default=True, help="What they may do."
)
@click.option("--machine", is_flag=True, help="It is a machine, and is declared to be one.")
@acting_options
def add(target: Target, names: tuple[str, ...], permission: str, machine: bool, who: Who) -> None:
    """Add members."""
    add_members(target, names, permission, machine=machine, who=who)


def add_members(target: Target, names: tuple[str, ...], permission: str, *, machine: bool, who: Who) -> None:
    """Add members, one entry each."""
    from crosscase.verbs.members import add_member

    with acting(target, who) as study:
        for name in names:
            nature = "machine" if machine else "person"
            done = study.do(add_member, name, permission=permission, nature=nature)  # type: ignore[arg-type] # checked by Click
            told(done, f"Added {name}, who may act as {permission}.", who, id=done.value)


@member(members, "permit", examples=["crosscase members peers.crosscase permit Tariq editor --as Ines"])
@target
@click.argument("name")
@click.argument("permission", type=click.Choice(PERMISSIONS))
@acting_options
def permit(target: Target, name: str, permission: str, who: Who) -> None:
    """Say what a member may do."""
    from crosscase.model import Member
    from crosscase.verbs.members import permit_member

    with acting(target, who) as study:
        one = study.find(Member, name)
        done = study.do(permit_member, one.id, permission)  # type: ignore[arg-type] # checked by Click
        told(done, f"{one.name} may act as {permission} now.", who)


@member(members, "rename", examples=["crosscase members peers.crosscase rename Ines 'Inês Rocha' --as Ines"])
@target
@click.argument("name")
@click.argument("new_name")
@acting_options
def rename(target: Target, name: str, new_name: str, who: Who) -> None:
    """Give a member another name."""
    from crosscase.model import Member
    from crosscase.verbs.members import rename_member

    with acting(target, who) as study:
        one = study.find(Member, name)
        told(study.do(rename_member, one.id, new_name), f"{one.name} is called {new_name} now.", who)


@member(
    members,
    "perspectives",
    examples=["crosscase members peers.crosscase perspectives clinical academic --share --as Ines"],
)
@target
@click.argument("perspectives", metavar="WORD...", nargs=-1)
@click.option("--share/--no-share", default=None, help="Consent to their leaving the study, or take that back.")
@acting_options
def perspectives(target: Target, perspectives: tuple[str, ...], share: bool | None, who: Who) -> None:
    """Say from which perspectives you look at the study.

    Your own only. They stay in the study unless you share them.
    """
    from crosscase.verbs.members import describe_perspectives, share_perspectives

    if not perspectives and share is None:
        message = "Name perspectives, or say --share or --no-share."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        me = study.member()
        if perspectives:
            done = study.do(describe_perspectives, me.id, perspectives)
            told(done, f"{me.name}: {', '.join(perspectives)}.", who)
        if share is not None:
            shared = study.do(share_perspectives, me.id, shared=share)
            told(shared, "They may leave the study." if share else "They stay in the study.", who)


@member(members, "merge", examples=["crosscase members peers.crosscase merge 'I. Rocha' Ines --as Ines"])
@target
@click.argument("name")
@click.argument("into")
@acting_options
def merge(target: Target, name: str, into: str, who: Who) -> None:
    """Say that two members are one person."""
    from crosscase.model import Member
    from crosscase.verbs.members import merge_members

    with acting(target, who) as study:
        one, kept = study.find(Member, name), study.find(Member, into)
        told(study.do(merge_members, one.id, kept.id), f"What {one.name} did counts as {kept.name}'s now.", who)


@member(members, "remove", examples=["crosscase members peers.crosscase remove Tariq --as Ines"])
@target
@click.argument("name")
@acting_options
def remove(target: Target, name: str, who: Who) -> None:
    """Remove a member who has done nothing yet."""
    from crosscase.model import Member
    from crosscase.verbs.members import remove_member

    with acting(target, who) as study:
        done = study.do(remove_member, study.find(Member, name).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)
