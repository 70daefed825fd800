"""Agreement between coders, and where they differ, opened to the words both coded.

What a careful reader would get wrong: an opened place shows what each put there before anything was adjudicated, which
may be no longer there. The words are those of now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, TypeVar

import msgspec

from crosscase.analyses.agreement.aligned import GammaOptions
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import KINDS, Difference, DifferenceOptions, Differences
from crosscase.analyses.agreement.gamma import Gamma
from crosscase.analyses.agreement.rows import AgreementRow
from crosscase.analyses.agreement.voices import Voice
from crosscase.analyses.families import OffHereError
from crosscase.errors import NotFoundError
from crosscase.model import Coding, Id, Source
from crosscase.reads.agreement import Decided, agreement_in, decided, differences_in, gamma_in
from crosscase.reads.codings import covers_of, said_by
from crosscase.server.views.comparing import blind
from crosscase.server.views.passages import around
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study

A = TypeVar("A", bound=AgreementOptions)

Order = Literal["kind", "place", "code", "coders", "decided"]

ALONE = (
    "You code independently of the others, so that nobody's codings are shown to you, and nothing is worked out from "
    "yours against theirs. Whoever leads the study sees how far you coincide, and can show it to all when the coding "
    "is done."
)
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
    """Differences page by page.

    Attributes:
        about: only where one of these codes (ids) stands on either side.
        between: only between voices of these labels.
        order: of kinds and places, of places, of codes and places, of who they are between, what is undecided first.
        opened: ids of those to be shown with their words.
    """

    options: DifferenceOptions = msgspec.field(default_factory=DifferenceOptions)
    about: tuple[Id, ...] = ()
    between: tuple[str, ...] = ()
    order: Order = "kind"
    offset: int = 0
    limit: int = 50
    opened: tuple[str, ...] = ()


class DifferencesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Differences by kind and place.

    Attributes:
        total: how many there are; `differences` are one page of them.
        counts: of all, by kind and codes.
        quotations: of those that were opened.
        off: why there are none for whoever codes alone.
    """

    version: str
    title: str
    total: int
    differences: tuple[Difference, ...]
    counts: tuple[Places, ...]
    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...]
    off: str = ""


class DifferenceAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One difference by its id, found with these options; `context` is how many words around it."""

    options: DifferenceOptions = msgspec.field(default_factory=DifferenceOptions)
    difference: str
    context: int = 40


class PutThere(msgspec.Struct, frozen=True, kw_only=True):
    """A coding of one side, as it stood before anything was adjudicated; `denied`: it says that it is not so."""

    id: Id
    code: str
    member: str
    start: int
    end: int
    denied: bool


class SideThere(msgspec.Struct, frozen=True, kw_only=True):
    """All that one of the two put on the stretch that is shown."""

    label: str
    codings: tuple[PutThere, ...]


class DifferenceOpened(msgspec.Struct, frozen=True, kw_only=True):
    """A place where two differ, with what each put there.

    Attributes:
        from_, to: code points of what is shown: the place with words around it; `text` these words, verbatim.
        covered: what content notes on them are about.
        sides: of the one, and of the other.
        decided: what was decided about it; None where nobody has.
    """

    difference: Difference
    from_: int = msgspec.field(name="from")
    to: int
    text: str
    participants: tuple[str, ...]
    covered: tuple[str, ...]
    sides: tuple[SideThere, SideThere]
    decided: Decided | None


class NothingAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """There is nothing to choose."""


def agreement(study: Study, asked: AgreementOptions) -> AgreementHere:
    """How far coders agree, from before anything was adjudicated."""
    if own_only(study):
        return AgreementHere(version=study.version, title="Agreement between coders", off=ALONE)
    try:
        found = agreement_in(study, _alone(study, asked))
    except OffHereError as off:
        return AgreementHere(version=study.version, title="Agreement between coders", off=off.reason)
    return AgreementHere(
        version=study.version, title=found.title, voices=found.voices, sources=found.sources, rows=found.rows,
        notes=found.notes(),
    )  # fmt: skip


def gamma(study: Study, asked: GammaOptions) -> GammaHere:
    """How coders' passages pair up, within a budget of time."""
    if own_only(study):
        return GammaHere(version=study.version, off=ALONE)
    hurried = msgspec.structs.replace(asked, seconds=min(asked.seconds, _LONGEST))
    try:
        found = gamma_in(study, _alone(study, hurried))
    except OffHereError as off:
        return GammaHere(version=study.version, off=off.reason)
    return GammaHere(version=study.version, gamma=found.gamma, texts=found.texts, notes=found.notes())


def differences(study: Study, asked: DifferencesAsked) -> DifferencesHere:
    """Where coders differ, by kind and place; some opened to the words both coded."""
    if own_only(study):
        return DifferencesHere(
            version=study.version, title="Where coders differ", total=0, differences=(), counts=(), quotations=(),
            notes=(), off=ALONE,
        )  # fmt: skip
    found = _narrowed(differences_in(study, _alone(study, asked.options)), asked)
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


def _narrowed(found: Differences, asked: DifferencesAsked) -> Differences:
    """Of these codes and between these voices, in the order that was asked for."""
    about, between = set(asked.about), set(asked.between)
    rows = [
        one for one in found.rows
        if (not about or not about.isdisjoint((one.code_id, one.instead_id)))
        and (not between or between >= {one.one, one.other})
    ]  # fmt: skip
    place = {one: number for number, one in enumerate(found.snapshot.sources.ids)}
    orders: dict[Order, Callable[[Difference], Any]] = {
        "kind": lambda one: (KINDS.index(one.kind), place[one.source], one.start),
        "place": lambda one: (place[one.source], one.start, one.end),
        "code": lambda one: (one.code, one.instead, place[one.source], one.start),
        "coders": lambda one: (sorted((one.one, one.other)), place[one.source], one.start),
        "decided": lambda one: (bool(one.outcome), KINDS.index(one.kind), place[one.source], one.start),
    }
    return replace(found, rows=tuple(sorted(rows, key=orders[asked.order])))


def difference(study: Study, asked: DifferenceAsked) -> DifferenceOpened:
    """Open a place where two differ: its words, and what each put there, side by side.

    Raises:
        NotFoundError: there is no such difference, or whoever asks codes alone.
    """
    if own_only(study):
        kind = "difference"
        raise NotFoundError(kind, asked.difference)
    found = differences_in(study, _alone(study, asked.options))
    one = found.find(asked.difference)
    text = study.text(one.source)
    begin, stop = around(text, one.start, one.end, asked.context)
    notes, source = covers_of(study.store, {one.source}), study.get(Source, one.source)
    decisions = {each.id: each for each in decided(study.store)}
    return DifferenceOpened(
        difference=one, from_=begin, to=stop, text=text[begin:stop],
        participants=said_by(study.store, source, one.start, one.end) if source else (),
        covered=notes[one.source].over(begin, stop) if one.source in notes else (),
        sides=(_side(found, one, one.one, begin, stop), _side(found, one, one.other, begin, stop)),
        decided=decisions.get(one.id),
    )  # fmt: skip


def _side(found: Differences, one: Difference, label: str, begin: int, stop: int) -> SideThere:
    """What a voice put on a stretch; whatever differs there, and all else that lies beside it."""
    import polars as pl

    snapshot = found.snapshot
    members = next(each.members for each in found.voices if each.label == label)
    raw = snapshot.raw["coding"].filter(
        (pl.col("source") == one.source) & pl.col("member").is_in(members) & (pl.col("origin") != "agreed")
        & pl.col("place").is_in(["text", "whole"]) & ~((pl.col("origin") == "rule") & pl.col("accepted").is_null())
    )  # fmt: skip
    codes, people = snapshot.codes, snapshot.members
    length = int(snapshot.sources.length[snapshot.sources.number[one.source]])
    put = []
    for row in raw.sort("start", "end", "id").iter_rows(named=True):
        start, end = (0, length) if row["place"] == "whole" else (row["start"], row["end"])
        code = int(codes.numbers(pl.Series([row["code"]]))[0])
        if start >= stop or end <= begin or code < 0:
            continue
        put.append(
            PutThere(
                id=row["id"], code=codes.labels[code], member=people.labels[people.number[row["member"]]],
                start=max(start, begin), end=min(end, stop), denied=row["stance"] == "no",
            )
        )  # fmt: skip
    return SideThere(label=label, codings=tuple(put))


def adjudications(study: Study, asked: NothingAsked) -> tuple[Decided, ...]:  # noqa: ARG001 - every question takes one
    """What was decided where coders differed, by whom, and why."""
    return () if own_only(study) else tuple(decided(study.store))


def _alone(study: Study, asked: A) -> A:
    """The options, in which somebody who codes independently is compared with nobody, by whatever name."""
    narrowed: A = blind(study, asked)
    return msgspec.structs.replace(narrowed, groups=()) if own_only(study) else narrowed
