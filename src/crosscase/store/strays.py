"""Other versions of a study that lie beside it: conflicted copies of sync programs, and what was kept here.

"peers (Ines's conflicted copy 2026-11-23).crosscase", "peers-LAPTOP.crosscase", "peers.sync-conflict-….crosscase",
"peers (1).crosscase": each program has its own names and each language others. So the name only has to contain the
study's, and what is in the file decides: the same study, with entries that this one lacks. Each is offered once, until
it changes.

An encrypted copy is read with the key of the study itself; where that does not fit, its name must say that it is one.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy import select

from crosscase.errors import CrosscaseError
from crosscase.store.ground import merge_of
from crosscase.store.heads import is_plain, salt_of
from crosscase.store.keys import Passphrase, fits
from crosscase.store.memory import keep_in_mind, recalled
from crosscase.store.rows import chunks
from crosscase.store.store import Store
from crosscase.store.tables import ENTRY

_SEEN = "strays.json"
_MOST = 20
_SAYS_SO = re.compile(r"conflict|konflikt|en conflit|conflicto|conflitto|\(kept ", re.IGNORECASE)


class Stray(msgspec.Struct, frozen=True):
    """A version beside the study, and how many entries it has that the study lacks (-1: it cannot be read here)."""

    path: Path
    entries: int


def strays(store: Store, *, only_new: bool = True) -> list[Stray]:
    """The other versions beside a study.

    Args:
        only_new: leave out those that were looked at before and have not changed since.
    """
    if store.path is None:
        return []
    path = store.path.resolve()
    known = recalled(_SEEN)
    seen: dict[str, object] = known.get(str(path), {}) if only_new else {}
    found: list[Stray] = []
    looked: dict[str, object] = dict(seen)
    for beside in _beside(path):
        status = beside.stat()
        mark = [status.st_size, status.st_mtime_ns]
        if looked.get(beside.name) == mark:
            continue
        looked[beside.name] = mark
        lacking = _lacking(store, beside)
        if lacking:
            found.append(Stray(beside, lacking))
    if only_new and looked != seen:
        keep_in_mind(_SEEN, {**known, str(path): looked})
    return found


def _beside(path: Path) -> list[Path]:
    """Files whose names could be those of another version; a few, should there be hundreds."""
    stem = path.name.removesuffix(".crosscase").casefold()
    with suppress(OSError):
        return sorted(
            each
            for each in path.parent.iterdir()
            if each.suffix == ".crosscase" and each != path and stem in each.name.casefold() and each.is_file()
        )[:_MOST]
    return []


def _lacking(store: Store, beside: Path) -> int:
    """How many entries a file has that the study lacks; -1 when it only seems so; 0 for another study."""
    try:
        if not is_plain(beside) and not _opens(store, beside):
            return -1 if _SAYS_SO.search(beside.name) else 0
        key: Passphrase = store.key if not is_plain(beside) else None
        other = Store.at_path(beside, writable=False, passphrase=key)
    except (CrosscaseError, OSError):
        return 0
    try:
        if other.state.study != store.state.study:
            return 0
        with other.reading() as connection:
            theirs = set(connection.execute(select(ENTRY.c.digest)).scalars())
        with store.reading() as connection:
            for part in chunks(sorted(theirs)):
                theirs -= set(connection.execute(select(ENTRY.c.digest).where(ENTRY.c.digest.in_(part))).scalars())
        return len(theirs)
    except CrosscaseError:
        return 0
    finally:
        other.database.close()


def _opens(store: Store, beside: Path) -> bool:
    return store.key is not None and salt_of(beside) == store.key.salt and fits(beside, store.key)


def offered(store: Store) -> list[str]:
    """A sentence for each version beside the study that was not offered yet."""
    said = []
    for stray in strays(store):
        many = "another version of it" if stray.entries < 0 else f"a version with {stray.entries} act(s) it has not"
        said.append(
            f"Beside {store.path} lies {many}: {stray.path.name!r}. To bring them together: "
            + merge_of(store.path or stray.path, stray.path)
        )
    return said
