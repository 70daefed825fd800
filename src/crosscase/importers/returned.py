"""Read what co-authors did to a Word file that a draft was printed to: tracked changes, comments, and where they stand.

Each paragraph of the body is given as pieces of text, each as it stood, put in or taken out, with who did it. A piece
within a content control says which, and a paragraph says which bookmarks begin in it: by these a draft is found again.
Text in tables is given as one paragraph a cell, and says that it is in one.

What a careful reader would get wrong: breaking a paragraph in two is a change as well. Its first half says that its end
was put in (`broken`), and the words of both belong together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import msgspec

from crosscase.importers.errors import WrongContentError
from crosscase.importers.guard import examine
from crosscase.importers.package import Package, opened
from crosscase.importers.word import WORD, main_part, tree_of


class Mark(msgspec.Struct, frozen=True):
    """Who put something in or took it out, and when, as the document says."""

    by: str
    date: str = ""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Text that fared alike.

    Attributes:
        put_in, taken_out: by whom; both where one person took out what another had put in.
        control: the tag of the content control that it stands in, `?` and a number where that has none; empty where it
            stands in none.
        bookmarks: that are open where it stands.
        comments: ids of those that lie on it.
    """

    text: str
    put_in: Mark | None = None
    taken_out: Mark | None = None
    control: str = ""
    bookmarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph.

    Attributes:
        style: the id of its style.
        bookmarks: that begin in it.
        broken, joined: its end was put in, or taken out so that the next one follows in it.
        table: it stands in one.
    """

    pieces: tuple[Piece, ...]
    style: str = ""
    bookmarks: tuple[str, ...] = ()
    broken: Mark | None = None
    joined: Mark | None = None
    table: bool = False


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A comment: its words, and who wrote it when."""

    id: str
    by: str
    date: str
    words: str


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it came back.

    Attributes:
        properties: those that were given to it when it was made.
        saved_by: who saved it last, as it says.
    """

    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Remark, ...]
    properties: dict[str, str]
    saved_by: str = ""


def _w(name: str) -> str:
    return f"{{{WORD}}}{name}"


_TEXT: Final = frozenset({_w("t"), _w("delText")})
_BLANKS: Final = {_w("tab"): "\t", _w("br"): "\n", _w("cr"): "\n", _w("noBreakHyphen"): "-"}
_INS: Final = frozenset({_w("ins"), _w("moveTo")})
_DEL: Final = frozenset({_w("del"), _w("moveFrom")})
_PASSED: Final = frozenset(
    {_w("pPr"), _w("rPr"), _w("sdtPr"), _w("drawing"), _w("pict"), _w("object"), _w("instrText")}
)


def read_returned(path: Path) -> Returned:
    """A Word file with what was changed in it.

    Raises:
        UnreadableError: with one sentence that says why it cannot be read.
        WrongContentError: it is no Word file.
    """
    sort = examine(path)
    if sort != "docx":
        raise WrongContentError(path.suffix, "no Word file (.docx): tracked changes are read from these")
    with opened(path) as package:
        main = main_part(package)
        body = tree_of(package, main).find(_w("body"))
        remarks = _remarks(package, main)
        walk = _Walk()
        if body is not None:
            walk.blocks(body, table=False)
        return Returned(
            paragraphs=tuple(walk.found), remarks=remarks, properties=_properties(package),
            saved_by=_saved_by(package),
        )  # fmt: skip


class _Walk:
    """Goes through a body in the order of its words."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._open: list[str] = []
        self._pieces: list[Piece] = []
        self._bookmarks: list[str] = []
        self._within: dict[str, str] = {}
        self._nameless = 0

    def blocks(self, element: Element, *, table: bool) -> None:
        """Paragraphs within, also in tables and content controls."""
        for child in element:
            if child.tag == _w("p"):
                self._paragraph(child, table=table)
            elif not self._bordered(child) and child.tag not in _PASSED:
                self.blocks(child, table=table or child.tag == _w("tbl"))

    def _paragraph(self, element: Element, *, table: bool) -> None:
        self._pieces = []
        self._runs(element, None, None, "")
        about = element.find(_w("pPr"))
        style = about.find(_w("pStyle")) if about is not None else None
        mark = about.find(_w("rPr")) if about is not None else None
        ins = mark.find(_w("ins")) if mark is not None else None
        gone = mark.find(_w("del")) if mark is not None else None
        self.found.append(
            Paragraph(
                pieces=tuple(self._pieces), style=style.get(_w("val"), "") if style is not None else "",
                bookmarks=tuple(self._bookmarks), broken=_mark(ins) if ins is not None else None,
                joined=_mark(gone) if gone is not None else None, table=table,
            )
        )  # fmt: skip
        self._bookmarks = []

    def _runs(self, element: Element, put_in: Mark | None, taken_out: Mark | None, control: str) -> None:
        for child in element:
            if self._bordered(child):
                continue
            if child.tag in _TEXT or child.tag in _BLANKS:
                words = _BLANKS.get(child.tag, child.text or "")
                self._pieces.append(
                    Piece(
                        text=words,
                        put_in=put_in,
                        taken_out=taken_out,
                        control=control,
                        bookmarks=tuple(self._within.values()),
                        comments=tuple(self._open),
                    )
                )
            elif child.tag in _INS:
                self._runs(child, _mark(child), taken_out, control)
            elif child.tag in _DEL:
                self._runs(child, put_in, _mark(child), control)
            elif child.tag == _w("sdt"):
                tag = child.find(f"{_w('sdtPr')}/{_w('tag')}")
                named = tag.get(_w("val"), "") if tag is not None else ""
                self._nameless += not named
                self._runs(child, put_in, taken_out, named or f"?{self._nameless}")
            elif child.tag not in _PASSED:
                self._runs(child, put_in, taken_out, control)

    def _bordered(self, child: Element) -> bool:
        """Whether a bookmark or a comment begins or ends here."""
        name = child.get(_w("id"), "")
        if child.tag == _w("bookmarkStart"):
            self._within[name] = child.get(_w("name"), "")
            self._bookmarks.append(self._within[name])
        elif child.tag == _w("bookmarkEnd"):
            self._within.pop(name, None)
        elif child.tag == _w("commentRangeStart"):
            self._open.append(name)
        elif child.tag == _w("commentRangeEnd"):
            self._open = [one for one in self._open if one != name]
        else:
            return False
        return True


def _mark(element: Element) -> Mark:
    return Mark(element.get(_w("author"), ""), element.get(_w("date"), ""))


def _remarks(package: Package, main: str) -> tuple[Remark, ...]:
    name = f"{main.rpartition('/')[0]}/comments.xml".lstrip("/")
    if name not in package.entries:
        return ()
    return tuple(
        Remark(
            id=one.get(_w("id"), ""), by=one.get(_w("author"), ""), date=one.get(_w("date"), ""),
            words="\n\n".join(_said(one)),
        )
        for one in tree_of(package, name).iter(_w("comment"))
    )  # fmt: skip


def _said(element: Element) -> Iterator[str]:
    for paragraph in element.iter(_w("p")):
        words = "".join(text.text or "" for text in paragraph.iter(_w("t"))).strip()
        if words:
            yield words


def _properties(package: Package) -> dict[str, str]:
    name = "docProps/custom.xml"
    if name not in package.entries:
        return {}
    return {one.get("name", ""): "".join(one.itertext()) for one in tree_of(package, name)}


def _saved_by(package: Package) -> str:
    name = "docProps/core.xml"
    if name not in package.entries:
        return ""
    found = (one.text or "" for one in tree_of(package, name).iter() if one.tag.endswith("}lastModifiedBy"))
    return next(found, "")
