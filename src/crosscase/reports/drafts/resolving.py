"""What a reference of a draft prints now, or why it prints nothing.

Quotations print the words of their place as they read now, with omissions and edits that were declared; they are held
against the source each time. Claims print their sentence with its counts. Tables and figures are those of the report.

What a careful reader would get wrong: a quotation whose printed words are not what stands there is not printed at all,
as in a report. The draft says where it was, and why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Literal, TypeVar

import msgspec

from crosscase.analyses.claims import ClaimStanding
from crosscase.analyses.drafts.language import Reference
from crosscase.model import Case, Claim, ContentNote, Draft, Id, Quotation, Role, Row, Source, Theme, goes_by
from crosscase.reads.codings import people_in
from crosscase.reads.quotations import as_printed
from crosscase.reads.sign_offs import signed_off
from crosscase.reports.checking import Checker
from crosscase.reports.claims_since import standings
from crosscase.reports.options import PARTS
from crosscase.study import Study

R = TypeVar("R", bound=Row)

Status = Literal[
    "exact", "declared", "altered", "not found", "gone", "withheld", "covered", "shown", "not shown", "contradicted",
    "cannot say", "no verdict", "there",
]  # fmt: skip
GOOD: frozenset[str] = frozenset({"exact", "declared", "shown", "no verdict", "there"})
LEAST_DIGITS = 8
_PART = re.compile(r"(?P<key>[a-z]+)(?:\s+(?P<number>\d{1,3}))?", re.IGNORECASE)
_ENTRY = re.compile(r"@\w+\s*[{(]\s*(?P<key>[^\s,{}()]+)\s*,")


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """A reference with what it prints.

    Attributes:
        status, sentence: what has to be known of it; empty sentence where all is well.
        printed: the words; empty where there are none to print.
        thing: the quotation or claim; `source`, `start`, `end`: where the words stand.
        identifiers: whose words they are; `role` and `case` of the first of them.
        covered: what a content note on the words is about.
        part, number: of a table or figure.
        prints: it may be printed.
    """

    status: Status
    sentence: str = ""
    printed: str = ""
    thing: Id = ""
    source: Id = ""
    start: int = 0
    end: int = 0
    identifiers: tuple[str, ...] = ()
    role: str = ""
    case: str = ""
    covered: tuple[str, ...] = ()
    part: str = ""
    number: int = 0
    prints: bool = True


class Resolver:
    """Finds what references stand for, in one study as it is."""

    def __init__(
        self, study: Study, draft: Draft | None = None, *, members: tuple[Id, ...] = (), covered: bool = False
    ) -> None:
        """Begin.

        Args:
            study: as it is.
            draft: for its bibliography.
            members: claims stand as these coded.
            covered: words under content notes are printed too.
        """
        self.study = study
        self._draft = draft
        self._members = members
        self.checker = Checker(study, covered=covered)
        self._quotations = [
            one for one in study.rows(Quotation) if not members or one.member in members
        ]  # fmt: skip
        self._claims = study.rows(Claim)

    @cached_property
    def standings(self) -> dict[Id, ClaimStanding]:
        """How all claims stand."""
        found = standings(self.study, members=self._members)[1] if self._claims else []
        return {one.claim: one for one in found}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the bibliography."""
        return tuple(dict.fromkeys(_ENTRY.findall(self._draft.bibliography))) if self._draft else ()

    def resolve(self, one: Reference) -> Resolved:
        """What a reference stands for now."""
        if one.kind == "quote":
            return self.quote(one.name)
        if one.kind == "claim":
            return self.claim(one.name)
        if one.kind == "cite":
            return self._cite(one.name)
        return _part(one)

    # Quotations

    def quote(self, name: str) -> Resolved:
        """A quotation by its id."""
        row = _by_id(self._quotations, name)
        if isinstance(row, str):
            return Resolved(status="not found", sentence=_unknown("quotation", name, row), prints=False)
        found = self._quoted(row)
        refused = self._refused(row)
        if found.prints and refused:
            return msgspec.structs.replace(found, status=refused[0], sentence=refused[1], prints=False)
        return found

    def _quoted(self, row: Quotation) -> Resolved:
        study = self.study
        if row.end <= row.start:
            return Resolved(
                status="gone", sentence="Its words are gone from the source.", thing=row.id, source=row.source,
                start=row.start, end=row.end, prints=False,
            )  # fmt: skip
        said = self.checker.text(row.source)[row.start : row.end]
        held = as_printed(study, row)
        sources = study.rows(Source, id=row.source)
        people = people_in(study, sources[0], row.start, row.end) if sources else ()
        roles = {one.id: one.name for one in study.rows(Role)}
        cases = {one.id: one.code for one in study.rows(Case)}
        sentence, status = "", "exact"
        if "█" in said:
            status, sentence = "gone", "Words in it were erased."
        elif held is not None:
            status = held.status
            if status in {"altered", "not found"}:
                sentence = f"The printed words are not what was said: {held.sentence() or 'they do not stand there'}."
        notes = tuple(
            one.about for one in self._notes_on(row)
        )  # fmt: skip
        return Resolved(
            status=status,  # type: ignore[arg-type] # those of printed words are among them
            sentence=sentence, printed=" ".join((row.printed or said).split()), thing=row.id, source=row.source,
            start=row.start, end=row.end, identifiers=tuple(one.identifier for one in people),
            role=roles.get(people[0].role or "", "") if people else "",
            case=cases.get(people[0].case or "", "") if people else "", covered=notes,
            prints=status in {"exact", "declared"},
        )  # fmt: skip

    def _notes_on(self, row: Quotation) -> list[ContentNote]:
        return [
            note for note in self.study.rows(ContentNote, source=row.source)
            if note.place != "text" or (note.start < row.end and row.start < note.end)
        ]  # fmt: skip

    def _refused(self, row: Quotation) -> tuple[Status, str] | None:
        if self.checker.covers(row.source, row.start, row.end):
            return "covered", "It lies under a content note, and is printed only where that is asked for."
        words = self.checker.text(row.source)[row.start : row.end]
        if self.checker.names(words) or self.checker.names(row.printed):
            return "withheld", "It holds the real name of a participant."
        why = self.checker.leaving.refusal(row.source, row.start, row.end)
        return ("withheld", f"It may not be printed: {why}.") if why else None

    # Claims

    def claim(self, name: str) -> Resolved:
        """A claim by its id."""
        row = _by_id(self._claims, name)
        if isinstance(row, str):
            return Resolved(status="not found", sentence=_unknown("claim", name, row), prints=False)
        one = self.standings[row.id]
        told = [] if one.status in GOOD else [f"{one.status.capitalize()}, in what has been coded so far."]
        told += filter(None, (one.problem or one.why, self._lapsed(row)))
        return Resolved(status=one.status, sentence=" ".join(told), printed=with_counts(one), thing=row.id)

    def _lapsed(self, row: Claim) -> str:
        theme = self.study.get(Theme, row.theme) if row.theme else None
        if theme is None:
            return ""
        lapsed = [one for one in signed_off(self.study.store, theme).signatures if one.lapsed]
        return f"What “{theme.label}” says was changed since it was signed off." if lapsed else ""

    def _cite(self, key: str) -> Resolved:
        if key in self.keys:
            return Resolved(status="there")
        near = get_close_matches(key, self.keys, n=1, cutoff=0.5)
        works = f"Did you mean @{near[0]}?" if near else "Add its entry to the bibliography of the draft."
        return Resolved(status="not found", sentence=f"The bibliography has no entry ‘{key}’. {works}", prints=False)


def with_counts(one: ClaimStanding) -> str:
    """The sentence of a claim with its counts of now, in brackets before its full stop."""
    counts = counts_of(one)
    if not counts:
        return one.sentence
    found = re.search(r"[.!?…]+[”\"’']*$", one.sentence)
    at = found.start() if found else len(one.sentence)
    return f"{one.sentence[:at]} ({counts}){one.sentence[at:]}"


def counts_of(one: ClaimStanding) -> str:
    """`7 of 10 cases; 2 not known`, by groups where groups are set against each other; empty where none are counted."""
    if one.problem or not one.tally.all:
        return ""
    tallies = [(f"{each.label} ", each.tally) for each in one.groups] or [("", one.tally)]
    told = ", ".join(f"{label}{tally.yes} of {tally.known}" for label, tally in tallies)
    unknown = f"; {one.tally.unknown} not known" if one.tally.unknown else ""
    return f"{told} {one.unit}{unknown}"


def _part(one: Reference) -> Resolved:
    """A part of the report, by its name and the number of the table or figure in it."""
    found = _PART.fullmatch(one.name)
    key = found["key"].lower() if found else ""
    if found is None or key not in PARTS:
        near = get_close_matches(key or one.name, PARTS, n=1, cutoff=0.6)
        works = f"Did you mean {{{one.kind}:{near[0]}}}?" if near else f"There are: {', '.join(PARTS)}."
        return Resolved(status="not found", sentence=f"The report has no part ‘{one.name}’. {works}", prints=False)
    return Resolved(status="there", part=key, number=int(found["number"] or 1))


def _by_id(rows: Sequence[R], name: str) -> R | str:
    """The one row that goes by these digits, or what is wrong with them."""
    digits = name.lower()
    if len(digits) < LEAST_DIGITS or not re.fullmatch(r"[0-9a-f]+", digits):
        return "short" if re.fullmatch(r"[0-9a-f]*", digits) else "no id"
    fits = [row for row in rows if goes_by(row.id, digits)]
    return fits[0] if len(fits) == 1 else "several" if fits else "none"


def _unknown(kind: str, name: str, why: str) -> str:
    if why == "short":
        return f"‘{name}’ is too short for an id: give the last {LEAST_DIGITS} digits or more."
    if why == "no id":
        return f"‘{name}’ is no id of a {kind}. The list of {kind}s prints them: 8 to 12 digits and letters a to f."
    if why == "several":
        return f"Several {kind}s go by ‘{name}’: give more digits."
    return f"There is no {kind} ‘{name}’. It was taken away, or the id is another."
