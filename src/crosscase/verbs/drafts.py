"""Drafts of a manuscript: written in the study, looked over, and what co-authors propose decided.

A draft may say anything, also refer to what is not there: somebody is in the middle of a sentence. What it refers to is
checked when it is read (`reports.drafts`).

What a careful reader would get wrong: whoever changes a draft may say which text they went on from. Where it is another
by now, both changes are kept if they lie in different paragraphs; else the later one is refused, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Draft, Id, Proposal
from crosscase.model.drafts import ProposalNature
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, given, label, last_position, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "A draft needs a name."


class MovedOnError(RefusedError):
    """The same paragraph was changed by somebody else."""

    code = "draft-moved-on"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Somebody has changed the same paragraph of {name!r} meanwhile. Nothing of theirs or yours is lost: copy "
            "your words, look at theirs, and put both together."
        )


class NoBibliographyError(BadValueError):
    """Something that is no bibliography or no style."""

    code = "no-bibliography"

    def __init__(self, what: str) -> None:
        super().__init__(what)


class DecidedError(RefusedError):
    """A proposal that was decided already."""

    code = "decided"

    def __init__(self, state: str) -> None:
        super().__init__(f"This proposal was {state} already. Undo that to decide it anew.")


class NothingToTakeError(RefusedError):
    """A proposal that changes nothing but words that are quoted, or what is counted."""

    code = "nothing-to-take"

    def __init__(self, altered: str) -> None:
        super().__init__(
            f"There is nothing here that a draft could take: what was changed is printed from the study ({altered}). "
            "Decline it, or change how the quotation is printed or what the claim says."
        )


class NoPlaceForItError(RefusedError):
    """The paragraph of a proposal has been changed where the proposal changes it."""

    code = "no-place-for-it"

    def __init__(self) -> None:
        super().__init__(
            "The paragraph was changed since where this changes it, or is gone. Put it in by hand, and decline it here."
        )


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """A change or a comment as it came back in a document; fields as of a proposal."""

    nature: ProposalNature = "change"
    by: str = ""
    date: str = ""
    before: str = ""
    after: str = ""
    follows: str = ""
    words: str = ""
    on: str = ""
    altered: str = ""


def add_draft(act: Act, name: str, *, text: str = "", bibliography: str = "", style: str = "") -> Id:
    """Begin a draft.

    Args:
        text: in Markdown, with references; see the page on drafts.
        bibliography: entries in BibTeX.
        style: a citation style in CSL, whole; empty for the usual one.

    Raises:
        NoNameError, TakenError: it has no name, or one that another has.
        NoBibliographyError: the bibliography or the style is none.
    """
    name = label(name, _NO_NAME)
    drafts = act.rows(Draft)
    refuse_twin(drafts, "name", name)
    _check(bibliography, style)
    return act.add(
        Draft(
            name=name, text=_ended(text), bibliography=bibliography, style=style, looked=act.id,
            position=last_position(drafts),
        )
    ).id  # fmt: skip


def change_draft(
    act: Act,
    draft: Id,
    *,
    name: str | None = None,
    text: str | None = None,
    upon: str | None = None,
    bibliography: str | None = None,
    style: str | None = None,
) -> str:
    """Change a draft; what is not given stays. Answers with its text as it is now.

    Args:
        upon: the text that was gone on from, where others may write at the same time.

    Raises:
        MovedOnError: somebody changed the same paragraph meanwhile.
        NoNameError, TakenError, NoBibliographyError: see `add_draft`.
    """
    row = act.get(Draft, draft)
    if name is not None:
        name = label(name, _NO_NAME)
        refuse_twin(act.rows(Draft), "name", name, but=draft)
    _check(bibliography or "", style or "")
    if text is not None:
        text = _ended(text)
        if upon is not None and _ended(upon) != row.text:
            from crosscase.analyses.drafts import carried_whole

            text = carried_whole(_ended(upon), text, row.text)
            if text is None:
                raise MovedOnError(row.name)
    act.change(Draft, draft, **given(name=name, text=text, bibliography=bibliography, style=style))
    return row.text if text is None else text


def look_draft_over(act: Act, draft: Id) -> None:
    """Say that you have looked a draft over as it stands: what changes from here on is told as change."""
    act.get(Draft, draft)
    act.change(Draft, draft, looked=act.id)


def remove_draft(act: Act, draft: Id) -> None:
    """Take a draft away, with what was proposed for it."""
    act.get(Draft, draft)
    act.remove_whole(Draft, [draft])


def bring_proposals(act: Act, draft: Id, proposals: Sequence[Proposed]) -> list[Id]:
    """Take in what co-authors propose; what was brought before is not brought twice. The ids of those that are new."""
    act.get(Draft, draft)
    known = act.rows(Proposal, draft=draft)
    there = {_same(one) for one in known}
    position = last_position(known)
    fresh: list[Proposal] = []
    for one in proposals:
        choice(one.nature, ProposalNature, "kind of proposal")
        row = Proposal(draft=draft, position=position + len(fresh), **msgspec.structs.asdict(one))
        if _same(row) not in there:
            there.add(_same(row))
            fresh.append(row)
    return [row.id for row in act.add_all(fresh)] if fresh else []


def take_proposals(act: Act, proposals: Sequence[Id], *, reason: str = "") -> None:
    """Make proposed changes in the draft, in their order; a comment that is taken is one that was heeded.

    Raises:
        DecidedError: one was decided already.
        NothingToTakeError: it changes nothing but what is printed from the study.
        NoPlaceForItError: its paragraph is not there any more as it was.
    """
    rows = sorted(_open(act, proposals), key=lambda one: one.position)
    texts: dict[Id, str] = {}
    for row in rows:
        if row.nature == "comment":
            continue
        if row.before == row.after:
            raise NothingToTakeError(row.altered)
        texts[row.draft] = _with(texts.get(row.draft) or act.get(Draft, row.draft).text, row)
    for draft, text in texts.items():
        act.change(Draft, draft, text=text)
    _decide(act, rows, "taken", reason)


def decline_proposals(act: Act, proposals: Sequence[Id], *, reason: str = "") -> None:
    """Leave proposals out, with the reason.

    Raises:
        DecidedError: one was decided already.
    """
    _decide(act, _open(act, proposals), "declined", reason)


def _open(act: Act, proposals: Sequence[Id]) -> list[Proposal]:
    rows = all_there(act, Proposal, proposals)
    for row in rows:
        if row.state != "open":
            raise DecidedError(row.state)
    return rows


def _decide(act: Act, rows: Sequence[Proposal], state: str, reason: str) -> None:
    for row in rows:
        act.change(Proposal, row.id, state=state, decided=act.by, reason=reason.strip())


def _with(text: str, row: Proposal) -> str:
    """The text with a proposed change made in it."""
    from crosscase.analyses.drafts.placing import placed

    found = placed(text, row.before, row.after, row.follows)
    if found is None:
        raise NoPlaceForItError
    return _ended(found)


def _same(row: Proposal) -> tuple[str, ...]:
    return row.nature, row.by, row.date, row.before, row.after, row.follows, row.words, row.on, row.altered


def _ended(text: str) -> str:
    """Line ends as one character, and one at the end."""
    words = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return f"{words}\n" if words else ""


def _check(bibliography: str, style: str) -> None:
    if bibliography.strip() and "@" not in bibliography:
        raise NoBibliographyError("This is no bibliography in BibTeX: it holds no entry such as @article{key, …}.")
    if style.strip() and "<style" not in style:
        raise NoBibliographyError("This is no citation style: a CSL file holds <style …>.")


VERBS = (
    Verb("draft.add", add_draft),
    Verb("draft.change", change_draft),
    Verb("draft.look", look_draft_over),
    Verb("draft.remove", remove_draft),
    Verb("proposal.bring", bring_proposals),
    Verb("proposal.take", take_proposals),
    Verb("proposal.decline", decline_proposals),
)
