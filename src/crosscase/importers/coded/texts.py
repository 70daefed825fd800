"""A table of texts: an id and a text in each row, each of them a document.

Data sets of annotations come so, the texts in one table and the codings in another that names them by the same id.

What a careful reader would get wrong: it is known by having nothing else. A table with a text and a code is codings,
and one with questions is a survey.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.columns import plain
from crosscase.importers.documents import as_document
from crosscase.importers.options import Options
from crosscase.importers.tabular import Sheet
from crosscase.model.bundle import Bundle, Choice, Loss, Refusal, joined

_TEXT: Final = ("text", "full text", "fulltext", "document text", "transcript text", "body")
_NAMES: Final = ("id", "document", "name", "key", "title", "document name")
_MOST_COLUMNS: Final = 4


def is_texts(sheet: Sheet) -> bool:
    """Whether a table is one of texts."""
    return bool(sheet.rows) and _columns(sheet) is not None


def _columns(sheet: Sheet) -> tuple[int, int] | None:
    """The columns of the ids and of the texts."""
    names = [plain(column) for column in sheet.columns]
    text = next((at for at, name in enumerate(names) if name in _TEXT), None)
    if text is None or len(names) > _MOST_COLUMNS or {"code", "tag", "label", "start", "speaker"} & set(names):
        return None
    key = next((names.index(name) for name in ("document id", *_NAMES) if name in names), None)
    if key is None:
        key = next((at for at, name in enumerate(names) if name.endswith(" id")), None)
    if key is None:
        return None
    keys = [row.cells[key] for row in sheet.rows]
    return (key, text) if len(set(keys)) == len(keys) else None


def read_texts(path: Path, sheet: Sheet, options: Options) -> Bundle:
    """A document for each row."""
    key, text = _columns(sheet) or (0, 0)
    bundles: list[Bundle] = []
    losses: list[Loss] = []
    refusals: list[Refusal] = [*sheet.refusals]
    for row in sheet.rows:
        name, words = row.cells[key], row.cells[text].replace("\r\n", "\n").replace("\r", "\n")
        if not name or not words.strip():
            refusals.append(Refusal(file=sheet.file, place=sheet.place(row), reason="It has no text or no id."))
            continue
        one = as_document(path, words, options=options, name=name)
        bundles.append(
            msgspec.structs.replace(
                one, documents=(msgspec.structs.replace(one.documents[0], key=name, file=sheet.file, original=None),)
            )
        )
    others = [repr(column) for at, column in enumerate(sheet.columns) if at not in (key, text)]
    if others:
        losses.append(Loss(place=sheet.file, what=f"Columns that say nothing of a text: {', '.join(others)}."))
    what = f"Read as {len(bundles):,} texts: {sheet.columns[text]!r}, named by {sheet.columns[key]!r}."
    return joined(
        [
            *bundles,
            Bundle(losses=tuple(losses), refusals=tuple(refusals), choices=(Choice(place=sheet.file, what=what),)),
        ]
    )
