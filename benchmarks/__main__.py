"""Measure the promises: `python -m benchmarks [SIZE…] [--only NAME…] [--write]`.

Sizes are study, stress and extreme; without one, study and stress. Studies are generated once, in `build/benchmarks`:
stress takes a minute or two and 1 GB, extreme five times as much.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from benchmarks import machine, page
from benchmarks.ground import FOLDER, Ground
from benchmarks.promises import PROMISES
from benchmarks.sizes import SIZES

PAGE = Path("docs", "reference", "performance.md")


def main() -> None:
    """Run what was asked for."""
    names = [promise.name for promise in PROMISES]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure what is promised.")
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help="study, stress or extreme (default: study stress)")
    parser.add_argument("--only", action="append", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE}")
    asked = parser.parse_args()
    known = {size.name: size for size in SIZES}
    if unknown := [name for name in asked.sizes if name not in known]:
        parser.error(f"There is no size {unknown[0]!r}; there are {', '.join(known)}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["CROSSCASE_STATE_DIR"] = str((FOLDER / "state").resolve())
    looked = machine.look(FOLDER)
    for fact in page.facts(looked):
        print(fact)
    lines: list[page.Line] = []
    for name in asked.sizes or ["study", "stress"]:
        ground = Ground(known[name])
        print(f"\n{name}: {page.described(ground.size)}", flush=True)
        for promise in PROMISES:
            if promise.covers(name) and (not asked.only or promise.name in asked.only):
                lines.append(page.Line(promise, name, promise.measure(ground)))
                print_line(lines[-1])
    if asked.write:
        PAGE.write_text(page.page(looked, lines), "utf-8")
        print(f"\nWritten: {PAGE}")


def print_line(line: page.Line) -> None:
    """One line on the terminal, as soon as it is known."""
    _, promised, measured, processor, ratio, against, verdict, done = page.cells(line)
    print(f"{line.promise.name:16} {measured:>9} {promised:>9} {verdict.strip('*'):8} processor {processor:>8}", end="")
    print(f"  {ratio:>7} {against}; {done}", flush=True)


if __name__ == "__main__":
    main()
