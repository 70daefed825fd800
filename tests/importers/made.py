"""Documents made on the spot: Word, OpenDocument, EPUB and PDF, down to their parts, so that a test can break any."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def zipped(path: Path, parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def word_parts(body: str, **more: str | bytes) -> dict[str, str | bytes]:
    """The parts of a Word file with this body; `more` are files of the folder `word`, without `.xml`."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((one, one.rstrip("0123456789")) for one in more))
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for number, name in enumerate(more)
    )
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        "</Relationships>",
        "word/document.xml": f'{_XML}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        **{f"word/{name}.xml": data for name, data in more.items()},
    }


def p(*runs: str, style: str = "") -> str:
    """A paragraph of Word."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def r(words: str, *properties: str) -> str:
    """A run of Word; properties are names such as `b` or `vanish`."""
    style = "".join(f"<w:{one}/>" for one in properties)
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word(path: Path, body: str, **more: str | bytes) -> Path:
    return zipped(path, word_parts(body, **more))


def odt_parts(body: str, styles: str = "") -> dict[str, str | bytes]:
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0"/>',
        "styles.xml": f"<office:document-styles {_SPACES}><office:master-styles>{styles}</office:master-styles>"
        "</office:document-styles>",
        "content.xml": f'{_XML}<office:document-content {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties '
        f'fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>",
    }


def odt(path: Path, body: str, styles: str = "") -> Path:
    return zipped(path, odt_parts(body, styles))


def epub_parts(*chapters: str) -> dict[str, str | bytes]:
    items = "".join(
        f'<item id="c{number}" href="c{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        "</container>",
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">i</dc:identifier><dc:title>Book</dc:title>'
        f"<dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{
            f"c{number}.xhtml": f'{_XML}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t'
            f"</title></head><body>{chapter}</body></html>"
            for number, chapter in enumerate(chapters)
        },
    }


def ole(*streams: str) -> bytes:
    """The beginning of an OLE container with streams of these names."""
    names = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + names


Line = tuple[float, float, str]
"""Points from the left and from the bottom, and words; `*` before them: in bold."""


def pdf_bytes(pages: Sequence[Sequence[Line]], *, extra: str = "", trailer: str = "", size: int = 11) -> bytes:
    """A PDF of lines in Helvetica; `extra` goes into each page's dictionary."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] "
        f"/Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(_shown(line, size) for line in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> {extra} >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(shown), shown))
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, trailer.encode(), len(data))
    )


def _shown(line: Line, size: int) -> bytes:
    x, y, words = line
    pieces = [("F2", words[1:])] if words.startswith("*") else [("F1", words)]
    if words.startswith("*") and ": " in words:
        label, _, rest = words[1:].partition(": ")
        pieces = [("F2", label + ": "), ("F1", rest)]
    out = f"BT {x} {y} Td ".encode()
    for font, piece in pieces:
        safe = piece.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        out += f"/{font} {size} Tf (".encode() + safe.encode("cp1252") + b") Tj "
    return out + b"ET\n"


def column(words: Sequence[str], *, top: float = 780, left: float = 60, step: float = 14) -> list[Line]:
    """Lines below each other; an empty one leaves a gap."""
    return [(left, top - step * number, line) for number, line in enumerate(words) if line]
