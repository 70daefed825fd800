"""What holds for every route: nobody comes in without the cookie, and whatever goes wrong is a problem in words.

The routes are read from the application, so that a new one is held to this as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from crosscase.server.app import application, workbench
from crosscase.server.desk import Desk
from crosscase.server.openapi import document
from crosscase.server.problems import problem_of
from crosscase.server.routes.acts import ACTS, ELSEWHERE
from crosscase.server.safety import Doorkeeper
from crosscase.study import Study
from crosscase.verbs import VERBS
from tests.server.conftest import PORT, Window

ROUTES = sorted(
    (method, route.path)
    for route in application().routes
    if isinstance(route, HTTPRoute)
    for method in route.methods
    if method != "OPTIONS"
)
WRITES = [(method, path) for method, path in ROUTES if method not in {"GET", "HEAD"}]
OUTSIDE = {"get_page", "get_openapi", "post_act", "post_question", "get_job_file", "post_save"}
"""Handlers that the document does not list by themselves: files, itself, acts and questions (one by one)."""


def filled(path: str) -> str:
    """A path with something in the place of its parameters."""
    return "/".join("nothing" if part.startswith("{") else part for part in path.split("/")) or "/"


@pytest.fixture(scope="module")
def stranger(demonstration: Path) -> Any:
    desk = Desk()
    desk.take(Study.open(demonstration, writable=False), demonstration)
    keeper = Doorkeeper(PORT)
    with TestClient(workbench(desk, keeper), base_url=f"http://127.0.0.1:{PORT}") as client:
        yield client, keeper


def test_there_are_routes_that_read_and_routes_that_write() -> None:
    assert len(WRITES) >= 2
    assert len(ROUTES) > len(WRITES) + 8


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_route_needs_the_cookie(stranger: Any, method: str, path: str) -> None:
    client, _ = stranger
    found = client.request(method, filled(path), headers={"origin": f"http://127.0.0.1:{PORT}", "x-crosscase": "1"})
    assert found.status_code == 401
    assert method == "HEAD" or "Not signed in" in found.text


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_every_write_needs_our_origin_and_our_header(stranger: Any, method: str, path: str) -> None:
    client, keeper = stranger
    cookie = {"cookie": f"{keeper.cookie}={keeper.begin()}"}
    ours = {"origin": f"http://127.0.0.1:{PORT}", "x-crosscase": "1"}
    for missing in ours:
        sent = {**cookie, **{name: value for name, value in ours.items() if name != missing}}
        found = client.request(method, filled(path), headers=sent)
        assert (found.status_code, found.json()["type"]) == (403, "not-from-here")
    found = client.request(method, filled(path), headers={**cookie, **ours, "origin": "http://evil.example"})
    assert found.status_code == 403


@pytest.mark.parametrize(("method", "path"), [route for route in WRITES if "/start/" not in route[1]])
@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b'{"unknown": 1}', b'"\xff"', b"null"])
def test_whatever_is_sent_the_answer_is_a_problem_in_words_or_right(
    stranger: Any, method: str, path: str, body: bytes
) -> None:
    client, keeper = stranger
    headers = {
        "cookie": f"{keeper.cookie}={keeper.begin()}", "origin": f"http://127.0.0.1:{PORT}", "x-crosscase": "1",
        "content-type": "application/json",
    }  # fmt: skip
    found = client.request(method, filled(path), content=body, headers=headers)
    assert found.status_code < 500
    if found.status_code >= 400:
        assert found.headers["content-type"] == "application/problem+json"
        problem = found.json()
        assert problem["detail"].endswith((".", "?"))
        assert "Traceback" not in found.text


def test_every_verb_has_a_route_or_a_reason() -> None:
    assert set(ACTS) | set(ELSEWHERE) == {verb.name for verb in VERBS}
    assert not set(ACTS) & set(ELSEWHERE)
    paths = document()["paths"]
    assert {f"/api/acts/{name}" for name in ACTS} <= set(paths)


def test_no_act_takes_the_name_of_a_file_of_this_machine() -> None:
    schemas = document()["components"]["schemas"]
    assert "file" not in schemas["SourceAddArguments"]["properties"]


def test_the_document_tells_of_every_route_with_its_words_and_its_problems() -> None:
    found = document()
    told = {(method.upper(), path) for path, ways in found["paths"].items() for method in ways}
    handlers = {
        (method, route.path): handler.handler_name
        for route in application().routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        for method in handler.http_methods
        if handler.handler_name not in OUTSIDE and method != "OPTIONS" and handler.handler_name != "options_handler"
    }
    plain = {(method, "/".join(part.split(":")[0] + "}" if ":" in part else part for part in path.split("/"))): name
             for (method, path), name in handlers.items()}  # fmt: skip
    assert set(plain) <= told
    for path, ways in found["paths"].items():
        for method, operation in ways.items():
            assert operation["operationId"].startswith(f"{method}_"), path
            assert operation["description"], path
            assert "application/problem+json" in operation["responses"]["default"]["content"], path


def test_what_is_answered_has_all_its_fields() -> None:
    schemas = document()["components"]["schemas"]
    for name in ("StudyHere", "SourceLine", "CodingHere", "Code", "CodeLine"):
        assert sorted(schemas[name]["properties"]) == schemas[name]["required"], name
    assert schemas["CodeAddArguments"]["required"] == ["name"]


def test_answers_are_what_the_document_says(window: Window) -> None:
    """The fields of real answers are those of the document, for one thing of each reading route without parameters."""
    found = document()
    schemas = found["components"]["schemas"]
    for path, ways in found["paths"].items():
        schema = ways.get("get", {}).get("responses", {}).get("200", {}).get("content", {}).get("application/json", {})
        if "{" in path or not schema or path == "/api/live":
            continue
        needed = [one for one in ways["get"].get("parameters", ()) if one.get("required")]
        if needed:
            continue
        answer = window.get(path.removeprefix("/api"))
        part = schema["schema"]
        if part.get("type") == "array":
            part, answer = part["items"], answer[0] if answer else None
        if "$ref" in part and answer is not None:
            name = part["$ref"].rpartition("/")[2]
            assert sorted(answer) == sorted(schemas[name]["properties"]), path


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (OSError(28, "No space left on device", "/secret/file"), 507, "machine"),
        (PermissionError(13, "Permission denied", "/secret/file"), 507, "machine"),
        (MemoryError(), 507, "machine"),
        (ZeroDivisionError("words of a participant"), 500, "unexpected"),
    ],
)
def test_what_the_machine_reports_is_said_without_paths_or_words(error: Exception, status: int, kind: str) -> None:
    found = problem_of(error)
    assert (found.status, found.type) == (status, kind)
    assert "secret" not in found.detail
    assert "participant" not in found.detail.replace("participants' words", "")


def test_an_error_inside_is_a_problem_and_the_server_goes_on(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscase.server.routes import codebook

    def broken(*_args: object) -> None:
        raise ZeroDivisionError("words of a participant")

    with monkeypatch.context() as patch:
        patch.setattr(codebook, "_codes", broken)
        problem = window.get("/codebook", status=500)
    assert problem["type"] == "unexpected"
    assert "words of" not in problem["detail"]
    assert window.get("/codebook")["codes"]


def test_httpx_is_told_of_a_method_that_is_not_there(window: Window) -> None:
    found: httpx.Response = window.client.delete("/api/codebook")
    assert found.status_code == 405
    assert found.json()["type"] == "no-such-method"
