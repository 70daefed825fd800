"""The codebook in reading order, with how often each code was used.

Codes merged into another are not listed; their codings are counted under that other one. A code under a merged one
hangs where that one was merged into. Codings by rule that nobody accepted are counted apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from crosscase.model import Code, Coding, Id
from crosscase.reads.lookup import code_paths

if TYPE_CHECKING:
    from crosscase.store.store import Store  # commands show their help without opening anything


class CodeLine(msgspec.Struct, frozen=True):
    """A code where it stands in the tree: its path, how deep, codings that count and unreviewed ones, its own only."""

    code: Code
    path: str
    depth: int
    codings: int
    unreviewed: int
    sources: int


class Use(msgspec.Struct, frozen=True):
    """How often a code was used: codings that count, unreviewed ones apart, and in how many sources."""

    codings: int
    unreviewed: int
    sources: int


def stands_for(codes: list[Code]) -> dict[Id, Id]:
    """The code that each one leads to in the end."""
    return _ends({code.id: code.merged_into for code in codes})


def leading(store: Store) -> dict[Id, Id]:
    """The same for all codes of a study, of which nothing else is read."""
    columns = store.columns("code", ("merged_into",))
    return _ends(dict(zip(columns["id"], columns["merged_into"], strict=True)))


def _ends(to: Mapping[Id, Id | None]) -> dict[Id, Id]:
    ends: dict[Id, Id] = {}
    for code, into in to.items():
        if into is None:
            ends[code] = code
            continue
        here, steps = code, 0
        while (there := to.get(here)) is not None and there in to and steps < len(to):
            here, steps = there, steps + 1
        ends[code] = here
    return ends


def uses(store: Store, leads: Mapping[Id, Id]) -> dict[Id, Use]:
    """How often each code was used that was; `leads` as `leading` gives it."""
    counts: dict[Id, int] = {}
    apart: dict[Id, int] = {}
    sources: dict[Id, set[Id]] = {}
    for (code, source, origin, accepted), count in store.tally(
        Coding, ("code", "source", "origin", "accepted")
    ).items():
        end = leads.get(code, code)
        held = apart if origin == "rule" and accepted is None else counts
        held[end] = held.get(end, 0) + count
        sources.setdefault(end, set()).add(source)
    return {code: Use(counts.get(code, 0), apart.get(code, 0), len(places)) for code, places in sources.items()}


def codebook(store: Store) -> list[CodeLine]:
    """All codes, parents before what lies under them."""
    codes = store.rows(Code)
    leads, by_id = stands_for(codes), {code.id: code for code in codes}
    used, never = uses(store, leads), Use(0, 0, 0)
    under: dict[Id | None, list[Code]] = {}
    for code in codes:
        if leads[code.id] == code.id:
            parent = leads.get(code.parent) if code.parent in by_id else None
            under.setdefault(parent if parent != code.id else None, []).append(code)
    paths = code_paths(codes)
    lines: list[CodeLine] = []
    pending = [(code, 0) for code in reversed(_ordered(under.get(None, [])))]
    while pending:
        code, depth = pending.pop()
        lines.append(CodeLine(code, paths[code.id], depth, *msgspec.structs.astuple(used.get(code.id, never))))
        if code.id in under:
            pending += [(below, depth + 1) for below in reversed(_ordered(under[code.id]))]
    return lines


def _ordered(codes: list[Code]) -> list[Code]:
    return sorted(codes, key=lambda code: (code.position, code.name, code.id))
