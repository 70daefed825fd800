"""Claims checked against the data: what each sentence of the findings says, and whether that is shown so far.

language    what a claim asks of each unit
known       one word for each person and each thing asked
lifting     from people to the units that are counted
units       the units, and the groups set against each other
verdicts    what a quantifier says of counts
evaluate    all claims of a study together, with what their verdicts depend on
standing    the outcome for one claim; told, named, reasons put it into words
ledger      the result: a table of all claims
"""

from __future__ import annotations

from crosscase.analyses.claims.evaluate import evaluate
from crosscase.analyses.claims.ledger import Ledger, LedgerOptions, ledger
from crosscase.analyses.claims.standing import ClaimStanding, GroupTally, UnitStanding

__all__ = ["ClaimStanding", "GroupTally", "Ledger", "LedgerOptions", "UnitStanding", "evaluate", "ledger"]
