"""The tutorial, followed to the letter: every command is run, and what is shown is what it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared import REPOSITORY, shared

PAGES = [REPOSITORY / "docs" / "tutorial" / name for name in ("two-cases.md", "beside-the-analysts.md", "hearings.md")]


def blocks(page: Path) -> Iterator[tuple[str, list[str]]]:
    """The commands of a page in order, each with the lines it is said to print."""
    for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        command, lines = "", list[str]()
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, lines
                command, lines = line[2:], []
            else:
                lines.append(line)
        yield command, lines


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_prints_what_is_shown(page: Path, tmp_path: Path) -> None:
    (tmp_path / "corpora").symlink_to(shared("corpora"))
    environment = {**os.environ, "CROSSCASE_STATE_DIR": str(tmp_path / "state"), "COLUMNS": "200"}
    environment.pop("CROSSCASE_MEMBER", None)
    for command, lines in blocks(page):
        words = shlex.split(command)
        assert words[0] == "crosscase"
        done = subprocess.run(
            [sys.executable, "-m", "crosscase", *words[1:]],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stderr)
        printed = plain(done.stdout + "\n" + done.stderr)
        for line in lines:
            for part in line.split("…"):
                assert plain(part) in printed, (command, part, printed[-3000:])
