"""What saturation is asked with, and what one interview or group of it holds."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.analyses.saturation_curves import Runs
from crosscase.analyses.scope import Filters
from crosscase.model import Id

Show = Literal["interviews", "runs", "meaning", "groups"]


class SaturationOptions(Filters, frozen=True, kw_only=True):
    """What to count.

    Attributes:
        of: `codes`, each by itself, or `categories` with what lies under them; `codes` narrows either.
        analysis: whose method family decides whether it is offered.
        by: an axis of people: each group by itself too.
        base_size, run_length: in interviews (Guest, Namey & Chen 2020: 4 to 6, and 2 or 3).
        threshold: of new information, in percent of the base (5, or 0).
        orders: how many random orders, 0 for none; `seed`: the number that chance begins with.
    """

    of: str = "codes"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    by: str = ""
    base_size: int = 4
    run_length: int = 2
    threshold: float = 5.0
    orders: int = 1_000
    seed: int = 1


class MetHere(msgspec.Struct, frozen=True, kw_only=True):
    """An interview in its place.

    Attributes:
        codes: how many appear in it; new: how many of these for the first time; so_far: up to here.
        codings: of the new codes, in this interview.
    """

    id: Id
    label: str
    date: str
    codes: int
    new: int
    so_far: int
    new_codes: tuple[str, ...]
    codings: tuple[Id, ...]


class Groups(msgspec.Struct, frozen=True, kw_only=True):
    """A group by itself.

    Attributes:
        enough: it has a base and a run; else `runs` is None, and nothing is said.
        new: codes new to this group, interview by interview in the order held.
        of_orders: in how many of the random orders saturation was reached; None where there are none.
        members: places of its interviews.
    """

    key: str
    label: str
    interviews: int
    codes: int
    enough: bool
    new: tuple[int, ...]
    runs: Runs | None
    of_orders: int | None
    members: tuple[int, ...]
