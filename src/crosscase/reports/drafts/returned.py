"""What co-authors changed in a document that a draft was printed to, as proposals for the draft.

The document says which draft it is of and at which entry; the text as it was then is what its paragraphs are held
against. A paragraph is known by its bookmark, else by its words; a reference by its content control. What somebody
changed in print is made in the Markdown of the paragraph, one proposal for each who changed it, and references stay.

What a careful reader would get wrong: changes within a quotation, or in anything else that is printed from the study,
are never part of what can be taken. They are named beside the proposal (`altered`). And a change that has no place in
the draft (in a table, a caption) comes as a comment, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from crosscase.analyses.drafts import carried, in_words, references, units
from crosscase.analyses.drafts.placing import nearest
from crosscase.errors import BadValueError, CrosscaseError
from crosscase.importers.returned import Mark, Paragraph, Piece, Returned, read_returned
from crosscase.model import Draft, Id
from crosscase.reports import draft_nodes as nodes
from crosscase.study import Study
from crosscase.verbs.drafts import Proposed

_ORIGIN = re.compile(r"draft ([0-9a-f]{32}) ([0-9a-f]{32})")
_BOOKMARK = re.compile(rf"{nodes.BOOKMARK}(\d+)_([0-9a-f]{{8}})$")
_INSIDE = re.compile(rf"{nodes.INSIDE}([rc]\d+)_([0-9a-f]*)$")
_TAG = re.compile(rf"{nodes.TAG}([rc])(\d+):([0-9a-f]*)$")
_PRINTED = re.compile(
    r"(?:Subtitle|Date|Author|Notice|Bibliography|References|Footnote|Footer|Header|Table|Image|Captioned|Figure|"
    r"Quotation ?(?:Source|Context)|Caption)",
    re.IGNORECASE,
)
"""Styles of what is printed from the study, and of what stands around a draft."""


class OtherDraftError(BadValueError):
    """A document that was printed from another draft."""

    code = "other-draft"

    def __init__(self, name: str, asked: str) -> None:
        super().__init__(
            f"This document was printed from the draft {name!r}, not from {asked!r}. Nothing was taken in."
        )


class TakenIn(msgspec.Struct, frozen=True, kw_only=True):
    """What a document holds for a draft.

    Attributes:
        known: the document says at which entry it was printed, and that is known here; else its paragraphs were held
            against the draft as it reads now.
    """

    draft: Id
    proposals: tuple[Proposed, ...]
    known: bool


def proposals_in(study: Study, path: Path, draft: Id = "") -> TakenIn:
    """What co-authors propose in a Word file.

    Args:
        study: that the draft is in.
        path: of the document.
        draft: which; the one that the document names, where it is left out.

    Raises:
        OtherDraftError: it was printed from another draft.
        BadValueError: it does not say from which draft it was printed, and none is named.
        UnreadableError: it cannot be read.
    """
    document = read_returned(path)
    found = _ORIGIN.fullmatch(document.properties.get(nodes.ORIGIN, ""))
    drafts = {one.id: one for one in study.rows(Draft)}
    of = found[1] if found and found[1] in drafts else ""
    if draft and of and of != draft:
        raise OtherDraftError(drafts[of].name, drafts[draft].name if draft in drafts else draft)
    row = drafts.get(draft or of)
    if row is None:
        message = "This document does not say which draft it is of. Name the draft, or bring the file that was printed."
        raise BadValueError(message)
    text, known = row.text, False
    if of and found:
        try:
            with study.at(found[2]) as then:
                was = then.get(Draft, row.id)
                text, known = (was.text, True) if was else (text, False)
        except CrosscaseError:  # it was printed from a copy whose entries are not here
            known = False
    return TakenIn(draft=row.id, proposals=tuple(_Reader(text, document).proposals()), known=known)


class _Whole(msgspec.Struct):
    """Paragraphs of the document that were one when it was printed."""

    pieces: list[Piece]
    unit: int | None
    style: str
    table: bool


class _Reader:
    """Holds a document against the text that it was printed from."""

    def __init__(self, text: str, document: Returned) -> None:
        self._document = document
        self._units = units(text)
        self._references = references(text)
        tree = nodes.read(text, self._units, self._references)
        self._printed = nodes.units_in(tree, self._references)
        self._citations = nodes.citations_in(tree)
        self._known = {nodes.digest_of(one.text): number for number, one in enumerate(self._units)}
        self._remarks: dict[str, tuple[int | None, list[str]]] = {}
        self._apart = {
            number for block in tree if (number := nodes.alone(block)) is not None
            and self._references[number].kind in {"table", "figure"}
        }  # fmt: skip

    def proposals(self) -> Iterator[Proposed]:
        """Everything that is proposed, in the order of the document; comments last."""
        wholes = self._wholes()
        follows = ""
        fresh: list[Proposed] = []
        for one in wholes:
            self._noted(one)
            if one.unit is None:
                for each in self._elsewhere(one, follows):
                    if each.nature == "change":
                        fresh.insert(0, each)  # of several after one paragraph, the last is put in first
                    else:
                        yield each
                continue
            yield from fresh
            fresh = []
            before = self._units[one.unit].text
            yield from self._changed(one, before, follows)
            follows = before
        yield from fresh
        yield from self._gone({one.unit for one in wholes})
        yield from self._comments()

    # Which paragraph is which

    def _wholes(self) -> list[_Whole]:
        found: list[_Whole] = []
        broken: Mark | None = None
        joined: Mark | None = None
        for one in map(_controlled, self._document.paragraphs):
            unit = self._named(one)
            if found and broken is not None and not one.table:
                found[-1].pieces += [Piece(text="\n\n", put_in=broken), *one.pieces]
                found[-1].unit = unit if found[-1].unit is None else found[-1].unit
            elif found and joined is not None and found[-1].unit is not None and not _all_gone(found[-1].pieces):
                moved = [msgspec.structs.replace(piece, put_in=joined) for piece in one.pieces]
                found[-1].pieces += [Piece(text=" ", put_in=joined), *moved]
                found.append(
                    _Whole([msgspec.structs.replace(p, taken_out=p.taken_out or joined) for p in one.pieces], unit,
                           one.style, one.table)
                )  # fmt: skip
            else:
                found.append(_Whole(list(one.pieces), unit, one.style, one.table))
            broken, joined = one.broken, one.joined
        self._by_words(found)
        return found

    def _named(self, one: Paragraph) -> int | None:
        """Which paragraph of the draft a bookmark names."""
        for name in one.bookmarks:
            found = _BOOKMARK.match(name)
            if found is None:
                continue
            number = int(found[1])
            if number < len(self._units) and nodes.digest_of(self._units[number].text) == found[2]:
                return number
            if found[2] in self._known:
                return self._known[found[2]]
        return None

    def _by_words(self, wholes: Sequence[_Whole]) -> None:
        """Paragraphs that lost their bookmarks, and the title, by their words."""
        left = [number for number in self._printed if number not in {one.unit for one in wholes}]
        for one in wholes:
            words = self._text(one, None)
            if one.unit is not None or one.table or not words.strip() or _PRINTED.match(one.style):
                continue
            at = nearest(words, [self._printed[number] for number in left])
            if at is not None:
                one.unit = left.pop(at)

    # What was changed

    def _changed(self, one: _Whole, before: str, follows: str) -> Iterator[Proposed]:
        assert one.unit is not None  # noqa: S101 - the caller looked
        printed = self._printed.get(one.unit, "")
        original = self._text(one, None)
        altered = self._altered(one)
        people = list(dict.fromkeys(mark for piece in one.pieces for mark in _marks(piece)))
        by = {mark.by: mark for mark in sorted(people, key=lambda mark: mark.date, reverse=True)}
        if _plain(original) != _plain(printed):
            yield from self._one(before, follows, printed, original, Mark(self._document.saved_by), altered.pop("", ""))
        elif altered.get(""):
            yield Proposed(by=self._document.saved_by, before=before, after=before, altered=altered.pop(""))
        for name in dict.fromkeys(mark.by for mark in people):
            yield from self._one(before, follows, original, self._text(one, name), by[name], altered.get(name, ""))

    def _one(  # noqa: PLR0917 - a change is made of these
        self, before: str, follows: str, was: str, became: str, mark: Mark, altered: str
    ) -> Iterator[Proposed]:  # fmt: skip
        if not became.strip():
            yield Proposed(before=before, by=mark.by, date=mark.date, altered=altered)
            return
        first, more = _parted(was, became)
        after = before if _plain(first) == _plain(was) else carried(was, first, before)
        if after is None:
            told = f"Changed, and not found in the draft: {in_words(was, first)}."
            yield Proposed(
                nature="comment", before=before, words=told, on=was, by=mark.by, date=mark.date, altered=altered
            )
        elif after != before or altered:
            yield Proposed(before=before, after=after, by=mark.by, date=mark.date, altered=altered)
        above, below = more
        for words in reversed(above):
            yield Proposed(after=words, follows=follows, by=mark.by, date=mark.date)
        for words in reversed(below):
            yield Proposed(after=words, follows=before, by=mark.by, date=mark.date)

    def _elsewhere(self, one: _Whole, follows: str) -> Iterator[Proposed]:
        """A paragraph that the draft does not have: new, or printed from the study."""
        original = self._text(one, None)
        own = not one.table and not _PRINTED.match(one.style)
        for mark in dict.fromkeys(mark for piece in one.pieces for mark in _marks(piece)):
            became = self._text(one, mark.by)
            if not original.strip() and own:
                for words in reversed(became.split("\n\n")):
                    if words.strip():
                        yield Proposed(
                            after=self._lead(one.style) + words.strip(), follows=follows, by=mark.by, date=mark.date
                        )
            elif _plain(became) != _plain(original):
                told = f"Changed in what is printed from the study: {in_words(original, became)}."
                yield Proposed(nature="comment", by=mark.by, date=mark.date, words=told, on=original, before=follows)

    def _gone(self, there: set[int | None]) -> Iterator[Proposed]:
        """Paragraphs that are not in the document any more, without a word."""
        for number in self._printed:
            if number not in there and number not in self._alone_units:
                yield Proposed(by=self._document.saved_by, before=self._units[number].text)

    @property
    def _alone_units(self) -> set[int]:
        """Paragraphs that are printed as tables and figures, which bear no bookmark."""
        places = {self._references[number].start for number in self._apart}
        return {number for number, unit in enumerate(self._units) if unit.words_at in places}

    # Words

    def _text(self, one: _Whole, author: str | None) -> str:
        """The words as they were printed, or with what one person changed; references as they are written."""
        found: list[str] = []
        control = ""
        kept: list[bool] = []

        def close() -> None:
            written = self._written(control)
            if written and any(kept):
                found.append(written)

        for piece in one.pieces:
            if piece.control != control:
                close()
                control, kept = piece.control, []
            there = _there(piece, author)
            if self._written(control):
                kept.append(there)
            elif there:
                found.append(piece.text)
        close()
        return "".join(found).strip()

    def _written(self, control: str) -> str:
        """How the reference in a content control is written; empty where it is none of ours."""
        found = _TAG.match(control)
        if found is None:
            return ""
        among = [one.written for one in self._references] if found[1] == "r" else self._citations
        number = int(found[2])
        return among[number] if number < len(among) else ""

    def _altered(self, one: _Whole) -> dict[str, str]:
        """What was changed within references, by who did it; nobody where it was not tracked."""
        found: dict[str, list[str]] = {}
        for control in dict.fromkeys(piece.control for piece in one.pieces if self._written(piece.control)):
            pieces = [piece for piece in one.pieces if piece.control == control]
            was = "".join(piece.text for piece in pieces if _there(piece, None))
            tag = _TAG.match(control)
            if tag and tag[1] == "r" and was and nodes.digest_of(was) != tag[3]:
                found.setdefault("", []).append(f"{self._written(control)}: its words were changed, to {was}")
            for name in dict.fromkeys(mark.by for piece in pieces for mark in _marks(piece)):
                became = "".join(piece.text for piece in pieces if _there(piece, name))
                if became.strip() and became != was:
                    found.setdefault(name, []).append(f"{self._written(control)}: {in_words(was, became)}")
        return {name: "; ".join(told) for name, told in found.items()}

    def _lead(self, style: str) -> str:
        """How a new paragraph of that style begins in Markdown; below the title all headings are one step down."""
        tops = [one for one in self._units if one.text.startswith("# ")]
        titled = len(tops) == 1 and tops[0] is self._units[0]
        found = re.fullmatch(r"Heading ?(\d)", style)
        return f"{'#' * (int(found[1]) + titled)} " if found else ""

    # Comments

    def _noted(self, one: _Whole) -> None:
        for piece in one.pieces:
            for comment in piece.comments:
                self._remarks.setdefault(comment, (one.unit, []))[1].append("" if piece.taken_out else piece.text)

    def _comments(self) -> Iterator[Proposed]:
        for one in self._document.remarks:
            if one.by == nodes.WHO:
                continue
            unit, words = self._remarks.get(one.id, (None, []))
            yield Proposed(
                nature="comment", by=one.by, date=one.date, words=one.words, on=" ".join("".join(words).split()),
                before=self._units[unit].text if unit is not None else "",
            )  # fmt: skip


def _controlled(one: Paragraph) -> Paragraph:
    """A paragraph whose pieces say which reference they are of, by their control or else by a bookmark."""

    def within(piece: Piece) -> str:
        # A control says exactly how far a reference goes; where only bookmarks are left, they have to do.
        return piece.control or "".join(piece.bookmarks)

    tags: dict[str, str] = {}
    for piece in one.pieces:
        named = next((found for name in piece.bookmarks if (found := _INSIDE.match(name))), None)
        if named:
            tags.setdefault(within(piece), f"{nodes.TAG}{named[1]}:{named[2]}")
    pieces = [
        msgspec.structs.replace(
            piece, control=piece.control if _TAG.match(piece.control) else tags.get(within(piece), "")
        )
        for piece in one.pieces
    ]
    return msgspec.structs.replace(one, pieces=tuple(pieces))


def _marks(piece: Piece) -> list[Mark]:
    return [mark for mark in (piece.put_in, piece.taken_out) if mark is not None]


def _there(piece: Piece, author: str | None) -> bool:
    """Whether a piece is there in the words as they were printed, or with what one person changed."""
    put_in = piece.put_in is None or (author is not None and piece.put_in.by == author)
    taken_out = piece.taken_out is not None and author is not None and piece.taken_out.by == author
    return put_in and not taken_out


def _all_gone(pieces: Sequence[Piece]) -> bool:
    return all(piece.taken_out is not None for piece in pieces)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _parted(was: str, became: str) -> tuple[str, tuple[list[str], list[str]]]:
    """A paragraph that has become several: what is left of it, and what stands above and below by itself."""
    parts = [part.strip() for part in became.split("\n\n") if part.strip()]
    if len(parts) < 2:
        return became.strip(), ([], [])
    held = [
        number for number, part in enumerate(parts) if _plain(part) in _plain(was) or nearest(part, [was]) is not None
    ]
    if len(held) != 1:
        return "\n\n".join(parts), ([], [])
    return parts[held[0]], (parts[: held[0]], parts[held[0] + 1 :])
