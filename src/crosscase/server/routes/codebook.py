"""The codebook: the tree with its counts, and the history of what a code means."""

from __future__ import annotations

import msgspec
from litestar import get
from litestar.params import FromPath

from crosscase.errors import NotFoundError
from crosscase.model import Code, Coding, Id, Member, Source
from crosscase.reads.codebook import CodeLine, codebook, stands_for
from crosscase.server.desk import whoever
from crosscase.server.seats import At, Seat
from crosscase.server.views.fields import Version, versions
from crosscase.server.views.reading import cases_of
from crosscase.study import Study

TAGS = ["codebook"]

WRITTEN = ("name", "definition", "inclusion", "exclusion", "example", "properties")
"""The fields of a code that have a history people read."""


class Codes(msgspec.Struct, frozen=True, kw_only=True):
    """The tree, parents before what lies under them; `merged` says where merged codes lead to."""

    version: str
    codes: tuple[CodeLine, ...]
    merged: dict[Id, Id]


class CodeCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Codings of one code (with those merged into it): by case and by member; unreviewed ones are left out."""

    code: Id
    by_case: dict[Id, int]
    by_member: dict[Id, int]
    unreviewed: int
    without_case: int


@get("/codebook", tags=TAGS)
async def get_codebook(seat: Seat, at: At = "") -> Codes:
    """All codes as a tree in reading order, with how often each was used."""
    return await seat.look(at, _codes)


def _codes(study: Study) -> Codes:
    leads = stands_for(study.rows(Code))
    lines = codebook(study.store)
    me = whoever(study)
    if me is not None and me.permission == "independent coder":
        own = _own_counts(study, me, leads)
        lines = [
            msgspec.structs.replace(
                line, codings=own.get(line.code.id, (0, 0))[0], unreviewed=0, sources=own.get(line.code.id, (0, 0))[1]
            )
            for line in lines
        ]
    return Codes(
        version=study.version,
        codes=tuple(lines),
        merged={code: to for code, to in leads.items() if code != to},
    )


def _own_counts(study: Study, me: Member, leads: dict[Id, Id]) -> dict[Id, tuple[int, int]]:
    """For an independent coder: codings and sources of their own, by code."""
    found: dict[Id, list[Id]] = {}
    for one in study.rows(Coding, member=me.id):
        found.setdefault(leads.get(one.code, one.code), []).append(one.source)
    return {code: (len(sources), len(set(sources))) for code, sources in found.items()}


@get("/codebook/{code:str}/counts", tags=TAGS)
async def get_code_counts(seat: Seat, code: FromPath[Id], at: At = "") -> CodeCounts:
    """How often a code was used, by case and by member."""
    return await seat.look(at, _counts, code)


def _counts(study: Study, code: Id) -> CodeCounts:
    leads = stands_for(study.rows(Code))
    if code not in leads:
        raise NotFoundError("code", code)
    me = whoever(study)
    whose = {"member": me.id} if me is not None and me.permission == "independent coder" else {}
    codings = study.rows(Coding, code=[one for one, to in leads.items() if to == code], **whose)
    reviewed = [one for one in codings if one.origin != "rule" or one.accepted is not None]
    cases = cases_of(study, study.rows(Source, id={one.source for one in reviewed}))
    by_case: dict[Id, int] = {}
    by_member: dict[Id, int] = {}
    without = 0
    for one in reviewed:
        by_member[one.member] = by_member.get(one.member, 0) + 1
        case = cases.get(one.source)
        if case is not None:
            by_case[case] = by_case.get(case, 0) + 1
        else:
            without += 1
    return CodeCounts(
        code=code, by_case=by_case, by_member=by_member, unreviewed=len(codings) - len(reviewed), without_case=without
    )


@get("/codebook/{code:str}/history", tags=TAGS)
async def get_code_history(seat: Seat, code: FromPath[Id]) -> list[Version]:
    """How the name and the definition of a code came to be what they are, oldest first."""
    return await seat.ask(versions, "code", code, WRITTEN)


ROUTES = (get_codebook, get_code_counts, get_code_history)
