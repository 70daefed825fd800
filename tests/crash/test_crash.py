"""A short run of the crash harness, and that no verb is left out of it. `make crash` runs ten thousand kills."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.crash import verbs
from tests.crash.acts import ME, STUDY
from tests.crash.ground import Ground
from tests.crash.more_acts import EVERYTHING

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed with SIGKILL")

A_FEW = (
    "coding.apply_all",
    "source.correct",
    "merge",
    "upgrade",
    "new",
    "restore",
    "change-passphrase",
    "erasing, to the last byte",
)


def test_every_verb_is_killed_or_says_why_not() -> None:
    missing = set(verbs.FUNCTIONS) - set(verbs.ROWS) - set(verbs.NOT_HERE)
    assert not missing, f"give these a row in tests/crash/verbs.py: {sorted(missing)}"
    assert not set(verbs.ROWS) & set(verbs.NOT_HERE)
    assert set(verbs.ROWS) <= set(verbs.FUNCTIONS)
    assert set(verbs.ROWS) <= {act.name for act in EVERYTHING}
    assert len({act.name for act in EVERYTHING}) == len(EVERYTHING)


@pytest.mark.slow
@pytest.mark.parametrize("name", verbs.ROWS)
def test_a_verb_changes_something_and_the_journal_gives_the_same_tables(
    name: str, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ground.folder / "tried"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(ground.study, folder / STUDY)
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(ground.folder / "state"))
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    with Study.open(folder / STUDY, member=ME) as study:
        entry = verbs.do(study, name)
        assert entry
        assert study.log()[-1].id == entry
        assert study.verify() == []


@pytest.mark.slow
def test_killed_again_and_again_nothing_acknowledged_is_lost() -> None:
    kills = 2 * len(A_FEW)
    only = [word for act in A_FEW for word in ("--only", act)]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.crash", "--kills", str(kills), "--programs", "1", "--seed", "1", *only],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "lost: 0; half: 0" in ran.stdout
    assert re.search(rf"^{kills} kills in", ran.stdout, re.MULTILINE)
    for act in A_FEW:
        assert re.search(rf"^{re.escape(act)} +[1-9]", ran.stdout, re.MULTILINE), act
