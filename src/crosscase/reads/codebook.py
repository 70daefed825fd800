"""The codebook in reading order, with how often each code was used.

Codes merged into another are not listed; their codings are counted under that other one. A code under a merged one
hangs where that one was merged into. Codings by rule that nobody accepted are counted apart.
"""

from __future__ import annotations

import msgspec

from crosscase.model import Code, Id
from crosscase.reads.lookup import code_paths
from crosscase.reads.review import Ground


class CodeLine(msgspec.Struct, frozen=True):
    """A code where it stands in the tree: its path, how deep, codings that count and unreviewed ones, its own only."""

    code: Code
    path: str
    depth: int
    codings: int
    unreviewed: int
    sources: int


def stands_for(codes: list[Code]) -> dict[Id, Id]:
    """The code that each one leads to in the end."""
    to = {code.id: code.merged_into for code in codes}
    ends: dict[Id, Id] = {}
    for code in to:
        here, steps = code, 0
        while (there := to.get(here)) is not None and there in to and steps < len(to):
            here, steps = there, steps + 1
        ends[code] = here
    return ends


def codebook(ground: Ground) -> list[CodeLine]:
    """All codes, parents before what lies under them."""
    codes = ground.rows(Code)
    leads, by_id = stands_for(codes), {code.id: code for code in codes}
    counts: dict[Id, int] = {}
    apart: dict[Id, int] = {}
    sources: dict[Id, set[Id]] = {}
    columns = ground.columns("coding", ("code", "source", "origin", "accepted"))
    for code, source, origin, accepted in zip(
        columns["code"], columns["source"], columns["origin"], columns["accepted"], strict=True
    ):
        end = leads.get(code, code)
        held = apart if origin == "rule" and accepted is None else counts
        held[end] = held.get(end, 0) + 1
        sources.setdefault(end, set()).add(source)
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
        lines.append(
            CodeLine(
                code, paths[code.id], depth, counts.get(code.id, 0), apart.get(code.id, 0),
                len(sources.get(code.id, ())),
            )
        )  # fmt: skip
        pending += [(below, depth + 1) for below in reversed(_ordered(under.get(code.id, [])))]
    return lines


def _ordered(codes: list[Code]) -> list[Code]:
    return sorted(codes, key=lambda code: (code.position, code.name, code.id))
