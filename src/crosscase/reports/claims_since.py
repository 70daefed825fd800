"""What became of the claims since they were looked at: what is different, and which acts lie behind it.

A claim is held against the study as it was when the reader last looked at it; where they never did, when anybody did;
else when it was written. Each state is opened once, however many claims were looked at then.

What a careful reader would get wrong: acts are found by the rows that the difference lies on. An act that touched such
a row and changed nothing for the claim in the end is named too; none that made the difference is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from crosscase.analyses.claims import ClaimStanding, Ledger, LedgerOptions, evaluate, ledger
from crosscase.analyses.claims.changed import Difference, difference, rows_behind
from crosscase.analyses.claims.language import named_in, wants_words
from crosscase.analyses.claims.ledger import claims_of
from crosscase.analyses.claims.verdicts import VAGUE
from crosscase.model import Claim, ClaimLook, Id
from crosscase.reads.history.lines import LogEntry, entries_touching
from crosscase.study import Study
from crosscase.verbs.claims import threshold_id

if TYPE_CHECKING:
    from crosscase.frames import Snapshot
    from crosscase.frames.token_index import TokenIndex

_WIDER = ("code", "theme", "lineage", "evidence", "member", "analysis", "reading", "participant", "case", "source")
"""What a claim can change with when nothing of its own did: a code that was merged or moved, a theme developed on."""


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a claim.

    Attributes:
        entry: after which it is told; `looked`: it was looked at then, and not only written.
        before, after: how it stood and stands; none before where it could not be told.
        what: a sentence for each difference; empty where nothing is different.
        acts: that lie behind it.
    """

    claim: Id
    sentence: str
    entry: Id
    looked: bool
    before: ClaimStanding | None
    after: ClaimStanding
    what: tuple[str, ...] = ()
    acts: tuple[LogEntry, ...] = ()


def words_for(study: Study, claims: Sequence[Claim]) -> TokenIndex | None:
    """The index of words, where one of these claims asks for places: it is not read after every act for nothing."""
    return study.index() if wants_words(claims) else None


def ledger_of(study: Study, options: LedgerOptions | None = None) -> Ledger:
    """How the claims of a study stand.

    Raises:
        NotFoundError, AmbiguousError: a claim or the theme is not there.
    """
    snapshot = study.snapshot()
    return ledger(snapshot, options, words_for(study, claims_of(snapshot)))


def standings(
    study: Study, *, claims: Sequence[Id] = (), members: tuple[Id, ...] = ()
) -> tuple[Snapshot, list[ClaimStanding]]:
    """How the claims of a study stand now (as these members coded it), with the snapshot they were counted on.

    Raises:
        NotFoundError: one of these claims is not there.
    """
    snapshot = study.snapshot()
    wanted = claims_of(snapshot, claims)
    return snapshot, evaluate(snapshot, wanted, words_for(study, wanted), members=members)


def claims_since(
    study: Study, *, entry: Id = "", claims: Sequence[Id] = (), reader: Id = "", members: tuple[Id, ...] = ()
) -> list[Since]:
    """What became of claims, in their order.

    Args:
        study: as it is now.
        entry: since when; when each claim was looked at, where it is empty.
        claims: only these.
        reader: the member who reads.
        members: as these coded it, and only their acts: what an independent coder may see.

    Raises:
        NotFoundError: there is no such entry or claim.
    """
    snapshot, now = standings(study, claims=claims, members=members)
    asked = {claim.id: claim for claim in claims_of(snapshot)}
    anchors = {one.claim: _anchor(study, one.claim, entry, reader) for one in now}
    before: dict[Id, tuple[Snapshot, dict[Id, ClaimStanding]]] = {}
    for anchor in {anchor for anchor, _ in anchors.values()}:
        with study.at(anchor) as then:
            seen, stood = standings(then, members=members)
            before[anchor] = (seen, {one.claim: one for one in stood})
    return [
        _since(
            study,
            asked[one.claim],
            one,
            snapshot,
            anchor=anchors[one.claim],
            before=before,
            reader=reader,
            members=members,
        )
        for one in now
    ]


def _anchor(study: Study, claim: Id, entry: Id, reader: Id) -> tuple[Id, bool]:
    """The entry since which a claim is told, and whether it was looked at then."""
    if entry:
        return study.entry(entry).id, False
    looks = [one for one in study.rows(ClaimLook, claim=claim) if one.entry]
    order = {line.id: place for place, line in enumerate(study.log())} if looks else {}
    known = [one for one in looks if one.entry in order]
    own = [one for one in known if one.member == reader]
    if known:
        return max(own or known, key=lambda one: order[one.entry]).entry, True
    return study.store.entries_about("claim", claim)[0].id, False


def _since(
    study: Study, claim: Claim, now: ClaimStanding, snapshot: Snapshot, *, anchor: tuple[Id, bool],
    before: dict[Id, tuple[Snapshot, dict[Id, ClaimStanding]]], reader: Id, members: tuple[Id, ...],
) -> Since:  # fmt: skip
    entry, looked = anchor
    seen, stood = before[entry]
    was = stood.get(claim.id)
    found = difference(was, now) if was else Difference(what=("written since",))
    acts = _acts(study, claim, found, (seen, snapshot), after=entry, reader=reader) if found.what else ()
    if members:
        acts = tuple(act for act in acts if act.member in members)
    return Since(
        claim=claim.id, sentence=claim.sentence, entry=entry, looked=looked, before=was, after=now, what=found.what,
        acts=acts,
    )  # fmt: skip


def _acts(
    study: Study, claim: Claim, found: Difference, both: tuple[Snapshot, Snapshot], *, after: Id, reader: Id
) -> tuple[LogEntry, ...]:
    rows = rows_behind(
        both, claim.unit, found, themes=named_in(claim.query, "theme"), codes=named_in(claim.query, "code")
    )
    rows["claim"] = {claim.id}
    word = VAGUE.get(claim.quantifier)
    if word:
        rows["threshold"] = {threshold_id(word)}
    acts = entries_touching(study.store, rows, after=after, reader=reader)
    return tuple(acts or entries_touching(study.store, dict.fromkeys(_WIDER, ()), after=after, reader=reader))
