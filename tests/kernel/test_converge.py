"""Copies of a study that went on by themselves come together, whatever the order of merging.

A machine makes two to four copies: merged, copied as files (`cp`), swapped, restored from an old state, with clocks
that run wrong by hours; adds, renames, moves in the tree, removals, corrections of a text, long texts by several
hands, undo. In the end all copies have taken in all others, in different orders, and must have the same dump, which
must also be that of a replay from nothing.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from crosscase.errors import RefusedError
from crosscase.model import Case, Code, Coding, Id, Memo, Span
from crosscase.store.absorb import replica
from crosscase.store.dump import dump, dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.store.undo import redo, undo
from crosscase.store.verify import verify
from tests.kernel.bench_of_copies import Copy, begun, code_span

HOUR = 3_600_000
WORDS = st.sampled_from(["", "x", "é", "👍🏽", "peer", " and so\n\non", "नहीं", "\n"])
PICK = st.integers(min_value=0, max_value=10_000)


class Copies(RuleBasedStateMachine):
    """Two to four copies of one study."""

    @initialize(skew=st.integers(-5, 5))
    def begin(self, skew: int) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.made = 0
        copy, self.source = begun(self._path(), skew=skew * HOUR)
        self.copies = [copy]
        self.codings_added: set[Id] = set()

    def _path(self) -> Path:
        self.made += 1
        return self.folder / f"{self.made}.crosscase"

    def teardown(self) -> None:
        if not hasattr(self, "copies"):
            return
        try:
            self._all_agree()
        finally:
            for copy in self.copies:
                copy.store.close()
            shutil.rmtree(self.folder)

    def _all_agree(self) -> None:
        for copy in self.copies:
            for other in self.copies:
                if other is not copy:
                    merge(copy.store, other.store)
        for copy in reversed(self.copies):
            for other in self.copies:
                if other is not copy:
                    merge(copy.store, other.store)
        first = self.copies[0].store
        digests = {dump_digest(copy.store) for copy in self.copies}
        again = replica(first)
        assert list(dump(first)) == list(dump(again))
        again.close()
        assert len(digests) == 1
        assert len({copy.store.version for copy in self.copies}) == 1
        assert len({str(open_conflicts(copy.store)) for copy in self.copies}) == 1
        assert verify(first) == []
        known = {thing for copy in self.copies for thing in self._ids(copy.store)}
        assert self.codings_added <= known

    def _ids(self, store: Store) -> list[Id]:
        return [thing for line in store.stored() for thing in self._added(line[1])]

    def _added(self, body: bytes) -> list[Id]:
        from crosscase.journal.changes import Added
        from crosscase.journal.entry import decode

        entry = decode(body)
        return [row for c in entry.changes if isinstance(c, Added) and c.kind == "coding" for row in c.rows(entry.id)]

    def _copy(self, pick: int) -> Copy:
        return self.copies[pick % len(self.copies)]

    # Parting

    @rule(pick=PICK, skew=st.integers(-9, 9))
    @precondition(lambda self: len(self.copies) < 4)
    def part_by_cp(self, pick: int, skew: int) -> None:
        """A file is copied as files are; the new one is opened elsewhere."""
        self._file_copy(self._copy(pick), skew)

    def _file_copy(self, copy: Copy, skew: int) -> None:
        target = self._path()
        assert copy.store.path is not None
        with copy.store.writing() as connection:
            connection.exec_driver_sql("SELECT 1")
        self._flush(copy)
        shutil.copy(copy.store.path, target)
        self.copies.append(Copy(Store.at_path(target), copy.member, skew * HOUR))

    def _flush(self, copy: Copy) -> None:
        path = copy.store.path
        assert path is not None
        copy.store.close()
        copy.store = Store.at_path(path)
        copy.store.now = lambda: Copy.ticks() + copy.skew

    @rule(pick=PICK)
    @precondition(lambda self: len(self.copies) < 4)
    def fork(self, pick: int) -> None:
        """A copy that does not know that it is one goes on writing the same chain: the guard is switched off."""
        copy = self._copy(pick)
        self._flush(copy)
        target = self._path()
        assert copy.store.path is not None
        shutil.copy(copy.store.path, target)
        other = Copy(Store.at_path(target), copy.member, copy.skew)
        with other.store.writing() as connection:
            state = other.store.state
            from msgspec.structs import replace

            from crosscase.store.places import place_of

            other.store.keep(connection, replace(state, place=place_of(target)))
        self.copies.append(other)

    @rule(pick=PICK, other=PICK)
    def swap(self, pick: int, other: int) -> None:
        """Two files change places, as a synchronising program does."""
        a, b = self._copy(pick), self._copy(other)
        if a is b:
            return
        one, two = a.store.path, b.store.path
        assert one is not None
        assert two is not None
        a.store.close()
        b.store.close()
        aside = self.folder / "aside"
        shutil.move(one, aside)
        shutil.move(two, one)
        shutil.move(aside, two)
        for copy, path in ((a, one), (b, two)):
            copy.store = Store.at_path(path)
        for copy in (a, b):
            self._tell(copy)

    def _tell(self, copy: Copy) -> None:
        copy.store.now = lambda: Copy.ticks() + copy.skew

    @rule(pick=PICK, other=PICK)
    def bring_together(self, pick: int, other: int) -> None:
        a, b = self._copy(pick), self._copy(other)
        if a is not b:
            merge(a.store, b.store)

    # Acting

    @rule(pick=PICK, parent=PICK)
    def add_code(self, pick: int, parent: int) -> None:
        copy = self._copy(pick)
        codes = copy.store.rows(Code)
        with copy.act("code.add") as act:
            chosen = codes[parent % len(codes)].id if codes and parent % 3 else None
            act.add(Code(name=f"code {parent % 7}", parent=chosen))

    @rule(pick=PICK, which=PICK, name=st.sampled_from(["trust", "doubt", "care", "ways"]))
    def rename(self, pick: int, which: int, name: str) -> None:
        copy = self._copy(pick)
        if codes := copy.store.rows(Code):
            with copy.act("code.rename") as act:
                act.change(Code, codes[which % len(codes)].id, name=name)

    @rule(pick=PICK, which=PICK, into=PICK, field=st.sampled_from(["parent", "merged_into"]))
    def move(self, pick: int, which: int, into: int, field: str) -> None:
        copy = self._copy(pick)
        codes = copy.store.rows(Code)
        if len(codes) < 2:
            return
        row, target = codes[which % len(codes)], codes[into % len(codes)]
        named = {code.id: getattr(code, field) for code in codes}
        from crosscase.journal.fold import closes_circle

        if not closes_circle(named, row.id, target.id):
            with copy.act("code.move") as act:
                act.change(Code, row.id, **{field: target.id})

    @rule(pick=PICK, which=PICK, paragraph=st.integers(0, 3), words=WORDS)
    def define(self, pick: int, which: int, paragraph: int, words: str) -> None:
        copy = self._copy(pick)
        if codes := copy.store.rows(Code):
            code = codes[which % len(codes)]
            parts = (code.definition or "one\n\ntwo\n\nthree\n\nfour").split("\n\n")
            parts[paragraph % len(parts)] = f"{words} {paragraph}"
            with copy.act("code.define") as act:
                act.change(Code, code.id, definition="\n\n".join(parts))

    @rule(pick=PICK, which=PICK)
    def remove_code(self, pick: int, which: int) -> None:
        copy = self._copy(pick)
        if codes := copy.store.rows(Code):
            with copy.act("code.remove") as act:
                act.remove_whole(Code, [codes[which % len(codes)].id])

    @rule(pick=PICK, which=PICK, start=PICK, length=st.integers(1, 20))
    def code_it(self, pick: int, which: int, start: int, length: int) -> None:
        copy = self._copy(pick)
        codes, text = copy.store.rows(Code), copy.store.text(self.source)
        if codes and text:
            at = start % len(text)
            with copy.act("coding.apply") as act:
                span = Span(at, min(len(text), at + length))
                self.codings_added.add(code_span(act, codes[which % len(codes)].id, self.source, span).id)

    @rule(pick=PICK, which=PICK, start=PICK)
    def resize(self, pick: int, which: int, start: int) -> None:
        copy = self._copy(pick)
        codings, text = copy.store.rows(Coding), copy.store.text(self.source)
        if codings and text:
            at = start % len(text)
            with copy.act("coding.resize") as act:
                first, last = act.anchor(self.source, Span(at, min(len(text), at + 3)))
                act.change(Coding, codings[which % len(codings)].id, first=first, last=last)

    @rule(pick=PICK, start=PICK, length=st.integers(0, 9), words=WORDS)
    def correct(self, pick: int, start: int, length: int, words: str) -> None:
        copy = self._copy(pick)
        text = copy.store.text(self.source)
        at = start % (len(text) + 1)
        if length or words:
            with copy.act("source.correct") as act:
                act.correct(self.source, [(Span(at, min(len(text), at + length)), words)])

    @rule(pick=PICK, name=st.sampled_from(["ALD", "BRK"]))
    def add_case(self, pick: int, name: str) -> None:
        with self._copy(pick).act("case.add") as act:
            act.add(Case(code=name))

    @rule(pick=PICK, shared=st.booleans())
    def add_memo(self, pick: int, *, shared: bool) -> None:
        copy = self._copy(pick)
        with copy.act("memo.add") as act:
            act.add(Memo(member=copy.member, text="what I thought", nature="reflexive", shared=shared))

    @rule(pick=PICK, deep=st.booleans())
    def undo(self, pick: int, *, deep: bool) -> None:
        copy = self._copy(pick)
        try:
            undo(copy.store, by=copy.member, with_dependants=deep)
        except RefusedError:
            return

    @rule(pick=PICK)
    def redo(self, pick: int) -> None:
        copy = self._copy(pick)
        try:
            redo(copy.store, by=copy.member)
        except RefusedError:
            return


Copies.TestCase.settings = settings(
    max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "15")), stateful_step_count=30, deadline=None
)
TestCopies = Copies.TestCase
