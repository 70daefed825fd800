"""Writing that is its author's alone for now: which rows, told by their fields, for whoever hands words on.

Two kinds have it. A reflexive memo is its author's until it is shared. A position in a discussion is its author's while
positions are being written, and afterwards until it is handed in. Their words travel in no merge and no copy, stand in
no dump, and are missing with good reason where a copy lacks them.

What a careful reader would get wrong: it is the row as it stands that counts. What is shared or shown later travels
with the next merge, drafts of earlier days included; the log does not tell these (see `reads.history.deed`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from crosscase.model import Id
from crosscase.store.tables import CELL, ROWS

KINDS_KEPT_BACK = ("memo", "position")


def kept_back(kind: str, *, of: Id = "", but_of: Id = "") -> Select[Any]:
    """The ids of the rows of `memo` or `position` that are their author's alone.

    Args:
        of: only this member's.
        but_of: without this member's.
    """
    table = ROWS[kind]
    statement = select(table.c.id).where(_alone(kind))
    if of:
        statement = statement.where(table.c.member == of)
    if but_of:
        statement = statement.where(table.c.member != but_of)
    return statement


def _alone(kind: str) -> ColumnElement[bool]:
    if kind == "memo":
        memo = ROWS["memo"]
        return and_(memo.c.nature == "reflexive", memo.c.shared.is_(False))
    discussion, position = ROWS["discussion"], ROWS["position"]
    shown = select(discussion.c.id).where(discussion.c.state != "writing")
    return or_(position.c.handed_in.is_(False), position.c.discussion.not_in(shown))


def rows_kept_back(connection: Connection, kind: str, *, of: Id = "", but_of: Id = "") -> set[Id]:
    """The same, looked up."""
    return set(connection.execute(kept_back(kind, of=of, but_of=but_of)).scalars())


def cells_free() -> ColumnElement[bool]:
    """Of the vault, the cells that are nobody's alone."""
    return and_(*((CELL.c.kind != kind) | CELL.c.row.not_in(kept_back(kind)) for kind in KINDS_KEPT_BACK))


def lies_kept_back(but_of: Id) -> Select[Any]:
    """Any cell of writing that is alone somebody's other than this member's."""
    alone = (and_(CELL.c.kind == kind, CELL.c.row.in_(kept_back(kind, but_of=but_of))) for kind in KINDS_KEPT_BACK)
    return select(CELL.c.row).where(or_(*alone)).limit(1)
