"""Copies, merging and settling from the command line, as two people and their supervisor use them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crosscase.journal.vault import ERASED
from crosscase.model import Member, Memo, Participant, Source
from crosscase.store.parting import MASK
from crosscase.study import Study
from crosscase.verbs.participants import change_participant
from tests.cli.conftest import Run

ANNA = "They held me down once. I do not speak of that at work."
BEN = "I would rather we trusted them."


@pytest.fixture
def pair(run: Run, coded: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Ines's study and Tariq's copy of it."""
    run("add", coded, "members", "Tariq", "--as", "Ines")
    theirs = tmp_path / "tariq.crosscase"
    run("copy", coded, theirs)
    return coded, theirs


def conflicts(run: Run, study: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("conflicts", study, "--json").json["conflicts"]
    return found


def version(run: Run, study: Path) -> str:
    return str(run("info", study, "--json").json["version"])


def chains(study: Path) -> set[str]:
    with Study.open(study, writable=False) as found:
        return {header.chain for header in found.store.headers()}


# Copies


def test_a_copy_is_the_same_study_and_goes_on_by_itself(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    assert version(run, mine) == version(run, theirs)
    run("memo", theirs, "add", "mine", "--as", "Tariq")
    assert len(chains(theirs) - chains(mine)) == 1
    run("memo", mine, "add", "yours", "--as", "Ines")
    assert not chains(theirs) <= chains(mine)
    assert "holds" in run("verify", theirs).out


def test_a_copy_leaves_what_is_there_alone_and_nothing_beside_it(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    before = theirs.read_bytes()
    assert "left alone" in run("copy", mine, theirs, status=1).err
    assert theirs.read_bytes() == before
    assert "no such folder" in run("copy", mine, mine.parent / "nowhere" / "a.crosscase", status=1).err
    run("copy", mine, status=2)
    run("copy", mine.parent / "none.crosscase", mine.parent / "a.crosscase", status=1)
    assert not list(mine.parent.glob(".*")) + list(mine.parent.glob("a.crosscase*"))


def test_private_memos_stay_with_their_author(run: Run, coded: Path, tmp_path: Path) -> None:
    run("memo", coded, "add", "I was afraid of her answer", "--type", "reflexive", "--as", "Ines")
    run("copy", coded, tmp_path / "theirs.crosscase")
    run("copy", coded, tmp_path / "laptop.crosscase", "--own-memos", "--as", "Ines")
    assert b"afraid of her" not in (tmp_path / "theirs.crosscase").read_bytes()
    memos = run("memo", tmp_path / "laptop.crosscase", "list", "--as", "Ines", "--json").out
    assert "afraid of her" in memos
    for name in ("theirs", "laptop"):
        run("verify", tmp_path / f"{name}.crosscase")


# Merging


def test_two_people_bring_their_work_together(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    run("code", theirs, "ben", "risk", "--quote", "What does risk mean here?", "--as", "Tariq")
    run("code", theirs, "anna", "risk", "--quote", "There is a risk in it.", "--as", "Tariq")
    run("code", mine, "ben", "risk", "--quote", BEN, "--as", "Ines")
    before = mine.read_bytes(), version(run, mine)
    trial = run("merge", mine, theirs, "--dry-run")
    assert "2 entries would come in" in trial.out
    assert "Tariq  coding.apply       2  added 2 codings" in trial.out
    assert "No conflicts would be open." in trial.out
    assert "Nothing was changed" in trial.err
    assert version(run, mine) == before[1]
    done = run("merge", mine, theirs)
    assert "2 entries came in" in done.out
    assert "No conflicts." in done.out
    assert "nothing new" in run("merge", mine, theirs).out
    run("merge", theirs, mine)
    assert version(run, mine) == version(run, theirs)
    by_both = [c for c in run("code", mine, "--list", "--json").json["codings"] if "risk in it" in json.dumps(c)]
    assert {c["member"] for c in by_both} == {"Ines", "Tariq"}  # two members' codings stay two codings


def test_any_number_of_copies_each_whole_or_not_at_all(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = pair
    third, stranger = tmp_path / "third.crosscase", tmp_path / "stranger.crosscase"
    shutil.copy(mine, third)
    run("new", stranger, "--as", "Nobody")
    run("memo", theirs, "add", "from Tariq", "--as", "Tariq")
    run("memo", third, "add", "from the laptop", "--as", "Ines")
    text = tmp_path / "text.crosscase"
    text.write_text("no study")
    got = run("merge", mine, theirs, stranger, text, third, tmp_path / "none.crosscase", "--json", status=1)
    copies = got.json["copies"]
    assert [one["entries"] for one in copies] == [1, 0, 0, 1, 0]
    assert [bool(one["refused"]) for one in copies] == [False, True, True, False, True]
    assert "another study" in got.err
    assert "no such file" in got.err
    with Study.open(mine, writable=False) as study:
        assert {memo.text for memo in study.rows(Memo)} >= {"from Tariq", "from the laptop"}
    run("merge", mine, status=2)


@pytest.mark.parametrize("how", ["cp", "backup", "swap"])
def test_a_file_that_was_copied_is_a_fork_and_kept_whole(run: Run, pair: tuple[Path, Path], how: str) -> None:
    """Ines's file is copied as files are; both go on; or an old one is put back over the new."""
    mine, theirs = pair
    other = mine.with_name("other.crosscase")
    shutil.copy(mine, other)
    run("memo", mine, "add", "in the first", "--as", "Ines")
    if how == "swap":
        aside = mine.with_name("aside.crosscase")
        mine.rename(aside)
        other.rename(mine)
        aside.rename(other)
    elif how == "backup":
        beside = mine.with_name("beside.crosscase")
        shutil.copy(mine, beside)
        shutil.copy(other, mine)
        other = beside
    run("memo", mine, "add", "in the second", "--as", "Ines")
    run("memo", other, "add", "in the third", "--as", "Ines")
    run("merge", mine, other, theirs)
    run("merge", theirs, mine)
    with Study.open(mine, writable=False) as study:
        assert {memo.text for memo in study.rows(Memo)} >= {"in the first", "in the second", "in the third"}
        numbers = [(header.chain, header.number) for header in study.store.headers()]
        assert len(numbers) == len(set(numbers))  # the copy began a chain of its own
    run("verify", mine)
    assert version(run, mine) == version(run, theirs)


def test_the_same_source_imported_twice_is_one_source(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = pair
    for name, study, who in (("one", mine, "Ines"), ("two", theirs, "Tariq")):
        folder = tmp_path / name
        folder.mkdir()
        folder.joinpath("cara.txt").write_text("INT: And you?\n\nCARA: I came to it late. 👍🏽\n", "utf-8")
        run("import", study, folder, "--as", who)
        run("code", study, "cara", "risk", "--quote", "I came to it late.", "--as", who)
    run("merge", mine, theirs)
    run("merge", theirs, mine)
    with Study.open(mine, writable=False) as merged:
        (source,) = [one for one in merged.rows(Source) if one.name == "cara"]
    assert conflicts(run, mine) == conflicts(run, theirs) == []
    coded = [c for c in run("code", mine, "--list", "--json").json["codings"] if c["source"] == "cara"]
    assert {c["member"] for c in coded} == {"Ines", "Tariq"}
    assert source.length == len("INT: And you?\n\nCARA: I came to it late. 👍🏽\n")
    run("verify", mine)


# Conflicts


def test_a_conflict_says_who_what_when_and_both_values_and_is_settled(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    run("codebook", mine, "define", "risk", "--definition", "What may happen.", "--as", "Ines")
    run("codebook", theirs, "define", "risk", "--definition", "What people fear.", "--as", "Tariq")
    assert "1 conflict would have to be settled" in run("merge", mine, theirs, "--dry-run").out
    assert conflicts(run, mine) == []
    done = run("merge", mine, theirs)
    for words in ("What may happen.", "What people fear.", "Ines", "Tariq", "definition", "'risk'"):
        assert words in done.out
    run("merge", theirs, mine)
    (one,) = conflicts(run, mine)
    assert conflicts(run, theirs) == [one]  # the same on every copy, with the same id
    assert {(side["who"], side["value"]) for side in one["sides"]} == {
        ("Ines", "What may happen."),
        ("Tariq", "What people fear."),
    }
    assert one["nature"] == "field"
    assert [side["stands"] for side in one["sides"]] == [False, True]
    run("conflicts", mine, "settle", one["id"], status=2)
    run("conflicts", mine, "settle", one["id"], "--keep", "1", "--write", "x", "--as", "Ines", status=2)
    assert "no side 3" in run("conflicts", mine, "settle", one["id"], "--keep", "3", "--as", "Ines", status=1).err
    assert "Bob" in run("conflicts", mine, "settle", one["id"], "--keep", "Bob", "--as", "Ines", status=2).err
    assert (
        "no open conflict" in run("conflicts", mine, "settle", "00000000", "--keep", "1", "--as", "Ines", status=1).err
    )
    assert "Settled" in run("conflicts", mine, "settle", one["id"], "--keep", "Ines", "--as", "Ines").out
    assert run("codebook", mine, "--json").json["codes"][0]["definition"] == "What may happen."
    assert "No conflicts are open." in run("conflicts", mine).out
    run("merge", theirs, mine)
    assert conflicts(run, theirs) == []
    run("undo", mine, "--as", "Ines")
    assert [c["id"] for c in conflicts(run, mine)] == [one["id"]]
    run("redo", mine, "--as", "Ines")
    assert conflicts(run, mine) == []


def test_a_third_value_and_twins(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    for study, who, name in ((mine, "Ines", "hazard"), (theirs, "Tariq", "danger")):
        run("codebook", study, "rename", "risk", name, "--as", who)
        run("codebook", study, "add", "trust", "--as", who)
    run("code", theirs, "ben", "trust", "--quote", BEN, "--as", "Tariq")
    run("merge", mine, theirs)
    by_nature = {one["nature"]: one["id"] for one in conflicts(run, mine)}
    run("conflicts", mine, "settle", by_nature["field"], "--write", "what may happen", "--as", "Ines")
    run("conflicts", mine, "settle", by_nature["twins"], "--keep", "Ines", "--as", "Ines")
    assert conflicts(run, mine) == []
    assert [c["code"] for c in run("code", mine, "--list", "--by", "Tariq", "--json").json["codings"]] == ["trust"]


def test_what_was_removed_is_brought_back_with_what_went_with_it(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    run("codebook", mine, "remove", "forms", "--as", "Ines")
    run("code", theirs, "ben", "forms", "--quote", BEN, "--as", "Tariq")
    run("merge", mine, theirs)
    (one,) = conflicts(run, mine)
    assert one["nature"] == "removed"
    assert one["sides"][0]["value"] == "removed it"
    assert BEN in one["sides"][1]["value"]
    run("conflicts", mine, "settle", one["id"], "--keep", "Tariq", "--as", "Ines")
    assert conflicts(run, mine) == []
    codings = [c for c in run("code", mine, "--list", "--json").json["codings"] if c["code"].endswith("forms")]
    assert {c["member"] for c in codings} == {"Ines", "Tariq"}
    run("undo", mine, "--as", "Ines")
    run("conflicts", mine, "settle", one["id"], "--keep", "1", "--as", "Ines")
    assert conflicts(run, mine) == []
    assert not [c for c in run("code", mine, "--list", "--json").json["codings"] if c["code"].endswith("forms")]
    run("verify", mine)


# Copies for reading


def test_a_supervisor_reads_and_comments(run: Run, coded: Path, tmp_path: Path) -> None:
    run("memo", coded, "add", f"She said: {ANNA}", "--type", "theoretical", "--as", "Ines")
    run("memo", coded, "add", "About Ben, as Petronella Quill has it.", "--type", "case", "--as", "Ines")
    run("memo", coded, "add", "I did not like him.", "--type", "reflexive", "--as", "Ines")
    with Study.open(coded, member="Ines") as study:
        study.do(change_participant, study.rows(Participant)[0].id, name="Petronella Quill")
    reading = tmp_path / "reading.crosscase"
    run("copy", coded, reading, "--for-reading", status=2)
    run("copy", coded, tmp_path / "b.crosscase", "--for", "Prof. Okafor", status=2)
    made = run("copy", coded, reading, "--for-reading", "--for", "Prof. Okafor", "--sources", "ben", "--as", "Ines")
    assert "masked" in made.out
    data = reading.read_bytes().decode("utf-8", errors="replace")
    for withheld in (ANNA[:20], ANNA[-20:], "Petronella", "Quill", "did not like", "anna.txt"):
        assert withheld not in data, withheld
    with Study.open(reading, writable=False) as study:
        texts = {one.name or "?": study.text(one.id) for one in study.rows(Source)}
        assert BEN in texts["ben"]
        assert [set(text) for name, text in texts.items() if name != "ben"] == [{ERASED}]
        memos = {memo.text for memo in study.rows(Memo)}
        assert f"About Ben, as {MASK * len('Petronella Quill')} has it." in memos
        assert all(ANNA[:20] not in text for text in memos)
    assert "holds" in run("verify", reading).out
    # The reader need not say who they are, and can write nothing but memos.
    run("memo", reading, "add", "Look at the forms again.")
    assert "for reading" in run("codebook", reading, "add", "mine", "--as", "Ines", status=1).err
    assert "for reading" in run("undo", reading, "--as", "Ines", status=1).err
    run("merge", coded, reading)
    with Study.open(coded, writable=False) as study:
        assert "Look at the forms again." in {memo.text for memo in study.rows(Memo)}
        assert ANNA in study.text(study.find(Source, "anna").id)
        assert study.find(Member, "Prof. Okafor").permission == "reader"
    run("verify", coded)
    listed = run("products", coded).out
    assert "reading.crosscase" in listed
    # A second copy for the same person makes no second member; and the study can be merged into the first copy.
    run(
        "copy",
        coded,
        tmp_path / "again.crosscase",
        "--for-reading",
        "--for",
        "Prof. Okafor",
        "--memos",
        "none",
        "--as",
        "Ines",
    )
    run("merge", reading, coded)
    assert ANNA in reading.read_bytes().decode("utf-8", errors="replace")
    run("verify", reading)


def test_a_copy_for_reading_never_passes_for_the_whole(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = pair
    run("memo", mine, "add", "A thought that Tariq does not have.", "--as", "Ines")
    reading = tmp_path / "reading.crosscase"
    run("copy", mine, reading, "--for-reading", "--for", "Okafor", "--memos", "none", "--as", "Ines")
    before = version(run, theirs)
    assert "the study it was made from first" in run("merge", theirs, reading, status=1).err
    assert version(run, theirs) == before
    run("merge", theirs, mine, reading)
    run("verify", theirs)


def test_check_lists_what_is_open(run: Run, pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    for study, words, who in ((mine, "a hazard", "Ines"), (theirs, "some danger", "Tariq")):
        run("edit", study, "anna", "--find", "is a risk", "--replace", words, "--as", who)
    run("merge", mine, theirs)
    (one,) = conflicts(run, mine)
    assert one["nature"] == "text"
    found = run("check", mine, "--json", status=1).json["findings"]
    assert one["id"] in [thing for finding in found for thing in finding["things"]]
