"""Copies for reading: a new file with the whole journal and only the words that its owner chose.

What stands now is given of the sources and memos that were chosen: no earlier wordings, no drafts, no characters that
were corrected away (a name that was replaced by a pseudonym is one of them). Never given are reflexive memos,
positions that were not shown to all, participants' real names, the names of files, original files, and perspectives
that a member keeps to themselves. Where words that are withheld stand in what is given (a memo quotes an interview
that was not chosen, somebody is named), they are masked, one sign for each character, so that every place after them
stays where it is.

The file is made anew from entries and chosen words, so that nothing withheld is in any byte of it. Entries hold digests
of words with a salt each; without the salt, which stays with the words, nobody can try a guess.

What a careful reader would get wrong: who was coded where is structure, and stays. Withholding a source takes its words
and what was written about it; that it was there, and how long it was, can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from crosscase.journal.canon import canonical
from crosscase.journal.changes import REMOVED, Added, Changed, Column, Corrected, Stretch
from crosscase.journal.entry import Entry
from crosscase.journal.redaction import RUN, Words, merged
from crosscase.journal.vault import Cell
from crosscase.model import KINDS, Id, Span, kind_named
from crosscase.store.absorb import absorb
from crosscase.store.cells import put, words_of
from crosscase.store.copies import Target, begin_anew, empty_like, lay_signatures, made_whole
from crosscase.store.erasing import sealed
from crosscase.store.kept_back import rows_kept_back
from crosscase.store.parting import MASK, Parted, without
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ROWS
from crosscase.store.texts import runs_of

_NAME = ("participant", "name")
_NEVER = frozenset({_NAME, ("source", "file"), ("consent", "note")})
_GUIDE = frozenset({"instrument", "topic", "question"})
"""The team's own questions: that interviewers speak them does not make them anybody's words."""
_EMPTY = Column(all="")
_PROBE = RUN // 2
_STEP = RUN - _PROBE + 1


class Choice(msgspec.Struct, frozen=True):
    """What a copy for reading has.

    Attributes:
        sources: whose words may be read; None: all.
        memos: types of memos that may be read; None: all but the reflexive ones. Reflexive memos are given only
            where their author shared them.
    """

    sources: frozenset[Id] | None = None
    memos: frozenset[str] | None = None


class ReadingCopy(msgspec.Struct, frozen=True):
    """What was made.

    Attributes:
        given, withheld, masked: how many pieces of writing it has, lacks, and has in part.
        participants: whose interviews are in it.
    """

    parted: Parted
    given: int
    withheld: int
    masked: int
    participants: tuple[Id, ...]


def copy_for_reading(store: Store, target: Target, choice: Choice, reader: Id) -> ReadingCopy:
    """Make a copy for somebody who reads and comments.

    Raises:
        CannotOpenError: something is there already, or there is no such folder.
    """
    with store.reading() as connection:
        chosen = _Chosen(store, connection, choice)
        stored = list(store.stored())
        given = chosen.cells()
        people = chosen.participants()

    def fill(place: Target) -> Parted:
        copy = empty_like(store, place)
        try:
            with copy.writing() as ours:
                put(ours, given.values())
                absorb(copy, stored, copy.words)
                lay_signatures(copy, store)
                return begin_anew(copy, reader, without(chosen.every - (given.keys() - chosen.masked)))
        finally:
            copy.database.close()

    found = made_whole(target, fill)
    return ReadingCopy(found, len(given), len(chosen.every) - len(given), len(chosen.masked), people)


class _Chosen:
    """Works out which words a copy for reading has."""

    def __init__(self, store: Store, connection: Connection, choice: Choice) -> None:
        self._store = store
        self._connection = connection
        self._choice = choice
        self._gone = self._rows_withheld()
        self._fields: dict[tuple[str, Id, str], list[tuple[str, str]]] = {}
        self._reasons: dict[str, set[str]] = {}
        self._texts: dict[Id, list[tuple[Id, Corrected]]] = {}
        for one in sealed(connection):
            self._take(one.entry)
        brought = {change.words for changes in self._texts.values() for _, change in changes}
        written = {cell for writes in self._fields.values() for pair in writes for cell in pair}
        self.every = (brought | written | self._reasons.keys()) - {""}
        self.masked: set[str] = set()

    # Which rows

    def _rows_withheld(self) -> set[Id]:
        """What was removed or not chosen, with all that lies in it or is about it."""
        gone: set[Id] = set()
        for kind in KINDS:
            table = ROWS[kind.name]
            gone.update(self._connection.execute(select(table.c.id).where(table.c.removed.is_(True))).scalars())
        if self._choice.sources is not None:
            table = ROWS["source"]
            gone |= set(self._connection.execute(select(table.c.id)).scalars()) - self._choice.sources
        memo = ROWS["memo"]
        for row, nature, shared in self._connection.execute(select(memo.c.id, memo.c.nature, memo.c.shared)):
            wanted = nature != "reflexive" if self._choice.memos is None else nature in self._choice.memos
            if not wanted or (nature == "reflexive" and not shared):
                gone.add(row)
        gone |= rows_kept_back(self._connection, "position")
        found = -1
        while found != len(gone):
            found = len(gone)
            for kind in KINDS:
                for field in kind.stored:
                    if field.goes_with or (kind.name in {"memo", "task"} and field.refers in {"*", "source"}):
                        table = ROWS[kind.name]
                        naming = self._connection.execute(select(table.c.id, table.c[field.name])).all()
                        gone.update(row for row, named in naming if named in gone)
        return gone

    def _may(self, kind: str, row: Id, field: str) -> bool:
        if row in self._gone or (kind, field) in _NEVER:
            return False
        if (kind, field) == ("member", "perspectives"):
            table = ROWS["member"]
            shared = select(table.c.perspectives_shared).where(table.c.id == row)
            return bool(self._connection.execute(shared).scalar())
        return True

    # Which cells

    def _take(self, entry: Entry) -> None:
        mine: set[str] = set()
        for change in entry.changes:
            if isinstance(change, Corrected):
                self._texts.setdefault(change.source, []).append((entry.id, change))
                mine.add(change.words)
            elif isinstance(change, Added):
                kind = kind_named(change.kind)
                rows = change.rows(entry.id)
                for name in (field.name for field in kind.stored if field.words):
                    for row, after in zip(rows, change.columns.get(name, _EMPTY).values(len(rows)), strict=True):
                        self._fields.setdefault((change.kind, row, name), []).append(("", after or ""))
                        mine.add(after or "")
            elif isinstance(change, Changed) and _is_words(change):
                count = len(change.ids)
                pairs = zip(change.before.values(count), change.after.values(count), strict=True)
                for row, (before, after) in zip(change.ids, pairs, strict=True):
                    self._fields.setdefault((change.kind, row, change.field), []).append((before or "", after or ""))
                    mine |= {before or "", after or ""}
        if entry.because:
            self._reasons[entry.because] = mine

    def cells(self) -> dict[str, Cell]:
        """The cells that the copy has, masked where they have to be."""
        refused = {
            cell for key, writes in self._fields.items() if not self._may(*key) for pair in writes for cell in pair
        }
        spoken = {
            change.words for source, brought in self._texts.items() if source in self._gone for _, change in brought
        }
        reasons = {reason for reason, mine in self._reasons.items() if not mine & (refused | spoken) - {""}}
        writing = (self._standing() | reasons) - {""}
        hidden = self._hidden()
        names = Words(names=self._names())
        quoted = self._quoted(spoken, writing)
        given: dict[str, Cell] = {}
        for part in chunks(sorted(writing | hidden.keys())):
            for record in self._connection.execute(select(CELL).where(CELL.c.digest.in_(part))):
                cell = Cell(*record)
                is_text = cell.digest in hidden
                clean = _masked(
                    cell.words, names if is_text or cell.kind in _GUIDE else quoted, hidden.get(cell.digest, [])
                )
                if clean != cell.words:
                    self.masked.add(cell.digest)
                given[cell.digest] = msgspec.structs.replace(cell, words=clean)
        return given

    def participants(self) -> tuple[Id, ...]:
        """Those who speak in the sources that are given, or whom these are about."""
        source, speaker = ROWS["source"], ROWS["speaker"]
        named = [
            *self._connection.execute(select(source.c.id, source.c.participant, source.c.removed)),
            *self._connection.execute(select(speaker.c.source, speaker.c.participant, speaker.c.removed)),
        ]
        return tuple(sorted({who for where, who, removed in named if who and not removed and where not in self._gone}))

    def _standing(self) -> set[str]:
        """The cells of fields that may be read, as they stand now."""
        prose = {key for key in self._fields if kind_named(key[0]).field(key[2]).prose}
        several = {cell for key in prose if len(self._fields[key]) > 1 for pair in self._fields[key] for cell in pair}
        words = words_of(self._connection, several - {""})
        found: set[str] = set()
        for key, writes in self._fields.items():
            if self._may(*key):
                if key in prose and not _one_after_another(writes, words):
                    found.update(cell for pair in writes for cell in pair)
                else:
                    found.add(writes[-1][1])
        return found

    def _hidden(self) -> dict[str, list[tuple[int, int]]]:
        """The texts that may be read, with the stretches of each that were corrected away."""
        found: dict[str, list[tuple[int, int]]] = {}
        for source, brought in self._texts.items():
            if source in self._gone:
                continue
            runs = runs_of(self._store, source)
            shown: dict[Id, list[Stretch]] = {}
            for stretch in runs.stretches(Span(0, len(runs))):
                shown.setdefault(stretch.origin, []).append(stretch)
            bases = [change for _, change in brought if change.base]
            for entry, change in brought:
                if change.words and not (change.base and change is not bases[0]):
                    stretches = shown.get("" if change.base else entry, [])
                    found[change.words] = _apart(change.first, change.length, stretches)
        return found

    def _names(self) -> list[str]:
        """Participants' real names, as they are or were written."""
        told = {cell for (kind, _, name), writes in self._fields.items() if (kind, name) == _NAME for _, cell in writes}
        return [name for name in words_of(self._connection, told - {""}).values() if name.strip()]

    def _quoted(self, spoken: set[str], among: set[str]) -> Words:
        """What is withheld, as far as it stands in what is given: texts are large, so they are looked through once."""
        given = words_of(self._connection, among).values()
        probes = {text[at : at + _PROBE] for text in map(_plain, given) for at in range(len(text) - _PROBE + 1)}
        snippets: list[str] = []
        for part in chunks(sorted(spoken - {""})):
            for words in map(_plain, words_of(self._connection, part).values()):
                snippets += [
                    words[max(0, at - RUN) : at + _PROBE + RUN]
                    for at in range(0, len(words) - _PROBE + 1, _STEP)
                    if words[at : at + _PROBE] in probes
                ]
        return Words(snippets, self._names())


def _is_words(change: Changed) -> bool:
    return change.field != REMOVED and kind_named(change.kind).field(change.field).words


def _one_after_another(writes: Sequence[tuple[str, str]], words: Mapping[str, str]) -> bool:
    """Whether each write to a long text began with what the one before it left: then the last is all there is."""
    value = words.get(writes[0][1], "")
    for before, after in writes[1:]:
        if words.get(before, "") != value:
            return False
        value = words.get(after, "")
    return True


def _apart(first: int, length: int, shown: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The stretches (from 0) of what was brought that do not show."""
    at, found = first, []
    for stretch in sorted(shown, key=lambda stretch: stretch.first):
        start, end = max(stretch.first, first), min(stretch.first + stretch.length, first + length)
        if start < end:
            if at < start:
                found.append((at - first, start - at))
            at = max(at, end)
    if at < first + length:
        found.append((at - first, first + length - at))
    return found


def _masked(words: str, withheld: Words, hidden: Sequence[tuple[int, int]]) -> str:
    """Words without what is withheld and without stretches (first, length). A list of texts stays one."""
    if words.startswith('["'):
        try:
            items = msgspec.json.decode(words, type=tuple[str, ...])
        except msgspec.DecodeError:
            items = ()
        if items and canonical(items).decode() == words:
            return canonical([_masked(item, withheld, []) for item in items]).decode()
    parts: list[str] = []
    at = 0
    for first, length in merged([*hidden, *withheld.stretches(words)]):
        end = min(first + length, len(words))
        parts += [words[at:first], "".join("\n" if c == "\n" else MASK for c in words[first:end])]
        at = end
    return "".join([*parts, words[at:]])


def _plain(words: str) -> str:
    return re.sub(r"\s", " ", words.lower())
