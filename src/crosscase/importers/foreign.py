"""Projects and data that only their own program can open, told by the ending: what such a file is, and what to save.

Nothing here reads a file. `said_of` is asked when no importer reads files that end so, and for endings whose bytes say
only that they are an archive or a database.

What a careful reader would get wrong: an ending is a claim. It is asked about after every importer has looked at the
bytes, so that a REFI-QDA project with a wrong ending still comes in.
"""

from __future__ import annotations

import re
from typing import Final

_REFI: Final = (
    "This seems to be a project of {}, which only that program opens. Open it there and export the project as REFI-QDA "
    "(.qdpx), then import that; or export its spreadsheets ({})."
)
_TOKENS: Final = (
    "This seems to be a table of words with a label for each (CoNLL, BIO), which does not hold the text as it was "
    "written. Export the annotations as WebAnno TSV 3, UIMA CAS XMI, brat or doccano's JSONL and import that."
)
_DATA: Final = "This seems to be data of {}. Save them as {} and import that."
_PROJECTS: Final[tuple[tuple[str, str], ...]] = (
    (r"\.nvpx?|\.nvcx?", _REFI.format("NVivo", "codebook, coding reports, classification sheets")),
    (r"\.atlproj\d*|\.atlcb|\.hpr\d*", _REFI.format("ATLAS.ti", "quotations and codes")),
    (r"\.mx\d\d|\.mex\d\d|\.mx[3-9]|\.mqda", _REFI.format("MAXQDA", "coded segments, code system, variables")),
    (r"\.qdp|\.ppj|\.wpj", _REFI.format("QDA Miner", "coded segments")),
    (r"\.f4p", _REFI.format("f4analyse", "codes and quotations")),
    (r"\.conllu?|\.conll\d*|\.bio|\.iob2?", _TOKENS),
    (r"\.sps|\.spv|\.spo|\.do", "This seems to be a program or its output, not the data. Import the .sav or .dta."),
    (r"\.rds|\.rdata|\.rda", _DATA.format("R", ".csv, or .sav with haven::write_sav,")),
    (r"\.sas7bdat|\.xpt", _DATA.format("SAS", ".sav, .dta or .csv")),
    (r"\.eaf|\.textgrid|\.cha|\.trs", _DATA.format("ELAN, Praat or CHAT", "text, or as subtitles (.srt),")),
    (r"\.crosscase", "This seems to be a crosscase study. It is opened, merged or copied, not imported."),
)
_TOKEN_LABEL: Final = re.compile(r"(?:O|_|[BIESLU]-\S+)(?:\|\S+)*")
_TOKEN_NUMBER: Final = re.compile(r"\d+-\d+(?:\.\d+)?")
_ENOUGH: Final = 4


def said_of(suffix: str) -> str:
    """What a file that ends so seems to be, and what would work; empty: the ending says nothing."""
    ending = suffix.lower()
    return next((said for pattern, said in _PROJECTS if re.fullmatch(pattern, ending)), "")


def said_of_rows(rows: list[tuple[str, ...]]) -> str:
    """The same of a table that is one of words with a label each; empty: it is none."""
    words = [row for row in rows if len(row) > 1 and row[0]]
    if len(words) < _ENOUGH or any(" " in row[0].strip() for row in words):
        return ""
    numbered = all(_TOKEN_NUMBER.fullmatch(row[0]) for row in words)
    columns = ([row[at] for row in words if len(row) > at and row[at]] for at in range(1, max(map(len, words))))
    labelled = any(cells and all(map(_TOKEN_LABEL.fullmatch, cells)) for cells in columns)
    return _TOKENS if numbered or labelled else ""
