"""Who stands behind each theme, and the minority reports that are printed with it.

Printed after Table 3. What a careful reader would get wrong: a theme that is called final is not thereby everybody's;
where not all authors have signed it off as it reads now, the part says so.
"""

from __future__ import annotations

from crosscase.model import Discussion, Id, Member, Theme
from crosscase.model.table import Column, Table
from crosscase.reads.discussions import minority_reports
from crosscase.reads.sign_offs import SignedOff, signed_off
from crosscase.reads.themes import in_tree_order
from crosscase.reports.document import Block, TableBlock, note
from crosscase.study import Study

_SIGNED = (Column("theme", "Theme"), Column("status", "Is"), Column("signed", "Who stands behind it"))
_MINORITY = (Column("theme", "Theme"), Column("member", "Who"), Column("dissent", "Minority report"),
             Column("outcome", "Outcome of the discussion"))  # fmt: skip


def blocks(study: Study, analysis: Id, named: str) -> list[Block]:
    """Sign-offs and minority reports of an analysis; nothing, where nobody signed or disagreed."""
    themes = [one for one, _ in in_tree_order(study.rows(Theme, analysis=analysis))]
    found = [(one, signed_off(study.store, one)) for one in themes]
    return [*_signed(study, found, named), *_minority(study, themes, named)]


def _signed(study: Study, found: list[tuple[Theme, SignedOff]], named: str) -> list[Block]:
    names = {one.id: one.name for one in study.rows(Member)}
    shown = [(one, each) for one, each in found if each.signatures or one.status == "final"]
    if not shown:
        return []
    rows = tuple(
        (one.label, one.status, each.sentence(lambda member: names.get(member, "somebody"))) for one, each in shown
    )
    unsigned = [one.label for one, each in shown if one.status == "final" and not each.by_all]
    contested = [one.label for one, each in shown if any(mark.contested for mark in each.wording)]
    notes = tuple(
        text
        for text in (
            f"Called final and not signed off by all authors: {'; '.join(unsigned)}." if unsigned else "",
            f"A change marked as wording only was contested: {'; '.join(contested)}." if contested else "",
            f"{len(found) - len(shown)} further themes were signed off by nobody." if len(found) > len(shown) else "",
        )
        if text
    )
    return [
        TableBlock(table=Table(title=f"Who stands behind the themes{named}", columns=_SIGNED, rows=rows, notes=notes))
    ]


def _minority(study: Study, themes: list[Theme], named: str) -> list[Block]:
    names = {one.id: one.name for one in study.rows(Member)}
    talks = {one.id: one for one in study.rows(Discussion)}
    rows = tuple(
        (theme.label, names.get(one.member, ""), one.dissent, talks[one.discussion].outcome)
        for theme in themes
        for one in minority_reports(study, theme.id)
    )
    if not rows:
        return []
    table = Table(title=f"Minority reports{named}", columns=_MINORITY, rows=rows)
    return [TableBlock(table=table), note("A minority report is the reading of its author, kept beside the theme.")]
