"""brat standoff: a `.ann` file with annotations, the text in a `.txt` file of the same name beside it.

Format as on brat's page *Standoff format*: `T` lines (text-bound annotations) become codings with the type as code,
`A`/`M` lines (attributes) and `#` lines (notes) are added to the comment of their coding. Events, relations,
equivalences and normalisations are counted and listed. Offsets count code points of the file as it is; the words
stand behind them and are compared.

What a careful reader would get wrong: an annotation in several pieces (`0 5;9 12`) is one of the tool's things and
several places here; each becomes a coding and says which piece it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crosscase.importers.annotations.gathered import Gathered
from crosscase.importers.encoding import read_text
from crosscase.importers.errors import UnreadableError
from crosscase.importers.options import DEFAULT, Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".ann",)
_LINE: Final = re.compile(rb"(?m)^(T\d+\t\S+ \d+ \d+|[TREAM#*N]\S*\t)")
_BOUND: Final = re.compile(r"(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?")
_OTHERS: Final = {
    "R": ("relation", "Relations between annotations have no place in a coding."),
    "E": ("event", "Events tie several annotations together; their triggers and arguments are codings."),
    "*": ("equivalence", "That several annotations mean the same is not kept."),
    "N": ("normalisation", "References to entries of other databases are not kept."),
}


class NotBratError(UnreadableError):
    """Lines that brat does not write."""

    code = "not-brat"

    def __init__(self) -> None:
        super().__init__("None of its lines is an annotation of brat, such as 'T1<tab>Type 0 5<tab>words'.")


def identify(path: Path, head: bytes) -> bool:
    """Whether the name ends in .ann and the first lines are brat's."""
    return path.suffix.lower() in SUFFIXES and (not head.strip() or _LINE.match(head) is not None)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The annotations, with the text beside them where there is one.

    Raises:
        UnreadableError: it is no text, or there is nothing in it.
    """
    gathered = Gathered(path, options)
    beside = path.with_suffix(".txt")
    if beside.is_file() and not beside.is_symlink():
        text = read_text(beside, encoding=options.encoding)
        raw = beside.read_bytes()
        # Numbers count the file as it is: line ends of two characters as two.
        stored = text.text.replace("\n", "\r\n") if b"\r\n" in raw else text.text
        gathered.text(path.stem, stored, original=beside)
    lines = [line for line in read_text(path, encoding=options.encoding).text.split("\n") if line.strip()]
    if not any(_BOUND.fullmatch(line) for line in lines) and any(line[0] not in "AM#REN*" for line in lines):
        raise NotBratError
    said = _said(lines)
    for number, line in enumerate(lines, 1):
        bound = _BOUND.fullmatch(line)
        if bound is not None:
            _coding(gathered, number, bound, said.get(bound[1], []))
        elif line[0] in _OTHERS:
            gathered.leave(*_OTHERS[line[0]])
        elif line[0] not in "AM#":
            gathered.placer.lose("line", f"line {number}", f"It is none of brat's: “{line[:40]}”.")
    return gathered.bundle("Read as brat standoff.")


def _said(lines: list[str]) -> dict[str, list[str]]:
    """Attributes and notes, by what they are of."""
    said: dict[str, list[str]] = {}
    for line in lines:
        head, _, rest = line.partition("\t")
        if head[0] in "AM":
            name, _, of = rest.partition(" ")
            of, _, value = of.partition(" ")
            said.setdefault(of, []).append(f"{name}: {value}" if value else name)
        elif head[0] == "#":
            kind, _, note = rest.partition("\t")
            name, _, of = kind.partition(" ")
            said.setdefault(of, []).append(note.strip() if name == "AnnotatorNotes" else f"{name}: {note.strip()}")
    return said


def _coding(gathered: Gathered, number: int, bound: re.Match[str], said: list[str]) -> None:
    pieces = list(_pieces(bound[3]))
    words = bound[4] or ""
    stored = gathered.texts.get(gathered.path.stem)
    for at, (start, end) in enumerate(pieces, 1):
        # Behind several pieces stand all their words, parted by a blank.
        quote = words if len(pieces) == 1 else words[: end - start]
        words = words[end - start + 1 :]
        if quote and stored is not None:
            here = stored.meant(start, end, quote)
        else:
            here = (start, end) if stored is None else stored.from_raw(start, end)
        comment = "; ".join([*said, *([f"piece {at} of {len(pieces)} of {bound[1]}"] if len(pieces) > 1 else [])])
        gathered.coding(
            f"line {number}, {bound[1]}", gathered.path.stem, (bound[2],), *here, quote=quote, comment=comment
        )


def _pieces(said: str) -> Iterator[tuple[int, int]]:
    for piece in said.split(";"):
        start, end = piece.split(" ")
        yield int(start[:12]), int(end[:12])
