"""Which files are read, and how the rows of documents tables come to the files they name.

Given files and folders, everything below a folder is found except hidden files. Tables are read first; the
files that a documents table names are then read knowing who takes part in them, and files beside it that it
does not name are left alone and listed, because a folder of a study holds much that is no source. In a folder
without such a table every file is read.

A name in a table may not lead out of the table's folder, not even by a symbolic link.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from crosscase.importers.errors import MissingFileError, OutsideError
from crosscase.importers.options import Known, Options, People, folded
from crosscase.importers.source_tables import Described
from crosscase.importers.study_tables import StudyTables
from crosscase.model.bundle import Bundle, Choice, Document, MemoRecord, joined


class Listed(msgspec.Struct, frozen=True):
    """A file to be read, and the name under which it is spoken of."""

    path: Path
    name: str
    within: Path | None = None
    real: str = ""

    @property
    def real_path(self) -> str:
        """Where it really lies, links followed."""
        return self.real or os.path.realpath(self.path)


class Planned(msgspec.Struct, frozen=True):
    """A file, and what a documents table says about it."""

    file: Listed
    described: Described | None = None


def list_files(paths: Sequence[Path]) -> list[Listed]:
    """Every file that is meant, each once, in the order of names."""
    found: dict[Path, Listed] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                below = file.relative_to(path)
                if not file.is_dir() and not any(part.startswith((".", "~$")) for part in below.parts):
                    found.setdefault(file, Listed(file, below.as_posix(), path))
        else:
            found.setdefault(path, Listed(path, path.name))
    return list(found.values())


def name_of(path: Path, given: Sequence[Path]) -> str:
    """How a file is spoken of: below the folder that was given, else by its own name."""
    base = next((one for one in given if one != path and path.is_relative_to(one)), None)
    return path.relative_to(base).as_posix() if base else path.name


def spoken_of(bundle: Bundle, own: str, name: str) -> Bundle:
    """The same, where every place that is said begins with the name of the file.

    Args:
        own: the file's own name, as its reader may have said it.
        name: how it is spoken of among the files that were given.
    """

    def place(said: str) -> str:
        if said == own or said.startswith((f"{own},", f"{own}:")):
            return name + said.removeprefix(own)
        return f"{name}, {said}" if said else name

    def placed(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            msgspec.structs.replace(one, place=to) if (to := place(one.place)) != one.place else one for one in records
        )

    fields = ("choices", "losses", "codings", "marks", "memos", "answers")
    changed: dict[str, Any] = {field: placed(found) for field in fields if (found := getattr(bundle, field))}
    if bundle.refusals and own != name:
        changed["refusals"] = tuple(
            msgspec.structs.replace(one, file=name) if one.file == own else one for one in bundle.refusals
        )
    return msgspec.structs.replace(bundle, **changed)


def find_described(described: Described, table: Listed, real_base: str) -> Listed:
    """The file that a row of a documents table names.

    Args:
        real_base: where the table's folder really lies.

    Raises:
        OutsideError: the name leads out of the table's folder.
        MissingFileError: there is no such file.
    """
    base, folder = table.path.parent, Path(table.name).parent
    place = described.sheet.place(described.row)
    name = described.file.replace("\\", "/")
    # The same letters may be written in two ways in a name (NFC and NFD) and look alike.
    for spelt in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
        path = base / spelt
        try:
            real = os.path.realpath(path)
            if not real.startswith(real_base.rstrip(os.sep) + os.sep):
                raise OutsideError(described.file, place)
            if os.path.isfile(real):  # noqa: PTH113 - a Path for each of a thousand files costs more than reading them
                return Listed(path, (folder / spelt).as_posix(), None, real)
        except (OSError, ValueError, RuntimeError):
            continue
    raise MissingFileError(described.file, place)


def options_for(described: Described, options: Options, people: People, others: frozenset[str]) -> Options:
    """What an importer is told about the file of a row."""
    known = Known(
        people=people,
        here=described.participants,
        case=described.case,
        interviewers=described.interviewers,
        others=others,
    )
    return options.but(known=known, nature=described.nature or options.nature)


def interviewers_of(tables: StudyTables) -> frozenset[str]:
    """Everybody who is named as interviewer of some document, folded."""
    return frozenset(folded(name) for one in tables.documents for name in one.interviewers)


def as_described(bundle: Bundle, described: Described) -> Bundle:
    """What was read from a file, with what the table says about it."""
    if not bundle.documents:
        return bundle
    document = msgspec.structs.replace(
        bundle.documents[0],
        key=described.key,
        name=described.name,
        case=described.case,
        participants=described.participants,
        interview=described.interview.name if described.interview else "",
        language=described.language or bundle.documents[0].language,
        date=described.date or bundle.documents[0].date,
        file=described.file,
        attributes=described.attributes,
    )
    keyed = with_key(bundle, bundle.documents[0].key, document.key)
    return msgspec.structs.replace(keyed, documents=(document, *bundle.documents[1:]))


def compare_turns(read: Sequence[tuple[Described, Document]]) -> tuple[Choice, ...]:
    """Whether as many turns were found as the documents tables say."""
    files: dict[str, list[tuple[str, str, int]]] = {}
    for described, document in read:
        if described.turns:
            found = (described.key, described.turns, count_labelled(document))
            files.setdefault(described.sheet.file, []).append(found)
    said: list[Choice] = []
    for file, counts in files.items():
        other = [f"{key} {stated}, found {found}" for key, stated, found in counts if stated != str(found)]
        what = f"As many turns as the table says in {len(counts) - len(other)} of {len(counts)} documents"
        shown = "; others: " + "; ".join(other[:5]) + (" …" if len(other) > 5 else "") if other else ""
        said.append(Choice(place=file, what=f"{what}{shown}."))
    return tuple(said)


def count_labelled(document: Document) -> int:
    """How often a speaker takes the floor: turns with a label before them, not those that go on after a note."""
    labels = [speaker.label for speaker in document.speakers]
    text = document.text
    count = last = 0
    for turn in (*document.turns, None):
        gap = text[last : turn.start if turn else len(text)].strip()
        if "\n" in gap:
            # A label may have no words after it, and then another follows.
            count += sum(any(label in line for label in labels) for line in gap.split("\n"))
        elif gap and (turn is None or turn.speaker):
            count += 1
        last = turn.end if turn else last
    return count


def left_alone(files: Sequence[Listed]) -> tuple[Choice, ...]:
    """Says which files beside a documents table were not read."""
    folders = Counter(str(Path(file.name).parent) for file in files)
    parts = [
        f"{number} in {folder}" if folder != "." else ", ".join(file.name for file in files if "/" not in file.name)
        for folder, number in folders.items()
    ]
    what = f"No table names these files, and they were left alone: {'; '.join(parts)}."
    return (Choice(place="", what=what),) if files else ()


def with_key(bundle: Bundle, old: str, new: str) -> Bundle:
    """The same, where what lies in a document or is about it goes by another key of it."""
    if old == new:
        return bundle
    changed: dict[str, tuple[Any, ...]] = {}
    for name in ("codings", "marks", "memos"):
        records = getattr(bundle, name)
        if any(one.document == old for one in records):
            changed[name] = tuple(
                msgspec.structs.replace(one, document=new) if one.document == old else one for one in records
            )
    memos: tuple[MemoRecord, ...] = changed.get("memos", bundle.memos)
    changed["memos"] = tuple(
        msgspec.structs.replace(one, about=new) if one.about_kind == "document" and one.about == old else one
        for one in memos
    )
    return msgspec.structs.replace(bundle, **changed)


def with_own_keys(bundles: Sequence[Bundle], names: dict[str, str]) -> list[Bundle]:
    """Documents with keys that differ: where two have the same, their names below the folder are taken.

    A document that comes several times, once from each of its annotators, is one.

    Args:
        names: how each original is spoken of, by its path.
    """
    every = [document for bundle in bundles for document in bundle.documents]
    times = Counter(key for key, _, _ in {(one.key, one.text, str(one.original or "")) for one in every})
    seen: set[tuple[str, str]] = set()
    taken: set[str] = set()
    found: list[Bundle] = []
    for bundle in bundles:
        here = bundle
        documents: list[Document] = []
        for document in bundle.documents:
            key = document.key
            if document.original is None and times[key] == 1 and (key, document.text) in seen:
                continue
            seen.add((key, document.text))
            if times[key] > 1:
                name = names.get(str(document.original), document.file)
                key = name.removesuffix(Path(name).suffix)
                if key in taken:
                    key = name
                here = with_key(here, document.key, key)
            taken.add(key)
            same = key == document.key
            documents.append(document if same else msgspec.structs.replace(document, key=key, name=key))
        found.append(msgspec.structs.replace(here, documents=tuple(documents)))
    return found


def put_together(bundles: list[Bundle], names: dict[str, str]) -> Bundle:
    """Everything as one bundle."""
    return joined(with_own_keys(bundles, names))
