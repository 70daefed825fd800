"""Taking in the sources of a REFI-QDA project: texts with their turns, and files kept whole in the vault.

A source goes by its text, or by its file where it has none, as all sources do; one that came before under the same
GUID with another text is corrected, so that what lies in it stays in place. A picture or PDF is an image or document
with its own file; the text that a project has of it is its text. A transcript is a source of its own.

What a careful reader would get wrong: two elements with the same words are one source here. Both are carried, each
with its own selections, and both leave again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import msgspec

from crosscase.importers.options import Known, people_of
from crosscase.importers.turns import Found, find_turns
from crosscase.model import Case, Id, Participant, Role, Source, Speaker, Turn
from crosscase.model.carrying import other_id
from crosscase.model.refi import Guid, MediaElement, SyncPoint, TextElement, TranscriptElement
from crosscase.model.refi_here import one_line
from crosscase.model.sources import SourceKind
from crosscase.verbs.checks import last_position
from crosscase.verbs.corrections import replace_text
from crosscase.verbs.refi_counting import settle_points
from crosscase.verbs.sources import as_text, source_id, study_key
from crosscase.verbs.take_refi_people import free_name
from crosscase.verbs.taking import folded
from crosscase.verbs.taking_refi import AT_ONCE, Refi
from crosscase.verbs.turns import speaker_id, turn_ids

Holding = TextElement | MediaElement | TranscriptElement

_NATURES: dict[str, SourceKind] = {
    "PictureSource": "image", "PDFSource": "document", "AudioSource": "recording", "VideoSource": "recording",
}  # fmt: skip


class Planned(msgspec.Struct):
    """A source as it is to be.

    Attributes:
        name: of the element it comes from: TextSource, MediaSource, Transcript.
        element: as it came.
        text: as the study has it; of a source that is there, what the file says.
        of, points, times: for a transcript, the recording, its synchronisation points by their places in the text,
            and those that have both a place and a time.
    """

    name: str
    element: Holding
    text: str
    raw: str
    source: Id = ""
    original: str = ""
    file: str = ""
    files: tuple[str, ...] = ()
    of: Guid = ""
    points: tuple[SyncPoint, ...] = ()
    times: tuple[tuple[int, int], ...] = ()
    there: bool = False
    corrected: bool = False
    refused: bool = False


def take_sources(taking: Refi) -> list[Planned]:
    """The sources; those that were planned, with their ids, for whatever lies in them."""
    act = taking.act
    planned = list(_planned(taking))
    key = study_key(act)
    live = {source.id: source for source in act.rows(Source)}
    taken = {folded(source.name) for source in live.values()}
    position = last_position(list(live.values()))
    fresh: dict[Id, Source] = {}
    words: dict[Id, str] = {}
    for one in planned:
        _identify(taking, one, key, live)
        if one.refused:
            continue
        if one.source in fresh:
            same = fresh[one.source].name
            what = "the same words" if one.text else "the same file and no words"
            taking.note(f"{_name(one)!r} has {what} as {same!r}: they are one source here, and leave as two.")
            continue
        if one.source in live:
            one.there = True
            _again(taking, one, live[one.source])
            continue
        name = _name(one)
        own = free_name(name, taken)
        if own != name:
            taking.note(f"There is a source {name!r} already; another is called {own!r} here.")
        fresh[one.source] = Source(
            id=one.source, name=own, nature=_nature(one), description=one.element.description or "", file=one.file,
            original=one.original, position=position + len(fresh),
        )  # fmt: skip
        words[one.source] = one.text
    once = act.existing(Source, fresh)
    taking.put(fresh.values())
    for one in planned:
        if not one.refused and one.source in taking.away:
            one.refused = True
            taking.tally(_tallied(one), things=-1, left=1)
    act.bring({source: text for source, text in words.items() if text and source not in once})
    _turns(taking, planned, set(fresh) - once, once - taking.away)
    return planned


def _planned(taking: Refi) -> Iterator[Planned]:
    for element in taking.project.sources:
        if isinstance(element, TextElement):
            yield _kept(taking, Planned("TextSource", element, "", element.text or ""), element.rich_path)
            continue
        raw = element.text.text or "" if element.text is not None else ""
        one = _kept(taking, Planned("MediaSource", element, "", raw), element.path, element.current_path)
        if element.text is not None and element.text.rich_path:
            rich = _keep(taking, element.text.rich_path)
            one.files = (rich,) if rich else ()
        yield one
        for transcript in element.transcripts:
            raw = transcript.text or ""
            heard = Planned("Transcript", transcript, "", raw, of=element.guid)
            heard.points = settle_points(raw, transcript.sync_points, taking.options.counting, taking.project.origin)
            heard.times = tuple(
                sorted(
                    (point.position, point.time)
                    for point in heard.points
                    if point.position is not None and point.time is not None
                )
            )
            yield _kept(taking, heard, transcript.rich_path)


def _kept(taking: Refi, one: Planned, *paths: str) -> Planned:
    """The same with its text as the study has texts, and its file in the vault."""
    one.text = as_text(one.raw)
    for path in filter(None, paths):
        one.file = PurePosixPath(path.replace("\\", "/")).name
        one.original = _keep(taking, path)
        if one.original:
            break
    return one


def _keep(taking: Refi, path: str) -> str:
    if not taking.files.has(path):
        return ""
    with taking.files.open(path) as stream:
        return taking.act.keep_file(stream)


def _identify(taking: Refi, one: Planned, key: str, live: dict[Id, Source]) -> None:
    """Find the id of a source: that of what came of the element before, else by its text or its file."""
    element, guid = one.name, one.element.guid
    own = source_id(one.text, key, original=one.original) or other_id(element, guid)
    earlier = taking.earlier(element, guid)
    if own not in live and earlier in live and earlier is not None:
        own, one.corrected = earlier, bool(one.text)
    if one.text and own not in live and taking.act.existing(Source, [own]) and taking.act.was_erased(own):
        one.refused = True
        taking.lost(f"{element} {one.element.name or guid}", "Its text was erased from this study; it stays out.")
        taking.tally(_tallied(one), left=1)
        return
    one.source = own
    taking.tally(_tallied(one), things=1)
    taking.became(element, guid, "source", own)
    if element != "Transcript":
        taking.things["Source", guid] = ("source", own)


def _tallied(one: Planned) -> str:
    return one.element.element if isinstance(one.element, MediaElement) else one.name


def _name(one: Planned) -> str:
    plain = one_line(one.element.name) or PurePosixPath(one.file).stem
    if plain:
        return plain
    return "Transcript" if one.name == "Transcript" else "Source"


def _nature(one: Planned) -> SourceKind:
    if isinstance(one.element, MediaElement):
        return _NATURES[one.element.element]
    return "transcript" if one.name == "Transcript" else "document"


def _again(taking: Refi, one: Planned, known: Source) -> None:
    """A source that is here: another text corrects it, and what was not known is filled in."""
    changed = False
    if one.corrected and taking.act.text(known.id) != one.text:
        replace_text(taking.act, known.id, one.text)
        changed = True
    if one.original and not known.original:
        taking.act.change(Source, known.id, original=one.original, file=one.file)
        changed = True
    if one.element.description and not known.description:
        taking.act.change(Source, known.id, description=one.element.description)
        changed = True
    taking.count("source", changed=changed, there=not changed)


def _turns(taking: Refi, planned: list[Planned], new: set[Id], back: set[Id]) -> None:
    """Speakers and turns of texts that came, found as in any other transcript."""
    act = taking.act
    known = Known(people=people_of(act.rows(Participant), act.rows(Case), act.rows(Role)))
    spoken: set[Id] = set()
    waiting = _Heard(taking)
    seen: set[Id] = set()
    for one in planned:
        if one.source not in new | back or one.source in seen or not one.text.strip():
            continue
        seen.add(one.source)
        found = find_turns(one.text, known=known)
        if found.speakers and isinstance(one.element, TextElement):
            spoken.add(one.source)
        people = {person.identifier: person.id for person in act.rows(Participant)} if known.people.by_name else {}
        waiting.take(_speakers(one, found, people), _spoken(one, found), back=one.source in back)
    waiting.put()
    act.change_all(Source, "nature", dict.fromkeys(sorted(spoken), "transcript"))


class _Heard:
    """Speakers and turns on their way in, put in many at a time: a large project has hundreds of thousands."""

    def __init__(self, taking: Refi) -> None:
        self._taking = taking
        self._speakers: dict[bool, list[Speaker]] = {True: [], False: []}
        self._turns: dict[bool, list[Turn]] = {True: [], False: []}

    def take(self, speakers: Iterable[Speaker], turns: Iterable[Turn], *, back: bool) -> None:
        """Those of one text; of one that was removed, they come back."""
        self._speakers[back] += speakers
        for turn in turns:
            self._turns[back].append(turn)
            if len(self._turns[back]) >= AT_ONCE:
                self.put()

    def put(self) -> None:
        """Put in what waits."""
        act, speakers, turns = self._taking.act, self._speakers, self._turns
        act.add_all(speakers[False])
        act.add_all(turns[False])
        act.ensure_all(speakers[True])
        act.ensure_all(turns[True])
        self._taking.count("speaker", added=len(speakers[False]) + len(speakers[True]))
        self._taking.count("turn", added=len(turns[False]) + len(turns[True]))
        for back in (True, False):
            speakers[back].clear()
            turns[back].clear()


def _speakers(one: Planned, found: Found, people: dict[str, Id]) -> Iterator[Speaker]:
    for record in found.speakers:
        yield Speaker(
            id=speaker_id(one.source, record.label), source=one.source, label=record.label, voice=record.voice,
            participant=people.get(record.participant),
        )  # fmt: skip


def _spoken(one: Planned, found: Found) -> Iterator[Turn]:
    firsts = [str(turn.start) for turn in found.turns]
    speakers = {label: speaker_id(one.source, label) for label in {turn.speaker for turn in found.turns} if label}
    for thing, first, turn in zip(turn_ids(one.source, firsts), firsts, found.turns, strict=True):
        from_ms, to_ms = _times(one, turn.start, turn.end)
        yield Turn(
            id=thing, source=one.source, first=first, last=str(turn.end - 1), nature=turn.nature,
            speaker=speakers.get(turn.speaker),
            from_ms=turn.from_ms if turn.from_ms is not None else from_ms,
            to_ms=turn.to_ms if turn.to_ms is not None else to_ms,
        )  # fmt: skip


def _times(one: Planned, start: int, end: int) -> tuple[int | None, int | None]:
    """When a stretch of a transcript was said, by its synchronisation points: those at or before it, and after it."""
    before = bisect_right(one.times, start, key=_position)
    after = bisect_left(one.times, end, key=_position)
    if not before:
        return None, None
    return one.times[before - 1][1], one.times[after][1] if after < len(one.times) else None


def _position(time: tuple[int, int]) -> int:
    return time[0]
