"""REFI-QDA files given broken: each is read and can be taken in, or is refused with a sentence of ours.

The seeds are made here: a project as each program would have it, and a codebook. Bytes are flipped, elements of the
XML are cut, doubled, swapped and given other values, and files of the archive are cut short, left out or called
otherwise.
"""

from __future__ import annotations

import io
import random
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from crosscase.errors import CrosscaseError
from crosscase.exporters.refi import PROFILES, write_codebook, write_project
from crosscase.importers.refi import read_project
from crosscase.model.counting import STANDARD
from crosscase.study import Study
from crosscase.verbs.take_refi import take_refi
from tests.fuzz.mutate import broken
from tests.kernel.projects import project

_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]*"')
_VALUES = (
    b'""', b'"-1"', b'"99999999999999999999"', b'"NaN"', b'"internal://../../x"', b'"relative:///x"',
    b'"/etc/hostname"',
    b'"{00000010-0000-4000-8000-000000000010}"', b'"00000010-0000-4000-8000-000000000010"', b'"#"', b'"true"',
    b'"&nothing;"', b'"\xff"', b'"2026-02-30T25:61:61Z"', b'"urn:QDA-XML:project:0:10"', b"\"'\"",
)  # fmt: skip
_EACH = 12
"""Of how many files that are read one is taken into a study as well."""


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of whole files."""
    found: list[tuple[str, bytes]] = []
    with tempfile.TemporaryDirectory(prefix="crosscase-fuzz-") as place:
        for name, profile in PROFILES.items():
            path = Path(place, f"{name}.qdpx")
            write_project(project(), path, profile=profile, counted=lambda _: STANDARD)
            found.append((path.name, path.read_bytes()))
        book = Path(place, "book.qdc")
        write_codebook(project(), book)
        found.append((book.name, book.read_bytes()))
    return tuple(found)


def made(number: int, seed: int) -> tuple[str, bytes]:
    """The broken file of a number: its name and its bytes."""
    chance = random.Random(f"refi:{seed}:{number}")
    name, data = chance.choice(seeds())
    if chance.random() < 0.4:
        return name, broken(data, chance)
    if name.endswith(".qdc"):
        return name, _mangled(data, chance)
    return name, _archive(data, chance)


def _archive(data: bytes, chance: random.Random) -> bytes:
    """An archive with its project mangled, and now and then a file of it cut, left out, doubled or renamed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as now:
        for name in was.namelist():
            inside = was.read(name)
            called = name
            if name.endswith(".qde"):
                inside = _mangled(inside, chance)
            elif chance.random() < 0.3:
                inside = inside[: chance.randrange(len(inside) + 1)]
            if chance.random() < 0.05:
                continue
            if chance.random() < 0.05:
                called = chance.choice(
                    ("../x.txt", "/x", "Sources/", "a" * 300, "project.qde/x", "__MACOSX/._x", "é\\b")
                )
            now.writestr(called, inside)
    return out.getvalue()


def _mangled(data: bytes, chance: random.Random) -> bytes:
    """XML with some of its tags cut, doubled or swapped, or values changed."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        found = list((_VALUE if chance.random() < 0.6 else _TAG).finditer(data))
        if not found:
            return data
        one = chance.choice(found)
        if one[0].startswith(b'"'):
            put = chance.choice(_VALUES)
        else:
            put = chance.choice((b"", one[0] * 2, chance.choice(found)[0], b"<" + one[0], one[0][:-1]))
        data = data[: one.start()] + put + data[one.end() :]
    return data if chance.random() < 0.8 else data[: chance.randrange(len(data) + 1)]


def read(name: str, data: bytes, folder: Path) -> str:
    """Read a file with these bytes; a sentence when it was neither read nor refused as it should be."""
    path = folder / name
    path.write_bytes(data)
    try:
        found = read_project(path)
        if len(data) % _EACH == 0:
            study = Study.new(None, member="Ines")
            with found.archive.held() as archive:
                study.do(take_refi, found.project, archive)
            if wrong := study.verify():
                return f"{name}: {wrong[0]}"
    except CrosscaseError as error:
        if not error.message.strip() or "\n" in error.message.strip():
            return f"{name}: refused without one clear line: {error.message!r}"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{name}: {error!r}"
    finally:
        path.unlink()
    return ""
