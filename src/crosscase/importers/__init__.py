"""From files to a `Bundle`: which importers there are, and the one function that uses them.

Each importer is a module with `SUFFIXES`, `identify` (do the name and the first bytes fit?) and `read` (a file →
`Bundle`, or an `UnreadableError` that says why not). To add one, write the module and add its line below.
The study is never touched here: the import command shows what the bundle holds and then records it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from crosscase.importers import akoma, captions, text
from crosscase.importers.options import Options
from crosscase.model.bundle import Bundle


class Importer(Protocol):
    """What each module in `IMPORTERS` has."""

    SUFFIXES: tuple[str, ...]

    def identify(self, path: Path, head: bytes) -> bool:
        """Whether the file's name and first bytes are of this format."""

    def read(self, path: Path, options: Options) -> Bundle:
        """What the file holds; raises an `UnreadableError` for the file as a whole."""


IMPORTERS: tuple[Importer, ...] = (
    text,
    captions,
    akoma,
)  # fmt: skip
