"""Themes, the evidence a person placed under them, and what they were developed from."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Prose, Row
from crosscase.model.ids import Id


class Theme(Row, frozen=True, kw_only=True):
    """An explanatory theme. Label, content and meaning each have their own history.

    `meaning` is the central concept, `boundary` what the theme leaves out, `story` how it runs through the cases.
    """

    analysis: Annotated[Id, Is(refers="analysis", goes_with=True)]
    label: str
    content: Prose = ""
    meaning: Prose = ""
    boundary: Prose = ""
    story: Prose = ""
    status: Literal["candidate", "final"] = "candidate"
    parent: Annotated[Id | None, Is(refers="theme", tree=True)] = None
    position: int = 0


class Evidence(Row, frozen=True, kw_only=True):
    """A coding that a person placed under a theme, for it or against it."""

    theme: Annotated[Id, Is(refers="theme", goes_with=True)]
    coding: Annotated[Id, Is(refers="coding", goes_with=True)]
    stance: Literal["for", "against"] = "for"
    note: str = ""


class Lineage(Row, frozen=True, kw_only=True):
    """What a theme was developed from: a category or another theme, how, and why.

    `whole` says that all codings of the category count as the theme's; otherwise the category only suggests.
    """

    theme: Annotated[Id, Is(refers="theme", goes_with=True)]
    origin: Annotated[Id, Is(refers="*", goes_with=True)]
    how: Literal["grouped", "split", "promoted", "dropped"] = "grouped"
    whole: bool = False
    reason: str = ""
