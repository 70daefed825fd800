"""`log`, `undo`, `redo` and `at`: what is typed, and what researchers read."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def named(run: Run, study: Path, verb: str) -> dict[str, str]:
    """The last entry of a verb."""
    found: dict[str, str] = run("log", study, "--verb", verb, "--json").json["entries"][-1]
    return found


def test_the_log_is_in_words_and_filtered(run: Run, coded: Path) -> None:
    run("members", coded, "add", "Tom", "--as", "Ines")
    run("codebook", coded, "rename", "risk", "danger", "--as", "Tom", "--because", "their own word")
    run("codebook", coded, "merge", "forms", "danger", "--as", "Ines")
    entries = run("log", coded, "--json").json["entries"]
    assert entries[0]["what"] == "began the study ‘Peers’"
    said = [one["what"] for one in entries]
    assert "coded a passage in anna as ‘risk’" in said  # as it was called then
    assert "renamed the code ‘risk’ to ‘danger’" in said
    assert said[-1] == "merged the code ‘forms’ into ‘danger’"
    applied = run("log", coded, "--verb", "coding", "--json").json["entries"]
    assert [one["verb"] for one in applied] == ["coding.apply"] * 3
    assert len(run("log", coded, "--last", "2", "--by", "Ines").out.splitlines()) == 5
    assert [one["by"] for one in run("log", coded, "--by", "Tom", "--json").json["entries"]] == ["Tom"]
    assert "their own word" in run("log", coded, "--by", "Tom").out


def test_the_log_of_one_thing_has_all_that_concerns_it(run: Run, coded: Path) -> None:
    run("codebook", coded, "rename", "forms", "paperwork")

    def about(name: str, status: int = 0) -> list[str]:
        return [one["verb"] for one in run("log", coded, "--about", name, "--json", status=status).json["entries"]]

    for name in ("code:paperwork", "paperwork", "forms"):
        assert about(name) == ["code.add", "coding.apply", "code.rename"]
    assert "import.bundle" in about("source:anna")
    assert about("source:anna").count("coding.apply") == 2
    run("codebook", coded, "remove", "paperwork")
    assert about("paperwork")[-1] == "code.remove"
    assert "no thing 'nothing-like-it'" in run("log", coded, "--about", "nothing-like-it", status=1).err
    assert "no code 'pperwork'" in run("log", coded, "--about", "code:pperwork", status=1).err


def test_the_log_of_some_days(run: Run, coded: Path) -> None:
    every = len(run("log", coded, "--json").json["entries"])
    assert len(run("log", coded, "--from", "2020-01-01", "--json").json["entries"]) == every
    assert run("log", coded, "--to", "2020-01-01", "--json").json["entries"] == []
    assert "Nothing was done that fits." in run("log", coded, "--to", "2020-01-01").out
    day = named(run, coded, "theme.add")["when"][:10]
    assert len(run("log", coded, "--from", day, "--to", day, "--json").json["entries"]) == every
    assert "is no date" in run("log", coded, "--from", "yesterday", status=2).err


def test_one_entry_is_told_before_and_after(run: Run, coded: Path) -> None:
    words = "What might go wrong, as they see it."
    run("codebook", coded, "define", "risk", "--definition", words, "--because", "Tom asked")
    one = named(run, coded, "code.define")
    shown = run("log", coded, "--entry", one["id"][-8:]).out
    assert "changed the definition of the code ‘risk’" in shown
    assert "Why: Tom asked" in shown
    (change,) = run("log", coded, "--entry", one["id"], "--json").json["entry"]["changes"]
    assert (change["before"], change["after"]) == ("What might go wrong.", words)
    coding = named(run, coded, "coding.apply")
    assert "code: forms" in run("log", coded, "--entry", coding["id"]).out


def test_private_memos_of_others_and_real_names_are_not_told(run: Run, coded: Path) -> None:
    run("members", coded, "add", "Tom", "--as", "Ines")
    run(
        "memo",
        coded,
        "add",
        "I was angry.",
        "--title",
        "Anger",
        "--type",
        "reflexive",
        "--about",
        "code:risk",
        "--as",
        "Tom",
    )
    run("memo", coded, "add", "Ask again.", "--title", "Open end", "--as", "Tom")
    entries = run("log", coded, "--verb", "memo", "--json", "--as", "Ines").json["entries"]
    assert [one["what"] for one in entries] == ["wrote a memo of their own", "wrote a memo ‘Open end’"]
    for reader in ("Ines", "Tom"):
        shown = run("log", coded, "--entry", entries[0]["id"], "--as", reader, "--json").out
        assert ("angry" in shown, "Anger" in shown, "risk" in shown) == ((reader == "Tom",) * 3)
    assert "wrote a reflexive memo ‘Anger’ about the code ‘risk’" in run("log", coded, "--as", "Tom").out


def test_undo_and_redo_say_what_they_did(run: Run, coded: Path) -> None:
    done = run("undo", coded)
    assert "Undid “added the theme ‘Risk is written down’”." in done.out
    assert "(undone since)" in run("log", coded).out
    assert "Brought back “added the theme ‘Risk is written down’”." in run("redo", coded).out
    assert "nothing to redo" in run("redo", coded, status=1).err
    assert [one["verb"] for one in run("undo", coded, "--json").json["entries"]] == ["undo"]


def test_what_later_acts_build_on_is_refused_with_the_command_that_undoes_them_all(run: Run, coded: Path) -> None:
    code = named(run, coded, "code.add")["id"]
    refused = run("undo", coded, code[-10:], status=1).err
    assert "Ines coded a passage in ben as ‘forms’" in refused
    assert "Nothing was changed." in refused
    assert f"crosscase undo {coded} {code[-12:]} --with-dependants" in refused
    done = run("undo", coded, code[-10:], "--with-dependants", "--because", "start again")
    assert done.out.splitlines()[:2] == [
        "Undid “coded a passage in ben as ‘forms’”.",
        "Undid “added the code ‘forms’ under ‘risk’”.",
    ]
    assert run("log", coded, "--json").json["entries"][-1]["because"] == "start again"
    again = run("undo", coded, code[-10:], status=1).err
    assert "is undone already" in again
    assert "All holds" in run("verify", coded).out


def test_an_act_far_back_on_which_nothing_depends(run: Run, coded: Path) -> None:
    weighed = run("log", coded, "--about", "code:risk", "--verb", "coding", "--json").json["entries"][-1]
    assert "Changed: 1 coding." in run("undo", coded, weighed["id"][-8:]).out
    assert run("info", coded, "--json").json["codings"] == 2


def test_what_is_anothers_stays_anothers(run: Run, coded: Path) -> None:
    run("members", coded, "add", "Tom", "--permission", "coder", "--as", "Ines")
    code = named(run, coded, "code.add")["id"]
    assert "Tom is a coder" in run("undo", coded, code, "--as", "Tom", status=1).err
    mine = run("codebook", coded, "add", "mine", "--as", "Tom", "--json").json["entry"]
    run("code", coded, "anna", "mine", "--quote", "There is a risk in it.", "--as", "Ines")
    refused = run("undo", coded, mine, "--with-dependants", "--as", "Tom", status=1).err
    assert "of another member" in refused
    assert run("info", coded, "--json").json["codings"] == 4


def test_the_study_as_it_was(run: Run, coded: Path) -> None:
    coding = run("log", coded, "--verb", "coding", "--json").json["entries"][0]
    then = run("at", coded, coding["id"], "info", "--json").json
    assert (then["codings"], then["themes"]) == (1, 0)
    assert "There is a [risk] in it." in run("at", coded, coding["id"][-12:], "find", "risk").out
    assert len(run("at", coded, coding["id"], "codebook", "list", "--json").json["codes"]) == 2
    assert len(run("at", coded, coding["id"], "theme", "list", "--json").json["themes"]) == 0
    assert run("at", coded, coding["id"], "matrix", "--rows", "codes", "--columns", "cases").status == 0
    assert run("at", coded, coding["id"], "log", "--json").json["entries"][-1]["id"] == coding["id"]
    assert "Nothing had been written" in run("at", coded, "2020-01-01", "info", status=1).err


def test_what_changed_between_two_points(run: Run, coded: Path) -> None:
    here = run("log", coded, "--json").json["entries"][-1]["id"]
    assert "Nothing that is compared here differs." in run("diff", coded, here).out
    run("codebook", coded, "rename", "forms", "paperwork", "--as", "Ines")
    then = run("log", coded, "--json").json["entries"][-1]["id"]
    run("code", coded, "ben", "risk", "--quote", "We write a risk form for everybody.")
    table = run("diff", coded, here[-10:]).out
    assert "renamed" in table
    assert "by Ines" in table
    assert run("diff", coded, here, then, "--json").json["codings"] == []
    found = run("diff", coded, then, "--json").json
    assert [(one["code"], one["added"]) for one in found["codings"]] == [("risk", 1)]
    assert [one["before"] for one in run("diff", coded, then, here, "--json").json["codes"]] == ["paperwork"]
    assert "no entry 'ffffffff00'" in run("diff", coded, "ffffffff00", status=1).err


def test_the_audit_trail_is_written_and_put_on_record(run: Run, coded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "trail"
    done = run("audit", coded, folder, "--as", "Ines")
    assert (folder / "index.html").is_file()
    assert "0 texts" in done.out
    assert "Left out: the text of anna" in done.err
    assert "'crosscase consent'" in done.err
    assert run("products", coded, "--json").json["products"][0]["nature"] == "audit"
    again = run("audit", coded, folder, status=1).err
    assert "name a new folder" in again
    shown = run("audit", coded, tmp_path / "more", "--unrecorded", "--no-record", "--json")
    assert (shown.json["texts"], shown.json["left_out"]) == (2, [])
    entry = run("log", coded, "--verb", "import", "--json").json["entries"][0]["id"]
    run("at", coded, entry, "audit", tmp_path / "then")
    assert "risk" not in (tmp_path / "then" / "2-data-reduction-and-analysis.html").read_text("utf-8")
