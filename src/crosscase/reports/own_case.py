"""What must not stand in a report to one case: the other cases' identifiers and names, and what people there said.

`Elsewhere` knows them and goes through every string of a report. Writing that holds any of it is left out, with a mark
in its place; a quotation that does (somebody may speak of another site) is not printed.

What a careful reader would get wrong: this is the second net. What is counted comes from a snapshot without the other
cases; but labels of codes, themes and summaries were written by people who had read everything.
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from crosscase.frames import Snapshot
from crosscase.model import Case, Id, Participant
from crosscase.reports.document import Block, Figure, Notice, Quote
from crosscase.study import Study

MARK: Final = "[left out: it speaks of another case]"
_RUN: Final = 6
"""So many words in a row, said elsewhere and not here, are somebody else's."""

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


class Elsewhere:
    """What belongs to other cases."""

    def __init__(self, study: Study, whole: Snapshot, own: Snapshot) -> None:
        """Read it.

        Args:
            study: whose texts are read.
            whole: the study; own: the case alone.
        """
        here = set(own.cases.number)
        cases = study.rows(Case)
        mine = " ".join(f"{one.code} {one.name}" for one in cases if one.id in here)
        own_people = set(own.participants.number)
        names = {one.code for one in cases if one.id not in here} | {one.name for one in cases if one.id not in here}
        # A site is mostly called by a part of its name: Bracken, for Bracken Ward.
        names |= {
            part for one in cases if one.id not in here for part in _NAME.findall(one.name) if part not in mine
        }  # fmt: skip
        names |= {one.identifier for one in study.rows(Participant) if one.id not in own_people}
        wanted = sorted((re.escape(one) for one in names if one.strip()), key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)") if wanted else None
        kept = set(own.sources.ids)
        said_here: set[tuple[str, ...]] = set()
        for source in own.sources.ids:
            said_here |= _runs(study.text(source))
        self._said: set[tuple[str, ...]] = set()
        for source in whole.sources.ids:
            if source not in kept:
                self._said |= _runs(study.text(source)) - said_here
        self._in_vivo = _made_elsewhere(whole, kept)
        self.left_out = 0

    def holds(self, text: str) -> bool:
        """Whether something of another case is in a text."""
        if self._names is not None and self._names.search(text):
            return True
        return text.casefold().strip() in self._in_vivo or not self._said.isdisjoint(_runs(text))

    def without(self, blocks: list[Block]) -> list[Block]:
        """The blocks without what belongs to other cases."""
        kept: list[Block] = []
        for block in blocks:
            if isinstance(block, Quote):
                if any(self.holds(text) for text in _texts(block)):
                    self.left_out += 1
                    continue
                kept.append(block)
            else:
                kept.append(block if isinstance(block, Notice | Figure) else self._cleaned(block))
        return kept

    def _cleaned(self, value: Any) -> Any:
        if isinstance(value, str):
            # Ids and keys of columns are never printed.
            parts = [MARK if self.holds(part) else part for part in value.split("\n")]
            self.left_out += parts.count(MARK) - value.split("\n").count(MARK)
            return "\n".join(dict.fromkeys(parts)) if MARK in parts else value
        if isinstance(value, tuple):
            return tuple(self._cleaned(one) for one in value)
        if isinstance(value, msgspec.Struct):
            return type(value)(**{name: self._cleaned(getattr(value, name)) for name in value.__struct_fields__})
        return value


def _texts(quote: Quote) -> list[str]:
    pieces = [*quote.pieces, *([quote.before] if quote.before else [])]
    # What is said here as well is nobody else's: `holds` knows.
    return [quote.identifier, quote.about, quote.remark, *(text for one in pieces for text in (one.words, one.voice))]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [one.casefold() for one in _WORD.findall(text)]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _made_elsewhere(whole: Snapshot, kept: set[Id]) -> set[str]:
    """Labels of codes that were made of words said in other cases, and never in this one."""
    in_vivo = whole.raw["coding"].filter(whole.raw["coding"]["origin"] == "in vivo")
    found: dict[Id, bool] = {}
    for code, source in in_vivo.select("code", "source").iter_rows():
        found[code] = found.get(code, False) or source in kept
    names = dict(whole.raw["code"].select("id", "name").iter_rows())
    return {str(names[code]).casefold() for code, here in found.items() if not here and code in names}
