"""The part that crosscase put into an archive for another crosscase, where it still says what the project says.

What a careful reader would get wrong: a part that does not say what the project says is passed by in silence only here;
whoever reads is told by what is taken in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.importers.errors import UnreadableError
from crosscase.model.refi_part import PLACE, Part, digest_of, read_part

if TYPE_CHECKING:
    from crosscase.importers.refi import Read

MOST = 1 << 30
"""Bytes of the part."""


def own_part(read: Read) -> Part | None:
    """The part; None where there is none that holds."""
    archive = read.archive
    if PLACE not in archive.names():
        return None
    try:
        lines = archive.read(PLACE, MOST).splitlines(keepends=True)
    except UnreadableError:
        return None
    part = read_part(lines)
    return part if part is not None and part.head.said_by == digest_of(read.project) else None
