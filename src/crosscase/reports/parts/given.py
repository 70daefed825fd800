"""What participants were given to read, what they said and what was changed for it (COREQ 23 and 28)."""

from __future__ import annotations

from collections import Counter

from crosscase.model.table import Column, Table
from crosscase.reads.standing_against import given_as_it_may, given_back, given_counts
from crosscase.reports.document import Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_COLUMNS = (
    Column("participant", "Participant"), Column("nature", "Was given"), Column("date", "When"),
    Column("said", "What they said"), Column("changed", "What was changed"),
)  # fmt: skip


def build(study: Study, options: Options) -> Part:
    """The part: who was given what; and of whom in each case nothing is written down."""
    lines = given_back(study.store)
    given = [one for one in lines if one.nature]
    heading = Heading("What participants were given back")
    if not given:
        return Part((heading, note("Nothing is written down yet of what participants were given to read.")))
    as_it_may = given_as_it_may(given, study.consents(on=options.on).refused("verbatim"))
    rows = tuple((one.identifier, one.nature, one.date, one.said, one.changed) for one in as_it_may)
    without = Counter(one.case for one in lines if not one.nature)
    of = Counter(case for case, _ in dict.fromkeys((one.case, one.participant) for one in lines))
    gaps = ", ".join(f"{case or 'no case'} {without[case]} of {of[case]}" for case in of if without[case])
    notes = (*given_counts(lines), f"Nothing is written down of others: {gaps}." if gaps else "")
    table = Table(
        title="What participants were given back", columns=_COLUMNS, rows=rows, notes=tuple(filter(None, notes))
    )
    return Part((heading, TableBlock(table=table)))
