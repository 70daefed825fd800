"""Zip containers (docx, odt, epub, xlsx, ods) opened with suspicion.

`opened` looks through a container's table of contents before a byte of it is unpacked: how many entries,
how large they say they are, whether they ask for a password, whether their names climb out of the
container. Archives that are no documents are opened by the same steps (`opened_zip`, `place_of`,
`check_ratio`, `reading`). What passes is a `Package`, whose parts are read one at a time, never past a limit, and never
with a document type that declares entities of its own. `Package.rebuilt` writes a fresh, plain container
out of parts that passed, so that the program that parses it meets nothing else: pictures, embedded files
and macros keep their names and lose their bytes.

A container in the container (an embedded workbook, say) is never opened, so nesting cannot hurt.

What a careful reader would get wrong: sizes in a zip are claims. Python's zipfile stops at the claimed
size and then compares checksums, so a part that lies is refused as damaged rather than unpacked further.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from crosscase.importers.errors import TooLargeError, UnreadableError

PackageKind = Literal["docx", "odt", "epub", "xlsx", "ods", "pptx", "odp", "pages", "zip"]

MIB: Final = 1024 * 1024
MOST_ENTRIES: Final = 10_000
MOST_UNPACKED: Final = 1024 * MIB
"""What all entries together may claim to unpack to. Pictures are counted and never unpacked."""
MOST_WORDS: Final = 32 * MIB
"""What the parts of a text that hold words may unpack to: more than 20 million letters."""
MOST_RATIO: Final = 250
"""How many times larger than packed a part may be once it is larger than RATIO_FROM; documents stay below 100."""
RATIO_FROM: Final = 8 * MIB
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error)
"""What the standard library raises for damaged archives."""
_TAIL: Final = 66_000  # the end record and the longest comment after it
_CENTRAL: Final = 46  # bytes of the shortest line in the table of contents

_MIMES: Final[dict[bytes, PackageKind]] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/epub+zip": "epub",
}
_MAIN_PARTS: Final[tuple[tuple[str, PackageKind], ...]] = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("meta-inf/container.xml", "epub"),
    ("index/document.iwa", "pages"),
    ("index.xml", "pages"),
)
_HTML = re.compile(r"\.x?html?$", re.IGNORECASE)
_WORDS = re.compile(r"\.(xml|rels|xhtml|html|htm|opf|ncx)$", re.IGNORECASE)
_HOLDS: Final[dict[PackageKind, str]] = {
    "docx": "document",
    "odt": "document",
    "epub": "book",
    "xlsx": "workbook",
    "ods": "workbook",
}


class DamagedError(UnreadableError):
    """The file begins like what it says it is, and does not go on so."""

    code = "damaged"

    def __init__(self, place: str = "") -> None:
        super().__init__("It is damaged or cut off. Look for an undamaged copy, or open it and save it again.", place)


class ProtectedError(UnreadableError):
    """Words are there, but locked."""

    code = "protected"

    def __init__(self, what: str = "file") -> None:
        super().__init__(f"This {what} asks for a password. Save a copy without one.")


class LockedBookError(UnreadableError):
    """A bought book."""

    code = "protected"

    def __init__(self) -> None:
        super().__init__("This book is locked (copy protection). Use a copy without it.")


class BombError(UnreadableError):
    """A small file that unpacks to a huge one."""

    code = "hostile"

    def __init__(self, packed: int, unpacked: int, place: str = "") -> None:
        super().__init__(
            f"It would unpack from {_amount(packed)} to {_amount(unpacked)}, as no document does. It was not opened.",
            place,
        )


class TooManyPartsError(UnreadableError):
    """A container with more parts than any document."""

    code = "hostile"

    def __init__(self, count: int) -> None:
        super().__init__(f"It says it holds {count:,} parts; a document has at most a few hundred. It was not opened.")


class ClimbingError(UnreadableError):
    """A part that wants to be unpacked somewhere else."""

    code = "hostile"

    def __init__(self, place: str) -> None:
        super().__init__("The name of this part leads out of the file, as attacks do. It was not opened.", place)


class EntitiesError(UnreadableError):
    """A part that declares entities, which could grow without end or fetch files."""

    code = "hostile"

    def __init__(self, place: str) -> None:
        super().__init__(
            "It declares XML entities, as attacks do. Open the file, look it over and save it anew.", place
        )


class UncommonPackingError(UnreadableError):
    """Packed with something other than deflate."""

    code = "damaged"

    def __init__(self, place: str) -> None:
        super().__init__("It is packed in a way documents are not. Open the file and save it again.", place)


@dataclass(frozen=True)
class Package:
    """A container whose table of contents has been checked.

    Attributes:
        kind: what it holds, by its own declaration.
        entries: its parts by name, with forward slashes, in their order.
    """

    path: Path
    kind: PackageKind
    entries: dict[str, zipfile.ZipInfo]
    archive: zipfile.ZipFile = field(repr=False)

    def read(self, name: str) -> bytes:
        """One part, unpacked.

        Raises:
            UnreadableError: the part is damaged, or packed in a way that is not used in documents.
        """
        with reading(name, _HOLDS.get(self.kind, "file")), self.archive.open(self.entries[name]) as part:
            return part.read(MOST_WORDS)

    def markup(self, name: str) -> bytes:
        """One part of XML or HTML as UTF-8, without a document type that could declare entities.

        Raises:
            UnreadableError: as for `read`, and for a document type where none belongs.
        """
        found = _as_utf8(self.read(name))
        # XHTML and the old table of contents of EPUB name a document type, which is harmless without a bracket.
        refused = rb"<!DOCTYPE[^>\[]*\[" if self.kind == "epub" else rb"<!DOCTYPE"
        if b"<!ENTITY" in found or re.search(refused, found):
            raise EntitiesError(name)
        return found

    def rebuilt(self, change: Callable[[str], str]) -> bytes:
        """A plain container with the parts that hold words, changed in HTML; all others stand there empty.

        Raises:
            UnreadableError: as for `markup`.
        """
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as fresh:
            for name in self.entries:
                words = self.markup(name) if _WORDS.search(name) else b""
                if _HTML.search(name):
                    words = change(words.decode(errors="replace")).encode()
                fresh.writestr(zipfile.ZipInfo(name), words)
        return held.getvalue()


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The container at `path`, gone through without unpacking it.

    Raises:
        UnreadableError: damaged, protected, or made to do harm; says which, and where.
    """
    with opened_zip(path, MOST_ENTRIES) as archive:
        entries = _checked_entries(path, archive.infolist())
        package = Package(path, _kind(archive, entries), entries, archive)
        _check_protection(package)
        words = sum(info.file_size for name, info in entries.items() if _WORDS.search(name))
        if package.kind in {"docx", "odt", "epub"} and words > MOST_WORDS:
            raise TooLargeError(words, MOST_WORDS)
        yield package


@contextmanager
def opened_zip(path: Path, most: int) -> Iterator[zipfile.ZipFile]:
    """The archive at `path`, its table of contents read and nothing of it judged yet.

    Raises:
        UnreadableError: it is damaged, or has more than `most` entries.
    """
    _check_contents_size(path, most)
    try:
        archive = zipfile.ZipFile(path)
    except (*BROKEN, NotImplementedError, OverflowError) as error:
        raise DamagedError from error
    with archive:
        if len(archive.infolist()) > most:
            raise TooManyPartsError(len(archive.infolist()))
        yield archive


@contextmanager
def reading(name: str, what: str) -> Iterator[None]:
    """Says in our words why a part cannot be read.

    Args:
        name: of the part.
        what: asks for the password, where one is asked for.

    Raises:
        UnreadableError: the part is damaged, protected, or packed in a way that is not used in documents.
    """
    try:
        yield
    except BROKEN as error:
        raise DamagedError(name) from error
    except NotImplementedError as error:
        raise UncommonPackingError(name) from error
    except RuntimeError as error:  # zipfile's way of asking for a password
        raise ProtectedError(what) from error


def place_of(info: zipfile.ZipInfo) -> str:
    """Where in its archive a part lies, with forward slashes.

    Raises:
        UnreadableError: its name leads out of the archive.
    """
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        raise ClimbingError(name)
    return name


def check_ratio(packed: int, unpacked: int, place: str = "") -> None:
    """Refuse what grows when it is unpacked as no text does.

    Raises:
        UnreadableError: it is large, and more than `MOST_RATIO` times as large as packed.
    """
    if unpacked > RATIO_FROM and unpacked > MOST_RATIO * max(1, packed):
        raise BombError(packed, unpacked, place)


def _check_contents_size(path: Path, most: int) -> None:
    """Refuse a table of contents too long to be read into memory, before zipfile does just that."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    end = tail.rfind(b"PK\5\6")
    if end < 0 or end + 22 > len(tail):
        raise DamagedError
    count, length = struct.unpack_from("<HL", tail, end + 10)
    large = tail.rfind(b"PK\6\6", 0, end)
    if large >= 0 and large + 56 <= len(tail):
        count, length = struct.unpack_from("<QQ", tail, large + 32)
    if count > most or length > most * (_CENTRAL + 512):
        raise TooManyPartsError(count)


def _checked_entries(path: Path, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = place_of(info)
        if info.filename and not info.is_dir() and name not in entries:
            entries[name] = info
    _check_sizes(path, entries)
    if any(info.flag_bits & 1 for info in entries.values()):
        kind: PackageKind = next(
            (k for start, k in _MAIN_PARTS if any(name.startswith(start) for name in entries)), "zip"
        )
        raise ProtectedError(_HOLDS.get(kind, "file"))
    return entries


def _check_sizes(path: Path, entries: dict[str, zipfile.ZipInfo]) -> None:
    packed = path.stat().st_size
    unpacked = sum(info.file_size for info in entries.values())
    if unpacked > MOST_UNPACKED:
        raise BombError(packed, unpacked)
    check_ratio(packed, unpacked)
    for name, info in entries.items():
        if _WORDS.search(name):
            check_ratio(info.compress_size, info.file_size, name)


def _amount(size: int) -> str:
    return f"{size / MIB:,.0f} MB" if size >= MIB else f"{size / 1024:,.0f} kB"


def _kind(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> PackageKind:
    declared = entries.get("mimetype")
    if declared is not None and declared.file_size < 200:
        try:
            mime = archive.read(declared).strip()
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            mime = b""
        for start, kind in _MIMES.items():
            if mime.startswith(start):
                return kind
    names = [name.lower() for name in entries]
    for main, kind in _MAIN_PARTS:
        if any(name.startswith(main) for name in names):
            return kind
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return "odt"
    return "zip"


def _check_protection(package: Package) -> None:
    """Refuse OpenDocument files with encrypted parts, and books whose text is locked."""
    manifest, locked = "META-INF/manifest.xml", "META-INF/encryption.xml"
    if package.kind in {"odt", "ods"} and manifest in package.entries and b"encryption-data" in package.read(manifest):
        raise ProtectedError(_HOLDS[package.kind])
    # Fonts are scrambled in many free books; text is only in locked ones.
    texts = re.compile(rb"""URI=["'][^"']+\.x?html?["'#]""")
    if package.kind == "epub" and locked in package.entries and texts.search(package.read(locked)):
        raise LockedBookError


def _as_utf8(found: bytes) -> bytes:
    """XML may be UTF-16; pandoc and our own checks read bytes, so that is undone first."""
    for mark, encoding in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0?\0", "utf-16-le"),
        (b"\0<\0?", "utf-16-be"),
    ):
        if found.startswith(mark):
            text = found.decode(encoding, errors="replace")
            return re.sub(r"""(<\?xml[^>]*encoding=)["'][^"']*["']""", r'\1"UTF-8"', text, count=1).encode()
    return found.removeprefix(b"\xef\xbb\xbf")
