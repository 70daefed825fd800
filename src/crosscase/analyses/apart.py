"""How far things lie apart: cases by what they are, segments by the words in them. For choosing what to compare.

* Cases: the share of characteristics in which two cases differ, of those known of both (1 - S of Gower 1971, eq. 1, for
  nominal characters): one-of and yes/no attributes of cases, groupings among them. Where nothing is known of both, it
  is the share of codes found in only one of the two, of those found in either (Jaccard 1912).
* Words: one minus the cosine of the two segments' words, each word weighed by how often it stands in the segment times
  ln(N/n), N texts of the study and n of them with the word (Salton & Buckley 1988, weights *tf × log N/n*, cosine).

What a careful reader would get wrong: the words measure knows no meanings. *Told nobody* and *kept silent* have no word
in common, and are as far apart as two things that have nothing to do with each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from crosscase.frames import Snapshot
from crosscase.frames.tokens import tokenize

Floats = npt.NDArray[np.float64]
Weights = dict[str, float]


def cases_apart(snapshot: Snapshot) -> Floats:
    """Cases × cases, from 0 (alike in all that is known) to 1; 0 where nothing is known of both."""
    count = len(snapshot.cases)
    differ, known = np.zeros((count, count)), np.zeros((count, count))
    for variable in snapshot.variables:
        if variable.subject != "case" or variable.type not in ("one-of", "boolean"):
            continue
        values = [held[0] if held else None for held in variable.values]
        for one in range(count):
            for other in range(count):
                if values[one] is not None and values[other] is not None:
                    known[one, other] += 1
                    differ[one, other] += values[one] != values[other]
    apart = np.divide(differ, known, out=np.zeros_like(differ), where=known > 0)
    if (known == 0).any():
        apart = np.where(known > 0, apart, _codes_apart(snapshot))
    np.fill_diagonal(apart, 0.0)
    return apart


def _codes_apart(snapshot: Snapshot) -> Floats:
    codings, lies, units = snapshot.codings, snapshot.lies, snapshot.units
    there = np.zeros((len(snapshot.cases), len(snapshot.codes)))
    plain = ~(codings.unreviewed | codings.denied)[lies.coding] & (units.case[lies.unit] >= 0)
    there[units.case[lies.unit[plain]], codings.code[lies.coding[plain]]] = 1.0
    both = there @ there.T
    own = there.sum(axis=1)
    either = own[:, None] + own[None, :] - both
    apart: Floats = 1.0 - np.divide(both, either, out=np.ones_like(both), where=either > 0)
    return apart


def weigh(words: Sequence[str], texts_with: Counter[str], texts: int) -> Weights:
    """The weights of the words of a segment: times in it × ln(N/n); words of every text weigh nothing."""
    found = Counter(words)
    weights = {word: times * log(texts / texts_with[word]) for word, times in found.items() if texts_with[word]}
    return {word: weight for word, weight in weights.items() if weight > 0}


def cosine(one: Weights, other: Weights) -> float:
    """The cosine of two segments' weights; 0 where either has no word that tells texts apart."""
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = sqrt(sum(w * w for w in one.values())) * sqrt(sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0


def texts_with(snapshot: Snapshot) -> tuple[Counter[str], int]:
    """For each word in how many of the study's texts it stands, and how many texts there are; read once."""

    def read() -> tuple[Counter[str], int]:
        found: Counter[str] = Counter()
        texts = 0
        for source in snapshot.sources.ids:
            words = tokenize(snapshot.starts.text(source)).words
            texts += bool(words)
            found.update(words)
        return found, texts

    return snapshot.kept("texts with a word", read)


def words_apart(snapshot: Snapshot, rows: Sequence[int]) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Similarity of the words of codings (codings × codings), and how many telling words each has."""
    counts, texts = texts_with(snapshot)
    codings, ids = snapshot.codings, snapshot.sources.ids
    read: dict[int, str] = {}
    weights: list[Weights] = []
    for row in rows:
        source = int(codings.source[row])
        if source not in read:
            read[source] = snapshot.starts.text(ids[source])
        passage = read[source][int(codings.start[row]) : int(codings.end[row])]
        weights.append(weigh(tokenize(passage).folded, counts, texts))
    vocabulary = {word: n for n, word in enumerate(dict.fromkeys(word for one in weights for word in one))}
    grid = np.zeros((len(weights), max(len(vocabulary), 1)))
    for n, one in enumerate(weights):
        for word, weight in one.items():
            grid[n, vocabulary[word]] = weight
    lengths = np.sqrt((grid * grid).sum(axis=1, keepdims=True))
    grid = np.divide(grid, lengths, out=np.zeros_like(grid), where=lengths > 0)
    return grid @ grid.T, np.array([len(one) for one in weights], dtype=np.int64)
