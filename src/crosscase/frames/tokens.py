"""A text as words: where each one lies, and the form under which it is found.

Takes any text and gives arrays: `start` and `end` of every word in code points of the text *as it was given*,
and the number of its folded form in a vocabulary. Search, keyword in context, frequencies, proximity in words and
coding by word all stand on these arrays; what a query matches and what a table counts can therefore not differ.

A word is a run of letters, digits and their marks (हिन्दी is one word). Apostrophes inside a word belong to it, hyphens
part words (`peer-led` is two). Scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese)
are cut into single characters, so that 政府 is found as a phrase of two. Emoji and punctuation are not words.
There is no stemming: `risk*` is the way to `risks`.

The thing to get wrong: folding changes lengths (ß is found as `ss`, ﬁ as `fi`, é as `e`), so a place in the folded
form means nothing in the text. Only `start` and `end` do.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Int32: TypeAlias = npt.NDArray[np.int32]
Bytes: TypeAlias = npt.NDArray[np.uint8]

#: Changes whenever the same text could give other words; a stored index made under another name is made again.
TOKENIZER = f"crosscase-1/unicode-{unicodedata.unidata_version}"

_OTHER, _BASE, _SINGLE, _MARK, _JOINER, _UNKNOWN = range(6)

# Kept inside a word when there are word characters on both sides of them.
_APOSTROPHES = "'\u2019\u2018\u02bc\uff07\u05f3"
_INSIDE = "\u05f4\u00b7"  # Hebrew gershayim, Catalan middle dot
# The same, and left out of the folded form: soft hyphen, joiners, invisible no-break.
_INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"

# Scripts without spaces between words: Han, kana (with half-width forms), Thai, Lao, Burmese, Khmer.
_SINGLES = (
    (0x0E01, 0x0E50),
    (0x0E81, 0x0ED0),
    (0x1000, 0x1040),
    (0x1780, 0x17D4),
    (0x3005, 0x3008),
    (0x3021, 0x302A),
    (0x3031, 0x3036),
    (0x3041, 0x3100),
    (0x31F0, 0x3200),
    (0x3400, 0x4DC0),
    (0x4E00, 0xA000),
    (0xF900, 0xFB00),
    (0xFF66, 0xFF9E),
    (0x1B000, 0x1B170),
    (0x20000, 0x40000),
)
# The half-width voicing signs are letters to Unicode; here they are what they look like, marks of the kana before.
_VOICING = (0xFF9E, 0xFF9F)


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """The words of one text.

    Attributes:
        start, end: code points of the text, half-open; sorted, never overlapping.
        word: for each word, the number of its folded form in `words`.
        words: the folded forms, in the order of their first appearance.
    """

    start: Int32
    end: Int32
    word: Int32
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def folded(self) -> list[str]:
        """The folded form of each word, in the order of the text."""
        return [self.words[number] for number in self.word.tolist()]


def tokenize(text: str) -> Tokens:
    """The words of a text; see the module for what a word is."""
    if text.isascii():
        data = text.encode("ascii")
        classes, plain = _ascii_tables()
        return _plain(np.frombuffer(data.translate(classes), dtype=np.uint8), data.translate(plain))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _classes(codes)
    plain_letters = _tables()[1][codes]
    if plain_letters.all():
        return _plain(kinds, plain_letters.tobytes())
    start, end = _boundaries(kinds)
    pieces = [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]
    numbers = _Numbers()
    word = np.fromiter(map(numbers.__getitem__, pieces), dtype=np.int32, count=len(pieces))
    return Tokens(start, end, word, tuple(numbers.folded))


@functools.lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form under which a word is found: case, accents and compatibility forms folded.

    Marks U+0300 to U+036F go (é is found as e, й as и); the marks of other scripts carry the word and stay.
    Folding a folded word changes nothing.
    """
    if word.isascii():
        return word.lower()
    text = _decomposed(_decomposed(word).casefold()).translate(_dropped())
    kept = "".join(c for c in text if c in _APOSTROPHES or _class_of(ord(c)) not in {_OTHER, _UNKNOWN})
    return unicodedata.normalize("NFC", kept or word.casefold())


def _decomposed(word: str) -> str:
    # Compatibility forms (ﬁ, full-width letters, Arabic presentation forms) are letters drawn another way. Not so ½
    # and ², which are no 12 and no 2; and characters that are words of their own must stay one character.
    return "".join(
        unicodedata.normalize("NFKD" if unicodedata.category(c) != "No" and not _whole(c) else "NFD", c) for c in word
    )


def _whole(char: str) -> bool:
    return _class_of(ord(char)) == _SINGLE and not 0xFF66 <= ord(char) <= 0xFF9F


def count_words(text: str) -> int:
    """How many words a text has, by the same rules."""
    return len(tokenize(text))


def is_cut_by_character(word: str) -> bool:
    """Whether this word is a single character of a script that is written without spaces."""
    return bool(word) and _class_of(ord(word[0])) == _SINGLE


class _Numbers(dict[str, int]):
    """Words as they were written → the number of their folded form, found out on first sight."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        number = self.folded.setdefault(fold(written), len(self.folded))
        self[written] = number
        return number


class _Places(dict[bytes, int]):
    """Words that are folded already → their place in the order of appearance."""

    def __missing__(self, word: bytes) -> int:
        self[word] = number = len(self)
        return number


def _plain(kinds: Bytes, letters: bytes) -> Tokens:
    """The words of a text each of whose characters is found as one ASCII character or parts words.

    Args:
        kinds: the class of every character.
        letters: the character it is found as, a blank for what parts words; as long as the text.
    """
    inside = _inside(kinds)
    word = kinds == _BASE
    if inside is not None:
        word |= inside
        apart = (kinds == _JOINER) & ~inside
        if apart.any():
            blanked = np.frombuffer(letters, dtype=np.uint8).copy()
            blanked[apart] = 32
            letters = blanked.tobytes()
    start, end = _edges(word)
    numbers = _Places()
    pieces = letters.split()
    ids = np.fromiter(map(numbers.__getitem__, pieces), dtype=np.int32, count=len(pieces))
    words = b"\n".join(numbers).decode("ascii").split("\n") if numbers else []
    return Tokens(start, end, ids, tuple(words))


@functools.cache
def _ascii_tables() -> tuple[bytes, bytes]:
    kinds = bytes(_class_of(c) for c in range(128)) + bytes(128)
    return kinds, bytes(_plain_letter(c) if c < 128 else 32 for c in range(256))


def _plain_letter(code: int) -> int:
    """The one ASCII character that a character is found as; a blank if it parts words; 0 if it is not so simple."""
    kind = _class_of(code)
    if kind == _OTHER:
        return 32
    folded = "'" if chr(code) in _APOSTROPHES else fold(chr(code)) if kind == _BASE else ""
    return ord(folded) if len(folded) == 1 and folded.isascii() else 0


def _edges(word: npt.NDArray[np.bool_]) -> tuple[Int32, Int32]:
    """Where runs of word characters start and end."""
    padded = np.zeros(len(word) + 2, dtype=np.bool_)
    padded[1:-1] = word
    edges = np.flatnonzero(padded[1:] != padded[:-1]).astype(np.int32)
    return np.ascontiguousarray(edges[::2]), np.ascontiguousarray(edges[1::2])


def _boundaries(kinds: Bytes) -> tuple[Int32, Int32]:
    """Where words start and end, from the class of every character."""
    single = kinds == _SINGLE
    word = (kinds == _BASE) | single | (kinds == _MARK)
    inside = _inside(kinds)
    begins = single
    if single.any():
        # A single is a word of its own with its marks. What comes after it, past the marks, begins another.
        bearer = np.maximum.accumulate(np.where(kinds != _MARK, np.arange(len(kinds)), 0))
        follows = np.zeros_like(word)
        follows[1:] = single[bearer[:-1]]
        if inside is not None:
            inside &= ~follows
        begins = single | ((kinds == _BASE) & follows)
    if inside is not None:
        word |= inside
    first = word & begins
    first[:1] |= word[:1]
    first[1:] |= word[1:] & ~word[:-1]
    last = word.copy()
    last[:-1] &= ~word[1:] | first[1:]
    start = np.flatnonzero(first).astype(np.int32)
    end = (np.flatnonzero(last) + 1).astype(np.int32)
    if (kinds[start] == _MARK).any():
        # Marks that hang on nothing we count as a letter (the selector after an emoji) make no word.
        bearing = np.append(np.flatnonzero((kinds == _BASE) | single), len(kinds)).astype(np.int32)
        start = bearing[np.searchsorted(bearing, start)]
        kept = start < end
        start, end = start[kept], end[kept]
    return start, end


def _inside(kinds: Bytes) -> npt.NDArray[np.bool_] | None:
    """Which joiners have a letter or mark before and a letter after them."""
    joiners = np.flatnonzero(kinds == _JOINER)
    if len(joiners) == 0:
        return None
    inner = joiners[(joiners > 0) & (joiners < len(kinds) - 1)]
    left, right = kinds[inner - 1], kinds[inner + 1]
    held = inner[((left == _BASE) | (left == _MARK)) & (right == _BASE)]
    inside = np.zeros(len(kinds), dtype=np.bool_)
    inside[held] = True
    return inside


def _classes(codes: npt.NDArray[np.uint32]) -> Bytes:
    table, plain = _tables()
    kinds: Bytes = table[codes]
    unknown = kinds == _UNKNOWN
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            plain[code] = _plain_letter(code)
            table[code] = _class_of(code)
        kinds = table[codes]
    return kinds


@functools.cache
def _tables() -> tuple[Bytes, Bytes]:
    """For every code point its class and `_plain_letter`, filled in as texts bring them."""
    return np.full(0x110000, _UNKNOWN, dtype=np.uint8), np.zeros(0x110000, dtype=np.uint8)


def _class_of(code: int) -> int:
    char = chr(code)
    if char in _APOSTROPHES or char in _INSIDE or char in _INVISIBLE:
        return _JOINER
    category = unicodedata.category(char)
    if category[0] == "M" or code in _VOICING:
        return _MARK
    if category[0] in "LN" or category == "Co":
        return _SINGLE if any(low <= code < high for low, high in _SINGLES) else _BASE
    return _OTHER


@functools.cache
def _dropped() -> dict[int, str | None]:
    """What folding leaves out (accents, enclosing marks, drawing variants, the invisible), and apostrophes as one."""
    gone = [*range(0x300, 0x370), *range(0x20D0, 0x2100), *range(0xFE00, 0xFE10), *map(ord, _INVISIBLE)]
    return {**dict.fromkeys(gone), **{ord(c): "'" for c in _APOSTROPHES}}
