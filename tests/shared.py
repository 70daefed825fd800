"""Where the shared material lies that tests may use but the repository does not contain.

It is a folder `shared` beside the repository: corpora of real interviews, hostile files, projects of
other programs. Much of it may not be given away, so tests read it where it is and skip without it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """The path of something under `../shared`, as in `shared("corpora", "odd-files")`.

    The calling test is skipped when it is not there. At module level call it inside a fixture:
    a skip while tests are collected is an error.
    """
    path = REPOSITORY.parent.joinpath("shared", *parts)
    if not path.exists():
        pytest.skip(f"needs {Path('..', 'shared', *parts)} beside the repository")
    return path
