"""What may speak against a theme or a code: candidates worth looking at, each with the rule that found it.

Contrary statements come first, then the opposite code, then cases that differ from the others of their group. The rules
are deterministic and stand in `RULES`. What was decided about a candidate stands beside it, and what people noted
themselves is listed with the rest.

What a careful reader would get wrong: silence is no evidence against anything. Who was asked and said nothing, or was
not asked, is listed apart and is no candidate. And a candidate is something to look at, not a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.block import Block, block_of
from crosscase.analyses.counting import counted_of
from crosscase.analyses.lines import Line, chosen, what_axis
from crosscase.analyses.result import Result, exposure_text, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.states import mixture
from crosscase.analyses.who import everyone, who_axis
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.model import Id, short
from crosscase.model.contrasts import NegativeDisposition, negative_id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Rule = Literal["says it is not so", "opposite code", "differs from all of its group", "differs from most of its group"]
RULES: dict[str, str] = {
    "says it is not so": "A passage placed against the theme, or coded as saying that it is not so.",
    "opposite code": "A passage with a code that a link calls the opposite, or that contradicts.",
    "differs from all of its group": (
        "A case that was read and has it where no other case of its group has, or lacks it where every other has."
    ),
    "differs from most of its group": "The same against more than half of the others that were read.",
}
_OPPOSITE = ("opposite", "contradict", "contrary")
_SAID = ("said", "said when asked", "volunteered", "said it is not so", "not recruited")
_FEWEST = 2


class NegativeOptions(Filters, frozen=True, kw_only=True):
    """What to look against.

    Attributes:
        of: `themes`, `codes` or `categories`.
        codes, analysis: narrow the rows.
        rows: only these, by key.
        by: the grouping whose cases are held against each other; `primary`, or none when empty.
        open_only: without what was settled.
    """

    of: str = "themes"
    codes: tuple[str, ...] = ()
    analysis: str = ""
    rows: tuple[str, ...] = ()
    by: str = "primary"
    open_only: bool = False


class Negative(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate.

    Attributes:
        about_kind, about: the theme or code, `label`: its name.
        thing_kind, thing: the coding, turn, participant or case; `name`: of the case or participant, or whose words.
        rule: see `RULES`, or what a person gave as theirs.
        why: the counts behind it, in words.
        noted: somebody wrote it down.
    """

    about_kind: str
    about: Id
    label: str
    thing_kind: str
    thing: Id
    name: str
    rule: str
    why: str
    noted: bool = False
    disposition: NegativeDisposition = "open"
    reason: str = ""

    @property
    def id(self) -> Id:
        """Of what it is about, what it is and the rule."""
        return negative_id(self.about, self.thing, self.rule)


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """Of one row, what those who did not say it were: counts by the words of exposure. No evidence against it."""

    about: Id
    label: str
    exposure: dict[str, int]


@dataclass(frozen=True, eq=False)
class Negatives(Result):
    """Candidates, in the order of the rows and the rules; and silence, apart."""

    snapshot: Snapshot
    options: NegativeOptions
    candidates: tuple[Negative, ...]
    silence: tuple[Silence, ...]

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each candidate."""
        rows = [_data(one) for one in self.candidates]
        schema = dict.fromkeys(("id", *Negative.__struct_fields__), pl.String())
        return pl.DataFrame(rows, schema=schema | {"noted": pl.Boolean()})

    @property
    def title(self) -> str:
        """What the table is called."""
        return f"What may speak against {self.options.of}"

    def table(self) -> Table:
        """Candidates with the rule, the counts behind it, and what became of them."""
        columns = (
            Column("id", "Id"), Column("label", "Against"), Column("name", "What"), Column("rule", "Found because it"),
            Column("why", "Where it stands"), Column("disposition", "What became of it"), Column("reason", "Why"),
        )  # fmt: skip
        rows = tuple(
            (short(one.id), one.label, one.name, one.rule, one.why, one.disposition, one.reason)
            for one in self.candidates
        )
        return Table(title=self.title, columns=columns, rows=rows, notes=self.notes())

    def silent(self) -> Table:
        """Who said nothing on each row, and which nothing that is."""
        columns = (Column("label", "Row"), Column("exposure", "Who did not say it"))
        rows = tuple((one.label, exposure_text(one.exposure)) for one in self.silence if one.exposure)
        return Table(
            title="Silence", columns=columns, rows=rows,
            notes=notes_of(self.snapshot, "Silence is no evidence against anything. Participants are counted."),
        )  # fmt: skip

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        used = list(dict.fromkeys(one.rule for one in self.candidates))
        undecided = sum(one.disposition == "open" for one in self.candidates)
        return notes_of(
            self.snapshot,
            f"{len(self.candidates)} to look at, {undecided} open.",
            *(f"{rule}: {RULES[rule]}" for rule in RULES if rule in used),
            "Candidates are found by rule in what has been coded so far; whether one speaks against it, a person says.",
        )

    def chart(self) -> Figure:
        """How many candidates each row has, by what became of them."""
        kinds = ["open", "revises", "exception", "coding error", "not relevant"]
        counts = self.frame.group_by("label", "disposition", maintain_order=True).len("candidates")
        return charts.bars(
            counts, label="label", value="candidates", title=self.title, kind="disposition", kinds=kinds,
            order=list(dict.fromkeys(one.label for one in self.candidates)), notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, candidates, silence, notes}`; candidates as `Negative`."""
        return plain(
            {
                "analysis": "negatives", "version": self.snapshot.version, "options": self.options,
                "candidates": [_data(one) for one in self.candidates], "silence": self.silence, "notes": self.notes(),
            }
        )  # fmt: skip


def _data(one: Negative) -> dict[str, Any]:
    return {"id": one.id, **msgspec.structs.asdict(one)}


def negatives(snapshot: Snapshot, options: NegativeOptions | None = None) -> Negatives:
    """Look for what may speak against themes or codes.

    Raises:
        BadValueError: nothing to look against, or groups that are not groups of cases.
        NotFoundError, AmbiguousError: something is named that cannot be found.
    """
    options = options or NegativeOptions()
    what = what_axis(snapshot, options.of, codes=options.codes, analysis=options.analysis)
    counted = counted_of(snapshot, what, scope_of(snapshot, options), words=False)
    whole = block_of(counted, everyone(snapshot))
    # A line with all that lies under it is not looked at twice.
    wanted = set(chosen(what.lines, options.rows))
    lines = [(n, line) for n, line in enumerate(what.lines) if n in wanted and not line.below]
    known = _known(snapshot)
    found: list[Negative] = []
    for number, line in lines:
        here = [*_against(whole, number, line), *_opposites(snapshot, whole, line)]
        if options.by and (options.by != "primary" or snapshot.primary is not None):
            here += _unlike_their_group(snapshot, whole, options.by, number, line)
        noted = known.pop(line.id, {})
        for one in here:
            row = noted.pop((one.thing, one.rule), None)
            found.append(one if row is None else _settled(one, row))
        found += [_by_hand(snapshot, line, row) for row in noted.values()]
    if options.open_only:
        found = [one for one in found if one.disposition == "open"]
    silence = tuple(Silence(about=line.id, label=line.label, exposure=_silent(whole, number)) for number, line in lines)
    return Negatives(snapshot, options, tuple(found), silence)


def _silent(whole: Block, line: int) -> dict[str, int]:
    return {word: n for word, n in mixture(whole.mixtures[0, line], 0).items() if word not in _SAID and n}


def _against(whole: Block, number: int, line: Line) -> Iterator[Negative]:
    """Codings that say it is not so, or were placed against it."""
    evidence = whole.counted.evidence
    rows = np.arange(int(evidence.first[number]), int(evidence.first[number + 1]))
    rows = rows[evidence.against[rows]]
    yield from _codings(
        whole.counted.snapshot, line, rows_coding=np.unique(evidence.coding[rows]), rule="says it is not so"
    )


def _opposites(snapshot: Snapshot, whole: Block, line: Line) -> Iterator[Negative]:
    """Codings of codes that a link calls the opposite of the code, or of a category of the theme."""
    codes = set(snapshot.codes.below(snapshot.codes.number[line.id])) if line.kind == "code" else set()
    if line.kind == "theme":
        theme = snapshot.themes.number[line.id]
        for step in snapshot.themes.lineage:
            if step.theme == theme and step.code >= 0 and step.how != "dropped":
                codes |= set(snapshot.codes.below(step.code))
    others: set[int] = set()
    for link in snapshot.raw["link"].iter_rows(named=True):
        if any(word in link["relation"].casefold() for word in _OPPOSITE):
            ends = [snapshot.codes.number.get(link[end], -1) for end in ("from_thing", "to_thing")]
            for one, other in (ends, ends[::-1]):
                if one in codes and other >= 0 and other not in codes:
                    others |= set(snapshot.codes.below(other))
    counts = whole.counted.scope.codings & ~snapshot.codings.denied
    rows = np.flatnonzero(np.isin(snapshot.codings.code, sorted(others)) & counts)
    yield from _codings(snapshot, line, rows_coding=rows, rule="opposite code")


def _codings(snapshot: Snapshot, line: Line, *, rows_coding: Any, rule: Rule) -> Iterator[Negative]:
    people = snapshot.participants
    for coding, id in zip(rows_coding.tolist(), snapshot.codings.named(rows_coding.tolist()), strict=True):
        rows = slice(int(snapshot.lies.first[coding]), int(snapshot.lies.first[coding + 1]))
        who = [people.labels[n] for n in snapshot.units.participant[snapshot.lies.unit[rows]].tolist() if n >= 0]
        source = snapshot.sources.labels[int(snapshot.codings.source[coding])]
        code = snapshot.codes.labels[int(snapshot.codings.code[coding])]
        yield Negative(
            about_kind=line.kind, about=line.id, label=line.label, thing_kind="coding", thing=id,
            name=" and ".join(dict.fromkeys(who)) or source, rule=rule, why=f"{code}, in {source}",
        )  # fmt: skip


def _unlike_their_group(snapshot: Snapshot, whole: Block, by: str, number: int, line: Line) -> Iterator[Negative]:
    """Cases that have it where the others of their group lack it, or the other way round; only cases that were read."""
    groups = who_axis(snapshot, by)
    if not groups.by_place or by in ("cases", "roles"):
        message = f"{by!r} is no grouping of cases. Name one, or leave it out."
        raise BadValueError(message)
    cases = block_of(whole.counted, who_axis(snapshot, "cases"))
    has = cases.numbers["participants"][:, number] > 0
    read = cases.numbers["of_participants"][:, number] > 0
    part, of = cases.numbers["participants"][:, number], cases.numbers["of_participants"][:, number]
    case, group = groups.cases
    for at, group_line in enumerate(groups.lines):
        members = [n for n in case[group == at].tolist() if n < len(read) and read[n]]
        for one in members:
            others = [n for n in members if n != one]
            unlike = sum(bool(has[n]) != bool(has[one]) for n in others)
            if len(others) < _FEWEST or 2 * unlike <= len(others):
                continue
            rule: Rule = "differs from all of its group" if unlike == len(others) else "differs from most of its group"
            with_it = sum(bool(has[n]) for n in others)
            yield Negative(
                about_kind=line.kind, about=line.id, label=line.label, thing_kind="case", thing=snapshot.cases.ids[one],
                name=snapshot.cases.labels[one], rule=rule,
                why=(
                    f"{part[one]} of {of[one]} participants here; in {with_it} of {len(others)} other cases of "
                    f"{group_line.label} somebody says it"
                ),
            )  # fmt: skip


def _known(snapshot: Snapshot) -> dict[Id, dict[tuple[Id, str], dict[str, Any]]]:
    """What people noted: by what it is about, then by thing and rule."""
    found: dict[Id, dict[tuple[Id, str], dict[str, Any]]] = {}
    for row in snapshot.raw["negative_case"].iter_rows(named=True):
        found.setdefault(row["about"], {})[row["thing"], row["rule"]] = row
    return found


def _settled(one: Negative, row: dict[str, Any]) -> Negative:
    return msgspec.structs.replace(one, noted=True, disposition=row["disposition"], reason=row["reason"])


def _by_hand(snapshot: Snapshot, line: Line, row: dict[str, Any]) -> Negative:
    """What a person noted, or what a rule found that it finds no more."""
    listing = {"case": snapshot.cases, "participant": snapshot.participants}.get(row["thing_kind"])
    name = listing.labels[listing.number[row["thing"]]] if listing and row["thing"] in listing.number else "a passage"
    why = "the rule does not find it any more" if row["rule"] in RULES else ""
    one = Negative(
        about_kind=line.kind, about=line.id, label=line.label, thing_kind=row["thing_kind"], thing=row["thing"],
        name=name, rule=row["rule"], why=why,
    )  # fmt: skip
    return _settled(one, row)
