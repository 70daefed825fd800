"""Keyword in context: every place where a term is said, with the words around it, one below the other.

Takes a word, the beginning of a word, or a phrase, and gives lines with who said it. The words around it are the same
speaker's: context stops where the turn stops, because the next words are somebody else's. For what was said before
and after, open the place in its source.

What a careful reader would get wrong: the lines may be cut to the first so many, the count never is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.scope import Filters, scope_of
from crosscase.analyses.spoken import Spoken, spoken_in
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Ints
from crosscase.frames.occurrences import Occurrences, occurrences
from crosscase.frames.query import term
from crosscase.frames.token_index import TokenIndex
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

Sort = Literal["source", "case", "role", "participant", "left", "right"]


class KwicOptions(Filters, frozen=True, kw_only=True):
    """What to show.

    Attributes:
        term: a word, a phrase, or the beginning of a word (`risk*`).
        words: how many words of context on each side.
        sort: by place in the sources; by case, role or participant first; or by the words to the left (the nearest
            first) or to the right.
        top: how many lines to show; all, if None.
        interviewers: their words too.
    """

    term: str
    words: int = 8
    sort: Sort = "source"
    top: int | None = 200
    interviewers: bool = False


class KwicLine(msgspec.Struct, frozen=True, kw_only=True):
    """One occurrence.

    Attributes:
        source, start, end: the place of the keyword.
        name: of the source.
        participant, case, role: labels; empty where nobody's or not known.
        interviewer: an interviewer said it.
        left, keyword, right: the words as they stand in the text, white space made single blanks.
        from_, to: where the words shown begin and end.
        covered: what content notes on them are about, when `.sparing(over)` was asked.
    """

    source: Id
    start: int
    end: int
    name: str
    participant: str
    case: str
    role: str
    interviewer: bool
    left: str
    keyword: str
    right: str
    from_: int = msgspec.field(name="from")
    to: int
    covered: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class KeywordInContext(Result):
    """Every place where a term is said.

    Attributes:
        lines: as sorted, as many as were asked for.
        total: how many there are.
        cases: how many in each case, cases in reading order, and at the end in none.
    """

    snapshot: Snapshot
    options: KwicOptions
    lines: tuple[KwicLine, ...]
    total: int
    cases: Ints

    def sparing(self, over: Callable[[Id, int, int], tuple[str, ...]]) -> KeywordInContext:
        """The same with `covered` filled in for what is shown of each line.

        Args:
            over: from a source and a stretch of it, what content notes there are about.
        """
        covered = (msgspec.structs.replace(one, covered=over(one.source, one.from_, one.to)) for one in self.lines)
        return replace(self, lines=tuple(covered))

    def table(self, *, covered: bool = False) -> Table:
        """One row for each line.

        Args:
            covered: show what content notes cover; see `sparing`.
        """
        columns = (
            Column("who", "Who"), Column("left", "Before"), Column("keyword", "Keyword"), Column("right", "After"),
        )  # fmt: skip
        rows = tuple(
            (_who(line), line.left, line.keyword, line.right)
            if covered or not line.covered
            else (_who(line), "", f"[covered: {', '.join(line.covered)}]", "")
            for line in self.lines
        )
        hidden = any(line.covered for line in self.lines) and not covered
        notes = (*self.notes(), *(("Lines under content notes are covered.",) if hidden else ()))
        return Table(title=f"{self.options.term} in context", columns=columns, rows=rows, notes=notes)

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        shown = len(self.lines)
        return notes_of(
            self.snapshot,
            f"{self.total:,} occurrences."
            if shown == self.total
            else f"The first {shown:,} of {self.total:,} occurrences.",
            "Context stops where the speaker stops.",
            "Interviewers’ words are marked." if self.options.interviewers else "Interviewers’ words are left out.",
        )

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each line, with the fields of `KwicLine`."""
        numbers = dict.fromkeys(("start", "end", "from", "to"), pl.Int64())
        types: dict[str, Any] = numbers | {"interviewer": pl.Boolean(), "covered": pl.List(pl.String())}
        names = [field.encode_name for field in msgspec.structs.fields(KwicLine)]
        schema = {name: types.get(name, pl.String()) for name in names}
        rows = [
            [list(one) if isinstance(one, tuple) else one for one in msgspec.structs.astuple(line)]
            for line in self.lines
        ]
        return pl.DataFrame(rows, schema=schema, orient="row")

    def chart(self) -> Figure:
        """How many there are in each case."""
        labels = [*self.snapshot.cases.labels, "no case"]
        counts = self.cases.tolist()
        shown = [(label, count) for label, count in zip(labels, counts, strict=True) if label != "no case" or count]
        frame = pl.DataFrame(shown, schema={"case": pl.String(), "occurrences": pl.Int64()}, orient="row")
        return charts.bars(
            frame,
            label="case",
            value="occurrences",
            title=f"{self.options.term} by case",
            order=labels,
            notes=notes_of(self.snapshot),
        )

    def to_dict(self) -> dict[str, Any]:
        """`{analysis, version, options, total, lines, notes}`; lines carry the fields of `KwicLine`."""
        return plain(
            {
                "analysis": "keyword in context",
                "version": self.snapshot.version,
                "options": self.options,
                "total": self.total,
                "lines": self.lines,
                "notes": self.notes(),
            }
        )


def keyword_in_context(snapshot: Snapshot, index: TokenIndex, options: KwicOptions) -> KeywordInContext:
    """Show a term in context.

    Raises:
        QueryError: there is no word in the term.
        NotFoundError, AmbiguousError: a filter names something that cannot be found.
    """
    spoken = spoken_in(snapshot, index, scope_of(snapshot, options), interviewers=options.interviewers)
    found = occurrences(index, spoken.tokens, term(options.term))
    unit = spoken.unit[found.passage]
    rows = _sorted(snapshot, index, spoken, found, options)
    cases = np.bincount(np.where(spoken.case[unit] >= 0, spoken.case[unit], len(snapshot.cases)),
                        minlength=len(snapshot.cases) + 1).astype(np.int64)  # fmt: skip
    writer = _Writer(snapshot, index, spoken, options.words)
    lines = tuple(
        writer.line(stretch, first, last)
        for stretch, first, last in zip(
            found.passage[rows].tolist(), found.first[rows].tolist(), found.last[rows].tolist(), strict=True
        )
    )
    return KeywordInContext(snapshot, options, lines, len(unit), cases)


def _sorted(snapshot: Snapshot, index: TokenIndex, spoken: Spoken, found: Occurrences, options: KwicOptions) -> Ints:
    """The rows to show, in order; equal ones by source and place."""
    unit = spoken.unit[found.passage]
    place = (index.start[found.first], spoken.source[found.passage])
    if options.sort in {"left", "right"}:
        order = np.lexsort(place).tolist()
        keys = {row: _beside(index, spoken, found, row, options) for row in order}
        return np.array(sorted(order, key=keys.__getitem__), dtype=np.int64)[: options.top]
    participant = spoken.participant[unit]
    by = {
        "source": np.zeros(len(unit), dtype=np.int64),
        "case": spoken.case[unit],
        "role": np.append(snapshot.participants.role, -1)[participant],
        "participant": participant,
    }[options.sort]
    # Nobody's come last.
    known = np.where(by >= 0, by, np.iinfo(np.int64).max)
    return np.lexsort((*place, known)).astype(np.int64)[: options.top]


def _beside(index: TokenIndex, spoken: Spoken, found: Occurrences, row: int, options: KwicOptions) -> list[str]:
    """The words on one side, the nearest first."""
    stretch, first, last = int(found.passage[row]), int(found.first[row]), int(found.last[row])
    if options.sort == "left":
        low = max(int(spoken.tokens.first[stretch]), first - options.words)
        return [index.words[number] for number in index.word[low:first][::-1].tolist()]
    high = min(int(spoken.tokens.last[stretch]), last + 1 + options.words)
    return [index.words[number] for number in index.word[last + 1 : high].tolist()]


@dataclass(eq=False)
class _Writer:
    """Writes lines; keeps the text it read last, because lines often follow each other in a source."""

    snapshot: Snapshot
    index: TokenIndex
    spoken: Spoken
    words: int
    at: Id = ""
    text: str = ""

    def line(self, stretch: int, first: int, last: int) -> KwicLine:
        snapshot, spoken, index = self.snapshot, self.spoken, self.index
        number, unit = int(spoken.source[stretch]), int(spoken.unit[stretch])
        source = snapshot.sources.ids[number]
        if source != self.at:
            self.at, self.text = source, snapshot.starts.text(source)
        low, high = int(spoken.tokens.first[stretch]), int(spoken.tokens.last[stretch])
        edges = np.array([max(low, first - self.words), first, last, min(high - 1, last + self.words)])
        starts, ends = index.start[edges].tolist(), index.end(edges).tolist()
        # At either edge of what was said the punctuation there belongs to the context.
        begin = int(spoken.start[stretch]) if edges[0] == low else starts[0]
        stop = int(spoken.end[stretch]) if edges[3] == high - 1 else ends[3]
        person, case = int(spoken.participant[unit]), int(spoken.case[unit])
        role = int(snapshot.participants.role[person]) if person >= 0 else -1
        return KwicLine(
            source=source,
            start=starts[1],
            end=ends[2],
            name=snapshot.sources.labels[number],
            participant=snapshot.participants.labels[person] if person >= 0 else "",
            case=snapshot.cases.labels[case] if case >= 0 else "",
            role=snapshot.roles.labels[role] if role >= 0 else "",
            interviewer=unit >= len(snapshot.units),
            left=_single(self.text[begin : starts[1]]),
            keyword=_single(self.text[starts[1] : ends[2]]),
            right=_single(self.text[ends[2] : stop]),
            from_=begin,
            to=stop,
        )


def _single(words: str) -> str:
    return " ".join(words.split())


def _who(line: KwicLine) -> str:
    if line.interviewer:
        return f"{line.name}, interviewer"
    return line.participant or (f"{line.case}, {line.name}" if line.case else line.name)
