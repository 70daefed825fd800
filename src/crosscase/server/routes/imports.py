"""Taking in files: they are brought one by one, looked at with all that was decided about them, corrected, taken in.

`POST /api/imports` begins; `PUT /api/imports/ID/file?name=…` brings each file as the body of a request; `preview` reads
them all and says what would be taken in, and what is refused and why; `names` proposes names for replacement; `take`
records it as one act and takes the files away. A folder is brought with the names of its files as they stand in it
(`interviews/STA1SU01.docx`). While files are read, `GET /api/imports/ID` says how far that is; `DELETE` stops it.

What a careful reader would get wrong: names are kept in the register before the files are taken in without them. Where
that is refused, the register is put back.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, Any

import msgspec
from litestar import Request, delete, get, post, put
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody, QueryParameter

from crosscase.model.bundle import Bundle
from crosscase.server import registers
from crosscase.server.readings import Progress, Readings
from crosscase.server.registers import Added, RegisterGiven, RegisterHere
from crosscase.server.routes.start import place_given
from crosscase.server.seats import Because, Seat
from crosscase.server.uploads import LARGEST, Upload, Uploads
from crosscase.server.views.importing import (
    Brought,
    ImportAsked,
    ImportHere,
    options_of,
    preview,
    settled,
    take,
)
from crosscase.server.views.naming import NamesAsked, NamesHere, proposed
from crosscase.study import Done

TAGS = ["imports"]


class ImportState(msgspec.Struct, frozen=True, kw_only=True):
    """Files that were brought, and how far the reading of them is."""

    upload: Upload
    reading: Progress


@post("/imports", tags=TAGS, status_code=200)
async def post_upload(request: Request[Any, Any, State]) -> Upload:
    """Begin to bring files."""
    made = _uploads(request).begin()
    _readings(request).only(_uploads(request).names)
    return made


@get("/imports/{upload:str}", tags=TAGS)
async def get_upload(request: Request[Any, Any, State], upload: FromPath[str]) -> ImportState:
    """How many files were brought, and how far the reading of them is."""
    return ImportState(upload=_uploads(request).get(upload), reading=_readings(request).progress(upload))


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
    """Take the files away and stop reading them; nothing of them is kept."""
    _uploads(request).get(upload)
    _readings(request).forget(upload)
    _uploads(request).drop(upload)


@post("/imports/{upload:str}/preview", tags=TAGS, status_code=200)
async def post_preview(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[ImportAsked]
) -> ImportHere:
    """Say what the files hold and what taking them in would do; nothing is kept."""
    brought = await _settled(seat, request, upload, data)
    return await seat.change(preview, brought)


@post("/imports/{upload:str}/names", tags=TAGS, status_code=200)
async def post_names(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[NamesAsked]
) -> NamesHere:
    """Propose names of people and places in the files for replacement; with the register, also those it knows."""
    asked = msgspec.structs.replace(data.asked, names=())
    brought = await _settled(seat, request, upload, asked)
    place = _register_place(seat, data.register)
    here = RegisterHere(path=str(place or ""), there=place is not None and place.is_file())
    register = None
    if data.register is not None and data.register.passphrase and place is not None and here.there:
        study = await _study_id(seat)
        _, register = await asyncio.to_thread(registers.opened, place, data.register.passphrase, study)
        here = msgspec.structs.replace(here, names=len(register.names))
    return await asyncio.to_thread(proposed, brought.before, register, here)


@post("/imports/{upload:str}/take", tags=TAGS, status_code=200)
async def post_take(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[ImportAsked],
    because: Because = "",
) -> Done[ImportHere]:  # fmt: skip
    """Take the files in, as one act; names that are replaced are kept in the register, where one is given."""
    brought = await _settled(seat, request, upload, data)
    added = await _kept(seat, data)
    try:
        done = await seat.change(take, brought, data.places, because)
    except BaseException:
        if added is not None:
            added.put_back()
        raise
    _readings(request).forget(upload)
    _uploads(request).drop(upload)
    return done


async def _kept(seat: Seat, asked: ImportAsked) -> Added | None:
    """Who is who, in the register; nothing where there is nothing to keep."""
    if asked.register is None or not asked.names:
        return None
    place = _register_place(seat, asked.register)
    if place is None:
        raise registers.NoPlaceError
    study = await _study_id(seat)
    return await asyncio.to_thread(registers.add, place, asked.register.passphrase, study, asked.names)


def _register_place(seat: Seat, given: RegisterGiven | None) -> Path | None:
    return place_given(given.path) if given is not None and given.path else registers.beside(seat.desk.place)


async def _study_id(seat: Seat) -> str:
    return await seat.ask(lambda study: study.settings().id)


async def _settled(seat: Seat, request: Request[Any, Any, State], upload: str, asked: ImportAsked) -> Brought:
    """What is to be taken in; read in a thread of its own, so that the desk goes on."""
    uploads = _uploads(request)
    folder, one = uploads.folder(upload), uploads.get(upload)
    options = await seat.ask(options_of, asked)
    read: Bundle = await _readings(request).bundle(upload, folder, (uploads.changes(upload), one.size), options)
    return await asyncio.to_thread(settled, read, asked, folder, options)


def _uploads(request: Request[Any, Any, State]) -> Uploads:
    uploads: Uploads = request.app.state.uploads
    return uploads


def _readings(request: Request[Any, Any, State]) -> Readings:
    readings: Readings = request.app.state.readings
    return readings


ROUTES = (post_upload, get_upload, put_file, delete_upload, post_preview, post_names, post_take)
