"""What several verbs check alike: names, choices, twins, and whether a thing can go.

Removing is never silent. What goes with a thing goes, and the verb says how many; but a thing that others merely name
(the case of a participant, the topic of a question) is not taken from under them: see `refuse_while_named`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar, get_args

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.journal.fold import closes_circle
from crosscase.model import KINDS, Id, Member, Row, kind_named, kind_of
from crosscase.store.act import Act
from crosscase.verbs.registry import MAY

R = TypeVar("R", bound=Row)

_KINDS = tuple(kind.name for kind in KINDS)


class TakenError(RefusedError):
    """There is a thing of that kind and name already."""

    code = "taken"

    def __init__(self, kind: str, name: str, what: str = "name") -> None:
        super().__init__(f"There is {_article(kind)} {name!r} already. Use it, or give this one another {what}.")


class StillNamedError(RefusedError):
    """A thing cannot go while others name it."""

    code = "still-named"

    def __init__(self, kind: str, name: str, users: Mapping[str, int], advice: str) -> None:
        listed = " and ".join(counted(count, user) for user, count in users.items())
        super().__init__(f"The {kind.replace('_', ' ')} {name!r} is still named by {listed}. {advice}")


class NoNameError(BadValueError):
    """A name or a code that has no letters in it."""

    code = "no-name"

    def __init__(self, needs: str) -> None:
        super().__init__(f"{needs} Nothing was changed.")


class ChoiceError(BadValueError):
    """Something that is not one of a fixed list."""

    code = "choice"

    def __init__(self, value: str, among: Sequence[str], what: str) -> None:
        super().__init__(f"{value!r} is no {what}. Choose one of: {', '.join(among)}.")


class NotMergedError(RefusedError):
    """A merge is to be taken back that there was not."""

    code = "not-merged"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is not merged into another.")


class AlreadyOneError(RefusedError):
    """Two things are to be merged that are one already."""

    code = "already-one"

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one!r} and {other!r} are one already.")


def counted(count: int, kind: str) -> str:
    """A number of things of a kind, in words: `1 coding`, `12 analyses`."""
    word = kind.replace("_", " ")
    plural = word[:-2] + "es" if word.endswith("is") else word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{count:,} {word if count == 1 else plural}"


def _article(kind: str) -> str:
    word = kind.replace("_", " ")
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def label(text: str, what: str) -> str:
    """A name with its spaces in order.

    Raises:
        NoNameError: nothing is left of it; `what` says what needed one ("A case needs a code.").
    """
    name = " ".join(text.split())
    if not name:
        raise NoNameError(what)
    return name


def labels(texts: Sequence[str]) -> tuple[str, ...]:
    """Names in their order, without the empty ones and the ones that come twice."""
    plain: dict[str, str] = {}
    for text in texts:
        name = " ".join(text.split())
        plain.setdefault(name.casefold(), name)
    return tuple(name for name in plain.values() if name)


def choice(value: str, among: Any, what: str) -> None:
    """Refuse what is not one of a fixed list.

    Raises:
        ChoiceError: it is not.
    """
    fitting = get_args(among)
    if value not in fitting:
        raise ChoiceError(value, fitting, what)


def given(**fields: Any) -> dict[str, Any]:
    """The fields that were given. None was not given; for an id, an empty text means that there shall be none."""
    return {name: value for name, value in fields.items() if value is not None}


def id_given(act: Act, row: type[Row], thing: Id | None) -> Id | None:
    """An id that was checked to be there; None for an empty one.

    Raises:
        NotFoundError: there is no such thing.
    """
    if not thing:
        return None
    act.get(row, thing)
    return thing


def all_there(act: Act, row: type[R], things: Collection[Id]) -> list[R]:
    """The rows with these ids, in the order given, each once.

    Raises:
        NotFoundError: one is not there.
    """
    found = {each.id: each for each in act.rows(row, id=list(things))}
    for thing in things:
        if thing not in found:
            raise NotFoundError(kind_of(row).name, thing)
    return [found[thing] for thing in dict.fromkeys(things)]


def thing_there(act: Act, kind: str, thing: Id) -> None:
    """Check that a thing is there, of a kind given by its name in the model.

    Raises:
        ChoiceError: there is no such kind of thing.
        NotFoundError: there is no such thing.
    """
    if kind not in _KINDS:
        raise ChoiceError(kind, _KINDS, "kind of thing")
    act.get(kind_named(kind).row, thing)


def refuse_twin(rows: Sequence[Row], field: str, name: str, *, but: Id = "", what: str = "name") -> None:
    """Refuse a name that one of these rows has (case does not matter; merged ones keep their names).

    Raises:
        TakenError: one has it.
    """
    for twin in rows:
        if twin.id != but and getattr(twin, field).casefold() == name.casefold():
            raise TakenError(kind_of(type(twin)).name, getattr(twin, field), what)


def refuse_while_named(
    act: Act, row: type[Row], thing: Id, name: str, advice: str, *, going: Collection[Id] = ()
) -> None:
    """Refuse to remove what other things name and could be without; what is `going` with it does not count.

    Raises:
        StillNamedError: some do.
    """
    kind = kind_of(row).name
    users: dict[str, int] = {}
    for user in KINDS:
        naming: set[Id] = set()
        for field in user.stored:
            if field.refers == kind and not field.goes_with:
                naming.update(each.id for each in act.rows(user.row, **{field.name: thing}))
        naming.difference_update(going)
        if naming:
            users[user.name] = len(naming)
    if users:
        raise StillNamedError(kind, name, users, advice)


def last_position(rows: Sequence[Any]) -> int:
    """The position behind all of these rows."""
    return 1 + max((row.position for row in rows), default=0)


def put_in_order(act: Act, row: type[R], first: Sequence[Id], rest: Sequence[R]) -> None:
    """Give rows of a kind positions from 1: those named first, then the others as they stood."""
    named = [each.id for each in all_there(act, row, first)]
    others = [each.id for each in rest if each.id not in set(named)]
    act.change_all(row, "position", {thing: n for n, thing in enumerate([*named, *others], 1)})


def merge_into(act: Act, row: type[Row], thing: Id, into: Id, names: tuple[str, str]) -> None:
    """Set the signpost of one thing to another: what was written about the first counts for the second.

    Raises:
        AlreadyOneError: they are one already.
    """
    signposts = {each.id: getattr(each, "merged_into") for each in act.rows(row)}  # noqa: B009 - not every kind has one
    if closes_circle(signposts, thing, into):
        raise AlreadyOneError(*names)
    act.change(row, thing, merged_into=into)


def part(act: Act, row: type[Row], thing: Id, name: str) -> None:
    """Take a signpost away, as a new act.

    Raises:
        NotMergedError: there is none.
    """
    if getattr(act.get(row, thing), "merged_into") is None:  # noqa: B009 - not every kind has one
        raise NotMergedError(name)
    act.change(row, thing, merged_into=None)


def followed(signposts: Mapping[Id, Id | None], thing: Id | None) -> Id | None:
    """The thing that another leads to in the end."""
    steps = 0
    while thing is not None and signposts.get(thing) and steps <= len(signposts):
        thing, steps = signposts[thing], steps + 1
    return thing


def acting_member(act: Act, member: Id | None) -> Id:
    """The member named, or the one who acts.

    Raises:
        NotFoundError: there is no such member.
    """
    return act.get(Member, member or act.by).id


def may_edit(act: Act) -> bool:
    """Whether the acting member may change what others made."""
    return "edit" in MAY[act.get(Member, act.by).permission]
