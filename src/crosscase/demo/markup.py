"""Read the marked-up interviews of the demonstration study.

A file has a few header lines, a blank line, and then turns: `LABEL: words`, `LABEL {T4}: words` where the question
belongs to a topic, paragraphs without a label that go on, and stage notes alone in square brackets. Coded stretches
stand as `[words]{slug/AB; other/C-}`, nested where extents differ between coders; `{!restraint}` is a content note,
`{?/C why}` a mark, `{*/B}` a code in vivo. The markup is taken out, and what it said is kept with spans in code
points of the text that is left.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.model import Span
from crosscase.model.bundle import Spoken

_LABEL = re.compile(r"([A-Z][A-Za-z]*[0-9]?)(?: \{(T[0-9])\})?: ")
_NOTE = re.compile(r"\[[^\[\]]*\]")
_TAIL = re.compile(r"\{([^{}]*)\}")

Nature = Literal["code", "content note", "mark", "in vivo"]


class MarkupError(CrosscaseError):
    """A file of the demonstration study is not as it should be."""

    code = "markup"

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"Demonstration interview {where}: {what}")


class Marked(msgspec.Struct, frozen=True):
    """Something said about a stretch of the text: which code (or what), by whom (A, B, C)."""

    nature: Nature
    what: str
    members: str
    span: Span
    denied: bool = False


class MarkedInterview(msgspec.Struct, frozen=True):
    """An interview without its markup, and what the markup said."""

    header: dict[str, str]
    text: str
    turns: tuple[Spoken, ...]
    marked: tuple[Marked, ...]


def read_marked(raw: str, where: str) -> MarkedInterview:
    """Read one file.

    Raises:
        MarkupError: brackets do not match, or a header line is none.
    """
    head, _, body = raw.partition("\n\n")
    header: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise MarkupError(where, f"{line!r} is no header line")
        header[key.strip()] = value.strip()
    pieces: list[str] = []
    turns: list[Spoken] = []
    marked: list[Marked] = []
    at = 0
    speaker = ""
    for paragraph in (part.strip() for part in body.split("\n\n") if part.strip()):
        label = _LABEL.match(paragraph)
        shown = f"{label.group(1)}: " if label else ""
        words, found = _strip(paragraph[label.end() :] if label else paragraph, where)
        start = at + len(shown)
        end = start + len(words)
        note = bool(_NOTE.fullmatch(words)) and not found
        if label:
            speaker = label.group(1)
        if note:
            turns.append(Spoken(start=start, end=end, nature="note"))
        elif label or not turns or turns[-1].speaker != speaker:
            turns.append(Spoken(start=start, end=end, speaker=speaker, topic=(label and label.group(2)) or ""))
        else:  # the same speaker goes on in a further paragraph
            turns[-1] = msgspec.structs.replace(turns[-1], end=end)
        marked += [msgspec.structs.replace(m, span=Span(m.span.start + start, m.span.end + start)) for m in found]
        pieces.append(shown + words)
        at = end + 2
    return MarkedInterview(header, "\n\n".join(pieces) + "\n", tuple(turns), tuple(marked))


def _strip(paragraph: str, where: str) -> tuple[str, list[Marked]]:
    """A paragraph without its markup, and what it said; spans from the start of the paragraph."""
    words: list[str] = []
    open_at: list[tuple[int, int]] = []
    found: list[Marked] = []
    length = at = 0
    while at < len(paragraph):
        sign = paragraph[at]
        if sign == "[":
            open_at.append((length, len(words)))
            words.append(sign)
            length += 1
        elif sign == "]":
            if not open_at:
                raise MarkupError(where, f"a ] too many in {paragraph[:60]!r}")
            start, index = open_at.pop()
            tail = _TAIL.match(paragraph, at + 1)
            if tail:
                words[index] = ""
                length -= 1
                found = [_moved(m, start) for m in found]
                found += _said(tail.group(1), Span(start, length), where)
                at = tail.end()
                continue
            words.append(sign)
            length += 1
        else:
            words.append(sign)
            length += 1
        at += 1
    if open_at and any(words[index] for _, index in open_at):
        raise MarkupError(where, f"a [ without its ] in {paragraph[:60]!r}")
    return "".join(words), found


def _moved(marked: Marked, start: int) -> Marked:
    """What lies behind an opening bracket moves one to the left when the bracket goes."""
    if marked.span.start <= start:
        return marked
    return msgspec.structs.replace(marked, span=Span(marked.span.start - 1, marked.span.end - 1))


def _said(tail: str, span: Span, where: str) -> list[Marked]:
    return [_one(part.strip(), span, where) for part in tail.split(";")]


def _one(part: str, span: Span, where: str) -> Marked:
    if part.startswith("!"):
        return Marked("content note", part[1:].strip(), "", span)
    if part.startswith("?"):
        members, _, why = part[1:].lstrip("/").partition(" ")
        return Marked("mark", why.strip(), members, span)
    if part.startswith("*"):
        return Marked("in vivo", "", part[1:].lstrip("/"), span)
    slug, _, members = part.partition("/")
    if not slug or not members.strip("-"):
        raise MarkupError(where, f"{part!r} names no member")
    return Marked("code", slug, members.rstrip("-"), span, members.endswith("-"))
