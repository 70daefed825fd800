"""Whether everything lies where it says: every span within its text, every address a character that was brought.

A coding's place is kept as the addresses of its first and last character; `start` and `end` are worked out. Both are
looked at: the addresses have to name characters of the source (hidden ones too), and the span has to be where they lie
in the text as it reads now, so that every quotation is the words it claims to be.

The index of words that search uses belongs to the texts as well: what is kept for a source has to be what its text
gives. Cutting texts into words is not the store's business, so the caller says how.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from crosscase.errors import CrosscaseError
from crosscase.journal.runs import parse
from crosscase.journal.text import TextRuns
from crosscase.model import Kind, Span, short
from crosscase.store.checking import Findings, UnreadableError, lenient, records
from crosscase.store.store import Store
from crosscase.store.texts import PLACED, runs_of

Fits = Callable[[bytes, str], bool | None]
"""Whether kept words of a source are those of its text; None: another version of crosscase made them."""


def check_places(store: Store) -> Findings:
    """What does not lie where it says."""
    found = Findings("places")
    try:
        with lenient(store) as connection:
            _Places(store, connection, found).check()
    except (UnreadableError, CrosscaseError) as error:
        found.fault("texts", f"some cannot be read ({error})")
    return found


class _Places:
    def __init__(self, store: Store, connection: Connection, found: Findings) -> None:
        self._store = store
        self._connection = connection
        self._found = found
        self._lengths: dict[str, int] = {}
        self._runs: dict[str, TextRuns | None] = {}
        self._brought: dict[str, dict[str, list[tuple[int, int]]]] = {}

    def check(self) -> None:
        corrected: dict[str, Any] = {}
        for source, words, was in records(self._connection, "SELECT source, words, corrected FROM source_text"):
            self._lengths[source] = len(words) if isinstance(words, str) else 0
            corrected[source] = was
        self._runs = {source: runs_of(self._store, source) if was else None for source, was in corrected.items()}
        for source, length in records(self._connection, "SELECT id, length FROM source"):
            if length != self._lengths.get(source, 0):
                self._found.fault(f"source {short(str(source))}", "its length is not that of its text")
        counts = {kind.name.replace("_", " "): self._kind(kind) for kind in PLACED}
        listed = ", ".join(f"{count:,} {name}s" for name, count in counts.items() if count)
        if listed:
            self._found.checked.append(f"{listed}: each lies on the characters it names, within its text")

    def _kind(self, kind: Kind) -> int:
        count = 0
        statement = (
            f'SELECT id, source, first, last, start, "end" FROM "{kind.name}" '  # noqa: S608 - names of our own
            "WHERE first <> '' AND source IS NOT NULL"
        )
        for row, source, first, last, start, end in records(self._connection, statement):
            count += 1
            what = self._wrong(source, str(first), str(last), start, end)
            if what:
                self._found.fault(f"{kind.name.replace('_', ' ')} {short(str(row))}", what)
        return count

    def _wrong(self, source: Any, first: str, last: str, start: Any, end: Any) -> str:
        """What is wrong with a place; empty when nothing is."""
        length = self._lengths.get(source)
        if length is None:
            return "its source has no text"
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
            return "it lies outside its text"
        runs = self._runs[source]
        if runs is None:
            known = first.isdecimal() and last.isdecimal() and int(first) < length and int(last) < length
            span = Span(int(first), max(int(first), int(last) + 1)) if known else None
        else:
            known = self._knows(source, first) and self._knows(source, last)
            span = runs.span(first, last) if known else None
        if not known:
            return "it names characters that its text never had"
        return "" if span == Span(start, end) else "it does not lie on the characters it names"

    def _knows(self, source: str, address: str) -> bool:
        """Whether an address names a character of a corrected text, shown or hidden."""
        if source not in self._brought:
            found = self._brought[source] = {}
            runs = self._runs[source]
            for run in runs.runs if runs is not None else ():
                found.setdefault(run.origin, []).append((run.first, run.end))
        try:
            origin, number = parse(address)
        except ValueError:
            return False
        return any(first <= number < end for first, end in self._brought[source].get(origin, ()))


def check_words(store: Store, fits: Fits) -> Findings:
    """Whether what search keeps of every source are the words of its text."""
    found = Findings("search")
    count = stale = 0
    statement = (
        "SELECT t.source, t.data, x.words FROM tokens t LEFT JOIN source_text x ON x.source = t.source "
        "ORDER BY t.source"
    )
    try:
        with lenient(store) as connection:
            for source, data, words in records(connection, statement):
                count += 1
                right = (
                    fits(bytes(data), words)
                    if isinstance(data, bytes | memoryview) and isinstance(words, str)
                    else False
                )
                stale += right is None
                if right is False:
                    found.fault(f"source {short(str(source))}", "the words kept for search are not those of its text")
    except UnreadableError as error:
        found.fault("words", f"some cannot be read ({error})")
    if count:
        found.checked.append(f"the words kept for search of {count:,} sources are those of their texts")
    if stale:
        found.notes.append(
            f"The words kept for search of {stale:,} sources were made by another version; the next search makes them "
            "anew."
        )
    return found
