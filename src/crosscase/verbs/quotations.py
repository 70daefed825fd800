"""What a researcher can do with quotations: keep one from a coding or a place, say how it is printed, take it away.

A quotation is bound to its place, so it stays right when the transcript is corrected. How it is printed may differ from
what was said only where that is declared: an omission (…) or an [edit] in brackets. Words that were changed without
saying so are refused here, with the difference; words that a later correction makes differ are shown by
`reads.quotations`.

What a careful reader would get wrong: the printed words are looked for in the place alone. To quote what stands beside
it, keep a quotation of the longer stretch.
"""

from __future__ import annotations

import msgspec

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Coding, Id, Quotation, Source, Span
from crosscase.store.act import Act
from crosscase.verbs.checks import given
from crosscase.verbs.codings import OutsideError
from crosscase.verbs.registry import Verb


class NoPlaceError(BadValueError):
    """A quotation of nothing."""

    code = "no-place"

    def __init__(self) -> None:
        super().__init__("Say what is quoted: a coding, or a source with the stretch of it. Nothing was changed.")


class NoWordsToQuoteError(RefusedError):
    """A coding that lies on no words."""

    code = "no-words"

    def __init__(self) -> None:
        super().__init__("There are no words at this place. Choose a stretch of the text.")


class OtherWordsError(RefusedError):
    """Printed words that are not what was said."""

    code = "other-words"

    def __init__(self, difference: str) -> None:
        what = f"differ from what was said ({difference})" if difference else "do not stand at this place"
        super().__init__(
            f"The printed words {what}. Declare what is left out with […] and what is changed with [brackets]."
        )


class KeptAlreadyError(RefusedError):
    """The same member keeps the same quotation."""

    code = "kept-already"

    def __init__(self) -> None:
        super().__init__("You keep this quotation already, printed in the same way. Change that one.")


def keep_quotation(
    act: Act,
    *,
    coding: Id | None = None,
    source: Id | None = None,
    span: Span | None = None,
    printed: str = "",
    note: str = "",
) -> Id:
    """Keep a quotation: of a coding, of a stretch within it, or of a stretch of a source.

    Args:
        coding: what it illustrates.
        source, span: where it stands; without them where the coding lies.
        printed: how it is printed, with declared omissions […] and [edits]; empty: as it stands.
        note: why these words.

    Raises:
        NoPlaceError: neither a coding nor a stretch is given.
        NoWordsToQuoteError: there are no words there.
        OtherWordsError: the printed words are not those.
        KeptAlreadyError: the member keeps it already.
    """
    of = act.get(Coding, coding) if coding else None
    where = source or (of.source if of else "")
    if not where or (of is None and span is None):
        raise NoPlaceError
    act.get(Source, where)
    if span is None and of is not None:
        if of.place != "text" or of.end <= of.start:
            raise NoWordsToQuoteError
        span = Span(of.start, of.end)
    assert span is not None  # noqa: S101 - one of the two was given
    made = _placed(
        act, Quotation(source=where, member=act.by, coding=coding or None, printed=printed.strip(), note=note.strip()),
        span,
    )  # fmt: skip
    _check_printed(act, made, made.printed)
    same = {"source": where, "first": made.first, "last": made.last, "member": act.by}
    if any(twin.printed == made.printed for twin in act.rows(Quotation, **same)):
        raise KeptAlreadyError
    return act.add(made).id


def change_quotation(
    act: Act, quotation: Id, *, span: Span | None = None, printed: str | None = None, note: str | None = None
) -> None:
    """Change where a quotation begins and ends, how it is printed, or why it was chosen; what is not given stays.

    Raises:
        OutsideError: the stretch does not lie within the source.
        OtherWordsError: the printed words are not what stands there.
    """
    row = act.get(Quotation, quotation)
    fields = given(
        printed=printed.strip() if printed is not None else None, note=note.strip() if note is not None else None
    )
    placed = _placed(act, row, span) if span is not None else row
    if span is not None:
        fields |= {"first": placed.first, "last": placed.last}
    if span is not None or printed is not None:
        _check_printed(act, placed, fields.get("printed", row.printed))
    act.change(Quotation, quotation, **fields)


def remove_quotation(act: Act, quotation: Id) -> None:
    """Take a quotation away; the words and the coding stay."""
    act.get(Quotation, quotation)
    act.remove_whole(Quotation, [quotation])


def _placed(act: Act, row: Quotation, span: Span) -> Quotation:
    text = act.text(row.source)
    if not 0 <= span.start < span.end <= len(text):
        raise OutsideError(span, len(text))
    if not text[span.start : span.end].strip():
        raise NoWordsToQuoteError
    first, last = act.anchor(row.source, span)
    return msgspec.structs.replace(row, place="text", first=first, last=last, start=span.start, end=span.end)


def _check_printed(act: Act, row: Quotation, printed: str) -> None:
    from crosscase.reads.quotations import as_printed

    found = as_printed(act, row, printed)
    if found is not None and found.status not in {"exact", "declared"}:
        raise OtherWordsError(found.sentence())


VERBS = (
    Verb("quotation.keep", keep_quotation, "code"),
    Verb("quotation.change", change_quotation, "code"),
    Verb("quotation.remove", remove_quotation, "code"),
)
