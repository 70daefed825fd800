"""CATMA: annotation collections as TEI (versions 4 and 5 of its export), and its JSON.

In the TEI, tags are declared as `fsDecl` in tagsets, each annotation is an `fs` of a tag's type, and `seg` elements
point with `ptr` to stretches of the text (`#char=12,20`) and name their annotations (`ana`). Values of properties stand
in the comment, the author becomes the member. In the JSON, documents hold annotations with their phrases and the words
of each.

The text itself is in neither. It is a `.txt` file beside the TEI, of the same name or the only one there; for the
JSON, whose phrases have their words, it may be in the study.

What a careful reader would get wrong: one annotation may lie on several stretches, and overlapping annotations cut each
other into pieces. Pieces that touch are one coding again.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError

import msgspec

from crosscase.importers.annotations.gathered import (
    Gathered,
    OtherJsonError,
    as_dict,
    as_list,
    as_number,
    as_text,
    is_json,
    load_json,
)
from crosscase.importers.encoding import read_text
from crosscase.importers.errors import TooLargeError, UnreadableError
from crosscase.importers.guard import MOST_TEXT_BYTES
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.package import DamagedError, EntitiesError
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".xml", ".tei", ".json")
_XML: Final = "{http://www.w3.org/XML/1998/namespace}id"
_CHAR: Final = re.compile(r"#char=(\d{1,12}),(\d{1,12})$")


class NoTextBesideError(UnreadableError):
    """Annotations without the text they count."""

    code = "no-text-beside"

    def __init__(self, stem: str) -> None:
        super().__init__(
            f"CATMA's TEI counts characters of a text that is not in it. Put that text beside it as {stem}.txt."
        )


class _Tag(msgspec.Struct):
    name: str
    parent: str = ""
    colour: str = ""


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a TEI that names CATMA, or JSON with phrases and tags."""
    if path.suffix.lower() in {".xml", ".tei"}:
        return b"tei-c.org" in head and b"CATMA" in head
    return is_json(path, head, b'"tagName"', b'"phrases"')


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The annotations of a collection, or of an export in JSON.

    Raises:
        UnreadableError: it is damaged, hostile, none of CATMA's, or its text is not beside it.
    """
    return _json(path, options) if path.suffix.lower() == ".json" else _tei(path, options)


def _tei(path: Path, options: Options) -> Bundle:
    root = _root(path)
    text = _beside(path)
    gathered = Gathered(path, options)
    stored = gathered.text(text.stem, read_text(text, encoding=options.encoding).text, original=text)
    tags: dict[str, _Tag] = {}
    for tagset in _every(root, "fsdDecl"):
        for declared in _every(tagset, "fsDecl"):
            name = next((one.text or "" for one in _every(declared, "fsDescr")), "") or declared.get("n", "")
            tags[declared.get(_XML, "")] = _Tag(name, declared.get("baseTypes", ""))
    pieces: dict[str, list[tuple[int, int]]] = {}
    for seg in _every(root, "seg"):
        for pointer in _every(seg, "ptr"):
            where = _CHAR.search(pointer.get("target", ""))
            for one in seg.get("ana", "").split() if where else ():
                pieces.setdefault(one.removeprefix("#"), []).append((int(where[1]), int(where[2])))  # type: ignore[index] # it is there
    for annotation in _every(root, "fs"):
        identifier, kind = annotation.get(_XML, ""), annotation.get("type", "")
        if kind not in tags:
            continue
        said = {
            one.get("name", ""): [each.text or "" for each in _every(one, "string")] for one in _every(annotation, "f")
        }
        member = "".join(said.pop("catma_markupauthor", [])[:1])
        said.pop("catma_markuptimestamp", None)
        said.pop("catma_displaycolor", None)
        comment = "; ".join(f"{name}: {', '.join(values)}" for name, values in said.items() if any(values))
        for start, end in _joined(pieces.get(identifier, [(0, 0)])):
            here = stored.from_units(start, end)
            gathered.coding(
                f"annotation {identifier[-8:]}", text.stem, _path(tags, kind), *here, member=member, comment=comment
            )
    return gathered.bundle(f"Read as an annotation collection of CATMA, with the text {text.name}.")


def _json(path: Path, options: Options) -> Bundle:
    data = load_json(path)
    gathered = Gathered(path, options)
    documents = as_list(as_dict(data).get("documents")) or [{"annotations": as_list(data)}]
    found = 0
    for document in map(as_dict, documents):
        title = as_text(document.get("title")) or as_text(document.get("name"))
        for one in map(as_dict, as_list(document.get("annotations"))):
            found += 1
            key = title or as_text(one.get("sourceDocumentName")) or as_text(one.get("documentTitle"))
            said = {
                as_text(each.get("name")): ", ".join(map(as_text, as_list(each.get("values"))))
                for field in ("properties", "userProperties")
                for each in map(as_dict, as_list(one.get(field)))
            }
            comment = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
            tag = (
                as_text(one.get("tagPath")).strip("/").split("/")
                if one.get("tagPath")
                else [as_text(one.get("tagName"))]
            )
            member = as_text(one.get("author")) or as_text(one.get("annotator"))
            for phrase in map(as_dict, as_list(one.get("phrases"))):
                gathered.coding(
                    f"annotation {found}",
                    key,
                    tuple(tag),
                    as_number(phrase.get("startOffset")),
                    as_number(phrase.get("endOffset")),
                    member=member,
                    quote=as_text(phrase.get("phrase")),
                    comment=comment,
                )
    if not found:
        raise OtherJsonError("CATMA")
    return gathered.bundle("Read as CATMA's JSON.")


def _root(path: Path) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    size = path.stat().st_size
    if size > MOST_TEXT_BYTES:
        raise TooLargeError(size, MOST_TEXT_BYTES)
    try:
        root: Element = fromstring(path.read_bytes(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise EntitiesError("") from error
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedError from error
    return root


def _beside(path: Path) -> Path:
    """The text that is counted: of the same name, or the only one in the folder."""
    own = path.with_suffix(".txt")
    texts = [own] if own.is_file() else sorted(path.parent.glob("*.txt"))[:2]
    if len(texts) != 1 or texts[0].is_symlink():
        raise NoTextBesideError(path.stem)
    return texts[0]


def _every(element: Element, tag: str) -> list[Element]:
    return [one for one in element.iter() if one.tag.rpartition("}")[2] == tag]


def _path(tags: dict[str, _Tag], kind: str) -> tuple[str, ...]:
    names: list[str] = []
    seen: set[str] = set()
    while kind in tags and kind not in seen:
        seen.add(kind)
        names.append(tags[kind].name)
        kind = tags[kind].parent
    return tuple(reversed(names))


def _joined(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that touch, as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
