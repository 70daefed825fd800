"""Another file takes the place of a study that is open: nothing acknowledged is lost, and nothing in silence."""

from __future__ import annotations

import random
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.cli import main
from crosscase.errors import CrosscaseError
from crosscase.model import Source
from crosscase.store.backup_files import folder_of, listed
from crosscase.store.ground import SwappedError
from crosscase.store.merge import merge
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.store.conftest import coded, codes


@pytest.fixture(params=["synced", "plain"])
def place(request: pytest.FixtureRequest, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The study, in a synced folder or in one of its own."""
    if request.param == "synced":
        monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    return path


@pytest.fixture
def theirs(place: Path, tmp_path: Path) -> Path:
    """What a colleague made of a copy of it."""
    path = Path(shutil.copy(place, tmp_path / "theirs.crosscase"))
    coded(path, "theirs one", "theirs two")
    return path


def renamed_over(new: Path, path: Path) -> None:
    """As most sync programs do it: written beside, then given the name."""
    new = Path(shutil.copy(new, new.with_name("incoming.tmp")))
    new.replace(path)


def written_over(new: Path, path: Path) -> None:
    """As some do it, and `cp`: the bytes of the same file."""
    data = new.read_bytes()
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def brought_together(path: Path, *others: Path) -> set[str]:
    """The codes of all versions after a merge; the result has to hold."""
    with Study.open(path, member="Ines") as study:
        for other in others:
            with Study.open(other, writable=False) as there:
                merge(study.store, there.store)
        assert study.verify() == []
    return codes(path)


def kept(path: Path) -> list[Path]:
    return sorted(path.parent.glob("* (kept *).crosscase"))


def test_renamed_over_the_next_write_is_refused_and_all_is_saved(place: Path, theirs: Path) -> None:
    with Study.open(place, member="Ines") as study:
        study.do(add_code, "mine one")
        renamed_over(theirs, place)
        with pytest.raises(SwappedError, match=r"was replaced by another version.*crosscase merge") as caught:
            study.do(add_code, "mine two")
        with pytest.raises(SwappedError):
            study.undo()
    assert [caught.value.kept] == kept(place)
    assert codes(place) == {"trust", "theirs one", "theirs two"}
    assert codes(kept(place)[0]) == {"trust", "mine one"}
    assert brought_together(place, *kept(place)) == {"trust", "mine one", "theirs one", "theirs two"}
    assert coded(place, "goes on") == []


def test_renamed_over_after_the_last_write_is_said_when_it_is_closed(place: Path, theirs: Path) -> None:
    with Study.open(place, member="Ines") as study:
        study.do(add_code, "mine one")
        renamed_over(theirs, place)
    (said,) = study.notes
    assert "was replaced by another version" in said
    assert codes(kept(place)[0]) == {"trust", "mine one"}


def test_written_over_in_a_synced_folder_the_next_write_is_refused_and_all_is_saved(
    path: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "mine one")  # the backup made at opening has not this one
        study.do(add_code, "mine two")
        written_over(theirs, path)
        with pytest.raises(SwappedError, match=r"crosscase merge"):
            study.do(add_code, "mine three")
    assert codes(path) == {"trust", "theirs one", "theirs two"}
    assert codes(kept(path)[0]) == {"trust", "mine one", "mine two"}
    assert brought_together(path, *kept(path)) == {"trust", "mine one", "mine two", "theirs one", "theirs two"}


def test_a_version_of_the_same_length_and_as_many_commits_is_another_version_all_the_same(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    coded(path, "to begin with")
    theirs = Path(shutil.copy(path, tmp_path / "theirs.crosscase"))
    coded(theirs, "theirs")
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "mine 1")
        assert theirs.stat().st_size == path.stat().st_size
        written_over(theirs, path)
        with pytest.raises(SwappedError):
            study.do(add_code, "mine 2")
    assert brought_together(path, *kept(path)) == {"trust", "to begin with", "theirs", "mine 1"}


def test_without_backups_what_was_written_since_is_saved_all_the_same(
    path: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "mine one")
        written_over(theirs, path)
        with pytest.raises(SwappedError):
            study.do(add_code, "mine two")
    assert codes(kept(path)[0]) == {"trust", "mine one", "theirs one", "theirs two"}


def test_originals_of_sources_are_saved_too(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    theirs = Path(shutil.copy(path, tmp_path / "theirs.crosscase"))
    coded(theirs, "theirs")
    (tmp_path / "anna.txt").write_text("INT: How was it?\n\nANNA: There is a risk in telling people.\n")
    with Study.open(path, member="Ines") as study:
        take_in(study, tmp_path / "anna.txt")
        written_over(theirs, path)
        with pytest.raises(SwappedError):
            study.do(add_code, "mine")
    brought_together(path, *kept(path))
    with Study.open(path, writable=False) as study:
        (source,) = study.rows(Source)
        assert "There is a risk in telling people." in study.text(source.id)
        with study.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM piece").scalar_one() == 1


def take_in(study: Study, path: Path) -> None:
    """Import a transcript as the command does."""
    study.close()
    assert study.store.path is not None
    assert main(["import", str(study.store.path), str(path), "--as", "Ines"]) == 0
    again = Study.open(study.store.path, member="Ines")
    study.__dict__.update(again.__dict__)


def test_a_newer_version_with_everything_is_no_fork(place: Path, tmp_path: Path) -> None:
    with Study.open(place, member="Ines") as study:
        newer = Path(shutil.copy(place, tmp_path / "newer.crosscase"))
        coded(newer, "theirs")
        renamed_over(newer, place)
        with pytest.raises(SwappedError, match="has all that was done here"):
            study.do(add_code, "mine")
    assert kept(place) == []
    assert study.notes == []
    coded(place, "mine")
    assert codes(place) == {"trust", "theirs", "mine"}


def test_a_newer_version_with_everything_written_into_it_is_simply_read(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "mine one")
        newer = Path(shutil.copy(path, tmp_path / "newer.crosscase"))
        coded(newer, "theirs")
        written_over(newer, path)
        study.do(add_code, "mine two")
        assert study.verify() == []
    assert codes(path) == {"trust", "mine one", "theirs", "mine two"}
    assert kept(path) == []


def test_a_study_that_is_moved_away_while_it_is_open(place: Path, tmp_path: Path) -> None:
    with Study.open(place, member="Ines") as study:
        study.do(add_code, "mine")
        place.rename(tmp_path / "moved.crosscase")
        with pytest.raises(SwappedError, match="is gone from its place"):
            study.do(add_code, "more")
    assert codes(kept(place)[0]) == {"trust", "mine"}


def test_an_encrypted_study_is_saved_encrypted(place: Path, theirs: Path) -> None:
    from crosscase.store import reseal

    word = "correct horse battery"
    for path in (place, theirs):
        reseal.encrypt(path, word)
    with Study.open(place, member="Ines", passphrase=word) as study:
        study.do(add_code, "mine one")
        renamed_over(theirs, place)
        with pytest.raises(SwappedError):
            study.do(add_code, "mine two")
    (saved,) = kept(place)
    assert b"SQLite format 3" not in saved.read_bytes()
    assert codes(saved, word) == {"trust", "mine one"}


def test_what_was_swapped_between_two_commands_is_said_until_it_is_back(place: Path, theirs: Path) -> None:
    coded(place, "mine one")
    mine = listed(folder_of(place))
    written_over(theirs, place)
    with Study.open(place, member="Ines", writable=False) as study:
        (said,) = study.notes
    assert "lacks something that was done to it on this computer" in said
    with Study.open(place, member="Ines") as study:
        assert study.notes == [], "once a day is enough"
        study.do(add_code, "goes on")
    assert coded(place, "and on") == []
    _forget_that_it_was_said()
    with Study.open(place, writable=False) as study:
        assert len(study.notes) == 1, "it is still missing"
    if "mine one" in codes(mine[0].path):  # in a synced folder it is; elsewhere only once an hour
        assert shlex.split(said[said.index("crosscase merge") :])[2:] == [str(place), str(mine[0].path)]
        brought_together(place, mine[0].path)
        _forget_that_it_was_said()
        assert coded(place) == []


def _forget_that_it_was_said() -> None:
    from crosscase.store.memory import keep_in_mind, recalled

    known = recalled("left.json")
    for each in known.values():
        each.pop("said", None)
    keep_in_mind("left.json", known)


# A hostile sync program and two people, for as long as it takes


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_sync_program_does_every_acknowledged_act_is_somewhere(
    seed: int, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It copies whole files from one computer to the other at any moment, over what is there, and keeps no copies."""
    chance = random.Random(seed)
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    computers = {}
    for name in ("Ines", "Tariq"):
        folder = tmp_path / name / "Peers"
        folder.mkdir(parents=True)
        computers[name] = Path(shutil.copy(path, folder / "peers.crosscase"))
    acknowledged = {"trust"}

    def sync() -> None:
        here, there = chance.sample(sorted(computers), 2)
        (renamed_over if chance.random() < 0.5 else written_over)(computers[here], computers[there])

    refused = 0
    for turn in range(25):
        name = chance.choice(sorted(computers))
        monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / name / "state"))
        if chance.random() < 0.3:
            sync()
        with Study.open(computers[name], member="Ines") as study:
            for act in range(chance.randrange(4)):
                try:
                    study.do(add_code, code := f"{name} {turn} {act}")
                    acknowledged.add(code)
                except SwappedError:
                    refused += 1
                if chance.random() < 0.3:
                    sync()

    versions = list(tmp_path.glob("*/Peers/*.crosscase"))
    versions += list(tmp_path.glob("*/state/backups/*/*.crosscase"))
    whole = tmp_path / "whole.crosscase"
    shutil.copy(path, whole)
    monkeypatch.setenv("CROSSCASE_SYNCED", "no")
    assert brought_together(whole, *versions) >= acknowledged
    assert refused or len(versions) > 4


def test_the_sentence_can_be_typed(place: Path, theirs: Path) -> None:
    with Study.open(place, member="Ines") as study:
        study.do(add_code, "mine")
        renamed_over(theirs, place)
        with pytest.raises(CrosscaseError) as caught:
            study.do(add_code, "more")
    typed = shlex.split(caught.value.message[caught.value.message.index("crosscase merge") :])
    assert [Path(name).exists() for name in typed[2:]] == [True, True]
