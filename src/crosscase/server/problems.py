"""What went wrong, as the client is told: problem details (RFC 9457), always.

`type` is the stable code of the error, a reference within this program; `title` says it in a few words; `detail` is the
message that the command line would print. One table says which code has which HTTP status. Nobody is ever sent a
traceback, or a path: of files only their names are said.
"""

from __future__ import annotations

import errno
import os
import re
import traceback
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from crosscase.errors import CrosscaseError
from crosscase.store.undo import DependsError

MEDIA_TYPE = "application/problem+json"

STATUS: dict[str, int] = {
    "not-found": 404,
    "no-study": 409,
    "no-such-place": 404,
    "cannot-open": 404,
    "no-file": 404,
    "ambiguous": 409,
    "bad-value": 422,
    "bad-query": 422,
    "not-allowed": 403,
    "no-member": 403,
    "for-reading": 403,
    "not-yours": 403,
    "not-your-memo": 403,
    "not-yours-to-settle": 403,
    "wrong-passphrase": 403,
    "encrypted": 403,
    "too-large": 413,
    "hostile": 422,
    "unreadable": 422,
    "unknown-format": 415,
    "busy": 503,
    "refused": 409,
}
"""By code; an error that is not named here has the status of the nearest situation that it is a case of."""

_HERE = {
    "depends": "Later acts build on this one, or would be in the way. Nothing was changed.",
    "no-member": "Who is acting? Choose which member of the study you are.",
    "no-authority": (
        "Say who asked for this and why: an erasure cannot be undone, and the journal keeps on whose authority it was "
        "done."
    ),
}
"""Where a message speaks of the command line's options: what is said in the workbench."""

_DATABASE = {
    "is full": "The disk is full. Nothing of this act was kept; make room and do it again.",
    "readonly": "The study cannot be written: its file or folder is read-only. Nothing was changed.",
    "malformed": "The study file is damaged. Work on a copy of it, and look for a backup.",
    "not a database": "The study file is damaged. Work on a copy of it, and look for a backup.",
}
_PATH = re.compile(r"(?<![\w.:/\\])(?:[A-Za-z]:)?(?:[/\\][^/\\\s:'\"“”]+)+[/\\]([^/\\\s:'\"“”]+)")
_UNEXPECTED = "What was sent is not what is expected here."
_SAID = {404: "There is nothing at this address.", 405: "This address is not asked in this way."}
_KEPT = "The act in progress was not recorded; everything before it is in the study as it was."


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Problem details.

    Attributes:
        type: a short and stable code, to tell situations apart.
        where: which parts of what was sent are meant, each with what is wrong with it.
    """

    type: str
    title: str
    status: int
    detail: str
    where: tuple[str, ...] = ()


def problem_of(error: Exception) -> Problem:
    """What a client is told of an error."""
    if isinstance(error, CrosscaseError):
        return Problem(
            type=error.code, title=title_of(error.code), status=status_of(error),
            detail=_HERE.get(error.code) or plain(error.message), where=_parts(error),
        )  # fmt: skip
    if isinstance(error, HTTPException):
        return _of_framework(error)
    if isinstance(error, msgspec.DecodeError):
        return Problem(type="bad-request", title="Bad Request", status=400, detail=_UNEXPECTED, where=(str(error),))
    if isinstance(error, UnicodeDecodeError):
        return Problem(type="bad-request", title="Bad Request", status=400, detail="What was sent is not UTF-8.")
    said = _from_outside(error)
    if said:
        return Problem(type="machine", title="The machine refused", status=507, detail=said)
    return Problem(
        type="unexpected", title="Something went wrong inside crosscase", status=500,
        detail=f"{type(error).__name__}. {_KEPT} Please report what you did, without participants' words.",
    )  # fmt: skip


def _parts(error: CrosscaseError) -> tuple[str, ...]:
    """Later acts that are in the way of an undo, each as `id sentence`; where a query cannot be read, `character N`."""
    if error.code == "bad-query":
        return (f"character {getattr(error, 'position', 0)}",)
    return tuple(f"{name} {sentence}" for name, sentence in error.told) if isinstance(error, DependsError) else ()


def status_of(error: CrosscaseError) -> int:
    """The HTTP status of a refusal."""
    for kind in type(error).__mro__:
        code = getattr(kind, "code", "")
        if code in STATUS:
            return STATUS[code]
    return 409


def title_of(code: str) -> str:
    """A code as a few words."""
    words = code.replace("-", " ")
    return words[:1].upper() + words[1:]


def plain(message: str) -> str:
    """A message with the names of files in the place of their paths."""
    return _PATH.sub(r"\1", message)


def _of_framework(error: HTTPException) -> Problem:
    where: tuple[str, ...] = ()
    if isinstance(error, ValidationException) and isinstance(error.extra, list):
        where = tuple(_part(part) for part in error.extra)
    code = {
        400: "bad-request", 401: "not-signed-in", 403: "not-allowed", 404: "no-such-address",
        405: "no-such-method", 413: "too-large", 415: "media-type",
    }.get(error.status_code, "http")  # fmt: skip
    title = HTTPStatus(error.status_code).phrase
    detail = error.detail
    if error.status_code == 400:
        detail = _UNEXPECTED
        where = where or (plain(error.detail),)
    elif error.status_code in _SAID and detail == title:
        detail = _SAID[error.status_code]
    elif error.status_code >= 500:
        detail = f"The server could not do this. {_KEPT}"
    return Problem(type=code, title=title, status=error.status_code, detail=plain(detail), where=where)


def _part(part: Any) -> str:
    if isinstance(part, dict):
        return ": ".join(str(part[name]) for name in ("key", "message") if part.get(name))
    return str(part)


def _from_outside(error: Exception) -> str:
    """What the machine or the database reports, in words."""
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return _DATABASE["is full"]
        return f"{plain(str(error.filename or ''))}: {error.strerror or 'it cannot be read or written'}. {_KEPT}"
    if isinstance(error, MemoryError):
        return f"There is not enough memory for this. {_KEPT}"
    if type(error).__module__.split(".")[0] in {"sqlalchemy", "sqlcipher3", "psycopg"}:
        reasons = f"{error} {getattr(error, 'orig', '')}"
        return next((said for words, said in _DATABASE.items() if words in reasons), "")
    return ""


def answer(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The answer to a request that failed."""
    found = problem_of(error)
    if found.type == "unexpected" and os.environ.get("CROSSCASE_DEBUG", "") not in {"", "0"}:
        traceback.print_exception(error)  # on standard error, for whoever started the server so
    return Response(msgspec.json.encode(found), status_code=found.status, media_type=MEDIA_TYPE)
