"""Trying things in a process of their own, with a bound on time and memory, because some of them may take it down.

What is tried is a function from a number to a sentence: empty when all is well. The child says which number it is at
before it begins with it, so that a crash, a loop or a hunger for memory is told of with its number.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple


class Found(NamedTuple):
    """Something that went wrong: at which number, and what."""

    number: int
    what: str


def tried(run: Callable[[int], str], numbers: range, *, seconds: float = 30, megabytes: int = 1_500) -> list[Found]:
    """Try all these numbers; what was found.

    Args:
        run: tries one, in the child; gives a sentence when something is wrong.
        numbers: which.
        seconds: how long one may take.
        megabytes: how much memory the child may ask for besides what it has.
    """
    found: list[Found] = []
    start = numbers.start
    while start < numbers.stop:
        at, ended, said = _some(run, range(start, numbers.stop), seconds, megabytes)
        found += said
        if ended:
            found.append(Found(at, ended))
        start = at + 1
    return found


def _some(run: Callable[[int], str], numbers: range, seconds: float, megabytes: int) -> tuple[int, str, list[Found]]:
    """Go on until the child ends: the number it was at, how it ended when that was not by itself, and what it said."""
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(out)
        _child(run, numbers, into, megabytes)
    os.close(into)
    at, buffer, found, ended = numbers.start, b"", list[Found](), ""
    until = time.monotonic() + seconds
    while True:
        ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            ended = f"did not end within {seconds:g} s"
            os.kill(pid, signal.SIGKILL)
            break
        piece = os.read(out, 65_536)
        if not piece:
            break
        *lines, buffer = (buffer + piece).split(b"\n")
        for line in lines:
            at, what = json.loads(line)
            until = time.monotonic() + seconds
            if what:
                found.append(Found(at, what))
    os.close(out)
    _, status = os.waitpid(pid, 0)
    if not ended and status:
        ended = f"the process was ended by {_how(status)}"
    return (at if ended else numbers.stop), ended, found


def _how(status: int) -> str:
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"status {os.WEXITSTATUS(status)}"


def _child(run: Callable[[int], str], numbers: range, into: int, megabytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a line of the system
            now = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + (megabytes << 20),) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    status = 0
    try:
        for number in numbers:
            os.write(into, json.dumps([number, ""]).encode() + b"\n")
            what = run(number)
            if what:
                os.write(into, json.dumps([number, what[:600]]).encode() + b"\n")
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        os.write(into, json.dumps([number, repr(error)[:600]]).encode() + b"\n")
        status = 9
    finally:
        os._exit(status)
