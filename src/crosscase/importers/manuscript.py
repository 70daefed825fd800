"""Read a manuscript for its audit: .docx, .odt, .rtf, .html, .md and .pdf, with its headings, quotations and tables.

Files pass the same guard as transcripts do, and pandoc and PDFium read them within the same limits; here the structure
is kept that a transcript has no use for. A PDF has no structure: larger lines are headings, indented paragraphs are
quotations, words side by side are the cells of a table.

What a careful reader would get wrong: tracked changes are read as accepted, and comments are not read. What is audited
is what the reader of the finished paper would see.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from crosscase.importers import opendocument, word
from crosscase.importers.encoding import decode
from crosscase.importers.errors import NoWordsError, WrongContentError
from crosscase.importers.flatten import BACK, carried, inline_words
from crosscase.importers.guard import examine
from crosscase.importers.limits import TooComplexError
from crosscase.importers.losses import listed
from crosscase.importers.package import opened
from crosscase.importers.pandoc import run_pandoc
from crosscase.importers.pdf import paper_lines
from crosscase.importers.pdf_paper import pdf_blocks
from crosscase.importers.rtf import read_rtf
from crosscase.model.manuscripts import Manuscript, ManuscriptBlock, Where

SUFFIXES: Final = (".docx", ".odt", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt", ".pdf")
_MARKDOWN: Final = (".md", ".markdown", ".txt")


def read_manuscript(path: Path) -> Manuscript:
    """One manuscript.

    Raises:
        UnreadableError: with one sentence that says why the file cannot be read, and what to do.
    """
    sort = examine(path)
    losses: tuple[str, ...] = ()
    if sort == "pdf":
        lines, losses = paper_lines(path)
        blocks = pdf_blocks(lines)
    else:
        try:
            tree, losses, text = _tree(path, sort)
            blocks = _Walk(text).all(tree)
        except RecursionError as error:
            raise TooComplexError from error
    if not any(block.words or block.rows for block in blocks):
        raise NoWordsError
    title = next((block.words for block in blocks if block.nature == "heading" and block.level == 1), "")
    return Manuscript(file=path.name, title=title, blocks=tuple(blocks), losses=losses)


def _tree(path: Path, sort: str) -> tuple[list[Any], tuple[str, ...], str]:
    """The blocks of pandoc's tree, what was left out, and the text of a file that is one."""
    if sort in {"docx", "odt"}:
        with opened(path) as package:
            ready = word.prepared(package) if sort == "docx" else opendocument.prepared(package)
        return run_pandoc(ready.data, sort), tuple(one.what for one in listed(ready.left)), ""
    if sort == "rtf":
        parsed = read_rtf(path)
        return parsed.blocks, tuple(one.what for one in listed(parsed.left)), ""
    if path.suffix.lower() in _MARKDOWN:
        text = decode(path.read_bytes()).text
        return run_pandoc(text.encode(errors="replace"), "markdown-yaml_metadata_block"), (), text
    if sort == "html":
        text = decode(path.read_bytes()).text
        return run_pandoc(carried(text).encode(errors="replace"), "html"), (), ""
    raise WrongContentError(path.suffix, f"a file of the kind {sort}")


class _Walk:
    """Walks over pandoc's blocks and writes those of a manuscript."""

    def __init__(self, text: str) -> None:
        self.blocks: list[ManuscriptBlock] = []
        self.notes: list[Any] = []
        self._headings: dict[int, str] = {}
        self._text = text
        self._at = 0

    def all(self, tree: list[Any]) -> list[ManuscriptBlock]:
        """Every block; footnotes at the end."""
        self.walk(tree, quoted=False)
        for note in self.notes:
            words = " ".join(self._words(one["c"]) for one in note if one["t"] in {"Para", "Plain"})
            self._write("note", words)
        return self.blocks

    def walk(self, tree: list[Any], *, quoted: bool) -> None:
        for block in tree:
            sort, content = block["t"], block.get("c")
            if sort == "Header":
                self._heading(content[0], self._words(content[2]).replace("\n", " "))
            elif sort in {"Para", "Plain"}:
                self._write("quotation" if quoted else "paragraph", self._words(content))
            elif sort == "LineBlock":
                self._write("quotation" if quoted else "paragraph", "\n".join(self._words(line) for line in content))
            elif sort == "BlockQuote":
                self.walk(content, quoted=True)
            elif sort == "Table":
                self._table(content)
            else:
                self._inner(sort, content, quoted=quoted)

    def _inner(self, sort: str, content: Any, *, quoted: bool) -> None:
        if sort == "BulletList":
            for item in content:
                self.walk(item, quoted=quoted)
        elif sort == "OrderedList":
            for item in content[1]:
                self.walk(item, quoted=quoted)
        elif sort == "DefinitionList":
            for term, meanings in content:
                self._write("paragraph", self._words(term))
                for meaning in meanings:
                    self.walk(meaning, quoted=quoted)
        elif sort == "Div":
            self.walk(content[1], quoted=quoted)
        elif sort == "Figure":
            self.walk([*content[2], *content[1][1]], quoted=quoted)

    def _words(self, inlines: list[Any]) -> str:
        words, notes = inline_words(inlines)
        self.notes += notes
        return words.translate(BACK).strip()

    def _heading(self, level: int, words: str) -> None:
        if words:
            self._headings = {depth: title for depth, title in self._headings.items() if depth < level}
            self._write("heading", words, level=level)
            self._headings[level] = words

    def _write(self, nature: Any, words: str, **more: Any) -> None:
        if not words and not more.get("rows"):
            return
        where = Where(section_of(self._headings), len(self.blocks) + 1, self._line(words))
        self.blocks.append(ManuscriptBlock(nature=nature, where=where, words=words, **more))

    def _line(self, words: str) -> int:
        """In which line of the text a block begins: where its first words stand, after those of the one before."""
        if not self._text or not words:
            return 0
        first = words.split(maxsplit=1)[0].strip("“”‘’\"'*_#>")
        found = self._text.find(first, self._at) if first else -1
        if found < 0:
            return 0
        self._at = found + 1
        return self._text.count("\n", 0, found) + 1

    def _table(self, content: Any) -> None:
        caption = " ".join(self._words(one["c"]) for one in content[1][1] if one["t"] in {"Para", "Plain"})
        heads = content[3][1]
        rows = [*heads, *(row for body in content[4] for part in body[2:4] for row in part), *content[5][1]]
        cells = tuple(tuple(self._cells(row[1])) for row in rows)
        self._write("table", caption, rows=cells, heads=len(heads))

    def _cells(self, cells: list[Any]) -> list[str]:
        found: list[str] = []
        for cell in cells:
            words = " ".join(self._words(one["c"]) for one in cell[4] if one["t"] in {"Para", "Plain"})
            # A cell over several columns is followed by empty ones, so that columns keep their places.
            found += [words, *[""] * (cell[3] - 1)]
        return found


def section_of(headings: dict[int, str]) -> str:
    """Headings as a path, without the title of the paper."""
    below = [title for depth, title in sorted(headings.items()) if depth > 1]
    return " / ".join(below or headings.values())
