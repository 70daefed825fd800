"""Reads every file of a list, two at a time, and says what became of each: a program, so that its memory is its own.

Takes a folder, and file names in it on standard input; writes one JSON object.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from crosscase.importers import read_file
from crosscase.importers.errors import UnreadableError
from crosscase.importers.options import DEFAULT


def attempt(folder: Path, name: str) -> dict[str, Any]:
    start = time.monotonic()
    found: dict[str, Any] = {"file": name, "read": False, "letters": 0, "reason": "", "wrong": "", "losses": []}
    try:
        bundle = read_file(folder / name, options=DEFAULT, within=folder)
    except UnreadableError as error:
        found["reason"] = error.message
    except BaseException as error:  # noqa: BLE001 - that is what is being looked for
        found["wrong"] = repr(error)
    else:
        found["read"] = True
        found["letters"] = sum(len("".join(document.text.split())) for document in bundle.documents)
        found["losses"] = [f"{loss.place}: {loss.what}" for loss in bundle.losses]
    return {**found, "seconds": time.monotonic() - start}


if __name__ == "__main__":
    names = sys.stdin.read().splitlines()
    with ThreadPoolExecutor(2) as two:
        files = list(two.map(lambda name: attempt(Path(sys.argv[1]), name), names))
    kilobytes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    json.dump({"files": files, "kilobytes": kilobytes}, sys.stdout)
