"""Finding what was said and where codes lie, in one scope, page by page.

The query languages are those of the engine (`frames.query`, `analyses.retrieval_query`). A hit shows its words in
pieces, so that nobody has to guess what was looked for; what content notes cover is sent with what for.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from crosscase.analyses.kwic import KwicLine, KwicOptions, keyword_in_context
from crosscase.analyses.retrieve import Passage, RetrieveOptions, retrieve
from crosscase.frames.query import Limit
from crosscase.frames.search import search
from crosscase.frames.turns import VOICES, turn_passages
from crosscase.model import Id
from crosscase.reads.codings import covers_of
from crosscase.server.views.quoting import own_only
from crosscase.study import Study

Page = Annotated[int, msgspec.Meta(ge=0)]
PageSize = Annotated[int, msgspec.Meta(ge=1, le=1000)]


LimitName = Literal["case", "role", "participant", "source", "code", "group", "topic", "voice"]


class FindAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to look for in all that was said.

    Attributes:
        query: words, "phrases", AND, OR, NOT, risk*, NEAR(a b, 10); limits like case:STA1, role:SU, code:disclosure.
        limits: more limits by their names, each with values of which one has to fit: `{"case": ["STA1"]}`.
        words: how many words a hit shows.
    """

    query: str
    limits: dict[LimitName, tuple[str, ...]] = {}
    offset: Page = 0
    limit: PageSize = 50
    words: Annotated[int, msgspec.Meta(ge=4, le=400)] = 24


class Bit(msgspec.Struct, frozen=True):
    """A piece of a hit: words, and whether they are what was looked for."""

    words: str
    wanted: bool


class HitHere(msgspec.Struct, frozen=True, kw_only=True):
    """A turn in which it was said.

    Attributes:
        start, end: the turn; from_, to: what is shown of it.
        voice: participant, interviewer, other or unassigned.
    """

    source: Id
    name: str
    case: str
    participant: str
    role: str
    voice: str
    start: int
    end: int
    from_: int = msgspec.field(name="from")
    to: int
    score: float
    bits: tuple[Bit, ...]
    covered: tuple[str, ...]


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """A page of hits, the best first, and how many there are."""

    total: int
    hits: tuple[HitHere, ...]


def find(study: Study, asked: FindAsked) -> Hits:
    """Find what was said, the best first."""
    import numpy as np

    snapshot, index = study.snapshot(), study.index()
    turns = turn_passages(snapshot)
    flags = np.ones(len(turns.passages), dtype=np.bool_)
    for name, values in asked.limits.items():
        if values:
            flags &= np.logical_or.reduce([turns.limited(Limit(name, value)) for value in values])
    rows = np.flatnonzero(flags)
    found = search(
        index, turns.passages.chosen(rows), asked.query, limits=lambda limit: turns.limited(limit)[rows],
        top=asked.offset + asked.limit, words=asked.words,
    )  # fmt: skip
    hits = found.hits[asked.offset :]
    notes = covers_of(study.store, {hit.source for hit in hits})
    shown: list[HitHere] = []
    for hit in hits:
        row = int(rows[hit.passage])
        person, case, role = int(turns.participant[row]), int(turns.case[row]), int(turns.role[row])
        begins, ends = hit.snippet.start, hit.snippet.end
        shown.append(
            HitHere(
                source=hit.source,
                name=snapshot.sources.labels[snapshot.sources.number[hit.source]],
                case=snapshot.cases.labels[case] if case >= 0 else "",
                participant=snapshot.participants.labels[person] if person >= 0 else "",
                role=snapshot.roles.labels[role] if role >= 0 else "",
                voice=VOICES[int(turns.voice[row])],
                start=hit.start,
                end=hit.end,
                from_=begins,
                to=ends,
                score=hit.score,
                bits=tuple(Bit(words, wanted) for words, wanted in hit.shown(study.text(hit.source))),
                covered=notes[hit.source].over(begins, ends) if hit.source in notes else (),
            )
        )
    return Hits(total=len(found.passages), hits=tuple(shown))


class RetrieveAsked(RetrieveOptions, frozen=True, kw_only=True):
    """A query over codings (`disclosure OVERLAPS "risk / forms"`) in a scope; `offset` and `top` make a page."""

    offset: Page = 0


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page of passages in the order of the sources, and numbers of all of them; see `Retrieved`."""

    total: int
    passages: tuple[Passage, ...]
    participant_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]
    unreviewed: int
    not_so: int
    wordless: int
    notes: tuple[str, ...]


def retrieve_codings(study: Study, asked: RetrieveAsked) -> Found:
    """Find where codes lie, and lie together."""
    whole = None if asked.top is None else asked.offset + asked.top
    own = own_only(study)
    options = msgspec.structs.replace(asked, top=whole, members=(own,) if own else asked.members)
    found = retrieve(study.snapshot(), study.index(), options)
    notes = covers_of(study.store, {one.source for one in found.passages})
    found = found.sparing(lambda source, start, end: notes[source].over(start, end) if source in notes else ())
    return Found(
        total=found.total, passages=found.passages[asked.offset :], participant_ids=found.participant_ids,
        case_ids=found.case_ids, unreviewed=found.unreviewed, not_so=found.not_so, wordless=found.wordless,
        notes=found.notes(),
    )  # fmt: skip


class InContext(msgspec.Struct, frozen=True, kw_only=True):
    """A word in each of its contexts."""

    total: int
    lines: tuple[KwicLine, ...]
    notes: tuple[str, ...]


def kwic(study: Study, asked: KwicOptions) -> InContext:
    """Show every place where a word is said, with the words around it."""
    found = keyword_in_context(study.snapshot(), study.index(), asked)
    notes = covers_of(study.store, {one.source for one in found.lines})
    found = found.sparing(lambda source, start, end: notes[source].over(start, end) if source in notes else ())
    return InContext(total=found.total, lines=found.lines, notes=found.notes())
