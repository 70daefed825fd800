"""Killing a process at one of its system calls: Linux's `ptrace`, through ctypes.

The child is stopped before every call that changes a file: writing, syncing, truncating, renaming, deleting. At the one
that was chosen it is killed, so that kills land where chance would hardly ever strike: between two pages of a commit,
in a checkpoint, between the two halves of replacing a file. A write can also be *torn*: the first half of its bytes is
written for the child before it dies, as a disk or a file system may leave it.

Nothing here knows SQLite. Where `ptrace` is not to be had (another system, a container that forbids it), `works()` says
so and this way of killing is left out of the tally.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_TRACEME, _SYSCALL, _SETOPTIONS, _GET_SYSCALL_INFO = 0, 24, 0x4200, 0x420E
_SYSGOOD, _EXITKILL = 1, 0x100000
_STOPPED_AT_CALL = signal.SIGTRAP | 0x80
_ENTRY = 1

_NUMBERS: dict[str, dict[int, str]] = {
    "x86_64": {
        1: "write", 18: "write", 20: "write", 296: "write", 40: "write", 326: "write", 74: "sync", 75: "sync",
        77: "truncate", 82: "rename", 264: "rename", 316: "rename", 86: "link", 265: "link", 87: "delete",
        263: "delete", 285: "allocate",
    },
    "aarch64": {
        64: "write", 68: "write", 66: "write", 70: "write", 71: "write", 285: "write", 82: "sync", 83: "sync",
        46: "truncate", 38: "rename", 276: "rename", 37: "link", 35: "delete", 47: "allocate",
    },
}  # fmt: skip
"""System calls that change files, by machine and number."""

_TEARABLE = {"x86_64": {1: -1, 18: 3}, "aarch64": {64: -1, 68: 3}}
"""`write` and `pwrite64`, with which argument says where in the file (-1: where the file stands)."""


class _Info(ctypes.Structure):
    _fields_ = (
        ("op", ctypes.c_uint8),
        ("pad", ctypes.c_uint8 * 3),
        ("arch", ctypes.c_uint32),
        ("ip", ctypes.c_uint64),
        ("sp", ctypes.c_uint64),
        ("nr", ctypes.c_uint64),
        ("args", ctypes.c_uint64 * 6),
    )


class Fallen(NamedTuple):
    """How the child ended.

    Attributes:
        at: what it was killed at (`write log`, `sync study`, …); empty when it ran to its end.
        status: as `waitpid` gives it.
        calls: how many calls that change files were counted.
    """

    at: str
    status: int
    calls: int


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    libc.ptrace.restype = ctypes.c_long
    return libc


def _ptrace(request: int, pid: int, address: int = 0, data: int = 0) -> int:
    answer = int(_libc_once().ptrace(request, pid, address, data))
    if answer == -1:
        raise OSError(ctypes.get_errno(), "ptrace")
    return answer


_LIBC: list[ctypes.CDLL] = []


def _libc_once() -> ctypes.CDLL:
    if not _LIBC:
        _LIBC.append(_libc())
    return _LIBC[0]


def offer() -> None:
    """In the child: let the parent trace it, and wait for it."""
    _ptrace(_TRACEME, 0)
    os.kill(os.getpid(), signal.SIGSTOP)


def follow(pid: int, at: int, *, torn: bool = False) -> Fallen:
    """In the parent: let the child run to its `at`-th call that changes a file (0: to its end), and kill it there."""
    numbers = _NUMBERS[platform.machine()]
    _, status = os.waitpid(pid, 0)
    if not os.WIFSTOPPED(status):
        return Fallen("", status, 0)
    _ptrace(_SETOPTIONS, pid, 0, _SYSGOOD | _EXITKILL)
    info, calls, deliver = _Info(), 0, 0
    while True:
        _ptrace(_SYSCALL, pid, 0, deliver)
        deliver = 0
        _, status = os.waitpid(pid, 0)
        if not os.WIFSTOPPED(status):
            return Fallen("", status, calls)
        if os.WSTOPSIG(status) != _STOPPED_AT_CALL:
            deliver = os.WSTOPSIG(status)
            continue
        _ptrace(_GET_SYSCALL_INFO, pid, ctypes.sizeof(info), ctypes.addressof(info))
        if info.op != _ENTRY or info.nr not in numbers:
            continue
        calls += 1
        if calls == at:
            what = f"{numbers[info.nr]} {_of(pid, numbers[info.nr], info.args[0])}".strip()
            if torn and _tear(pid, info):
                what = f"torn {what}"
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            return Fallen(what, status, calls)


def _of(pid: int, call: str, descriptor: int) -> str:
    """Which of a study's files a call is about, as far as its first argument says."""
    if call not in ("write", "sync", "truncate", "allocate"):
        return ""
    with suppress(OSError):
        path = Path(f"/proc/{pid}/fd/{descriptor}").readlink()
        if path.name.startswith(("pipe:", "socket:")):
            return "answer"
        if path.is_dir():
            return "folder"
        return "log" if path.name.endswith("-wal") else "study" if path.suffix == ".crosscase" else "other"
    return ""


def _tear(pid: int, info: _Info) -> bool:
    """Write the first half of what the child is about to write; whether there was something to halve."""
    places = _TEARABLE[platform.machine()]
    if info.nr not in places or info.args[2] < 2 or _of(pid, "write", info.args[0]) == "answer":
        return False
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        memory.seek(info.args[1])
        half = memory.read(info.args[2] // 2)
    if places[info.nr] < 0:
        return False
    file = os.open(f"/proc/{pid}/fd/{info.args[0]}", os.O_WRONLY)
    try:
        os.pwrite(file, half, info.args[places[info.nr]])
    finally:
        os.close(file)
    return True


def works() -> bool:
    """Whether a child can be traced here."""
    if sys.platform != "linux" or platform.machine() not in _NUMBERS:
        return False
    pid = os.fork()
    if not pid:
        try:
            offer()
            Path("/nowhere/at/all").unlink()
        except OSError:
            pass
        finally:
            os._exit(0)
    try:
        return follow(pid, 0).calls > 0
    except OSError:
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        return False
