"""Variables and cases of a study going out as a REFI-QDA project: attributes with their values, cases and participants.

What came goes back as it was written, as long as it says here what it said there: `3.50` is the number 3.5 here, and
leaves as `3.50`.

What a careful reader would get wrong: the standard has no persons, so participants are cases too. On the other side
nothing tells them apart but their names.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

import msgspec

from crosscase.model import Attribute, AttributeValue, Id
from crosscase.model.carrying import other_id
from crosscase.model.people import AttributeType
from crosscase.model.refi import (
    CaseElement,
    Guid,
    MediaElement,
    TextElement,
    VariableElement,
    VariableType,
    VariableValue,
)
from crosscase.model.refi_here import TYPES, named_as, written_here
from crosscase.reads.refi_came import Came
from crosscase.reads.refi_going import Going, by_order

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTH = {"yes": "true", "no": "false"}


class Values(msgspec.Struct):
    """The values of attributes, by whose they are, and the variables that they are of.

    Attributes:
        variable: of each attribute the GUID and type of its variable.
        own: of sources whose values a case without a name holds, the variables that they have themselves.
        first, others: of sources that came as several elements, the variables of the first, and of the others only.
        now: by subject and GUID of the variable the value as the study writes it, and the type of the attribute.
    """

    elements: tuple[VariableElement, ...] = ()
    variable: dict[Id, tuple[Guid, VariableType]] = {}
    now: dict[Id, dict[Guid, tuple[str, Attribute]]] = {}
    own: dict[Id, frozenset[Guid]] = {}
    first: dict[Id, frozenset[Guid]] = {}
    others: dict[Id, frozenset[Guid]] = {}

    def of(
        self, subject: Id, came: Sequence[VariableValue] = (), *, only: Container[Guid] | None = None,
        but: Container[Guid] = (),
    ) -> tuple[VariableValue, ...]:  # fmt: skip
        """The values of a subject, as they came where they are still the same.

        Args:
            only, but: of these variables, and not of those.
        """
        now = {
            guid: held
            for guid, held in self.now.get(subject, {}).items()
            if guid not in but and (only is None or guid in only)
        }
        found: list[VariableValue] = []
        for value in came:
            held = now.pop(value.variable, None)
            here = written_here(held[1].type, value.value) if held is not None else ""
            if held is None:
                # It could not be read as one of its type: it leaves as it came.
                if value.variable not in self._readable or not written_here(
                    self._readable[value.variable], value.value
                ):
                    found.append(value)
            elif here == held[0]:
                found.append(value)
            else:
                found.append(self._value(value.variable, held))
        found += [self._value(variable, held) for variable, held in now.items()]
        return tuple(found)

    def _value(self, variable: Guid, held: tuple[str, Attribute]) -> VariableValue:
        type_ = self.variable[held[1].id][1]
        text = _TRUTH.get(held[0], held[0]) if type_ == "Boolean" else held[0].replace("\n", "; ")
        return VariableValue(variable=variable, type=type_, value=text)

    @property
    def _readable(self) -> dict[Guid, AttributeType]:
        return {guid: TYPES[type_] for guid, type_ in self.variable.values()}


def variables(going: Going) -> Values:
    """The attributes as variables, with all values."""
    made = Values()
    attributes = {one.id: one for one in going.rows(Attribute)}
    values = sorted(going.rows(AttributeValue), key=lambda one: one.id)
    elements = [*_came(going, attributes, made), *_fresh(going, attributes, values, made)]
    for value in values:
        attribute = attributes.get(value.attribute)
        if attribute is not None and attribute.id in made.variable:
            guid = made.variable[attribute.id][0]
            made.now.setdefault(value.of, {})[guid] = (going.said(value.value), attribute)
    _shared(going, made)
    order = {element.guid: number for number, element in enumerate(elements)}
    made.now = {of: dict(sorted(held.items(), key=lambda one: order[one[0]])) for of, held in made.now.items()}
    going.emitted |= order.keys()
    made.elements = tuple(elements)
    return made


def _shared(going: Going, made: Values) -> None:
    """Note which element has which values, where a source has those of several."""
    held = {one.row.thing for one in going.came("Case") if one.held.here.get("holds")}
    for came in going.came("TextSource", "MediaSource"):
        thing = came.row.thing
        if thing is None or not (thing in held or going.elements_of[thing] > 1):
            continue
        text = came.row.element == "TextSource"
        given = came.element(TextElement).values if text else came.element(MediaElement).values
        variables = frozenset(value.variable for value in given)
        if thing in made.first:
            made.others[thing] = made.others.get(thing, frozenset()) | variables - made.first[thing]
        else:
            made.first[thing] = variables
            if thing in held:
                made.own[thing] = variables


def _came(going: Going, attributes: dict[Id, Attribute], made: Values) -> list[VariableElement]:
    """Variables that came; one may be several attributes here, one for each kind of subject."""
    elements: list[VariableElement] = []
    for came in going.came("Variable"):
        old = came.element(VariableElement)
        type_ = TYPES[old.type]
        things = [came.row.thing or ""]
        for subject in ("case", "participant", "source"):
            things += [other_id("Variable", old.guid, subject), other_id("Variable", old.guid, subject, type_)]
        fitting = [attributes[thing] for thing in things if thing in attributes and attributes[thing].type == type_]
        if not fitting:
            continue
        first = fitting[0]
        if not named_as(first.name, old.name, "Variable"):
            old = msgspec.structs.replace(old, name=going.said(first.name))
        if (old.description or "") != first.description:
            old = msgspec.structs.replace(old, description=going.said(first.description) or None)
        elements.append(old)
        for one in fitting:
            made.variable.setdefault(one.id, (old.guid, old.type))
    return elements


def _fresh(
    going: Going, attributes: dict[Id, Attribute], values: Sequence[AttributeValue], made: Values
) -> list[VariableElement]:
    by_attribute: dict[Id, list[str]] = {}
    for value in values:
        by_attribute.setdefault(value.attribute, []).append(value.value)
    elements: list[VariableElement] = []
    for one in sorted(attributes.values(), key=lambda one: (one.subject, one.name, one.id)):
        if one.id in made.variable:
            continue
        if one.subject == "interview":
            going.lost("attributes", "[attribute|attributes] of interviews with their values.")
            continue
        type_ = _type(one, by_attribute.get(one.id, []))
        guid, description = going.guid(one.id), going.said(one.description) or None
        elements.append(VariableElement(guid=guid, name=going.said(one.name), type=type_, description=description))
        made.variable[one.id] = (guid, type_)
    return elements


def _type(attribute: Attribute, values: Sequence[str]) -> VariableType:
    if attribute.type == "number":
        return "Integer" if values and all(_INTEGER.fullmatch(value) for value in values) else "Float"
    if attribute.type == "boolean":
        return "Boolean"
    return "Date" if attribute.type == "date" and values and all(map(_DAY.fullmatch, values)) else "Text"


def cases(going: Going, values: Values) -> tuple[CaseElement, ...]:
    """Cases and participants, as cases; those that came first."""
    mine = _sources_of(going)
    moved = _moved(going, mine)
    things = {one.id: (one.code, _about(one.name, one.description)) for one in going.cases}
    things |= {one.id: (one.identifier, one.note) for one in going.participants}
    found: list[CaseElement] = []
    out: set[Id] = set()
    for came in going.came("Case"):
        thing = came.row.thing or ""
        if came.held.here.get("holds"):
            if thing in {one.id for one in going.sources}:
                old = came.element(CaseElement)
                own = values.own.get(thing, frozenset())
                found.append(msgspec.structs.replace(old, values=values.of(thing, old.values, but=own)))
        elif thing in things:
            out.add(thing)
            found.append(_again(going, came, thing, things[thing], mine.get(thing, []), moved, values))
    for thing, (name, description) in things.items():
        if thing not in out:
            found.append(
                CaseElement(
                    guid=going.guid(thing), name=going.said(name), description=going.said(description) or None,
                    values=values.of(thing), sources=tuple(mine.get(thing, ())),
                )
            )  # fmt: skip
    going.emitted |= {one.guid for one in found}
    return tuple(found)


def _again(  # noqa: PLR0917 - what came, and what it is now
    going: Going, came: Came, thing: Id, now: tuple[str, str], mine: list[Guid], moved: set[tuple[Id, Id]],
    values: Values,
) -> CaseElement:  # fmt: skip
    old = came.element(CaseElement)
    name, description = now
    # A source that came as several elements is in the case as those that it came in.
    here = {going.of(guid) for guid in old.sources}
    kept = [guid for guid in old.sources if (going.of(guid), thing) not in moved and guid in going.emitted]
    return msgspec.structs.replace(
        old,
        name=old.name if named_as(name, old.name, "Case") else going.said(name),
        description=old.description if (old.description or "") == description else going.said(description) or None,
        values=values.of(thing, old.values),
        sources=by_order(
            (*kept, *(guid for guid in mine if guid in old.sources or going.of(guid) not in here)), old.sources
        ),
    )


def _sources_of(going: Going) -> dict[Id, list[Guid]]:
    """The GUIDs of the sources of each case and participant."""
    guids_of: dict[Id, list[Guid]] = {}
    for came in going.came("TextSource", "MediaSource"):
        if came.row.thing is not None:
            guids_of.setdefault(came.row.thing, []).append(came.row.guid)
    mine: dict[Id, list[Guid]] = {}
    for source in going.sources:
        guids = guids_of.get(source.id) or [going.guid(source.id)]
        whose = ([going.case_of[source.id]] if source.id in going.case_of else []) + going.people_of[source.id]
        for one in whose:
            mine.setdefault(one, []).extend(guid for guid in guids if guid in going.emitted)
    return mine


def _about(name: str, description: str) -> str:
    return "\n\n".join(filter(None, (name, description)))


def _moved(going: Going, mine: dict[Id, list[Guid]]) -> set[tuple[Id, Id]]:
    """Sources (with the case they came with) that are of another case now."""
    first: dict[Id, Id] = {}
    for came in going.came("Case"):
        if came.row.thing is not None and not came.held.here.get("holds"):
            for guid in came.element(CaseElement).sources:
                first.setdefault(going.of(guid), came.row.thing)
    return first.items() - {(going.of(guid), thing) for thing, guids in mine.items() for guid in guids}
