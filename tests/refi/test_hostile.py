"""Files made to do harm: refused in bounded time and memory, with one line that says why.

Each is read by a process of its own that may have little memory and little time; what a bomb would take is more.
"""

from __future__ import annotations

import os
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscase.importers.errors import UnreadableError
from crosscase.importers.refi import read_project
from tests.refi.made import SPACE, archive, document
from tests.shared import REPOSITORY

pytestmark = pytest.mark.slow

MEMORY = 700 << 20
SECONDS = 60
READS = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
from pathlib import Path
from crosscase.importers.errors import UnreadableError
from crosscase.importers.refi import read_project
try:
    read_project(Path(sys.argv[1]))
except UnreadableError as error:
    print(error.code, error.message)
else:
    print("read")
"""


def told(path: Path) -> str:
    """What a process with little memory says of a file."""
    done = subprocess.run(
        [sys.executable, "-c", READS, str(path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src")},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.count("\n") == 1
    return done.stdout.strip()


def bare(path: Path, pieces: Callable[[], object], *, times: int = 1) -> Path:
    """A bare project of many pieces, written a piece at a time."""
    with path.open("wb") as out:
        for _ in range(times):
            out.write(str(pieces()).encode())
    return path


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE Project>",
        f'<!DOCTYPE Project [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE Project SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE Project [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities(head: str, encoding: str, tmp_path: Path) -> None:
    content = f'{head}<Project xmlns="{SPACE}" name="&l11;"/>'
    (tmp_path / "a.qde").write_bytes(content.encode(encoding))
    assert told(tmp_path / "a.qde").startswith("hostile It declares XML entities")
    packed = archive(tmp_path / "a.qdpx", content.encode(encoding))
    assert told(packed).startswith("hostile It declares XML entities")


def test_nesting(tmp_path: Path) -> None:
    start = '<Code guid="00000001-0000-4000-8000-000000000000" name="c" isCodable="true">'
    codes = start * 500_000
    path = bare(tmp_path / "a.qde", lambda: f'<Project xmlns="{SPACE}" name="p"><CodeBook><Codes>{codes}')
    assert "nested more than 128 deep" in told(path)
    path = bare(tmp_path / "b.qde", lambda: "<Project><x>" + "<unknown-element>" * 500_000)
    assert "nested more than 128 deep" in told(path)


@pytest.mark.parametrize("element", ["<User/>", "<x/>", "<Users/>", "<!---->"])
def test_more_elements_than_any_project(element: str, tmp_path: Path) -> None:
    path = bare(tmp_path / "a.qde", lambda: f"<Project><Users>{element * 3_000_000}")
    assert "elements and more, as no project has" in told(path)


@pytest.mark.parametrize("begin", ['<Project name="', "<Project><!--", "<Project ", "<Project><?x "])
def test_a_tag_without_an_end(begin: str, tmp_path: Path) -> None:
    path = bare(tmp_path / "a.qde", lambda: begin + "a" * (40 << 20))
    assert "A tag has more than 16 MB" in told(path)


def test_words_without_an_end(tmp_path: Path) -> None:
    path = bare(tmp_path / "a.qde", lambda: "<Project><Description>" + "a b " * (20 << 20))
    assert told(path).startswith("too-large")


def test_attributes_without_number(tmp_path: Path) -> None:
    many = " ".join(f'a{at}=""' for at in range(1_000_000))
    path = bare(tmp_path / "a.qde", lambda: f'<Project name="p" {many}/>')
    assert told(path)


def test_a_project_that_unpacks_without_end(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", b"<Project>" + b" " * (200 << 20))
    assert told(path).startswith("hostile It would unpack")


def test_a_text_that_unpacks_without_end(tmp_path: Path) -> None:
    inner = (
        '<Sources><TextSource guid="00000001-0000-4000-8000-000000000000" plainTextPath="internal://x.txt"/></Sources>'
    )
    ballast = os.urandom(2 << 20)
    path = archive(tmp_path / "a.qdpx", document(inner), {"sources/x.txt": b" " * (60 << 20), "sources/y": ballast})
    assert told(path).startswith("hostile ")


def test_a_text_that_many_sources_name(tmp_path: Path) -> None:
    inner = "".join(
        f'<TextSource guid="{at:08x}-0000-4000-8000-000000000000" plainTextPath="internal://x.txt"/>'
        for at in range(5000)
    )
    words = os.urandom(4 << 20).hex().encode()
    path = archive(tmp_path / "a.qdpx", document(f"<Sources>{inner}</Sources>"), {"sources/x.txt": words})
    assert told(path) == "read"


def test_parts_that_lie_over_one_another(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("project.qde", document())
        made.writestr("sources/0.txt", b"\0" * (4 << 20))
        for at in range(1, 2000):
            again = zipfile.ZipInfo(f"sources/{at}.txt")
            for key in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(again, key, getattr(made.filelist[1], key))
            made.filelist.append(again)
    assert told(path).startswith("hostile It would unpack")


@pytest.mark.parametrize(
    "name", ["../project.qde", "/project.qde", "C:/project.qde", "a/../../project.qde", "..\\project.qde"]
)
def test_names_that_climb(name: str, tmp_path: Path) -> None:
    assert told(archive(tmp_path / "a.qdpx", document(), name=name)).startswith("hostile ")


def test_symbolic_links(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as made:
        link = zipfile.ZipInfo("sources/x.txt")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("project.qde", document())
    assert told(path).startswith("hostile sources/x.txt: This part is a link")


def test_a_table_of_contents_without_end(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", document())
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\5\6")
    struct.pack_into("<HHLL", data, end + 8, 0xFFFF, 0xFFFF, 0xFFFFFFF0, 0)
    path.write_bytes(data)
    assert told(path).split()[0] in {"hostile", "damaged"}


def test_locked_and_broken_archives(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", document("<Description>d</Description>" * 50))
    data = bytearray(path.read_bytes())
    central = data.rfind(b"PK\1\2")
    locked = bytearray(data)
    locked[central + 8] |= 1
    (tmp_path / "b.qdpx").write_bytes(locked)
    assert told(tmp_path / "b.qdpx").startswith("protected ")
    for cut in (10, len(data) // 2, len(data) - 1):
        (tmp_path / "c.qdpx").write_bytes(data[:cut])
        assert told(tmp_path / "c.qdpx").startswith("damaged ")
    torn = bytearray(data)
    torn[60:80] = b"\xff" * 20
    (tmp_path / "d.qdpx").write_bytes(torn)
    assert told(tmp_path / "d.qdpx").startswith("damaged ")


def test_damaged_media_are_told_when_they_are_opened(tmp_path: Path) -> None:
    guid = "00000001-0000-4000-8000-000000000000"
    inner = f'<Sources><PictureSource guid="{guid}" path="internal://{guid}.png"/></Sources>'
    path = archive(tmp_path / "a.qdpx", document(inner), {f"sources/{guid}.png": bytes(range(256)) * 4000})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\1\2") - 600
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)
    read = read_project(path)
    with read.archive.open(f"internal://{guid}.png") as stream, pytest.raises(UnreadableError, match="damaged or cut"):
        stream.read()


def test_a_gigabyte_of_media_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    guid = "00000001-0000-4000-8000-000000000000"
    inner = f'<Sources><VideoSource guid="{guid}" path="internal://{guid}.mp4"/></Sources>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        made.writestr("project.qde", document(inner))
        with made.open(f"sources/{guid}.mp4", "w", force_zip64=True) as out:
            for _ in range(256):
                out.write(b"\0" * (4 << 20))
    assert told(path) == "read"
