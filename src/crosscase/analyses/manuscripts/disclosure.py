"""Who could be recognised: by what is printed beside a quotation, and in small cells of tables.

What is printed of a speaker (role, case, group, attributes) is compared with the sample twice: by the code that is
printed in the identifier (SM, CO), and by the role of the frame that the code belongs to. Where it fits one person
alone, readers who know the place know who it is.

What a careful reader would get wrong: this counts the sample, because that is what a reader of the paper can count. In
a service with one manager, even two interviewed managers of two services are known to their colleagues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscase.analyses.manuscripts.codes import Code, Codes
from crosscase.analyses.manuscripts.exactness import Held
from crosscase.analyses.manuscripts.findings import Finding, listed, shortened
from crosscase.analyses.manuscripts.ground import Ground, Person
from crosscase.analyses.manuscripts.labels import Label, Labels, joined
from crosscase.analyses.manuscripts.quotes import is_reference
from crosscase.analyses.manuscripts.sums import count_of, is_total
from crosscase.model.manuscripts import Manuscript, ManuscriptBlock, Where

_CONSENT = {
    "yes": "Consent to verbatim quotation is on file; whether this person agreed to be recognised is another question",
    "no": "This person did not agree to be quoted",
    "not asked": "No consent to be quoted is on file",
}
_PEOPLE = re.compile(
    r"\b(?:participants?|interviewees?|respondents?|informants?|recruited|interviewed|sample|women|men)\b",
    re.IGNORECASE,
)
_NO_PEOPLE = re.compile(
    r"\b(?:minutes|words|quotations?|codings?|codes|segments|characteristics of the)\b", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:planned|target|founded|staff|year|minutes|age)\b|%", re.IGNORECASE)


def identifiers(ground: Ground, manuscript: Manuscript, codes: Codes) -> Iterator[Finding]:
    """Identifiers that nobody has, numbers above their cell, and cases that there are not."""
    found: dict[tuple[str, str], list[Where]] = {}
    facts: dict[str, str] = {}
    for block in manuscript.blocks:
        if is_reference(block.where.section):
            continue
        text = "\n".join([block.words, *("\t".join(row) for row in block.rows)])
        for code in codes.find(text):
            if code.standing != "known":
                found.setdefault((code.standing, code.printed), []).append(block.where)
                fellows = codes.fellows(code.case, code.role)
                facts[code.printed] = _why(ground, code, fellows)
        for _, code_named in codes.cases_named(text):
            found.setdefault(("orphan", code_named), []).append(block.where)
            facts[code_named] = f"No case has the code {code_named}."
    for (standing, printed), places in found.items():
        above = standing == "number above"
        yield Finding(
            kind="number above the cell" if above else "orphan identifier", weight="look" if above else "fault",
            where=places[0], places=tuple(dict.fromkeys(places[1:])), words=printed, about=(printed,),
            what=facts[printed],
            do="Number people as the sample has them: a gap tells that somebody withdrew, or is a slip."
            if above
            else "Correct it, or take the person or case into the sample.",
        )  # fmt: skip


def _why(ground: Ground, code: Code, fellows: int) -> str:
    if code.standing == "number above":
        of = f"{fellows} of {code.role} in {code.case}"
        return f"{code.printed} has the number {code.number}; the sample has {of}."
    where = f"; there is no case {code.case}" if code.case and not ground.case(code.case) else ""
    return f"No participant has the identifier {code.printed}{where}."


def recognisable(ground: Ground, held: Sequence[Held], labels: Labels) -> Iterator[Finding]:
    """Attributions that fit one person alone, each with all its places."""
    found: dict[tuple[str, ...], list[tuple[Held, Label, Person]]] = {}
    for one in held:
        speaker = one.speaker(ground)
        label = one.quoted.label
        if speaker is not None:
            label = joined(labels.true_of(label, speaker), labels.true_of(one.quoted.lead, speaker))
        alone = _alone(ground, label)
        if alone:
            person, _ = alone[0]
            key = (label.case, label.role, label.role_code, *label.groups.values(), *label.attributes.values())
            found.setdefault(key, []).append((one, label, person))
    for quotes in found.values():
        first, label, person = quotes[0]
        why = "; ".join(fact for _, fact in _alone(ground, label))
        yield Finding(
            kind="recognisable", weight="fault", where=first.quoted.where,
            places=tuple(one.quoted.where for one, _, _ in quotes[1:]), words=shortened(first.quoted.words),
            about=(label.identifier or person.identifier,),
            what=f"“{label.printed or label.in_words()}” points to one person: {why}."
            + (f" {len(quotes)} quotations." if len(quotes) > 1 else ""),
            do=f"{_wider(ground, person)} {_CONSENT[person.consent]}.",
        )  # fmt: skip


def _alone(ground: Ground, label: Label) -> list[tuple[Person, str]]:
    """The ways in which a label fits one person alone, with the counts."""
    found: list[tuple[Person, str]] = []
    if label.role_code and label.case:
        people = ground.fitting(case=label.case, code=label.role_code)
        if len(people) == 1:
            of_role = len(ground.fitting(case=label.case, role=label.role))
            found.append(
                (
                    people[0],
                    f"1 participant carries the code {label.role_code} in {label.case}"
                    + (f" ({of_role} have the role {label.role})" if of_role > 1 else ""),
                )
            )
    if label.role and label.case and not found:
        people = ground.fitting(case=label.case, role=label.role)
        if len(people) == 1:
            found.append((people[0], f"1 participant of {label.case} has the role {label.role}"))
    if not found and (label.case or label.role or label.groups or label.attributes):
        people = ground.fitting(
            case=label.case, role=label.role, code=label.role_code, groups=label.groups, attributes=label.attributes
        )
        if len(people) == 1:
            found.append((people[0], f"1 participant fits {label.in_words()}"))
    return found


def _wider(ground: Ground, person: Person, enough: int = 5) -> str:
    """A label that fits several, or what else can be done; the primary grouping goes first where it is enough."""
    wider = [
        (len(ground.fitting(role=person.role, groups={name: value})), f"{name}: {value}")
        for name, value in ground.groups_of(person).items()
    ]
    alone = len(ground.fitting(role=person.role))
    fits, group = next((one for one in wider if one[0] >= enough), max(wider, default=(0, "")))
    if person.role and fits > 1:
        return f"Print “{person.role}, {group}”, which fits {fits} participants; or paraphrase."
    if person.role and alone > 1:
        return f"Print “{person.role}” alone, which fits {alone} participants; or paraphrase."
    return "Paraphrase, or quote without saying who speaks."


def small_cells(ground: Ground, manuscript: Manuscript, k: int) -> Iterator[Finding]:
    """Tables that count people in cells of fewer than k."""
    captions = manuscript.blocks
    for number, block in enumerate(captions):
        if block.nature != "table" or not block.rows:
            continue
        caption = block.words or (captions[number - 1].words if number else "")
        if not _counts_people(ground, block, caption):
            continue
        small = list(_small(block, k))
        if small:
            yield Finding(
                kind="small cell", weight="look", where=block.where, words=shortened(caption),
                about=tuple(small[:12]),
                what=f"{len(small)} cell{'s' if len(small) > 1 else ''} below {k}: {listed(small)}.",
                do=f"Put rows or columns together (sector instead of case), or print “<{k}” and leave out what gives "
                "it away; or keep consent to it on file.",
            )  # fmt: skip


def _counts_people(ground: Ground, block: ManuscriptBlock, caption: str) -> bool:
    if _NO_PEOPLE.search(caption):
        return False
    heads = " ".join(" ".join(row) for row in block.rows[: max(1, block.heads)])
    labels = [row[0].casefold() for row in block.rows if row]
    roles = sum(any(role.casefold() in label for role in ground.roles) for label in labels)
    return bool(_PEOPLE.search(f"{caption} {heads}")) or roles >= 2


def _small(block: ManuscriptBlock, k: int) -> Iterator[str]:
    heads = block.rows[max(0, block.heads - 1)] if block.heads else ()
    for row in block.rows[block.heads :]:
        for column, cell in enumerate(row[1:], 1):
            head = heads[column] if column < len(heads) else ""
            value = count_of(cell)
            if value is not None and 0 < value < k and not _PLANNED.search(f"{head} {row[0]}") and not is_total(row[0]):
                yield f"{row[0]}, {head}: {value:g}" if head else f"{row[0]}: {value:g}"
