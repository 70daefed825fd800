"""A study that came half: with a log beside it that belongs to another version of it.

Where somebody else's crosscase (or computer) stopped in the middle of an act, SQLite's log lies beside the study and is
played into it when it is opened next. That is right on the machine where it was written, and ruins the study where a
sync program brought the two files from elsewhere at different moments. So in a synced folder a log is only accepted
when the study itself says that it was last written on this machine.
"""

from __future__ import annotations

import json
import platform
import uuid
from pathlib import Path

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.store.keys import Key, apply_key
from crosscase.store.synced import synced_by

_LOGS = ("-wal", "-journal")


class HalfSyncedError(CrosscaseError):
    """The sync program has brought a study and a log that do not belong together."""

    code = "half-synced"

    def __init__(self, path: Path, log: Path, machine: str, by: str) -> None:
        super().__init__(
            f"{path} was last written on {machine or 'another computer'}, and {by} has brought {log.name!r} beside it, "
            "which belongs to an act that was under way there. It was not opened: the two may not fit together. Wait "
            f"until {by} is done, or close crosscase there. If it stays so: 'crosscase rescue' saves what can be read, "
            "and 'crosscase backups' lists the backups of this machine."
        )


def refuse_half_synced(path: Path, key: Key | None) -> None:
    """Refuse a study in a synced folder that has a log of another machine beside it.

    Raises:
        HalfSyncedError: it has.
    """
    by = synced_by(path)
    if not by:
        return
    log = next((each for each in _beside(path) if _has_something(each)), None)
    if log is None:
        return
    machine, number = _last_written(path, key)
    if (machine, number) != (platform.node(), f"{uuid.getnode():x}"):
        raise HalfSyncedError(path, log, machine, by)


def _beside(path: Path) -> list[Path]:
    real = path.resolve()
    return [real.with_name(real.name + ending) for ending in _LOGS]


def _has_something(log: Path) -> bool:
    try:
        return log.stat().st_size > 0
    except OSError:
        return False


def _last_written(path: Path, key: Key | None) -> tuple[str, str]:
    """The machine that the file itself names, read without looking at any log; empty when it cannot be read."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        if key is not None:
            apply_key(connection, key)
        ((value,),) = connection.execute("SELECT value FROM local WHERE key = 'state'").fetchall()
        machine, number, *_ = json.loads(msgspec.json.decode(value)["place"])
    except (dbapi2.Error, ValueError, KeyError, TypeError, msgspec.MsgspecError):
        return "", ""
    finally:
        connection.close()
    return str(machine), str(number)
