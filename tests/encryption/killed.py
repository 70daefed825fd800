"""A program that encrypts, decrypts or rekeys a study and kills itself in the middle, again and again.

`python -m tests.encryption.killed STUDY KEY ACT LINE…`: for each number a copy of the study is made in a folder of that
name beside it, and a child is forked that does the act there and kills itself (SIGKILL) before so many lines of
`reseal` have run. It prints for each how the child ended: `killed`, or `done` when there are fewer lines.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from crosscase.store import reseal
from crosscase.store.keys import Key

OTHER = Key(b"o" * 32, b"other salt 16 by")


def act(name: str, path: Path, key: Key | None) -> None:
    """Do it."""
    match name:
        case "encrypt":
            reseal.encrypt(path, OTHER)
        case "decrypt":
            reseal.decrypt(path, key)
        case "change":
            reseal.change_passphrase(path, key, OTHER)


def stop_after(lines: int) -> None:
    """Kill this process before the next line of `reseal` when so many have run."""
    left = lines

    def trace(frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != reseal.__file__ or frame.f_code.co_name == "_contents":
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def main() -> None:
    """Kill one child for each number."""
    study, secret, name, *lines = sys.argv[1:]
    key = Key(*map(bytes.fromhex, secret.split(":"))) if secret != "-" else None
    for count in map(int, lines):
        folder = Path(study).parent / f"{name}-{count}"
        folder.mkdir()
        path = Path(shutil.copy(study, folder))
        child = os.fork()
        if not child:
            stop_after(count)
            act(name, path, key)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
