"""Every quotation is read against its source once more, just before a report is written.

`checked` takes a document and gives it back without the quotations that may not be printed, with a list of those: the
words do not stand where the quotation says, they lie under a content note that nobody asked to lift, they hold the
real name of a participant, or consent does not cover them. The list never holds the words themselves. Context that may
not be printed is left away, and the quotation stays. What others wrote is read too: see `written`.

What a careful reader would get wrong: this does not trust whoever made the quotation. Texts come from the store as they
read now, not from what a part has read before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import msgspec

from crosscase.model import ContentNote, Id, Participant, Span
from crosscase.reads.leaving import Leaving
from crosscase.reads.quotations import unspoken
from crosscase.reports.document import Block, Document, Figure, Heading, Piece, Quote, Unprinted
from crosscase.study import Study

NOT_THERE: Final = "the words do not stand at this place of the source"
COVERED: Final = "it lies under a content note"
ALTERED: Final = "the printed words are not what was said"
NAMED: Final = "it holds the real name of a participant"
REPEATED: Final = "it repeats words of {}, which consent does not cover; a mark stands in their place"


class Checker:
    """What may be printed of the sources of a study."""

    def __init__(self, study: Study, *, covered: bool = False, on: str = "") -> None:
        """Read what may be printed.

        Args:
            study: which may be as it was; consent is as it is now.
            covered: content notes are lifted.
            on: the day of printing, for consents that end.
        """
        self.leaving = study.leaving(on=on)
        self._study = study
        self._text: Callable[[Id], str] = study.text
        self._texts: dict[Id, str] = {}
        self._notes: dict[Id, list[ContentNote]] = {}
        for note in () if covered else study.rows(ContentNote):
            self._notes.setdefault(note.source, []).append(note)
        self._names = _pattern([person.name for person in study.rows(Participant)])
        # Files are often named after people, with hyphens and in small letters.
        self._loose = re.compile(self._names.pattern, re.IGNORECASE) if self._names else None

    def text(self, source: Id) -> str:
        """The text of a source as it reads now; empty when it is not there."""
        if source not in self._texts:
            self._texts[source] = self._text(source)
        return self._texts[source]

    def covers(self, source: Id, start: int, end: int) -> bool:
        """Whether any part of a stretch lies under a content note.

        A note on an area or a time covers the whole source, because nobody can say which words belong to it.
        """
        return any(
            note.place != "text" or (note.start < end and start < note.end) for note in self._notes.get(source, ())
        )

    def names(self, words: str) -> bool:
        """Whether the words hold the real name of a participant."""
        return bool(self._names and self._names.search(words))

    def label(self, name: str, instead: str) -> str:
        """The name of a source, or something else where it holds the real name of a participant."""
        return instead if self._loose and self._loose.search(name.replace("_", " ")) else name

    def fault(self, source: Id, piece: Piece) -> str:
        """Why a piece may not be printed; empty when it may."""
        if not piece.words.strip() or self.text(source)[piece.start : piece.end] != piece.words:
            return NOT_THERE
        if self.covers(source, piece.start, piece.end):
            return COVERED
        if self.names(piece.words):
            return NAMED
        return self.leaving.refusal(source, piece.start, piece.end)

    def fault_of(self, quote: Quote) -> str:
        """Why a quotation may not be printed; empty when it may."""
        if not quote.pieces or any(one.end > two.start for one, two in pairwise(quote.pieces)):
            return NOT_THERE
        why = next(filter(None, (self.fault(quote.source, piece) for piece in quote.pieces)), "")
        return why or (self._misprint(quote) if quote.printed else "")

    def _misprint(self, quote: Quote) -> str:
        from crosscase.frames.quoted import check

        if self.names(quote.printed):
            return NAMED
        source, start, end = quote.source, quote.pieces[0].start, quote.pieces[-1].end
        silent = [
            Span(max(0, one.start - start), one.end - start)
            for one in unspoken(self._study, source)
            if one.start < end and start < one.end
        ]
        found = check(quote.printed, self.text(source)[start:end], skip=silent)
        return "" if found.status in {"exact", "declared"} else ALTERED


def checked(document: Document, checker: Checker) -> tuple[Document, tuple[Unprinted, ...]]:
    """The document without what may not be quoted, and the list of that."""
    blocks: list[Block] = []
    unprinted: list[Unprinted] = []
    for block in document.blocks:
        if not isinstance(block, Quote):
            blocks.append(block)
            continue
        why = checker.fault_of(block)
        if why:
            unprinted.append(Unprinted(block.identifier, block.about, why))
            continue
        if block.before and checker.fault(block.source, block.before):
            block = msgspec.structs.replace(block, before=None)  # noqa: PLW2901 - the same quotation, without context
        for piece in (*block.pieces, *((block.before,) if block.before else ())):
            checker.leaving.passage(block.source, piece.start, piece.end)
        blocks.append(block)
    return msgspec.structs.replace(document, blocks=tuple(blocks)), tuple(unprinted)


def written(document: Document, checker: Checker) -> tuple[Document, tuple[Unprinted, ...]]:
    """The document with participants' words covered where others repeat them and consent does not cover it.

    Quotations are left alone: they were checked by their places.
    """
    unprinted: list[Unprinted] = []
    blocks: list[Block] = []
    part = ""
    for block in document.blocks:
        whose: dict[str, None] = {}
        kept = block if isinstance(block, Quote) else _covered(block, checker.leaving, whose)
        if isinstance(kept, Heading) and kept.level == 1:
            part = kept.text
        unprinted += (Unprinted(one, f"what was written in “{part}”", REPEATED.format(one)) for one in whose)
        blocks.append(kept)
    return msgspec.structs.replace(document, blocks=tuple(blocks)), tuple(dict.fromkeys(unprinted))


def _covered(value: Any, leaving: Leaving, whose: dict[str, None]) -> Any:
    """The same value with every text in it as it may leave; `whose` gets those whose words were covered."""
    if isinstance(value, str):
        left, people = leaving.writing(value)
        whose |= dict.fromkeys(people)
        return left
    if isinstance(value, Figure):
        spec = json.dumps(_covered(json.loads(value.spec), leaving, whose), sort_keys=True, ensure_ascii=False)
        others = {name: _covered(getattr(value, name), leaving, whose) for name in ("caption", "alt", "notes")}
        return msgspec.structs.replace(value, spec=spec, **others)
    if isinstance(value, msgspec.Struct):
        fields = {name: _covered(getattr(value, name), leaving, whose) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, dict):
        return {name: _covered(one, leaving, whose) for name, one in value.items()}
    return type(value)(_covered(one, leaving, whose) for one in value) if isinstance(value, list | tuple) else value


def _pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    """Finds any of these names as whole words, whatever stands between their parts."""
    written: Mapping[str, None] = dict.fromkeys(
        r"[\W_]+".join(re.escape(word) for word in name.split()) for name in names if name.strip()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)") if written else None
