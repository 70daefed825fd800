"""The comparison bench over HTTP: pairs with their words, how far comparison has gone, and what was compared.

What a careful reader would get wrong: an independent coder is offered pairs of their own codings alone, and sees only
the comparisons that are their own.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.compared import CategoryRow, ComparedOptions, CoreRow
from crosscase.analyses.compared import compared as counted
from crosscase.analyses.flow import Band, FlowOptions
from crosscase.analyses.flow import flow as flowing
from crosscase.analyses.pairs import PairOptions, choose_pairs
from crosscase.errors import NotFoundError
from crosscase.model import Analysis, Code, Comparison, Id
from crosscase.model.comparisons import ComparedKind
from crosscase.model.table import Table
from crosscase.reads.bench import (
    CodeSegment,
    RelatedHere,
    SideWords,
    codings_made,
    comparisons_made,
    properties_of,
    relations_of,
    side_words,
)
from crosscase.server.views.quoting import own_only
from crosscase.study import Study


class PairHere(msgspec.Struct, frozen=True, kw_only=True):
    """Two things to compare, in words, and why these."""

    one: SideWords
    other: SideWords
    why: str


class PairsHere(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs that were not compared yet; `left` of this kind, `compared` already."""

    version: str
    options: PairOptions
    pairs: tuple[PairHere, ...]
    left: int
    compared: int
    note: str


class ComparedHere(msgspec.Struct, frozen=True, kw_only=True):
    """How far comparison has gone; `table` as reports print it."""

    version: str
    rows: tuple[CategoryRow, ...]
    core: tuple[CoreRow, ...]
    notes: tuple[str, ...]
    table: Table


class ComparisonsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which comparisons: for a category, or these; all, where nothing is said."""

    category: Id = ""
    comparisons: tuple[Id, ...] = ()


class ComparisonHere(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison with its sides in words; `made` in ms since 1970."""

    comparison: Comparison
    one: SideWords
    other: SideWords
    made: int


class ComparisonsHere(msgspec.Struct, frozen=True, kw_only=True):
    """Comparisons, the latest first; with a category, its properties and the words at their ends."""

    version: str
    comparisons: tuple[ComparisonHere, ...]
    properties: tuple[CodeSegment, ...]


class ComparedSide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that can be compared."""

    kind: ComparedKind
    id: Id


class SidesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two things that somebody chose by hand to compare."""

    one: ComparedSide
    other: ComparedSide


class SidesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Both in words; `before`: the comparisons of the two that there are."""

    version: str
    one: SideWords
    other: SideWords
    before: tuple[Id, ...]


class CategoryAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which category."""

    category: Id


class CategoryHere(msgspec.Struct, frozen=True, kw_only=True):
    """What a category is made of: properties, and how it hangs together with others; `core` of these analyses."""

    version: str
    properties: tuple[CodeSegment, ...]
    relations: tuple[RelatedHere, ...]
    core: tuple[Id, ...]


class FlowHere(msgspec.Struct, frozen=True, kw_only=True):
    """How categories flow into themes; what stands alone is named."""

    version: str
    bands: tuple[Band, ...]
    feeding_nothing: tuple[str, ...]
    fed_by_nothing: tuple[str, ...]
    notes: tuple[str, ...]


def pairs(study: Study, asked: PairOptions) -> PairsHere:
    """Offer pairs to compare, chosen by a rule with its seed."""
    asked = msgspec.structs.replace(asked, member=own_only(study))
    snapshot = study.snapshot()
    when: dict[Id, int] = {}
    if asked.category and (asked.rule == "newest with oldest" or asked.of == "passages"):
        when = codings_made(study.store, snapshot.codes.ids[snapshot.codes.find(asked.category)])
    found = choose_pairs(snapshot, asked, when)
    offered = tuple(
        PairHere(
            one=side_words(study.store, each.one_kind, each.one),
            other=side_words(study.store, each.other_kind, each.other),
            why=each.why,
        )
        for each in found.offered
    )
    return PairsHere(
        version=snapshot.version, options=asked, pairs=offered, left=found.left, compared=found.compared,
        note=found.note,
    )  # fmt: skip


def compared(study: Study, asked: ComparedOptions) -> ComparedHere:
    """Show how far comparison has gone in each category."""
    asked = msgspec.structs.replace(asked, member=own_only(study))
    found = counted(study.snapshot(), asked, comparisons_made(study.store))
    return ComparedHere(
        version=found.snapshot.version, rows=found.rows, core=found.core, notes=found.notes(), table=found.table()
    )


def comparisons(study: Study, asked: ComparisonsAsked) -> ComparisonsHere:
    """Open what was compared: both sides in words, the decision, the rule and the reason."""
    equal: dict[str, object] = {"id": list(asked.comparisons)} if asked.comparisons else {}
    if asked.category:
        equal["category"] = asked.category
    own = own_only(study)
    rows = [one for one in study.rows(Comparison, **equal) if not own or one.member == own]
    when = comparisons_made(study.store)
    found = tuple(
        ComparisonHere(
            comparison=one, one=side_words(study.store, one.one_kind, one.one),
            other=side_words(study.store, one.other_kind, one.other), made=when.get(one.id, 0),
        )
        for one in sorted(rows, key=lambda each: (-when.get(each.id, 0), each.id))
    )  # fmt: skip
    properties = properties_of(study.store, asked.category) if asked.category and not own else []
    return ComparisonsHere(version=study.version, comparisons=found, properties=tuple(properties))


def sides(study: Study, asked: SidesAsked) -> SidesHere:
    """Show two things that were chosen by hand side by side."""
    own = own_only(study)
    found = [side_words(study.store, one.kind, one.id) for one in (asked.one, asked.other)]
    for side, one in zip(found, (asked.one, asked.other), strict=True):
        if not side.name or (own and side.kind == "coding" and side.member != own):
            raise NotFoundError(one.kind, one.id)
    two = {asked.one.id, asked.other.id}
    before = [
        one.id for one in study.rows(Comparison) if {one.one, one.other} == two and (not own or one.member == own)
    ]
    return SidesHere(version=study.version, one=found[0], other=found[1], before=tuple(before))


def category(study: Study, asked: CategoryAsked) -> CategoryHere:
    """Show the properties of a category and its relations, with the words they rest on."""
    if study.get(Code, asked.category) is None:
        raise NotFoundError("code", asked.category)
    own = own_only(study)
    return CategoryHere(
        version=study.version, properties=() if own else tuple(properties_of(study.store, asked.category)),
        relations=() if own else tuple(relations_of(study.store, asked.category)),
        core=tuple(one.id for one in study.rows(Analysis, core=asked.category)),
    )  # fmt: skip


def flow(study: Study, asked: FlowOptions) -> FlowHere:
    """Show how categories flow into themes."""
    asked = msgspec.structs.replace(asked, member=own_only(study))
    found = flowing(study.snapshot(), asked)
    return FlowHere(
        version=found.snapshot.version, bands=found.bands, feeding_nothing=found.feeding_nothing,
        fed_by_nothing=found.fed_by_nothing, notes=found.notes(),
    )  # fmt: skip
