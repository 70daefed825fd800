"""How long and how much a program that reads a file for us may take, and what is said when it takes more."""

from __future__ import annotations

from typing import Final

from crosscase.importers.errors import UnreadableError

TIME_LIMIT: Final = 20.0
"""Seconds for one file; pandoc needs about one for 2.5 million letters, PDFium one for some hundred pages."""


class TooSlowError(UnreadableError):
    """Reading took longer than any document should."""

    code = "too-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Reading it took longer than {seconds:.0f} seconds and was given up. Split it into parts.")


class TooComplexError(UnreadableError):
    """Reading needs more memory, or goes deeper, than any document should."""

    code = "too-complex"

    def __init__(self) -> None:
        super().__init__("It is too large or too deeply nested to be read. Split it, or save it as plain text.")
