"""What a project names and does not have, settled after the whole of it was read.

A coding by a user who is not listed, to a code that is not in the codebook, a value of a variable that is not
declared: each is listed then, under a name that says so, and nothing is lost. References to a file's GUID in place of
its source are turned to the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from crosscase.importers.errors import UnreadableError
from crosscase.importers.refi.archive import Archive
from crosscase.importers.refi.texts import MOST_TEXT
from crosscase.importers.refi.told import Told
from crosscase.model.refi import (
    CodeElement,
    Guid,
    MediaElement,
    Project,
    TextElement,
    User,
    VariableElement,
    VariableType,
)
from crosscase.model.refi_values import guid_of


class Met(msgspec.Struct, frozen=True):
    """What was named anywhere in the file."""

    users: set[Guid]
    codes: set[Guid]
    variables: dict[Guid, VariableType]
    notes: set[Guid]


def settled(project: Project, met: Met, archive: Archive, told: Told) -> Project:
    """The project with everything listed that it names, and sources named by their own GUIDs."""
    users = _missing_users(project, met, told)
    codes = _missing_codes(project, met, told)
    variables = _missing_variables(project, met, told)
    project = msgspec.structs.replace(
        project,
        users=project.users + users,
        codes=project.codes + codes,
        variables=project.variables + variables,
    )
    project = _files_to_sources(project, archive, told)
    if not met.notes <= {note.guid for note in project.notes}:
        _dangling_notes(project, told)
    return project


def _missing_users(project: Project, met: Met, told: Told) -> tuple[User, ...]:
    there = {user.guid for user in project.users}
    made = tuple(User(guid=guid, name=f"Unknown user {guid[:8]}") for guid in sorted(met.users - there))
    for user in made:
        what = f"The file names this user as having made something and does not list them; {user.name!r} was added."
        told.repaired("users who are not listed", f"user {user.guid}", what)
    return made


def _missing_codes(project: Project, met: Met, told: Told) -> tuple[CodeElement, ...]:
    there = set(_all_codes(project.codes))
    cases = {case.guid: case.name or "" for case in project.cases}
    made = []
    for guid in sorted(met.codes - there):
        name = cases.get(guid) or f"Unknown code {guid[:8]}"
        what = "It is the GUID of a case" if guid in cases else "It is not in the codebook"
        told.repaired("codes that are not listed", f"code {guid}", f"{what}; a code {name!r} was added.")
        made.append(CodeElement(guid=guid, name=name))
    return tuple(made)


def _missing_variables(project: Project, met: Met, told: Told) -> tuple[VariableElement, ...]:
    there = {variable.guid for variable in project.variables}
    made = []
    for guid, type in sorted(met.variables.items()):
        if guid not in there:
            what = "It has values and is not declared; it was added."
            told.repaired("variables that are not declared", f"variable {guid}", what)
            made.append(VariableElement(guid=guid, name=f"Unknown variable {guid[:8]}", type=type))
    return tuple(made)


def _all_codes(codes: Iterable[CodeElement]) -> Iterable[Guid]:
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        waiting += code.codes
        yield code.guid


def _files_to_sources(project: Project, archive: Archive, told: Told) -> Project:
    """`SourceRef` and `MemberSource` that name the file of a source rather than the source."""
    there = {source.guid for source in project.sources}
    named = {guid for case in project.cases for guid in case.sources}
    named = (named | {guid for each in project.sets for guid in each.sources}) - there
    if not named:
        return project
    files = _files(project, named, archive)

    def turned(guids: tuple[Guid, ...], place: str) -> tuple[Guid, ...]:
        for guid in guids:
            if guid in files:
                what = f"{guid} is the GUID of a file; its source {files[guid]} is meant."
                told.repaired("sources named by their file", place, what)
            elif guid not in there:
                told.lost("sources that are not there", place, f"It names a source {guid} that is not there.")
        return tuple(dict.fromkeys(files.get(guid, guid) for guid in guids))

    replaced = msgspec.structs.replace
    return replaced(
        project,
        cases=tuple(
            replaced(one, sources=turned(one.sources, f"case “{one.name or one.guid}”")) for one in project.cases
        ),
        sets=tuple(replaced(one, sources=turned(one.sources, f"set “{one.name}”")) for one in project.sets),
    )


def _files(project: Project, named: set[Guid], archive: Archive) -> dict[Guid, Guid]:
    """The sources of files that are named: by the path of the source, or by the same words.

    QualCoder 3.9 writes each text twice, without and with a byte order mark, and names the first in cases.
    """
    files: dict[Guid, Guid] = {}
    by_words: dict[str, Guid] = {}
    for source in project.sources:
        for path in _paths(source):
            guid = guid_of(path.rpartition("/")[2].partition(".")[0])
            if guid in named:
                files.setdefault(guid, source.guid)
        if isinstance(source, TextElement) and source.text:
            by_words.setdefault(_plain(source.text), source.guid)
    for guid in named - files.keys():
        if archive.find(f"{guid}.txt"):
            try:
                words = _plain(archive.read(f"{guid}.txt", MOST_TEXT).decode("utf-8", "replace"))
            except UnreadableError:
                continue
            if words in by_words:
                files[guid] = by_words[words]
    return files


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _paths(source: TextElement | MediaElement) -> tuple[str, ...]:
    if isinstance(source, TextElement):
        return (source.plain_path, source.rich_path)
    within = (source.text.plain_path, source.text.rich_path) if source.text is not None else ()
    return (source.path, *within)


def _dangling_notes(project: Project, told: Told) -> None:
    there = {note.guid for note in project.notes}

    def look(notes: tuple[Guid, ...], place: Callable[[], str]) -> None:
        for guid in notes:
            if guid not in there:
                told.lost("notes that are not there", place(), f"It refers to a note {guid} that is not there.")

    look(project.note_refs, lambda: "the project")
    for source in project.sources:
        look(source.notes, lambda source=source: f"source “{source.name}”")  # type: ignore[misc]
        for selection in source.selections:
            look(selection.notes, lambda selection=selection: f"selection {selection.guid}")  # type: ignore[misc]
            for coding in selection.codings:
                look(coding.notes, lambda coding=coding: f"coding {coding.guid}")  # type: ignore[misc]
    waiting = list(project.codes)
    while waiting:
        code = waiting.pop()
        waiting += code.codes
        look(code.notes, lambda code=code: f"code “{code.name}”")  # type: ignore[misc]
