"""Reports: begun as jobs, looked at while they are made, cancelled, fetched.

The page of a report (html) is shown in a frame of the workbench: that answer alone may be framed by our own page, and
it may run and load nothing.
"""

from __future__ import annotations

import io
import mimetypes
import zipfile
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Response, delete, get, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody, QueryParameter

from crosscase.errors import BadValueError
from crosscase.reports import SUFFIXES
from crosscase.reports.formats import FORMATS, Format, format_for
from crosscase.reports.options import PARTS
from crosscase.server.jobs import Job, Jobs
from crosscase.server.making import Data, ExportAsked, ReportAsked
from crosscase.server.seats import At, Seat
from crosscase.study import Study

TAGS = ["reports"]
_SHOWN = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""Nothing in it runs; our own page may look into it, to keep the place where somebody reads."""


class FormatChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A format that the study goes out in for another program.

    Attributes:
        ending: of the file; a folder comes as zip.
        profiles: programs that it can be written for.
        consented, names: whether it can heed these.
    """

    name: str
    title: str
    ending: str
    profiles: tuple[str, ...]
    consented: bool
    names: bool


class ReportChoices(msgspec.Struct, frozen=True, kw_only=True):
    """What a report can be made of and written as.

    Attributes:
        formats: in which the study goes to other programs.
        version: of the study that a report would be made of now; what was made of another one is not of today.
    """

    parts: tuple[str, ...]
    forms: tuple[str, ...]
    formats: tuple[FormatChoice, ...]
    version: str


@get("/reports", tags=TAGS)
async def get_report_choices(seat: Seat, at: At = "") -> ReportChoices:
    """What a report can be made of."""
    made_of = await seat.look(at, Study.standpoint)
    forms = tuple(suffix.removeprefix(".") for suffix in SUFFIXES)
    formats = tuple(
        FormatChoice(
            name=one.name, title=one.title, ending=_ending(one), profiles=one.profiles,
            consented="consented" in one.heeds, names="names" in one.heeds,
        )
        for one in FORMATS
    )  # fmt: skip
    return ReportChoices(parts=PARTS, forms=forms, formats=formats, version=made_of.version)


def _ending(one: Format) -> str:
    return one.endings[0].removeprefix(".") if one.endings else "zip"


@post("/reports", tags=TAGS, status_code=200)
async def post_report(seat: Seat, request: Request[Any, Any, State], data: JSONBody[ReportAsked], at: At = "") -> Job:
    """Begin to make a report; the job says how it goes."""
    if f".{data.form}" not in SUFFIXES:
        raise BadValueError(f"{data.form!r} is no form of a report. Choose one of: {', '.join(SUFFIXES)}.")
    _check_name("A report", data.name)
    return await (await _jobs(request)).report(data, member=seat.member, at=at)


def _check_name(what: str, name: str) -> None:
    if not name.strip() or name.startswith(".") or len(name) > 120 or set(name) & set('/\\:*?"<>|\x00'):
        raise BadValueError(f"{what} needs a name that a file can have.")


class TableAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of data: codings with their words, the codebook, codes by cases, the frame, participants, cases."""

    what: Data
    form: Literal["csv", "tsv", "xlsx", "html"] = "xlsx"
    record: bool = True


@post("/reports/tables", tags=TAGS, status_code=200)
async def post_table_file(
    seat: Seat, request: Request[Any, Any, State], data: JSONBody[TableAsked], at: At = ""
) -> Job:  # fmt: skip
    """Begin to write a table of data; what consent does not cover is withheld in it."""
    asked = ReportAsked(form=data.form, name=data.what, record=data.record)
    return await (await _jobs(request)).report(asked, member=seat.member, at=at, data=data.what)


@post("/reports/exports", tags=TAGS, status_code=200)
async def post_export(seat: Seat, request: Request[Any, Any, State], data: JSONBody[ExportAsked], at: At = "") -> Job:
    """Begin to write the study for another program; what the format has no place for is listed when it is done."""
    chosen = format_for(Path(data.name), data.format)
    _check_name("The file", data.name)
    return await (await _jobs(request)).export(data, _ending(chosen), member=seat.member, at=at)


@get("/jobs", tags=TAGS)
async def get_jobs(request: Request[Any, Any, State]) -> list[Job]:
    """All jobs of this server, the latest first."""
    return (await _jobs(request)).every()


@get("/jobs/{job:str}", tags=TAGS)
async def get_job(request: Request[Any, Any, State], job: FromPath[str]) -> Job:
    """How a job goes."""
    return (await _jobs(request)).get(job)


@delete("/jobs/{job:str}", tags=TAGS, status_code=200)
async def delete_job(request: Request[Any, Any, State], job: FromPath[str]) -> Job:
    """Stop a job."""
    return await (await _jobs(request)).cancel(job)


@get("/jobs/{job:str}/file", tags=TAGS, include_in_schema=False)
async def get_job_file(
    request: Request[Any, Any, State],
    job: FromPath[str],
    shown: Annotated[Literal["", "yes"], QueryParameter(description="yes: to be shown in a frame.")] = "",
) -> Response[bytes]:
    """What a job made; with pictures beside it, all of it in a zip file."""
    jobs = await _jobs(request)
    found = jobs.get(job)
    path = jobs.path_of(found)
    if shown and path.suffix == ".html":
        headers = {"content-security-policy": _SHOWN, "x-frame-options": "SAMEORIGIN"}
        return Response(path.read_bytes(), media_type="text/html", headers=headers)
    beside = found.made.beside if found.made else ()
    name = path.name
    data = path.read_bytes()
    if beside:
        data, name = _zipped(path, beside), f"{path.stem}.zip"
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"content-disposition": _attachment(name)})


def _zipped(path: Path, beside: tuple[str, ...]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
        for one in beside:
            archive.write(path.parent / one, one)
    return held.getvalue()


def _attachment(name: str) -> str:
    from urllib.parse import quote

    return f"attachment; filename*=UTF-8''{quote(name)}"


async def _jobs(request: Request[Any, Any, State]) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    await jobs.only_of_this_study()
    return jobs


ROUTES = (get_report_choices, post_report, post_table_file, post_export, get_jobs, get_job, delete_job, get_job_file)
