"""What was compared, saved as a file: `POST /api/save/xlsx` with what was asked, answered with the file.

The desk counts; the file is written beside it, so that a large workbook keeps nobody waiting. Tables hold no words
of participants but those in labels, and these only as consent allows, so nothing goes on record.
"""

from __future__ import annotations

import asyncio
import mimetypes
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.params import FromPath

from crosscase.errors import BadValueError
from crosscase.server.seats import At, Seat
from crosscase.study import Study

if TYPE_CHECKING:
    from crosscase.server.views.drawing import ToSave

FORMS = ("csv", "tsv", "xlsx", "html")


@post("/save/{form:str}", status_code=200, include_in_schema=False)
async def post_save(request: Request[Any, Any, State], seat: Seat, form: FromPath[str], at: At = "") -> Response[bytes]:
    """The tables of an analysis as a file; asked as `POST /api/ask/table` is."""
    if form not in FORMS:
        raise BadValueError(f"Tables are saved as {', '.join(FORMS)}.")
    held = await seat.look(at, _held, await request.body())
    data = await asyncio.to_thread(_written, held, form)
    kind = mimetypes.guess_type(f"table.{form}")[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="table.{form}"'})


def _held(study: Study, body: bytes) -> ToSave:
    # NumPy and Polars take longer to load than all the rest.
    from crosscase.server.views.drawing import DrawAsked, to_save

    return to_save(study, msgspec.json.decode(body or b"{}", type=DrawAsked))


def _written(held: ToSave, form: str) -> bytes:
    from crosscase.server.views.drawing import written

    return written(held, form)


ROUTES = (post_save,)
