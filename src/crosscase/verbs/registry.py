"""What a verb is: the name it has in the journal for ever, the function, and who may do it.

Permissions are checked when a verb is called, never when entries are applied: a file cannot enforce them, and says so
in the docs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

Needs = Literal["read", "code", "edit", "own"]

MAY: dict[str, tuple[Needs, ...]] = {
    "owner": ("read", "code", "edit", "own"),
    "editor": ("read", "code", "edit"),
    "coder": ("read", "code"),
    "independent coder": ("read", "code"),
    "reader": ("read",),
}
"""What each permission allows. Readers may still write memos of their own."""


class Verb(msgspec.Struct, frozen=True):
    """A registered verb."""

    name: str
    function: Callable[..., Any]
    needs: Needs = "edit"
