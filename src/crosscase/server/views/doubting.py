"""What may speak against themes and codes, with the words of the passages among it."""

from __future__ import annotations

import msgspec

from crosscase.analyses.negatives import Negative, NegativeOptions, Silence
from crosscase.analyses.negatives import negatives as looked_for
from crosscase.model import Coding, Id
from crosscase.server.views.comparing import blind
from crosscase.server.views.quoting import Quotation, quotations
from crosscase.study import Study


class CandidateHere(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate, with the id by which it is settled."""

    id: Id
    found: Negative


class NegativesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Candidates and silence; `quotations` of the passages among them."""

    version: str
    title: str
    candidates: tuple[CandidateHere, ...]
    silence: tuple[Silence, ...]
    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...]


def negatives(study: Study, asked: NegativeOptions) -> NegativesHere:
    """Look for what may speak against themes or codes."""
    found = looked_for(study.snapshot(), blind(study, asked))
    passages = study.rows(Coding, id=[one.thing for one in found.candidates if one.thing_kind == "coding"])
    return NegativesHere(
        version=found.snapshot.version, title=found.title,
        candidates=tuple(CandidateHere(id=one.id, found=one) for one in found.candidates), silence=found.silence,
        quotations=tuple(quotations(study, passages)), notes=found.notes(),
    )  # fmt: skip
