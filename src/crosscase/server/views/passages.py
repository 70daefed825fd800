"""One stretch of a source with all that a reader may ask about it, and how many are in a scope.

A passage is shown with as many words around it as are asked for, with the codings on it, and as it would be quoted:
its words in one line with the identifiers of those who said them, unless somebody's consent forbids it.

What a careful reader would get wrong: words on this screen are the team's own; `refusal` is about words that are taken
out of it. And words around a passage may be covered where the passage is not: `covered` is about all that is sent.
"""

from __future__ import annotations

import re
from typing import Annotated

import msgspec

from crosscase.analyses.scope import Filters, scope_of
from crosscase.errors import BadValueError, NotFoundError
from crosscase.model import Coding, Id, Source
from crosscase.reads.codings import covers_of, said_by
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study

Point = Annotated[int, msgspec.Meta(ge=0)]

_WORD = re.compile(r"\S+")


class PassageAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of a source, in code points; `context` is how many words around it."""

    source: Id
    start: Point
    end: Point
    context: Annotated[int, msgspec.Meta(ge=0, le=2000)] = 0


class PassageHere(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a source.

    Attributes:
        participants: identifiers of those whose own words are in it.
        left, words, right: verbatim; from_ and to are where they begin and end.
        covered: what content notes on all of these are about.
        codings: whatever shares a character with it, in the order of places.
        quoted: the words in one line and whose they are; empty where they may not be taken out.
        refusal: why they may not.
        standing: what is on record of those who said it: agreed; not recorded: …; empty for nobody's words.
    """

    source: Id
    name: str
    start: int
    end: int
    from_: int = msgspec.field(name="from")
    to: int
    left: str
    words: str
    right: str
    participants: tuple[str, ...]
    covered: tuple[str, ...]
    codings: tuple[Quotation, ...]
    quoted: str
    refusal: str
    standing: str


def passage(study: Study, asked: PassageAsked) -> PassageHere:
    """Show one stretch of a source: words around it, codings on it, and how it would be quoted."""
    source = study.get(Source, asked.source)
    if source is None:
        raise NotFoundError("source", asked.source)
    text = study.text(source.id)
    start, end = asked.start, min(asked.end, len(text))
    if end <= start:
        message = f"There are no words from {asked.start} to {asked.end} in {source.name}."
        raise BadValueError(message)
    begin, stop = around(text, start, end, asked.context)
    leaving = study.leaving()
    people = said_by(study.store, source, start, end)
    refusal = leaving.refusal(source.id, start, end)
    notes = covers_of(study.store, {source.id})
    on_it = [one for one in study.rows(Coding, source=source.id) if one.start < end and start < one.end]
    return PassageHere(
        source=source.id, name=source.name, start=start, end=end, from_=begin, to=stop, left=text[begin:start],
        words=text[start:end], right=text[end:stop], participants=people,
        covered=notes[source.id].over(begin, stop) if source.id in notes else (),
        codings=tuple(quotations(study, on_it)),
        quoted="" if refusal else _quoted(text[start:end], people or (source.name,), study.settings().invented),
        refusal=refusal, standing=leaving.standing(source.id, start, end),
    )  # fmt: skip


def around(text: str, start: int, end: int, words: int) -> tuple[int, int]:
    """Where so many words before and after begin and end."""
    if not words:
        return start, end
    before = [found.start() for found in _WORD.finditer(text, 0, start)][-words:]
    after = [found.end() for _, found in zip(range(words), _WORD.finditer(text, end), strict=False)]
    return min([*before[:1], start]), max([*after[-1:], end])


def _quoted(words: str, whose: tuple[str, ...], invented: str) -> str:
    return f"“{' '.join(words.split())}” ({'; '.join(whose)}){f' [{invented}]' if invented else ''}"


class ScopeAsked(Filters, frozen=True, kw_only=True):
    """The filters that every analysis takes."""


class ScopeHere(msgspec.Struct, frozen=True, kw_only=True):
    """Who and what is in a scope, of how many there are."""

    cases: int
    of_cases: int
    participants: int
    of_participants: int
    sources: int
    of_sources: int
    participant_ids: tuple[Id, ...]
    source_ids: tuple[Id, ...]


def scope(study: Study, asked: ScopeAsked) -> ScopeHere:
    """Count the cases, participants and sources in a scope."""
    import numpy as np

    snapshot = study.snapshot()
    found = scope_of(snapshot, asked)
    people = np.flatnonzero(found.participants)
    sources = np.union1d(snapshot.units.source[found.units], np.flatnonzero(found.nobody)).astype(np.int64)
    cases = np.union1d(snapshot.participants.case[people], snapshot.sources.case[sources])
    whole = bool(found.cases.all() and found.participants.all())
    return ScopeHere(
        cases=len(snapshot.cases) if whole else int((cases >= 0).sum()), of_cases=len(snapshot.cases),
        participants=len(people), of_participants=len(snapshot.participants),
        sources=len(sources), of_sources=len(snapshot.sources),
        participant_ids=tuple(snapshot.participants.ids[one] for one in people.tolist()),
        source_ids=tuple(snapshot.sources.ids[one] for one in sources.tolist()),
    )  # fmt: skip
