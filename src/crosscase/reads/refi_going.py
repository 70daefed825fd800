"""The state of a study going out as a REFI-QDA project: what is in it, under which GUIDs, and what has no place there.

A thing that came from another program goes by the GUID it came with, any other by its id written as a GUID. What
several elements became one thing of goes out as all of them.

What a careful reader would get wrong: what is private never gets here. Reflexive memos that are not shared and
positions that are not handed in are left out before anything else is looked at, and perspectives are no part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import msgspec

from crosscase.model import (
    Attendance,
    Carried,
    Case,
    Code,
    Id,
    Interview,
    Memo,
    Participant,
    Row,
    Settings,
    Source,
    Speaker,
    derived_id,
)
from crosscase.model.bundle import Loss
from crosscase.model.carrying import ELEMENTS, guid_of
from crosscase.model.refi import Element, Guid, MediaElement, TextElement, TranscriptElement
from crosscase.reads.leaving import Leaving, without_refused
from crosscase.reads.nameless import Nameless
from crosscase.reads.refi_came import Arrived
from crosscase.store.store import Store

R = TypeVar("R", bound=Row)
E = TypeVar("E", bound=Element)
_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a study goes out; by itself, all of it.

    Attributes:
        cases, codes: only these (codes with those under them); empty: all.
        names: participants' names stay; else their identifiers stand for them.
        leaving: what consent does not cover is held back; None: nothing is.
    """

    cases: tuple[Id, ...] = ()
    codes: tuple[Id, ...] = ()
    names: bool = True
    leaving: Leaving | None = None


class Going(Arrived):
    """One study going out.

    Attributes:
        files: what is to lie in the archive: path → digest of the file in the vault.
        emitted: GUIDs of what is in the project, so that nothing names what is not.
        users: members whom something in the project names.
        notes: the GUIDs of notes, by the thing that they are about.
        note_guids: of all notes that go out.
        moved_notes: notes that are about something else since they came: what they were about.
    """

    def __init__(self, store: Store, scope: Scope) -> None:
        self.store = store
        self.scope = scope
        self.files: dict[str, str] = {}
        self.emitted: set[Guid] = set()
        self.users: set[Id] = set()
        self.notes: dict[Id, list[Guid]] = {}
        self.note_guids: set[Guid] = set()
        self.moved_notes: dict[Guid, Id] = {}
        self._rows: dict[type[Row], Sequence[Row]] = {}
        self._losses: Counter[tuple[str, str]] = Counter()
        super().__init__(store.rows(Carried, format="refi"))

    # What there is

    def rows(self, row: type[R]) -> Sequence[R]:
        """All rows of a kind, read once."""
        if row not in self._rows:
            self._rows[row] = self.store.rows(row)
        return self._rows[row]  # type: ignore[return-value] # rows of that type

    def count(self, row: type[Row]) -> int:
        """How many rows of a kind there are; a study has hundreds of thousands of some that nothing here reads."""
        return sum(self.store.tally(row, ()).values())

    @cached_property
    def settings(self) -> Settings:
        """What the study is about."""
        return self.rows(Settings)[0]

    @cached_property
    def memos(self) -> list[Memo]:
        """Memos that may be read by others."""
        return [memo for memo in self.rows(Memo) if memo.nature != "reflexive" or memo.shared]

    # Who is who

    def guid(self, thing: Id) -> Guid:
        """The GUID that a thing goes by."""
        return self._guids.get(thing) or guid_of(thing)

    def as_one(self, lead: Id, twin: Id) -> None:
        """Say that a thing goes out as another, with what is about it."""
        self._guids[twin] = self.guid(lead)
        if twin in self.notes:
            self.notes[lead] = sorted({*self.notes.get(lead, ()), *self.notes.pop(twin)})

    def made(self, *parts: str) -> Guid:
        """A GUID for an element that is no thing here, the same each time."""
        return guid_of(derived_id("refi", *parts))

    def user(self, member: Id) -> Guid:
        """The GUID of a member whom the project names."""
        self.users.add(member)
        return self.guid(member)

    def user_kept(self, came: Guid, member: Id) -> Guid:
        """The user that something came with, where that is still the member; else the member's own. None stays none."""
        if not came:
            return ""
        if self.thing("User", came) == member:
            self.users.add(member)
            return came
        return self.user(member)

    def notes_of(self, thing: Id, came: Sequence[Guid] = ()) -> tuple[Guid, ...]:
        """The notes on a thing: those about it, and those that it came with and that are about nothing else since."""
        if not came and thing not in self.notes:
            return ()
        own = self.notes.get(thing, ())
        kept = [guid for guid in came if guid in self.note_guids and self.moved_notes.get(guid) != thing]
        return by_order((*kept, *own), came)

    def notes_on_source(
        self, source: Id, element: TextElement | MediaElement | TranscriptElement, *, first: bool = True
    ) -> tuple[Guid, ...]:
        """The notes on an element of a source: of several that are one source, each keeps those that it came with."""
        notes = self.notes_of(source if first else "", element.notes)
        if len(notes) == len(element.notes) or self.elements_of[source] < 2:
            return notes
        others = {
            note
            for one in self.came("TextSource", "MediaSource", "Transcript")
            if one.row.thing == source
            for note in getattr(one.element(ELEMENTS[one.row.element]), "notes", ())
        }
        return tuple(note for note in notes if note in element.notes or note not in others)

    @cached_property
    def all_of_it(self) -> bool:
        """Whether all of the study goes out, with names, and nothing is held back."""
        scope = self.scope
        held = scope.leaving is not None and scope.leaving.holds_back()
        return not (scope.cases or scope.codes or held or not scope.names)

    # What is wanted of it

    @cached_property
    def sources(self) -> list[Source]:
        """The sources that go out."""
        known = sorted(self.rows(Source), key=lambda one: (one.position, one.name, one.id))
        if not self.scope.cases:
            return known
        return [one for one in known if self.case_of.get(one.id) in self.scope.cases]

    @cached_property
    def case_of(self) -> dict[Id, Id]:
        """The case that each source is about: its own, else that of its interview or of its participant."""
        meetings = {one.id: one.case for one in self.rows(Interview)}
        people = {one.id: one.case for one in self.rows(Participant)}
        found: dict[Id, Id] = {}
        for source in self.rows(Source):
            case = source.case or meetings.get(source.interview or "") or people.get(source.participant or "")
            if case:
                found[source.id] = case
        return found

    @cached_property
    def people_of(self) -> dict[Id, list[Id]]:
        """Whose words each source has: whom it is about, else who took part in its interview."""
        taking_part: dict[Id, list[Id]] = {}
        for one in self.rows(Attendance):
            taking_part.setdefault(one.interview, []).append(one.participant)
        return {
            source.id: [source.participant] if source.participant else taking_part.get(source.interview or "", [])
            for source in self.rows(Source)
        }

    @cached_property
    def cases(self) -> list[Case]:
        """The cases that go out."""
        known = [one for one in self.rows(Case) if one.merged_into is None]
        wanted = self.scope.cases
        return sorted(
            (one for one in known if not wanted or one.id in wanted), key=lambda one: (one.position, one.code, one.id)
        )

    @cached_property
    def participants(self) -> list[Participant]:
        """The participants that go out."""
        known = [one for one in self.rows(Participant) if one.merged_into is None]
        wanted = self.scope.cases
        return sorted(
            (one for one in known if not wanted or one.case in wanted), key=lambda one: (one.identifier, one.id)
        )

    @cached_property
    def codes(self) -> dict[Id, Code]:
        """The codes that go out: those wanted with all under them, and those they lie under."""
        known = {one.id: one for one in self.rows(Code) if one.merged_into is None}
        if not self.scope.codes:
            return known
        kept = set(self.coded_with)
        for thing in self.coded_with:
            above = known[thing].parent
            while above is not None and above in known and above not in kept:
                kept.add(above)
                above = known[above].parent
        return {thing: code for thing, code in known.items() if thing in kept}

    @cached_property
    def coded_with(self) -> frozenset[Id]:
        """The codes whose codings go out; those above them only hold them."""
        known = {one.id: one for one in self.rows(Code) if one.merged_into is None}
        if not self.scope.codes:
            return frozenset(known)
        below: dict[Id | None, list[Id]] = {}
        for code in known.values():
            below.setdefault(code.parent, []).append(code.id)
        wanted: set[Id] = set()
        waiting = [thing for thing in self.scope.codes if thing in known]
        while waiting:
            thing = waiting.pop()
            if thing not in wanted:
                wanted.add(thing)
                waiting += below.get(thing, ())
        return frozenset(wanted)

    @cached_property
    def code_ends(self) -> Mapping[Id, Id]:
        """For each code the one it was merged into in the end, or itself."""
        into = {one.id: one.merged_into for one in self.rows(Code)}
        found: dict[Id, Id] = {}
        for thing in into:
            end, steps = thing, 0
            while (there := into.get(end)) is not None and steps < len(into):
                end, steps = there, steps + 1
            found[thing] = end
        return found

    @cached_property
    def merged_codes(self) -> bool:
        """Whether some codes were merged into others."""
        return any(thing != end for thing, end in self.code_ends.items())

    # Words

    def text(self, source: Id) -> str:
        """The text of a source as it may leave, its participants' names not yet replaced: places count in it."""
        text = self.store.text(source)
        leaving = self.scope.leaving
        return without_refused(text, source, leaving) if leaving is not None and text else text

    def said(self, words: str) -> str:
        """Something that somebody wrote, as it may leave."""
        if not words:
            return words
        if self.scope.leaving is not None:
            words = self.scope.leaving.writing(words)[0]
        return self.nameless(words).text

    def nameless(self, words: str) -> Nameless:
        """Words with identifiers for participants' names, where names may not leave."""
        return Nameless(words, self._called) if not self.scope.names else Nameless(words, {})

    @cached_property
    def _called(self) -> dict[str, str]:
        """What participants are called, in names and labels → their identifiers."""
        people = {one.id: one for one in self.rows(Participant)}
        called = {one.name: one.identifier for one in people.values() if one.name}
        for speaker in self.rows(Speaker):
            if speaker.participant in people and speaker.label:
                called.setdefault(speaker.label, people[speaker.participant].identifier)
        return {name: identifier for name, identifier in called.items() if name != identifier}

    def whole(self, source: Id, length: int) -> bool:
        """Whether all words of a source may leave, so that its file may."""
        leaving = self.scope.leaving
        return leaving is None or not any(
            leaving.refusal(source, start, end) for start, end, _ in leaving.whose.stretches(source, length)
        )

    # What has no place

    def lost(self, place: str, what: str, count: int = 1) -> None:
        """Counts what has no place in the standard.

        Args:
            what: a sentence without its number; `[one|several]` stands where it differs for one.
        """
        if count:
            self._losses[place, what] += count

    def losses(self) -> tuple[Loss, ...]:
        """All that has no place in the standard."""
        return tuple(
            Loss(place=place, what=f"{count:,} {_one_or_more(what, count)}")
            for (place, what), count in sorted(self._losses.items())
        )


def _one_or_more(what: str, count: int) -> str:
    return _EITHER.sub(lambda found: found[1 if count == 1 else 2], what)


def by_order(guids: Iterable[Guid], first: Iterable[Guid]) -> tuple[Guid, ...]:
    """These GUIDs, those that came first in the order in which they came."""
    left = dict.fromkeys(guids)
    came = [guid for guid in dict.fromkeys(first) if guid in left]
    return (*came, *(guid for guid in left if guid not in set(came)))
