"""Reading the files that were brought, off the desk: once for each way of reading them, with progress, to be stopped.

What was read is kept while its files lie here unchanged, so that correcting a label of ninety-one transcripts does not
read them all again. Reading happens in a thread of its own; it looks before each file whether it is still wanted.

What a careful reader would get wrong: a file that is being read when somebody stops is read to its end first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path

import msgspec

from crosscase.errors import RefusedError
from crosscase.importers import read_path
from crosscase.importers.options import Options
from crosscase.model.bundle import Bundle


class StoppedError(RefusedError):
    """Somebody stopped the reading of files."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__("It was stopped. Nothing was taken in.")


class Progress(msgspec.Struct, frozen=True):
    """How far the reading is: files done, files in all, and the file that is being read."""

    done: int = 0
    total: int = 0
    file: str = ""


class _Read(msgspec.Struct):
    """What is known of one upload."""

    lock: asyncio.Lock
    progress: Progress = Progress()
    stopped: bool = False
    given: tuple[int, int] = (0, 0)
    options: Options | None = None
    bundle: Bundle | None = None


class Readings:
    """The reading of every upload, by its id."""

    def __init__(self) -> None:
        self._read: dict[str, _Read] = {}

    def progress(self, upload: str) -> Progress:
        """How far it is."""
        found = self._read.get(upload)
        return found.progress if found else Progress()

    async def bundle(self, upload: str, folder: Path, given: tuple[int, int], options: Options) -> Bundle:
        """Everything that the files of an upload hold.

        Args:
            given: how many changes there were of its files, and their bytes: others, and they are read anew.

        Raises:
            StoppedError: somebody let go of the upload meanwhile.
        """
        one = self._read.setdefault(upload, _Read(asyncio.Lock()))
        async with one.lock:
            if one.bundle is None or one.given != given or one.options != options:
                one.bundle = None
                read = await asyncio.to_thread(_read, one, folder, options)
                if one.stopped:  # after its last file was begun
                    raise StoppedError
                one.bundle = read
                one.given, one.options, one.progress = given, options, Progress()
            return one.bundle

    def only(self, uploads: Collection[str]) -> None:
        """Forget those whose files are gone."""
        for upload in set(self._read) - set(uploads):
            self.forget(upload)

    def forget(self, upload: str) -> None:
        """Stop reading it, and keep nothing of what was read."""
        one = self._read.pop(upload, None)
        if one is not None:
            one.stopped = True


def _read(one: _Read, folder: Path, options: Options) -> Bundle:
    def step(done: int, total: int, file: Path) -> None:
        if one.stopped:
            raise StoppedError
        one.progress = Progress(done, total, file.name)

    return read_path(folder, options=options, progress=step)
