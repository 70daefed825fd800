"""The study of two is made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.erasure.study_of_two import coded, make


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study as all tests find it, closed."""
    folder = tmp_path_factory.mktemp("pattern")
    path = folder / "evenings.crosscase"
    with make(path, folder) as study:
        coded(study)
    return path


@pytest.fixture
def path(tmp_path: Path, pattern: Path) -> Path:
    """A study, closed, in a folder of its own."""
    (tmp_path / "Ines").mkdir()
    return Path(shutil.copy(pattern, tmp_path / "Ines" / "evenings.crosscase"))
