"""Themes, the evidence a person placed under them, and what they were developed from."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
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


class SignOff(Row, frozen=True, kw_only=True):
    """This author stands behind the theme, or does not, as it stood.

    Attributes:
        seen: the entries that had made the theme what it was; one that came since, and was not wording only, makes it
            lapse.
    """

    theme: Annotated[Id, Is(refers="theme", goes_with=True)]
    member: Annotated[Id, Is(refers="member", goes_with=True)]
    agrees: bool = True
    seen: Annotated[tuple[str, ...], Is(open=True)] = ()
    note: Prose = ""


class WordingChange(Row, frozen=True, kw_only=True):
    """A change of a theme that its author marked *wording only*: it was made in the entry that added this row.

    Attributes:
        contested: the signatory who says that more than the wording was changed; then sign-offs lapse.
    """

    theme: Annotated[Id, Is(refers="theme", goes_with=True)]
    member: Annotated[Id, Is(refers="member")]
    entry: Open
    contested: Annotated[Id | None, Is(refers="member")] = None
    reason: Prose = ""
