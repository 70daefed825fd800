"""The codebook: the tree with its counts, and the history of what a code means."""

from __future__ import annotations

import msgspec
from litestar import get
from litestar.params import FromPath

from crosscase.errors import NotFoundError
from crosscase.model import Coding, Id, Link, Member, Source
from crosscase.reads.codebook import CodeLine, Use, codebook, leading, uses
from crosscase.server.desk import whoever
from crosscase.server.seats import At, Seat
from crosscase.server.views.fields import Version, versions
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.server.views.reading import cases_of
from crosscase.study import Study

TAGS = ["codebook"]

EXAMPLE = "example"
"""The relation of the link from a code to a coding that shows what is meant."""

WRITTEN = ("name", "definition", "inclusion", "exclusion", "example", "properties")
"""The fields of a code that have a history people read."""


class Codes(msgspec.Struct, frozen=True, kw_only=True):
    """The tree, parents before what lies under them; `merged` says where merged codes lead to."""

    version: str
    codes: tuple[CodeLine, ...]
    merged: dict[Id, Id]


class Uses(msgspec.Struct, frozen=True, kw_only=True):
    """How often each code was used, as the lines of the codebook say it; codes that never were are left out."""

    version: str
    uses: dict[Id, Use]


class CodeCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Codings of one code (with those merged into it): by case and by member; unreviewed ones are left out."""

    code: Id
    by_case: dict[Id, int]
    by_member: dict[Id, int]
    unreviewed: int
    without_case: int


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A coding chosen as an example of its code, and the link that says so."""

    link: Id
    quotation: Quotation


class PlaceOfCode(msgspec.Struct, frozen=True, kw_only=True):
    """Where a code was put."""

    coding: Id
    source: Id
    start: int
    end: int


@get("/codebook", tags=TAGS)
async def get_codebook(seat: Seat, at: At = "") -> Codes:
    """All codes as a tree in reading order, with how often each was used."""
    return await seat.look(at, _codes)


def _codes(study: Study) -> Codes:
    leads = leading(study.store)
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


@get("/codebook/uses", tags=TAGS)
async def get_code_uses(seat: Seat, at: At = "") -> Uses:
    """How often each code was used: codings, unreviewed ones, sources. All that a coding changes of the codebook."""
    return await seat.look(at, _uses)


def _uses(study: Study) -> Uses:
    leads = leading(study.store)
    me = whoever(study)
    if me is not None and me.permission == "independent coder":
        own = _own_counts(study, me, leads)
        return Uses(
            version=study.version, uses={code: Use(codings, 0, places) for code, (codings, places) in own.items()}
        )
    return Uses(version=study.version, uses=uses(study.store, leads))


@get("/codebook/{code:str}/counts", tags=TAGS)
async def get_code_counts(seat: Seat, code: FromPath[Id], at: At = "") -> CodeCounts:
    """How often a code was used, by case and by member."""
    return await seat.look(at, _counts, code)


def _counts(study: Study, code: Id) -> CodeCounts:
    own = own_only(study)
    codings = study.rows(Coding, code=_leading_to(study, code), **({"member": own} if own else {}))
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


@get("/codebook/{code:str}/examples", tags=TAGS)
async def get_code_examples(seat: Seat, code: FromPath[Id], at: At = "") -> list[Example]:
    """The codings that were chosen as examples of a code, as they read now."""
    return await seat.look(at, _examples, code)


def _examples(study: Study, code: Id) -> list[Example]:
    alike = _leading_to(study, code)
    links = [link for one in alike for link in study.rows(Link, from_thing=one) if link.relation == EXAMPLE]
    chosen = {link.to_thing: link.id for link in links if link.to_kind == "coding"}
    codings = study.rows(Coding, id=list(chosen))
    return [Example(link=chosen[one.coding.id], quotation=one) for one in quotations(study, codings)]


@get("/codebook/{code:str}/places", tags=TAGS)
async def get_code_places(seat: Seat, code: FromPath[Id], at: At = "") -> list[PlaceOfCode]:
    """Where a code was put, in the order of sources and places."""
    return await seat.look(at, _places, code)


def _places(study: Study, code: Id) -> list[PlaceOfCode]:
    own = own_only(study)
    order = {one.id: (one.position, one.name, one.id) for one in study.rows(Source)}
    codings = study.rows(Coding, code=_leading_to(study, code), place="text", **({"member": own} if own else {}))
    return [
        PlaceOfCode(coding=one.id, source=one.source, start=one.start, end=one.end)
        for one in sorted(codings, key=lambda one: (order[one.source], one.start, one.end, one.id))
    ]


def _leading_to(study: Study, code: Id) -> list[Id]:
    """A code with those that were merged into it."""
    leads = leading(study.store)
    if code not in leads:
        raise NotFoundError("code", code)
    return [one for one, to in leads.items() if to == code]


ROUTES = (get_codebook, get_code_uses, get_code_counts, get_code_history, get_code_examples, get_code_places)
