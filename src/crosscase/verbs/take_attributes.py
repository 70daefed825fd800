"""Taking in attributes: the variables, and the values of whatever a bundle brought.

The type of an attribute that the study has already is the study's own; a declaration of another type is refused, and a
value that does not fit is left out alone. Options that are new are added to the list.
"""

from __future__ import annotations

from crosscase.model import Attribute, AttributeValue, Id
from crosscase.model.bundle import AttributeRecord
from crosscase.model.people import AttributeType, Subject
from crosscase.model.values import number_text, yes_or_no
from crosscase.verbs.attributes import set_values
from crosscase.verbs.checks import label, labels
from crosscase.verbs.taking import Taking, folded

_OPTIONAL: tuple[AttributeType, ...] = ("one-of", "many-of")


def take_attributes(taking: Taking) -> None:
    """The variables, and the values of everything that was taken in; a value that does not fit is refused alone."""
    known = {(each.subject, folded(each.name)): each for each in taking.act.rows(Attribute)}
    for record in taking.bundle.attributes:
        _declare(taking, known, record)
    given: dict[Id, dict[Id, str]] = {}
    for subject, thing, key, values in taking.owners:
        for name, value in values.items():
            if not folded(name) or not value.strip(" ;\n"):
                continue
            if (subject, folded(name)) not in known:
                _declare(taking, known, AttributeRecord(subject=subject, name=name))
            attribute = known[subject, folded(name)]
            if _fits(attribute, value):
                given.setdefault(attribute.id, {})[thing] = value
            else:
                taking.refuse(f"{subject}.{name}", key, f"{value!r} is no {attribute.type} value; it was left out.")
    _set(taking, given)


def _set(taking: Taking, given: dict[Id, dict[Id, str]]) -> None:
    """Set the values, by attribute and subject."""
    for thing, of_things in given.items():
        having = {value.of for value in taking.act.rows(AttributeValue, attribute=thing)}
        written = set_values(taking.act, thing, of_things, extend=True)
        added = len(of_things.keys() - having)
        taking.count(
            "attribute_value",
            added=added,
            changed=written.changed - added,
            there=len(of_things) - written.changed,
        )


def _declare(taking: Taking, known: dict[tuple[Subject, str], Attribute], record: AttributeRecord) -> None:
    key = (record.subject, folded(record.name))
    there = known.get(key)
    if not key[1]:
        taking.refuse("attributes", record.subject, "An attribute has no name.")
    elif there is None:
        attribute = Attribute(
            name=label(record.name, ""),
            subject=record.subject,
            type=record.type,
            options=labels(record.options) if record.type in _OPTIONAL else (),
            grouping=record.grouping and record.subject == "case" and record.type == "one-of",
        )
        known[key] = taking.act.add(attribute)
        taking.count("attribute", added=1)
    else:
        known[key] = _declared_again(taking, there, record)


def _declared_again(taking: Taking, there: Attribute, record: AttributeRecord) -> Attribute:
    """An attribute that is there, with the options that are new; its type is the study's own."""
    if record.type != there.type and not record.inferred:
        reason = f"It is a {there.type} attribute in the study. Change that first if it is to be {record.type}."
        taking.refuse("attributes", f"{there.subject}.{there.name}", reason)
    fields: dict[str, object] = {}
    if there.type in _OPTIONAL and record.type in _OPTIONAL:
        fields["options"] = labels((*there.options, *record.options))
    if there.type == "one-of" and record.grouping and not record.inferred and there.subject == "case":
        fields["grouping"] = True
    taking.update(Attribute, {there.id: (there, fields)})
    return taking.act.get(Attribute, there.id)


def _fits(attribute: Attribute, value: str) -> bool:
    """Whether a value can be read as the type of an attribute; dates are kept as they are given."""
    if attribute.type == "number":
        return number_text(value) is not None
    return attribute.type != "boolean" or yes_or_no(value) is not None
