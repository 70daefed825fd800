"""What findings stand against, as tables: rival explanations, replication by case, and what was given back to whom.

What a careful reader would get wrong: a case about which nothing is written is a gap, not a replication that failed;
and a participant who is not in the table of things given back was not given anything, as far as is written down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import msgspec

from crosscase.model import Case, Code, GivenBack, Id, Participant, Replication, Rival, Source, Theme
from crosscase.model.table import Column, Table
from crosscase.reads.lookup import Rows, code_paths

GAP = "nothing written"


class RivalLine(msgspec.Struct, frozen=True, kw_only=True):
    """A rival explanation with what it is about."""

    id: Id
    about_kind: str
    about: Id
    finding: str
    explanation: str
    disposition: str
    reason: str


class ReplicationLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a theme lets expect of a case; a gap where nothing is written of it."""

    theme: Id
    label: str
    case: Id
    code: str
    gap: bool
    nature: str = ""
    expected: str = ""
    found: str = ""
    note: str = ""


class GivenLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a participant was given to read; `nature` is empty for somebody who was given nothing."""

    id: Id
    participant: Id
    identifier: str
    case: str
    nature: str = ""
    source: str = ""
    date: str = ""
    said: str = ""
    changed: str = ""


def rivals(rows: Rows) -> list[RivalLine]:
    """Rival explanations by what they are about, open ones first."""
    themes = {one.id: one.label for one in rows.rows(Theme)}
    names = {"theme": themes, "code": code_paths(rows.rows(Code))}
    found = [
        RivalLine(
            id=one.id, about_kind=one.about_kind, about=one.about,
            finding=names.get(one.about_kind, {}).get(one.about, ""), explanation=one.explanation,
            disposition=one.disposition, reason=one.reason,
        )
        for one in rows.rows(Rival)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.finding, one.disposition != "open", one.explanation, one.id))


def rivals_table(lines: Collection[RivalLine]) -> Table:
    """Rivals with what became of them."""
    columns = (
        Column("finding", "Finding"), Column("explanation", "Rival explanation"),
        Column("disposition", "What became of it"), Column("reason", "Why"), Column("rival", "Rival"),
    )  # fmt: skip
    rows = tuple((one.finding, one.explanation, one.disposition, one.reason, one.id[-12:]) for one in lines)
    still = sum(one.disposition == "open" for one in lines)
    notes = (f"{still} of {len(lines)} still open.",) if lines else ("No rival explanation is written down yet.",)
    return Table(title="Rival explanations", columns=columns, rows=rows, notes=notes)


def replications(rows: Rows, theme: Id | None = None) -> list[ReplicationLine]:
    """Themes about which anything is expected (or the one named), each with every case."""
    cases = sorted((one for one in rows.rows(Case) if not one.merged_into), key=lambda one: (one.position, one.code))
    there: dict[tuple[Id, Id], Replication] = {(one.theme, one.case): one for one in rows.rows(Replication)}
    wanted = {theme} if theme else {of for of, _ in there}
    themes = sorted((one for one in rows.rows(Theme) if one.id in wanted), key=lambda one: (one.position, one.label))
    found = []
    for one in themes:
        for case in cases:
            line = there.get((one.id, case.id))
            told: dict[str, str] = {} if line is None else {
                "nature": line.nature, "expected": line.expected, "found": line.found, "note": line.note
            }  # fmt: skip
            found.append(
                ReplicationLine(theme=one.id, label=one.label, case=case.id, code=case.code, gap=line is None, **told)
            )
    return found


def replication_table(lines: Collection[ReplicationLine]) -> Table:
    """Themes by cases: what is expected, and what was found; gaps are told."""
    columns = (
        Column("theme", "Theme"), Column("case", "Case"), Column("nature", "Replication"),
        Column("expected", "Expected"), Column("found", "Found"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple(
        (one.label, one.code, GAP, "", "", "") if one.gap
        else (one.label, one.code, one.nature, one.expected, one.found, one.note)
        for one in lines
    )  # fmt: skip
    notes = []
    for label in dict.fromkeys(one.label for one in lines):
        own = [one for one in lines if one.label == label]
        found = Counter(one.found for one in own if not one.gap)
        told = ", ".join(f"{found[word]} {word}" for word in found if found[word])
        gaps = sum(one.gap for one in own)
        notes.append(
            f"{label}: " + "; ".join(filter(None, (told, f"{gaps} of {len(own)} cases {GAP}" if gaps else "")))
        )
    notes.append(
        "Literal: the same is expected; theoretical: a contrast, for a reason that was foreseen (Yin 2018)."
        if lines else "Nothing is written down yet about what a theme lets expect of a case."
    )  # fmt: skip
    return Table(title="Replication by case", columns=columns, rows=rows, notes=tuple(notes))


def given_back(rows: Rows) -> list[GivenLine]:
    """What participants were given to read, by case and identifier; also those who were given nothing."""
    cases = {one.id: one for one in rows.rows(Case)}
    sources = {one.id: one.name for one in rows.rows(Source)}
    people = {one.id: one for one in rows.rows(Participant)}
    of: dict[Id, list[GivenBack]] = {}
    for line in rows.rows(GivenBack):
        of.setdefault(_person(people, line.participant), []).append(line)
    found: list[tuple[tuple[int, str, str], GivenLine]] = []
    for person in people.values():
        if person.merged_into:
            continue
        case = cases.get(person.case or "")
        where = case.code if case else ""
        nobody = GivenLine(id="", participant=person.id, identifier=person.identifier, case=where)
        own = [
            msgspec.structs.replace(
                nobody, id=one.id, nature=one.nature, source=sources.get(one.source or "", ""), date=one.date,
                said=one.said, changed=one.changed,
            )
            for one in of.get(person.id, [])
        ]  # fmt: skip
        at = case.position if case else 10**9
        found += [((at, person.identifier, line.date), line) for line in own or [nobody]]
    return [line for _, line in sorted(found, key=lambda each: (each[0], each[1].id))]


def given_as_it_may(lines: Collection[GivenLine], refused: Mapping[Id, str]) -> list[GivenLine]:
    """What was given back as it may leave the study: what these participants said is withheld, with the reason."""
    return [
        msgspec.structs.replace(one, said=f"[withheld: {refused[one.participant]}]")
        if one.said and one.participant in refused
        else one
        for one in lines
    ]


def given_table(lines: Collection[GivenLine]) -> Table:
    """Who was given what, when, what they said and what changed; and who was given nothing."""
    columns = (
        Column("participant", "Participant"), Column("case", "Case"), Column("nature", "Was given"),
        Column("date", "When"), Column("said", "What they said"), Column("changed", "What was changed"),
        Column("given", "Line"),
    )  # fmt: skip
    rows = tuple(
        (one.identifier, one.case, (one.nature + (f" ({one.source})" if one.source else "")) or "nothing", one.date,
         one.said, one.changed, one.id[-12:])
        for one in lines
    )  # fmt: skip
    return Table(title="What participants were given back", columns=columns, rows=rows, notes=given_counts(lines))


def given_counts(lines: Collection[GivenLine]) -> tuple[str, ...]:
    """How many were given something, said something to it, and changed something by it (COREQ 23 and 28)."""
    people = {one.participant for one in lines}

    def among(kept: Collection[GivenLine]) -> int:
        return len({one.participant for one in kept})

    given = [one for one in lines if one.nature]
    parts = [f"{among(given)} of {len(people)} participants were given something to read"]
    for nature, count in Counter(one.nature for one in given).items():
        parts.append(f"{nature}: {count}")
    said = among([one for one in given if one.said])
    changed = among([one for one in given if one.changed])
    return (
        f"{'; '.join(parts)}.", f"{said} said something to it; for {changed} something was changed.",
        "Reported by COREQ as items 23 (transcripts returned) and 28 (feedback on the findings).",
    )  # fmt: skip


def _person(people: Mapping[Id, Participant], one: Id) -> Id:
    """The participant that another was merged into."""
    steps = 0
    while one in people and people[one].merged_into and steps <= len(people):
        one, steps = str(people[one].merged_into), steps + 1
    return one
