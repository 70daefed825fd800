"""The files of a REFI-QDA project: what lies in the archive, found by the paths that the project names it by.

`Archive.at` goes through a `.qdpx` without unpacking it and refuses what is made to do harm. Media are never read
here; `Archive.open` gives a stream of one file, and nobody has to close the archive. For a bare `.qde` the files are
looked for in the folder `sources` beside it.

What a careful reader would get wrong: paths outside of the archive (`relative://`, `absolute://`, drives, shares) are
never followed unless somebody named a folder for them, and then only the file of that name within that folder.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final
from urllib.parse import unquote

from crosscase.importers.errors import MissingFileError, TooLargeError, UnreadableError
from crosscase.importers.package import (
    BROKEN,
    MIB,
    DamagedError,
    ProtectedError,
    check_ratio,
    opened_zip,
    place_of,
    reading,
)

MOST_ENTRIES: Final = 100_000
"""Files in one archive; a project has one or two for each source."""
MOST_FILE: Final = 64 * 1024 * MIB
"""Bytes of an archive. The standard allows 2 GB for each recording in it."""
_JUNK: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$)")
SCHEME: Final = re.compile(r"(internal|relative|absolute|file):[/\\]*", re.IGNORECASE)
_OUTSIDE: Final = re.compile(r"[/\\~]|[A-Za-z]:[/\\]|[A-Za-z][\w+.-]*://")


class NoProjectError(UnreadableError):
    """A zip file that holds no project."""

    code = "wrong-content"

    def __init__(self) -> None:
        super().__init__(
            "It is a zip file without a REFI-QDA project (.qde) in it. Export the project again as REFI-QDA (.qdpx)."
        )


class LinkInsideError(UnreadableError):
    """A symbolic link in an archive."""

    code = "hostile"

    def __init__(self, place: str) -> None:
        super().__init__("This part is a link to another file, as attacks have them. It was not opened.", place)


class NotFollowedError(UnreadableError):
    """A file outside of the archive, which nobody asked to follow."""

    code = "outside"

    def __init__(self, path: str) -> None:
        super().__init__(f"{path!r} lies outside of the archive. Name the folder where such files are to be found.")


class Archive:
    """Files by the paths that a project names them by.

    Attributes:
        path: the archive or the bare `.qde`.
        project: the name of the project's file in the archive; empty for a bare one.
        others: further `.qde` files, which are not read.
        follow: the folder in which files outside of the archive are looked for.
    """

    def __init__(self, path: Path, entries: dict[str, zipfile.ZipInfo], *, follow: Path | None = None) -> None:
        self.path = path
        self.follow = follow
        self.project = ""
        self.others: tuple[str, ...] = ()
        self._entries = entries
        self._open: zipfile.ZipFile | None = None
        self._beside: dict[str, Path] = {}
        self._whole: dict[str, str] = {}
        self._last: dict[str, str] = {}
        for name in sorted(entries, reverse=True):
            if not _JUNK.search(name):
                self._whole[name.casefold()] = name
                self._last[name.rpartition("/")[2].casefold()] = name

    @classmethod
    def at(cls, path: Path, *, follow: Path | None = None) -> Archive:
        """The archive of a `.qdpx`.

        Raises:
            UnreadableError: damaged, protected, made to do harm, or without a project.
        """
        with opened_zip(path, MOST_ENTRIES) as opened:
            entries = _checked(path, opened.infolist())
        archive = cls(path, entries, follow=follow)
        projects = sorted(
            (name for name in entries if name.lower().endswith(".qde") and not _JUNK.search(name)),
            key=lambda name: (name.count("/"), name.rpartition("/")[2].lower() != "project.qde", name),
        )
        if not projects:
            raise NoProjectError
        archive.project, *others = projects
        archive.others = tuple(others)
        archive._check_packing(archive.project)
        return archive

    @classmethod
    def beside(cls, path: Path, *, follow: Path | None = None) -> Archive:
        """The files that lie in the folder `sources` beside a bare `.qde`."""
        archive = cls(path, {}, follow=follow)
        for folder in sorted(path.parent.iterdir()) if path.parent.is_dir() else ():
            if folder.name.lower() == "sources" and folder.is_dir() and not folder.is_symlink():
                for file in sorted(folder.iterdir())[:MOST_ENTRIES]:
                    if file.is_file() and not file.is_symlink():
                        archive._beside[file.name] = file
                        archive._last.setdefault(file.name.casefold(), file.name)
        return archive

    def names(self) -> tuple[str, ...]:
        """Every file within, by its place there."""
        return tuple(sorted(self._entries or self._beside))

    def find(self, path: str) -> str | None:
        """The place within of the file that a path means; None: there is none."""
        if is_outside(path):
            return None
        wanted = SCHEME.sub("", path, count=1).replace("\\", "/").strip("/")
        if wanted in self._entries:
            return wanted
        for each in dict.fromkeys((wanted, unquote(wanted))):
            folded = each.casefold()
            last = folded.rpartition("/")[2]
            for whole in (folded, f"sources/{folded}", f"sources/{last}"):
                if whole in self._whole:
                    return self._whole[whole]
            if last and last in self._last:
                return self._last[last]
        return None

    def has(self, path: str) -> bool:
        """Whether `open` would give something."""
        return self.find(path) is not None or self._followed(path) is not None

    def size(self, path: str) -> int:
        """Bytes of a file.

        Raises:
            UnreadableError: it is not there.
        """
        name = self.find(path)
        if name is not None and name in self._entries:
            return self._entries[name].file_size
        return self._file(path, name).stat().st_size

    def open(self, path: str) -> IO[bytes]:
        """A stream of one file, to be closed by who asked for it. No more than the file says it has is unpacked.

        Args:
            path: as the project names it (`internal://…`), or a place in the archive.

        Raises:
            UnreadableError: it is not there, damaged, or outside of the archive.
        """
        name = self.find(path)
        if name is None or name not in self._entries:
            return self._file(path, name).open("rb")
        with reading(name, "archive"):
            if self._open is not None:
                return _whole(self._open.open(self._entries[name]), name)
            # The stream keeps the file of the archive open until it is closed itself.
            with zipfile.ZipFile(self.path) as opened:
                return _whole(opened.open(self._entries[name]), name)

    def read(self, path: str, most: int) -> bytes:
        """The bytes of a file that holds words.

        Raises:
            UnreadableError: as for `open`; it is larger than `most`, or packed as no text is.
        """
        if (size := self.size(path)) > most:
            raise TooLargeError(size, most)
        name = self.find(path) or path
        if name in self._entries:
            self._check_packing(name)
        with self.open(path) as stream:
            return stream.read(most)

    @contextmanager
    def held(self) -> Iterator[Archive]:
        """The archive kept open meanwhile, which makes opening many files quicker."""
        if not self._entries or self._open is not None:
            yield self
            return
        with zipfile.ZipFile(self.path) as opened:
            self._open = opened
            try:
                yield self
            finally:
                self._open = None

    def _file(self, path: str, name: str | None) -> Path:
        if name is not None and name in self._beside:
            return self._beside[name]
        found = self._followed(path)
        if found is not None:
            return found
        if is_outside(path):
            raise NotFollowedError(path)
        raise MissingFileError(path)

    def _followed(self, path: str) -> Path | None:
        """The file of that name in the folder that was named for files outside; the longest end of its path counts."""
        if self.follow is None or not is_outside(path):
            return None
        parts = PurePosixPath(SCHEME.sub("", path, count=1).replace("\\", "/")).parts
        folder = self.follow.resolve()
        for start in range(max(0, len(parts) - 8), len(parts)):
            if ".." in parts[start:]:
                continue
            file = folder.joinpath(*(part.strip("/\\") for part in parts[start:])).resolve()
            if file.is_relative_to(folder) and file.is_file():
                return file
        return None

    def _check_packing(self, name: str) -> None:
        info = self._entries[name]
        check_ratio(info.compress_size, info.file_size, name)


class _Part(io.RawIOBase):
    """A file within an archive; where it turns out to be damaged, that is said in our words."""

    def __init__(self, inner: IO[bytes], name: str) -> None:
        self._inner = inner
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            data = self._inner.read(len(buffer))
        except BROKEN as error:
            raise DamagedError(self._name) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def _whole(inner: IO[bytes], name: str) -> IO[bytes]:
    return io.BufferedReader(_Part(inner, name), MIB // 4)


def is_outside(path: str) -> bool:
    """Whether a path leads out of the archive. `internal://` and a name without a beginning stay in it."""
    scheme = SCHEME.match(path)
    if scheme:
        return scheme[1].lower() != "internal"
    return bool(_OUTSIDE.match(path)) or ".." in re.split(r"[/\\]", path)


def _checked(path: Path, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = place_of(info)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise LinkInsideError(name)
        if info.flag_bits & 1:
            raise ProtectedError("archive")
        # A damaged list of entries can have one without any name.
        if info.filename and not info.is_dir() and not name.endswith("/"):
            entries.setdefault(name, info)
    check_ratio(path.stat().st_size, sum(info.file_size for info in entries.values()))
    return entries


def stream_of(archive: Archive) -> IO[bytes]:
    """The project's own file."""
    if archive.project:
        return archive.open(archive.project)
    return io.BufferedReader(archive.path.open("rb", buffering=0))
