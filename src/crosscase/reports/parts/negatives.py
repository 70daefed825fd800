"""Negative cases: what may speak against each theme, and what became of it. Open ones are listed first."""

from __future__ import annotations

from collections import Counter

from crosscase.analyses.negatives import Negative, NegativeOptions, negatives
from crosscase.errors import BadValueError
from crosscase.model.table import Column, Table
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.reports.wording import listed
from crosscase.study import Study

_COLUMNS = (
    Column("label", "Theme"), Column("name", "What"), Column("rule", "Found because it"),
    Column("why", "Where it stands"), Column("disposition", "What became of it"), Column("reason", "Why"),
)  # fmt: skip
_BECAME = {
    "open": "open", "revises": "revises the theme", "exception": "an exception", "coding error": "was coded wrongly",
    "not relevant": "not relevant",
}  # fmt: skip


def build(study: Study, options: Options) -> Part:
    """The part: what people noted or settled, and how many candidates nobody has looked at."""
    snapshot = study.snapshot()
    heading = Heading("Negative cases")
    asked = NegativeOptions(analysis=options.analysis, include_unreviewed=options.include_unreviewed)
    try:
        found = negatives(snapshot, asked).candidates
    except BadValueError as nothing:
        return Part((heading, note(nothing.message)))
    noted = sorted((one for one in found if one.noted), key=lambda one: one.disposition != "open")
    waiting = Counter(one.label for one in found if not one.noted)
    blocks: list[Block] = [heading]
    left = ""
    if waiting:
        places = listed([f"{label} ({count})" for label, count in waiting.items()])
        left = f"Nobody has looked yet at {sum(waiting.values())} further candidates that were found by rule: {places}."
    if noted:
        table = Table(
            title="What may speak against the themes, and what became of it", columns=_COLUMNS,
            rows=tuple(map(_row, noted)), notes=(left,) if left else (),
        )  # fmt: skip
        blocks.append(TableBlock(table=table))
    else:
        blocks.append(note(left or "Nothing that may speak against a theme was found by rule, or noted by hand."))
    blocks.append(note("Silence is no evidence against a theme and is not listed here."))
    return Part(tuple(blocks))


def _row(one: Negative) -> tuple[str, ...]:
    return one.label, one.name, one.rule, one.why, _BECAME[one.disposition], " ".join(one.reason.split())
