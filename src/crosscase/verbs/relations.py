"""How categories hang together: one is the condition, the context, an action or a consequence of another.

(Strauss & Corbin 1990, the paradigm of axial coding.) A relation rests on segments, at least one; without, it would be
a guess that looks like a finding.

What a careful reader would get wrong: a relation whose segments are all gone (their participant withdrew) stays, and
says wherever it is shown that it rests on nothing any more.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import RefusedError
from crosscase.model import Code, Coding, Ground, Id, Relation, derived_id
from crosscase.model.comparisons import RelationNature
from crosscase.reads.lookup import within
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice
from crosscase.verbs.registry import Verb


class NoGroundError(RefusedError):
    """A relation without a segment."""

    code = "no-ground"

    def __init__(self) -> None:
        super().__init__(
            "A relation rests on at least one segment in which somebody says so. Name the coding, or take the relation "
            "away."
        )


class SameCategoryError(RefusedError):
    """A category is no condition or consequence of itself."""

    code = "same-category"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot be related to itself.")


class NotOfEitherError(RefusedError):
    """A segment that is coded with neither of two related categories."""

    code = "not-of-either"

    def __init__(self, one: str, other: str, of: str) -> None:
        super().__init__(f"This segment is coded {of!r}; a relation of {one!r} to {other!r} rests on codings of these.")


def relation_id(category: Id, to: Id, nature: str) -> Id:
    """The id of a relation of two categories."""
    return derived_id("relation", category, to, nature)


def ground_id(relation: Id, coding: Id) -> Id:
    """The id of a segment's place under a relation."""
    return derived_id("ground", relation, coding)


def add_relation(
    act: Act, category: Id, to: Id, nature: RelationNature, codings: Sequence[Id], *, note: str = ""
) -> Id:
    """Say that a category has another one as its condition, context, action or consequence.

    Args:
        category: the one that has it; `to` is what it has.
        codings: the segments it rests on, at least one, coded with one of the two or with what lies under them.

    Raises:
        NoGroundError: no segment is named.
        SameCategoryError: the two are one.
        NotOfEitherError: a segment is coded with neither.
    """
    one = act.get(Code, category)
    act.get(Code, to)
    choice(nature, RelationNature, "kind of relation")
    codes = act.rows(Code)
    if within(codes, category) == within(codes, to):
        raise SameCategoryError(one.name)
    if not codings:
        raise NoGroundError
    relation = Relation(id=relation_id(category, to, nature), category=category, to=to, nature=nature, note=note)
    act.ensure_all([relation], keep=() if note else ("note",))
    ground_relation(act, relation.id, codings)
    return relation.id


def ground_relation(act: Act, relation: Id, codings: Sequence[Id]) -> int:
    """Give a relation more segments that it rests on; how many are new.

    Raises:
        NotOfEitherError: one is coded with neither of its categories.
    """
    known = act.get(Relation, relation)
    codes = act.rows(Code)
    names = {code.id: code.name for code in codes}
    fitting = within(codes, known.category) | within(codes, known.to)
    for coding in all_there(act, Coding, codings):
        if coding.code not in fitting:
            raise NotOfEitherError(names.get(known.category, ""), names.get(known.to, ""), names.get(coding.code, ""))
    there = {ground.coding for ground in act.rows(Ground, relation=relation)}
    new = [coding for coding in dict.fromkeys(codings) if coding not in there]
    act.ensure_all([Ground(id=ground_id(relation, coding), relation=relation, coding=coding) for coding in new])
    return len(new)


def release_relation(act: Act, relation: Id, codings: Sequence[Id]) -> int:
    """Take segments away from under a relation; how many lay there. The codings themselves stay.

    Raises:
        NoGroundError: none would be left.
    """
    act.get(Relation, relation)
    there = act.rows(Ground, relation=relation)
    gone = [ground.id for ground in there if ground.coding in set(codings)]
    if gone and len(gone) == len(there):
        raise NoGroundError
    act.remove_whole(Ground, gone)
    return len(gone)


def note_relation(act: Act, relation: Id, note: str) -> None:
    """Write what is to be said of a relation; what was said before stays in its history."""
    act.change(Relation, relation, note=note)


def remove_relation(act: Act, relation: Id) -> dict[str, int]:
    """Remove a relation of two categories; how many of each kind went. Categories and codings stay."""
    act.get(Relation, relation)
    return act.remove_whole(Relation, [relation])


VERBS = (
    Verb("relation.add", add_relation),
    Verb("relation.ground", ground_relation),
    Verb("relation.release", release_relation),
    Verb("relation.note", note_relation),
    Verb("relation.remove", remove_relation),
)
