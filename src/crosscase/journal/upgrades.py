"""Reading what an older program wrote.

Stored bytes and digests are never touched: an entry written under an older model is changed while it is read. Each
step takes the changes of an entry as plain JSON data under model N and gives them under model N + 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosscase.errors import CrosscaseError

Step = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]

STEPS: tuple[Step, ...] = ()
"""Step N (from 0) reads model N + 1 and gives model N + 2."""

MODEL = len(STEPS) + 1
"""The model this program writes."""


class NewerModelError(CrosscaseError):
    """The study was written by a newer program; this one would misunderstand it."""

    code = "newer-model"

    def __init__(self, found: int) -> None:
        super().__init__(
            f"This study uses model {found}; this crosscase knows models up to {MODEL}. Nothing was changed. "
            "Install a newer crosscase to work on it."
        )


def upgraded(changes: list[dict[str, Any]], model: int, steps: tuple[Step, ...] = STEPS) -> list[dict[str, Any]]:
    """Changes written under `model`, as this program writes them.

    Raises:
        NewerModelError: they were written under a model this program does not know.
    """
    if model > len(steps) + 1:
        raise NewerModelError(model)
    for step in steps[model - 1 :]:
        changes = step(changes)
    return changes
