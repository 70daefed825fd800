"""Areas of PDF pages: QualCoder counts from the top of a page, the standard from its bottom."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from crosscase.importers.refi import read_project
from crosscase.model import Coding
from crosscase.model.refi import MediaElement, Project
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.take_refi import take_refi
from tests.importers.made import pdf_bytes
from tests.refi.made import SPACE, archive, document

G = "0000000{}-0000-4000-8000-000000000000".format
PDF = pdf_bytes([[(100, 700, "first")], [(100, 700, "second")]])
"""Two pages of 842 points."""
INNER = (
    f'<Users><User guid="{G(1)}" name="Ines"/></Users>'
    f'<CodeBook><Codes><Code guid="{G(2)}" name="trust" isCodable="true"/></Codes></CodeBook>'
    f'<Sources><PDFSource guid="{G(3)}" name="letter" path="internal://{G(4)}.pdf">'
    f'<PDFSelection guid="{G(5)}" name="a" page="1" firstX="10" firstY="100" secondX="60" secondY="120" '
    f'creatingUser="{G(1)}"><Coding guid="{G(6)}" creatingUser="{G(1)}"><CodeRef targetGUID="{G(2)}"/></Coding>'
    "</PDFSelection></PDFSource></Sources>"
)


def written(path: Path, origin: str, pdf: bytes | None) -> Path:
    files = {f"sources/{G(4)}.pdf": pdf} if pdf is not None else {}
    return archive(path, document(INNER, attributes=f'xmlns="{SPACE}" name="p" origin="{origin}"'), files)


def box(project: Project) -> tuple[int, int, int, int]:
    source = project.sources[0]
    assert isinstance(source, MediaElement)
    return source.selections[0].box


@pytest.mark.parametrize(
    ("origin", "counted"),
    [("QualCoder 3.9", (10, 742, 60, 722)), ("crosscase 0.1.0 (for QualCoder)", (10, 742, 60, 722)),
     ("ATLAS.ti 23", (10, 100, 60, 120)), ("QualCoder 3.9 (for NVivo)", (10, 100, 60, 120))],
)  # fmt: skip
def test_areas_are_read_from_the_bottom(origin: str, counted: tuple[int, ...], tmp_path: Path) -> None:
    found = read_project(written(tmp_path / "a.qdpx", origin, PDF))
    assert box(found.project) == counted
    said = [one.what for one in found.repairs if "letter" in one.place]
    assert said == (["Areas: 1, from the top; read as from the bottom."] if counted[1] == 742 else [])


@pytest.mark.parametrize(
    "pdf",
    [None, b"%PDF-1.4 no more", pdf_bytes([[]], extra="/Rotate 90"), pdf_bytes([[]], extra="/CropBox [20 0 500 800]"),
     PDF.replace(b"[0 0 595 842]", b"[0 0 595 800]", 1)],
    ids=["no file", "damaged", "lying", "shown from further right", "pages that differ"],
)  # fmt: skip
def test_where_no_height_is_known_numbers_stay_and_it_is_said(pdf: bytes | None, tmp_path: Path) -> None:
    found = read_project(written(tmp_path / "a.qdpx", "QualCoder 3.9", pdf))
    assert box(found.project) == (10, 100, 60, 120)
    assert any("may lie too low or high" in one.what and "letter" in one.place for one in found.repairs)


def test_a_page_that_is_cut_counts_from_what_is_shown(tmp_path: Path) -> None:
    cut = pdf_bytes([[]], extra="/CropBox [0 0 595 800]")
    assert box(read_project(written(tmp_path / "a.qdpx", "QualCoder 3.9", cut)).project) == (10, 700, 60, 680)


def test_a_study_gives_qualcoder_its_areas_from_the_top_and_others_from_the_bottom(tmp_path: Path) -> None:
    with Study.new(tmp_path / "s.crosscase", member="Ines") as study:
        read = read_project(written(tmp_path / "a.qdpx", "QualCoder 3.9", PDF))
        with read.archive.held() as opened:
            study.do(take_refi, read.project, opened)
        assert [one.area[:5] for one in study.rows(Coding)] == [("1", "10", "722", "50", "20")]
        for profile, first in (("qualcoder", "100"), ("strict", "742")):
            path = tmp_path / f"{profile}.qdpx"
            write(study, path, Wanted(profile=profile), Outgoing(study.leaving()))
            with zipfile.ZipFile(path) as packed:
                said = packed.read("project.qde").decode()
            assert re.findall(r'firstY="(\d+)"', said) == [first]
            assert set(box(read_project(path).project)) == {10, 742, 60, 722}
