"""Drafts of a manuscript as texts: what their references are, their paragraphs, and changes carried from text to text.

language   references (`{quote:…}`, `[@key]`) with their places, and what is wrong with them
units      the paragraphs of a text in Markdown
carrying   a change of one wording made in another
"""

from __future__ import annotations

from crosscase.analyses.drafts.carrying import carried, carried_whole, in_words
from crosscase.analyses.drafts.language import KINDS, Mistake, Reference, mistakes, references
from crosscase.analyses.drafts.units import Unit, units

__all__ = [
    "KINDS",
    "Mistake",
    "Reference",
    "Unit",
    "carried",
    "carried_whole",
    "in_words",
    "mistakes",
    "references",
    "units",
]
