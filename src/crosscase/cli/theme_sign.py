"""The `theme` commands about who stands behind a theme, and analyses side by side.

`theme` itself stands in `cli.theme`; the listing names this module, so that its commands are all there.
"""

from __future__ import annotations

from typing import Any

import click

from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, result_output, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command, member
from crosscase.cli.theme import analysis_option, theme
from crosscase.cli.theme import theme_named as named
from crosscase.model import short

__all__ = ["analyses", "theme"]


@member(theme, "sign", examples=["crosscase theme peers.crosscase sign 'Risk is shared' --note 'as it reads now'"])
@target
@click.argument("name", metavar="THEME")
@analysis_option
@click.option("--disagree", is_flag=True, help="You do not stand behind it.")
@click.option("--note", default="", metavar="TEXT", help="What you want to say with it.")
@acting_options
def sign(target: Target, name: str, analysis: str | None, disagree: bool, note: str, who: Who) -> None:
    """Say that you stand behind a theme as it reads now, or that you do not."""
    from crosscase.verbs.sign_offs import sign_theme

    with acting(target, who) as study:
        one = named(study, name, analysis)
        done = study.do(sign_theme, one.id, agrees=not disagree, note=note)
        what = f"You do not stand behind {one.label!r}." if disagree else f"Signed {one.label!r} off."
        told(done, what, who, id=done.value)


@member(theme, "signed", examples=["crosscase theme peers.crosscase signed"])
@target
@analysis_option
@table_output
def signed(target: Target, analysis: str | None, out: Out) -> None:
    """Show who stands behind each theme, whose sign-off has lapsed, and changes of wording."""
    from crosscase.model import Analysis, Member, Theme
    from crosscase.model.table import Column, Table
    from crosscase.reads.sign_offs import signed_off
    from crosscase.reads.themes import in_tree_order

    with reading(target) as study:
        wanted = study.find(Analysis, analysis).id if analysis else None
        names = {one.id: one.name for one in study.rows(Member)}
        themes = [one for one, _ in in_tree_order(study.rows(Theme)) if wanted in (None, one.analysis)]
        standing = [(one, signed_off(study.store, one)) for one in themes]
        invented = study.settings().invented
    data: list[dict[str, Any]] = [
        {
            "id": one.id, "label": one.label, "status": one.status, "by_all": found.by_all,
            "agreed": [names.get(each, "") for each in found.agreed],
            "against": [names.get(each, "") for each in found.against],
            "missing": [names.get(each, "") for each in found.missing],
            "lapsed": [names.get(each.member, "") for each in found.signatures if each.lapsed],
            "wording": [
                {
                    "id": each.id, "entry": each.entry, "by": names.get(each.member, ""),
                    "contested": names.get(each.contested or "", ""), "reason": each.reason,
                }
                for each in found.wording
            ],
        }
        for one, found in standing
    ]  # fmt: skip
    columns = (
        Column("label", "Theme"), Column("status", "Is"), Column("signed", "Who stands behind it"),
        Column("wording", "Wording only"),
    )  # fmt: skip
    rows = tuple(
        (
            one.label, one.status, found.sentence(lambda each: names.get(each, "")),
            "; ".join(
                f"by {names.get(each.member, '')} ({short(each.id)})"
                + (f", contested by {names.get(each.contested, '')}" if each.contested else "")
                for each in found.wording
            ),
        )
        for one, found in standing
    )  # fmt: skip
    notes = [invented] if invented else []
    if any(one.status == "final" and not found.by_all for one, found in standing):
        notes.append("A theme is called final that not all authors have signed off.")
    out.table(Table(title="Sign-offs", columns=columns, rows=rows, notes=tuple(notes)), {"themes": data})


@member(theme, "contest", examples=["crosscase theme peers.crosscase contest 3f2a9c1d --reason 'soon is not early'"])
@target
@click.argument("wording")
@click.option("--reason", default="", metavar="TEXT", help="What else it changed.")
@acting_options
def contest(target: Target, wording: str, reason: str, who: Who) -> None:
    """Say that a change marked wording only changed more; sign-offs given before it lapse."""
    from crosscase.model import WordingChange
    from crosscase.verbs.sign_offs import contest_wording

    with acting(target, who) as study:
        done = study.do(contest_wording, by_id(study, WordingChange, wording).id, reason=reason)
        told(done, "Contested: sign-offs given before it have lapsed.", who)


@member(theme, "flow", examples=["crosscase theme peers.crosscase flow -o from-categories.svg"])
@target
@analysis_option
@result_output
def flow_(target: Target, analysis: str | None, out: Out) -> None:
    """Show how categories flow into themes, as a table or a figure (Sankey)."""
    from crosscase.analyses.flow import FlowOptions, flow

    with reading(target) as study:
        out.result(flow(study.snapshot(), FlowOptions(analysis=analysis or "")))


@command("analyses", examples=["crosscase analyses peers.crosscase"])
@target
@table_output
def analyses(target: Target, out: Out) -> None:
    """Show the analyses side by side.

    Each with its question, family and themes, and the codes and codings that it shares with others.
    """
    from crosscase.model.table import Column, Table
    from crosscase.reads.analyses import side_by_side

    with reading(target) as study:
        found = side_by_side(study)
        invented = study.settings().invented
    columns = (
        Column("name", "Analysis"), Column("family", "Family"), Column("question", "Question"),
        Column("themes", "Themes", "count"), Column("final", "Final", "count"), Column("codes", "Codes", "count"),
        Column("codings", "Codings", "count"), Column("shared", "Shares with others"),
    )  # fmt: skip
    names = {one.id: one.name for one in found}
    rows = tuple(
        (
            one.name, one.family, one.question, len(one.themes), one.final, len(one.code_ids), len(one.coding_ids),
            "; ".join(
                f"{names[each.analysis]}: {len(each.code_ids)} codes, {len(each.coding_ids)} codings"
                for each in one.shared
            ),
        )
        for one in found
    )  # fmt: skip
    notes = (invented,) if invented else ()
    out.table(Table(title="Analyses", columns=columns, rows=rows, notes=notes), {"analyses": found}, invented=invented)


@member(theme, "history", examples=["crosscase theme peers.crosscase history 'Risk is shared'"])
@target
@click.argument("name", metavar="THEME")
@analysis_option
@table_output
def history(target: Target, name: str, analysis: str | None, out: Out) -> None:
    """Show every version of a theme's label, content, meaning, boundary and story: by whom, when and why."""
    from datetime import datetime

    from crosscase.model import Member
    from crosscase.model.table import Column, Table
    from crosscase.reads.sign_offs import versions_of

    with reading(target) as study:
        one = named(study, name, analysis)
        names = {each.id: each.name for each in study.rows(Member)}
        steps: list[dict[str, Any]] = [
            {
                "entry": each.entry, "when": datetime.fromtimestamp(each.wall / 1000).astimezone().isoformat(),
                "by": names.get(each.by, ""), "field": each.field, "words": each.words, "because": each.because,
                "wording_only": each.wording_only,
            }
            for each in versions_of(study.store, one.id)
        ]  # fmt: skip
        invented = study.settings().invented
    columns = (
        Column("when", "When"), Column("by", "Who"), Column("field", "What"), Column("words", "Became"),
        Column("because", "Why"), Column("wording_only", "Wording only"),
    )  # fmt: skip
    rows = tuple(
        (
            step["when"][:16].replace("T", " "), step["by"], step["field"], step["words"], step["because"],
            "yes" if step["wording_only"] else "",
        )
        for step in steps
    )  # fmt: skip
    notes = (invented,) if invented else ()
    table = Table(title=f"History of {one.label}", columns=columns, rows=rows, notes=notes)
    out.table(table, {"history": steps}, invented=invented)
