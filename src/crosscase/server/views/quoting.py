"""Codings with their words, and where they are: what a list of quotations shows.

What content notes cover is sent with what it is covered for; whoever shows it covers it until asked.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscase.model import Coding, Id, Source
from crosscase.model import Quotation as KeptQuotation
from crosscase.reads.codebook import leading
from crosscase.reads.codings import CodingLine, coding_lines
from crosscase.reads.quotations import PlaceFound, QuotationLine, look_up, quotation_lines
from crosscase.server.desk import whoever
from crosscase.study import Study


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A coding in words, with the ids of what it names; `code` is the one it counts for."""

    coding: CodingLine
    source: Id
    code: Id
    member: Id


class CodingsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which codings; empty lists mean any.

    Attributes:
        codes: ids; with codes merged into them, without those under them.
        words: only codings whose words hold these; capitals do not matter.
        unreviewed: only codings by rule that nobody has accepted.
        offset, limit: a page, in the order of sources and places.
    """

    codes: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    members: tuple[Id, ...] = ()
    codings: tuple[Id, ...] = ()
    words: str = ""
    unreviewed: bool = False
    offset: int = 0
    limit: int = 200


class Quotations(msgspec.Struct, frozen=True, kw_only=True):
    """A page of codings, and how many there are."""

    total: int
    quotations: tuple[Quotation, ...]


def own_only(study: Study) -> Id:
    """The member whose codings alone may be shown; empty when all may (see `Layers`)."""
    me = whoever(study)
    return me.id if me is not None and me.permission == "independent coder" else ""


def quotations(study: Study, codings: Iterable[Coding]) -> list[Quotation]:
    """Codings with their words, in the order of sources and places."""
    by_id = {one.id: one for one in codings}
    own = own_only(study)
    if own:
        by_id = {name: one for name, one in by_id.items() if one.member == own}
    leads = leading(study.store)
    return [
        Quotation(
            coding=line, source=by_id[line.id].source, code=leads.get(by_id[line.id].code, by_id[line.id].code),
            member=by_id[line.id].member,
        )
        for line in coding_lines(study.store, list(by_id.values()))
    ]  # fmt: skip


def codings(study: Study, asked: CodingsAsked) -> Quotations:
    """Codings with their words, page by page."""
    equal: dict[str, object] = {}
    if asked.codes:
        leads = leading(study.store)
        equal["code"] = [code for code, to in leads.items() if to in asked.codes]
    for field, wanted in (("source", asked.sources), ("member", asked.members), ("id", asked.codings)):
        if wanted:
            equal[field] = list(wanted)
    if asked.unreviewed:
        equal |= {"origin": "rule", "accepted": None}
    found = study.rows(Coding, **equal)
    own = own_only(study)
    found = [one for one in found if not own or one.member == own]
    if asked.words:
        sought = asked.words.casefold()
        found = [one for one in found if sought in study.text(one.source)[one.start : one.end].casefold()]
    order = {one.id: (one.position, one.name, one.id) for one in study.rows(Source)}
    found.sort(key=lambda one: (order[one.source], one.start, one.end, one.id))
    page = found[asked.offset : asked.offset + asked.limit]
    return Quotations(total=len(found), quotations=tuple(quotations(study, page)))


class KeptAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which kept quotations.

    Attributes:
        faults: only those whose printed words no longer stand there.
    """

    faults: bool = False


class KeptQuotations(msgspec.Struct, frozen=True, kw_only=True):
    """Quotations that are kept, with what their printed words are beside what was said."""

    quotations: tuple[QuotationLine, ...]


def kept_quotations(study: Study, asked: KeptAsked) -> KeptQuotations:
    """The quotations that are kept; of an independent coder their own."""
    mine = own_only(study)
    rows = [row for row in study.rows(KeptQuotation) if not mine or row.member == mine]
    lines = quotation_lines(study, rows)
    wanted = [one for one in lines if not asked.faults or one.status not in {"exact", "declared"}]
    return KeptQuotations(quotations=tuple(wanted))


class PrintedAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Printed words, with declared omissions […] and [edits]."""

    words: str


class PrintedPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """Where printed words stand; without such a place, the one that is nearest."""

    places: tuple[PlaceFound, ...]


def printed_words(study: Study, asked: PrintedAsked) -> PrintedPlaces:
    """Where printed words stand in the transcripts."""
    return PrintedPlaces(places=tuple(look_up(study, study.index(), asked.words)))
