"""REFI-QDA on the command line: in, the same again, out, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

from crosscase.exporters.refi import write_project
from tests.cli.conftest import Run
from tests.importers.test_projects import a_qualcoder_project
from tests.kernel.projects import project


def test_a_project_comes_in_is_updated_and_goes_out(run: Run, study: Path, tmp_path: Path) -> None:
    came, report, left = tmp_path / "came.qdpx", tmp_path / "report.json", tmp_path / "left.qdpx"
    write_project(project(), came)
    tried = run("import", study, came, "--dry-run")
    assert "Would add: " in tried.out
    assert "Nothing was kept" in tried.out
    run("import", study, came, "--report", report)
    told = json.loads(report.read_bytes())
    assert told["in"]["Coding"] == told["elements"]["Coding"]["things"] == 3
    assert told["losses"] == []
    assert "There already: " in run("import", study, came).out
    done = run("export", study, left, "--profile", "strict", "--no-record")
    assert "Written: " in done.out
    assert "Not in it: " in done.err
    assert left.is_file()


def test_who_was_the_only_member_still_acts_when_others_came(run: Run, tmp_path: Path) -> None:
    alone, came = tmp_path / "alone.crosscase", tmp_path / "came.qdpx"
    run("new", alone, "--as", "Ada")
    write_project(project(), came)
    run("import", alone, came)
    assert len(run("members", alone, "--json").json["members"]) > 1
    run("import", alone, came)


def test_who_was_the_only_member_still_acts_when_coders_came_with_a_database(run: Run, tmp_path: Path) -> None:
    alone = tmp_path / "alone.crosscase"
    run("new", alone, "--as", "Ada")
    run("import", alone, a_qualcoder_project(tmp_path))
    assert len(run("members", alone, "--json").json["members"]) > 1
    run("undo", alone)


def test_a_file_that_is_refused_leaves_the_study_as_it_was(run: Run, study: Path, tmp_path: Path) -> None:
    before = run("info", study, "--json").json["entries"]
    broken = tmp_path / "broken.qdpx"
    broken.write_bytes(b"PK\3\4 no more")
    run("import", study, broken, status=1)
    assert run("info", study, "--json").json["entries"] == before
    assert "There are refi (.qdpx)" in run("export", study, tmp_path / "x.foo", status=1).err
    run("import", study, broken, "--counting", "by feet", status=1)
