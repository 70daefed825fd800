"""`quotations` at the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

SAID = "I told them on the first day, and nobody was surprised."


def test_a_quotation_is_kept_listed_changed_and_removed(run: Run, coded: Path) -> None:
    assert "No quotation is kept yet." in run("quotations", coded).out
    made = run(
        "quotations", coded, "keep", "anna", "--quote", SAID, "--printed", "I told them […] surprised.", "--json"
    ).json
    (line,) = run("quotations", coded, "--json").json["quotations"]
    assert (line["status"], line["said"], line["participants"]) == ("declared", SAID, ["AAAPW01"])
    run("quotations", coded, "change", made["id"][-12:], "--printed", "I told [everybody] on the first day")
    assert "[everybody]" in run("quotations", coded).out
    refused = run("quotations", coded, "change", made["id"], "--printed", "I told them on the second day", status=1).err
    assert "“first” became “second”" in refused
    run("edit", coded, "anna", "--find", "on the first day", "--replace", "on my first day")
    listed = run("quotations", coded, "--faults").out
    assert "altered" in listed
    assert "1 to look at." in listed
    run("quotations", coded, "remove", made["id"])
    assert "No quotation is kept yet." in run("quotations", coded).out


def test_a_quotation_is_kept_from_a_coding(run: Run, coded: Path) -> None:
    coding = run("code", coded, "--list", "--json").json["codings"][0]
    made = run("quotations", coded, "keep", "--coding", coding["id"][-12:], "--note", "the clearest", "--json").json
    (line,) = run("quotations", coded, "--json").json["quotations"]
    assert (line["id"], line["said"], line["code"]) == (made["id"], coding["quote"], coding["code"])
    assert "keep this quotation already" in run("quotations", coded, "keep", "--coding", coding["id"], status=1).err
    run("quotations", coded, "keep", status=2)
    run("quotations", coded, "change", made["id"], status=2)


def test_printed_words_are_found_wherever_they_stand(run: Run, coded: Path) -> None:
    (one,) = run("quotations", coded, "find", "We write a risk form for everybody", "--json").json["places"]
    assert (one["source"], one["participants"], one["status"]) == ("ben", ["BBBMA01"], "exact")
    (one,) = run("quotations", coded, "find", "We write a long form for everybody", "--json").json["places"]
    assert (one["status"], one["difference"]) == ("altered", "“risk” became “long”")
    assert "stand in no transcript" in run("quotations", coded, "find", "margarine tubs and orchards at night").out


def test_words_under_a_content_note_are_not_printed_unless_asked_for(run: Run, coded: Path) -> None:
    words = "They held me down once."
    run("mark", coded, "anna", "--quote", words, "--covers", "restraint")
    run("quotations", coded, "keep", "anna", "--quote", words)
    for command in (("quotations", coded), ("quotations", coded, "find", words)):
        assert words not in run(*command).out
        assert "(covered: restraint)" in run(*command).out
    assert words in run("quotations", coded, "--covered").out
