"""One function for each format: a document in, the bytes of its files out.

docx and odt take their looks from reference documents made in `styles`, HTML and PDF from the style sheet and the
template of `looks`, LaTeX and Markdown from whoever reads them. HTML is one file; Markdown and LaTeX have their
pictures in a folder beside them, since neither can hold one.

Every format is the same bytes for the same study: times in the files are that of the study's last entry, and zip
files are packed again.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final, TypeAlias
from xml.sax.saxutils import escape

import msgspec

from crosscase.reports import looks
from crosscase.reports.archive import unzipped, zipped
from crosscase.reports.document import Document, Figure, TableBlock, note
from crosscase.reports.drawing import Drawer, Picture, size
from crosscase.reports.errors import WriterError
from crosscase.reports.layout import Fit, Size, fit
from crosscase.reports.open_tables import table_styles
from crosscase.reports.pandoc import run_pandoc
from crosscase.reports.pandoc_tree import Drawn, Target, footer_of, pages, table_name, tree
from crosscase.reports.styles import FOOTER, before_number, open_reference, word_reference
from crosscase.reports.typefaces import OTHER_LETTERS, needs_more


class Rendered(msgspec.Struct, frozen=True):
    """The bytes of a report, of the pictures that lie beside it, by their names, and what the reader should know."""

    main: bytes
    beside: Mapping[str, bytes] = {}
    note: str = ""


_PIXEL: Final = 25.4 / 96
_WIDEST, _HIGHEST = 168.0, 205.0

Renderer: TypeAlias = Callable[[Document, Drawer, str], Rendered]


def render_docx(document: Document, drawer: Drawer, folder: str) -> Rendered:  # noqa: ARG001 - one for all
    """Word."""
    drawn = _inside(document, drawer, "png")
    files = {"reference.docx": word_reference(FOOTER)}
    parts = unzipped(_pandoc(document, "docx", ["--reference-doc=reference.docx"], drawn, files))
    parts["word/footer1.xml"] = _with_footer(parts["word/footer1.xml"], document)
    body = parts["word/document.xml"].decode()
    for number, one in drawn.items():  # pandoc describes a picture by its address
        body = body.replace(f'descr="{one.path}"', f'descr="figure-{number}.png"')
    # Sections that pandoc did not make have no footer, and rows would break across pages.
    footer = re.search(r"<w:footerReference[^>]*/>", body)
    if footer:
        body = body.replace("<w:sectPr><w:type ", f"<w:sectPr>{footer[0]}<w:type ")
    body = body.replace("<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>").replace(
        "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"
    )
    sizes = (fitted.size for _, fitted in _tables(document, "docx"))
    body = re.sub("<w:tbl>.*?</w:tbl>", lambda table: _word_table(table[0], next(sizes)), body, flags=re.DOTALL)
    parts["word/document.xml"] = body.encode()
    return Rendered(zipped(parts))


def _word_table(table: str, size: Size) -> str:
    """A table with its size of type, for which pandoc knows one style only, its last row kept with the notes below."""
    table = table.replace('w:val="Compact" />', f'w:val="TableText{size}" />')
    last = table.rfind("<w:tr>")
    style = f'<w:pStyle w:val="TableText{size}" />'
    return table[:last] + table[last:].replace(style, f"{style}<w:keepNext/>")


def render_odt(document: Document, drawer: Drawer, folder: str) -> Rendered:  # noqa: ARG001 - one for all
    """OpenDocument."""
    drawn = _inside(document, drawer, "png")
    files = {"reference.odt": open_reference(FOOTER)}
    parts = unzipped(_pandoc(document, "odt", ["--reference-doc=reference.odt"], drawn, files))
    parts["styles.xml"] = _with_footer(parts["styles.xml"], document)
    tables = _tables(document, "odt")
    ended = b"</office:automatic-styles>"
    parts["content.xml"] = parts["content.xml"].replace(ended, table_styles(tables).encode() + ended, 1)
    return Rendered(zipped({name: _open_part(document, name, data) for name, data in parts.items()}))


def render_html(document: Document, drawer: Drawer, folder: str) -> Rendered:  # noqa: ARG001 - one for all
    """One HTML file with everything in it."""
    drawn = _inside(document, drawer, "svg")
    files = {"template.html": looks.HTML.encode(), "report.css": looks.CSS.encode()}
    arguments = ["--standalone", "--template=template.html", "--css=report.css", "--embed-resources", "--toc",
                 "--toc-depth=3", "--section-divs", "--shift-heading-level-by=1", "--wrap=none"]  # fmt: skip
    return Rendered(_pandoc(document, "html", arguments, drawn, files))


def render_latex(document: Document, drawer: Drawer, folder: str) -> Rendered:
    """LaTeX, to be run through XeLaTeX or LuaLaTeX."""
    # Not as PDF, whose bytes vl-convert makes anew each time.
    drawn, files = _pictures(document, drawer, "png", folder)
    header = {"header.tex": looks.LATEX_HEADER.encode()}
    variables = ("papersize:a4", "fontsize:11pt", "geometry:margin=20mm", "colorlinks")
    arguments = ["--standalone", "--include-in-header=header.tex", "--wrap=none"]
    arguments += [f"--variable={variable}" for variable in variables]
    return Rendered(_pandoc(document, "latex", arguments, drawn, header), _beside(files, folder))


def render_markdown(document: Document, drawer: Drawer, folder: str) -> Rendered:
    """Markdown as GitHub reads it."""
    drawn, files = _pictures(document, drawer, "svg", folder)
    arguments = [
        "--standalone",
        "--template=template.md",
        "--shift-heading-level-by=1",
        "--wrap=none",
        "--columns=10000",
    ]
    template = {"template.md": looks.MARKDOWN.encode()}
    written = _pandoc(document, "markdown", arguments, drawn, template)
    return Rendered(written, _beside(files, folder))


def render_pdf(document: Document, drawer: Drawer, folder: str) -> Rendered:  # noqa: ARG001 - one for all
    """PDF, by way of Typst and the typefaces it brings."""
    import typst

    drawn, files = _pictures(document, drawer, "svg")
    template = {"template.typ": looks.TYPST.encode()}
    arguments = ["--standalone", "--template=template.typ", "--wrap=none"]
    source = _pandoc(document, "typst", arguments, drawn, template)
    # Only a script that none of Typst's own typefaces has makes the machine's matter.
    more = needs_more((source + b"".join(files.values())).decode())
    if more:
        document = msgspec.structs.replace(document, blocks=(note(OTHER_LETTERS), *document.blocks))
        source = _pandoc(document, "typst", arguments, drawn, template)
    # pandoc centres every table; ours begin where the text does.
    source = source.replace(b"align(center)[#table(", b"align(left)[#table(")
    try:
        compiled: bytes = typst.compile(  # type: ignore[call-overload]  # its types know of no dictionaries
            {"main.typ": source, **files},
            format="pdf",
            ignore_system_fonts=not more,
            timestamp=datetime.fromtimestamp(document.moment, UTC),
        )
    except RuntimeError as error:
        raise WriterError("Typst", str(error)) from error
    return Rendered(compiled, note=OTHER_LETTERS if more else "")


FORMATS: Final[Mapping[str, Renderer]] = {
    ".docx": render_docx,
    ".odt": render_odt,
    ".html": render_html,
    ".pdf": render_pdf,
    ".md": render_markdown,
    ".tex": render_latex,
}


def _pandoc(
    document: Document, target: Target, arguments: list[str], drawn: Mapping[int, Drawn], files: Mapping[str, bytes]
) -> bytes:
    to = {"html": "html5", "markdown": "gfm-raw_html"}.get(target, target)
    return run_pandoc(tree(document, target, drawn), to, arguments, files=files, moment=document.moment)


def _tables(document: Document, target: Target) -> list[tuple[str, Fit]]:
    """The tables as they are printed: what each is called inside, and how it is set."""
    return [
        (table_name(block), fit(block, across=across))
        for across, blocks in pages(document, target)
        for block in blocks
        if isinstance(block, TableBlock)
    ]


def _pictures(
    document: Document, drawer: Drawer, picture: Picture, folder: str = ""
) -> tuple[dict[int, Drawn], dict[str, bytes]]:
    """Where each figure is found and how wide it is, and the pictures by name."""
    drawn: dict[int, Drawn] = {}
    files: dict[str, bytes] = {}
    figure: Figure
    for figure in document.of(Figure):
        name = f"figure-{figure.number}.{picture}"
        files[name] = drawer.draw(figure.spec, picture)
        path = f"{folder}/{name}" if folder else name
        drawn[figure.number] = Drawn(path, _millimetres(*size(files[name], picture)))
    return drawn, files


def _inside(document: Document, drawer: Drawer, picture: Picture) -> dict[int, Drawn]:
    """The figures, each with its picture in its own address."""
    drawn, files = _pictures(document, drawer, picture)
    mime = {"png": "image/png", "svg": "image/svg+xml"}[picture]
    return {
        number: msgspec.structs.replace(one, path=f"data:{mime};base64,{b64encode(files[one.path]).decode()}")
        for number, one in drawn.items()
    }


def _with_footer(part: bytes, document: Document) -> bytes:
    """A part of a document with the words at the foot of its pages."""
    return part.replace(before_number(FOOTER).encode(), escape(before_number(footer_of(document))).encode())


def _millimetres(width: float, height: float) -> float:
    """How wide a figure is set: as it was drawn, if page and caption leave room for that."""
    return round(min(width * _PIXEL, _WIDEST, _HIGHEST * width / height), 1)


def _beside(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


def _open_part(document: Document, name: str, data: bytes) -> bytes:
    """A part of an odt; pandoc writes the hour at which it ran into some."""
    if name != "meta.xml":
        return data
    moment = datetime.fromtimestamp(document.moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", moment.encode(), data)
