"""Every act, as one route for each verb: `POST /api/acts/code.rename` with the verb's arguments as a JSON object.

The routes are made from `VERBS`, so that what can be done over HTTP is what can be done, and the reference of verbs is
the reference of these routes. An argument that is not given stays as the verb has it; `span` is `{"start", "end"}` in
code points. With `?trial=true` the verb is tried: the answer says what it would give back, nothing is kept, and `entry`
is empty.

What is left out, and why, stands in `ELSEWHERE`. Arguments that name files of this machine are never taken.

One handler answers for all of them, because making 140 takes half a second of every start; `described` makes them for
the OpenAPI document. What a careful reader would get wrong: permissions are not checked here. `Study.do` checks them
for every verb.
"""

from __future__ import annotations

import inspect
from functools import cache
from pathlib import Path
from typing import Annotated, Any, cast, get_args, get_type_hints

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody, QueryParameter

from crosscase.server.seats import Because, Seat
from crosscase.study import Done, Study
from crosscase.verbs import VERBS
from crosscase.verbs.registry import Verb

ELSEWHERE = {
    "study.new": "a study is begun where it is made: /api/start/new",
    "import.bundle": "files are taken in by /api/imports",
    "import.refi": "projects of other programs are taken in by /api/imports",
    "import.part": "projects of other programs are taken in by /api/imports",
    "target.set": "its cells are pairs, which JSON has no keys for: /api/frame/targets",
    "study.pseudonyms": "it works on a copy that is to leave the study: `crosscase pseudonyms`",
}
"""Verbs that have no route here, each with the reason."""

ACTS = {verb.name: verb for verb in VERBS if verb.name not in ELSEWHERE}

Trial = Annotated[bool, QueryParameter(description="Say what it would give back; keep nothing.")]


@post("/acts/{verb:str}", status_code=200, include_in_schema=False)
async def post_act(
    request: Request[Any, Any, State],
    seat: Seat,
    verb: FromPath[str],
    because: Because = "",
    trial: Trial = False,  # noqa: FBT002 - Litestar gives it by name
) -> Response[bytes]:
    """Run a verb."""
    if verb not in ACTS:
        raise NotFoundException("There is no act of this name.")
    act, body = ACTS[verb], arguments_of(ACTS[verb])
    data = msgspec.json.decode(await request.body() or b"{}", type=body)
    given = {name: getattr(data, name) for name in body.__struct_fields__}
    done = await (seat.change(_tried, act, given) if trial else seat.act(because, act.function, **given))
    return Response(msgspec.json.encode(done), media_type="application/json")


def described() -> list[HTTPRouteHandler]:
    """A route for every verb, as the OpenAPI document tells of them."""
    return [_described(verb) for verb in ACTS.values()]


def _described(verb: Verb) -> HTTPRouteHandler:
    async def handler(data: Any, because: Any = "", trial: Any = False) -> Any:  # noqa: FBT002 - as `post_act`
        return data, because, trial

    handler.__name__ = handler.__qualname__ = f"post_{verb.name.replace('.', '_')}"
    handler.__doc__ = _first_paragraph(verb)
    arguments: Any = arguments_of(verb)
    answer: Any = answer_of(verb)
    handler.__annotations__ = {
        "data": cast("Any", JSONBody)[arguments], "because": Because, "trial": Trial, "return": Done[answer],
    }  # fmt: skip
    return post(f"/acts/{verb.name}", status_code=200, tags=["acts"])(handler)


@cache
def arguments_of(verb: Verb) -> type[msgspec.Struct]:
    """The arguments of a verb as what is sent: the act, which the study gives, and files apart."""
    hints = get_type_hints(verb.function, include_extras=True)
    fields: list[Any] = []
    for name, parameter in list(inspect.signature(verb.function).parameters.items())[1:]:
        if Path in {hints[name], *get_args(hints[name])}:
            continue
        empty = parameter.default is inspect.Parameter.empty
        fields.append((name, hints[name]) if empty else (name, hints[name], parameter.default))
    name = "".join(part.capitalize() for part in verb.name.replace(".", "_").split("_"))
    return msgspec.defstruct(
        f"{name}Arguments", fields, frozen=True, kw_only=True, forbid_unknown_fields=True, module=__name__
    )


def answer_of(verb: Verb) -> Any:
    """What a verb gives back."""
    return get_type_hints(verb.function).get("return", type(None))


def _tried(study: Study, verb: Verb, given: dict[str, Any]) -> Done[Any]:
    return Done("", verb.name, {}, study.try_out(verb.function, **given))


def _first_paragraph(verb: Verb) -> str:
    return (inspect.getdoc(verb.function) or "").split("\n\n", 1)[0].replace("\n", " ")


ROUTES = (post_act,)
