"""Two things with one name: making them one, or naming one of them otherwise.

Cases, participants, members and codes are merged by a signpost, which can be taken away again. Of any other kind, what
names the one is made to name the other, what the other does not say is filled in, and the one is removed; that is one
act, and can be undone.

What a careful reader would get wrong: a row whose id is made from what it is about (an attribute's value, evidence) is
not moved but made again for the thing that is kept; where that has one already, its own stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from crosscase.model import KINDS, Field, Id, Kind, kind_named
from crosscase.store.act import Act
from crosscase.verbs.attributes import value_id
from crosscase.verbs.cases import change_case, merge_cases
from crosscase.verbs.checks import label, refuse_twin
from crosscase.verbs.codes import merge_codes, rename_code
from crosscase.verbs.fieldwork import attendance_id
from crosscase.verbs.members import merge_members, rename_member
from crosscase.verbs.participants import change_participant, merge_participants
from crosscase.verbs.readings import reading_id
from crosscase.verbs.sample import target_id
from crosscase.verbs.sets import set_member_id
from crosscase.verbs.themes import evidence_id, lineage_id

_MERGE: Mapping[str, Callable[[Act, Id, Id], Any]] = {
    "code": merge_codes,
    "participant": merge_participants,
    "case": merge_cases,
    "member": merge_members,
}

_MADE_FROM: Mapping[str, tuple[Callable[[Id, Id], Id], str, str]] = {
    "attribute_value": (value_id, "attribute", "of"),
    "target": (target_id, "case", "role"),
    "attendance": (attendance_id, "interview", "participant"),
    "reading": (reading_id, "member", "source"),
    "evidence": (evidence_id, "theme", "coding"),
    "lineage": (lineage_id, "theme", "origin"),
    "set_member": (set_member_id, "set", "thing"),
}
"""How ids are made from what a row is about."""


def make_one(act: Act, kind: str, twins: Sequence[Id], kept: Id) -> None:
    """Make twins one: what was written about the others is read under the one that is kept."""
    for twin in twins:
        if twin != kept:
            merge = _MERGE.get(kind)
            if merge is not None:
                merge(act, twin, kept)
            else:
                _give_over(act, kind_named(kind), twin, kept)


def rename_twin(act: Act, kind: str, twin: Id, name: str) -> None:
    """Give one of the twins another name.

    Raises:
        TakenError, CodeExistsError: another has that as well.
        NoNameError: it is empty.
    """
    if kind == "code":
        rename_code(act, twin, name)
    elif kind == "participant":
        change_participant(act, twin, identifier=name)
    elif kind == "case":
        change_case(act, twin, code=name)
    elif kind == "member":
        rename_member(act, twin, name)
    else:
        described = kind_named(kind)
        field = next(name for name in described.identity if described.field(name).words)
        new = label(name, f"A {kind.replace('_', ' ')} needs a name.")
        mine = act.get(described.row, twin)
        beside = [name for name in described.identity if name != field]
        others = act.rows(described.row, **{name: getattr(mine, name) for name in beside})
        refuse_twin(others, field, new, but=twin)
        act.change_all(described.row, field, {twin: new})


def _give_over(act: Act, kind: Kind, twin: Id, kept: Id) -> None:
    for user in KINDS:
        for field in user.stored:
            if field.refers in (kind.name, "*"):
                _name_instead(act, user, field, twin, kept)
    _fill_in(act, kind, twin, kept)
    act.remove_whole(kind.row, [twin])


def _fill_in(act: Act, kind: Kind, twin: Id, kept: Id) -> None:
    """Where the one that is kept says nothing, it takes what the other says."""
    theirs, mine = act.get(kind.row, twin), act.get(kind.row, kept)
    for field in kind.stored:
        value = getattr(theirs, field.name)
        if field.name != "position" and not field.tree and not getattr(mine, field.name) and value:
            act.change_all(kind.row, field.name, {kept: value})


def _name_instead(act: Act, user: Kind, field: Field, twin: Id, kept: Id) -> None:
    naming = act.rows(user.row, **{field.name: twin})
    made = _MADE_FROM.get(user.name)
    if made is None or field.name not in made[1:]:
        act.change_all(user.row, field.name, {row.id: kept for row in naming if row.id != kept})
        return
    id_of, one, other = made
    moved = []
    for row in naming:
        again = msgspec.structs.replace(row, **{field.name: kept})
        moved.append(msgspec.structs.replace(again, id=id_of(getattr(again, one), getattr(again, other))))
    there = {row.id for row in act.rows(user.row, id=[row.id for row in moved])}
    act.ensure_all([row for row in moved if row.id not in there])
    act.remove(user.row, [row.id for row in naming])
