"""A study as a document: the parts that were asked for, numbered, with what could not be quoted at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

import msgspec

from crosscase.model import Id
from crosscase.model.table import Column, Table
from crosscase.reports.checking import Checker, checked, written
from crosscase.reports.document import Block, Document, Figure, Heading, Notice, TableBlock, Unprinted, plain
from crosscase.reports.errors import UnknownPartError
from crosscase.reports.options import Options
from crosscase.reports.parts import BUILDERS, PARTS
from crosscase.study import Study

_COLUMNS = (Column("whose", "Whose"), Column("where", "Where"), Column("why", "Why"))


def assemble(
    study: Study, options: Options, told: Callable[[str, int, int], None] = lambda _part, _done, _of: None
) -> tuple[Document, tuple[Unprinted, ...]]:
    """The document, every quotation in it checked against its source, and what could not be printed.

    `told` hears of each part as it is begun, and last of the checking and writing, which is a step like a part.

    Raises:
        UnknownPartError: a part was asked for that reports do not have.
        NotFoundError, AmbiguousError: an analysis was named that cannot be found.
    """
    for name in options.parts:
        if name not in BUILDERS:
            raise UnknownPartError(name, BUILDERS)
    settings = study.settings()
    blocks: list[Block] = [Notice(settings.invented)] if settings.invented else []
    unprinted: list[Unprinted] = []
    places: list[tuple[Id, int, int]] = []
    wanted = list(dict.fromkeys(options.parts)) if options.parts else [key for key, _ in PARTS]
    if not options.ordered:
        wanted = [key for key, _ in PARTS if key in wanted]
    for done, key in enumerate(wanted):
        told(key, done, len(wanted) + 1)
        part = BUILDERS[key](study, options)
        blocks += part.blocks
        unprinted += part.unprinted
        places += part.places
    told("", len(wanted), len(wanted) + 1)
    return finished(study, options, blocks, unprinted, places)


def finished(  # noqa: PLR0917 - what a document is made of
    study: Study,
    options: Options,
    blocks: Sequence[Block],
    unprinted: Sequence[Unprinted],
    places: Sequence[tuple[Id, int, int]] = (),
    subtitle: str = "Report of a comparative case study",
) -> tuple[Document, tuple[Unprinted, ...]]:
    """Blocks as a document: quotations checked, writing read, numbered, with what is on record of consent.

    Args:
        study: what it is made of.
        options: as it was asked for.
        blocks: in order.
        unprinted: what could not be quoted already.
        places: where words stand that are quoted outside of a quotation.
        subtitle: under the title.
    """
    settings, made_of = study.settings(), study.standpoint()
    document = Document(
        title=settings.title,
        subtitle=subtitle,
        moment=made_of.wall // 1000,
        blocks=tuple(blocks),
        invented=settings.invented,
        version=made_of.version,
    )
    checker = Checker(study, covered=options.covered, on=options.on)
    document, refused = checked(document, checker)
    document, repeated = written(document, checker)
    for source, start, end in places:
        checker.leaving.passage(source, start, end)
    every = dict.fromkeys((*unprinted, *refused, *repeated))
    # A code may be called what somebody said who may not be quoted.
    missing = tuple(Unprinted(*(checker.leaving.writing(one)[0] for one in msgspec.structs.astuple(e))) for e in every)
    last = (*_consent(checker.leaving.sentence()), *_listed(missing))
    whole = msgspec.structs.replace(
        document, blocks=(*document.blocks, *last), participants=checker.leaving.printed
    )  # fmt: skip
    return numbered(whole), missing


def _consent(sentence: str) -> tuple[Block, ...]:
    return (Heading("Consent to quotation"), plain(sentence)) if sentence else ()


def numbered(document: Document) -> Document:
    """The document with its tables and figures numbered as they come."""
    tables, figures = count(1), count(1)
    blocks = [
        msgspec.structs.replace(block, number=next(tables))
        if isinstance(block, TableBlock)
        else msgspec.structs.replace(block, number=next(figures))
        if isinstance(block, Figure)
        else block
        for block in document.blocks
    ]
    return msgspec.structs.replace(document, blocks=tuple(blocks))


def _listed(unprinted: Sequence[Unprinted]) -> tuple[Block, ...]:
    if not unprinted:
        return ()
    rows = tuple((each.whose, each.where, each.why) for each in unprinted)
    notes = ("These passages were chosen and not printed. Their words are not repeated here.",)
    table = Table(title="Quotations that were not printed", columns=_COLUMNS, rows=rows, notes=notes)
    return (Heading("Quotations not printed"), TableBlock(table=table))
