"""Saturation: the curve with its band, what runs brought, roles, and meaning where nuances are written down.

For a reflexive analysis the part says why there is none.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.saturation import ReflexiveError, saturation
from crosscase.analyses.saturation_asked import SaturationOptions
from crosscase.errors import BadValueError
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.parts.figures import figure
from crosscase.study import Study


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    heading = Heading("Saturation")
    asked = SaturationOptions(
        analysis=options.analysis, by="roles" if len(snapshot.roles) else "",
        include_unreviewed=options.include_unreviewed,
    )  # fmt: skip
    try:
        found = saturation(snapshot, asked)
    except (BadValueError, ReflexiveError) as nothing:
        return Part((heading, note(nothing.message)))
    of = f"{len(found.rows)} interviews, {int(found.new.sum())} codes in them"
    blocks: list[Block] = [
        heading,
        figure(
            found.chart(), "Codes that had appeared, interview by interview",
            f"Curve: {of}. A line for the order in which they were held, and a band for nine in ten of "
            f"{asked.orders:,} random orders; the numbers stand in the table of runs and in its notes.",
            "The line: the order held. The band: nine in ten random orders, dashes their median.",
        ),
        TableBlock(table=found.table("runs")),
    ]  # fmt: skip
    if asked.by:
        # What holds for all of it stands under the runs.
        blocks.append(TableBlock(table=msgspec.structs.replace(found.table("groups"), notes=())))
    if any(one.nuances for one in found.meaning):
        blocks.append(TableBlock(table=found.table("meaning")))
    else:
        blocks.append(note("No nuances of categories are written down, so that nothing can be said about meaning."))
    return Part(tuple(blocks))
