"""From files to a `Bundle`: which importers there are, and the one function that uses them.

Each importer is a module with `SUFFIXES`, `identify` (do the name and the first bytes fit?) and `read` (a file →
`Bundle`, or an `UnreadableError` that says why not). To add one, write the module and add its line below.
The study is never touched here: the import command shows what the bundle holds and then records it.

`read_path` reads one file, several, or a folder with study tables. One bad file never stops the rest: it becomes a
`Refusal`, and nothing of it is in the bundle. Files in = documents + tables + refusals + files left alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec

from crosscase.errors import CrosscaseError
from crosscase.importers import akoma, captions, pandoc, pdf, study_tables, text
from crosscase.importers.errors import OtherContentError, UnknownFormatError, UnreadableError
from crosscase.importers.folder import (
    Listed,
    Planned,
    as_described,
    compare_turns,
    find_described,
    interviewers_of,
    left_alone,
    list_files,
    name_of,
    options_for,
    put_together,
    spoken_of,
)
from crosscase.importers.foreign import said_of
from crosscase.importers.formats import FORMATS, HEAD, Format, Importer, WholeProjectError, claimed
from crosscase.importers.guard import ForeignFileError, examine
from crosscase.importers.options import DEFAULT, Options, Progress
from crosscase.importers.source_tables import Described
from crosscase.importers.study_tables import StudyTables
from crosscase.importers.tabular import Sheet, read_sheets
from crosscase.model.bundle import Bundle, Document, Refusal

IMPORTERS: tuple[Importer, ...] = (
    text,
    captions,
    akoma,
    pandoc,
    pdf,
    study_tables,
)  # fmt: skip


def read_path(
    path: Path | Sequence[Path], *, options: Options = DEFAULT, progress: Progress | None = None, format: str = ""
) -> Bundle:
    """Everything that a file, a folder, or several of them hold.

    Args:
        path: a folder laid out as a study has its tables joined with the files they name.
        progress: called before each file with files done, files in all, and the file.
        format: the name of the format that everything is of (`formats.every`); empty: find out.

    Raises:
        UnknownFormatNameError: there is no such format.
    """
    paths = [path] if isinstance(path, Path) else path
    others_own = claimed(paths, format)
    files = list_files(paths)
    if others_own:
        files = [one for one in files if others_own.keys().isdisjoint((one.path, *one.path.parents))]
    run = _Run(options, progress, len(files) + len(others_own), paths)
    run.projects(others_own)
    # A text that annotations brought along is not read a second time for itself.
    brought = {document.original for bundle in run.bundles for document in bundle.documents}
    files = [one for one in files if one.path not in brought]
    tables = [file for file in files if file.path.suffix.lower() in study_tables.SUFFIXES]
    others = [file for file in files if file.path.suffix.lower() not in study_tables.SUFFIXES]
    read = run.tables(tables)
    return run.documents(others, tables, read)


def read_file(path: Path, *, options: Options = DEFAULT, within: Path | None = None) -> Bundle:
    """What one file holds.

    Args:
        within: the folder that was given; a symbolic link may not lead out of it.

    Raises:
        UnreadableError: it is not taken in; the reason says why.
    """
    try:
        examine(path, within=within)
    except ForeignFileError:
        # An archive or a database is told by its bytes; whose it is, only the ending says.
        if seems := said_of(path.suffix):
            raise UnknownFormatError(path.suffix, (), seems) from None
        raise
    with path.open("rb") as opened:
        head = opened.read(HEAD)
    for importer in IMPORTERS:
        if importer.identify(path, head):
            return importer.read(path, options)
    if fits := [each.title for each in FORMATS if path.suffix.lower() in each.endings]:
        raise OtherContentError(path.suffix, fits)
    endings = tuple(suffix for importer in IMPORTERS for suffix in importer.SUFFIXES)
    raise UnknownFormatError(path.suffix, endings, said_of(path.suffix))


class _Run:
    """One import: what was read so far, and what was refused."""

    def __init__(self, options: Options, progress: Progress | None, total: int, given: Sequence[Path]) -> None:
        self.given = given
        self.options = options
        self.progress = progress
        self.total = total
        self.done = 0
        self.bundles: list[Bundle] = []
        self.names: dict[str, str] = {}
        self.claims: dict[str, tuple[Format, Path, Bundle]] = {}

    def projects(self, found: dict[Path, Format]) -> None:
        """What other programs wrote, each by its own reader."""
        for path, format_ in found.items():
            name = name_of(path, self.given)
            act = partial(self._project, path, format_, name)
            self._attempt(Listed(path, name), act)

    def _project(self, path: Path, format_: Format, name: str) -> None:
        if format_.read is None:
            raise WholeProjectError(format_.title)
        bundle = spoken_of(format_.read(path, self.options), path.name, name)
        self.bundles.append(bundle)
        if len(bundle.documents) == 1 and bundle.documents[0].original is not None:
            self.claims[os.path.realpath(bundle.documents[0].original)] = (format_, path, bundle)
        self.names[str(path)] = name

    def tables(self, files: list[Listed]) -> StudyTables:
        """All study tables, read together."""
        sheets: list[Sheet] = []
        for file in files:
            self._attempt(file, lambda file=file: sheets.extend(self._sheets(file)))  # type: ignore[misc]
        read = study_tables.read_tables(sheets, self.options)
        self.bundles.insert(0, read.bundle)
        return read

    def documents(self, files: list[Listed], tables: list[Listed], read: StudyTables) -> Bundle:
        """The documents: those that tables name, and the others."""
        planned = self._plan(files, tables, read)
        self.total = self.done + len(planned)
        others = interviewers_of(read)
        counted: list[tuple[Described, Document]] = []
        for one in planned:
            self._attempt(one.file, lambda one=one: self._document(one, read, others, counted))  # type: ignore[misc]
        self.bundles.append(Bundle(choices=compare_turns(counted)))
        return put_together(self.bundles, self.names)

    def _plan(self, files: list[Listed], tables: list[Listed], read: StudyTables) -> list[Planned]:
        """Which files are read, and with which row."""
        by_name = {table.name: table for table in tables}
        bases = {table.name: os.path.realpath(table.path.parent) for table in tables}
        planned: list[Planned] = []
        for described in read.documents:
            if not described.file:
                continue
            try:
                planned.append(
                    Planned(
                        find_described(described, by_name[described.sheet.file], bases[described.sheet.file]), described
                    )
                )
            except UnreadableError as error:
                self._refuse(described.sheet.file, error)
        named = {one.file.path for one in planned} | {Path(one.file.real_path) for one in planned}
        rest = [file for file in files if file.path not in named and Path(file.real_path) not in named]
        if not read.documents:
            return [*planned, *map(Planned, rest)]
        # Files that were given by name are always read.
        self.bundles.append(Bundle(choices=left_alone([file for file in rest if file.within is not None])))
        return [*planned, *(Planned(file) for file in rest if file.within is None)]

    def _sheets(self, file: Listed) -> tuple[Sheet, ...]:
        examine(file.path, within=file.within)
        return read_sheets(file.path, name=file.name, encoding=self.options.encoding)

    def _document(
        self, one: Planned, read: StudyTables, others: frozenset[str], counted: list[tuple[Described, Document]]
    ) -> None:
        known = self.options.known
        options = self.options.but(known=msgspec.structs.replace(known, people=read.people))
        if one.described:
            options = options_for(one.described, self.options, read.people, others)
        claim = self.claims.get(one.file.real_path) if one.described else None
        if claim is None:
            bundle = read_file(one.file.path, options=options, within=one.file.within)
        else:
            # It was read for what another program says of it; now it is known whose it is.
            format_, path, before = claim
            if format_.read is None:
                raise WholeProjectError(format_.title)
            self.bundles = [each for each in self.bundles if each is not before]
            bundle = format_.read(path, options)
        bundle = spoken_of(bundle, one.file.path.name, one.file.name)
        if one.described:
            bundle = as_described(bundle, one.described)
            counted.extend((one.described, document) for document in bundle.documents[:1])
        self.bundles.append(bundle)
        self.names[str(one.file.path)] = one.file.name

    def _attempt(self, file: Listed, act: Callable[[], None]) -> None:
        """Read one file; whatever goes wrong with it is said, and the rest goes on."""
        if self.progress:
            self.progress(self.done, self.total, file.path)
        self.done += 1
        try:
            act()
        except CrosscaseError as error:
            self._refuse(file.name, error)
        except OSError as error:
            reason = f"It could not be opened ({error.strerror or error})."
            self.bundles.append(Bundle(refusals=(Refusal(file=file.name, place="", reason=reason),)))
        except Exception as error:  # noqa: BLE001 - a parser that fails on one file may not cost the other four hundred
            reason = f"It could not be read: {type(error).__name__}. Please report this with the file."
            self.bundles.append(Bundle(refusals=(Refusal(file=file.name, place="", reason=reason),)))

    def _refuse(self, name: str, error: CrosscaseError) -> None:
        place = error.place if isinstance(error, UnreadableError) else ""
        reason = error.reason if isinstance(error, UnreadableError) else error.message
        self.bundles.append(Bundle(refusals=(Refusal(file=name, place=place, reason=reason),)))
