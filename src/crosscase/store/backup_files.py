"""The folder of a study's backups: where it is, what lies in it, and what is thrown away when.

A backup is a whole study under the name `peers.2026-11-23T034659.123Z.crosscase` (the time is UTC), and beside it,
ending in `.json`, what was seen when it was written: entries, version, digest. It can be opened like any study, and
copied anywhere. Kept are the newest of each of the last 24 hours, 14 days and 8 weeks in which there was one, so that a
study nobody touched for a year still has them all; those made by hand or before a restore stay, and so do those that
have something the study lacks (a sync program put another version in its place). Where the disk has little room, the
hourly ones go first, and the newest three never.

Only files are known here, no tables: `backups` makes them. What a careful reader would get wrong: in a synced folder
the backups are *not* beside the study but with what this machine remembers. A mishap of the sync program must not
take them along.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from crosscase.errors import BadValueError, NotFoundError
from crosscase.store.memory import keep_in_mind, recalled, state_folder
from crosscase.store.synced import synced_by

VARIABLE = "CROSSCASE_BACKUPS"
HOURLY, DAILY, WEEKLY = 24, 14, 8
AUTOMATIC, BY_HAND, BEFORE_RESTORE = "automatic", "by hand", "before a restore"
HAS_MORE = "has acts the study lacks"

_SETTINGS = "backups.json"
_OFF = {"off", "no", "none", "0"}
_BESIDE = {"", "beside", "on"}
_NAME = re.compile(r"\.(\d{4}-\d\d-\d\dT\d{6})\.(\d{3})Z(?:-\d+)?\.crosscase$")
_STAMP = "%Y-%m-%dT%H%M%S"
_SPARED = 3
_PART = ".part"
_ABANDONED_S = 600


class Facts(msgspec.Struct, frozen=True):
    """What was seen when a backup was written, as it is kept beside it.

    Attributes:
        study, version: which study, and the digest of the heads it had.
        entries: how many entries its journal has.
        digest: BLAKE2b-256 of the file.
        reason: why it was made.
        erasures: digests of the entries that erased words, as far as the study knew them.
        heads: digests of the heads it had.
        salt: how the file begins when it is encrypted: another passphrase, another salt.
    """

    study: str = ""
    version: str = ""
    entries: int = 0
    digest: str = ""
    reason: str = AUTOMATIC
    erasures: tuple[str, ...] = ()
    salt: str = ""
    heads: tuple[str, ...] = ()


class Backup(msgspec.Struct, frozen=True):
    """One backup: where it lies, when it was made (ms since 1970), its size in bytes, and its facts."""

    path: Path
    made: int
    size: int
    facts: Facts | None

    @property
    def reason(self) -> str:
        """Why it was made; a file that somebody else put here counts as made by hand."""
        return self.facts.reason if self.facts else BY_HAND


def folder_of(study: Path) -> Path | None:
    """Where the backups of a study lie; nothing when they are turned off.

    The environment variable comes first, then what was set for this study on this machine, then the folder beside it.
    """
    path = study.resolve()
    wanted = os.environ.get(VARIABLE) or str(recalled(_SETTINGS).get(str(path), ""))
    if wanted.lower() in _OFF:
        return None
    if wanted.lower() not in _BESIDE:
        return Path(wanted).expanduser().absolute() / _told_apart(path)
    if synced_by(path):
        return state_folder() / "backups" / _told_apart(path)
    return path.with_name(f"{path.name}-backups")


def _told_apart(path: Path) -> str:
    """A name for a study's folder among those of others."""
    return f"{path.name}-{hashlib.blake2b(os.fsencode(path), digest_size=4).hexdigest()}"


def set_folder(study: Path, wanted: str) -> None:
    """Say where the backups of a study go on this machine: `beside`, `off`, or a folder that is there.

    Raises:
        BadValueError: there is no such folder.
    """
    known = recalled(_SETTINGS)
    path = str(study.resolve())
    known.pop(path, None)
    if wanted.lower() not in _BESIDE:
        if wanted.lower() in _OFF:
            wanted = "off"
        elif not Path(wanted).expanduser().is_dir():
            raise BadValueError(f"There is no folder {wanted!r} for the backups. Make it, or say 'beside' or 'off'.")
        known[path] = wanted if wanted == "off" else str(Path(wanted).expanduser().absolute())
    keep_in_mind(_SETTINGS, known)


def name_for(folder: Path, study: Path, made: int) -> Path:
    """A name for a backup that is not taken."""
    stamp = f"{datetime.fromtimestamp(made // 1000, UTC).strftime(_STAMP)}.{made % 1000:03}Z"
    stem = study.name.removesuffix(".crosscase")
    names = [f"{stem}.{stamp}.crosscase", *(f"{stem}.{stamp}-{n}.crosscase" for n in range(2, 1000))]
    return next(path for name in names if not (path := folder / name).exists())


def part_of(path: Path) -> Path:
    """What a backup is called until it is whole."""
    return path.with_name(f"{path.name}.{os.getpid()}{_PART}")


def facts_of(path: Path) -> Path:
    """The file of what was seen when a backup was written."""
    return path.with_suffix(".json")


def listed(folder: Path | None) -> list[Backup]:
    """The backups in a folder, the newest first."""
    if folder is None or not folder.is_dir():
        return []
    found = [backup for path in folder.iterdir() if (backup := _backup(path)) is not None]
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def newest(folder: Path | None) -> Backup | None:
    """The newest backup; only its own facts are read."""
    if folder is None or not folder.is_dir():
        return None
    names = sorted((match[1], match[2], name) for name in os.listdir(folder) if (match := _NAME.search(name)))  # noqa: PTH208 - names are enough
    return _backup(folder / names[-1][-1]) if names else None


def _backup(path: Path) -> Backup | None:
    match = _NAME.search(path.name)
    if match is None:
        return None
    made = int(datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC).timestamp()) * 1000 + int(match[2])
    facts = None
    with suppress(OSError, msgspec.MsgspecError):
        facts = msgspec.json.decode(facts_of(path).read_bytes(), type=Facts)
    try:
        return Backup(path, made, path.stat().st_size, facts)
    except OSError:
        return None


def being_made(folder: Path) -> bool:
    """Whether somebody is writing a backup right now; what was abandoned (a crash, a power cut) is cleared away."""
    if not folder.is_dir():
        return False
    busy = False
    for path in folder.glob(f"*{_PART}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime < _ABANDONED_S:
                busy = True
            else:
                path.unlink()
    return busy


def digest_of(path: Path) -> str:
    """BLAKE2b-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()


def is_as_written(backup: Backup) -> bool | None:
    """Whether a backup still has the bytes that were written; None when nobody noted which these were."""
    if backup.facts is None:
        return None
    try:
        return digest_of(backup.path) == backup.facts.digest
    except OSError:
        return False


def kept_as(backups: list[Backup], more: Collection[Path] = ()) -> dict[Path, str]:
    """Which backups are kept, and as what: `hourly`, `daily`, `weekly`, or the reason why they stay.

    Args:
        backups: the newest first.
        more: those that have something the study lacks.
    """
    kept = {backup.path: backup.reason for backup in backups if backup.reason != AUTOMATIC}
    kept |= dict.fromkeys(more, HAS_MORE)
    for word, most, form in (("hourly", HOURLY, "%Y%m%d%H%z"), ("daily", DAILY, "%Y%m%d"), ("weekly", WEEKLY, "%G%V")):
        stretches: set[str] = set()
        for backup in (one for one in backups if one.reason == AUTOMATIC):
            stretch = datetime.fromtimestamp(backup.made / 1000).astimezone().strftime(form)
            if stretch not in stretches and len(stretches) < most:
                stretches.add(stretch)
                kept.setdefault(backup.path, word)
    return kept


def rotate(folder: Path, more: Collection[Path] = (), *, room: int | None = None) -> None:
    """Throw away the backups that are not kept any more, and those for which there is no room.

    Args:
        folder: where they lie.
        more: those that have something the study lacks.
        room: in bytes; else a tenth of what the disk has free, the backups counted as free.
    """
    backups = listed(folder)
    kept = kept_as(backups, more)
    for backup in backups:
        if backup.path not in kept:
            throw_away(backup)
    left = [backup for backup in backups if backup.path in kept]
    taken = sum(backup.size for backup in left)
    if room is None:
        room = (shutil.disk_usage(folder).free + taken) // 10
    order = {"hourly": 0, "daily": 1, "weekly": 2}
    going = sorted(
        (backup for backup in left[_SPARED:] if kept[backup.path] in order),
        key=lambda backup: (order[kept[backup.path]], backup.made),
    )
    for backup in going:
        if taken <= room:
            break
        throw_away(backup)
        taken -= backup.size


def throw_away(backup: Backup) -> None:
    """Delete a backup and what lies beside it; what cannot be deleted stays."""
    with suppress(OSError):
        backup.path.unlink(missing_ok=True)
        facts_of(backup.path).unlink(missing_ok=True)


def chosen(study: Path, which: str) -> Backup:
    """The backup that somebody means: its number in the list (1 is the newest), how its time begins, or a file.

    Raises:
        NotFoundError: there is none.
    """
    backups = listed(folder_of(study))
    if not which and backups:
        return backups[0]
    if which.isascii() and which.isdigit() and 0 < int(which) <= len(backups):
        return backups[int(which) - 1]
    wanted = which.replace("T", " ").strip()
    for backup in backups:
        if wanted and (backup.path.name == which or when(backup.made).startswith(wanted)):
            return backup
    path = Path(which)
    if which and path.is_file():
        status = path.stat()
        return _backup(path) or Backup(path, status.st_mtime_ns // 1_000_000, status.st_size, None)
    raise NotFoundError("backup", which or "newest")


def when(made: int) -> str:
    """A time as a list shows it: in this machine's time zone."""
    return datetime.fromtimestamp(made / 1000).astimezone().strftime("%Y-%m-%d %H:%M:%S")
