"""Why a file, or a part of one, was not taken in.

`place` says where in the file (a row, a line, a page), and may be empty; the file's own name is added
by whoever reads several. An importer raises one of these for the whole file; `read_path` turns it into
a `Refusal` and goes on with the next.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscase.errors import CrosscaseError


class UnreadableError(CrosscaseError):
    """The base of every refusal of a file."""

    code = "unreadable"

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.reason = reason
        self.place = place


class EmptyFileError(UnreadableError):
    """There is nothing in it."""

    code = "empty"

    def __init__(self) -> None:
        super().__init__("The file is empty.")


class NoWordsError(UnreadableError):
    """It was read, and there are no words in it."""

    code = "no-words"

    def __init__(self, why: str = "") -> None:
        super().__init__(" ".join(filter(None, ("There are no words in the file.", why))))


class NoCuesError(UnreadableError):
    """A file of captions without captions."""

    code = "no-words"

    def __init__(self) -> None:
        super().__init__("No caption with a time and words was found.")


class UnknownFormatError(UnreadableError):
    """No importer reads files that end so."""

    code = "unknown-format"

    def __init__(self, suffix: str, known: tuple[str, ...], seems: str = "") -> None:
        said = f"ending in {suffix!r}" if suffix else "without an ending"
        super().__init__(
            seems
            or f"Files {said} are not read. Save it as one of {', '.join(known)}; 'crosscase formats' lists what "
            "comes in from other programs."
        )


class OtherContentError(UnreadableError):
    """Files that end so are read where they are of certain programs, and this one is of none."""

    code = "other-content"

    def __init__(self, suffix: str, titles: Iterable[str]) -> None:
        shown = "; ".join(titles)
        super().__init__(f"What ends in {suffix!r} is read when it is one of these, and it seems to be none: {shown}.")


class WrongContentError(UnreadableError):
    """The content is not what the ending of its name says."""

    code = "wrong-content"

    def __init__(self, suffix: str, seems: str = "") -> None:
        more = f" It seems to be {seems}." if seems else ""
        super().__init__(f"The content is not what the ending {suffix!r} says.{more}")


class EncodingError(UnreadableError):
    """The bytes are not text in any encoding that could be told."""

    code = "encoding"

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} If it is text, name its encoding.")


class TooLargeError(UnreadableError):
    """More than is read from one file."""

    code = "too-large"

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"The file has {size:,} bytes; at most {most:,} are read from a file of this kind.")


class OutsideError(UnreadableError):
    """A name in a table leads out of the folder that is being read."""

    code = "outside"

    def __init__(self, name: str, place: str) -> None:
        super().__init__(f"{name!r} leads out of the folder.", place)


class MissingFileError(UnreadableError):
    """A table names a file that is not there."""

    code = "missing"

    def __init__(self, name: str, place: str = "") -> None:
        super().__init__(f"There is no file {name!r}.", place)
