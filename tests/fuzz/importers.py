"""Importers given broken files: each has to give a `Bundle`, or an error of ours that says what is wrong."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from crosscase.errors import CrosscaseError
from crosscase.importers import read_path
from crosscase.model.bundle import Bundle
from tests.fuzz.mutate import broken

SEEDS = (Path(__file__).parent / "seeds", Path(__file__).parents[1] / "data" / "importers")
"""Our own tiny files of every format."""

SLOW = {".html", ".htm", ".epub", ".docx", ".odt", ".rtf", ".pdf", ".xlsx", ".ods"}
"""Formats for some of which another program is started."""


@cache
def seeds() -> tuple[Path, ...]:
    """The files that are broken, in an order that does not change."""
    found = [path for folder in SEEDS for path in folder.rglob("*") if path.is_file() and path.suffix != ".json"]
    return tuple(sorted(found, key=lambda path: (path.suffix, path.name)))


@cache
def _by_suffix(suffix: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in seeds() if path.suffix == suffix)


def made(number: int, seed: int) -> tuple[str, bytes]:
    """The broken file of a number: its name and its bytes."""
    chance = random.Random(f"{seed}:{number}")
    suffixes = sorted({path.suffix for path in seeds()})
    suffix = suffixes[number % len(suffixes)]
    chosen = chance.choice([path for path in seeds() if path.suffix == suffix])
    if chance.random() < 0.05:
        suffix = chance.choice(suffixes)  # a name that is not its own
    return f"{chosen.stem}{suffix}", broken(chosen.read_bytes(), chance, _by_suffix(chosen.suffix))


def read(name: str, data: bytes, folder: Path) -> str:
    """Import a file with these bytes; a sentence when it was neither read nor refused as it should be."""
    path = folder / name
    path.write_bytes(data)
    try:
        bundle = read_path(path)
        assert isinstance(bundle, Bundle)
        for document in bundle.documents:
            document.text.encode()
            for turn in document.turns:
                if not 0 <= turn.start <= turn.end <= len(document.text):
                    return f"{name}: a turn lies outside its text"
        for refusal in bundle.refusals:
            if not refusal.reason.strip() or "Traceback" in refusal.reason:
                return f"{name}: refused without a reason: {refusal.reason!r}"
    except CrosscaseError:
        return ""
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{name}: {error!r}"
    finally:
        path.unlink()
    return ""
