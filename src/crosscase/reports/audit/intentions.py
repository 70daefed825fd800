"""Class 5, intentions and dispositions: what the study set out to find, who works on it, and what they wrote of it.

Reflexive memos are shown when they are shared, or to their author; perspectives the same.
"""

from __future__ import annotations

from crosscase.model import Case, Member, Role, Target
from crosscase.model.table import Column, Table
from crosscase.reports.audit.ground import AuditTable, Ground
from crosscase.reports.audit.memos import memo_table


def build(ground: Ground) -> tuple[AuditTable, ...]:
    """Its tables."""
    memos = memo_table(ground, "reflexive-memos", "Reflexive memos", ("reflexive",))
    return (_intentions(ground), _members(ground), _frame(ground), memos)


def _intentions(ground: Ground) -> AuditTable:
    settings = ground.study.settings()
    rows = [("title", settings.title), ("aims", settings.aims)]
    rows += [(f"research question {number}", one) for number, one in enumerate(settings.questions, 1)]
    rows += [("ethics reference", settings.ethics), ("invented", settings.invented)]
    columns = (Column("what", "What"), Column("words", "Words"))
    table = Table(title="What the study set out to find", columns=columns, rows=tuple(one for one in rows if one[1]))
    return AuditTable("intentions", table)


def _members(ground: Ground) -> AuditTable:
    columns = (
        Column("member", "Member"), Column("nature", "Person or machine"), Column("permission", "Permission"),
        Column("perspectives", "Perspectives"),
    )  # fmt: skip
    rows = sorted(
        (
            one.name, one.nature, one.permission,
            "; ".join(one.perspectives) if one.perspectives_shared or one.id == ground.reader else "",
        )
        for one in ground.study.rows(Member)
        if one.merged_into is None
    )  # fmt: skip
    notes = ("Perspectives are shown with the consent of the member.",)
    return AuditTable("members", Table(title="Who works on the study", columns=columns, rows=tuple(rows), notes=notes))


def _frame(ground: Ground) -> AuditTable:
    cases = {one.id: one.code for one in ground.study.rows(Case)}
    roles = {one.id: one.name for one in ground.study.rows(Role)}
    columns = (Column("case", "Case"), Column("role", "Sampling role"), Column("planned", "Planned", "count"))
    rows = sorted((cases.get(one.case, ""), roles.get(one.role, ""), one.planned) for one in ground.study.rows(Target))
    return AuditTable("frame", Table(title="The sample that was planned", columns=columns, rows=tuple(rows)))
