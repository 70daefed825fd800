"""Taking in users, codes and variables of a REFI-QDA project.

A user is the member of the same name, or becomes one (a coder). A code is the code of the same path where the study had
one before, or becomes one. A variable becomes an attribute of each subject that has values of it, because an attribute
here is of one.

What a careful reader would get wrong: two codes of one name under one parent are two codes to the program they come
from. Here the second gets a number behind its name, and leaves without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosscase.model import Attribute, Code, Id, Member
from crosscase.model.carrying import other_id
from crosscase.model.people import Subject
from crosscase.model.refi import CodeElement, Guid, VariableElement, VariableValue
from crosscase.model.refi_here import TYPES, numbered, one_line
from crosscase.verbs.checks import counted, last_position
from crosscase.verbs.registry import MAY
from crosscase.verbs.taking import folded, named
from crosscase.verbs.taking_refi import Refi

_SUBJECTS: tuple[Subject, ...] = ("case", "participant", "source")


def free_name(name: str, taken: set[str]) -> str:
    """A name that nothing else has, with a number behind it where it has to be; it is taken from then on."""
    found, number = name, 2
    while folded(found) in taken:
        found, number = f"{name} ({number})", number + 1
    taken.add(folded(found))
    return found


def take_users(taking: Refi) -> None:
    """Everybody who worked on the project."""
    act = taking.act
    live = act.rows(Member)
    by_id = {member.id: member for member in live}
    known = named(live, lambda member: member.name)
    may_own = "own" in MAY[act.get(Member, act.by).permission]
    guids = [user.guid for user in taking.project.users]
    ids = taking.ids("User", guids, "member")
    fresh: dict[Id, Member] = {}
    there = 0
    for user, own in zip(taking.project.users, ids, strict=True):
        name = one_line(user.name) or one_line(user.id) or f"User {user.guid[:8]}"
        earlier = taking.earlier("User", user.guid)
        same = by_id.get(earlier or "") or by_id.get(own) or known.get(folded(name))
        if same is None and own not in fresh:
            same = Member(id=own, name=name, permission="coder" if may_own else "reader")
            fresh[own] = same
            known[folded(name)] = same
        elif same is not None:
            there += same.id in by_id
        if same is not None:
            taking.became("User", user.guid, "member", same.id)
            taking.carry(user, "User", user.guid, kind="member", thing=same.id)
    taking.put(fresh.values())
    taking.count("member", there=there)
    taking.tally("User", things=len(guids))
    if fresh and not may_own:
        taking.note(f"{counted(len(fresh), 'member')} came in to read only; an owner can let them do more.")


def member_of(taking: Refi, user: Guid) -> Id:
    """The member that a user is; who is named by nobody is whoever takes the project in."""
    found = taking.things.get(("User", user))
    return found[1] if found else taking.act.by


def take_codes(taking: Refi) -> None:
    """The codes, with those under them."""
    elements = list(_below(taking.project.codes, None))
    guids = [element.guid for element, _ in elements]
    ids = dict(zip(guids, taking.ids("Code", guids, "code"), strict=True))
    live = {code.id: code for code in taking.act.rows(Code)}
    mine = {thing for guid in guids if (thing := taking.earlier("Code", guid) or ids[guid]) in live}
    taken: dict[Id | None, set[str]] = {}
    by_place = {(code.parent, folded(code.name)): code.id for code in live.values() if code.id not in mine}
    for code in live.values():
        taken.setdefault(code.parent, set()).add(folded(code.name))
    position = last_position(list(live.values()))
    rows: list[Code] = []
    settled: set[Id] = set()
    for number, (element, above) in enumerate(elements):
        parent = taking.things["Code", above][1] if above is not None else None
        name = one_line(element.name) or "Code"
        earlier = taking.earlier("Code", element.guid)
        thing = earlier if earlier in live else ids[element.guid]
        if thing not in live:
            thing = by_place.pop((parent, folded(name)), "") or thing
        known = live.get(thing)
        here: dict[str, str] = {}
        if known is None or (folded(known.name) != folded(name) and not numbered(known.name, name)):
            own = free_name(name, taken.setdefault(parent, set()))
            if own != name:
                taking.note(f"There are several codes {name!r} in one place; one is called {own!r} here.")
        else:
            own = known.name if numbered(known.name, name) else name
        if own != name:
            here["renamed"] = "1"
        rows.append(
            Code(
                id=thing, name=own, parent=parent, definition=element.description or "", colour=element.colour.lower(),
                position=known.position if known else position + number,
            )
        )  # fmt: skip
        taking.became("Code", element.guid, "code", thing)
        if taking.carry(_alone(element), "Code", element.guid, kind="code", thing=thing, here=here):
            settled.add(thing)
    taking.put(rows, keep=("position",), settled=settled)
    taking.tally("Code", things=len(rows))


def _alone(element: CodeElement) -> CodeElement:
    """A code without those under it, which are carried themselves."""
    return msgspec.structs.replace(element, codes=())


def _below(codes: Iterable[CodeElement], above: Guid | None) -> Iterator[tuple[CodeElement, Guid | None]]:
    """Codes with the code they lie under, parents first. Deep trees are walked without calling oneself."""
    waiting = [(code, above) for code in codes]
    while waiting:
        level: list[tuple[CodeElement, Guid | None]] = []
        for code, over in waiting:
            yield code, over
            level += [(each, code.guid) for each in code.codes]
        waiting = level


def take_variables(taking: Refi) -> None:
    """The variables, for each subject that has values of them."""
    subjects = _subjects(taking)
    guids = [variable.guid for variable in taking.project.variables]
    ids = taking.ids("Variable", guids, "attribute")
    live = {attribute.id: attribute for attribute in taking.act.rows(Attribute)}
    mine = {taking.earlier("Variable", guid) for guid in guids} | set(ids)
    known = {(one.subject, folded(one.name)): one for one in live.values() if one.id not in mine}
    taken: dict[str, set[str]] = {}
    for one in live.values():
        taken.setdefault(one.subject, set()).add(folded(one.name))
    rows: dict[Id, Attribute] = {}
    settled: set[Id] = set()
    for variable, own in zip(taking.project.variables, ids, strict=True):
        of = subjects.get(variable.guid) or [_default_subject(taking)]
        first: Id | None = None
        for subject in of:
            row = _attribute(taking, variable, subject, own if first is None else "", live, known, taken)
            rows[row.id] = row
            taking.things[f"Variable {subject}", variable.guid] = ("attribute", row.id)
            if first is None:
                first = row.id
                taking.became("Variable", variable.guid, "attribute", row.id)
        if taking.carry(variable, "Variable", variable.guid, kind="attribute", thing=first):
            settled |= {taking.things[f"Variable {subject}", variable.guid][1] for subject in of}
    taking.put(rows.values(), keep=("type", "options", "grouping"), settled=settled)
    taking.tally("Variable", things=len(guids))


def _attribute(  # noqa: PLR0917 - what there is, and what it is looked up in
    taking: Refi, variable: VariableElement, subject: Subject, own: Id, live: dict[Id, Attribute],
    known: dict[tuple[Subject, str], Attribute], taken: dict[str, set[str]],
) -> Attribute:  # fmt: skip
    type_ = TYPES[variable.type]
    name = one_line(variable.name) or "Variable"
    thing = own or other_id("Variable", variable.guid, subject)
    earlier = taking.earlier("Variable", variable.guid) if own else None
    if earlier in live and earlier is not None:
        thing = earlier
    same = live.get(thing) or known.get((subject, folded(name)))
    if same is not None and same.subject == subject and same.type == type_:
        known.pop((subject, folded(name)), None)
        name = name if folded(same.name) == folded(name) else same.name if numbered(same.name, name) else name
        return Attribute(id=same.id, name=name, subject=subject, type=type_, description=variable.description or "")
    if thing in live:
        # What it was here has become of another type: the study's own is left, the file's stands beside it.
        thing = other_id("Variable", variable.guid, subject, type_)
    name = free_name(name, taken.setdefault(subject, set()))
    return Attribute(id=thing, name=name, subject=subject, type=type_, description=variable.description or "")


def _default_subject(taking: Refi) -> Subject:
    return "participant" if taking.options.cases_are == "participants" else "case"


def _subjects(taking: Refi) -> dict[Guid, list[Subject]]:
    """Of which subjects each variable has values."""
    found: dict[Guid, dict[Subject, None]] = {}
    for case in taking.project.cases:
        subject: Subject = "source" if stands_for_source(taking, case.guid) else _default_subject(taking)
        _met(found, case.values, subject)
    for source in taking.project.sources:
        _met(found, source.values, "source")
    return {guid: sorted(subjects, key=_SUBJECTS.index) for guid, subjects in found.items()}


def _met(found: dict[Guid, dict[Subject, None]], values: Iterable[VariableValue], subject: Subject) -> None:
    for value in values:
        found.setdefault(value.variable, {})[subject] = None


def stands_for_source(taking: Refi, case: Guid) -> Guid:
    """The one source whose variables an unnamed case only holds; empty: it is a case of its own.

    Some programs have no variables of documents, and write a case without a name around each document instead.
    """
    return taking.holders.get(case, "")
