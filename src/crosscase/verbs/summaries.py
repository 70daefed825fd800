"""Cells of a framework: what somebody says on a theme, in a member's words, linked to the segments it rests on.

A cell belongs to its row and column, not to how the matrix is looked at. Whoever writes one may say which codings lay
before them (`seen`): those that come later are new material. A segment remembers what it stood on when it was linked;
where that is another thing now, the summary is stale until somebody says that it still holds (`look_again`).

What a careful reader would get wrong: writing other words does not say that the segments were looked at again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.model import (
    Case,
    Code,
    Coding,
    Framework,
    Id,
    Participant,
    Row,
    Set,
    Summary,
    SummarySegment,
    Theme,
)
from crosscase.model.frameworks import SummaryRow
from crosscase.store.act import Act
from crosscase.verbs.frameworks import segment_id, summary_id
from crosscase.verbs.registry import Verb
from crosscase.verbs.resting import standing_now

_ROWS: Mapping[str, type[Row]] = dict(zip(get_args(SummaryRow), (Participant, Case, Set), strict=True))
_COLUMNS: Mapping[str, type[Row]] = {"theme": Theme, "code": Code}
_ROW, _COLUMN = "participant, case or set", "theme or code"


class NothingWrittenError(BadValueError):
    """A cell without words and without segments."""

    code = "nothing-written"

    def __init__(self) -> None:
        super().__init__("A summary needs words, or a segment that it rests on. To empty a cell, remove its summary.")


class TwiceError(RefusedError):
    """A cell that is named twice in one act."""

    code = "cell-twice"

    def __init__(self) -> None:
        super().__init__("One cell was given twice. Say once what shall stand there. Nothing was changed.")


class CellWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What shall stand in a cell.

    Attributes:
        row: a participant, case or set; of: a theme or code.
        words: without any the cell is emptied.
        segments: the codings it rests on from now on; not given, they stay as they are.
        seen: the codings that lay before whoever wrote it; not given, that stays as it is.
    """

    row: Id
    of: Id
    words: str
    segments: tuple[Id, ...] | None = None
    seen: tuple[Id, ...] | None = None


def write_summary(
    act: Act,
    framework: Id,
    row: Id,
    of: Id,
    words: str,
    *,
    segments: Sequence[Id] | None = None,
    seen: Sequence[Id] | None = None,
) -> Id:
    """Write what a participant, case or group says on a theme or code; what stood there stays in its history.

    Args:
        segments: the codings it rests on from now on; not given, they stay as they are.
        seen: the codings that lay before you; those that come later are new material. Not given, that stays.

    Raises:
        NothingWrittenError: neither words nor segments.
        NotFoundError: framework, row, column or coding is not there.
    """
    cell = CellWords(
        row=row, of=of, words=words, segments=None if segments is None else tuple(segments),
        seen=None if seen is None else tuple(seen),
    )  # fmt: skip
    there = summary_id(framework, row, of)
    kept = segments if segments is not None else act.rows(SummarySegment, summary=there)
    if not words.strip() and not kept:
        raise NothingWrittenError
    _written(act, framework, [cell])
    return there


def write_summaries(act: Act, framework: Id, cells: Sequence[CellWords]) -> int:
    """Write many cells in one act; how many were written or emptied.

    A cell without words is emptied: its summary is removed with its segments.

    Raises:
        TwiceError: one cell was given twice.
        NotFoundError: framework, row, column or coding is not there.
    """
    if len({(cell.row, cell.of) for cell in cells}) < len(cells):
        raise TwiceError
    emptied = [summary_id(framework, one.row, one.of) for one in cells if not one.words.strip() and not one.segments]
    gone = [one.id for one in act.rows(Summary, id=emptied)]
    act.remove_whole(Summary, gone)
    return len(gone) + _written(act, framework, [one for one in cells if one.words.strip() or one.segments])


def link_segments(act: Act, summary: Id, codings: Sequence[Id]) -> int:
    """Link a summary to segments that it rests on; how many it did not rest on before."""
    act.get(Summary, summary)
    there = {one.coding for one in act.rows(SummarySegment, summary=summary)}
    fresh = [coding for coding in dict.fromkeys(codings) if coding not in there]
    _link(act, {summary: fresh})
    return len(fresh)


def unlink_segments(act: Act, summary: Id, codings: Sequence[Id]) -> int:
    """Take segments away from under a summary; how many it rested on. The codings themselves stay."""
    act.get(Summary, summary)
    gone = [one.id for one in act.rows(SummarySegment, summary=summary) if one.coding in set(codings)]
    act.remove_whole(SummarySegment, gone)
    return len(gone)


def look_again(act: Act, summary: Id, *, seen: Sequence[Id] | None = None) -> int:
    """Say that a summary still holds though its segments changed; how many had.

    Segments that are no longer there are taken away from under it.

    Args:
        seen: the codings that lay before you; not given, new material stays new.
    """
    act.get(Summary, summary)
    segments = act.rows(SummarySegment, summary=summary)
    stand = standing_now(act, [one.coding for one in segments if one.coding])
    changed = {one.id: stand[one.coding] for one in segments if one.coding and stand[one.coding] != one.stood}
    gone = [one.id for one in segments if not one.coding]
    act.change_all(SummarySegment, "stood", changed)
    act.remove_whole(SummarySegment, gone)
    if seen is not None:
        act.change(Summary, summary, seen=_codings(act, seen))
    return len(changed) + len(gone)


def remove_summary(act: Act, summary: Id) -> dict[str, int]:
    """Empty a cell: its summary goes with its segments. How many of each kind went."""
    act.get(Summary, summary)
    return act.remove_whole(Summary, [summary])


def remove_summaries(act: Act, summaries: Sequence[Id]) -> dict[str, int]:
    """Empty several cells, as one act: their summaries go with their segments. How many of each kind went.

    Raises:
        NotFoundError: one of them is not there; then none goes.
    """
    for one in summaries:
        act.get(Summary, one)
    return act.remove_whole(Summary, list(dict.fromkeys(summaries)))


def _written(act: Act, framework: Id, cells: Sequence[CellWords]) -> int:
    act.get(Framework, framework)
    rows = _kinds(act, _ROWS, [cell.row for cell in cells], _ROW)
    columns = _kinds(act, _COLUMNS, [cell.of for cell in cells], _COLUMN)
    ids = {summary_id(framework, cell.row, cell.of): cell for cell in cells}
    there = {one.id: one for one in act.rows(Summary, id=list(ids))}
    becomes: list[Summary] = []
    for id, cell in ids.items():
        known = there.get(id)
        seen = _codings(act, cell.seen) if cell.seen is not None else known.seen if known else ()
        if known is not None and (known.words, known.seen) == (cell.words.strip(), seen):
            continue
        becomes.append(
            Summary(
                id=id, framework=framework, row_kind=rows[cell.row], row=cell.row, of_kind=columns[cell.of],
                of=cell.of, member=act.by, words=cell.words.strip(), seen=seen,
            )
        )  # fmt: skip
    act.ensure_all(becomes)
    changed = {one.id for one in becomes}
    resting = {id: cell.segments for id, cell in ids.items() if cell.segments is not None}
    linked: dict[Id, dict[Id | None, Id]] = {id: {} for id in resting}
    for one in act.rows(SummarySegment, summary=list(resting)):
        linked[one.summary][one.coding] = one.id
    gone = [
        segment for id, codings in resting.items() for coding, segment in linked[id].items() if coding not in codings
    ]
    fresh = {id: [coding for coding in codings if coding not in linked[id]] for id, codings in resting.items()}
    act.remove_whole(SummarySegment, gone)
    _link(act, fresh)
    changed |= {id for id, codings in fresh.items() if codings}
    return len(changed | {id for id in resting if set(linked[id].values()) & set(gone)})


def _kinds(act: Act, among: Mapping[str, type[Row]], things: Sequence[Id], what: str) -> dict[Id, str]:
    found = {one: kind for kind, row in among.items() for one in {each.id for each in act.rows(row, id=list(things))}}
    for thing in things:
        if thing not in found:
            raise NotFoundError(what, thing)
    return found


def _codings(act: Act, things: Sequence[Id]) -> tuple[Id, ...]:
    """Codings that are there, each once; one that went in the meantime is not missed."""
    return tuple(sorted(one.id for one in act.rows(Coding, id=sorted(set(things)))))


def _link(act: Act, codings: Mapping[Id, Sequence[Id]]) -> None:
    """Link summaries to codings, as these stand now."""
    stand = standing_now(act, [coding for those in codings.values() for coding in those])
    act.ensure_all(
        [
            SummarySegment(id=segment_id(summary, coding), summary=summary, coding=coding, stood=stand[coding])
            for summary, those in codings.items()
            for coding in dict.fromkeys(those)
        ]
    )


VERBS = (
    Verb("summary.write", write_summary, needs="code"),
    Verb("summary.write_many", write_summaries, needs="code"),
    Verb("summary.link", link_segments, needs="code"),
    Verb("summary.unlink", unlink_segments, needs="code"),
    Verb("summary.look_again", look_again, needs="code"),
    Verb("summary.remove", remove_summary, needs="code"),
    Verb("summary.remove_many", remove_summaries, needs="code"),
)
