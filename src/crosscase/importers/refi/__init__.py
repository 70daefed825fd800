"""REFI-QDA projects (.qdpx, .qde) and codebooks (.qdc) → `model.refi.Project`. No study is touched.

Read tolerantly: what is not as the standard says is put right where there is one sensible way to, and each repair is
told with its place; what cannot be taken is told as a loss. Refused is only what is no project, what is damaged beyond
repair, and what is made to do harm.

What a careful reader would get wrong: positions are as the producer counted them (`model.counting` settles what they
count), texts are as they came, and media are never read here: `Read.archive` opens them when they are wanted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.errors import UnreadableError, WrongContentError
from crosscase.importers.guard import weighed
from crosscase.importers.package import opened_zip
from crosscase.importers.refi.archive import MOST_ENTRIES, MOST_FILE, Archive, NotFollowedError
from crosscase.importers.refi.building import UNKNOWN
from crosscase.importers.refi.told import Repair
from crosscase.model.bundle import Loss
from crosscase.model.collector import uncollected
from crosscase.model.refi import Project

__all__ = ["SUFFIXES", "UNKNOWN", "Archive", "NotFollowedError", "Read", "Repair", "identify", "read_project"]

SUFFIXES: Final[tuple[str, ...]] = (".qdpx", ".qdc", ".qde")


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A project that was read.

    Attributes:
        repairs: what was put right, each with its place.
        losses: what could not be taken, likewise.
        archive: opens the files that the project names.
        counts: how many of each element were met, by its name in the standard.
        codebook: it is a codebook, not a project.
    """

    project: Project
    repairs: tuple[Repair, ...]
    losses: tuple[Loss, ...]
    archive: Archive
    counts: dict[str, int]
    codebook: bool = False


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a project or codebook: by its ending, by how it begins, or by the `.qde` in a zip file."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return True
    if head.startswith(b"PK\3\4") and suffix in (".zip", ""):
        try:
            with opened_zip(path, MOST_ENTRIES) as archive:
                return any(name.lower().endswith(".qde") for name in archive.namelist())
        except (UnreadableError, OSError):
            return False
    return b"urn:QDA-XML:" in head


def read_project(path: Path, *, follow: Path | None = None) -> Read:
    """Read a project or codebook.

    Args:
        follow: the folder in which files outside of the archive are looked for; None: they are not.

    Raises:
        UnreadableError: it is refused; the one sentence says why.
    """
    from crosscase.importers.refi.areas import from_bottom
    from crosscase.importers.refi.reading import read_xml

    weighed(path, most=MOST_FILE)
    with path.open("rb") as opened:
        head = opened.read(4096)
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        archive = Archive.at(path, follow=follow)
    elif b"<" in head:
        archive = Archive.beside(path, follow=follow)
    else:
        raise WrongContentError(path.suffix)
    with archive.held(), uncollected():
        found = read_xml(archive)
        project = from_bottom(found.project, archive, found.told)
    told = found.told
    for name in archive.others:
        told.lost("further projects", name, "There is another project in the archive, which was not read.")
    return Read(
        project=project,
        repairs=told.repairs(),
        losses=told.losses(),
        archive=archive,
        counts=found.counts,
        codebook=found.codebook,
    )
