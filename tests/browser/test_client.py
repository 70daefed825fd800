"""The client's types are those of the server, its first load stays small, and its lock file names no address."""

from __future__ import annotations

import gzip
import hashlib
import re

import pytest

from crosscase.server.openapi import written
from crosscase.server.pages import BUILT
from tests.shared import REPOSITORY

MOST_AT_FIRST = 120_000
"""Bytes, compressed, before what is loaded when it is asked for."""


def test_the_types_of_the_client_are_made_from_what_the_server_says() -> None:
    head = (REPOSITORY / "web" / "src" / "api" / "schema.ts").read_text("utf-8").split("\n", 1)[0]
    digest = hashlib.sha256(written().encode()).hexdigest()
    assert digest in head, "Routes or types of the server have changed. Run: make api, and commit web/src/api/schema.ts"


def test_the_first_load_is_small_and_brings_no_code_in_the_page() -> None:
    page = BUILT / "index.html"
    if not page.is_file():
        pytest.skip("the client is not built; run: make web")
    text = page.read_text("utf-8")
    first = re.findall(r'(?:src|href)="/(assets/[^"]+)"', text)
    assert any(name.endswith(".js") for name in first)
    size = sum(len(gzip.compress((BUILT / name).read_bytes())) for name in first)
    assert size < MOST_AT_FIRST, f"{size} bytes"
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=", text)
    # A method may be called eval (Vega's filters have one); what the language calls so is not there.
    code = re.compile(r"(?<![.\w$])eval\((?![\w$,\s]*\)\s*\{)|new Function\(")
    assert code.search("x=eval(y)")
    assert not code.search("init(){},eval(e,t){this.eval(e)}")
    for path in BUILT.rglob("*.js"):
        assert not code.search(path.read_text("utf-8")), path.name


def test_the_lock_file_of_the_client_names_no_address() -> None:
    lock = (REPOSITORY / "web" / "package-lock.json").read_text("utf-8")
    assert "://" not in lock
    assert '"resolved"' not in lock
