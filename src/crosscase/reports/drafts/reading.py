"""A draft read for what it refers to: references with their status, typed quotations, sentences bound to nothing.

Places are code points of the text that was given, half-open, so that the margin of an editor can stand beside them. A
quotation that was typed and not referred to (in double quotation marks, five words or more, or set apart with `>`) is
held against the transcripts as the audit of manuscripts does.

What a careful reader would get wrong: *unbound* does not mean wrong. The sentence says how many, and neither a claim in
it nor one of the study bears that out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from crosscase.analyses.drafts import Mistake, Reference, Unit, mistakes, references, units
from crosscase.errors import NotFoundError
from crosscase.model import Draft, Id, Span
from crosscase.model.table import Column, Table
from crosscase.reports.drafts.resolving import GOOD, Resolved, Resolver, Status
from crosscase.study import Study

if TYPE_CHECKING:
    from crosscase.analyses.manuscripts.ground import Ground
    from crosscase.frames.shingles import Shingles

_DOUBLE = re.compile(r"\u201c([^\u201c\u201d\n]+)\u201d|\"([^\"\n]+)\"|\u00ab([^\u00ab\u00bb\n]+)\u00bb")
_FEWEST = 5
_SURE, _SURE_WORDS = 0.8, 8
_ATTRIBUTED = re.compile(r"\s*\([^()]{2,120}\)[.\s]*$")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A reference, or words that were typed as a quotation, with what became of them.

    Attributes:
        kind: what it refers to; `words`: typed and not referred to.
        start, end: code points of the draft; `line` and `column` are where it begins, from 1.
        status: see `Resolved`; `well`: there is nothing to look at.
        sentence: what has to be known of it; empty where all is well.
        printed: what stands there when the draft is printed.
        thing: the quotation or claim it opens to; `source`, `source_start`, `source_end`: where the words stand.
        covered: what a content note on the words is about: whoever shows them covers them until asked.
        stale: what became of it since the draft was looked over; empty where nothing did.
    """

    kind: Literal["quote", "claim", "table", "figure", "cite", "words"]
    name: str
    written: str
    start: int
    end: int
    line: int
    column: int
    status: Status
    well: bool
    sentence: str = ""
    printed: str = ""
    thing: Id = ""
    source: Id = ""
    source_start: int = 0
    source_end: int = 0
    identifiers: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    stale: str = ""


class Unbound(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that says how many and is bound to nothing (`about` is how many), or that the data contradict."""

    start: int
    end: int
    line: int
    about: str
    what: str
    do: str


class DraftRead(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft refers to, in the order of its text.

    Attributes:
        version: of the study that it was held against.
        looked: when the draft was looked over, an entry; what is `stale` is told from there, where it was asked for.
    """

    draft: Id
    name: str
    version: str
    looked: Id
    references: tuple[Shown, ...]
    mistakes: tuple[Mistake, ...]
    unbound: tuple[Unbound, ...]

    @property
    def faults(self) -> int:
        """How many things there are to look at, sentences that are bound to nothing left out."""
        wrong = sum(not one.well or bool(one.stale) for one in self.references)
        return wrong + len(self.mistakes) + sum(not one.about for one in self.unbound)


def read_draft(
    study: Study, draft: Id = "", text: str | None = None, *, since: bool = False, members: tuple[Id, ...] = ()
) -> DraftRead:
    """Everything that a draft refers to, with its status of now.

    Args:
        study: as it is.
        draft: which; may be empty where a text is given.
        text: as it is being written; as it is kept, where it is left out.
        since: tell also what became of what it shows since it was looked over, which takes longer.
        members: claims stand as these coded, and only their quotations are known.

    Raises:
        NotFoundError: there is no such draft.
    """
    row = study.get(Draft, draft) if draft else None
    if row is None and (draft or text is None):
        what = "draft"
        raise NotFoundError(what, draft)
    words = (row.text if row else "") if text is None else text
    resolver = Resolver(study, row, members=members)
    found = references(words)
    shown = [_shown(one, resolver.resolve(one)) for one in found]
    pieces = units(words)
    shown += _typed(study, words, pieces, found)
    shown.sort(key=lambda one: (one.start, one.end))
    if since and row is not None and row.looked:
        from crosscase.reports.drafts.since import changed_since

        told = changed_since(study, row.looked, shown, members=members)
        shown = [msgspec.structs.replace(one, stale=told.get((one.kind, one.name), "")) for one in shown]
    return DraftRead(
        draft=row.id if row else "", name=row.name if row else "", version=study.version,
        looked=row.looked if row else "", references=tuple(shown), mistakes=tuple(mistakes(words)),
        unbound=tuple(_unbound(resolver, words, pieces, found)),
    )  # fmt: skip


def _shown(one: Reference, became: Resolved) -> Shown:
    return Shown(
        kind=one.kind, name=one.name, written=one.written, start=one.start, end=one.end, line=one.line,
        column=one.column, status=became.status, well=became.status in GOOD, sentence=became.sentence,
        printed=became.printed, thing=became.thing, source=became.source, source_start=became.start,
        source_end=became.end, identifiers=became.identifiers, covered=became.covered,
    )  # fmt: skip


# Typed quotations


def _typed(study: Study, text: str, pieces: Sequence[Unit], found: Sequence[Reference]) -> Iterator[Shown]:
    """Words in quotation marks, and paragraphs set apart, that are no references."""
    from crosscase.frames.tokens import count_words

    shingles: Shingles | None = None
    for start, end, apart in _quoted(text, pieces, found):
        words = text[start:end]
        if count_words(words) < _FEWEST:
            continue
        if shingles is None:
            shingles = _shingles(study)
        source, checked = shingles.check(words)
        unsure = checked.share < _SURE or count_words(words) < _SURE_WORDS
        if checked.status == "altered" and unsure and not apart:
            checked = msgspec.structs.replace(checked, status="not found", start=0, end=0)
            source = ""
        sentence = {
            "altered": f"Not as it was said: {checked.sentence()}.",
            "not found": "These words stand in no transcript.",
        }.get(checked.status, "")
        yield Shown(
            kind="words", name=words, written=words, start=start, end=end, line=text.count("\n", 0, start) + 1,
            column=start - text.rfind("\n", 0, start), status=checked.status, well=checked.status in GOOD,
            sentence=sentence, source=source, source_start=checked.start, source_end=checked.end,
            covered=_covered(study, source, checked.start, checked.end),
        )  # fmt: skip


def _quoted(text: str, pieces: Sequence[Unit], found: Sequence[Reference]) -> Iterator[tuple[int, int, bool]]:
    for unit in pieces:
        if unit.nature in {"heading", "code", "table", "other"}:
            continue
        inside = [one for one in found if unit.start <= one.start < unit.end and one.kind != "cite"]
        if unit.nature == "quotation" and not inside and "\n" not in unit.text:
            words = _ATTRIBUTED.sub("", text[unit.words_at : unit.end])
            lead = len(words) - len(words.lstrip('“"« '))
            yield unit.words_at + lead, unit.words_at + len(words.rstrip('”"» ')), True
            continue
        for match in _DOUBLE.finditer(text, unit.start, unit.end):
            start, end = next(match.span(group) for group in (1, 2, 3) if match[group] is not None)
            if not any(one.start < end and start < one.end for one in inside):
                yield start, end, False


def _shingles(study: Study) -> Shingles:
    from crosscase.frames.shingles import Shingles
    from crosscase.reads.quotations import unspoken

    hidden: dict[Id, list[Span]] = {}

    def skip(source: Id) -> list[Span]:
        if source not in hidden:
            hidden[source] = unspoken(study, source)
        return hidden[source]

    return Shingles(study.index(), study.text, skip)


def _covered(study: Study, source: Id, start: int, end: int) -> tuple[str, ...]:
    from crosscase.reads.codings import Spared, covers_of

    return covers_of(study, [source]).get(source, Spared()).over(start, end) if source else ()


# Sentences bound to nothing


def _unbound(
    resolver: Resolver, text: str, pieces: Sequence[Unit], found: Sequence[Reference]
) -> Iterator[Unbound]:  # fmt: skip
    from crosscase.analyses.manuscripts.quantified import Detector, tells_no_findings

    detector = Detector(_ground(resolver))
    headings: dict[int, str] = {}
    claims = [one for one in found if one.kind == "claim"]
    for unit in pieces:
        if unit.nature == "heading":
            level = len(unit.text) - len(unit.text.lstrip("# "))
            level = len(unit.text.split(maxsplit=1)[0]) or level
            headings = {depth: title for depth, title in headings.items() if depth < level}
            headings[level] = text[unit.words_at : unit.end]
        if unit.nature not in {"paragraph", "item"} or tells_no_findings(" / ".join(headings.values())):
            continue
        words = _blank(text[unit.start : unit.end], unit.start, found)
        for one in detector.unborne(words):
            start, end = unit.start + one.start, unit.start + one.end
            if not any(start <= claim.start < end for claim in claims):
                yield Unbound(
                    start=start, end=end, line=text.count("\n", 0, start) + 1, about=one.about, what=one.what, do=one.do
                )


def _blank(words: str, at: int, found: Sequence[Reference]) -> str:
    """A paragraph with blanks for its references, of the same length; a claim is a sentence, and ends as one."""
    for one in found:
        if at <= one.start < at + len(words):
            low, length = one.start - at, one.end - one.start
            blank = " " * (length - 1) + ("." if one.kind == "claim" else " ")
            words = words[:low] + blank + words[low + length :]
    return words


def _ground(resolver: Resolver) -> Ground:
    from crosscase.analyses.manuscripts.ground import ClaimHere
    from crosscase.reads.manuscripts import counting_ground

    claims = [ClaimHere(one.sentence, one.status) for one in resolver.standings.values()]
    return counting_ground(resolver.study, resolver.study.consents(), claims)


# As people read it


def draft_table(read: DraftRead, *, covered: bool = False, invented: str = "", every: bool = True) -> Table:
    """What a draft refers to, line by line; words under a content note only where they are asked for.

    Args:
        read: the draft.
        covered: print words under content notes.
        invented: words that made-up data must carry.
        every: list what is well, too.
    """
    rows: list[tuple[int, tuple[str, ...]]] = []
    for one in read.references:
        if not every and one.well and not one.stale:
            continue
        told = " ".join(filter(None, (one.sentence, one.stale and f"Since you looked: {one.stale}")))
        hidden = f"(covered: {', '.join(one.covered)})" if one.covered and not covered else ""
        told = hidden if hidden and (one.status == "altered" or one.stale) else told
        rows.append((one.start, (f"{one.line}:{one.column}", _short(one.written), one.status, told)))
    rows += [
        (one.start, (f"{one.line}:{one.column}", one.written, "mistake", f"{one.problem} {one.works}"))
        for one in read.mistakes
    ]
    for each in read.unbound:
        status = "unbound" if each.about else "against the count"
        rows.append((each.start, (f"{each.line}:1", _short(each.about), status, f"{each.what} {each.do}")))
    became = Counter(one.status for one in read.references)
    counts = ", ".join(f"{count} {status}" for status, count in became.most_common())
    notes = (
        invented,
        f"{len(read.references)} references: {counts}." if read.references else "It refers to nothing yet.",
        f"{read.faults} to look at; {sum(bool(one.about) for one in read.unbound)} sentences say how many and are "
        "bound to nothing.",
    )  # fmt: skip
    columns = (
        Column("where", "Line"),
        Column("what", "In the draft"),
        Column("status", "Status"),
        Column("told", "What to know"),
    )
    return Table(
        title=f"What “{read.name}” refers to", columns=columns, rows=tuple(row for _, row in sorted(rows)),
        notes=tuple(filter(None, notes)),
    )  # fmt: skip


def _short(words: str, most: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
