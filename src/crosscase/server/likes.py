"""How somebody likes to work, kept with what this machine remembers: the view they read in, codes they keep at hand.

It is nobody else's business which content somebody wishes to be spared, so none of it is in the study, and no copy of
the study carries it. `here` is of one member in one study, `everywhere` of whoever uses this machine. A browser cannot
keep these: the workbench has another port, and so another memory, each time it is started.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from crosscase.model import Id
from crosscase.store.memory import keep_in_mind, recalled

_FILE = "likes.json"
_MOST = 100

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Long = Annotated[str, msgspec.Meta(max_length=8000)]


class Likes(msgspec.Struct, frozen=True, kw_only=True):
    """What was remembered, by name."""

    everywhere: dict[str, str]
    here: dict[str, str]


class Like(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to remember; an empty value forgets it."""

    name: Short
    value: Long
    here: bool = False


def likes(study: Id, member: Id) -> Likes:
    """What this machine remembers for a member of a study."""
    known = recalled(_FILE)
    return Likes(everywhere=_texts(known.get("everywhere")), here=_texts(_all_here(known).get(f"{study} {member}")))


def like(study: Id, member: Id, one: Like) -> Likes:
    """Remember one thing more; the oldest is forgotten when there are too many."""
    known = recalled(_FILE)
    before = likes(study, member)
    now = dict(before.here if one.here else before.everywhere)
    now.pop(one.name, None)
    if one.value:
        now[one.name] = one.value
    now = dict(list(now.items())[-_MOST:])
    if one.here:
        keep_in_mind(_FILE, {**known, "studies": {**_all_here(known), f"{study} {member}": now}})
    else:
        keep_in_mind(_FILE, {**known, "everywhere": now})
    return likes(study, member)


def _all_here(known: dict[str, Any]) -> dict[str, Any]:
    found = known.get("studies")
    return found if isinstance(found, dict) else {}


def _texts(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(name, str) and isinstance(value, str)}
