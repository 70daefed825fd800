"""`crosscase edit`: every way of saying what is wrong, what it answers, and what it refuses."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def text_of(run: Run, study: Path, source: str = "anna") -> str:
    return str(run("sources", study, "show", source, "--covered", "--json").json["text"])


def quotes(run: Run, study: Path, source: str = "anna") -> list[str]:
    return [one["quote"] for one in run("code", study, "--list", source, "--json").json["codings"]]


def test_words_that_stand_once_are_replaced_and_what_is_touched_is_said(run: Run, coded: Path) -> None:
    done = run("edit", coded, "anna", "--find", "a risk in it", "--replace", "a real risk in it")
    assert "There is [a risk in it]." in done.out
    assert "There is [a real risk in it]." in done.out
    assert "Coding risk (Ines)" in done.out
    assert "stretched: “There is a risk in it.” → “There is a real risk in it.”" in done.out
    assert "Corrected anna at 1 place." in done.out
    assert "There is a real risk in it." in quotes(run, coded)
    run("undo", coded)
    assert "There is a risk in it." in quotes(run, coded)


def test_words_that_stand_several_times_are_never_guessed_at(run: Run, coded: Path) -> None:
    before = text_of(run, coded)
    refused = run("edit", coded, "anna", "--find", "trust", "--replace", "faith", status=0)
    assert "1 place" in refused.out  # `Trust` has a capital, so that there is one
    run("undo", coded)
    refused = run("edit", coded, "anna", "--find", "risk", "--replace", "danger", status=1)
    assert "'risk' stands 3 times" in refused.err
    assert "--all" in refused.err
    assert "--nth NUMBER" in refused.err
    assert " people? ANNA: There is a [risk] in it. I told them on the fir…" in refused.err
    assert text_of(run, coded) == before
    run("edit", coded, "anna", "--find", "risk", "--replace", "danger", "--nth", "2")
    assert text_of(run, coded) == before.replace("is a risk in it", "is a danger in it")
    assert (
        "there is no place 3"
        in run("edit", coded, "anna", "--find", "risk", "--replace", "x", "--nth", "3", status=1).err
    )
    run("edit", coded, "anna", "--find", "risk", "--replace", "danger", "--all")
    assert "risk" not in text_of(run, coded)


def test_whole_words_and_letters_under_their_accents(run: Run, coded: Path) -> None:
    run("edit", coded, "anna", "--find", "first", "--replace", "cafe\u0301 first")
    refused = run("edit", coded, "anna", "--find", "cafe", "--replace", "tea", status=1)
    assert "does not stand in the text" in refused.err
    run("edit", coded, "anna", "--find", "caf\u00e9", "--replace", "tea")
    assert "the tea first day" in text_of(run, coded)
    assert "stands 4 times" in run("edit", coded, "anna", "--find", "the", "--replace", "THE", status=1).err
    assert (
        "stands 2 times"
        in run("edit", coded, "anna", "--find", "the", "--replace", "THE", "--whole-word", status=1).err
    )


def test_a_span_is_replaced_and_an_empty_one_puts_words_in(run: Run, coded: Path) -> None:
    before = text_of(run, coded)
    run("edit", coded, "anna", "--span", "5:7", "--replace", "Was")
    assert text_of(run, coded) == before[:5] + "Was" + before[7:]
    run("edit", coded, "anna", "--span", "8-8", "--replace", ", really,")
    assert text_of(run, coded).startswith("INT: Was, really, there")
    for wrong in ("9:5", "x", "5"):
        assert "is no span" in run("edit", coded, "anna", "--span", wrong, "--replace", "", status=2).err
    assert "nothing to correct" in run("edit", coded, "anna", "--span", "5:99999", "--replace", "", status=1).err


def test_an_independent_coder_is_listed_only_what_is_theirs(run: Run, coded: Path) -> None:
    run("edit", coded, "anna", "--find", "They held me down once.", "--replace", "")
    assert run("edit", coded, "--emptied", "--json").json["emptied"]
    run("members", coded, "add", "Ola", "--permission", "independent coder")
    assert run("edit", coded, "--emptied", "--json", "--as", "Ola").json["emptied"] == []


def test_a_dry_run_shows_the_same_and_keeps_nothing(run: Run, coded: Path) -> None:
    before, entries = text_of(run, coded), run("info", coded, "--json").json["entries"]
    done = run("edit", coded, "anna", "--find", "They held me down once.", "--replace", "", "--dry-run")
    assert "emptied: “They held me down once.” is gone; it is kept, empty" in done.out
    assert "Nothing was changed." in done.out
    data: Any = run("edit", coded, "anna", "--find", "down once", "--replace", "", "--dry-run", "--json").json
    (place,) = data["would_correct"]["places"]
    assert before[place["start"] : place["end"]] == "down once"
    assert [(one["kind"], one["how"]) for one in data["would_correct"]["touched"]] == [
        ("coding", "shrank"),
        ("turn", "shrank"),
    ]
    assert text_of(run, coded) == before
    assert run("info", coded, "--json").json["entries"] == entries


def test_what_has_no_words_left_is_listed_and_placed_anew_or_removed(run: Run, coded: Path) -> None:
    assert "Everything lies on words." in run("edit", coded, "--emptied").out
    done = run("edit", coded, "anna", "--find", "They held me down once.", "--replace", "")
    assert "--emptied" in done.err
    (line,) = run("edit", coded, "--emptied", "--json").json["emptied"]
    assert (line["kind"], line["what"], line["words"], line["source"]) == (
        "coding", "risk", "They held me down once.", "anna",
    )  # fmt: skip
    assert line["after"].startswith(" I do not speak of that")
    assert any(one["name"] == "no-words" for one in run("check", coded, "--json").json["findings"])
    assert run("edit", coded, "ben", "--emptied", "--json").json["emptied"] == []
    run("code", coded, "--change", line["id"], "--quote", "I do not speak of that")
    assert run("edit", coded, "--emptied", "--json").json["emptied"] == []
    assert "I do not speak of that" in quotes(run, coded)


def test_a_whole_corrected_file_is_taken_as_differences(run: Run, coded: Path, tmp_path: Path) -> None:
    text = text_of(run, coded)
    file = tmp_path / "anna.txt"
    file.write_bytes(text.replace("surprised", "astonished").replace("\n", "\r\n").rstrip().encode("utf-8-sig"))
    done = run("edit", coded, "anna", "--with", file, "--json").json
    assert [(one["start"], one["becomes"]) for one in done["places"]]
    assert text_of(run, coded) == text.replace("surprised", "astonished")
    again = run("edit", coded, "anna", "--with", file)
    assert "nothing was changed" in again.out


def test_a_corrected_word_document_is_read_as_import_reads_it(run: Run, coded: Path, tmp_path: Path) -> None:
    text = text_of(run, coded, "ben")
    body = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>"
        for line in text.strip().replace("Forms.", "Forms, forms.").split("\n")
        if line
    )
    file = tmp_path / "ben.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
            '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
            'document.main+xml"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"{body}</w:body></w:document>",
        )
    run("edit", coded, "ben", "--with", file)
    assert "BEN: Forms, forms. We write a risk form" in text_of(run, coded, "ben")
    assert "We write a risk form for everybody." in quotes(run, coded, "ben")


def test_files_that_would_take_words_away_by_mistake_are_refused(run: Run, coded: Path, tmp_path: Path) -> None:
    before = text_of(run, coded)
    other = tmp_path / "other.txt"
    other.write_text(
        "A shopping list: milk, four apples, some bread, tea, and whatever else there may be.\n" * 3, "utf-8"
    )
    assert "another text" in run("edit", coded, "anna", "--with", other, status=1).err
    run("mark", coded, "anna", "--quote", "They held me down once", "--covers", "restraint")
    covered = tmp_path / "covered.txt"
    covered.write_text(run("sources", coded, "show", "anna", "--json").json["text"], "utf-8")
    assert "Passages are covered" in run("edit", coded, "anna", "--with", covered, status=1).err
    table = tmp_path / "cases.csv"
    table.write_text("case,name\nAAA,x\n", "utf-8")
    assert "holds no text" in run("edit", coded, "anna", "--with", table, status=1).err
    assert text_of(run, coded) == before


@pytest.mark.parametrize(
    "wrong",
    [
        ("anna",),
        ("anna", "--find", "x"),
        ("anna", "--replace", "x"),
        ("anna", "--find", "x", "--span", "1:2", "--replace", "y"),
        ("anna", "--with", __file__, "--replace", "y"),
        ("anna", "--find", "x", "--replace", "y", "--all", "--nth", "1"),
        ("--find", "x", "--replace", "y"),
        ("--emptied", "--find", "x"),
    ],
)
def test_what_cannot_be_understood_is_wrong_use(run: Run, coded: Path, wrong: tuple[str, ...]) -> None:
    run("edit", coded, *wrong, status=2)
