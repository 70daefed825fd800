"""100 files of 30 kB with 50 codes and 20,000 codings as a REFI-QDA archive: written and read, without a study.

At the stress size 1,000 files of 60 kB with 300,000 codings. The baseline packs or unpacks the same bytes with the
standard library's zip and does nothing with them.
"""

from __future__ import annotations

import random
import zipfile
from functools import cache
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated
from benchmarks.sizes import transcript, vocabulary
from crosscase.exporters.refi import write_project
from crosscase.importers.refi import read_project
from crosscase.model.refi import CodeElement, CodingElement, Project, Selection, TextElement, User
from crosscase.model.refi_values import spaced

AMOUNTS = {"study": (100, 30_000, 20_000), "stress": (1_000, 60_000, 300_000), "one": (1, 10_000_000, 200)}
"""Files, characters of each, codings in all."""
CODES = 50


@cache
def project(size: str) -> Project:
    """The same project for the same size."""
    files, characters, codings = AMOUNTS[size]
    chance = random.Random("refi")
    words = vocabulary(chance)
    texts = [transcript(chance, words, characters)[0] for _ in range(min(files, 20))]

    def guid() -> str:
        return spaced(f"{chance.getrandbits(128):032x}")

    users = tuple(User(guid=guid(), name=f"Member {number}") for number in range(3))
    codes = tuple(CodeElement(guid=guid(), name=f"Code {number}", colour="#3366aa") for number in range(CODES))

    def selection(text: str) -> Selection:
        start = chance.randrange(len(text) - 200)
        end = start + chance.randrange(5, 200)
        member, moment = chance.choice(users).guid, "2026-01-02T03:04:05Z"
        coding = CodingElement(guid=guid(), code=chance.choice(codes).guid, creating_user=member, created=moment)
        return Selection(
            guid=guid(),
            name=text[start:end],
            start=start,
            end=end,
            creating_user=member,
            created=moment,
            codings=(coding,),
        )

    sources = []
    for number in range(files):
        text, its = f"Interview {number}.\n{texts[number % len(texts)]}", guid()
        sources.append(
            TextElement(
                guid=its,
                name=f"Interview {number}",
                text=text,
                plain_path=f"internal://{its}.txt",
                selections=tuple(selection(text) for _ in range(codings // files)),
            )
        )
    return Project(name="Measured", users=users, codes=codes, sources=tuple(sources))


def archive(folder: Path, size: str) -> Path:
    """The archive, written once for each size."""
    path = folder / f"exchange-{size}.qdpx"
    if not path.exists():
        write_project(project(size), path)
    return path


def said(size: str) -> str:
    """What is in it."""
    files, characters, codings = AMOUNTS[size]
    return f"{files:,} file{'s' * (files > 1)} of {characters // 1000:,} kB, {codings:,} codings"


def write(ground: Ground) -> Measured:
    """A project as an archive."""
    made, path = project(ground.size.name), archive(ground.folder, ground.size.name)
    with zipfile.ZipFile(path) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    out, plain = ground.folder / "written.qdpx", ground.folder / "plain.zip"

    def pack() -> None:
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as packed:
            for name, data in parts:
                packed.writestr(name, data)

    timing, baseline = repeated(lambda: write_project(made, out), runs=5), repeated(pack, runs=5)
    for each in (out, plain):
        each.unlink()
    return compared(timing, baseline, "packing the same bytes", said(ground.size.name))


def read(ground: Ground) -> Measured:
    """An archive as a project."""
    path = archive(ground.folder, ground.size.name)

    def unpack() -> None:
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                packed.read(name)

    return compared(
        repeated(lambda: read_project(path), runs=5),
        repeated(unpack, runs=5),
        "unpacking the same bytes",
        said(ground.size.name),
    )


PROMISES = (
    Promise("refi-write", "writing a REFI-QDA archive", {"study": 0.5, "stress": 15.0}, write),
    Promise("refi-read", "reading a REFI-QDA archive", {"study": 0.5, "stress": 15.0}, read),
)
