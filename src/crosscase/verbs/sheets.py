"""Filling in sheets of cases and participants: cells as typed or pasted, checked together, written as one act.

`planned` says for every cell what would stand there, or why it cannot; `fill_sheet` does it, all or nothing. A line
without an id is a new case or participant. Cells are those of `reads.sheets`.

What a careful reader would get wrong: a new identifier says the case and the role, so filling in one cell may change
two others, and the plan has them all. And a date that cannot be read without guessing is refused here, where somebody
sits who can write it otherwise; imports keep it as it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from crosscase.errors import BadValueError, CrosscaseError, NotFoundError, RefusedError
from crosscase.model import Attribute, Case, Id, Participant, Role
from crosscase.model.values import yes_or_no
from crosscase.reads.lookup import Rows, find
from crosscase.reads.sheets import NOT_ASKED, Cells, SheetColumn, SheetOf, columns_of, living_cases
from crosscase.store.act import Act
from crosscase.verbs.attributes import UnknownOptionError, ValueTypeError, canonical, set_values
from crosscase.verbs.cases import NO_CODE
from crosscase.verbs.checks import TakenError, choice, label, last_position
from crosscase.verbs.consents import end_date, set_consents
from crosscase.verbs.participants import Register
from crosscase.verbs.registry import Verb

T = TypeVar("T")

_TOLD = 3
_NOBODY = Role(name="")
_READABLE = "a date that can be read without guessing: 2026-03-31, 2026-03 or 2026"
_TEXTS: Mapping[SheetOf, tuple[str, ...]] = {"case": ("name", "description"), "participant": ("note",)}


class SheetLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cells of one line, by the keys of their columns; without `row` a new case or participant."""

    row: Id = ""
    cells: dict[str, str] = {}


class PlannedCell(msgspec.Struct, frozen=True, kw_only=True):
    """What would become of a cell.

    Attributes:
        line: its number among the lines that were given, from 0.
        column: its key. A cell that nobody gave is here when it changes with another.
        after: as it would be kept; what was given, where that cannot be.
        why: why it cannot be; empty where it can.
        option: it is not among the options yet, and would be added to them.
    """

    line: int
    column: str
    before: str
    after: str
    why: str = ""
    option: bool = False


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What filling in did: how many cells changed, and the ids of what was added, in the order of the lines."""

    cells: int
    added: tuple[Id, ...] = ()


class SheetRefusedError(RefusedError):
    """Cells that do not fit, and with them all others."""

    code = "sheet"

    def __init__(self, wrong: Sequence[PlannedCell], headings: Mapping[str, str]) -> None:
        told = "; ".join(f"line {one.line + 1}, {headings.get(one.column, one.column)}: {one.why}"
                         for one in wrong[:_TOLD])  # fmt: skip
        more = f" And {len(wrong) - _TOLD:,} more." if len(wrong) > _TOLD else ""
        super().__init__(f"{told}{more} Nothing was changed.")


class NoColumnError(BadValueError):
    """A column that this sheet does not have, or that cannot be written."""

    code = "no-column"

    def __init__(self, key: str) -> None:
        super().__init__(f"This sheet has no column {key!r} that can be filled in.")


class Plan:
    """What filling in would do: `cells` for people, the rest for `fill_sheet`."""

    def __init__(self, rows: Rows, of: SheetOf, lines: Sequence[SheetLine], *, extend: bool) -> None:
        """Work it out; nothing is written.

        Args:
            rows: of the study.
            of: which sheet.
            lines: what is to be filled in.
            extend: options that are not listed yet may be added.

        Raises:
            NotFoundError: a line names a case or participant that is not there.
            NoColumnError: there is no such column.
        """
        choice(of, SheetOf, "sheet")
        self.rows, self.of, self.lines, self._extend = rows, of, lines, extend
        self.columns = {column.key: column for column in columns_of(rows, of) if column.part != "count"}
        wanted = sorted({line.row for line in lines if line.row})
        self._cells = Cells(rows, of, wanted)
        self._known: dict[Id, Any] = {
            one.id: one for one in (rows.rows(Case, id=wanted) if of == "case" else rows.rows(Participant, id=wanted))
        }
        for line in lines:
            if line.row and line.row not in self._known:
                raise NotFoundError(of, line.row)
            for key in line.cells:
                if key not in self.columns:
                    raise NoColumnError(key)
        self._variables = {one.id: one for one in rows.rows(Attribute, subject=of)}
        self.cells: list[PlannedCell] = []
        self.becomes: dict[int, Any] = {}
        self.values: dict[Id, dict[int, str]] = {}
        self.consents: dict[int, dict[str, str]] = {}
        if of == "case":
            self._plan_cases()
        else:
            self._plan_participants()
        self._plan_rest()

    @property
    def wrong(self) -> list[PlannedCell]:
        """Cells that cannot be filled in so."""
        return [cell for cell in self.cells if cell.why]

    def _before(self, line: int, column: SheetColumn) -> str:
        known = self._known.get(self.lines[line].row)
        return self._cells.cell(known, column) if known is not None else ""

    def _tell(self, line: int, key: str, after: str, *, why: str = "", option: bool = False) -> None:
        before = self._before(line, self.columns[key])
        given = key in self.lines[line].cells
        if why or (before != after if not given else True):
            self.cells.append(
                PlannedCell(line=line, column=key, before=before, after=after, why=why, option=option)
            )  # fmt: skip

    def _own(self, line: int, *keys: str) -> list[str]:
        return [key for key in keys if key in self.lines[line].cells]

    # Cases

    def _plan_cases(self) -> None:
        given = {line.row for line in self.lines if "code" in line.cells}
        taken = {one.code.casefold(): one.code for one in self.rows.rows(Case) if one.id not in given}
        for number, line in enumerate(self.lines):
            becomes = self._known.get(line.row) or Case(code="")
            texts = {key: " ".join(line.cells[key].split()) if key == "name" else line.cells[key].strip()
                     for key in self._own(number, *_TEXTS["case"])}  # fmt: skip
            becomes = msgspec.structs.replace(becomes, **texts)
            if "code" in line.cells or not line.row:
                typed = line.cells.get("code", "")
                try:
                    code = label(typed, NO_CODE)
                    if code.casefold() in taken:
                        raise TakenError("case", taken[code.casefold()], "code")
                    taken[code.casefold()] = code
                    becomes = msgspec.structs.replace(becomes, code=code)
                    self._tell(number, "code", code)
                except CrosscaseError as refused:
                    self._tell(number, "code", typed, why=refused.message)
            for key, text in texts.items():
                self._tell(number, key, text)
            self.becomes[number] = becomes

    # Participants

    def _plan_participants(self) -> None:
        concerned = {number for number, line in enumerate(self.lines) if not line.row or self._moves(number)}
        register = Register(self.rows) if concerned else None
        for number in concerned:
            if register is not None and self.lines[number].row:
                register.leave(self._known[self.lines[number].row].identifier)
        self._cases = {one.code.casefold(): one.id for one in living_cases(self.rows)}
        self._roles = {one.name.casefold(): one for one in self.rows.rows(Role)}
        for number, line in enumerate(self.lines):
            known = self._known.get(line.row)
            becomes = known or Participant(identifier="")
            if "note" in line.cells:
                becomes = msgspec.structs.replace(becomes, note=line.cells["note"].strip())
                self._tell(number, "note", becomes.note)
            if register is not None and number in concerned:
                becomes = self._placed(register, number, known, becomes)
            self.becomes[number] = becomes

    def _moves(self, number: int) -> bool:
        """Whether identifier, case or role become others; what stays is not held against today's grammar."""
        cells = self.lines[number].cells
        given = self._own(number, "identifier", "case", "role")
        return any(" ".join(cells[key].split()) != self._before(number, self.columns[key]) for key in given)

    def _placed(self, register: Register, number: int, known: Participant | None, becomes: Participant) -> Participant:
        """A participant under the identifier, in the case and the role that were given."""
        cells = self.lines[number].cells
        case, case_why = self._tried(lambda: self._case(cells["case"])) if "case" in cells else (None, "")
        role, role_why = self._tried(lambda: self._role(cells["role"])) if "role" in cells else (None, "")
        for key, why in (("case", case_why), ("role", role_why)):
            if why:
                self._tell(number, key, cells[key].strip(), why=why)
        if case_why or role_why:
            if known is not None:
                register.stay(known.identifier)
            return becomes
        identifier, (named, code) = cells.get("identifier"), role or (None, "")
        role_id = named.id if named is not None else None
        if known is not None:
            placed, why = self._tried(
                lambda: register.becoming(becomes, identifier=identifier, case=case, role=role_id, code=code or None)
            )
        else:
            fresh = msgspec.structs.replace(
                becomes, identifier=identifier or "", case=case or None, role=role_id or None, code=code
            )
            placed, why = self._tried(lambda: register.checked(fresh))
        if placed is None:
            at = next(iter(self._own(number, "identifier", "role", "case")), "identifier")
            self._tell(number, at, cells.get(at, "").strip(), why=why)
            if known is not None:
                register.stay(known.identifier)
            return becomes
        self._tell(number, "identifier", placed.identifier)
        self._tell(number, "case", self._cells.cases.get(placed.case or "", ""))
        self._tell(number, "role", self._cells.roles.get(placed.role or "", ""))
        return placed

    def _case(self, text: str) -> Id:
        plain = " ".join(text.split())
        return (self._cases.get(plain.casefold()) or find(self.rows, Case, plain).id) if plain else ""

    def _role(self, text: str) -> tuple[Role, str]:
        """A role by its name or one of its codes, and the code where it was named by that."""
        plain = " ".join(text.split())
        if not plain:
            return _NOBODY, ""
        role = self._roles.get(plain.casefold()) or find(self.rows, Role, plain)
        return role, next((code for code in role.codes if code.casefold() == plain.casefold()), "")

    def _tried(self, work: Callable[[], T]) -> tuple[T | None, str]:
        try:
            return work(), ""
        except CrosscaseError as refused:
            return None, refused.message.removesuffix(" Nothing was changed.")

    # Attributes and consent

    def _plan_rest(self) -> None:
        added: dict[Id, list[str]] = {}
        for number, line in enumerate(self.lines):
            for key, text in line.cells.items():
                if self.columns[key].part == "attribute":
                    self._value(number, self._variables[key], text, added.setdefault(key, []))
                elif self.columns[key].part == "consent":
                    self._answer(number, key, text)

    def _value(self, number: int, variable: Attribute, text: str, added: list[str]) -> None:
        new = list(added)
        try:
            value, is_read = canonical(variable, text, new if self._extend else None)
        except (UnknownOptionError, ValueTypeError) as refused:
            fresh = isinstance(refused, UnknownOptionError)
            why = refused.message.split(" Nothing was set.")[0]
            self._tell(number, variable.id, text.strip(), why=why, option=fresh)
            return
        if not is_read:
            self._tell(number, variable.id, value, why=f"{value!r} is not {_READABLE}.")
            return
        option = len(new) > len(added) or any(part in added for part in value.split("\n"))
        added[:] = new
        self.values.setdefault(variable.id, {})[number] = value
        self._tell(number, variable.id, value.replace("\n", "; "), option=option)

    def _answer(self, number: int, key: str, text: str) -> None:
        name, plain = key.removeprefix("consent."), " ".join(text.split())
        if name == "until":
            value, why = self._tried(lambda: end_date(plain))
        else:
            value = NOT_ASKED if plain.casefold() in ("", NOT_ASKED) else yes_or_no(plain)
            why = "" if value else f"{plain!r} is no answer. Write yes, no or not asked."
        if value is None:
            self._tell(number, key, plain, why=why)
            return
        self.consents.setdefault(number, {})[name] = value
        self._tell(number, key, "" if value == NOT_ASKED else value)


def planned(
    rows: Rows, of: SheetOf, lines: Sequence[SheetLine], *, extend: bool = False
) -> list[PlannedCell]:  # fmt: skip
    """What would become of every cell that is given, and of those that change with them. Asks; changes nothing.

    Raises:
        NotFoundError, NoColumnError: a line or a column is not there.
    """
    return Plan(rows, of, lines, extend=extend).cells


def fill_sheet(act: Act, of: SheetOf, lines: Sequence[SheetLine], *, extend: bool = False) -> Filled:
    """Fill in cells of the sheet of cases or of participants, and add new ones; all of it, or nothing.

    Args:
        of: `case` or `participant`.
        lines: by column keys what is to stand there; an empty text takes it away. Without `row`: a new one.
        extend: add options that are not in the list of their attribute yet.

    Raises:
        NotFoundError, NoColumnError: a line or a column is not there.
        SheetRefusedError: something does not fit.
    """
    plan = Plan(act, of, lines, extend=extend)
    if plan.wrong:
        raise SheetRefusedError(plan.wrong, {key: column.heading for key, column in plan.columns.items()})
    ids = {number: line.row for number, line in enumerate(lines) if line.row}
    fresh = [number for number, line in enumerate(lines) if not line.row]
    added: Sequence[Case] | Sequence[Participant]
    if of == "case":
        after = last_position(act.rows(Case)) if fresh else 0
        added = act.add_all(
            [msgspec.structs.replace(plan.becomes[n], position=after + k) for k, n in enumerate(fresh)]
        )  # fmt: skip
        fields: tuple[str, ...] = ("code", "name", "description")
    else:
        added = act.add_all([plan.becomes[number] for number in fresh])
        fields = ("identifier", "case", "role", "code", "note")
    row = Case if of == "case" else Participant
    for field in fields:
        act.change_all(row, field, {thing: getattr(plan.becomes[n], field) for n, thing in ids.items()})
    ids |= {number: one.id for number, one in zip(fresh, added, strict=True)}
    for attribute, values in plan.values.items():
        set_values(act, attribute, {ids[number]: value for number, value in values.items()}, extend=extend)
    if plan.consents:
        set_consents(act, {ids[number]: said for number, said in plan.consents.items()})
    changed = sum(cell.before != cell.after for cell in plan.cells)
    return Filled(cells=changed, added=tuple(one.id for one in added))


VERBS = (Verb("sheet.fill", fill_sheet),)
