"""W3C Web Annotation (JSON-LD), and Hypothesis's JSON, which is its own shape of the same model.

Model as in the W3C recommendation *Web Annotation Data Model* (2017): bodies for tagging become codes, other bodies the
comment of the coding; an annotation without a tag is a memo on its place, one without anything a mark. Places come as
quotations with the words around them (`TextQuoteSelector`) and as numbers (`TextPositionSelector`). Hypothesis's
documents are those its API and its export give (`rows`, or a list): `tags` become codes, `text` the comment.

The texts are on the web, so they must be in the study or come in beside the file; they are known by the last part of
their address or by their title.

What a careful reader would get wrong: Hypothesis's numbers count the text of a web page as a browser had it, with its
menus. There only the quotation says where an annotation lies.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

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
from crosscase.importers.options import DEFAULT, Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".json", ".jsonld")
_DEEPEST: Final = 20


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a Web Annotation, or annotations of Hypothesis."""
    return is_json(path, head, b"www.w3.org/ns/anno") or is_hypothesis(path, head)


def is_hypothesis(path: Path, head: bytes) -> bool:
    """Whether it is what Hypothesis gives."""
    return is_json(path, head, b'"uri"', b'"target"') and (b'"selector"' in head or b'"acct:' in head)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """All annotations of a file.

    Raises:
        UnreadableError: it is no JSON, too large, or has no annotations.
    """
    data = load_json(path)
    found = _all(data, 0)
    if not found:
        raise OtherJsonError("a tool for Web Annotation or Hypothesis")
    gathered = Gathered(path, options)
    own = sum("uri" in one and "target" in one for one in found)
    for number, one in enumerate(found, 1):
        (_hypothesis if "uri" in one else _annotation)(gathered, f"annotation {number}", one)
    return gathered.bundle("Read as annotations of Hypothesis." if own else "Read as W3C Web Annotation.")


def _all(data: Any, depth: int) -> list[dict[str, Any]]:
    """Every annotation in lists, collections and pages."""
    if depth > _DEEPEST:
        return []
    if isinstance(data, list):
        return [each for one in data for each in _all(one, depth + 1)]
    known = as_dict(data)
    if "target" in known:
        return [known]
    return [
        each
        for name in ("rows", "annotations", "items", "first", "@graph", "next")
        if isinstance(known.get(name), list | dict)
        for each in _all(known[name], depth + 1)
    ]


def _annotation(gathered: Gathered, at: str, one: dict[str, Any]) -> None:
    member = _name(one.get("creator", as_dict(as_list(one.get("body"))[:1] or {}).get("creator")))
    tags: list[str] = []
    said: list[str] = []
    motives = {as_text(motive).rpartition(":")[2] for motive in as_list(one.get("motivation"))}
    for body in as_list(one.get("body")) + as_list(one.get("bodyValue")):
        known = as_dict(body)
        words = (
            as_text(body) or as_text(known.get("value")) or as_text(known.get("chars")) or _name(known.get("source"))
        )
        purpose = {as_text(each).rpartition(":")[2] for each in as_list(known.get("purpose"))} or motives
        if words:
            (tags if purpose & {"tagging", "classifying", "identifying"} else said).append(words)
    for target in as_list(one.get("target")):
        known = as_dict(target)
        source = as_text(target) or as_text(known.get("source")) or as_text(as_dict(known.get("source")).get("id"))
        key, place = _document(source or as_text(known.get("id"))), _selected(known.get("selector"), 0)
        _place(gathered, at, key, place, tags=tags, said="\n".join(said), who=member)


def _hypothesis(gathered: Gathered, at: str, one: dict[str, Any]) -> None:
    member = as_text(as_dict(one.get("user_info")).get("display_name")) or _account(as_text(one.get("user")))
    titles = as_list(as_dict(one.get("document")).get("title"))
    key = next((title.strip() for title in titles if isinstance(title, str) and title.strip()), "") or _document(
        as_text(one.get("uri"))
    )
    tags = [as_text(tag) for tag in as_list(one.get("tags")) if as_text(tag).strip()]
    text = as_text(one.get("text"))
    selectors = [each for target in as_list(one.get("target")) for each in as_list(as_dict(target).get("selector"))]
    place = _selected(selectors, 0)
    if place["quote"]:
        place["start"] = place["end"] = -1
    if one.get("references"):
        gathered.note(text, title="Reply", member=member)
    else:
        _place(gathered, at, key, place, tags=tags, said=text, who=member)


def _place(
    gathered: Gathered, at: str, key: str, place: dict[str, Any], *, tags: list[str], said: str, who: str
) -> None:
    if not place["quote"] and place["start"] < 0:
        if said:
            gathered.note(said, title=f"On {key}", member=who)
        else:
            gathered.placer.lose("annotation", at, f"It lies on no words of {key!r}.")
        return
    for tag in tags or [""]:
        gathered.coding(at, key, (tag,), member=who, comment=said, **place)


def _selected(selector: Any, depth: int) -> dict[str, Any]:
    """Words, words around them and numbers, of whatever selectors there are."""
    found: dict[str, Any] = {"start": -1, "end": -1, "quote": "", "before": "", "after": ""}
    if depth > _DEEPEST:
        return found
    for one in map(as_dict, as_list(selector)):
        kind = as_text(one.get("type")).rpartition(":")[2]
        if kind == "TextQuoteSelector" and as_text(one.get("exact")):
            found["quote"] = as_text(one["exact"])
            found["before"], found["after"] = as_text(one.get("prefix")), as_text(one.get("suffix"))
        elif kind == "TextPositionSelector":
            found["start"], found["end"] = as_number(one.get("start")), as_number(one.get("end"))
        if "refinedBy" in one:
            inner = _selected(one["refinedBy"], depth + 1)
            found = inner if inner["quote"] or inner["start"] >= 0 else found
    return found


def _document(address: str) -> str:
    """What a text on the web may be called here."""
    try:
        path = PurePosixPath(unquote(urlsplit(address).path))
    except ValueError:
        return address
    return path.name or address


def _name(who: Any) -> str:
    one = next(iter(as_list(who)), None)
    known = as_dict(one)
    return (
        as_text(known.get("name"))
        or as_text(known.get("nickname"))
        or _document(as_text(known.get("id")) or as_text(one))
    )


def _account(user: str) -> str:
    return user.removeprefix("acct:").partition("@")[0]
