"""Label Studio's JSON and JSON-MIN exports of texts.

In JSON each task has its data, and under `annotations` what each person made of it (`completed_by`, `result`); in
JSON-MIN a task is one object with the labels of one person. Labels of stretches become codings, choices codings of the
whole text; what people wrote into text areas becomes memos. Predictions of machines, relations, ratings and regions of
pictures and recordings are counted and listed.

What a careful reader would get wrong: offsets count UTF-16 units of the text (of its HTML's text: `globalOffsets`), and
the words of each region stand beside them and decide.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

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
from crosscase.importers.marked_up import MarkedUp
from crosscase.importers.options import DEFAULT, Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".json",)
_LABELS: Final = ("labels", "hypertextlabels", "paragraphlabels", "taxonomy")


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a list of tasks with results, or of small ones with labels."""
    full = is_json(path, head, b'"data"') and (b'"annotations"' in head or b'"completions"' in head)
    small = is_json(path, head, b'"annotation_id"', b'"annotator"')
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[" and (full or small)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """A document for each task.

    Raises:
        UnreadableError: it is no JSON, too large, or has no tasks with texts.
    """
    gathered = Gathered(path, options)
    for number, one in enumerate(as_list(load_json(path)), 1):
        task = as_dict(one)
        data = as_dict(task.get("data")) or (task if "annotator" in task else {})
        results = [_result(each) for each in as_list(task.get("annotations", task.get("completions")))]
        small = not results and "annotator" in task
        if small:
            results = [(_person(task.get("annotator")), _from_small(task))]
        key = f"{path.stem} {as_text(task.get('id')) or number}"
        _task(gathered, number, key, data, results, small=small)
        predictions = len(as_list(task.get("predictions")))
        if predictions:
            gathered.leave("prediction", "What a machine proposed, and nobody took over.", predictions)
    if not gathered.documents:
        raise OtherJsonError("Label Studio")
    return gathered.bundle(f"Read as Label Studio's JSON: {len(gathered.documents):,} texts.")


def _result(annotation: Any) -> tuple[str, list[dict[str, Any]]]:
    known = as_dict(annotation)
    if known.get("was_cancelled"):
        return _person(known.get("completed_by")), []
    return _person(known.get("completed_by")), [as_dict(one) for one in as_list(known.get("result"))]


def _person(who: Any) -> str:
    if isinstance(who, dict):
        name = " ".join(filter(None, (as_text(who.get("first_name")), as_text(who.get("last_name")))))
        return name or as_text(who.get("email")) or _person(who.get("id"))
    return f"annotator {who}" if isinstance(who, int) else as_text(who)


def _from_small(task: dict[str, Any]) -> list[dict[str, Any]]:
    """The regions and choices of a task of JSON-MIN, in the form of JSON's."""
    found: list[dict[str, Any]] = []
    for value in task.values():
        for one in as_list(value):
            if isinstance(one, dict) and "start" in one and any(kind in one for kind in _LABELS):
                kind = next(kind for kind in _LABELS if kind in one)
                found.append({"type": kind, "value": one})
            elif isinstance(one, dict) and "choices" in one:
                found.append({"type": "choices", "value": one})
    return found


def _task(
    gathered: Gathered, number: int, key: str, data: dict[str, Any], results: list[tuple[str, list[dict[str, Any]]]],
    *, small: bool,
) -> None:  # fmt: skip
    texts = {name: value for name, value in data.items() if isinstance(value, str) and value.strip()}
    field = _field(texts, results)
    if not field:
        gathered.placer.lose("task", f"task {number}", "It has no text.")
        return
    # What stands in a task of JSON-MIN beside its text are results and times, not what is known of the text.
    others = {} if small else {name: as_text(value) for name, value in data.items() if name != field and as_text(value)}
    raw = texts[field]
    marked = "<" in raw and "</" in raw
    gathered.text(key, MarkedUp(raw).text if marked else raw, attributes=others)
    if key not in gathered.texts:
        return
    for member, regions in results:
        for at, region in enumerate(regions, 1):
            _region(gathered, f"task {number}, result {at}", key, member, region, marked=marked)


def _field(texts: dict[str, str], results: list[tuple[str, list[dict[str, Any]]]]) -> str:
    """The field that was annotated: the one in which the words of regions stand, else the longest."""
    words = [as_text(as_dict(region.get("value")).get("text")) for _, regions in results for region in regions][:20]
    words = [one for one in words if one]
    for name in ("text", *texts):
        if name in texts and words and all(one in texts[name] for one in words):
            return name
    return "text" if "text" in texts else max(texts, key=lambda name: len(texts[name]), default="")


def _region(gathered: Gathered, at: str, key: str, member: str, region: dict[str, Any], *, marked: bool) -> None:
    length = len(gathered.texts[key].text)
    kind, value = as_text(region.get("type")).casefold(), as_dict(region.get("value"))
    if kind == "choices":
        for choice in as_list(value.get("choices")):
            gathered.coding(at, key, (as_text(choice),), 0, length, member=member, kind="choice for a whole text")
        return
    if kind == "textarea" and "start" not in value:
        for words in as_list(value.get("text")):
            gathered.note(as_text(words), member=member, about=key)
        return
    labels = next((value[name] for name in _LABELS if name in value), None)
    if labels is None:
        gathered.leave(f"result of the kind {kind or 'relation'!r}", "It has no place on a text.")
        return
    offsets = as_dict(value.get("globalOffsets")) or value
    start, end = as_number(offsets.get("start")), as_number(offsets.get("end"))
    quote = as_text(value.get("text"))
    if start >= 0 and not marked:
        start, end = gathered.texts[key].from_units(start, end)
    for label in as_list(labels):
        path = tuple(as_text(part) for part in label) if isinstance(label, list) else (as_text(label),)
        gathered.coding(at, key, path, start, end, member=member, quote=quote)
