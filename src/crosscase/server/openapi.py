"""What the server says of itself: an OpenAPI document, from which the client's types are made.

    python -m crosscase.server.openapi web/src/api/openapi.json

It is Litestar's, with two things made plainer. Whatever is answered has all its fields, so in what is only answered all
of them are required; and every request may be answered by a problem.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Server

from crosscase.server.problems import MEDIA_TYPE
from crosscase.server.seats import provide_seat

_SCHEMAS = "#/components/schemas/"
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail", "where"],
    "properties": {
        "type": {"type": "string", "description": "A short and stable code, to tell situations apart."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Plain sentences for the user."},
        "where": {"type": "array", "items": {"type": "string"}},
    },
}


def config() -> OpenAPIConfig:
    """How Litestar makes the document; it is served by our own route, and there is no page of documentation."""
    from crosscase import __version__

    return OpenAPIConfig(
        title="crosscase", version=__version__, operation_id_creator=_operation, servers=[Server("/")],
        render_plugins=(), use_handler_docstrings=True,
    )  # fmt: skip


def _operation(handler: HTTPRouteHandler, _method: Any, _path: Any) -> str:
    return handler.handler_name


@cache
def document() -> dict[str, Any]:
    """The document, as plain data."""
    from crosscase.server.routes import ROUTES, acts, ask

    app = Litestar(
        [Router("/api", route_handlers=[*ROUTES, *ask.described(), *acts.described()])],
        dependencies={"seat": Provide(provide_seat)}, openapi_config=config(), logging_config=None,
    )  # fmt: skip
    found: dict[str, Any] = app.openapi_schema.to_schema()
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    asked, answered = set[str](), set[str]()
    for operations in found.get("paths", {}).values():
        for operation in operations.values():
            if not isinstance(operation, dict) or "responses" not in operation:
                continue
            operation["responses"].pop("400", None)
            _reach(operation.get("requestBody", {}), schemas, asked)
            _reach(operation["responses"], schemas, answered)
            operation["responses"]["default"] = {
                "description": "It was refused, or went wrong; nothing was changed.",
                "content": {MEDIA_TYPE: {"schema": {"$ref": f"{_SCHEMAS}Problem"}}},
            }
    for name in answered - asked:
        if "properties" in schemas[name]:
            schemas[name]["required"] = sorted(schemas[name]["properties"])
    schemas["Problem"] = _PROBLEM
    _say_numbers_once(found)
    return _plainly_named(found)


def _plainly_named(found: dict[str, Any]) -> dict[str, Any]:
    """The document with plain names for answers: `DoneSample` for Litestar's `Done_crosscase.verbs.….Sample_`."""
    written = json.dumps(found)
    for name in found["components"]["schemas"]:
        parts = re.split(r"[^A-Za-z0-9]+", re.sub(r"crosscase\.[a-z_.]+\.", "", name))
        plainly = "".join(part[:1].upper() + part[1:] for part in parts)
        for before in ("", _SCHEMAS):
            written = written.replace(json.dumps(before + name), json.dumps(before + plainly))
    plain: dict[str, Any] = json.loads(written)
    return plain


def _say_numbers_once(part: Any) -> None:
    """An integer is a number, so *one of integer or number* would fit no integer."""
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _say_numbers_once(each)
    if isinstance(part, dict) and {"type": "number"} in part.get("oneOf", ()):
        part["oneOf"] = [one for one in part["oneOf"] if one != {"type": "integer"}]


def _reach(part: Any, schemas: dict[str, Any], found: set[str]) -> None:
    """Every schema that a part of the document leads to."""
    if isinstance(part, list):
        for each in part:
            _reach(each, schemas, found)
    elif isinstance(part, dict):
        name = str(part.get("$ref", "")).removeprefix(_SCHEMAS)
        if name in schemas and name not in found:
            found.add(name)
            _reach(schemas[name], schemas, found)
        for each in part.values():
            _reach(each, schemas, found)


def written() -> str:
    """The document as the client's repository keeps it."""
    return json.dumps(document(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main(args: list[str]) -> int:
    """Write the document to the file named."""
    if len(args) != 1:
        sys.stderr.write("Say where: python -m crosscase.server.openapi FILE\n")
        return 2
    Path(args[0]).write_text(written(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
