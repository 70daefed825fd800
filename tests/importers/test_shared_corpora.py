"""Real interviews and files from many programs; skipped where the shared material is not there.

The counts of the two studies are those their own READMEs state.
"""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest

from crosscase.importers import read_path
from crosscase.importers.folder import count_labelled
from crosscase.model.bundle import Bundle
from tests.contracts.test_importers import assert_holds_together
from tests.shared import shared


def stated(folder: Path) -> dict[str, str]:
    with (folder / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["document_id"]: row["turns"] for row in csv.DictReader(file)}


def read_all(*parts: str) -> Bundle:
    bundle = read_path(shared("corpora", *parts))
    for document in bundle.documents:
        assert_holds_together(document)
    return bundle


def differing(bundle: Bundle, folder: Path) -> set[str]:
    expected = stated(folder)
    return {one.key for one in bundle.documents if str(count_labelled(one)) != expected[one.key]}


def test_pypi_mismatches() -> None:
    bundle = read_all("pypi-mismatches")
    assert (len(bundle.cases), len(bundle.participants), len(bundle.documents)) == (2, 6, 16)
    assert bundle.refusals == ()
    for document in bundle.documents:
        voices = {speaker.label: (speaker.voice, speaker.participant) for speaker in document.speakers}
        assert voices["MEL"] == ("interviewer", "")
        assert document.participants
        assert [one for one in voices.values() if one[1]] == [("participant", document.participants[0])]
    # There the table leaves out `MEL, TYPING` and one name that is not in capitals.
    assert differing(bundle, shared("corpora", "pypi-mismatches")) == {"ernest-1", "nick-2", "terri-2"}
    quoted = [turn for one in bundle.documents for turn in one.turns if turn.nature == "quoted"]
    assert quoted
    assert not any(turn.speaker for turn in quoted)


def test_horizon_inquiry() -> None:
    bundle = read_all("horizon-inquiry")
    assert (len(bundle.cases), len(bundle.participants), len(bundle.documents)) == (6, 185, 169)
    assert bundle.refusals == ()
    # A single `The Witness:` before anybody else has spoken twice is not believed.
    assert differing(bundle, shared("corpora", "horizon-inquiry")) == {"2022-02-23-suzanne-palmer"}


def test_podcast_interviews() -> None:
    bundle = read_all("podcast-interviews")
    assert len(bundle.documents) == 60
    # In seven the table does not count breaks and jingles.
    assert len(differing(bundle, shared("corpora", "podcast-interviews"))) == 7
    assert bundle.refusals == ()


def test_audrey_tang_archive() -> None:
    bundle = read_all("audrey-tang-archive")
    assert len(bundle.documents) == 50
    assert bundle.refusals == ()
    assert all(document.speakers for document in bundle.documents)


def test_zoom_meetings() -> None:
    bundle = read_all("zoom-meetings")
    transcripts = [one for one in bundle.documents if one.file.endswith(".vtt")]
    chats = [one for one in bundle.documents if one.file.endswith(".chat.txt")]
    assert (len(transcripts), len(chats)) == (3, 3)
    for document in (*transcripts, *chats):
        assert len(document.speakers) > 5
        assert all(turn.from_ms is not None for turn in document.turns if turn.speaker)


def test_long_text() -> None:
    (document, *_) = [one for one in read_all("long-text").documents if one.file.startswith("horizon")]
    assert len(document.turns) > 25_000


def test_unicode_text() -> None:
    folder = shared("corpora", "unicode-text")
    bundle = read_path(sorted(folder.rglob("*.txt")))
    assert bundle.refusals == ()
    encodings = {one.file: one.encoding for one in bundle.documents}
    assert encodings["sample-greek.txt"] == "cp1253"
    assert encodings["sample-hebrew-3.txt"] == "cp1255"
    assert encodings["sample-english.bom.txt"] == "utf-8"
    for document in bundle.documents:
        assert_holds_together(document)
        assert not document.text.startswith("\ufeff")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".vtt", ".srt", ".sbv"])
def test_odd_files(suffix: str) -> None:
    files = sorted(file for file in shared("corpora", "odd-files").rglob(f"*{suffix}") if file.name != "README.md")
    bundle = read_path(files)
    assert len(bundle.documents) + len(bundle.refusals) == len(files)
    for document in bundle.documents:
        assert_holds_together(document)
    assert all(refusal.reason for refusal in bundle.refusals)
    if suffix in {".txt", ".md"}:
        assert bundle.refusals == ()


def test_pdpilot_interviews() -> None:
    """Printed with numbers in the margin and lines outside of the page: neither is anybody's words."""
    bundle = read_all("pdpilot-interviews", "transcripts")
    assert bundle.refusals == ()
    assert {one.key: (len(one.turns), len(one.text.split())) for one in bundle.documents} == {
        "P1": (95, 3029), "P2": (166, 4851), "P3": (123, 4062), "P4": (112, 4894),
    }  # fmt: skip
    for document in bundle.documents:
        assert {one.label for one in document.speakers} == {"Dan", "Participant"}
        assert [turn.nature for turn in document.turns if not turn.speaker] == ["note"]  # the title
        spoken = [turn for turn in document.turns if turn.speaker]
        # A turn that goes on over the end of a page is one turn: hardly anybody speaks twice running.
        again = sum(one.speaker == other.speaker for one, other in itertools.pairwise(spoken))
        assert again <= 6
    # The numbers that stood in the margin are as many as the paragraphs, which the report says.
    assert "P1.pdf, margin: 98 number(s) of lines or paragraphs left out." in [
        f"{one.place}: {one.what}" for one in bundle.losses
    ]
