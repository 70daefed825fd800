"""Themes, their evidence, and what they were developed from: the `theme` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.coding import spared
from crosscase.cli.leaving import lines_out, record_option
from crosscase.cli.naming import by_id
from crosscase.cli.output import Out, counted, table_output, told, went
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.errors import RefusedError
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Analysis, Theme
    from crosscase.study import Study

FAMILIES = ("reflexive TA", "codebook TA", "framework", "grounded theory", "content analysis", "mixed")


class NoAnalysisError(RefusedError):
    """Themes belong to an analysis, and there is none."""

    code = "no-analysis"

    def __init__(self) -> None:
        super().__init__(
            "Themes belong to an analysis, and this study has none yet. Begin one: crosscase theme STUDY analysis NAME "
            "--family 'reflexive TA'."
        )


theme = group(
    "theme",
    default="list",
    about=(
        "Work on themes, their evidence and where they come from.\n\nA theme belongs to an analysis. Its evidence is "
        "codings that a person placed under it, for it or against it; a category in its lineage only suggests some, "
        "unless it is there as a whole."
    ),
    examples=[
        "crosscase theme peers.crosscase analysis Main --family 'reflexive TA' --question 'What does risk mean here?'",
        "crosscase theme peers.crosscase add 'Risk is shared, not managed' --meaning '…'",
        "crosscase theme peers.crosscase lineage 'Risk is shared, not managed' disclosure boundaries --reason '…'",
        "crosscase theme peers.crosscase evidence 'Risk is shared, not managed' 3f2a9c1d --against",
    ],
)


def _analysis(study: Study, name: str | None) -> Analysis | None:
    """The analysis that is named, or the only one; None when there is none."""
    from crosscase.errors import AmbiguousError
    from crosscase.model import Analysis

    if name:
        return study.find(Analysis, name)
    known = study.rows(Analysis)
    if len(known) > 1:
        kind, which = "analysis", "--analysis"
        raise AmbiguousError(kind, which, tuple(one.name for one in known))
    return known[0] if known else None


def theme_named(study: Study, name: str, analysis: str | None) -> Theme:
    """The theme of that name, of an analysis where one is named."""
    from crosscase.errors import AmbiguousError
    from crosscase.model import Analysis, Theme

    if analysis is None:
        return study.find(Theme, name)
    wanted = study.find(Analysis, analysis).id
    fits = [
        one for one in study.rows(Theme, analysis=wanted) if one.label.casefold() == " ".join(name.split()).casefold()
    ]
    if len(fits) > 1:
        kind = "theme"
        raise AmbiguousError(kind, name, tuple(short(one.id) for one in fits))
    return fits[0] if fits else study.find(Theme, name)


def analysis_option(function: Any) -> Any:
    """`--analysis`."""
    return click.option("--analysis", metavar="NAME", help="The analysis; the only one, if there is one.")(function)


def texts(function: Any) -> Any:
    """What a theme says."""
    for name, words in (
        ("story", "How it runs through the cases."),
        ("boundary", "What it leaves out."),
        ("meaning", "Its central concept."),
        ("content", "What it holds."),
    ):
        function = click.option(f"--{name}", metavar="TEXT", help=words)(function)
    return function


@member(theme, "list", examples=["crosscase theme peers.crosscase --json"])
@target
@analysis_option
@table_output
def list_(target: Target, analysis: str | None, out: Out) -> None:
    """List the themes of every analysis with their evidence and lineage."""
    from crosscase.model import Analysis, Code, Evidence, Lineage, Theme
    from crosscase.model.table import Column, Table
    from crosscase.reads.lookup import code_paths
    from crosscase.reads.themes import in_tree_order

    with reading(target) as study:
        wanted = study.find(Analysis, analysis).id if analysis else None
        analyses = {one.id: one for one in study.rows(Analysis) if wanted in (None, one.id)}
        themes = [one for one in study.rows(Theme) if one.analysis in analyses]
        names = code_paths(study.rows(Code)) | {one.id: one.label for one in themes}
        evidence, lineage = study.rows(Evidence), study.rows(Lineage)
        invented = study.settings().invented
    data: list[dict[str, Any]] = []
    for one, depth in in_tree_order(themes):
        own = [each for each in evidence if each.theme == one.id]
        origins = [
            {"name": names.get(each.origin, ""), "how": each.how, "whole": each.whole, "reason": each.reason}
            for each in sorted(lineage, key=lambda each: names.get(each.origin, ""))
            if each.theme == one.id
        ]
        data.append(
            {
                "id": one.id, "analysis": analyses[one.analysis].name, "family": analyses[one.analysis].family,
                "label": one.label, "depth": depth, "parent": names.get(one.parent or "", ""), "status": one.status,
                "content": one.content, "meaning": one.meaning, "boundary": one.boundary, "story": one.story,
                "for": sum(each.stance == "for" for each in own),
                "against": sum(each.stance == "against" for each in own),
                "lineage": origins,
            }
        )  # fmt: skip
    columns = (
        Column("analysis", "Analysis"), Column("label", "Theme"), Column("status", "Is"),
        Column("for", "Evidence for", "count"), Column("against", "Against", "count"),
        Column("lineage", "Developed from"), Column("content", "Content"),
    )  # fmt: skip
    rows: tuple[Any, ...] = tuple(
        (
            one["analysis"], "  " * one["depth"] + one["label"], one["status"], one["for"], one["against"],
            ", ".join(_origin(each) for each in one["lineage"]), one["content"],
        )
        for one in data
    )  # fmt: skip
    empty = tuple(
        f"{one.name} has no themes yet." for one in analyses.values() if one.id not in {t.analysis for t in themes}
    )
    notes = ((invented,) if invented else ()) + empty
    out.table(Table(title="Themes", columns=columns, rows=rows, notes=notes), {"themes": data}, invented=invented)


def _origin(one: dict[str, Any]) -> str:
    marks: list[str] = [
        mark for mark in (one["how"] if one["how"] != "grouped" else "", "whole" if one["whole"] else "") if mark
    ]
    return str(one["name"]) + (f" ({', '.join(marks)})" if marks else "")


@member(
    theme,
    "analysis",
    examples=["crosscase theme peers.crosscase analysis Main --family framework --question 'Who carries risk?'"],
)
@target
@click.argument("name")
@click.option(
    "--family", type=click.Choice(FAMILIES), help="The family of methods; it decides which numbers are offered."
)
@click.option("--question", metavar="TEXT", help="Its research question.")
@acting_options
def analysis(target: Target, name: str, family: str | None, question: str | None, who: Who) -> None:
    """Begin an analysis, or change its question or family."""
    from crosscase.model import Analysis
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.analyses import add_analysis, change_analysis

    with acting(target, who) as study:
        there = find_or_none(study.store, Analysis, name)
        if there is None:
            done = study.do(add_analysis, name, family=family or "mixed", question=question or "")  # type: ignore[arg-type] # checked by Click
            told(done, f"Began the analysis {name!r} ({family or 'mixed'}).", who, id=done.value)
        else:
            changed = study.do(change_analysis, there.id, family=family, question=question)  # type: ignore[arg-type] # checked by Click
            told(changed, f"Changed the analysis {there.name!r}.", who, id=there.id)


@member(
    theme, "add", examples=["crosscase theme peers.crosscase add 'Risk is shared' --content 'What people say about …'"]
)
@target
@click.argument("label")
@analysis_option
@click.option("--under", metavar="THEME", help="It is a subtheme of this one.")
@texts
@acting_options
def add(target: Target, label: str, analysis: str | None, under: str | None, who: Who, **given: str | None) -> None:
    """Add a theme, or a subtheme."""
    from crosscase.verbs.themes import add_theme

    with acting(target, who) as study:
        of = _analysis(study, analysis)
        if of is None:
            raise NoAnalysisError
        parent = theme_named(study, under, analysis).id if under else None
        words = {key: text for key, text in given.items() if text}
        done = study.do(add_theme, of.id, label, parent=parent, **words)  # type: ignore[arg-type] # texts by name
        told(done, f"Added the theme {label!r} to {of.name!r}.", who, id=done.value)


@member(theme, "set", examples=["crosscase theme peers.crosscase set 'Risk is shared' --meaning '…' --final"])
@target
@click.argument("name", metavar="THEME")
@analysis_option
@click.option("--label", metavar="TEXT", help="Another label.")
@texts
@click.option("--final/--candidate", default=None, help="It is final, or a candidate again.")
@click.option("--under", metavar="THEME", help="Make it a subtheme of this one; empty: a theme again.")
@click.option("--wording-only", is_flag=True, help="Only the wording changes: sign-offs stay, and can be contested.")
@acting_options
def set_(
    target: Target, name: str, analysis: str | None, label: str | None, final: bool | None, under: str | None,
    wording_only: bool, who: Who, **given: str | None,
) -> None:  # fmt: skip
    """Write a theme's label, content, meaning, boundary or story.

    Each has its own history.
    """
    from crosscase.verbs.themes import move_theme, relabel_theme, settle_theme, write_theme

    words = {key: text for key, text in given.items() if text is not None}
    if not words and label is None and final is None and under is None:
        message = (
            "Say what to set: --label, --content, --meaning, --boundary, --story, --final, --candidate or --under."
        )
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        one = theme_named(study, name, analysis)
        if words:
            done = study.do(write_theme, one.id, wording_only=wording_only, **words)
            told(done, f"Wrote {', '.join(words)} of {one.label!r}.", who)
        if label is not None:
            done = study.do(relabel_theme, one.id, label, wording_only=wording_only)
            told(done, f"{one.label!r} is called {label!r} now.", who)
        if under is not None:
            parent = theme_named(study, under, analysis).id if under else None
            told(study.do(move_theme, one.id, parent), f"Moved {one.label!r}.", who)
        if final is not None:
            done = study.do(settle_theme, one.id, "final" if final else "candidate")
            told(done, f"{one.label!r} is {'final' if final else 'a candidate'} now.", who)


@member(
    theme,
    "evidence",
    examples=[
        "crosscase theme peers.crosscase evidence 'Risk is shared'",
        "crosscase theme peers.crosscase evidence 'Risk is shared' 3f2a9c1d 77b01e42 --against --note 'the night team'",
        "crosscase theme peers.crosscase evidence 'Risk is shared' 3f2a9c1d --remove",
    ],
)
@target
@click.argument("name", metavar="THEME")
@click.argument("codings", metavar="[CODING]...", nargs=-1)
@analysis_option
@click.option("--against", is_flag=True, help="It speaks against the theme.")
@click.option("--note", default="", metavar="TEXT", help="Why it belongs there.")
@click.option("--remove", "removing", is_flag=True, help="Take these codings away from under the theme.")
@click.option("--covered", is_flag=True, help="Without codings: print passages under content notes too.")
@acting_options
@click.option("-o", "--output", "path", metavar="FILE", help="Without codings: write a file (csv, tsv, xlsx, html).")
@record_option
def evidence(
    target: Target, name: str, codings: tuple[str, ...], analysis: str | None, against: bool, note: str, removing: bool,
    covered: bool, who: Who, path: str | None,
) -> None:  # fmt: skip
    """Place codings under a theme, for it or against it; without codings, list its evidence."""
    from crosscase.model import Coding
    from crosscase.verbs.themes import place_evidence, take_evidence_away

    if not codings:
        _list_evidence(target, name, analysis, Out(who.as_json, _path(path)), covered=covered)
        return
    with acting(target, who) as study:
        one = theme_named(study, name, analysis)
        chosen = [by_id(study, Coding, each).id for each in codings]
        if removing:
            gone = study.do(take_evidence_away, one.id, chosen)
            told(gone, f"Took {counted(gone.value, 'coding')} away from under {one.label!r}.", who)
            return
        done = study.do(place_evidence, one.id, chosen, stance="against" if against else "for", note=note)
        told(done, f"Placed {counted(done.value, 'coding')} {'against' if against else 'for'} {one.label!r}.", who)


def _path(path: str | None) -> Any:
    from crosscase.cli.output import TABLE_FILES, OutputPath

    return OutputPath(TABLE_FILES).convert(path, None, click.get_current_context()) if path is not None else None


def _list_evidence(target: Target, name: str, analysis: str | None, out: Out, *, covered: bool) -> None:
    from crosscase.model import Coding, Evidence
    from crosscase.model.table import Column, Table
    from crosscase.reads.codings import coding_lines

    with reading(target) as study:
        one = theme_named(study, name, analysis)
        placed = {each.coding: each for each in study.rows(Evidence, theme=one.id)}
        codings = study.rows(Coding, id=list(placed))
        lines, consent = lines_out(coding_lines(study.store, codings), codings)
        invented = study.settings().invented
    data: list[dict[str, Any]] = [
        {
            "coding": line.id, "stance": placed[line.id].stance, "note": placed[line.id].note, "source": line.source,
            "case": line.case, "participants": list(line.participants), "code": line.code, "quote": line.quote,
            "covered": list(line.covered),
        }
        for line in lines
    ]  # fmt: skip
    columns = (
        Column("stance", "Stance"), Column("case", "Case"), Column("participants", "Whose"), Column("code", "Code"),
        Column("quote", "Words"), Column("note", "Note"), Column("coding", "Coding"),
    )  # fmt: skip
    rows = tuple(
        (
            one["stance"], one["case"], ", ".join(one["participants"]), one["code"],
            one["quote"] if out.path else spared(one["quote"], one["covered"], covered=covered), one["note"],
            short(one["coding"]),
        )
        for one in data
    )  # fmt: skip
    notes = (invented,) if invented else ()
    out.table(
        Table(title=f"Evidence: {name}", columns=columns, rows=rows, notes=notes), {"evidence": data},
        invented=invented, consent=consent, verbatim=("quote",),
    )  # fmt: skip


@member(
    theme,
    "lineage",
    examples=[
        "crosscase theme peers.crosscase lineage 'Risk is shared' disclosure --reason 'both are about trust'",
        "crosscase theme peers.crosscase lineage 'Risk is shared' boundaries --whole",
    ],
)
@target
@click.argument("name", metavar="THEME")
@click.argument("origins", metavar="CODE_OR_THEME...", nargs=-1, required=True)
@analysis_option
@click.option(
    "--how", type=click.Choice(["grouped", "split", "promoted", "dropped"]), default="grouped", show_default=True,
    help="How it came from them.",
)  # fmt: skip
@click.option("--whole", is_flag=True, help="All codings of these categories count as the theme's.")
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@click.option("--remove", "removing", is_flag=True, help="Take it back: it was not developed from these.")
@acting_options
def lineage(
    target: Target, name: str, origins: tuple[str, ...], analysis: str | None, how: str, whole: bool, reason: str,
    removing: bool, who: Who,
) -> None:  # fmt: skip
    """Say from which categories and themes a theme was developed, how, and why."""
    from crosscase.model import Code, Theme
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.themes import develop_theme, forget_lineage

    with acting(target, who) as study:
        one = theme_named(study, name, analysis)
        from_ids = []
        for origin in origins:
            code = find_or_none(study.store, Code, origin)
            from_ids.append(
                code.id if code else (find_or_none(study.store, Theme, origin) or study.find(Code, origin)).id
            )
        if removing:
            told(study.do(forget_lineage, one.id, from_ids), f"Taken out of the lineage of {one.label!r}.", who)
            return
        done = study.do(develop_theme, one.id, from_ids, how=how, whole=whole, reason=reason)  # type: ignore[arg-type] # checked by Click
        told(done, f"{one.label!r} was developed from {', '.join(origins)} ({how}).", who)


@member(theme, "remove", examples=["crosscase theme peers.crosscase remove 'Risk is shared'"])
@target
@click.argument("name", metavar="THEME")
@analysis_option
@acting_options
def remove(target: Target, name: str, analysis: str | None, who: Who) -> None:
    """Remove a theme with its evidence and lineage; its subthemes move up."""
    from crosscase.verbs.themes import remove_theme

    with acting(target, who) as study:
        done = study.do(remove_theme, theme_named(study, name, analysis).id)
        told(done, f"Removed: {went(done.value)}.", who, removed=done.value)
