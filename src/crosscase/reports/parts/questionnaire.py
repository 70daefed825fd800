"""The questionnaire: what groups answered, tests with the result by case, and the answers beside what was said.

The joint display is of the first scale: the others can be had with `crosscase answers joint`. Tests are of answers, and
each table of them says that people of one case are not independent.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.answers import Answers, AnswersOptions, answers
from crosscase.analyses.joint import JointOptions, joint
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model.table import Table
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.parts.figures import figure
from crosscase.reports.parts.matrices import shown_matrix
from crosscase.study import Study

_MOST_CASES = 40


def build(study: Study, options: Options) -> Part:
    """The part; empty where the study has no questionnaire."""
    snapshot = study.snapshot()
    if not len(snapshot.items):
        return Part(())
    blocks: list[Block] = [Heading("The questionnaire")]
    if not (snapshot.items.outcome >= 0).any():
        return Part((*blocks, note("Nobody has answered it yet.")))
    found = answers(snapshot, AnswersOptions(by="primary" if snapshot.primary else ""))
    blocks.append(_block(snapshot, found.table(), "What was answered"))
    blocks += _figure(found)
    if found.tested:
        blocks.append(_block(snapshot, found.test_table(), "Tests of what was answered"))
        scales = {n for n, item in enumerate(found.items) if snapshot.items.natures[item] in {"likert", "number"}}
        whole = found.case_table()
        kept = [row for row, one in zip(whole.rows, found.by_case, strict=True) if one.item in scales]
        by_case = msgspec.structs.replace(whole, rows=tuple(kept))
        if len(snapshot.cases) <= _MOST_CASES and by_case.rows:
            blocks.append(_block(snapshot, by_case, "Scales and numbers by case"))
    return Part((*blocks, *_joint(snapshot, options)))


def _block(snapshot: Snapshot, table: Table, title: str) -> TableBlock:
    notes = tuple(text for text in table.notes if text != snapshot.invented)
    return TableBlock(table=msgspec.structs.replace(table, title=title, notes=notes))


def _figure(found: Answers) -> list[Block]:
    scale = next((n for n, item in enumerate(found.items) if found.snapshot.items.natures[item] == "likert"), None)
    if scale is None:
        return []
    groups = f" in {len(found.groups)} groups" if len(found.groups) > 1 else ""
    return [
        figure(
            found.chart(),
            "Answers on the scales",
            f"Diverging bars: the shares of each step among those who answered{groups}, parted at the middle of the "
            "scale. The same numbers stand in the table.",
            "Lower steps lie to the left, higher ones to the right; half of a middle step on each side.",
        )
    ]


def _joint(snapshot: Snapshot, options: Options) -> list[Block]:
    first = next((n for n, nature in enumerate(snapshot.items.natures) if nature == "likert"), None)
    rows = "categories" if snapshot.codes.category.any() else "codes"
    if first is None:
        return []
    try:
        asked = JointOptions(
            item=snapshot.items.ids[first], rows=rows, include_unreviewed=options.include_unreviewed
        )  # fmt: skip
        found = joint(snapshot, asked)
        return shown_matrix(found, called=found.table_title)
    except BadValueError:
        return []
