"""Memos as tables of an audit: those of some types that the one who makes it may show.

A reflexive memo is shown when it is shared, or by its author.
"""

from __future__ import annotations

from collections.abc import Collection

from crosscase.model import Memo
from crosscase.model.table import Column, Table
from crosscase.reads.things import Names
from crosscase.reports.audit.ground import AuditTable, Ground, person


def memo_table(ground: Ground, name: str, title: str, natures: Collection[str]) -> AuditTable:
    """The memos of these types."""
    names = Names(ground.study.store)
    columns = (
        Column("title", "Title"), Column("type", "Type"), Column("by", "By"), Column("about", "About"),
        Column("source", "Source"), Column("start", "From", "count"), Column("end", "To", "count"),
        Column("text", "Text"),
    )  # fmt: skip
    memos = [one for one in ground.study.rows(Memo) if one.nature in natures]
    shown = [one for one in memos if one.nature != "reflexive" or one.shared or one.member == ground.reader]
    rows = tuple(
        (
            one.title, one.nature, person(ground, one.member),
            names.of(one.about_kind, one.about) if one.about and one.about_kind in _NAMED else one.about_kind,
            ground.labels.get(one.source or "", ""), one.start if one.source and one.first else None,
            one.end if one.source and one.first else None, one.text,
        )
        for one in shown
    )  # fmt: skip
    kept = len(memos) - len(shown)
    notes = (f"{kept} more {'is' if kept == 1 else 'are'} their authors’ alone and not shown.",) if kept else ()
    return AuditTable(
        name, Table(title=title, columns=columns, rows=rows, notes=notes), "", {"source": ground.text_links}
    )


_NAMED = frozenset({"code", "case", "participant", "theme", "analysis", "interview"})
"""Kinds whose names quote nobody."""
