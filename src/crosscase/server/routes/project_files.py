"""Taking in a project of another program: a REFI-QDA file, brought like any file, looked at, taken in.

`POST /api/imports/ID/project?trial=true` says what is in it and what would become of it, what was repaired and where,
and what has no place here; without, it is taken in as one act and the file is taken away.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec
from litestar import Request, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from crosscase.errors import BadValueError
from crosscase.model.bundle import Loss
from crosscase.server.routes.acts import Trial
from crosscase.server.seats import Because, Seat
from crosscase.server.uploads import Uploads, only_file
from crosscase.study import Done, Study
from crosscase.verbs.taken import Count, TakenIn
from crosscase.verbs.taking_refi import RefiTaken

if TYPE_CHECKING:
    from crosscase.importers.refi import Read

TAGS = ["imports"]
ENDINGS = (".qdpx", ".qdc", ".qde")


class ProjectAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a project is to be taken in.

    Attributes:
        cases_are: what its cases are here.
        counting: how its positions count; empty: find out.
        take_again: what was removed here and is in it comes back.
        follow_removals: what is here of the project and not in it any more is removed.
    """

    cases_are: Literal["cases", "participants"] = "cases"
    counting: str = ""
    take_again: bool = False
    follow_removals: bool = False


class ProjectBrought(msgspec.Struct, frozen=True, kw_only=True):
    """What a project would bring, or brought.

    Attributes:
        origin: the program that wrote it.
        inside: how many of each element it has; carried: how many are kept whole until the study goes out again.
        said: what is added and changed, in sentences.
        differs: what was here and says something else; the first of many.
        counted: how positions were counted, in sentences.
        repairs, doubts, losses: each with its place.
        left: what was removed here, is in the file and stays removed.
        gone: what is here and in the file no more.
        changes: whether anything would be, or was, added or changed.
    """

    file: str
    codebook: bool
    origin: str
    inside: dict[str, int]
    carried: dict[str, int]
    counts: dict[str, Count]
    said: tuple[str, ...]
    differs: tuple[str, ...]
    counted: tuple[str, ...]
    repairs: tuple[Loss, ...]
    doubts: tuple[Loss, ...]
    losses: tuple[Loss, ...]
    notes: tuple[str, ...]
    left: tuple[str, ...]
    gone: tuple[str, ...]
    changes: bool


class OneProjectError(BadValueError):
    """Not one project."""

    code = "one-project"

    def __init__(self) -> None:
        super().__init__(f"Bring one project by itself: a file that ends in {', '.join(ENDINGS)}.")


@post("/imports/{upload:str}/project", tags=TAGS, status_code=200)
async def post_project_file(
    request: Request[Any, Any, State],
    seat: Seat,
    upload: FromPath[str],
    data: JSONBody[ProjectAsked],
    *,
    because: Because = "",
    trial: Trial = False,
) -> Done[ProjectBrought]:
    """Take in the project that was brought, all of it or nothing, as one act."""
    uploads = cast("Uploads", request.app.state.uploads)
    path, read = await asyncio.to_thread(_read, uploads.folder(upload))
    done = await seat.change(_brought, path.name, read, data, because=because, trial=trial)
    if not trial:
        uploads.drop(upload)
    return done


def _read(folder: Path) -> tuple[Path, Read]:
    from crosscase.importers.refi import read_project

    path = only_file(folder, ENDINGS)
    if path is None:
        raise OneProjectError
    return path, read_project(path)


def _brought(
    study: Study, file: str, read: Read, asked: ProjectAsked, *, because: str, trial: bool
) -> Done[ProjectBrought]:
    from crosscase.reports.refi_in import take_project
    from crosscase.verbs.taking_refi import RefiOptions

    options = RefiOptions(
        cases_are=asked.cases_are, counting=asked.counting, take_again=asked.take_again,
        follow_removals=asked.follow_removals,
    )  # fmt: skip
    done = take_project(study.because(because) if because else study, read, options, trial=trial)
    return Done(done.entry, done.verb, done.changed, _told(file, read, done.value))


def _told(file: str, read: Read, taken: RefiTaken) -> ProjectBrought:
    shown = {kind: count for kind, count in taken.counts.items() if kind != "carried"}
    ways: dict[tuple[str, bool], int] = {}
    for one in taken.counted:
        ways[one.way, one.sure] = ways.get((one.way, one.sure), 0) + 1
    return ProjectBrought(
        file=file, codebook=read.codebook, origin=read.project.origin,
        inside={name: count for name, count in read.counts.items() if count},
        carried={name: one.carried for name, one in taken.elements.items() if one.carried},
        counts=shown, said=tuple(TakenIn(counts=shown, sources={}).lines()),
        differs=tuple(str(one) for one in taken.changes),
        counted=tuple(f"{way}{'' if sure else ' (not sure)'}: {count:,}" for (way, sure), count in ways.items()),
        repairs=tuple(Loss(place=one.place, what=one.what) for one in read.repairs), doubts=taken.doubts,
        losses=(*read.losses, *taken.losses), notes=(*taken.notes, *taken.removals.said(options=False)),
        left=tuple(map(str, taken.removals.left)), gone=tuple(map(str, taken.removals.vanished)),
        changes=taken.changed,
    )  # fmt: skip


ROUTES = (post_project_file,)
