"""Where the records of a bundle lie: in a document that comes with it, or in a source that the study has.

A record names its document by the bundle's key, or a source of the study by its name or its file's; one that names none
lies where its words stand, if there is one such place. Its numbers and its words are settled by `model.quoting`.

What a careful reader would get wrong: numbers count the characters of the text that came with the bundle, which are the
addresses of its first version; in a source that was there before they count the text as it reads now.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import Any

import msgspec

from crosscase.model import Id, Source, Span
from crosscase.model.bundle import CodingRecord, MarkRecord, PlacedRecord
from crosscase.model.places import PlaceKind
from crosscase.model.quoting import Settled, Text, settle
from crosscase.verbs.taken import OpenWords
from crosscase.verbs.taking import Taking, folded, no_such

_SHOWN = 5


class Lying(msgspec.Struct, frozen=True):
    """A place in a source, as rows have it.

    Attributes:
        first, last: addresses of the first and the last character of a place in a text.
    """

    source: Id
    first: str = ""
    last: str = ""
    area: tuple[str, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """For a row that lies here."""
        kind: PlaceKind = "area" if self.area else "time" if self.from_ms is not None else "text"
        return {**msgspec.structs.asdict(self), "place": kind}


class Lost(msgspec.Struct, frozen=True):
    """Why a record lies nowhere; empty: its document was refused, which is said once.

    Attributes:
        source, places: where it may lie, where that is several places of one source.
    """

    reason: str
    source: str = ""
    places: tuple[str, ...] = ()

    def opened(
        self, record: CodingRecord | MarkRecord, *, code: str = "", comment: str = "", weight: int = 0
    ) -> tuple[OpenWords, ...]:
        """What waits for somebody to say which place is meant; empty: something else is wrong."""
        if not self.places:
            return ()
        return (OpenWords(record.place, self.source, code, record.quote, self.places, record.member, comment, weight),)


class Places:
    """The texts of one bundle being taken in, and those of the study as far as they are named."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._own = {document.key: document for document in taking.bundle.documents}
        self._texts: dict[Id, Text] = {}
        self._named: dict[str, list[Id]] | None = None
        self._everywhere: list[Id] | None = None

    def of(self, record: PlacedRecord) -> Lying | Lost:
        """Where a record lies."""
        if record.document in self._own and record.document not in self.taking.documents:
            return Lost("")
        sources = self.sources(record.document)
        if not record.document and len(sources) > 1:
            sources = [one for one in sources if self._text(one).find(record.quote)]
        if len(sources) == 1:
            return self._in(sources[0], record)
        if record.document:
            many = f"{len(sources)} sources are called {record.document!r}. Give them names that differ."
            return Lost(many if sources else no_such("document", record.document))
        said = f"The words {_short(record.quote)} stand in"
        names = ", ".join(repr(self._name(one)) for one in sources[:_SHOWN])
        return Lost(
            f"{said} {names}. Say which in a column 'document'." if sources else f"{said} no source of the study."
        )

    def sources(self, name: str) -> list[Id]:
        """The sources that a record may mean."""
        if name in self.taking.documents:
            return [self.taking.documents[name]]
        if name:
            return self._by_name().get(folded(name), [])
        if self._everywhere is None:
            own = list(dict.fromkeys(self.taking.documents.values()))
            self._everywhere = own or [one.id for one in self._in_order() if one.length]
        return self._everywhere

    def _in(self, source: Id, record: PlacedRecord) -> Lying | Lost:
        if record.area or record.from_ms is not None:
            return Lying(source, area=record.area, from_ms=record.from_ms, to_ms=record.to_ms)
        text = self._text(source)
        if not record.quote:
            inside = 0 <= record.start < record.end <= len(text.text)
            return self._lying(source, record.start, record.end) if inside else Lost("It does not lie within the text.")
        found = settle(
            text, record.quote, record.start, record.end, before=record.before, after=record.after,
            occurrence=record.occurrence,
        )  # fmt: skip
        if found.span is not None:
            return self._lying(source, *found.span)
        name = self._name(source)
        several = found.how == "several"
        shown = tuple(text.around(*place) for place in found.places) if several else ()
        return Lost(self._unclear(record, name, text, found), name if several else "", shown)

    def _unclear(self, record: PlacedRecord, name: str, text: Text, found: Settled) -> str:
        """Why words have no place, with every place there is."""
        if not found.places:
            return f"The words {_short(record.quote)} do not stand in {name!r}."
        if record.occurrence:
            return f"The words {_short(record.quote)} stand in {name!r} only {len(found.places)} times."
        shown = [f"{at}: {text.around(*place)}" for at, place in enumerate(found.places[:_SHOWN], 1)]
        more = f" | and {len(found.places) - _SHOWN} more" if len(found.places) > _SHOWN else ""
        return (
            f"The words {_short(record.quote)} stand in {name!r} {len(found.places)} times. Say which by its number in "
            f"a column 'occurrence', or quote more: {' | '.join(shown)}{more}"
        )

    def _lying(self, source: Id, start: int, end: int) -> Lying:
        if self._document(source) is not None:
            return Lying(source, str(start), str(end - 1))
        return Lying(source, *self.taking.act.anchor(source, Span(start, end)))

    def _document(self, source: Id) -> str | None:
        """The text that came with the bundle for a source."""
        return self._came.get(source)

    @cached_property
    def _came(self) -> dict[Id, str]:
        sources = self.taking.documents
        return {sources[key]: document.text for key, document in self._own.items() if key in sources}

    def _text(self, source: Id) -> Text:
        if source not in self._texts:
            came = self._document(source)
            self._texts[source] = Text(self.taking.act.text(source) if came is None else came)
        return self._texts[source]

    def _name(self, source: Id) -> str:
        return self.taking.act.get(Source, source).name

    def _in_order(self) -> list[Source]:
        return sorted(self.taking.act.rows(Source), key=lambda one: (one.position, one.name))

    def _by_name(self) -> dict[str, list[Id]]:
        """Sources by their names, else by their files' names, with and without an ending."""
        if self._named is None:
            rows = self.taking.act.rows(Source)
            self._named = {}
            for of in (
                lambda row: row.name,
                lambda row: row.file,
                lambda row: PurePath(row.file).stem,
                lambda row: PurePath(row.name).stem,
            ):
                fresh: dict[str, list[Id]] = {}
                for row in rows:
                    if name := folded(of(row)):
                        fresh.setdefault(name, []).append(row.id)
                for name, found in fresh.items():
                    self._named.setdefault(name, list(dict.fromkeys(found)))
        return self._named


def _short(words: str) -> str:
    said = " ".join(words.split())
    return f"“{said if len(said) <= 60 else said[:57] + '…'}”"
