"""What is refused before anything parses it, and how that is said."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from crosscase.importers import guard, package, read_path
from crosscase.importers.errors import UnreadableError
from crosscase.importers.guard import examine
from tests.importers.made import epub_parts, odt_parts, ole, p, pdf_bytes, r, word, word_parts, zipped


def refused(path: Path, within: Path | None = None) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        examine(path, within=within)
    message = caught.value.message
    assert "\n" not in message
    assert message.endswith((".", "?"))
    return caught.value


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "sort"),
    [
        ("a.rtf", b"{\\rtf1 hello}", "rtf"),
        ("a.doc", b"{\\rtf1 hello}", "rtf"),
        ("a.pdf", b"%PDF-1.4\n1 0 obj", "pdf"),
        ("a.pdf", b"\n\n%PDF-1.4\n1 0 obj", "pdf"),
        ("a.html", b"<p>hello", "html"),
        ("a.txt", b"\xef\xbb\xbf <!DOCTYPE HTML><html>", "html"),
        ("a.txt", "<html>".encode("utf-16"), "html"),
        ("a.xml", b"<?xml version='1.0'?><akomaNtoso/>", "xml"),
        ("a.xhtml", b"<?xml version='1.0'?><html/>", "html"),
        ("a.txt", b"MZ: what did you do then?", "text"),
        ("a.txt", b"ID3: I was there", "text"),
        ("a.txt", b"PK: and then?", "text"),
        ("a.txt", "Mel: naïve".encode("utf-16-le"), "text"),
        ("a.txt", "Frage: Größe".encode("cp1252"), "text"),
        ("a.txt", "WELL, I SAID\n".encode("cp500") * 20, "text"),
    ],
)
def test_first_bytes_decide(name: str, data: bytes, sort: str, tmp_path: Path) -> None:
    assert examine(written(tmp_path / name, data)) == sort


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (ole("WordDocument", "1Table"), "old Word file (.doc). Save it as .docx"),
        (ole("EncryptionInfo", "EncryptedPackage"), "asks for a password. Save a copy without one"),
        (ole("Workbook"), "old Excel workbook (.xls). Save it as .xlsx"),
        (ole("PowerPoint Document"), "PowerPoint"),
        (ole("Something"), "old Microsoft Office file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"RIFF\0\0\0\0WAVEfmt ", "recording (WAV)"),
        (b"ID3\3\0\0\0", "recording (MP3)"),
        (b"\0\0\0\x20ftypM4A ", "recording (MP4"),
        (b"\x7fELF\2\1\1\0", "program (for Linux)"),
        (b"MZ\x90\0\3\0", "program (for Windows)"),
        (b"\x1f\x8b\x08\0", "archive (gzip)"),
        (b"SQLite format 3\0", "database"),
        (b"\xffWPC\0\0", "WordPerfect"),
        (bytes(range(256)) * 20, "not text in any known encoding"),
        (b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'/>", "Word XML"),
        (b"<?xml version='1.0'?><office:document/>", "OpenDocument file in one piece"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, says: str, tmp_path: Path) -> None:
    assert says in refused(written(tmp_path / "file.docx.txt", data)).message


def test_places_that_are_no_files(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path).message
    assert "is empty" in refused(written(tmp_path / "a.txt", b"")).message
    assert "could not be opened" in refused(tmp_path / "missing.txt").message
    assert "could not be opened" in refused(Path(tmp_path, "a\0b.txt")).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in refused(tmp_path / "pipe.txt").message


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "study", tmp_path / "secret.txt"
    inside.mkdir()
    outside.write_text("words")
    (inside / "out.txt").symlink_to(outside)
    (inside / "nowhere.txt").symlink_to(inside / "gone.txt")
    (inside / "circle.txt").symlink_to(inside / "circle.txt")
    written(inside / "real.txt", b"words")
    (inside / "in.txt").symlink_to(inside / "real.txt")
    assert "leads out of the folder" in refused(inside / "out.txt", inside).message
    assert "leads nowhere" in refused(inside / "nowhere.txt", inside).message
    assert "leads nowhere" in refused(inside / "circle.txt").message
    assert examine(inside / "in.txt", within=inside) == "text"
    assert examine(inside / "out.txt") == "text"


def test_a_folder_link_is_seen_too(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    written(tmp_path / "other" / "a.txt", b"words")
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "sub").symlink_to(tmp_path / "other")
    assert "leads out" in refused(tmp_path / "study" / "sub" / "a.txt", tmp_path / "study").message


def test_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_TEXT_BYTES", 100)
    monkeypatch.setattr(guard, "MOST_BYTES", 1000)
    assert "at most 100" in refused(written(tmp_path / "a.txt", b"a" * 101)).message
    assert "at most 1,000" in refused(written(tmp_path / "a.pdf", b"%PDF-" + b"a" * 1000)).message


def test_containers_are_told_apart(tmp_path: Path) -> None:
    assert examine(zipped(tmp_path / "a.docx", word_parts(p(r("hello"))))) == "docx"
    assert examine(zipped(tmp_path / "a.odt", odt_parts("<text:p>hello</text:p>"))) == "odt"
    assert examine(zipped(tmp_path / "a.epub", epub_parts("<p>hello</p>"))) == "epub"
    assert examine(zipped(tmp_path / "a.xlsx", {"[Content_Types].xml": "", "xl/workbook.xml": ""})) == "xlsx"
    assert "slides" in refused(zipped(tmp_path / "a.pptx", {"ppt/presentation.xml": ""})).message
    assert "archive (zip)" in refused(zipped(tmp_path / "a.zip", {"notes.txt": "hello"})).message
    assert "archive (zip)" in refused(zipped(tmp_path / "empty.zip", {})).message


def test_names_that_promise_a_container(tmp_path: Path) -> None:
    for suffix in (".docx", ".odt", ".pdf", ".epub"):
        assert suffix in refused(written(tmp_path / f"a{suffix}", b"This is text.")).message


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "C:\\evil.xml", "..\\evil.xml"])
def test_names_that_climb_out(name: str, tmp_path: Path) -> None:
    error = refused(zipped(tmp_path / "a.docx", {**word_parts(p(r("hello"))), name: "x"}))
    assert "leads out of the file" in error.message
    assert error.place == name.replace("\\", "/")


def test_a_bomb_of_one_part(tmp_path: Path) -> None:
    body = p(r("a" * (package.RATIO_FROM + 1)))
    error = refused(word(tmp_path / "a.docx", body))
    assert "would unpack from" in error.message
    assert "8 MB" in error.message


def test_a_bomb_hidden_among_pictures(tmp_path: Path) -> None:
    parts = {**word_parts(p(r("a" * (package.RATIO_FROM + 1)))), "word/media/image1.png": os.urandom(200_000)}
    error = refused(zipped(tmp_path / "a.docx", parts))
    assert error.place == "word/document.xml"


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p(r("a" * (package.RATIO_FROM + 1))))
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\1\2", at)) >= 0:
        if data[at + 46 :].startswith(b"word/document.xml"):
            struct.pack_into("<L", data, at + 24, 500)
        at += 4
    path.write_bytes(data)
    bundle = read_path(path)
    assert bundle.documents == ()
    assert "damaged" in bundle.refusals[0].reason


def test_a_bomb_in_a_bomb_is_never_opened(tmp_path: Path) -> None:
    inner = word(tmp_path / "inner.docx", p(r("a" * (package.RATIO_FROM + 1))))
    parts = {**word_parts(p(r("hello"))), "word/embeddings/inner.docx": inner.read_bytes()}
    assert read_path(zipped(tmp_path / "outer.docx", parts)).documents[0].text == "hello"


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word(tmp_path / "a.docx", p(r("hello")))
    monkeypatch.setattr(package, "MOST_ENTRIES", 3)
    assert "parts" in refused(path).message


def test_a_table_of_contents_that_claims_millions(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p(r("hello")))
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\5\6")
    struct.pack_into("<HH", data, end + 8, 0xFFFF, 0xFFFF)
    path.write_bytes(data)
    assert "65,535 parts" in refused(path).message


def test_encrypted_parts(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", p(r("hello")))
    data = bytearray(path.read_bytes())
    at = -1
    while (at := data.find(b"PK\1\2", at + 1)) >= 0:
        data[at + 8] |= 1
    path.write_bytes(data)
    assert "document asks for a password" in refused(path).message
    parts = odt_parts("<text:p>hello</text:p>")
    parts["META-INF/manifest.xml"] = (
        "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert "asks for a password" in refused(zipped(tmp_path / "a.odt", parts)).message
    book = epub_parts("<p>hello</p>")
    book["META-INF/encryption.xml"] = "<encryption><CipherReference URI='c0.xhtml'/></encryption>"
    assert "locked" in refused(zipped(tmp_path / "a.epub", book)).message
    book["META-INF/encryption.xml"] = "<encryption><CipherReference URI='fonts/a.otf'/></encryption>"
    assert examine(zipped(tmp_path / "b.epub", book)) == "epub"


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    "declared", [LAUGHS, '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">', "<!DOCTYPE w:document>"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_word(declared: str, encoding: str, tmp_path: Path) -> None:
    parts = word_parts(p(r("&i;" if "ENTITY" in declared else "hello")))
    document = str(parts["word/document.xml"]).replace("<w:document", f"{declared}<w:document", 1)
    parts["word/document.xml"] = document.encode(encoding)
    refusal = read_path(zipped(tmp_path / "a.docx", parts)).refusals[0]
    assert refusal.place == "word/document.xml"
    assert "entities" in refusal.reason


def test_entities_in_other_containers(tmp_path: Path) -> None:
    parts = odt_parts("<text:p>hello</text:p>")
    parts["content.xml"] = str(parts["content.xml"]).replace(
        "<office:document-content", LAUGHS + "<office:document-content", 1
    )
    assert "entities" in read_path(zipped(tmp_path / "a.odt", parts)).refusals[0].reason
    book = epub_parts("<p>hello</p>")
    assert read_path(zipped(tmp_path / "fine.epub", book)).documents[0].text == "hello"
    book["c0.xhtml"] = str(book["c0.xhtml"]).replace("<!DOCTYPE html>", LAUGHS)
    assert "entities" in read_path(zipped(tmp_path / "a.epub", book)).refusals[0].reason


def test_cut_off_containers_and_strange_packing(tmp_path: Path) -> None:
    whole = word(tmp_path / "a.docx", p(r("hello"))).read_bytes()
    for part in (50, len(whole) // 2, len(whole) - 10):
        assert "damaged" in refused(written(tmp_path / "cut.docx", whole[:part])).message
    packed = zipped(tmp_path / "lzma.docx", word_parts(p(r("hello"))), zipfile.ZIP_LZMA)
    assert read_path(packed).documents[0].text == "hello"


def test_one_bad_file_spoils_nothing(tmp_path: Path) -> None:
    word(tmp_path / "bomb.docx", p(r("a" * (package.RATIO_FROM + 1))))
    word(tmp_path / "good.docx", p(r("Anna: hello")))
    written(tmp_path / "old.doc", ole("WordDocument"))
    written(tmp_path / "scan.pdf", pdf_bytes([[]]))
    bundle = read_path(tmp_path)
    assert [document.name for document in bundle.documents] == ["good"]
    assert sorted(refusal.file for refusal in bundle.refusals) == ["bomb.docx", "old.doc", "scan.pdf"]
