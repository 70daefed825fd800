"""Fifty claims evaluated anew after one more coding, with what each depends on, as the ledger shows them."""

from __future__ import annotations

from itertools import cycle

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated, timed
from benchmarks.promises.coding import places_of
from benchmarks.promises.matrix import counted_anew
from crosscase.model import Code
from crosscase.model.claims import ClaimUnit, Quantifier
from crosscase.reports.claims_since import ledger_of
from crosscase.study import Study
from crosscase.verbs.claims import write_claim
from crosscase.verbs.codings import apply_code

CLAIMS = 50
_UNITS: tuple[ClaimUnit, ...] = ("participants", "cases", "sources")
_QUANTIFIERS: tuple[Quantifier, ...] = ("all", "some", "none", "n of N")


def _write(study: Study) -> None:
    """Claims of every other kind: of one code or two, of participants, cases and sources."""
    names = cycle(f'"{code.name}"' for code in study.rows(Code))
    for number in range(CLAIMS):
        query = f"{next(names)} AND NOT {next(names)}" if number % 3 == 2 else next(names)
        unit, quantifier = _UNITS[number % 3], _QUANTIFIERS[number % 4]
        counted = quantifier == "n of N"
        study.do(
            write_claim, f"Sentence {number + 1}.", quantifier=quantifier, unit=unit, query=query,
            number=5 if counted else 0, of=10 if counted else 0,
        )  # fmt: skip


def measure(ground: Ground) -> Measured:
    """From the coding's being recorded to the statuses of all claims: the frames keep up first."""
    with ground.copied() as study:
        _write(study)
        places = places_of(study)
        ledger_of(study)
        timing = timed(lambda _: ledger_of(study), lambda: study.do(apply_code, *next(places)), runs=5)
        snapshot = study.snapshot()
        baseline = repeated(lambda: counted_anew(snapshot))
        shown = sum(one.status == "shown" for one in ledger_of(study).standings)
    return compared(
        timing,
        baseline,
        "one case × code matrix, counted anew",
        f"{CLAIMS} claims after one more coding, {shown} shown",
    )


PROMISES = (Promise("claims", "50 claims after one more coding, with the frames' keeping up", {"study": 1.0}, measure),)
