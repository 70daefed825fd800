"""What lies on words that were all taken away: kept, counted nowhere, and listed here until somebody looks at it.

A line says what it is, whose, which words it lay on (unless they were erased) and where it lies now, so that it can be
placed anew or removed. The careful reader's mistake would be to call these mistakes: a correction that takes a sentence
away is right, and what was coded on it may belong to the sentence that says it better.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from crosscase.model import Code, Coding, ContentNote, Id, Mark, Member, Memo, Source
from crosscase.reads.lookup import code_paths
from crosscase.store.store import Store
from crosscase.store.tables import ROWS
from crosscase.store.texts import folded_runs

_AROUND = 40

Lying = Coding | Mark | ContentNote | Memo


class Emptied(msgspec.Struct, frozen=True, kw_only=True):
    """One thing without words.

    Attributes:
        kind: coding, mark, content note or memo.
        what: the path of the code, what a content note is about, or the title of a memo.
        words: what it lay on, as it read last.
        at: where it lies now (code points), with the words before and after.
    """

    id: Id
    kind: str
    source: str
    what: str
    member: str
    words: str
    at: int
    before: str
    after: str


def emptied(store: Store, source: Id | None = None, of: Id = "") -> list[Emptied]:
    """Everything without words, in a source or in all, source by source and in the order of the text.

    With `of`, the id of a member, what others coded, marked and wrote is left out. Content notes are nobody's and stay.
    """
    with store.reading():
        sources = {one.id: one for one in store.rows(Source) if source in (None, one.id)}
        members = {one.id: one.name for one in store.rows(Member)}
        codings = store.rows(Coding, id=_wordless(store, "coding"))
        paths = code_paths(store.rows(Code)) if codings else {}
        found: list[tuple[Lying, str, str]] = []
        found += [(one, paths.get(one.code, ""), one.member) for one in codings]
        found += [(one, one.note, one.member) for one in store.rows(Mark, id=_wordless(store, "mark"))]
        found += [(one, one.about, "") for one in store.rows(ContentNote, id=_wordless(store, "content_note"))]
        memos = store.rows(Memo, id=_wordless(store, "memo"))
        found += [(one, one.title, one.member) for one in memos if one.nature != "reflexive" or one.shared]
        empty = [
            (one, what, member) for one, what, member in found
            if one.source in sources and (not of or member == of or isinstance(one, ContentNote))
        ]  # fmt: skip
        runs = {one.source: folded_runs(store, one.source) for one, _, _ in empty if one.source}
        texts = {place: store.text(place) for place in runs}
    lines = [
        Emptied(
            id=one.id, kind=_name(one), source=sources[one.source or ""].name, what=what,
            member=members.get(member, ""), words=runs[one.source or ""].words_gone(one.first, one.last), at=one.start,
            before=texts[one.source or ""][max(0, one.start - _AROUND) : one.start],
            after=texts[one.source or ""][one.start : one.start + _AROUND],
        )
        for one, what, member in empty
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (line.source, line.at, line.id))


def _wordless(store: Store, kind: str) -> list[Id]:
    """Of tens of thousands the few without words: the database finds them."""
    c = ROWS[kind].c
    with store.reading() as connection:
        return list(connection.scalars(select(c.id).where(c.removed.is_(False), c.first != "", c.start == c.end)))


def _name(one: Lying) -> str:
    return {Coding: "coding", Mark: "mark", ContentNote: "content note", Memo: "memo"}[type(one)]
