"""Finding what was said and where codes lie, in one scope, page by page.

The query languages are those of the engine (`frames.query`, `analyses.retrieval_query`). A hit shows its words in
pieces, so that nobody has to guess what was looked for; what content notes cover is sent with what for.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from crosscase.analyses.kwic import KwicLine, KwicOptions, keyword_in_context
from crosscase.analyses.retrieve import Passage, RetrieveOptions, retrieve
from crosscase.analyses.scope import Filters, Scope, scope_of
from crosscase.frames import Snapshot
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


class FindAsked(Filters, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to look for in all that was said, in a scope.

    A limit on codes goes by the codings that count in the scope, and by those that do not say that it is not so.

    Attributes:
        query: words, "phrases", AND, OR, NOT, risk*, NEAR(a b, 10); limits like case:STA1, role:SU, code:disclosure.
        limits: more limits by their names, each with values of which one has to fit: `{"case": ["STA1"]}`.
        words: how many words a hit shows.
    """

    query: str
    limits: dict[LimitName, tuple[str, ...]] = msgspec.field(default_factory=dict)
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
    """A page of hits, the best first, and numbers of all of them.

    Attributes:
        participants, cases: who said it, and in which cases.
        of_participants, of_cases: in the scope, with a text.
    """

    total: int
    hits: tuple[HitHere, ...]
    participants: int
    of_participants: int
    cases: int
    of_cases: int


def find(study: Study, asked: FindAsked) -> Hits:
    """Find what was said, the best first."""
    import numpy as np

    snapshot, index = study.snapshot(), study.index()
    turns = turn_passages(snapshot)
    own = own_only(study)
    scope = scope_of(snapshot, msgspec.structs.replace(asked, members=(own,)) if own else asked)
    counted = scope.codings & ~snapshot.codings.denied
    source = turns.passages.source
    somebody = np.append(scope.participants, np.zeros(1, np.bool_))[turns.participant] & scope.sources[source]
    flags = np.where(turns.participant >= 0, somebody, scope.nobody[source])
    for name, values in asked.limits.items():
        if values:
            flags &= np.logical_or.reduce([turns.limited(Limit(name, value), counted) for value in values])
    rows = np.flatnonzero(flags)
    found = search(
        index, turns.passages.chosen(rows), asked.query, limits=lambda limit: turns.limited(limit, counted)[rows],
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
    said = rows[found.passages]
    of_participants, of_cases = with_text(snapshot, scope)
    return Hits(
        total=len(said), hits=tuple(shown),
        participants=len(np.unique(turns.participant[said][turns.participant[said] >= 0])),
        of_participants=of_participants, cases=len(np.unique(turns.case[said][turns.case[said] >= 0])),
        of_cases=of_cases,
    )  # fmt: skip


def with_text(snapshot: Snapshot, scope: Scope) -> tuple[int, int]:
    """How many participants, and how many cases, have words of their own in a scope."""
    import numpy as np

    person, case = snapshot.units.participant[scope.units], snapshot.units.case[scope.units]
    return len(np.unique(person[person >= 0])), len(np.unique(case[case >= 0]))


class RetrieveAsked(RetrieveOptions, frozen=True, kw_only=True):
    """A query over codings (`disclosure OVERLAPS "risk / forms"`) in a scope; `offset` and `top` make a page."""

    offset: Page = 0


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page of passages in the order of the sources, and numbers of all of them; see `Retrieved`.

    Attributes:
        of_participants, of_cases: in the scope, with a text.
    """

    total: int
    passages: tuple[Passage, ...]
    participant_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]
    of_participants: int
    of_cases: int
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
    of_participants, of_cases = with_text(found.snapshot, scope_of(found.snapshot, options))
    return Found(
        of_participants=of_participants, of_cases=of_cases,
        total=found.total, passages=found.passages[asked.offset :], participant_ids=found.participant_ids,
        case_ids=found.case_ids, unreviewed=found.unreviewed, not_so=found.not_so, wordless=found.wordless,
        notes=found.notes(),
    )  # fmt: skip


class KwicAsked(KwicOptions, frozen=True, kw_only=True):
    """A word in a scope; `offset` and `top` make a page."""

    offset: Page = 0


class InContext(msgspec.Struct, frozen=True, kw_only=True):
    """A word in each of its contexts."""

    total: int
    lines: tuple[KwicLine, ...]
    notes: tuple[str, ...]


def kwic(study: Study, asked: KwicAsked) -> InContext:
    """Show every place where a word is said, with the words around it."""
    whole = None if asked.top is None else asked.offset + asked.top
    found = keyword_in_context(study.snapshot(), study.index(), msgspec.structs.replace(asked, top=whole))
    notes = covers_of(study.store, {one.source for one in found.lines})
    found = found.sparing(lambda source, start, end: notes[source].over(start, end) if source in notes else ())
    return InContext(total=found.total, lines=found.lines[asked.offset :], notes=found.notes())
