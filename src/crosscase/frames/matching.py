"""What a rule would code: every place where a word, a phrase or a regular expression matches.

Words and phrases match by word, so `risk` does not match in `asterisk`, whatever the case and accents; `risk*` matches
beginnings. A regular expression (of the `regex` package) sees the text as it is, one passage at a time: `^` and `$` are
the passage's first and last place and those of its lines, and nothing matches across two speakers.

Takes passages and gives places in them; whose turns are passed over is decided by who hands in the passages.
`widened_to` makes sentences, paragraphs or whole passages of the places.

A pattern such as `(a+)+$` can take longer than a life. All of it has a limit of time, and past it everything is
refused: a rule that was applied to half the sources would be worse than none.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import regex

from crosscase.errors import CrosscaseError
from crosscase.frames.occurrences import occurrences
from crosscase.frames.passages import Passages
from crosscase.frames.query import term
from crosscase.frames.sentences import paragraphs, sentences, widened
from crosscase.frames.token_index import Int64, TokenIndex
from crosscase.model import Id, Span

How: TypeAlias = Literal["word", "phrase", "regex"]
Unit: TypeAlias = Literal["match", "sentence", "paragraph", "turn"]

SECONDS = 10.0
"""How long a regular expression may take over all texts."""

_MOST_REPEATED, _LONGEST = 100_000, 10_000


class BadPatternError(CrosscaseError):
    """A regular expression that is none, or that would fill the memory."""

    code = "bad-pattern"

    def __init__(self, pattern: str, problem: str) -> None:
        shown = pattern if len(pattern) <= 80 else pattern[:80] + "…"
        super().__init__(f"{shown!r} cannot be used as a regular expression: {problem}.")


class SlowPatternError(CrosscaseError):
    """A regular expression that takes too long; nothing was matched."""

    code = "slow-pattern"

    def __init__(self, pattern: str, seconds: float) -> None:
        super().__init__(
            f"{pattern!r} was given up after {seconds:g} seconds. Repetitions inside repetitions, as in (a+)+, "
            "can take for ever; write it without them."
        )


@dataclass(frozen=True, eq=False)
class Matches:
    """Places in passages, by passage, start and end, each once.

    Attributes:
        passages: what was looked through.
        passage: number of each place's passage.
        start, end: code points of the passage's source.
    """

    passages: Passages
    passage: Int64
    start: Int64
    end: Int64

    def __len__(self) -> int:
        return len(self.start)

    def __iter__(self) -> Iterator[tuple[Id, Span]]:
        """Each place: its source and its span."""
        sources = self.passages.source[self.passage].tolist()
        for source, start, end in zip(sources, self.start.tolist(), self.end.tolist(), strict=True):
            yield self.passages.sources[source], Span(start, end)


def matches(
    index: TokenIndex,
    passages: Passages,
    text_of: Callable[[Id], str],
    how: How,
    patterns: str | Sequence[str],
    *,
    ignore_case: bool = True,
    seconds: float = SECONDS,
) -> Matches:
    """Where one of the patterns matches.

    Args:
        index: the words of the sources.
        passages: where to look.
        text_of: the text of a source; read only for regular expressions.
        how: what the patterns are. A word with a hyphen is a phrase.
        patterns: one or several.
        ignore_case: of regular expressions; words and phrases always do.
        seconds: the limit for regular expressions.

    Raises:
        QueryError: a word or phrase without a word in it, or with a star at the wrong place.
        BadPatternError: a regular expression that is none.
        SlowPatternError: a regular expression that takes too long.
    """
    wanted = [patterns] if isinstance(patterns, str) else list(patterns)
    if how == "regex":
        return _gathered(passages, list(_by_regex(passages, text_of, wanted, ignore_case=ignore_case, seconds=seconds)))
    found = [occurrences(index, passages.placed(index), term(pattern)) for pattern in wanted]
    return _gathered(passages, [(part.passage, index.start[part.first], index.end(part.last)) for part in found])


def widened_to(found: Matches, unit: Unit, text_of: Callable[[Id], str]) -> Matches:
    """The sentences, paragraphs or passages that these places touch; each stretch once.

    A place that touches two sentences gives one stretch of both. Nothing grows beyond its passage.
    """
    passages = found.passages
    if unit == "match" or not len(found):
        return found
    if unit == "turn":
        rows = np.unique(found.passage)
        return Matches(passages, rows, passages.start[rows].astype(np.int64), passages.end[rows].astype(np.int64))
    cutter = sentences if unit == "sentence" else paragraphs
    start, end = found.start.copy(), found.end.copy()
    rows, firsts = np.unique(found.passage, return_index=True)
    at_source, text = -1, ""
    for row, low, high in zip(rows.tolist(), firsts.tolist(), [*firsts[1:].tolist(), len(found)], strict=True):
        if at_source != (at_source := int(passages.source[row])):
            text = text_of(passages.sources[at_source])
        cuts = cutter(text, int(passages.start[row]), int(passages.end[row]))
        for place in range(low, high):
            span = widened(cuts, int(start[place]), int(end[place]))
            start[place], end[place] = span.start, span.end
    return _gathered(passages, [(found.passage, start, end)])


def _by_regex(
    passages: Passages,
    text_of: Callable[[Id], str],
    patterns: list[str],
    *,
    ignore_case: bool,
    seconds: float,
) -> Iterator[tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]]:
    compiled = [_compiled(pattern, ignore_case=ignore_case) for pattern in patterns]
    until = time.monotonic() + seconds
    order = np.argsort(passages.source, kind="stable").tolist()
    found: list[tuple[int, int, int]] = []
    at_source, text = -1, ""
    for row in order:
        if at_source != (at_source := int(passages.source[row])):
            text = text_of(passages.sources[at_source])
        start, end = int(passages.start[row]), int(passages.end[row])
        passage = text[start:end]
        for pattern in compiled:
            try:
                # A match of nothing is a place, not a stretch, and cannot be coded.
                found += [
                    (row, start + match.start(), start + match.end())
                    for match in pattern.finditer(passage, timeout=max(until - time.monotonic(), 1e-3))
                    if match.end() > match.start()
                ]
            except TimeoutError as error:
                raise SlowPatternError(pattern.pattern, seconds) from error
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    yield columns[:, 0], columns[:, 1], columns[:, 2]


def _compiled(pattern: str, *, ignore_case: bool) -> regex.Pattern[str]:
    # a{1000000000} is written out in memory before anything is matched, and no limit of time applies to that.
    repeated = math.prod(max(int(count), 1) for count in regex.findall(r"\{([0-9]+)", pattern))
    if repeated > _MOST_REPEATED or len(pattern) > _LONGEST:
        raise BadPatternError(pattern, "it is too long or repeats too often")
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise BadPatternError(pattern, str(error)) from error
    except (RecursionError, OverflowError) as error:
        raise BadPatternError(pattern, "it has too many brackets inside each other") from error


def _gathered(passages: Passages, parts: list[tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]]) -> Matches:
    if not parts:
        parts = [(np.empty(0, dtype=np.int64),) * 3]
    passage, start, end = (np.concatenate([part[i] for part in parts]).astype(np.int64) for i in range(3))
    order = np.lexsort((end, start, passage))
    passage, start, end = passage[order], start[order], end[order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (np.diff(passage) != 0) | (np.diff(start) != 0) | (np.diff(end) != 0)
    return Matches(passages, passage[new], start[new], end[new])
