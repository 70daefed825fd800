"""A framework as a workbook: out, written in elsewhere, and back, merged by cell.

`GET` writes it as it may leave the study. `POST` is given the file as the body: with `?trial=true` it says what
bringing it back would do; without, the cells that were changed in the file alone are written, as one act.

What a careful reader would get wrong: what was changed on both sides is never written. It comes back in `conflicts`
with both texts, for somebody to settle in the cell.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery

from crosscase.model import Summary
from crosscase.reads.framework_books import BookMerge, CellComing
from crosscase.server.routes.acts import Trial
from crosscase.server.seats import At, Because, Seat
from crosscase.server.uploads import LARGEST
from crosscase.study import Done, Study

if TYPE_CHECKING:
    from crosscase.model.books import FrameworkBook

TAGS = ["frameworks"]
Rows = Literal["participants", "cases", "sets"]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class BookBrought(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook that came back.

    Attributes:
        merge: what bringing it back does.
        label: of the framework that it was written from; same: it is this one.
    """

    merge: BookMerge
    label: str
    same: bool


@get("/frameworks/{framework:str}/workbook", tags=TAGS, media_type=_XLSX)
async def get_workbook(
    seat: Seat, framework: FromPath[str], rows: FromQuery[Rows] = "participants", at: At = ""
) -> Response[bytes]:
    """A framework as a workbook that can be written in, as it may leave the study."""
    data = await seat.look(at, _written, framework, rows)
    return Response(data, media_type=_XLSX, headers={"content-disposition": 'attachment; filename="framework.xlsx"'})


@post("/frameworks/{framework:str}/workbook", tags=TAGS, status_code=200, request_max_body_size=LARGEST + 1)
async def post_workbook(
    request: Request[Any, Any, State],
    seat: Seat,
    framework: FromPath[str],
    because: Because = "",
    trial: Trial = False,  # noqa: FBT002 - Litestar gives it by name
) -> Done[BookBrought]:
    """Bring a workbook back, cell by cell; the file is the body of the request."""
    book = await asyncio.to_thread(_read, await request.body())
    return await seat.change(_brought, framework, book, because, trial=trial)


def _read(data: bytes) -> FrameworkBook:
    from crosscase.importers.framework_book import read_framework_book

    with tempfile.TemporaryDirectory(prefix="crosscase-") as folder:
        path = Path(folder) / "framework.xlsx"
        path.write_bytes(data)
        return read_framework_book(path)


def _written(study: Study, framework: str, rows: Rows) -> bytes:
    # NumPy and Polars take longer to load than all the rest.
    from crosscase.analyses.charting import FrameworkOptions
    from crosscase.analyses.framework import framework as charted
    from crosscase.reads.outgoing import Outgoing
    from crosscase.reports.framework_files import workbook
    from crosscase.server.views.comparing import blind

    options = blind(study, FrameworkOptions(framework=framework, rows=rows))
    return workbook(study, charted(study.snapshot(), options), Outgoing(study.leaving()))


def _brought(study: Study, framework: str, book: FrameworkBook, because: str, *, trial: bool) -> Done[BookBrought]:
    from crosscase.reports.framework_files import coming
    from crosscase.verbs.summaries import CellWords, write_summaries

    merge = coming(study, framework, book)
    told = BookBrought(merge=_seen(study, framework, merge), label=book.label, same=book.framework == framework)
    cells = [CellWords(row=one.row, of=one.of, words=one.there) for one in merge.changes]
    if trial or not cells:
        return Done("", "summary.write_many", {}, told)
    done = (study.because(because) if because else study).do(write_summaries, framework, cells)
    return Done(done.entry, done.verb, done.changed, told)


def _seen(study: Study, framework: str, merge: BookMerge) -> BookMerge:
    """What whoever sits here may see of it: to an independent coder, what others wrote is not shown."""
    from crosscase.server.views.quoting import own_only

    own = own_only(study)
    if not own:
        return merge
    others = {(one.row, one.of) for one in study.rows(Summary, framework=framework) if one.member != own}

    def without(cells: tuple[CellComing, ...]) -> tuple[CellComing, ...]:
        return tuple(
            msgspec.structs.replace(one, was="", here="") if (one.row, one.of) in others else one for one in cells
        )

    return msgspec.structs.replace(merge, changes=without(merge.changes), conflicts=without(merge.conflicts))


ROUTES = (get_workbook, post_workbook)
