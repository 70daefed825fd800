"""Word files (.docx) made ready for pandoc, and what they hold beside their words.

Pandoc reads Word well, with some silent losses that an interview cannot afford: a paragraph that anchors a text
box loses its own words, simple fields lose theirs, a title at the top leaves the text, and runs of blanks and
tabs become one blank. So the main part is parsed here first: text boxes, comments, hidden and deleted words are
taken out and listed, fields are opened, and blanks and tabs are carried past pandoc by stand-ins (`flatten`).
What pandoc is then given is a fresh container holding only the parts with words.

`prepared` also counts the letters that should come back, so that the importer can say when some do not.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

import msgspec

from crosscase.importers.flatten import BACK, BLANK, START, TAB
from crosscase.importers.losses import Comment, Left
from crosscase.importers.package import DamagedError, Package
from crosscase.model.bundle import Loss

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
# Pandoc knows the elements by these prefixes, whatever the file calls them.
_PREFIXES: Final = {
    "w": WORD,
    "r": _RELATIONS,
    "mc": _COMPATIBILITY,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_OFFICE_DOCUMENT: Final = "/officeDocument"
_KEPT: Final = re.compile(r"(^\[Content_Types\]\.xml|\.rels|/(styles|numbering|settings|footnotes|endnotes)\d*\.xml)$")


def _w(name: str) -> str:
    return f"{{{WORD}}}{name}"


_T, _P, _R = _w("t"), _w("p"), _w("r")
_VAL, _ID = _w("val"), _w("id")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_STYLE, _PARAGRAPH_STYLE = _w("rPr"), _w("pPr")
_ADDED: Final = frozenset({_w("ins"), _w("moveTo")})
_TABS: Final = frozenset({_w("tab"), _w("ptab")})
_BEFORE: Final = 80
_IDLE: Final = frozenset({_w("lastRenderedPageBreak"), _w("delText"), _w("sectPr"), _w("proofErr")})
# What pandoc makes headings and lists of. Indents it would take for quotations, and the rest only costs time.
_TELLING: Final = frozenset({_w("pStyle"), _w("numPr"), _w("outlineLvl")})


class Prepared(msgspec.Struct):
    """A container for pandoc, what was left out of it, and how many letters (without blanks) should come back."""

    data: bytes
    left: Left
    letters: int


def prepared(package: Package) -> Prepared:
    """A Word file with nothing in it that would be lost without a word.

    Raises:
        UnreadableError: it has no main part, or one of its parts is damaged or hostile.
        RecursionError: it is nested deeper than any document.
    """
    for prefix, namespace in _PREFIXES.items():
        register_namespace(prefix, namespace)
    main = main_part(package)
    notes = {name: tree_of(package, name) for name in package.entries if _is_notes(name, main)}
    comments = _comments(package, main)
    cleaner = _Cleaner(comments)
    root = tree_of(package, main)
    cleaner.clean(root)
    cleaner.left.comments += [comment for identifier, comment in comments.items() if identifier not in cleaner.shown]
    body = root.find(_w("body"))
    if body is None:
        raise DamagedError(main)
    first = Element(_P)
    run = Element(_R)
    text = Element(_T)
    text.text = START
    run.append(text)
    first.append(run)
    body.insert(0, first)
    for tree in notes.values():
        cleaner.clean(tree)
    cleaner.left.heads += _heads(package)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as fresh:
        for name in package.entries:
            if name == main:
                words = tostring(root, encoding="utf-8", xml_declaration=True)
            elif name in notes:
                words = tostring(notes[name], encoding="utf-8", xml_declaration=True)
            elif _KEPT.search(name):
                words = _transitional(package.markup(name))
            else:
                words = b""
            fresh.writestr(zipfile.ZipInfo(name), words)
    return Prepared(held.getvalue(), cleaner.left, cleaner.letters)


def main_part(package: Package) -> str:
    """The name of the part that holds the text.

    Raises:
        DamagedError: there is none.
    """
    if "_rels/.rels" in package.entries:
        for relation in tree_of(package, "_rels/.rels"):
            if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
                name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                if name in package.entries:
                    return name
    raise DamagedError


def _is_notes(name: str, main: str) -> bool:
    return posixpath.dirname(name) == posixpath.dirname(main) and bool(re.search(r"/(foot|end)notes\d*\.xml$", name))


def tree_of(package: Package, name: str) -> Element:
    """A part as elements, under the usual names.

    Raises:
        DamagedError: it cannot be read.
    """
    from defusedxml.ElementTree import fromstring

    try:
        tree: Element = fromstring(_transitional(package.markup(name)), forbid_dtd=True)
    except (ParseError, ValueError) as error:
        raise DamagedError(name) from error
    return tree


def _transitional(words: bytes) -> bytes:
    """Strict OOXML is the same words under other names."""
    if b"purl.oclc.org" in words:
        for strict, usual in _STRICT:
            words = words.replace(strict, usual)
    return words


def _comments(package: Package, main: str) -> dict[str, Comment]:
    found: dict[str, Comment] = {}
    folder = posixpath.dirname(main)
    for name in package.entries:
        if posixpath.dirname(name) == folder and re.search(r"/comments\d*\.xml$", name):
            for one in tree_of(package, name).iter(_w("comment")):
                words = " ".join(_said(one))
                if words:
                    found[one.get(_w("id"), "")] = Comment(one.get(_w("author"), ""), "", words)
    return found


def _heads(package: Package) -> list[str]:
    """The words of page heads and feet."""
    found: list[str] = []
    for name in package.entries:
        if re.search(r"/(header|footer)\d*\.xml$", name):
            tree, cleaner = tree_of(package, name), _Cleaner({})
            cleaner.clean(tree)
            words = " ".join([*_said(tree), *dict.fromkeys(cleaner.left.boxes)])
            found += [words.translate(BACK)] if words else []
    return found


def _said(element: Element) -> Iterator[str]:
    """The words in an element, a paragraph at a time."""
    for paragraph in element.iter(_P):
        words = "".join(text.text or "" for text in paragraph.iter(_T)).strip()
        if words:
            yield words


class _Cleaner:
    """Goes through a part once, in the order of the words, and changes it in place."""

    def __init__(self, comments: dict[str, Comment]) -> None:
        self.left = Left()
        self.letters = 0
        self.comments = comments
        self.shown: set[str] = set()
        self.under: dict[str, list[str]] = {}
        self.before: dict[str, tuple[str, int]] = {}
        self.recent = ""
        self.inserted = False
        self.acts: dict[str, Callable[[Element], list[Element]]] = {
            **dict.fromkeys((_w("fldSimple"), _w("smartTag"), _w("customXml")), self._unwrap),
            **dict.fromkeys((_w("del"), _w("moveFrom")), self._delete),
            **dict.fromkeys((_w("drawing"), _w("pict")), self._picture),
            **dict.fromkeys((_w("altChunk"), _w("subDoc")), self._elsewhere),
            **dict.fromkeys((_w("commentRangeStart"), _w("commentRangeEnd"), _w("commentReference")), self._comment),
            **dict.fromkeys(_ADDED, self._insert),
            **dict.fromkeys(_IDLE, self._drop),
            f"{{{_COMPATIBILITY}}}Fallback": self._drop,
            f"{{{_PREFIXES['m']}}}oMath": self._formula,
            _w("object"): self._embedded,
            _PARAGRAPH_STYLE: self._style,
            _R: self._run,
        }

    def clean(self, element: Element) -> None:
        """Take out what is no word of the text, make blanks stand-ins, and put pieces of a sentence together."""
        kept: list[Element] = []
        for child in element:
            for one in self._child(child):
                if not (kept and one.tag == _R and _follows(kept[-1], one)):
                    kept.append(one)
        element[:] = kept

    def _child(self, child: Element) -> list[Element]:
        """What stands in a child's place: itself, what is in it, or nothing."""
        act = self.acts.get(child.tag)
        if act is not None:
            return act(child)
        self.clean(child)
        if child.tag == _P:
            self._flow("\n")
        return [child]

    def _drop(self, _: Element) -> list[Element]:
        return []

    def _unwrap(self, child: Element) -> list[Element]:
        return [kept for grandchild in child for kept in self._child(grandchild)]

    def _delete(self, child: Element) -> list[Element]:
        self.left.deleted += sum(len((word.text or "").split()) for word in child.iter(_w("delText")))
        return []

    def _insert(self, child: Element) -> list[Element]:
        outer, self.inserted = self.inserted, True
        kept = self._unwrap(child)
        self.inserted = outer
        return kept

    def _style(self, child: Element) -> list[Element]:
        child[:] = [one for one in child if one.tag in _TELLING]
        return [child]

    def _run(self, child: Element) -> list[Element]:
        """A run: words in one style. Word cuts sentences into many, at every correction."""
        style = child.find(_RUN_STYLE)
        if style is not None and _is_on(style, "vanish"):
            self.left.hidden += sum(len((word.text or "").split()) for word in child.iter(_T))
            return []
        ruby = child.find(f"{_w('ruby')}/{_w('rubyBase')}")
        if ruby is not None:
            self.left.glosses += 1
            return [kept for run in ruby for kept in self._child(run)]
        run = Element(_R)
        if style is not None:
            style[:] = [one for one in style if one.tag in {_w("b"), _w("rStyle")}]
            if len(style):
                run.append(style)
        words: Element | None = None
        for piece in child:
            if piece.tag == _T or (piece.tag in _TABS and not piece.get(_VAL)):
                if words is None:
                    words = Element(_T)
                    words.text = ""
                    run.append(words)
                if piece.tag in _TABS:
                    self._flow("\t")
                words.text = (words.text or "") + (self._words(piece) if piece.tag == _T else TAB)
            elif piece.tag != _RUN_STYLE:
                words = None
                run.extend(self._child(piece))
        return [run]

    def _words(self, element: Element) -> str:
        words = (element.text or "").replace("\n", " ").replace("\t", " ")
        if element.get(_SPACE) != "preserve":
            words = words.strip()
        said = words.split()
        self.letters += len("".join(said))
        if self.inserted:
            self.left.inserted += len(said)
        self._flow(words)
        return words.replace(" ", BLANK)

    def _flow(self, words: str) -> None:
        """The words as they go by: those that comments lie on, and the last before."""
        for under in self.under.values():
            under.append(words)
        self.recent = (self.recent + words)[-_BEFORE:]

    def _picture(self, child: Element) -> list[Element]:
        boxes = [" / ".join(_said(box)) for box in child.iter(_w("txbxContent"))]
        self.left.boxes += [words for words in boxes if words]
        if not boxes:
            self.left.pictures += 1
        return []

    def _embedded(self, _: Element) -> list[Element]:
        self.left.embedded += 1
        return []

    def _elsewhere(self, _: Element) -> list[Element]:
        what = "Another document is built in or linked here; its words are left out. Import it on its own."
        self.left.others.append(Loss(place="embedded document", what=what))
        return []

    def _formula(self, child: Element) -> list[Element]:
        self.left.formulas += 1
        return [child]

    def _comment(self, element: Element) -> list[Element]:
        identifier = element.get(_ID, "")
        if identifier in self.comments and identifier not in self.shown:
            if element.tag == _w("commentRangeStart"):
                self.under[identifier] = []
                self.before[identifier] = self.recent, self.letters
            else:
                on = "".join(self.under.pop(identifier, [])).strip()
                before, letters = self.before.pop(identifier, (self.recent, self.letters))
                self.shown.add(identifier)
                comment = self.comments[identifier]
                self.left.comments.append(msgspec.structs.replace(comment, on=on, before=before, letters=letters))
        return []


def _is_on(style: Element, name: str) -> bool:
    found = style.find(_w(name))
    return found is not None and found.get(_VAL, "1") not in {"0", "false", "off"}


def _look(run: Element) -> tuple[bool, str] | None:
    """Bold or not, and the style, of a run that holds words alone."""
    if any(piece.tag not in {_T, _RUN_STYLE} for piece in run):
        return None
    style = run.find(_RUN_STYLE)
    if style is None:
        return False, ""
    named = style.find(_w("rStyle"))
    # That bold is switched off says something of its own where a style is bold.
    bold = style.find(_w("b"))
    off = bold is not None and not _is_on(style, "b")
    return _is_on(style, "b"), ("" if named is None else named.get(_VAL, "")) + ("-" if off else "")


def _follows(before: Element, run: Element) -> bool:
    """Add a run's words to the run before it, where both look alike."""
    if before.tag != _R:
        return False
    look = _look(before)
    if look is None or look != _look(run):
        return False
    words, more = before.find(_T), run.find(_T)
    if words is None or more is None:
        return more is None
    words.text = (words.text or "") + (more.text or "")
    return True
