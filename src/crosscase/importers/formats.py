"""Every format that comes in, in one list: what `--format` names, `crosscase formats` prints, and a file turns out as.

A format says of a file (or folder) whether it is its own, by the name and the first bytes, and reads it into a
`Bundle`. To add one, write a module with `SUFFIXES`, `identify` and `read` as `Importer` has them and add a line to
`FORMATS`. The first that fits is taken, so the more particular stand above the more general; what fits none is left to
the importers of documents and to the study tables.

What a careful reader would get wrong: many programs write `.csv`, `.xlsx` and `.json`. `identify` must go by what only
that program writes (its columns, its keys), never by the ending alone, or it takes study tables away from a study.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from crosscase.errors import BadValueError
from crosscase.importers import coded, refi, surveys
from crosscase.importers.annotations import brat, cas, catma, doccano, label_studio, web_annotation, webanno
from crosscase.importers.options import Options
from crosscase.importers.projects import qualcoder, rqda, taguette
from crosscase.model.bundle import Bundle

HEAD = 8192
"""Bytes shown to `identify`."""

Identify = Callable[[Path, bytes], bool]
Read = Callable[[Path, Options], Bundle]


class Importer(Protocol):
    """What each module of a format has."""

    SUFFIXES: tuple[str, ...]

    def identify(self, path: Path, head: bytes) -> bool:
        """Whether the file's name and first bytes are of this format."""

    def read(self, path: Path, options: Options) -> Bundle:
        """What the file holds; raises an `UnreadableError` for the file as a whole."""


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that comes in.

    Attributes:
        name: for `--format`.
        title: what it is, in words, for somebody who has such a file.
        endings: of its files; of a folder as well, where it is one (`.qda`).
        identify: whether the file (or folder, with no bytes) is of this format.
        read: what it holds; None: a whole project, which has a verb of its own and is taken in by itself.
        folder: it is a folder.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    identify: Identify
    read: Read | None = None
    folder: bool = False


class UnknownFormatNameError(BadValueError):
    """`--format` names none."""

    code = "unknown-format-name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"There is no format {name!r}. There are {', '.join(known)}.")


class WholeProjectError(BadValueError):
    """A project among other files."""

    code = "whole-project"

    def __init__(self, title: str) -> None:
        super().__init__(f"This is a whole project ({title}). Take it in by itself: crosscase import STUDY FILE.")


REFI = Format(
    name="refi",
    title="REFI-QDA project or codebook, from NVivo, ATLAS.ti, MAXQDA, QualCoder and others",
    endings=(".qdpx", ".qdc"),
    identify=refi.identify,
)


def _tool(module: Importer, name: str, title: str, *, folder: bool = False) -> Format:
    return Format(
        name=name, title=title, endings=module.SUFFIXES, identify=module.identify, read=module.read, folder=folder
    )


PROJECTS: tuple[Format, ...] = (
    _tool(qualcoder, "qualcoder", "QualCoder project: its .qda folder, with pictures and recordings", folder=True),
    _tool(qualcoder, "qualcoder-data", "QualCoder project: the database data.qda alone"),
    _tool(rqda, "rqda", "RQDA project"),
    _tool(taguette, "taguette", "Taguette project (SQLite)"),
)
"""Of other programs, whole."""

ANNOTATIONS: tuple[Format, ...] = (
    _tool(surveys, "survey", "surveys: SPSS, Stata, Qualtrics, SurveyMonkey; with --format survey any csv or xlsx"),
    _tool(brat, "brat", "brat standoff: .ann with its .txt beside it"),
    _tool(webanno, "webanno", "WebAnno TSV 3, of WebAnno and INCEpTION"),
    _tool(cas, "cas", "UIMA CAS of INCEpTION and others: XMI, alone or zipped, and CAS JSON"),
    _tool(catma, "catma", "CATMA: annotation collections as TEI with the text beside it, and its JSON"),
    _tool(doccano, "doccano", "doccano's JSONL"),
    _tool(label_studio, "label-studio", "Label Studio: JSON and JSON-MIN of texts"),
    _tool(web_annotation, "web-annotation", "W3C Web Annotation (JSON-LD) and Hypothesis's JSON"),
)
"""What annotation and survey tools save."""

CODED = _tool(
    coded, "coded", "coded quotations in tables: MAXQDA, NVivo, ATLAS.ti, Dedoose, Delve, Taguette, or your own"
)

FORMATS: tuple[Format, ...] = (REFI, *PROJECTS, *ANNOTATIONS, CODED)
"""In the order in which they are tried."""

DOCUMENTS: dict[str, str] = {
    "text": "plain text and Markdown",
    "captions": "captions with speakers and times",
    "akoma": "debates in Akoma Ntoso",
    "pandoc": "Word, OpenDocument, EPUB, RTF and HTML",
    "pdf": "PDF with text in it",
    "study_tables": "tables of a study: cases, participants, documents, frame, codebook, attributes",
}
"""The importers of documents and tables (`importers.IMPORTERS`), in words; their names are for `--format` as well."""


def named(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormatNameError: there is none.
    """
    for each in every():
        if each.name == name:
            return each
    raise UnknownFormatNameError(name, (each.name for each in every()))


def every() -> tuple[Format, ...]:
    """All formats that come in, the importers of documents last."""
    from crosscase.importers import IMPORTERS

    documents = (
        _tool(importer, name := importer.__name__.rpartition(".")[2], DOCUMENTS[name])  # type: ignore[attr-defined] # importers are modules
        for importer in IMPORTERS
    )
    return (*FORMATS, *documents)


def format_of(path: Path) -> Format | None:
    """The first of `FORMATS` that a file or folder is of; None: a document, a table, or nothing that is known."""
    folder = path.is_dir()
    likely = [each for each in FORMATS if each.folder == folder]
    if not likely:
        return None
    head = b""
    if not folder:
        try:
            with path.open("rb") as opened:
                head = opened.read(HEAD)
        except OSError:
            return None
    return next((each for each in likely if _fits(each, path, head)), None)


def _fits(each: Format, path: Path, head: bytes) -> bool:
    try:
        return each.identify(path, head)
    except Exception:  # noqa: BLE001 - what one file does to one format may not cost the other files; reading says why
        return False


def claimed(paths: Sequence[Path], name: str = "") -> dict[Path, Format]:
    """What of these files and folders, and of what lies in the folders, is of one of `FORMATS`.

    Args:
        name: of the format that all that was given is of, whatever it looks like.
    """
    if name:
        return dict.fromkeys(paths, named(name))
    found: dict[Path, Format] = {}
    endings = {ending for each in FORMATS for ending in each.endings}
    for path in paths:
        here = format_of(path)
        if here is not None:
            found[path] = here
        elif path.is_dir():
            for below, folders, files in os.walk(path):
                for one in sorted((*folders, *files)):
                    inner = Path(below, one)
                    # A link that leads out of what was given is left to be refused as every other.
                    outside = inner.is_symlink() and not inner.resolve().is_relative_to(path.resolve())
                    if inner.suffix.lower() in endings and not one.startswith((".", "~$")) and not outside:
                        fits = format_of(inner)
                        if fits is not None:
                            found[inner] = fits
                # What is a project as a whole is not gone through for documents.
                folders[:] = [one for one in folders if Path(below, one) not in found and not one.startswith(".")]
    return found
