"""Taking in documents: sources with their originals, texts, speakers and turns, all of them in bulk.

A document that names what does not exist, or whose turns do not lie within its text, is refused whole; the others are
taken. A document whose text is in the study already is reported, and only what was not known of its source is filled
in: a case, an interview, a date, whose voice a label is. One that was removed is brought back with its turns.

What a careful reader would get wrong: another version of a text is another source. Where a source of the same name has
nearly the same words, the document is refused, because correcting that source keeps its codings in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from crosscase.errors import CrosscaseError, RefusedError
from crosscase.model import Id, Source, Speaker, Turn, derived_id
from crosscase.model.bundle import Document
from crosscase.model.values import date_or_as_given
from crosscase.verbs.checks import counted, last_position
from crosscase.verbs.sources import ErasedSourceError, as_text, keep_original, source_id, study_key
from crosscase.verbs.take_meetings import (
    Implied,
    meeting_of,
    refuse_meetings,
    shared_case,
    take_interviews,
    take_topics,
)
from crosscase.verbs.taken import KnownDocument
from crosscase.verbs.taking import Taking, folded, named, no_such
from crosscase.verbs.turns import speaker_id, turn_ids

_TWINS = 8
_SHINGLE = 4
"""Words in a row that two versions of a text have in common."""


class CannotTakeError(RefusedError):
    """A document that is not taken in."""

    code = "cannot-take"


class AnotherVersionError(RefusedError):
    """A document that is another version of a source."""

    code = "another-version"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is a source {name!r}, and this is another version of its text. Correct that source, so that its "
            "codings stay in place; or rename it, if both are to be kept."
        )


class Planned(msgspec.Struct):
    """A document that can be taken in.

    Attributes:
        there: the source that has its text already.
    """

    document: Document
    source: Id
    name: str
    case: Id | None
    participants: list[Id]
    there: Source | None = None
    once: bool = False
    original: str = ""
    interview: Id | None = None


def take_documents(taking: Taking) -> None:
    """All documents, with the interviews that they come from."""
    refused = refuse_meetings(taking)
    ready = _plan(taking, refused)
    meetings = [_meeting(one) for one in ready]
    take_interviews(taking, meetings, refused)
    for one, meeting in zip(ready, meetings, strict=True):
        one.interview = taking.interviews.get(folded(meeting.name)) if meeting.name else None
    fresh = [one for one in ready if one.there is None]
    _write_sources(taking, fresh)
    _fill(taking, [one for one in ready if one.there is not None])
    bare = _without_turns(taking, ready)
    _write_turns(taking, fresh, bare)
    for one in ready:
        taking.documents[one.document.key] = one.source
        taking.owners.append(("source", one.source, one.document.key, one.document.attributes))


def take_values(taking: Taking) -> None:
    """Values of attributes, and the case, of sources that may have been there before."""
    cases: dict[Id, Id] = {}
    for record in taking.bundle.values:
        found = taking.places.sources(record.document) if record.document else []
        if len(found) != 1:
            taking.refuse("sources", record.document, no_such("document", record.document))
            continue
        taking.owners.append(("source", found[0], record.document, record.attributes))
        case = taking.cases.get(folded(record.case))
        if case:
            cases[found[0]] = case
    known = taking.act.rows(Source, id=list(cases)) if cases else []
    fresh = {one.id: cases[one.id] for one in known if one.case is None}
    taking.act.change_all(Source, "case", fresh)
    taking.count("source", changed=len(fresh))


def _meeting(one: Planned) -> Implied:
    return Implied(one.document, meeting_of(one.document, one.name), one.there.interview if one.there else None)


# Which documents can be taken


def _plan(taking: Taking, refused: set[str]) -> list[Planned]:
    """The documents that can be taken in, with their sources; the others are refused."""
    key = study_key(taking.act)
    live = taking.act.rows(Source)
    by_id = {source.id: source for source in live}
    by_name = named(live, lambda source: source.name)
    found: dict[Id, Planned] = {}
    lain_on = {
        one.document for records in (taking.bundle.codings, taking.bundle.marks, taking.bundle.memos) for one in records
    }
    twins: dict[str, Planned] = {}
    for document in taking.bundle.documents:
        try:
            if folded(document.interview) in refused and document.interview:
                raise CannotTakeError(f"Its interview {document.interview!r} was refused.")
            one = _planned(taking, document, key, by_id, by_name)
            same = found.get(one.source)
            if same is not None:
                if document.key not in lain_on:
                    raise CannotTakeError(f"Its text is the same as that of {same.document.key!r}.")
                twins[document.key] = same
                continue
            if one.there is None and document.original and not one.original:
                one.original = keep_original(taking.act, document.original)
        except CrosscaseError as error:
            _refuse(taking, document, error.message)
            continue
        found[one.source] = one
        by_name.setdefault(folded(one.name), Source(id=one.source, name=one.name))
    once = taking.act.existing(Source, found)
    for source, one in found.items():
        one.once = source in once
    _say_twins(taking, twins)
    return list(found.values())


def _say_twins(taking: Taking, twins: dict[str, Planned]) -> None:
    """What lies on a text that comes twice, as from two coders, lies on the one source there is of it."""
    if not twins:
        return
    taking.documents |= {key: one.source for key, one in twins.items()}
    same = [f"{key!r} = {one.document.key!r}" for key, one in list(twins.items())[:_TWINS]]
    more = f" and {len(twins) - _TWINS:,} more" if len(twins) > _TWINS else ""
    text = "A text came" if len(twins) == 1 else f"{len(twins):,} texts came"
    taking.note(f"{text} twice and is one source, on which both codings lie: {', '.join(same)}{more}.")


def _planned(
    taking: Taking, document: Document, key: str, by_id: dict[Id, Source], by_name: dict[str, Source]
) -> Planned:
    """What is to become of a document.

    Raises:
        CrosscaseError: it cannot be taken in.
    """
    reason = _wrong(taking, document)
    if reason:
        raise CannotTakeError(reason)
    # Without a text, the file is what says whether it is the same.
    original = keep_original(taking.act, document.original) if document.original and not document.text else ""
    if not document.text and not original:
        raise CannotTakeError("It has neither a text nor a file.")
    source = _id(document, key, original)
    there = by_id.get(source)
    if there is None and source and taking.act.was_erased(source):
        raise ErasedSourceError(document.name or document.key)
    name = " ".join(document.name.split()) or document.key
    if there is None:
        name = _own_name(taking, document, name, by_name)
    people = [taking.participants[folded(one)] for one in document.participants]
    case = taking.cases.get(folded(document.case)) or shared_case(taking, people)
    return Planned(document, source, name, case, people, there, original=original)


def _id(document: Document, key: str, original: str) -> Id:
    """The id of a document's source; that of an answer is made of who answered what, since many say only `No`."""
    if document.nature == "answer" and document.participants:
        return derived_id("answer", *map(folded, document.participants), document.key, key=key)
    return source_id(document.text, key, original=original)


def _refuse(taking: Taking, document: Document, reason: str) -> None:
    taking.refuse(document.file or document.key, "", reason)


def _wrong(taking: Taking, document: Document) -> str:
    """Why a document cannot be taken in; empty: it can.

    Raises:
        UnwritableTextError: there is something in its text that is no character.
    """
    people = (*document.participants, *(one.participant for one in document.speakers if one.participant))
    missing = [no_such("participant", one) for one in dict.fromkeys(people) if folded(one) not in taking.participants]
    if document.case and folded(document.case) not in taking.cases:
        missing.insert(0, no_such("case", document.case))
    if missing:
        return " ".join(missing)
    if not document.key:
        return "It has no key."
    if as_text(document.text) != document.text:
        return "Its line ends are not settled, so that its turns would not lie where they should."
    length = len(document.text)
    outside = [turn for turn in document.turns if not 0 <= turn.start < turn.end <= length]
    return f"The turn {outside[0].start} to {outside[0].end} does not lie within its text." if outside else ""


def _own_name(taking: Taking, document: Document, name: str, by_name: dict[str, Source]) -> str:
    """A name that no other source has.

    Raises:
        CannotTakeError: the source of that name has nearly the same words.
    """
    twin = by_name.get(folded(name))
    if twin is None:
        return name
    if _same_words(taking.act.text(twin.id), document.text):
        raise AnotherVersionError(twin.name)
    number = 2
    while folded(f"{name} ({number})") in by_name:
        number += 1
    taking.note(f"There is a source {twin.name!r} already; {document.key} is taken in as {name} ({number}).")
    return f"{name} ({number})"


def _same_words(one: str, other: str) -> bool:
    """Whether two texts have most of their words in a row in common."""
    first, second = (
        {tuple(words[n : n + _SHINGLE]) for n in range(len(words))} for words in (one.split(), other.split())
    )
    return 2 * len(first & second) > min(len(first), len(second))


# Writing


def _write_sources(taking: Taking, fresh: Sequence[Planned]) -> None:
    """The sources and their texts; those that were removed come back."""
    act = taking.act
    position = last_position(act.rows(Source))
    rows = [
        Source(
            id=one.source,
            name=one.name,
            nature=one.document.nature,
            case=one.case,
            participant=_about(one),
            interview=one.interview,
            language=one.document.language,
            date=date_or_as_given(one.document.date),
            file=one.document.file,
            encoding=one.document.encoding,
            original=one.original,
            position=position + n,
        )
        for n, one in enumerate(fresh)
    ]
    act.ensure_all(rows, keep=("description", "position"))
    act.bring({one.source: one.document.text for one in fresh if one.document.text and not one.once})
    taking.count("source", added=len(fresh))
    back = [one.document.key for one in fresh if one.once]
    if back:
        shown = ", ".join(back[:5]) + (" …" if len(back) > 5 else "")
        taking.note(f"{counted(len(back), 'source')} had been removed and came back: {shown}.")


def _about(one: Planned) -> Id | None:
    """Whom a source is about. In a transcript that shows nobody speaking, not all words are the participant's."""
    alone = len(one.participants) == 1 and (one.document.turns or one.document.nature != "transcript")
    return one.participants[0] if alone else None


def _fill(taking: Taking, known: Sequence[Planned]) -> None:
    """Fill in what was not known of sources that are there."""
    changes: dict[str, dict[Id, Any]] = {}
    voices = _voices(taking, known)
    for one in known:
        if one.there is None:
            continue
        given: dict[str, Any] = {
            "case": one.case,
            "participant": _about(one),
            "interview": one.interview,
            "language": one.document.language,
            "date": date_or_as_given(one.document.date),
        }
        filled = [name for name, value in given.items() if value and not getattr(one.there, name)]
        for name in filled:
            changes.setdefault(name, {})[one.source] = given[name]
        if one.source in voices:
            filled.append("voices")
        differs = one.document.nature == "answer" and taking.act.text(one.source) != one.document.text
        if differs:
            taking.note(f"{one.document.key}: the answer in the study has other words, and was left as it is.")
        taking.known.append(KnownDocument(one.document.key, one.source, one.there.name, tuple(filled)))
        taking.count("source", changed=bool(filled), there=not filled)
    for name, values in changes.items():
        taking.act.change_all(Source, name, values)


def _voices(taking: Taking, known: Sequence[Planned]) -> set[Id]:
    """Give speakers whose voice was not known the voice they have in the bundle; the sources where that was so."""
    given = {
        speaker_id(one.source, record.label): (record.voice, taking.participants.get(folded(record.participant)))
        for one in known
        for record in one.document.speakers
        if record.voice != "unassigned"
    }
    open_ones = taking.act.rows(Speaker, id=list(given), voice="unassigned") if given else []
    taking.act.change_all(Speaker, "voice", {each.id: given[each.id][0] for each in open_ones})
    taking.act.change_all(Speaker, "participant", {each.id: given[each.id][1] for each in open_ones})
    taking.count("speaker", changed=len(open_ones))
    return {each.source for each in open_ones}


def _without_turns(taking: Taking, ready: Sequence[Planned]) -> list[Planned]:
    """Documents whose sources may have rows of turns already, and need theirs: brought back, or there without any."""
    there = {one.source: one for one in ready if one.there is not None and one.document.turns}
    if there:
        # Nearly every source with turns has speakers, and those are few to look through.
        speaking = {each.source for each in taking.act.rows(Speaker, source=list(there))}
        there = {source: one for source, one in there.items() if source not in speaking}
        having = {each.source for each in taking.act.rows(Turn, source=list(there))}
        there = {source: one for source, one in there.items() if source not in having}
    return [*(one for one in ready if one.there is None and one.once), *there.values()]


def _write_turns(taking: Taking, fresh: Sequence[Planned], bare: Sequence[Planned]) -> None:
    """Speakers and turns: one bulk for the sources that are new, one for those that may have some."""
    act = taking.act
    new = [one for one in fresh if not one.once]
    topics, questions = take_topics(taking, [one.document for one in (*new, *bare)])
    speakers = [row for one in new for row in _speakers(taking, one)]
    turns = [row for one in new for row in _turns(one, topics, questions)]
    act.add_all(speakers)
    act.add_all(turns)
    spoken = [row for one in bare for row in _speakers(taking, one)]
    held = [row for one in bare for row in _turns(one, topics, questions)]
    act.ensure_all(spoken)
    # Where a turn begins and ends may have been corrected since, and whether it was declined been said.
    act.ensure_all(held, keep=("place", "first", "last", "declined"))
    taking.count("speaker", added=len(speakers) + len(spoken))
    taking.count("turn", added=len(turns) + len(held))


def _speakers(taking: Taking, one: Planned) -> Iterator[Speaker]:
    listed = {record.label: record for record in one.document.speakers if record.label}
    for label in dict.fromkeys((*listed, *(turn.speaker for turn in one.document.turns if turn.speaker))):
        record = listed.get(label)
        person = taking.participants.get(folded(record.participant)) if record and record.participant else None
        yield Speaker(
            id=speaker_id(one.source, label),
            source=one.source,
            label=label,
            voice=record.voice if record else "unassigned",
            participant=person,
        )


def _turns(one: Planned, topics: dict[str, Id], questions: dict[str, Id]) -> Iterator[Turn]:
    source, spoken = one.source, one.document.turns
    speakers: dict[str, Id | None] = {label: speaker_id(source, label) for label in {turn.speaker for turn in spoken}}
    speakers[""] = None
    firsts = [str(turn.start) for turn in spoken]
    for thing, first, turn in zip(turn_ids(source, firsts), firsts, spoken, strict=True):
        yield Turn(
            id=thing,
            source=source,
            first=first,
            last=str(turn.end - 1),
            from_ms=turn.from_ms,
            to_ms=turn.to_ms,
            speaker=speakers[turn.speaker],
            nature=turn.nature,
            question=questions.get(folded(turn.question)) if turn.question else None,
            topic=topics.get(folded(turn.topic)) if turn.topic else None,
        )
