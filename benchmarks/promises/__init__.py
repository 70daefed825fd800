"""The promises that are measured, in the order of the table. A new one is a module here and a line below."""

from __future__ import annotations

from benchmarks.measure import Promise
from benchmarks.promises import (
    claims,
    coding,
    contrasts,
    correcting,
    exchange,
    exchanging,
    frames,
    framework,
    importing,
    many,
    matrix,
    memory,
    merging,
    opening,
    overlap,
    past,
    search,
    starting,
)

PROMISES: tuple[Promise, ...] = (
    *starting.PROMISES,
    *opening.PROMISES,
    *coding.PROMISES,
    *correcting.PROMISES,
    *frames.PROMISES,
    *matrix.PROMISES,
    *framework.PROMISES,
    *overlap.PROMISES,
    *contrasts.PROMISES,
    *claims.PROMISES,
    *search.PROMISES,
    *many.PROMISES,
    *importing.PROMISES,
    *exchanging.PROMISES,
    *exchange.PROMISES,
    *merging.PROMISES,
    *past.PROMISES,
    *memory.PROMISES,
)
