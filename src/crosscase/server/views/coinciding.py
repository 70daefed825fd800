"""Agreement between coders, and where they differ, opened to the words both coded."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from crosscase.analyses.agreement.aligned import GammaOptions
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import Difference, DifferenceOptions
from crosscase.analyses.agreement.gamma import Gamma
from crosscase.analyses.agreement.rows import AgreementRow
from crosscase.analyses.agreement.voices import Voice
from crosscase.analyses.families import OffHereError
from crosscase.model import Coding
from crosscase.reads.agreement import Decided, agreement_in, decided, differences_in, gamma_in
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study

A = TypeVar("A", bound=AgreementOptions)

# A browser waits no longer than this for gamma.
_LONGEST = 20.0


class AgreementHere(msgspec.Struct, frozen=True, kw_only=True):
    """How far coders agree; `off` says why there is nothing under a reflexive analysis."""

    version: str
    title: str
    voices: tuple[Voice, ...] = ()
    sources: tuple[str, ...] = ()
    rows: tuple[AgreementRow, ...] = ()
    notes: tuple[str, ...] = ()
    off: str = ""


class GammaHere(msgspec.Struct, frozen=True, kw_only=True):
    """How coders' passages pair up; `off` as for agreement."""

    version: str
    gamma: Gamma | None = None
    texts: int = 0
    notes: tuple[str, ...] = ()
    off: str = ""


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """How many places of one kind and two codes."""

    kind: str
    code: str
    instead: str
    places: int


class DifferencesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Differences page by page; `opened` are the ids of those to be shown with their words."""

    options: DifferenceOptions = msgspec.field(default_factory=DifferenceOptions)
    offset: int = 0
    limit: int = 50
    opened: tuple[str, ...] = ()


class DifferencesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Differences by kind and place.

    Attributes:
        total: how many there are; `differences` are one page of them.
        counts: of all, by kind and codes.
        quotations: of those that were opened.
    """

    version: str
    title: str
    total: int
    differences: tuple[Difference, ...]
    counts: tuple[Places, ...]
    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...]


class NothingAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """There is nothing to choose."""


def agreement(study: Study, asked: AgreementOptions) -> AgreementHere:
    """How far coders agree, from before anything was adjudicated."""
    try:
        found = agreement_in(study, _alone(study, asked))
    except OffHereError as off:
        return AgreementHere(version=study.version, title="Agreement between coders", off=off.message)
    return AgreementHere(
        version=study.version, title=found.title, voices=found.voices, sources=found.sources, rows=found.rows,
        notes=found.notes(),
    )  # fmt: skip


def gamma(study: Study, asked: GammaOptions) -> GammaHere:
    """How coders' passages pair up, within a budget of time."""
    hurried = msgspec.structs.replace(asked, seconds=min(asked.seconds, _LONGEST))
    try:
        found = gamma_in(study, _alone(study, hurried))
    except OffHereError as off:
        return GammaHere(version=study.version, off=off.message)
    return GammaHere(version=study.version, gamma=found.gamma, texts=found.texts, notes=found.notes())


def differences(study: Study, asked: DifferencesAsked) -> DifferencesHere:
    """Where coders differ, by kind and place; some opened to the words both coded."""
    found = differences_in(study, _alone(study, asked.options))
    opened = [one for one in found.rows if one.id in asked.opened]
    ids = [coding for one in opened for coding in (one.coding, one.other_coding) if coding]
    return DifferencesHere(
        version=study.version, title=found.title, total=len(found.rows),
        differences=found.rows[asked.offset : asked.offset + asked.limit],
        counts=tuple(
            Places(kind=kind, code=code, instead=instead, places=count)
            for (kind, code, instead), count in found.counts.items()
        ),
        quotations=tuple(quotations(study, study.rows(Coding, id=ids))), notes=found.notes(),
    )  # fmt: skip


def adjudications(study: Study, asked: NothingAsked) -> tuple[Decided, ...]:  # noqa: ARG001 - every question takes one
    """What was decided where coders differed, by whom, and why."""
    return () if own_only(study) else tuple(decided(study.store))


def _alone(study: Study, asked: A) -> A:
    """The options, in which somebody who codes independently is compared with nobody, by whatever name."""
    narrowed: A = blind(study, asked)
    return msgspec.structs.replace(narrowed, groups=()) if own_only(study) else narrowed
