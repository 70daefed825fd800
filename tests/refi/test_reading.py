"""What is made of REFI-QDA files: the samples of other programs, and each quirk that is known, made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.importers.refi import Read, read_project
from crosscase.model.refi import MediaElement, TextElement
from tests.shared import shared

# Elements of each sample, as the published `audit.py` counts them.
SAMPLES: dict[str, dict[str, int]] = {
    "spec-annex-A1.qdc": {"Code": 6},
    "spec-annex-A2-atlasti-mac-8.4-no-sources.qdpx": {"Code": 14, "Coding": 16, "PlainTextSelection": 8, "Set": 16},
    "atlasti-win-23.2-blank.qdpx": {"User": 2},
    "atlasti-win-9-codebook.qdc": {"Code": 5, "Set": 2},
    "nvivo-win-12.6-pseudonymised.qdpx": {"Code": 60, "Coding": 97, "PlainTextSelection": 97},
    "nvivo-mac-15.0-empty-docs.qdpx": {"User": 2, "Code": 262, "TextSource": 2},
    "qualcoder-3.9-lf.qdpx": {"Code": 5, "Coding": 8, "PlainTextSelection": 7, "Case": 2},
    "qualcoder-3.9-codebook.qdc": {"Code": 5},
    "taguette-1.5.2-codebook.qdc": {"Code": 3},
}


def sample(name: str) -> Read:
    return read_project(shared("refi", "samples", name))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_read_whole(name: str) -> None:
    read = sample(name)
    assert {key: read.counts[key] for key in SAMPLES[name]} == SAMPLES[name]
    assert read.codebook == name.endswith(".qdc")


def test_texts_keep_their_marks_and_line_ends() -> None:
    read = sample("qualcoder-3.9-lf.qdpx")
    text = read.project.sources[0]
    assert isinstance(text, TextElement)
    assert text.text is not None
    assert text.text.startswith("\ufeff")
    assert text.selections[0].name == "I used to walk"


def test_media_are_named_and_opened_only_when_wanted() -> None:
    read = sample("qualcoder-3.9-lf.qdpx")
    media = [one for one in read.project.sources if isinstance(one, MediaElement)]
    assert [one.element for one in media] == ["PictureSource", "AudioSource", "PDFSource"]
    with read.archive.open(media[1].path) as stream:
        assert stream.read(4) == b"RIFF"
    assert read.archive.size(media[1].path) == 64_044


def test_a_case_that_names_a_file_means_its_source() -> None:
    read = sample("qualcoder-3.9-lf.qdpx")
    assert read.project.cases[0].sources == (read.project.sources[0].guid,)
    assert "is the GUID of a file" in " ".join(one.what for one in read.repairs)


def test_a_missing_file_is_a_loss_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.qde"
    file.write_text(
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>\n'
        '<TextSource guid="00000000-0000-4000-8000-000000000001" plainTextPath="internal://x.txt"/></Sources></Project>'
    )
    read = read_project(file)
    assert [(one.place, one.what) for one in read.losses] == [
        ("line 2 (TextSource)", "There is no file 'internal://x.txt'.")
    ]
