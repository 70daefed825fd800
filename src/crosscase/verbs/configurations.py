"""Configurational analyses and their sets: conditions and an outcome, anchored for reasons (Ragin 2008).

Beginning one switches the design on, and asks why: cases are compared as combinations of conditions, which is another
thing than comparing what was said. Scores of cases are written by `scores`.

What a careful reader would get wrong: anchors come from outside the data, from what is known of such cases. Nothing
here proposes them, and without a reason they are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Attribute, Code, Condition, Configuration, Id
from crosscase.model.configurations import ConditionBasis, ConditionNature, ConditionPart, Expectation
from crosscase.model.values import number_text
from crosscase.store.act import Act
from crosscase.verbs.checks import NoNameError, choice, given, label, last_position, put_in_order, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "A configurational analysis needs a name."
_NO_WHY = (
    "A configurational analysis is another design than comparing themes. Say why it answers your question: that is "
    "what switches it on."
)
_NO_CONDITION = "A condition needs a name, such as FUNDED."
_SIGNS = frozenset("*+~[]")
_ANCHORS = ("full_out", "crossover", "full_in")
_WORDS = {"full_out": "full non-membership", "crossover": "the crossover", "full_in": "full membership"}


class ConditionError(BadValueError):
    """A condition that cannot be so."""

    code = "condition"


class OutcomeError(RefusedError):
    """A second outcome."""

    code = "one-outcome"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is the outcome already. Begin another configurational analysis for another outcome."
        )


class Anchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an anchor stands, and why there. The place is a number as it is written; without one, words alone."""

    at: str = ""
    reason: str = ""


def begin_configuration(act: Act, name: str, why: str, *, question: str = "") -> Id:
    """Begin a configurational analysis, and say why this design; what is compared are combinations of conditions.

    Raises:
        NoNameError: it has no name, or nothing says why.
        TakenError: there is one of that name.
    """
    name, why = label(name, _NO_NAME), why.strip()
    if not why:
        raise NoNameError(_NO_WHY)
    refuse_twin(act.rows(Configuration), "name", name)
    return act.add(Configuration(name=name, why=why, question=question.strip())).id


def change_configuration(
    act: Act,
    configuration: Id,
    *,
    name: str | None = None,
    why: str | None = None,
    question: str | None = None,
    consistency: str | None = None,
    cases: int | None = None,
    cuts_reason: str | None = None,
) -> None:
    """Change a configurational analysis, or where its truth table is cut; what is not given stays.

    Args:
        consistency: from which on a row has the outcome, between 0.5 and 1.
        cases: how many of its own a row needs.

    Raises:
        ConditionError: a cut that is none, or one without a reason.
    """
    known = act.get(Configuration, configuration)
    fields: dict[str, Any] = given(question=question, cases=cases, cuts_reason=cuts_reason)
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Configuration), "name", fields["name"], but=configuration)
    if why is not None:
        fields["why"] = why.strip()
        if not fields["why"]:
            raise NoNameError(_NO_WHY)
    if consistency is not None:
        fields["consistency"] = _cut(consistency)
    if cases is not None and cases < 1:
        message = "A row of the truth table needs at least 1 case."
        raise ConditionError(message)
    moved = {"consistency", "cases"} & {key for key in fields if fields[key] != getattr(known, key)}
    if moved and not (cuts_reason if cuts_reason is not None else known.cuts_reason).strip():
        message = "Say why the truth table is cut there (cuts_reason); it is printed with the table."
        raise ConditionError(message)
    act.change(Configuration, configuration, **fields)


def remove_configuration(act: Act, configuration: Id) -> dict[str, int]:
    """Remove a configurational analysis with its conditions and scores; how many of each kind went."""
    act.get(Configuration, configuration)
    return act.remove_whole(Configuration, [configuration])


def add_condition(
    act: Act,
    configuration: Id,
    name: str,
    *,
    meaning: str = "",
    part: ConditionPart = "condition",
    nature: ConditionNature = "fuzzy",
    basis: ConditionBasis = "judgement",
    of: Id | None = None,
    values: Sequence[str] = (),
    full_out: Anchor | None = None,
    crossover: Anchor | None = None,
    full_in: Anchor | None = None,
    expects: Expectation = "either",
    expects_reason: str = "",
) -> Id:
    """Add a condition, or the outcome, to a configurational analysis.

    Args:
        meaning: which cases belong to the set.
        basis: `judgement`: members score each case; `attribute`: of cases; `share`: how many participants of those read
            for a code said it, in percent.
        of: the attribute or code.
        values: of an attribute that is no number, those that are in.
        full_out, crossover, full_in: anchors with their reasons; a crisp set of numbers has the crossover only.
        expects: what theory lets expect with the outcome.

    Raises:
        ConditionError: basis, values or anchors that do not fit each other.
        OutcomeError: there is an outcome already.
        TakenError: there is a condition of that name.
    """
    act.get(Configuration, configuration)
    beside = act.rows(Condition, configuration=configuration)
    condition = Condition(
        configuration=configuration, name=_named(name, beside), part=part, nature=nature, meaning=meaning.strip(),
        basis=basis, of=of or None, values=_values(values), expects=expects, expects_reason=expects_reason.strip(),
        position=last_position(beside),
        **_anchored(full_out=full_out, crossover=crossover, full_in=full_in),
    )  # fmt: skip
    _check(act, condition, beside)
    return act.add(condition).id


def change_condition(
    act: Act,
    condition: Id,
    *,
    name: str | None = None,
    meaning: str | None = None,
    part: ConditionPart | None = None,
    nature: ConditionNature | None = None,
    basis: ConditionBasis | None = None,
    of: Id | None = None,
    values: Sequence[str] | None = None,
    full_out: Anchor | None = None,
    crossover: Anchor | None = None,
    full_in: Anchor | None = None,
    expects: Expectation | None = None,
    expects_reason: str | None = None,
) -> None:
    """Change a condition or its anchors; what is not given stays. Arguments and refusals as for adding one."""
    known = act.get(Condition, condition)
    beside = [one for one in act.rows(Condition, configuration=known.configuration) if one.id != condition]
    fields: dict[str, Any] = given(
        meaning=meaning, part=part, nature=nature, basis=basis, expects=expects, expects_reason=expects_reason
    )
    fields |= _anchored(full_out=full_out, crossover=crossover, full_in=full_in)
    if name is not None:
        fields["name"] = _named(name, beside)
    if of is not None:
        fields["of"] = of or None
    if values is not None:
        fields["values"] = _values(values)
    if basis == "judgement" and of is None:
        fields["of"] = None
    _check(act, msgspec.structs.replace(known, **fields), beside)
    act.change(Condition, condition, **fields)


def order_conditions(act: Act, conditions: Sequence[Id]) -> None:
    """Put conditions of one analysis in this order, in which terms are written; those not named follow."""
    if conditions:
        first = act.get(Condition, conditions[0])
        beside = act.rows(Condition, configuration=first.configuration)
        put_in_order(act, Condition, conditions, sorted(beside, key=lambda one: (one.position, one.id)))


def remove_condition(act: Act, condition: Id) -> dict[str, int]:
    """Remove a condition with the scores of cases in it; how many of each kind went."""
    act.get(Condition, condition)
    return act.remove_whole(Condition, [condition])


def _named(name: str, beside: Sequence[Condition]) -> str:
    plain = label(name, _NO_CONDITION)
    if _SIGNS & set(plain):
        message = f"{plain!r} cannot name a condition: * + ~ [ ] have a meaning in solutions."
        raise ConditionError(message)
    refuse_twin(beside, "name", plain)
    return plain


def _values(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))


def _anchored(**anchors: Anchor | None) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, anchor in anchors.items():
        if anchor is None:
            continue
        at = number_text(anchor.at) if anchor.at.strip() else ""
        if at is None:
            message = f"{anchor.at!r} is no number. {_WORDS[name].capitalize()} stands at a number, such as 20 or 0.5."
            raise ConditionError(message)
        fields[name], fields[f"{name}_reason"] = at, anchor.reason.strip()
    return fields


def _cut(consistency: str) -> str:
    cut = number_text(consistency)
    if cut is None or not 0.5 <= float(cut) <= 1:
        message = f"{consistency!r} is no consistency cut. It lies between 0.5 and 1; below 0.75 few would follow."
        raise ConditionError(message)
    return cut


def _check(act: Act, condition: Condition, beside: Sequence[Condition]) -> None:
    """Refuse what does not fit together.

    Raises:
        ChoiceError, ConditionError, OutcomeError, NotFoundError: it does not.
    """
    choice(condition.part, ConditionPart, "part of a configurational analysis")
    choice(condition.nature, ConditionNature, "kind of set")
    choice(condition.basis, ConditionBasis, "basis of a set")
    choice(condition.expects, Expectation, "expectation")
    if condition.part == "outcome":
        for other in beside:
            if other.part == "outcome":
                raise OutcomeError(other.name)
    if condition.expects != "either" and not condition.expects_reason:
        message = "Say from which theory or finding it is expected (expects_reason); it decides about counterfactuals."
        raise ConditionError(message)
    _check_basis(act, condition)
    if condition.basis == "judgement" or condition.values:
        return
    wanted = _ANCHORS if condition.nature == "fuzzy" else ("crossover",)
    for anchor in wanted:
        if not getattr(condition, anchor) or not getattr(condition, f"{anchor}_reason"):
            message = (
                f"A {condition.nature} set needs {', '.join(_WORDS[one] for one in wanted)}, each a number with the "
                f"reason why there. {_WORDS[anchor].capitalize()} lacks one."
            )
            raise ConditionError(message)
    if condition.nature == "fuzzy":
        low, middle, high = (float(getattr(condition, anchor)) for anchor in _ANCHORS)
        if not (low < middle < high or low > middle > high):
            message = "The crossover has to lie between full non-membership and full membership."
            raise ConditionError(message)


def _check_basis(act: Act, condition: Condition) -> None:
    if condition.basis == "judgement":
        if condition.of or condition.values:
            message = "A set that members judge is of no attribute or code. Take that away, or choose another basis."
            raise ConditionError(message)
        return
    if not condition.of:
        message = f"Say of which {'attribute' if condition.basis == 'attribute' else 'code'} the set is made."
        raise ConditionError(message)
    if condition.basis == "share":
        act.get(Code, condition.of)
        if condition.values:
            message = "The share of a code is a number and has no values. Set anchors, in percent of participants."
            raise ConditionError(message)
        return
    attribute = act.get(Attribute, condition.of)
    if attribute.subject != "case":
        message = f"{attribute.name!r} is an attribute of a {attribute.subject}. Sets are made of attributes of cases."
        raise ConditionError(message)
    numbers = attribute.type == "number"
    if not numbers and (condition.nature == "fuzzy" or not condition.values):
        message = (
            f"{attribute.name!r} holds no numbers: make the set crisp and name the values that are in, or let members "
            "judge the cases."
        )
        raise ConditionError(message)
    if numbers and condition.values:
        message = f"{attribute.name!r} holds numbers. Set anchors, and no values."
        raise ConditionError(message)


VERBS = (
    Verb("configuration.begin", begin_configuration),
    Verb("configuration.change", change_configuration),
    Verb("configuration.remove", remove_configuration),
    Verb("condition.add", add_condition),
    Verb("condition.change", change_condition),
    Verb("condition.order", order_conditions),
    Verb("condition.remove", remove_condition),
)
