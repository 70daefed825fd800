"""How the categories were worked on: what was compared and decided, their properties, and how they hang together.

A category that was not compared with anything is left out of the table and counted under it. Reasons are printed as
they were written.

What a careful reader would get wrong: this part reports pairs that were compared. That is not by itself constant
comparison of the whole study, and it does not make a study grounded theory; the part says so where it is printed.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.compared import ComparedTable, compared
from crosscase.errors import BadValueError
from crosscase.model import Code, Comparison, Member, Property, Relation
from crosscase.model.table import Column, Table
from crosscase.reads.bench import comparisons_made
from crosscase.reads.lookup import code_paths
from crosscase.reports.document import Block, Heading, Part, TableBlock, note
from crosscase.reports.options import Options
from crosscase.study import Study

_DECIDED = (
    Column("category", "Category"), Column("decision", "Decided"), Column("reason", "Why"), Column("rule", "Chosen"),
    Column("member", "By"),
)  # fmt: skip
_PROPERTIES = (Column("category", "Category"), Column("property", "Property"), Column("low", "From"),
               Column("high", "To"))  # fmt: skip
_RELATIONS = (Column("category", "Category"), Column("nature", "Has as its"), Column("to", "Category"),
              Column("segments", "Segments", "count"), Column("note", "What is said of it"))  # fmt: skip


def build(study: Study, _options: Options) -> Part:
    """The part."""
    heading = Heading("How categories were compared")
    snapshot = study.snapshot()
    bench = snapshot.bench
    if not (bench.comparisons or bench.properties or bench.relations):
        return Part((heading, note("Nothing has been compared on the bench yet.")))
    blocks: list[Block] = [heading]
    try:
        blocks += _gone_through(compared(snapshot, made=comparisons_made(study.store)))
    except BadValueError as error:
        blocks.append(note(error.message))
    return Part((*blocks, *_decided(study), *_properties(study), *_relations(study)))


def _gone_through(found: ComparedTable) -> list[Block]:
    rows = tuple(row for row in found.rows if row.comparisons)
    if not rows:
        return []
    table = ComparedTable(found.snapshot, found.options, rows, found.core).table()
    kept = [n for n, column in enumerate(table.columns) if column.key not in ("left", "properties", "relations")]
    left = len(found.rows) - len(rows)
    also = (f"{left} further categories were not compared with anything.",) if left else ()
    notes = tuple(text for text in (*table.notes, *also) if text != found.snapshot.invented)
    shown = msgspec.structs.replace(
        table, columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows), notes=notes,
    )  # fmt: skip
    return [TableBlock(table=shown)]


def _decided(study: Study) -> list[Block]:
    paths, when = code_paths(study.rows(Code)), comparisons_made(study.store)
    members = {one.id: one.name for one in study.rows(Member)}
    known = sorted(study.rows(Comparison), key=lambda one: (when.get(one.id, 0), one.id))
    rows = tuple(
        (
            paths.get(one.category or "", ""), one.decision, " ".join(one.reason.split()),
            f"{one.rule}, seed {one.seed}" if one.rule else "by hand", members.get(one.member, ""),
        )
        for one in known
        if one.reason.strip()
    )  # fmt: skip
    unsaid = len(known) - len(rows)
    notes = (f"{unsaid} more were decided without a reason being written down.",) if unsaid else ()
    return (
        [TableBlock(table=Table(title="What comparing decided", columns=_DECIDED, rows=rows, notes=notes))]
        if rows
        else []
    )


def _properties(study: Study) -> list[Block]:
    paths = code_paths(study.rows(Code))
    known = sorted(study.rows(Property), key=lambda one: (paths.get(one.category, ""), one.position, one.name))
    rows = tuple((paths.get(one.category, ""), one.name, _end(one.low, one.at_low), _end(one.high, one.at_high))
                 for one in known)  # fmt: skip
    notes = ("An end without a segment was thought of and not found.",)
    shown = Table(title="Properties of categories", columns=_PROPERTIES, rows=rows, notes=notes)
    return [TableBlock(table=shown)] if rows else []


def _end(name: str, segment: str | None) -> str:
    return name if segment else f"{name} (no segment)".strip()


def _relations(study: Study) -> list[Block]:
    paths = code_paths(study.rows(Code))
    ground = {one.id: len(one.codings) for one in study.snapshot().bench.relations}
    known = sorted(study.rows(Relation), key=lambda one: (paths.get(one.category, ""), one.nature, one.to))
    rows = tuple(
        (paths.get(one.category, ""), one.nature, paths.get(one.to, ""), ground.get(one.id, 0), one.note)
        for one in known
    )
    shown = Table(title="How categories hang together", columns=_RELATIONS, rows=rows)
    return [TableBlock(table=shown)] if rows else []
