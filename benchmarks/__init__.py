"""The promises about speed and size, measured. `python -m benchmarks` prints them; see `__main__`.

sizes      generated studies of three sizes
machine    what this machine can do by itself: the baselines
measure    timing, and what a promise is
ground     a generated study, as the promises stand on it
promises   one module for each promise
page       the table, on the terminal and in `docs/reference/performance.md`

Nothing here is a test: a slow machine is not a fault. What can be compared from machine to machine are the ratios, each
against the work that the act could not do without, measured in the same run.
"""

from __future__ import annotations

import os

os.environ.setdefault("CROSSCASE_BACKUPS", "off")  # copies of studies that are thrown away again
