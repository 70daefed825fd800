"""Headings that drifted from the labels of the themes, and themes that have no heading.

The labels are those of the study, those of a table with a column of themes, and those that the text lists in quotation
marks after “themes:”. A heading that is nearly a label, and not the label, has drifted.

What a careful reader would get wrong: headings need not be themes. Only a heading that shares most of its words with a
label is compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from crosscase.analyses.manuscripts.findings import Finding, listed
from crosscase.analyses.manuscripts.ground import Ground
from crosscase.model.manuscripts import Manuscript

_NEAR = 0.6
_LISTED = re.compile(r"\bthemes?\b[^.:]{0,60}:", re.IGNORECASE)
_MARKED = re.compile(r"[\u201c\u2018\"]([^\u201c\u201d\u2018\"]{3,120})[\u201d\u2019\"]")


def findings(manuscript: Manuscript, ground: Ground) -> Iterator[Finding]:
    """What drifted."""
    labels = list(dict.fromkeys([*ground.themes, *labels_of_themes(manuscript)]))
    by_words = {_bare(label): label for label in labels}
    headings = [block for block in manuscript.blocks if block.nature == "heading" and block.level > 1]
    spoken = {_bare(block.words) for block in headings}
    taken: set[str] = set()
    for block in headings:
        bare = _bare(block.words)
        if bare in by_words or not by_words:
            continue
        nearest = max(by_words, key=lambda words: _likeness(bare, words))
        if _likeness(bare, nearest) >= _NEAR and nearest not in spoken:
            taken.add(nearest)
            yield Finding(
                kind="drifted heading", weight="fault", where=block.where, words=block.words,
                about=(by_words[nearest],),
                what=f"The heading is “{block.words}”; the theme is called “{by_words[nearest]}”.",
                do="Use one wording everywhere: change the heading, or the label of the theme with its reason.",
            )  # fmt: skip
    # Where at least one main theme of the study has its heading, the others are expected to have theirs.
    if any(_bare(label) in spoken for label in ground.main_themes):
        without = [label for label in ground.main_themes if _bare(label) not in spoken | taken]
        if without:
            yield Finding(
                kind="drifted heading", weight="look", where=headings[0].where, about=tuple(without),
                what=f"No heading has the label of {listed([f'“{label}”' for label in without])}.",
                do="Write them up, or say where they are told.",
            )  # fmt: skip


def labels_of_themes(manuscript: Manuscript) -> list[str]:
    """The labels of themes that the manuscript itself gives: in a column of a table, or listed in the text."""
    return [*_in_tables(manuscript), *_in_text(manuscript)]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _bare(text: str) -> str:
    """A label without numbering, capitals and punctuation."""
    text = re.sub(r"^\s*(?:(?:theme|finding)\s+)?(?:\d+(?:\.\d+)*|[ivx]+)[.:)]?\s+", "", text, flags=re.IGNORECASE)
    return " ".join(re.findall(r"\w+", re.sub(r"^\s*theme\s*:\s*", "", text, flags=re.IGNORECASE).casefold()))


def _in_tables(manuscript: Manuscript) -> Iterator[str]:
    for block in manuscript.blocks:
        heads = block.rows[max(0, block.heads - 1)] if block.nature == "table" and block.heads else ()
        for column, head in enumerate(heads):
            if head.strip().casefold() in {"theme", "themes"}:
                yield from (row[column] for row in block.rows[block.heads :] if column < len(row) and row[column])


def _in_text(manuscript: Manuscript) -> Iterator[str]:
    for block in manuscript.blocks:
        found = _LISTED.search(block.words) if block.nature == "paragraph" else None
        if found is not None:
            rest = re.split(r"(?<=[.!?])\s", block.words[found.end() :])[0]
            labels = _MARKED.findall(rest)
            if len(labels) > 1:
                yield from (label.strip(" ,.;") for label in labels)
