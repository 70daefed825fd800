"""Drafts of a manuscript that are kept in the study, and what co-authors propose to change in them."""

from __future__ import annotations

from typing import Annotated, Literal

from crosscase.model.fields import Is, Open, Prose, Row
from crosscase.model.ids import Id

ProposalNature = Literal["change", "comment"]
ProposalState = Literal["open", "taken", "declined"]


class Draft(Row, frozen=True, kw_only=True):
    """A text in Markdown that quotes, claims and shows tables by reference, so that it is printed with the data of now.

    Attributes:
        text: with `{quote:…}`, `{claim:…}`, `{table:…}`, `{figure:…}` and `[@key]`.
        bibliography: entries in BibTeX.
        style: a citation style in CSL, whole; empty for the usual one.
        looked: the act by which somebody last looked it over: what changed since in what it shows is told from there.
    """

    name: str
    text: Prose = ""
    bibliography: Prose = ""
    style: Prose = ""
    looked: Open = ""
    position: int = 0


class Proposal(Row, frozen=True, kw_only=True):
    """A change of a draft, or a comment on it, that came back in a document and is decided by the team.

    Attributes:
        by, date: who made it and when, as the document says.
        before, after: the paragraph as it was in the draft, and as it is proposed; empty before: a new paragraph;
            empty after: it is taken out.
        follows: the paragraph that a new one stands after; empty at the beginning.
        words: of a comment.
        on: of a comment, the words that it was put on.
        altered: what was changed within a quotation or another reference, which is never taken.
        decided: the member who took or declined it, with the `reason`.
    """

    draft: Annotated[Id, Is(refers="draft", goes_with=True)]
    nature: ProposalNature = "change"
    by: str = ""
    date: Open = ""
    before: Prose = ""
    after: Prose = ""
    follows: Prose = ""
    words: Prose = ""
    on: Prose = ""
    altered: Prose = ""
    state: ProposalState = "open"
    decided: Annotated[Id | None, Is(refers="member")] = None
    reason: Prose = ""
    position: int = 0
