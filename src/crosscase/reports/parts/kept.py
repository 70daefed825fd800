"""The quotations that members keep: each once, under a theme or a code, with who speaks and who keeps it, and why.

A quotation stands under the first theme of whose evidence it is, or on whose evidence it lies; else under the code of
its coding, or of one that it lies on; else apart. Other themes that it also belongs to are named below it, with whether
it was said when asked or volunteered, where the study knows that of its code.

What a careful reader would get wrong: kept is not printed. Passages under a content note, words that consent does not
cover, and words that a later correction made differ from what was said are left out here as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.analyses.exposure import ExposureOptions, exposure
from crosscase.analyses.states import VOLUNTEERED, WHEN_ASKED, WORDS
from crosscase.frames import Snapshot
from crosscase.model import Id, Member, Quotation, Source
from crosscase.reads.codings import people_in
from crosscase.reports.checking import Checker
from crosscase.reports.document import Block, Heading, Part, Unprinted, note, plain
from crosscase.reports.options import Options
from crosscase.reports.quoting import Quoter
from crosscase.reports.wording import counted, listed
from crosscase.study import Study

_APART = "Under no theme and no code"
_TELLING = frozenset(WORDS[one] for one in (WHEN_ASKED, VOLUNTEERED))


def build(study: Study, options: Options) -> Part:
    """The part."""
    heading = Heading("Quotations that were kept")
    kept = study.rows(Quotation)
    if not kept:
        return Part((heading, note("No quotation is kept yet.")))
    snapshot = study.snapshot()
    checker = Checker(study, covered=options.covered, on=options.on)
    quoter = Quoter(study, checker)
    members = {one.id: one.name for one in study.rows(Member)}
    groups: dict[tuple[int, int, str], list[Block]] = {}
    unprinted: list[Unprinted] = []
    covered = 0
    places = _Places(snapshot, options)
    said = _Said(study, snapshot)
    for same in _together(snapshot, kept):
        row = same[0]
        if checker.covers(row.source, row.start, row.end):
            covered += 1
            continue
        made = quoter.kept(row)
        if isinstance(made, Unprinted):
            unprinted.append(made)
            continue
        why = checker.fault_of(made)
        if why:
            unprinted.append(Unprinted(made.identifier, made.about, why))
            continue
        themes, codes = places.of(row)
        first = [(0, one, snapshot.themes.labels[one]) for one in list(themes)[:1]]
        first += [(1, one, snapshot.codes.path(one)) for one in codes[:1]]
        told = [*_under(snapshot, themes), said.of(row, codes), *_keepers(same, members)]
        label = (*first, (2, 0, _APART))
        groups.setdefault(label[0], []).extend((made, note(" ".join(filter(None, told)))))
    lead = (
        "What members of the study chose to quote, each once and whole. Words left out are marked […], words that are "
        "not the speaker’s stand in brackets. The small line above a quotation is what was said just before."
    )
    blocks: list[Block] = [heading, plain(lead)]
    if covered:
        left = counted(covered, "of them lies under a content note and is", "of them lie under content notes and are")
        blocks.append(note(f"{left} left out. They are printed only when asked for."))
    if options.covered:
        blocks.append(note("Passages under content notes were asked for and are printed."))
    for (_, _, name), own in sorted(groups.items(), key=lambda one: one[0]):
        blocks += [Heading(name, 2), *own]
    if not groups:
        blocks.append(note("None of them can be printed."))
    return Part(tuple(blocks), tuple(unprinted))


def _under(snapshot: Snapshot, themes: Mapping[int, bool]) -> list[str]:
    """Against which themes a quotation speaks, and to which it also belongs."""
    labels = snapshot.themes.labels
    against = [f"“{labels[one]}”" for one, speaks in themes.items() if speaks]
    also = [f"“{labels[one]}”" for one, speaks in list(themes.items())[1:] if not speaks]
    return [
        f"Speaks against {listed(against)}." if against else "",
        f"Also under {listed(also)}." if also else "",
    ]


def _keepers(same: Sequence[Quotation], members: Mapping[Id, str]) -> list[str]:
    kept = sorted((members.get(one.member, "a former member"), " ".join(one.note.split())) for one in same)
    return [f"Kept by {name}: {why}" if why else f"Kept by {name}." for name, why in kept]


def _together(snapshot: Snapshot, kept: Sequence[Quotation]) -> list[list[Quotation]]:
    """Quotations in the order of the sources and of their places; the same words kept by several members are one."""
    number = snapshot.sources.number
    found: dict[tuple[int, int, int, str], list[Quotation]] = {}
    for row in sorted(kept, key=lambda one: (number[one.source], one.start, one.end, one.printed, one.id)):
        found.setdefault((number[row.source], row.start, row.end, row.printed), []).append(row)
    return list(found.values())


class _Places:
    """Which themes and codes a quotation belongs to, in the order of the study."""

    def __init__(self, snapshot: Snapshot, options: Options) -> None:
        self._snapshot = snapshot
        self._unreviewed = options.include_unreviewed
        wanted = snapshot.analyses.find(options.analysis) if options.analysis else -1
        self._themes: dict[int, dict[int, bool]] = {}
        for theme, coding, against in zip(*(one.tolist() for one in snapshot.themes.evidence), strict=True):
            if wanted in (-1, int(snapshot.themes.analysis[theme])):
                self._themes.setdefault(coding, {})[theme] = against

    def of(self, row: Quotation) -> tuple[dict[int, bool], list[int]]:
        """Themes, each with whether it speaks against; and codes."""
        codings = self._snapshot.codings
        source = self._snapshot.sources.number[row.source]
        lies = (codings.source == source) & (codings.start < row.end) & (codings.end > row.start) & codings.text
        if not self._unreviewed:
            lies &= ~codings.unreviewed
        under: list[int] = lies.nonzero()[0].tolist()
        own = [one for one, id in zip(under, codings.named(under), strict=True) if id == row.coding] or under
        themes: dict[int, bool] = {}
        for one in own:
            for theme, against in self._themes.get(one, {}).items():
                themes[theme] = themes.get(theme, False) or against
        return dict(sorted(themes.items())), sorted({int(codings.code[one]) for one in own})


class _Said:
    """What a quotation is coded as, and whether its speaker said that when asked or of their own accord."""

    def __init__(self, study: Study, snapshot: Snapshot) -> None:
        self._study = study
        self._snapshot = snapshot
        self._known: dict[int, dict[Id, str]] = {}

    def of(self, row: Quotation, codes: Sequence[int]) -> str:
        """A sentence; empty where it is not coded."""
        people = people_in(self._study.store, self._study.rows(Source, id=row.source)[0], row.start, row.end)
        told = []
        for code in codes:
            if code not in self._known:
                self._known[code] = self._words(code)
            word = self._known[code].get(people[0].id, "") if people else ""
            told.append(f"“{self._snapshot.codes.path(code)}”{f' ({word})' if word else ''}")
        return f"Coded as {listed(told)}." if told else ""

    def _words(self, code: int) -> dict[Id, str]:
        id = self._snapshot.codes.ids[code]
        found = exposure(self._snapshot, ExposureOptions(of="codes", codes=(id,)))
        column = next((at for at, line in enumerate(found.columns) if line.id == id), -1)
        if column < 0:
            return {}
        return {
            person: word
            for row in range(len(found.rows))
            for word, people in found.people(row, column).items()
            if word in _TELLING
            for person in people
        }
