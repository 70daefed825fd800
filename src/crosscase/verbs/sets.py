"""Named sets of sources, participants or codes, put together by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from crosscase.model import Code, Id, Participant, Row, Set, SetMember, Source, derived_id
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, given, label, refuse_twin
from crosscase.verbs.registry import Verb

SetOf = Literal["source", "participant", "code"]

OF: dict[SetOf, type[Row]] = {"source": Source, "participant": Participant, "code": Code}
"""What sets can be of."""

_NO_NAME = "A set needs a name."


def set_member_id(set_: Id, thing: Id) -> Id:
    """The id of a thing's place in a set."""
    return derived_id("set_member", set_, thing)


def add_set(act: Act, of: SetOf, name: str, things: Sequence[Id] = (), *, description: str = "") -> Id:
    """Make a set of sources, participants or codes, with these in it to begin with."""
    choice(of, SetOf, "kind of thing that sets are of")
    name = label(name, _NO_NAME)
    refuse_twin(act.rows(Set, of=of), "name", name)
    made = act.add(Set(of=of, name=name, description=description)).id
    put_into_set(act, made, things)
    return made


def change_set(act: Act, set_: Id, *, name: str | None = None, description: str | None = None) -> None:
    """Change the name or the description of a set; what is not given stays."""
    known = act.get(Set, set_)
    fields = given(description=description)
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Set, of=known.of), "name", fields["name"], but=set_)
    act.change(Set, set_, **fields)


def put_into_set(act: Act, set_: Id, things: Sequence[Id]) -> int:
    """Put things into a set; how many were not in it yet.

    Raises:
        NotFoundError: one is not there, or is of another kind.
    """
    of = act.get(Set, set_).of
    all_there(act, OF[of], things)
    there = {each.thing for each in act.rows(SetMember, set=set_)}
    fresh = [thing for thing in dict.fromkeys(things) if thing not in there]
    act.ensure_all([SetMember(id=set_member_id(set_, thing), set=set_, thing=thing) for thing in fresh])
    return len(fresh)


def take_out_of_set(act: Act, set_: Id, things: Sequence[Id]) -> int:
    """Take things out of a set; how many were in it."""
    act.get(Set, set_)
    gone = [each.id for each in act.rows(SetMember, set=set_) if each.thing in set(things)]
    act.remove_whole(SetMember, gone)
    return len(gone)


def remove_set(act: Act, set_: Id) -> dict[str, int]:
    """Remove a set; what was in it stays in the study."""
    act.get(Set, set_)
    return act.remove_whole(Set, [set_])


VERBS = (
    Verb("set.add", add_set),
    Verb("set.change", change_set),
    Verb("set.put_in", put_into_set),
    Verb("set.take_out", take_out_of_set),
    Verb("set.remove", remove_set),
)
