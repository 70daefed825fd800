"""What is missing in a study, or does not fit: what people look over before they report.

Each finding says what it is, which things it is about, and what to do. *Wrong* findings make numbers unsafe (a
participant who belongs to no row of Table 2, codings whose source is gone); the others are work that is still to do.

What a careful reader would get wrong: a study with nothing wrong is not a finished study, and merged copies may
still disagree; those conflicts are findings too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

import msgspec

from crosscase.model import KINDS, Case, Code, Id, Participant, Role, Source, Speaker, Theme, short
from crosscase.reads.identifiers import misfits
from crosscase.reads.lookup import Rows, code_paths
from crosscase.reads.overview import Columns


class Ground(Rows, Columns, Protocol):
    """What is reviewed: rows and columns of one study."""


class Finding(msgspec.Struct, frozen=True):
    """Something to look at.

    Attributes:
        name: short and stable, for scripts.
        weight: whether numbers are unsafe because of it, or it is still to do.
        what: in a sentence.
        things: what it is about, by the names people know.
    """

    name: str
    weight: Literal["wrong", "to do"]
    what: str
    things: tuple[str, ...]


def review(ground: Ground) -> list[Finding]:
    """Everything found, what is wrong first."""
    found = [*_dangling(ground), *_people(ground), *_sources(ground), *_codes(ground), *_themes(ground)]
    return sorted(found, key=lambda finding: finding.weight == "to do")


def _finding(name: str, weight: Literal["wrong", "to do"], what: str, things: Sequence[str]) -> Iterator[Finding]:
    if things:
        yield Finding(name, weight, what, tuple(sorted(things)))


def _dangling(ground: Ground) -> Iterator[Finding]:
    """Things that name something that is no longer there."""
    there: dict[str, set[Id]] = {kind.name: set(ground.columns(kind.name, ())["id"]) for kind in KINDS}
    everything = set().union(*there.values())
    for kind in KINDS:
        naming = [field for field in kind.stored if field.refers and field.type == "text"]
        columns = ground.columns(kind.name, tuple(field.name for field in naming)) if naming else {}
        for field in naming:
            known = there.get(field.refers, everything)
            gone = [
                short(thing)
                for thing, named in zip(columns["id"], columns[field.name], strict=True)
                if named and named not in known
            ]
            what = f"These {kind.name.replace('_', ' ')}s name a {field.name.replace('_', ' ')} that is not there."
            yield from _finding("dangling", "wrong", what, gone)


def _people(ground: Ground) -> Iterator[Finding]:
    people = [one for one in ground.rows(Participant) if one.merged_into is None]
    yield from _finding(
        "no-case", "wrong", "These participants belong to no case and stand in no row of Tables 1 and 2.",
        [one.identifier for one in people if one.case is None],
    )  # fmt: skip
    if ground.rows(Role):
        yield from _finding(
            "no-role", "wrong", "These participants have no sampling role and are in no cell of the frame.",
            [one.identifier for one in people if one.role is None],
        )  # fmt: skip
    yield from _finding(
        "grammar", "to do", "These identifiers do not follow the study's grammar, or say another case or role.",
        misfits(ground),
    )  # fmt: skip
    used = {one.case for one in people} | {one.case for one in ground.rows(Source)}
    yield from _finding(
        "empty-case", "to do", "These cases have neither participants nor sources.",
        [case.code for case in ground.rows(Case) if case.merged_into is None and case.id not in used],
    )  # fmt: skip


def _sources(ground: Ground) -> Iterator[Finding]:
    sources = {source.id: source for source in ground.rows(Source)}
    of_interview = _interview_cases(ground)
    people = {one.id: one for one in ground.rows(Participant)}
    yield from _finding(
        "source-without-case", "wrong", "These sources belong to no case; nothing in them is counted for one.",
        [
            source.name
            for source in sources.values()
            if source.case is None
            and not of_interview.get(source.interview or "")
            and not (source.participant in people and people[source.participant].case)
        ],
    )  # fmt: skip
    yield from _finding(
        "empty-source", "to do", "These sources have no text.",
        [one.name for one in sources.values() if not one.length and one.nature not in ("image", "recording")],
    )  # fmt: skip
    unassigned = [
        f"{sources[speaker.source].name}: {speaker.label}"
        for speaker in ground.rows(Speaker)
        if speaker.source in sources
        and (speaker.voice == "unassigned" or (speaker.voice == "participant" and speaker.participant is None))
    ]
    yield from _finding(
        "unassigned-speaker", "wrong", "Nobody has said whose voices these are; their words count for no participant.",
        unassigned,
    )  # fmt: skip


def _interview_cases(ground: Ground) -> Mapping[Id, Id | None]:
    columns = ground.columns("interview", ("case",))
    return dict(zip(columns["id"], columns["case"], strict=True))


def _codes(ground: Ground) -> Iterator[Finding]:
    codes = [code for code in ground.rows(Code) if code.merged_into is None]
    paths = code_paths(ground.rows(Code))
    columns: dict[str, list[Any]] = ground.columns(
        "coding", ("code", "source", "place", "start", "end", "origin", "accepted")
    )
    used = set(columns["code"])
    into = {code.merged_into for code in ground.rows(Code)}
    parents = {code.parent for code in codes}
    yield from _finding(
        "no-definition", "to do", "These codes have no definition yet.",
        [paths[code.id] for code in codes if not code.definition and not code.retired],
    )  # fmt: skip
    yield from _finding(
        "unused-code", "to do", "These codes have no codings, and no codes under them.",
        [
            paths[code.id]
            for code in codes
            if code.id not in used and code.id not in into and code.id not in parents and not code.retired
        ],
    )  # fmt: skip
    rows = list(zip(*(columns[name] for name in ("id", "place", "start", "end", "origin", "accepted")), strict=True))
    yield from _finding(
        "no-words", "to do",
        "The words of these codings are gone from the text. `crosscase edit STUDY --emptied` says which they were. "
        "Place the codings anew, or remove them.",
        [short(thing) for thing, place, start, end, _, _ in rows if place == "text" and start == end],
    )  # fmt: skip
    names = {source.id: source.name for source in ground.rows(Source)}
    unreviewed: dict[str, int] = {}
    for source, row in zip(columns["source"], rows, strict=True):
        if row[4] == "rule" and row[5] is None:
            unreviewed[names.get(source, source)] = unreviewed.get(names.get(source, source), 0) + 1
    yield from _finding(
        "unreviewed", "to do", "Codings by rule in these sources are unreviewed and counted apart.",
        [f"{name} ({count})" for name, count in unreviewed.items()],
    )  # fmt: skip


def _themes(ground: Ground) -> Iterator[Finding]:
    themes = ground.rows(Theme)
    if not themes:
        return
    with_evidence = set(ground.columns("evidence", ("theme",))["theme"])
    parents = {theme.parent for theme in themes}
    whole = {
        theme
        for theme, whole in zip(*_columns(ground, "lineage", "theme", "whole"), strict=True)
        if whole
    }  # fmt: skip
    yield from _finding(
        "no-evidence", "to do", "Nobody has placed evidence under these themes.",
        [theme.label for theme in themes if theme.id not in with_evidence | parents | whole],
    )  # fmt: skip


def _columns(ground: Ground, kind: str, *names: str) -> list[list[Any]]:
    columns = ground.columns(kind, names)
    return [columns[name] for name in names]
