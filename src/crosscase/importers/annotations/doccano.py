"""doccano's JSONL: one text a line with its labels, in the shapes of its versions 1.0 to 1.8.

Labels of stretches stand as `label` or `labels` (`[start, end, name]`), as `entities` (with `relations`), or, in older
exports, as `annotations` with the numbers of labels and users; labels of whole texts are names alone. Other fields of a
line become attributes of its text, `Comments` memos about it.

What a careful reader would get wrong: in a file with the labels of everybody, numbers stand for names. They are kept as
`label 18` and `user 3`, to be renamed, since the file does not say what they mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.importers.annotations.gathered import (
    Gathered,
    OtherJsonError,
    as_dict,
    as_list,
    as_number,
    as_text,
    parse_json,
)
from crosscase.importers.errors import TooLargeError, UnreadableError
from crosscase.importers.guard import MOST_TEXT_BYTES
from crosscase.importers.options import DEFAULT, Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")
_LABELS = ("label", "labels", "entities", "annotations", "annotation")
_TEXTS = ("text", "data")
_KNOWN = {*_LABELS, *_TEXTS, "id", "relations", "Comments", "comments", "cats"}


def identify(path: Path, head: bytes) -> bool:
    """Whether the first line is an object with a text and labels."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    texts, labels = ([f'"{name}"'.encode() for name in names] for names in (_TEXTS, _LABELS))
    return start.startswith(b"{") and any(one in head for one in texts) and any(one in head for one in labels)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """A document for each line.

    Raises:
        UnreadableError: it is too large, a line is no JSON, or no line has a text.
    """
    size = path.stat().st_size
    if size > MOST_TEXT_BYTES:
        raise TooLargeError(size, MOST_TEXT_BYTES)
    gathered = Gathered(path, options)
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = as_dict(parse_json(line, f"line {number}"))
        except UnreadableError as error:
            if number == 1:
                raise
            gathered.placer.lose("text", f"line {number}", error.reason)
            continue
        text = next((record[name] for name in _TEXTS if isinstance(record.get(name), str)), None)
        if text is None:
            gathered.placer.lose("text", f"line {number}", "It has no text.")
            continue
        _text(gathered, number, record, text)
    if not gathered.documents:
        raise OtherJsonError("doccano")
    return gathered.bundle(f"Read as doccano's JSONL: {len(gathered.documents):,} texts.")


def _text(gathered: Gathered, number: int, record: dict[str, Any], text: str) -> None:
    key = f"{gathered.path.stem} {as_text(record.get('id')) or number}"
    if key in gathered.texts:
        key = f"{key} (line {number})"
    others = {name: as_text(value) for name, value in record.items() if name not in _KNOWN and as_text(value)}
    stored = gathered.text(key, text, attributes=others)
    if key not in gathered.texts:
        return
    for name in _LABELS:
        for at, one in enumerate(as_list(record.get(name)), 1):
            _label(gathered, f"line {number}, {name} {at}", key, one, len(stored.text))
    relations = len(as_list(record.get("relations")))
    if relations:
        gathered.leave("relation", "Relations between annotations have no place in a coding.", relations)
    for field in ("Comments", "comments"):
        for comment in as_list(record.get(field)):
            if words := as_text(comment) or as_text(as_dict(comment).get("text")):
                gathered.note(words, about=key)


def _label(gathered: Gathered, at: str, key: str, one: Any, length: int) -> None:
    """A label of a stretch, or of the whole text."""
    if isinstance(one, str) or (isinstance(one, dict) and "start_offset" not in one and "start" not in one):
        name = one if isinstance(one, str) else _name(one.get("label", one.get("text")))
        gathered.coding(at, key, (name,), 0, length, kind="label of a whole text")
        return
    if isinstance(one, list):
        start, end, label, user = (*one, None, None, None, None)[:4]
    else:
        known = as_dict(one)
        start, end = known.get("start_offset", known.get("start")), known.get("end_offset", known.get("end"))
        label, user = known.get("label"), known.get("user")
    member = f"user {user}" if isinstance(user, int) else as_text(user)
    first, last = gathered.texts[key].from_raw(max(as_number(start), 0), max(as_number(end), 0))
    gathered.coding(at, key, (_name(label),), first, last, member=member)


def _name(label: Any) -> str:
    return f"label {label}" if isinstance(label, int) else as_text(label)
