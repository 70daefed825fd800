"""Taking in files: they are brought one by one, looked at with all that was decided about them, corrected, taken in.

`POST /api/imports` begins; `PUT /api/imports/ID/file?name=…` brings each file as the body of a request; `preview` reads
them all and says what would be taken in, and what is refused and why; `take` records it as one act and takes the files
away. A folder is brought with the names of its files as they stand in it (`interviews/STA1SU01.docx`).
"""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from litestar import Request, delete, post, put
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody, QueryParameter

from crosscase.model.bundle import Bundle
from crosscase.server.seats import Because, Seat
from crosscase.server.uploads import LARGEST, Upload, Uploads
from crosscase.server.views.importing import ImportAsked, ImportHere, corrected, options_of, preview, read, take
from crosscase.study import Done

TAGS = ["imports"]


@post("/imports", tags=TAGS, status_code=200)
async def post_upload(request: Request[Any, Any, State]) -> Upload:
    """Begin to bring files."""
    return _uploads(request).begin()


@put("/imports/{upload:str}/file", tags=TAGS, request_max_body_size=LARGEST + 1)
async def put_file(
    request: Request[Any, Any, State],
    upload: FromPath[str],
    name: Annotated[str, QueryParameter(description="As it is called, with the folders it lies in.")],
) -> Upload:
    """Bring a file: its bytes are the body of the request."""
    return await _uploads(request).put(upload, name, request.stream())


@delete("/imports/{upload:str}", tags=TAGS, status_code=200)
async def delete_upload(request: Request[Any, Any, State], upload: FromPath[str]) -> None:
    """Take the files away; nothing of them is kept."""
    _uploads(request).drop(upload)


@post("/imports/{upload:str}/preview", tags=TAGS, status_code=200)
async def post_preview(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[ImportAsked]
) -> ImportHere:
    """Say what the files hold and what taking them in would do; nothing is kept."""
    bundle = await _read(seat, request, upload, data)
    return await seat.change(preview, bundle)


@post("/imports/{upload:str}/take", tags=TAGS, status_code=200)
async def post_take(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[ImportAsked],
    because: Because = "",
) -> Done[ImportHere]:  # fmt: skip
    """Take the files in, as one act."""
    bundle = await _read(seat, request, upload, data)
    done = await seat.change(take, bundle, because)
    _uploads(request).drop(upload)
    return done


async def _read(seat: Seat, request: Request[Any, Any, State], upload: str, asked: ImportAsked) -> Bundle:
    """The bundle, corrected; read in a thread of its own, so that the desk goes on."""
    folder = _uploads(request).folder(upload)
    options = await seat.ask(options_of, asked)
    return corrected(await asyncio.to_thread(read, folder, options), asked.documents)


def _uploads(request: Request[Any, Any, State]) -> Uploads:
    uploads: Uploads = request.app.state.uploads
    return uploads


ROUTES = (post_upload, put_file, delete_upload, post_preview, post_take)
