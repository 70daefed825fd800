"""What reaches other people: the lock file, the tracked files, the wheel and the sdist.

The wheel is installed into an environment of its own. The libraries it needs are lent to that one by a
path file, so nothing is fetched; the editable crosscase is not lent, because Python does not follow a
path file found on a path that came from a path file.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import crosscase
from tests.shared import REPOSITORY

# In two parts, so that this file passes its own test.
REGISTRIES = [
    f"{name}.{domain}"
    for name, domain in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("proxy.golang", "org"),
        ("deb.debian", "org"),
        ("conda.anaconda", "org"),
    ]
]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked() -> list[Path]:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("not a git repository")
    listed = run("git", "ls-files", "-z", cwd=REPOSITORY).split("\0")
    # A file that was deleted but not yet committed is listed still.
    return [path for path in (REPOSITORY / name for name in listed if name) if path.is_file()]


def test_lock_has_versions_and_hashes_but_no_addresses() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    pinned = re.findall(
        r"^([a-z0-9][a-z0-9.-]*)==\S+(?: ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE
    )
    assert len(pinned) == len(re.findall(r"^[^\s#]", lock, re.MULTILINE))


def test_lock_has_everything_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["postgres"],
        *project["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[\[<>=!~; ]", line)[0] for line in asked}
    lock = (REPOSITORY / "requirements.lock").read_text("utf-8")
    assert names - set(re.findall(r"^([a-z0-9][a-z0-9.-]*)==", lock, re.MULTILINE)) == set()


def test_no_tracked_file_names_a_registry() -> None:
    hosts = re.compile("|".join(map(re.escape, REGISTRIES)).encode())
    naming = [
        f"{path.relative_to(REPOSITORY)}: {found[0].decode()}"
        for path in tracked()
        if (found := hosts.search(path.read_bytes()))
    ]
    assert naming == []


def test_version_is_written_the_same_in_both_places() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == crosscase.__version__


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    heavy = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-module-level-imports"]
    probe = "import sys, crosscase.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = run(sys.executable, "-c", probe).split()
    assert set(loaded) & set(heavy) == set()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, REPOSITORY)
    return folder


def test_sdist_and_wheel_hold_the_package_and_its_licence(built: Path) -> None:
    source = REPOSITORY / "src"
    package = {
        path.relative_to(source).as_posix()
        for path in (source / "crosscase").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    top = f"crosscase-{crosscase.__version__}"

    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = set(archive.getnames())
    expected = {f"{top}/src/{name}" for name in package} | {f"{top}/LICENSE", f"{top}/README.md"}
    assert expected - names == set()

    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert package - names == set()
    assert f"{top}.dist-info/licenses/LICENSE" in names
    assert {name.split("/")[0] for name in names} == {"crosscase", f"{top}.dist-info"}


def test_wheel_installs_and_answers(built: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    lent = Path(sysconfig.get_paths()["purelib"])
    Path(paths["purelib"], "lent.pth").write_text(f"{lent}\n", "utf-8")
    scripts = Path(paths["scripts"])

    [wheel] = built.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", scripts / "python")
    run(*pip, "install", "--no-deps", "--no-index", wheel)

    where = run(scripts / "python", "-c", "import crosscase; print(crosscase.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(home)
    assert run(scripts / "crosscase", "--help", cwd=tmp_path).startswith("Usage: crosscase")
