"""Schemathesis over the OpenAPI document: whatever fits it is answered as it says, and nothing breaks the server.

Left out are the feed, which does not end, and the start screen, whose paths would name real folders of this machine.
`CROSSCASE_SCHEMA_EXAMPLES=50` tries more of each.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import content_type_conformance, not_a_server_error, response_schema_conformance
from schemathesis.core.result import Ok

from crosscase.server.openapi import document
from tests.server.conftest import Served

EXAMPLES = int(os.environ.get("CROSSCASE_SCHEMA_EXAMPLES", "2"))
LEFT_OUT = ("/api/live", "/api/start")
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_whatever_fits_the_document_is_answered_as_it_says(demo: Path, serve: Any, method: str) -> None:
    served: Served = serve(demo)
    client = served.client()
    headers = {name: value for name, value in client.headers.items() if name in {"origin", "x-crosscase"}}
    headers["cookie"] = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    schema = schemathesis.openapi.from_dict(document())
    tried = 0
    for result in schema.get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        if operation.method.lower() != method or operation.path.startswith(LEFT_OUT):
            continue

        @given(case=operation.as_strategy())
        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        def ask(case: Any) -> None:
            case.call_and_validate(base_url=served.base, headers=headers, checks=CHECKS)

        ask()
        tried += 1
    assert tried
    assert served.window().get("/study")["name"] == "demo.crosscase"  # it goes on
