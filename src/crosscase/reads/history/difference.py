"""What changed between two points of a study: codes, definitions, codings, themes, sources, people.

    with study.at("2026-03-31") as then:
        found = difference(then.store, study.store)

A pure function over two states: it compares what is there, not what was done, so that something added and taken away
again in between is no difference. Things are the same when their ids are.

Codings are counted by code and member, by what each coding itself says: where a code was merged into another its
codings stay its own, and the merging is told once, among the codes. What a careful reader would get wrong: a corrected
text changes what lies under a coding without changing the coding; it is told among the sources.

Memos are left out, because some are their author's alone; so are participants' real names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from crosscase.journal.difference import difference as edits_between
from crosscase.model import Case, Code, Evidence, Id, Lineage, Member, Participant, Role, Row, Source, Theme, kind_of
from crosscase.reads.lookup import code_paths
from crosscase.store.store import Store

Is = Literal["same", "gone", "new"]


class Point(msgspec.Struct, frozen=True):
    """A state of the study: its version, how many entries made it, and when the last was written (ms since 1970)."""

    version: str
    entries: int
    wall: int


class ThingChange(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was added, removed or changed.

    Attributes:
        thing: its name, then where it is gone, else now.
        what: `added`, `removed`, `renamed`, `moved`, `merged`, or the field that changed.
        before, after: in words; empty where there is none.
    """

    kind: str
    id: Id
    thing: str
    what: str
    before: str = ""
    after: str = ""


class Stretch(msgspec.Struct, frozen=True):
    """Words that stayed, went or came."""

    nature: Is
    words: str


class WordsChange(msgspec.Struct, frozen=True, kw_only=True):
    """A long text that says something else: of a code, a theme or a source.

    Attributes:
        field: which text of it.
        before, after: the paragraphs that differ.
        stretches: the whole of it, word by word.
        places: at how many places it differs.
    """

    kind: str
    id: Id
    thing: str
    field: str
    before: str
    after: str
    stretches: tuple[Stretch, ...]
    places: int


class CodingChange(msgspec.Struct, frozen=True, kw_only=True):
    """Codings of one code by one member: added, removed, given to it from another code, given away to another."""

    code: str
    member: str
    added: int = 0
    removed: int = 0
    came: int = 0
    went: int = 0


class EvidenceChange(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence of one theme, for or against it: placed, taken away, turned from the other side."""

    theme: str
    id: Id
    stance: str
    placed: int = 0
    taken_away: int = 0
    turned: int = 0


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two points of a study; see the module."""

    before: Point
    after: Point
    codes: tuple[ThingChange, ...]
    definitions: tuple[WordsChange, ...]
    codings: tuple[CodingChange, ...]
    themes: tuple[ThingChange, ...]
    theme_texts: tuple[WordsChange, ...]
    evidence: tuple[EvidenceChange, ...]
    lineage: tuple[ThingChange, ...]
    sources: tuple[ThingChange, ...]
    corrected: tuple[WordsChange, ...]
    people: tuple[ThingChange, ...]


def difference(before: Store, after: Store) -> Difference:
    """What differs between two states of one study."""
    old, new = _State(before), _State(after)
    return Difference(
        before=old.point,
        after=new.point,
        codes=tuple(_things(old, new, Code, {"name": "renamed", "parent": "moved", "merged_into": "merged"})),
        definitions=tuple(_texts(old, new, Code, ("definition", "inclusion", "exclusion", "example", "properties"))),
        codings=tuple(_codings(old, new)),
        themes=tuple(_things(old, new, Theme, {"label": "relabelled", "parent": "moved", "status": "settled"})),
        theme_texts=tuple(_texts(old, new, Theme, ("content", "meaning", "boundary", "story"))),
        evidence=tuple(_evidence(old, new)),
        lineage=tuple(_lineage(old, new)),
        sources=tuple(_things(old, new, Source, {"name": "renamed"})),
        corrected=tuple(_corrected(old, new)),
        people=tuple(
            change
            for row, named in (
                (Member, {"name": "renamed", "merged_into": "merged"}),
                (Case, {"code": "renamed", "merged_into": "merged"}),
                (Role, {"name": "renamed"}),
                (Participant, {"identifier": "renamed", "merged_into": "merged"}),
            )
            for change in _things(old, new, row, named)
        ),
    )


class _State:
    """One point, read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        log = store.log()
        self.point = Point(store.version, len(log), log[-1].wall if log else 0)
        self._rows: dict[type[Row], dict[Id, Any]] = {}
        self.paths = code_paths(store.rows(Code))

    def rows(self, row: type[Row]) -> Mapping[Id, Any]:
        if row not in self._rows:
            self._rows[row] = {one.id: one for one in self.store.rows(row)}
        return self._rows[row]

    def name(self, kind: str, thing: Id | None) -> str:
        """A thing of one of the kinds that are compared; empty where it is not there."""
        if kind == "code":
            return self.paths.get(thing or "", "")
        for row, field in _NAMED.items():
            if kind_of(row).name == kind:
                one = self.rows(row).get(thing or "")
                return str(getattr(one, field)) if one is not None else ""
        return ""

    def any_name(self, thing: Id) -> str:
        return next((name for kind in ("code", "theme") if (name := self.name(kind, thing))), "")


_NAMED: Mapping[type[Row], str] = {
    Theme: "label", Source: "name", Member: "name", Case: "code", Role: "name", Participant: "identifier",
}  # fmt: skip
_COMPARED: Mapping[type[Row], tuple[str, ...]] = {
    Code: ("name", "parent", "merged_into", "category", "retired"),
    Theme: ("label", "parent", "status"),
    Source: ("name", "nature", "case", "participant", "description", "language", "date"),
    Member: ("name", "permission", "merged_into"),
    Case: ("code", "name", "description", "merged_into"),
    Role: ("name", "codes"),
    Participant: ("identifier", "case", "role", "code", "note", "merged_into"),
}


def _things(old: _State, new: _State, row: type[Row], named: Mapping[str, str]) -> Iterator[ThingChange]:
    """What was added, removed and changed, of one kind."""
    kind = kind_of(row)
    before, after = old.rows(row), new.rows(row)
    for thing in _by_name(new, kind.name, [one for one in after if one not in before]):
        yield ThingChange(kind=kind.name, id=thing, thing=new.name(kind.name, thing), what="added")
    for thing in _by_name(old, kind.name, [one for one in before if one not in after]):
        yield ThingChange(kind=kind.name, id=thing, thing=old.name(kind.name, thing), what="removed")
    for thing in _by_name(new, kind.name, [one for one in after if one in before]):
        for field in _COMPARED[row]:
            was, now = getattr(before[thing], field), getattr(after[thing], field)
            if was != now:
                refers = kind.field(field).refers
                what = named.get(field, field)
                yield ThingChange(
                    kind=kind.name, id=thing, thing=new.name(kind.name, thing),
                    what="parted again" if what == "merged" and not now else what,
                    before=_said(old, refers, was), after=_said(new, refers, now),
                )  # fmt: skip


def _by_name(state: _State, kind: str, things: Sequence[Id]) -> list[Id]:
    return sorted(things, key=lambda one: (state.name(kind, one).casefold(), one))


def _said(state: _State, refers: str, value: Any) -> str:
    if value in (None, "", ()):
        return ""
    if refers:
        return state.name(refers, value) or "something that is gone"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


# Words


def _texts(old: _State, new: _State, row: type[Row], fields: Sequence[str]) -> Iterator[WordsChange]:
    kind = kind_of(row).name
    before, after = old.rows(row), new.rows(row)
    for thing in _by_name(new, kind, [one for one in after if one in before]):
        for field in fields:
            was, now = getattr(before[thing], field), getattr(after[thing], field)
            if was != now:
                yield words_change(kind, thing, new.name(kind, thing), field, was, now)


def _corrected(old: _State, new: _State) -> Iterator[WordsChange]:
    before, after = old.rows(Source), new.rows(Source)
    for thing in _by_name(new, "source", [one for one in after if one in before]):
        was, now = old.store.text(thing), new.store.text(thing)
        if was != now:
            yield words_change("source", thing, new.name("source", thing), "text", was, now)


def words_change(kind: str, thing: Id, name: str, field: str, was: str, now: str) -> WordsChange:  # noqa: PLR0917
    """A text before and after: the paragraphs that differ, and the whole word by word."""
    edits = edits_between(was, now)
    stretches: list[Stretch] = []
    reached = shift = 0
    places: list[tuple[int, int, int, int]] = []
    for span, words in edits:
        stretches += [Stretch("same", was[reached : span.start])] if span.start > reached else []
        stretches += [Stretch("gone", was[span.start : span.end])] if span.end > span.start else []
        stretches += [Stretch("new", words)] if words else []
        at = span.start + shift
        places.append((span.start, span.end, at, at + len(words)))
        shift += len(words) - (span.end - span.start)
        reached = span.end
    stretches += [Stretch("same", was[reached:])] if reached < len(was) else []
    return WordsChange(
        kind=kind, id=thing, thing=name, field=field,
        before=_paragraphs(was, [(start, end) for start, end, _, _ in places]),
        after=_paragraphs(now, [(start, end) for _, _, start, end in places]),
        stretches=tuple(stretches), places=len(edits),
    )  # fmt: skip


def _paragraphs(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The paragraphs of a text in which places lie, each once."""
    found: dict[str, None] = {}
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip() and any(start <= end and at <= stop for start, stop in places):
            found[line] = None
        at = end + 1
    return "\n".join(found)


# Codings and themes


def _codings(old: _State, new: _State) -> Iterator[CodingChange]:
    before, after = _coded(old), _coded(new)
    counts: dict[tuple[str, str], list[int]] = {}

    def count(state: _State, held: tuple[Id, Id], at: int) -> None:
        key = (state.name("code", held[0]) or "a code that is gone", state.name("member", held[1]) or "somebody")
        counts.setdefault(key, [0, 0, 0, 0])[at] += 1

    for coding, held in after.items():
        if coding not in before:
            count(new, held, 0)
        elif before[coding][0] != held[0]:
            count(new, held, 2)
            count(old, before[coding], 3)
    for coding, held in before.items():
        if coding not in after:
            count(old, held, 1)
    for (code, member), (added, removed, came, went) in sorted(counts.items()):
        yield CodingChange(code=code, member=member, added=added, removed=removed, came=came, went=went)


def _coded(state: _State) -> dict[Id, tuple[Id, Id]]:
    held = state.store.columns("coding", ("code", "member"))
    return dict(zip(held["id"], zip(held["code"], held["member"], strict=True), strict=True))


def _evidence(old: _State, new: _State) -> Iterator[EvidenceChange]:
    before, after = old.rows(Evidence), new.rows(Evidence)
    counts: dict[tuple[str, Id, str], list[int]] = {}

    def count(state: _State, one: Evidence, at: int) -> None:
        name = state.name("theme", one.theme) or "a theme that is gone"
        counts.setdefault((name, one.theme, one.stance), [0, 0, 0])[at] += 1

    for thing, one in after.items():
        if thing not in before:
            count(new, one, 0)
        elif before[thing].stance != one.stance:
            count(new, one, 2)
    for thing, one in before.items():
        if thing not in after:
            count(old, one, 1)
    for (name, theme, stance), (placed, away, turned) in sorted(counts.items()):
        yield EvidenceChange(theme=name, id=theme, stance=stance, placed=placed, taken_away=away, turned=turned)


def _lineage(old: _State, new: _State) -> Iterator[ThingChange]:
    before, after = old.rows(Lineage), new.rows(Lineage)
    for state, rows, others, what in ((new, after, before, "developed from"), (old, before, after, "no longer from")):
        for thing, one in rows.items():
            if thing not in others:
                yield _origin(state, one, what)
    for thing, one in after.items():
        was = before.get(thing)
        if was is not None and (was.how, was.whole, was.reason) != (one.how, one.whole, one.reason):
            yield msgspec.structs.replace(
                _origin(new, one, "lineage"), before=f"{_how(was)}: {was.reason}", after=f"{_how(one)}: {one.reason}"
            )


def _origin(state: _State, one: Lineage, what: str) -> ThingChange:
    origin = state.any_name(one.origin) or "something that is gone"
    theme = state.name("theme", one.theme) or "a theme that is gone"
    said = f"{origin} ({_how(one)}{f': {one.reason}' if one.reason else ''})"
    away = what == "no longer from"
    return ThingChange(
        kind="lineage", id=one.id, thing=theme, what=what, before=said if away else "", after="" if away else said
    )


def _how(one: Lineage) -> str:
    return f"{one.how}, whole" if one.whole else one.how
