"""Which lines of agreement there are: codes, branches, all codes, or the steps of a scale.

What a careful reader would get wrong: codes have no order unless somebody says so. Only the codes directly under a code
that was named are taken for steps, in the order of the codebook.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags


def lines_of(snapshot: Snapshot, codes: Flags, options: AgreementOptions) -> list[dict[str, Any]]:
    """The lines asked for, each with its key, label, kind, depth and the numbers of its codes.

    Raises:
        BadValueError: steps are asked for where no code is named that has three or more under it.
        NotFoundError, AmbiguousError: a code is named that cannot be found.
    """
    return _steps(snapshot, codes, options) if options.labels == "steps" else _lines(snapshot, codes, options)


def _lines(snapshot: Snapshot, codes: Flags, options: AgreementOptions) -> list[dict[str, Any]]:
    """Codes, each under its branch; then all."""
    tree, found = snapshot.codes, []
    for number in np.flatnonzero(codes).tolist():
        below = [one for one in tree.below(number) if codes[one]]
        top = tree.parent[number] < 0 or not codes[tree.parent[number]]
        depth = int(tree.depth[number])
        if "domains" in options.levels and top and len(below) > 1:
            found.append(
                {"key": f"{tree.ids[number]}+", "label": f"{tree.labels[number]} (with below)", "kind": "domain",
                 "depth": depth, "numbers": below}
            )  # fmt: skip
        if "codes" in options.levels:
            found.append(
                {"key": tree.ids[number], "label": tree.labels[number], "kind": "code", "depth": depth,
                 "numbers": [number]}
            )  # fmt: skip
    if "overall" in options.levels:
        found.append(
            {
                "key": "all",
                "label": "All codes",
                "kind": "overall",
                "depth": 0,
                "numbers": np.flatnonzero(codes).tolist(),
            }
        )
    return found


def _steps(snapshot: Snapshot, codes: Flags, options: AgreementOptions) -> list[dict[str, Any]]:
    """The codes under each code that was named, as the steps of a scale.

    Raises:
        BadValueError: none was named; one has fewer than three under it.
    """
    tree = snapshot.codes
    if not options.codes:
        raise BadValueError(
            "Name the code whose codes are the steps of a scale: codes that stand for different things have no order, "
            "and nothing lies between them that could count as half agreeing."
        )
    found: list[dict[str, Any]] = []
    for number in snapshot.found(tree, options.codes).tolist():
        steps = [
            one for one in tree.below(number) if tree.parent[one] == number and codes[one] and not tree.retired[one]
        ]
        if len(steps) < 3:
            raise BadValueError(
                f"“{tree.labels[number]}” has fewer than three codes directly under it. A scale has three steps or "
                "more; between two there is no nearer and farther, and they are compared like all other codes."
            )
        found.append(
            {"key": f"{tree.ids[number]}+", "label": f"{tree.labels[number]} (steps)", "kind": "steps",
             "depth": 0, "numbers": steps}
        )  # fmt: skip
    return found
