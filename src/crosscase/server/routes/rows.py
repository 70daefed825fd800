"""Things as the model has them: `GET /api/rows/case` and so on, all rows of a kind, by id.

For screens that are tables (cases, participants, attributes, the frame, consents, …) and for whoever needs one thing of
a kind that the live feed named: `?id=` picks some. What is written about them goes through `acts`.

What a careful reader would get wrong: not every kind is here. Codings, marks and turns come with their source, memos,
positions and members through routes that know who may read what.
"""

from __future__ import annotations

from typing import Annotated, Any

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter

from crosscase.model import Id, Kind, Row, kind_named
from crosscase.server.seats import At, Seat
from crosscase.study import Study

SHOWN = (
    "analysis", "attribute", "attribute_value", "case", "role", "participant", "consent", "target", "recruitment",
    "instrument", "topic", "question", "interview", "attendance", "set", "set_member", "code", "theme", "evidence",
    "lineage", "property", "relation", "ground", "sign_off", "wording_change", "discussion",
    "link", "task", "reading", "speaker", "content_note", "query", "framework", "framework_column",
)  # fmt: skip
"""The kinds that are answered whole."""

Ids = Annotated[list[Id] | None, QueryParameter(name="id", description="Only these.")]


def _of(kind: Kind) -> HTTPRouteHandler:
    async def handler(seat: Any, at: Any = "", ids: Any = None) -> Any:
        return await seat.look(at, rows_of, kind.row, ids)

    handler.__name__ = handler.__qualname__ = f"get_{kind.name}_rows"
    handler.__doc__ = (kind.row.__doc__ or "").split("\n\n", 1)[0].replace("\n    ", " ")
    answer: Any = kind.row
    handler.__annotations__ = {"seat": Seat, "at": At, "ids": Ids, "return": list[answer]}
    return get(f"/rows/{kind.name}", tags=["rows"])(handler)


def rows_of(study: Study, row: type[Row], ids: list[Id] | None = None) -> list[Row]:
    """All rows of a kind, or those of these ids."""
    return study.rows(row, id=ids) if ids else study.rows(row)


ROUTES = tuple(_of(kind_named(name)) for name in SHOWN)
