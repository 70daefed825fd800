"""The ledger: every claim of a study with its status, its counts, and what it depends on.

What a careful reader would get wrong: a status says what can be said *in what has been coded so far*. A claim that is
not shown may be true; what is missing is listed with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.claims.evaluate import evaluate
from crosscase.analyses.claims.standing import ClaimStanding
from crosscase.analyses.claims.verdicts import VAGUE
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.errors import NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.token_index import TokenIndex
from crosscase.model import Claim, Id, goes_by, short
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

SO_FAR = "in what has been coded so far"


class LedgerOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims to show.

    Attributes:
        claims: by id; all when empty.
        status: only those that stand so; all when empty.
        theme: only those of a theme, by id or label.
        members: as these coded it, whatever the scope of a claim says; all when empty.
    """

    claims: tuple[Id, ...] = ()
    status: str = ""
    theme: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Ledger(Result):
    """How claims stand.

    Attributes:
        standings: in the order of the claims.
        thresholds: what vague words mean here, in words.
    """

    snapshot: Snapshot
    options: LedgerOptions
    standings: tuple[ClaimStanding, ...]
    thresholds: tuple[str, ...]

    def open(self, claim: str) -> ClaimStanding:
        """One claim with all its units, by its id or the end of it.

        Raises:
            NotFoundError: it is not in this ledger.
        """
        for one in self.standings:
            if one.claim == claim or goes_by(one.claim, claim):
                return one
        raise NotFoundError("claim", claim)

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"Claims {SO_FAR}"

    def table(self) -> Table:
        """One row for each claim."""
        columns = (
            Column("claim", "Id"), Column("sentence", "Claim"), Column("says", "What is checked"),
            Column("status", "Status"), Column("counts", "Counts"), Column("robustness", "Does it hold?"),
        )  # fmt: skip
        rows = tuple(
            (short(one.claim), one.sentence, one.says or one.query, one.status, one.problem or one.why, one.robustness)
            for one in self.standings
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        silent = any(one.silence == "not said" and one.rests_on != "judgement" for one in self.standings)
        return notes_of(
            self.snapshot,
            "Shown: true however those turn out of whom nothing is known yet; contradicted: false however they turn "
            "out; not shown: it hangs on them; cannot say: nothing is known.",
            "Whoever was read for it and has nothing coded counts as not having said it, unless a claim leaves "
            "silence open." if silent else "",
            *self.thresholds,
            "“Survives” means that the status stays the same when one is left out. It is no test.",
        )  # fmt: skip

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each claim, with every number in a column of its own."""
        rows = [
            {
                "claim": one.claim, "sentence": one.sentence, "quantifier": one.quantifier, "unit": one.unit,
                "status": one.status, "yes": one.tally.yes, "no": one.tally.no, "unknown": one.tally.unknown,
                "query": one.query, "robustness": one.robustness, "unreviewed": one.unreviewed, "why": one.why,
                "problem": one.problem,
            }
            for one in self.standings
        ]  # fmt: skip
        schema = {
            name: pl.Int64() if name in {"yes", "no", "unknown", "unreviewed"} else pl.String()
            for name in (
                "claim", "sentence", "quantifier", "unit", "status", "yes", "no", "unknown", "query", "robustness",
                "unreviewed", "why", "problem",
            )
        }  # fmt: skip
        return pl.DataFrame(rows, schema=schema, orient="row")

    def chart(self) -> Figure:
        """For each claim how many units are so, are not, and are not known."""
        kinds = ["so", "not so", "not known"]
        found = [
            (one.sentence, kind, count)
            for one in self.standings
            for kind, count in zip(kinds, (one.tally.yes, one.tally.no, one.tally.unknown), strict=True)
        ]
        schema = {"claim": pl.String(), "known": pl.String(), "units": pl.Int64()}
        return charts.bars(
            pl.DataFrame(found, schema=schema, orient="row"), label="claim", value="units", title=self.title,
            kind="known", kinds=kinds, order=[one.sentence for one in self.standings], notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, claims, thresholds, notes}`; claims as `ClaimStanding`."""
        return plain(
            {
                "analysis": "claims", "version": self.snapshot.version, "options": self.options,
                "claims": self.standings, "thresholds": self.thresholds, "notes": self.notes(),
            }
        )  # fmt: skip


def claims_of(snapshot: Snapshot, ids: Sequence[Id] = ()) -> list[Claim]:
    """The claims of a study, in their order; only these, where some are named.

    Raises:
        NotFoundError: one of them is not there.
    """
    every = [Claim(**row) for row in snapshot.raw["claim"].sort("position", "id").iter_rows(named=True)]
    lacking = set(ids) - {claim.id for claim in every}
    if lacking:
        raise NotFoundError("claim", min(lacking))
    return [claim for claim in every if not ids or claim.id in ids]


def ledger(snapshot: Snapshot, options: LedgerOptions | None = None, index: TokenIndex | None = None) -> Ledger:
    """How the claims of a study stand in what has been coded so far.

    Args:
        snapshot: the study.
        options: which to show.
        index: its words at the same version; needed for place operators.

    Raises:
        NotFoundError, AmbiguousError: a claim or the theme is not there.
    """
    options = options or LedgerOptions()
    wanted = claims_of(snapshot, options.claims)
    if options.theme:
        theme = snapshot.themes.ids[snapshot.themes.find(options.theme)]
        wanted = [claim for claim in wanted if claim.theme == theme]
    found = tuple(
        one for one in evaluate(snapshot, wanted, index, members=options.members) if options.status in {"", one.status}
    )
    return Ledger(snapshot, options, found, thresholds_in_words(snapshot))


def thresholds_in_words(snapshot: Snapshot) -> tuple[str, ...]:
    """What vague words mean in this study, a sentence each."""
    order = list(dict.fromkeys(VAGUE.values()))
    rows = sorted(snapshot.raw["threshold"].iter_rows(named=True), key=lambda row: order.index(row["word"]))
    return tuple(
        f"“{row['word'].capitalize()}” means {_range(row['least'], row['most'])} of the units counted{_because(row)}."
        for row in rows
    )


def _because(row: dict[str, Any]) -> str:
    return f" ({row['reason']})" if row["reason"] else ""


def _range(least: int, most: int) -> str:
    if most == 100:
        return f"at least {least} %"
    return f"at most {most} %" if least == 0 else f"{least} to {most} %"
