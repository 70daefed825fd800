"""Class 4, process notes: the whole log in words, what each code and theme said before, memos on method.

The log tells nothing of another's private memo. What a careful reader would get wrong: times are those of the clock of
whoever acted; the order is the journal's.
"""

from __future__ import annotations

from crosscase.model import Code, Theme, short
from crosscase.model.table import Column, Table
from crosscase.reads.history import log_entries
from crosscase.reads.lookup import code_paths
from crosscase.reads.moments import told
from crosscase.reports.audit.ground import AuditTable, Ground
from crosscase.reports.audit.memos import memo_table
from crosscase.store.absorb import writes_to

_OF_CODES = ("name", "definition", "inclusion", "exclusion", "properties")
_OF_THEMES = ("label", "content", "meaning", "boundary", "story")


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    memos = memo_table(ground, "memos-on-method", "Memos on method", ("methodological",))
    return (_log(ground), _wordings(ground), memos)


def _log(ground: Ground) -> AuditTable:
    columns = (
        Column("when", "When"), Column("entry", "Entry"), Column("by", "Who"), Column("what", "What"),
        Column("because", "Why"), Column("undone", "Undone since"),
    )  # fmt: skip
    entries = log_entries(ground.study.store, reader=ground.reader)
    rows = tuple(
        (told(one.wall), short(one.id), one.by, one.what, one.because, "yes" if one.undone else "") for one in entries
    )
    return AuditTable(
        "log", Table(title="What was done, by whom, and why", columns=columns, rows=rows),
        "Every act from the beginning, in the words of its day.",
    )  # fmt: skip


def _wordings(ground: Ground) -> AuditTable:
    """Every wording that a code or a theme had, in order."""
    store = ground.study.store
    lines = {line.digest: line for line in store.log()}
    names = code_paths(store.rows(Code)) | {one.id: one.label for one in store.rows(Theme)}
    rows: list[tuple[str, str, str, str, str, str]] = []
    with store.reading() as connection:
        for kind, row, fields in (("code", Code, _OF_CODES), ("theme", Theme, _OF_THEMES)):
            things = [one.id for one in store.rows(row)]
            for field in fields:
                for thing, writes in writes_to(store, connection, kind, field, things).items():
                    worded = [write for write in writes if write.after]
                    for write in worded if len(writes) > 1 else ():
                        line = lines[write.digest]
                        who = ground.members.get(line.by, "somebody")
                        rows.append((names[thing], kind, field, told(line.wall), who, str(write.after)))
    columns = (
        Column("thing", "Thing"), Column("kind", "Kind"), Column("field", "What of it"), Column("when", "When"),
        Column("by", "Who"), Column("words", "Words"),
    )  # fmt: skip
    order = {field: number for number, field in enumerate((*_OF_CODES, *_OF_THEMES))}
    rows.sort(key=lambda one: (one[1], one[0], order[one[2]]))
    return AuditTable(
        "wordings", Table(title="How codes and themes came to say what they say", columns=columns, rows=tuple(rows)),
        "Each wording of a label or a text that was changed at least once, the first to the last.",
    )  # fmt: skip
