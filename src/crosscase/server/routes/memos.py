"""Memos: what people write about things, with how it came to be, and the quotations they hold.

A memo holds a quotation as a link to a coding, `[ALDPW01](coding:ID)`. The words are not kept in the memo: they are
looked up whenever it is read, so that they follow corrections of the text, and go when a participant withdraws.

What a careful reader would get wrong: a reflexive memo is answered to its author alone until it is shared, and an
independent coder is answered no other's that lies on data, in every route here.
"""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter

from crosscase.errors import NotFoundError
from crosscase.model import Coding, Id, Memo, Source
from crosscase.model.writing import MemoType
from crosscase.reads.codings import covers_of
from crosscase.reads.things import Names
from crosscase.reads.written import Written, written
from crosscase.server.desk import who_reads
from crosscase.server.seats import At, Seat
from crosscase.server.views.fields import Version, versions
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study

TAGS = ["writing"]

OF_MEMOS = ("title", "text")
_DATA = frozenset({"source", "coding", "mark"})
LINKS = re.compile(r"\]\(coding:([0-9a-f]{32})\)")


class MemoLine(msgspec.Struct, frozen=True, kw_only=True):
    """A memo, and what it is about by the name people know.

    Attributes:
        place: the name of the source where it lies on a passage; words: that passage, as it reads now.
        covered: what the passage is covered for.
        written, changed: milliseconds since 1970.
    """

    memo: Memo
    about: str
    place: str
    words: str
    covered: tuple[str, ...]
    written: int
    changed: int


class MemoToRead(msgspec.Struct, frozen=True, kw_only=True):
    """A memo with the codings that its text links to, as they read now; those that are gone are not among them."""

    line: MemoLine
    quotations: tuple[Quotation, ...]


@get("/memos", tags=TAGS)
async def get_memos(
    seat: Seat,
    at: At = "",
    nature: Annotated[MemoType | None, QueryParameter(description="Only of this type.")] = None,
    about: Annotated[str, QueryParameter(description="Only about the thing of this id, or in the source of it.")] = "",
) -> list[MemoLine]:
    """Memos, the latest first, with what they are about."""
    return await seat.look(at, _memos, nature, about)


def _memos(study: Study, nature: MemoType | None, about: Id) -> list[MemoLine]:
    found = [
        one
        for one in readable(study)
        if (nature is None or one.nature == nature) and (not about or about in {one.about, one.source})
    ]
    return sorted(_lines(study, found), key=lambda line: (-line.written, line.memo.id))


def _lines(study: Study, memos: list[Memo]) -> list[MemoLine]:
    names = Names(study.store)
    moments = written(study.store, "memo", [one.id for one in memos])
    on = {one.source for one in memos if one.source}
    sources = {one.id: one.name for one in study.rows(Source, id=list(on))} if on else {}
    spared = covers_of(study.store, on) if on else {}

    def line(one: Memo) -> MemoLine:
        placed = one.source in sources and one.end > one.start
        when = moments.get(one.id, Written(0, 0))
        return MemoLine(
            memo=one,
            about=names.of(one.about_kind, one.about) if one.about else "",
            place=sources.get(one.source or "", ""),
            words=study.text(one.source)[one.start : one.end] if placed and one.source else "",
            covered=spared[one.source].over(one.start, one.end) if placed and one.source in spared else (),
            written=when.first,
            changed=when.last,
        )

    return [line(one) for one in memos]


def readable(study: Study) -> list[Memo]:
    """The memos that whoever reads may read: of an independent coder's colleagues none that lies on data."""
    me, own = who_reads(study), own_only(study)
    return [
        one for one in study.rows(Memo)
        if one.member == me
        or ((one.nature != "reflexive" or one.shared) and not (own and (one.source or one.about_kind in _DATA)))
    ]  # fmt: skip


@get("/memos/{memo:str}", tags=TAGS)
async def get_memo(seat: Seat, memo: FromPath[Id], at: At = "") -> MemoToRead:
    """A memo with the quotations it holds."""
    return await seat.look(at, _memo, memo)


def _memo(study: Study, memo: Id) -> MemoToRead:
    one = next((each for each in readable(study) if each.id == memo), None)
    if one is None:
        raise NotFoundError("memo", memo)
    linked = list(dict.fromkeys(LINKS.findall(one.text)))
    found = quotations(study, study.rows(Coding, id=linked)) if linked else []
    return MemoToRead(line=_lines(study, [one])[0], quotations=tuple(found))


@get("/memos/{memo:str}/history", tags=TAGS)
async def get_memo_history(seat: Seat, memo: FromPath[Id]) -> list[Version]:
    """How a memo came to be what it is, oldest first."""
    return await seat.ask(_memo_history, memo)


def _memo_history(study: Study, memo: Id) -> list[Version]:
    if memo not in {one.id for one in readable(study)}:
        raise NotFoundError("memo", memo)
    return versions(study, "memo", memo, OF_MEMOS)


ROUTES = (get_memos, get_memo, get_memo_history)
