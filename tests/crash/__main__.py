"""Kill a study thousands of times: `python -m tests.crash --kills 10000`, which is what `make crash` runs.

Two programs share the work. Each goes through all acts again and again; where each kill lands is drawn from a seed,
which is printed, so that a run can be repeated (but for what the clock decides). The first things that do not hold are
printed and their files are kept.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from tests.crash import traced
from tests.crash.board import INSIDE, Way
from tests.crash.ground import prepare
from tests.crash.more_acts import EVERYTHING
from tests.crash.tally import Tally, shown, together
from tests.crash.trial import CrashError, Field

MOST_FAILURES = 20


def share(asked: argparse.Namespace) -> Tally:
    """The kills of one of several programs."""
    folder: Path = asked.folder
    ways: tuple[Way, ...] = (*INSIDE, "time", *(("write", "write") if traced.works() else ()))
    field, chance, tally = Field(prepare(folder), ways=ways), random.Random(f"{asked.seed}:{asked.share}"), Tally()
    acts = [act for act in EVERYTHING if not asked.only or act.name in asked.only][asked.share :: asked.programs]
    turn = 0
    while tally.kills < asked.kills and len(tally.failures) < MOST_FAILURES:
        act, turn = acts[turn % len(acts)], turn + 1
        try:
            one = field.trial(act, chance)
        except KeyboardInterrupt:
            break  # what was counted so far counts
        except CrashError as error:
            tally.failures.append(str(error))
            sys.stderr.write(f"{error}\n")
            shutil.copytree(field.last, folder / f"failure-{len(tally.failures)}", dirs_exist_ok=True)
            continue
        if turn % len(acts) == 0:  # so that one can see how far it is
            asked.folder.with_suffix(".json").write_bytes(msgspec.json.encode(tally))
        tally.count(one.act, one.way, one.phase, one.at, one.acknowledged, kept=one.kept, killed=one.killed)
    return tally


def main() -> int:
    """Share out the work, and print what came of it."""
    given = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    given.add_argument("--kills", type=int, default=10_000)
    given.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    given.add_argument("--programs", type=int, default=max(1, min(os.cpu_count() or 1, 4)))
    given.add_argument("--only", action="append", default=[], metavar="ACT", help="an act; may be repeated")
    given.add_argument("--share", type=int, help=argparse.SUPPRESS)
    given.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = given.parse_args()
    if asked.share is not None:
        asked.folder.with_suffix(".json").write_bytes(msgspec.json.encode(share(asked)))
        return 0
    began = time.monotonic()
    # A kill takes nothing from the system, only from the process: a folder in memory is as good as a disk, and no
    # other program waits for ours. What a power cut takes is tried on a disk, in `test_power`.
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="crosscase-crash-", dir=memory if os.access(memory, os.W_OK) else None))
    each = [asked.kills // asked.programs + (n < asked.kills % asked.programs) for n in range(asked.programs)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.crash", "--kills", str(kills), "--seed", str(asked.seed), "--share", str(n),
             "--programs", str(asked.programs), "--folder", str(folder / str(n)),
             *(word for act in asked.only for word in ("--only", act))]
        )
        for n, kills in enumerate(each)
    ]  # fmt: skip
    with suppress(KeyboardInterrupt):  # the programs hear it as well, and answer
        for one in running:
            one.wait()
    if any(one.wait() for one in running):
        sys.stderr.write("A program of the harness itself failed; see above.\n")
        return 2
    tally = together(
        msgspec.json.decode((folder / f"{n}.json").read_bytes(), type=Tally) for n in range(asked.programs)
    )
    seconds = time.monotonic() - began
    sys.stdout.write(f"{shown(tally)}\n")
    sys.stdout.write(
        f"{tally.kills:,} kills in {seconds / 60:.1f} min ({tally.kills / seconds:.1f} a second; seed {asked.seed}, "
        f"{asked.programs} programs; {tally.unreached:,} trials ran to their end first)\n"
    )
    if tally.failures:
        sys.stdout.write(f"The files of what failed are in {folder}.\n")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
