"""Which files go into the archive, under which names, and where their bytes come from.

The standard wants files within the archive named by a GUID, in one flat folder (sections 8.3 and 8.4). A file that has
such a name keeps it; another gets one that is made from its old name, the same every time.

What a careful reader would get wrong: two texts may name one file. If their words are the same it is written once; if
not, the second is written under a name of its own, because its selections count its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO, Final

from crosscase.errors import CrosscaseError
from crosscase.exporters.refi.left import Left
from crosscase.model.refi_schema import MOST_INSIDE
from crosscase.model.refi_values import GUID, made_guid

Opener = Callable[[str], IO[bytes]]
"""Opens a file by the path that the project names it by; raises an error that says why where it cannot."""
_INTERNAL: Final = "internal://"
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}")


class Files:
    """The files of one archive."""

    def __init__(self, opener: Opener | None, left: Left) -> None:
        self._opener = opener
        self._left = left
        self.texts: dict[str, str] = {}
        self.copies: dict[str, str] = {}

    def text(self, path: str, words: str | None, guid: str, place: str) -> str:
        """The path of a text, whose words go into the archive where there are any."""
        if words is None:
            return self.copied(path, place)
        name = _name_of(path, ".txt") if path.startswith(_INTERNAL) else f"{guid.lower()}.txt"
        if self.texts.get(name, words) != words or name in self.copies:
            name = f"{made_guid('text', guid, name)}.txt"
        self.texts[name] = words
        return _INTERNAL + name

    def copied(self, path: str, place: str) -> str:
        """The path of a file that is copied; one outside of the archive stays there."""
        if not path.startswith(_INTERNAL):
            return path
        name = _name_of(path, "")
        if name in self.texts:
            name = _name_of(f"{_INTERNAL}copy of {path}", "")
        if name not in self.copies:
            if not self._there(path, place):
                return _INTERNAL + name
            self.copies[name] = path
        return _INTERNAL + name

    def open(self, path: str) -> IO[bytes]:
        """The bytes of a file that is copied."""
        if self._opener is None:  # pragma: no cover  `copied` notes nothing without an opener
            raise FileNotFoundError(path)
        return self._opener(path)

    def _there(self, path: str, place: str) -> bool:
        if self._opener is None:
            self._left.out("files that are not there", place, f"{path} is named, and its file is not in the archive.")
            return False
        try:
            self._opener(path).close()
        except (CrosscaseError, OSError) as error:
            reason = error.message if isinstance(error, CrosscaseError) else (error.strerror or "it is not there")
            self._left.out("files that are not there", place, f"{path} is not in the archive: {reason}")
            return False
        return True

    def too_large(self, name: str, size: int) -> None:
        """Note a file that is larger than the standard allows within an archive (section 8.5)."""
        if size > MOST_INSIDE:
            what = f"It has {size:,} bytes; the standard allows {MOST_INSIDE:,} within an archive."
            self._left.changed("files that are too large", name, what)


def _name_of(path: str, suffix: str) -> str:
    """The name of a file in the archive: a GUID and the ending that it had."""
    last = path.removeprefix(_INTERNAL).replace("\\", "/")
    stem, dot, ending = last.rpartition(".") if "." in last else (last, "", "")
    found = _SUFFIX.fullmatch(dot + ending)
    if GUID.fullmatch(stem.lower()) and (found or not dot):
        return last
    return made_guid("file", last) + (found[0].lower() if found else suffix)
