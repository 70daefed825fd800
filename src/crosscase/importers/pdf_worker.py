"""The part of PDF reading that can crash: a program of its own, started by `pdf` for one file.

Takes a path, a limit of memory (MiB) and of pages; writes one JSON object to standard output: either
`{"error": reason}` or the pages with their lines as PDFium finds them (words, where they begin and end, baseline,
height, letters in bold at the beginning), and counts of what is no text. With a limit of no pages: how high they are.
It imports nothing of crosscase, so that it starts at once, and knows nothing of paragraphs.

Places are in points along the direction of writing (`across`, `up`), so that a page lying on its side reads like
any other.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from itertools import repeat
from pathlib import Path
from typing import Any

_BOLD_LETTERS = 62
_ASKED = 100
_COMMENTS = {1: "note", 3: "text", 8: "highlight", 9: "underline", 10: "squiggle", 11: "strikeout", 14: "ink"}
_WIDGET = 20
# PDFium gives these two for a hyphen at the end of a line.
_SAID = dict.fromkeys(range(32), " ") | {0x02: "-", 0xFFFE: "-", 0: "\N{REPLACEMENT CHARACTER}", 9: "\t"}
_LINE = re.compile(r"[^\x00\x01\x03-\x20](?:[^\r\n]*[^\x00\x01\x03-\x20])?|\x00")
# It also joins the line after such a hyphen to the one before, which would make one line of two places.
_PIECE = re.compile(r"[^\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_SEEN = re.compile(r"[^\x00-\x20]")


def limit(megabytes: int) -> None:
    """Let the system end this process rather than the machine's memory."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit remains
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def mended(data: bytes) -> bytes:
    """A PDF with its first line or its last put back, where one is missing and the objects are there."""
    found = re.search(rb"(\d{1,8})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog", data, re.DOTALL)
    if found is None:
        return b""
    head = b"" if b"%PDF-" in data[:1024] else b"%PDF-1.4\n"
    return head + data + b"\ntrailer\n<< /Root %b %b R >>\nstartxref\n0\n%%%%EOF\n" % (found[1], found[2])


def read(path: Path, most_pages: int) -> dict[str, Any]:
    """Everything in a file."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    data = path.read_bytes()
    damaged = False
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            return {"error": "password"}
        again = mended(data)
        if not again:
            return {"error": "damaged"}
        try:
            document = pdfium.PdfDocument(again)
        except pdfium.PdfiumError:
            return {"error": "damaged"}
        damaged = True
    count = len(document)
    if count > most_pages:
        return {"error": "pages", "pages": count}
    answer: dict[str, Any] = {"pages": [], "mended": damaged, "attachments": document.count_attachments()}
    for number in range(count):
        try:
            answer["pages"].append(_page(document[number], raw, number + 1))
        except pdfium.PdfiumError:
            answer["pages"].append({"number": number + 1, "failed": True})
    return answer


def top(path: Path) -> dict[str, Any]:
    """How high all pages are, in points: from the bottom of the media box to the top of what is shown.

    Null where that is not one number: pages differ, lie on their side, or are shown from further right than the media
    box begins.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return {"top": None}
    found: set[float | None] = set()
    for number in range(len(document)):
        page = document[number]
        media, shown = page.get_mediabox(), page.get_cropbox()
        straight = page.get_rotation() == 0 and shown[0] == media[0]
        found.add(round(shown[3] - media[1]) if straight else None)
        page.close()
        if len(found) > 1:
            return {"top": None}
    return {"top": found.pop() if found else None}


def _page(page: Any, raw: Any, number: int) -> dict[str, Any]:
    held = page.get_textpage()
    text, count = held.raw, held.count_chars()
    # One code for each letter, so that a place in the words is a place on the page.
    letters = "".join(map(chr, map(raw.FPDFText_GetUnicode, repeat(text, count), range(count))))
    strange = map(raw.FPDFText_HasUnicodeMapError, repeat(text, count), range(count))
    unknown = sum(1 for letter, is_strange in zip(letters, strange, strict=True) if is_strange == 1 and letter > " ")
    unknown += letters.count("\0") + letters.count("\ufffd")
    box = page.get_cropbox()
    lines: list[list[Any]] = []
    outside = 0
    for found in _LINE.finditer(letters):
        # Some programs write the whole document behind every page, and show a part.
        if not _is_on(raw, text, found.start(), box):
            outside += 1
            continue
        start = found.start()
        lines += [_line(raw, text, piece[0], start + piece.start()) for piece in _PIECE.finditer(found[0])]
    shown = len(_SEEN.findall(letters))
    pictures = 0
    if shown < 20:
        pictures = sum(1 for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
    comments, fields = _annotations(page, raw)
    held.close()
    page.close()
    return {
        "number": number, "lines": lines, "letters": shown, "unknown": unknown, "pictures": pictures,
        "comments": comments, "fields": fields, "outside": outside,
    }  # fmt: skip


def _line(raw: Any, text: Any, letters: str, start: int) -> list[Any]:
    """Words, where they begin and end across the page, how far up, how high, and letters in bold at the front."""
    words = letters.translate(_SAID)
    # Characters beyond 16 bits may come as two halves.
    words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    end = start + len(letters)
    angle = max(0.0, raw.FPDFText_GetCharAngle(text, start))  # clockwise
    along, aside = math.cos(angle), -math.sin(angle)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, start, x, y)
    left, up = x.value * along + y.value * aside, y.value * along - x.value * aside
    edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    raw.FPDFText_GetCharBox(text, end - 1, *edges)
    corners = [(edges[i].value, edges[j].value) for i in (0, 1) for j in (2, 3)]
    right = max(cx * along + cy * aside for cx, cy in corners)
    height = _height(raw, text, start, lying=abs(aside) > 0.7)
    bold = 0
    while bold < min(_BOLD_LETTERS, end - start) and _is_bold(raw, text, start + bold, letters[bold]):
        bold += 1
    return [words, round(left, 2), round(right, 2), round(up, 2), round(height, 2), bold]


def _is_on(raw: Any, text: Any, start: int, box: tuple[float, float, float, float]) -> bool:
    """Whether a line begins on the page that is shown."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, start, x, y)
    left, bottom, right, top = box
    return bool(left - 5 <= x.value <= right + 5 and bottom - 5 <= y.value <= top + 5)


def _height(raw: Any, text: Any, index: int, *, lying: bool) -> float:
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, index, box):
        return 0.0
    size = box.right - box.left if lying else box.top - box.bottom
    return float(min(abs(size), 4 * abs(raw.FPDFText_GetFontSize(text, index)) + 40))


def _is_bold(raw: Any, text: Any, index: int, letter: str) -> bool:
    if letter <= " ":
        return True  # a blank is as bold as what is around it
    if raw.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name = ctypes.create_string_buffer(_ASKED)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, _ASKED, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _annotations(page: Any, raw: Any) -> tuple[list[str], int]:
    """What readers wrote on the page, and how many form fields it has."""
    comments: list[str] = []
    fields = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 5000)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == _WIDGET:
            fields += 1
        elif kind in _COMMENTS:
            size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            if 2 < size < 200_000:
                held = (ctypes.c_ushort * (size // 2 + 1))()
                raw.FPDFAnnot_GetStringValue(annotation, b"Contents", held, size)
                words = bytes(held)[: size - 2].decode("utf-16-le", "replace").replace("\r", "\n").strip()
                comments += [words] if words else []
        raw.FPDFPage_CloseAnnot(annotation)
    return comments, fields


if __name__ == "__main__":
    limit(int(sys.argv[2]))
    try:
        most = int(sys.argv[3])
        said = read(Path(sys.argv[1]), most) if most else top(Path(sys.argv[1]))
    except MemoryError:
        said = {"error": "memory"}
    sys.stdout.write(json.dumps(said))
