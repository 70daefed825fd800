"""Codings as Web Annotations (W3C Recommendation, 23 February 2017), in JSON-LD.

One annotation collection with one page. Each coding is an annotation that tags a stretch of a source: the code is its
body, the member its creator, and the stretch is said twice, by position (`TextPositionSelector`, section 4.2.5 of the
Web Annotation Data Model: code points from 0, the end excluded) and by its words with some before and after
(`TextQuoteSelector`, 4.2.4), so that it can be found again in a text that was changed.

What a careful reader would get wrong: the standard counts characters of the text after normalisation of line ends;
ours have one character for each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_COLLECTION: Final = "urn:crosscase:codings"


class Tagged(msgspec.Struct, frozen=True, kw_only=True):
    """A coding to write.

    Attributes:
        id, source: ids of 32 hexadecimal digits; `name` is what the source is called.
        exact, prefix, suffix: its words and what stands around them; empty where they may not leave.
        whole: it is on all of the source.
    """

    id: str
    source: str
    name: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    code: str
    comment: str
    creator: str
    whole: bool = False


def web_annotations(tagged: Iterable[Tagged], *, label: str) -> bytes:
    """The annotations as one JSON-LD file; `label` says what they are of."""
    items = [_annotation(one) for one in tagged]
    # Web Annotation Data Model 4.2: a page has an IRI of its own and says which collection it is part of.
    page = {"id": f"{_COLLECTION}:1", "type": "AnnotationPage", "partOf": _COLLECTION, "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": _COLLECTION,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n"


def _annotation(one: Tagged) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": one.code, "format": "text/plain"}
    ]
    if one.comment:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": one.comment, "format": "text/plain"})
    return {
        "id": _urn(one.id),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"type": "Person", "name": one.creator},
        "body": bodies,
        "target": _target(one),
    }


def _target(one: Tagged) -> dict[str, Any]:
    source = {"id": _urn(one.source), "type": "Text", "format": "text/plain", "label": one.name}
    if one.whole:
        return source
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": one.start, "end": one.end}]
    if one.exact:
        selectors.append({"type": "TextQuoteSelector", "exact": one.exact, "prefix": one.prefix, "suffix": one.suffix})
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _urn(digits: str) -> str:
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
