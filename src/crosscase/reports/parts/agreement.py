"""How far coders agree, where they differ, and what was decided: with the unit, texts, coders and categories.

For a reflexive analysis the part says why there is no number. What was decided is printed with who decided; what a
careful reader would get wrong: none of it is in the numbers above it.
"""

from __future__ import annotations

from collections import Counter

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import KINDS, DifferenceOptions
from crosscase.analyses.families import OffHereError
from crosscase.errors import BadValueError
from crosscase.model.table import Column, Table
from crosscase.reads.agreement import agreement_in, decided, differences_in
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_MOST = 12
"""Pairs of codes that are taken for each other: so many are printed."""


def build(study: Study, options: Options) -> Part:
    """The part."""
    heading = Heading("Agreement between coders")
    asked = AgreementOptions(analysis=options.analysis, include_unreviewed=options.include_unreviewed)
    try:
        found = agreement_in(study, asked)
    except (OffHereError, BadValueError) as nothing:
        return Part((heading, note(nothing.message)))
    invented = found.snapshot.invented
    table = found.table()
    blocks: list[Block] = [
        heading,
        TableBlock(table=_plain(table, invented)),
    ]
    differing = differences_in(study, DifferenceOptions(include_unreviewed=options.include_unreviewed))
    kinds = Counter(one.kind for one in differing.rows)
    taken = [(code, instead, count) for (kind, code, instead), count in differing.counts.items() if kind == "confusion"]
    told = ", ".join(f"{kind} {kinds[kind]:,}" for kind in KINDS if kinds[kind])
    columns = (Column("code", "Code"), Column("instead", "Beside"), Column("count", "Places", "count"))
    if taken:
        rest = f" Of {len(taken)} pairs the first {_MOST} are shown." if len(taken) > _MOST else ""
        table = Table(
            title="Codes that were taken for each other", columns=columns, rows=tuple(taken[:_MOST]),
            notes=(f"Places where two coders differ, by kind: {told}. Here: another code on the same passage.{rest}",),
        )  # fmt: skip
        blocks.append(TableBlock(table=table))
    elif told:
        blocks.append(note(f"Places where two coders differ, by kind: {told}."))
    return Part((*blocks, *_decided(study)))


def _plain(table: Table, invented: str) -> Table:
    # Words that made-up data carry stand on every page already.
    return Table(
        title=table.title, columns=table.columns, rows=table.rows,
        notes=tuple(one for one in table.notes if one != invented),
    )  # fmt: skip


def _decided(study: Study) -> list[Block]:
    rows = decided(study.store)
    if not rows:
        return []
    columns = (
        Column("source", "Text"), Column("kind", "Kind"), Column("code", "One"), Column("instead", "Other"),
        Column("outcome", "Decided"), Column("deciders", "By"), Column("reason", "Why"),
    )  # fmt: skip
    table = Table(
        title="What was decided where coders differed", columns=columns,
        rows=tuple(
            (
                one.source_name, one.difference, one.code, one.instead or "nothing",
                ", ".join(one.agreed) or "nothing stands", ", ".join(one.deciders), one.reason,
            )
            for one in rows
        ),
        notes=("What each coder did stays; what was decided stands beside it and is in no coefficient.",),
    )  # fmt: skip
    return [TableBlock(table=table)]
