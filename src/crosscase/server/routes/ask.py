"""Questions to the study: `POST /api/ask/matrix` and so on, each with its options as a JSON object.

They read and change nothing; they are posted because what is asked is long. With `?at=` the study is asked as it was.

The questions stand in `QUESTIONS` by the names of functions in `views`, whose annotations say what they take and give.
They are imported when the first is asked, because NumPy and Polars take longer to load than all the rest.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, cast, get_type_hints

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody

from crosscase.server.seats import At, Seat
from crosscase.study import Study


class Question(NamedTuple):
    """A question: its name in the address, and the function that answers it, `module:function` under `views`."""

    name: str
    place: str


QUESTIONS = (
    Question("find", "finding:find"),
    Question("retrieve", "finding:retrieve_codings"),
    Question("kwic", "finding:kwic"),
    Question("codings", "quoting:codings"),
    Question("quotations", "quoting:kept_quotations"),
    Question("printed_words", "quoting:printed_words"),
    Question("passage", "passages:passage"),
    Question("scope", "passages:scope"),
    Question("matrix", "comparing:matrix"),
    Question("cell", "comparing:cell"),
    Question("overlap", "comparing:overlap"),
    Question("pair", "comparing:pair"),
    Question("compare", "comparing:compare"),
    Question("contrasts", "contrasting:contrasts"),
    Question("contrast_side", "contrasting:contrast_side"),
    Question("meta", "displays:meta"),
    Question("meta_cell", "displays:meta_cell"),
    Question("similarity", "displays:similarity"),
    Question("negatives", "doubting:negatives"),
    Question("exposure", "comparing:exposure"),
    Question("exposed", "comparing:exposed"),
    Question("words", "comparing:words"),
    Question("frame", "comparing:frame"),
    Question("figure", "drawing:figure"),
    Question("table", "drawing:table"),
    Question("claims", "claiming:claims"),
    Question("claim", "claiming:claim"),
    Question("claim_tried", "claiming:claim_tried"),
    Question("drafts", "drafting:drafts"),
    Question("draft", "drafting:draft"),
    Question("draft_read", "drafting:draft_read"),
    Question("guidelines", "claiming:guidelines"),
    Question("claims_since", "claiming:claims_since"),
    Question("case_pairs", "standing_against:pairs"),
    Question("pair_sheet", "standing_against:pair_sheet"),
    Question("standing", "standing_against:standing"),
    Question("framework", "charting:framework"),
    Question("charting", "charting:charting"),
    Question("configurations", "configuring:configurations"),
    Question("qca", "configuring:qca"),
    Question("qca_row", "configuring:qca_row"),
    Question("saturation", "saturating:saturation"),
    Question("saturation_interview", "saturating:saturation_interview"),
    Question("lineage", "developing:lineage"),
    Question("flow", "bench:flow"),
    Question("pairs", "bench:pairs"),
    Question("compared", "bench:compared"),
    Question("comparisons", "bench:comparisons"),
    Question("sides", "bench:sides"),
    Question("category", "bench:category"),
    Question("discussions", "agreeing:discussions"),
    Question("signed", "agreeing:signed"),
    Question("analyses", "agreeing:analyses"),
    Question("agreement", "coinciding:agreement"),
    Question("differences", "coinciding:differences"),
    Question("difference", "coinciding:difference"),
    Question("gamma", "coinciding:gamma"),
    Question("adjudications", "coinciding:adjudications"),
    Question("answers", "answering:answers"),
    Question("answer_sheet", "answering:answer_sheet"),
    Question("joint", "answering:joint"),
    Question("emerged", "answering:emerged"),
    Question("asked", "answering:asked"),
    Question("guides", "asking:guides"),
    Question("turns", "asking:turns"),
    Question("sheet", "people:sheet"),
    Question("fits", "people:fits"),
    Question("person", "people:person"),
    Question("sample", "people:sample"),
    Question("voices", "people:voices"),
    Question("reach", "people:reach"),
)

_PLACES = {question.name: question.place for question in QUESTIONS}


@post("/ask/{question:str}", status_code=200, include_in_schema=False)
async def post_question(
    request: Request[Any, Any, State], seat: Seat, question: FromPath[str], at: At = ""
) -> Response[bytes]:
    """Answer a question."""
    if question not in _PLACES:
        raise NotFoundException("There is no question of this name.")
    body = await request.body()
    return Response(await seat.look(at, _answered, question, body), media_type="application/json")


def _answered(study: Study, question: str, body: bytes) -> bytes:
    function = answering(question)
    asked = msgspec.json.decode(body or b"{}", type=options_of(question))
    return msgspec.json.encode(function(study, asked))


@cache
def answering(question: str) -> Callable[[Study, Any], Any]:
    """The function that answers a question, imported now."""
    module, _, name = _PLACES[question].partition(":")
    function: Callable[[Study, Any], Any] = getattr(import_module(f"crosscase.server.views.{module}"), name)
    return function


@cache
def options_of(question: str) -> Any:
    """What a question is asked with."""
    return get_type_hints(answering(question))["asked"]


def described() -> list[HTTPRouteHandler]:
    """A route for every question, as the OpenAPI document tells of them."""
    return [_described(question.name) for question in QUESTIONS]


def _described(question: str) -> HTTPRouteHandler:
    async def handler(data: Any, at: Any = "") -> Any:
        return data, at

    function = answering(question)
    handler.__name__ = handler.__qualname__ = f"post_{question}"
    handler.__doc__ = inspect.getdoc(function)
    handler.__annotations__ = {
        "data": cast("Any", JSONBody)[options_of(question)], "at": At, "return": get_type_hints(function)["return"],
    }  # fmt: skip
    return post(f"/ask/{question}", status_code=200, tags=["ask"])(handler)


ROUTES = (post_question,)
