"""From a coding to a quotation: whose words are printed, how much of them, and what was said just before.

`Quoter` is made once for a part; `choose` picks codings for a theme, `quote` words one. Words are verbatim slices of
the source. Other people's words inside a passage stand in brackets with who spoke, stage notes and labels are left out,
a long passage ends at a sentence and says so, a coding of a word or two is shown in its sentence.

What a careful reader would get wrong: who is quoted is decided by whose words the coding lies on, not by whose
interview it is. A coding on an interviewer's words is nobody's quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from typing import Final

import msgspec

from crosscase.frames import Snapshot
from crosscase.frames.sentences import sentences, widened
from crosscase.model import Id, Quotation, Source, Span, Speaker, Turn
from crosscase.reads.codings import people_in
from crosscase.reports.checking import Checker
from crosscase.reports.document import Piece, Quote, Unprinted
from crosscase.study import Study

_SHORT, _FITTING, _LONG = 40, 500, 700
_BEFORE: Final = 150
_NO_WORDS: Final = "it lies on no words of a participant"
_GONE: Final = "its words are gone from the source"


class Candidate(msgspec.Struct, frozen=True):
    """A coding that may be quoted for a theme.

    Attributes:
        coding: number in the snapshot.
        rank: 0 comes first: a person placed it under the theme.
        against: speaks against it.
    """

    coding: int
    rank: int = 0
    against: bool = False


class Choice(msgspec.Struct, frozen=True):
    """What was chosen: quotations in the order in which they are printed, what cannot be, and how many are covered."""

    quotes: tuple[Quote, ...]
    unprinted: tuple[Unprinted, ...]
    covered: int


class Quoter:
    """Makes quotations of one study."""

    def __init__(self, study: Study, checker: Checker) -> None:
        self._study = study
        self._checker = checker
        self._snapshot: Snapshot = study.snapshot()
        self._turns: dict[Id, list[tuple[Turn, str]]] = {}
        self._printed: list[tuple[int, int, int]] = []

    def choose(self, candidates: Iterable[Candidate], most: int) -> Choice:
        """At most so many quotations, spread over cases, and half as many again that speak against.

        The order is the same for the same study: what a person placed first, reviewed before unreviewed, what has not
        been quoted yet, passages of a length that can be read, and then by place. Cases take turns; a passage that
        overlaps one chosen already is passed over.
        """
        found: list[Quote] = []
        unprinted: list[Unprinted] = []
        covered = 0
        taken: list[tuple[int, int, int]] = []
        # A coding placed both for and against is quoted once, where it speaks against.
        held = {one.coding: one for one in sorted(candidates, key=lambda one: (one.against, -one.rank))}
        for against in (False, True):
            left = (most + 1) // 2 if against else most
            for one in self._in_turn([one for one in held.values() if one.against is against]):
                source, start, end = self._place(one.coding)
                if not left or _overlaps(taken, source, start, end):
                    continue
                if self._checker.covers(self._snapshot.sources.ids[source], start, end):
                    covered += 1
                    continue
                made = self.quote(one)
                if isinstance(made, Unprinted):
                    unprinted.append(made)
                    continue
                taken.append((source, start, end))
                self._printed.append((source, start, end))
                found.append(made)
                left -= 1
        return Choice(tuple(found), tuple(unprinted), covered)

    def _place(self, coding: int) -> tuple[int, int, int]:
        codings = self._snapshot.codings
        return int(codings.source[coding]), int(codings.start[coding]), int(codings.end[coding])

    def _in_turn(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """One of each case, then a second of each, and so on; within a case nobody twice before everybody once."""
        snapshot, units = self._snapshot, self._snapshot.units
        by_case: dict[int, list[Candidate]] = {}
        for one in sorted(candidates, key=self._merit):
            unit = self._unit(one.coding)
            case = int(units.case[unit]) if unit >= 0 else int(snapshot.sources.case[self._place(one.coding)[0]])
            by_case.setdefault(case, []).append(one)
        rounds = zip_longest(*(self._people_in_turn(by_case[case]) for case in sorted(by_case, key=_last_if_none)))
        return [one for each in rounds for one in each if one is not None]

    def _people_in_turn(self, candidates: list[Candidate]) -> list[Candidate]:
        by_person: dict[int, list[Candidate]] = {}
        for one in candidates:
            unit = self._unit(one.coding)
            by_person.setdefault(int(self._snapshot.units.participant[unit]) if unit >= 0 else -1, []).append(one)
        return [one for each in zip_longest(*by_person.values()) for one in each if one is not None]

    def _merit(self, one: Candidate) -> tuple[int, bool, bool, bool, int, int, str]:
        source, start, end = self._place(one.coding)
        codings = self._snapshot.codings
        again = _overlaps(self._printed, source, start, end)
        fits = _SHORT <= end - start <= _FITTING
        return one.rank, bool(codings.unreviewed[one.coding]), again, not fits, source, start, codings.ids[one.coding]

    def _unit(self, coding: int) -> int:
        """The first participant's words that the coding lies on; -1 where it lies on none."""
        lies, units = self._snapshot.lies, self._snapshot.units
        for row in range(int(lies.first[coding]), int(lies.first[coding + 1])):
            if units.participant[lies.unit[row]] >= 0:
                return int(lies.unit[row])
        return -1

    def quote(self, candidate: Candidate) -> Quote | Unprinted:
        """A coding in words, or why it cannot be quoted."""
        snapshot, codings = self._snapshot, self._snapshot.codings
        number = candidate.coding
        source, start, end = self._place(number)
        unit = self._unit(number)
        key, person = snapshot.sources.ids[source], int(snapshot.units.participant[unit]) if unit >= 0 else -1
        identifier = snapshot.participants.labels[person] if person >= 0 else "nobody’s words"
        where = self._where(source, start)
        if not codings.text[number] or end <= start:
            return Unprinted(identifier, where, _GONE if codings.text[number] else _NO_WORDS)
        if person < 0:
            return Unprinted(identifier, where, _NO_WORDS)
        remarks = [
            "speaks against" if candidate.against else "",
            "coded by a rule, not reviewed" if codings.unreviewed[number] else "",
        ]
        pieces, tail = self._pieces(key, snapshot.participants.ids[person], Span(start, end))
        if not any(piece.voice == "" for piece in pieces):
            return Unprinted(identifier, where, _NO_WORDS)
        refusals = (self._checker.leaving.refusal(key, piece.start, piece.end) for piece in pieces)
        refused = tuple(dict.fromkeys(filter(None, refusals)))
        if refused:
            return Unprinted(identifier, where, "; ".join(refused))
        return Quote(
            source=key,
            pieces=pieces,
            identifier=identifier,
            about=", ".join(filter(None, (self._who(person), self._where(source, pieces[0].start)))),
            before=self._before(key, snapshot.participants.ids[person], pieces[0].start),
            remark="; ".join(filter(None, remarks)).capitalize(),
            tail=tail,
            coding=codings.ids[number],
        )

    def kept(self, row: Quotation) -> Quote | Unprinted:
        """A quotation that a member keeps, whole and as it is printed, or why it cannot be.

        It is neither shortened nor widened: where it begins and ends was chosen.
        """
        snapshot, people = self._snapshot, self._snapshot.participants
        where = self._where(snapshot.sources.number[row.source], row.start)
        of = self._study.rows(Source, id=row.source)
        said = people_in(self._study.store, of[0], row.start, row.end) if of else ()
        person = people.number.get(said[0].id, -1) if said else -1
        identifier = people.labels[person] if person >= 0 else "nobody’s words"
        if row.end <= row.start:
            return Unprinted(identifier, where, _GONE)
        cut = [
            (_trimmed(self._checker.text(row.source), part), voice)
            for part, voice in self._parts(row.source, Span(row.start, row.end))
        ]
        if person < 0 or not any(voice == people.ids[person] or not voice for _, voice in cut):
            return Unprinted(identifier, where, _NO_WORDS)
        text = self._checker.text(row.source)
        pieces = tuple(
            Piece(start, end, text[start:end], self._named(voice, people.ids[person]) if voice else "")
            for (start, end), voice in cut
            if start < end
        )
        return Quote(
            source=row.source,
            pieces=pieces,
            identifier=identifier,
            about=", ".join(filter(None, (self._who(person), where))),
            before=self._before(row.source, people.ids[person], pieces[0].start),
            coding=row.coding or "",
            printed=row.printed,
        )

    def _who(self, person: int) -> str:
        snapshot, people = self._snapshot, self._snapshot.participants
        role = snapshot.roles.labels[people.role[person]] if people.role[person] >= 0 else ""
        case = snapshot.cases.labels[people.case[person]] if people.case[person] >= 0 else ""
        return ", ".join(filter(None, (role, case)))

    def _where(self, source: int, start: int) -> str:
        line = self._checker.text(self._snapshot.sources.ids[source]).count("\n", 0, start) + 1
        name = self._checker.label(self._snapshot.sources.labels[source], "transcript")
        return f"{name}, line {line:,}"

    # Words

    def _voices(self, source: Id) -> list[tuple[Turn, str]]:
        """The turns of a source in their order, and of each the id of the participant or who else speaks."""
        if source not in self._turns:
            speakers = {speaker.id: speaker for speaker in self._study.rows(Speaker, source=source)}
            turns = sorted(self._study.rows(Turn, source=source), key=lambda turn: (turn.start, -turn.end, turn.id))
            self._turns[source] = [(turn, self._voice(turn, speakers)) for turn in turns if turn.end > turn.start]
        return self._turns[source]

    def _voice(self, turn: Turn, speakers: dict[Id, Speaker]) -> str:
        speaker = speakers.get(turn.speaker or "")
        if turn.nature != "speech":
            return "quoted" if turn.nature == "quoted" else ""
        person = speaker.participant if speaker and speaker.voice == "participant" else None
        if person and person in self._snapshot.participants.number:
            return self._snapshot.participants.ids[self._snapshot.participants.number[person]]
        return "Interviewer" if speaker and speaker.voice == "interviewer" else "another voice"

    def _named(self, voice: str, person: Id) -> str:
        """How a voice is printed: not at all for the person quoted, by identifier for another participant."""
        if voice == person:
            return ""
        number = self._snapshot.participants.number.get(voice)
        return voice if number is None else self._snapshot.participants.labels[number]

    def _parts(self, source: Id, span: Span) -> list[tuple[Span, str]]:
        """A stretch cut where another voice begins; labels and notes between turns are not in it."""
        turns = [
            (turn, voice) for turn, voice in self._voices(source) if turn.start < span.end and span.start < turn.end
        ]
        if not self._voices(source):
            return [(span, "")]
        edges = sorted({span.start, span.end, *(edge for turn, _ in turns for edge in (turn.start, turn.end))})
        found: list[tuple[Span, str]] = []
        for start, end in pairwise(edges):
            # The innermost turn is the one that began last.
            voice = next((voice for turn, voice in reversed(turns) if turn.start <= start and end <= turn.end), "")
            if not voice or not span.start <= start < span.end:
                continue
            if found and found[-1][1] == voice and found[-1][0].end == start:
                found[-1] = (Span(found[-1][0].start, end), voice)
            else:
                found.append((Span(start, end), voice))
        return found

    def _pieces(self, source: Id, person: Id, span: Span) -> tuple[tuple[Piece, ...], bool]:
        """The words of a passage, and whether some at its end were left out."""
        text = self._checker.text(source)
        span = self._readable(source, person, span)
        pieces: list[Piece] = []
        room = _LONG
        for part, voice in self._parts(source, span):
            start, end = _trimmed(text, part)
            if end <= start:
                continue
            kept = _ending(text, start, end, room)
            if kept <= start:
                return tuple(pieces), True
            pieces.append(Piece(start, kept, text[start:kept], self._named(voice, person) if voice else ""))
            room -= kept - start
            if kept < end:
                return tuple(pieces), True
        return tuple(pieces), False

    def _readable(self, source: Id, person: Id, span: Span) -> Span:
        """A passage of a word or two widened to its sentence, within the same turn and clear of content notes."""
        if span.end - span.start >= _SHORT:
            return span
        text = self._checker.text(source)
        turns = [
            t for t, voice in self._voices(source) if voice == person and t.start <= span.start and span.end <= t.end
        ]
        within = (turns[-1].start, turns[-1].end) if turns else (0, len(text))
        wide = widened(sentences(text, *within), span.start, span.end)
        return span if self._checker.covers(source, wide.start, wide.end) else wide

    def _before(self, source: Id, person: Id, start: int) -> Piece | None:
        """What was said just before: the end of the turn before, or of what the same person was saying."""
        text = self._checker.text(source)
        parts = self._parts(source, Span(max(0, start - 2000), start)) if start else []
        said = [(span, voice) for span, voice in parts if text[span.start : span.end].strip()]
        if not said:
            return None
        span, voice = said[-1]
        first, last = _trimmed(text, span)
        cuts = [cut for cut in sentences(text, first, last) if last - cut.start <= _BEFORE]
        begin = cuts[0].start if cuts else first
        if last - begin > _BEFORE:
            begin = text.find(" ", last - _BEFORE, last) + 1 or last - _BEFORE
        named = self._named(voice, person) if voice else ""
        return Piece(begin, last, text[begin:last], named, cut=not cuts and begin > first)


def _overlaps(taken: Sequence[tuple[int, int, int]], source: int, start: int, end: int) -> bool:
    return any(other == source and first < end and start < last for other, first, last in taken)


def _last_if_none(case: int) -> tuple[bool, int]:
    return case < 0, case


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    words = text[span.start : span.end]
    return span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())


def _ending(text: str, start: int, end: int, room: int) -> int:
    """Where a passage ends that may have so many letters: after a sentence, or else after a word."""
    if end - start <= room:
        return end
    cuts = [cut.end for cut in sentences(text, start, end) if cut.end - start <= room]
    if cuts:
        return cuts[-1]
    blank = text.rfind(" ", start, start + room)
    return max(start, blank)
