"""`model.refi.Project` → REFI-QDA project (.qdpx) or codebook (.qdc). No study is touched.

Written strictly: valid by the schema whatever the project holds, the same bytes for the same project, streamed, and
whole or not at all. Media go from where `Opener` opens them into the archive without being held in memory.

What a careful reader would get wrong: without `counted`, texts and numbers are written as they are, whatever the
profile, because nobody said what the numbers count. A study says it, and they are written as the program has them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.exporters.refi.files import Files, Opener
from crosscase.exporters.refi.left import Left
from crosscase.exporters.refi.markup import XML, Markup
from crosscase.exporters.refi.profiles import (
    PROFILES,
    Counted,
    Profile,
    Tops,
    UnknownProfileError,
    adapted,
    profile_named,
)
from crosscase.model.bundle import Loss
from crosscase.model.refi import Project
from crosscase.model.refi_schema import CODEBOOK_SPACE

__all__ = [
    "PROFILES",
    "Counted",
    "NoCodesError",
    "Opener",
    "Profile",
    "Tops",
    "UnknownProfileError",
    "Written",
    "profile_named",
    "write_codebook",
    "write_project",
]

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold; a real one would make other bytes each time."""
_PACKED: Final = frozenset(
    (
        ".7z", ".aac", ".avi", ".docx", ".flac", ".gif", ".gz", ".heic", ".jpeg", ".jpg", ".m4a", ".m4v",
        ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".odt", ".ogg", ".opus", ".pdf", ".png", ".webm",
        ".webp", ".wma", ".wmv", ".xlsx", ".zip",
    )
)  # fmt: skip
"""Files that are packed already."""
_LEVEL: Final = 2
_PIECE: Final = 1 << 20


class NoCodesError(CrosscaseError):
    """A codebook without codes."""

    code = "no-codes"

    def __init__(self) -> None:
        super().__init__("There are no codes, and a REFI-QDA codebook must have one. Add a code first.")


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        losses: what could not be written as it is, each with its place.
        files: how many files lie in the archive beside the project's own.
    """

    losses: tuple[Loss, ...] = ()
    files: int = 0


def write_project(
    project: Project,
    path: Path,
    *,
    files: Opener | None = None,
    profile: Profile = PROFILES["strict"],
    counted: Counted | None = None,
    extra: Mapping[str, Callable[[], IO[bytes]]] | None = None,
    tops: Tops | None = None,
) -> Written:
    """Write a project as an archive.

    Args:
        files: opens a file by the path that the project names it by (`internal://…`).
        counted: what the numbers of each text count; None: texts and numbers stay as they are.
        extra: further parts by their place in the archive, which other programs ignore.
        tops: how high the pages of a PDF are, for programs that count areas from the top; None: they stay as they are.
    """
    left = Left()
    project = adapted(project, profile, counted, left, tops)
    noted = Files(files, left)
    markup = Markup(noted, left, upper=profile.upper)
    with _beside(path) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        with archive.open(_entry("project.qde"), "w") as out:
            _drain(markup.project(project), out)
        for name in sorted(noted.texts.keys() | noted.copies.keys()):
            entry = _entry(f"{profile.folder}/{name}")
            if name in noted.texts:
                archive.writestr(entry, noted.texts[name].encode("utf-8", "replace"))
            else:
                _copy(archive, entry, noted, name)
        for name, opened in sorted((extra or {}).items()):
            with opened() as stream, archive.open(_entry(name), "w", force_zip64=True) as out:
                shutil.copyfileobj(stream, out, _PIECE)
    return Written(losses=left.losses(), files=len(noted.texts) + len(noted.copies))


def write_codebook(project: Project, path: Path, *, profile: Profile = PROFILES["strict"]) -> Written:
    """Write codes and their sets as a codebook; the rest of a project has no place there.

    Raises:
        NoCodesError: there are none.
    """
    if not project.codes:
        raise NoCodesError
    left = Left()
    project = adapted(project, profile, None, left)
    markup = Markup(Files(None, left), left, upper=profile.upper)
    with _beside(path) as out:
        _drain(_codebook(project, markup, left), out)
    return Written(losses=left.losses())


def _codebook(project: Project, markup: Markup, left: Left) -> Iterator[str]:
    origin = markup.attribute("origin", project.origin or None)
    yield f'{XML}<CodeBook xmlns="{CODEBOOK_SPACE}"{origin}>\n<Codes>\n'
    for code in project.codes:
        yield markup.code(code, book=True)
    yield "</Codes>\n"
    sets = [one for one in project.sets if one.codes or not (one.sources or one.notes)]
    for one in project.sets:
        if one.sources or one.notes:
            what = "Members that are no codes have no place in a codebook."
            left.out("members of sets in a codebook", f"set “{one.name}”", what)
    if sets:
        yield "<Sets>\n" + "".join(markup.set(one, book=True) for one in sets) + "</Sets>\n"
    yield "</CodeBook>\n"


def _drain(pieces: Iterator[str], out: IO[bytes]) -> None:
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _PIECE:
            out.write("".join(held).encode())
            held.clear()
            size = 0
    out.write("".join(held).encode())


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, files: Files, name: str) -> None:
    size = 0
    if Path(name).suffix.lower() in _PACKED:
        entry.compress_type = zipfile.ZIP_STORED
    with files.open(files.copies[name]) as stream, archive.open(entry, "w", force_zip64=True) as out:
        while piece := stream.read(_PIECE):
            size += len(piece)
            out.write(piece)
    files.too_large(name, size)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001  an entry that is opened for writing takes no other word for it
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


@contextmanager
def _beside(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `path` once it is whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        name = Path(beside.name)
        try:
            yield beside
            beside.close()
            mask = os.umask(0)
            os.umask(mask)
            name.chmod(0o666 & ~mask)
            name.replace(path)
        except BaseException:
            name.unlink(missing_ok=True)
            raise
