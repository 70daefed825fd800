"""What a file really is, settled before anything parses it.

`examine` looks at a path the way a careful clerk looks at a parcel: is it a file at all, does it lie where
the researcher pointed, how heavy is it, and what do its first bytes say it is? It gives back one of the
few `Sort`s that crosscase reads, or raises with one sentence that says what to do instead. The name's
ending is only a hint: an `.rtf` full of HTML is HTML, and a `.doc` is refused for being old Word, not for
its name.

Zip containers (docx, odt, epub, xlsx, ods) are gone through entry by entry, by `package.opened`: bombs,
passwords, climbing names and entity tricks are found there, and nothing is unpacked to find them.

What a careful reader would get wrong: "text" here only means that nothing speaks against text. Which
encoding it is in, and whether it makes sense, is settled later by the text importers.
"""

from __future__ import annotations

import mmap
import os
import re
import stat
from pathlib import Path
from typing import Final, Literal, get_args

from crosscase.importers.errors import EmptyFileError, TooLargeError, UnreadableError, WrongContentError
from crosscase.importers.package import PackageKind, ProtectedError, opened

Sort = Literal["docx", "odt", "epub", "xlsx", "ods", "rtf", "pdf", "html", "xml", "text"]

MIB: Final = 1024 * 1024
MOST_BYTES: Final = 256 * MIB
"""Largest file that is looked into; documents full of photographs stay below it."""
MOST_TEXT_BYTES: Final = 64 * MIB
"""Largest file that is read as text: some ten thousand hours of speech."""
HEAD_BYTES: Final = 8192
"""How much of a file is looked at to tell what it is."""

_PICTURE = "This is a picture ({}), and there are no words in it to read. Import a transcript or a description of it."
_RECORDING = "This is a recording ({}), and there are no words in it to read. Import its transcript."
_ARCHIVE = "This is an archive ({}). Unpack it and import the folder."
_PROGRAM = "This is a program ({}), not a document, and was not opened."
_OLD_WORD = "This is an old Word file (.doc). Save it as .docx and import that."
_DATABASE = (
    "This is a database (SQLite), and no project of QualCoder, Taguette or RQDA. A crosscase study is opened or "
    "merged, not imported."
)
_BINARY = "Its bytes are not text in any known encoding. Save it as .docx or .txt and import that."
_DEAD_LINK = "It is a link that leads nowhere. Copy the file itself here."
_FOLDER = "It is a folder, not a file. Import the files in it."
_DEVICE = "It is a device or a pipe, not a file. Save what it holds as a file."
_OTHER = "This is {}. Save it as .docx or .txt and import that."

# (offset, bytes found there, what to say). The first that fits is taken.
_FOREIGN: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", _PICTURE.format("PNG")),
    (0, b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (0, b"GIF87a", _PICTURE.format("GIF")),
    (0, b"GIF89a", _PICTURE.format("GIF")),
    (0, b"II*\0", _PICTURE.format("TIFF")),
    (0, b"MM\0*", _PICTURE.format("TIFF")),
    (0, b"8BPS", _PICTURE.format("Photoshop")),
    (8, b"WEBP", _PICTURE.format("WebP")),
    (4, b"ftypheic", _PICTURE.format("HEIC")),
    (4, b"ftypavif", _PICTURE.format("AVIF")),
    (4, b"ftyp", _RECORDING.format("MP4 or M4A")),
    (8, b"WAVE", _RECORDING.format("WAV")),
    (8, b"AVI ", _RECORDING.format("AVI")),
    (0, b"ID3", _RECORDING.format("MP3")),
    (0, b"\xff\xfb", _RECORDING.format("MP3")),
    (0, b"\xff\xf3", _RECORDING.format("MP3")),
    (0, b"OggS", _RECORDING.format("Ogg")),
    (0, b"fLaC", _RECORDING.format("FLAC")),
    (0, b"#!AMR", _RECORDING.format("AMR")),
    (0, b"\x1aE\xdf\xa3", _RECORDING.format("WebM or Matroska")),
    (0, b"0&\xb2u\x8ef\xcf\x11", _RECORDING.format("Windows Media")),
    (0, b"\x1f\x8b", _ARCHIVE.format("gzip")),
    (0, b"BZh", _ARCHIVE.format("bzip2")),
    (0, b"\xfd7zXZ\0", _ARCHIVE.format("xz")),
    (0, b"7z\xbc\xaf'\x1c", _ARCHIVE.format("7-Zip")),
    (0, b"Rar!\x1a\x07", _ARCHIVE.format("RAR")),
    (0, b"(\xb5/\xfd", _ARCHIVE.format("zstd")),
    (257, b"ustar", _ARCHIVE.format("tar")),
    (0, b"\x7fELF", _PROGRAM.format("for Linux")),
    (0, b"MZ", _PROGRAM.format("for Windows")),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM.format("for macOS")),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM.format("for macOS or Java")),
    (0, b"SQLite format 3\0", _DATABASE),
    (0, b"\xdb\xa5", _OLD_WORD),
    (0, b"\x31\xbe\0\0", _OTHER.format("a Windows Write file")),
    (0, b"\xffWPC", _OTHER.format("a WordPerfect file")),
    (0, b"[ver]\r\n", _OTHER.format("an Ami Pro file")),
    (0, b"\x00\x05\xe1\x03", _OTHER.format("an IBM DisplayWrite file")),
    (0, b"+\xd2\x04\x85", _OTHER.format("an IBM DisplayWrite file")),
    (0, b"%!PS", "This is a PostScript file. Save it as PDF and import that."),
    (0, b"$FL2", "This is an SPSS data file. Save it as .csv and import that."),
    (0, b"PAR1", "This is a Parquet data file. Save it as .csv and import that."),
)

# Names of streams in an OLE container, in the order of who is meant when several are there:
# an encrypted document holds nothing else, and a Word file may carry workbooks.
_OLE_STREAMS: Final[tuple[tuple[str, str], ...]] = (
    ("EncryptedPackage", ""),
    ("WordDocument", _OLD_WORD),
    ("Workbook", "This is an old Excel workbook (.xls). Save it as .xlsx and import that."),
    ("Book", "This is an old Excel workbook (.xls). Save it as .xlsx and import that."),
    ("PowerPoint Document", _OTHER.format("a PowerPoint file")),
    ("__properties_version1.0", "This is an Outlook message (.msg). Save it as text or HTML and import that."),
)

_XML_ROOTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"wordDocument", "This is a Word XML file. Save it as .docx and import that."),
    (b"package", "This is a Word XML file. Save it as .docx and import that."),
    (b"document", "This is an OpenDocument file in one piece (.fodt). Save it as .odt and import that."),
    (b"svg", _PICTURE.format("SVG")),
)

_PACKAGES: Final[dict[PackageKind, str]] = {
    "pptx": _OTHER.format("a set of slides"),
    "odp": _OTHER.format("a set of slides"),
    "pages": _OTHER.format("a Pages file"),
    "zip": _ARCHIVE.format("zip"),
}


class ForeignFileError(UnreadableError):
    """A file of a kind that crosscase does not read, recognised by its bytes."""

    code = "foreign"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class NotAFileError(UnreadableError):
    """A folder, a device, or a name that leads nowhere."""

    code = "not-a-file"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class NoEntryError(UnreadableError):
    """The system does not let us read it."""

    code = "not-readable"

    def __init__(self, error: BaseException) -> None:
        known = isinstance(error, OSError) and error.errno is not None
        why = os.strerror(error.errno or 0).lower() if known and isinstance(error, OSError) else str(error)
        super().__init__(f"It could not be opened ({why}). Check that it is there and that you may read it.")


class LinkOutsideError(UnreadableError):
    """A symbolic link that leads out of the folder being read."""

    code = "outside"

    def __init__(self) -> None:
        super().__init__("It is a link that leads out of the folder. Copy the file itself into the folder.")


def examine(path: Path, *, within: Path | None = None) -> Sort:
    """Say what the file at `path` is, if it is something crosscase may read.

    Args:
        path: the file.
        within: the folder the researcher gave; a symbolic link may not lead out of it.

    Raises:
        UnreadableError: for anything else, with what it is, what is wrong, and what to do.
    """
    size = weighed(path, within)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise NoEntryError(error) from error
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _package_sort(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _ole_error(path)
    if _looks_like_pdf(path, head):
        return "pdf"
    for offset, mark, reason in _FOREIGN:
        # "MZ" and "ID3" may well be a speaker's label: letters count only in a file with zero bytes.
        if head.startswith(mark, offset) and (b"\0" in head or not mark.strip().isalnum()):
            raise ForeignFileError(reason)
    _check_name(path)
    if head.startswith(b"{\\rt"):
        return "rtf"
    if _is_binary(head):
        raise ForeignFileError(_BINARY)
    if size > MOST_TEXT_BYTES:
        raise TooLargeError(size, MOST_TEXT_BYTES)
    return _text_sort(path, head)


def weighed(path: Path, within: Path | None = None, *, most: int | None = None) -> int:
    """The file's size, after making sure that it is a file, in its place, and neither empty nor huge.

    Raises:
        UnreadableError: it is not.
    """
    try:
        if within is not None and not path.resolve(strict=True).is_relative_to(within.resolve(strict=True)):
            raise LinkOutsideError
        found = path.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        if path.is_symlink():
            raise NotAFileError(_DEAD_LINK) from error
        raise NoEntryError(error) from error
    except ValueError as error:  # a null character in the name
        raise NoEntryError(error) from error
    if stat.S_ISDIR(found.st_mode):
        raise NotAFileError(_FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise NotAFileError(_DEVICE)
    if found.st_size == 0:
        raise EmptyFileError
    most = MOST_BYTES if most is None else most
    if found.st_size > most:
        raise TooLargeError(found.st_size, most)
    return found.st_size


def _looks_like_pdf(path: Path, head: bytes) -> bool:
    # Readers accept a PDF whose mark comes within the first kilobyte; where the mark is missing
    # altogether, a file that is named .pdf and is made of PDF objects is let through to be tried.
    if b"%PDF-" in head[:1024] and not head.startswith(b"{\\rt"):
        return True
    return path.suffix.lower() == ".pdf" and re.search(rb"\d+ \d+ obj\b", head) is not None


def _ole_error(path: Path) -> UnreadableError:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as found:
        for name, reason in _OLE_STREAMS:
            # Names of streams are UTF-16, and an old container does not care about case.
            if re.search(re.escape((name + "\0").encode("utf-16-le")), found, re.IGNORECASE):
                return ForeignFileError(reason) if reason else ProtectedError("document")
    return ForeignFileError(_OTHER.format("an old Microsoft Office file"))


def _package_sort(path: Path) -> Sort:
    with opened(path) as package:
        kind = package.kind
    if kind in _PACKAGES:
        raise ForeignFileError(_PACKAGES[kind])
    sort: Sort
    for sort in get_args(Sort):
        if sort == kind:
            return sort
    raise AssertionError(kind)


def _check_name(path: Path) -> None:
    """Refuse what calls itself a container and is none: its words, if any, are not where they should be."""
    suffix = path.suffix.lower()
    if suffix in {".docx", ".odt", ".epub", ".xlsx", ".ods", ".pdf"}:
        raise WrongContentError(suffix)


def _is_binary(head: bytes) -> bool:
    """Whether the bytes can be no text: too many of them are control codes in every encoding.

    UTF-16 and UTF-32 are full of zero bytes, so zeros alone prove nothing when they keep to
    every second or fourth place. EBCDIC's line ends (0x15, 0x25) count as text.
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")):
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if min(even, odd) < half * 0.05 and max(even, odd) > half * 0.4:
        return False
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\x0b\f\r\x15\x1a\x1b")
    return controls > len(head) * 0.05


def _text_sort(path: Path, head: bytes) -> Sort:
    start = _as_ascii(head).lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if not start.startswith(b"<?xml"):
        return "html" if path.suffix.lower() in {".html", ".htm", ".xhtml"} else "text"
    root = re.search(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)", _as_ascii(head))
    name = root[1] if root else b""
    if name.lower() == b"html":
        return "html"
    for mark, reason in _XML_ROOTS:
        if name == mark:
            raise ForeignFileError(reason)
    return "xml"


def _as_ascii(head: bytes) -> bytes:
    """The bytes without a byte order mark and without the zeros of UTF-16, good enough to compare marks."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
