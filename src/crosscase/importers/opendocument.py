"""OpenDocument texts (.odt) made ready for pandoc, and what they hold beside their words.

As for Word (see `word`): text boxes, comments, deleted and hidden words are taken out and listed, blanks and tabs
are carried past pandoc by stand-ins, and pandoc is given a fresh container with the words alone. Blanks are
blanks only inside paragraphs: in XML laid out in lines they mean nothing between them.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final
from xml.etree.ElementTree import Element, ParseError, tostring

from crosscase.importers.flatten import BLANK, TAB
from crosscase.importers.losses import Comment, Left
from crosscase.importers.package import DamagedError, Package
from crosscase.importers.word import Prepared
from crosscase.model.bundle import Loss

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_MAIN: Final = "content.xml"
_KEPT: Final = ("mimetype", "META-INF/manifest.xml", "styles.xml", "meta.xml")
_SPACES: Final = re.compile(r"[ \t\r\n]+")


def _named(space: str, name: str) -> str:
    return f"{{{_OASIS}{space}:1.0}}{name}"


_PARAGRAPHS: Final = frozenset({_named("text", "p"), _named("text", "h")})
_SPAN: Final = _named("text", "span")
_NOTE: Final = _named("text", "note")
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_DRAWN: Final = f"{{{_OASIS}drawing:1.0}}"
# What pandoc shows inside a paragraph; the words of anything else (fields, references) become a plain span.
_SHOWN: Final = frozenset(
    _named("text", name)
    for name in (
        "p", "h", "span", "a", "line-break", "soft-page-break", "note", "note-body", "note-citation", "bookmark",
        "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end", "list",
        "list-item", "section", "change", "change-start", "change-end",
    )
)  # fmt: skip
_MADE: Final = frozenset(
    _named("text", name)
    for name in (
        "table-of-content", "bibliography", "alphabetical-index", "illustration-index", "table-index", "object-index",
        "user-index",
    )
)  # fmt: skip
_GLOSS: Final = _named("text", "ruby-text")
_OUT_OF_SIGHT: Final = frozenset({_named("text", "hidden-text"), _named("text", "hidden-paragraph")})


def prepared(package: Package) -> Prepared:
    """An OpenDocument text with nothing in it that would be lost without a word.

    Raises:
        UnreadableError: it has no main part, or one of its parts is damaged or hostile.
        RecursionError: it is nested deeper than any document.
    """
    if _MAIN not in package.entries:
        raise DamagedError(_MAIN)
    root = _tree(package, _MAIN)
    body = root.find(f"{_named('office', 'body')}/{_named('office', 'text')}")
    if body is None:
        raise DamagedError(_MAIN)
    cleaner = _Cleaner()
    cleaner.clean(body)
    if "styles.xml" in package.entries:
        for kind in ("header", "footer"):
            for head in _tree(package, "styles.xml").iter(_named("style", kind)):
                cleaner.left.heads += [words] if (words := _said(head)) else []
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as fresh:
        for name in package.entries:
            words_kept = package.markup(name) if name in _KEPT else b""
            fresh.writestr(
                zipfile.ZipInfo(name),
                tostring(root, encoding="utf-8", xml_declaration=True) if name == _MAIN else words_kept,
            )
    return Prepared(held.getvalue(), cleaner.left, cleaner.letters)


def _tree(package: Package, name: str) -> Element:
    from defusedxml.ElementTree import fromstring

    try:
        tree: Element = fromstring(package.markup(name), forbid_dtd=True)
    except (ParseError, ValueError) as error:
        raise DamagedError(name) from error
    return tree


def _said(element: Element) -> str:
    """The words in an element, paragraphs separated by blanks."""
    paragraphs = ["".join(one.itertext()) for one in element.iter() if one.tag in _PARAGRAPHS]
    return " ".join(" ".join(paragraphs).split())


class _Cleaner:
    """Goes through the text once, in the order of the words, and changes it in place."""

    def __init__(self) -> None:
        self.left = Left()
        self.letters = 0
        self.insertions: set[str] = set()
        self.inserting: set[str] = set()

    def clean(self, root: Element) -> None:
        """Take out what is no word of the text, and make blanks stand-ins."""
        # (element, is it in a paragraph, is it the end of its parent's words): a stack, because depth is the file's.
        waiting: list[tuple[Element, bool, bool]] = [(root, False, False)]
        while waiting:
            element, within, tail = waiting.pop()
            if tail:
                if within:
                    element.tail = self._blanks(element.tail)
                continue
            inside = within or element.tag in _PARAGRAPHS
            if element.tag == _NOTE:
                inside = False
            self._take_out(element)
            if inside:
                self._spelled(element)
            self._mark(element)
            for child in reversed(element):
                waiting += [(child, inside, True), (child, inside, False)]

    def _take_out(self, element: Element) -> None:
        """Remove children that are no words, keeping the words that follow them."""
        kept: list[Element] = []
        for child in element:
            if not self._is_left(child):
                kept.append(child)
            elif child.tail:
                if kept:
                    kept[-1].tail = (kept[-1].tail or "") + child.tail
                else:
                    element.text = (element.text or "") + child.tail
        element[:] = kept

    def _is_left(self, child: Element) -> bool:
        left, tag = self.left, child.tag
        if tag == _named("text", "tracked-changes"):
            self._changes(child)
        elif tag == _named("office", "annotation"):
            left.comments.append(Comment(child.findtext(_CREATOR, ""), "", _said(child)))
        elif tag in _OUT_OF_SIGHT:
            left.hidden += len((child.get(_named("text", "string-value"), "") or _said(child)).split())
        elif tag in _MADE:
            left.others.append(Loss(place="index", what="A table of contents, index or bibliography left out."))
        elif tag == _GLOSS:
            left.glosses += 1
        elif tag.startswith(_DRAWN):
            self._drawn(child)
        else:
            return False
        return True

    def _changes(self, changes: Element) -> None:
        self.left.deleted += sum(len(_said(one).split()) for one in changes.iter(_named("text", "deletion")))
        self.insertions = {
            region.get(_named("text", "id"), "")
            for region in changes.iter(_named("text", "changed-region"))
            if region.find(_named("text", "insertion")) is not None
        }

    def _drawn(self, drawn: Element) -> None:
        objects = {_named("drawing", "object"), _named("drawing", "object-ole")}
        if words := _said(drawn):
            self.left.boxes.append(words)
        elif any(one.tag in objects for one in drawn.iter()):
            self.left.embedded += 1
        else:
            self.left.pictures += 1

    def _spelled(self, element: Element) -> None:
        """Blanks and tabs that are elements become text."""
        if element.tag == _named("text", "s"):
            count = element.get(_named("text", "c"), "1")
            element.tag, element.text = _SPAN, BLANK * (min(int(count), 1000) if count.isdecimal() else 1)
            element.attrib.clear()
        elif element.tag == _named("text", "tab"):
            element.tag, element.text = _SPAN, TAB
            element.attrib.clear()
        elif element.tag != _named("text", "note-citation"):
            element.text = self._blanks(element.text)
            if element.tag not in _SHOWN:
                element.tag = _SPAN
                element.attrib.clear()

    def _blanks(self, words: str | None) -> str:
        said = (words or "").split()
        self.letters += len("".join(said))
        if self.inserting:
            self.left.inserted += len(said)
        return _SPACES.sub(BLANK, words or "")

    def _mark(self, element: Element) -> None:
        change = element.get(_named("text", "change-id"), "")
        if element.tag == _named("text", "change-start") and change in self.insertions:
            self.inserting.add(change)
        elif element.tag == _named("text", "change-end"):
            self.inserting.discard(change)
