"""What is gathered while study tables are read, and the rules that hold across them.

A row that repeats a key or names a case, role or participant that does not exist is refused with its file and row; the
rest of the table is taken. References are only held against what the same import brings or the study
has: a table of participants that comes alone cannot be wrong about cases.

Values of columns that are no field are kept until all tables are read, because their type rests on all of
them; then `settle` gives each attribute its type and each value its canonical text.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crosscase.importers.options import Options, People, Person, folded, people
from crosscase.importers.tabular import Row, Sheet
from crosscase.importers.values import canonical, infer, is_day_first
from crosscase.model.bundle import AttributeRecord, CaseRecord, Choice, ParticipantRecord, Refusal, RoleRecord
from crosscase.model.people import AttributeType, Subject


class Value(msgspec.Struct, frozen=True):
    """A value of an attribute, and the record's values it stands among."""

    text: str
    sheet: Sheet
    row: Row
    among: dict[str, str]


class Collected:
    """Everything that was read so far."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.types = {folded(name): kind for name, kind in options.types.items()}
        self.cases: dict[str, CaseRecord] = {}
        self.roles: dict[str, RoleRecord] = {}
        self.participants: dict[str, ParticipantRecord] = {}
        self.declared: dict[tuple[Subject, str], AttributeRecord] = {}
        self.values: dict[tuple[Subject, str], list[Value]] = {}
        self.refusals: list[Refusal] = []
        self.choices: dict[tuple[str, str], None] = {}
        self.has_cases = bool(options.cases)
        self.has_participants = bool(options.known.people.by_identifier)

    def refuse(self, sheet: Sheet, row: Row | None, reason: str, column: str = "") -> None:
        """Says that a row, or one cell of it, was not taken."""
        place = sheet.place(row) if row else ""
        place = f"{place}, column {column}" if column else place
        self.refusals.append(Refusal(file=sheet.file, place=place, reason=reason))

    def choose(self, place: str, what: str) -> None:
        """Says what was decided; the same is said once."""
        self.choices[place, what] = None

    def is_new(self, sheet: Sheet, row: Row, what: str, key: str, seen: dict[str, int]) -> bool:
        """Whether a row has a key and is the first that has it; else it is refused."""
        if not key:
            self.refuse(sheet, row, f"It names no {what}.")
        elif key in seen:
            self.refuse(sheet, row, f"The {what} {key!r} stands already in row {seen[key]}.")
        else:
            seen[key] = row.number
            return True
        return False

    def case(self, sheet: Sheet, row: Row, value: str) -> str | None:
        """The code of the case that is named; None, and the row refused: there is no such case."""
        if not value or not self.has_cases or value in self.cases or value in self.options.cases:
            return value
        name = folded(value)
        fits = [code for code, case in self.cases.items() if name in {folded(code), folded(case.name)}]
        if len(fits) == 1:
            self.choose(sheet.file, f"{value!r} is taken for the case {fits[0]!r}.")
            return fits[0]
        self.refuse(sheet, row, f"There is no case {value!r}.")
        return None

    def known(self) -> People:
        """Everybody who may be named: those of the study, and those that were read."""
        read = (
            Person(identifier=one.identifier, case=one.case, role=one.role, names=(*one.labels, one.name))
            for one in self.participants.values()
        )
        return people((*self.options.known.people.by_identifier.values(), *read))

    def keep(
        self,
        subject: Subject,
        sheet: Sheet,
        row: Row,
        values: dict[str, str],
        *,
        among: dict[str, str] | None = None,
    ) -> dict[str, str]:
        """Values of attributes of a record; the dictionary they stand in gets canonical texts in the end."""
        for name, text in values.items():
            kept = Value(text, sheet, row, values if among is None else among)
            self.values.setdefault((subject, name), []).append(kept)
        return values

    def settle(self) -> tuple[AttributeRecord, ...]:
        """The attributes with their types; values that do not fit them are refused and left out."""
        found = [self._settle(subject, name, values) for (subject, name), values in self.values.items()]
        used = {(one.subject, folded(one.name)) for one in found}
        return (*(one for key, one in self.declared.items() if key not in used), *found)

    def _settle(self, subject: Subject, name: str, values: list[Value]) -> AttributeRecord:
        texts = [value.text for value in values]
        declared = self.declared.get((subject, folded(name)))
        asked = self.types.get(folded(f"{subject}.{name}"))
        kind = asked or (declared.type if declared else infer(texts, subject))
        day_first = is_day_first(texts) if kind == "date" else None
        options: dict[str, None] = dict.fromkeys(declared.options if declared else ())
        for value in values:
            fit = canonical(value.text, kind, day_first=day_first)
            if fit is None:
                del value.among[name]
                self.refuse(value.sheet, value.row, f"{value.text!r} is no {kind}.", name)
                continue
            value.among[name] = fit
            if kind in {"one-of", "many-of"}:
                options.update(dict.fromkeys(fit.split("\n") if kind == "many-of" else (fit,)))
        grouping = declared.grouping if declared else subject == "case" and kind == "one-of" and len(options) > 1
        if not (asked or declared):
            self._say(subject, name, kind, tuple(options), grouping=grouping, file=values[0].sheet.file)
        return AttributeRecord(
            subject=subject,
            name=name,
            type=kind,
            options=tuple(options),
            grouping=grouping,
            inferred=not (asked or declared),
        )

    def _say(
        self, subject: Subject, name: str, kind: AttributeType, options: tuple[str, ...], *, grouping: bool, file: str
    ) -> None:
        shown = ", ".join(options[:6]) + (" …" if len(options) > 6 else "")
        more = f" ({shown})" if options else ""
        told = " and a grouping" if grouping else ""
        self.choose(file, f"Column {name!r} is an attribute {subject}.{name} of type {kind}{more}{told}.")


Table = Callable[[Sheet, Collected], None]
"""A function that reads one kind of table into what is collected."""


def as_choices(collected: Collected) -> tuple[Choice, ...]:
    """What was decided, for the bundle."""
    return tuple(Choice(place=place, what=what) for place, what in collected.choices)
