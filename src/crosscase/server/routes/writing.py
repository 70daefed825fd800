"""Themes with their evidence and lineage, and how they came to say what they say.

Evidence comes as codings with their words, for and against.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from litestar import get
from litestar.params import FromPath

from crosscase.errors import NotFoundError
from crosscase.model import Analysis, Code, Coding, Evidence, Id, Lineage, Theme
from crosscase.reads.lookup import code_paths
from crosscase.reads.themes import in_tree_order
from crosscase.server.seats import At, Seat
from crosscase.server.views.fields import Version, versions
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study

TAGS = ["writing"]

OF_THEMES = ("label", "content", "meaning", "boundary", "story", "status")


class OriginHere(msgspec.Struct, frozen=True, kw_only=True):
    """What a theme was developed from, by name."""

    id: Id
    origin: Id
    kind: Literal["code", "theme", ""]
    name: str
    how: str
    whole: bool
    reason: str


class ThemeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A theme where it stands, with how much evidence lies under it."""

    theme: Theme
    depth: int
    for_: int = msgspec.field(name="for")
    against: int
    lineage: tuple[OriginHere, ...]


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """Analyses and their themes, parents before what lies under them."""

    version: str
    analyses: tuple[Analysis, ...]
    themes: tuple[ThemeLine, ...]


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence: a coding that somebody placed under a theme, with its words."""

    evidence: Evidence
    quotation: Quotation


class ThemeToRead(msgspec.Struct, frozen=True, kw_only=True):
    """A theme with its evidence; what its categories only suggest is told by how many codings they have."""

    theme: ThemeLine
    evidence: tuple[Placed, ...]
    suggested: dict[Id, int]


@get("/themes", tags=TAGS)
async def get_themes(seat: Seat, at: At = "") -> Board:
    """All themes of all analyses, with their evidence counted and their lineage."""
    return await seat.look(at, board)


def board(study: Study) -> Board:
    """Analyses and themes."""
    analyses = sorted(study.rows(Analysis), key=lambda one: one.name)
    return Board(version=study.version, analyses=tuple(analyses), themes=tuple(_lines(study)))


def _lines(study: Study) -> list[ThemeLine]:
    themes = study.rows(Theme)
    codes = code_paths(study.rows(Code))
    labels = {one.id: one.label for one in themes}
    evidence: dict[Id, list[str]] = {}
    for placed in study.rows(Evidence):
        evidence.setdefault(placed.theme, []).append(placed.stance)
    lineage: dict[Id, list[OriginHere]] = {}
    for one in study.rows(Lineage):
        lineage.setdefault(one.theme, []).append(
            OriginHere(
                id=one.id, origin=one.origin, how=one.how, whole=one.whole, reason=one.reason,
                kind="code" if one.origin in codes else "theme" if one.origin in labels else "",
                name=codes.get(one.origin) or labels.get(one.origin, ""),
            )
        )  # fmt: skip
    return [
        ThemeLine(
            theme=theme, depth=depth, for_=evidence.get(theme.id, []).count("for"),
            against=evidence.get(theme.id, []).count("against"),
            lineage=tuple(sorted(lineage.get(theme.id, ()), key=lambda one: (one.name, one.id))),
        )
        for theme, depth in in_tree_order(themes)
    ]  # fmt: skip


@get("/themes/{theme:str}", tags=TAGS)
async def get_theme(seat: Seat, theme: FromPath[Id], at: At = "") -> ThemeToRead:
    """A theme with the words of its evidence."""
    return await seat.look(at, _theme, theme)


def _theme(study: Study, theme: Id) -> ThemeToRead:
    line = next((one for one in _lines(study) if one.theme.id == theme), None)
    if line is None:
        raise NotFoundError("theme", theme)
    evidence = {one.coding: one for one in study.rows(Evidence, theme=theme)}
    found = quotations(study, study.rows(Coding, id=list(evidence)))
    origins = [one.origin for one in line.lineage if one.kind == "code"]
    suggested = dict.fromkeys(origins, 0)
    for coding in study.rows(Coding, code=origins) if origins else ():
        suggested[coding.code] += coding.id not in evidence
    return ThemeToRead(
        theme=line,
        evidence=tuple(Placed(evidence=evidence[one.coding.id], quotation=one) for one in found),
        suggested=suggested,
    )


@get("/themes/{theme:str}/history", tags=TAGS)
async def get_theme_history(seat: Seat, theme: FromPath[Id]) -> list[Version]:
    """How label, content and meaning of a theme came to be what they are, oldest first."""
    return await seat.ask(versions, "theme", theme, OF_THEMES)


ROUTES = (get_themes, get_theme, get_theme_history)
