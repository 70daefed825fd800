"""A study as a REFI-QDA file: a project for another program, or its codes as a codebook.

What of the study's own has no place in the standard lies in a part of its own in the archive, for another crosscase;
others pass it by. It is there where all of the study goes out, for no program in particular.

What a careful reader would get wrong: words that their participants said no to are covered, letter by letter, so that
positions keep; and where there are such words, the files they stand in and the study's own part stay here.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from crosscase import __version__
from crosscase.errors import NotFoundError
from crosscase.exporters.refi import profile_named, write_codebook, write_project
from crosscase.model import Id
from crosscase.model.bundle import Loss
from crosscase.model.collector import uncollected
from crosscase.model.counting import Counting
from crosscase.model.refi import MediaElement, Project, TextElement, TranscriptElement
from crosscase.model.refi_part import PLACE, lines
from crosscase.reads.refi import Out, project_out
from crosscase.reads.refi_going import Scope
from crosscase.reads.refi_part import part_of
from crosscase.reports.formats import Wanted, Written
from crosscase.store.cells import file_pieces

if TYPE_CHECKING:
    from crosscase.reads.outgoing import Outgoing
    from crosscase.study import Study

OURS = Counting(mark=True, line_ends="written", unit="code points")
"""How the positions of a project that comes out of a study count: code points of the text as it stands in it."""
_IN_MEMORY = 32 << 20


@uncollected()
def write_refi(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001 - its own rule
    """The study, or a part of it, as a project."""
    profile = profile_named(wanted.profile or "strict")
    out, scope = _out(study, wanted)
    extra: dict[str, Callable[[], IO[bytes]]] = {}
    whole = not (wanted.cases or wanted.codes or not wanted.names or wanted.profile)
    if whole and scope.leaving is not None and not scope.leaving.holds_back():
        part, more = part_of(study.store, out.project, out.files)
        extra[PLACE] = lambda: io.BytesIO(b"".join(lines(part)))
        extra |= {place: lambda digest=digest: _opened(study, digest) for place, digest in more.items()}  # type: ignore[misc] # each its own
    done = write_project(
        out.project,
        path,
        files=lambda name: _named(study, out, name),
        profile=profile,
        counted=lambda _: OURS,
        extra=extra,
        tops=lambda name: _top(study, out, name),
    )
    return _written(path, out, scope, done.losses, carried=bool(extra))


def write_qdc(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001 - its own rule
    """The codes with their sets, as a codebook.

    Raises:
        NoCodesError: there are none.
    """
    out, scope = _out(study, wanted)
    sets = tuple(msgspec.structs.replace(one, sources=(), notes=()) for one in out.project.sets if one.codes)
    book = Project(origin=out.project.origin, codes=out.project.codes, sets=sets)
    done = write_codebook(book, path, profile=profile_named(wanted.profile or "strict"))
    counts = {"code": _codes(book), "set": len(sets)}
    held = scope.leaving.withheld if scope.leaving is not None else ()
    return Written(path=path, counts=counts, losses=done.losses, notes=_held(len(held)))


def _out(study: Study, wanted: Wanted) -> tuple[Out, Scope]:
    leaving = study.leaving(use="archive", strictly=wanted.consented)
    scope = Scope(cases=wanted.cases, codes=wanted.codes, names=wanted.names, leaving=leaving)
    out = project_out(study.store, scope)
    called = f"crosscase {__version__}" + (f" for {wanted.profile}" if wanted.profile else "")
    project = msgspec.structs.replace(out.project, origin=called)
    return msgspec.structs.replace(out, project=project), scope


def _named(study: Study, out: Out, name: str) -> IO[bytes]:
    """A file by the path that the project names it by.

    Raises:
        NotFoundError: it never came with the project.
    """
    if name not in out.files:
        raise NotFoundError("file", name)
    return _opened(study, out.files[name])


def _top(study: Study, out: Out, name: str) -> int | None:
    """How high the pages of a PDF are."""
    from crosscase.importers.pdf import page_top

    if name not in out.files:
        return None
    with tempfile.TemporaryDirectory() as folder, _opened(study, out.files[name]) as held:
        file = Path(folder, "pages.pdf")
        with file.open("wb") as copy:
            shutil.copyfileobj(held, copy)
        return page_top(file)


def _opened(study: Study, digest: str) -> IO[bytes]:
    """A file out of the vault; a large one lies in a file of its own meanwhile."""
    held = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - whoever asked closes it
    with study.store.reading() as connection:
        for piece in file_pieces(connection, digest):
            held.write(piece)
    held.seek(0)
    return held


def _written(path: Path, out: Out, scope: Scope, losses: tuple[Loss, ...], *, carried: bool) -> Written:
    project = out.project
    selections = [
        selection
        for source in project.sources
        for text in (source, *(source.transcripts if isinstance(source, MediaElement) else ()), _inner(source))
        if text is not None
        for selection in text.selections
    ]
    counts = {
        "user": len(project.users), "code": _codes(project), "variable": len(project.variables),
        "case": len(project.cases), "source": len(project.sources), "selection": len(selections),
        "coding": sum(len(one.codings) for one in selections), "note": len(project.notes), "link": len(project.links),
        "set": len(project.sets), "graph": len(project.graphs), "file": len(out.files),
    }  # fmt: skip
    participants: tuple[Id, ...] = scope.leaving.printed if scope.leaving is not None else ()
    held = _held(len(scope.leaving.withheld)) if scope.leaving is not None else ()
    own = ("Another crosscase reads all of it again from this file, except the journal of who did what when.",)
    return Written(
        path=path, counts=counts, losses=(*out.losses, *losses), participants=participants,
        notes=(*held, *(own if carried else ())),
    )  # fmt: skip


def _inner(source: TextElement | MediaElement) -> TextElement | TranscriptElement | None:
    return source.text if isinstance(source, MediaElement) else None


def _held(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    passages = "1 passage was" if count == 1 else f"{count:,} passages were"
    return (f"{passages} covered: consent does not cover archiving and showing outside the team.",)


def _codes(project: Project) -> int:
    waiting, count = list(project.codes), 0
    while waiting:
        code = waiting.pop()
        count += 1
        waiting += code.codes
    return count
