"""The sample that was planned, and what became of it: sampling roles, the frame's targets, the recruitment log.

A role is a row of the frame and has one or more identifier codes (strategic manager: SM, CO). The log holds counts and
reasons, never names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Case, Id, Participant, Recruitment, Role, Target, derived_id
from crosscase.model.values import date_or_as_given
from crosscase.store.act import Act
from crosscase.verbs.checks import (
    TakenError,
    all_there,
    choice,
    given,
    label,
    last_position,
    put_in_order,
    refuse_twin,
    refuse_while_named,
)
from crosscase.verbs.registry import Verb

Step = Literal["approached", "declined", "withdrew"]

_NO_NAME = "A sampling role needs a name."
_CODE = "role code"


class CountError(BadValueError):
    """A count that no people can have."""

    code = "count"

    def __init__(self, count: int, what: str) -> None:
        super().__init__(f"{count} cannot be {what}. Nothing was changed.")


class RoleCodeError(BadValueError):
    """An identifier code that would not stand in an identifier."""

    code = "role-code"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot be an identifier code: it has a space in it. Write it like MA.")


class NamesSomebodyError(RefusedError):
    """The recruitment log names nobody."""

    code = "names-somebody"

    def __init__(self, identifier: str) -> None:
        super().__init__(
            f"The reason has the name of {identifier} in it. The recruitment log holds counts and reasons, never names."
        )


def target_id(case: Id, role: Id) -> Id:
    """The id of a cell of the frame."""
    return derived_id("target", case, role)


# Sampling roles


def add_role(act: Act, name: str, *, codes: Sequence[str] = ()) -> Id:
    """Add a sampling role with its identifier codes, behind the others."""
    name = label(name, _NO_NAME)
    known = act.rows(Role)
    refuse_twin(known, "name", name)
    return act.add(Role(name=name, codes=_codes(known, codes), position=last_position(known))).id


def change_role(act: Act, role: Id, *, name: str | None = None, codes: Sequence[str] | None = None) -> None:
    """Change the name of a sampling role, or its codes (all of them). Identifiers that have a code keep it."""
    act.get(Role, role)
    others = [each for each in act.rows(Role) if each.id != role]
    fields: dict[str, Any] = {}
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(others, "name", fields["name"])
    if codes is not None:
        fields["codes"] = _codes(others, codes)
    act.change(Role, role, **fields)


def order_roles(act: Act, roles: Sequence[Id]) -> None:
    """Put sampling roles in this order in every table; those not named follow as they stood."""
    put_in_order(act, Role, roles, sorted(act.rows(Role), key=lambda role: (role.position, role.name)))


def remove_role(act: Act, role: Id) -> dict[str, int]:
    """Remove a sampling role with its targets and recruitment log; how many of each kind went.

    Raises:
        StillNamedError: participants have it.
    """
    known = act.get(Role, role)
    refuse_while_named(act, Role, role, known.name, "Give them another role first.")
    return act.remove_whole(Role, [role])


def _codes(others: Sequence[Role], codes: Sequence[str]) -> tuple[str, ...]:
    """Identifier codes as they are kept; those of different roles must differ."""
    taken = {code.casefold() for role in others for code in role.codes}
    kept = tuple(dict.fromkeys(code.strip() for code in codes if code.strip()))
    for code in kept:
        if any(character.isspace() for character in code):
            raise RoleCodeError(code)
        if code.casefold() in taken:
            raise TakenError(_CODE, code, "code")
    return kept


# The frame


def set_targets(act: Act, targets: Mapping[tuple[Id, Id], int | None]) -> int:
    """Say how many are planned for many cells (case, role) at once; None takes a target away. How many changed.

    No target and a target of 0 are different: the second says that nobody was wanted there.
    """
    all_there(act, Case, [case for case, _ in targets])
    all_there(act, Role, [role for _, role in targets])
    for planned in targets.values():
        if planned is not None and planned < 0:
            raise CountError(planned, "planned")
    now = {(target.case, target.role): target for target in act.rows(Target)}
    fresh = [
        Target(id=target_id(case, role), case=case, role=role, planned=planned)
        for (case, role), planned in targets.items()
        if planned is not None and ((case, role) not in now or now[case, role].planned != planned)
    ]
    gone = [now[cell].id for cell, planned in targets.items() if planned is None and cell in now]
    act.ensure_all(fresh)
    act.remove_whole(Target, gone)
    return len(fresh) + len(gone)


# The recruitment log


def log_recruitment(
    act: Act, case: Id, role: Id, step: Step, count: int = 1, *, reason: str = "", date: str = ""
) -> Id:
    """Write into the recruitment log that so many people were approached, declined or withdrew, and why."""
    act.get(Case, case)
    act.get(Role, role)
    choice(step, Step, "step of recruitment")
    _check_line(act, count, reason)
    return act.add(
        Recruitment(case=case, role=role, step=step, count=count, reason=reason.strip(), date=date_or_as_given(date))
    ).id


def change_recruitment(
    act: Act,
    line: Id,
    *,
    step: Step | None = None,
    count: int | None = None,
    reason: str | None = None,
    date: str | None = None,
) -> None:
    """Correct a line of the recruitment log; what is not given stays."""
    fields = given(step=step, count=count)
    if step is not None:
        choice(step, Step, "step of recruitment")
    _check_line(act, 1 if count is None else count, reason or "")
    if reason is not None:
        fields["reason"] = reason.strip()
    if date is not None:
        fields["date"] = date_or_as_given(date)
    act.change(Recruitment, line, **fields)


def remove_recruitment(act: Act, line: Id) -> None:
    """Take a line out of the recruitment log."""
    act.get(Recruitment, line)
    act.remove_whole(Recruitment, [line])


def _check_line(act: Act, count: int, reason: str) -> None:
    if count < 1:
        raise CountError(count, "a number of people in the recruitment log")
    said = f" {' '.join(reason.split()).casefold()} "
    for person in act.rows(Participant) if reason.strip() else ():
        name = " ".join(person.name.split()).casefold()
        if name and name in said:
            raise NamesSomebodyError(person.identifier)


VERBS = (
    Verb("role.add", add_role),
    Verb("role.change", change_role),
    Verb("role.order", order_roles),
    Verb("role.remove", remove_role),
    Verb("target.set", set_targets),
    Verb("recruitment.log", log_recruitment),
    Verb("recruitment.change", change_recruitment),
    Verb("recruitment.remove", remove_recruitment),
)
