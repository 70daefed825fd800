"""Rules of the house that no linter knows.

Nothing is left to be done later, nothing names a machine, nothing large is tracked, modules stay small enough to be
read, and whatever is public says what it is for.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.shared import REPOSITORY

SOURCE = REPOSITORY / "src" / "crosscase"
MOST_BYTES = 1_000_000
MOST_LINES = 400

# Modules past the limit, each with the reason why it is one.
LONG = {
    "cli/codebook.py": "a short command for each of the eleven things one can do to a codebook",
    "cli/theme.py": "a short command for each thing one can do to a theme, its evidence and its lineage",
    "importers/rtf.py": "one automaton over one stream; its tables lie in rtf_words already",
    "study.py": "the front door: a few lines for each thing one can do with an open study",
    "store/act.py": "the one door: everything an act can do, most of it a few lines each",
}

LEFT_OVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
MACHINE = re.compile(r"(?<![\w.])(?:/(?:work|root)/|/(?:home|Users)/\w|[A-Z]:\\\\?Users\\)")


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the repository; tests that need them are skipped where it is no repository (an sdist)."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs git and the repository")
    names = listed.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := REPOSITORY / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(REPOSITORY).as_posix(), data.decode("utf-8", errors="replace")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern is met, as `file:line`."""
    return [
        f"{name}:{number}  {line.strip()[:80]}"
        for name, text in texts()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_to_be_done_later() -> None:
    assert lines_with(LEFT_OVER) == []


def test_nothing_names_a_machine() -> None:
    here = Path(__file__).relative_to(REPOSITORY).as_posix()
    assert [line for line in lines_with(MACHINE) if not line.startswith(f"{here}:")] == []


def test_nothing_large_is_tracked() -> None:
    assert [(path.name, path.stat().st_size) for path in tracked() if path.stat().st_size > MOST_BYTES] == []


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def test_modules_are_short_enough_to_be_read() -> None:
    lines = {path.relative_to(SOURCE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: count for name, count in lines.items() if count > MOST_LINES and name not in LONG} == {}
    short = [name for name in LONG if lines.get(name, 0) < MOST_LINES - 50]
    assert short == [], "no longer long: take it off the list"


def undocumented(code: str) -> Iterator[str]:
    """What is public in a module's code and has no docstring."""
    tree = ast.parse(code)
    if not ast.get_docstring(tree):
        yield "the module"
    yield from _undocumented(tree, "")


def _undocumented(node: ast.Module | ast.ClassDef, within: str) -> Iterator[str]:
    for child in node.body:
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or child.name.startswith("_"):
            continue
        if {ast.unparse(each) for each in child.decorator_list} & {"overload", "override"}:
            continue
        if not ast.get_docstring(child):
            yield within + child.name
        if isinstance(child, ast.ClassDef):
            yield from _undocumented(child, f"{within}{child.name}.")


def test_whatever_is_public_says_what_it_is_for() -> None:
    found = [
        f"{path.relative_to(SOURCE).as_posix()}: {name}"
        for path in modules()
        for name in undocumented(path.read_text("utf-8"))
    ]
    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("", ["the module"]),
        ('"""What it is for."""\ndef f(): ...', ["f"]),
        ('"""."""\ndef _f(): ...\nclass A:\n    def g(self): ...', ["A", "A.g"]),
        ('"""."""\nclass _A:\n    def g(self): ...', []),
        ('"""."""\nclass A:\n    """."""\n    def __len__(self): ...', []),
    ],
)
def test_it_sees_what_has_no_docstring(code: str, found: list[str]) -> None:
    assert list(undocumented(code)) == found


def test_it_sees_paths_of_machines_and_left_overs() -> None:
    assert MACHINE.search("in /" + "home/ines/peers")
    assert not MACHINE.search("frames/root/index.md and https://example.org/root/")
    assert LEFT_OVER.search("# TO" + "DO later")
    assert not LEFT_OVER.search("readings to do")
