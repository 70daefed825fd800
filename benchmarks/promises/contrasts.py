"""Contrasts of every two cases with all checks of robustness, and a meta-matrix in order; frames warm, counted anew."""

from __future__ import annotations

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated
from benchmarks.promises.matrix import counted_anew
from crosscase.analyses.contrasts import ContrastOptions, Contrasts, contrasts
from crosscase.analyses.meta import MetaMatrix, MetaOptions, meta
from crosscase.frames import Snapshot

_AGAINST = "one case × code matrix, counted anew"


def _contrasts(snapshot: Snapshot, options: ContrastOptions) -> Contrasts:
    vars(snapshot).pop("_kept", None)
    return contrasts(snapshot, options)


def _meta(snapshot: Snapshot) -> MetaMatrix:
    vars(snapshot).pop("_kept", None)
    return meta(snapshot, MetaOptions(of="codes"))


def measure(ground: Ground) -> Measured:
    """Every code, every two cases (at larger sizes two of them): each case, coder and participant left out."""
    snapshot = ground.snapshot
    options = ContrastOptions(by="cases")
    if len(snapshot.cases) > 10:
        options = ContrastOptions(by="cases", left=snapshot.cases.labels[0], right=snapshot.cases.labels[1])
    made = _contrasts(snapshot, options)
    timing = repeated(lambda: _contrasts(snapshot, options), runs=5)
    baseline = repeated(lambda: counted_anew(snapshot))
    checks = sum(check.of for one in made.contrasts for check in one.checks)
    return compared(timing, baseline, _AGAINST, f"{len(made.contrasts):,} contrasts, {checks:,} checks")


def side_by_side(ground: Ground) -> Measured:
    """Cases × codes, in the order of what was said."""
    snapshot = ground.snapshot
    made = _meta(snapshot)
    timing = repeated(lambda: _meta(snapshot))
    baseline = repeated(lambda: counted_anew(snapshot))
    done = f"{len(made.rows):,} × {len(made.columns):,} cells"
    return compared(timing, baseline, _AGAINST, done)


PROMISES = (
    Promise("contrasts", "contrasts of every two cases with all checks of robustness", {"study": 1.0}, measure),
    Promise("meta", "meta-matrix, frames warm", {"study": 0.1}, side_by_side),
)
