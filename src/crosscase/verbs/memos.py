"""Memos: typed writing attached to anything, to a place in a text, or to nothing.

A *reflexive* memo is its author's alone until they share it: nobody else may change, share or remove it, whatever their
permission. Other memos are changed by their author and by those who may edit the study; readers write only their own.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Id, Member, Memo, Source, Span
from crosscase.model.writing import MemoType
from crosscase.store.act import Act
from crosscase.verbs.checks import acting_member, choice, given, may_edit, thing_there
from crosscase.verbs.codings import OutsideError
from crosscase.verbs.registry import Verb

_NO_THING = "Say which thing the memo is about, and of which kind it is."
_NAMED = "write in the name of"
_REFLECTING = "make a reflexive memo of one that was written by"
_NO_SOURCE = "A place has a source: say in which source the span lies."


class NotYourMemoError(RefusedError):
    """A memo that only its author, or an editor, may touch."""

    code = "not-your-memo"

    def __init__(self, author: str, *, private: bool) -> None:
        super().__init__(
            f"This is a reflexive memo of {author} that is not shared: the author alone may change it."
            if private
            else f"This is a memo of {author}: the author, or somebody who may edit the study, may change it."
        )


class InAnothersNameError(RefusedError):
    """Something that is written only in one's own name."""

    code = "in-anothers-name"

    def __init__(self, author: str, what: str) -> None:
        super().__init__(f"You cannot {what} {author}. Write a memo of your own.")


class NotReflexiveError(RefusedError):
    """Only reflexive memos are kept to oneself."""

    code = "not-reflexive"

    def __init__(self, nature: str) -> None:
        super().__init__(
            f"Everybody in the study reads this {nature} memo already; only reflexive memos are kept to oneself."
        )


class EmptyMemoError(BadValueError):
    """A memo that says nothing."""

    code = "empty-memo"

    def __init__(self) -> None:
        super().__init__("Write a text or a title for the memo.")


class AboutError(BadValueError):
    """It is not clear what a memo is about."""

    code = "about"

    def __init__(self, what: str) -> None:
        super().__init__(what)


def write_memo(
    act: Act,
    text: str,
    *,
    title: str = "",
    nature: MemoType = "note",
    about_kind: str = "",
    about: Id | None = None,
    source: Id | None = None,
    span: Span | None = None,
    member: Id | None = None,
) -> Id:
    """Write a memo about a thing (its kind and id), a stretch of a source, or nothing in particular.

    Args:
        about_kind, about: the thing; a source may also be given as `source`.
        span: the stretch of `source`, in code points of its text as it reads now.
        member: the author; by itself the one who acts.

    Raises:
        NotFoundError: the thing is not there.
        OutsideError: the span does not lie within the text.
        InAnothersNameError: somebody who may not edit the study writes in the name of another.
    """
    memo = new_memo(act, text, title=title, nature=nature, member=member)
    memo = msgspec.structs.replace(memo, **_place(act, source, span))
    if source and span is None and not about:
        about_kind, about = "source", source
    return act.add(_about(act, memo, about_kind, about)).id


def new_memo(act: Act, text: str, *, title: str = "", nature: MemoType = "note", member: Id | None = None) -> Memo:
    """A memo that may be written, about nothing yet; it is not added.

    Raises:
        InAnothersNameError: somebody who may not edit the study writes in the name of another.
        EmptyMemoError: it says nothing.
    """
    choice(nature, MemoType, "type of memo")
    author = acting_member(act, member)
    if author != act.by and not may_edit(act):
        raise InAnothersNameError(act.get(Member, author).name, _NAMED)
    if not text.strip() and not title.strip():
        raise EmptyMemoError
    return Memo(member=author, nature=nature, title=" ".join(title.split()), text=text)


def change_memo(
    act: Act, memo: Id, *, text: str | None = None, title: str | None = None, nature: MemoType | None = None
) -> None:
    """Change a memo's text, title or type; what is not given stays."""
    known = _writable(act, memo)
    if nature is not None:
        choice(nature, MemoType, "type of memo")
        if nature == "reflexive" and known.member != act.by:
            raise InAnothersNameError(act.get(Member, known.member).name, _REFLECTING)
    fields = given(text=text, title=None if title is None else " ".join(title.split()), nature=nature)
    if not (fields.get("text", known.text).strip() or fields.get("title", known.title)):
        raise EmptyMemoError
    act.change(Memo, memo, **fields)


def share_memo(act: Act, memo: Id, *, shared: bool = True) -> None:
    """Let the others read one's own reflexive memo, or keep it to oneself again.

    Raises:
        NotYourMemoError: it is somebody else's.
        NotReflexiveError: everybody reads it already.
    """
    known = act.get(Memo, memo)
    if known.nature != "reflexive":
        raise NotReflexiveError(known.nature)
    if known.member != act.by:
        raise NotYourMemoError(act.get(Member, known.member).name, private=True)
    act.change(Memo, memo, shared=shared)


def remove_memo(act: Act, memo: Id) -> dict[str, int]:
    """Remove a memo with the links to it; how many of each kind went."""
    _writable(act, memo)
    return act.remove_whole(Memo, [memo])


def _writable(act: Act, memo: Id) -> Memo:
    known = act.get(Memo, memo)
    private = known.nature == "reflexive" and not known.shared
    if known.member != act.by and (private or not may_edit(act)):
        raise NotYourMemoError(act.get(Member, known.member).name, private=private)
    return known


def _about(act: Act, memo: Memo, kind: str, thing: Id | None) -> Memo:
    if not kind and not thing:
        return memo
    if not kind or not thing:
        raise AboutError(_NO_THING)
    thing_there(act, kind, thing)
    return msgspec.structs.replace(memo, about_kind=kind, about=thing)


def _place(act: Act, source: Id | None, span: Span | None) -> dict[str, Any]:
    if span is None:
        if source:
            act.get(Source, source)
        return {}
    if not source:
        raise AboutError(_NO_SOURCE)
    length = act.get(Source, source).length
    if not 0 <= span.start < span.end <= length:
        raise OutsideError(span, length)
    first, last = act.anchor(source, span)
    return {"source": source, "first": first, "last": last, "start": span.start, "end": span.end}


VERBS = (
    Verb("memo.write", write_memo, "read"),
    Verb("memo.change", change_memo, "read"),
    Verb("memo.share", share_memo, "read"),
    Verb("memo.remove", remove_memo, "read"),
)
