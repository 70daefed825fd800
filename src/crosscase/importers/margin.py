"""Comments in the margin of a document, as memos on their places or as codings.

Each commenter becomes a member. A comment that is the name of a code in the study (or several, one a line or parted by
semicolons) is a coding by its commenter; any other is a memo on the words it was put on. `Options.comments` says to
take all as codings, making codes that are not there, all as memos, or none.

What a careful reader would get wrong: a comment is found again by its words and by how many letters stand before them,
since the text is no longer the file's. One that is put on a point lies on the last words before it; one that is not
found is listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.losses import Comment
from crosscase.importers.options import Options, folded
from crosscase.model.bundle import CodeRecord, CodingRecord, MemberRecord, MemoRecord
from crosscase.model.quoting import Text

_PARTS: Final = re.compile(r"\s*[;\n]\s*")
_LAST_WORDS: Final = re.compile(r"\S+(?:[^\S\n]+\S+){0,3}\s*$")
_UNNAMED: Final = "Unnamed commenter"


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """What comments became, and those that are left."""

    members: tuple[MemberRecord, ...] = ()
    codes: tuple[CodeRecord, ...] = ()
    codings: tuple[CodingRecord, ...] = ()
    memos: tuple[MemoRecord, ...] = ()
    left: tuple[Comment, ...] = ()
    choices: tuple[str, ...] = ()


def place_comments(path: Path, text: str, comments: Sequence[Comment], options: Options) -> Placed:
    """Comments as memos and codings of the document with the key `path.stem`."""
    if not comments or options.comments == "leave":
        return Placed(left=tuple(comments))
    searched, tree = Text(text), CodeTree()
    left: list[Comment] = []
    codings: list[CodingRecord] = []
    memos: list[MemoRecord] = []
    who: dict[str, None] = {}
    for number, comment in enumerate(comments, 1):
        span = _where(searched, comment)
        if span is None:
            left.append(comment)
            continue
        start, end = span
        author, at = comment.author.strip() or _UNNAMED, f"{path.name}, comment {number}"
        who.setdefault(author)
        names = [name for name in _PARTS.split(comment.words.strip()) if name]
        if options.comments == "codes" or (
            options.comments != "memos" and all(folded(name) in options.codes for name in names)
        ):
            codings += [
                CodingRecord(document=path.stem, code=tree.add(name), member=author, start=start, end=end, place=at)
                for name in dict.fromkeys(names)
            ]
        else:
            memos.append(
                MemoRecord(
                    title="", text=comment.words, member=author, document=path.stem, start=start, end=end, place=at
                )
            )
    if not (codings or memos):
        return Placed(left=tuple(comments))
    said = (
        f"{len(comments)} comment(s): {len(memos)} became memos on their places, {len(codings)} codings, "
        f"{len(left)} are listed. --comments says to do otherwise."
    )
    return Placed(
        members=members_of(who), codes=tree.records(), codings=tuple(codings), memos=tuple(memos), left=tuple(left),
        choices=(said,),
    )  # fmt: skip


def _where(text: Text, comment: Comment) -> tuple[int, int] | None:
    """Where the words stand; of several places the one with as many letters before it as the file has there."""
    words, letters = comment.on, comment.letters
    if not words:
        last = _LAST_WORDS.search(comment.before)
        if last is None:
            return None
        words = last[0].strip()
        letters -= len("".join(words.split()))
    places = text.find(words)
    return min(places, key=lambda place: abs(_letters(text.text[: place[0]]) - letters), default=None)


def _letters(text: str) -> int:
    return len("".join(text.split()))
