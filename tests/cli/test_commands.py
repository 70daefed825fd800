"""Each command once in earnest, on a small study, as a researcher would use it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from tests.cli.conftest import Run, started


def ids(run: Run, study: Path, *args: object) -> list[str]:
    return [coding["id"] for coding in run("code", study, "--list", "--json", *args).json["codings"]]


# Beginning


def test_new_makes_a_study_that_its_first_member_owns(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.crosscase"
    done = run("new", path, "--title", "Peers", "--question", "Who?", "--question", "Why?", "--as", "Ines")
    assert "Ines owns it" in done.out
    assert run("members", path, "--json").json["members"][0]["permission"] == "owner"
    assert run("settings", path, "--json").json["questions"] == ["Who?", "Why?"]
    info = run("info", path, "--json").json
    assert info["title"] == "Peers"
    assert (info["members"], info["entries"], info["cases"]) == (1, 2, 0)


def test_new_with_settings_that_are_refused_makes_nothing(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.crosscase", "--grammar", "{case}", status=1)
    assert list(tmp_path.glob("a.crosscase*")) == []


def test_reading_leaves_no_files_beside_the_study(run: Run, study: Path) -> None:
    for command in ("info", "log", "sources", "matrix"):
        run(command, study, status=1 if command == "matrix" else 0)
    assert [path.name for path in study.parent.iterdir()] == [study.name]


def test_a_study_where_nothing_can_be_written_can_be_read(
    run: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args, **_more: False)
    assert run("info", study, "--json").json["sources"] == 2
    assert [path.name for path in study.parent.iterdir()] == [study.name]


def test_settings_are_shown_and_changed(run: Run, study: Path) -> None:
    run("add", study, "attributes", "sector", "--of", "case", "--grouping")
    run("settings", study, "--ethics", "21/LO/0123", "--primary", "sector", "--because", "approved")
    shown = run("settings", study, "--json").json
    assert (shown["ethics"], shown["primary"]) == ("21/LO/0123", "sector")
    assert run("log", study, "--json").json["entries"][-1]["because"] == "approved"
    assert "21/LO/0123" in run("settings", study).out


def test_demo_writes_the_invented_study_and_says_that_it_is_invented(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.crosscase"
    done = run("demo", path)
    assert "10 cases, 91 participants" in done.out
    assert "not evidence about peer work" in done.err.lower()
    csv = tmp_path / "matrix.csv"
    run("matrix", path, "--rows", "categories", "-o", csv)
    head, *rows = csv.read_text("utf-8").splitlines()
    assert head.endswith(",invented")
    assert all("not evidence about peer work" in row for row in rows)
    assert "not evidence about peer work" in run("frame", path).out


# Taking in


def test_a_dry_run_shows_everything_and_keeps_nothing(run: Run, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "a.crosscase"
    run("new", path, "--as", "Ines")
    done = run("import", path, folder, "--dry-run")
    for shown in (
        "7 files = 2 sources + 5 tables + 0 refused.",
        "AAA   Alder Court",
        "AAAPW01      AAA   peer worker",
        "anna      INT",
        "interviewer",
        "utf-8",
        "Would add: 2 cases",
        "Nothing was kept",
    ):
        assert shown in done.out, shown
    assert run("info", path, "--json").json["entries"] == 1


def test_files_are_taken_in_with_a_report_and_known_ones_are_said(
    run: Run, study: Path, folder: Path, tmp_path: Path
) -> None:
    info = run("info", study, "--json").json
    assert [info[name] for name in ("cases", "participants", "sources", "turns", "members")] == [2, 3, 2, 7, 1]
    again = run("import", study, folder, "--json").json
    assert again["files"] == {"sources": 0, "known": 2, "tables": 5, "projects": 0, "refused": 0, "left_alone": 0}
    assert [one["name"] for one in again["known"]] == ["anna", "ben"]
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    mixed.joinpath("good.txt").write_text("INT: Hello?\n\nDORA: Nobody told me that.\n\nINT: And?\n\nDORA: No.\n")
    mixed.joinpath("broken.docx").write_bytes(b"PK\x03\x04 no more")
    mixed.joinpath("empty.txt").write_bytes(b"")
    done = run("import", study, mixed)
    assert "3 files = 1 source + 0 tables + 2 refused." in done.out
    refused = [line for line in done.err.splitlines() if line.startswith("Refused: ")]
    assert [line.split(":")[1].strip() for line in refused] == ["broken.docx", "empty.txt"]
    assert run("info", study, "--json").json["sources"] == 3


def test_nothing_to_take_in_exits_1(run: Run, study: Path, tmp_path: Path) -> None:
    tmp_path.joinpath("empty.txt").write_bytes(b"")
    done = run("import", study, tmp_path / "empty.txt", status=1)
    assert "Nothing could be taken in" in done.err


def test_a_transcript_can_be_given_its_case_and_participant(run: Run, study: Path, tmp_path: Path) -> None:
    path = tmp_path / "cara.txt"
    path.write_text("INT: And you?\n\nP: I came late to this.\n\nINT: When?\n\nP: In May, with the rain.\n", "utf-8")
    run("import", study, path, "--case", "BBB", "--participant", "BBBPW01", "--because", "second round")
    source = next(one for one in run("sources", study, "--json").json["sources"] if one["name"] == "cara")
    assert (source["case"], source["participant"]) == ("BBB", "BBBPW01")
    listed = run("speakers", study, "--source", "cara", "--json").json["speakers"]
    voices = {one["label"]: one["participant"] for one in listed}
    assert voices == {"INT": "", "P": "BBBPW01"}


def test_types_of_attributes_can_be_said(run: Run, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "a.crosscase"
    run("new", path)
    report = run("import", path, folder, "--dry-run", "--type", "participant.age=text").out
    assert "participant  age        text" in report


# Adding


def test_things_are_added_as_words(run: Run, study: Path) -> None:
    run("add", study, "cases", "CCC=Cinder Lane", "DDD")
    run("add", study, "roles", "service user=SU,US")
    run("add", study, "participants", "CCCSU01", "--case", "CCC", "--role", "service user", "--code", "SU")
    run("add", study, "frame", "CCC:service user=2", "DDD:SU=1")
    run("add", study, "attributes", "size", "AAA=12", "CCC=30", "--of", "case", "--type", "number")
    run("add", study, "members", "Tom", "--permission", "coder", "--as", "Ines")
    info = run("info", study, "--json").json
    assert [info[name] for name in ("cases", "participants", "roles", "members")] == [4, 4, 3, 2]
    places = {(one["case"], one["role"]): one for one in run("frame", study, "--json").json["places"]}
    assert sum(place["planned"] or 0 for place in places.values()) == 8
    assert "12" in run("tables", study, "1", "--attribute", "size").out


def test_things_are_added_from_tables(run: Run, study: Path, tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_text("case,name\nEEE,Elm Street\nFFF,Fenwick\n", "utf-8")
    run("add", study, "cases", table)
    assert run("info", study, "--json").json["cases"] == 4


def test_identifiers_are_composed(run: Run, study: Path) -> None:
    run("settings", study, "--grammar", "{case}{role}{number:02}")
    done = run("add", study, "participants", "--count", "2", "--case", "AAA", "--role", "peer worker", "--json").json
    assert done["participants"] == ["AAAPW02", "AAAPW03"]


def test_adding_is_whole_or_not_at_all(run: Run, study: Path) -> None:
    run("add", study, "participants", "NEW01", "AAAPW01", status=1)
    assert run("info", study, "--json").json["participants"] == 3


def test_several_acts_of_one_command_are_one_json(run: Run, study: Path) -> None:
    acts = run("add", study, "members", "Tom", "Jo", "--as", "Ines", "--json").json["acts"]
    assert [act["verb"] for act in acts] == ["member.add", "member.add"]


# Members


def test_members_and_what_they_may_do(run: Run, study: Path) -> None:
    run("members", study, "add", "Tom", "--permission", "reader", "--as", "Ines")
    refused = run("codebook", study, "add", "x", "--as", "Tom", status=1)
    assert "Tom is a reader" in refused.err
    unnamed = run("codebook", study, "add", "x", status=1)
    assert "Who is acting?" in unnamed.err
    run("members", study, "permit", "Tom", "editor", "--as", "Ines")
    run("members", study, "rename", "Tom", "Thomas", "--as", "Ines")
    run("members", study, "perspectives", "lived experience", "--as", "Thomas")
    listed = {one["name"]: one for one in run("members", study, "--json").json["members"]}
    assert (listed["Thomas"]["permission"], listed["Thomas"]["perspectives"]) == ("editor", None)
    run("members", study, "perspectives", "--share", "--as", "Thomas")
    assert run("members", study, "--json").json["members"][1]["perspectives"] == ["lived experience"]
    run("members", study, "add", "T.", "--as", "Ines")
    run("members", study, "merge", "T.", "Thomas", "--as", "Ines")
    assert run("info", study, "--json").json["members"] == 2
    run("members", study, "add", "Extra", "--as", "Ines")
    run("members", study, "remove", "Extra", "--as", "Ines")


def test_the_member_can_come_from_the_surroundings(run: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("members", study, "add", "Tom", "--as", "Ines")
    monkeypatch.setenv("CROSSCASE_MEMBER", "Tom")
    run("codebook", study, "add", "x")
    assert run("log", study, "--json").json["entries"][-1]["by"] == "Tom"


# Coding


def test_a_passage_is_coded_by_its_words_or_its_place(run: Run, coded: Path) -> None:
    lines = run("code", coded, "--list", "--json").json["codings"]
    assert [(one["source"], one["code"], one["quote"]) for one in lines] == [
        ("anna", "risk", "There is a risk in it."),
        ("anna", "risk", "They held me down once."),
        ("ben", "risk / forms", "We write a risk form for everybody."),
    ]
    assert [(one["case"], one["participants"], one["member"]) for one in lines] == [
        ("AAA", ["AAAPW01"], "Ines"), ("AAA", ["AAAPW01"], "Ines"), ("BBB", ["BBBMA01"], "Ines"),
    ]  # fmt: skip
    assert (lines[1]["weight"], lines[1]["comment"]) == (80, "restraint")
    refused = run("code", coded, "anna", "risk", "--quote", "There is a risk in it.", status=1)
    assert "already" in refused.err
    assert "3 times" in run("code", coded, "anna", "risk", "--quote", "risk", status=1).err
    assert "Copy them" in run("code", coded, "anna", "risk", "--quote", "there is a risk", status=1).err
    text = run("sources", coded, "show", "anna", "--json").json["text"]
    at = text.index("👍🏽")
    run("code", coded, "anna", "risk", "--span", f"{at}-{at + 2}")
    assert run("code", coded, "--list", "anna", "--json").json["codings"][2]["quote"] == "👍🏽"
    run("code", coded, "ben", "risk", "--whole", "--not-so")


def test_in_vivo_makes_the_code_of_the_words(run: Run, study: Path) -> None:
    run("code", study, "anna", "--in-vivo", "--quote", "nobody was surprised")
    (line,) = run("code", study, "--list", "--json").json["codings"]
    assert (line["code"], line["origin"]) == ("nobody was surprised", "in vivo")


def test_codings_are_changed_and_removed(run: Run, coded: Path) -> None:
    first = ids(run, coded)[0]
    short = first[-12:]
    run("code", coded, "--change", short, "--to", "forms", "--weight", "5", "--comment", "rather", "--not-so")
    run("code", coded, "--change", short, "--quote", "There is a risk")
    line = next(one for one in run("code", coded, "--list", "--json").json["codings"] if one["id"] == first)
    assert (line["code"], line["weight"], line["comment"], line["stance"], line["quote"]) == (
        "risk / forms", 5, "rather", "no", "There is a risk",
    )  # fmt: skip
    assert "Removed: 1 coding." in run("code", coded, "--remove", short).out
    assert len(ids(run, coded)) == 2


def test_codings_are_listed_by_code_source_and_member(run: Run, coded: Path, tmp_path: Path) -> None:
    assert len(ids(run, coded, "--of", "risk")) == 3
    assert len(ids(run, coded, "--of", "forms")) == 1
    assert len(ids(run, coded, "anna")) == 2
    assert len(ids(run, coded, "--by", "Ines")) == 3
    assert ids(run, coded, "--unreviewed") == []
    path = tmp_path / "codings.csv"
    run("code", coded, "--list", "-o", path)
    assert path.read_text("utf-8").count("\n") == 4


def test_marks_and_what_is_covered(run: Run, coded: Path) -> None:
    run("mark", coded, "anna", "--quote", "nobody was surprised", "--note", "why?")
    run("mark", coded, "anna", "--quote", "They held me down once.", "--covers", "restraint")
    marks = run("mark", coded, "--list", "--json").json["marks"]
    assert [(one["kind"], one["about"], one["note"]) for one in marks] == [
        ("mark", "", "why?"), ("content note", "restraint", ""),
    ]  # fmt: skip
    for command in (
        ("code", coded, "--list"),
        ("matrix", coded, "--open", "risk", "AAA"),
        ("find", coded, "held"),
        ("sources", coded, "show", "anna"),
    ):
        assert "held me down" not in run(*command).out, command
        assert "[covered: restraint" in run(*command).out, command
        assert "held" in run(*command, "--covered").out, command
    run("mark", coded, "--change", marks[0]["id"], "--note", "ask her")
    assert run("mark", coded, "--list", "anna", "--json").json["marks"][0]["note"] == "ask her"
    run("mark", coded, "--remove", marks[0]["id"][-8:], "--remove", marks[1]["id"][-8:])
    assert run("mark", coded, "--list", "--json").json["marks"] == []


def test_autocode_shows_first_then_codes_in_one_act(run: Run, study: Path) -> None:
    before = run("info", study, "--json").json["entries"]
    shown = run("autocode", study, "--code", "risk", "--words", "risk", "--unit", "sentence", "--dry-run")
    assert "Would code 2 places with 'risk', a new code." in shown.out
    assert "3 matches in others' words passed over" in shown.err
    assert run("info", study, "--json").json["entries"] == before
    done = run("autocode", study, "--code", "risk", "--words", "risk", "--unit", "sentence", "--json").json
    assert (done["made"], done["added"], done["verb"]) == (True, 2, "coding.by_rule")
    assert run("info", study, "--json").json["entries"] == before + 1
    lines = run("code", study, "--list", "--json").json["codings"]
    assert [one["quote"] for one in lines] == ["There is a risk in it.", "We write a risk form for everybody."]
    assert {(one["origin"], one["unreviewed"], one["rule"]) for one in lines} == {
        ("rule", True, "words risk; unit sentence")
    }
    again = run("autocode", study, "--code", "risk", "--words", "risk", "--unit", "sentence", "--json").json
    assert (again["made"], again["added"]) == (False, 0)
    run("undo", study)
    assert run("info", study, "--json").json["codes"] == 0


def test_autocode_by_phrase_expression_speaker_and_unit(run: Run, study: Path) -> None:
    def coded_by(*args: str) -> list[str]:
        done = run("autocode", study, "--code", "x", *args, "--dry-run", "--json").json
        return [one["quote"] for one in done["would_code"]]

    assert coded_by("--words", "risk form", "--phrase") == ["risk form"]
    assert coded_by("--words", "risk form") == ["risk", "risk", "form"]
    assert coded_by("--words", "form*") == ["Forms", "form"]
    assert coded_by("--words", r"tr[u]st\w*", "--regex") == ["Trust", "trust", "trusted"]
    assert coded_by("--words", r"trust\w*", "--regex", "--match-case") == ["trust", "trusted"]
    assert coded_by("--words", "risk", "--interviewers", "--source", "ben") == ["risk", "risk"]
    assert coded_by("--words", "trust", "--case", "AAA", "--unit", "turn")[0].startswith("There is a risk")
    assert coded_by("--words", "risk", "--role", "manager") == ["risk"]
    assert [quote[:5] for quote in coded_by("--speaker", "BBBMA01")] == ["Forms"]
    assert [quote[:5] for quote in coded_by("--speaker", "int", "--source", "ben")] == ["What ", "Thank"]
    assert coded_by("--words", "zebra") == []
    assert "Nothing was found" in run("autocode", study, "--code", "x", "--words", "zebra").out


def test_codings_by_rule_are_accepted_or_refused(run: Run, study: Path) -> None:
    run("autocode", study, "--code", "risk", "--words", "risk")
    run("autocode", study, "--code", "trust", "--words", "trust*")
    listed = run("accept", study, "--list", "--json").json["codings"]
    assert len(listed) == 5
    run("accept", study, listed[0]["id"][-12:])
    assert "Accepted 1 coding." in run("accept", study, "--code", "risk").out
    assert len(run("accept", study, "--list", "--json").json["codings"]) == 3
    assert "Removed 3 codings" in run("accept", study, "--all", "--refuse").out
    assert run("info", study, "--json").json["codings"] == 2


def test_readings(run: Run, study: Path) -> None:
    run("members", study, "add", "Tom", "--as", "Ines")
    run("read", study, "assign", "--case", "AAA", "--to", "Tom", "--as", "Ines")
    run("read", study, "begin", "anna", "--as", "Tom")
    run("codebook", study, "add", "risk", "--as", "Ines")
    run("read", study, "finish", "anna", "--as", "Tom")
    run("codebook", study, "add", "late", "--as", "Ines")
    status = run("read", study, "--json").json
    assert status["readings"] == [
        {"source": "anna", "member": "Tom", "progress": "done", "sample": "", "codes": 1, "of_codes": 2}
    ]
    run("read", study, "reopen", "anna", "--as", "Tom")
    run("read", study, "assign", "ben", "--to", "Tom", "--as", "Ines")
    assert "Taken back: 1 reading." in run("read", study, "unassign", "ben", "--from", "Tom", "--as", "Ines").out
    drawn = ("sample", "double", "--size", "1", "--to", "Ines", "--to", "Tom", "--seed", "7", "--as", "Ines")
    assert "seed 7" in run("read", study, *drawn).out


# The codebook, themes and memos


def test_the_codebook(run: Run, coded: Path) -> None:
    run("codebook", coded, "define", "forms", "--definition", "Paper.", "--exclusion", "talk", "--because", "too wide")
    run("codebook", coded, "rename", "forms", "paper")
    run("codebook", coded, "move", "paper", "--top")
    run("codebook", coded, "move", "paper", "risk", "--position", "1")
    run("codebook", coded, "add", "danger")
    assert "with 0 codings" in run("codebook", coded, "merge", "danger", "risk").out
    run("codebook", coded, "part", "danger")
    first = ids(run, coded, "--of", "risk")[0]
    run("codebook", coded, "split", "risk", "first risk", first[-12:])
    run("codebook", coded, "retire", "danger")
    assert "danger" not in run("codebook", coded).out
    assert "danger (retired)" in run("codebook", coded, "list", "--retired").out
    shown = run("codebook", "show", coded, "risk / paper", "--json").json["code"]
    assert (shown["definition"], shown["exclusion"], shown["codings"]) == ("Paper.", "talk", 1)
    history = run("codebook", coded, "history", "paper", "--json").json["history"]
    assert [(step["field"], step["value"]) for step in history if step["field"] in ("name", "definition")] == [
        ("name", "forms"), ("definition", "Paper."), ("name", "paper"),
    ]  # fmt: skip
    assert "too wide" in {step["because"] for step in history}
    would = run("codebook", coded, "remove", "risk", "--dry-run")
    assert "Would remove: 1 code, 1 coding." in would.out
    assert "Removed: 1 code, 1 coding." in run("codebook", coded, "remove", "risk").out
    run("undo", coded)
    assert len(ids(run, coded)) == 3


def test_themes_their_evidence_and_lineage(run: Run, coded: Path) -> None:
    theme = "Risk is written down"
    codings = ids(run, coded)
    run("theme", coded, "lineage", theme, "risk", "forms", "--reason", "both on paper")
    run("theme", coded, "evidence", theme, codings[0][-12:], codings[2][-12:], "--note", "plain")
    run("theme", coded, "evidence", theme, codings[1][-12:], "--against")
    run("theme", coded, "set", theme, "--meaning", "Paper protects the writer.", "--final")
    run("theme", coded, "add", "The form as shield", "--under", theme)
    first, below = run("theme", coded, "--json").json["themes"]
    assert (first["for"], first["against"], first["status"], first["meaning"]) == (
        2, 1, "final", "Paper protects the writer.",
    )  # fmt: skip
    assert [one["name"] for one in first["lineage"]] == ["risk", "risk / forms"]
    assert (below["parent"], below["depth"]) == (theme, 1)
    evidence = run("theme", coded, "evidence", theme, "--json").json["evidence"]
    assert [one["stance"] for one in evidence] == ["for", "against", "for"]
    run("theme", coded, "evidence", theme, codings[1][-12:], "--remove")
    run("theme", coded, "lineage", theme, "forms", "--remove")
    assert "Risk is written down" in run("tables", coded, "3").out
    run("theme", coded, "remove", "The form as shield")
    run("theme", coded, "analysis", "Second")
    assert "2" in run("theme", coded, "add", "x", status=1).err


def test_memos_and_what_is_their_authors_alone(run: Run, coded: Path, tmp_path: Path) -> None:
    run("members", coded, "add", "Tom", "--as", "Ines")
    run("memo", coded, "add", "Asked of them.", "--about", "code:risk", "--type", "theoretical", "--as", "Ines")
    text = tmp_path / "memo.txt"
    text.write_text("I was angry.", "utf-8")
    made = run(
        "memo", coded, "add", "--file", text, "--type", "reflexive", "--source", "anna", "--quote", "held me down",
        "--as", "Ines", "--json",
    ).json["id"]  # fmt: skip
    for who, seen in ((("--as", "Ines"), 2), (("--as", "Tom"), 1), ((), 1)):
        assert len(run("memo", coded, "--json", *who).json["memos"]) == seen
    assert "no memo" in run("memo", coded, "show", made[-12:], "--as", "Tom", status=1).err
    written = run("log", coded, "--json").json["entries"][-1]["id"]
    assert "angry" not in run("log", coded, "--entry", written, "--json").out
    assert "I was angry." in run("memo", coded, "show", made[-12:], "--as", "Ines").out
    run("memo", coded, "share", made[-12:], "--as", "Ines")
    assert "I was angry." in run("memo", coded, "show", made[-12:], "--as", "Tom").out
    run("memo", coded, "change", made[-12:], "I was sad.", "--title", "After", "--as", "Ines")
    assert run("memo", coded, "list", "--about", "code:risk", "--json").json["memos"][0]["text"] == "Asked of them."
    run("memo", coded, "remove", made[-12:], "--as", "Ines")


def test_a_memo_can_be_piped_in(run: Run, study: Path, state: Path) -> None:
    surroundings = {**os.environ, "CROSSCASE_STATE_DIR": str(state)}
    subprocess.run(
        [sys.executable, "-m", "crosscase", "memo", str(study), "add", "-"], input="From a pipe: é.\n".encode(),
        check=True, env=surroundings, capture_output=True,
    )  # fmt: skip
    assert run("memo", study, "--json").json["memos"][0]["text"] == "From a pipe: é.\n"


# Sources and speakers


def test_sources_and_speakers(run: Run, study: Path) -> None:
    run("sources", study, "rename", "anna", "Anna, first")
    run("sources", study, "assign", "Anna, first", "--to-case", "BBB")
    listed = {one["name"]: one for one in run("sources", study, "--json").json["sources"]}
    assert listed["Anna, first"]["case"] == "BBB"
    assert (listed["ben"]["turns"], listed["ben"]["participant"]) == (3, "BBBMA01")
    lines = run("sources", study, "show", "ben", "--offsets").out.splitlines()
    text = run("sources", study, "show", "ben", "--json").json["text"]
    for line in lines:
        at, _, words = line.lstrip().partition("  ")
        assert text[int(at) :].startswith(words)
    run("speakers", study, "map", "BEN", "other")
    run("speakers", study, "map", "ben", "participant", "--participant", "BBBMA01", "--source", "ben")
    assert "BEN" in run("speakers", study).out
    assert run("speakers", study, "--open", "--json").json["speakers"] == []
    assert "Would remove: 1 source" in run("sources", study, "remove", "ben", "--dry-run").out
    run("sources", study, "remove", "ben")
    run("undo", study)
    assert run("info", study, "--json").json["sources"] == 2


def test_words_are_replaced_in_several_sources_at_once(run: Run, coded: Path) -> None:
    assert "ben: 2 places" in run("sources", coded, "replace", "risk", "danger", "--all", "--dry-run").out
    done = run("sources", coded, "replace", "risk", "danger", "--all", "--json").json
    assert sum(done["places"].values()) == 5
    assert run("find", coded, "risk", "--json").json["total"] == 0
    run("undo", coded)
    assert run("find", coded, "risk", "--json").json["total"] == 5
    run("sources", coded, "replace", "a", "b", status=2)
    run("sources", coded, "replace", "zebra", "b", "--all", status=1)


def test_sets_stand_for_what_is_in_them(run: Run, coded: Path) -> None:
    run("sets", coded, "add", "first", "anna", "--of", "source")
    run("sets", coded, "put", "first", "ben")
    run("sets", coded, "take", "first", "anna")
    run("sets", coded, "add", "paper", "forms", "--of", "code")
    listed = {one["name"]: one["things"] for one in run("sets", coded, "--json").json["sets"]}
    assert listed == {"first": ["ben"], "paper": ["risk / forms"]}
    cells = run("matrix", coded, "--columns", "participants", "--source", "set:first", "--json").json["cells"]
    assert sum(cell["codings"] for cell in cells if cell["column"] == "all") == 2
    assert run("read", coded, "reopen", "--set", "first", "--json").json["sources"] == 1
    run("sets", coded, "remove", "first")


# Finding and comparing


def test_find(run: Run, study: Path) -> None:
    found = run("find", study, "risk*", "--json").json
    assert found["total"] == 5
    said = run("find", study, "risk*", "--voice", "participant", "--role", "peer worker", "--json").json
    assert [(one["participant"], one["snippet"][:17]) for one in said["hits"]] == [("AAAPW01", "There is a [risk]")]
    assert run("find", study, "risk", "role:manager", "--json").json["total"] == 1
    assert "The best 1 of 5 passages" in run("find", study, "risk", "--top", "1").out
    assert "0 passages" in run("find", study, "zebra").out


def test_matrix(run: Run, coded: Path, tmp_path: Path) -> None:
    result = run("matrix", coded, "--rows", "codes", "--columns", "cases", "--json").json
    labels = [row["label"] for row in result["rows"]]
    assert "risk" in labels
    rows = {row["key"]: row for row in result["rows"]}
    columns = {column["key"]: column["label"] for column in result["columns"]}
    cell = next(
        one
        for one in result["cells"]
        if (rows[one["row"]]["label"], rows[one["row"]]["below"], columns[one["column"]]) == ("risk", True, "AAA")
    )
    assert (cell["participants"], cell["of_participants"], cell["codings"]) == (1, 1, 2)
    shown = run("matrix", coded, "--rows", "categories", "--columns", "sector", "--show", "cases", "--no-total").out
    assert "public" in shown
    opened = run("matrix", coded, "--open", "risk", "AAA")
    assert "There is a risk in it." in opened.out
    assert "participants 1 of 1" in opened.out
    for ending in ("csv", "tsv", "xlsx", "svg", "png", "html"):
        path = tmp_path / f"matrix.{ending}"
        assert "Written" in run("matrix", coded, "-o", path).out
        assert path.stat().st_size > 200
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_overlap_compare_exposure_and_words(run: Run, coded: Path) -> None:
    run("code", coded, "anna", "forms", "--quote", "There is a risk")
    pairs = run("overlap", coded, "--json").json
    assert pairs["analysis"] == "overlap"
    assert "forms" in run("overlap", coded, "--within", "5", "--by-member").out
    assert "shared" in run("compare", coded, "AAA", "BBB").out
    assert run("compare", coded, "cases:AAA", "cases:BBB", "--json").json["analysis"]
    assert "said" in run("exposure", coded, "--of", "codes", "--by", "cases").out
    words = run("words", coded, "--by", "roles", "--word", "risk", "--word", "trust*", "--json").json
    assert words["analysis"]
    assert "Left out as stop words" in run("words", coded, "--top", "3").out
    assert "there" in run("words", coded, "--all-words", "--top", "60").out
    assert "nobody" not in run("words", coded, "--stop", "nobody", "--top", "60").out.partition("Note.")[0]
    assert "risk     form" in run("words", coded, "--kwic", "risk", "--role", "manager").out


def test_tables_frame_and_recruitment(run: Run, coded: Path, tmp_path: Path) -> None:
    assert "Alder Court" in run("tables", coded, "1").out
    second = run("tables", coded, "2", "--by", "gender", "--bands", "18,40,60", "--group", "sector").out
    assert "woman" in second
    assert run("tables", coded, "2", "--json").json["analysis"]
    assert "not recruited (0 of 1)" in run("tables", coded, "frame").out
    run("frame", coded, "log", "BBB", "peer worker", "declined", "2", "--reason", "no time", "--date", "2026-02-03")
    run("frame", coded, "log", "BBB", "peer worker", "approached", "3")
    lines = run("frame", coded, "lines", "--json").json["recruitment"]
    assert sorted((one["step"], one["count"], one["reason"]) for one in lines) == [
        ("approached", 3, ""), ("declined", 2, "no time"),
    ]  # fmt: skip
    assert "3 people approached, 2 declined." in run("frame", coded).out
    run("frame", coded, "remove", lines[0]["id"][-12:])
    run("frame", coded, "show", "-o", tmp_path / "frame.svg")


def test_report_and_export(run: Run, coded: Path, tmp_path: Path) -> None:
    done = run("report", coded, "-o", tmp_path / "report.md", "--json").json
    assert done["tables"] > 0
    assert (tmp_path / "report.md").read_text("utf-8")
    for what in ("codings", "codebook", "matrix"):
        run("export", coded, what, "-o", tmp_path / f"{what}.csv")
    head, first, *_ = (tmp_path / "codings.csv").read_text("utf-8").splitlines()
    assert head.startswith("id,source,case,participants,code,quote,start,end")
    assert "There is a risk in it." in first
    other = tmp_path / "other.crosscase"
    run("new", other)
    run("import", other, tmp_path / "codebook.csv")
    codes = run("codebook", other, "--json").json["codes"]
    assert [(one["path"], one["definition"], one["category"]) for one in codes] == [
        ("risk", "What might go wrong.", True), ("risk / forms", "", False),
    ]  # fmt: skip


# Looking after


def test_check_finds_what_makes_numbers_unsafe(run: Run, coded: Path) -> None:
    before = run("check", coded, "--json").json["findings"]
    assert {one["weight"] for one in before} <= {"to do"}
    run("speakers", coded, "map", "BEN", "unassigned")
    run("add", coded, "participants", "LOST01")
    run("add", coded, "attributes", "gender", "--of", "participant", "--type", "many-of", "--options", "woman,man")
    run("add", coded, "attributes", "gender", "AAAPW01=woman;man", "--of", "participant")
    done = run("check", coded, status=1)
    assert "The row 'AAA' of the sample does not add up" in done.out
    assert "ben: BEN" in done.out
    assert "LOST01" in done.out
    assert "to put right" in done.err


def test_verify_finds_what_was_changed_from_outside(run: Run, coded: Path) -> None:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(coded))
    connection.execute("UPDATE code SET name = 'forged' WHERE name = 'risk'")
    connection.commit()
    connection.close()
    done = run("verify", coded, status=1)
    assert "tables" in done.err
    found = run("verify", coded, "--json", status=1).json
    assert (found["holds"], len(found["faults"])) == (False, 1)


@pytest.mark.postgres
def test_a_study_in_postgresql_is_named_by_its_address(run: Run, postgres_url: str, folder: Path) -> None:
    address = f"{postgres_url}#cli_{uuid.uuid4().hex[:10]}"
    run("new", address, "--as", "Ines")
    run("import", address, folder)
    run("autocode", address, "--code", "risk", "--words", "risk")
    assert run("info", address, "--json").json["codings"] == 2
    taken_in = run("log", address, "--json").json["entries"][1]["id"]
    assert run("at", address, taken_in, "info", "--json").json["codings"] == 0
    assert "All holds" in run("verify", address).out


@pytest.mark.slow
def test_the_whole_way_with_real_programs(folder: Path, state: Path, tmp_path: Path) -> None:
    def done(*args: object) -> str:
        ended = started(*args, state=state, cwd=tmp_path)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.decode()

    done("new", "peers.crosscase", "--as", "Ines")
    done("import", "peers.crosscase", folder)
    done("autocode", "peers.crosscase", "--code", "risk", "--words", "risk", "--unit", "sentence")
    done("accept", "peers.crosscase", "--all")
    assert "risk" in done("matrix", "peers.crosscase", "--rows", "codes", "--columns", "cases")
    done("report", "peers.crosscase", "-o", "peers.docx")
    assert (tmp_path / "peers.docx").stat().st_size > 5000
    shutil.copy(tmp_path / "peers.crosscase", tmp_path / "copy.crosscase")
    assert "All holds" in done("verify", "copy.crosscase")
