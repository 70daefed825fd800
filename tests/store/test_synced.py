"""A study in a synced folder: recognised, one file between acts, and other versions beside it offered."""

from __future__ import annotations

import json
import os
import platform
import shlex
import shutil
from pathlib import Path

import pytest

from crosscase.cli import main
from crosscase.errors import CrosscaseError
from crosscase.store import synced
from crosscase.store.backup_files import folder_of, listed
from crosscase.store.half_synced import HalfSyncedError
from crosscase.store.merge import merge
from crosscase.store.places import place_of
from crosscase.store.strays import strays
from crosscase.store.synced import synced_by
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.store.conftest import coded, codes


@pytest.fixture
def dropbox(path: Path, tmp_path: Path) -> Path:
    """The study, in a folder that Dropbox keeps."""
    folder = tmp_path / "Dropbox" / "Peers"
    folder.mkdir(parents=True)
    return Path(shutil.move(path, folder / path.name))


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (University of Somewhere)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - University of Somewhere", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-ines@example.org/My Drive", "Google Drive"),
        ("Google Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Peers", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("nextcloud2/Peers", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Box", "Box"),
        ("Documents", ""),
        ("my dropbox project", ""),
        ("Boxes", ""),
    ],
)
def test_the_names_of_folders(tmp_path: Path, folder: str, service: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    assert synced_by(tmp_path / folder / "peers.crosscase") == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox.cache/", "Dropbox"),
        (".stfolder/", "Syncthing"),
        (".stfolder", "Syncthing"),
        (".sync_3fa2c1.db", "Nextcloud"),
        ("._sync_3fa2c1.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.drivedownload/", "Google Drive"),
        ("sync_notes.db", ""),
    ],
)
def test_what_the_programs_leave_behind(tmp_path: Path, marker: str, service: str) -> None:
    inside = tmp_path / "anything" / "deep" / "down"
    inside.mkdir(parents=True)
    if marker.endswith("/"):
        (tmp_path / "anything" / marker).mkdir()
    else:
        (tmp_path / "anything" / marker).touch()
    assert synced_by(inside / "peers.crosscase") == service


def test_what_dropbox_and_onedrive_say_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / ".dropbox").mkdir(parents=True)
    (home / "Team files" / "Peers").mkdir(parents=True)
    (home / "Uni" / "Peers").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    told = {"business": {"path": str(home / "Team files"), "host": 1}}
    (home / ".dropbox" / "info.json").write_text(json.dumps(told))
    monkeypatch.setenv("OneDriveCommercial", str(home / "Uni"))
    synced._recognised.cache_clear()
    assert synced_by(home / "Team files" / "Peers" / "peers.crosscase") == "Dropbox"
    assert synced_by(home / "Uni" / "Peers" / "peers.crosscase") == "OneDrive"
    assert synced_by(home / "peers.crosscase") == "", "where Dropbox keeps its own settings nothing is synced"


def test_attributes_of_the_file_system(path: Path) -> None:
    try:
        os.setxattr(path, "user.com.dropbox.attrs", b"x")
    except (AttributeError, OSError):
        pytest.skip("no attributes here")
    assert synced_by(path) == "Dropbox"


def test_one_may_say_so(path: Path, dropbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
    assert synced_by(path)
    monkeypatch.setenv("CROSSCASE_SYNCED", "no")
    assert not synced_by(dropbox)


def test_a_link_is_followed(dropbox: Path, tmp_path: Path) -> None:
    (tmp_path / "link.crosscase").symlink_to(dropbox)
    assert synced_by(tmp_path / "link.crosscase") == "Dropbox"


# One file between acts


def pragma(study: Study, name: str) -> object:
    with study.store.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_nothing_lies_beside_it_between_acts(dropbox: Path) -> None:
    alone = ["peers.crosscase"]
    with Study.open(dropbox, member="Ines") as study:
        for name in ("risk", "hope"):
            study.do(add_code, name)
            assert sorted(each.name for each in dropbox.parent.iterdir()) == alone
        assert (pragma(study, "journal_mode"), pragma(study, "synchronous")) == ("delete", 3)
    assert sorted(each.name for each in dropbox.parent.iterdir()) == alone
    assert codes(dropbox) == {"trust", "risk", "hope"}


def test_a_study_that_leaves_the_folder_is_as_any_other(dropbox: Path, tmp_path: Path) -> None:
    coded(dropbox, "risk")
    home = Path(shutil.move(dropbox, tmp_path / "peers.crosscase"))
    with Study.open(home, member="Ines") as study:
        assert (pragma(study, "journal_mode"), pragma(study, "synchronous")) == ("wal", 2)
        study.do(add_code, "hope")
        assert study.verify() == []


def test_whoever_still_reads_the_old_way_is_not_disturbed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Study.open(path, member="Ines") as study:
        study.do(add_code, "risk")  # with a write-ahead log
        monkeypatch.setenv("CROSSCASE_SYNCED", "yes")
        assert coded(path, "hope") == []
        assert {"risk", "hope"} < codes(path)
        study.do(add_code, "pay")
    assert codes(path) == {"trust", "risk", "hope", "pay"}


def test_several_at_once_on_one_machine_see_each_other(dropbox: Path) -> None:
    with Study.open(dropbox, member="Ines") as one, Study.open(dropbox, member="Ines") as other:
        for n in range(5):
            one.do(add_code, f"one {n}")
            other.do(add_code, f"other {n}")
        assert one.verify() == other.verify() == []
    assert len(codes(dropbox)) == 11


def test_backups_are_kept_on_this_machine_each_time_it_is_closed(dropbox: Path, tmp_path: Path) -> None:
    coded(dropbox, "risk")
    coded(dropbox, "hope")
    folder = folder_of(dropbox)
    assert folder is not None
    assert folder.is_relative_to(tmp_path / "state")
    assert codes(listed(folder)[0].path) == {"trust", "risk", "hope"}
    assert len(listed(folder)) == 1, "of one hour the newest is enough"


# What came half


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_log_from_another_machine_is_not_played_into_it(
    dropbox: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = dropbox.with_name(dropbox.name + ending)
    coded(dropbox, "risk")
    monkeypatch.setattr(platform, "node", lambda: "another-laptop")
    coded(dropbox, "theirs")
    monkeypatch.undo()
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(dropbox.parent.parent.parent / "state"))
    monkeypatch.delenv("CROSSCASE_BACKUPS", raising=False)
    before = dropbox.read_bytes()
    log.write_bytes(os.urandom(5000))
    for writable in (True, False):
        with pytest.raises(HalfSyncedError, match=r"another-laptop.*Wait until Dropbox is done"):
            Study.open(dropbox, member="Ines", writable=writable)
    assert dropbox.read_bytes() == before
    assert log.exists()
    log.unlink()
    assert codes(dropbox) == {"trust", "risk", "theirs"}


def test_ones_own_interrupted_act_is_taken_back_as_ever(dropbox: Path, tmp_path: Path) -> None:
    coded(dropbox, "risk")
    with Study.open(dropbox, member="Ines") as study:
        assert place_of(dropbox) == study.store.state.place
    killed = (
        "import os, sys; from crosscase.study import Study; from crosscase.verbs.codes import add_code\n"
        "study = Study.open(sys.argv[1], member='Ines')\n"
        "with study.store.writing() as connection:\n"
        "    for n in range(300):\n"
        "        connection.exec_driver_sql(\"UPDATE local SET value = value || '999999999' WHERE key = 'step'\")\n"
        "    connection.exec_driver_sql('PRAGMA cache_size = 1')\n"
        "    connection.exec_driver_sql(\"UPDATE code SET name = 'spoilt'\")\n"
        "    connection.exec_driver_sql('PRAGMA cache_spill = 1')\n"
        "    for n in range(300):\n"
        "        connection.exec_driver_sql(\"INSERT INTO local VALUES (?, ?)\", (str(n), 'x' * 9999))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", killed, dropbox], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    assert dropbox.with_name("peers.crosscase-journal").stat().st_size > 0
    assert codes(dropbox) == {"trust", "risk"}
    with Study.open(dropbox, writable=False) as study:
        assert study.verify() == []


# Other versions beside it

NAMES = (
    "peers (Ines's conflicted copy 2026-11-23).crosscase",
    "peers (Konflikt von INES-PC 2026-11-23).crosscase",
    "peers-LAPTOP.crosscase",
    "peers (1).crosscase",
    "peers 2.crosscase",
    "peers.sync-conflict-20261123-034659-ABCDEFG.crosscase",
    "peers_conflict-20261123-034659.crosscase",
    "peers (conflicted copy 2026-11-23 034659).crosscase",
    "Copy of peers.crosscase",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_conflicted_copy_is_offered_once_and_gone_after_a_merge(
    dropbox: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = Path(shutil.copy(dropbox, dropbox.with_name(name)))
    coded(beside, "theirs")
    assert main(["info", str(dropbox)]) == 0
    told = capsys.readouterr().err
    assert name in told
    assert "1 act(s) it has not" in told
    assert [Path(each).exists() for each in shlex.split(told[told.index("crosscase merge") :])[2:]] == [True, True]
    assert main(["info", str(dropbox)]) == 0
    assert capsys.readouterr().err == "", "once is enough"
    coded(beside, "more of theirs")
    with Study.open(dropbox, member="Ines") as study:
        assert [stray.entries for stray in strays(study.store, only_new=False)] == [2]
        assert any(name in said for said in study.notes)
        with Study.open(beside, writable=False) as other:
            merge(study.store, other.store)
        assert strays(study.store, only_new=False) == []


def test_other_studies_and_what_has_nothing_new_are_not_offered(dropbox: Path, tmp_path: Path) -> None:
    shutil.copy(dropbox, dropbox.with_name("peers (1).crosscase"))
    dropbox.with_name("peers (2).crosscase").write_text("not a study")
    with Study.new(dropbox.with_name("peers of another town.crosscase"), member="Eve"):
        pass
    assert coded(dropbox, "risk") == []


def test_an_encrypted_copy_is_offered_by_its_name(dropbox: Path) -> None:
    from crosscase.store import reseal

    beside = Path(shutil.copy(dropbox, dropbox.with_name(NAMES[0])))
    reseal.encrypt(beside, "correct horse battery")
    shutil.copy(beside, dropbox.with_name("peers, the film.crosscase"))
    (said,) = coded(dropbox, "risk")
    assert "another version of it" in said
    assert NAMES[0] in said


def test_conflicted_copies_of_an_encrypted_study_are_read_with_its_key(dropbox: Path) -> None:
    from crosscase.store import reseal

    word = "correct horse battery"
    reseal.encrypt(dropbox, word)
    beside = Path(shutil.copy(dropbox, dropbox.with_name("peers-LAPTOP.crosscase")))
    coded(beside, "theirs", passphrase=word)
    assert any("1 act(s)" in said for said in coded(dropbox, "risk", passphrase=word))


def test_errors_say_what_to_do(dropbox: Path) -> None:
    assert issubclass(HalfSyncedError, CrosscaseError)
    message = HalfSyncedError(dropbox, dropbox, "", "Dropbox").message
    assert "another computer" in message
    assert "crosscase rescue" in message
