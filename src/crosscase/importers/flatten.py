"""From pandoc's document tree to the text of a source, and where its headings and labels stand.

Takes the tree as pandoc writes it to JSON (`{"blocks": [...]}`) and gives a `Flat`: paragraphs separated by a
blank line, line breaks inside a paragraph kept, tables row by row with tabs between cells, lists item by item,
footnotes at the end with `[1]` where they were called. Pictures, bullets and the numbers of lists are no words
and are only counted.

`find_structured_turns` then asks `turns.find_turns` who speaks. What the file knows better than its words
(this is a heading, this label is in bold, this is the first cell of a row) is written into a copy in the way
that `find_turns` understands, and the turns are moved back to the text itself. The text never holds the marks.

What a careful reader would get wrong: programs that write Word files call every indented paragraph a quotation,
so only HTML's and EPUB's block quotes count as quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import msgspec

from crosscase.importers.labels import shape
from crosscase.importers.options import Known
from crosscase.importers.times import TIME
from crosscase.importers.turns import Found, find_turns
from crosscase.model.bundle import Spoken

TAB: Final = "\ufdd0"
BLANK: Final = "\ufdd1"
START: Final = "\ufdd2"
"""Characters that mean nothing in Unicode, and carry a tab, a blank, and the beginning of the text past pandoc,
which would otherwise take the blanks of a paragraph apart (and need five times as long), and a title out of it."""
BACK: Final = str.maketrans({TAB: "\t", BLANK: " ", START: "", "\r": "\n"})
_IN_MARKUP: Final = re.compile(r"(?<=>)[^<>]+")
_ONE_BLANK: Final = re.compile(r"(?<=\S) (?=\S)")
_LONGEST_LABEL: Final = 60
_CLOCK: Final = re.compile(rf"\[?(?:{TIME})\]?")


class Label(msgspec.Struct, frozen=True):
    """The beginning of a paragraph that is set apart: in bold, or in a cell or term of its own."""

    start: int
    end: int
    name: str
    colon: bool


class Flat(msgspec.Struct, kw_only=True):
    """A text, and what the file said about its parts. Offsets are code points of `text`.

    Attributes:
        body: where the words end and the footnotes begin.
        notes: how many footnotes there are.
    """

    text: str = ""
    body: int = 0
    headings: list[tuple[int, int]] = []
    quotes: list[tuple[int, int]] = []
    labels: list[Label] = []
    notes: int = 0
    pictures: int = 0
    formulas: int = 0
    numbered: int = 0


def flatten(blocks: list[Any], *, quotes: bool) -> Flat:
    """The text of a list of blocks.

    Args:
        quotes: whether block quotes are quotations rather than indented paragraphs.

    Raises:
        RecursionError: the tree is deeper than any document.
    """
    writer = _Writer(quotes=quotes)
    writer.blocks(blocks)
    flat = writer.flat
    flat.body = writer.length
    for number, note in enumerate(writer.called, 1):
        flat.quotes.append(writer.line(f"[{number}] " + "\n".join(_paragraphs(writer, note))))  # never blank
    flat.text = "\n\n".join(writer.paragraphs)
    flat.notes = len(writer.called)
    return flat


def carried(markup: str) -> str:
    """HTML with stand-ins for the blanks between words; where several stand together, HTML makes them one."""
    return _IN_MARKUP.sub(lambda words: _ONE_BLANK.sub(BLANK, words[0]), markup)


def find_structured_turns(flat: Flat, known: Known) -> Found:
    """The speakers and turns of a text whose headings, quotations and labels are known."""
    marks: list[tuple[int, str]] = [(start, "# ") for start, _ in flat.headings]
    marks += [(start + at, "> ") for start, end in flat.quotes for at in _line_starts(flat.text[start:end])]
    heads = {start for start, _ in flat.headings}
    for label in _likely(flat.labels):
        if label.start not in heads:
            marks += [(label.start, "**"), (label.end, "**" if label.colon else ":**")]
    if not marks:
        return find_turns(flat.text, known=known)
    marks.sort(key=lambda mark: mark[0])
    pieces: list[str] = []
    # For each stretch of the marked copy: where it begins there, and how far ahead of the text it is.
    starts, ahead = [0], [0]
    last = 0
    for at, mark in marks:
        pieces += [flat.text[last:at], mark]
        starts.append(at + ahead[-1] + len(mark))
        ahead.append(ahead[-1] + len(mark))
        last = at
    pieces.append(flat.text[last:])

    def back(offset: int) -> int:
        stretch = bisect_right(starts, offset) - 1
        following = starts[stretch + 1] - ahead[stretch + 1] if stretch + 1 < len(starts) else len(flat.text)
        return min(offset - ahead[stretch], following)

    found = find_turns("".join(pieces), known=known)
    turns: list[Spoken] = []
    for turn in found.turns:
        start, end = back(turn.start), back(turn.end)
        # A footnote is the writer's: nobody said it.
        nature = "note" if flat.notes and start >= flat.body else turn.nature
        if end > start:
            turns.append(msgspec.structs.replace(turn, start=start, end=end, nature=nature))
    return msgspec.structs.replace(found, turns=tuple(turns))


def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


def _likely(labels: list[Label]) -> list[Label]:
    """Labels with a colon; and those without one, where at least two different ones recur."""
    times = Counter(label.name for label in labels if not label.colon and shape(label.name))
    recurring = {name for name, count in times.items() if count > 1}
    return [label for label in labels if label.colon or (len(recurring) > 1 and label.name in recurring)]


class _Writer:
    """Walks over blocks and writes paragraphs."""

    def __init__(self, *, quotes: bool) -> None:
        self.quotes = quotes
        self.flat = Flat()
        self.paragraphs: list[str] = []
        self.length = 0
        self.called: list[list[Any]] = []

    def line(self, words: str) -> tuple[int, int]:
        """Write one paragraph and say where it stands; nothing is written for blank ones."""
        words = words.translate(BACK).strip()
        if not words:
            return self.length, self.length
        start = self.length + (2 if self.paragraphs else 0)
        self.paragraphs.append(words)
        self.length = start + len(words)
        return start, self.length

    def blocks(self, blocks: list[Any]) -> None:
        for block in blocks:
            # A rule, or raw code of another format, holds no words.
            if (write := _WRITE.get(block["t"])) is not None:
                write(self, block.get("c"))

    def inlines(self, inlines: list[Any]) -> str:
        return "".join([say(self, one.get("c")) for one in inlines if (say := _SAY.get(one["t"])) is not None])


def _para(writer: _Writer, content: Any) -> None:
    label = _bold_start(content)
    start, end = writer.line(writer.inlines(content))
    words = writer.paragraphs[-1] if end > start else ""
    if label and words.startswith(label):
        _add_label(writer, start, words, label)


def _add_label(writer: _Writer, start: int, words: str, label: str) -> None:
    """Note that a paragraph begins with words set apart; a colon may stand among them or follow."""
    bare = label.rstrip().rstrip(":\uff1a").rstrip()
    rest = words[len(bare) :].lstrip()
    colon = rest[:1] in {":", "\uff1a"}
    end = len(words) - len(rest) + 1 if colon else len(bare)
    if bare and len(bare) <= _LONGEST_LABEL and "\n" not in bare:
        writer.flat.labels.append(Label(start, start + end, bare, colon))


def _bold_start(inlines: list[Any]) -> str:
    """The words in bold at the beginning of a paragraph."""
    bold: list[str] = []
    for one in inlines:
        inner = one
        while inner["t"] in {"Span", "Underline", "Emph"}:  # bold within something else
            content = inner["c"][1] if inner["t"] == "Span" else inner["c"]
            if len(content) != 1:
                break
            inner = content[0]
        if inner["t"] == "Strong":
            bold.append(_plain(inner["c"]))
        elif one["t"] == "Space" or (one["t"] == "Span" and not one["c"][1]):  # an anchor
            bold.append(" " if one["t"] == "Space" else "")
        else:
            break
    return "".join(bold).translate(BACK).strip()


def _plain(inlines: list[Any]) -> str:
    return _Writer(quotes=False).inlines(inlines)


def _header(writer: _Writer, content: Any) -> None:
    start, end = writer.line(writer.inlines(content[2]).replace("\n", " "))
    if end > start:
        writer.flat.headings.append((start, end))


def _quote(writer: _Writer, content: Any) -> None:
    first = len(writer.paragraphs)
    start = writer.length + (2 if writer.paragraphs else 0)
    writer.blocks(content)
    if writer.quotes and len(writer.paragraphs) > first:
        at = start
        for words in writer.paragraphs[first:]:
            writer.flat.quotes.append((at, at + len(words)))
            at += len(words) + 2


def _code(writer: _Writer, content: Any) -> None:
    writer.line(content[1])


def _items(writer: _Writer, content: Any) -> None:
    for item in content:
        writer.blocks(item)


def _numbered(writer: _Writer, content: Any) -> None:
    writer.flat.numbered += len(content[1])
    _items(writer, content[1])


def _definitions(writer: _Writer, content: Any) -> None:
    for term, meanings in content:
        label = writer.inlines(term).translate(BACK).strip()
        start, end = writer.line(label)
        if end > start:
            _add_label(writer, start, label, label)
        for meaning in meanings:
            writer.blocks(meaning)


def _line_block(writer: _Writer, content: Any) -> None:
    writer.line("\n".join(writer.inlines(line) for line in content))


def _figure(writer: _Writer, content: Any) -> None:
    writer.blocks(content[2])
    writer.blocks(content[1][1])


def _table(writer: _Writer, content: Any) -> None:
    """Rows as lines, cells separated by tabs, paragraphs of a cell by line breaks."""
    writer.blocks(content[1][1])
    rows = [*content[3][1], *(row for body in content[4] for part in body[2:4] for row in part), *content[5][1]]
    lines: list[str] = []
    firsts: list[tuple[int, str]] = []
    length = words = 0
    for _, cells in rows:
        said = ["\n".join(_paragraphs(writer, cell[4])).translate(BACK).strip() for cell in cells]
        line = "\t".join(said).rstrip()
        if line.strip():
            if len(said) > 1 and said[0] and any(said[1:]):
                at = 1 if len(said) > 2 and _CLOCK.fullmatch(said[0]) else 0  # the time in a column of its own
                firsts.append((length + (len(said[0]) + 1) * at, said[at]))
                words += sum(len(cell.split()) for cell in said[at + 1 :])
            lines.append(line)
            length += len(line) + 1
    whole = "\n".join(lines)
    start, end = writer.line(whole)
    lost = len(whole) - len(whole.lstrip())
    # A table of figures has names in its first column too; only where sentences follow can they be speakers.
    if end > start and words >= 4 * len(firsts):
        for at, label in firsts:
            if label:
                _add_label(writer, start + at - lost, whole[at:].partition("\n")[0], label)


def _paragraphs(writer: _Writer, blocks: list[Any]) -> list[str]:
    """The paragraphs of a cell or a note, written apart and counted with the rest."""
    inner = _Writer(quotes=False)
    inner.called = writer.called
    inner.flat = writer.flat
    before = len(writer.flat.headings), len(writer.flat.labels)
    inner.blocks(blocks)
    # Their places are those of the cell, not of the text: nothing to be learnt from them.
    del writer.flat.headings[before[0] :], writer.flat.labels[before[1] :]
    return inner.paragraphs


_WRITE: Final[dict[str, Callable[[_Writer, Any], None]]] = {
    "Para": _para,
    "Plain": _para,
    "Header": _header,
    "BlockQuote": _quote,
    "BulletList": _items,
    "OrderedList": _numbered,
    "DefinitionList": _definitions,
    "LineBlock": _line_block,
    "CodeBlock": _code,
    "Div": lambda writer, content: writer.blocks(content[1]),
    "Figure": _figure,
    "Table": _table,
}


def _note(writer: _Writer, content: Any) -> str:
    writer.called.append(content)
    return f"[{len(writer.called)}]"


def _picture(writer: _Writer, _: Any) -> str:
    writer.flat.pictures += 1
    return ""


def _formula(writer: _Writer, content: Any) -> str:
    writer.flat.formulas += 1
    return str(content[1])


def _quoted(writer: _Writer, content: Any) -> str:
    opens, closes = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
    return opens + writer.inlines(content[1]) + closes


def _within(writer: _Writer, content: Any) -> str:
    return writer.inlines(content)


def _second(writer: _Writer, content: Any) -> str:
    return writer.inlines(content[1])


_SAY: Final[dict[str, Callable[[_Writer, Any], str]]] = {
    "Str": lambda _, content: str(content),
    "Space": lambda *_: " ",
    "SoftBreak": lambda *_: " ",
    "LineBreak": lambda *_: "\n",
    "Code": lambda _, content: str(content[1]),
    "Math": _formula,
    "Note": _note,
    "Image": _picture,
    "Quoted": _quoted,
    "Link": _second,
    "Span": _second,
    "Cite": _second,
    **dict.fromkeys(("Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"), _within),
}


def inline_words(inlines: list[Any]) -> tuple[str, list[list[Any]]]:
    """The words of inlines, and the footnotes that they call."""
    writer = _Writer(quotes=False)
    return writer.inlines(inlines), writer.called
