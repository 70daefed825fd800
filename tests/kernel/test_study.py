"""The front door: who acts, what is allowed, what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Coding, Member, Span
from crosscase.store.database import CannotOpenError
from crosscase.study import NoMemberError, NotAllowedError, ReadOnlyError, Study, UnregisteredVerbError
from crosscase.verbs.codes import add_code, remove_code, rename_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.members import add_member
from crosscase.verbs.sources import add_source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "study.crosscase"


def test_acts_are_one_entry_each_and_say_what_changed(path: Path) -> None:
    with Study.new(path, title="Try", member="Ines") as study:
        done = study.because("it came up twice").do(add_code, "trust")
        assert done.changed == {"code": (done.value,)}
        assert study.log()[-1].because == "it came up twice"
        assert study.do(rename_code, done.value, "trust").entry == ""  # nothing changed, nothing recorded
        assert study.try_out(add_code, "care")
        assert len(study.log()) == 2
    with Study.open(path) as again:
        again.undo()
        assert again.verify() == []
        assert [line.verb for line in again.log()] == ["study.new", "code.add", "undo"]


def test_who_acts_must_be_known_and_allowed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)
    with Study.new(path, member="Ines") as study:
        study.do(add_member, "Tom", permission="coder")
        code = study.do(add_code, "trust").value
    with Study.open(path) as nobody:
        with pytest.raises(NoMemberError, match="Ines, Tom"):
            nobody.do(add_code, "care")
        with pytest.raises(CrosscaseError, match="no member 'Anna'"):
            nobody.as_member("Anna").do(add_code, "care")
        tom = nobody.as_member("tom")
        tom.do(add_code, "care")
        with pytest.raises(NotAllowedError, match="Tom is a coder"):
            tom.do(remove_code, code)
        mine = nobody.log()[2].id
        with pytest.raises(NotAllowedError):
            tom.undo(mine)
        assert nobody.as_member("Ines").undo(mine)


def test_who_i_am_is_said_once(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    with Study.new(path, member="Ines") as study:
        study.do(add_member, "Tom")
    with Study.open(path) as again:
        again.i_am("tom")
    with Study.open(path) as later:
        assert later.member().name == "Tom"
        assert later.as_member("Ines").member().name == "Ines"
        monkeypatch.setenv("CROSSCASE_MEMBER", "Ines")
        assert later.member().name == "Ines"


def test_the_study_as_it_was_cannot_be_written(path: Path) -> None:
    with Study.new(path, member="Ines") as study:
        entry = study.do(add_code, "trust").entry
        study.do(add_code, "care")
        then = study.at(entry)
        assert len(then.rows(Member)) == 1
        assert len(then.log()) == 2
        with pytest.raises(ReadOnlyError):
            then.do(add_code, "more")
        assert then.snapshot().codes.labels == ("trust",)
        then.close()
        with pytest.raises(CrosscaseError, match="Nothing had been written"):
            study.at("2001-01-01")


def test_a_snapshot_follows_what_was_done(path: Path) -> None:
    with Study.new(path, member="Ines") as study:
        source = study.do(add_source, "one", "Nobody tells me anything. 👍🏽 I mean it.").value
        assert len(study.snapshot().codings) == 0
        code = study.do(add_code, "told").value
        study.do(apply_code, code, source, Span(0, 6))
        assert len(study.snapshot().codings) == 1
        study.undo()
        assert len(study.snapshot().codings) == 0
        with Study.open(path) as other:
            other.do(apply_code, code, source, Span(7, 12))
        assert len(study.snapshot().codings) == len(study.rows(Coding)) == 1
        assert study.snapshot() is study.snapshot()
        assert len(study.index()) > 5


def test_what_is_no_verb_is_refused(path: Path) -> None:
    with Study.new(path, member="Ines") as study, pytest.raises(UnregisteredVerbError):
        study.do(lambda act: act.id)


def test_what_is_no_study_is_not_opened(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotOpenError, match="no such file"):
        Study.open(path)
    path.write_bytes(b"Dear diary")
    with pytest.raises(CannotOpenError, match="not a crosscase study"):
        Study.open(path)
    path.write_bytes(b"")
    with pytest.raises(CannotOpenError):
        Study.open(path)
    with pytest.raises(CannotOpenError, match="left alone"):
        Study.new(path)
    with pytest.raises(CannotOpenError, match="no such folder"):
        Study.new(tmp_path / "nowhere" / "study.crosscase")
