r"""A text that was read, as a document with its turns: the last step of every importer of documents.

Takes the text with line ends as `\n` and gives a bundle of one document whose key is the file's stem. Losses
and choices that the importer collected are kept, and what was decided about speakers is added to them.
A caller that knows more (a row of a documents table) changes key, case and participants afterwards.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from crosscase.importers.errors import NoWordsError
from crosscase.importers.options import Options
from crosscase.importers.turns import Found, find_turns
from crosscase.model.bundle import Bundle, Choice, Document, Loss
from crosscase.model.sources import SourceKind


def as_document(
    path: Path,
    text: str,
    *,
    options: Options,
    name: str = "",
    language: str = "",
    date: str = "",
    encoding: str = "",
    found: Found | None = None,
    losses: tuple[Loss, ...] = (),
    choices: tuple[str, ...] = (),
) -> Bundle:
    """One document out of its text.

    Args:
        found: the turns, where the format itself says who speaks; otherwise they are looked for.
        choices: what the importer decided, in words.

    Raises:
        NoWordsError: there is nothing but blank space in the text.
    """
    if not text or text.isspace():
        raise NoWordsError
    if found is None:
        found = find_turns(text, known=options.known)
    nature = options.nature or ("transcript" if found.speakers else "document")
    document = Document(
        key=path.stem,
        name=name or path.stem,
        text=text,
        nature=cast("SourceKind", nature),
        turns=found.turns,
        speakers=found.speakers,
        language=language,
        date=date,
        file=path.name,
        encoding=encoding,
        original=path,
    )
    decided = tuple(Choice(place=path.name, what=what) for what in (*choices, *found.choices))
    return Bundle(documents=(document,), losses=losses, choices=decided)
