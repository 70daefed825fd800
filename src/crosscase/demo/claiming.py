"""What the findings say, as claims that are checked: one of every status, and one that came to stand otherwise.

The sentences are invented like everything here, and some are wrong on purpose: a ledger in which all holds teaches
nothing. They are looked at before codes are linked to the topics of the guide, so that *since* has something to tell:
whoever was never asked about pay is then no longer known to have said nothing of it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crosscase.model import Theme
from crosscase.model.claims import ClaimUnit, Quantifier
from crosscase.study import Study
from crosscase.verbs.claims import look_at_claims, set_threshold, write_claim
from crosscase.verbs.guidelines import answer_guideline


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the findings."""

    by: str
    sentence: str
    quantifier: Quantifier
    query: str
    unit: ClaimUnit = "participants"
    groups: tuple[str, str, str] = ("", "", "")
    numbers: tuple[int, int] = (0, 0)
    reason: str = ""
    theme: str = ""


SAID = (
    Said(
        by="Ines", sentence="Every organisation lives with forms and paperwork.", quantifier="all", unit="cases",
        query='"Forms and paperwork"',
    ),
    Said(
        by="Ines", sentence="All organisations tell of force, seen or remembered.", quantifier="all", unit="cases",
        query='"Force witnessed or remembered"',
    ),
    Said(
        by="Marion", sentence="In every organisation a diagnosis is contested by somebody.", quantifier="all",
        unit="cases", query='"Contested diagnosis"',
    ),
    Said(
        by="Tom", sentence="Only peer workers are read as a risk.", quantifier="only in", query='"Being read as a risk"',
        groups=("roles", "peer worker", ""),
    ),
    Said(
        by="Marion", sentence="More people pass worries up in public organisations than in independent ones.",
        quantifier="more in", query='"Passing it up"', groups=("sector", "public", "independent"),
    ),
    Said(
        by="Tom", sentence="Slowness makes safe in seven of ten organisations.", quantifier="n of N", unit="cases",
        query='"theme:Slowness as safety"', numbers=(7, 10), theme="Slowness as safety",
    ),
    Said(
        by="Ines", sentence="Most who carry the work home have no other peer beside them.", quantifier="most",
        query='"Carrying it home" AND NOT "Company of other peers"',
    ),
    Said(
        by="Ines", sentence="Many speak of pay before anybody asks.", quantifier="many", query='"Pay and hours"',
    ),
    Said(
        by="Marion", sentence="Team managers seemed relieved to be asked.", quantifier="some", query="",
        reason="Seen by both interviewers in most meetings with them, and written down after each.",
    ),
)  # fmt: skip


ANSWERS = (
    ("training", "All three had held interviews before; none had led a study of ten organisations."),
    ("assumptions", "One of us works as a peer, one managed a team once, one has neither behind them."),
    (
        "sampling",
        "Ten organisations in three sectors, and in each two people of each of five roles, where there were any.",
    ),
    ("funding", "Nobody paid for an invented study."),
    ("involvement aim", "To keep the questions close to the work, and the findings close to what was said."),
)
"""Answers to what reporting guidelines ask and no study knows by itself."""


def claim(study: Study, *, of_themes: bool) -> None:
    """Write the claims down and look at them: first those that ask about codes, and once there are themes those of themes."""
    if not of_themes:
        for topic, words in ANSWERS:
            study.do(answer_guideline, topic, words)
        study.do(set_threshold, "most", least=60, reason="agreed before the ledger was first looked at")
    written = [
        study.as_member(said.by).do(write_claim, said.sentence, **_fields(study, said)).value
        for said in SAID
        if bool(said.theme) is of_themes
    ]
    study.do(look_at_claims, written)


def _fields(study: Study, said: Said) -> dict[str, Any]:
    by, one, other = said.groups
    fields: dict[str, Any] = {
        "quantifier": said.quantifier, "query": said.query, "unit": said.unit, "by": by, "one": one, "other": other,
        "number": said.numbers[0], "of": said.numbers[1],
    }  # fmt: skip
    if said.reason:
        fields |= {"rests_on": "judgement", "reason": said.reason}
    if said.theme:
        fields["theme"] = study.find(Theme, said.theme).id
    return fields
