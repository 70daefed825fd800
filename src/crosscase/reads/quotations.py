"""Quotations that are kept, each with what its printed words are beside what was said.

What a careful reader would get wrong: a quotation is checked against the text as it reads now. One that was exact when
it was kept is *altered* after somebody corrected the transcript within it, and says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from crosscase.model import Code, Coding, Id, Member, Quotation, Source, Span, Turn, short
from crosscase.model.table import Column, Table
from crosscase.reads.codings import Spared, Texts, covers_of, said_by
from crosscase.reads.lookup import code_paths

if TYPE_CHECKING:
    from crosscase.frames.quoted import Checked
    from crosscase.frames.token_index import TokenIndex

HIDDEN = "(covered: {})"


class QuotationLine(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation with the names of what it names.

    Attributes:
        participants: whose own words lie there.
        code: of the coding that it illustrates, where there is one.
        said: the words that stand there now; `printed`: how they are printed.
        start, end: code points of the source.
        status: `exact`, `declared`, `altered` or `not found`; `gone` where no character of it is left.
        difference: what was changed without saying so.
        forgiven: what differs and makes no difference.
        covered: what a content note on it is about.
    """

    id: Id
    source: str
    participants: tuple[str, ...]
    code: str
    said: str
    printed: str
    start: int
    end: int
    status: str
    difference: str
    forgiven: tuple[str, ...]
    covered: tuple[str, ...]
    member: str
    note: str


def as_printed(texts: Texts, quotation: Quotation, printed: str | None = None) -> Checked | None:
    """What printed words are beside what was said at a quotation's place; None where nothing is printed otherwise."""
    words = quotation.printed if printed is None else printed
    if not words.strip("█ \n"):  # taken out with the words of somebody who withdrew
        return None
    from crosscase.frames.quoted import check

    said = texts.text(quotation.source)[quotation.start : quotation.end]
    hidden = [
        Span(max(0, span.start - quotation.start), span.end - quotation.start)
        for span in unspoken(texts, quotation.source)
        if span.start < quotation.end and quotation.start < span.end
    ]
    return check(words, said, skip=hidden)


def unspoken(texts: Texts, source: Id) -> list[Span]:
    """What nobody said in a source: all between turns (labels of speakers), and notes of the transcriber."""
    turns = sorted(texts.rows(Turn, source=source), key=lambda turn: (turn.start, turn.end))
    return spans_unspoken(texts.text(source), [(turn.start, turn.end, turn.nature) for turn in turns])


def spans_unspoken(text: str, turns: Sequence[tuple[int, int, str]]) -> list[Span]:
    """The same, of a text and its turns as (start, end, nature) in their order."""
    import re

    found = [Span(a, b) for a, b, nature in turns if nature in {"note", "heading"} and b > a]
    spoken = [(a, b) for a, b, nature in turns if nature not in {"note", "heading"}]
    at = 0
    for start, end in spoken:
        if start > at and text[at:start].strip():
            found.append(Span(at, start))
        at = max(at, end)
    # What stands in brackets is the transcriber's; in round ones where it is a word or two: (laughs), (long pause).
    noted = re.finditer(r"\[[^\[\]\n]{1,80}\]|\([^()\n\s]{1,20}(?: [^()\n\s]{1,20})?\)", text)
    return sorted([*found, *(Span(*one.span()) for one in noted)])


def quotation_lines(texts: Texts, quotations: Iterable[Quotation] | None = None) -> list[QuotationLine]:
    """Quotations in the order of the study's sources and of their places."""
    rows = list(texts.rows(Quotation) if quotations is None else quotations)
    sources = {source.id: source for source in texts.rows(Source, id={row.source for row in rows})}
    members = {member.id: member.name for member in texts.rows(Member)}
    paths = code_paths(texts.rows(Code))
    coded = {one.id: one.code for one in texts.rows(Coding, id={row.coding for row in rows if row.coding})}
    spared = covers_of(texts, sources)
    lines: list[QuotationLine] = []
    for row in sorted(
        rows, key=lambda one: (sources[one.source].position, sources[one.source].name, one.start, one.id)
    ):
        found = as_printed(texts, row)
        said = texts.text(row.source)[row.start : row.end]
        lines.append(
            QuotationLine(
                id=row.id,
                source=sources[row.source].name,
                participants=said_by(texts, sources[row.source], row.start, row.end),
                code=paths.get(coded.get(row.coding or "", ""), ""),
                said=said,
                printed=row.printed or said,
                start=row.start,
                end=row.end,
                status="gone" if row.end <= row.start else found.status if found else "exact",
                difference=found.sentence() if found else "",
                forgiven=found.forgiven if found else (),
                covered=spared.get(row.source, Spared()).over(row.start, row.end),
                member=members.get(row.member, ""),
                note=row.note,
            )
        )
    return lines


def quotations_table(lines: Sequence[QuotationLine], *, covered: bool = False, invented: str = "") -> Table:
    """Quotations as people read them; words under a content note only where they are asked for."""
    columns = (
        Column("id", "Id"), Column("source", "Source"), Column("participants", "Whose"), Column("code", "Code"),
        Column("status", "Printed words are"), Column("difference", "Difference"), Column("printed", "Printed"),
    )  # fmt: skip
    rows = tuple(
        (
            short(line.id), line.source, ", ".join(line.participants), line.code, line.status,
            *_shown(line, covered=covered),
        )
        for line in lines
    )  # fmt: skip
    wrong = sum(line.status not in {"exact", "declared"} for line in lines)
    notes = (
        invented,
        f"{len(lines)} kept; {wrong} to look at." if lines else "No quotation is kept yet.",
        "Words under a content note are covered; --covered prints them."
        if any(line.covered for line in lines) and not covered
        else "",
    )
    return Table(title="Quotations", columns=columns, rows=rows, notes=tuple(note for note in notes if note))


def _shown(line: QuotationLine, *, covered: bool) -> tuple[str, str]:
    if line.covered and not covered:
        hidden = HIDDEN.format(", ".join(line.covered))
        return (hidden if line.difference else ""), hidden
    return line.difference, line.printed


class PlaceFound(msgspec.Struct, frozen=True, kw_only=True):
    """A place where printed words stand; fields as of `QuotationLine`."""

    source: str
    participants: tuple[str, ...]
    start: int
    end: int
    status: str
    said: str
    difference: str
    forgiven: tuple[str, ...]
    covered: tuple[str, ...]


def look_up(texts: Texts, index: TokenIndex, printed: str) -> list[PlaceFound]:
    """Every place where words stand as they are printed or as was declared; without one, the place that is nearest."""
    from crosscase.frames.shingles import Shingles

    shingles = Shingles(index, texts.text, lambda source: unspoken(texts, source))
    found = shingles.everywhere(printed)
    if not found:
        nearest = shingles.check(printed)
        found = [nearest] if nearest[0] else []
    sources = {source.id: source for source in texts.rows(Source, id={source for source, _ in found})}
    spared = covers_of(texts, sources)
    return [
        PlaceFound(
            source=sources[source].name, participants=said_by(texts, sources[source], one.start, one.end),
            start=one.start, end=one.end, status=one.status, said=texts.text(source)[one.start : one.end],
            difference=one.sentence(), forgiven=one.forgiven,
            covered=spared.get(source, Spared()).over(one.start, one.end),
        )
        for source, one in found
    ]  # fmt: skip


def found_table(found: Sequence[PlaceFound], *, covered: bool = False, invented: str = "") -> Table:
    """Places as people read them; words under a content note only where they are asked for."""
    columns = (
        Column("source", "Source"), Column("participants", "Whose"), Column("start", "From", "count"),
        Column("end", "To", "count"), Column("status", "Printed words are"), Column("difference", "Difference"),
        Column("said", "Said"),
    )  # fmt: skip
    rows = []
    for one in found:
        hidden = HIDDEN.format(", ".join(one.covered)) if one.covered and not covered else ""
        difference = hidden if hidden and one.difference else one.difference
        rows.append(
            (
                one.source, ", ".join(one.participants), one.start, one.end, one.status,
                difference, hidden or one.said,
            )
        )  # fmt: skip
    notes = (invented, "" if found else "These words stand in no transcript, nor anything near them.")
    return Table(
        title="Where the words stand", columns=columns, rows=tuple(rows), notes=tuple(note for note in notes if note)
    )
