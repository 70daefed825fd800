"""Where a study is written, and what this machine remembers of it.

A chain is one writer in one place. A study file remembers where it was last written (machine, path, inode); this
machine remembers how long each chain was. A file opened elsewhere, swapped, restored or cut short starts a new
chain, so that no two copies go on writing one. When that fails (a disk image, a clock of its own), the journal
still recognises the fork; this is the cheap first guard, not the last.
"""

from __future__ import annotations

import json
import platform
import uuid
from pathlib import Path

from crosscase.model import Id
from crosscase.store.memory import keep_in_mind, recalled

_CHAINS = "chains.json"


def place_of(path: Path) -> str:
    """Machine, path and inode of a file that is there."""
    resolved = path.resolve()
    return json.dumps([platform.node(), f"{uuid.getnode():x}", str(resolved), resolved.stat().st_ino])


def remembered(chain: Id) -> int:
    """The length of a chain as this machine remembers it; 0 when it does not."""
    return int(recalled(_CHAINS).get(chain, 0))


def remember(chain: Id, number: int) -> None:
    """Remember how long a chain is. Losing this memory loses nothing but the early guard."""
    known = recalled(_CHAINS)
    if known.get(chain, 0) < number:
        keep_in_mind(_CHAINS, {**known, chain: number})
