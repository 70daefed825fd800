"""What the findings say, as claims that were checked: status, counts, and what each depends on."""

from __future__ import annotations

import msgspec

from crosscase.model import Claim
from crosscase.reports.claims_since import ledger_of
from crosscase.reports.document import Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study


def build(study: Study, _options: Options) -> Part:
    """The part: the ledger, without ids."""
    heading = Heading("Claims")
    if not study.rows(Claim):
        return Part((heading, note("No finding is written down yet as a claim that can be checked.")))
    table = ledger_of(study).table()
    without = msgspec.structs.replace(table, columns=table.columns[1:], rows=tuple(row[1:] for row in table.rows))
    return Part((heading, TableBlock(table=without)))
