"""Cases: what is compared.

A case's code is short and leads the identifiers of its participants. Changing it later changes no identifier: people
know their interviews by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model import Case, Id
from crosscase.store.act import Act
from crosscase.verbs.checks import (
    all_there,
    given,
    label,
    last_position,
    merge_into,
    part,
    put_in_order,
    refuse_twin,
    refuse_while_named,
)
from crosscase.verbs.registry import Verb

NO_CODE = "A case needs a code: a short one, that leads the identifiers of its participants."


def add_case(act: Act, code: str, *, name: str = "", description: str = "") -> Id:
    """Add a case, behind the others."""
    code = label(code, NO_CODE)
    known = act.rows(Case)
    refuse_twin(known, "code", code, what="code")
    return act.add(
        Case(code=code, name=" ".join(name.split()), description=description, position=last_position(known))
    ).id


def change_case(
    act: Act, case: Id, *, code: str | None = None, name: str | None = None, description: str | None = None
) -> None:
    """Change the code, the name or the description of a case; what is not given stays."""
    fields = given(description=description)
    if name is not None:
        fields["name"] = " ".join(name.split())
    if code is not None:
        fields["code"] = label(code, NO_CODE)
        refuse_twin(act.rows(Case), "code", fields["code"], but=case, what="code")
    act.change(Case, case, **fields)


def order_cases(act: Act, cases: Sequence[Id]) -> None:
    """Put cases in this order in every table; those not named follow as they stood."""
    put_in_order(act, Case, cases, sorted(act.rows(Case), key=lambda case: (case.position, case.code)))


def merge_cases(act: Act, case: Id, into: Id) -> None:
    """Merge a case into another: everything of the first counts for the second."""
    merge_into(act, Case, case, into, (act.get(Case, case).code, act.get(Case, into).code))


def part_case(act: Act, case: Id) -> None:
    """Take a merge back: the case stands alone again."""
    part(act, Case, case, act.get(Case, case).code)


def remove_cases(act: Act, cases: Sequence[Id]) -> dict[str, int]:
    """Remove cases with their attributes, targets and recruitment log; how many of each kind went.

    Raises:
        StillNamedError: participants, interviews or sources belong to one of them; none is removed.
    """
    advice = "Give them to another case first, or merge this case into another."
    for known in all_there(act, Case, cases):
        refuse_while_named(act, Case, known.id, known.code, advice, going=cases)
    return act.remove_whole(Case, list(cases))


VERBS = (
    Verb("case.add", add_case),
    Verb("case.change", change_case),
    Verb("case.order", order_cases),
    Verb("case.merge", merge_cases),
    Verb("case.part", part_case),
    Verb("case.remove", remove_cases),
)
