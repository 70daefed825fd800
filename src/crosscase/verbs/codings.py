"""What a researcher can do with a passage: code it, mark it, note its content.

A place in a text is given as a span in code points of the text as it reads now and kept as addresses of characters,
so that correcting the transcript moves nothing. The same member cannot put the same code on the same place twice.

Codings made by a rule are *unreviewed* until a member accepts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Code, Coding, ContentNote, Id, Mark, Member, Placed, Source, Span
from crosscase.model.codes import CodingOrigin
from crosscase.store.act import Act
from crosscase.verbs.registry import Verb

HEAVIEST = 100

P = TypeVar("P", bound=Placed)


class OutsideError(RefusedError):
    """A span that is not within the text."""

    code = "outside"

    def __init__(self, span: Span, length: int) -> None:
        super().__init__(
            f"The span {span.start} to {span.end} does not lie within the text, which has {length} characters; "
            "a span begins before it ends."
        )


class CodedAlreadyError(RefusedError):
    """The same member has put the same code on the same place."""

    code = "coded-already"

    def __init__(self, name: str) -> None:
        super().__init__(f"This passage has the code {name!r} from the same member already.")


class QuoteError(RefusedError):
    """A verbatim quote that is not in the text exactly once."""

    code = "quote"

    def __init__(self, quote: str, times: int) -> None:
        shown = quote if len(quote) <= 60 else quote[:57] + "…"
        super().__init__(
            f"The words {shown!r} are not in this source as they stand. Copy them from the text."
            if not times
            else f"The words {shown!r} are in this source {times} times. Quote more of what stands around them."
        )


def span_of_quote(act: Act, source: Id, quote: str) -> Span:
    """Where a verbatim quote stands.

    Raises:
        QuoteError: it is not there, or there several times.
    """
    text = act.text(source)
    at = text.find(quote) if quote else -1
    times = text.count(quote) if quote else 0
    if at < 0 or text.find(quote, at + 1) >= 0:
        raise QuoteError(quote, max(times, 2) if at >= 0 else 0)
    return Span(at, at + len(quote))


def apply_code(
    act: Act,
    code: Id,
    source: Id,
    span: Span | None = None,
    *,
    member: Id | None = None,
    stance: Literal["yes", "no"] = "yes",
    weight: int = 0,
    comment: str = "",
    origin: CodingOrigin = "by hand",
) -> Id:
    """Put a code on a stretch of a source, or (without a span) on the whole of it."""
    coding = Coding(
        source=source, code=code, member=_member(act, member), stance=stance, weight=_weight(weight), comment=comment,
        origin=origin,
    )  # fmt: skip
    act.get(Source, source)
    named = act.get(Code, code)
    placed = _placed(act, coding, span)
    same = {"source": source, "code": code, "member": placed.member, "first": placed.first, "last": placed.last}
    if act.rows(Coding, **same):
        raise CodedAlreadyError(named.name)
    return act.add(placed).id


def apply_code_in_vivo(act: Act, source: Id, span: Span, *, parent: Id | None = None, member: Id | None = None) -> Id:
    """Make a code of the participant's own words and put it on them; the coding."""
    from crosscase.verbs.codes import add_code

    words = " ".join(act.text(source)[span.start : span.end].split())
    known = [c for c in act.rows(Code, parent=parent) if c.name.casefold() == words.casefold()]
    code = known[0].id if known else add_code(act, words, parent=parent)
    return apply_code(act, code, source, span, member=member, origin="in vivo")


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """A code for a stretch of a source, as one of many put on in one act."""

    code: Id
    source: Id
    span: Span
    stance: Literal["yes", "no"] = "yes"
    comment: str = ""
    weight: int = 0


def apply_all(
    act: Act,
    placements: Sequence[Placement],
    *,
    member: Id | None = None,
    origin: CodingOrigin = "by hand",
    rule: str = "",
) -> int:
    """Put codes on many places in one act; how many were new. What is coded so already is left as it is."""
    who = _member(act, member)
    codes = {placement.code for placement in placements}
    for code in codes - {code.id for code in act.rows(Code, id=codes)}:
        act.get(Code, code)
    lengths = {source.id: source.length for source in act.rows(Source, id={p.source for p in placements})}
    there = set(act.values(Coding, ("code", "source", "first", "last"), code=codes, member=who))
    codings: dict[tuple[Id, Id, str, str], Coding] = {}
    for placement in placements:
        source, span = placement.source, placement.span
        if source not in lengths:
            act.get(Source, source)
        if not 0 <= span.start < span.end <= lengths[source]:
            raise OutsideError(span, lengths[source])
        first, last = act.anchor(source, span)
        key = (placement.code, source, first, last)
        if key not in there:
            codings[key] = Coding(
                source=source, code=placement.code, member=who, first=first, last=last, start=span.start, end=span.end,
                origin=origin, rule=rule, stance=placement.stance, comment=placement.comment,
                weight=_weight(placement.weight),
            )  # fmt: skip
    return len(act.add_all(list(codings.values())))


def apply_codes(
    act: Act,
    code: Id,
    places: Sequence[tuple[Id, Span]],
    *,
    member: Id | None = None,
    origin: CodingOrigin = "by hand",
    rule: str = "",
) -> int:
    """Put one code on many places in one act; how many were new."""
    placements = [Placement(code=code, source=source, span=span) for source, span in places]
    return apply_all(act, placements, member=member, origin=origin, rule=rule)


def resize_coding(act: Act, coding: Id, span: Span) -> None:
    """Make a coding cover another stretch of its source."""
    placed = _placed(act, act.get(Coding, coding), span)
    act.change(Coding, coding, first=placed.first, last=placed.last, place="text")


def recode(act: Act, codings: Sequence[Id], code: Id) -> None:
    """Give codings another code; one that this would make twice is removed."""
    act.get(Code, code)
    there = {(c.member, c.source, c.first, c.last) for c in act.rows(Coding, code=code)}
    keep: list[Id] = []
    for coding in act.rows(Coding, id=list(codings)):
        place = (coding.member, coding.source, coding.first, coding.last)
        if place in there and coding.code != code:
            act.remove_whole(Coding, [coding.id])
        else:
            there.add(place)
            keep.append(coding.id)
    act.change_all(Coding, "code", dict.fromkeys(keep, code))


def remove_codings(act: Act, codings: Sequence[Id]) -> dict[str, int]:
    """Remove codings, with what rests on them; how many of each kind went."""
    for coding in codings:
        act.get(Coding, coding)
    return act.remove_whole(Coding, list(codings))


def weigh_coding(act: Act, coding: Id, weight: int) -> None:
    """Give a coding a weight from 1 to 100, or none (0)."""
    act.change(Coding, coding, weight=_weight(weight))


def comment_coding(act: Act, coding: Id, comment: str) -> None:
    """Say something about a coding."""
    act.change(Coding, coding, comment=comment)


def take_stance(act: Act, coding: Id, stance: Literal["yes", "no"]) -> None:
    """Say whether the passage says that it is so, or that it is not."""
    act.change(Coding, coding, stance=stance)


def accept_codings(act: Act, codings: Sequence[Id]) -> int:
    """Accept codings made by a rule, as the acting member; how many were unreviewed."""
    open_ones = [c for c in act.rows(Coding, id=list(codings)) if c.origin == "rule" and c.accepted is None]
    act.change_all(Coding, "accepted", {coding.id: act.by for coding in open_ones})
    return len(open_ones)


def add_mark(act: Act, source: Id, span: Span, *, note: str = "", member: Id | None = None) -> Id:
    """Mark a passage that strikes you, with or without a note."""
    act.get(Source, source)
    return act.add(_placed(act, Mark(source=source, member=_member(act, member), note=note), span)).id


def change_mark(act: Act, mark: Id, note: str) -> None:
    """Write another note on a mark."""
    act.change(Mark, mark, note=note)


def remove_mark(act: Act, mark: Id) -> None:
    """Take a mark away."""
    act.get(Mark, mark)
    act.remove_whole(Mark, [mark])


def add_content_note(act: Act, source: Id, about: str, span: Span | None = None, *, note: str = "") -> Id:
    """Say what a passage or source holds that a reader may wish to be spared; it is covered until asked for."""
    act.get(Source, source)
    if not about.strip():
        raise BadValueError("Say what the passage is about: self-harm, restraint, racism, …")
    return act.add(_placed(act, ContentNote(source=source, about=about.strip(), note=note), span)).id


def remove_content_note(act: Act, content_note: Id) -> None:
    """Take a content note away."""
    act.get(ContentNote, content_note)
    act.remove_whole(ContentNote, [content_note])


def _placed(act: Act, row: P, span: Span | None) -> P:
    """The row on that stretch of its source; without one, on the whole source."""
    if span is None:
        return msgspec.structs.replace(row, place="whole")
    length = act.get(Source, row.source).length
    if not 0 <= span.start < span.end <= length:
        raise OutsideError(span, length)
    first, last = act.anchor(row.source, span)
    return msgspec.structs.replace(row, place="text", first=first, last=last, start=span.start, end=span.end)


def _member(act: Act, member: Id | None) -> Id:
    if member is not None:
        act.get(Member, member)
    return member or act.by


def _weight(weight: int) -> int:
    if not 0 <= weight <= HEAVIEST:
        raise BadValueError(f"A weight lies between 1 and {HEAVIEST} (0: none); {weight} does not.")
    return weight


VERBS = (
    Verb("coding.apply", apply_code, "code"),
    Verb("coding.in_vivo", apply_code_in_vivo, "code"),
    Verb("coding.apply_all", apply_all, "code"),
    Verb("coding.apply_many", apply_codes, "code"),
    Verb("coding.resize", resize_coding, "code"),
    Verb("coding.recode", recode, "code"),
    Verb("coding.remove", remove_codings, "code"),
    Verb("coding.weigh", weigh_coding, "code"),
    Verb("coding.comment", comment_coding, "code"),
    Verb("coding.stance", take_stance, "code"),
    Verb("coding.accept", accept_codings, "code"),
    Verb("mark.add", add_mark, "code"),
    Verb("mark.change", change_mark, "code"),
    Verb("mark.remove", remove_mark, "code"),
    Verb("content_note.add", add_content_note, "code"),
    Verb("content_note.remove", remove_content_note, "code"),
)
