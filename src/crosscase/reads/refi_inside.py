"""What lies in one source of a study going out as REFI-QDA: selections that came, as they are now, and new ones.

What a careful reader would get wrong: a selection that came leaves where its codings lie now. Corrections of the text
move them along, and a coding that somebody moved or took away here is not where it was any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final

import msgspec

from crosscase.model import Coding, Evidence, Id, Mark, Memo, Source
from crosscase.model.carrying import id_of, named_again, other_id
from crosscase.model.refi import CodingElement, Guid, Selection, SelectionKind
from crosscase.model.refi_here import area_of
from crosscase.reads.refi_came import Came
from crosscase.reads.refi_going import Going, by_order

Place = tuple[Any, ...]

_WHOLE: Final[Place] = ("whole",)


class Lying(msgspec.Struct):
    """What lies in the sources: codings, marks, memos and the evidence of themes; and what has gone out of it."""

    codings: dict[Id, list[Coding]] = {}
    marks: dict[Id, list[Mark]] = {}
    memos: dict[Id, list[Memo]] = {}
    evidence: dict[Id, list[Evidence]] = {}
    out: set[Id] = set()


class Inside:
    """Codings, marks and memos of one source, given to the selections that they came with and to new ones.

    Attributes:
        text: of the source, as it may leave.
        came: what is carried of the element; None: the source came from nowhere.
    """

    def __init__(self, going: Going, lies: Lying, source: Source, came: Came | None) -> None:
        self.going, self.lies, self.source, self.came = going, lies, source, came
        self._words = going.nameless(going.text(source.id))
        self.text = self._words.text
        self.codings = {one.id: one for one in lies.codings.get(source.id, [])}
        self.marks = {one.id: one for one in lies.marks.get(source.id, [])}
        self.at_place: dict[tuple[str, str], list[Memo]] = {}
        for memo in lies.memos.get(source.id, []):
            self.at_place.setdefault((memo.first, memo.last), []).append(memo)
        self._only_once()
        self._apart = set(came.held.apart) if came is not None else set()

    # Codings of an element whose own id was another thing's are found by what they say.

    @cached_property
    def _by_key(self) -> dict[tuple[Id, Id, Place], Coding]:
        return {(one.code, one.member, place_of(one)): one for one in self.codings.values()}

    @cached_property
    def _by_place(self) -> dict[tuple[Id, Place], Coding]:
        return {(one.code, place_of(one)): one for one in reversed(self.codings.values())}

    def _only_once(self) -> None:
        """Leave out codings that say again what another of the same member says, by agreement beside by hand.

        Other programs have a code once for each place and member. What is about the one is about the other.
        """
        going, lies = self.going, self.lies
        if not going.merged_codes and all(row.origin == "import" for row in self.codings.values()):
            return  # What came together was made one when it came.
        said: dict[tuple[Id, Id, Place], Coding] = {}
        again: list[tuple[Coding, Coding]] = []
        for row in self.codings.values():
            first = said.setdefault((going.code_ends.get(row.code, row.code), row.member, _lies(row)), row)
            if first is not row:
                again.append((first, row))
        for first, row in again:
            # The first that came is the one that leaves, so that its element does.
            lead, twin = (row, first) if row.origin == "import" and first.origin != "import" else (first, row)
            del self.codings[twin.id]
            going.as_one(lead.id, twin.id)
            lies.evidence.setdefault(lead.id, []).extend(lies.evidence.pop(twin.id, ()))
            going.lost("codings", "[coding that says|codings that say] again what another of the same member says.")

    # What came

    def again(self, selections: Sequence[Selection], first: int = 0) -> list[Selection]:
        """Selections that came, as they are now.

        Args:
            first: the number of the first among all of the source.
        """
        going = self.going
        kept: list[Selection] = []
        for number, selection in enumerate(selections, first):
            if number in self._apart:
                # What could not be placed leaves as it came, where all of the study does.
                if going.all_of_it:
                    kept.append(selection)
                    going.emitted |= {selection.guid, *(one.guid for one in selection.codings)}
                continue
            found = self._selection(selection)
            if found is not None:
                kept.append(found)
                going.emitted.add(found.guid)
        return kept

    def _selection(self, selection: Selection) -> Selection | None:
        """A selection as it is now; None where nothing of it is there any more."""
        if not selection.codings:
            mark = self.marks.get(id_of(selection.guid)) or self.marks.get(other_id("Mark", selection.guid))
            if mark is None:
                return None
            self.lies.out.add(mark.id)
            return self._as_now(selection, mark, ())
        lead: Coding | None = None
        codings: list[CodingElement] = []
        themes: set[Id] = set()
        for element in selection.codings:
            row = self._coding(element, selection)
            if row is None:
                continue
            lead = lead or row
            if row is lead or place_of(row) == place_of(lead):
                self.lies.out.add(row.id)
                codings.append(self._element(row, element, selection))
                if row.id in self.lies.evidence:
                    codings += self._evidence(row, themes)
        return None if lead is None else self._as_now(selection, lead, tuple(codings))

    def _as_now(self, selection: Selection, lead: Coding | Mark, codings: tuple[CodingElement, ...]) -> Selection:
        changed: dict[str, Any] = {"codings": codings, "notes": self._notes_on(selection, lead)}
        if lead.place == "text" and selection.kind == "text":
            start, end = changed["start"], changed["end"] = self._now(lead)
            changed["name"] = self._named(selection.name, self.text[start:end])
        elif lead.place == "time":
            changed |= {"start": lead.from_ms or 0, "end": lead.to_ms or 0}
        elif lead.place == "area" and place_of(lead) != _came_place(selection):
            changed |= _boxed(lead.area)
        if isinstance(lead, Mark):
            if lead.note != (selection.description or ""):
                changed["description"] = self.going.said(lead.note) or None
            changed["creating_user"] = self.going.user_kept(selection.creating_user, lead.member)
        elif selection.creating_user:
            self.going.users.add(self.going.thing("User", selection.creating_user))
        return msgspec.structs.replace(selection, **changed)

    def _now(self, row: Coding | Mark | Memo) -> tuple[int, int]:
        """Where something lies in the text as it leaves."""
        return self._words.at(row.start), self._words.at(row.end, end=True)

    def _named(self, name: str | None, quote: str) -> str | None:
        found = named_again(name, quote)
        return found if found is None or found == quote else self.going.said(found)

    def _coding(self, element: CodingElement, selection: Selection | None) -> Coding | None:
        """The coding that an element became, if it is still there; without a selection one of the whole source."""
        found = self.codings.get(id_of(element.guid)) or self.codings.get(other_id("Coding", element.guid))
        if found is not None:
            return found
        place = _came_place(selection) if selection is not None else _WHOLE
        if place is None:
            return None
        user = element.creating_user or (selection.creating_user if selection is not None else "")
        code = self.going.thing("Code", element.code)
        if not user:
            # Whoever took the project in made it theirs.
            return self._by_place.get((code, place))
        return self._by_key.get((code, self.going.thing("User", user), place))

    def _notes_on(self, selection: Selection, lead: Coding | Mark) -> tuple[Guid, ...]:
        """Notes on a selection: those about its mark, and those at its place."""
        going = self.going
        if not (selection.notes or self.at_place or isinstance(lead, Mark)):
            return ()
        guids = list(going.notes_of(lead.id if isinstance(lead, Mark) else "", selection.notes))
        if lead.place == "text":
            for memo in self.at_place.get((lead.first, lead.last), ()):
                if memo.id not in self.lies.out:
                    self.lies.out.add(memo.id)
                    guids.append(going.guid(memo.id))
        return by_order(guids, selection.notes)

    def _element(self, row: Coding, came: CodingElement | None, selection: Selection | None) -> CodingElement:
        """A coding as an element."""
        going = self.going
        code = going.guid(going.code_ends.get(row.code, row.code))
        if came is None:
            guid = going.guid(row.id)
            going.emitted.add(guid)
            return CodingElement(
                guid=guid, code=code, creating_user=going.user(row.member), notes=going.notes_of(row.id)
            )
        going.emitted.add(came.guid)
        named = came.creating_user or (selection.creating_user if selection is not None else "")
        user = going.user_kept(named, row.member)
        same = came.code == code or going.thing("Code", came.code) == going.code_ends.get(row.code, row.code)
        notes = going.notes_of(row.id, came.notes)
        if selection is not None and len(notes) > len(came.notes):
            # What came on the selection stays on it, and what came on one of two that say the same, on that.
            elsewhere = {*selection.notes, *(note for one in selection.codings for note in one.notes)}
            notes = tuple(one for one in notes if one in came.notes or one not in elsewhere)
        if same and user == named and notes == came.notes:
            return came
        return msgspec.structs.replace(
            came, code=came.code if same else code, creating_user=came.creating_user if user == named else user,
            notes=notes,
        )  # fmt: skip

    def whole(self, codings: Sequence[CodingElement]) -> tuple[CodingElement, ...]:
        """Codings of the whole source that came."""
        found: list[CodingElement] = []
        for element in codings:
            row = self._coding(element, None)
            if row is not None and row.place == "whole":
                self.lies.out.add(row.id)
                found.append(self._element(row, element, None))
        return tuple(found)

    # What is new

    def new_whole(self) -> tuple[CodingElement, ...]:
        """Codings of the whole source that belong to no element of it."""
        going = self.going
        others = going.elements_of.get(self.source.id, 0) > 1
        found: list[CodingElement] = []
        for row in self.codings.values():
            if row.place == "whole" and row.id not in self.lies.out and not (others and going.came_as_coding(row.id)):
                self.lies.out.add(row.id)
                found.append(self._element(row, None, None))
        return tuple(found)

    def new(self) -> list[Selection]:
        """Codings, marks and memos that belong to no selection yet, in selections of their own."""
        going, lies, source = self.going, self.lies, self.source
        others = going.elements_of.get(source.id, 0) > 1
        groups: dict[tuple[Place, Id], list[Coding]] = {}
        for row in self.codings.values():
            if row.id not in lies.out and row.place != "whole" and not (others and going.came_as_coding(row.id)):
                groups.setdefault((_lies(row), row.member), []).append(row)
        found: list[tuple[tuple[Any, ...], Selection]] = []
        for (place, member), rows in groups.items():
            guid = going.made("Selection", source.id, *map(str, place), going.guid(member))
            found.append(self._selected(rows[0], guid, codings=self._all_of(rows)))
        for mark in self.marks.values():
            if mark.id not in lies.out and not (others and going.came_as_coding(mark.id)):
                lies.out.add(mark.id)
                note = going.said(mark.note) or None
                notes = going.notes_of(mark.id)
                found.append(self._selected(mark, going.guid(mark.id), description=note, notes=notes))
        found += [self._memo(memo) for memo in lies.memos.get(source.id, ()) if memo.id not in lies.out]
        return [one for _, one in sorted(found, key=lambda each: each[0])]

    def _all_of(self, rows: list[Coding]) -> tuple[CodingElement, ...]:
        codings: list[CodingElement] = []
        themes: set[Id] = set()
        for row in sorted(rows, key=lambda one: (self.going.guid(one.code), one.id)):
            self.lies.out.add(row.id)
            codings.append(self._element(row, None, None))
            codings += self._evidence(row, themes)
        return tuple(codings)

    def _memo(self, memo: Memo) -> tuple[tuple[Any, ...], Selection]:
        self.lies.out.add(memo.id)
        going = self.going
        guid = going.made("Selection of a memo", memo.id)
        going.emitted.add(guid)
        user = going.user(memo.member)
        start, end = self._now(memo)
        one = Selection(guid=guid, start=start, end=end, creating_user=user, notes=(going.guid(memo.id),))
        return (start, end, guid), one

    def _evidence(self, row: Coding, themes: set[Id]) -> Iterator[CodingElement]:
        """The themes that a coding was placed under, as codings with them; each once in a selection."""
        going = self.going
        for one in sorted(self.lies.evidence.get(row.id, ()), key=lambda each: each.theme):
            if one.theme in themes:
                going.lost("themes", "[placing|placings] of another coding of the same passage under the same theme.")
                continue
            themes.add(one.theme)
            going.lost("themes", "[placing|placings] of codings under themes: they go out as codings with the theme.")
            guid = going.guid(one.id)
            going.emitted.add(guid)
            yield CodingElement(guid=guid, code=going.guid(one.theme), creating_user=going.user(row.member))

    def _selected(self, row: Coding | Mark, guid: Guid, **more: Any) -> tuple[tuple[Any, ...], Selection]:
        self.going.emitted.add(guid)
        user = self.going.user(row.member)
        kind: SelectionKind = "text"
        start, end = self._now(row)
        fields: dict[str, Any] = {"start": start, "end": end}
        if row.place == "time":
            kind, fields = "audio", {"start": row.from_ms or 0, "end": row.to_ms or 0}
        elif row.place == "area":
            kind, fields = ("picture" if row.area[5:6] == ("px",) else "pdf"), _boxed(row.area)
        order = (fields.get("start", 0), fields.get("end", 0), guid)
        return order, Selection(guid=guid, kind=kind, creating_user=user, **fields, **more)


def place_of(row: Coding | Mark) -> Place:
    """Where something lies, for comparing."""
    if row.place == "text":
        return ("text", row.first, row.last)
    if row.place == "area":
        return ("area", row.area)
    return ("time", row.from_ms, row.to_ms) if row.place == "time" else _WHOLE


def _lies(row: Coding | Mark) -> Place:
    """Where something lies now, in code points: the same in every study that has it."""
    return ("text", row.start, row.end) if row.place == "text" else place_of(row)


def _came_place(selection: Selection) -> Place | None:
    if selection.kind == "text":
        return ("text", str(selection.start), str(selection.end - 1))
    if selection.kind in ("audio", "video"):
        return ("time", selection.start, selection.end)
    if selection.kind in ("picture", "pdf"):
        return ("area", area_of(selection.page, selection.box, "px" if selection.kind == "picture" else "pt"))
    return None


def _boxed(area: tuple[str, ...]) -> dict[str, Any]:
    page, x, y, width, height = (int(float(part)) for part in area[:5])
    return {"page": page, "box": (x, y, x + width, y + height)}
