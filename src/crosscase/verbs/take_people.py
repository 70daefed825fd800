"""Taking in members, cases, sampling roles, participants, the frame and the recruitment log.

What is there by its key (a member's name, a case's code, a role's name or code, an identifier) is used, and gets what
is given and differs. A record that names what does not exist is refused, and the others are taken.

What a careful reader would get wrong: somebody who may not change who is a member brings in colleagues as readers,
whatever the file says; their codings are theirs all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from crosscase.errors import CrosscaseError
from crosscase.model import Case, Id, Member, Participant, Recruitment, Role, Target
from crosscase.model.bundle import CaseRecord, ParticipantRecord
from crosscase.model.values import date_or_as_given
from crosscase.verbs.checks import counted, label, labels, last_position
from crosscase.verbs.consents import set_consents
from crosscase.verbs.participants import change_participant, try_participants
from crosscase.verbs.registry import MAY
from crosscase.verbs.sample import log_recruitment, set_targets
from crosscase.verbs.taking import Taking, folded, named, no_such


def take_members(taking: Taking) -> None:
    """Everybody who works on the study."""
    act = taking.act
    known = named(act.rows(Member), lambda member: member.name)
    may_own = "own" in MAY[act.get(Member, act.by).permission]
    records = {folded(record.name): record for record in taking.bundle.members if folded(record.name)}
    fresh = [record for name, record in records.items() if name not in known]
    added = act.add_all(
        [Member(name=label(one.name, ""), permission=one.permission if may_own else "reader") for one in fresh]
    )
    if fresh and not may_own:
        taking.note(f"{counted(len(fresh), 'member')} came in to read only; an owner can let them do more.")
    taking.count("member", added=len(added), there=len(records) - len(fresh))
    taking.members = {name: member.id for name, member in known.items()}
    taking.members |= {folded(member.name): member.id for member in added}


def take_cases(taking: Taking) -> None:
    """The cases, with the values of their attributes."""
    act = taking.act
    rows = act.rows(Case)
    known = named(rows, lambda case: case.code)
    position = last_position(rows)
    fresh: list[Case] = []
    news: dict[Id, tuple[Case, Mapping[str, object]]] = {}
    records: dict[str, CaseRecord] = {folded(record.code): record for record in taking.bundle.cases}
    for key, record in records.items():
        if not key:
            taking.refuse("cases", "", "A case has no code.")
            continue
        name = " ".join(record.name.split())
        if key in known:
            news[known[key].id] = (known[key], {"name": name, "description": record.description})
        else:
            code = label(record.code, "")
            fresh.append(Case(code=code, name=name, description=record.description, position=position + len(fresh)))
    added = act.add_all(fresh)
    taking.update(Case, news)
    taking.count("case", added=len(added))
    # A case goes by its code; its name does where it is nobody else's code or name.
    everyone = [*rows, *added]
    times = Counter(folded(case.name) for case in everyone)
    taking.cases = {folded(case.name): case.id for case in everyone if case.name and times[folded(case.name)] == 1}
    taking.cases |= {name: case.id for name, case in named(everyone, lambda case: case.code).items()}
    for key, record in records.items():
        if key in taking.cases:
            taking.owners.append(("case", taking.cases[key], record.code, record.attributes))


def take_roles(taking: Taking) -> None:
    """The sampling roles; a role goes by its name or by one of its codes."""
    act = taking.act
    rows = {role.id: role for role in act.rows(Role)}
    owner = {code.casefold(): role.id for role in rows.values() for code in role.codes}
    by_name = {name: role.id for name, role in named(rows.values(), lambda role: role.name).items()}
    used = _codes_used(taking.bundle.participants)
    changed: dict[Id, tuple[str, ...]] = {}
    there: set[Id] = set()
    for record in taking.bundle.roles:
        key = folded(record.name)
        if not key:
            taking.refuse("sampling roles", "", "A sampling role has no name.")
            continue
        role = by_name.get(key) or owner.get(key)
        codes = record.codes or used.get(key, ())
        free = tuple(code for code in labels(codes) if owner.get(code.casefold()) in (None, role))
        for code in set(labels(codes)) - set(free):
            taking.refuse("sampling roles", record.name, f"The code {code!r} is that of another role.")
        if role is None:
            role = act.add(Role(name=label(record.name, ""), codes=free, position=last_position([*rows.values()]))).id
            rows[role] = act.get(Role, role)
            taking.count("role", added=1)
        else:
            there.add(role)
            # What participants carry is only taken for the codes of a role that has none.
            more = free if record.codes or not rows[role].codes else ()
            if set(more) - set(rows[role].codes):
                changed[role] = tuple(dict.fromkeys((*rows[role].codes, *more)))
        by_name[key] = role
        owner |= dict.fromkeys((code.casefold() for code in free), role)
    act.change_all(Role, "codes", changed)
    taking.count("role", changed=len(changed), there=len(there) - len(changed))
    taking.roles = owner | by_name


def _codes_used(people: tuple[ParticipantRecord, ...]) -> dict[str, tuple[str, ...]]:
    """The identifier codes that participants carry, by the role they are given."""
    used: dict[str, dict[str, None]] = {}
    for person in people:
        if person.role and person.code:
            used.setdefault(folded(person.role), {})[person.code] = None
    return {role: tuple(codes) for role, codes in used.items()}


def take_participants(taking: Taking) -> None:
    """The participants; identifiers follow the study's grammar where it has one."""
    act = taking.act
    known = named(act.rows(Participant), lambda person: person.identifier)
    codes = {code: role.id for role in act.rows(Role) for code in role.codes}
    fresh: dict[str, Participant] = {}
    records: dict[str, ParticipantRecord] = {}
    for record in taking.bundle.participants:
        key = folded(record.identifier)
        if not key or key in records:
            reason = "The identifier stands there twice." if key else "There is no identifier."
            taking.refuse("participants", record.identifier, reason)
            continue
        case, role = taking.cases.get(folded(record.case)), taking.roles.get(folded(record.role))
        missing = [no_such("case", record.case)] if record.case and not case else []
        missing += [no_such("sampling role", record.role)] if record.role and not role else []
        if missing:
            taking.refuse("participants", record.identifier, " ".join(missing))
            continue
        records[key] = record
        code = record.code or (record.role if codes.get(record.role) == role else "")
        person = Participant(identifier=record.identifier, case=case, role=role, code=code, name=record.name)
        if key in known:
            _change(taking, known[key], person)
        else:
            fresh[key] = person
    accepted: list[Participant] = []
    for key, tried in zip(fresh, try_participants(act, list(fresh.values())), strict=True):
        if isinstance(tried, CrosscaseError):
            taking.refuse("participants", records.pop(key).identifier, tried.message)
        else:
            accepted.append(tried)
    added = act.add_all(accepted)
    taking.count("participant", added=len(added))
    taking.participants = {key: person.id for key, person in known.items()}
    taking.participants |= {folded(person.identifier): person.id for person in added}
    taking.case_of = {person.id: person.case for person in act.rows(Participant)}
    consents = {taking.participants[key]: record.consent for key, record in records.items() if record.consent}
    if consents:
        taking.count("consent", changed=set_consents(act, consents))
    for key, record in records.items():
        taking.owners.append(("participant", taking.participants[key], record.identifier, record.attributes))


def _change(taking: Taking, known: Participant, given: Participant) -> None:
    """Give a participant who is there what is given about them and differs."""
    fields = {
        name: getattr(given, name)
        for name in ("case", "role", "code", "name")
        if getattr(given, name) and getattr(given, name) != getattr(known, name)
    }
    if not fields:
        taking.count("participant", there=1)
        return
    try:
        change_participant(taking.act, known.id, **fields)
        taking.count("participant", changed=1)
    except CrosscaseError as refused:
        taking.refuse("participants", known.identifier, refused.message)


def take_frame(taking: Taking) -> None:
    """How many were planned of each role in each case."""
    now = {(target.case, target.role): target.planned for target in taking.act.rows(Target)}
    given: dict[tuple[Id, Id], int | None] = {}
    for record in taking.bundle.targets:
        cell = _cell(taking, "frame", record.case, record.role)
        if cell is not None and record.planned >= 0:
            given[cell] = record.planned
        elif cell is not None:
            taking.refuse("frame", f"{record.case} × {record.role}", f"{record.planned} cannot be planned.")
    set_targets(taking.act, given)
    added = len(given.keys() - now.keys())
    there = sum(now.get(cell) == planned for cell, planned in given.items())
    taking.count("target", added=added, changed=len(given) - added - there, there=there)


def take_recruitment(taking: Taking) -> None:
    """The recruitment log; a line that is there as often as it is given is there already."""
    lines = taking.act.rows(Recruitment)
    there = Counter((one.case, one.role, one.step, one.count, one.reason, one.date) for one in lines)
    for record in taking.bundle.recruitment:
        cell = _cell(taking, "recruitment", record.case, record.role)
        if cell is None:
            continue
        date, reason = date_or_as_given(record.date), record.reason.strip()
        line = (*cell, record.step, record.count, reason, date)
        if there[line] > 0:
            there[line] -= 1
            taking.count("recruitment", there=1)
            continue
        try:
            log_recruitment(taking.act, *cell, record.step, record.count, reason=reason, date=date)
            taking.count("recruitment", added=1)
        except CrosscaseError as refused:
            taking.refuse("recruitment", f"{record.case} × {record.role}", refused.message)


def _cell(taking: Taking, where: str, case: str, role: str) -> tuple[Id, Id] | None:
    cell = taking.cases.get(folded(case)), taking.roles.get(folded(role))
    if cell[0] is None or cell[1] is None:
        missing = no_such("case", case) if cell[0] is None else no_such("sampling role", role)
        taking.refuse(where, f"{case} × {role}", missing)
        return None
    return cell[0], cell[1]
