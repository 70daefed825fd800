"""A configurational analysis in words: its tables and its notes.

What a careful reader would get wrong: several models under one solution are not a choice to be made by taste. They fit
the same rows equally well, and all of them are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crosscase.analyses.qca.scoring import ScoreHere
from crosscase.analyses.result import notes_of
from crosscase.frames import Snapshot
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.qca.asked import RowOpened, Show
    from crosscase.analyses.qca.inquiry import Qca
    from crosscase.model import Condition

HIGH = 0.9
_FEW = 3


def table(found: Qca, show: Show) -> Table:
    """One of its tables."""
    made: dict[Show, Callable[[Qca], Table]] = {
        "rows": _rows, "scores": _scores, "reasons": _reasons, "necessity": _necessity, "solutions": _solutions,
        "sensitivity": _sensitivity,
    }  # fmt: skip
    return made[show](found)


def number(value: float | None) -> str:
    """A fit or membership, as papers print it; a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


Cells = tuple[str | int | float | None, ...]


def _labels(found: Qca, cases: Sequence[int]) -> str:
    return ", ".join(found.here[case].label for case in cases)


def _rows(found: Qca) -> Table:
    """The truth table: rows that have a case."""
    columns = (
        Column("row", "Row", "count"), *(Column(one.id, one.name, "count") for one in found.sets),
        Column("outcome", found.written), Column("n", "Cases", "count"), Column("consistency", "Consistency"),
        Column("pri", "PRI"), Column("cases", "With the outcome"), Column("others", "Without"),
    )  # fmt: skip
    rows: tuple[Cells, ...] = tuple(
        (
            row.number, *row.values, f"{row.outcome} contradictory" if row.contradictory else row.outcome,
            len(row.cases), number(row.fit.consistency), number(row.fit.pri), _labels(found, row.with_outcome),
            _labels(found, [case for case in row.cases if case not in row.with_outcome]),
        )
        for row in found.rows
    )  # fmt: skip
    return Table(title=f"{found.title}: truth table", columns=columns, rows=rows, notes=found.notes())


def _scores(found: Qca) -> Table:
    """How far each case belongs to each set."""
    sets = (*found.sets, found.outcome)
    columns = (Column("case", "Case"), *(Column(one.id, one.name) for one in sets))
    rows = tuple(
        (case.label, *(score_text(found.scores[at][place]) for at in range(len(sets))))
        for place, case in enumerate(found.here)
    )
    anchors = [_borders(one) for one in sets]
    notes = (*found.notes(), *anchors)
    return Table(title=f"{found.title}: scores", columns=columns, rows=rows, notes=notes)


def _reasons(found: Qca) -> Table:
    """Why cases belong where they do: what members wrote, and on how many passages it rests."""
    columns = (
        Column("set", "Set"), Column("case", "Case"), Column("score", "Score"), Column("reason", "Why"),
        Column("passages", "Passages", "count"), Column("member", "By"),
    )  # fmt: skip
    rows = tuple(
        (
            condition.name, found.here[place].label, score_text(score), " ".join(score.reason.split()),
            len(score.segments), score.member,
        )
        for condition, those in zip((*found.sets, found.outcome), found.scores, strict=True)
        for place, score in enumerate(those)
        if score.member
    )  # fmt: skip
    return Table(title=f"{found.title}: reasons of scores", columns=columns, rows=rows, notes=found.notes())


def _borders(condition: Condition) -> str:
    """Which cases belong to a set, where its anchors are, and why there."""
    parts = [f"{condition.name}: {condition.meaning or 'nobody wrote yet which cases belong to it'}"]
    for place, words in (("full_out", "Out"), ("crossover", "Crossover"), ("full_in", "In")):
        at, reason = getattr(condition, place), getattr(condition, f"{place}_reason")
        if at or reason:
            parts.append(f"{words}{f' at {at}' if at else ''}: {reason}")
    return ". ".join(part.rstrip(".") for part in parts) + "."


def score_text(score: ScoreHere) -> str:
    """A score with what was measured, and a mark where a member set it, has no reason or rests on what changed."""
    marks = [score.measured] if score.measured else []
    if score.calibrated is not None and score.value != score.calibrated:
        marks.append(f"by hand, calibrated {score.calibrated:.2f}")
    marks += [f"{count} {since}" for since, count in score.stale.items()]
    value = "–" if score.value is None else f"{score.value:.2f}"
    return f"{value} ({'; '.join(marks)})" if marks else value


def _necessity(found: Qca) -> Table:
    """How necessary each condition is for what is explained."""
    columns = (
        Column("condition", "Condition"), Column("consistency", "Consistency"), Column("coverage", "Coverage"),
        Column("relevance", "Relevance (RoN)"),
    )  # fmt: skip
    rows = tuple(
        (one.written, number(one.fit.consistency), number(one.fit.coverage), number(one.fit.relevance))
        for one in found.necessities
    )
    high = [one.written for one in found.necessities if (one.fit.consistency or 0) >= HIGH]
    note = (
        f"At {HIGH} or more, so that they may be called necessary: {', '.join(high)}. With a low relevance they are "
        "there in nearly every case, and say little."
        if high
        else f"None is at {HIGH} or more: none can be called necessary by itself."
    )
    return Table(title=f"{found.title}: necessity", columns=columns, rows=rows, notes=(*found.notes(), note))


def _solutions(found: Qca) -> Table:
    """The three solutions with all their models, term by term."""
    columns = (
        Column("solution", "Solution"), Column("model", "Model", "count"), Column("term", "Term"),
        Column("consistency", "Consistency"), Column("pri", "PRI"), Column("coverage", "Coverage"),
        Column("unique", "Only it"), Column("cases", "Cases"),
    )  # fmt: skip
    rows: list[Cells] = []
    for solution in found.solutions:
        if not solution.models:
            rows.append((solution.nature, None, "no row has the outcome", "", "", "", "", ""))
        for count, model in enumerate(solution.models, 1):
            for term in model.terms:
                against = _labels(found, term.without_outcome)
                cases = _labels(found, [case for case in term.cases if case not in term.without_outcome])
                rows.append(
                    (
                        solution.nature, count, term.written, number(term.fit.consistency), number(term.fit.pri),
                        number(term.fit.coverage), number(term.fit.unique),
                        f"{cases}; without the outcome: {against}" if against else cases,
                    )
                )  # fmt: skip
            uncovered = f"not held: {_labels(found, model.uncovered)}" if model.uncovered else ""
            assumed = f"{len(model.assumed)} assumed" if model.assumed else ""
            beside = "; ".join(filter(None, (uncovered, assumed)))
            rows.append(
                (
                    solution.nature, count, f"{model.written} → {found.written}", number(model.fit.consistency),
                    number(model.fit.pri), number(model.fit.coverage), "", beside,
                )
            )  # fmt: skip
    notes = [*found.notes(), "* is and, + is or, ~ is the absence. Assumed: configurations without a case."]
    for solution in found.solutions:
        if len(solution.models) > 1:
            more = "" if solution.complete else " or more"
            notes.append(
                f"The {solution.nature} solution has {len(solution.models)}{more} equally minimal models; the data do "
                "not say which is right."
            )
    if found.untenable:
        notes.append(
            f"{len(found.untenable)} configurations without a case are assumed for the outcome and for its absence by "
            "the parsimonious solutions; both cannot be."
        )
    directions = [f"{one.name} {one.expects} ({one.expects_reason})" for one in found.sets if one.expects != "either"]
    notes.append(
        f"Expected with {found.outcome.name}: {'; '.join(directions)}."
        if directions
        else "Nothing is expected of any condition, so that the intermediate solution is the conservative one."
    )
    return Table(title=f"{found.title}: solutions", columns=columns, rows=tuple(rows), notes=tuple(notes))


def _sensitivity(found: Qca) -> Table:
    """What the solution depends on: how far anchors and cuts can go, and every case left out."""
    depends = found.depends
    columns = (
        Column("what", "What is changed"), Column("at", "Stands at"), Column("low", "Same down to"),
        Column("high", "Same up to"), Column("else", "Else it reads"),
    )  # fmt: skip
    rows = [
        (
            one.what, f"{one.at:g}", f"{one.low:g}{'' if one.below is not None else ' and below'}",
            f"{one.high:g}{'' if one.above is not None else ' and above'}", _else(one.below, one.above),
        )
        for one in depends.reaches
    ]  # fmt: skip
    rows += [
        (f"without {found.here[one.case].label}", "", "the same" if one.same else "another", "",
         "" if one.same else one.written or "no solution")
        for one in depends.without
    ]  # fmt: skip
    held = sum(one.same for one in depends.without)
    notes = (
        *found.notes(),
        f"The {depends.nature} solution is {depends.written or 'empty'}. It is the same without {held} of "
        f"{len(depends.without)} cases, each left out alone.",
        "Anchors were moved by a twentieth of the way from out to in, up to 20 times; the consistency cut by 0.01. "
        "“And below”, “and above”: no other solution was met as far as was tried.",
    )  # fmt: skip
    return Table(title=f"{found.title}: what it depends on", columns=columns, rows=tuple(rows), notes=notes)


def _else(below: str | None, above: str | None) -> str:
    parts = [(below, "below"), (above, "above")]
    return "; ".join(f"{side}: {reads or 'no solution'}" for reads, side in parts if reads is not None)


def opened_table(found: Qca, opened: RowOpened) -> Table:
    """The cases of a row side by side: each score with its reason."""
    columns = (Column("set", "Set"), *(Column(case.id, case.label) for case in opened.cases))
    rows = tuple(
        (
            side.condition.name + (" (outcome)" if side.condition.part == "outcome" else ""),
            *(_opened_text(one) for one in side.scores),
        )
        for side in opened.sets
    )
    row = opened.row
    notes = notes_of(
        found.snapshot,
        f"Consistency {number(row.fit.consistency)}, PRI {number(row.fit.pri)}.",
        f"Contradictory: {len(row.with_outcome)} of {len(row.cases)} of its cases have {found.written}. What is "
        "different between them that no condition says?"
        if row.contradictory
        else "",
    )
    return Table(title=f"Row {row.number}: {row.written}", columns=columns, rows=rows, notes=notes)


def _opened_text(score: ScoreHere) -> str:
    """A score with its reason, and on how many passages it rests; a calibrated one has its anchors for a reason."""
    bare = "" if score.value == score.calibrated else ": no reason is written"
    passages = len(score.segments)
    return (
        score_text(score)
        + (f": {score.reason}" if score.reason else bare)
        + (f" [{passages} passage{'s' if passages > 1 else ''}]" if passages else "")
    )


def lacking(snapshot: Snapshot, left_out: Sequence[tuple[int, str]]) -> str:
    """What cases lack, the first few by name."""
    told = [f"{snapshot.cases.labels[case]} ({nothing})" for case, nothing in left_out[:_FEW]]
    more = f" and {len(left_out) - _FEW} more" if len(left_out) > _FEW else ""
    return f"Missing: {', '.join(told)}{more}." if told else "There is no case."


def notes(found: Qca) -> list[str]:
    """What has to be known of all its tables."""
    of, cuts = found.table_of, found.table_of.cuts
    here, conditions = len(found.here), len(found.sets)
    reason = found.about["cuts_reason"].strip().rstrip(".")
    own = not (found.options.consistency or found.options.in_a_row)
    said = [
        f"A configurational analysis is another design than comparing themes. Why here: {found.about['why'].strip()}",
        f"{here} case{'s' if here != 1 else ''}."
        + (
            f" Left out: {'; '.join(f'{one.label} ({one.nothing})' for one in found.left_out)}."
            if found.left_out
            else ""
        ),
        f"A row has the outcome from a consistency of {cuts.consistency:g} on"
        + (f" and a PRI of {cuts.pri:g}" if cuts.pri else "")
        + f", and needs {cuts.cases} case{'s' if cuts.cases != 1 else ''} of its own"
        + (f": {reason}." if reason and own else "."),
    ]
    observed = of.size - of.remainders
    if of.remainders:
        said.append(
            f"Limited diversity: {observed} of {of.size} configurations of {conditions} conditions have cases; "
            f"{of.remainders} were never seen."
            + (
                f" There are more configurations than cases ({here}): with so many conditions even chance gives a "
                "consistent solution. Fewer conditions say more."
                if of.size > here
                else ""
            )
        )
    contradictory = [str(row.number) for row in found.rows if row.contradictory]
    if contradictory:
        rows = "Row" if len(contradictory) == 1 else "Rows"
        said.append(
            f"{rows} {', '.join(contradictory)}: contradictory, with the outcome in some cases and not in others. Open "
            "them and compare the cases before anything is concluded."
        )
    if of.nowhere:
        said.append(f"At one half in some condition, and so in no row: {_labels(found, of.nowhere)}.")
    said.append(_unfounded(found))
    return said


def _unfounded(found: Qca) -> str:
    scores = [one for those in found.scores for one in those]
    by_hand = [one for one in scores if one.value != one.calibrated]
    bare = sum(not one.reason for one in by_hand)
    resting, stale = sum(bool(one.segments) for one in scores), sum(bool(one.stale) for one in scores)
    return (
        f"Of {len(scores)} scores {len(scores) - len(by_hand)} come from anchors and {len(by_hand)} from judgement"
        + (f", {bare} of these without a reason" if bare else "")
        + f"; {resting} rest on passages"
        + (f", {stale} of them on some that changed since" if stale else "")
        + "."
    )
