"""The report to one case, to give back to the site: what was said there, with nothing from any other case in it.

Everything is counted on the case alone (`frames.within`), and what was written by people who know all cases is read
once more for what belongs to others (`own_case`). Parts that compare are left out. Content notes and consents hold as
in every report.
"""

from __future__ import annotations

import msgspec

from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.framework import framework
from crosscase.analyses.lines import theme_codings
from crosscase.analyses.matrix import matrix
from crosscase.errors import BadValueError
from crosscase.frames import Snapshot
from crosscase.frames.within import within_case
from crosscase.model import Case, Id, Theme
from crosscase.model.table import Column, Table
from crosscase.reports.assemble import finished
from crosscase.reports.checking import Checker
from crosscase.reports.document import (
    Block,
    Document,
    Heading,
    Listing,
    Notice,
    Run,
    TableBlock,
    Unprinted,
    note,
    plain,
)
from crosscase.reports.options import Options
from crosscase.reports.own_case import Elsewhere
from crosscase.reports.parts.matrices import asked_for, shown_matrix
from crosscase.reports.quoting import Candidate, Quoter
from crosscase.reports.wording import counted
from crosscase.study import Study

_SAID = (
    Column("role", "Sampling role"),
    *(Column(key, key, "count") for key in ("Recruited", "Interviewed", "With text")),
)


def within(study: Study, options: Options) -> tuple[Document, tuple[Unprinted, ...]]:
    """The document, and what could not be printed.

    Raises:
        NotFoundError, AmbiguousError: no case goes by that name, or several do.
    """
    whole = study.snapshot()
    number = whole.cases.find(options.case)
    own = within_case(whole, number)
    case = study.get(Case, whole.cases.ids[number])
    elsewhere = Elsewhere(study, whole, own)
    name = " ".join(filter(None, (case.code, case.name))) if case is not None else whole.cases.labels[number]
    settings = study.settings()
    blocks: list[Block] = [Heading(name)]
    blocks += [plain(f"This report is about {name} alone. All numbers are of {name}.")]
    blocks += [plain(" ".join(text.split())) for text in settings.aims.split("\n\n") if text.strip()]
    if settings.questions:
        blocks.append(Listing(tuple((Run(question),) for question in settings.questions)))
    blocks += _people(own)
    blocks += _said(own, options)
    blocks += _charted(study, own, options)
    quoted, unprinted = _quoted(study, whole, own, options)
    blocks += quoted
    kept = elsewhere.without(blocks)
    if elsewhere.left_out:
        words = counted(
            elsewhere.left_out,
            "place where another case is spoken of was",
            "places where another case is spoken of were",
        )
        kept.append(note(f"{words} left out of this report."))
    if settings.invented:
        kept.insert(0, Notice(settings.invented))
    return finished(study, options, kept, unprinted, subtitle=f"Report to {name}")


def _people(own: Snapshot) -> list[Block]:
    people = own.participants
    with_text = set(own.units.participant[own.has_words].tolist())
    met = set(own.interviews.attended[1].tolist()) | with_text
    rows = []
    for place, role in enumerate((*own.roles.labels, "not known")):
        here = [n for n, of in enumerate(people.role.tolist()) if of == (place if place < len(own.roles) else -1)]
        if here:
            rows.append((role, len(here), sum(n in met for n in here), sum(n in with_text for n in here)))
    rows.append(("All", len(people), len(met), len(with_text)))
    table = Table(title="Who took part", columns=_SAID, rows=tuple(rows))
    return [Heading("Who took part"), TableBlock(table=table, strong=frozenset({len(rows) - 1}))]


def _said(own: Snapshot, options: Options) -> list[Block]:
    asked = [one for one in asked_for(own, options) if one.columns == "roles"]
    try:
        blocks = [block for one in asked for block in shown_matrix(matrix(own, one))]
    except BadValueError as nothing:
        return [Heading("What was said"), note(nothing.message)]
    return [Heading("What was said"), *(_of_one(one) if isinstance(one, TableBlock) else one for one in blocks)]


def _of_one(block: TableBlock) -> TableBlock:
    """A table without the column that counts cases, of which there is one."""
    table = block.table
    kept = [n for n, column in enumerate(table.columns) if column.key != "cases"]
    return msgspec.structs.replace(
        block, aligns=tuple(block.aligns[n] for n in kept),
        table=msgspec.structs.replace(
            table, columns=tuple(table.columns[n] for n in kept),
            rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
            notes=tuple(text for text in table.notes if not text.startswith("Cases:")),
        ),
    )  # fmt: skip


def recognisable(study: Study, document: Document, case: str) -> str:
    """Whose words are printed who took part alone in their role: at their own site everybody knows who that is."""
    snapshot = study.snapshot()
    people, number = snapshot.participants, snapshot.cases.find(case)
    roles = [int(role) for role, of in zip(people.role.tolist(), people.case.tolist(), strict=True) if of == number]
    printed = [people.number[one] for one in document.participants if one in people.number]
    alone = sorted(people.labels[one] for one in printed if roles.count(int(people.role[one])) == 1)
    if not alone:
        return ""
    who = ", ".join(alone)
    return (
        f"{who}: alone in the role that the report gives, so colleagues will know whose words these are. Read the "
        "report with them before it is given away, or leave their words out."
    )


def _charted(study: Study, own: Snapshot, options: Options) -> list[Block]:
    """What is written of the case itself in frameworks, and of its people."""
    refused = study.consents(on=options.on).refused("paraphrase")
    rows: list[tuple[str, str, str]] = []
    for number in range(len(own.frameworks)):
        try:
            grid = framework(own, FrameworkOptions(framework=own.frameworks.ids[number], rows="cases"))
        except BadValueError:
            continue
        for column, cell in zip(grid.columns, grid.withholding(refused).cells[0], strict=True):
            rows += [(column.label, "the case", one.words) for one in cell.own if one.words]
            rows += [(column.label, one.whose, one.words) for one in cell.members if one.words]
    if not rows:
        return []
    columns = (Column("on", "On"), Column("whose", "Whose"), Column("words", "In the words of the team"))
    table = Table(title="What was written about it", columns=columns, rows=tuple(dict.fromkeys(rows)))
    return [Heading("What was written about it"), TableBlock(table=table)]


def _quoted(
    study: Study, whole: Snapshot, own: Snapshot, options: Options
) -> tuple[list[Block], list[Unprinted]]:  # fmt: skip
    """Quotations of people of this case: by theme, or else by code."""
    quoter = Quoter(study, Checker(study, covered=options.covered, on=options.on))
    sources = set(own.sources.ids)
    kept = {n for n, source in enumerate(whole.codings.source.tolist()) if whole.sources.ids[source] in sources}
    groups = _themes(study, whole, options) or _codes(whole)
    blocks: list[Block] = [Heading("In people’s own words")]
    unprinted: dict[Unprinted, None] = {}
    covered = 0
    for name, level, meaning, candidates in groups:
        chosen = quoter.choose([one for one in candidates if one.coding in kept], options.quotations)
        unprinted.update(dict.fromkeys(chosen.unprinted))
        covered += chosen.covered
        if chosen.quotes:
            blocks += [Heading(name, level), *([plain(" ".join(meaning.split()))] if meaning else []), *chosen.quotes]
    if covered:
        told = counted(covered, "passage under a content note was", "passages under content notes were")
        blocks.append(note(f"{told} left out. They are printed only when asked for."))
    if len(blocks) == 1:
        blocks.append(note("Nothing that was said here can be quoted."))
    return blocks, list(unprinted)


_Group = tuple[str, int, str, list[Candidate]]


def _themes(study: Study, whole: Snapshot, options: Options) -> list[_Group]:
    themes = whole.themes
    wanted = whole.analyses.find(options.analysis) if options.analysis else -1
    meanings: dict[Id, str] = {one.id: one.meaning or one.content for one in study.rows(Theme)}
    placed: dict[int, set[int]] = {}
    for theme, coding in zip(themes.evidence[0].tolist(), themes.evidence[1].tolist(), strict=True):
        placed.setdefault(theme, set()).add(coding)
    found: list[_Group] = []
    for place, (codings, against) in enumerate(theme_codings(whole)):
        if wanted in (-1, int(themes.analysis[place])):
            candidates = [
                Candidate(coding, rank=0 if coding in placed.get(place, set()) else 1, against=speaks)
                for coding, speaks in zip(codings.tolist(), against.tolist(), strict=True)
            ]
            level = 2 + min(int(themes.depth[place]), 1)
            found.append((themes.labels[place], level, meanings.get(themes.ids[place], ""), candidates))
    return found


def _codes(whole: Snapshot) -> list[_Group]:
    codes, codings = whole.codes, whole.codings
    return [
        (codes.path(place), 2, "", [
            Candidate(row, against=bool(codings.denied[row])) for row in (codings.code == place).nonzero()[0].tolist()
        ])
        for place in range(len(codes))
    ]  # fmt: skip
