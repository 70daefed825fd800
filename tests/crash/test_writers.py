"""Several programs that write to one study at once: each act that was acknowledged is there, and the chains hold."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.crash.acts import ME
from tests.crash.places import program

pytestmark = pytest.mark.slow
PROGRAMS, ACTS = 3, 30

WRITER = """
import sys
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.memos import write_memo
path, member, me, acts, opens = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5] == "each"
study = None if opens else Study.open(path, member=member)
for number in range(acts):
    if opens:
        study = Study.open(path, member=member)
    verb, words = (add_code, f"{me} {number}") if number % 2 else (write_memo, f"Thought {number} of {me}.")
    print(study.do(verb, words).entry, flush=True)
    if opens:
        study.close()
if not opens:
    study.close()
"""


def begun(path: Path, member: str, me: str, opens: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), member, me, str(ACTS), opens],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_programs_that_write_at_once(study: Path, state: Path) -> None:
    running = [begun(study, ME if n % 2 else "Omar", f"w{n}", "once" if n else "each") for n in range(PROGRAMS)]
    acknowledged: list[str] = []
    for one in running:
        out, err = one.communicate()
        assert one.returncode == 0, err.decode()
        acknowledged += out.decode().split()
    assert len(acknowledged) == PROGRAMS * ACTS
    with Study.open(study, member=ME) as read:
        lines = read.log()
        assert set(acknowledged) <= {line.id for line in lines}
        assert read.verify() == []
        places = Counter((header.chain, header.number) for header in read.store.headers())
        assert max(places.values()) == 1, "two entries took the same place in a chain"
    assert [file.name for file in study.parent.iterdir()] == [study.name]


def test_a_program_that_waits_too_long_says_so(study: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Study.open(study, member=ME) as holding:
        before = {line.id for line in holding.log()}
        with holding.store.writing():
            ran = program("codebook", study, "add", "x", "--as", ME, state=state)
        assert ran.status == 1
        assert "is being written by another program. Nothing was changed" in ran.said
        assert {line.id for line in holding.log()} == before
        assert program("codebook", study, "add", "x", "--as", ME, state=state).status == 0
        assert holding.verify() == []
