"""Charts and writes up the demonstration study as its members would have: see `charts` for what they wrote.

What a careful reader would get wrong: nothing here is said to be stale. Summaries are written, and what they rest on is
drawn anew afterwards, as it happens.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.framework import framework
from crosscase.demo import charts
from crosscase.model import (
    Analysis,
    Case,
    Coding,
    Id,
    Member,
    Participant,
    Source,
    Span,
    SummarySegment,
    Theme,
)
from crosscase.study import Study
from crosscase.verbs.codings import resize_coding
from crosscase.verbs.explanations import add_rival, set_replication
from crosscase.verbs.frameworks import add_framework, summary_id
from crosscase.verbs.given_back import add_given
from crosscase.verbs.pairs import write_pair
from crosscase.verbs.summaries import write_summary


def chart(study: Study, members: Mapping[str, Member], codes: Mapping[str, Id]) -> None:
    """The framework with its cells, pairs, replication, rivals, and what was given back."""
    name, label, slugs = charts.FRAMEWORK
    theme = study.find(Theme, label).id
    of = {"slow": theme, **{slug: codes[slug] for slug in slugs}}
    grid = study.do(
        add_framework, name, [theme, *(codes[slug] for slug in slugs)], analysis=study.rows(Analysis)[0].id
    ).value  # fmt: skip
    people = {one.identifier: one.id for one in study.rows(Participant)}
    cases = {one.code: one.id for one in study.rows(Case)}
    _cells(study, members, grid, {**people, **cases}, of)
    for whose, column in charts.MOVED:
        _draw_anew(study, summary_id(grid, people[whose], of[column]))
    for one, other, done, words in charts.PAIRS:
        study.do(write_pair, cases[one], cases[other], words=words, done=done)
    for finding, explanation, disposition, reason in charts.RIVALS:
        about = study.find(Theme, finding).id
        study.do(add_rival, "theme", about, explanation, disposition=disposition, reason=reason)
    replicated = study.find(Theme, charts.REPLICATED).id
    for code, nature, expected, found, note in charts.REPLICATION:
        study.do(set_replication, replicated, cases[code], nature=nature, expected=expected, found=found, note=note)
    sources = {one.name: one.id for one in study.rows(Source)}
    for whose, date, said, changed in charts.GIVEN:
        study.do(add_given, [people[whose]], source=sources.get(whose), date=date, said=said, changed=changed)


def _cells(
    study: Study, members: Mapping[str, Member], grid: Id, rows: Mapping[str, Id], columns: Mapping[str, Id]
) -> None:  # fmt: skip
    snapshot = study.snapshot()
    grids = {
        rows_: framework(snapshot, FrameworkOptions(framework=grid, rows=rows_)) for rows_ in ("participants", "cases")
    }
    for letter, whose, column, words in charts.CELLS:
        asked = grids["cases" if len(whose) == 3 else "participants"]
        lying = asked.find(rows[whose], columns[column]).codings
        if (whose, column) in charts.HALF_READ:
            lying = lying[: len(lying) // 2]
        theirs = study.as_member(members[letter].name)
        # A case's summary stands on those of its people.
        segments = () if len(whose) == 3 else lying
        theirs.do(write_summary, grid, rows[whose], columns[column], words, segments=segments, seen=lying)


def _draw_anew(study: Study, summary: Id) -> None:
    """Somebody draws the first segment of a summary one character longer."""
    linked = [one.coding for one in study.rows(SummarySegment, summary=summary) if one.coding]
    first = min(study.rows(Coding, id=linked), key=lambda one: (one.start, one.id))
    study.do(resize_coding, first.id, Span(first.start, first.end + 1))
