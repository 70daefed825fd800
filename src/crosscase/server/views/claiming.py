"""The ledger of claims, for screens: how all of them stand, how one would stand, and what became of them.

What a careful reader would get wrong: an independent coder is answered from their own codings alone, so that a status
here may be another than in the report.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.claims import ClaimStanding, LedgerOptions, evaluate
from crosscase.model import Claim, Coding, Id
from crosscase.model.claims import ClaimUnit, Quantifier, RestsOn, Silence
from crosscase.reads.guideline_items import Guideline
from crosscase.reports.claims_since import Since, ledger_of, words_for
from crosscase.reports.claims_since import claims_since as looked_back
from crosscase.reports.guidelines import ItemLine, TopicAnswer, answered, compiled
from crosscase.server.views.quoting import Quotation, own_only, quotations
from crosscase.study import Study
from crosscase.verbs.claims import checked


class LedgerHere(msgspec.Struct, frozen=True, kw_only=True):
    """All claims as they stand, the claims as they were written (in the same order), and what vague words mean."""

    version: str
    standings: tuple[ClaimStanding, ...]
    claims: tuple[Claim, ...]
    thresholds: tuple[str, ...]
    notes: tuple[str, ...]


class ClaimAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim that is kept, by its id."""

    claim: Id


class ClaimHere(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with the passages it rests on: first those that speak for its units' being so, then those against."""

    version: str
    standing: ClaimStanding
    quotations: tuple[Quotation, ...]


class ClaimTried(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim that is being written; see the verb `claim.write`."""

    sentence: str = "…"
    quantifier: Quantifier = "some"
    unit: ClaimUnit = "participants"
    query: str = ""
    scope: str = ""
    by: str = ""
    one: str = ""
    other: str = ""
    number: int = 0
    of: int = 0
    silence: Silence = "not said"
    rests_on: RestsOn = "codings"
    reason: str = ""
    analysis: Id | None = None
    theme: Id | None = None


class SinceAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Since which entry, and which claims; since each was looked at, and all, where they are left out."""

    entry: Id = ""
    claims: tuple[Id, ...] = ()


class SinceHere(msgspec.Struct, frozen=True, kw_only=True):
    """What became of claims."""

    version: str
    claims: tuple[Since, ...]


def claims(study: Study, asked: LedgerOptions) -> LedgerHere:
    """Say how all claims stand in what has been coded so far."""
    options = msgspec.structs.replace(asked, members=_members(study) or asked.members)
    found = ledger_of(study, options)
    written = {row.id: row for row in study.rows(Claim)}
    return LedgerHere(
        version=found.snapshot.version, standings=found.standings,
        claims=tuple(written[one.claim] for one in found.standings), thresholds=found.thresholds, notes=found.notes(),
    )  # fmt: skip


def claim(study: Study, asked: ClaimAsked) -> ClaimHere:
    """Open a claim to the passages it rests on."""
    options = LedgerOptions(claims=(asked.claim,), members=_members(study))
    found = ledger_of(study, options)
    (one,) = found.standings
    said = study.rows(Coding, id=[*one.coding_ids, *one.against_ids])
    return ClaimHere(version=found.snapshot.version, standing=one, quotations=tuple(quotations(study, said)))


def claim_tried(study: Study, asked: ClaimTried) -> ClaimStanding:
    """Say how a claim would stand that is not written down yet."""
    row = checked(study, Claim(member="", sentence=asked.sentence), **msgspec.structs.asdict(asked))
    return evaluate(study.snapshot(), [row], words_for(study, [row]), members=_members(study))[0]


def claims_since(study: Study, asked: SinceAsked) -> SinceHere:
    """Tell how claims stand otherwise than when the reader looked at them, and which acts lie behind it."""
    reader = study.member().id
    found = looked_back(study, entry=asked.entry, claims=asked.claims, reader=reader, members=_members(study))
    return SinceHere(version=study.version, claims=tuple(found))


class GuidelinesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Every item of every guideline, and what each asks for, once."""

    version: str
    items: tuple[ItemLine, ...]
    topics: tuple[TopicAnswer, ...]


class GuidelinesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which guideline; of all where it is left out."""

    guideline: Guideline | None = None


def guidelines(study: Study, asked: GuidelinesAsked) -> GuidelinesHere:
    """Compile what reporting guidelines ask for."""
    return GuidelinesHere(
        version=study.version, items=tuple(compiled(study, asked.guideline)), topics=tuple(answered(study).values())
    )  # fmt: skip


def _members(study: Study) -> tuple[Id, ...]:
    own = own_only(study)
    return (own,) if own else ()
