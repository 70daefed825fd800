"""The demonstration study, built once for all that read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.demo import build_demo
from crosscase.study import Study


@pytest.fixture(scope="session")
def study() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built
