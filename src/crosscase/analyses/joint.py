"""Joint display: what people answered beside what the same people said.

A matrix of codes or themes with the answers to one item in its columns: of those who answered so, how many were coded,
of how many who were read. Those who left the item empty, declined, or of whom no answer is known have columns of their
own, so that nobody drops out unseen. Every cell opens to its quotations, as in `matrix`.

What a careful reader would get wrong: the columns are answers, and the cells are what was said; a blank cell says which
kind of nothing that is, and never that people who answered so disagree with it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from crosscase.analyses.cells import MatrixOptions, Show
from crosscase.analyses.crossed import Matrix
from crosscase.analyses.matrix import matrix
from crosscase.analyses.scope import Filters
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot


class JointOptions(Filters, frozen=True, kw_only=True):
    """What to show.

    Attributes:
        item: whose answers are the columns, by number or wording.
        rows: `codes`, `categories` or `themes`.
        codes: only these, with what lies under them.
        analysis: only its themes.
        steps: each step of a scale apart; otherwise scales of four steps or more are low, middle and high.
    """

    item: str = ""
    rows: str = "categories"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    steps: bool = False


@dataclass(frozen=True, eq=False)
class Joint(Matrix):
    """A matrix whose columns are answers.

    Attributes:
        item: its number and wording.
    """

    item: str

    @property
    def table_title(self) -> str:
        """What the table is called."""
        return f"{self.options.rows.capitalize()} by what the same people answered to {self.item}"

    def notes(self, show: Show = "participants") -> tuple[str, ...]:
        """What a reader has to know."""
        return (
            *super().notes(show),
            "Columns: what people answered in the questionnaire. Those in brackets did not answer, and say why.",
        )

    def to_dict(self) -> dict[str, Any]:
        """As a matrix, with `item`."""
        return {**super().to_dict(), "analysis": "joint", "item": self.item}


def joint(snapshot: Snapshot, options: JointOptions) -> Joint:
    """Codes or themes by the answers to an item.

    Raises:
        NotFoundError, AmbiguousError: something is named that cannot be found.
        BadValueError: there is nothing to show.
    """
    items = snapshot.items
    if not options.item:
        message = "Say beside which item of a questionnaire, by its number or wording."
        raise BadValueError(message)
    number = items.find(options.item)
    label, wording = items.labels[number], items.wordings[number]
    asked = MatrixOptions(
        rows=options.rows, columns=f"{'item' if options.steps else 'level'}:{items.ids[number]}", codes=options.codes,
        analysis=options.analysis, **options.filters,
    )  # fmt: skip
    found = matrix(snapshot, asked)
    held = {field.name: getattr(found, field.name) for field in fields(Matrix)}
    return Joint(**held, item=wording if label == wording else f"{label} ‘{wording}’")
