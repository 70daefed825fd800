"""Places where writing fails in earnest: a disk with little room, a file and a folder that are read-only.

With the rights for it, a small file system is mounted and taken away again; without them the size of files is limited
by the system (`RLIMIT_FSIZE`), and permissions are taken away. What cannot be had is skipped by the tests, with the
reason.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


class Ran(NamedTuple):
    """What a program gave back."""

    status: int
    said: str


def program(*args: object, state: Path, limit: int = 0, **environment: str) -> Ran:
    """Run the command line as a program of its own; `limit` is the most bytes that it may give a file."""

    def limited() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    surroundings = {**os.environ, "CROSSCASE_STATE_DIR": str(state), "CROSSCASE_BACKUPS": "off", **environment}
    for name in ("CROSSCASE_DEBUG", "CROSSCASE_MEMBER"):
        surroundings.pop(name, None)
    ran = subprocess.run(
        [sys.executable, "-m", "crosscase", *map(str, args)],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=surroundings,
        preexec_fn=limited if limit else None,
    )
    said = (ran.stdout + ran.stderr).decode()
    assert "Traceback" not in said
    assert "inside crosscase" not in said, said
    return Ran(ran.returncode, said)


def _mounted(*words: object) -> bool:
    return subprocess.run(["mount", *map(str, words)], capture_output=True, check=False).returncode == 0


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path | None]:
    """A file system of that many bytes in a folder; None where none can be mounted."""
    folder.mkdir()
    if not AS_ROOT or not shutil.which("mount") or not _mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def more_room(folder: Path, size: int) -> None:
    """Somebody has made room on the disk."""
    subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)


@contextmanager
def read_only(path: Path) -> Iterator[bool]:
    """A file or a folder that cannot be written, also by root; whether that could be had."""
    if AS_ROOT:
        bound = _mounted("--bind", path, path)
        done = bound and _mounted("-o", "remount,ro,bind", path)
        try:
            yield done
        finally:
            if bound:
                subprocess.run(["umount", str(path)], check=True)
        return
    mode = path.stat().st_mode
    path.chmod(mode & ~0o222)
    try:
        yield not os.access(path, os.W_OK)
    finally:
        path.chmod(mode)
