"""Who is quoted, against their share of the sample: by role, case, group and person, and under each heading.

A row says how many of its people are quoted, and how many of the quotations are theirs beside how many there would be
if quotations went by heads. No test is computed: quotations are chosen, not drawn.

What a careful reader would get wrong: an even spread is no aim. Some know more of a theme than others; the table asks
the writer whether the silence of somebody is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from crosscase.analyses.manuscripts.exactness import Held
from crosscase.analyses.manuscripts.findings import Finding, VoiceRow
from crosscase.analyses.manuscripts.ground import Ground, Person
from crosscase.model.manuscripts import Where
from crosscase.model.table import Column, Table

_EXPECTED = 1.5
"""From so many quotations by their share on, it is asked why there is none."""
_PERSON_LEAST, _PERSON_SHARE, _PAPER_LEAST = 3, 0.2, 8
_TIMES, _MORE = 2.0, 3.0
_SECTION_LEAST = 3


def voices(ground: Ground, held: Sequence[Held]) -> tuple[VoiceRow, ...]:
    """The rows, in the order of the sample; people only where they are quoted."""
    speakers = [one.speaker(ground) for one in held]
    known = [one for one in speakers if one is not None]
    total, everybody = len(known), len(ground.people)
    rows: list[VoiceRow] = []

    def add(of: str, label: str, is_in: Callable[[Person], bool]) -> None:
        people = [one for one in ground.people if is_in(one)]
        theirs = [one for one in known if is_in(one)]
        rows.append(
            VoiceRow(
                of=of, label=label, people=len(people), quoted=len({one.identifier for one in theirs}),
                quotations=len(theirs), expected=round(total * len(people) / everybody, 2) if everybody else 0.0,
            )
        )  # fmt: skip

    for role in ground.roles:
        add("role", role, lambda one, role=role: one.role == role)  # type: ignore[misc]
    for case in ground.cases:
        add("case", case.code, lambda one, code=case.code: one.case == code)  # type: ignore[misc]
    groups: dict[str, dict[str, None]] = {}
    for case in ground.cases:
        for name, value in case.groups.items():
            groups.setdefault(name, {})[value] = None
    for name, values in groups.items():
        for value in values:
            add(name, value, lambda one, name=name, value=value: ground.groups_of(one).get(name) == value)  # type: ignore[misc]
    for identifier, _ in Counter(one.identifier for one in known).most_common():
        add("person", identifier, lambda one, identifier=identifier: one.identifier == identifier)  # type: ignore[misc]
    return tuple(row for row in rows if row.people)


def voice_table(rows: Sequence[VoiceRow]) -> Table:
    """The rows as people read them."""
    columns = (
        Column("of", "By"), Column("label", "Who"), Column("people", "In the sample", "count"),
        Column("quoted", "Of these quoted", "count"), Column("quotations", "Quotations", "count"),
        Column("expected", "By their share", "number"),
    )  # fmt: skip
    return Table(
        title="Who is quoted",
        columns=columns,
        rows=tuple((row.of, row.label, row.people, row.quoted, row.quotations, row.expected) for row in rows),
        notes=("By their share: if quotations went by heads. Quotations whose speaker is not known are left out.",),
    )


def findings(ground: Ground, held: Sequence[Held], rows: Sequence[VoiceRow]) -> Iterator[Finding]:
    """Who is never quoted, who most, and headings under which one voice speaks."""
    total = sum(one.speaker(ground) is not None for one in held)
    for row in rows:
        if row.of != "person" and not row.quotations and row.expected >= _EXPECTED:
            yield Finding(
                kind="never quoted", weight="look", where=Where("the whole manuscript"), about=(row.label,),
                what=f"{row.of.capitalize()} {row.label}: 0 of {total} quotations; {row.people} of "
                f"{len(ground.people)} participants.",
                do="Quote somebody, or say in the text why they are not heard.",
            )  # fmt: skip
        elif _most(row, total):
            yield Finding(
                kind="quoted most", weight="look", where=Where("the whole manuscript"), about=(row.label,),
                what=f"{row.of.capitalize()} {row.label}: {row.quotations} of {total} quotations; by their share "
                f"{row.expected:.1f}.",
                do="Let others be heard, or say why this voice carries so much.",
            )  # fmt: skip
    yield from _one_voice(ground, held)


def _most(row: VoiceRow, total: int) -> bool:
    if total < _PAPER_LEAST:
        return False
    if row.of == "person":
        return row.quotations >= _PERSON_LEAST and row.quotations >= _PERSON_SHARE * total
    return row.quotations >= _TIMES * row.expected and row.quotations - row.expected >= _MORE


def _one_voice(ground: Ground, held: Sequence[Held]) -> Iterator[Finding]:
    sections: dict[str, list[tuple[Held, Person]]] = {}
    for one in held:
        speaker = one.speaker(ground)
        if speaker is not None and one.quoted.where.section:
            sections.setdefault(one.quoted.where.section, []).append((one, speaker))
    for section, quotes in sections.items():
        if len(quotes) < _SECTION_LEAST:
            continue
        for of, names in (
            ("one person", {person.identifier for _, person in quotes}),
            ("one case", {person.case for _, person in quotes}),
            ("one role", {person.role for _, person in quotes}),
        ):
            name = next(iter(names))
            if len(names) == 1 and name:
                yield Finding(
                    kind="one voice", weight="look", where=quotes[0][0].quoted.where, about=(name,),
                    what=f"All {len(quotes)} quotations under “{section.rsplit(' / ', 1)[-1]}” are of {of}: {name}.",
                    do="Quote others on it, or narrow the claim to whom it is of.",
                )  # fmt: skip
                break
