"""Links: named relations between any two things, read from the one to the other ("contradicts", "explains")."""

from __future__ import annotations

from crosscase.errors import RefusedError
from crosscase.model import Id, Link
from crosscase.store.act import Act
from crosscase.verbs.checks import given, label, thing_there
from crosscase.verbs.registry import Verb

_NO_RELATION = "A link needs a relation, such as explains or contradicts."


class LinkedAlreadyError(RefusedError):
    """The same two things are linked by the same relation."""

    code = "linked-already"

    def __init__(self, relation: str) -> None:
        super().__init__(f"These two things are linked by {relation!r} already. Change the note of that link instead.")


class LinkedToItselfError(RefusedError):
    """A thing cannot be linked to itself."""

    code = "linked-to-itself"

    def __init__(self) -> None:
        super().__init__("A link goes from one thing to another, and both ends are the same thing.")


def add_link(
    act: Act, from_kind: str, from_thing: Id, to_kind: str, to_thing: Id, *, relation: str, note: str = ""
) -> Id:
    """Link one thing to another, each given by its kind and its id.

    Raises:
        ChoiceError: there is no such kind of thing.
        NotFoundError: a thing is not there.
        LinkedAlreadyError, LinkedToItselfError: there is nothing to link.
    """
    relation = label(relation, _NO_RELATION)
    thing_there(act, from_kind, from_thing)
    thing_there(act, to_kind, to_thing)
    if from_thing == to_thing:
        raise LinkedToItselfError
    _refuse_same(act, from_thing, to_thing, relation)
    return act.add(
        Link(
            from_kind=from_kind, from_thing=from_thing, to_kind=to_kind, to_thing=to_thing, relation=relation, note=note
        )
    ).id  # fmt: skip


def change_link(act: Act, link: Id, *, relation: str | None = None, note: str | None = None) -> None:
    """Name the relation another way, or change the note; what is not given stays."""
    known = act.get(Link, link)
    fields = given(note=note)
    if relation is not None:
        fields["relation"] = label(relation, _NO_RELATION)
        _refuse_same(act, known.from_thing, known.to_thing, fields["relation"], but=link)
    act.change(Link, link, **fields)


def remove_link(act: Act, link: Id) -> dict[str, int]:
    """Remove a link; the two things stay. How many of each kind went."""
    act.get(Link, link)
    return act.remove_whole(Link, [link])


def _refuse_same(act: Act, from_thing: Id, to_thing: Id, relation: str, *, but: Id = "") -> None:
    for link in act.rows(Link, from_thing=from_thing, to_thing=to_thing):
        if link.id != but and link.relation.casefold() == relation.casefold():
            raise LinkedAlreadyError(link.relation)


VERBS = (
    Verb("link.add", add_link, "code"),
    Verb("link.change", change_link, "code"),
    Verb("link.remove", remove_link, "code"),
)
