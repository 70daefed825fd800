"""Files that a window brings to be taken in: kept in a folder of the server's own until they are, or until it ends.

Everything about them is bounded: how large one is, how many there are, how much there is in all, how many folders of
them lie here. Their names come from elsewhere and are made harmless before they name a file.

What a careful reader would get wrong: nothing here reads the files. The importers do, behind their own guard; a file is
what it claims to be only after that.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec

from crosscase.errors import BadValueError, NotFoundError, RefusedError

LARGEST = 256 * 1024 * 1024
MOST_BYTES = 2 * 1024 * 1024 * 1024
MOST_FILES = 5_000
MOST_UPLOADS = 8

_UNFIT = re.compile(r"[\x00-\x1f\x7f<>:\"|?*]")


class UploadTooLargeError(RefusedError):
    """A file, or all of them, are larger than what is taken."""

    code = "too-large"

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"{what} is larger than {most // (1024 * 1024):,} MB, which is the most that is taken here.")


class Upload(msgspec.Struct, kw_only=True):
    """Files that were brought together: how many, and how many bytes."""

    id: str
    files: int = 0
    size: int = 0


def only_file(folder: Path, endings: tuple[str, ...]) -> Path | None:
    """The file that was brought; None: there is not one alone, or it does not end so."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in endings else None


class Uploads:
    """All folders of files that were brought and not taken in yet."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._uploads: dict[str, Upload] = {}
        self._changes: dict[str, int] = {}

    def begin(self) -> Upload:
        """Make a folder; the oldest goes where there are too many."""
        for old in list(self._uploads)[: max(0, len(self._uploads) + 1 - MOST_UPLOADS)]:
            self.drop(old)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="crosscase-")
        made = Upload(id=secrets.token_hex(8))
        self._uploads[made.id] = made
        self.folder(made.id).mkdir(mode=0o700)
        return made

    def get(self, name: str) -> Upload:
        """An upload.

        Raises:
            NotFoundError: there is none of that id, or it was dropped.
        """
        if name not in self._uploads:
            raise NotFoundError("upload", name)
        return self._uploads[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all of them."""
        return tuple(self._uploads)

    def changes(self, name: str) -> int:
        """How often a file of it was brought: what was read of its files before another one came is out of date."""
        return self._changes.get(name, 0)

    def folder(self, name: str) -> Path:
        """Where its files lie."""
        self.get(name)
        return Path(self._folder.name if self._folder else "", name)

    async def put(self, name: str, file: str, chunks: AsyncIterator[bytes]) -> Upload:
        """Write a file; whole, or not at all. One of the same name is replaced.

        Raises:
            BadValueError: the name will not do.
            UploadTooLargeError: it is too large, or there are too many.
        """
        upload, path = self.get(name), self._place(name, file)
        if upload.files >= MOST_FILES:
            raise RefusedError(f"More than {MOST_FILES:,} files are not taken in at once. Bring them in parts.")
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
        part = path.with_name(f".{secrets.token_hex(4)}.part")
        size = 0
        try:
            with part.open("wb") as written:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > LARGEST:
                        raise UploadTooLargeError(path.name, LARGEST)
                    if upload.size + size > MOST_BYTES:
                        raise UploadTooLargeError("All of it together", MOST_BYTES)
                    await asyncio.to_thread(written.write, chunk)
            before = path.stat().st_size if path.exists() else None
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        upload.size += size - (before or 0)
        upload.files += before is None
        self._changes[name] = self.changes(name) + 1
        return upload

    def _place(self, name: str, file: str) -> Path:
        parts = [part for part in file.replace("\\", "/").split("/") if part not in {"", "."}]
        fits = (
            parts
            and len(parts) <= 12
            and all(
                part != ".." and len(part.encode()) <= 200 and not _UNFIT.search(part) and not part.startswith(".")
                for part in parts
            )
        )
        if not fits:
            raise BadValueError(f"{file[:80]!r} is no name that a file can have here.")
        return self.folder(name).joinpath(*parts)

    def drop(self, name: str) -> None:
        """Take its files away.

        Raises:
            NotFoundError: there is none of that id.
        """
        shutil.rmtree(self.folder(name), ignore_errors=True)
        del self._uploads[name]
        self._changes.pop(name, None)

    def close(self) -> None:
        """Take everything away."""
        if self._folder is not None:
            self._folder.cleanup()
