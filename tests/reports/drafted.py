"""The small study with a draft that refers to everything there is to refer to."""

from __future__ import annotations

from typing import NamedTuple

from crosscase.model import Id, short
from crosscase.verbs.claims import write_claim
from crosscase.verbs.drafts import add_draft
from crosscase.verbs.quotations import keep_quotation
from tests.reports.conftest import Small

BIBLIOGRAPHY = (
    "@article{harrow2011, author={Harrow, Ann}, title={The rest was weather}, journal={Journal of Records}, "
    "year={2011}, volume={3}}"
)


class Drafted(NamedTuple):
    """The study, the draft, and what it refers to."""

    small: Small
    draft: Id
    line: Id
    evening: Id
    claim: Id
    text: str


def drafted(small: Small) -> Drafted:
    """Write the draft."""
    study = small.study
    line = study.do(
        keep_quotation, source=small.source("ONEPW01"), span=small.span("ONEPW01", "I never knew where the line was.")
    ).value
    evening = study.do(
        keep_quotation,
        source=small.source("TWOPW01"),
        span=small.span("TWOPW01", "Nobody plans here. I do it on my own, at home, in the evening."),
        printed="Nobody plans here. […] at home, in the evening.",
    ).value
    small.coded("ONEMA01", "We plan together, all of us")
    claim = study.do(write_claim, "All services plan.", quantifier="all", query="planning", unit="cases").value
    text = f"""# Who plans?

## Findings

It was *said* that {{quote:{short(line)}}} and nobody objected. {{claim:{short(claim)}}} Most participants agreed.

{{quote:{short(evening)}}}

As {{table:sample}} shows, and the literature does too [@harrow2011, p. 3].

{{table:sample}}

- first this
- then that

The **end** of it.
"""
    draft = study.do(add_draft, "Paper", text=text, bibliography=BIBLIOGRAPHY).value
    return Drafted(small, draft, line, evening, claim, text)
