"""Read debates and interviews in Akoma Ntoso XML (OASIS LegalDocML 1.0), as parliaments publish them.

A `speech` is a turn by the person its `by` names, shown as the `references` of the document show them; `question`
and `answer` are read alike. A `narrative`, `scene` or `summary` is a note, a `heading` a heading. The text of the
document is the readable transcript made of these: `Name: words`, paragraphs parted by blank lines.

Speeches that follow each other by one person are one turn. Marks inside a paragraph (italics, links) are
dropped and counted. XML that declares entities is refused unread, since it can be made to fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, ParseError

from crosscase.importers.documents import as_document
from crosscase.importers.encoding import MOST
from crosscase.importers.errors import TooLargeError, UnreadableError, WrongContentError
from crosscase.importers.options import Options
from crosscase.importers.turns import Found
from crosscase.importers.voices import assign
from crosscase.model.bundle import Bundle, Loss, Spoken

SUFFIXES: tuple[str, ...] = (".xml", ".akn")

_SPEECHES = frozenset({"speech", "speechGroup", "question", "answer", "other"})
_NOTES = frozenset({"narrative", "scene", "summary", "recordedTime"})
_HEADINGS = frozenset({"heading", "subheading", "docTitle"})
_PARAGRAPHS = frozenset({"p", "block", "li"})
_SKIPPED = frozenset({"meta", "from"})


def identify(path: Path, head: bytes) -> bool:
    """Whether the file says that it is Akoma Ntoso."""
    return path.suffix.lower() in SUFFIXES and b"akomaNtoso" in head


def read(path: Path, options: Options) -> Bundle:
    """One transcript.

    Raises:
        UnreadableError: it is not well formed, declares entities, is too large, or nobody says anything in it.
    """
    root = _parse(path)
    if _tag(root) != "akomaNtoso":
        raise WrongContentError(path.suffix, f"XML with the root {_tag(root)!r}")
    writer = _Writer()
    shown = {
        one.get("id") or one.get("eId") or "": one.get("showAs") or "" for one in root.iter() if "TLC" in _tag(one)
    }
    _walk(root, writer, shown, depth=0)
    labels = tuple(dict.fromkeys(turn.speaker for turn in writer.turns if turn.speaker))
    found = Found(turns=tuple(writer.turns), speakers=assign(labels, options.known), labelled=writer.labelled)
    losses = (Loss(place=path.name, what=f"{writer.marks} marks inside paragraphs"),) if writer.marks else ()
    return as_document(
        path,
        "".join(writer.pieces),
        options=options,
        name=writer.title,
        encoding="xml",
        found=found,
        losses=losses,
    )


def _parse(path: Path) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    size = path.stat().st_size
    if size > MOST:
        raise TooLargeError(size, MOST)
    try:
        root: Element = fromstring(path.read_bytes(), forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        reason = f"not well-formed XML ({str(error).partition(':')[0]})."
        raise UnreadableError(reason, f"line {line}, column {column + 1}") from error
    except DefusedXmlException as error:
        reason = "The XML declares a document type or entities, which are not read because they can be made to do harm."
        raise UnreadableError(reason) from error
    except (LookupError, ValueError) as error:
        reason = f"The XML names an encoding that cannot be read ({error})."
        raise UnreadableError(reason) from error
    return root


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _walk(element: Element, writer: _Writer, shown: dict[str, str], *, depth: int) -> None:
    """Everything under an element, in its order. Deeper than any real document it stops, and says so."""
    if depth > 100:
        reason = "Its elements are nested more than 100 deep."
        raise UnreadableError(reason)
    for child in element:
        tag = _tag(child)
        if tag in _SPEECHES and child.get("by"):
            person = (child.get("by") or "").removeprefix("#")
            writer.speech(shown.get(person) or person, _paragraphs(child, writer))
        elif tag in _NOTES:
            writer.plain(_words(child, writer), "note")
        elif tag in _HEADINGS:
            writer.plain(_words(child, writer), "heading")
        elif tag in _PARAGRAPHS:
            writer.plain(_words(child, writer), "note")
        elif tag not in _SKIPPED:
            _walk(child, writer, shown, depth=depth + 1)


def _paragraphs(speech: Element, writer: _Writer) -> Iterator[str]:
    found = False
    for element in speech.iter():
        if _tag(element) in _PARAGRAPHS:
            found = True
            if words := _words(element, writer):
                yield words
    if not found and (words := _words(speech, writer)):
        yield words


def _words(element: Element, writer: _Writer) -> str:
    writer.marks += sum(1 for one in element.iter() if one is not element and _tag(one) not in _PARAGRAPHS)
    return " ".join("".join(element.itertext()).split())


class _Writer:
    """Puts the transcript together and counts its code points."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.turns: list[Spoken] = []
        self.length = 0
        self.labelled = 0
        self.marks = 0
        self.title = ""

    def speech(self, speaker: str, paragraphs: Iterator[str]) -> None:
        """A turn, or the rest of one when the same person has just spoken."""
        for words in paragraphs:
            last = self.turns[-1] if self.turns else None
            if last is not None and last.speaker == speaker and last.nature == "speech":
                self._write("\n\n", words)
                self.turns[-1] = Spoken(start=last.start, end=self.length, speaker=speaker)
            else:
                start = self._write(("\n\n" if self.pieces else "") + f"{speaker}: ", words)
                self.turns.append(Spoken(start=start, end=self.length, speaker=speaker))
                self.labelled += 1

    def plain(self, words: str, nature: Literal["note", "heading"]) -> None:
        """A note or a heading."""
        if words:
            start = self._write("\n\n" if self.pieces else "", words)
            self.turns.append(Spoken(start=start, end=self.length, nature=nature))
            if nature == "heading" and not self.title:
                self.title = words

    def _write(self, before: str, words: str) -> int:
        start = self.length + len(before)
        self.pieces += (before, words)
        self.length = start + len(words)
        return start
