"""Counting what became of kills, and printing it: by act, by way, and by where they landed.

*Before*, *inside* and *after* are about the commit of the act: before it began, while the file system had it, after it
returned (closing, the copying of the log into the file, what follows on an erasure). An act that makes or replaces a
file has no commit: before or after that file had its name. At which calls to the system kills landed is listed below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from tests.crash.board import PHASES, Phase


class Line(msgspec.Struct):
    """What became of the kills of one act."""

    kills: int = 0
    phases: dict[Phase, int] = {}
    kept: int = 0
    gone: int = 0


class Tally(msgspec.Struct):
    """All kills; `unreached` trials ran to their end before they could be killed and count for nothing.

    Attributes:
        acknowledged: acts that had returned before the kill; every one of them was found.
        failures: what did not hold, in words. `lost` and `half` are what they come to.
    """

    lines: dict[str, Line] = {}
    ways: dict[str, int] = {}
    landed: dict[str, int] = {}
    acknowledged: int = 0
    unreached: int = 0
    failures: list[str] = []

    @property
    def kills(self) -> int:
        return sum(line.kills for line in self.lines.values())

    def count(self, act: str, way: str, phase: Phase, at: str, acknowledged: int, *, kept: bool, killed: bool) -> None:
        """Count one trial."""
        self.acknowledged += acknowledged
        if not killed:
            self.unreached += 1
            return
        line = self.lines.setdefault(act, Line())
        line.kills += 1
        line.phases[phase] = line.phases.get(phase, 0) + 1
        line.kept, line.gone = line.kept + kept, line.gone + (not kept)
        self.ways[way] = self.ways.get(way, 0) + 1
        if at:
            self.landed[at] = self.landed.get(at, 0) + 1


def together(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    whole = Tally()
    for tally in tallies:
        for name, line in tally.lines.items():
            into = whole.lines.setdefault(name, Line())
            into.kills, into.kept, into.gone = into.kills + line.kills, into.kept + line.kept, into.gone + line.gone
            into.phases = dict(Counter(into.phases) + Counter(line.phases))
        whole.ways = dict(Counter(whole.ways) + Counter(tally.ways))
        whole.landed = dict(Counter(whole.landed) + Counter(tally.landed))
        whole.acknowledged += tally.acknowledged
        whole.unreached += tally.unreached
        whole.failures += tally.failures
    return whole


def shown(tally: Tally) -> str:
    """The tally as it is printed."""
    rows = [("act", "kills", *PHASES, "there", "not there")]
    for name, line in tally.lines.items():
        rows.append((name, *map(str, (line.kills, *(line.phases.get(p, 0) for p in PHASES), line.kept, line.gone))))
    sums = [sum(int(row[column]) for row in rows[1:]) for column in range(1, len(rows[0]))]
    rows.append(("all", *map(str, sums)))
    width = max(len(row[0]) for row in rows)
    table = [f"{row[0]:{width}}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows]
    lost = sum("lost" in failure or "gone" in failure for failure in tally.failures)
    return "\n".join([
        *table, "",
        "killed by: " + ", ".join(f"{way} {count:,}" for way, count in sorted(tally.ways.items())),
        "at calls to the system: " + ", ".join(
            f"{at} {count:,}" for at, count in sorted(tally.landed.items(), key=lambda item: -item[1])
        ),
        f"acts acknowledged before a kill: {tally.acknowledged:,}",
        f"lost: {lost}; half: {len(tally.failures) - lost}",
        *tally.failures[:20],
    ])  # fmt: skip
