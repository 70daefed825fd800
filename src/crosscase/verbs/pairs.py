"""Two cases side by side: what is written about a pair of them. Each pair has one sheet, whichever is named first."""

from __future__ import annotations

from crosscase.errors import RefusedError
from crosscase.model import Case, Id, Pair, derived_id
from crosscase.store.act import Act
from crosscase.verbs.checks import given
from crosscase.verbs.registry import Verb


class SameCaseError(RefusedError):
    """A case cannot be set beside itself."""

    code = "same-case"

    def __init__(self, code: str) -> None:
        super().__init__(f"{code} cannot be set beside itself. Name two different cases.")


def pair_id(one: Id, other: Id) -> Id:
    """The id of the sheet of two cases, in whatever order."""
    return derived_id("pair", *sorted((one, other)))


def write_pair(act: Act, one: Id, other: Id, *, words: str | None = None, done: bool | None = None) -> Id:
    """Write about two cases side by side, or say whether that is done; what is not given stays.

    Raises:
        SameCaseError: twice the same case.
        NotFoundError: a case is not there.
    """
    cases = sorted((act.get(Case, one), act.get(Case, other)), key=lambda case: case.id)
    if one == other:
        raise SameCaseError(cases[0].code)
    id = pair_id(one, other)
    fields = given(words=words.strip() if words is not None else None, done=done)
    if act.rows(Pair, id=id):
        act.change(Pair, id, **fields)
    else:
        act.ensure_all([Pair(id=id, one=cases[0].id, other=cases[1].id, **fields)])
    return id


VERBS = (Verb("pair.write", write_pair),)
