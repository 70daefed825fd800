"""Tables of coded quotations, codebooks and document variables, as other programs save them and as people type them.

One row is one quotation with its code or codes. Whose program wrote a table is told by its headings (`headings.TOOLS`);
a plain table needs a column with the words and one with the code. The words are looked for in the document that the row
names, among those that come with the table and those in the study; where they stand several times nothing is guessed:
the row is refused with every place, and a column `occurrence` says which.

What a careful reader would get wrong: a row of the study's own codebook has a code and an example too. A table with
definitions is a codebook, never codings.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.errors import CrosscaseError
from crosscase.importers.coded.headings import TOOLS, Recognised, recognise
from crosscase.importers.coded.rows import read_codebook, read_codings, read_values
from crosscase.importers.coded.texts import is_texts, read_texts
from crosscase.importers.coded.turns import is_turns, read_turns
from crosscase.importers.errors import UnreadableError
from crosscase.importers.guard import examine
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.tabular import BOOK_SUFFIXES, TEXT_SUFFIXES, Sheet, read_sheets
from crosscase.model.bundle import Bundle, joined

SUFFIXES: tuple[str, ...] = (*TEXT_SUFFIXES, *BOOK_SUFFIXES)

__all__ = ["SUFFIXES", "TOOLS", "identify", "read"]


class NotCodedError(UnreadableError):
    """A table without quotations and codes."""

    code = "not-coded"

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        shown = "; ".join(", ".join(sheet.columns[:6]) for sheet in sheets[:3])
        super().__init__(
            f"Its columns ({shown}) are those of no table of coded quotations. It needs a column 'quotation' and a "
            "column 'code', and may have 'document', 'coder', 'comment', 'before', 'after' and 'occurrence'."
        )


def identify(path: Path, head: bytes) -> bool:
    """Whether one of its tables has the headings of coded quotations, or of another program's codebook or variables."""
    if path.suffix.lower() not in SUFFIXES or not head.strip():
        return False
    try:
        examine(path)
        return any(_known(sheet) for sheet in read_sheets(path))
    except (CrosscaseError, OSError):
        return False


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """Everything the tables of a file hold.

    Raises:
        UnreadableError: it cannot be read as a table, or no table has quotations with codes.
    """
    examine(path)
    sheets = read_sheets(path, encoding=options.encoding)
    bundles = [bundle for sheet in sheets if (bundle := _read(path, sheet, options)) is not None]
    if not bundles:
        raise NotCodedError(sheets)
    return joined(bundles)


def _known(sheet: Sheet) -> bool:
    return recognise(sheet) is not None or is_texts(sheet) or is_turns(sheet)


def _read(path: Path, sheet: Sheet, options: Options) -> Bundle | None:
    found: Recognised | None = recognise(sheet)
    if found is None:
        reads = read_turns if is_turns(sheet) else read_texts if is_texts(sheet) else None
        return reads(path, sheet, options) if reads else None
    reader = {"codings": read_codings, "codebook": read_codebook, "values": read_values}[found.kind]
    return reader(sheet, found, options)
