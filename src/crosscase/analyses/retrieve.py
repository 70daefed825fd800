"""Retrieval over codings: the passages where codes lie, lie together, or lie near each other, with their context.

Takes a query in the language of `retrieval_query` and gives each stretch of text once, with all codings that make it.
A code means itself and those under it; merged codes are followed. Codings that nobody accepted, and those that say that
it is not so, are left out and counted; the latter can be asked for by themselves.

What a careful reader would get wrong: the context is what stands around a passage, whoever says it. `participants` are
those whose own words are in the passage itself; an interviewer's question alone has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import polars as pl

from crosscase.analyses import charts
from crosscase.analyses.result import Result, notes_of, plain
from crosscase.analyses.retrieval_places import Places, Stretches, Within
from crosscase.analyses.retrieval_query import Coded, coded, is_place, parse, unknown_name
from crosscase.analyses.scope import Filters, scope_of
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.frames.intervals import Flags, Ints
from crosscase.frames.token_index import TokenIndex
from crosscase.model import Id
from crosscase.model.table import Column, Table

if TYPE_CHECKING:
    from crosscase.analyses.charts import Figure

_LONGEST, _HEAD, _TAIL = 80, 60, 15
"""A passage of more words than the first is shown by its first and last so many; data hold all of it."""


class RetrieveOptions(Filters, frozen=True, kw_only=True):
    """What to retrieve.

    Attributes:
        query: see `retrieval_query`.
        within: the unit in which AND and NOT ask.
        context: how many words to show before and after.
        top: how many passages to show, in the order of the sources; all, if None.
        not_so: the codings that say that it is not so, instead of all others.
    """

    query: str
    within: Within = "turn"
    context: int = 12
    top: int | None = None
    not_so: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that was found.

    Attributes:
        source, start, end: its place, in code points; `name` is the source's.
        participants, cases, roles: labels of those whose own words are in it; of a document, the case it belongs to.
        codes: paths, in reading order.
        members: who coded.
        coding_ids: all codings that make it.
        left, words, right: the words before, of the passage, and after, verbatim.
        from_, to: where the words that are shown begin and end.
        covered: what they are about that a reader may wish to be spared; empty unless `sparing` was asked.
    """

    source: Id
    name: str
    start: int
    end: int
    participants: tuple[str, ...]
    cases: tuple[str, ...]
    roles: tuple[str, ...]
    codes: tuple[str, ...]
    members: tuple[str, ...]
    coding_ids: tuple[Id, ...]
    left: str
    words: str
    right: str
    from_: int = msgspec.field(name="from")
    to: int
    covered: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Retrieved(Result):
    """The passages that a query finds.

    Attributes:
        passages: by source and place, as many as were asked for.
        total: how many there are.
        participant_ids, case_ids: in whose own words, and in which cases, of all of them.
        by_case: passages in each case, cases in reading order, and at the end in none.
        unreviewed, not_so: codings of the codes named that were left out because nobody accepted them, or because they
            say that it is not so (with `not_so` asked for: because they do not).
        wordless: codings of these codes on pictures, recordings, or words that are gone: they have no passage to show.
    """

    snapshot: Snapshot
    options: RetrieveOptions
    passages: tuple[Passage, ...]
    total: int
    participant_ids: tuple[Id, ...]
    case_ids: tuple[Id, ...]
    by_case: Ints
    unreviewed: int
    not_so: int
    wordless: int

    def sparing(self, over: Callable[[Id, int, int], tuple[str, ...]]) -> Retrieved:
        """The same with `covered` filled in for what is shown of each passage.

        Args:
            over: from a source and a stretch of it, what content notes there are about.
        """
        covered = (
            msgspec.structs.replace(one, covered=over(one.source, one.from_, one.to)) for one in self.passages
        )  # fmt: skip
        return replace(self, passages=tuple(covered))

    def table(self, *, covered: bool = False, whole: bool = False) -> Table:
        """One row for each passage.

        Args:
            covered: show passages that content notes cover; see `sparing`.
            whole: passages in full length, and the ids of codings.
        """
        columns = (
            Column("source", "Source"), Column("case", "Case"), Column("who", "Who"), Column("span", "Where"),
            Column("codes", "Codes"), Column("left", "Before"), Column("words", "Words"), Column("right", "After"),
            *((Column("members", "Coded by"), Column("codings", "Codings")) if whole else ()),
        )  # fmt: skip
        rows = []
        for one in self.passages:
            texts: tuple[str, ...] = (one.left, one.words, one.right)
            if one.covered and not covered:
                texts = ("", f"[covered: {', '.join(one.covered)}]", "")
            row = (
                one.name, "; ".join(one.cases), "; ".join(one.participants), f"{one.start}-{one.end}",
                "; ".join(one.codes), *(_in_one_line(text, cut=not whole) for text in texts),
            )  # fmt: skip
            rows.append((*row, "; ".join(one.members), "; ".join(one.coding_ids)) if whole else row)
        title = f"{self.total:,} {'passage' if self.total == 1 else 'passages'} for {self.options.query}"
        hidden = any(one.covered for one in self.passages) and not covered
        notes = (*self.notes(), *(("Passages under content notes are covered.",) if hidden else ()))
        return Table(title=title, columns=columns, rows=tuple(rows), notes=notes)

    def notes(self) -> tuple[str, ...]:
        """What a reader has to know."""
        options, shown = self.options, len(self.passages)
        apart = "say that it is not so" if not options.not_so else "do not say that it is not so"
        return notes_of(
            self.snapshot,
            "Only codings that say that it is not so." if options.not_so else "",
            f"Participants in whose own words they are: {len(self.participant_ids):,}; cases: {len(self.case_ids):,}.",
            f"The first {shown:,} of {self.total:,} passages." if shown < self.total else "",
            "" if is_place(parse(options.query)) else f"AND and NOT ask of one {options.within}.",
            f"Left out, because nobody accepted them: {_codings(self.unreviewed)}." if self.unreviewed else "",
            f"Left out, because they {apart}: {_codings(self.not_so)}." if self.not_so else "",
            f"Not shown, because there are no words: {_codings(self.wordless)}." if self.wordless else "",
        )

    @property
    def frame(self) -> pl.DataFrame:
        """One row for each passage, with the fields of `Passage`."""
        lists = dict.fromkeys(
            ("participants", "cases", "roles", "codes", "members", "coding_ids", "covered"), pl.List(pl.String())
        )
        places = dict.fromkeys(("start", "end", "from", "to"), pl.Int64())
        names = [field.encode_name for field in msgspec.structs.fields(Passage)]
        schema: dict[str, Any] = {name: (lists | places).get(name, pl.String()) for name in names}
        rows = [[_listed(value) for value in msgspec.structs.astuple(one)] for one in self.passages]
        return pl.DataFrame(rows, schema=schema, orient="row")

    def chart(self) -> Figure:
        """How many passages there are in each case; one in the words of two cases counts in both."""
        labels = [*self.snapshot.cases.labels, "no case"]
        counts = self.by_case.tolist()
        shown = [(label, count) for label, count in zip(labels, counts, strict=True) if label != "no case" or count]
        frame = pl.DataFrame(shown, schema={"case": pl.String(), "passages": pl.Int64()}, orient="row")
        return charts.bars(
            frame, label="case", value="passages", title=f"{self.options.query} by case", order=labels,
            notes=notes_of(self.snapshot),
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """What `.table` shows, by ids, and numbers of what was left out.

        `{analysis, version, options, total, participant_ids, case_ids, passages, unreviewed, not_so, wordless, notes}`;
        passages carry the fields of `Passage`.
        """
        return plain(
            {
                "analysis": "retrieve", "version": self.snapshot.version, "options": self.options, "total": self.total,
                "participant_ids": self.participant_ids, "case_ids": self.case_ids, "passages": self.passages,
                "unreviewed": self.unreviewed, "not_so": self.not_so, "wordless": self.wordless, "notes": self.notes(),
            }
        )  # fmt: skip


def retrieve(snapshot: Snapshot, index: TokenIndex, query: str | RetrieveOptions) -> Retrieved:
    """The passages that a query over codings finds.

    Args:
        snapshot: the study.
        index: its words, at the same version.
        query: with nothing further, or with options.

    Raises:
        QueryError: the query cannot be read.
        NotFoundError, AmbiguousError: a code or a filter names something that cannot be found.
        BadValueError: a negative number.
    """
    options = RetrieveOptions(query=query) if isinstance(query, str) else query
    if options.context < 0 or (options.top or 0) < 0:
        message = "`context` and `top` are numbers of words and passages and cannot be negative."
        raise BadValueError(message)
    node = parse(options.query)
    ranges = {code: code_range(snapshot, options.query, code) for code in coded(node)}
    scope, codings = scope_of(snapshot, options), snapshot.codings
    fits = codings.denied == options.not_so
    places = Places(snapshot, index, scope, scope.codings & fits, ranges.__getitem__, options.within)
    found = places.found(node)
    row, unit = places.whose(found)
    kept = scope.units[unit]
    row, unit = row[kept], unit[kept]
    person = np.unique(snapshot.units.participant[unit])
    cases = _cases(snapshot, found, row, unit)
    case = np.unique(cases[1][cases[1] >= 0])
    writer = _Writer(snapshot, index, options.context, found, people=(row, unit), cases=cases)
    shown = len(found) if options.top is None else min(options.top, len(found))

    named = np.zeros(len(codings), dtype=np.bool_)
    for below in ranges.values():
        named |= (codings.code >= below.start) & (codings.code < below.stop)

    def left_out(flags: Flags) -> int:
        rows = np.flatnonzero(named & flags)
        alone = Stretches(codings.source[rows], codings.start[rows], codings.end[rows], rows[:, np.newaxis])
        return len(places.inside(alone))

    return Retrieved(
        snapshot, options, tuple(map(writer.passage, range(shown))), len(found),
        tuple(snapshot.participants.ids[n] for n in person[person >= 0].tolist()),
        tuple(snapshot.cases.ids[n] for n in case.tolist()),
        np.bincount(np.where(cases[1] >= 0, cases[1], len(snapshot.cases)), minlength=len(snapshot.cases) + 1),
        left_out(scope.unreviewed & fits), left_out(scope.codings & ~fits),
        left_out(scope.codings & fits & (codings.end <= codings.start)),
    )  # fmt: skip


def codings_of_query(
    snapshot: Snapshot, index: TokenIndex | None, query: str, filters: Filters
) -> tuple[Ints, list[int]]:
    """The codings of all passages that a query finds, and the codes that have to be read for it.

    Raises:
        QueryError, NotFoundError, AmbiguousError: see `retrieve`.
    """
    if index is None:
        message = "a query needs the index of words"
        raise ValueError(message)
    passages = retrieve(snapshot, index, RetrieveOptions(query=query, context=0, **filters.filters)).passages
    ids = {coding for passage in passages for coding in passage.coding_ids}
    rows = np.flatnonzero(pl.Series(snapshot.codings.ids).is_in(list(ids)).to_numpy()) if ids else np.zeros(0, np.int64)
    needs = sorted({code for one in coded(parse(query)) for code in code_range(snapshot, query, one)})
    return rows.astype(np.int64), needs


def code_range(snapshot: Snapshot, query: str, code: Coded) -> range:
    """The codes that one name in a query means: the code and those under it, or all of them."""
    tree = snapshot.codes
    if code.any:
        return range(len(tree))
    try:
        return tree.below(tree.find(code.name))
    except NotFoundError as error:
        raise unknown_name(query, code) or error from None


def _cases(snapshot: Snapshot, found: Stretches, row: Ints, unit: Ints) -> tuple[Ints, Ints]:
    """(stretch, case), each once: of those whose words it is, else of its source; -1 for none."""
    alone = np.setdiff1d(np.arange(len(found), dtype=np.int64), row)
    case = np.concatenate([snapshot.units.case[unit], snapshot.sources.case[found.source[alone]]])
    width = len(snapshot.cases) + 1
    pairs = np.unique(np.concatenate([row, alone]) * width + case + 1)
    return pairs // width, pairs % width - 1


class _Writer:
    """Writes passages; keeps the text it read last, because they follow each other in a source."""

    def __init__(
        self, snapshot: Snapshot, index: TokenIndex, context: int, found: Stretches, *, people: tuple[Ints, Ints],
        cases: tuple[Ints, Ints],
    ) -> None:  # fmt: skip
        self.snapshot, self.index, self.context, self.found = snapshot, index, context, found
        row, unit = people
        order = np.lexsort((unit, row))
        self.unit, self.edges = unit[order], np.searchsorted(row[order], np.arange(len(found) + 1))
        self.case, self.case_edges = cases[1], np.searchsorted(cases[0], np.arange(len(found) + 1))
        self.at: Id = ""
        self.text = ""

    def passage(self, number: int) -> Passage:
        snapshot, found = self.snapshot, self.found
        place = int(found.source[number])
        source = snapshot.sources.ids[place]
        if source != self.at:
            self.at, self.text = source, snapshot.starts.text(source)
        start, end = int(found.start[number]), int(found.end[number])
        begin, stop = self.around(source, start, end)
        unit = self.unit[self.edges[number] : self.edges[number + 1]]
        people = snapshot.units.participant[unit]
        people = people[people >= 0]
        case = self.case[self.case_edges[number] : self.case_edges[number + 1]]
        role = np.unique(snapshot.participants.role[people])
        coding = found.codings[number]
        coding = coding[coding >= 0]
        codes, members = np.unique(snapshot.codings.code[coding]), np.unique(snapshot.codings.member[coding])
        return Passage(
            source=source,
            name=snapshot.sources.labels[place],
            start=start,
            end=end,
            participants=tuple(snapshot.participants.labels[n] for n in people.tolist()),
            cases=tuple(snapshot.cases.labels[n] for n in case.tolist() if n >= 0),
            roles=tuple(snapshot.roles.labels[n] for n in role.tolist() if n >= 0),
            codes=tuple(snapshot.codes.path(n) for n in codes.tolist()),
            members=tuple(snapshot.members.labels[n] for n in members.tolist() if n >= 0),
            coding_ids=tuple(snapshot.codings.ids.gather(coding)),
            left=self.text[begin:start],
            words=self.text[start:end],
            right=self.text[end:stop],
            from_=begin,
            to=stop,
        )

    def around(self, source: Id, start: int, end: int) -> tuple[int, int]:
        """Where the words that are shown begin and end."""
        if not self.context:
            return start, end
        number = self.index.source_number.get(source)
        if number is None:
            return 0, len(self.text)
        low, high = int(self.index.first[number]), int(self.index.first[number + 1])
        starts = self.index.start[low:high]
        first = int(np.searchsorted(starts, start)) - self.context
        last = int(np.searchsorted(starts, end)) + self.context
        begin = int(starts[first]) if first > 0 else 0
        stop = int(self.index.end(np.array([low + last - 1]))[0]) if last < high - low else len(self.text)
        return min(begin, start), max(stop, end)


def _codings(count: int) -> str:
    return f"{count:,} coding{'' if count == 1 else 's'} of these codes"


def _in_one_line(text: str, *, cut: bool) -> str:
    words = text.split()
    if cut and len(words) > _LONGEST:
        words = [*words[:_HEAD], "…", *words[-_TAIL:]]
    return " ".join(words)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
