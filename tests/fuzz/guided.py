"""Fuzzing that looks where it goes, with `atheris` (pip install atheris): optional, and in no list of ours.

`python -m tests.fuzz.guided .srt -max_total_time=60` breaks captions for a minute; the words after the suffix are
libFuzzer's own. Formats that are read by another program (pandoc, the PDF worker) gain nothing from it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any


def main(suffix: str, options: list[str]) -> None:
    """Break files of a format until time is up; does not return."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore] # optional

    with atheris.instrument_imports(include=["crosscase.importers"]):
        from tests.fuzz import importers

    folder = Path(tempfile.mkdtemp(prefix="crosscase-guided-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    for path in importers.seeds():
        if path.suffix == suffix:
            corpus.joinpath(path.name).write_bytes(path.read_bytes())

    def one(data: Any) -> None:
        wrong = importers.read(f"guided{suffix}", bytes(data), folder)
        if wrong:
            raise AssertionError(wrong)

    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
