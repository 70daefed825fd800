"""Taking in the cases of a REFI-QDA project, and the values that cases and sources have.

A case becomes a case, or a participant where whoever imports says so. One without a name that holds one document and
its values is none: its values become those of the document.

What a careful reader would get wrong: a source here is of one case. Where a project has it in several, the first has
it here; all of them are carried, and leave again.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.model import Attribute, AttributeValue, Case, Id, Participant, Source
from crosscase.model.people import AttributeType, Subject
from crosscase.model.refi import CaseElement, Guid, VariableValue
from crosscase.model.refi_here import numbered, one_line, written_here
from crosscase.verbs.attributes import value_id
from crosscase.verbs.checks import last_position
from crosscase.verbs.take_refi_people import free_name, stands_for_source
from crosscase.verbs.taking import folded
from crosscase.verbs.taking_refi import Refi


def take_cases(taking: Refi) -> None:
    """The cases, as cases or participants; their sources and values come when there are sources."""
    elements = [case for case in taking.project.cases if not stands_for_source(taking, case.guid)]
    participants = taking.options.cases_are == "participants"
    kind = "participant" if participants else "case"
    guids = [case.guid for case in elements]
    ids = dict(zip(guids, taking.ids("Case", guids, kind), strict=True))
    if participants:
        _take_participants(taking, elements, ids)
    else:
        _take_cases(taking, elements, ids)
    taking.tally("Case", things=len(elements), carried=len(taking.project.cases) - len(elements))


def _take_cases(taking: Refi, elements: Sequence[CaseElement], ids: dict[Guid, Id]) -> None:
    live = {case.id: case for case in taking.act.rows(Case)}
    mine = {thing for guid in ids if (thing := taking.earlier("Case", guid) or ids[guid]) in live}
    known = {folded(case.code): case.id for case in live.values() if case.id not in mine}
    taken = {folded(case.code) for case in live.values()}
    position = last_position(list(live.values()))
    rows: list[Case] = []
    settled: set[Id] = set()
    for number, element in enumerate(elements):
        thing, code, here = _placed(taking, element, ids[element.guid], live, known, taken, "code")
        rows.append(
            Case(
                id=thing, code=code, description=element.description or "",
                position=live[thing].position if thing in live else position + number,
            )
        )  # fmt: skip
        taking.became("Case", element.guid, "case", thing)
        if _carry(taking, element, "case", thing, here):
            settled.add(thing)
    taking.put(rows, keep=("position", "name"), settled=settled, name="code")


def _take_participants(taking: Refi, elements: Sequence[CaseElement], ids: dict[Guid, Id]) -> None:
    live = {person.id: person for person in taking.act.rows(Participant)}
    mine = {thing for guid in ids if (thing := taking.earlier("Case", guid) or ids[guid]) in live}
    known = {folded(person.identifier): person.id for person in live.values() if person.id not in mine}
    taken = {folded(person.identifier) for person in live.values()}
    rows: list[Participant] = []
    settled: set[Id] = set()
    for element in elements:
        thing, identifier, here = _placed(taking, element, ids[element.guid], live, known, taken, "identifier")
        rows.append(Participant(id=thing, identifier=identifier, note=element.description or ""))
        taking.became("Case", element.guid, "participant", thing)
        if _carry(taking, element, "participant", thing, here):
            settled.add(thing)
    taking.put(rows, keep=("case", "role", "code", "name"), settled=settled, name="identifier")


def _placed(  # noqa: PLR0917 - what there is, and what it is looked up in
    taking: Refi, element: CaseElement, own: Id, live: dict[Id, Case] | dict[Id, Participant], known: dict[str, Id],
    taken: set[str], field: str,
) -> tuple[Id, str, dict[str, str]]:  # fmt: skip
    """The id of a case, what it goes by here, and whether that is not what the file says."""
    name = one_line(element.name) or "Case"
    earlier = taking.earlier("Case", element.guid)
    thing = earlier if earlier in live and earlier is not None else own
    if thing not in live:
        thing = known.pop(folded(name), "") or thing
    there: str = getattr(live[thing], field) if thing in live else ""
    if there and (folded(there) == folded(name) or numbered(there, name)):
        return thing, there if numbered(there, name) else name, {"renamed": "1"} if there != name else {}
    free = free_name(name, taken)
    return thing, free, {"renamed": "1"} if free != name else {}


def _carry(taking: Refi, element: CaseElement, kind: str, thing: Id | None, here: dict[str, str]) -> bool:
    return taking.carry(
        element, "Case", element.guid, kind=kind, thing=thing, here=here, position=taking.case_order[element.guid]
    )


def take_values(taking: Refi) -> None:
    """Which sources cases have, and the values of cases and sources."""
    _assign(taking)
    given: dict[Id, AttributeValue] = {}
    types = {one.id: one.type for one in taking.act.rows(Attribute)}
    participants = taking.options.cases_are == "participants"
    for case in taking.project.cases:
        source = stands_for_source(taking, case.guid)
        subject: Subject
        if source:
            subject, found = "source", taking.named(source)
            _carry(taking, case, "source" if found else "", found[1] if found else None, {"holds": "1"})
        else:
            subject, found = "participant" if participants else "case", taking.things.get(("Case", case.guid))
        _values(taking, case.values, subject, found[1] if found else None, types, given)
    for element in taking.project.sources:
        found = taking.things.get(("Source", element.guid))
        _values(taking, element.values, "source", found[1] if found else None, types, given)
    taking.put(given.values(), name="value")


def _values(  # noqa: PLR0917 - whose values, and what is known of their variables
    taking: Refi, values: Sequence[VariableValue], subject: Subject, of: Id | None, types: dict[Id, AttributeType],
    given: dict[Id, AttributeValue],
) -> None:  # fmt: skip
    for each in values:
        attribute = taking.things.get((f"Variable {subject}", each.variable))
        here = written_here(types[attribute[1]], each.value) if attribute is not None else ""
        if attribute is None or of is None or not here:
            taking.tally("VariableValue", carried=1)
            continue
        taking.tally("VariableValue", things=1)
        thing = value_id(attribute[1], of)
        given.setdefault(thing, AttributeValue(id=thing, attribute=attribute[1], of=of, value=here))


def _assign(taking: Refi) -> None:
    """Say of sources which case or participant they are of; what somebody said of them here stays."""
    field = "participant" if taking.options.cases_are == "participants" else "case"
    wanted: dict[Id, Id] = {}
    for case in taking.project.cases:
        found = taking.things.get(("Case", case.guid))
        for guid in case.sources if found is not None else ():
            source = taking.things.get(("Source", guid))
            if source is not None and found is not None and found[1] not in taking.away:
                wanted.setdefault(source[1], found[1])
    bare = {one.id for one in taking.act.rows(Source, id=list(wanted)) if getattr(one, field) is None} if wanted else ()
    taking.act.change_all(Source, field, {source: case for source, case in wanted.items() if source in bare})
