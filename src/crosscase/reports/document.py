"""A report as a tree of blocks, before it is any file.

Parts build these blocks, `checking` reads every quotation in them against its source, `pandoc_tree` turns them into
what pandoc writes. All of it is frozen and plain, so a document can be compared, tested and built again.

What a careful reader would get wrong: blocks carry words, never markup. Whatever stands in a `Run` is printed as it
is, also when it looks like Markdown or LaTeX.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import msgspec

from crosscase.model import Id
from crosscase.model.table import Table

Style = Literal["plain", "strong", "emphasis"]
Align = Literal["left", "centre", "right"]


class Run(msgspec.Struct, frozen=True):
    """Words in one style; line breaks in them are printed as such."""

    text: str
    style: Style = "plain"


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 opens a part."""

    text: str
    level: int = 1


class Paragraph(msgspec.Struct, frozen=True):
    """Running text; a `note` is set small, like what stands under a table."""

    runs: tuple[Run, ...]
    note: bool = False


class TableBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its caption above and its notes below.

    Attributes:
        table: `title` is the caption without its number; two leading blanks in a first cell are one step inwards.
        aligns: of the columns; empty leaves it to what the columns hold.
        over: a further row of headings above the first, each with the number of columns it spans.
        equal: all columns but the first are of one width.
        strong: numbers of rows that are set strong (subtotals, totals).
        number: among the tables of the document; given when it is put together.
        part: `a`, `b` … when a table had to be cut into several to fit the page.
    """

    table: Table
    aligns: tuple[Align, ...] = ()
    over: tuple[tuple[str, int], ...] = ()
    equal: bool = False
    strong: frozenset[int] = frozenset()
    number: int = 0
    part: str = ""


class Piece(msgspec.Struct, frozen=True):
    """Verbatim words at `[start, end)`, in code points of their source.

    Attributes:
        voice: who speaks, where that is not the person quoted.
        cut: words of the passage were left out before this piece; printed as […].
    """

    start: int
    end: int
    words: str
    voice: str = ""
    cut: bool = False


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation, bound to its place.

    Attributes:
        source: whose text the pieces are of.
        identifier: of who speaks.
        about: who that is and where the words stand, for the line under them.
        before: what was said just before, as context.
        remark: what the reader has to know: speaks against, unreviewed.
        tail: words of the passage were left out after the last piece.
        coding: the coding it comes from; empty where there is none.
        printed: the words as they are printed, with declared omissions and edits; empty where the pieces are.
    """

    source: Id
    pieces: tuple[Piece, ...]
    identifier: str
    about: str
    before: Piece | None = None
    remark: str = ""
    tail: bool = False
    coding: Id = ""
    printed: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as a Vega-Lite specification (JSON, with its data).

    Attributes:
        alt: what it shows, for those who cannot see it.
        notes: what stands under it.
        number: among the figures of the document; given when it is put together.
    """

    spec: str
    caption: str
    alt: str
    notes: tuple[str, ...] = ()
    number: int = 0


class Notice(msgspec.Struct, frozen=True):
    """Something nobody may overlook."""

    text: str


class Listing(msgspec.Struct, frozen=True):
    """A list; each item is a line of runs."""

    items: tuple[tuple[Run, ...], ...]


class Markup(msgspec.Struct, frozen=True):
    """A stretch of a draft, as pandoc's own nodes (JSON); see `draft_nodes`. Its words are checked when it is made."""

    nodes: bytes


Block: TypeAlias = "Heading | Paragraph | TableBlock | Quote | Figure | Notice | Listing | Markup"


class Unprinted(msgspec.Struct, frozen=True):
    """A quotation that was not printed: whose it is, where it stands, and why not. Never its words."""

    whose: str
    where: str
    why: str


class Part(msgspec.Struct, frozen=True):
    """What a module of `parts` gives.

    Attributes:
        blocks: the first of them its heading.
        unprinted: what it could not quote.
        places: where words stand that it quotes outside of a `Quote`: source, start, end.
    """

    blocks: tuple[Block, ...]
    unprinted: tuple[Unprinted, ...] = ()
    places: tuple[tuple[Id, int, int], ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report.

    Attributes:
        moment: when the study was last changed, in seconds since 1970; everything dated in a file takes this.
        invented: the words that every table and figure must carry when the data are made up; else empty.
        version: of the study that it is made from.
        participants: ids of those whose words are in it.
        origin: of a draft, which one at which entry, so that it can be taken in again.
    """

    title: str
    subtitle: str
    moment: int
    blocks: tuple[Block, ...]
    invented: str = ""
    version: str = ""
    participants: tuple[Id, ...] = ()
    origin: str = ""

    def of(self, kind: type[Any]) -> Iterator[Any]:
        """Its blocks of one type."""
        return (block for block in self.blocks if isinstance(block, kind))


def plain(text: str) -> Paragraph:
    """A paragraph without any style."""
    return Paragraph((Run(text),))


def note(text: str) -> Paragraph:
    """A small paragraph."""
    return Paragraph((Run(text),), note=True)


def facts(*pairs: tuple[str, str]) -> Listing:
    """A list of named facts, those without anything to say left out."""
    return Listing(tuple((Run(f"{name}: ", "strong"), Run(value)) for name, value in pairs if value))
