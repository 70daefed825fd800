"""What was done to configurational analyses, their conditions and the scores of cases, in words.

No number and no reason of a score is told, only which case and which condition it is of.
"""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed
from crosscase.reads.history.phrases import Phrase, added, changed, removed


def _begun(deed: Deed) -> str:
    ids = [made.id for made in deed.added("configuration")] or deed.put("configuration")
    return f"began {deed.those('configuration', ids)}, and so switched configurational analysis on"


def _ordered(deed: Deed) -> str:
    return f"put {deed.those('condition', deed.put('condition'))} in order"


def _scored(verb: str, *, gone: bool = False) -> Phrase:
    def phrase(deed: Deed) -> str:
        ids = deed.gone("score") if gone else deed.put("score")
        linked = [*deed.put("score_segment"), *deed.gone("score_segment")]
        ids = list(dict.fromkeys([*ids, *deed.all_held("score_segment", linked, "score")]))
        cases = deed.these("case", deed.all_held("score", ids, "case"))
        return f"{verb} {cases} in {deed.those('condition', deed.all_held('score', ids, 'condition'))}"

    return phrase


PHRASES: Mapping[str, Phrase] = {
    "configuration.begin": _begun,
    "configuration.change": changed("configuration"),
    "configuration.remove": removed("configuration"),
    "condition.add": added("condition"),
    "condition.change": changed("condition"),
    "condition.order": _ordered,
    "condition.remove": removed("condition"),
    "score.set": _scored("scored"),
    "score.look_again": _scored("looked again at the score of"),
    "score.remove": _scored("took away the score of", gone=True),
}
