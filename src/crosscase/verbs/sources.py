r"""Sources: transcripts, documents, field notes, answers, recordings.

A source's id is made of its text and the study's key, so that the same text is one source wherever it is brought in.
Bringing it again is refused, with the name under which it is there; one that was removed is brought back, with what
it says now. Line ends are `\n`, and a byte order mark at the beginning is dropped; nothing else about a text is
changed.

What a careful reader would get wrong: what was removed with a source (turns, codings, readings) does not come back
with its text. Undo brings all of it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.model import Case, Id, Interview, Participant, Settings, Source, derived_id
from crosscase.model.counting import plain
from crosscase.model.sources import SourceKind
from crosscase.model.values import date_or_as_given
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, given, id_given, label, last_position, put_in_order, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "A source needs a name."
_KIND = "kind of source"
_FILE = "file"


class ErasedSourceError(RefusedError):
    """A text that was erased is brought again."""

    code = "erased-source"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} has a text that was erased from this study because somebody asked for it (`crosscase log --verb "
            "erase` says when and why). It is not taken in again."
        )


class SameSourceError(RefusedError):
    """The text is in the study already.

    Attributes:
        source: the source that has it.
    """

    code = "same-source"

    def __init__(self, source: Source) -> None:
        self.source = source.id
        super().__init__(f"This text is in the study already, as the source {source.name!r}. Nothing was added.")


class UnwritableTextError(BadValueError):
    """A text with something in it that is no character."""

    code = "unwritable-text"

    def __init__(self, at: int, what: str) -> None:
        super().__init__(
            f"The text has {what} in it, after {at:,} characters. Nothing was taken in; take that out first."
        )


def as_text(words: str) -> str:
    r"""A text as it is kept: line ends as `\n`, without a byte order mark.

    Raises:
        UnwritableTextError: there is a zero character or half of one in it.
    """
    text = plain(words)
    if "\0" in text:
        raise UnwritableTextError(text.index("\0"), "a zero character")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnwritableTextError(error.start, "half of a character") from error
    return text


def study_key(act: Act) -> str:
    """The study's own key, with which ids of sources are made."""
    return act.rows(Settings)[0].key


def source_id(text: str, key: str, *, original: str = "") -> Id:
    """The id of the source with that text, else of that original file; empty (any) where it has neither."""
    if text:
        return derived_id("source", text, key=key)
    return derived_id("file", original, key=key) if original else ""


def add_source(
    act: Act,
    name: str,
    text: str = "",
    *,
    nature: SourceKind = "transcript",
    case: Id | None = None,
    participant: Id | None = None,
    interview: Id | None = None,
    description: str = "",
    language: str = "",
    date: str = "",
    file: Path | None = None,
    encoding: str = "",
) -> Id:
    """Add a source with its text (none for an image or a recording), behind the others.

    Args:
        file: the original, whose bytes are kept in the vault.
        encoding: how its bytes were read.

    Raises:
        SameSourceError: the text is in the study already.
        ErasedSourceError: it was erased from the study.
    """
    name = label(name, _NO_NAME)
    choice(nature, SourceKind, _KIND)
    text = as_text(text)
    original = keep_original(act, file) if file is not None else ""
    thing = source_id(text, study_key(act), original=original)
    known = act.rows(Source)
    same = [source for source in known if source.id == thing]
    if same:
        raise SameSourceError(same[0])
    refuse_twin(known, "name", name)
    source = Source(
        id=thing, name=name, nature=nature, case=id_given(act, Case, case),
        participant=id_given(act, Participant, participant), interview=id_given(act, Interview, interview),
        description=description, language=language, date=date_or_as_given(date), file=file.name if file else "",
        encoding=encoding, original=original, position=last_position(known),
    )  # fmt: skip
    if not thing:
        return act.add(source).id
    was_there = bool(act.existing(Source, [thing]))
    if was_there and act.was_erased(thing):
        raise ErasedSourceError(name)
    act.ensure_all([source])
    if text and not was_there:
        act.bring({thing: text})
    return thing


def keep_original(act: Act, file: Path) -> str:
    """Lay an original file in the vault; its digest.

    Raises:
        NotFoundError: there is no such file, or it cannot be read.
    """
    try:
        return act.keep_file(file)
    except OSError as error:
        raise NotFoundError(_FILE, str(file)) from error


def rename_source(act: Act, source: Id, name: str) -> None:
    """Give a source another name."""
    act.get(Source, source)
    name = label(name, _NO_NAME)
    refuse_twin(act.rows(Source), "name", name, but=source)
    act.change(Source, source, name=name)


def describe_source(
    act: Act,
    source: Id,
    *,
    description: str | None = None,
    nature: SourceKind | None = None,
    language: str | None = None,
    date: str | None = None,
) -> None:
    """Say what a source is; what is not given stays."""
    if nature is not None:
        choice(nature, SourceKind, _KIND)
    fields: dict[str, Any] = given(description=description, nature=nature, language=language)
    if date is not None:
        fields["date"] = date_or_as_given(date)
    act.change(Source, source, **fields)


def assign_sources(
    act: Act,
    sources: Sequence[Id],
    *,
    case: Id | None = None,
    participant: Id | None = None,
    interview: Id | None = None,
) -> None:
    """Say which case, participant or interview sources belong to; what is not given stays, an empty id takes away."""
    all_there(act, Source, sources)
    fields: dict[str, Id | None] = {}
    for field, row, thing in (
        ("case", Case, case),
        ("participant", Participant, participant),
        ("interview", Interview, interview),
    ):
        if thing is not None:
            fields[field] = id_given(act, row, thing)
    for field, value in fields.items():
        act.change_all(Source, field, dict.fromkeys(sources, value))


def order_sources(act: Act, sources: Sequence[Id]) -> None:
    """Put sources in this order in every list; those not named follow as they stood."""
    put_in_order(act, Source, sources, sorted(act.rows(Source), key=lambda source: (source.position, source.name)))


def remove_sources(act: Act, sources: Sequence[Id]) -> dict[str, int]:
    """Remove sources with their turns, codings and all else that lies in them; how many of each kind went.

    The interviews they come from stay, and memos about them are kept without them.
    """
    return act.remove_whole(Source, [known.id for known in all_there(act, Source, sources)])


VERBS = (
    Verb("source.add", add_source),
    Verb("source.rename", rename_source),
    Verb("source.describe", describe_source),
    Verb("source.assign", assign_sources),
    Verb("source.order", order_sources),
    Verb("source.remove", remove_sources),
)
