"""Every set of every configurational analysis, with its anchors and how many cases are scored, however far it has come.

What a careful reader would get wrong: a case counts as scored where it has a number, by anchors or by judgement. The
analysis itself takes only cases that have one in every set.
"""

from __future__ import annotations

from typing import Any

from crosscase.analyses.qca.scoring import scores_of
from crosscase.analyses.result import notes_of
from crosscase.analyses.scope import Filters
from crosscase.frames import Snapshot
from crosscase.model.table import Cell, Column, Table


def listed(snapshot: Snapshot) -> tuple[Table, list[dict[str, Any]]]:
    """Every set of every analysis, however far it has come: for people, and as data."""
    every = snapshot.configurations
    lines: list[dict[str, Any]] = []
    for place, sets in enumerate(every.sets):
        for one in sets:
            scores = scores_of(snapshot, one, Filters())
            anchors = {name: getattr(one, name) for name in ("full_out", "crossover", "full_in") if getattr(one, name)}
            lines.append(
                {
                    "analysis": every.labels[place], "id": one.id, "name": one.name, "part": one.part,
                    "nature": one.nature, "basis": one.basis, "anchors": anchors, "values": list(one.values),
                    "expects": one.expects, "scored": sum(score.value is not None for score in scores),
                    "of_cases": len(scores), "meaning": one.meaning,
                }
            )  # fmt: skip
    columns = (
        Column("analysis", "Analysis"), Column("name", "Set"), Column("part", "Is"), Column("nature", "Kind"),
        Column("basis", "Made of"), Column("anchors", "Anchors"), Column("expects", "Expected"),
        Column("scored", "Cases with a score"), Column("meaning", "Which cases belong"),
    )  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one["analysis"], one["name"], one["part"], one["nature"], one["basis"],
            ", ".join([*one["anchors"].values(), *one["values"]]), one["expects"],
            f"{one['scored']} of {one['of_cases']}", one["meaning"],
        )
        for one in lines
    )  # fmt: skip
    bare = [name for name, sets in zip(every.labels, every.sets, strict=True) if not sets]
    notes = notes_of(
        snapshot,
        "" if len(every) else "No configurational analysis was begun: the design is not switched on in this study.",
        f"Without a set yet: {', '.join(bare)}." if bare else "",
    )
    return Table(title="Configurational analyses", columns=columns, rows=rows, notes=notes), lines
