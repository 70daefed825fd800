"""A transcript as a table: one row a turn, with who speaks, the words, perhaps a time, and perhaps codes.

The text of the source is the readable transcript made of the rows: `Name: words`, turns parted by a blank line. Codes
of a row become codings of its whole turn.

What a careful reader would get wrong: a row without a speaker goes on with the one before it only where a transcript
says so nowhere else; here it is a note, which nobody said.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

from crosscase.importers.code_tree import CodeTree
from crosscase.importers.columns import plain
from crosscase.importers.documents import as_document
from crosscase.importers.options import Options
from crosscase.importers.tabular import Sheet
from crosscase.importers.times import INSIDE, milliseconds
from crosscase.importers.turns import Found
from crosscase.importers.voices import assign
from crosscase.model.bundle import Bundle, Choice, CodingRecord, Loss, Spoken

_SPEAKER: Final = ("speaker", "speaker name", "who", "name of speaker", "sprecher")
_WORDS: Final = ("words", "text", "utterance", "speech", "transcript", "content", "said", "turn")
_TIME: Final = ("timestamp", "time", "start", "start time", "from", "begin")
_TAGS: Final = ("tags", "codes", "code", "tag", "labels", "label")
_PARTS: Final = re.compile(r"\s*[;|\n]\s*")
_CLOCK: Final = re.compile(r"\d{1,3}:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d{1,3})?")


def is_turns(sheet: Sheet) -> bool:
    """Whether a table is a transcript."""
    others = {"file", "filename", "file name", "document id", "participant id", "case id", "definition"}
    has = _place(sheet, _SPEAKER) is not None and _place(sheet, _WORDS) is not None
    return bool(sheet.rows) and has and not others & {plain(column) for column in sheet.columns}


def read_turns(path: Path, sheet: Sheet, options: Options) -> Bundle:
    """The transcript, with codings where rows have codes."""
    speaker, words = _place(sheet, _SPEAKER) or 0, _place(sheet, _WORDS) or 0
    time, tags = _place(sheet, _TIME), _place(sheet, _TAGS)
    pieces: list[str] = []
    turns: list[Spoken] = []
    codings: list[CodingRecord] = []
    losses: list[Loss] = []
    tree = CodeTree()
    length = 0
    for row in sheet.rows:
        said = row.cells[words].replace("\r\n", "\n").replace("\r", "\n").strip()
        at = f"{sheet.file}, {sheet.place(row)}"
        names = [name for name in _PARTS.split(row.cells[tags]) if name] if tags is not None else []
        if not said:
            more = f", but codes: {', '.join(names)}" if names else ""
            losses.append(Loss(place=at, what=f"It has no words{more}."))
            continue
        label = row.cells[speaker].strip()
        lead = ("\n\n" if pieces else "") + (f"{label}: " if label else "")
        start = length + len(lead)
        pieces += (lead, said)
        length = start + len(said)
        clock = row.cells[time] if time is not None else ""
        known = INSIDE.search(clock) or _CLOCK.search(clock)
        turns.append(
            Spoken(
                start=start,
                end=length,
                speaker=label,
                nature="speech" if label else "note",
                from_ms=milliseconds(known[0]) if known else None,
            )
        )
        codings += [
            CodingRecord(document=path.stem, code=tree.add(name), member="", start=start, end=length, place=at)
            for name in dict.fromkeys(names)
        ]
    labels = tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    found = Found(turns=tuple(turns), speakers=assign(labels, options.known), labelled=len(turns))
    others = [repr(name) for at, name in enumerate(sheet.columns) if at not in (speaker, words, time, tags)]
    if others:
        losses.append(Loss(place=sheet.file, what=f"Columns that are no part of a transcript: {', '.join(others)}."))
    document = as_document(path, "".join(pieces), options=options, found=found, losses=tuple(losses))
    counted = f"{len(sheet.rows):,} rows: {len(turns):,} turns, {len(codings):,} codings of whole turns."
    return msgspec.structs.replace(
        document,
        codes=tree.records(),
        codings=tuple(codings),
        choices=(
            Choice(place=sheet.file, what=f"Read as a transcript, {counted}"),
            *(Choice(place=sheet.file, what=what) for what in tree.said()),
            *document.choices,
        ),
        refusals=sheet.refusals,
    )


def _place(sheet: Sheet, names: tuple[str, ...]) -> int | None:
    columns = [plain(column) for column in sheet.columns]
    return next((columns.index(name) for name in names if name in columns), None)
