"""What a quantified sentence says of counts, and what can be said of it so far.

Some units are known to be so, some are known not to be, and of the rest nothing is known yet: not asked, not read, no
text. A sentence is *shown* when it is true however the unknown ones turn out, *contradicted* when it is false however
they turn out, and *not shown* when that still hangs on them (supervaluation, van Fraassen 1966). Where nothing is known
at all, nothing can be said.

What a careful reader would get wrong: a vague word has no threshold of its own. `most`, `many`, `few` and `often` give
no verdict before the team says what they mean; `some` means at least one until the team says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec

from crosscase.model.claims import Quantifier

Status = Literal["shown", "not shown", "contradicted", "cannot say", "no verdict"]

VAGUE: dict[Quantifier, str] = {
    "most": "most", "many": "many", "some": "some", "few": "few", "often but not only": "often",
}  # fmt: skip
"""The vague word in each quantifier that has one."""


class Tally(msgspec.Struct, frozen=True):
    """How many units are so, are not so, and are not known."""

    yes: int = 0
    no: int = 0
    unknown: int = 0

    @property
    def known(self) -> int:
        """Units of which it is known."""
        return self.yes + self.no

    @property
    def all(self) -> int:
        """All units."""
        return self.yes + self.no + self.unknown


class Meaning(msgspec.Struct, frozen=True):
    """What a vague word means here: a share from `least` to `most` percent of the units, both in."""

    least: int
    most: int = 100

    def fits(self, yes: int, of: int) -> bool:
        """Whether a share is what the word means."""
        return of > 0 and self.least * of <= 100 * yes <= self.most * of


_Holds: TypeAlias = Callable[[int, int], bool]


def verdict(
    quantifier: Quantifier,
    here: Tally,
    elsewhere: Tally = Tally(),  # noqa: B008 - frozen
    *,
    numbers: tuple[int, int] = (0, 0),
    meaning: Meaning | None = None,
) -> Status:
    """What can be said of a claim so far.

    Args:
        quantifier: what the sentence says.
        here: the units of the scope; of a quantifier with two sides those of the one group.
        elsewhere: the units of the other group; where one is set against all others, those.
        numbers: of *n of N*.
        meaning: what the team says that the vague word means.
    """
    if quantifier in VAGUE and quantifier != "some" and meaning is None:
        return "no verdict"
    if not here.known or (quantifier == "more in" and not elsewhere.known):
        return "cannot say"
    if quantifier == "n of N":
        return _numbered(here, numbers)
    holds = _holds(quantifier, here, elsewhere, meaning)
    # The other side only ever asks for more or for fewer, so that its ends say all; a share can be passed in between.
    ends = sorted({elsewhere.yes, elsewhere.yes + elsewhere.unknown})
    found = {holds(yes, other) for yes in range(here.yes, here.yes + here.unknown + 1) for other in ends}
    return "not shown" if len(found) == 2 else "shown" if found.pop() else "contradicted"


def _holds(quantifier: Quantifier, here: Tally, elsewhere: Tally, meaning: Meaning | None) -> _Holds:
    """Whether the sentence is true when so many are so here, and so many elsewhere."""
    meant = meaning or Meaning(0)
    some: _Holds = (lambda yes, _: yes > 0) if meaning is None else (lambda yes, _: meant.fits(yes, here.all))
    plain: dict[Quantifier, _Holds] = {
        "all": lambda yes, _: yes == here.all,
        "none": lambda yes, _: yes == 0,
        "one": lambda yes, _: yes == 1,
        "only in": lambda yes, other: yes > 0 and other == 0,
        "more in": lambda yes, other: yes * elsewhere.all > other * here.all,
        "often but not only": lambda yes, other: meant.fits(yes, here.all) and other > 0,
    }
    return plain.get(quantifier, some)


def _numbered(here: Tally, numbers: tuple[int, int]) -> Status:
    """*n of N*: of all units, or of those known."""
    number, of = numbers
    if of == here.known:
        return "shown" if number == here.yes else "contradicted"
    if of != here.all or not here.yes <= number <= here.yes + here.unknown:
        return "contradicted"
    return "not shown"
