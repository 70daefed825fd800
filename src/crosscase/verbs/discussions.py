"""Discussions: each who is asked writes a position before seeing the others', then all are shown together.

While positions are being written nobody but its author reads one; see `reads.discussions` for who reads what, and when.
An outcome does not silence who disagrees: dissent is kept with their position and printed with the theme.

What a careful reader would get wrong: showing shows what was *handed in*. A draft that its author kept back stays
theirs alone also afterwards, until they hand it in.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Discussion, Id, Member, Position, derived_id
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, may_edit, thing_there
from crosscase.verbs.registry import Verb

_STATES = {
    "writing": "positions are still being written",
    "shown": "the positions have been shown",
    "closed": "it is closed",
}


class DiscussionStateError(RefusedError):
    """Something that cannot be done with a discussion as far as it has come."""

    code = "discussion-state"

    def __init__(self, what: str, state: str, advice: str) -> None:
        super().__init__(f"Cannot {what}: {_STATES[state]}. {advice}")


class NotAskedError(RefusedError):
    """Somebody writes in a discussion to which they were not asked."""

    code = "not-asked"

    def __init__(self) -> None:
        super().__init__("You were not asked for a position in this discussion. Who opened it can invite you.")


class NotHandedInError(RefusedError):
    """Positions are to be shown that have not been handed in."""

    code = "not-handed-in"

    def __init__(self, waiting: int, asked: int) -> None:
        super().__init__(
            f"{waiting} of {asked} have not handed in their position. Wait for them; or, if you opened the discussion, "
            "show what there is and give the reason (because)."
        )


class DraftKeptError(RefusedError):
    """A dissent beside a draft that nobody has seen."""

    code = "draft-kept"

    def __init__(self) -> None:
        super().__init__(
            "Your position is a draft that you have not handed in. Hand it in first, so that your dissent stands "
            "beside it."
        )


class PositionBegunError(RefusedError):
    """Somebody is to be asked no more who has written something already."""

    code = "position-begun"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} has begun a position, which is theirs: nobody else takes it away. Nothing was changed. Show the "
            "positions without it, with the reason, if it is not to be waited for."
        )


class NobodyAskedError(BadValueError):
    """A discussion in which nobody would be asked any more."""

    code = "nobody-asked"

    def __init__(self) -> None:
        super().__init__("Nobody would be asked any more. Ask somebody else first, or remove the discussion.")


class NotYourDiscussionError(RefusedError):
    """Somebody else's discussion."""

    code = "not-your-discussion"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} opened this discussion: that is for them, or for somebody who may edit the study.")


class EmptyPositionError(BadValueError):
    """Words are needed, and there are none."""

    code = "empty-position"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} has no words yet. Write it first; nothing was changed.")


def position_id(discussion: Id, member: Id) -> Id:
    """The id of a member's position in a discussion."""
    return derived_id("position", discussion, member)


def open_discussion(act: Act, question: str, members: Sequence[Id], *, about_kind: str = "", about: Id = "") -> Id:
    """Put a question to members, each of whom writes a position before seeing the others'.

    Args:
        members: who is asked; whoever opens is asked only where they are named.
        about_kind, about: the thing it is about (a theme, a code, …).

    Raises:
        EmptyPositionError: no question, or nobody is asked.
    """
    if not question.strip():
        what = "The question"
        raise EmptyPositionError(what)
    if not members:
        message = "Say who is asked for a position: at least one member."
        raise BadValueError(message)
    if about or about_kind:
        thing_there(act, about_kind, about)
    made = act.add(Discussion(member=act.by, question=question, about_kind=about_kind, about=about or None)).id
    invite_members(act, made, members)
    return made


def invite_members(act: Act, discussion: Id, members: Sequence[Id]) -> int:
    """Ask more members for a position while positions are being written; how many are new.

    Raises:
        DiscussionStateError: the positions have been shown.
    """
    known = act.get(Discussion, discussion)
    if known.state != "writing":
        what, advice = "ask more people", "Open another discussion."
        raise DiscussionStateError(what, known.state, advice)
    _refuse_others(act, known)
    all_there(act, Member, members)
    there = {one.member for one in act.rows(Position, discussion=discussion)}
    new = [one for one in dict.fromkeys(members) if one not in there]
    act.ensure_all(
        [Position(id=position_id(discussion, one), discussion=discussion, member=one) for one in new], keep=("words",)
    )
    return len(new)


def release_members(act: Act, discussion: Id, members: Sequence[Id]) -> int:
    """Ask members no more for a position while positions are being written; how many were asked.

    Raises:
        DiscussionStateError: the positions have been shown.
        PositionBegunError: somebody has written something already.
        NobodyAskedError: nobody would be left.
    """
    known = act.get(Discussion, discussion)
    if known.state != "writing":
        what, advice = "ask fewer people", "What was shown stays."
        raise DiscussionStateError(what, known.state, advice)
    _refuse_others(act, known)
    names = {one.id: one.name for one in all_there(act, Member, members)}
    asked = act.rows(Position, discussion=discussion)
    gone = [one for one in asked if one.member in names]
    for one in gone:
        if one.handed_in or one.words.strip():
            raise PositionBegunError(names[one.member])
    if gone and len(gone) == len(asked):
        raise NobodyAskedError
    act.remove_whole(Position, [one.id for one in gone])
    return len(gone)


def write_position(act: Act, discussion: Id, words: str) -> None:
    """Write your position, or write it anew; nobody else reads it until all are shown.

    Raises:
        NotAskedError: you were not asked.
        DiscussionStateError: the positions have been shown.
    """
    mine, known = _mine(act, discussion)
    if known.state != "writing":
        what, advice = "write a position", "Write down your dissent instead, which is kept beside it."
        raise DiscussionStateError(what, known.state, advice)
    act.change(Position, mine.id, words=words)


def hand_in_position(act: Act, discussion: Id, *, handed_in: bool = True) -> None:
    """Say that your position is finished and can be shown with the others', or take it back to write on.

    A draft can still be handed in after the others were shown: it was written before.

    Raises:
        NotAskedError: you were not asked.
        DiscussionStateError: what has been shown is not taken back.
        EmptyPositionError: it has no words.
    """
    mine, known = _mine(act, discussion)
    if known.state != "writing" and not handed_in:
        what, advice = "take a position back", "Write down your dissent instead."
        raise DiscussionStateError(what, known.state, advice)
    if handed_in and not mine.words.strip():
        what = "Your position"
        raise EmptyPositionError(what)
    act.change(Position, mine.id, handed_in=handed_in)


def show_positions(act: Act, discussion: Id) -> int:
    """Show all positions that were handed in to all members, together; how many there are.

    Raises:
        DiscussionStateError: they have been shown.
        NotHandedInError: somebody has not handed in; who opened the discussion may show all the same, with a reason.
        EmptyPositionError: nobody has handed in anything.
    """
    known = act.get(Discussion, discussion)
    if known.state != "writing":
        what, advice = "show the positions", "They can be read already."
        raise DiscussionStateError(what, known.state, advice)
    asked = act.rows(Position, discussion=discussion)
    if act.by not in {known.member, *(one.member for one in asked)}:
        _refuse_others(act, known)
    there = [one for one in asked if one.handed_in]
    if not there:
        what = "Every position"
        raise EmptyPositionError(what)
    if len(there) < len(asked) and not (act.by == known.member and act.reason.strip()):
        raise NotHandedInError(len(asked) - len(there), len(asked))
    act.change(Discussion, discussion, state="shown")
    return len(there)


def close_discussion(act: Act, discussion: Id, outcome: str) -> None:
    """Close a discussion with what came of it; or write the outcome of a closed one anew.

    Raises:
        DiscussionStateError: the positions have not been shown.
        EmptyPositionError: no outcome is given.
    """
    known = act.get(Discussion, discussion)
    _refuse_others(act, known)
    if known.state == "writing":
        what, advice = "close the discussion", "Show the positions first."
        raise DiscussionStateError(what, known.state, advice)
    if not outcome.strip():
        what = "The outcome"
        raise EmptyPositionError(what)
    act.change(Discussion, discussion, state="closed", outcome=outcome)


def dissent(act: Act, discussion: Id, words: str) -> None:
    """Write a minority report on a discussion, printed with its theme; without words it is taken back.

    Raises:
        NotAskedError: you were not asked.
        DiscussionStateError: the positions have not been shown.
        DraftKeptError: your position is a draft that you have not handed in.
    """
    mine, known = _mine(act, discussion)
    if known.state == "writing":
        what, advice = "dissent from an outcome", "Write your position; what others hold is not known yet."
        raise DiscussionStateError(what, known.state, advice)
    if mine.words.strip() and not mine.handed_in:
        raise DraftKeptError
    act.change(Position, mine.id, dissent=words, handed_in=True)


def remove_discussion(act: Act, discussion: Id) -> dict[str, int]:
    """Remove a discussion with its positions; how many of each kind went."""
    _refuse_others(act, act.get(Discussion, discussion))
    return act.remove_whole(Discussion, [discussion])


def _mine(act: Act, discussion: Id) -> tuple[Position, Discussion]:
    known = act.get(Discussion, discussion)
    mine = next(iter(act.rows(Position, discussion=discussion, member=act.by)), None)
    if mine is None:
        raise NotAskedError
    return mine, known


def _refuse_others(act: Act, known: Discussion) -> None:
    if known.member != act.by and not may_edit(act):
        raise NotYourDiscussionError(act.get(Member, known.member).name)


VERBS = (
    Verb("discussion.open", open_discussion, "code"),
    Verb("discussion.invite", invite_members, "code"),
    Verb("discussion.release", release_members, "code"),
    Verb("discussion.show", show_positions, "read"),
    Verb("discussion.close", close_discussion, "code"),
    Verb("discussion.remove", remove_discussion, "code"),
    Verb("position.write", write_position, "read"),
    Verb("position.hand_in", hand_in_position, "read"),
    Verb("position.dissent", dissent, "read"),
)
