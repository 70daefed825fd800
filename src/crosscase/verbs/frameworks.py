"""Frameworks: which themes and codes are charted, in which order, and the versions of that.

A new version is a framework of its own that begins with the columns and the summaries of the one before: what was
written under the old columns stays there as it was. Cells are written by `summaries`.

What a careful reader would get wrong: taking a column out takes no summary away. It lies aside until the column is
there again.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscase.errors import NotFoundError
from crosscase.model import (
    Analysis,
    Code,
    Framework,
    FrameworkColumn,
    Id,
    Summary,
    SummarySegment,
    Theme,
    derived_id,
)
from crosscase.store.act import Act
from crosscase.verbs.checks import TakenError, given, id_given, label
from crosscase.verbs.registry import Verb

_NO_NAME = "A framework needs a name."
_NO_VERSION = "A framework needs a version, such as 1 or 2024-05."
_FRAMEWORK = "framework"
_CHARTED = "theme or code"


def column_id(framework: Id, of: Id) -> Id:
    """The id of a theme's or code's column."""
    return derived_id("framework_column", framework, of)


def summary_id(framework: Id, row: Id, of: Id) -> Id:
    """The id of a cell: written on two copies, it is one cell whose words stand against each other."""
    return derived_id("summary", framework, row, of)


def segment_id(summary: Id, coding: Id) -> Id:
    """The id of a segment's link to a cell."""
    return derived_id("summary_segment", summary, coding)


def add_framework(
    act: Act, name: str, columns: Sequence[Id] = (), *, version: str = "1", analysis: Id | None = None, note: str = ""
) -> Id:
    """Begin a framework; `columns` are the themes and codes that are charted, in their order.

    Raises:
        TakenError: there is one of that name and version.
        NotFoundError: a column is neither a theme nor a code.
    """
    name, version = label(name, _NO_NAME), label(version, _NO_VERSION)
    _refuse_same_version(act, name, version)
    made = act.add(Framework(name=name, version=version, analysis=id_given(act, Analysis, analysis), note=note)).id
    set_columns(act, made, columns)
    return made


def add_version(act: Act, framework: Id, version: str) -> Id:
    """Begin another version of a framework, with the same columns and summaries."""
    known = act.get(Framework, framework)
    columns = sorted(act.rows(FrameworkColumn, framework=framework), key=lambda one: (one.position, one.id))
    new = add_framework(
        act, known.name, [one.of for one in columns], version=version, analysis=known.analysis, note=known.note
    )
    cells = {one.id: one for one in act.rows(Summary, framework=framework)}
    now = {one.id: summary_id(new, one.row, one.of) for one in cells.values()}
    act.ensure_all([msgspec.structs.replace(one, id=now[one.id], framework=new) for one in cells.values()])
    segments = act.rows(SummarySegment, summary=list(cells))
    act.ensure_all(
        [
            msgspec.structs.replace(
                one, id=segment_id(now[one.summary], one.coding or one.id), summary=now[one.summary]
            )
            for one in segments
        ]
    )
    return new


def change_framework(
    act: Act,
    framework: Id,
    *,
    name: str | None = None,
    version: str | None = None,
    analysis: Id | None = None,
    note: str | None = None,
) -> None:
    """Change what a framework is called, its version, analysis or note; what is not given stays.

    An empty analysis takes it away.
    """
    known = act.get(Framework, framework)
    fields = given(note=note)
    if analysis is not None:
        fields["analysis"] = id_given(act, Analysis, analysis)
    if name is not None or version is not None:
        fields["name"] = known.name if name is None else label(name, _NO_NAME)
        fields["version"] = known.version if version is None else label(version, _NO_VERSION)
        _refuse_same_version(act, fields["name"], fields["version"], but=framework)
    act.change(Framework, framework, **fields)


def remove_framework(act: Act, framework: Id) -> dict[str, int]:
    """Remove a framework in this version with its summaries; how many of each kind went."""
    act.get(Framework, framework)
    return act.remove_whole(Framework, [framework])


def set_columns(act: Act, framework: Id, columns: Sequence[Id]) -> int:
    """Say which themes and codes are charted, in their order; how many columns there are.

    What is not named is charted no longer. Its summaries are kept, and seen again when it is named again.

    Raises:
        NotFoundError: one is neither a theme nor a code.
    """
    act.get(Framework, framework)
    kinds = {one.id: "theme" for one in act.rows(Theme, id=list(columns))}
    kinds |= {one.id: "code" for one in act.rows(Code, id=list(columns))}
    wanted = list(dict.fromkeys(columns))
    for of in wanted:
        if of not in kinds:
            raise NotFoundError(_CHARTED, of)
    there = {one.of: one for one in act.rows(FrameworkColumn, framework=framework)}
    act.remove_whole(FrameworkColumn, [one.id for of, one in there.items() if of not in wanted])
    act.ensure_all(
        [
            FrameworkColumn(
                id=column_id(framework, of), framework=framework, of_kind=kinds[of], of=of, position=position
            )
            for position, of in enumerate(wanted, 1)
        ]
    )
    return len(wanted)


def _refuse_same_version(act: Act, name: str, version: str, *, but: Id = "") -> None:
    for other in act.rows(Framework):
        same = (other.name.casefold(), other.version.casefold()) == (name.casefold(), version.casefold())
        if same and other.id != but:
            raise TakenError(_FRAMEWORK, f"{other.name} {other.version}", "name or version")


VERBS = (
    Verb("framework.add", add_framework),
    Verb("framework.add_version", add_version),
    Verb("framework.change", change_framework),
    Verb("framework.columns", set_columns),
    Verb("framework.remove", remove_framework),
)
