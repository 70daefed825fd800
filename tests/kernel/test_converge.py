"""Copies of a study that went on by themselves come together, whatever the order of merging.

A machine makes two to five copies: by `copy`, with `cp` as people do, as a fork that goes on writing one chain, from an
old state that is restored, swapped as files; with clocks that run wrong by hours. Members do whatever verbs allow
(`deeds`), undo and redo it, settle what stands against each other, and merge at any time. In the end all copies have
taken in all others, in different orders, and must have the same dump; every coding is there; `oracle` finds nothing
that is not reported; and `verify` passes, which replays the journal.

`python -m tests.kernel.proof` does it for 20,000 steps.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from msgspec.structs import replace

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Id, Member
from crosscase.store.copies import take_in
from crosscase.store.dump import dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.places import place_of
from crosscase.store.store import Store
from crosscase.store.verify import verify
from crosscase.study import Study
from crosscase.verbs import VERBS
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.members import add_member
from crosscase.verbs.sources import add_source
from tests.kernel.deeds import DEEDS, LEFT_OUT, TEXTS, Draw, Nothing
from tests.kernel.oracle import taken_away, unreported

HOUR = 3_600_000
MOST = 5
SEED = st.integers(min_value=0, max_value=1 << 30)
PICK = st.integers(min_value=0, max_value=10_000)
BY_NAME = {verb.name: verb for verb in VERBS}

BEGINNING = (
    "import.bundle", "code.add", "code.add", "code.add", "coding.apply", "coding.apply", "coding.by_rule",
    "role.add", "participant.add", "participant.add", "attribute.add", "attribute.set_values", "analysis.add",
    "theme.add", "theme.add", "evidence.place", "memo.write", "memo.write", "topic.add", "instrument.add",
    "question.add", "interview.add", "set.add", "mark.add", "reading.begin", "link.add", "task.add", "topic.add",
    "reading.finish", "recruitment.log", "product.record", "content_note.add", "lineage.develop", "source.assign",
)  # fmt: skip
"""What there is before anybody parts."""

TALLY: Counter[str] = Counter()
"""What was done in all, for who runs it long."""


class Copy:
    """One copy, with a clock that is wrong in its own way."""

    def __init__(self, path: Path, skew: int) -> None:
        self.path = path
        self.skew = skew
        self.open()

    def open(self) -> None:
        self.store = Store.at_path(self.path)
        self.store.now = lambda: Copies.tick() + self.skew

    def close(self) -> None:
        self.store.close()

    def study(self, pick: int) -> Study:
        """The study with some member at work."""
        members = self.store.rows(Member)
        return Study(self.store, member=members[pick % len(members)].id)


class Copies(RuleBasedStateMachine):
    """Two to five copies of one study."""

    time = 1_700_000_000_000

    @classmethod
    def tick(cls) -> int:
        """The time by a clock that is right."""
        cls.time += 1_000
        return cls.time

    @initialize(skew=st.integers(-5, 5), seed=SEED)
    def begin(self, skew: int, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="crosscase-"))
        self.before = {name: os.environ.get(name) for name in ("CROSSCASE_STATE_DIR", "CROSSCASE_BACKUPS")}
        os.environ["CROSSCASE_STATE_DIR"] = str(self.folder / "state")
        os.environ["CROSSCASE_BACKUPS"] = "off"
        self.made = itertools.count(1)
        path = self._path()
        with Study.new(path, title="Try", member="Ines") as study:
            study.store.now = lambda: Copies.tick() + skew * HOUR
            study.do(add_member, "Tariq")
            study.do(add_case, "ALD")
            study.do(add_code, "trust", definition="What it is.\n\nWhat it is not.")
            study.do(add_source, "A1", TEXTS[1])
        self.copies = [Copy(path, skew * HOUR)]
        self.codings: set[Id] = set()
        self.states: list[Path] = []
        for n, verb in enumerate(BEGINNING):
            self._act(0, n, verb, seed + n)
        self.part(0, -skew, own=False)

    def _path(self) -> Path:
        return self.folder / f"{next(self.made)}.crosscase"

    def _copy(self, pick: int) -> Copy:
        return self.copies[pick % len(self.copies)]

    # Parting

    @rule(pick=PICK, skew=st.integers(-9, 9), own=st.booleans())
    @precondition(lambda self: len(self.copies) < MOST)
    def part(self, pick: int, skew: int, own: bool) -> None:
        """A colleague is given a copy, or somebody takes one to another machine."""
        path = self._path()
        self._copy(pick).study(pick).copy_to(path, own_memos=own)
        self.copies.append(Copy(path, skew * HOUR))

    @rule(pick=PICK, skew=st.integers(-9, 9))
    @precondition(lambda self: len(self.copies) < MOST)
    def part_by_cp(self, pick: int, skew: int) -> None:
        """A file is copied as files are."""
        self.copies.append(Copy(self._copied(self._copy(pick)), skew * HOUR))

    def _copied(self, copy: Copy) -> Path:
        path = self._path()
        copy.close()
        shutil.copy(copy.path, path)
        copy.open()
        return path

    @rule(pick=PICK)
    @precondition(lambda self: len(self.copies) < MOST)
    def fork(self, pick: int) -> None:
        """A copy that does not know that it is one goes on writing the same chain: the guard is switched off."""
        copy = self._copy(pick)
        other = Copy(self._copied(copy), copy.skew)
        with other.store.writing() as connection:
            other.store.keep(connection, replace(other.store.state, place=place_of(other.path)))
        self.copies.append(other)

    @rule(pick=PICK, other=PICK)
    def swap(self, pick: int, other: int) -> None:
        """Two files change places, as a synchronising program does."""
        one, two = self._copy(pick), self._copy(other)
        if one is two:
            return
        one.close()
        two.close()
        aside = self.folder / "aside"
        shutil.move(one.path, aside)
        shutil.move(two.path, one.path)
        shutil.move(aside, two.path)
        one.open()
        two.open()

    @rule(pick=PICK)
    def save(self, pick: int) -> None:
        """Somebody keeps a file for bad days."""
        self.states = [*self.states[-3:], self._copied(self._copy(pick))]

    @rule(pick=PICK, which=PICK)
    @precondition(lambda self: bool(self.states) and len(self.copies) < MOST)
    def restore(self, pick: int, which: int) -> None:
        """An old file takes the place of a copy; what was there is put beside it."""
        copy = self._copy(pick)
        beside = self._copied(copy)
        copy.close()
        shutil.copy(self.states[which % len(self.states)], copy.path)
        copy.open()
        self.copies.append(Copy(beside, copy.skew))

    # Coming together

    @rule(pick=PICK, others=st.lists(PICK, min_size=1, max_size=3))
    def merge(self, pick: int, others: list[int]) -> None:
        copy = self._copy(pick)
        wanted = {other.path: other for other in map(self._copy, others) if other is not copy}
        if wanted:
            self._merged(copy, list(wanted.values()))
            TALLY["merges"] += len(wanted)

    def _merged(self, copy: Copy, others: list[Copy]) -> None:
        for other in others:
            other.close()
        Study(copy.store).merge(*(other.path for other in others))
        for other in others:
            other.open()

    @rule(pick=PICK, other=PICK)
    def try_to_merge(self, pick: int, other: int) -> None:
        """A trial changes nothing, and tells what the merge then shows."""
        one, two = self._copy(pick), self._copy(other)
        if one is two:
            return
        before = dump_digest(one.store), one.store.version
        two.close()
        told = Study(one.store).merge(two.path, dry_run=True)
        assert (dump_digest(one.store), one.store.version) == before
        done = Study(one.store).merge(two.path)
        two.open()
        assert replace(told, kept=True) == done
        TALLY["trials"] += 1

    # Acting

    @rule(pick=PICK, who=PICK, verb=st.sampled_from(sorted(DEEDS)), seed=SEED)
    def act(self, pick: int, who: int, verb: str, seed: int) -> None:
        self._act(pick, who, verb, seed)

    @rule(pick=PICK, who=PICK, verb=st.sampled_from(sorted(DEEDS)), seed=SEED)
    def act_as_well(self, pick: int, who: int, verb: str, seed: int) -> None:
        self._act(pick, who, verb, seed)

    @rule(pick=PICK, who=PICK, seed=SEED, verb=st.sampled_from(
        ["coding.apply", "code.define", "code.rename", "code.move", "code.merge", "code.remove", "source.correct",
         "source.replace_words", "theme.write", "theme.add", "memo.change", "coding.resize"]
    ))  # fmt: skip
    def do_what_is_done_most(self, pick: int, who: int, verb: str, seed: int) -> None:
        self._act(pick, who, verb, seed)

    @rule(pick=PICK, who=PICK, seed=SEED, verb=st.sampled_from(
        ["participant.erase", "source.erase", "source.redact", "source.assign", "speaker.map", "memo.write"]
    ))  # fmt: skip
    def withdraw(self, pick: int, who: int, verb: str, seed: int) -> None:
        """Words are taken out for good, while others go on writing about them."""
        self._act(pick, who, verb, seed)

    @rule(pick=PICK, seed=SEED, verb=st.sampled_from(["conflict.keep", "conflict.keep", "conflict.write"]))
    def settle(self, pick: int, verb: str, seed: int) -> None:
        self._act(pick, 0, verb, seed)

    def _act(self, pick: int, who: int, verb: str, seed: int) -> None:
        study = self._copy(pick).study(who)
        try:
            given = DEEDS[verb](Draw(study, random.Random(seed)))
        except Nothing:
            TALLY[f"{verb}: nothing"] += 1
            return
        open_before = {one.id for one in study.conflicts()} if verb.startswith("conflict.") else set()
        try:
            done = study.because("agreed on Tuesday").do(BY_NAME[verb].function, *given.args, **given.options)
        except CrosscaseError:
            TALLY[f"{verb}: refused"] += 1
            return
        TALLY[f"{verb}: done"] += 1
        if verb.startswith("conflict."):
            assert given.args[0] not in {one.id for one in study.conflicts()} & open_before, (verb, given)
        if "coding" in done.changed:
            self.codings.update(done.changed["coding"])

    @rule(pick=PICK, who=PICK, deep=st.booleans())
    def undo(self, pick: int, who: int, deep: bool) -> None:
        self._turn(lambda study: study.undo(with_dependants=deep), pick, who, "undo")

    @rule(pick=PICK, who=PICK, which=PICK)
    def undo_one_far_back(self, pick: int, who: int, which: int) -> None:
        log = self._copy(pick).store.log()
        self._turn(lambda study: study.undo(log[which % len(log)].id), pick, who, "undo one")

    @rule(pick=PICK, who=PICK)
    def redo(self, pick: int, who: int) -> None:
        self._turn(lambda study: study.redo(), pick, who, "redo")

    def _turn(self, turn: Callable[[Study], object], pick: int, who: int, name: str) -> None:
        try:
            turn(self._copy(pick).study(who))
            TALLY[f"{name}: done"] += 1
        except CrosscaseError:
            TALLY[f"{name}: refused"] += 1

    # In the end

    def teardown(self) -> None:
        if not hasattr(self, "copies"):
            return
        try:
            self._all_agree()
        finally:
            for copy in self.copies:
                copy.close()
            shutil.rmtree(self.folder)
            for name, value in self.before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value

    def _all_agree(self) -> None:
        for n, copy in enumerate(self.copies):
            others = self.copies[:n] + self.copies[n + 1 :]
            for other in others if n % 2 else others[::-1]:
                take_in(copy.store, other.store)
        for copy in self.copies[:-1]:
            take_in(copy.store, self.copies[-1].store)
        first = self.copies[0].store
        assert len({copy.store.version for copy in self.copies}) == 1
        assert len({dump_digest(copy.store) for copy in self.copies}) == 1
        conflicts = [conflict for conflict in open_conflicts(first) if conflict.kind != "memo"]
        for copy in self.copies[1:]:
            assert [one for one in open_conflicts(copy.store) if one.kind != "memo"] == conflicts
        assert len({one.id for one in conflicts}) == len(conflicts)
        assert unreported(first) == []
        for copy in self.copies:
            assert verify(copy.store) == []
            here = {coding.id for coding in copy.store.rows(Coding)}
            assert self.codings <= here | taken_away(copy.store)
        TALLY["conflicts in the end"] += len(conflicts)
        TALLY["studies"] += 1


Copies.TestCase.settings = settings(
    max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "6")), stateful_step_count=30, deadline=None
)
TestCopies = pytest.mark.slow(Copies.TestCase)


def test_every_verb_has_a_deed_or_a_reason() -> None:
    assert set(BY_NAME) == set(DEEDS) | set(LEFT_OUT)
    assert not set(DEEDS) & set(LEFT_OUT)
