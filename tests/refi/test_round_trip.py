"""What is written is valid by the schema, is read again as it was, and has the same bytes every time."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from crosscase.exporters.refi import PROFILES, NoCodesError, write_codebook, write_project
from crosscase.importers.refi import read_project
from crosscase.model.refi import CodeElement, Project, SetElement, TextElement
from tests.refi.made import documents, nothing, opener, projects
from tests.refi.schema import faults
from tests.shared import REPOSITORY, shared

BOOK = REPOSITORY.parent / "shared" / "refi" / "xsd" / "Codebook.xsd"

EACH = settings(
    max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("refi")


def inside(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read("project.qde")


@EACH
@given(project=projects())
def test_a_project_comes_back_as_it_went(project: Project, folder: Path) -> None:
    out = folder / "a.qdpx"
    written = write_project(project, out, files=opener)
    assert written.losses == ()
    assert faults(inside(out)) == []
    read = read_project(out)
    assert read.project == project
    assert read.repairs == ()
    again = folder / "b.qdpx"
    write_project(read.project, again, files=read.archive.open)
    assert again.read_bytes() == out.read_bytes()


@EACH
@given(document=documents())
def test_every_document_of_the_schema_is_read_and_written_again(document: str, folder: Path) -> None:
    source = folder / "c.qde"
    source.write_text(document, "utf-8", newline="")
    assert faults(document.encode()) == []
    read = read_project(source)
    out, again = folder / "c.qdpx", folder / "d.qdpx"
    write_project(read.project, out, files=nothing)
    assert faults(inside(out)) == []
    second = read_project(out).project
    write_project(second, again, files=nothing)
    assert again.read_bytes() == out.read_bytes()
    assert read_project(again).project == second


@EACH
@given(project=projects(), profile=st.sampled_from(sorted(PROFILES)))
def test_every_profile_is_valid_and_steady(project: Project, profile: str, folder: Path) -> None:
    out, again = folder / "e.qdpx", folder / "f.qdpx"
    for path in (out, again):
        write_project(project, path, files=opener, profile=PROFILES[profile])
    assert faults(inside(out)) == []
    assert out.read_bytes() == again.read_bytes()
    read_project(out)


ANY = st.text(st.characters(), max_size=8)


def spoiled(thing: Any, data: st.DataObject) -> Any:
    """The same with any text where there is text: what nothing but a fault would make."""
    if isinstance(thing, msgspec.Struct):
        changes = {
            name: spoiled(value, data)
            for name in thing.__struct_fields__
            if name not in {"kind", "element", "type", "direction", "inline", "codable"}
            for value in [getattr(thing, name)]
        }
        return msgspec.structs.replace(thing, **changes)
    if isinstance(thing, tuple):
        return tuple(spoiled(one, data) for one in thing)
    return data.draw(ANY) if isinstance(thing, str) and data.draw(st.booleans()) else thing


@EACH
@given(project=projects(), data=st.data())
def test_whatever_it_holds_a_file_is_valid(project: Project, data: st.DataObject, folder: Path) -> None:
    out = folder / "g.qdpx"
    write_project(spoiled(project, data), out, files=opener)
    assert faults(inside(out)) == []
    read_project(out)


@EACH
@given(project=projects(), data=st.data())
def test_the_published_schema_says_so_too(project: Project, data: st.DataObject, folder: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared("refi", "xsd", "Project.xsd")))
    out = folder / "x.qdpx"
    profile = data.draw(st.sampled_from(sorted(PROFILES)))
    write_project(spoiled(project, data), out, files=opener, profile=PROFILES[profile])
    schema.assertValid(etree.fromstring(inside(out)))
    schema.assertValid(etree.fromstring(data.draw(documents()).encode()))


def test_codebooks_come_back(folder: Path) -> None:
    guid = "0000000{}-0000-4000-8000-000000000000".format
    project = Project(
        origin="crosscase",
        codes=(
            CodeElement(
                guid=guid(1),
                name="a & <b>",
                colour="#ABC",
                description="x\ny",
                codes=(CodeElement(guid=guid(2), name="c", codable=False),),
            ),
        ),
        sets=(SetElement(guid=guid(3), name="s", codes=(guid(1), guid(2))),),
    )
    out = folder / "a.qdc"
    assert write_codebook(project, out).losses == ()
    assert faults(out.read_bytes()) == []
    read = read_project(out)
    assert read.codebook
    assert read.project == project
    with pytest.raises(NoCodesError):
        write_codebook(Project(), out)


@EACH
@given(project=projects().filter(lambda one: bool(one.codes)))
def test_every_codebook_is_valid(project: Project, folder: Path) -> None:
    out = folder / "b.qdc"
    write_codebook(project, out)
    if BOOK.exists():
        etree.XMLSchema(etree.parse(BOOK)).assertValid(etree.parse(out))
    assert faults(out.read_bytes()) == []
    assert len(read_project(out).project.codes) == len(project.codes)


@pytest.mark.parametrize(
    "name",
    [
        "spec-annex-A2-atlasti-mac-8.4-no-sources.qdpx",
        "atlasti-win-23.2-blank.qdpx",
        "nvivo-win-12.6-pseudonymised.qdpx",
        "nvivo-mac-15.0-empty-docs.qdpx",
        "qualcoder-3.9-lf.qdpx",
    ],
)
def test_samples_come_back(name: str, folder: Path) -> None:
    read = read_project(shared("refi", "samples", name))
    out, again = folder / "h.qdpx", folder / "i.qdpx"
    write_project(read.project, out, files=read.archive.open)
    assert faults(inside(out)) == []
    second = read_project(out)
    assert second.project == read.project
    write_project(second.project, again, files=second.archive.open)
    assert again.read_bytes() == out.read_bytes()
    for path in (one.path for one in read.project.sources if not isinstance(one, TextElement)):
        if read.archive.has(path):
            with read.archive.open(path) as was, second.archive.open(path) as now:
                assert was.read() == now.read()


def test_further_parts_are_carried(folder: Path) -> None:
    out = folder / "j.qdpx"
    write_project(Project(name="p"), out, extra={"crosscase/study.json": lambda: io.BytesIO(b"{}")})
    with read_project(out).archive.open("crosscase/study.json") as part:
        assert part.read() == b"{}"


def test_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    out = folder / "k.qdpx"
    out.write_bytes(b"before")

    def fails(_: str) -> io.BytesIO:
        raise KeyboardInterrupt

    source = TextElement(guid="00000001-0000-4000-8000-000000000000", rich_path="internal://a.docx")
    with pytest.raises(KeyboardInterrupt):
        write_project(Project(name="p", sources=(source,)), out, files=fails)
    assert out.read_bytes() == b"before"
    assert [one.name for one in folder.iterdir() if one.name.startswith(".k")] == []
