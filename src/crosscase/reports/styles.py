"""How reports look in Word and OpenDocument: one list of paragraph styles, written as two reference documents.

pandoc takes styles, page format and footer from a reference document. Both are made here from `STYLES`, with fixed
times inside, so that the same study gives the same bytes. The type is Arial, which every office program has or has
a twin of; rules stand above, under the head of, and below a table, nowhere else.

Sizes are points, distances points too, indents millimetres.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

import msgspec

from crosscase.reports.archive import zipped
from crosscase.reports.layout import POINTS

_FONT: Final = "Arial"
_INK, _GREY, _RULE = "1F2933", "52606D", "9AA5B1"
_TWIPS_PER_MM = 56.7


class ParagraphStyle(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph style.

    Attributes:
        name: as pandoc and people name it.
        odt: its name in OpenDocument, where that is another.
        base: the style it goes on from.
        level: of a heading.
        rule: a thin line at the left, as beside quotations.
        frame: a thin line all round.
        page: begins a page, upright or across (OpenDocument).
    """

    name: str
    odt: str = ""
    base: str = "Normal"
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 0
    indent: float = 0
    level: int = 0
    keep: bool = False
    centred: bool = False
    rule: bool = False
    frame: bool = False
    page: str = ""


STYLES: Final[tuple[ParagraphStyle, ...]] = (
    ParagraphStyle(name="Normal", odt="Standard", base="", size=10.5, colour=_INK, line=1.25),
    ParagraphStyle(name="Body Text", odt="Text body", after=6),
    ParagraphStyle(name="First Paragraph", odt="First paragraph", base="Body Text", after=6),
    ParagraphStyle(name="Compact", base="Body Text", after=2),
    ParagraphStyle(name="Title", size=22, bold=True, before=6, after=4, line=1.1, keep=True),
    ParagraphStyle(name="Subtitle", size=13, colour=_GREY, after=2, keep=True),
    ParagraphStyle(name="Date", size=10, colour=_GREY, after=14),
    ParagraphStyle(name="Heading 1", size=16, bold=True, before=22, after=6, line=1.1, level=1, keep=True),
    ParagraphStyle(name="Heading 2", size=12.5, bold=True, before=16, after=4, line=1.1, level=2, keep=True),
    ParagraphStyle(name="Heading 3", size=10.5, bold=True, before=12, after=3, line=1.1, level=3, keep=True),
    ParagraphStyle(name="Block Text", odt="Quotations", after=3, indent=6, rule=True),
    ParagraphStyle(name="Quotation", base="Block Text", after=2, indent=6, rule=True, keep=True),
    ParagraphStyle(name="Quotation Source", base="Block Text", size=8.5, colour=_GREY, after=4, indent=6, rule=True),
    ParagraphStyle(name="Quotation Context", base="Quotation Source", size=8.5, colour=_GREY, before=6, after=1,
                   indent=6, rule=True, keep=True),
    ParagraphStyle(name="Caption", size=9.5, before=12, after=4, line=1.1, keep=True),
    ParagraphStyle(name="Table Caption", odt="TableCaption", base="Caption", size=9.5, before=12, after=4, line=1.1,
                   keep=True),
    ParagraphStyle(name="Image Caption", odt="FigureCaption", base="Caption", size=9.5, before=4, after=4, line=1.1),
    ParagraphStyle(name="Captioned Figure", odt="FigureWithCaption", before=12, after=2, keep=True),
    ParagraphStyle(name="Figure", before=12, after=2),
    ParagraphStyle(name="Table Note", size=8, colour=_GREY, before=4, after=12, line=1.15),
    *(
        ParagraphStyle(name=f"Table Text {size}", size=points, before=1.2, after=1.2, line=1.05)
        for size, points in POINTS.items()
    ),
    ParagraphStyle(name="Table Contents", size=POINTS["normal"]),
    ParagraphStyle(name="Table Heading", base="Table Contents", size=POINTS["normal"], bold=True),
    ParagraphStyle(name="Notice", bold=True, before=8, after=12, frame=True),
    ParagraphStyle(name="Footer", size=8, colour=_GREY, centred=True),
    ParagraphStyle(name="Section End", odt="", size=1, line=0.1),
    ParagraphStyle(name="Page across", size=1, line=0.1, page="Across"),
    ParagraphStyle(name="Page upright", size=1, line=0.1, page="Standard"),
)  # fmt: skip


FOOTER: Final = "Words at the foot"
"""Stands for them in reference documents, which lie in a temporary file for a moment."""


def word_reference(footer: str) -> bytes:
    """A reference document for docx; `footer` stands on every page, before the page number."""
    return zipped(
        {
            "[Content_Types].xml": _WORD_TYPES,
            "_rels/.rels": _WORD_PACKAGE,
            "word/_rels/document.xml.rels": _WORD_PARTS,
            "word/document.xml": _WORD_DOCUMENT,
            "word/footer1.xml": _WORD_FOOTER.format(footer=escape(before_number(footer))),
            "word/styles.xml": _word_styles(),
        }
    )


def open_reference(footer: str) -> bytes:
    """A reference document for odt; `footer` stands on every page, before the page number."""
    styles = _OPEN_STYLES.format(
        font=_FONT,
        default=_open_text(STYLES[0]),
        styles="".join(_open_style(style) for style in STYLES),
        footer=escape(before_number(footer)),
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {_OPEN_NAMES} office:version="1.3"><office:body><office:text/>'
            "</office:body></office:document-content>",
            "styles.xml": styles,
            # pandoc writes its own; but it lists in the manifest only what was in the reference.
            "meta.xml": f'<office:document-meta {_OPEN_NAMES} office:version="1.3"><office:meta/>'
            "</office:document-meta>",
            "META-INF/manifest.xml": _OPEN_MANIFEST,
        }
    )  # fmt: skip


def before_number(footer: str) -> str:
    """What stands at the foot of a page, as far as its number."""
    return f"{footer} · " if footer else ""


# Word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_WORD_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_KIND}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD_KIND}.footer+xml"/></Types>'
)
_WORD_PACKAGE = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD_PARTS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)
_WORD_DOCUMENT = (
    f'{_HEAD}<w:document {_W} {_R}><w:body><w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_WORD_FOOTER = (
    f'{_HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{{footer}}</w:t>'
    '</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "</w:p></w:ftr>"
)
_WORD_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/></w:tblBorders></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" '
    f'w:color="{_INK}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
)


def _word_styles() -> str:
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )
    body = "".join(_word_style(style) for style in STYLES if not style.page)
    return f"{_HEAD}<w:styles {_W}>{defaults}{body}{character}{_WORD_TABLE}</w:styles>"


def _word_style(style: ParagraphStyle) -> str:
    default = "" if style.base else ' w:default="1"'
    base = f'<w:basedOn w:val="{_id(style.base)}"/>' if style.base else ""
    follows = '<w:next w:val="BodyText"/>' if style.level or style.name == "Title" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{_id(style.name)}"><w:name w:val="{style.name}"/>{base}'
        f"{follows}<w:qFormat/><w:pPr>{_word_paragraph(style)}</w:pPr><w:rPr>{_word_text(style)}</w:rPr></w:style>"
    )


def _word_paragraph(style: ParagraphStyle) -> str:
    edge = f'w:val="single" w:sz="{{}}" w:space="6" w:color="{_RULE}"'
    sides = (
        [("left", 12)] if style.rule else [(s, 6) for s in ("top", "left", "bottom", "right")] if style.frame else []
    )
    borders = "".join(f"<w:{side} {edge.format(weight)}/>" for side, weight in sides)
    line = f' w:line="{round(style.line * 240)}" w:lineRule="auto"' if style.line else ""
    return "".join(
        (
            "<w:keepNext/>" if style.keep else "",
            f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
            f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"{line}/>',
            f'<w:ind w:left="{round(style.indent * _TWIPS_PER_MM)}"/>' if style.indent else "",
            '<w:jc w:val="center"/>' if style.centred else "",
            f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "",
        )
    )


def _word_text(style: ParagraphStyle) -> str:
    return "".join(
        (
            "<w:b/>" if style.bold else "",
            f'<w:color w:val="{style.colour}"/>' if style.colour else "",
            f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>' if style.size else "",
        )
    )


def _id(name: str) -> str:
    return name.replace(" ", "")


# OpenDocument

_OPEN_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"), ("number", "datastyle"),
    )
)  # fmt: skip
_OPEN_PAGE = (
    '<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}mm" '
    'fo:page-height="{height}mm" style:print-orientation="{turn}" fo:margin-top="20mm" fo:margin-bottom="15mm" '
    'fo:margin-left="20mm" fo:margin-right="20mm" style:writing-mode="lr-tb"/><style:footer-style>'
    '<style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>'
)
_OPEN_MASTER = (
    '<style:master-page style:name="{name}" style:page-layout-name="{layout}"><style:footer>'
    '<text:p text:style-name="Footer">{{footer}}<text:page-number text:select-page="current">1</text:page-number>'
    "</text:p></style:footer></style:master-page>"
)
_OPEN_STYLES = (
    f'{_HEAD}<office:document-styles {_OPEN_NAMES} office:version="1.3"><office:font-face-decls>'
    '<style:font-face style:name="{font}" svg:font-family="{font}" style:font-family-generic="swiss"/>'
    '</office:font-face-decls><office:styles><style:default-style style:family="paragraph">'
    '<style:paragraph-properties fo:orphans="2" fo:widows="2"/>{default}</style:default-style>{styles}'
    '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/>'
    "</style:style>"
    "</office:styles><office:automatic-styles>"
    + _OPEN_PAGE.format(name="Upright", width=210, height=297, turn="portrait")
    + _OPEN_PAGE.format(name="Turned", width=297, height=210, turn="landscape")
    + "</office:automatic-styles><office:master-styles>"
    + _OPEN_MASTER.format(name="Standard", layout="Upright")
    + _OPEN_MASTER.format(name="Across", layout="Turned")
    + "</office:master-styles></office:document-styles>"
)
_OPEN_MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _open_style(style: ParagraphStyle) -> str:
    names = {each.name: _open_name(each) for each in STYLES}
    base = f' style:parent-style-name="{names[style.base]}"' if style.base else ""
    level = f' style:default-outline-level="{style.level}"' if style.level else ""
    page = f' style:master-page-name="{style.page}"' if style.page else ""
    shown = style.odt or style.name
    return (
        f'<style:style style:name="{_open_name(style)}" style:display-name="{shown}" style:family="paragraph"'
        f"{base}{level}{page}>{_open_paragraph(style)}{_open_text(style)}</style:style>"
    )


def _open_paragraph(style: ParagraphStyle) -> str:
    edge = f"0.5pt solid #{_RULE}"
    around = (
        f' fo:border-left="1.5pt solid #{_RULE}" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" '
        'fo:padding="2.5mm" fo:padding-top="0mm" fo:padding-bottom="0mm"' if style.rule
        else f' fo:border="{edge}" fo:padding="2.5mm"' if style.frame else ""
    )  # fmt: skip
    return (
        f'<style:paragraph-properties fo:margin-top="{style.before}pt" fo:margin-bottom="{style.after}pt" '
        f'fo:margin-left="{style.indent}mm"{around}'
        + (f' fo:line-height="{round(style.line * 100)}%"' if style.line else "")
        + (' fo:text-align="center"' if style.centred else "")
        + (' fo:keep-with-next="always"' if style.keep else "")
        + "/>"
    )


def _open_text(style: ParagraphStyle) -> str:
    return (
        f'<style:text-properties style:font-name="{_FONT}"'
        + (f' fo:font-size="{style.size}pt"' if style.size else "")
        + (f' fo:color="#{style.colour}"' if style.colour else "")
        + (' fo:font-weight="bold"' if style.bold else "")
        + (' fo:language="en" fo:country="GB"' if not style.base else "")
        + "/>"
    )


def _open_name(style: ParagraphStyle) -> str:
    return (style.odt or style.name).replace(" ", "_20_")
