"""Taking in what lies in the sources of a REFI-QDA project: selections with their codings, and codings of a whole.

A coding is one of a member on a place: a stretch of the text, an area of a page or picture, a stretch of time, or the
whole. A selection that nobody coded is a mark. All codings of a project go in at once; what else their elements say is
carried in one row for each source.

What a careful reader would get wrong: positions are the producer's. They are settled for each text before anything is
placed (`model.counting`), and a selection that lies nowhere in its text is carried as it came and put nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from crosscase.model import Coding, Id, Mark, Span
from crosscase.model.carrying import held_in, named_by, unpack
from crosscase.model.counting import Measured
from crosscase.model.places import PlaceKind
from crosscase.model.refi import (
    CodingElement,
    Guid,
    MediaElement,
    Selection,
    TextElement,
    TranscriptElement,
)
from crosscase.model.refi_here import area_of
from crosscase.verbs.refi_counting import settle
from crosscase.verbs.take_refi_people import member_of
from crosscase.verbs.take_refi_sources import Planned
from crosscase.verbs.taking_refi import AT_ONCE, Refi

H = TypeVar("H", TextElement, TranscriptElement, MediaElement)


class Placing(msgspec.Struct):
    """What is to be put in: codings and marks, and which of them a file says again as it did before.

    Attributes:
        twins: by source, what is coded in it: member, code and place → the coding.
        placed: how many codings were placed, twins and all.
        of_selection: what notes on a selection are about: the source with first and last, or the mark.
    """

    codings: dict[Id, Coding] = {}
    marks: dict[Id, Mark] = {}
    settled: set[Id] = set()
    twins: dict[Id, dict[tuple[Id, Id, _Place], Id]] = {}
    of_selection: dict[Guid, Coding | Mark] = {}
    placed: int = 0


class _Place(msgspec.Struct, frozen=True, gc=False):
    """Where a selection lies; the fields of `Placed`, of which only those of its kind are filled in."""

    place: PlaceKind
    first: str = ""
    last: str = ""
    area: tuple[str, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None


_WHOLE = _Place("whole")


def take_places(taking: Refi, planned: list[Planned]) -> Placing:
    """All codings and marks, and what is carried of the sources."""
    placing = Placing()
    present = [one for one in planned if not one.refused]
    _ids(taking, present)
    sources = [one.source for one in present if one.there]
    if sources:
        names = ("id", "member", "code", "source", "place", "first", "last", "from_ms", "to_ms")
        for thing, member, code, source, place, first, last, *times in taking.act.values(Coding, names, source=sources):
            if place != "area":
                placing.twins.setdefault(source, {})[member, code, _Place(place, first, last, (), *times)] = thing
    waiting = Counter(one.source for one in present)
    for one in planned:
        if not one.refused:
            _take_source(taking, one, placing)
            waiting[one.source] -= 1
            if not waiting[one.source]:
                placing.twins.pop(one.source, None)
            if len(placing.codings) >= AT_ONCE:
                _put_codings(taking, placing)
        else:
            selections = list(_selections(one.element))
            codings = sum(len(each.codings) for each in selections) + len(tuple(_codings(one.element)))
            taking.tally("Selection", left=len(selections))
            taking.tally("Coding", left=codings)
    taking.tally("Coding", things=placing.placed)
    _put_codings(taking, placing)
    taking.put(placing.marks.values(), keep=("note",), settled=placing.settled, name="id")
    return placing


def _put_codings(taking: Refi, placing: Placing) -> None:
    """Put in the codings of the sources so far, and forget them: a large project has hundreds of thousands."""
    taking.put(placing.codings.values(), keep=("origin", "comment"), settled=placing.settled, name="id")
    placing.codings.clear()


def _ids(taking: Refi, planned: list[Planned]) -> None:
    """Ids for all codings and for selections without codings, looked for at once."""
    codings: dict[Guid, None] = {}
    marks: dict[Guid, None] = {}
    for one in planned:
        for selection in _selections(one.element):
            if not selection.codings:
                marks[selection.guid] = None
            for coding in selection.codings:
                codings[coding.guid] = None
        for coding in _codings(one.element):
            codings[coding.guid] = None
    taking.codings.update(zip(codings, taking.ids("Coding", list(codings), "coding"), strict=True))
    taking.marks.update(zip(marks, taking.ids("Mark", list(marks), "mark"), strict=True))


def _selections(element: TextElement | MediaElement | TranscriptElement) -> Iterator[Selection]:
    yield from element.selections
    if isinstance(element, MediaElement) and element.text is not None:
        yield from element.text.selections


def _codings(element: TextElement | MediaElement | TranscriptElement) -> Iterable[CodingElement]:
    if isinstance(element, TranscriptElement):
        return ()
    inner = element.text.codings if isinstance(element, MediaElement) and element.text is not None else ()
    return (*element.codings, *inner)


def _take_source(taking: Refi, one: Planned, placing: Placing) -> None:
    before = _before(taking, one)
    apart: list[int] = []
    element: TextElement | MediaElement | TranscriptElement
    if isinstance(one.element, TextElement):
        settled = _in_text(taking, one, one.element, one.element.selections)
        kept = _take(taking, one, settled, placing, before, apart, 0)
        element = msgspec.structs.replace(_without_text(one.element), selections=kept)
    elif isinstance(one.element, MediaElement):
        own = [(selection, _area_or_time(selection)) for selection in one.element.selections]
        kept = _take(taking, one, own, placing, before, apart, 0)
        element = msgspec.structs.replace(one.element, selections=kept)
        if one.element.text is not None:
            settled = _in_text(taking, one, one.element.text, one.element.text.selections)
            inner = _take(taking, one, settled, placing, before, apart, len(kept))
            words = msgspec.structs.replace(_without_text(one.element.text), selections=inner)
            element = msgspec.structs.replace(element, text=words)
        # Transcripts are sources of their own, and carried so.
        bare = tuple(TranscriptElement(guid=each.guid) for each in one.element.transcripts)
        element = msgspec.structs.replace(element, transcripts=bare)
    else:
        positions = {point.guid: point.position for point in one.points}
        by_sync = [(selection, _between(one, selection, positions)) for selection in one.element.selections]
        kept = _take(taking, one, by_sync, placing, before, apart, 0)
        element = msgspec.structs.replace(_without_text(one.element), selections=kept, sync_points=one.points)
    for coding in _codings(one.element):
        _code(taking, one, None, coding, _WHOLE, placing, same=_said(before, coding.guid) == coding)
    taking.carry(
        element, one.name, one.element.guid, kind="source", thing=one.source, apart=tuple(apart), here=_here(one),
        files=one.files,
    )  # fmt: skip


def _here(one: Planned) -> dict[str, str]:
    """What of a source is not as it was written: which recording a transcript is of, and that a text was empty."""
    element = one.element.text if isinstance(one.element, MediaElement) else one.element
    empty = {"empty": "1"} if element is not None and element.text == "" else {}
    return {"of": one.of, **empty} if one.of else empty


def _without_text(element: H) -> H:
    """The element without its words, which the study has as the text of a source."""
    if isinstance(element, MediaElement):
        return element
    return msgspec.structs.replace(element, text=None)


def _before(taking: Refi, one: Planned) -> dict[Guid, object]:
    """What the file said of selections and codings when it was taken in before."""
    row = taking.before.get((one.name, one.element.guid))
    if row is None or row.thing != one.source:
        return {}
    known = unpack(row, type(one.element), held_in(row))
    found: dict[Guid, object] = {each.guid: each for each in _selections(known)}
    found.update((each.guid, each) for each in _codings(known))
    return found


def _said(before: dict[Guid, object], guid: Guid) -> object:
    return before.get(guid)


def _in_text(
    taking: Refi, one: Planned, element: TextElement, selections: tuple[Selection, ...]
) -> list[tuple[Selection, _Place | None]]:
    """Selections with their places in the text, named by their words where they were."""
    if not selections:
        return []
    called = one.element.name or element.name or one.element.guid
    measured = Measured(one.raw, one.text) if one.raw else None
    settled = settle(called, measured, selections, taking.options.counting, taking.project.origin)
    if one.raw:
        taking.counted.append(settled.told)
    for place, what in settled.doubts:
        taking.doubt(called, place, what)
    runs = one.corrected
    found: list[tuple[Selection, _Place | None]] = []
    for selection, span in zip(selections, settled.spans, strict=True):
        if selection.kind != "text" or span is None or not 0 <= span[0] < span[1] <= len(one.text):
            found.append((selection, None))
            continue
        start, end = span
        first, last = taking.act.anchor(one.source, Span(start, end)) if runs else (str(start), str(end - 1))
        bare = msgspec.structs.replace(
            selection, start=start, end=end, name=named_by(selection.name, one.text[start:end])
        )
        found.append((bare, _Place("text", first, last)))
    return found


def _area_or_time(selection: Selection) -> _Place | None:
    if selection.kind in ("audio", "video"):
        if selection.start > selection.end:
            return None
        return _Place("time", from_ms=selection.start, to_ms=selection.end)
    if selection.kind not in ("picture", "pdf"):
        return None
    area = area_of(selection.page, selection.box, "px" if selection.kind == "picture" else "pt")
    return _Place("area", area=area)


def _between(one: Planned, selection: Selection, positions: dict[Guid, int | None]) -> _Place | None:
    """A selection of a transcript: the words between two synchronisation points."""
    start, end = positions.get(selection.from_sync), positions.get(selection.to_sync)
    if selection.kind != "transcript" or start is None or end is None or not 0 <= start < end <= len(one.text):
        return None
    return _Place("text", str(start), str(end - 1))


def _take(  # noqa: PLR0917 - what is taken, where, and where it is noted
    taking: Refi, one: Planned, placed: Iterable[tuple[Selection, _Place | None]], placing: Placing,
    before: dict[Guid, object], apart: list[int], first: int,
) -> tuple[Selection, ...]:  # fmt: skip
    kept: list[Selection] = []
    before_apart = len(apart)
    for number, (selection, place) in enumerate(placed, first):
        kept.append(selection)
        if selection.representation is not None:
            taking.tally_within(selection.representation)
        if place is None:
            apart.append(number)
            taking.tally("Coding", carried=len(selection.codings))
            continue
        same = before.get(selection.guid) == selection
        if not selection.codings:
            _mark(taking, one, selection, place, placing, same=same)
        for coding in selection.codings:
            _code(taking, one, selection, coding, place, placing, same=same)
    there = len(apart) - before_apart
    taking.tally("Selection", things=len(kept) - there, carried=there)
    return tuple(kept)


def _mark(taking: Refi, one: Planned, selection: Selection, place: _Place, placing: Placing, *, same: bool) -> None:
    thing = taking.marks[selection.guid]
    mark = Mark(
        id=thing, source=one.source, member=member_of(taking, selection.creating_user),
        note=selection.description or "", place=place.place, first=place.first, last=place.last, area=place.area,
        from_ms=place.from_ms, to_ms=place.to_ms,
    )  # fmt: skip
    placing.marks[thing] = mark
    if selection.notes:
        placing.of_selection[selection.guid] = mark
    if same:
        placing.settled.add(thing)


def _code(  # noqa: PLR0917 - where, with what, and where it is noted
    taking: Refi, one: Planned, selection: Selection | None, coding: CodingElement, place: _Place, placing: Placing,
    *, same: bool,
) -> None:  # fmt: skip
    code = taking.things.get(("Code", coding.code))
    if code is None:
        taking.tally("Coding", left=1)
        taking.lost(f"{one.element.name or one.element.guid}, coding {coding.guid}", "Its code is not in the project.")
        return
    user = coding.creating_user or (selection.creating_user if selection is not None else "")
    member = member_of(taking, user)
    thing = taking.codings[coding.guid]
    twin = placing.twins.setdefault(one.source, {}).setdefault((member, code[1], place), thing)
    placing.placed += 1
    row = Coding(
        id=twin, source=one.source, code=code[1], member=member, origin="import", place=place.place, first=place.first,
        last=place.last, area=place.area, from_ms=place.from_ms, to_ms=place.to_ms,
    )  # fmt: skip
    if twin == thing:
        placing.codings[thing] = row
        if same:
            placing.settled.add(thing)
    else:
        # The same member has the same code on the same place already.
        taking.codings[coding.guid] = twin
    if selection is not None and selection.notes:
        placing.of_selection.setdefault(selection.guid, row)
