"""Attributes: typed variables of cases, participants, interviews and sources, and their values.

A value is kept as canonical text: `12.5`, `2021-03-04`, `yes`, an option as it is written in the list of options,
several options one a line in the order of that list. A date that cannot be read without guessing is kept as it was
given, and the answer says which ones those are. An option that is not in the list is refused, unless the list is
to be extended.

What a careful reader would get wrong: an empty value takes the value away; "not known" is not an option.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TypeAlias

import msgspec

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.model import (
    Attribute,
    AttributeValue,
    Case,
    Id,
    Interview,
    Participant,
    Row,
    Settings,
    Source,
    derived_id,
)
from crosscase.model.people import AttributeType, Subject
from crosscase.model.values import date_text, number_text, yes_or_no
from crosscase.store.act import Act
from crosscase.verbs.checks import TakenError, choice, given, label, labels, refuse_twin
from crosscase.verbs.registry import Verb

SUBJECTS: dict[Subject, type[Row]] = {
    "case": Case,
    "participant": Participant,
    "interview": Interview,
    "source": Source,
}
OPTIONAL = ("one-of", "many-of")
"""Types whose values are options."""

Given: TypeAlias = "str | int | float | bool | Sequence[str] | None"

_NO_NAME = "An attribute needs a name."
_OPTION = "option"


class UnknownOptionError(BadValueError):
    """A value that is not among the options of its attribute."""

    code = "unknown-option"

    def __init__(self, name: str, value: str, options: Sequence[str]) -> None:
        near = get_close_matches(value.casefold(), [option.casefold() for option in options], n=1, cutoff=0.7)
        meant = f" Did you mean {next(o for o in options if o.casefold() == near[0])!r}?" if near else ""
        listed = f"are: {', '.join(options)}" if options else "have not been listed yet"
        super().__init__(
            f"{value!r} is not an option of {name!r}; its options {listed}.{meant} "
            "Nothing was set. To add it to the list, ask for the options to be extended."
        )


class ValueTypeError(BadValueError):
    """A value that cannot be read as the type of its attribute."""

    code = "value-type"

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{value!r} cannot be a value of {name!r}, which takes {wanted}. Nothing was set.")


class PrimaryGroupingError(RefusedError):
    """The primary grouping of the study would be none any more."""

    code = "primary-grouping"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is the primary grouping of the study. Choose another primary grouping first.")


class CannotGroupError(BadValueError):
    """Cases cannot be compared by it."""

    code = "cannot-group"

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(
            f"{attribute.name!r} cannot be a grouping: a grouping is a one-of attribute of cases, "
            f"and this is a {attribute.type} attribute of {attribute.subject}s."
        )


class OptionsError(BadValueError):
    """Options where there can be none."""

    code = "options"

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(f"{attribute.name!r} has options, so it must be one-of or many-of, not {attribute.type}.")


class Written(msgspec.Struct, frozen=True):
    """What setting values did.

    Attributes:
        changed, cleared: how many subjects have a new value, and how many none any more.
        unread: subjects whose date could not be read and was kept as given.
        options: options added to the list.
    """

    changed: int
    cleared: int = 0
    unread: tuple[tuple[Id, str], ...] = ()
    options: tuple[str, ...] = ()


def value_id(attribute: Id, subject: Id) -> Id:
    """The id of the value that a subject has for an attribute."""
    return derived_id("attribute_value", attribute, subject)


def add_attribute(
    act: Act,
    subject: Subject,
    name: str,
    *,
    type: AttributeType = "text",
    options: Sequence[str] = (),
    grouping: bool = False,
    description: str = "",
) -> Id:
    """Add a variable of cases, participants, interviews or sources."""
    choice(subject, Subject, "thing that has attributes")
    choice(type, AttributeType, "type of attribute")
    name = label(name, _NO_NAME)
    refuse_twin(act.rows(Attribute, subject=subject), "name", name)
    attribute = Attribute(
        subject=subject, name=name, type=type, options=labels(options), grouping=grouping, description=description
    )
    _check(attribute)
    return act.add(attribute).id


def change_attribute(
    act: Act,
    attribute: Id,
    *,
    name: str | None = None,
    type: AttributeType | None = None,
    options: Sequence[str] | None = None,
    grouping: bool | None = None,
    description: str | None = None,
) -> None:
    """Change a variable; what is not given stays. Its values must fit what it becomes.

    When it comes to have options and none are given, they are the values that are there.

    Raises:
        UnknownOptionError, ValueTypeError: a value that is there does not fit the new options or type.
        PrimaryGroupingError: the primary grouping would be none any more.
    """
    known = act.get(Attribute, attribute)
    fields = given(type=type, grouping=grouping, description=description)
    if type is not None:
        choice(type, AttributeType, "type of attribute")
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Attribute, subject=known.subject), "name", fields["name"], but=attribute)
    values = act.rows(AttributeValue, attribute=attribute)
    if options is not None:
        fields["options"] = labels(options)
    elif type is not None:
        fields["options"] = _options_for(known, type, values)
    becomes = msgspec.structs.replace(known, **fields)
    _check(becomes)
    if known.grouping and not becomes.grouping and act.rows(Settings)[0].primary == attribute:
        raise PrimaryGroupingError(known.name)
    act.change(Attribute, attribute, **fields)
    if (becomes.type, becomes.options) != (known.type, known.options):
        fitting = {value.id: canonical(becomes, value.value, None)[0] for value in values}
        act.change_all(AttributeValue, "value", fitting)


def rename_option(act: Act, attribute: Id, option: str, name: str) -> int:
    """Write an option another way, in the list and in every value; how many values have it."""
    known = act.get(Attribute, attribute)
    name = label(name, "An option needs a name.")
    if option not in known.options:
        raise UnknownOptionError(known.name, option, known.options)
    if name != option and name.casefold() in {other.casefold() for other in known.options if other != option}:
        raise TakenError(_OPTION, name)
    act.change(Attribute, attribute, options=tuple(name if each == option else each for each in known.options))
    having = {
        value.id: "\n".join(name if line == option else line for line in value.value.split("\n"))
        for value in act.rows(AttributeValue, attribute=attribute)
        if option in value.value.split("\n")
    }
    act.change_all(AttributeValue, "value", having)
    return len(having)


def remove_attribute(act: Act, attribute: Id) -> dict[str, int]:
    """Remove a variable with its values; how many of each kind went."""
    known = act.get(Attribute, attribute)
    if act.rows(Settings)[0].primary == attribute:
        raise PrimaryGroupingError(known.name)
    return act.remove_whole(Attribute, [attribute])


def set_values(act: Act, attribute: Id, values: Mapping[Id, Given], *, extend: bool = False) -> Written:
    """Set the values of many subjects at once; an empty one takes the value away. All of them, or none.

    Args:
        values: by subject. Several options are given as a list, or as a text with `;` or line breaks between them.
        extend: add options that are not in the list yet.

    Raises:
        NotFoundError: a subject is not there, or is of another kind.
        UnknownOptionError, ValueTypeError: a value does not fit.
    """
    variable = act.get(Attribute, attribute)
    row = SUBJECTS[variable.subject]
    there = {each.id for each in act.rows(row, id=list(values))}
    missing = [subject for subject in values if subject not in there]
    if missing:
        raise NotFoundError(variable.subject, missing[0])
    added: list[str] | None = [] if extend else None
    texts: dict[Id, str] = {}
    unread: list[tuple[Id, str]] = []
    for subject, value in values.items():
        texts[subject], is_read = canonical(variable, value, added)
        if not is_read:
            unread.append((subject, texts[subject]))
    if added:
        act.change(Attribute, attribute, options=(*variable.options, *added))
        variable = msgspec.structs.replace(variable, options=(*variable.options, *added))
        texts = {subject: canonical(variable, text, None)[0] for subject, text in texts.items()}
    now = {value.of: value for value in act.rows(AttributeValue, attribute=attribute)}
    gone = [now[subject].id for subject, text in texts.items() if not text and subject in now]
    fresh = {
        subject: text for subject, text in texts.items() if text and (subject not in now or now[subject].value != text)
    }
    act.ensure_all(
        [
            AttributeValue(id=value_id(attribute, subject), attribute=attribute, of=subject, value=text)
            for subject, text in fresh.items()
        ]
    )
    act.remove_whole(AttributeValue, gone)
    return Written(len(fresh), len(gone), tuple(unread), tuple(added or ()))


def _check(attribute: Attribute) -> None:
    if attribute.grouping and (attribute.subject != "case" or attribute.type != "one-of"):
        raise CannotGroupError(attribute)
    if attribute.options and attribute.type not in OPTIONAL:
        raise OptionsError(attribute)


def _options_for(known: Attribute, type: AttributeType, values: Sequence[AttributeValue]) -> tuple[str, ...]:
    """The options of an attribute that becomes of another type."""
    if type not in OPTIONAL:
        return ()
    if known.options:
        return known.options
    lines = [value.value if type == "one-of" else line for value in values for line in value.value.splitlines()]
    return tuple(sorted(labels(lines)))


def canonical(attribute: Attribute, value: Given, added: list[str] | None) -> tuple[str, bool]:
    """A value as canonical text, and whether it could be read; new options go to `added` where there is one.

    Raises:
        UnknownOptionError, ValueTypeError: it does not fit.
    """
    parts = _parts(attribute, value)
    text = "\n".join(parts)
    if not text:
        return "", True
    if attribute.type in OPTIONAL:
        if attribute.type == "one-of" and len(parts) > 1:
            raise ValueTypeError(attribute.name, "; ".join(parts), "one option only")
        return "\n".join(_options(attribute, parts, added)), True
    if attribute.type == "date":
        iso = date_text(text)
        return iso or text, iso is not None
    plain: str | None = text
    if attribute.type == "number":
        plain = number_text(text)
    elif attribute.type == "boolean":
        plain = yes_or_no(text)
    if plain is None:
        raise ValueTypeError(attribute.name, text, "yes or no" if attribute.type == "boolean" else "numbers: 12 or 0.5")
    return plain, True


def _parts(attribute: Attribute, value: Given) -> list[str]:
    """What was given as texts: a many-of text is parted by line breaks or semicolons, unless it is one option."""
    if value is None:
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if not isinstance(value, str | int | float):
        return [text for text in (str(part).strip() for part in value) if text]
    text = str(value).strip()
    if attribute.type != "many-of" or text.casefold() in {option.casefold() for option in attribute.options}:
        return [text] if text else []
    return [part.strip() for line in text.splitlines() for part in line.split(";") if part.strip()]


def _options(attribute: Attribute, parts: Sequence[str], added: list[str] | None) -> list[str]:
    known = {option.casefold(): option for option in (*attribute.options, *(added or ()))}
    for part in parts:
        name = " ".join(part.split())
        if name and name.casefold() not in known:
            if added is None:
                raise UnknownOptionError(attribute.name, name, attribute.options)
            added.append(name)
            known[name.casefold()] = name
    chosen = {" ".join(part.split()).casefold() for part in parts}
    return [option for key, option in known.items() if key in chosen]


VERBS = (
    Verb("attribute.add", add_attribute),
    Verb("attribute.change", change_attribute),
    Verb("attribute.rename_option", rename_option),
    Verb("attribute.remove", remove_attribute),
    Verb("attribute.set_values", set_values),
)
