"""What reporting guidelines ask for, item by item, with what is missing."""

from __future__ import annotations

from typing import get_args

from crosscase.reads.guideline_items import Guideline
from crosscase.reports.document import Heading, Part, TableBlock
from crosscase.reports.guidelines import compiled, guideline_table
from crosscase.reports.options import Options
from crosscase.study import Study


def build(study: Study, _options: Options) -> Part:
    """The part: one checklist for each guideline."""
    tables = tuple(TableBlock(table=guideline_table(compiled(study, name))) for name in get_args(Guideline))
    return Part((Heading("Reporting guidelines"), *tables))
