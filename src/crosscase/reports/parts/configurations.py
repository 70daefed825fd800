"""Configurational analyses: scores with anchors, necessity, truth table, all models, and what they depend on.

It is printed where somebody switched it on, and says that it is another design. What a careful reader would get wrong:
one that has no outcome or no scored case yet is named with what it lacks, and not left out.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.qca.asked import QcaOptions, Show
from crosscase.analyses.qca.inquiry import Qca, SwitchedOffError, qca
from crosscase.errors import BadValueError
from crosscase.model.table import Table
from crosscase.reports.document import Block, Heading, Part, TableBlock, note, plain
from crosscase.reports.options import Options
from crosscase.reports.parts.figures import figure
from crosscase.study import Study

_TABLES: tuple[Show, ...] = ("scores", "reasons", "necessity", "rows", "solutions", "sensitivity")


def build(study: Study, options: Options) -> Part:
    """The part: empty while no configurational analysis was begun, unless it is asked for by name."""
    snapshot = study.snapshot()
    heading = Heading("Configurational analysis (QCA)")
    every = snapshot.configurations
    if not len(every):
        return Part((heading, note(SwitchedOffError().message)) if "configurations" in options.parts else ())
    blocks: list[Block] = [heading]
    for place, id in enumerate(every.ids):
        about = every.rows[place]
        blocks.append(Heading(about["name"], level=2))
        blocks.append(plain(f"{about['question']} {about['why']}".strip()))
        try:
            found = qca(snapshot, QcaOptions(configuration=id, include_unreviewed=options.include_unreviewed))
        except BadValueError as nothing:
            blocks.append(note(nothing.message))
            continue
        blocks += _shown(found)
    return Part(tuple(blocks))


def _shown(found: Qca) -> list[Block]:
    common = set(found.notes())
    tables = [found.table(show) for show in _TABLES]
    # What holds for all tables is printed once, under the truth table.
    kept = [
        table if show == "rows" else _without(table, common) for show, table in zip(_TABLES, tables, strict=True)
    ]  # fmt: skip
    drawn = figure(
        found.chart(), f"Cases by their membership in the {found.options.solution} solution and in the outcome",
        f"Points: {len(found.here)} cases. To the right membership in the solution, upwards membership in the outcome; "
        "the solution is sufficient as far as cases lie on or above the diagonal. The memberships stand in the table "
        "of scores.",
        "On or above the dashed line a case fits.",
    )  # fmt: skip
    return [*(TableBlock(table=table) for table in kept if table.rows), drawn]


def _without(table: Table, notes: set[str]) -> Table:
    return msgspec.structs.replace(table, notes=tuple(one for one in table.notes if one not in notes))
