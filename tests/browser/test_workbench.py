"""What people do in the workbench, in a real browser: each file of web/browser is one test here.

They need a Chromium (`CROSSCASE_CHROMIUM` names one, else it is looked for on the path) and the built client. Without
these they are skipped and say so; where `CI` is set they fail, because nobody reads what was skipped there. All of them
run in one worker of xdist, one after the other: two Chromiums on a small machine only wait for each other.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest

from crosscase.server.pages import BUILT
from tests.shared import REPOSITORY

WEB = REPOSITORY / "web"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ONE_TEST = 120
ONE_FILE = 600
"""Seconds; on a busy machine a file takes ten times as long as on a quiet one."""

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


def missing(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"{reason} Where CI is set, browser tests are never skipped.")
    pytest.skip(reason)


def chromium() -> str:
    named = os.environ.get("CROSSCASE_CHROMIUM", "")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing(
            f"CROSSCASE_CHROMIUM names {named!r}, which is no program."
            if named
            else "No Chromium is found: nothing was tried in a browser. Install one, or name it in CROSSCASE_CHROMIUM."
        )
    return found


def node() -> str:
    found = shutil.which("node", path=str(REPOSITORY / ".venv" / "bin"))
    if found is None or not (WEB / "node_modules" / "playwright-core").is_dir() or not (BUILT / "index.html").is_file():
        missing("The workbench's pages are not built, so nothing was tried in a browser. Run: make web")
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration study, as the browser tests name it, of which each file takes a copy."""
    folder = tmp_path_factory.mktemp("made")
    subprocess.run(
        [REPOSITORY / ".venv" / "bin" / "crosscase", "demo", folder / "demo.crosscase"],
        env={**os.environ, "CROSSCASE_STATE_DIR": str(folder / "state"), "CROSSCASE_BACKUPS": "off"},
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.mark.parametrize("script", sorted(WEB.glob("browser/*.test.ts")), ids=lambda path: path.name)
def test_what_people_do_in_the_workbench(script: Path, request: pytest.FixtureRequest) -> None:
    browser, begin = chromium(), node()
    study = request.getfixturevalue("made")  # not made where there is no browser to try it in
    env = {**os.environ, "CROSSCASE_CHROMIUM": browser, "CROSSCASE_BROWSER_DEMO": str(study)}
    program = subprocess.Popen(
        [begin, "--test", f"--test-timeout={ONE_TEST * 1000}", "--test-reporter=spec", script],
        cwd=WEB, env=env, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = program.communicate(timeout=ONE_FILE)
    except subprocess.TimeoutExpired:
        said = f"{end(program)}\n{script.name} was ended: it took longer than {ONE_FILE} s."
    assert program.returncode == 0, f"\n{said}"
    assert "ℹ fail 0" in said, said
    assert "ℹ pass 0" not in said, said


def end(program: subprocess.Popen[str]) -> str:
    """End a program with what it started, and give what it had said."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(program.pid, how)
        with suppress(subprocess.TimeoutExpired):
            return program.communicate(timeout=10)[0]
    return ""
