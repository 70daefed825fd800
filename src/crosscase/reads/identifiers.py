"""What a study's grammar says of participants' identifiers.

Reads the grammar from the settings and the codes that cases and roles have. Codes of merged cases count: identifiers
that were given under them stay as they are.
"""

from __future__ import annotations

import msgspec

from crosscase.model import Case, Id, Participant, Role, Settings
from crosscase.model.grammar import Grammar, Reading, read_grammar
from crosscase.reads.lookup import Rows


class Identifiers(msgspec.Struct, frozen=True):
    """The grammar (None where the study has none) with the codes it is used with, each with its case or role."""

    grammar: Grammar | None
    cases: dict[str, Id]
    roles: dict[str, Id]

    def readings(self, identifier: str) -> tuple[Reading, ...]:
        """Every way to read an identifier; none without a grammar."""
        return self.grammar.parse(identifier, self.cases, self.roles) if self.grammar else ()


def identifiers_of(rows: Rows, grammar: str | None = None) -> Identifiers:
    """The grammar and codes of a study; with another grammar than its own where one is given.

    Raises:
        GrammarError: the grammar does not do.
    """
    template = rows.rows(Settings)[0].grammar if grammar is None else grammar
    return Identifiers(
        read_grammar(template) if template else None,
        {case.code: case.id for case in rows.rows(Case)},
        {code: role.id for role in rows.rows(Role) for code in role.codes},
    )


def in_words(reading: Reading) -> str:
    """An identifier read back: `case STA3, role code MA, number 2`."""
    case = [f"case {reading.case}"] if reading.case else []
    role = [f"role code {reading.role}"] if reading.role else []
    return ", ".join([*case, *role, f"number {reading.number}"])


def ambiguous(known: Identifiers) -> tuple[str, tuple[Reading, ...]] | None:
    """An identifier that the grammar would make from the study's codes and that can be read in several ways."""
    if known.grammar is None:
        return None
    for case in sorted(known.cases) or ["CASE"]:
        for role in sorted(known.roles) or ["ROLE"]:
            for number in (1, 11):
                composed = known.grammar.compose(case, role, number)
                readings = known.readings(composed)
                if len(readings) > 1:
                    return composed, readings
    return None


def misfits(rows: Rows) -> tuple[str, ...]:
    """Identifiers of participants that do not follow the study's grammar, or that say another case or role."""
    known = identifiers_of(rows)
    if known.grammar is None:
        return ()
    cases = {case.id: case.code for case in rows.rows(Case)}
    return tuple(
        sorted(
            person.identifier
            for person in rows.rows(Participant)
            if person.merged_into is None
            and not any(
                (not reading.case or reading.case == cases.get(person.case or ""))
                and (not reading.role or known.roles[reading.role] == person.role)
                for reading in known.readings(person.identifier)
            )
        )
    )
