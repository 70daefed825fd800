"""Read the text layer of PDF files (.pdf).

PDFium reads a file in a process of its own (`pdf_worker`), with limits of time and memory, because a damaged or
hostile PDF can crash or hang it; `pages` makes paragraphs of the lines and leaves out page numbers and running
heads. Comments, form fields, attachments, unreadable pages and letters without a meaning are listed.

A PDF that holds only pictures of pages is refused as a scan, and so is one whose letters have no meaning a
program can know. What is read is what a reader could copy out: nothing is guessed.

What a careful reader would get wrong: a PDF has no paragraphs and no order but that of its making. Check the
text of one with columns or tables before coding it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import msgspec

from crosscase.importers import pdf_worker
from crosscase.importers.documents import as_document
from crosscase.importers.errors import UnreadableError, WrongContentError
from crosscase.importers.flatten import Flat, Label, find_structured_turns
from crosscase.importers.guard import examine
from crosscase.importers.limits import TIME_LIMIT, TooComplexError, TooSlowError
from crosscase.importers.losses import Comment, Left, listed
from crosscase.importers.options import Options
from crosscase.importers.package import DamagedError, ProtectedError
from crosscase.importers.pages import Line, Paragraph, joined, without_numbers, without_running
from crosscase.model.bundle import Bundle, Loss

SUFFIXES: tuple[str, ...] = (".pdf",)
MOST_PAGES: Final = 5_000
MEMORY_LIMIT: Final = 900
"""MiB that the process reading one file may ask for."""
_MOST_UNKNOWN: Final = 0.3
"""Share of letters without a meaning from which a file is refused."""


_LABEL: Final = re.compile(r"(?P<name>[^\s:\uff1a][^:\uff1a\n]{0,58}?)[ \t]?[:\uff1a]")


class ScanError(UnreadableError):
    """Pictures of pages."""

    code = "scan"

    def __init__(self) -> None:
        super().__init__("This PDF is a scan: pictures of pages, without text. Run text recognition (OCR) on it first.")


class NoTextLayerError(UnreadableError):
    """Nothing is written on any page."""

    code = "no-words"

    def __init__(self) -> None:
        super().__init__("This PDF has no text in it. If you see words, print it to a new PDF or run OCR on it.")


class UnknownLettersError(UnreadableError):
    """Letters are drawn, and the file does not say which they are."""

    code = "unknown-letters"

    def __init__(self) -> None:
        super().__init__("This PDF does not say which letters its signs stand for. Run text recognition (OCR) on it.")


class TooManyPagesError(UnreadableError):
    """More pages than are read from one file."""

    code = "too-large"

    def __init__(self, pages: int) -> None:
        super().__init__(f"It has {pages:,} pages; at most {MOST_PAGES:,} are read. Split it into parts.")


class Page(msgspec.Struct):
    """What the worker says of a page; `unknown` counts letters without a meaning."""

    number: int
    lines: list[tuple[str, float, float, float, float, int]] = []
    letters: int = 0
    unknown: int = 0
    pictures: int = 0
    comments: list[str] = []
    fields: int = 0
    outside: int = 0
    failed: bool = False


class Pages(msgspec.Struct):
    """What the worker says of a file."""

    pages: list[Page]
    mended: bool
    attachments: int


def identify(path: Path, head: bytes) -> bool:
    """Whether the name or the first bytes are those of a PDF."""
    return path.suffix.lower() in SUFFIXES or b"%PDF-" in head[:1024]


def read(path: Path, options: Options) -> Bundle:
    """One document.

    Raises:
        UnreadableError: with one sentence that says why the file cannot be read, and what to do.
    """
    sort = examine(path)
    if sort != "pdf":
        raise WrongContentError(path.suffix, f"a file of the kind {sort}")
    found = read_pages(path)
    _check(found)
    pages = [[Line(*line, page=page.number) for line in page.lines] for page in found.pages]
    kept, numbers = without_numbers(pages)
    kept, running = without_running(kept)
    flat, losses = _flat(joined(kept)), _losses(found)
    if numbers:
        losses.append(Loss(place="margin", what=f"{numbers} number(s) of lines or paragraphs left out."))
    losses += [
        Loss(place=f"{one.pages} pages", what=f"Running head or page number left out: “{one.words}”") for one in running
    ]
    return as_document(
        path,
        flat.text,
        options=options,
        found=find_structured_turns(flat, options.known),
        losses=tuple(losses),
        choices=("Lines were joined into paragraphs by where they stand; hyphens at line ends were kept.",),
    )


def paper_lines(path: Path) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a PDF without page numbers and running heads, and what was left out, for a manuscript.

    Raises:
        UnreadableError: it has no words to give.
    """
    found = read_pages(path)
    _check(found)
    pages = [[Line(*line, page=page.number) for line in page.lines] for page in found.pages]
    kept, _ = without_numbers(pages)
    kept, _ = without_running(kept)
    return [line for page in kept for line in page], tuple(one.what for one in _losses(found))


def read_pages(path: Path) -> Pages:
    """The lines of each page, read by PDFium in a process of its own.

    Raises:
        UnreadableError: PDFium cannot open it, or not within the limits.
    """
    said = _asked(path, MOST_PAGES)
    wrong = said.get("error")
    if wrong == "password":
        what = "PDF"
        raise ProtectedError(what)
    if wrong == "memory":
        raise TooComplexError
    if wrong == "pages":
        raise TooManyPagesError(said["pages"])
    if wrong:
        raise DamagedError
    return msgspec.convert(said, Pages)


def page_top(path: Path) -> int | None:
    """How high all pages of a file are, in points; None: they differ, lie on their side, or cannot be read."""
    try:
        top = _asked(path, 0).get("top")
    except UnreadableError:
        return None
    return top if isinstance(top, int) else None


def _asked(path: Path, most: int) -> dict[str, Any]:
    """What the worker says of a file."""
    command = [sys.executable, "-P", pdf_worker.__file__, str(path.resolve()), str(MEMORY_LIMIT), str(most)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program and a path, no shell
            command,
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
            # A passphrase that our own environment may hold is not told to whatever reads somebody's file.
            env={
                **{name: value for name, value in os.environ.items() if not name.startswith("CROSSCASE_")},
                "PYTHONIOENCODING": "utf-8",
            },
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlowError(TIME_LIMIT) from error
    except OSError as error:
        raise DamagedError from error
    try:
        said: dict[str, Any] = msgspec.json.decode(done.stdout)
    except msgspec.DecodeError as error:  # it crashed
        raise DamagedError from error
    return said


def _check(found: Pages) -> None:
    """Refuse what has no words to give."""
    if all(page.failed for page in found.pages):
        raise DamagedError
    letters = sum(page.letters for page in found.pages)
    if not letters:
        if any(page.pictures for page in found.pages):
            raise ScanError
        raise NoTextLayerError
    if sum(page.unknown for page in found.pages) > letters * _MOST_UNKNOWN:
        raise UnknownLettersError


def _flat(paragraphs: list[Paragraph]) -> Flat:
    """Paragraphs as a text, with the labels that are in bold."""
    flat = Flat(text="\n\n".join(paragraph.words for paragraph in paragraphs))
    start = 0
    for paragraph in paragraphs:
        # Bold alone makes no label here: the heads of tables are bold too, and a PDF does not say what is a table.
        found = _LABEL.match(paragraph.words)
        if found and found.end("name") <= paragraph.bold:
            flat.labels.append(Label(start, start + found.end(), found["name"].rstrip(), colon=True))
        start += len(paragraph.words) + 2
    return flat


def _losses(found: Pages) -> list[Loss]:
    left = Left()
    for page in found.pages:
        left.comments += [Comment("", "", words) for words in page.comments]
    left.embedded = found.attachments
    losses = list(listed(left))
    outside = sum(page.outside for page in found.pages)
    if outside:
        losses.append(Loss(place="pages", what=f"{outside} line(s) that lie outside of the page, unseen, left out."))
    fields = sum(page.fields for page in found.pages)
    if fields:
        losses.append(Loss(place="form", what=f"What is filled into {fields} form field(s) is left out."))
    if found.mended:
        losses.append(
            Loss(place="file", what="It is damaged and was mended to be read. Compare the text with the file.")
        )
    for page in found.pages:
        place = f"page {page.number}"
        if page.failed:
            losses.append(Loss(place=place, what="The page is damaged and was left out."))
        elif not page.letters and page.pictures:
            losses.append(Loss(place=place, what="The page is a picture; its words, if any, are left out."))
        if page.unknown:
            losses.append(
                Loss(place=place, what=f"The file does not say which letters {page.unknown} signs stand for.")
            )
    return losses
