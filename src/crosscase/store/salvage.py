"""What the chains of a rescued study do not give, written into it by one act.

Beside the new study (whose entries have their whole past) stand a replay of all entries that can be read, and the rows
and texts that were read from the tables. What a thing should be is the replay's; where a lost entry wrote a field,
added a row or corrected a text, and where words are lost, it is what the tables say. The difference between that and
the new study is one act. Rows keep their ids, so that a copy which has the lost entries can still be merged.

A row that names another which is nowhere to be found gets a stand-in for it where that can be (a code, a member, a
source), and is left out where it cannot. In a text that was put together anew, everything is placed again by where it
lay.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection

from crosscase.journal.changes import Lost
from crosscase.journal.vault import ERASED
from crosscase.model import KINDS, Id, Kind, Member, Row, Span, kind_named
from crosscase.store.absorb import RESCUE
from crosscase.store.act import Act
from crosscase.store.carving import Carved
from crosscase.store.rows import from_column
from crosscase.store.salvage_aim import Aim, Missing, Values
from crosscase.store.store import Store
from crosscase.store.texts import PLACED, runs_of, text_of

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for each character of a text of which only the length is known."""

_NOT_WHOLE = frozenset({"turn"})
"""Kinds that say nothing of a source where it is lost which words they are on."""

_LONG = 200
"""Characters of a text that is told by its length among all that is written of its source."""


class Saved(msgspec.Struct, frozen=True):
    """What was written anew.

    Attributes:
        entry: the act that did it; empty when there was nothing to write.
        added: how many rows of each kind were added, and how many of them only the tables had.
        from_tables: the same, of those that no entry vouches for.
        changed: how many fields were set.
        texts: names of sources whose text was put together anew.
        stand_ins: what stands in for things that are lost (kind, name).
        left_out: how many rows of each kind could not be kept, because what they are about is lost.
        unplaced: how many rows of each kind lie on all of their source, or went, because their place is lost.
        unreadable: things whose words are lost (kind, name, how many fields).
        names: what things are called, by kind and id; originals: sources by the digest of their original.
    """

    entry: Id = ""
    added: dict[str, int] = {}
    from_tables: dict[str, int] = {}
    changed: int = 0
    texts: tuple[str, ...] = ()
    stand_ins: tuple[tuple[str, str], ...] = ()
    left_out: dict[str, int] = {}
    unplaced: dict[str, int] = {}
    unreadable: tuple[tuple[str, str, int], ...] = ()
    names: dict[tuple[str, Id], str] = {}
    originals: dict[str, str] = {}


def salvage(
    store: Store, connection: Connection, surviving: Store, found: Carved, lost: Missing, *, anew: bool
) -> Saved:
    """Write what the chains do not give; with `anew` false only note what is lost."""
    aim = Aim(connection, surviving, found, lost)
    if anew:
        aim.settle_references()
    act = Act(store, connection, store.state_for_writing(), by="", verb=RESCUE, because=_because(lost))
    writing = _Writing(act, connection, surviving, found, aim)
    writing.find_member()
    if lost.cells or lost.files:
        act.note_lost(Lost(lost.cells, lost.files))
    if anew:
        writing.write()
    effect = act.finish()
    return Saved(
        entry=effect.entry,
        added=dict(sorted(writing.added.items())),
        from_tables=dict(sorted(aim.from_tables.items())),
        changed=writing.changed,
        texts=tuple(sorted(aim.name("source", source) for source in writing.texts)),
        stand_ins=tuple(sorted((kind, aim.name(kind, row)) for kind, row in aim.stand_ins)),
        left_out=dict(sorted(aim.left_out.items())),
        unplaced=dict(sorted(writing.unplaced.items())),
        unreadable=aim.unreadable(writing.covered),
        names=aim.names(),
        originals=aim.originals(),
    )


def _because(lost: Missing) -> str:
    return (
        f"The study was rescued from a damaged file: {len(lost.seqs)} entries, {len(lost.cells)} pieces of text and "
        f"{len(lost.files)} original files could not be read."
    )


class _Writing:
    """The act."""

    def __init__(self, act: Act, connection: Connection, surviving: Store, found: Carved, aim: Aim) -> None:
        self._act = act
        self._connection = connection
        self._surviving = surviving
        self._found = found
        self._aim = aim
        self.added: dict[str, int] = {}
        self.changed = 0
        self.texts: set[Id] = set()
        self.covered: set[Id] = set()
        self.unplaced: dict[str, int] = {}
        self._spans: dict[tuple[str, Id], Span] = {}

    def find_member(self) -> None:
        """Act as an owner of the study; where no member is left, as one who is added."""
        members = {row: values for row, values in self._aim.rows["member"].items() if not values["removed"]}
        owners = [row for row, values in sorted(members.items()) if values["permission"] == "owner"]
        present = [row for row in self._aim.now["member"] if row in members]
        choice = [*(row for row in owners if row in present), *owners, *present, *sorted(members)]
        if choice:
            self._act.by = choice[0]
            if choice[0] not in present:
                self._add_all(kind_named("member"), {choice[0]: members[choice[0]]})
                self._aim.now["member"][choice[0]] = members[choice[0]]
            return
        self._act.by = self._act.add(Member(name="Rescuer", permission="owner")).id

    def write(self) -> None:
        """Add, change, remove."""
        for kind in KINDS:
            wanted, now = self._aim.rows[kind.name], self._aim.now[kind.name]
            if kind.name == "study" and not wanted and not now:
                from crosscase.model import Settings, random_id

                self._act.add(Settings(title="A rescued study", key=random_id()))
            new = {row: values for row, values in wanted.items() if row not in now and not values["removed"]}
            if kind in PLACED:
                self._place(kind, new)
            self._add_all(kind, new)
            self._change(kind, {row: values for row, values in wanted.items() if row in now})
            if kind.name == "source":
                self._write_texts()
            elif kind in PLACED:
                self._replace(kind, wanted)

    def _add_all(self, kind: Kind, new: Mapping[Id, Values]) -> None:
        if new:
            self._act.add_all([_as_row(kind, row, values) for row, values in sorted(new.items())])
            self.added[kind.name] = self.added.get(kind.name, 0) + len(new)

    def _change(self, kind: Kind, wanted: Mapping[Id, Values]) -> None:
        now = self._aim.now[kind.name]
        for field in kind.stored:
            values = {
                row: from_column(aim[field.name], field)
                for row, aim in wanted.items()
                if aim[field.name] != now[row][field.name] and aim[field.name] is not None
            }
            self._act.change_all(kind.row, field.name, values)
            self.changed += len(values)
        for removed in (True, False):
            rows = [row for row, aim in wanted.items() if bool(aim["removed"]) == removed != bool(now[row]["removed"])]
            self._act.remove(kind.row, rows, back=not removed)
            self.changed += len(rows)

    # Texts

    def _write_texts(self) -> None:
        """Give sources the text they should have, and work out where everything in those that differ should lie."""
        with self._surviving.reading() as other:
            for source, values in self._aim.rows["source"].items():
                if values["removed"]:
                    continue
                wanted, from_table = self._wanted_text(other, source, values)
                there = text_of(self._connection, source)
                if UNREADABLE in wanted or (ERASED in wanted and ("source", source) in self._aim.about):
                    self.covered.add(source)
                same_runs = runs_of(self._surviving, source).pack() == self._act.runs(source).pack()
                if wanted == there and same_runs and not from_table:
                    continue
                self._note_spans(source, wanted, replayed=text_of(other, source), from_table=from_table)
                if wanted == there:
                    continue
                self.texts.add(source)
                if there:
                    self._act.correct(source, [(Span(0, len(there)), wanted)])
                else:
                    self._bring(source, wanted)

    def _bring(self, source: Id, wanted: str) -> None:
        has_text = self._connection.exec_driver_sql(
            "SELECT count(*) FROM source_text WHERE source = ?", (source,)
        ).scalar_one()
        if has_text:
            self._act.correct(source, [(Span(0, 0), wanted)])
        else:
            self._act.bring({source: wanted})
            self._act.forget_runs(source)

    def _wanted_text(self, other: Connection, source: Id, values: Values) -> tuple[str, bool]:
        """The text of a source, and whether it is the tables' and not that of a replay."""
        replayed, table = text_of(other, source), self._found.texts.get(source)
        if table is not None and values.get("length"):
            table = _fitted(table, int(values["length"]))
        touched = {field for field, seq in self._found.touches.get(("source", source), ()) if self._is_lost(seq)}
        added_by_lost = self._is_lost(values["born"])
        if (
            table is not None
            and table != replayed
            and ("text" in touched or added_by_lost or not replayed or (ERASED in replayed and ERASED not in table))
        ):
            return table, True
        if table is None and values.get("length") and (not replayed or ERASED in replayed):
            table = self._brought(source, int(values["length"]))
            if table is not None:
                return table, True
        if not replayed and table is None and values.get("length"):
            return UNREADABLE * max(int(values["length"]), self._reach(source)), True
        if not replayed and source in {row for kind, row in self._aim.stand_ins if kind == "source"}:
            return UNREADABLE * self._reach(source), True
        return replayed, False

    def _brought(self, source: Id, length: int) -> str | None:
        """Words of that length in the vault that belong to a source: its text as it was brought.

        Nothing else that is written of a source is as long as its text to the character.
        """
        found = {
            words
            for _, words, kind, row in self._found.cells.values()
            if (kind, row) == ("source", source) and len(words) == length
        }
        return found.pop() if len(found) == 1 and length >= _LONG else None

    def _is_lost(self, seq: Any) -> bool:
        return seq in self._aim.lost_entries

    def _reach(self, source: Id) -> int:
        """How far anything reaches that lies in a source."""
        ends = [
            values["end"]
            for kind in PLACED
            for values in self._aim.rows[kind.name].values()
            if values["source"] == source and isinstance(values["end"], int)
        ]
        return min(max(ends, default=0), 1 << 24)

    def _note_spans(self, source: Id, wanted: str, *, replayed: str, from_table: bool) -> None:
        """Where everything in a source should lie in its text as it was put together."""
        for kind in PLACED:
            names = ("removed", "born", *(field.name for field in kind.fields))
            for row, values in self._aim.rows[kind.name].items():
                if values["source"] != source or not values["first"]:
                    continue
                read = self._found.rows[kind.name].get(row)
                if from_table and read is not None:
                    table = dict(zip(names, read, strict=True))
                    span: Span | None = _within(table["start"], table["end"], len(wanted))
                else:
                    span = _within(values["start"], values["end"], len(wanted))
                    if from_table and UNREADABLE not in wanted:
                        span = _found_again(replayed, values, wanted)
                if span is None:
                    self._let_go(kind, row, values)
                else:
                    self._spans[kind.name, row] = span

    def _let_go(self, kind: Kind, row: Id, values: Values) -> None:
        """A row whose place nobody can tell lies on all of its source, where that says nothing wrong; else it goes."""
        if kind.name not in _NOT_WHOLE:
            values.update({"place": "whole"} if "place" in values else {}, first="", last="", start=0, end=0)
        elif row not in self._aim.now[kind.name] or not self._aim.now[kind.name][row]["removed"]:
            values.update(removed=True)
        self.unplaced[kind.name] = self.unplaced.get(kind.name, 0) + 1

    # Places

    def _place(self, kind: Kind, new: Mapping[Id, Values]) -> None:
        """Give rows that will be added addresses in their text as it is now."""
        for row, values in new.items():
            source = values["source"]
            if not source or not values["first"]:
                continue
            length = len(self._act.runs(source))
            span = self._spans.get((kind.name, row))
            if span is None and not self._known(source, values["first"], values["last"]):
                span = _within(values["start"], values["end"], length)
            if span is not None:
                values.update(self._addresses(source, span, length))

    def _replace(self, kind: Kind, wanted: Mapping[Id, Values]) -> None:
        """Place rows that are there already again, where their text was put together anew."""
        now = self._aim.now[kind.name]
        first: dict[Id, Any] = {}
        last: dict[Id, Any] = {}
        for row, values in wanted.items():
            span = self._spans.get((kind.name, row))
            if row not in now or span is None or not values["first"]:
                continue
            source = values["source"]
            if self._act.runs(source).span(values["first"], values["last"]) != span or not self._known(
                source, values["first"], values["last"]
            ):
                place = self._addresses(source, span, len(self._act.runs(source)))
                first[row], last[row] = place["first"], place["last"]
        self._act.change_all(kind.row, "first", first)
        self._act.change_all(kind.row, "last", last)
        self.changed += len(first)

    def _known(self, source: Id, *addresses: str) -> bool:
        from crosscase.journal.runs import parse

        runs = self._act.runs(source).runs
        try:
            places = [parse(address) for address in addresses]
        except ValueError:
            return False
        return all(any(run.origin == origin and run.first <= n < run.end for run in runs) for origin, n in places)

    def _addresses(self, source: Id, span: Span, length: int) -> Values:
        """Addresses of a span; of one that is empty, the character that it lies beside."""
        if not length:
            return {"first": "", "last": "", "start": 0, "end": 0}
        if span.start >= span.end:
            at = min(span.start, length - 1)
            span = Span(at, at + 1)
        first, last = self._act.runs(source).anchor(span)
        return {"first": first, "last": last, "start": span.start, "end": span.end}


def _within(start: Any, end: Any, length: int) -> Span:
    low = min(max(int(start or 0), 0), length)
    return Span(low, min(max(int(end or 0), low), length))


def _found_again(replayed: str, values: Values, wanted: str) -> Span | None:
    """Where the words at a place of a replayed text stand in the text that was read; None where that is not sure."""
    start, end = int(values["start"] or 0), int(values["end"] or 0)
    words = replayed[start:end]
    if not words:
        return None
    if wanted[start:end] == words:
        return Span(start, end)
    at = wanted.find(words)
    return Span(at, at + len(words)) if at >= 0 and wanted.find(words, at + 1) < 0 else None


def _fitted(text: str, length: int) -> str:
    """A text with an unreadable stretch in it, made as long as it was, so that what follows lies where it lay."""
    end = text.rfind(UNREADABLE) + 1
    if not end or len(text) == length:
        return text
    if len(text) < length:
        return text[:end] + UNREADABLE * (length - len(text)) + text[end:]
    return text[: max(end - (len(text) - length), 0)] + text[end:]


def _as_row(kind: Kind, row: Id, values: Values) -> Row:
    given = {
        field.name: from_column(values[field.name], field)
        for field in kind.fields
        if values[field.name] is not None or not field.required
    }
    for field in kind.fields:
        if field.required and given.get(field.name) is None:
            given[field.name] = "" if field.type == "text" else 0
        elif given[field.name] is None and field.default is not None:
            given[field.name] = field.default
    return kind.row(id=row, **given)
