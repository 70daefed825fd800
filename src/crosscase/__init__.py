"""Qualitative comparative case studies: from interviews to claims across cases, and back.

    from crosscase import Study

    with Study.open("peers.crosscase") as study:
        ...

The names below are brought in when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscase.demo import build_demo
    from crosscase.errors import CrosscaseError
    from crosscase.reports import report
    from crosscase.study import Done, Study

__version__ = "0.1.0"

_WHERE = {
    "CrosscaseError": "crosscase.errors",
    "Done": "crosscase.study",
    "Study": "crosscase.study",
    "build_demo": "crosscase.demo",
    "report": "crosscase.reports",
}


def __getattr__(name: str) -> Any:
    """A public name, from where it lives."""
    if name not in _WHERE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)


__all__ = ["CrosscaseError", "Done", "Study", "__version__", "build_demo", "report"]
