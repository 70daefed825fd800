"""Quotations by theme, with identifiers, where they stand, and what was said just before.

What a person placed under a theme comes first, then the codings of categories that its lineage takes in whole. Where a
study has no themes yet, quotations stand by category, or else by code. They are spread over cases; some that speak
against the theme always follow. Passages under a content note are left out unless they were asked for.
"""

from __future__ import annotations

from crosscase.analyses.lines import theme_codings
from crosscase.frames import Snapshot
from crosscase.model import Theme
from crosscase.reports.checking import Checker
from crosscase.reports.document import Block, Heading, Part, Unprinted, note, plain
from crosscase.reports.options import Options
from crosscase.reports.quoting import Candidate, Quoter
from crosscase.reports.wording import counted, listed
from crosscase.study import Study


def build(study: Study, options: Options) -> Part:
    """The part."""
    snapshot = study.snapshot()
    quoter = Quoter(study, Checker(study, covered=options.covered, on=options.on))
    by_theme = _by_theme(snapshot, options)
    groups = by_theme or _by_code(snapshot)
    what = "theme" if by_theme else "category" if snapshot.codes.category.any() else "code"
    title = Heading(f"Quotations by {what}")
    meanings = {theme.id: theme.meaning or theme.content for theme in study.rows(Theme)}
    blocks: list[Block] = []
    unprinted: dict[Unprinted, None] = {}
    covered = 0
    without: list[str] = []
    for id, name, level, candidates in groups:
        chosen = quoter.choose(candidates, options.quotations)
        unprinted.update(dict.fromkeys(chosen.unprinted))
        covered += chosen.covered
        if not candidates and by_theme:
            without.append(name)
        if not candidates or not (chosen.quotes or by_theme):
            continue
        blocks.append(Heading(name, level))
        if meanings.get(id):
            blocks.append(plain(" ".join(meanings[id].split())))
        if chosen.quotes:
            blocks += chosen.quotes
        else:
            blocks.append(note("None of its passages can be printed."))
    if not any(candidates for *_, candidates in groups):
        nothing = "Nobody has placed evidence under a theme yet." if by_theme else "Nothing has been coded yet."
        return Part((title, note(nothing)), tuple(unprinted))
    lead = (
        f"At most {options.quotations} for each {what}, spread over cases, and some that speak against it. Words left "
        "out are marked […]; other people’s words stand in brackets. The small line above a quotation is what was said "
        "just before."
    )
    first: list[Block] = [title, plain(lead)]
    if covered:
        kept = counted(covered, "passage under a content note was", "passages under content notes were")
        first.append(note(f"{kept} left out. They are printed only when asked for."))
    if options.covered:
        first.append(note("Passages under content notes were asked for and are printed."))
    if without:
        first.append(note(f"Nobody has placed evidence yet under {listed([f'“{name}”' for name in without])}."))
    return Part((*first, *blocks), tuple(unprinted))


Group = tuple[str, str, int, list[Candidate]]


def _by_theme(snapshot: Snapshot, options: Options) -> list[Group]:
    """(id, label, level, candidates) of each theme."""
    themes = snapshot.themes
    wanted = snapshot.analyses.find(options.analysis) if options.analysis else -1
    placed: dict[int, set[int]] = {}
    for theme, coding in zip(themes.evidence[0].tolist(), themes.evidence[1].tolist(), strict=True):
        placed.setdefault(theme, set()).add(coding)
    groups: list[Group] = []
    for place, (codings, against) in enumerate(theme_codings(snapshot)):
        if wanted not in (-1, int(themes.analysis[place])):
            continue
        own = placed.get(place, set())
        candidates = [
            Candidate(coding, rank=0 if coding in own else 1, against=speaks)
            for coding, speaks in zip(codings.tolist(), against.tolist(), strict=True)
        ]
        groups.append((themes.ids[place], themes.labels[place], 2 + min(int(themes.depth[place]), 1), candidates))
    return groups


def _by_code(snapshot: Snapshot) -> list[Group]:
    codes, codings = snapshot.codes, snapshot.codings
    any_category = bool(codes.category.any())
    groups: list[Group] = []
    for place in range(len(codes)):
        if any_category and not codes.category[place]:
            continue
        rows = (codings.code == place).nonzero()[0].tolist()
        candidates = [Candidate(row, against=bool(codings.denied[row])) for row in rows]
        groups.append((codes.ids[place], codes.path(place), 2, candidates))
    return groups
