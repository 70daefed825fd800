"""Sentences for what was done to the findings: claims, looks at them, what vague words mean, answers to guidelines."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed, counted
from crosscase.reads.history.phrases import Phrase, added, changed, ordered, removed


def _looked(deed: Deed) -> str:
    return f"looked at {counted(len(deed.put('claim_look')), 'claim')} as they stand"


def _meant(deed: Deed) -> str:
    words = [deed.held("threshold", one, "word") for one in deed.put("threshold")]
    return f"said what {', '.join(f'‘{word}’' for word in words)} means here"


def _answered(deed: Deed) -> str:
    items = [deed.held("guideline_answer", one, "item") for one in deed.put("guideline_answer")]
    return f"answered what guidelines ask of {', '.join(f'‘{item}’' for item in items)}"


PHRASES: Mapping[str, Phrase] = {
    "claim.write": added("claim"),
    "claim.change": changed("claim"),
    "claim.order": ordered("claim"),
    "claim.look": _looked,
    "claim.remove": removed("claim"),
    "threshold.set": _meant,
    "guideline.answer": _answered,
    "guideline.clear": lambda _: "took an answer to the guidelines away",
    "threshold.remove": lambda _: "took away what a vague word means here",
}
