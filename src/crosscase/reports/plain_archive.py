"""A study as a folder that can be read without any software, and from which it is made again without loss.

    plain_archive(study, "peers-archive")          # to a folder
    crosscase.store.plain.from_plain(folder / "journal", Path("again.crosscase"))

Transcripts are text files, the codebook and memos Markdown, everything else tables (csv) with a line for each thing;
the journal lies beside them as JSON lines with the words and the original files, and it alone is what a study is made
of again.

What a careful reader would get wrong: this is no data package. Nothing is held back but writing that is somebody
else's alone; it holds real names and words of people who agreed to no deposit, and is kept as safe as the study is.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from crosscase.model import KINDS, Code, Id, Member, Memo, Source
from crosscase.reads.codebook import CodeLine, codebook
from crosscase.reports.data_package import as_csv, of_rows
from crosscase.reports.folders import new_folder, write_folder
from crosscase.store.plain import (
    ENTRIES,
    FILES,
    SIGNATURES,
    WORDS,
    entry_lines,
    original,
    original_names,
    signature_lines,
    word_lines,
)
from crosscase.store.store import Store
from crosscase.study import Study

_UNFIT = re.compile(r"[^\w.-]+")


class Archived(msgspec.Struct, frozen=True):
    """What was written: where, how many entries, texts and original files, and the digest of what the study holds."""

    folder: Path
    entries: int
    texts: int
    files: int
    digest: str


def plain_archive(study: Study, folder: str | Path) -> Archived:
    """Write a study as a folder of plain text, with the working member's own private writing and nobody else's.

    Args:
        folder: a new one, or an empty one. It is written whole or not at all.

    Raises:
        CannotWriteError: there is something in the folder, or it cannot be written.
    """
    target = new_folder(folder)
    # A copy is one state of the study while others go on writing, and is without what is somebody else's alone.
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.absolute().parent) as held:
        place = Path(held, "copy.crosscase")
        study.copy_to(place, own_memos=True)
        with Study(Store.at_path(place, passphrase=study.store.key), reading_only=True) as copy:
            return _written(copy, target)


def _written(study: Study, target: Path) -> Archived:
    store = study.store
    sources = sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
    names = _file_names(sources)
    originals = original_names(store)
    digest = study.dump_digest()
    files: dict[str, str | bytes | Iterable[bytes]] = {}
    for one in sources:
        if text := study.text(one.id):
            files[f"texts/{names[one.id]}.txt"] = text
    texts = len(files)
    files["codebook.md"] = _codebook(study)
    files["memos.md"] = _memos(study)
    for kind in KINDS:
        table = of_rows(kind, study.rows(kind.row), lambda value: value)
        if table.rows:
            files[f"tables/{kind.name}.csv"] = as_csv(table)
    files[f"journal/{ENTRIES}"] = entry_lines(store)
    files[f"journal/{WORDS}"] = word_lines(store)
    files[f"journal/{SIGNATURES}"] = signature_lines(store)
    for name in originals:
        files[f"journal/{FILES}/{name}"] = original(store, name)
    entries = len(store.headers())
    files["README.md"] = _read_me(study, entries, texts, len(originals), digest)
    write_folder(target, files)
    return Archived(target, entries, texts, len(originals), digest)


def _file_names(sources: Iterable[Source]) -> dict[Id, str]:
    """A file name for each source, one that every system can have."""
    taken: set[str] = set()
    names: dict[Id, str] = {}
    for one in sources:
        plain = _UNFIT.sub("-", one.name).strip("-.")[:80] or "source"
        name = plain if plain.casefold() not in taken else f"{plain}-{one.id[-8:]}"
        taken.add(name.casefold())
        names[one.id] = name
    return names


def _codebook(study: Study) -> str:
    return "\n".join(["# Codebook", "", *(part for line in codebook(study.store) for part in _code(line))]) + "\n"


def _code(line: CodeLine) -> Iterator[str]:
    code: Code = line.code
    yield f"{'#' * min(6, 2 + line.path.count(' / '))} {code.name}"
    yield ""
    for heading, words in (
        ("", code.definition), ("Use it for: ", code.inclusion), ("Not for: ", code.exclusion),
        ("Example: ", code.example), ("Properties: ", code.properties),
    ):  # fmt: skip
        if words:
            yield f"{heading}{words}"
            yield ""
    yield f"Codings: {line.codings:,}, in {line.sources:,} sources."
    yield ""


def _memos(study: Study) -> str:
    authors = {one.id: one.name for one in study.rows(Member)}
    parts = ["# Memos", ""]
    for memo in study.rows(Memo):
        if memo.title or memo.text:
            parts += [f"## {memo.title or 'Untitled'}", "", f"{memo.nature}, by {authors.get(memo.member, '')}", ""]
            parts += [memo.text, ""]
    return "\n".join(parts) + "\n"


def _read_me(study: Study, entries: int, texts: int, files: int, digest: str) -> str:
    settings = study.settings()
    return f"""\
# {settings.title}

{settings.invented}

This folder holds a whole study as plain text: everything in it can be read without any program. It was written by
crosscase, and holds words and names of people who may have agreed to no deposit: keep it as safe as the study itself.

* `texts/`: {texts:,} transcripts and documents as they read now (UTF-8, one line feed at each line's end).
* `codebook.md`, `memos.md`: codes with all that is written about them; memos.
* `tables/`: a csv file for each kind of thing, a line for each, with its id; columns that name others hold their ids.
  Places (`start`, `end`) count Unicode code points of the text from 0; `end` is the first that no longer belongs to it.
* `journal/`: what the study is made of again. `{ENTRIES}` has a line for each of its {entries:,} acts with who, when,
  what and why; `{WORDS}` all writing, under the digests that the acts name; `{SIGNATURES}` signatures; `{FILES}/` the
  {files:,} original files under their digests (BLAKE2b-256). Removed and earlier versions are in it too.

To make a study of it again: `crosscase new STUDY --from THIS-FOLDER`. What it then holds has the digest

    {digest}
"""
