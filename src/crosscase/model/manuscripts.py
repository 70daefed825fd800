"""A manuscript as it was read from a file: headings, paragraphs, quotations and tables, each with its place.

It is no part of a study and is kept nowhere. `words` are as the file has them; what a careful reader would get wrong is
that a table of a PDF has been put together from where its words stand, and may have a cell too few.
"""

from __future__ import annotations

from typing import Literal

import msgspec

BlockNature = Literal["heading", "paragraph", "quotation", "table", "note"]


class Where(msgspec.Struct, frozen=True):
    """A place in a manuscript.

    Attributes:
        section: the headings above it, `Findings / Passing it up`; empty before the first.
        paragraph: its number among all paragraphs and tables, from 1.
        line: of the file, where it is text; page: where it has pages; else 0.
    """

    section: str = ""
    paragraph: int = 0
    line: int = 0
    page: int = 0

    def in_words(self) -> str:
        """`Findings / Passing it up, paragraph 12 (line 40)`."""
        more = f"line {self.line}" if self.line else f"page {self.page}" if self.page else ""
        place = f"{self.section}, paragraph {self.paragraph}" if self.section else f"paragraph {self.paragraph}"
        return f"{place} ({more})" if more else place


class ManuscriptBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A heading, a paragraph, a quotation set apart, a table, or a note.

    Attributes:
        words: of a table its caption.
        level: of a heading, from 1.
        rows: of a table, the heading rows first; `heads`: how many of them there are.
    """

    nature: BlockNature
    where: Where
    words: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    heads: int = 0


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """A paper.

    Attributes:
        file: its name.
        title: the first heading above all others, where there is one.
        losses: what could not be read.
    """

    file: str
    title: str
    blocks: tuple[ManuscriptBlock, ...]
    losses: tuple[str, ...] = ()
