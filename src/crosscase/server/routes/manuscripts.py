"""A manuscript is brought like files to be taken in, and audited against the study; nothing of it is kept.

`POST /api/imports` begins, `PUT …/file` brings the paper, `POST …/manuscript` gives the audit. The file is taken away
when the answer is given, whether anything was found or not; one that cannot be read stays until it is brought anew.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from litestar import Request, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from crosscase.errors import BadValueError, NotFoundError
from crosscase.model.manuscripts import Manuscript
from crosscase.server.seats import Seat
from crosscase.server.uploads import Uploads
from crosscase.server.views.manuscripts import AuditAsked, AuditShown, audited


@post("/imports/{upload:str}/manuscript", tags=["manuscripts"], status_code=200)
async def post_manuscript(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[AuditAsked]
) -> AuditShown:
    """Audit a manuscript that was brought: quotations, identifiers, voices, who could be recognised, tables."""
    uploads: Uploads = request.app.state.uploads
    path = the_file(uploads.folder(upload), data.file)
    manuscript = await asyncio.to_thread(_read, path)
    found = await seat.ask(audited, manuscript, data)
    uploads.drop(upload)
    return found


def the_file(folder: Path, name: str) -> Path:
    """The file of that name, or the only one.

    Raises:
        NotFoundError: there is none of that name.
        BadValueError: none is named, and there is not one file alone.
    """
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    if name:
        if name not in files:
            what = "file"
            raise NotFoundError(what, name)
        return files[name]
    if len(files) != 1:
        message = f"Bring one manuscript, or say which: there are {len(files)} files here."
        raise BadValueError(message)
    return next(iter(files.values()))


def _read(path: Path) -> Manuscript:
    from crosscase.importers.manuscript import read_manuscript

    return read_manuscript(path)


ROUTES = (post_manuscript,)
