"""From what people type to what verbs take: ids of things, spans of sources, `NAME=VALUE`.

Ids stand for things everywhere a name does; see `reads.lookup` for the names that things go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from crosscase.errors import BadValueError

if TYPE_CHECKING:
    from crosscase.model import Coding, Id, Row, Span
    from crosscase.study import Study

R = TypeVar("R", bound="Row")

_SPAN = re.compile(r"\s*([0-9]+)\s*(?:[-:–]|\.\.)\s*([0-9]+)\s*")
LEAST_DIGITS = 8


class SpanType(click.ParamType[tuple[int, int]]):
    """A stretch of a text: `START-END`, code points, the end not included."""

    name = "span"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How it is shown in help."""
        return "START-END"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Two numbers."""
        if isinstance(value, tuple):
            return value
        found = _SPAN.fullmatch(str(value))
        if not found or int(found[1]) >= int(found[2]):
            self.fail(f"{value!r} is no span. Write it as START-END, for example 120-145.", param, ctx)
        return int(found[1]), int(found[2])


def pairs(words: Iterable[str], what: str) -> dict[str, str]:
    """`NAME=VALUE` of several words.

    Raises:
        click.UsageError: a word has no `=`.
    """
    found: dict[str, str] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if not mark or not name.strip():
            message = f"{word!r} has to be {what}"
            raise click.UsageError(message, click.get_current_context(silent=True))
        found[name.strip()] = value.strip()
    return found


def ids(study: Study, row: type[R], names: Sequence[str]) -> list[Id]:
    """The ids of things by their names, in order, each once."""
    return list(dict.fromkeys(study.find(row, name).id for name in names))


def by_id(study: Study, row: type[R], digits: str) -> R:
    """The one thing of a kind whose id ends so: for things that have no names.

    Raises:
        NotFoundError, AmbiguousError: none, or several.
        BadValueError: too short to mean one thing.
    """
    from crosscase.errors import AmbiguousError, NotFoundError
    from crosscase.model import goes_by, kind_of

    kind = kind_of(row).name
    exact = study.get(row, digits)
    if exact is not None:
        return exact
    if len(digits) < LEAST_DIGITS:
        message = f"{digits!r} is too short for an id: give its last {LEAST_DIGITS} digits or more."
        raise BadValueError(message)
    fits = [thing for thing in study.rows(row) if goes_by(thing.id, digits)]
    if not fits:
        raise NotFoundError(kind, digits)
    if len(fits) > 1:
        raise AmbiguousError(kind, digits, tuple(thing.id for thing in fits))
    return fits[0]


def span_in(study: Study, source: Id, quote: str | None, span: tuple[int, int] | None) -> Span | None:
    """The span that was asked for, by a verbatim quote or by numbers; None for neither.

    Raises:
        QuoteError: the quote is not in the source, or there several times.
    """
    from crosscase.model import Span
    from crosscase.verbs.codings import QuoteError

    if quote is None:
        return Span(*span) if span else None
    text = study.text(source)
    at = text.find(quote) if quote else -1
    if at < 0:
        raise QuoteError(quote, 0)
    if text.find(quote, at + 1) >= 0:
        raise QuoteError(quote, max(2, text.count(quote)))
    return Span(at, at + len(quote))


def excerpt(text: str, start: int, end: int, most: int = 70) -> str:
    """The words of a stretch in one line, cut in the middle where they are long."""
    words = " ".join(text[start:end].split())
    if len(words) <= most:
        return words
    half = (most - 3) // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def words_of(study: Study, codings: Sequence[Coding]) -> dict[Id, str]:
    """The verbatim words of codings on text, reading each source once."""
    texts = {source: study.text(source) for source in {coding.source for coding in codings}}
    return {
        coding.id: texts[coding.source][coding.start : coding.end] if coding.place == "text" else ""
        for coding in codings
    }
