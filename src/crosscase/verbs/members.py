"""Who works on the study: members, what they may do, and the perspectives they bring.

Permissions are the owners' business. Perspectives are the member's own: only they say what these are and whether they
may leave the study. A study always keeps an owner who is a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from crosscase.errors import RefusedError
from crosscase.model import Id, Member, Reading
from crosscase.model.people import Permission
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, label, labels, merge_into, part, refuse_twin, refuse_while_named
from crosscase.verbs.registry import MAY, Verb


class LastOwnerError(RefusedError):
    """The study would be left without an owner."""

    code = "last-owner"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the only owner of this study. Make another member its owner first.")


class MachineOwnerError(RefusedError):
    """A machine is to own the study."""

    code = "machine-owner"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is declared to be a machine and cannot own a study. Give it another permission.")


class NotOneError(RefusedError):
    """A person and a machine are to be one member."""

    code = "not-one"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} cannot be merged: one is a person and the other a machine.")


class NotYoursError(RefusedError):
    """Something that only the member themselves may do."""

    code = "not-yours"

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"Only {name} may {what}.")


def add_member(
    act: Act, name: str, *, permission: Permission = "editor", nature: Literal["person", "machine"] = "person"
) -> Id:
    """Add somebody who works on the study: a person, or a machine that is declared to be one."""
    name = label(name, "A member needs a name.")
    choice(permission, Permission, "permission")
    choice(nature, Literal["person", "machine"], "kind of member")
    if nature == "machine" and permission == "owner":
        raise MachineOwnerError(name)
    refuse_twin(act.rows(Member), "name", name)
    return act.add(Member(name=name, permission=permission, nature=nature)).id


def rename_member(act: Act, member: Id, name: str) -> None:
    """Give a member another name: oneself, or as an owner anybody."""
    known = act.get(Member, member)
    if member != act.by and "own" not in MAY[act.get(Member, act.by).permission]:
        raise NotYoursError(known.name, "change that name, or an owner of the study")
    name = label(name, "A member needs a name.")
    refuse_twin(act.rows(Member), "name", name, but=member)
    act.change(Member, member, name=name)


def permit_member(act: Act, member: Id, permission: Permission) -> None:
    """Say what a member may do."""
    known = act.get(Member, member)
    choice(permission, Permission, "permission")
    if permission == "owner" and known.nature == "machine":
        raise MachineOwnerError(known.name)
    if permission != "owner":
        _keep_an_owner(act, known)
    act.change(Member, member, permission=permission)


def describe_perspectives(act: Act, member: Id, perspectives: Sequence[str]) -> None:
    """Say from which perspectives one looks at the study (academic, clinical, lived experience, …); oneself only."""
    _own(act, member, "say which perspectives are theirs")
    act.change(Member, member, perspectives=labels(perspectives))


def share_perspectives(act: Act, member: Id, *, shared: bool = True) -> None:
    """Consent to one's perspectives leaving the study, or take the consent back; oneself only."""
    _own(act, member, "share their perspectives, or stop sharing them")
    act.change(Member, member, perspectives_shared=shared)


def merge_members(act: Act, member: Id, into: Id) -> None:
    """Say that two members are one person; what the first did counts as the second's."""
    merged, kept = act.get(Member, member), act.get(Member, into)
    if merged.nature != kept.nature:
        raise NotOneError(merged.name, kept.name)
    if kept.permission != "owner":
        _keep_an_owner(act, merged)
    merge_into(act, Member, member, into, (merged.name, kept.name))


def part_member(act: Act, member: Id) -> None:
    """Take a merge back: the member stands alone again."""
    part(act, Member, member, act.get(Member, member).name)


def remove_member(act: Act, member: Id) -> dict[str, int]:
    """Remove a member who has done nothing yet; readings that are still to do go with them.

    Raises:
        StillNamedError: codings, memos or other work of theirs are there.
        LastOwnerError: nobody would own the study.
    """
    known = act.get(Member, member)
    _keep_an_owner(act, known)
    assigned = act.rows(Reading, member=member, progress="to do")
    gone = act.remove_whole(Reading, [reading.id for reading in assigned]) if assigned else {}
    refuse_while_named(
        act, Member, member, known.name,
        "Work is not removed with the person: merge them into another member, or let them only read.",
    )  # fmt: skip
    return {**gone, **act.remove_whole(Member, [member])}


def _keep_an_owner(act: Act, leaving: Member) -> None:
    owners = [m for m in act.rows(Member, permission="owner") if m.merged_into is None and m.nature == "person"]
    if {owner.id for owner in owners} == {leaving.id}:
        raise LastOwnerError(leaving.name)


def _own(act: Act, member: Id, what: str) -> None:
    known = act.get(Member, member)
    if member != act.by:
        raise NotYoursError(known.name, what)


VERBS = (
    Verb("member.add", add_member, "own"),
    Verb("member.rename", rename_member, "read"),
    Verb("member.permit", permit_member, "own"),
    Verb("member.perspectives", describe_perspectives, "read"),
    Verb("member.share_perspectives", share_perspectives, "read"),
    Verb("member.merge", merge_members, "own"),
    Verb("member.part", part_member, "own"),
    Verb("member.remove", remove_member, "own"),
)
