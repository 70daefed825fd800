"""Where real names stand in a study, and which words may be names.

A name is looked for as it is written, as words of its own: `Katrin` is not found in `Katrins`, `KATRIN` or
`katrin.docx`. Guessing at inflected forms would replace what is no name (`Mark`, `Rose`, `May`), so they are listed
instead (`near`), and a person says which of them are to be replaced as well.

What a careful reader would get wrong: all versions count. A name in a sentence that was corrected away, in a removed
memo or in an original file is in the study as much as one on the screen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from crosscase.journal.changes import Erased
from crosscase.model import KINDS, Id, Kind, Row, Source, Span, kind_named
from crosscase.reads.held import Held, Spoken
from crosscase.reads.withdrawal import Reach, with_mentions
from crosscase.store.store import Store

_LEAST = 2
_SENTENCE_ENDS = frozenset(".!?…:;\n\"'“”‘’«»([-–—*>")
_WORD = re.compile(r"[^\W\d_](?:[\w]|['’](?=\w))*")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a name stands now.

    Attributes:
        kind, thing, field: the row and the field; for the text of a source: source, its id, text.
        start, end: code points of that field as it reads now (in a list: of the item).
        before, name, after: the name with what stands around it.
        becomes: what will stand there.
    """

    kind: str
    thing: Id
    field: str
    start: int
    end: int
    before: str
    name: str
    after: str
    becomes: str


class Suggestion(msgspec.Struct, frozen=True):
    """Words that may be a name, how often they stand in texts, and one place."""

    words: str
    count: int
    source: str
    example: str


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these names as words of their own, the longest first; as erasing looks for them."""
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest))


def replaced(text: str, names: Mapping[str, str], wanted: re.Pattern[str] | None = None) -> str:
    """A text with what stands for each name in its place."""
    return (wanted or pattern(names)).sub(lambda found: names[found.group()], text)


def spans_of(text: str, wanted: re.Pattern[str]) -> list[Span]:
    """Where names stand in a text."""
    return [Span(*found.span()) for found in wanted.finditer(text)]


def worded(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that hold words."""
    return tuple(field.name for field in kind.stored if field.words)


def rows_with(rows: Iterable[Row], kind: Kind, wanted: re.Pattern[str]) -> Iterator[tuple[Row, str, Any]]:
    """Rows of a kind with the fields in which a name stands (row, field, value)."""
    fields = worded(kind)
    for row in rows:
        for name in fields:
            value = getattr(row, name)
            texts = value if isinstance(value, tuple) else (value,)
            if any(text and wanted.search(text) for text in texts):
                yield row, name, value


def reach_of_names(store: Store, thing: Id, names: Iterable[str]) -> Reach:
    """What taking these names out of the whole study touches; `thing` is the row of the study's settings."""
    wanted = pattern(names)
    with store.reading() as connection:
        study = Held.read(store, connection)
        spoken = Spoken(study)
        # One place for each name is enough, so that who merges later can tell what it was.
        named: dict[str, list[tuple[int, int]]] = {}
        missing = set(names)
        for cell, (words, _, _) in sorted(study.cells.items()):
            for span in spans_of(words, wanted) if missing else ():
                if words[span.start : span.end] in missing:
                    missing.discard(words[span.start : span.end])
                    named.setdefault(cell, []).append((span.start, len(span)))
        for source in store.rows(Source):
            # A name of which a letter was corrected lies in several pieces, and in none of them as a whole.
            spans = spans_of(store.text(source.id), wanted)
            if spans:
                runs = study.runs(source.id)
                pieced = [runs.anchor(span) for span in spans if len(runs.stretches(span)) > 1]
                if pieced:
                    spoken.within(study.texts([source.id])[source.id], pieced)
        change = Erased(
            "study", thing, {}, spoken=spoken.done(), named={cell: tuple(found) for cell, found in named.items()}
        )
        return with_mentions(study, change, set(), names=tuple(names))


def places(store: Store, names: Mapping[str, str], around: int = 30) -> list[Place]:
    """Every place where one of these names stands now, in texts and in all other words of the study."""
    wanted = pattern(names)
    found: list[Place] = []

    def note(kind: str, thing: Id, field: str, text: str) -> None:
        for span in spans_of(text, wanted):
            name = text[span.start : span.end]
            found.append(
                Place(
                    kind=kind, thing=thing, field=field, start=span.start, end=span.end,
                    before=text[max(0, span.start - around) : span.start], name=name,
                    after=text[span.end : span.end + around], becomes=names[name],
                )
            )  # fmt: skip

    with store.reading():
        for source in sorted(store.rows(Source), key=lambda one: (one.position, one.name)):
            note("source", source.id, "text", store.text(source.id))
        for kind in KINDS:
            if worded(kind):
                for row, field, value in rows_with(store.rows(kind.row), kind, wanted):
                    for text in value if isinstance(value, tuple) else (value,):
                        note(kind.name, row.id, field, text)
    return found


def near(store: Store, names: Iterable[str]) -> dict[str, int]:
    """Words that a name may be in all the same, and that are not replaced; how often they stand, in any version.

    It is in them with its capitals (`Katrins`), or in other letters with no letter beside it (`KATRIN`, `katrin_2`).
    """
    known = sorted(set(names), key=lambda name: (-len(name), name))
    exact = pattern(known)
    parts = [rf"\w*{re.escape(name)}\w*|\w*(?<![^\W\d_])(?i:{re.escape(name)})(?![^\W\d_])\w*" for name in known]
    loose = re.compile("|".join(parts))
    found: Counter[str] = Counter()
    with store.reading() as connection:
        for words, _, _ in Held.read(store, connection).cells.values():
            found.update(one.group() for one in loose.finditer(exact.sub("", words)))
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def suggestions(store: Store, least: int = _LEAST, known: Iterable[str] = ()) -> list[Suggestion]:
    """Words of transcripts that may be names: written with a capital inside sentences, and never without one.

    Args:
        least: how often they have to stand there.
        known: names and pseudonyms that are not suggested any more.
    """
    counts: Counter[str] = Counter()
    examples: dict[str, tuple[str, str]] = {}
    small: set[str] = set()
    left_out = {word.casefold() for one in known for word in (one, *one.split())}
    with store.reading():
        sources = sorted(store.rows(Source), key=lambda one: (one.position, one.name))
        for source in sources:
            text = store.text(source.id)
            small.update(word.group() for word in _WORD.finditer(text) if word.group().islower())
            for words, span in _capitals(text):
                counts[words] += 1
                example = " ".join(text[max(0, span.start - 25) : span.end + 25].split())
                examples.setdefault(words, (source.name, example))
    return [
        Suggestion(words, count, *examples[words])
        for words, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
        and words.casefold() not in left_out
        and not all(part.casefold() in small or part.casefold() in left_out for part in words.split())
    ]


def _capitals(text: str) -> Iterator[tuple[str, Span]]:
    """Capitalised words inside sentences, those that stand side by side together."""
    start = end = -1
    for word in _WORD.finditer(text):
        at = word.start() - 1
        while at >= 0 and text[at] in " \t":
            at -= 1
        first = at < 0 or text[at] in _SENTENCE_ENDS
        stem = re.split("['’]", word.group())[0]  # `I've` is none, `Anna's` is
        name = len(stem) > 1 and stem[0].isupper() and not stem.isupper()
        if start >= 0 and name and not first and text[end : word.start()] == " ":
            end = word.end()
            continue
        if start >= 0:
            yield text[start:end], Span(start, end)
        start, end = (word.start(), word.end()) if name and not first else (-1, -1)
    if start >= 0:
        yield text[start:end], Span(start, end)


def kinds_mentioned(reach: Reach) -> list[Kind]:
    """The kinds of rows in which names stand, apart from texts."""
    return [kind_named(name) for name in sorted({mention.kind for mention in reach.mentions}) if name != "entry"]
