"""Where a study is written, and what this machine remembers of it.

A chain is one writer in one place. A study file remembers where it was last written (machine, path, inode); this
machine remembers how long each chain was. A file opened elsewhere, swapped, restored or cut short starts a new
chain, so that no two copies go on writing one. When that fails (a disk image, a clock of its own), the journal
still recognises the fork; this is the cheap first guard, not the last.

It also remembers with which entries it left a study at each path. When the study that lies there later lacks one of
them, another version has taken its place (a sync program, a copy by hand), and the user is told, once a day, until a
merge has brought it back or a restore meant it so.
"""

from __future__ import annotations

import json
import platform
import time
import uuid
from pathlib import Path

from crosscase.model import Id
from crosscase.store.memory import keep_in_mind, recalled

_CHAINS, _LEFT = "chains.json", "left.json"
_DAY_MS = 86_400_000


def place_of(path: Path, *, to_be: Path | None = None) -> str:
    """Machine, path (or the one it is going to have) and inode of a file that is there."""
    resolved = path.resolve()
    named = to_be.resolve() if to_be is not None else resolved
    return json.dumps([platform.node(), f"{uuid.getnode():x}", str(named), resolved.stat().st_ino])


def remembered(chain: Id) -> int:
    """The length of a chain as this machine remembers it; 0 when it does not."""
    return int(recalled(_CHAINS).get(chain, 0))


def remember(chain: Id, number: int) -> None:
    """Remember how long a chain is. Losing this memory loses nothing but the early guard."""
    known = recalled(_CHAINS)
    if known.get(chain, 0) < number:
        keep_in_mind(_CHAINS, {**known, chain: number})


def remember_left(path: Path, study: Id, heads: tuple[str, ...]) -> None:
    """Remember the heads with which a study was left; what was missing before stays in mind."""
    known = recalled(_LEFT)
    name = str(path.resolve())
    before = known.get(name)
    missing = before.get("missing", []) if isinstance(before, dict) and before.get("study") == study else []
    said = before.get("said", 0) if missing and isinstance(before, dict) else 0
    now = {"study": study, "heads": list(heads), "at": _now(), "missing": missing, "said": said}
    if not isinstance(before, dict) or {**before, "at": 0} != {**now, "at": 0}:
        keep_in_mind(_LEFT, {**known, name: now})


def left_behind(path: Path, study: Id) -> list[str]:
    """The digests of entries that this machine left in a study at a path, as far as it remembers."""
    before = recalled(_LEFT).get(str(path.resolve()))
    if not isinstance(before, dict) or before.get("study") != study:
        return []
    return [each for name in ("heads", "missing") for each in before.get(name, []) if isinstance(each, str)]


def note_missing(path: Path, missing: list[str]) -> bool:
    """Keep in mind that a study lacks entries it was left with; whether it is time to say so."""
    known = recalled(_LEFT)
    name = str(path.resolve())
    before = known.get(name)
    if not isinstance(before, dict):
        return False
    due = bool(missing) and not 0 <= _now() - int(before.get("said", 0)) < _DAY_MS
    now = {**before, "missing": missing[:50], "said": _now() if due else before.get("said", 0)}
    if now != before:
        keep_in_mind(_LEFT, {**known, name: now})
    return due


def meant_so(path: Path, study: Id, heads: tuple[str, ...]) -> None:
    """What lies at a path now was put there on purpose: nothing is missing."""
    keep_in_mind(
        _LEFT,
        {**recalled(_LEFT), str(path.resolve()): {"study": study, "heads": list(heads), "at": _now(), "missing": []}},
    )


def _now() -> int:
    return time.time_ns() // 1_000_000
