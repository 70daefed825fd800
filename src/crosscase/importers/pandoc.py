"""Read documents (.docx, .odt, .html, .epub, and .rtf) into text with turns.

Word, OpenDocument, HTML and EPUB go through the pandoc program that comes with `pypandoc_binary`: as a process of
its own, in its sandbox (no other file, no network), with limits of time and memory, fed through a pipe. It gives
its document tree as JSON, which `flatten` makes text. RTF has a reader of our own (`rtf`), since pandoc's loses
words. `guard` has looked at every file before.

What was left out is listed in the bundle: tracked changes are accepted, comments, text boxes, page heads, pictures
stay outside. Where fewer letters come back than went in, that is listed too.

What a careful reader would get wrong: the ending of a name decides nothing here. A `.doc` that is RTF inside is
read as RTF, and says so in the choices.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

import msgspec

from crosscase.importers import opendocument, word
from crosscase.importers.documents import as_document
from crosscase.importers.encoding import decode
from crosscase.importers.errors import UnreadableError, WrongContentError
from crosscase.importers.flatten import Flat, carried, find_structured_turns, flatten
from crosscase.importers.guard import Sort, examine
from crosscase.importers.limits import TIME_LIMIT, TooComplexError, TooSlowError
from crosscase.importers.losses import Left, listed
from crosscase.importers.margin import place_comments
from crosscase.importers.options import Options
from crosscase.importers.package import DamagedError, opened
from crosscase.importers.rtf import read_rtf
from crosscase.model.bundle import Bundle, Loss

SUFFIXES: tuple[str, ...] = (
    ".docx", ".docm", ".dotx", ".odt", ".ott", ".rtf", ".html", ".htm", ".xhtml", ".epub",
)  # fmt: skip
MEMORY_LIMIT: Final = "512m"
"""Memory that pandoc may use for one file."""
MOST_TREE: Final = 48 * 1024 * 1024
"""Bytes of the tree that pandoc may give; ours of it is ten times as large."""

_USUAL: Final[dict[str, Sort]] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".rtf": "rtf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".epub": "epub",
}
_NAMES: Final[dict[Sort, str]] = {"docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "html": "HTML", "epub": "EPUB"}


class OnlyBoxesError(UnreadableError):
    """All words are in text boxes."""

    code = "no-words"

    def __init__(self) -> None:
        super().__init__("All its words stand in text boxes, which are not read. Move them into the text itself.")


class NoPandocError(UnreadableError):
    """The program is not there."""

    code = "no-pandoc"

    def __init__(self) -> None:
        super().__init__("The program pandoc, which reads such files, is missing. Install pypandoc_binary again.")


class _Read(msgspec.Struct):
    flat: Flat
    left: Left
    encoding: str = ""
    choices: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


def identify(path: Path, head: bytes) -> bool:
    """Whether the name is one that documents have, or the first bytes are RTF's; the rest `read` finds out."""
    # A .doc that is old Word was refused by the guard; what is left is another format under that name.
    return path.suffix.lower() in {*SUFFIXES, ".doc"} or head.startswith(b"{\\rtf")


def read(path: Path, options: Options) -> Bundle:
    """One document.

    Raises:
        UnreadableError: with one sentence that says why the file cannot be read, and what to do.
    """
    sort = examine(path)
    usual = _USUAL.get(path.suffix.lower())
    choices: tuple[str, ...] = (
        (f"Read as {_NAMES[sort]}, which it is inside.",) if sort in _NAMES and sort != usual else ()
    )
    try:
        found = _as(path, sort, options)
        who = find_structured_turns(found.flat, options.known)
    except RecursionError as error:
        raise TooComplexError from error
    if found.left.boxes and not found.flat.text:
        raise OnlyBoxesError
    notes = found.flat.notes
    if notes:
        choices += (f"{notes} note(s) stand at the end of the text, called by [1] … [{notes}].",)
    placed = place_comments(path, found.flat.text, found.left.comments, options)
    found.left.comments = list(placed.left)
    bundle = as_document(
        path,
        found.flat.text,
        options=options,
        encoding=found.encoding,
        found=who,
        losses=(*listed(found.left), *found.losses),
        choices=(*choices, *found.choices, *placed.choices),
    )
    return msgspec.structs.replace(
        bundle, members=placed.members, codes=placed.codes, codings=placed.codings, memos=placed.memos
    )


def _as(path: Path, sort: Sort, options: Options) -> _Read:
    if sort == "docx":
        with opened(path) as package:
            return _prepared(word.prepared(package), "docx")
    if sort == "odt":
        with opened(path) as package:
            return _prepared(opendocument.prepared(package), "odt")
    if sort == "epub":
        with opened(path) as package:
            flat = flatten(run_pandoc(package.rebuilt(carried), "epub"), quotes=True)
        return _Read(flat, _counted(flat, Left()))
    if sort == "rtf":
        parsed = read_rtf(path)
        flat = flatten(parsed.blocks, quotes=False)
        losses = (
            (Loss(place="end", what="The file breaks off; it was read as far as it goes."),) if parsed.broken else ()
        )
        return _Read(flat, _counted(flat, parsed.left), losses=losses)
    if sort == "html":
        decoded = decode(path.read_bytes(), encoding=options.encoding or _declared(path))
        flat = flatten(run_pandoc(carried(decoded.text).encode(errors="replace"), "html"), quotes=True)
        return _Read(flat, _counted(flat, Left()), decoded.encoding, decoded.choices)
    raise WrongContentError(path.suffix, f"a file of the kind {sort}")


def _prepared(ready: word.Prepared, source: str) -> _Read:
    flat = flatten(run_pandoc(ready.data, source), quotes=False)
    return _Read(flat, _counted(flat, ready.left), losses=_missing(ready.letters, flat.text))


def _counted(flat: Flat, left: Left) -> Left:
    left.pictures += flat.pictures
    left.numbered += flat.numbered
    left.formulas = max(left.formulas, flat.formulas)
    return left


def _missing(letters: int, text: str) -> tuple[Loss, ...]:
    """A net below pandoc: words that stood in the file and not in the text must not go unsaid."""
    missing = letters - len("".join(text.split()))
    if missing <= 0:
        return ()
    what = f"{missing:,} of {letters:,} letters did not come through. Compare the text with the file."
    return (Loss(place="text", what=what),)


def _declared(path: Path) -> str:
    """The encoding that HTML names for itself, where its bytes agree and no byte order mark says otherwise."""
    data = path.read_bytes()
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    try:
        data.decode()
    except UnicodeDecodeError:
        named = re.search(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", data[:4096], re.IGNORECASE)
        try:
            name = named[1].decode() if named else ""
            data.decode(name)
        except (LookupError, UnicodeError):
            return ""
        return name
    return ""


def run_pandoc(data: bytes, source: str) -> list[Any]:
    """The blocks of a document in pandoc's own tree (JSON, as `pandoc -t json` writes it).

    Args:
        source: pandoc's name of the format.

    Raises:
        UnreadableError: pandoc cannot read it, or not within `TIME_LIMIT` and `MEMORY_LIMIT`.
        RecursionError: the tree is deeper than any document.
    """
    command = [
        str(pandoc_path()), "--sandbox", "--from", source, "--to", "json", "--track-changes=accept", "--quiet",
        "+RTS", f"-M{MEMORY_LIMIT}", "-RTS", "-",
    ]  # fmt: skip
    # The user's own pandoc folder and proxies are no business of a file's.
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
    try:
        with tempfile.TemporaryDirectory(prefix="crosscase-") as folder:
            done = subprocess.run(  # noqa: S603 - our own program, a fixed command, the file through a pipe
                command,
                input=data,
                capture_output=True,
                timeout=TIME_LIMIT,
                check=False,
                cwd=folder,
                env={**kept, "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_DATA_HOME": folder},
            )
    except subprocess.TimeoutExpired as error:
        raise TooSlowError(TIME_LIMIT) from error
    except OSError as error:
        raise NoPandocError from error
    if done.returncode == 251 or b"heap exhausted" in done.stderr.lower() or len(done.stdout) > MOST_TREE:
        raise TooComplexError
    if done.returncode:
        raise DamagedError
    try:
        blocks: list[Any] = msgspec.json.decode(done.stdout)["blocks"]
    except msgspec.DecodeError as error:
        raise DamagedError from error
    return blocks


@functools.cache
def pandoc_path() -> Path:
    """The pandoc program of `pypandoc_binary`, found without importing it.

    Raises:
        NoPandocError: there is none.
    """
    found = importlib.util.find_spec("pypandoc")
    for folder in found.submodule_search_locations or () if found else ():
        for name in ("pandoc", "pandoc.exe"):
            program = Path(folder, "files", name)
            if program.exists():
                return program
    raise NoPandocError
