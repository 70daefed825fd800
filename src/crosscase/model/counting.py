r"""Ways of counting characters: between the positions in another program's file and code points of our text.

REFI-QDA says code points, from zero (standard, section 10.2), and its schema does not say where a selection ends. NVivo
counts UTF-16 units, QualCoder counts a line end as one character although its file may have two, some count the byte
order mark and some do not. A `Counting` is one such way; `Measured` is a text prepared for going to and fro.

Our text is the text as it came without its byte order mark and with line ends as `\n`, half-open, from zero.

What a careful reader would get wrong: a position may fall where no character of ours begins: between the two halves of
an emoji, between `\r` and `\n`, past the end. It is then put at the character it is in, and said to be off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec

from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]

Unit = Literal["code points", "utf-16", "utf-8"]
LineEnds = Literal["written", "one", "two"]
MARK: Final = "\ufeff"
_BLOCK: Final = 1 << 16
"""How many characters of a text are measured at once."""
_KEPT: Final = 16
"""Of how many blocks the measures are kept."""
_MEANT: Final = re.compile(r"(.*?) \(for ([^()]+)\)", re.DOTALL)


class UnknownCountingError(CrosscaseError):
    """A way of counting that nobody knows."""

    code = "unknown-counting"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no way of counting {name!r}. There are {', '.join(NAMED)}.")


class Counting(msgspec.Struct, frozen=True, kw_only=True):
    r"""One way of counting.

    Attributes:
        mark: a byte order mark at the beginning of the text counts.
        line_ends: a line end counts as it is written (`\r\n` two, `\n` one), always as one, or always as two.
        unit: what is counted.
        inclusive: the end is the last character, not the place after it.
        first: the number of the first character.
    """

    mark: bool = True
    line_ends: LineEnds = "written"
    unit: Unit = "code points"
    inclusive: bool = False
    first: Literal[0, 1] = 0

    def said(self) -> str:
        """The way in words, for a report."""
        ends = {"written": "line ends as written", "one": "a line end as one", "two": "a line end as two"}
        unit = {"code points": "code points", "utf-16": "UTF-16 units", "utf-8": "bytes of UTF-8"}[self.unit]
        parts = [unit, ends[self.line_ends], f"byte order mark {'counted' if self.mark else 'not counted'}"]
        parts.append("end included" if self.inclusive else "end not included")
        return ", ".join(parts) + (", from one" if self.first else "")


STANDARD: Final = Counting()
"""Code points of the text as it is written (REFI-QDA 1.5, section 10.2)."""
NAMED: Final[dict[str, Counting]] = {
    "standard": STANDARD,
    # Inferred from an export of NVivo 12.6 for Windows: all of its 97 selections begin and end at words only so.
    "nvivo": Counting(mark=False, unit="utf-16"),
    # Inferred from an export of QualCoder 3.9, whose selections carry their quotations.
    "qualcoder": Counting(mark=False, line_ends="one"),
    # As QualCoder 3.9 says of ATLAS.ti in its reader: a line end counts as one although its files may have two.
    "atlasti": Counting(mark=False, line_ends="one"),
    "utf-16": Counting(mark=False, unit="utf-16"),
    "utf-16-lf": Counting(mark=False, unit="utf-16", line_ends="one"),
    "utf-8": Counting(mark=False, unit="utf-8"),
}
"""Ways that can be chosen by name."""


def counting_named(name: str) -> Counting:
    """A way that somebody chose.

    Raises:
        UnknownCountingError: there is none of that name.
    """
    try:
        return NAMED[name.casefold()]
    except KeyError as error:
        raise UnknownCountingError(name) from error


def hinted(origin: str) -> Counting | None:
    """The way that the program of an `origin` is known for; None: nothing is known.

    A file that was written for a program says so at the end: `crosscase 0.1.0 (for NVivo)`.
    """
    wrote, meant = parted(origin)
    folded = wrote.casefold()
    if meant:
        return {"nvivo": NAMED["nvivo"], "qualcoder": NAMED["qualcoder"]}.get(meant.casefold(), STANDARD)
    if "nvivo" in folded:
        return NAMED["nvivo"]
    if "qualcoder" in folded:
        return NAMED["qualcoder"]
    if "atlas" in folded:
        return NAMED["atlasti"]
    return STANDARD if "crosscase" in folded else None


def parted(origin: str) -> tuple[str, str]:
    """The program that wrote a file, and the one that it was written for (empty: none)."""
    found = _MEANT.fullmatch(origin)
    return (found[1], found[2]) if found else (origin, "")


def areas_from_top(origin: str) -> bool:
    """Whether areas of PDF pages are counted from the top of the page.

    The standard counts from the bottom (section 10.3), and so does ATLAS.ti 8.4 for Mac in annex A.2: its quotation
    that runs over two pages lies low on the first. QualCoder 3.9 writes and reads them from the top, like pictures.
    """
    wrote, meant = parted(origin)
    return "qualcoder" in (meant or wrote).casefold()


def plain(text: str) -> str:
    """Our text: without a byte order mark, line ends as line feeds."""
    return text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")


class Measured:
    """A text as it came, prepared for mapping.

    Positions are worked out a block of the text at a time, and only where they are asked for: a table of a whole text
    would be several times as large as the text.

    Args:
        came: the text as it came.
        ours: the same as we have it, where that is at hand.

    Attributes:
        text: ours.
        marked: it came with a byte order mark.
        crlf, lf: whether it has line ends of two characters, and of one.
        astral, foreign: whether it has characters outside of the first plane, and outside of ASCII.
    """

    def __init__(self, came: str, ours: str | None = None) -> None:
        self.marked = came.startswith(MARK)
        self.text = plain(came) if ours is None else ours
        self.crlf = "\r\n" in came
        pairs = came.count("\r\n") if self.crlf else 0
        self.lf = self.text.count("\n") > pairs
        self.foreign = not self.text.isascii()
        # The string itself tells without a look at each character: UTF-16 is longer where there are such.
        self.astral = self.foreign and any(
            len(words.encode("utf-16-le", "surrogatepass")) > 2 * len(words) for words in self._blocks()
        )
        self._came = came
        self._begins: dict[tuple[LineEnds, Unit], Numbers] = {}
        self._tables: dict[tuple[LineEnds, Unit, int], Numbers] = {}

    def same(self, one: Counting, other: Counting) -> bool:
        """Whether two ways give the same numbers in this text."""
        return self.key(one) == self.key(other)

    def key(self, counting: Counting) -> tuple[object, ...]:
        """The same for ways that give the same numbers in this text."""
        return (*self._key(counting), counting.inclusive)

    def to_ours(
        self, counting: Counting, starts: Sequence[int] | Numbers, ends: Sequence[int] | Numbers
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Positions of a file as code points of our text.

        Returns:
            starts, ends, and for each whether it was off (1): outside of the text, within a character, or backwards.
        """
        import numpy as np

        begin = np.asarray(starts, dtype=np.int64)
        end = np.asarray(ends, dtype=np.int64) + int(counting.inclusive)
        shift = self._shift(counting)
        backwards = begin > end
        if backwards.any():
            begin, end = np.minimum(begin, end), np.maximum(begin, end)
        held, off = self._placed(counting, np.concatenate((begin, end)) - shift)
        (first, last), (off_first, off_last) = np.split(held, 2), np.split(off, 2)
        if shift > counting.first:
            # The mark itself lies before the first character, and belongs to it.
            off_first &= (begin < counting.first) | (begin >= shift)
        return first, last, (off_first | off_last | backwards).astype(np.int64)

    def _placed(self, counting: Counting, at: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """Which characters of ours begin at places that are counted so, and where none does."""
        import numpy as np

        _, ends, unit, _ = self._key(counting)
        if self._alike(ends, unit):
            return np.clip(at, 0, len(self.text)), (at < 0) | (at > len(self.text))
        begins = self._counted(ends, unit)
        blocks = np.maximum(np.searchsorted(begins, at, side="right") - 1, 0)
        held, off = np.empty_like(at), np.empty(len(at), dtype=np.bool_)
        for block in np.unique(blocks).tolist():
            here = blocks == block
            table, local = self._table(ends, unit, block), at[here] - begins[block]
            found = np.maximum(np.searchsorted(table, local, side="right") - 1, 0)
            held[here] = block * _BLOCK + found
            off[here] = table[found] != local
        return held, off

    def from_ours(
        self, counting: Counting, starts: Sequence[int] | Numbers, ends: Sequence[int] | Numbers
    ) -> tuple[Numbers, Numbers]:
        """Code points of our text as positions of a file that counts so. An empty stretch may end before it begins."""
        import numpy as np

        _, unit_ends, unit, _ = self._key(counting)
        shift = self._shift(counting)
        at = np.clip(np.concatenate((starts, ends)).astype(np.int64), 0, len(self.text))
        if not self._alike(unit_ends, unit):
            begins = self._counted(unit_ends, unit)
            blocks = np.minimum(at // _BLOCK, len(begins) - 1)
            for block in np.unique(blocks).tolist():
                here = blocks == block
                at[here] = begins[block] + self._table(unit_ends, unit, block)[at[here] - block * _BLOCK]
        begin, end = np.split(at, 2)
        return begin + shift, end + shift - int(counting.inclusive)

    def _shift(self, counting: Counting) -> int:
        width = 3 if counting.unit == "utf-8" else 1
        return counting.first + (width if counting.mark and self.marked else 0)

    def _key(self, counting: Counting) -> tuple[bool, LineEnds, Unit, int]:
        """The way with everything left out that makes no difference here."""
        ends = counting.line_ends
        if (ends == "one" and not self.crlf) or (ends == "two" and not self.lf):
            ends = "written"
        unit = counting.unit
        if not self.foreign or (unit == "utf-16" and not self.astral):
            unit = "code points"
        return counting.mark and self.marked, ends, unit, counting.first

    def _alike(self, ends: LineEnds, unit: Unit) -> bool:
        """Whether each character of ours is at its own number."""
        return unit == "code points" and not self._wide_ends(ends)

    def _wide_ends(self, ends: LineEnds) -> bool:
        return ends == "two" or (ends == "written" and self.crlf)

    def _blocks(self) -> Iterator[str]:
        return (self.text[start : start + _BLOCK] for start in range(0, len(self.text), _BLOCK))

    def _counted(self, ends: LineEnds, unit: Unit) -> Numbers:
        """Where the first character of each block is, as it is counted."""
        import numpy as np

        if (ends, unit) not in self._begins:
            count = max(1, -(-len(self.text) // _BLOCK))
            sizes = [int(self._table(ends, unit, block)[-1]) for block in range(count - 1)]
            self._begins[ends, unit] = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        return self._begins[ends, unit]

    def _table(self, ends: LineEnds, unit: Unit, block: int) -> Numbers:
        """Where each character of a block begins, and where its last ends, from the beginning of the block."""
        if (ends, unit, block) not in self._tables:
            if len(self._tables) >= _KEPT:
                self._tables.clear()
            self._tables[ends, unit, block] = self._made(ends, unit, block * _BLOCK)
        return self._tables[ends, unit, block]

    def _made(self, ends: LineEnds, unit: Unit, start: int) -> Numbers:
        import numpy as np

        words = self.text[start : start + _BLOCK]
        codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        widths = np.ones(len(codes), dtype=np.int64)
        if unit == "utf-16":
            widths += codes > 0xFFFF
        elif unit == "utf-8":
            widths += (codes > 0x7F).astype(np.int64) + (codes > 0x7FF) + (codes > 0xFFFF)
        if ends == "two" or (self._wide_ends(ends) and not self.lf):
            widths[codes == 10] += 1
        elif self._wide_ends(ends):
            low, high = np.searchsorted(self._pairs, (start, start + len(codes)))
            widths[self._pairs[low:high] - start] += 1
        return np.concatenate(([0], np.cumsum(widths)))

    @cached_property
    def _pairs(self) -> Numbers:
        """Which characters of ours came as two, a carriage return and a line feed."""
        import numpy as np

        shift = int(self.marked)
        came = np.fromiter((match.start() for match in re.finditer("\r\n", self._came)), dtype=np.int64)
        # Each pair before it made our text one character shorter.
        return came - shift - np.arange(len(came))
