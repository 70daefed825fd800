"""Long text merged by paragraph.

Definitions, memos and theme texts are edited by several people at once. Where they changed different paragraphs,
both changes stand; where they changed the same one, the later in the order of the journal stands and the clash
is reported. This is the three-way merge of Khanna, Kunal & Pierce (2007) over paragraphs, with the text
each author recorded as *before* as the base. The alignment is a longest common subsequence computed here, so
that it is the same in every version of every program.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"(\n[ \t]*\n+)")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each with the blank lines that follow it; joined they are the text."""
    parts = _BREAK.split(text)
    return [body + gap for body, gap in zip(parts[::2], [*parts[1::2], ""], strict=True) if body + gap]


def _bare(paragraph: str) -> str:
    return paragraph.rstrip()


def matches(base: list[str], other: list[str]) -> list[tuple[int, int]]:
    """The pairs of equal paragraphs of a longest common subsequence, leftmost first."""
    a, b = [_bare(p) for p in base], [_bare(p) for p in other]
    longest = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            longest[i][j] = 1 + longest[i + 1][j + 1] if a[i] == b[j] else max(longest[i + 1][j], longest[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def merge(base: str, earlier: str, later: str) -> tuple[str, bool]:
    """Two texts that were both made from `base`, as one; and whether they clashed in a paragraph.

    In a clash the paragraphs of `later` stand.
    """
    if earlier in {base, later}:
        return later, False
    if base == later:
        return earlier, False
    old, one, two = paragraphs(base), paragraphs(earlier), paragraphs(later)
    in_one, in_two = dict(matches(old, one)), dict(matches(old, two))
    merged: list[str] = []
    clashed = False
    i = j = k = 0
    anchors = [n for n in range(len(old)) if n in in_one and n in in_two]
    for n in [*anchors, len(old)]:
        end_one = in_one[n] if n < len(old) else len(one)
        end_two = in_two[n] if n < len(old) else len(two)
        was, here, there = old[i:n], one[j:end_one], two[k:end_two]
        if _same(was, here):
            merged += there
        elif _same(was, there) or _same(here, there):
            merged += here
        else:
            merged += there
            clashed = True
        if n < len(old):
            merged.append(two[end_two] if two[end_two] != old[n] else one[end_one])
        i, j, k = n + 1, end_one + 1, end_two + 1
    return _joined(merged), clashed


def _same(one: list[str], two: list[str]) -> bool:
    return [_bare(p) for p in one] == [_bare(p) for p in two]


def _joined(parts: list[str]) -> str:
    """Paragraphs as a text; one that was last in its own text gets its blank line back."""
    spaced = [part if part.endswith("\n") or n == len(parts) - 1 else part + "\n\n" for n, part in enumerate(parts)]
    return "".join(spaced).rstrip("\n") if spaced else ""
