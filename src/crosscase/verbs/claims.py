"""Claims: writing down what the findings say, in a form that can be checked, and what vague words mean here.

What a careful reader would get wrong: a claim keeps the ids of what it asks about, so that renaming a code changes no
claim. And writing one says nothing about whether it is so; that is worked out whenever it is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import BadValueError, NotFoundError
from crosscase.model import (
    Analysis,
    Attribute,
    Case,
    Claim,
    ClaimLook,
    Code,
    Id,
    Question,
    Role,
    Settings,
    Theme,
    Threshold,
    derived_id,
)
from crosscase.model.claims import TWO_SIDED, ClaimUnit, Quantifier, RestsOn, Silence, VagueWord
from crosscase.reads.lookup import Rows, find
from crosscase.store.act import Act
from crosscase.verbs.checks import NoNameError, all_there, choice, given, last_position, put_in_order
from crosscase.verbs.queries import check_scope
from crosscase.verbs.registry import Verb

_NO_SENTENCE = "A claim is a sentence of the findings."
_CHOICES: dict[str, tuple[Any, str]] = {
    "quantifier": (Quantifier, "quantifier"), "unit": (ClaimUnit, "unit of claims"),
    "rests_on": (RestsOn, "kind of material"), "silence": (Silence, "meaning of silence"),
}  # fmt: skip


class UncheckableError(BadValueError):
    """A claim that could never be checked as it is put."""

    code = "uncheckable"


class BadThresholdError(BadValueError):
    """A threshold that is no range of percentages."""

    code = "bad-threshold"

    def __init__(self, least: int, most: int) -> None:
        super().__init__(f"A vague word means a share from 0 to 100 percent; {least} to {most} is none.")


def threshold_id(word: str) -> Id:
    """The id of what a vague word means; there is one for each word."""
    return derived_id("threshold", word)


def look_id(claim: Id, member: Id) -> Id:
    """The id of a member's look at a claim."""
    return derived_id("claim_look", claim, member)


def write_claim(
    act: Act,
    sentence: str,
    *,
    quantifier: Quantifier = "some",
    unit: ClaimUnit = "participants",
    query: str = "",
    scope: str = "",
    by: str = "",
    one: str = "",
    other: str = "",
    number: int = 0,
    of: int = 0,
    silence: Silence = "not said",
    rests_on: RestsOn = "codings",
    reason: str = "",
    analysis: Id | None = None,
    theme: Id | None = None,
) -> Id:
    """Write down a sentence of the findings, with what it says of how many.

    Args:
        query: what is asked of each unit, over codes, themes and answers by name or id; see the page on claims.
        scope: filters by id as JSON; empty for everything.
        by: where groups come from: `cases`, `roles`, `primary`, or an attribute by name or id.
        one, other: groups by key or name.
        number, of: of *n of N*.
        reason: what a claim by judgement rests on.

    Raises:
        NoNameError: there is no sentence, or a claim by judgement without its reason.
        UncheckableError: what is asked cannot be counted so.
        QueryError: the query cannot be read.
        NotFoundError, AmbiguousError: something is named that is not there, or several things are.
    """
    row = Claim(member=act.by, sentence=sentence, position=last_position(act.rows(Claim)))
    return act.add(
        checked(
            act, row, sentence=sentence, quantifier=quantifier, unit=unit, query=query, scope=scope, by=by, one=one,
            other=other, number=number, of=of, silence=silence, rests_on=rests_on, reason=reason, analysis=analysis,
            theme=theme,
        )
    ).id  # fmt: skip


def change_claim(
    act: Act,
    claim: Id,
    *,
    sentence: str | None = None,
    quantifier: Quantifier | None = None,
    unit: ClaimUnit | None = None,
    query: str | None = None,
    scope: str | None = None,
    by: str | None = None,
    one: str | None = None,
    other: str | None = None,
    number: int | None = None,
    of: int | None = None,
    silence: Silence | None = None,
    rests_on: RestsOn | None = None,
    reason: str | None = None,
    analysis: Id | None = None,
    theme: Id | None = None,
) -> None:
    """Change a claim; what is not given stays. An empty analysis or theme takes it out of that.

    Raises:
        NoNameError, UncheckableError, QueryError, NotFoundError, AmbiguousError: see `write_claim`.
    """
    known = act.get(Claim, claim)
    fields = given(
        sentence=sentence, quantifier=quantifier, unit=unit, query=query, scope=scope, by=by, one=one, other=other,
        number=number, of=of, silence=silence, rests_on=rests_on, reason=reason, analysis=analysis, theme=theme,
    )  # fmt: skip
    becomes = checked(act, known, **fields)
    act.change(Claim, claim, **{name: getattr(becomes, name) for name in fields})


def order_claims(act: Act, claims: Sequence[Id]) -> None:
    """Put these claims first, in this order; the others follow as they stood."""
    put_in_order(act, Claim, claims, sorted(act.rows(Claim), key=lambda one: (one.position, one.id)))


def look_at_claims(act: Act, claims: Sequence[Id]) -> None:
    """Say that you have looked at claims as they stand: what changes from here on is told as change."""
    all_there(act, Claim, claims)
    for claim in dict.fromkeys(claims):
        act.ensure_all([ClaimLook(id=look_id(claim, act.by), claim=claim, member=act.by, entry=act.id)])


def remove_claims(act: Act, claims: Sequence[Id]) -> None:
    """Take claims out of the findings, with the looks at them."""
    all_there(act, Claim, claims)
    act.remove_whole(Claim, claims)


def set_threshold(act: Act, word: VagueWord, *, least: int = 0, most: int = 100, reason: str = "") -> None:
    """Say what a vague word means in this study: a share of the units, in percent, both ends in.

    Raises:
        BadThresholdError: that is no range.
    """
    choice(word, VagueWord, "vague word")
    if not 0 <= least <= most <= 100 or (least, most) == (0, 100):
        raise BadThresholdError(least, most)
    act.ensure_all([Threshold(id=threshold_id(word), word=word, least=least, most=most, reason=reason.strip())])


def remove_threshold(act: Act, word: VagueWord) -> None:
    """Take a threshold away: the word gets no verdict again."""
    choice(word, VagueWord, "vague word")
    act.get(Threshold, threshold_id(word))
    act.remove_whole(Threshold, [threshold_id(word)])


def checked(rows: Rows, known: Claim, **fields: Any) -> Claim:
    """The claim with these fields, by ids, as it can be checked; nothing is written.

    Raises:
        NoNameError, UncheckableError, QueryError, NotFoundError, AmbiguousError: see `write_claim`.
    """
    for name, (among, what) in _CHOICES.items():
        if name in fields:
            choice(fields[name], among, what)
    row = msgspec.structs.replace(known, **fields)
    sentence = row.sentence.strip()
    if not sentence:
        raise NoNameError(_NO_SENTENCE)
    check_scope(row.scope)
    row = msgspec.structs.replace(
        row, sentence=sentence, reason=row.reason.strip(), query=_by_id(rows, row.query) if row.query.strip() else "",
        analysis=find(rows, Analysis, row.analysis).id if row.analysis else None,
        theme=find(rows, Theme, row.theme).id if row.theme else None,
        by=_axis(rows, row.by), one=_group(rows, row.by, row.one), other=_group(rows, row.by, row.other),
    )  # fmt: skip
    _refuse_uncheckable(row)
    return row


def _refuse_uncheckable(row: Claim) -> None:
    if row.rests_on == "judgement":
        if not row.reason:
            raise NoNameError("A claim that rests on judgement needs the reason for it.")
        return
    if not row.query:
        raise UncheckableError("Say what is asked of each of them: a code, a theme, or a query.")
    two_sided = row.quantifier in TWO_SIDED
    wrong = {
        "Groups are not set against groups: count participants or cases.": two_sided and row.unit == "groups",
        "Documents are nobody's words: count cases, groups or sources.": (
            row.rests_on == "documents" and row.unit == "participants"
        ),
        "Say which groups are counted (by): cases, roles, or an attribute.": row.unit == "groups" and not row.by,
        f"Say which group it is that “{row.quantifier}” speaks of (by and one).": two_sided
        and not (row.by and row.one),
        "“More in” sets one group against another: name both.": row.quantifier == "more in" and not row.other,
        "A group cannot be set against itself.": two_sided and bool(row.one) and row.one == row.other,
        f"{row.number} of {row.of} is no count.": row.quantifier == "n of N" and not 0 <= row.number <= row.of,
    }
    for problem, is_so in wrong.items():
        if is_so:
            raise UncheckableError(problem)


def _by_id(rows: Rows, query: str) -> str:
    """A query with ids for names."""
    # The grammar comes with what reads the study; whoever asks for help does not wait for it.
    from crosscase.analyses.claims.language import bound

    def named(prefix: str, name: str) -> Id:
        if prefix == "answer":
            return _item(rows, name)
        return find(rows, Theme if prefix == "theme" else Code, name).id

    return bound(query, named)


def _item(rows: Rows, name: str) -> Id:
    """The item of that number, wording or id.

    Raises:
        NotFoundError: there is none, or several have the number.
    """
    plain = name.strip().casefold()
    items = [one for one in rows.rows(Question) if one.nature != "open"]
    fits = [one.id for one in items if plain in {one.id, one.number.casefold(), one.wording.casefold()}]
    if len(fits) != 1:
        raise NotFoundError("question", name, tuple(one.number for one in items[:3] if one.number))
    return fits[0]


def _axis(rows: Rows, by: str) -> str:
    """Where groups come from; an attribute by its id, the primary grouping as the attribute that it is now."""
    if by in {"", "cases", "roles"}:
        return by
    if by == "primary":
        primary = rows.rows(Settings)[0].primary
        if primary is None:
            raise UncheckableError("This study has no primary grouping. Name the attribute that makes the groups.")
        return primary
    subject, colon, name = by.partition(":")
    return find(rows, Attribute, f"{subject}.{name}" if colon else by).id


def _group(rows: Rows, by: str, group: str) -> str:
    """The key of a group: an id, or an attribute's id with the value."""
    if not group or not by:
        return ""
    if by == "cases":
        return find(rows, Case, group).id
    if by == "roles":
        return find(rows, Role, group).id
    attribute = find(rows, Attribute, _axis(rows, by))
    value = group.removeprefix(f"{attribute.id}=")
    if attribute.options and value not in attribute.options:
        raise UncheckableError(f"{attribute.name!r} has no group {value!r}. It has: {', '.join(attribute.options)}.")
    return f"{attribute.id}={value}"


VERBS = (
    Verb("claim.write", write_claim),
    Verb("claim.change", change_claim),
    Verb("claim.order", order_claims),
    Verb("claim.look", look_at_claims, "code"),
    Verb("claim.remove", remove_claims),
    Verb("threshold.set", set_threshold),
    Verb("threshold.remove", remove_threshold),
)
