"""Discussions as each member may read them.

A position is its author's alone while positions are being written; afterwards those that were handed in stand together,
in an order that is not one of rank (by ids made from what they are, so the same everywhere and nobody's choice).

What a careful reader would get wrong: how many have handed in is told to everybody from the start; what they hold is
not, in any answer that goes through `positions`. Every door to positions goes through it.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

import msgspec

from crosscase.model import Discussion, Id, Position, Row

R = TypeVar("R", bound=Row)


class Rows(Protocol):
    """A study that can be asked for rows."""

    def get(self, row: type[R], thing: Id) -> R | None:
        """The row with that id."""
        ...

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A discussion for one reader.

    Attributes:
        positions: those that the reader may read, in no order of rank.
        asked, handed_in: who was asked, and who has handed in.
    """

    discussion: Discussion
    positions: tuple[Position, ...]
    asked: tuple[Id, ...]
    handed_in: tuple[Id, ...]


def positions(study: Rows, discussion: Discussion, reader: Id) -> tuple[Position, ...]:
    """The positions of a discussion that a member may read; by nobody in particular, only what was shown."""
    every = sorted(study.rows(Position, discussion=discussion.id), key=lambda one: one.id)
    return tuple(one for one in every if may_read(one, discussion, reader))


def may_read(position: Position, discussion: Discussion | None, reader: Id) -> bool:
    """Whether a member may read a position."""
    if position.member == reader and reader:
        return True
    return discussion is not None and discussion.state != "writing" and position.handed_in


def held(study: Rows, reader: Id, *, about: Id = "") -> list[Held]:
    """All discussions, or those about a thing, as a member may read them; those being written first."""
    order = ("writing", "shown", "closed")
    found = [one for one in study.rows(Discussion) if not about or one.about == about]
    return [held_one(study, one, reader) for one in sorted(found, key=lambda one: (order.index(one.state), one.id))]


def held_one(study: Rows, discussion: Discussion, reader: Id) -> Held:
    """One discussion as a member may read it."""
    every = sorted(study.rows(Position, discussion=discussion.id), key=lambda one: one.id)
    return Held(
        discussion=discussion, positions=positions(study, discussion, reader),
        asked=tuple(one.member for one in every), handed_in=tuple(one.member for one in every if one.handed_in),
    )  # fmt: skip


def minority_reports(study: Rows, theme: Id) -> list[Position]:
    """Dissent that is printed with a theme: of discussions about it whose positions were shown."""
    shown = {one.id for one in study.rows(Discussion, about=theme) if one.state != "writing"}
    found = study.rows(Position, discussion=sorted(shown)) if shown else []
    return sorted((one for one in found if one.handed_in and one.dissent.strip()), key=lambda one: one.id)
