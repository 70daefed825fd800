"""Areas of PDF pages that were counted from the top, counted from the bottom as the standard does (section 10.3).

How high the pages are is in the PDF alone. Where it is not at hand, or its pages differ, numbers stay as they came and
it is said.

What a careful reader would get wrong: only the second number of a corner changes, and the first corner stays the first.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import msgspec

from crosscase.importers.errors import UnreadableError
from crosscase.importers.refi.archive import Archive
from crosscase.importers.refi.told import Told
from crosscase.model.counting import areas_from_top
from crosscase.model.refi import MediaElement, Project
from crosscase.model.refi_here import turned_over


def from_bottom(project: Project, archive: Archive, told: Told) -> Project:
    """The project with areas of pages counted from the bottom, whoever wrote it."""
    if not areas_from_top(project.origin):
        return project
    sources = tuple(_source(one, archive, told) if isinstance(one, MediaElement) else one for one in project.sources)
    return msgspec.structs.replace(project, sources=sources)


def _source(source: MediaElement, archive: Archive, told: Told) -> MediaElement:
    count = sum(one.kind == "pdf" for one in source.selections)
    if not count:
        return source
    place = f"source “{source.name or source.guid}”"
    top = _top(source.path or source.current_path, archive)
    if top is None:
        what = f"Areas: {count:,}, from the top of pages whose height is not known; they may lie too low or high."
        told.repaired("areas that may lie elsewhere", place, what)
        return source
    told.repaired("areas counted from the top", place, f"Areas: {count:,}, from the top; read as from the bottom.")
    return turned_over(source, top)


def _top(path: str, archive: Archive) -> int | None:
    from crosscase.importers.pdf import page_top

    try:
        with archive.open(path) as opened, tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "pages.pdf")
            with file.open("wb") as copy:
                shutil.copyfileobj(opened, copy)
            return page_top(file)
    except (UnreadableError, OSError):
        return None
