"""What each program is known to stumble over is not in the file that is written for it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from crosscase.exporters.refi import PROFILES, UnknownProfileError, Written, profile_named, write_project
from crosscase.importers.refi import read_project
from crosscase.model.anchoring import Selected, infer
from crosscase.model.counting import STANDARD, Measured, hinted
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    MediaElement,
    Project,
    Selection,
    SyncPoint,
    TextElement,
    TranscriptElement,
    User,
    VariableElement,
    VariableValue,
)
from tests.refi.made import opener
from tests.refi.schema import faults

G = "{:08x}-0000-4000-8000-000000000000".format
WORDS = "Anna: 😀 walked\nBen: helped 👩‍👩‍👧 and größer\nAnna: slept"


def selection(number: int, words: str, *members: int) -> Selection:
    start = WORDS.index(words)
    return Selection(
        guid=G(100 + number),
        name=words,
        start=start,
        end=start + len(words),
        codings=tuple(
            CodingElement(guid=G(200 + 10 * number + member), code=G(20 + member), creating_user=G(1 + member))
            for member in members
        ),
    )


def project() -> Project:
    return Project(
        name="p",
        created="2024-05-06T07:08:09.5+02:00",
        users=(User(guid=G(1), name="Ines"), User(guid=G(2), name="Kofi")),
        codes=(
            CodeElement(guid=G(20), name="Walking", codes=(CodeElement(guid=G(22), name="alone"),)),
            CodeElement(guid=G(21), name="walking", codes=(CodeElement(guid=G(23), name="Alone"),)),
        ),
        variables=(VariableElement(guid=G(30), name="age", type="Integer"),),
        cases=(
            CaseElement(
                guid=G(40),
                name="Anna",
                values=(VariableValue(variable=G(30), type="Integer", value="34"),),
                sources=(G(50),),
            ),
        ),
        sources=(
            TextElement(
                guid=G(50),
                name="Interview",
                text=WORDS,
                plain_path=f"internal://{G(51)}.txt",
                selections=(selection(1, "walked", 0), selection(2, "helped 👩‍👩‍👧", 0, 1), selection(3, "größer", 1)),
            ),
            MediaElement(
                guid=G(60),
                element="PDFSource",
                name="interview",
                path=f"internal://{G(61)}.pdf",
                selections=(Selection(guid=G(62), kind="pdf", box=(5, 90, 50, 10)),),
            ),
            MediaElement(
                guid=G(70),
                element="AudioSource",
                name="talk",
                path=f"internal://{G(71)}.m4a",
                transcripts=(
                    TranscriptElement(
                        guid=G(72),
                        text=WORDS,
                        plain_path=f"internal://{G(73)}.txt",
                        sync_points=(SyncPoint(guid=G(74), time=10, position=WORDS.index("Ben")),),
                    ),
                ),
            ),
        ),
    )


def out(tmp_path: Path, profile: str) -> tuple[Written, Project, zipfile.ZipFile]:
    path = tmp_path / f"{profile}.qdpx"
    written = write_project(project(), path, files=opener, profile=PROFILES[profile], counted=lambda _: STANDARD)
    archive = zipfile.ZipFile(path)
    assert faults(archive.read("project.qde")) == []
    return written, read_project(path).project, archive


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_selections_are_on_their_words_by_the_programs_own_counting(profile: str, tmp_path: Path) -> None:
    _, found, archive = out(tmp_path, profile)
    archive.close()
    text = found.sources[0]
    assert isinstance(text, TextElement)
    measured = Measured(text.text or "")
    assert measured.text == WORDS
    starts, ends, off = measured.to_ours(
        PROFILES[profile].counting, [one.start for one in text.selections], [one.end for one in text.selections]
    )
    assert [WORDS[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)] == [
        one.name for one in text.selections
    ]
    assert not off.any()
    # And who is not told how it was counted finds it out.
    selections = [Selected(one.start, one.end, one.name or "") for one in text.selections]
    assert measured.same(infer(measured, selections).counting, PROFILES[profile].counting)
    recording = found.sources[2]
    assert isinstance(recording, MediaElement)
    transcript = recording.transcripts[0]
    point, _, _ = Measured(transcript.text or "").to_ours(
        PROFILES[profile].counting, [transcript.sync_points[0].position or 0], [99]
    )
    assert point[0] == WORDS.index("Ben")


def test_nvivo_has_marks_two_line_ends_and_codes_told_apart_among_siblings(tmp_path: Path) -> None:
    written, found, archive = out(tmp_path, "nvivo")
    with archive:
        assert archive.read(f"Sources/{G(51)}.txt") == b"\xef\xbb\xbf" + WORDS.replace("\n", "\r\n").encode()
    assert [one.name for one in found.codes] == ["Walking", "walking (2)"]
    assert [one.codes[0].name for one in found.codes] == ["alone", "Alone"]
    assert "It is written as “walking (2)”." in [one.what for one in written.losses]


def test_atlasti_has_capital_guids_and_one_name_for_one_code(tmp_path: Path) -> None:
    _, found, archive = out(tmp_path, "atlasti")
    with archive:
        assert f'guid="{G(20).upper()}"'.encode() in archive.read("project.qde")
    assert [one.name for one in found.codes] == ["Walking", "walking (2)"]
    assert [one.codes[0].name for one in found.codes] == ["alone", "walking (2)::Alone"]


def test_maxqda_finds_values_on_sources(tmp_path: Path) -> None:
    written, found, archive = out(tmp_path, "maxqda")
    archive.close()
    assert found.sources[0].values == found.cases[0].values
    assert found.sources[1].values == ()
    assert "1 values of its case are written on it too." in [one.what for one in written.losses]


def test_qualcoder_has_one_member_on_a_selection_and_plain_texts(tmp_path: Path) -> None:
    _, found, archive = out(tmp_path, "qualcoder")
    with archive:
        assert archive.read(f"sources/{G(51)}.txt") == WORDS.encode()
    text, paper, _ = found.sources
    assert [(one.name, one.creating_user, len(one.codings)) for one in text.selections] == [
        ("walked", G(1), 1),
        ("helped 👩‍👩‍👧", G(1), 1),
        ("helped 👩‍👩‍👧", G(2), 1),
        ("größer", G(2), 1),
    ]
    assert {one.created for one in text.selections} == {"2024-05-06T05:08:09Z"}
    assert paper.selections[0].box == (5, 10, 50, 90)
    assert [one.name for one in found.sources] == ["Interview", "interview (2)", "talk"]
    assert [one.codes[0].name for one in found.codes] == ["alone", "walking (2)::Alone"]


def test_strict_changes_nothing(tmp_path: Path) -> None:
    written, found, archive = out(tmp_path, "strict")
    archive.close()
    assert found == project()
    assert written.losses == ()


@pytest.mark.parametrize(
    ("origin", "profile", "written"),
    [
        ("crosscase 0.1.0", "strict", "crosscase 0.1.0"),
        ("crosscase 0.1.0", "nvivo", "crosscase 0.1.0 (for NVivo)"),
        ("crosscase 0.1.0 (for NVivo)", "strict", "crosscase 0.1.0"),
        ("NVivo 12.6", "strict", "NVivo 12.6 (for REFI-QDA)"),
        ("NVivo 12.6", "nvivo", "NVivo 12.6"),
        ("ATLAS.ti 23", "atlasti", "ATLAS.ti 23"),
        ("ATLAS.ti 23", "nvivo", "ATLAS.ti 23 (for NVivo)"),
        ("", "nvivo", ""),
    ],
)
def test_the_origin_says_how_numbers_are_counted(origin: str, profile: str, written: str, tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    write_project(Project(name="p", origin=origin), path, profile=PROFILES[profile], counted=lambda _: STANDARD)
    found = read_project(path).project.origin
    assert found == written
    way = hinted(found)
    assert not found or (way is not None and Measured("😀\n").same(way, PROFILES[profile].counting))


def test_profiles_are_chosen_by_name() -> None:
    assert profile_named("NVivo").name == "nvivo"
    with pytest.raises(UnknownProfileError, match="no profile 'x'"):
        profile_named("x")
