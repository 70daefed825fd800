"""Four hundred documents of many makers and ages, some broken on purpose: each is read, or refused in one line.

`index.csv` beside them says which of them other programs open, and how many characters those find.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.importers import sweep as program
from tests.shared import shared

NOT_READ = {
    # PDFs that were broken in one place each to see what programs do; PDFium finds no page, or no words on it.
    "format-corpus/T02-03_002_page-object-wrong-type.pdf",
    "format-corpus/T02-05-01_006_font-size-operator-missing.pdf",
    "format-corpus/T04_006_premature-EOF.pdf",
    # In the Arabic code page of IBM mainframes, which no library we know detects; it can be named.
    "tika/test_ignore_IBM420.html",
}
"""Files that another program opens and finds characters in, and that are refused."""


def sweep(names: list[str]) -> dict[str, Any]:
    folder = shared("corpora", "odd-files")
    done = subprocess.run(
        [sys.executable, str(program.__file__), str(folder)],
        input="\n".join(names), capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    for one in found["files"]:
        assert one["wrong"] == "", one
        assert one["read"] or (one["reason"] and "\n" not in one["reason"]), one
        assert one["seconds"] < 20, one
    return found


@pytest.fixture
def index() -> dict[str, dict[str, str]]:
    with (shared("corpora", "odd-files") / "index.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


@pytest.mark.slow
def test_all_of_them(index: dict[str, dict[str, str]]) -> None:
    found = sweep(list(index))
    assert len(found["files"]) == 398
    for kilobytes in found["kilobytes"]:
        assert kilobytes < 1024 * 1024
    documents = {"docx", "pdf", "odt", "rtf", "html", "epub"}
    for one in found["files"]:
        row = index[one["file"]]
        characters = int(row["chars"] or 0)
        if row["format"] in documents and not row["opens"].startswith("no ") and characters:
            assert one["read"] is (one["file"] not in NOT_READ), one
        if one["read"] and row["format"] in {"docx", "pdf"} and characters > 100:
            assert one["letters"] > characters * 0.6, one
        if row["format"] in {"doc", "wpd", "wri", "sam", "fft", "rft"}:
            assert not one["read"]
    tally = Counter(index[one["file"]]["format"] for one in found["files"] if one["read"])
    assert {kind: tally[kind] for kind in sorted(documents)} == {
        "docx": 63, "epub": 1, "html": 13, "odt": 16, "pdf": 86, "rtf": 36,
    }  # fmt: skip


def test_a_few_of_each(index: dict[str, dict[str, str]]) -> None:
    kinds: Counter[str] = Counter()
    names: list[str] = []
    for name, row in index.items():
        kinds[row["format"]] += 1
        if kinds[row["format"]] % 25 == 1:
            names.append(name)
    sweep(names)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("poi/bug53475-password-is-pass.docx", "This document asks for a password. Save a copy without one."),
        ("tika/protected_upper_case.docx", "This document asks for a password. Save a copy without one."),
        ("pypdf/r6-both-passwords.pdf", "This PDF asks for a password. Save a copy without one."),
        ("tika/testWORD.doc", "This is an old Word file (.doc). Save it as .docx and import that."),
        ("tika/testOCR.pdf", "is a scan"),
        ("tika/testWORD_truncated.docx", "damaged or cut off"),
        ("tika/testODTnotaZipFile.odt", "not what the ending '.odt' says"),
    ],
)
def test_reasons_that_people_meet(name: str, says: str) -> None:
    (one,) = sweep([name])["files"]
    assert says in one["reason"]
