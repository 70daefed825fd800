"""What speaks against the themes, and what the members did with it.

The candidates are those that the rules find in the study as it was built; each is named by its theme, whose words they
are, and the code on them. One is noted and left open, so that the list has something to decide.
"""

from __future__ import annotations

from crosscase.analyses.negatives import Negative, NegativeOptions, negatives
from crosscase.model.contrasts import NegativeDisposition
from crosscase.study import Study
from crosscase.verbs.links import add_link
from crosscase.verbs.negatives import Candidate, note_negatives, settle_candidate

_OPPOSITE = "is the opposite of"

SETTLED: tuple[tuple[str, str, str, str, NegativeDisposition, str], ...] = (
    (
        "Marion", "Slowness as safety", "FENCO01", "Room to go slowly", "revises",
        "Where nobody ever asks what comes next, slow leaves people where they are. The theme now says: slow, with "
        "somebody who asks.",
    ),
    (
        "Tom", "Slowness as safety", "DUNST01", "Room to go slowly", "exception",
        "When somebody may be in danger tonight, to ask plainly is the care. Slowness comes after.",
    ),
    (
        "Tom", "Slowness as safety", "ALDST02", "Knowing from having been there", "not relevant",
        "It doubts where the knowing comes from. Whether slowness makes safe is not what it is about.",
    ),
    (
        "Ines", "The cost of being the bridge", "GORPW01", "Carrying it home", "exception",
        "In a house that is run by peers alone nobody stands between two sides, and there is less to hide.",
    ),
)  # fmt: skip
"""Who settled it, theme, whose words, the code on them, what became of it, and why."""

NOTED = ("Slowness as safety", "DUNSU01", "Knowing from having been there")


def doubt(study: Study, codes: dict[str, str]) -> None:
    """Link two codes as opposites, and settle some of what the rules find."""
    study.do(add_link, "code", codes["peer-company"], "code", codes["only-one"], relation=_OPPOSITE)
    found = negatives(study.snapshot(), NegativeOptions()).candidates
    for member, theme, person, code, disposition, reason in SETTLED:
        candidate = _written(found, theme, person, code)
        study.as_member(member).do(settle_candidate, candidate, disposition, reason=reason)
    study.do(note_negatives, [_written(found, *NOTED)])


def _written(found: tuple[Negative, ...], theme: str, person: str, code: str) -> Candidate:
    one = next(each for each in found if (each.label, each.name) == (theme, person) and each.why.startswith(code))
    return Candidate(about_kind="theme", about=one.about, thing_kind="coding", thing=one.thing, rule=one.rule)
