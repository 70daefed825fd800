"""What a matrix is asked for, and what one of its cells holds.

`MatrixOptions` names two axes and what to look at; a `Cell` is every number of one crossing with the ids behind it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.scope import Filters
from crosscase.model import Id

Show = Literal["participants", "cases", "words", "codings", "percent"]
WHAT_AXES = ("codes", "categories", "themes")


class MatrixOptions(Filters, frozen=True, kw_only=True):
    """What to cross.

    Attributes:
        rows, columns: `codes`, `categories`, `themes`, `cases`, `roles`, `participants`, `members`, `primary`, or the
            name of a grouping or attribute (`participant:gender` where several subjects have one of that name).
        codes: only these with what lies under them; without an axis of codes, what counts as said.
        analysis: only themes of this analysis.
        total: a last column with everybody.
        words: count words, which reads all texts once.
    """

    rows: str = "codes"
    columns: str = "cases"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    total: bool = True
    words: bool = True


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell, opened.

    Attributes:
        cases, of_cases: in which it was said, of those in which anybody was read for it.
        participants, of_participants: who said it, of those read to the end for it or coded.
        unfinished: of the coded, how many were not read to the end.
        not_so: participants who said that it is not so (or, for a theme, whose words speak against it).
        words, of_words: their own words coded, of all words of `of_participants`; None when not counted.
        codings: that count.
        unreviewed: codings by rule that nobody accepted, counted apart, and the participants they would add.
        nowhere: codings on interviewers' or quoted words, or on words that are gone.
        recruited, with_text: participants in the column, and those of them with a text whose words are theirs.
        exposure: word → participants (for *not recruited*: places planned).
        coding_ids, unreviewed_ids, nowhere_ids, participant_ids, base_ids, case_ids: what stands behind the numbers.
    """

    row: str
    column: str
    cases: int
    of_cases: int
    participants: int
    of_participants: int
    unfinished: int
    not_so: int
    words: int | None
    of_words: int | None
    codings: int
    unreviewed: int
    unreviewed_participants: int
    nowhere: int
    recruited: int
    with_text: int
    exposure: dict[str, int]
    coding_ids: tuple[Id, ...]
    unreviewed_ids: tuple[Id, ...]
    nowhere_ids: tuple[Id, ...]
    participant_ids: tuple[Id, ...]
    base_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]

    @property
    def nothing(self) -> tuple[str, ...]:
        """Which kinds of nothing a zero is; empty where somebody said it."""
        return () if self.participants or self.cases else tuple(self.exposure)

    @property
    def percent(self) -> float | None:
        """Participants in percent; None without a denominator."""
        return 100 * self.participants / self.of_participants if self.of_participants else None


# The numbers of a cell that are kept as arrays, in the order in which they lead.
NUMBERS = (
    "cases", "of_cases", "participants", "of_participants", "unfinished", "not_so", "words", "of_words", "codings",
    "unreviewed", "unreviewed_participants", "nowhere", "recruited", "with_text",
)  # fmt: skip
