"""Analyses side by side: each with its question, its family and its themes, and what it shares with each other one.

An analysis uses a code when a theme of it was developed from that code, and a coding when somebody placed it under one
of its themes. Nothing is copied between analyses: what two of them share is one thing in both.

What a careful reader would get wrong: sharing codes is not agreeing. Two analyses may read one coding for and against.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

import msgspec

from crosscase.model import Analysis, Code, Evidence, Id, Lineage, Row, Theme

R = TypeVar("R", bound=Row)


class Rows(Protocol):
    """A study that can be asked for rows."""

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What an analysis shares with another."""

    analysis: Id
    code_ids: tuple[Id, ...]
    coding_ids: tuple[Id, ...]


class AnalysisLine(msgspec.Struct, frozen=True, kw_only=True):
    """One analysis.

    Attributes:
        themes: labels in their order; `final`: how many of them are.
        code_ids: that its themes were developed from; coding_ids: placed under its themes.
        shared: with each other analysis that it shares anything with.
    """

    id: Id
    name: str
    question: str
    family: str
    core: Id | None
    themes: tuple[str, ...]
    final: int
    code_ids: tuple[Id, ...]
    coding_ids: tuple[Id, ...]
    shared: tuple[Shared, ...]


def side_by_side(study: Rows) -> list[AnalysisLine]:
    """All analyses, by name."""
    known = sorted(study.rows(Analysis), key=lambda one: (one.name, one.id))
    themes = sorted(study.rows(Theme), key=lambda one: (one.position, one.label, one.id))
    of = {one.id: one.analysis for one in themes}
    codes = {one.id: one.merged_into or one.id for one in study.rows(Code)}
    uses: dict[Id, set[Id]] = {one.id: set() for one in known}
    reads: dict[Id, set[Id]] = {one.id: set() for one in known}
    for step in study.rows(Lineage):
        if step.origin in codes and step.how != "dropped" and of.get(step.theme) in uses:
            uses[of[step.theme]].add(codes[step.origin])
    for placed in study.rows(Evidence):
        if of.get(placed.theme) in reads:
            reads[of[placed.theme]].add(placed.coding)
    lines = []
    for one in known:
        shared = [
            Shared(
                analysis=other.id, code_ids=tuple(sorted(uses[one.id] & uses[other.id])),
                coding_ids=tuple(sorted(reads[one.id] & reads[other.id])),
            )
            for other in known
            if other.id != one.id
        ]  # fmt: skip
        own = [theme for theme in themes if theme.analysis == one.id]
        lines.append(
            AnalysisLine(
                id=one.id, name=one.name, question=one.question, family=one.family, core=one.core,
                themes=tuple(theme.label for theme in own), final=sum(theme.status == "final" for theme in own),
                code_ids=tuple(sorted(uses[one.id])), coding_ids=tuple(sorted(reads[one.id])),
                shared=tuple(each for each in shared if each.code_ids or each.coding_ids),
            )
        )  # fmt: skip
    return lines
