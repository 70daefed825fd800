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
from collections.abc import Sequence
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
_FEW: Final = 16
_MEANT: Final = re.compile(r"(.*?) \(for ([^()]+)\)", re.DOTALL)
_LINE_END: Final = re.compile("\r\n?")


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
    text = text.removeprefix(MARK)
    return _LINE_END.sub("\n", text) if "\r" in text else text


class Measured:
    """A text as it came, prepared for mapping.

    Attributes:
        text: ours.
        marked: it came with a byte order mark.
        crlf, lf: whether it has line ends of two characters, and of one.
        astral, foreign: whether it has characters outside of the first plane, and outside of ASCII.
    """

    def __init__(self, came: str) -> None:
        self.marked = came.startswith(MARK)
        self.text = plain(came)
        self.crlf = "\r\n" in came
        pairs = came.count("\r\n") if self.crlf else 0
        self.lf = self.text.count("\n") > pairs
        self.foreign = not self.text.isascii()
        # The string itself tells without a look at each character: UTF-16 is longer where there are such.
        self.astral = self.foreign and len(self.text.encode("utf-16-le", "surrogatepass")) > 2 * len(self.text)
        self._came = came
        self._positions: dict[tuple[LineEnds, Unit], Numbers | None] = {}
        self._inverse: dict[tuple[LineEnds, Unit], Numbers] = {}

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
        first, off_first = self._placed(counting, begin - shift)
        last, off_last = self._placed(counting, end - shift)
        if shift > counting.first:
            # The mark itself lies before the first character, and belongs to it.
            off_first &= (begin < counting.first) | (begin >= shift)
        return first, last, (off_first | off_last | backwards).astype(np.int64)

    def _placed(self, counting: Counting, at: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """Which characters of ours begin at places that are counted so, and where none does."""
        import numpy as np

        table = self._table(counting)
        size = len(self.text)
        if table is None:
            return np.minimum(np.maximum(at, 0), size), (at < 0) | (at > size)
        if len(at) > _FEW:
            key = self._key(counting)[1:3]
            if key not in self._inverse:
                self._inverse[key] = np.append(np.repeat(np.arange(size), np.diff(table)), size)
            within = self._inverse[key]
            held = within[np.minimum(np.maximum(at, 0), len(within) - 1)]
        else:
            held = np.maximum(np.searchsorted(table, at, side="right") - 1, 0)
        return held, table[held] != at

    def from_ours(
        self, counting: Counting, starts: Sequence[int] | Numbers, ends: Sequence[int] | Numbers
    ) -> tuple[Numbers, Numbers]:
        """Code points of our text as positions of a file that counts so. An empty stretch may end before it begins."""
        import numpy as np

        table = self._table(counting)
        shift = self._shift(counting)
        begin, end = (np.clip(np.asarray(each, dtype=np.int64), 0, len(self.text)) for each in (starts, ends))
        if table is not None:
            begin, end = table[begin], table[end]
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

    def _table(self, counting: Counting) -> Numbers | None:
        """Where each character of ours begins, and where the last ends; None: at its own number."""
        _, ends, unit, _ = self._key(counting)
        if (ends, unit) not in self._positions:
            self._positions[ends, unit] = self._made(ends, unit)
        return self._positions[ends, unit]

    @cached_property
    def codes(self) -> NDArray[np.uint32]:
        """The code points of our text."""
        import numpy as np

        return np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype="<u4")

    def _made(self, ends: LineEnds, unit: Unit) -> Numbers | None:
        import numpy as np

        if unit == "code points" and not self._wide_ends(ends):
            return None
        codes = self.codes
        widths = np.ones(len(codes), dtype=np.int64)
        if unit == "utf-16":
            widths += codes > 0xFFFF
        elif unit == "utf-8":
            widths += (codes > 0x7F).astype(np.int64) + (codes > 0x7FF) + (codes > 0xFFFF)
        if self._wide_ends(ends):
            breaks = np.flatnonzero(codes == 10)
            widths[breaks if ends == "two" else breaks[self._pairs()]] += 1
        return np.concatenate(([0], np.cumsum(widths)))

    def _wide_ends(self, ends: LineEnds) -> bool:
        return ends == "two" or (ends == "written" and self.crlf)

    def _pairs(self) -> NDArray[np.bool_] | slice:
        """Which of the line ends came as two characters."""
        import numpy as np

        if not self.lf:
            return slice(None)
        found = re.findall("\r\n?|\n", self._came)
        return np.fromiter((len(each) == 2 for each in found), dtype=np.bool_, count=len(found))
