"""Contrasts of groups, and one group in one row opened to its words."""

from __future__ import annotations

import msgspec

from crosscase.analyses.contrasts import Contrast, ContrastOptions, Contrasts, Opened
from crosscase.analyses.contrasts import contrasts as contrasted
from crosscase.analyses.lines import Line
from crosscase.model import Coding
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study


class ContrastsHere(msgspec.Struct, frozen=True, kw_only=True):
    """Contrasts, pair of groups by pair of groups."""

    version: str
    title: str
    rows: tuple[Line, ...]
    groups: tuple[Line, ...]
    contrasts: tuple[Contrast, ...]
    notes: tuple[str, ...]


class SideAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One group in one row, each by key or label."""

    options: ContrastOptions
    row: str
    group: str


class SideOpened(msgspec.Struct, frozen=True, kw_only=True):
    """One group in one row, with the words behind it."""

    side: Opened
    quotations: tuple[Quotation, ...]


def contrasts(study: Study, asked: ContrastOptions) -> ContrastsHere:
    """Contrast groups: what one says more than another, and whether that holds."""
    found = _found(study, asked)
    return ContrastsHere(
        version=found.snapshot.version, title=found.title, rows=found.lines, groups=found.groups,
        contrasts=found.contrasts, notes=found.notes(),
    )  # fmt: skip


def contrast_side(study: Study, asked: SideAsked) -> SideOpened:
    """Open one group in one row of contrasts."""
    side = _found(study, asked.options).open(asked.row, asked.group)
    behind = study.rows(Coding, id=[*side.coding_ids, *side.unreviewed_ids])
    return SideOpened(side=side, quotations=tuple(quotations(study, behind)))


def _found(study: Study, asked: ContrastOptions) -> Contrasts:
    return contrasted(study.snapshot(), blind(study, asked), study.index() if asked.query else None)
