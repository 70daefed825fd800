"""A data package: every table described column by column, and nothing in it that may not leave the study."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from crosscase.demo import build_demo
from crosscase.model import Coding, Participant
from crosscase.reports.data_package import Form, data_package
from crosscase.reports.errors import CannotWriteError
from crosscase.study import Study
from crosscase.verbs.consents import set_consent
from crosscase.verbs.members import describe_perspectives
from crosscase.verbs.memos import write_memo
from crosscase.verbs.participants import change_participant
from tests.shared import REPOSITORY


@pytest.fixture(scope="module")
def untouched() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


@pytest.fixture
def demo() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


def described(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def table(folder: Path, name: str) -> pl.DataFrame:
    path = folder / "data" / name
    return pl.read_parquet(f"{path}.parquet") if Path(f"{path}.parquet").exists() else pl.read_csv(f"{path}.csv")


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_table_is_as_it_is_described(untouched: Study, tmp_path: Path, form: Form) -> None:
    made = data_package(untouched, tmp_path / "data", form=form, unrecorded=True)
    package = described(made.folder)
    listed = {one["name"]: one for one in package["resources"]}
    assert sorted(one["path"] for one in listed.values()) == sorted(
        str(path.relative_to(made.folder)) for path in (made.folder / "data").iterdir()
    )
    for name, resource in listed.items():
        frame = table(made.folder, name)
        fields = resource["schema"]["fields"]
        assert frame.columns == [one["name"] for one in fields]
        assert frame.height == made.tables[name] > 0
        assert all(len(one["description"]) > 3 for one in fields)
        assert frame[resource["schema"]["primaryKey"][0]].n_unique() == frame.height
        for key in resource["schema"]["foreignKeys"]:
            ids = frame[key["fields"][0]].drop_nulls()
            other = table(made.folder, key["reference"]["resource"])[key["reference"]["fields"][0]]
            assert set(ids) - {""} <= set(other), (name, key)
    assert listed["coded_segments"]["schema"]["foreignKeys"][0]["reference"]["resource"] == "coding"


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_python_example_of_a_package_runs_as_it_stands(
    untouched: Study, tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "peers-data"
    data_package(untouched, folder, form=form)
    monkeypatch.chdir(folder)
    _run(folder / "README.md")
    if form == "csv":
        monkeypatch.chdir(tmp_path)
        _run(REPOSITORY / "docs" / "how-to" / "take-the-data-elsewhere.md")


def _run(page: Path) -> None:
    """Every example in Python on a page, whose last line gives a table."""
    examples = [block.partition("```")[0] for block in page.read_text("utf-8").split("```python\n")[1:]]
    assert examples
    for example in examples:
        lines, _, last = example.strip().rpartition("\n")
        names: dict[str, Any] = {}
        exec(lines, names)
        assert eval(last, names).height > 100


def test_a_segment_is_its_stretch_of_the_text(untouched: Study, tmp_path: Path) -> None:
    made = data_package(untouched, tmp_path / "data", form="parquet", unrecorded=True)
    texts = dict(table(made.folder, "text").iter_rows())
    sources = dict(table(made.folder, "source").select("name", "id").iter_rows())
    segments = table(made.folder, "coded_segments").filter(pl.col("place") == "text")
    assert segments.height == len(untouched.rows(Coding))
    for name, quote, start, end in segments.select("source", "quote", "start", "end").iter_rows():
        assert texts[sources[name]][start:end] == quote


def test_the_same_study_gives_the_same_bytes(untouched: Study, tmp_path: Path) -> None:
    one, other = (data_package(untouched, tmp_path / name, unrecorded=True).folder for name in ("one", "other"))
    for path in one.rglob("*.*"):
        if path.is_file():
            assert path.read_bytes() == (other / path.relative_to(one)).read_bytes(), path


def test_without_a_recorded_yes_no_words_leave(untouched: Study, tmp_path: Path) -> None:
    made = data_package(untouched, tmp_path / "data", form="parquet")
    assert made.participants == ()
    assert made.withheld > 0
    quotes = table(made.folder, "coded_segments").filter(pl.col("participants").list.len() > 0)["quote"]
    assert quotes.str.starts_with("[withheld: ").all()
    assert "withheld" in (made.folder / "README.md").read_text("utf-8")


def test_words_of_one_who_agreed_leave_and_those_of_one_who_did_not_are_covered(demo: Study, tmp_path: Path) -> None:
    yes, no = (demo.find(Participant, name) for name in ("ALDMA01", "ALDPW01"))
    demo.do(set_consent, [yes.id], archive="yes")
    demo.do(set_consent, [no.id], archive="no")
    made = data_package(demo, tmp_path / "data", form="parquet", unrecorded=True)
    assert yes.id in made.participants
    assert no.id not in made.participants
    segments = table(made.folder, "coded_segments").explode("participants")
    assert segments.filter(pl.col("participants") == no.identifier)["quote"].str.starts_with("[withheld").all()
    assert set(segments.filter(pl.col("participants") == yes.identifier)["consent"]) == {"agreed"}


def test_real_names_private_memos_and_perspectives_stay(demo: Study, tmp_path: Path) -> None:
    someone = demo.find(Participant, "ALDMA01")
    demo.do(change_participant, someone.id, name="Wilhelmina Brandt-Ferrer")
    demo.do(write_memo, "What Wilhelmina Brandt-Ferrer told me afterwards was kind.", title="Afterwards")
    demo.do(write_memo, "I was angry in the third interview.", title="Myself", nature="reflexive")
    demo.do(describe_perspectives, demo.member().id, ("lived experience of sectioning",))
    made = data_package(demo, tmp_path / "data", unrecorded=True)
    whole = "\n".join(path.read_text("utf-8") for path in made.folder.rglob("*") if path.is_file())
    assert "Afterwards" in whole
    for words in ("Wilhelmina", "Brandt-Ferrer", "I was angry", "sectioning"):
        assert words not in whole


def test_a_folder_with_something_in_it_is_left_alone(untouched: Study, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CannotWriteError, match="something there already"):
        data_package(untouched, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
