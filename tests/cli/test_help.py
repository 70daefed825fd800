"""Help answers at once, says what every command does, and shows how it is typed."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from crosscase.cli import reference
from crosscase.cli.listing import COMMANDS, SECTIONS
from crosscase.cli.shape import Group, load
from tests.shared import REPOSITORY

HEAVY = {
    "numpy",
    "scipy",
    "pyreadstat",
    "polars",
    "sqlalchemy",
    "sqlcipher3",
    "altair",
    "rich",
    "msgspec",
    "xlsxwriter",
    "pypandoc",
    "typst",
}


def all_commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name in COMMANDS:
        found = load(name)
        yield (name,), found
        if isinstance(found, Group):
            yield from (((name, below), each) for below, each in found.commands.items())


EVERY = [pytest.param(path, found, id=" ".join(path)) for path, found in all_commands()]


def test_help_imports_nothing_heavy_and_names_every_command() -> None:
    code = (
        "import sys\nfrom crosscase.cli import main\nstatus = main(['--help'])\n"
        "print(status, sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)\n"
        "print([name for name in sys.modules if name.startswith('crosscase.')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    status, _, modules = done.stderr.splitlines()[0].partition(" ")
    assert status == "0"
    assert [name for name in HEAVY if f"'{name}'" in modules] == []
    assert "crosscase.study" not in done.stderr
    assert "crosscase.cli.compare" not in done.stderr
    shown = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ") and line.strip()}
    assert set(COMMANDS) <= shown


def test_the_help_of_a_command_imports_nothing_heavy_either() -> None:
    code = (
        "import sys\nfrom crosscase.cli import main\n"
        f"for name in {list(COMMANDS)!r}:\n    assert main([name, '--help']) == 0\n"
        "print(sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in HEAVY - {"msgspec"} if f"'{name}'" in done.stderr] == []


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_every_command_has_help_and_examples_of_itself(
    path: tuple[str, ...], command: click.Command, capsys: pytest.CaptureFixture[str]
) -> None:
    from crosscase.cli import main

    assert main([*path, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Examples:" in shown
    examples = getattr(command, "examples", ())
    assert examples
    for example in examples:
        assert example in shown
        assert example.startswith("crosscase ")
    words = shlex.split(examples[0])
    assert words[:2] == ["crosscase", path[0]]
    assert path[-1] in words or command.name == getattr(load(path[0]), "default", "")
    assert (command.help or "").strip()


@pytest.mark.parametrize("listed", [one for _, section in SECTIONS for one in section], ids=lambda one: one.name)
def test_the_table_says_what_the_command_says(listed: object) -> None:
    command = load(listed.name)  # type: ignore[attr-defined] # a row of the table
    assert (command.help or "").split("\n\n")[0].replace("\n", " ").split(". ")[0].rstrip(".") == listed.summary.rstrip(  # type: ignore[attr-defined] # as above
        "."
    )


def test_the_page_of_the_command_line_is_fresh() -> None:
    page = REPOSITORY / "docs" / "reference" / "cli.md"
    assert page.read_text("utf-8") == reference.reference(), f"docs/reference/cli.md is stale. Run: {reference.COMMAND}"


def test_the_version_is_that_of_the_package(run: object) -> None:
    done = run("--version")  # type: ignore[operator] # the fixture
    assert done.out.split() == ["crosscase", version("crosscase")]


def test_the_installed_program_is_the_same(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("crosscase")
    if not program.exists():
        pytest.skip("the package is not installed as a program here")
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("crosscase ")
