"""Saturation in the shape that the curve is drawn of, and an interview opened to what was new in it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from crosscase.analyses.saturation import Saturation
from crosscase.analyses.saturation import saturation as brought
from crosscase.analyses.saturation_asked import Groups, MetHere, SaturationOptions
from crosscase.analyses.saturation_curves import Runs
from crosscase.analyses.saturation_meaning import MeaningOf
from crosscase.analyses.saturation_shown import nuances_so_far, shuffled
from crosscase.model import Coding
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study


class Shuffled(msgspec.Struct, frozen=True, kw_only=True):
    """In how many random orders saturation was reached, and after how many interviews."""

    orders: int
    reached: int
    after: Annotated[tuple[int, ...], msgspec.Meta(description="5th, 50th and 95th percentile; empty where never.")]


class SaturationHere(msgspec.Struct, frozen=True, kw_only=True):
    """The curve with its band, runs, groups and meaning.

    Attributes:
        reached: as `6+2`; empty where it was not.
        least: how many interviews it takes to say anything.
        band: 5th, 50th and 95th percentile, by interview; empty without random orders.
        nuances: how many had appeared, by interview; `nuance_band` as for the band.
    """

    version: str
    title: str
    rows: tuple[MetHere, ...]
    runs: Runs
    reached: str
    least: int
    shuffled: Shuffled
    band: tuple[tuple[int, ...], ...]
    nuances: tuple[int, ...]
    nuance_band: tuple[tuple[int, ...], ...]
    meaning: tuple[MeaningOf, ...]
    groups: tuple[Groups, ...]
    notes: tuple[str, ...]


class InterviewAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One interview of a curve, by id or name; `all`: not only what was new in it."""

    options: SaturationOptions
    interview: str
    all: bool = False


class InterviewOpened(msgspec.Struct, frozen=True, kw_only=True):
    """What was new in an interview, with its words."""

    interview: MetHere
    quotations: tuple[Quotation, ...]


def saturation(study: Study, asked: SaturationOptions) -> SaturationHere:
    """Show how much interviews still brought, in the order held and in others."""
    found = _found(study, asked)
    return SaturationHere(
        version=found.snapshot.version, title=found.title, rows=found.rows, runs=found.runs, reached=found.runs.written,
        least=found.least, shuffled=Shuffled(**shuffled(found)),
        band=tuple(tuple(line) for line in found.band.tolist()) if asked.orders else (),
        nuance_band=tuple(tuple(line) for line in found.nuance_band.tolist()) if asked.orders else (),
        nuances=tuple(nuances_so_far(found)), meaning=found.meaning, groups=found.by_group, notes=found.notes(),
    )  # fmt: skip


def saturation_interview(study: Study, asked: InterviewAsked) -> InterviewOpened:
    """Open an interview of the curve: what was new in it, with its words."""
    found = _found(study, asked.options)
    row = found.open(asked.interview)
    ids = found.codings_in(row.id) if asked.all else row.codings
    return InterviewOpened(interview=row, quotations=tuple(quotations(study, study.rows(Coding, id=list(ids)))))


def _found(study: Study, asked: SaturationOptions) -> Saturation:
    return brought(study.snapshot(), blind(study, asked))
