"""Taking words out of a study for good: a participant who withdraws, a source, a stretch of one.

Each verb takes the words out of the vault first (see `store.erasing`), removes what stood on them alone, renames codes
that were named with them, and lists what people have to work over as tasks. It says on whose authority in
`because`, which is asked for; there the words are blotted out as well. None of it can be undone.

What a careful reader would get wrong: everything that the journal ever held is reached, also texts that were removed or
corrected away, but nothing outside the study: files that were imported, reports, other people's copies that never come
to a merge. What left the study on record is listed as tasks to tell people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Code, Coding, Id, Participant, Quotation, Recruitment, Source, Span, Task, kind_named
from crosscase.model.conduct import TaskNature
from crosscase.reads.withdrawal import Reach, participant_reach, source_reach, span_reach
from crosscase.store.act import Act
from crosscase.verbs.registry import Verb

_REWRITTEN = "Words that were quoted here were erased: write it again without them."
_UNSUPPORTED = "Codings that this theme rested on were erased with the words: look whether it still holds."
_LEFT = "This left the study with words that were erased since: ask for it back, or make it anew."
_SAME_WORDS = "The same words stood here and were blotted out with those of somebody who withdrew: read it again."


class NoAuthorityError(RefusedError):
    """An erasure without a reason."""

    code = "no-authority"

    def __init__(self) -> None:
        super().__init__(
            "Say who asked for this and why (--because): an erasure cannot be undone, and the journal keeps on whose "
            "authority it was done."
        )


class UndatedError(BadValueError):
    """It cannot be told whether a source is from before a date."""

    code = "undated"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"No date that can be compared is known for: {', '.join(names)}. Give these sources, or their interviews, "
            "a date (2026-01-31) first. Nothing was erased."
        )


class NothingToEraseError(RefusedError):
    """There are no words left of what is to be erased."""

    code = "nothing-to-erase"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} has no words in this study, or they were erased already.")


class OutsideTextError(BadValueError):
    """A stretch that does not lie in its text."""

    code = "outside-text"

    def __init__(self, span: Span, length: int) -> None:
        super().__init__(f"The text has {length:,} characters; {span.start} to {span.end} is no stretch of it.")


def erase_participant(
    act: Act,
    participant: Id,
    *,
    keep_codings: bool = False,
    since: str = "",
    names: Sequence[str] | None = None,
    spare_others: bool = False,
    renamed: Mapping[Id, str] | None = None,
) -> Reach:
    """Erase a participant who withdraws; what it touched.

    Args:
        keep_codings: words and name go; the participant, codings and counts stay.
        since: only what was collected on this ISO date or later; the participant stays.
        names: what to look for as their name, instead of the name on record and its parts.
        spare_others: leave the same words in other people's transcripts, where these said them themselves.
        renamed: new names for codes that were named with their words.

    Raises:
        NoAuthorityError: no reason was given.
        UndatedError: with `since`, a source of theirs has no date.
        NothingToEraseError: there is nothing of theirs.
    """
    person = act.get(Participant, participant)
    reach = participant_reach(
        act.store, participant, keep_codings=keep_codings, since=since, names=names, spare_others=spare_others
    )
    if reach.undated:
        raise UndatedError(sorted(act.get(Source, source).name for source in reach.undated))
    stays = keep_codings or bool(since)
    if stays and not (reach.change.cells or reach.blotted):
        raise NothingToEraseError(person.identifier)
    _erase(act, reach)
    _rename(act, reach.vivo, renamed or {})
    if not keep_codings:
        _remove(act, reach)
    if not stays:
        act.remove_whole(Participant, [participant])
        if person.case and person.role:
            act.add(Recruitment(case=person.case, role=person.role, step="withdrew", count=1))
    _note_work(act, reach, still_there=keep_codings)
    return reach


def erase_source(
    act: Act,
    source: Id,
    *,
    keep_codings: bool = False,
    spare_others: bool = False,
    renamed: Mapping[Id, str] | None = None,
) -> Reach:
    """Erase one source with all its words; what it touched. With `keep_codings` it stays, blotted out.

    Raises:
        NoAuthorityError: no reason was given.
        NothingToEraseError: it has no words.
    """
    name = act.get(Source, source).name
    reach = source_reach(act.store, source, keep_codings=keep_codings, spare_others=spare_others)
    if not reach.change.cells:
        raise NothingToEraseError(repr(name))
    _erase(act, reach)
    _rename(act, reach.vivo, renamed or {})
    if not keep_codings:
        _remove(act, reach)
    _note_work(act, reach, still_there=keep_codings)
    return reach


def redact(act: Act, source: Id, span: Span, *, mark: str = "") -> Reach:
    """Erase a stretch of a source (code points of the text as it reads now) in every version; what it touched.

    Codings and turns stay. Without a mark the characters show as █, one for one.

    Args:
        mark: what stands there instead, like `[name of a ward]`.

    Raises:
        NoAuthorityError: no reason was given.
        OutsideTextError: there is no such stretch.
    """
    length = act.get(Source, source).length
    if not 0 <= span.start < span.end <= length:
        raise OutsideTextError(span, length)
    reach = span_reach(act.store, source, span)
    _erase(act, reach)
    if mark:
        act.correct(source, [(span, mark)])
    _note_work(act, reach, still_there=True)
    return reach


def _erase(act: Act, reach: Reach) -> None:
    if not act.reason.strip():
        raise NoAuthorityError
    act.erase(reach.change, reach.blotted)


def _rename(act: Act, codes: Sequence[Id], renamed: Mapping[Id, str]) -> None:
    taken = {code.name.casefold() for code in act.rows(Code)}
    number = 0
    becomes: dict[Id, str] = {}
    for code in codes:
        name = " ".join(renamed.get(code, "").split())
        while not name or name.casefold() in taken:
            number += 1
            name = f"in vivo, withdrawn {number}"
        taken.add(name.casefold())
        becomes[code] = name
    act.change_all(Code, "name", becomes)


def _remove(act: Act, reach: Reach) -> None:
    """Remove what stood on the words alone: sources with all that lies in them, the rest in group interviews."""
    act.remove_whole(Source, [source.id for source in act.rows(Source, id=list(reach.sources))])
    act.remove_whole(Coding, [coding.id for coding in act.rows(Coding, id=list(reach.codings))])
    act.remove_whole(Quotation, [one.id for one in act.rows(Quotation, id=list(reach.quotations))])


def _note_work(act: Act, reach: Reach, *, still_there: bool) -> None:
    """List what people have to work over."""
    work: list[tuple[TaskNature, str, Id, str]] = [
        ("rewrite", mention.kind, mention.row, _REWRITTEN) for mention in reach.mentions if mention.row
    ]
    work += [("look again", "source", source, _SAME_WORDS) for source in reach.transcripts]
    work += [("support", "theme", theme, _UNSUPPORTED) for theme in reach.themes if not still_there]
    work += [("tell", "product", product, _LEFT) for product in reach.products]
    tasks = [
        Task(nature=nature, about_kind=kind, about=thing, note=note)
        for nature, kind, thing, note in work
        if act.rows(kind_named(kind).row, id=[thing])  # what went with it needs no work
    ]
    act.add_all(tasks)


VERBS = (
    Verb("participant.erase", erase_participant, "own"),
    Verb("source.erase", erase_source, "own"),
    Verb("source.redact", redact),
)
