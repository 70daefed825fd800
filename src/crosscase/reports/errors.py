"""What can go wrong when a report is written, each with what to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crosscase.errors import BadValueError, CrosscaseError


class UnknownFormatError(BadValueError):
    """A file name whose ending is no format of reports."""

    code = "report-format"

    def __init__(self, path: Path, known: Iterable[str]) -> None:
        ending = f"ends in {path.suffix!r}" if path.suffix else "has no ending"
        super().__init__(f"{path.name!r} {ending}, which says no format. Reports are written as {', '.join(known)}.")


class UnknownPartError(BadValueError):
    """A part that reports do not have."""

    code = "report-part"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Reports have no part {name!r}. Their parts are {', '.join(known)}.")


class CannotWriteError(CrosscaseError):
    """The file cannot be written."""

    code = "cannot-write"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}. Nothing was changed there.")


class WriterError(CrosscaseError):
    """One of the programs that write documents failed."""

    code = "report-writer"

    def __init__(self, program: str, said: str) -> None:
        first = next((line.strip() for line in said.splitlines() if line.strip()), "it gave no reason")
        super().__init__(f"The report could not be written, because {program} stopped: {first[:300]}")
