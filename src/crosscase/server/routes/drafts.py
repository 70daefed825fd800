"""A document that a draft was printed to comes back from co-authors: what they changed becomes proposals.

`POST /api/imports` begins, `PUT …/file` brings the document, `POST …/draft` takes its proposals in. The file is taken
away when that is done; the proposals are an act like any other.
"""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from crosscase.model import Id
from crosscase.server.routes.manuscripts import the_file
from crosscase.server.seats import Seat
from crosscase.server.uploads import Uploads
from crosscase.server.views.drafting import returned
from crosscase.verbs.drafts import bring_proposals


class ReturnedAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which draft the document is: the one that it names, where this is left out."""

    draft: Id = ""
    file: str = ""


class BroughtIn(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken in.

    Attributes:
        proposals: those that are new; `again`: how many had been taken in before.
        known: the document says from which state it was printed, and that is known here.
        entry: the act; empty where nothing was new.
    """

    draft: Id
    proposals: tuple[Id, ...]
    again: int
    known: bool
    entry: Id


@post("/imports/{upload:str}/draft", tags=["drafts"], status_code=200)
async def post_returned_draft(
    seat: Seat, request: Request[Any, Any, State], upload: FromPath[str], data: JSONBody[ReturnedAsked]
) -> BroughtIn:
    """Take in what co-authors changed and commented in a Word file that was printed from a draft."""
    uploads: Uploads = request.app.state.uploads
    path = the_file(uploads.folder(upload), data.file)
    found = await seat.ask(returned, path, data.draft)
    done = await seat.act("", bring_proposals, found.draft, found.proposals)
    uploads.drop(upload)
    return BroughtIn(
        draft=found.draft, proposals=tuple(done.value), again=len(found.proposals) - len(done.value), known=found.known,
        entry=done.entry,
    )  # fmt: skip


ROUTES = (post_returned_draft,)
