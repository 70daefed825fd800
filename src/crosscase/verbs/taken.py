"""What taking in a bundle did: how much of each kind, which documents are in the study already, what was refused."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscase.model import Id
from crosscase.model.bundle import Refusal
from crosscase.verbs.checks import counted


class Count(msgspec.Struct, frozen=True):
    """How many things of a kind were added, changed, or there already as they are in the bundle."""

    added: int = 0
    changed: int = 0
    there: int = 0


class KnownDocument(msgspec.Struct, frozen=True):
    """A document whose text is in the study already.

    Attributes:
        key: of the document in the bundle.
        source, name: the source that has the text.
        filled: what was not known of the source and is now.
    """

    key: str
    source: Id
    name: str
    filled: tuple[str, ...] = ()

    def __str__(self) -> str:
        more = f" Filled in: {', '.join(self.filled)}." if self.filled else ""
        return f"{self.key}: its text is in the study already, as the source {self.name!r}.{more}"


class OpenWords(msgspec.Struct, frozen=True):
    """Words that stand at several places of a source, so that somebody has to say which is meant.

    Attributes:
        row: where they stand in the file they came from.
        source: the name of the source.
        places: every place, with words before and after it, the words themselves in square brackets.
    """

    row: str
    source: str
    code: str
    quote: str
    places: tuple[str, ...]
    coder: str = ""
    comment: str = ""
    weight: int = 0


class TakenIn(msgspec.Struct, frozen=True):
    """What became of a bundle.

    Attributes:
        counts: by kind, in the order in which they were taken in.
        sources: the source of each document, by its key; documents that were refused have none.
        known: documents that are in the study already.
        refusals: what was not taken in, besides what the reading of the files refused.
        notes: what was decided on the way.
        open: the codings and marks among the refusals that only wait for somebody to say which place is meant.
    """

    counts: dict[str, Count]
    sources: dict[str, Id]
    known: tuple[KnownDocument, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    open: tuple[OpenWords, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything was added or changed."""
        return any(count.added or count.changed for count in self.counts.values())

    def lines(self) -> list[str]:
        """The report, line by line."""
        lines = [f"{heading}: {', '.join(parts)}." for heading, parts in self._summaries() if parts]
        lines += [str(document) for document in self.known]
        lines += [f"Refused: {refusal}" for refusal in self.refusals]
        return [*lines, *self.notes] or ["There was nothing to take in."]

    def _summaries(self) -> Iterator[tuple[str, list[str]]]:
        for heading, field in (("Added", "added"), ("Changed", "changed"), ("There already", "there")):
            numbers = {kind: getattr(count, field) for kind, count in self.counts.items()}
            yield heading, [counted(number, kind) for kind, number in numbers.items() if number]
