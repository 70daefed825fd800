"""UIMA CAS: XMI (also zipped with its type system, as INCEpTION saves it) and CAS JSON 0.4.

XMI as in chapter 8 of the UIMA references (*XMI CAS Serialization Reference*), read by a small reader of our own: all
that is needed is the text (`Sofa`) and every element with `begin` and `end`. Types become codes; the value of a type's
first feature in words is a code below it, the others stand in the comment. Tokens, sentences and what machines add to
every word are counted and left.

What a careful reader would get wrong: offsets count UTF-16 units of `sofaString`, and a CAS may hold several texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from crosscase.importers.annotations.gathered import (
    Gathered,
    as_dict,
    as_list,
    as_number,
    as_text,
    is_json,
    load_json,
)
from crosscase.importers.errors import TooLargeError, UnreadableError
from crosscase.importers.guard import MOST_TEXT_BYTES
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.package import DamagedError, EntitiesError, opened
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".xmi", ".xml", ".zip", ".json")
_ID: Final = "{http://www.omg.org/XMI}id"
_MACHINE: Final = frozenset({
    "Token", "Sentence", "Paragraph", "Lemma", "Stem", "DocumentMetaData", "DocumentAnnotation", "TagsetDescription",
    "TagDescription", "MorphologicalFeatures", "SurfaceForm", "Heading", "Div",
})  # fmt: skip
_IDLE: Final = frozenset({"sofa", "begin", "end", "id", "uiName", "uiColor"})


class NoCasError(UnreadableError):
    """XML or JSON without a text that is annotated."""

    code = "no-cas"

    def __init__(self) -> None:
        super().__init__("It holds no annotated text (no Sofa with words), so it is no CAS that can be read.")


def identify(path: Path, head: bytes) -> bool:
    """Whether it is XMI, alone or in an archive, or CAS JSON."""
    suffix = path.suffix.lower()
    if suffix == ".zip" and head.startswith(b"PK\3\4"):
        return bool(_zipped(path))
    if suffix in {".xmi", ".xml"}:
        return b"http://www.omg.org/XMI" in head and b"cas" in head
    return is_json(path, head, b'"%TYPES"') or is_json(path, head, b'"%FEATURE_STRUCTURES"')


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The texts of a CAS with what was annotated in them.

    Raises:
        UnreadableError: it is damaged, hostile, or no CAS.
    """
    suffix = path.suffix.lower()
    if suffix == ".json":
        things = [_told(one) for one in as_list(as_dict(load_json(path)).get("%FEATURE_STRUCTURES"))]
        return _gathered(path, path.stem, things, options)
    if suffix == ".zip":
        name = next(iter(_zipped(path)), "")
        if not name:
            raise NoCasError
        with opened(path) as package:
            return _gathered(path, path.stem, list(_parsed(package.markup(name))), options)
    size = path.stat().st_size
    if size > MOST_TEXT_BYTES:
        raise TooLargeError(size, MOST_TEXT_BYTES)
    return _gathered(path, path.stem, list(_parsed(path.read_bytes())), options)


def _zipped(path: Path) -> list[str]:
    try:
        with opened(path) as package:
            return [name for name in package.entries if name.lower().endswith(".xmi")]
    except (UnreadableError, OSError):
        return []


def _parsed(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """The types and attributes of all elements directly under the root."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise EntitiesError("") from error
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedError from error
    for element in root:
        values = {key.rpartition("}")[2]: value for key, value in element.attrib.items() if key != _ID}
        yield element.tag.rpartition("}")[2], {**values, "id": element.get(_ID, "")}


def _told(one: Any) -> tuple[str, dict[str, str]]:
    """A feature structure of CAS JSON in the form of XMI."""
    thing = as_dict(one)
    values = {key.lstrip("@%"): as_text(value) for key, value in thing.items() if not key.startswith("%")}
    return as_text(thing.get("%TYPE")).rpartition(".")[2], {**values, "id": as_text(thing.get("%ID"))}


def _gathered(path: Path, name: str, things: list[tuple[str, dict[str, str]]], options: Options) -> Bundle:
    gathered = Gathered(path, options)
    keys: dict[str, str] = {}
    sofas = [(values["id"], values.get("sofaString", "")) for kind, values in things if kind == "Sofa"]
    for at, (sofa, text) in enumerate([one for one in sofas if one[1].strip()], 1):
        keys[sofa] = name if at == 1 else f"{name} ({at})"
        gathered.text(keys[sofa], text, original=path if at == 1 and path.suffix != ".zip" else None)
    if not keys:
        raise NoCasError
    relations = 0
    for kind, values in things:
        if kind == "Sofa" or "begin" not in values or "end" not in values:
            relations += kind not in {"Sofa", "NULL", "View", ""} and kind not in _MACHINE
            continue
        if kind in _MACHINE:
            gathered.leave("token, sentence or other structure", "The study has words and paragraphs of its own.")
            continue
        key = keys.get(values.get("sofa", ""), "")
        start, end = _whole(values["begin"]), _whole(values["end"])
        if key:
            start, end = gathered.texts[key].from_units(start, end)
        said = [
            (feature, value) for feature, value in values.items()
            if feature not in _IDLE and value and not value.replace(" ", "").isdigit()
        ]  # fmt: skip
        path_ = (kind, said[0][1]) if said else (kind,)
        comment = "; ".join(f"{feature}: {value}" for feature, value in said[1:])
        gathered.coding(f"{kind} {values['id']}", key, path_, start, end, comment=comment)
    if relations:
        gathered.leave("structure without a place", "Only what lies on a text has a place in a study.", relations)
    return gathered.bundle("Read as a UIMA CAS.")


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else as_number(None)
