"""Themes as people read them: in their order, with what lies under a theme behind it."""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.model import Id, Theme


def in_tree_order(themes: Iterable[Theme]) -> list[tuple[Theme, int]]:
    """Each theme with how deep it lies, by analysis, position and label; without its parent it lies at the top."""
    ordered = sorted(themes, key=lambda one: (one.analysis, one.position, one.label, one.id))
    known = {one.id for one in ordered}
    under: dict[Id | None, list[Theme]] = {}
    for one in ordered:
        under.setdefault(one.parent if one.parent in known else None, []).append(one)
    found: list[tuple[Theme, int]] = []
    pending = [(one, 0) for one in reversed(under.get(None, []))]
    while pending:
        one, depth = pending.pop()
        found.append((one, depth))
        pending += [(below, depth + 1) for below in reversed(under.get(one.id, []))]
    return found
