"""Reference values of coefficients, read from where they lie: judgements and spans as each vector has them."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from crosscase.analyses.agreement.alignment import Units
from crosscase.analyses.agreement.judgements import (
    Judgements,
    judgements_of,
    judgements_of_counts,
    judgements_of_table,
)
from tests.shared import shared


def vectors() -> list[dict[str, Any]]:
    """All of them; skips where they are not there."""
    data: dict[str, Any] = json.loads(shared("agreement", "vectors.json").read_text("utf-8"))
    return list(data["vectors"])


def judged(data: dict[str, Any]) -> Judgements:
    """The judgements of a vector."""
    if data["format"] == "contingency_2coders":
        return judgements_of_table(data["table"], data.get("categories"))
    if data["format"] == "counts_units_by_categories":
        return judgements_of_counts(data["counts"], data.get("categories"))
    return judgements_of(data["units"])


def units(data: dict[str, Any]) -> tuple[Units, list[str]]:
    """The units of a vector of gamma, and the names of their categories."""
    coders = list(data["coders_by_name"].values())
    names = sorted({span[2] for spans in coders for span in spans})
    rows = [(coder, low, high, names.index(what)) for coder, spans in enumerate(coders) for low, high, what in spans]
    columns = np.array(rows, dtype=np.float64).T
    coder, category = columns[0].astype(np.int64), columns[3].astype(np.int64)
    return Units(coder, columns[1], columns[2], category, len(coders)), names
