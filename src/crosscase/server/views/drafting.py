"""Drafts for screens: their list, one with what was proposed for it, and what a text refers to while it is written.

What a careful reader would get wrong: the text that is read need not be the one that is kept. The margin of an editor
asks about what somebody has typed a moment ago.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from crosscase.analyses.drafts import in_words
from crosscase.errors import NotFoundError
from crosscase.model import Draft, Id, Member, Proposal
from crosscase.reports.drafts.reading import DraftRead, read_draft
from crosscase.reports.drafts.returned import TakenIn, proposals_in
from crosscase.server.views.quoting import own_only
from crosscase.study import Study


class DraftsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing is chosen here."""


class DraftLine(msgspec.Struct, frozen=True, kw_only=True):
    """A draft in a list; `open` proposals wait to be decided."""

    id: Id
    name: str
    words: int
    open: int
    proposals: int


class DraftsHere(msgspec.Struct, frozen=True, kw_only=True):
    """All drafts, in their order."""

    version: str
    drafts: tuple[DraftLine, ...]


class DraftAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which draft."""

    draft: Id


class ProposalLine(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal, what it changes in words, whether there is anything to take, and who decided it."""

    proposal: Proposal
    difference: str
    takes: bool
    decided_by: str


class DraftHere(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as it is kept, and what was proposed for it, in the order of the document."""

    version: str
    draft: Draft
    proposals: tuple[ProposalLine, ...]


class DraftReadAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft, or a text as it is being written.

    Attributes:
        draft: for its bibliography; its text is read where none is given.
        since: tell also what became of what it shows since it was looked over; takes longer.
    """

    draft: Id = ""
    text: str | None = None
    since: bool = False


def drafts(study: Study, asked: DraftsAsked) -> DraftsHere:
    """List the drafts."""
    del asked
    proposals = study.rows(Proposal)
    return DraftsHere(
        version=study.version,
        drafts=tuple(
            DraftLine(
                id=one.id, name=one.name, words=len(one.text.split()),
                open=sum(each.draft == one.id and each.state == "open" for each in proposals),
                proposals=sum(each.draft == one.id for each in proposals),
            )
            for one in sorted(study.rows(Draft), key=lambda one: (one.position, one.name, one.id))
        ),
    )  # fmt: skip


def draft(study: Study, asked: DraftAsked) -> DraftHere:
    """Show a draft as it is kept, with what co-authors propose."""
    row = study.get(Draft, asked.draft)
    if row is None:
        what = "draft"
        raise NotFoundError(what, asked.draft)
    members = {one.id: one.name for one in study.rows(Member)}
    rows = sorted(study.rows(Proposal, draft=row.id), key=lambda one: (one.position, one.id))
    return DraftHere(
        version=study.version, draft=row,
        proposals=tuple(
            ProposalLine(
                proposal=one, difference=in_words(one.before, one.after) if one.nature == "change" else "",
                takes=one.nature == "comment" or one.before != one.after, decided_by=members.get(one.decided or "", ""),
            )
            for one in rows
        ),
    )  # fmt: skip


def draft_read(study: Study, asked: DraftReadAsked) -> DraftRead:
    """Say of everything a text refers to how it stands now, and which sentences are bound to nothing."""
    own = own_only(study)
    return read_draft(study, asked.draft, asked.text, since=asked.since, members=(own,) if own else ())


def returned(study: Study, path: Path, draft: Id) -> TakenIn:
    """What co-authors propose in a document that was brought."""
    return proposals_in(study, path, draft)
