"""One trial: a child works on a study, is killed, and what it leaves is looked at.

The child is forked from a process that has imported everything and has nothing open, so a trial costs a few
hundredths of a second. What has to hold afterwards is in `look`: the study opens, every act that was acknowledged is
there with its digest, the one that was in progress is there whole or not at all, the next act can be done, `verify` and
SQLite find no fault, and nothing lies beside the study that does not belong there.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from crosscase.store.database import CannotOpenError
from crosscase.store.keys import WrongPassphraseError
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.crash import traced
from tests.crash.acts import ME, STUDY, Act, Child
from tests.crash.board import INSIDE, Board, Phase, Way, watch
from tests.crash.ground import Ground


class CrashError(AssertionError):
    """Something acknowledged was lost, or something is there by half."""


class Measure(NamedTuple):
    """What an act comes to when nobody kills it: how much there is to count in each way, and what it records."""

    counts: dict[Way, int]
    entries: int


class Aim(NamedTuple):
    """Where a trial is to end: at which count of which way, after how many other acts, with a write torn or not."""

    way: Way
    at: int = 0
    earlier: int = 0
    torn: bool = False


class Killed(NamedTuple):
    """What became of one trial; `at` says more of where it was, `acknowledged` counts acts."""

    act: str
    way: Way
    phase: Phase
    at: str
    acknowledged: int
    kept: bool
    killed: bool


class Field:
    """Where trials are held."""

    def __init__(self, ground: Ground, *, ways: tuple[Way, ...], place: Path | None = None) -> None:
        self.ground = ground
        self.place = place or ground.folder / "trials"
        self.ways = ways
        self.board = Board()
        os.environ.update(CROSSCASE_STATE_DIR=str(ground.folder / "state"), CROSSCASE_BACKUPS="off")
        self.base = _entries(ground.study)
        self.theirs = _entries(ground.colleague) - self.base
        self._measured: dict[str, Measure] = {}
        self.last = ground.folder

    def measure(self, act: Act) -> Measure:
        """Run an act to its end, once for each way of counting."""
        if act.name not in self._measured:
            folder = self._lay(act)
            began = time.monotonic()
            fell, told = self._run(act, folder, Aim("time"))
            counts: dict[Way, int] = {way: self.board.counted(way) for way in INSIDE}
            counts["time"] = int((time.monotonic() - began) * 1e6)
            if fell.status == 0 and "write" in self.ways:
                folder = self._lay(act)
                fell, told = self._run(act, folder, Aim("write"))
                counts["write"] = fell.calls
            if fell.status != 0:
                raise CrashError(f"{act.name} does not run: {fell} {told}")
            entries = len(told[-1][1]) if told and told[-1][0] == "done" else 0
            self.look(act, folder, told, entries)
            self._measured[act.name] = Measure(counts, entries)
        return self._measured[act.name]

    def trial(self, act: Act, chance: random.Random) -> Killed:
        """Kill an act at random; raises `CrashError` when what is left does not hold."""
        measure = self.measure(act)
        way = chance.choice(self.ways)
        # A little further than it takes: earlier acts make it longer. Who is not reached is not counted as killed.
        at = chance.randint(1, max(1, int(measure.counts[way] * 1.02)))
        aim = Aim(way, at, chance.choice((0, 0, 1, 2, 3)), chance.random() < 0.3)
        folder = self._lay(act)
        fell, told = self._run(act, folder, aim)
        killed = os.WIFSIGNALED(fell.status) and os.WTERMSIG(fell.status) == signal.SIGKILL
        if not killed and fell.status != 0:
            raise CrashError(f"{act.name} ended by itself with {fell.status}: {told}")
        done = sum(line[0] == "done" for line in told)
        try:
            kept = self.look(act, folder, told, measure.entries, aim.earlier)
        except Exception as error:
            raise CrashError(
                f"{act.name}, {aim}, of {measure.counts[way]}, "
                f"phase {self.board.phase}, {fell.at or 'no call'}, told {told}: {error!r} (see {folder})"
            ) from error
        # An act that replaces a file has no commit: it is before or after.
        phase: Phase = self.board.phase if act.result is None else "after" if kept else "before"
        shutil.rmtree(folder, ignore_errors=True)
        return Killed(act.name, way, phase, fell.at, done, kept, killed)

    def _lay(self, act: Act) -> Path:
        folder = self.place / f"{os.getpid()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        act.lay(self.ground, folder)
        self.last = folder
        return folder

    def _run(self, act: Act, folder: Path, aim: Aim) -> tuple[traced.Fallen, list[list[Any]]]:
        self.board.clear()
        out, into = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(out)
            self._child(act, folder, aim, into)
        os.close(into)
        if aim.way == "write":
            fell = traced.follow(pid, aim.at, torn=aim.torn)
        else:
            if aim.way == "time" and aim.at:
                time.sleep(aim.at / 1e6)
                os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            fell = traced.Fallen("", status, 0)
        with os.fdopen(out, "rb") as pipe:
            lines = pipe.read().split(b"\n")
        told = [json.loads(line) for line in lines[:-1]]
        return fell, told

    def _child(self, act: Act, folder: Path, aim: Aim, pipe: int) -> None:
        status = 3
        try:
            # Counting slows a process down, so only what is aimed at is counted, or everything when it is measured.
            counting = {aim.way: aim.at} if aim.way in INSIDE else {} if aim.at else dict.fromkeys(INSIDE, 0)
            begin = watch(self.board, counting)

            def armed() -> None:
                begin()
                if aim.way == "write":
                    traced.offer()

            child = Child(self.ground, folder, pipe, armed)
            act.work(child, aim.earlier)
            status = 0
        except BaseException:  # noqa: BLE001 - whatever it is, the parent has to hear of it
            os.write(pipe, json.dumps(["failed", traceback.format_exc()]).encode() + b"\n")
        finally:
            os._exit(status)

    # Afterwards

    def look(self, act: Act, folder: Path, told: list[list[Any]], whole: int, earlier: int = 0) -> bool:
        """Whether what is left holds; whether the act that was killed is there."""
        there = act.result is not None and act.result(folder)
        acknowledged = [(set(line[1]), line[2]) for line in told if line[0] == "done"]
        base = self.base if act.name != "new" else set()
        try:
            study = _opened(folder / STUDY, act)
        except CannotOpenError:
            if act.name == "new" and not acknowledged:
                # It had not come about, and can be done once more in the same place.
                Study.new(folder / STUDY, title="Peers", member=ME).close()
                return self.look(act, folder, told, whole, earlier)
            raise
        with study:
            lines = study.log()
            here = {line.id: line.digest for line in lines}
            _there(acknowledged, here)
            known = base | {entry for entries, _ in acknowledged for entry in entries}
            if known - set(here):
                raise CrashError(f"{len(known - set(here))} entries are gone")
            more = set(here) - known
            # One act at most was under way: an earlier one, which makes one entry, or the one that was to be killed.
            if len(more) not in {0, len(self.theirs) if act.fewer else whole if self.board.armed else 1}:
                raise CrashError(f"{len(more)} entries of an act that makes {whole}")
            after = study.do(add_code, "after the crash").entry
            if not any(line.id == after for line in study.log()):
                raise CrashError("the next act is not in the log")
            faults = study.verify()
            if faults:
                raise CrashError(f"verify: {[str(fault) for fault in faults[:3]]}")
            _sound(study)
        if act.more is not None:
            act.more(self.ground, folder, [line[0] for line in told if line[0] != "done"])
        left = {file.name for file in folder.iterdir()} - {STUDY, *act.files}
        if left:
            raise CrashError(f"lies beside the study: {sorted(left)}")
        return there if act.result is not None else bool(more) or len(acknowledged) > earlier


def _opened(path: Path, act: Act) -> Study:
    """The study, with whichever key opens it by now."""
    for key in act.keys[:-1]:
        with suppress(WrongPassphraseError):
            return Study.open(path, member=ME, passphrase=key)
    return Study.open(path, member=ME, passphrase=act.keys[-1] if act.keys else None)


def _there(acknowledged: list[tuple[set[str], str]], lines: dict[str, str]) -> None:
    for entries, head in acknowledged:
        if not entries <= set(lines):
            raise CrashError(f"lost: {sorted(entries - set(lines))}")
        if head not in lines.values():
            raise CrashError("the head that was acknowledged is not in the journal")


def _sound(study: Study) -> None:
    with study.store.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if said != ["ok"]:
        raise CrashError(f"SQLite: {said[:3]}")


def _entries(path: Path) -> set[str]:
    with Study.open(path, writable=False) as study:
        return {line.id for line in study.log()}
