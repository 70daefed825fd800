"""A data package in R and Python themselves: the examples of the page, and words that readers of csv stumble over.

R is called where it is (`Rscript`); without it these tests skip.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from crosscase.demo import build_demo
from crosscase.model import Coding, Span
from crosscase.reports.data_package import data_package
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source
from tests.shared import REPOSITORY

PAGE = REPOSITORY / "docs" / "how-to" / "take-the-data-elsewhere.md"
CODES = (
    "NA",
    "007",
    "1e5",
    "TRUE",
    "Inf",
    'said "no", twice',
    "=1+1",
    "naïve 🙂 𝛼",
    "it's # not \\n a comment",
    "null",
)
"""Names that a reader of csv may take for nothing, a number, a truth, or the end of a cell."""
NOTE = 'First line,\nsecond "line";\n\n\tlast line 🙂'

needs_r = pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not here")


@pytest.fixture(scope="module")
def awkward() -> Iterator[Study]:
    """A study of ten words, each with a code of such a name, without a single participant."""
    with Study.new(None, title="Names", member="Ann") as study:
        case = study.do(add_case, "001").value
        text = "🙂 " + " ".join(f"w{number}𝛼" for number in range(len(CODES)))
        source = study.do(add_source, "2024", text, case=case).value
        for number, name in enumerate(CODES):
            start = text.index(f"w{number}")
            code = study.do(add_code, name).value
            study.do(apply_code, code, source, Span(start, start + 3), comment=NOTE)
        study.do(write_memo, NOTE, title="NA")
        yield study


def in_r(folder: Path, script: str, locale: str = "C.UTF-8") -> str:
    path = folder / "script.R"
    path.write_text(script, "utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", str(path)], cwd=folder, capture_output=True, timeout=120, check=False,
        env={**os.environ, "LC_ALL": locale, "HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode()


def example(page: Path, language: str) -> str:
    return "\n".join(one.partition("```")[0] for one in page.read_text("utf-8").split(f"```{language}\n")[1:])


@needs_r
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_the_example_in_r_runs_as_it_stands(tmp_path: Path, locale: str) -> None:
    with build_demo(None) as study:
        data_package(study, tmp_path / "peers-data", unrecorded=True)
        quoted = {study.text(one.source)[one.start : one.end] for one in study.rows(Coding) if one.place == "text"}
    printed = in_r(tmp_path, example(PAGE, "r"), locale)
    assert len(printed.splitlines()) > 150
    assert json.loads(printed[printed.index('"') :]) in quoted
    whole = in_r(tmp_path / "peers-data", example(tmp_path / "peers-data" / "README.md", "r"), locale)
    assert whole.splitlines()[1:100] == printed.splitlines()[1:100]


@needs_r
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_r_reads_every_cell_as_it_is(awkward: Study, tmp_path: Path, locale: str) -> None:
    data_package(awkward, tmp_path / "peers-data", unrecorded=True)
    read = example(tmp_path / "peers-data" / "README.md", "r").partition("aggregate(")[0]
    printed = in_r(
        tmp_path / "peers-data",
        read
        + """
        stopifnot(is.logical(segments$unreviewed), !any(segments$unreviewed), is.integer(segments$start))
        text <- read.csv("data/text.csv", encoding = "UTF-8")$text
        stopifnot(segments$quote == substr(rep(text, nrow(segments)), segments$start + 1, segments$end))
        grouped <- aggregate(source ~ code + case, data = segments, FUN = length)
        out <- file("out.txt", "wb")
        for (cells in segments[c("code", "case", "source", "comment")])
          writeLines(gsub("\\n", "<br>", enc2utf8(cells), fixed = TRUE), out, useBytes = TRUE)
        close(out)
        cat(nrow(grouped))
        """,
        locale,
    )
    cells = (tmp_path / "peers-data" / "out.txt").read_text("utf-8").split("\n")
    many = len(CODES)
    assert tuple(cells[:many]) == CODES
    assert set(cells[many : 2 * many]) == {"001"}
    assert set(cells[2 * many : 3 * many]) == {"2024"}
    assert set(cells[3 * many : 4 * many]) == {NOTE.replace("\n", "<br>")}
    assert printed.strip() == str(many)


def test_python_reads_every_cell_as_it_is(awkward: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "peers-data"
    data_package(awkward, folder, unrecorded=True)
    monkeypatch.chdir(folder)
    names: dict[str, pl.DataFrame] = {}
    exec(example(folder / "README.md", "python").rpartition("\nsegments.")[0], names)
    segments = names["segments"]
    assert tuple(segments["code"]) == CODES
    assert set(segments["case"]) == {"001"}
    assert set(segments["source"]) == {"2024"}
    assert set(segments["comment"]) == {NOTE}
    assert segments.schema["unreviewed"] == pl.Boolean
    assert segments["quote"].str.len_chars().to_list() == [3] * len(CODES)
    assert json.loads(segments["participants"][0]) == []
