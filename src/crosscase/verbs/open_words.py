"""Words of an import that stand at several places: one question for each quotation, and a bundle with the answers.

What a careful reader would get wrong: the numbers of places count all places where the words stand, as `model.quoting`
does, also those that were ruled out by the words said to stand around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from crosscase.model.bundle import Bundle
from crosscase.verbs.taken import OpenWords


class OpenQuotation(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation at several places of a source. What was coded with it several times is asked once.

    Attributes:
        row: where it stands in the file it came from.
        source: the name of the source.
        codes: those that are to lie there; none: it is marked.
        places: every place, with words before and after it, the words themselves in square brackets.
    """

    row: str
    quote: str
    source: str
    codes: tuple[str, ...]
    places: tuple[str, ...]


def quotations(waiting: Sequence[OpenWords]) -> tuple[OpenQuotation, ...]:
    """What waits for somebody to say which place is meant, each quotation of a row once."""
    by_row: dict[tuple[str, str], list[OpenWords]] = {}
    for one in waiting:
        by_row.setdefault((one.row, one.quote), []).append(one)
    return tuple(
        OpenQuotation(
            row=row, quote=quote, source=rows[0].source, places=rows[0].places,
            codes=tuple(dict.fromkeys(one.code for one in rows if one.code)),
        )
        for (row, quote), rows in by_row.items()
    )  # fmt: skip


def at_places(bundle: Bundle, chosen: Mapping[tuple[str, str], int]) -> Bundle:
    """A bundle in which quotations, by their row and their words, lie at the place of that number (from 1).

    A quotation that is not in the bundle is passed over; with a number that is none of its places it is refused.
    """
    if not chosen:
        return bundle

    def with_places(records: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            msgspec.structs.replace(one, occurrence=chosen[one.place, one.quote])
            if (one.place, one.quote) in chosen
            else one
            for one in records
        )

    return msgspec.structs.replace(bundle, codings=with_places(bundle.codings), marks=with_places(bundle.marks))
