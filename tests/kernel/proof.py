"""The proof that copies converge, run for a long time: `python -m tests.kernel.proof`.

The machine of `test_converge` for at least 20,000 steps (`CROSSCASE_STEPS` sets another number), in as many processes
as there are processors. It prints what was done at the end, and which verbs were never carried out, if any. A failure
is printed as the steps that lead to it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.kernel import test_converge
from tests.kernel.deeds import DEEDS

STEPS = int(os.environ.get("CROSSCASE_STEPS", "20000"))
IN_A_STUDY = 50


class Counted(test_converge.Copies):
    """The same machine, which counts its steps and is done when it has made enough."""

    def check_invariants(self, *args: object, **kwargs: object) -> None:
        """Called after each step."""
        test_converge.TALLY["steps"] += 1
        super().check_invariants(*args, **kwargs)  # type: ignore[arg-type] # hypothesis's own


def tried(share: tuple[int, int]) -> Counter[str]:
    """Make a number of steps; what was done."""
    number, steps = share
    while test_converge.TALLY["steps"] < steps:
        run_state_machine_as_test(
            Counted,
            settings=settings(
                max_examples=20,
                stateful_step_count=IN_A_STUDY,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
        if number == 0:
            sys.stderr.write(f"{test_converge.TALLY['steps'] * 100 // steps} %\n")
    return test_converge.TALLY


def main() -> int:
    """Run it and print the tally."""
    began = time.monotonic()
    workers = os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        shares = [(number, -(-STEPS // workers)) for number in range(workers)]
        tally: Counter[str] = sum(pool.imap_unordered(tried, shares), Counter())
    done = {verb: tally[f"{verb}: done"] for verb in DEEDS}
    acts = sum(count for name, count in tally.items() if name.endswith(": done"))
    refused = sum(count for name, count in tally.items() if name.endswith(": refused"))
    told = [
        f"{tally['steps']:,} steps in {tally['studies']:,} studies, {time.monotonic() - began:,.0f} seconds.",
        f"{acts:,} acts by {sum(map(bool, done.values()))} of {len(done)} verbs and by undo and redo.",
        f"{refused:,} acts were refused.",
        f"{tally['merges']:,} merges, and {tally['trials']:,} that were tried first.",
        f"{tally['conflicts in the end']:,} conflicts were open in the end, and none went unreported.",
    ]
    if never := sorted(verb for verb, count in done.items() if not count):
        told.append(f"Never carried out: {', '.join(never)}")
    sys.stdout.write("\n".join([*told, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
