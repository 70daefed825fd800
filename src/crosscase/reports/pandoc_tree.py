"""A document as pandoc's own tree (JSON, pandoc-types 1.23).

`tree` writes it for one target, because page turns, sizes of type and frames around a notice are said differently
in each. Words go into `Str`, so nothing anybody wrote can act as markup; the raw pieces of Word, LaTeX and Typst here
are fixed, and hold no words. Only tables in OpenDocument are written whole, by `open_tables`.

What a careful reader would get wrong: control characters are dropped here and not earlier. Quotations are checked
against their sources before; no file format could hold them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Literal

import msgspec

from crosscase.model.table import printed
from crosscase.reports.document import (
    Align,
    Block,
    Document,
    Figure,
    Heading,
    Listing,
    Markup,
    Notice,
    Paragraph,
    Piece,
    Quote,
    TableBlock,
)
from crosscase.reports.draft_nodes import ORIGIN, for_target
from crosscase.reports.layout import Fit, Size, aligned, cut, fit, needs_across
from crosscase.reports.nodes import (
    NO_ATTR,
    Node,
    cell_node,
    inline,
    para,
    plain,
    plains,
    printable,
    raw_block,
    row_node,
    runs_of,
    strong_node,
    strong_text,
    text_nodes,
)
from crosscase.reports.open_tables import table_xml

Target = Literal["docx", "odt", "html", "latex", "markdown", "typst"]


class Drawn(msgspec.Struct, frozen=True):
    """A figure as a picture: where pandoc finds it, and how wide it is set, in millimetres."""

    path: str
    width: float


_ALIGN: Final[dict[Align, str]] = {"left": "AlignLeft", "centre": "AlignCenter", "right": "AlignRight"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# A page is turned between these; Word wants the section that ends described, the others the one that begins.
_A4, _TURNED = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
_WORD_SECTION: Final = (
    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr><w:type w:val="nextPage"/><w:pgSz {size}/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr></w:pPr></w:p>"
)
_TURN: Final[dict[Target, tuple[str, str, str]]] = {
    "docx": ("openxml", _WORD_SECTION.format(size=_A4), _WORD_SECTION.format(size=_TURNED)),
    "odt": (
        "opendocument",
        '<text:p text:style-name="Page_20_across"></text:p>',
        '<text:p text:style-name="Page_20_upright"></text:p>',
    ),
    "latex": ("latex", r"\begin{landscape}", r"\end{landscape}"),
    "typst": ("typst", "#page(flipped: true)[", "]"),
}
_SIZES: Final[dict[Target, dict[Size, tuple[str, str]]]] = {
    "latex": {
        "normal": (r"\begingroup\small", r"\endgroup"),
        "small": (r"\begingroup\footnotesize", r"\endgroup"),
        "smallest": (r"\begingroup\scriptsize", r"\endgroup"),
    },
    "typst": {
        "normal": ("#[#set text(size: 9.5pt)", "]"),
        "small": ("#[#set text(size: 8.5pt)", "]"),
        "smallest": ("#[#set text(size: 7.5pt)", "]"),
    },
}
_SMALL: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "latex": dict.fromkeys(
        ("table-note", "quotation-source", "quotation-context"), (r"\begingroup\footnotesize", r"\par\endgroup")
    ),
    "typst": {
        "table-note": ("#small[", "]"),
        "quotation-source": ("#aside[", "]"),
        "quotation-context": ("#aside[", "]"),
    },
}
_FRAMES: Final[dict[Target, tuple[str, str]]] = {
    "latex": (r"\begin{center}\fbox{\begin{minipage}{0.94\linewidth}", r"\end{minipage}}\end{center}"),
    "typst": ("#notice[", "]"),
}


def tree(document: Document, target: Target, pictures: Mapping[int, Drawn]) -> bytes:
    """The document for one target.

    Args:
        document: with numbered tables and figures.
        target: pandoc's name of the format.
        pictures: by the number of a figure.
    """
    written = _Writer(document, target, pictures)
    meta = {
        "title": _meta(document.title),
        "subtitle": _meta(document.subtitle),
        "date": _meta(day_of(document)),
        "footer": _meta(footer_of(document)),
        "lang": {"t": "MetaString", "c": "en-GB"},
    }
    if document.origin:
        meta[ORIGIN] = {"t": "MetaString", "c": document.origin}
    blocks = [block for across, run in pages(document, target) for block in written.spread(run, across=across)]
    return msgspec.json.encode({"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks})


def table_name(block: TableBlock) -> str:
    """What a table is called inside a document."""
    return f"Table{block.number}{block.part}"


def day_of(document: Document) -> str:
    """The day of the study's last entry, in words."""
    day = datetime.fromtimestamp(document.moment, UTC)
    # Not strftime: the names of its months are those of the machine's language.
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def footer_of(document: Document) -> str:
    """What stands at the foot of every page, besides its number."""
    return printable(document.invented or document.title)


def pages(document: Document, target: Target) -> list[tuple[bool, list[Block]]]:
    """The blocks in runs that share a page format: a part is printed across when one of its tables needs that.

    Tables that fit no page are cut; where pages have no width they stay whole.
    """
    paged = target not in ("html", "markdown")
    parts: list[list[Block]] = [[]]
    for block in document.blocks:
        # In a draft a table alone is turned, not the text around it.
        in_draft = isinstance(block, Markup) or (bool(parts[-1]) and isinstance(parts[-1][-1], Markup))
        if in_draft or (isinstance(block, Heading) and block.level == 1):
            parts.append([])
        parts[-1] += cut(block) if paged and isinstance(block, TableBlock) else (block,)
    found: list[tuple[bool, list[Block]]] = []
    for part in parts:
        across = any(isinstance(block, TableBlock) and needs_across(block) for block in part)
        if found and found[-1][0] == across:
            found[-1][1].extend(part)
        else:
            found.append((across, part))
    return found


class _Writer:
    """Blocks of one document for one target."""

    def __init__(self, document: Document, target: Target, pictures: Mapping[int, Drawn]) -> None:
        self.document = document
        self.target = target
        self.pictures = pictures
        self.headings = 0

    def spread(self, run: Sequence[Block], *, across: bool) -> Iterator[Node]:
        """Blocks that share a page format."""
        turn = _TURN.get(self.target) if across else None
        if turn:
            yield raw_block(turn[0], turn[1])
        for block in run:
            yield from self.block(block, across=across)
        if turn:
            yield raw_block(turn[0], turn[2])

    def block(self, block: Block, *, across: bool) -> Iterator[Node]:
        """A block on a page of that format."""
        match block:
            case Heading():
                self.headings += 1
                yield {"t": "Header", "c": [block.level, [f"part-{self.headings}", [], []], text_nodes(block.text)]}
            case Paragraph():
                words = para(runs_of(block.runs))
                yield self._styled("Table Note", [words]) if block.note else words
            case Listing():
                yield {"t": "BulletList", "c": [[plain(runs_of(item))] for item in block.items]}
            case Notice():
                yield from self._notice(block)
            case TableBlock():
                yield from self._table(block, fit(block, across=across))
            case Figure():
                yield from self._figure(block)
            case Quote():
                yield self._quote(block)
            case Markup():
                yield from for_target(block.nodes, self.target, self.document.moment)

    def _styled(self, style: str, blocks: list[Node]) -> Node:
        """Blocks in a paragraph style of Word and OpenDocument; a class elsewhere."""
        name = style.lower().replace(" ", "-")
        if self.target == "markdown":
            return blocks[0]
        if self.target in ("latex", "typst"):
            small = _SMALL[self.target].get(name)
            inside = [raw_block(self.target, small[0]), *blocks, raw_block(self.target, small[1])] if small else blocks
            return {"t": "Div", "c": [NO_ATTR, inside]}
        # OpenDocument knows styles by their inner names, in which a blank is spelled out.
        style = style.replace(" ", "_20_") if self.target == "odt" else style
        return {"t": "Div", "c": [["", [name], [["custom-style", style]]], blocks]}

    def _notice(self, block: Notice) -> Iterator[Node]:
        words = para([strong_node(text_nodes(block.text))])
        frame = _FRAMES.get(self.target)
        if frame:
            yield from (raw_block(self.target, frame[0]), words, raw_block(self.target, frame[1]))
        elif self.target == "markdown":
            yield {"t": "BlockQuote", "c": [words]}
        else:
            yield self._styled("Notice", [words])

    # Tables

    def _table(self, block: TableBlock, fitted: Fit) -> Iterator[Node]:
        caption = _labelled(f"Table {block.number}{block.part}." if block.number else "", block.table.title)
        if self.target == "odt":
            yield self._styled("TableCaption", [para(caption)])
            yield raw_block("opendocument", table_xml(block, table_name(block), fitted))
        elif self.target == "markdown":
            yield from (para(caption), self._grid(block, fitted, []))
        elif self.target == "html":
            yield {"t": "Div", "c": [["", ["wide"], []], [self._grid(block, fitted, [plain(caption)])]]}
        else:
            grid = self._grid(block, fitted, [plain(caption)])
            size = _SIZES.get(self.target, {}).get(fitted.size)
            yield from (raw_block(self.target, size[0]), grid, raw_block(self.target, size[1])) if size else (grid,)
        yield from self._notes(block.table.notes)

    def _grid(self, block: TableBlock, fitted: Fit, caption: list[Node]) -> Node:
        table = block.table
        aligns = block.aligns or aligned(table)
        flowing = self.target in ("html", "markdown")
        columns = [
            [{"t": _ALIGN[align]}, {"t": "ColWidthDefault"} if flowing else {"t": "ColWidth", "c": width}]
            for align, width in zip(aligns, fitted.widths, strict=True)
        ]
        named = text_nodes if flowing else strong_text
        texts = [column.heading for column in table.columns]
        above: list[list[Any]] = []
        if block.over and self.target == "markdown":
            # One row of headings is all there is in Markdown.
            spanned = [label for label, span in block.over for _ in range(span)]
            texts = [f"{label}: {text}" if label else text for label, text in zip(spanned, texts, strict=True)]
        elif block.over:
            above = [row_node([cell_node(plains(named(label)), span) for label, span in block.over])]
        head = [*above, row_node([cell_node(self._in_cell(named(text))) for text in texts])]
        rows = []
        for number, row in enumerate(table.rows):
            texts = [printed(cell, column) for cell, column in zip(row, table.columns, strict=True)]
            strong = number in block.strong
            rows.append(row_node([cell_node(self._in_cell(inline(text, strong=strong))) for text in texts]))
        parts = [
            NO_ATTR, [None, caption], columns, [NO_ATTR, head], [[NO_ATTR, 0, [], rows]], [NO_ATTR, []],
        ]  # fmt: skip
        return {"t": "Table", "c": parts}

    def _in_cell(self, inlines: list[Node]) -> list[Node]:
        if not inlines:
            return []
        if self.target == "markdown":
            # A row is one line there.
            inlines = [{"t": "Str", "c": " / "} if node["t"] == "LineBreak" else node for node in inlines]
        return [plain(inlines)]

    def _notes(self, notes: Sequence[str]) -> Iterator[Node]:
        """What stands under a table or figure, in one paragraph, led by the words that made-up data must carry."""
        invented = self.document.invented
        rest = " ".join(_sentence(note) for note in notes if note and note != invented)
        inlines = [strong_node(text_nodes(_sentence(invented)))] if invented else []
        if rest:
            inlines += [*([{"t": "Space"}] if inlines else []), *text_nodes(rest)]
        if inlines:
            yield self._styled("Table Note", [para(inlines)])

    # Figures and quotations

    def _figure(self, block: Figure) -> Iterator[Node]:
        caption = _labelled(f"Figure {block.number}." if block.number else "", block.caption)
        drawn = self.pictures[block.number]
        picture = [["", [], [["width", f"{drawn.width}mm"]]], text_nodes(block.alt), [drawn.path, ""]]
        image = plain([{"t": "Image", "c": picture}])
        if self.target == "markdown":
            yield from (para(caption), para([{"t": "Image", "c": [NO_ATTR, *picture[1:]]}]))
        else:
            yield {"t": "Figure", "c": [NO_ATTR, [None, [plain(caption)]], [image]]}
        yield from self._notes(block.notes)

    def _quote(self, block: Quote) -> Node:
        inside: list[Node] = []
        if block.before:
            voice = f"{block.before.voice}: " if block.before.voice else ""
            lead = "… " if block.before.cut else ""
            inside.append(
                self._styled(
                    "Quotation Context", [para(text_nodes(f"{voice}“{lead}{_in_one_line(block.before.words)}”"))]
                )
            )
        inside.append(self._styled("Quotation", [para(inline(spoken(block)))]))
        source = [strong_node(text_nodes(block.identifier)), *text_nodes(f", {block.about}.")]
        if block.remark:
            source += [{"t": "Space"}, {"t": "Emph", "c": text_nodes(_sentence(block.remark))}]
        inside.append(self._styled("Quotation Source", [para(source)]))
        return {"t": "BlockQuote", "c": inside}


def spoken(quote: Quote) -> str:
    """The words of a quotation as they are printed: in quotation marks, omissions as […], other voices in brackets.

    Where lines break in a transcript is not part of what was said: a run of blanks and breaks is one blank.
    """
    words = _in_one_line(quote.printed)
    for piece in () if words else quote.pieces:
        gap = " […] " if piece.cut else " "
        words += (gap if words or piece.cut else "") + _voiced(piece)
    return f"“{words.strip()}{' […]' if quote.tail else ''}”"


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def _voiced(piece: Piece) -> str:
    words = _in_one_line(piece.words)
    return f"[{piece.voice}: {words}]" if piece.voice else words


def _labelled(label: str, text: str) -> list[Node]:
    return [*([strong_node(text_nodes(label)), {"t": "Space"}] if label else []), *text_nodes(text)]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{text}."


def _meta(text: str) -> Node:
    return {"t": "MetaInlines", "c": text_nodes(text)}
