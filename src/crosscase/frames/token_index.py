"""The words of many sources in one index: what search, counts of words and coding by word are answered from.

Immutable. Made from texts (`TokenIndex.of`), or from what the store kept of each source (`packed`, `unpacked`), and
changed by `replaced`, which gives another index and cuts only the texts that changed. Every store uses this one index,
so every store finds the same.

All sources' words lie one after the other in one set of arrays; a *token number* is a place in these arrays. Words that
are neighbours in a source have neighbouring numbers, so a phrase is arithmetic. For each source the numbers are also
kept grouped by word (`order`, with `pair_word` and `pair_first` saying which group is which): the inverted index.

What `pack` keeps holds the words of the source: a store has to treat it as it treats the text (erase it, encrypt it).
"""

from __future__ import annotations

import bisect
import functools
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from crosscase.errors import CrosscaseError
from crosscase.frames.tokens import TOKENIZER, Int32, Tokens, tokenize
from crosscase.model.ids import Id

Int64: TypeAlias = npt.NDArray[np.int64]

_HEADER = struct.Struct("<IIIBBBB")
_SIZES: dict[int, type[np.unsignedinteger[Any]]] = {1: np.uint8, 2: np.uint16, 4: np.uint32}


class StaleIndexError(CrosscaseError):
    """What was kept of a source's words is damaged or was made by another tokenizer; make it again from the text."""

    code = "stale-index"

    def __init__(self) -> None:
        super().__init__(
            "The stored index of words is damaged or was made by another version; make it again from the text."
        )


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """The words of many sources.

    Attributes:
        sources: their ids, in the study's order.
        words: folded forms; a *word number* is a place in it. May hold words that no source uses any longer.
        first: token numbers of source `s` are `first[s]` to `first[s + 1]`, half-open.
        start, length: place of each token in its source, in code points.
        word: word number of each token.
        order: token numbers, grouped by source, then by word, then ascending.
        pair_word, pair_first: group `p` of `order` is word `pair_word[p]` at `order[pair_first[p]:pair_first[p + 1]]`.
    """

    sources: tuple[Id, ...]
    words: tuple[str, ...]
    first: Int64
    start: Int32
    length: npt.NDArray[np.unsignedinteger[Any]]
    word: Int32
    order: Int32
    pair_word: Int32
    pair_first: Int64

    @classmethod
    def of(cls, texts: Mapping[Id, str]) -> TokenIndex:
        """An index of these texts, in this order."""
        return cls.made((source, tokenize(text)) for source, text in texts.items())

    @classmethod
    def unpacked(cls, kept: Iterable[tuple[Id, bytes]]) -> TokenIndex:
        """An index of what `pack` gave for each source, in this order.

        Raises:
            StaleIndexError: one of them was not made by this tokenizer, or is damaged.
        """
        stored = list(kept)
        return cls.made(((source, unpack(data)) for source, data in stored), sum(_counted(data) for _, data in stored))

    @classmethod
    def made(cls, parts: Iterable[tuple[Id, Tokens]], expected: int = 0) -> TokenIndex:
        """An index of texts that were already cut into words, in this order, of about so many words in all."""
        vocabulary = _Vocabulary()
        return _joined(((source, _grouped(tokens, vocabulary)) for source, tokens in parts), vocabulary, expected)

    def __len__(self) -> int:
        return len(self.start)

    @functools.cached_property
    def number_of(self) -> dict[str, int]:
        """Word → word number."""
        return {word: number for number, word in enumerate(self.words)}

    @functools.cached_property
    def source_number(self) -> dict[Id, int]:
        """Source → its place in `sources`."""
        return {source: number for number, source in enumerate(self.sources)}

    @functools.cached_property
    def counts(self) -> Int64:
        """How often each word occurs."""
        pairs = np.diff(self.pair_first)
        return np.bincount(self.pair_word, weights=pairs, minlength=len(self.words)).astype(np.int64)

    @functools.cached_property
    def _sorted(self) -> tuple[list[str], Int32]:
        order = sorted(range(len(self.words)), key=self.words.__getitem__)
        return [self.words[n] for n in order], np.array(order, dtype=np.int32)

    def end(self, tokens: npt.NDArray[Any]) -> Int64:
        """Where these tokens end in their sources."""
        ends: Int64 = self.start[tokens].astype(np.int64) + self.length[tokens]
        return ends

    def numbers(self, word: str, *, prefix: bool = False) -> Int32:
        """The word numbers of a folded word, or of all words that begin with it."""
        if not prefix:
            number = self.number_of.get(word)
            return np.array([] if number is None else [number], dtype=np.int32)
        words, order = self._sorted
        low = bisect.bisect_left(words, word)
        high = bisect.bisect_left(words, 1, lo=low, key=lambda other: not other.startswith(word))
        return order[low:high]

    def occurrences(self, numbers: Int32) -> Int32:
        """Every token that is one of these words, ascending."""
        if len(numbers) == 0:
            return np.empty(0, dtype=np.int32)
        if len(numbers) == 1:
            pairs = np.flatnonzero(self.pair_word == numbers[0])
        else:
            wanted = np.zeros(len(self.words), dtype=np.bool_)
            wanted[numbers] = True
            pairs = np.flatnonzero(wanted[self.pair_word])
        low = self.pair_first[pairs]
        counts = self.pair_first[pairs + 1] - low
        before = np.cumsum(counts) - counts
        found = self.order[np.repeat(low - before, counts) + np.arange(int(counts.sum()))]
        if len(numbers) == 1:
            return found
        if 16 * len(found) < len(self):
            return np.sort(found)
        # So many that ticking them off among all tokens is quicker than sorting.
        ticked = np.zeros(len(self), dtype=np.bool_)
        ticked[found] = True
        return np.flatnonzero(ticked).astype(np.int32)

    def within(
        self, source: npt.NDArray[Any], start: npt.NDArray[Any], end: npt.NDArray[Any], *, whole: bool = True
    ) -> tuple[Int64, Int64]:
        """Which tokens lie within each stretch: first and last token number, half-open.

        Args:
            source: for each stretch, its place in `sources`; -1 for a source that has no text.
            start, end: code points of that source. Stretches may come in any order and overlap.
            whole: only words that lie wholly within; else all that start there, as words are counted.
        """
        low = np.zeros(len(source), dtype=np.int64)
        high = np.zeros(len(source), dtype=np.int64)
        order = np.argsort(source, kind="stable")
        edges = np.searchsorted(source[order], np.arange(len(self.sources) + 1))
        for number in np.flatnonzero(edges[1:] > edges[:-1]).tolist():
            rows = order[edges[number] : edges[number + 1]]
            a, b = int(self.first[number]), int(self.first[number + 1])
            starts = self.start[a:b]
            low[rows] = a + np.searchsorted(starts, start[rows].astype(np.int32), side="left")
            stop = end[rows].astype(np.int32)
            if whole:
                high[rows] = a + np.searchsorted(starts + self.length[a:b].astype(np.int32), stop, side="right")
            else:
                high[rows] = a + np.searchsorted(starts, stop, side="left")
        return low, np.maximum(low, high)

    def source_of(self, tokens: npt.NDArray[Any]) -> Int32:
        """The place in `sources` of the source that each token is in."""
        return (np.searchsorted(self.first, tokens, side="right") - 1).astype(np.int32)

    def tokens_of(self, source: Id) -> Tokens:
        """The words of one source, with a vocabulary of their own.

        Raises:
            KeyError: the index does not have this source.
        """
        number = self.source_number[source]
        low, high = int(self.first[number]), int(self.first[number + 1])
        used, local = np.unique(self.word[low:high], return_inverse=True)
        start = self.start[low:high]
        words = tuple(self.words[n] for n in used.tolist())
        return Tokens(start, start + self.length[low:high].astype(np.int32), local.astype(np.int32), words)

    def packed(self) -> Iterator[tuple[Id, bytes]]:
        """For each source the bytes to keep; `unpacked` reads them."""
        for source in self.sources:
            yield source, pack(self.tokens_of(source))

    def replaced(self, changes: Mapping[Id, str | None]) -> TokenIndex:
        """The index after these sources' texts became these (None: the source is gone).

        A source keeps its place; a new one comes last.
        """
        vocabulary = _Vocabulary(self.number_of)
        cut = {source: _grouped(tokenize(text), vocabulary) for source, text in changes.items() if text is not None}

        def pieces() -> Iterator[tuple[Id, _Piece]]:
            for number, source in enumerate(self.sources):
                if source not in changes:
                    yield source, _kept(self, number)
                elif source in cut:
                    yield source, cut[source]
            for source, piece in cut.items():
                if source not in self.source_number:
                    yield source, piece

        return _joined(pieces(), vocabulary, len(self))


def pack(tokens: Tokens) -> bytes:
    """The words of one source as bytes: gaps and lengths for offsets, in the smallest integers that hold them."""
    before = np.concatenate([np.zeros(1, dtype=np.int32), tokens.end[:-1]])[: len(tokens)]
    gaps, lengths = tokens.start - before, tokens.end - tokens.start
    columns = [_narrow(column) for column in (gaps, lengths, tokens.word)]
    words = "\n".join(tokens.words).encode()
    name = TOKENIZER.encode()
    header = _HEADER.pack(
        len(tokens), len(tokens.words), len(words), len(name), *(column.itemsize for column in columns)
    )
    stored = (column.astype(column.dtype.newbyteorder("<")).tobytes() for column in columns)
    return b"".join([header, name, words, *stored])


def unpack(data: bytes) -> Tokens:
    """What `pack` was given.

    Raises:
        StaleIndexError: it was made by another tokenizer, or is damaged.
    """
    try:
        count, vocabulary, length, name, *sizes = _HEADER.unpack_from(data)
        at = _HEADER.size + name
        if data[_HEADER.size : at] != TOKENIZER.encode():
            raise StaleIndexError
        words = tuple(data[at : at + length].decode().split("\n")) if vocabulary else ()
        at += length
        columns = []
        for size in sizes:
            columns.append(np.frombuffer(data, dtype=np.dtype(_SIZES[size]).newbyteorder("<"), count=count, offset=at))
            at += size * count
    except (struct.error, ValueError, KeyError) as error:
        raise StaleIndexError from error
    gaps, lengths, numbers = columns
    word = numbers.astype(np.int32)
    if at != len(data) or len(words) != vocabulary or (count and int(word.max()) >= vocabulary):
        raise StaleIndexError
    end = np.cumsum(gaps.astype(np.int32) + lengths, dtype=np.int32)
    return Tokens(end - lengths.astype(np.int32), end, word, words)


def tokenizer_of(data: bytes) -> str:
    """The name of the tokenizer that cut the words in these bytes; empty if that cannot be told."""
    if len(data) < _HEADER.size:
        return ""
    return data[_HEADER.size : _HEADER.size + _HEADER.unpack_from(data)[3]].decode(errors="replace")


def _counted(data: bytes) -> int:
    """How many words `pack` was given; 0 if that cannot be told."""
    return int.from_bytes(data[:4], "little") if len(data) > _HEADER.size else 0


def _narrow(column: Int32) -> npt.NDArray[np.unsignedinteger[Any]]:
    top = int(column.max()) if len(column) else 0
    return column.astype(np.uint8 if top < 1 << 8 else np.uint16 if top < 1 << 16 else np.uint32)


class _Vocabulary(dict[str, int]):
    """Word → word number; a word not met before gets the next."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass(frozen=True, eq=False, slots=True)
class _Piece:
    """One source's part of the arrays; `order` counts from the source's own first token."""

    start: Int32
    length: npt.NDArray[np.unsignedinteger[Any]]
    word: Int32
    order: Int32
    pair_word: Int32
    pair_count: Int32


class _Column:
    """An array that grows at its end. It is resized where it lies, so that a large index is never held twice."""

    def __init__(self, dtype: type[np.integer[Any]], room: int = 0) -> None:
        self._array: npt.NDArray[Any] = np.empty(max(room, 1 << 10), dtype=dtype)
        self._size = 0

    def add(self, values: npt.NDArray[Any], plus: int = 0) -> None:
        end = self._size + len(values)
        if values.dtype.itemsize > self._array.dtype.itemsize:
            self._array = self._array.astype(values.dtype)
        if end > len(self._array):
            # No views of the array are ever handed out, so nobody can be left looking at where it was.
            self._array.resize(end + end // 4, refcheck=False)
        np.add(values, values.dtype.type(plus), out=self._array[self._size : end], casting="same_kind")
        self._size = end

    def done(self) -> npt.NDArray[Any]:
        self._array.resize(self._size, refcheck=False)
        self._array.flags.writeable = False
        return self._array


def _joined(pieces: Iterable[tuple[Id, _Piece]], vocabulary: Mapping[str, int], expected: int = 0) -> TokenIndex:
    """One index of many pieces, of about so many tokens in all."""
    sources: list[Id] = []
    first, pair_first = _Column(np.int64), _Column(np.int64)
    start, word, order = (_Column(np.int32, expected) for _ in range(3))
    length = _Column(np.uint8, expected)
    pair_word = _Column(np.int32)
    tokens = 0
    nothing = np.zeros(1, dtype=np.int64)
    first.add(nothing)
    pair_first.add(nothing)
    for source, piece in pieces:
        sources.append(source)
        start.add(piece.start)
        length.add(piece.length)
        word.add(piece.word)
        order.add(piece.order, plus=tokens)
        pair_word.add(piece.pair_word)
        pair_first.add(np.cumsum(piece.pair_count, dtype=np.int64), plus=tokens)
        tokens += len(piece.start)
        first.add(nothing, plus=tokens)
    return TokenIndex(
        tuple(sources), tuple(vocabulary),
        first.done(), start.done(), length.done(), word.done(), order.done(), pair_word.done(), pair_first.done(),
    )  # fmt: skip


def _grouped(tokens: Tokens, vocabulary: _Vocabulary) -> _Piece:
    local = np.fromiter(map(vocabulary.__getitem__, tokens.words), dtype=np.int32, count=len(tokens.words))
    counts = np.bincount(tokens.word, minlength=len(local)).astype(np.int32)
    return _Piece(
        start=tokens.start,
        length=_narrow(tokens.end - tokens.start),
        word=local[tokens.word],
        # A stable sort of 16-bit integers is a radix sort.
        order=np.argsort(_narrow(tokens.word), kind="stable").astype(np.int32),
        pair_word=local,
        pair_count=counts,
    )


def _kept(index: TokenIndex, number: int) -> _Piece:
    low, high = int(index.first[number]), int(index.first[number + 1])
    # Groups follow the sources, so those of this source are the ones that begin within its tokens.
    a, b = np.searchsorted(index.pair_first, [low, high]).tolist()
    return _Piece(
        start=index.start[low:high],
        length=index.length[low:high],
        word=index.word[low:high],
        order=index.order[low:high] - np.int32(low),
        pair_word=index.pair_word[a:b],
        pair_count=np.diff(index.pair_first[a : b + 1]).astype(np.int32),
    )
