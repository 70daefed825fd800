"""Which words are said in which stretches of speech, and how often on each line of an axis.

Plain arithmetic on token numbers: where chosen words or terms are said (`Said`), which are said most, and how many
occurrences, participants and cases each line of a table has.

What a careful reader would get wrong: participants and cases are never added up. Somebody who says a word in two
interviews is one, so pairs of cell and person are made different before they are counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.analyses.spoken import Spoken
from crosscase.frames.intervals import Flags, Ints, expanded
from crosscase.frames.occurrences import occurrences
from crosscase.frames.query import term
from crosscase.frames.token_index import TokenIndex

# Stretches looked at together; their words lie in memory at the same time.
_BLOCK = 20_000


@dataclass(frozen=True, eq=False)
class Said:
    """Occurrences of words: which word, in which stretch of speech, at which tokens; by word and place."""

    word: Ints
    stretch: Ints
    first: Ints
    last: Ints


def terms_said(index: TokenIndex, spoken: Spoken, words: tuple[str, ...]) -> Said:
    """Where terms are said, as rows in the order in which they are named.

    Raises:
        QueryError: a term without a word in it.
    """
    found = [occurrences(index, spoken.tokens, term(word)) for word in words]
    word = np.repeat(np.arange(len(words)), [len(part.passage) for part in found])
    return Said(
        word,
        np.concatenate([part.passage for part in found]),
        np.concatenate([part.first for part in found]),
        np.concatenate([part.last for part in found]),
    )


def most_frequent(
    index: TokenIndex, spoken: Spoken, units: int, stop: frozenset[str], top: int
) -> tuple[Ints, tuple[tuple[str, int], ...]]:
    """The word numbers that are said most, and the stop words that were said, with their counts.

    Args:
        index: the words of the texts.
        spoken: the speech to look at.
        units: from this unit on they are interviewers, who are not listened to here.
        stop: folded words to leave out.
        top: how many to give. Equally frequent ones stand in alphabetical order.
    """
    own = spoken.unit < units
    first, lengths = spoken.tokens.first[own], spoken.tokens.lengths[own]
    counts = np.zeros(len(index.words), dtype=np.int64)
    for low in range(0, len(first), _BLOCK):
        _, tokens = expanded(first[low : low + _BLOCK], lengths[low : low + _BLOCK])
        counts += np.bincount(index.word[tokens], minlength=len(counts))
    stops: Flags = np.zeros(len(index.words), dtype=np.bool_)
    stops[[index.number_of[word] for word in stop if word in index.number_of]] = True
    left = _ranked(index, counts, np.flatnonzero((counts > 0) & stops))
    kept = _ranked(index, counts, np.flatnonzero((counts > 0) & ~stops), top)
    return kept, tuple((index.words[number], int(counts[number])) for number in left.tolist())


def _ranked(index: TokenIndex, counts: Ints, numbers: Ints, top: int | None = None) -> Ints:
    if top is not None and 0 < top < len(numbers):
        least = np.partition(counts[numbers], len(numbers) - top)[len(numbers) - top]
        numbers = numbers[counts[numbers] >= least]
    ordered = sorted(numbers.tolist(), key=lambda number: (-int(counts[number]), index.words[number]))
    return np.array(ordered[:top], dtype=np.int64)


def words_said(index: TokenIndex, spoken: Spoken, chosen: Ints) -> Said:
    """Where these words (by word number) are said, as rows in their order."""
    row_of = np.full(len(index.words), -1, dtype=np.int64)
    row_of[chosen] = np.arange(len(chosen))
    parts = []
    first, lengths = spoken.tokens.first, spoken.tokens.lengths
    for low in range(0, len(first), _BLOCK):
        stretch, tokens = expanded(first[low : low + _BLOCK], lengths[low : low + _BLOCK])
        row = row_of[index.word[tokens]]
        kept = row >= 0
        parts.append((row[kept], stretch[kept] + low, tokens[kept]))
    empty = np.zeros(0, dtype=np.int64)
    row, stretch, tokens = (np.concatenate([empty, *(part[i] for part in parts)]) for i in range(3))
    order = np.argsort(row, kind="stable")
    return Said(row[order], stretch[order], tokens[order], tokens[order])


def counted(
    spoken: Spoken, said: Said, pairs: tuple[Ints, Ints], shape: tuple[int, int]
) -> tuple[dict[str, Ints], dict[str, Ints]]:
    """Counts of words × lines (`count`, `participants`, `cases`), and what of, for each line.

    Args:
        spoken: the speech.
        said: the words in it.
        pairs: (unit, line): which lines the words of a unit stand on.
        shape: how many words and lines there are.
    """
    words, lines = shape
    order = np.argsort(pairs[0], kind="stable")
    unit, line = pairs[0][order], pairs[1][order]
    # How often each unit says each word, then every line that the unit belongs to.
    keys, often = np.unique(spoken.unit[said.stretch] * max(words, 1) + said.word, return_counts=True)
    by: Ints = keys // max(words, 1)
    word: Ints = keys % max(words, 1)
    first = np.searchsorted(unit, by, side="left")
    row, at = expanded(first, np.searchsorted(unit, by, side="right") - first)
    cell = word[row] * lines + line[at]
    numbers = {
        "count": np.bincount(cell, weights=often[row], minlength=words * lines).astype(np.int64),
        "participants": _different(cell, spoken.participant[by[row]], words * lines),
        "cases": _different(cell, spoken.case[by[row]], words * lines),
    }
    of = {
        "spoken": np.bincount(line, weights=spoken.words[unit], minlength=lines).astype(np.int64),
        "of_participants": _different(line, spoken.participant[unit], lines),
        "of_cases": _different(line, spoken.case[unit], lines),
    }
    return {name: values.reshape(shape) for name, values in numbers.items()}, of


def _different(cell: Ints, thing: Ints, cells: int) -> Ints:
    """How many different things each cell has; -1 is none."""
    known = thing >= 0
    width = int(thing.max(initial=0)) + 1
    return np.bincount(np.unique(cell[known] * width + thing[known]) // width, minlength=cells).astype(np.int64)
