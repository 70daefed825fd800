"""Reports: a study as a document in Word, OpenDocument, HTML, PDF, Markdown or LaTeX.

    report(study, "peers.docx")
    report(study, "quotations.pdf", parts=("quotations",))

The format goes by the ending of the name. Everything comes from one tree of blocks (`document`), made by `parts`,
checked by `checking`, written by `renderers`. The same study at the same version gives the same bytes; in PDF only as
long as all letters are in the typefaces that come with it.

What a careful reader would get wrong: a report prints participants' words. Content notes are heeded unless `covered`
is set, real names are never printed, and a quotation that does not stand in its source, or that consent does not cover,
is listed, not printed. Writing a report does not put it on record: `record_product` does, with what `Written` says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crosscase.reports.errors import CannotWriteError, UnknownFormatError, UnknownPartError, WriterError

if TYPE_CHECKING:
    from crosscase.model import Id
    from crosscase.reports.document import Document, Unprinted
    from crosscase.reports.drawing import Drawer
    from crosscase.study import Study

SUFFIXES = (".docx", ".odt", ".html", ".pdf", ".md", ".tex")
"""The formats a report can have."""


class Written(msgspec.Struct, frozen=True):
    """What was written.

    Attributes:
        path: of the report.
        beside: pictures that lie beside it (Markdown, LaTeX).
        tables, figures, quotations: how many are in it.
        unprinted: quotations that were chosen and not printed, with the reason; never their words.
        version: of the study that it was made from.
        participants: ids of those whose words are in it.
        note: what else has to be known of this file; mostly nothing.
    """

    path: Path
    beside: tuple[Path, ...]
    tables: int
    figures: int
    quotations: int
    unprinted: tuple[Unprinted, ...]
    note: str = ""
    version: str = ""
    participants: tuple[Id, ...] = ()


def report(
    study: Study,
    path: str | Path,
    parts: Sequence[str] | None = None,
    *,
    ordered: bool = False,
    quotations: int = 4,
    covered: bool = False,
    analysis: str = "",
    include_unreviewed: bool = False,
    case: str = "",
    on: str = "",
    told: Callable[[str, int, int], None] = lambda _part, _done, _of: None,
) -> Written:
    """Write a report of the study as it stands, or as it was if it was opened `at` an earlier entry.

    Args:
        study: what to report.
        path: where to; its ending says the format. A file that is there is replaced.
        parts: which (`parts.PARTS`), all when None; in the order of the register.
        ordered: parts stand in the order in which they are named instead.
        quotations: at most so many for each theme; half as many again may speak against it.
        covered: print passages under content notes too.
        analysis: only the themes of this analysis.
        include_unreviewed: count codings by rule that nobody accepted like all others.
        case: a report to this case alone, with nothing from any other in it; it has parts of its own.
        on: the day of printing as an ISO date, for consents that end; today when empty.
        told: hears which part is begun, how many steps are done, of how many; last, with no part, of checking and
            writing.

    Raises:
        UnknownFormatError, UnknownPartError: the ending or a part is not one that reports have.
        NotFoundError, AmbiguousError: an analysis or case was named that cannot be found.
        CannotWriteError: the file cannot be written.
        WriterError: a program that writes documents failed.
    """
    from crosscase.reports.drawing import Drawer

    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise UnknownFormatError(target, SUFFIXES)
    if not target.parent.is_dir():
        raise CannotWriteError(target, f"there is no folder {target.parent}")
    with Drawer() as drawer:
        if not case and (not parts or "figures" in parts):
            # It takes a second to be ready; the tables are counted in the meantime.
            drawer.warm_up()
        from crosscase.reports.assemble import assemble
        from crosscase.reports.options import Options
        from crosscase.reports.within import recognisable, within

        options = Options(
            parts=tuple(parts or ()),
            ordered=ordered,
            quotations=quotations,
            covered=covered,
            analysis=analysis,
            include_unreviewed=include_unreviewed,
            case=case,
            on=on,
        )
        document, unprinted = within(study, options) if case else assemble(study, options, told)
        alone = recognisable(study, document, case) if case else ""
        return written_out(document, target, unprinted, alone, drawer=drawer)


def written_out(
    document: Document, target: Path, unprinted: tuple[Unprinted, ...], note: str = "", *, drawer: Drawer | None = None
) -> Written:
    """Write a document; the ending of the name says as what.

    Raises:
        CannotWriteError: the file cannot be written.
        WriterError: a program that writes documents failed.
    """
    from crosscase.reports.document import Figure, Quote, TableBlock
    from crosscase.reports.drawing import Drawer
    from crosscase.reports.renderers import FORMATS

    with nullcontext(drawer) if drawer else Drawer() as drawing:
        rendered = FORMATS[target.suffix.lower()](document, drawing, f"{target.stem}-figures")
    beside = [(target.parent / name, data) for name, data in rendered.beside.items()]
    _write(target, rendered.main, beside)
    return Written(
        target,
        tuple(place for place, _ in beside),
        tables=sum(1 for _ in document.of(TableBlock)),
        figures=sum(1 for _ in document.of(Figure)),
        quotations=sum(1 for _ in document.of(Quote)),
        unprinted=unprinted,
        note=" ".join(filter(None, (rendered.note, note))),
        version=document.version,
        participants=document.participants,
    )


def _write(target: Path, main: bytes, beside: Sequence[tuple[Path, bytes]]) -> None:
    """Each file whole or not at all; the report itself last."""
    for place, data in (*beside, (target, main)):
        draft = place.with_name(f".{place.name}.part")
        try:
            place.parent.mkdir(exist_ok=True)
            draft.write_bytes(data)
            draft.replace(place)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise CannotWriteError(place, error.strerror or str(error)) from error


__all__ = ["SUFFIXES", "CannotWriteError", "UnknownFormatError", "UnknownPartError", "WriterError", "Written", "report"]
