"""Read transcripts and documents in plain text (.txt) and Markdown (.md).

The text is kept as it stands, marks of Markdown included, so that offsets are those of the file; only its
encoding, line ends and byte order mark are settled (see `encoding`). Headings and quotation blocks are
recognised in both kinds, because people write them in plain text too.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.importers.documents import as_document
from crosscase.importers.encoding import is_text, read_text
from crosscase.importers.options import Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".txt", ".md", ".markdown", ".text")


def identify(path: Path, head: bytes) -> bool:
    """Whether the bytes at the head could be text."""
    return path.suffix.lower() in SUFFIXES and is_text(head)


def read(path: Path, options: Options) -> Bundle:
    """One document.

    Raises:
        UnreadableError: it is empty, or its bytes are not text in any encoding that can be told.
    """
    text = read_text(path, encoding=options.encoding)
    return as_document(path, text.text, options=options, encoding=text.encoding, choices=text.choices)
