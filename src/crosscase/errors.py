"""The base of every refusal crosscase gives.

An error says what is wrong, where, and what to do; it carries a short code that scripts
can rely on. It knows no HTTP status and no exit status: the edges map codes to numbers.
Subclasses stand in the module whose situation they describe and make their message from
their arguments.
"""

from __future__ import annotations


class CrosscaseError(Exception):
    """Something that could not be done, said in words a researcher can act on.

    Attributes:
        code: short and stable, for scripts and for the edges' tables.
        message: one or more plain sentences.
    """

    code = "refused"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFoundError(CrosscaseError):
    """A thing was named that the study does not have."""

    code = "not-found"

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = ()) -> None:
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"There is no {kind.replace('_', ' ')} {name!r} in this study.{hint}")


class AmbiguousError(CrosscaseError):
    """A name fits several things."""

    code = "ambiguous"

    def __init__(self, kind: str, name: str, fits: tuple[str, ...]) -> None:
        shown = ", ".join(fits[:5]) + (" …" if len(fits) > 5 else "")
        super().__init__(f"{name!r} fits {len(fits)} {kind.replace('_', ' ')}s: {shown}. Name one of them in full.")


class RefusedError(CrosscaseError):
    """An act that the study's rules do not allow; nothing was changed."""

    code = "refused"


class BadValueError(CrosscaseError):
    """A value that does not fit where it was to go."""

    code = "bad-value"
