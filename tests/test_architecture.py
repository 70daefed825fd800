"""Imports go down the list of layers, never up.

Every import counts, inside functions and for types only as well: a name that is only needed by a type
checker is still something the reader has to know. What a layer may know is written out below, so that
allowing something new is a line somebody reads in a review.

The second rule keeps `crosscase --help` quick. Analyses and frames import NumPy and Polars at their top,
so whatever the command line imports at its start may reach for them only inside functions.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.shared import REPOSITORY

SOURCE = REPOSITORY / "src" / "crosscase"

_FILES = {"importers", "exporters"}
_NUMBERS = {"analyses", "frames"}
_STUDY = {"study", "verbs", "reads", "store", "journal", "model", "errors"} | _FILES | _NUMBERS

# layer: what it may import besides itself. `crosscase` stands for the package's own public names.
MAY_IMPORT: dict[str, set[str]] = {
    "crosscase": {"cli", "demo", "reports", *_STUDY},
    "cli": {"server", "demo", "reports", *_STUDY},
    "server": {"reports", *_STUDY},
    "demo": {"reports", *_STUDY},
    "reports": _STUDY,
    "study": _STUDY,
    "verbs": {"reads", "store", "journal", "model", "errors", *_FILES, *_NUMBERS},
    "reads": {"store", "journal", "model", "errors", *_FILES, *_NUMBERS},
    "store": {"journal", "model", "errors"},
    "journal": {"model", "errors"},
    "importers": {"model", "errors"},
    "exporters": {"model", "errors"},
    "analyses": {"frames", "model", "errors"},
    "frames": {"model", "errors"},
    "model": {"errors"},
    "errors": set(),
}

# A layer that starts with the command line imports these only inside functions.
STARTS_WITH_THE_COMMAND_LINE = {"crosscase", "cli", "study", "verbs", "reads"}
HEAVY = _NUMBERS


class Import(NamedTuple):
    """One import of something of ours, and where it stands."""

    place: str
    importer: str
    imported: str
    at_start: bool


def layer_of(module: str) -> str:
    """`crosscase.model.ids` lies in `model`; `crosscase` and `crosscase.__main__` are the front."""
    parts = module.split(".")
    return "crosscase" if len(parts) == 1 or parts[1] == "__main__" else parts[1]


def imports_in(code: str, module: str, place: str, *, is_package: bool) -> Iterator[Import]:
    """Every import of the package's own modules in a module's code."""
    tree = ast.parse(code)
    at_start = set(_run_at_start(tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = _named_by(node, module, is_package=is_package)
        else:
            continue
        for name in names:
            if name.split(".")[0] == "crosscase":
                yield Import(f"{place}:{node.lineno}", layer_of(module), layer_of(name), node in at_start)


def _named_by(node: ast.ImportFrom, module: str, *, is_package: bool) -> list[str]:
    origin = node.module or ""
    if node.level:
        package = module.split(".")
        package = package[: len(package) - node.level + is_package]
        origin = ".".join([*package, *([node.module] if node.module else [])])
    if origin != "crosscase":
        return [origin]
    # The version is a constant that anything may print; it brings no layer with it.
    return [f"crosscase.{alias.name}" for alias in node.names if alias.name != "__version__"]


def _run_at_start(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported: not those in functions or for types only."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            yield from _run_at_start(statement.orelse)
            continue
        for part in ("body", "orelse", "finalbody"):
            yield from _run_at_start(getattr(statement, part, []))
        for branch in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
            yield from _run_at_start(branch.body)


def all_imports() -> list[Import]:
    found: list[Import] = []
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        module = ".".join(parts[:-1] if is_package else parts)
        place = path.relative_to(REPOSITORY).as_posix()
        found += imports_in(path.read_text("utf-8"), module, place, is_package=is_package)
    return found


def wrong_way(imports: list[Import]) -> list[str]:
    return [
        f"{place}  {importer} -> {imported}"
        for place, importer, imported, _ in imports
        if importer != imported and imported not in MAY_IMPORT.get(importer, set())
    ]


def too_early(imports: list[Import]) -> list[str]:
    return [
        f"{place}  {importer} -> {imported}, outside a function"
        for place, importer, imported, at_start in imports
        if at_start and importer in STARTS_WITH_THE_COMMAND_LINE and imported in HEAVY
    ]


def test_imports_go_down() -> None:
    assert "\n".join(wrong_way(all_imports())) == ""


def test_nothing_that_starts_with_the_command_line_imports_heavy_layers() -> None:
    assert "\n".join(too_early(all_imports())) == ""


def test_every_module_lies_in_a_known_layer() -> None:
    front = {"__init__", "__main__"}
    known = set(MAY_IMPORT) | front
    unknown = [path.name for path in SOURCE.iterdir() if path.suffix in {"", ".py"} and path.stem not in known]
    assert set(unknown) - {"__pycache__", "static"} == set()


def test_the_layers_have_no_circle() -> None:
    order = list(MAY_IMPORT)
    below = {layer: known - {layer} for layer, known in MAY_IMPORT.items()}
    while order:
        lowest = [layer for layer in order if not below[layer] & set(order)]
        assert lowest, f"in a circle: {order}"
        order = [layer for layer in order if layer not in lowest]


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("import crosscase.study", ["x.py:1  model -> study"]),
        ("from crosscase import reads", ["x.py:1  model -> reads"]),
        ("from ..store import apply", ["x.py:1  model -> store"]),
        ("from .. import verbs", ["x.py:1  model -> verbs"]),
        ("def f():\n    from crosscase.journal.entries import Entry", ["x.py:2  model -> journal"]),
        ("if TYPE_CHECKING:\n    from crosscase.study import Study", ["x.py:2  model -> study"]),
        ("from crosscase import Study", ["x.py:1  model -> Study"]),
        ("from crosscase import __version__", []),
        ("from . import ids\nfrom .ids import Id\nimport crosscase.errors", []),
        ("import crosscases.study", []),
    ],
)
def test_it_sees_every_way_to_write_an_import(code: str, wrong: list[str]) -> None:
    found = list(imports_in(code, "crosscase.model.codes", "x.py", is_package=False))
    assert wrong_way(found) == wrong


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("from crosscase.frames import Frames", ["x.py:1  study -> frames, outside a function"]),
        ("try:\n    import crosscase.frames\nexcept E:\n    pass", ["x.py:2  study -> frames, outside a function"]),
        ("class A:\n    import crosscase.analyses", ["x.py:2  study -> analyses, outside a function"]),
        ("def f():\n    from crosscase.frames import Frames", []),
        ("if TYPE_CHECKING:\n    from crosscase.frames import Frames", []),
    ],
)
def test_it_knows_what_runs_at_start(code: str, wrong: list[str]) -> None:
    assert too_early(list(imports_in(code, "crosscase.study", "x.py", is_package=False))) == wrong
