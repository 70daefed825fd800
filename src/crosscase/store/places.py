"""Where a study is written, and what this machine remembers of it.

A chain is one writer in one place. A study file remembers where it was last written (machine, path, inode); this
machine remembers how long each chain was. A file opened elsewhere, swapped, restored or cut short starts a new
chain, so that no two copies go on writing one. When that fails (a disk image, a clock of its own), the journal
still recognises the fork; this is the cheap first guard, not the last.
"""

from __future__ import annotations

import json
import os
import platform
import uuid
from pathlib import Path

from platformdirs import user_state_path

from crosscase.model import Id


def place_of(path: Path) -> str:
    """Machine, path and inode of a file that is there."""
    resolved = path.resolve()
    return json.dumps([platform.node(), f"{uuid.getnode():x}", str(resolved), resolved.stat().st_ino])


def _memory() -> Path:
    folder = os.environ.get("CROSSCASE_STATE_DIR")
    return (Path(folder) if folder else user_state_path("crosscase")) / "chains.json"


def _read() -> dict[str, int]:
    try:
        remembered = json.loads(_memory().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return remembered if isinstance(remembered, dict) else {}


def remembered(chain: Id) -> int:
    """The length of a chain as this machine remembers it; 0 when it does not."""
    return int(_read().get(chain, 0))


def remember(chain: Id, number: int) -> None:
    """Remember how long a chain is. Losing this memory loses nothing but the early guard."""
    known = _read()
    if known.get(chain, 0) >= number:
        return
    known[chain] = number
    path = _memory()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.write_text(json.dumps(known), "utf-8")
        new.replace(path)
    except OSError:
        return
