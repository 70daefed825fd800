"""Which studies were opened on this machine and at which port, kept with what this machine remembers.

Only where they lie and when they were opened. Nothing that stands in a study is kept, not even its title: it may be
encrypted.
"""

from __future__ import annotations

import hashlib
import time
from pathlib import Path
from typing import Any

import msgspec

from crosscase.store.memory import keep_in_mind, recalled

_FILE = "recent.json"
_PORTS = "ports.json"
_MOST = 20


class Recent(msgspec.Struct, frozen=True, kw_only=True):
    """A study that was opened here; `there` says whether its file still is, `when` is in ms since 1970."""

    path: str
    name: str
    when: int
    there: bool


def remember(path: Path) -> None:
    """Put a study at the top of the list."""
    place = str(path.resolve())
    known = [one for one in _known() if one["path"] != place]
    keep_in_mind(_FILE, {"studies": [{"path": place, "when": time.time_ns() // 1_000_000}, *known][:_MOST]})


def forget(path: str) -> None:
    """Take a study off the list; its file stays."""
    keep_in_mind(_FILE, {"studies": [one for one in _known() if one["path"] != path]})


def recent() -> list[Recent]:
    """The studies that were opened here, the latest first."""
    return [
        Recent(path=one["path"], name=Path(one["path"]).name, when=one["when"], there=Path(one["path"]).is_file())
        for one in _known()
    ]


def port_of(place: str) -> int:
    """The port at which a study was served last; 0 where that is not known."""
    found = recalled(_PORTS).get(_blurred(place), 0)
    return found if isinstance(found, int) and 0 < found < 65536 else 0


def keep_port(place: str, port: int) -> None:
    """Remember at which port a study is served: windows left open find it there again, and so do their preferences."""
    known = {one: at for one, at in recalled(_PORTS).items() if one != _blurred(place)}
    keep_in_mind(_PORTS, {_blurred(place): port, **dict(list(known.items())[: _MOST - 1])})


def _blurred(place: str) -> str:
    """A place by a digest: the address of a database may hold a password."""
    return hashlib.sha256(place.encode()).hexdigest()[:24]


def _known() -> list[dict[str, Any]]:
    found = recalled(_FILE).get("studies", [])
    return [
        one
        for one in (found if isinstance(found, list) else [])
        if isinstance(one, dict) and isinstance(one.get("path"), str) and isinstance(one.get("when"), int)
    ]
