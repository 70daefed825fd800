"""Putting pseudonyms in the place of names in what files brought, before any of it is taken in.

Texts, labels, titles, names of files, and every other word of the bundle are changed at once and alike, where a name
stands as words of its own; turns, codings, marks and memos are moved to where their words lie afterwards. The study
never gets to know the names: the original file of a document in which one stood is not kept with it.

What a careful reader would get wrong: only what is listed is replaced, as it is written (`Katrin` is not in `KATRIN`).
The files on the researcher's disk are not touched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, get_type_hints

import msgspec

from crosscase.errors import BadValueError
from crosscase.importers.names import Wanted
from crosscase.model.bundle import Bundle, Document, PlacedRecord, Record, SpeakerRecord

_WORDED: dict[type, tuple[str, ...]] = {}
_TEXTS = (str, tuple[str, ...], dict[str, str])
_TOLD = frozenset({"losses", "choices", "refusals"})
"""What is said about the files, to whoever has them; it is not taken in."""


class OneVoiceError(BadValueError):
    """Two who speak in one document would be one."""

    code = "one-voice"

    def __init__(self, document: str, label: str) -> None:
        super().__init__(
            f"In {document}, two who speak would both be called {label!r}, and nobody could tell whose words are "
            "whose. Give them different pseudonyms. Nothing was changed."
        )


def renamed(bundle: Bundle, names: Mapping[str, str]) -> Bundle:
    """The bundle with what stands for each name in its place.

    Args:
        names: every way in which names are written, with what is to stand there.

    Raises:
        OneVoiceError: two speakers of a document could not be told from each other afterwards.
    """
    if not names:
        return bundle
    wanted = Wanted(names)
    # In each text the stretches that are replaced, and by how much longer each is afterwards.
    found = {
        one.key: [
            (start, end, len(names[one.text[start:end]]) - (end - start)) for start, end in wanted.finds(one.text)
        ]
        for one in bundle.documents
    }
    fields = {
        name: tuple(
            _document(one, names, wanted) if isinstance(one, Document) else _record(_placed(one, found), names, wanted)
            for one in records
        )
        for name in Bundle.__struct_fields__
        if name not in _TOLD and (records := getattr(bundle, name))
    }
    return msgspec.structs.replace(bundle, **fields)


def places(bundle: Bundle, names: Mapping[str, str]) -> int:
    """At how many places of the texts one of these names stands."""
    wanted = Wanted(names) if names else None
    return sum(1 for one in bundle.documents for _ in wanted.finds(one.text)) if wanted else 0


def _record(record: Record, names: Mapping[str, str], wanted: Wanted) -> Record:
    changed = {
        name: new
        for name in _worded(type(record))
        if (new := _words(getattr(record, name), names, wanted)) != getattr(record, name)
    }
    return msgspec.structs.replace(record, **changed) if changed else record


def _placed(record: Record, found: Mapping[str, list[tuple[int, int, int]]]) -> Record:
    """What lies on a stretch of a document, where that is afterwards; a name it begins or ends in is all in it."""
    if not isinstance(record, PlacedRecord) or record.start < 0 or not found.get(record.document):
        return record
    start, end, ahead, inside = record.start, record.end, 0, 0
    for first, last, grows in found[record.document]:
        if last <= record.start:
            ahead += grows
        elif first < record.end:
            start, end = min(start, first), max(end, last)
            inside += grows
    return msgspec.structs.replace(record, start=start + ahead, end=end + ahead + inside)


def _document(one: Document, names: Mapping[str, str], wanted: Wanted) -> Document:
    text, moved = _moved(one.text, names, wanted)
    speakers = tuple(
        SpeakerRecord(
            label=_words(each.label, names, wanted), voice=each.voice,
            participant=_words(each.participant, names, wanted),
            why=_words(each.why, names, wanted),
        )
        for each in one.speakers
    )  # fmt: skip
    labels = [each.label for each in speakers]
    twice = next((label for label in labels if labels.count(label) > 1), None)
    if twice is not None and len({each.label for each in one.speakers}) == len(labels):
        raise OneVoiceError(one.name, twice)
    turns = tuple(
        msgspec.structs.replace(
            turn, start=moved(turn.start), end=moved(turn.end), speaker=_words(turn.speaker, names, wanted),
            question=_words(turn.question, names, wanted), topic=_words(turn.topic, names, wanted),
        )
        for turn in one.turns
    )  # fmt: skip
    plain = {
        name: _words(getattr(one, name), names, wanted)
        for name in _worded(Document)
        if name not in {"text", "original"}
    }
    before = (one.text, *(getattr(one, name) for name in plain), *(each.label for each in one.speakers))
    after = (text, *plain.values(), *labels)
    original = one.original if before == after or not one.text else None
    return msgspec.structs.replace(one, **plain, text=text, speakers=speakers, turns=turns, original=original)


def _moved(text: str, names: Mapping[str, str], wanted: Wanted) -> tuple[str, Any]:
    """The text with the names replaced, and where an offset of the old one lies in it.

    An offset within a name, which no turn should have, comes to lie behind what stands for it.
    """
    ends: list[int] = []
    shifts: list[int] = [0]
    pieces: list[str] = []
    last = 0
    for start, end in wanted.finds(text):
        becomes = names[text[start:end]]
        pieces += [text[last:start], becomes]
        last = end
        ends.append(end)
        shifts.append(shifts[-1] + len(becomes) - (end - start))

    def moved(offset: int) -> int:
        # All names that end at or before the offset have moved it.
        return offset + shifts[bisect_left(ends, offset + 1)]

    return "".join([*pieces, text[last:]]), moved


def _words(value: Any, names: Mapping[str, str], wanted: Wanted) -> Any:
    """A text, or texts, with the names replaced."""
    if isinstance(value, tuple):
        return tuple(_words(item, names, wanted) for item in value)
    if isinstance(value, dict):
        return {key: _words(item, names, wanted) for key, item in value.items()}
    return wanted.replaced(value, names)


def _worded(record: type) -> tuple[str, ...]:
    """The fields of a record that hold words as they were written; fixed words of ours are none."""
    if record not in _WORDED:
        hints = get_type_hints(record)
        _WORDED[record] = tuple(name for name in record.__struct_fields__ if hints[name] in _TEXTS)  # type: ignore[attr-defined]
    return _WORDED[record]
