"""Sources of a study going out as REFI-QDA, with the selections and codings in them.

A source that came from another program leaves as the element it was, with its file, its selections under their GUIDs,
and what was coded here since beside them. Any other goes out as a text, a picture or a recording.

What a careful reader would get wrong: a selection that came leaves where its codings lie now. Corrections of the text
move them along, and a coding that somebody moved or took away here is not where it was any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

import msgspec

from crosscase.model import Coding, Evidence, Id, Mark, Source
from crosscase.model.refi import (
    Guid,
    MediaElement,
    Selection,
    SelectionKind,
    SourceElement,
    TextElement,
    TranscriptElement,
)
from crosscase.model.refi_here import named_as, one_line
from crosscase.reads.refi_came import Came
from crosscase.reads.refi_cases import Values
from crosscase.reads.refi_going import Going
from crosscase.reads.refi_inside import Inside, Lying

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"}
_VIDEOS = {".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".mpg", ".mpeg", ".m4v", ".3gp"}
_SOUNDS = {".mp3", ".wav", ".m4a", ".ogg", ".flac", ".aac", ".wma", ".aif", ".aiff", ".opus", ".amr"}

Holding = TextElement | MediaElement | TranscriptElement


def lying(going: Going) -> Lying:
    """Everything that lies in the sources that go out."""
    found = Lying()
    wanted = {one.id for one in going.sources}
    for coding in going.rows(Coding):
        if coding.source in wanted and going.code_ends.get(coding.code, coding.code) in going.coded_with:
            _coding(going, found, coding)
    for mark in going.rows(Mark):
        if mark.source in wanted:
            found.marks.setdefault(mark.source, []).append(mark)
    for memo in going.memos:
        if memo.source is not None and memo.source in wanted:
            found.memos.setdefault(memo.source, []).append(memo)
    for one in [] if going.scope.codes else going.rows(Evidence):
        if one.stance == "for":
            found.evidence.setdefault(one.coding, []).append(one)
        else:
            going.lost("themes", "[coding|codings] placed against a theme.")
    return found


def _coding(going: Going, lies: Lying, coding: Coding) -> None:
    if coding.stance == "no":
        going.lost("codings", "[coding that says|codings that say] that a passage says it is not so.")
        return
    lies.codings.setdefault(coding.source, []).append(coding)
    going.lost("codings", "[coding|codings] by agreement: they go out like any other.", coding.origin == "agreed")
    going.lost("codings", "[weight|weights] of codings.", bool(coding.weight))
    if coding.origin == "rule" and coding.accepted is None:
        going.lost("codings", "[coding|codings] by rule that nobody has accepted: they go out like any other.")


def sources(going: Going, lies: Lying, values: Values) -> tuple[TextElement | MediaElement, ...]:
    """The sources, those that came first."""
    wanted = {one.id: one for one in going.sources}
    transcripts = {one.row.guid: one for one in going.came("Transcript") if one.row.thing in wanted}
    placed: set[Guid] = set()
    found: list[TextElement | MediaElement] = []
    came_of: set[Id] = set()
    for came in going.came("TextSource", "MediaSource"):
        source = wanted.get(came.row.thing or "")
        if source is None:
            continue
        first = source.id not in came_of
        came_of.add(source.id)
        if came.row.element == "TextSource":
            found.append(_text(going, lies, values, came, source, first=first))
            continue
        old = came.element(MediaElement)
        own = tuple(
            _transcript(going, lies, transcripts[each.guid], wanted[transcripts[each.guid].row.thing or ""])
            for each in old.transcripts
            if each.guid in transcripts
        )
        placed |= {each.guid for each in own}
        found.append(_media(going, lies, values, came, source, own, first=first))
    for guid, came in transcripts.items():
        if guid not in placed:
            # Its recording was removed: the transcript goes out as a text of its own.
            source = wanted[came.row.thing or ""]
            if source.id not in came_of:
                came_of.add(source.id)
                found.append(_fresh(going, lies, values, source))
    out = {came.row.thing for came in transcripts.values()} | came_of
    found += [_fresh(going, lies, values, source) for source in going.sources if source.id not in out]
    going.lost("themes", "[placing|placings] under themes of codings that do not go out.",
               sum(len(placed) for coding, placed in lies.evidence.items() if coding not in lies.out))  # fmt: skip
    return tuple(found)


def _text(going: Going, lies: Lying, values: Values, came: Came, source: Source, *, first: bool) -> TextElement:
    old = came.element(TextElement)
    inside = Inside(going, lies, source, came)
    going.emitted.add(old.guid)
    selections = [*inside.again(old.selections), *(inside.new() if first else ())]
    codings = (*inside.whole(old.codings), *(inside.new_whole() if first else ()))
    return msgspec.structs.replace(
        old,
        name=_name(going, source, old.name) if first else old.name,
        text=_words(inside.text, came),
        rich_path=_file(going, source, old.rich_path, inside.text),
        selections=tuple(selections),
        codings=codings,
        description=_description(going, source, old.description) if first else old.description,
        notes=going.notes_on_source(source.id, old, first=first),
        values=_values(values, source.id, old.values) if first else old.values,
    )


def _words(text: str, came: Came) -> str | None:
    """The words of a source that came: none where there were none."""
    return text if text or came.held.here.get("empty") else None


def _media(  # noqa: PLR0917 - what it came as, what it is now, and its transcripts
    going: Going, lies: Lying, values: Values, came: Came, source: Source, own: tuple[TranscriptElement, ...], *,
    first: bool,
) -> MediaElement:  # fmt: skip
    old = came.element(MediaElement)
    inside = Inside(going, lies, source, came)
    going.emitted.add(old.guid)
    outer = inside.again(old.selections)
    within = inside.again(old.text.selections, len(old.selections)) if old.text is not None else []
    for one in inside.new() if first else ():
        (within if one.kind == "text" else outer).append(_as_in(old.element, one))
    path = _file(going, source, old.path or old.current_path, inside.text)
    return msgspec.structs.replace(
        old,
        name=_name(going, source, old.name) if first else old.name,
        path=path if old.path else "",
        current_path=old.current_path if old.path or path else "",
        text=_representation(inside, old, within),
        transcripts=own,
        description=_description(going, source, old.description) if first else old.description,
        selections=tuple(outer),
        codings=(*inside.whole(old.codings), *(inside.new_whole() if first else ())),
        notes=going.notes_on_source(source.id, old, first=first),
        values=_values(values, source.id, old.values) if first else old.values,
    )


def _representation(inside: Inside, old: MediaElement, within: list[Selection]) -> TextElement | None:
    """The text of a picture or PDF, with what lies in it."""
    going, came, source = inside.going, inside.came, inside.source
    if old.text is None or came is None:
        if not within:
            return None
        guid = going.made("Representation", source.id)
        return TextElement(guid=guid, text=inside.text, inline=True, selections=tuple(within))
    going.emitted.add(old.text.guid)
    if old.text.rich_path and came.row.files and going.whole(source.id, len(inside.text)):
        going.files[old.text.rich_path] = came.row.files[0]
    return msgspec.structs.replace(
        old.text, text=_words(inside.text, came), selections=tuple(within), codings=inside.whole(old.text.codings)
    )


def _transcript(going: Going, lies: Lying, came: Came, source: Source) -> TranscriptElement:
    old = came.element(TranscriptElement)
    inside = Inside(going, lies, source, came)
    going.emitted |= {old.guid, *(point.guid for point in old.sync_points)}
    selections = inside.again(old.selections)
    going.lost("transcripts", "[coding|codings] on words of a transcript that no synchronisation points enclose.",
               sum(len(one.codings) or 1 for one in inside.new()))  # fmt: skip
    return msgspec.structs.replace(
        old,
        name=_name(going, source, old.name),
        text=_words(inside.text, came),
        rich_path=_file(going, source, old.rich_path, inside.text),
        selections=tuple(selections),
        description=_description(going, source, old.description),
        notes=going.notes_on_source(source.id, old),
    )


def _fresh(going: Going, lies: Lying, values: Values, source: Source) -> TextElement | MediaElement:
    """A source that came from nowhere: a text, or a picture or recording without one; with areas, its file and text."""
    inside = Inside(going, lies, source, None)
    text = inside.text
    guid = going.guid(source.id)
    going.emitted.add(guid)
    selections, codings = tuple(inside.new()), inside.new_whole()
    name, description = going.said(source.name), going.said(source.description) or None
    notes, own = going.notes_of(source.id), values.of(source.id)
    ending = PurePosixPath(source.file).suffix.lower()
    element = _element(source, ending)
    inner = tuple(one for one in selections if one.kind == "text")
    has_areas = element in ("PictureSource", "PDFSource") and len(inner) < len(selections)
    if element is not None and source.original and (has_areas or not text):
        outer = tuple(_as_in(element, one) for one in selections if one.kind != "text")
        guid_inside = going.made("Representation", source.id)
        path = _file(going, source, f"internal://{guid}{ending}", text)
        return MediaElement(
            element=element, guid=guid, name=name, description=description, path=path,
            text=TextElement(guid=guid_inside, text=text, inline=True, selections=inner) if text else None,
            selections=outer, codings=codings, notes=notes, values=own,
        )  # fmt: skip
    rich = ""
    if source.original and ending == ".docx":
        rich = _file(going, source, f"internal://{guid}.docx", text)
    else:
        going.lost(
            "sources", "original [file that is no Word file|files that are no Word files].", bool(source.original)
        )
    return TextElement(
        guid=guid, name=name, description=description, text=text, plain_path=f"internal://{guid}.txt", rich_path=rich,
        selections=selections, codings=codings, notes=notes, values=own,
    )  # fmt: skip


def _as_in(element: SourceElement, selection: Selection) -> Selection:
    """A selection of the kind that the element has."""
    wanted: SelectionKind = "video" if element == "VideoSource" else "audio"
    if selection.kind in ("audio", "video") and selection.kind != wanted:
        return msgspec.structs.replace(selection, kind=wanted)
    return selection


def _element(source: Source, ending: str) -> SourceElement | None:
    if source.nature == "image" or ending in _PICTURES:
        return "PictureSource"
    if ending in _VIDEOS:
        return "VideoSource"
    if ending in _SOUNDS or source.nature == "recording":
        return "AudioSource"
    return "PDFSource" if ending == ".pdf" else None


def _file(going: Going, source: Source, path: str, text: str) -> str:
    """The path of a source's file, if it goes out."""
    if not path or not source.original:
        return path
    if not going.whole(source.id, len(text)) or not going.scope.names:
        going.lost("sources", "[file|files] with words that may not leave.")
        return ""
    going.files[path] = source.original
    return path


def _name(going: Going, source: Source, came: str | None) -> str | None:
    """The name it came with, where it has that or none came and it is called by its file."""
    if going.elements_of[source.id] > 1:
        # What several elements became one source of has the name of one of them.
        return came
    name = going.said(source.name)
    nameless = not one_line(came) and any(
        named_as(name, other, "Source") for other in (PurePosixPath(source.file).stem, "Transcript")
    )
    return came if nameless or named_as(name, came, "Source") else name


def _description(going: Going, source: Source, came: str | None) -> str | None:
    if going.elements_of[source.id] > 1:
        return came
    now = going.said(source.description)
    return came if (came or "") == now else now or None


def _values(values: Values, source: Id, came: Sequence[Any]) -> tuple[Any, ...]:
    own = values.own.get(source)
    return values.of(source, came, only=own, but=values.others.get(source, frozenset()))


# What lies in a source
