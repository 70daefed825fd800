"""Putting what another program coded on a text that comes with it, and keeping account of what became of it.

Importers of projects and annotations use one `Placer` for a file: it settles offsets and quotations (`model.quoting`),
says of each repair where it was made, and of everything that could not be placed why. In the end, what stood in the
file is what is in the bundle and what is listed as lost; `said` puts that into one sentence for each kind of thing.

What a careful reader would get wrong: a place whose words are not those that the program stored is kept where its
numbers say and called doubtful; it is not dropped, and it is not guessed anew.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from crosscase.model.bundle import Choice, Loss
from crosscase.model.quoting import Settled, Text, settle

_SHOWN: Final = 20


class Placer:
    """Settles places in the texts of one file.

    Attributes:
        losses: what could not be taken, each with its place in the file.
        counts: how many things of a kind stood in the file, and how many were lost.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.losses: list[Loss] = []
        self.found: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self._texts: dict[str, Text] = {}
        self._said: dict[str, list[str]] = {}

    def text(self, key: str, text: str) -> None:
        """A text in which things will be placed."""
        self._texts[key] = Text(text)

    def place(
        self, kind: str, at: str, key: str, start: int = -1, end: int = -1, *, quote: str = "", before: str = "",
        after: str = "",
    ) -> tuple[int, int] | None:  # fmt: skip
        """Where something lies in a text; None, and it is listed: nowhere.

        Args:
            kind: what it is, in the singular.
            at: where it stands in the file.
            key: of the text.
        """
        self.found[kind] += 1
        text = self._texts.get(key)
        if text is None:
            found: tuple[int, int] | str = "The text it belongs to is not there."
        elif quote:
            found = self._by_words(kind, at, settle(text, quote, start, end, before=before, after=after), quote, start)
        else:
            found = self._by_numbers(kind, at, len(text.text), start, end)
        if isinstance(found, str):
            self.lost[kind] += 1
            self.losses.append(Loss(place=at, what=found))
            return None
        return found

    def _by_words(self, kind: str, at: str, settled: Settled, quote: str, start: int) -> tuple[int, int] | str:
        if settled.span is None:
            why = "stand at several places" if settled.how == "several" else "do not stand in the text"
            return f"Its words “{_short(quote)}” {why}."
        if settled.how == "moved":
            self._say(f"moved to where the words of the {kind} stand", f"{at} ({settled.span[0] - start:+d})")
        elif settled.how == "doubtful":
            self._say(f"kept where its numbers say, with other words than the file has for the {kind}", at)
        return settled.span

    def _by_numbers(self, kind: str, at: str, length: int, start: int, end: int) -> tuple[int, int] | str:
        if start == end:
            return "It lies between two characters and covers none."
        if not 0 <= start < end:
            return f"It goes from {start} to {end}, which is no stretch of a text."
        if start >= length:
            return f"It lies at {start} to {end}; the text has {length} characters."
        if end > length:
            self._say(f"cut at the end of the text, beyond which the {kind} went", at)
        return start, min(end, length)

    def lose(self, kind: str, at: str, why: str, number: int = 1) -> None:
        """Says that something that stood in the file is not taken."""
        self.found[kind] += number
        self.lost[kind] += number
        self.losses.append(Loss(place=at, what=why))

    def choices(self) -> tuple[Choice, ...]:
        """What was repaired, each with its place, and the account of every kind of thing."""
        repairs = [
            f"{len(places):,} {'place was' if len(places) == 1 else 'places were'} {what}: {_listed(places)}."
            for what, places in self._said.items()
        ]
        account = [f"{kind} {number - self.lost[kind]:,} of {number:,}" for kind, number in self.found.items()]
        rest = "; the rest is listed" if any(self.lost.values()) else ""
        said = [f"Taken of what stands in it: {', '.join(account)}{rest}."] if account else []
        return tuple(Choice(place=self.file, what=what) for what in (*repairs, *said))

    def _say(self, what: str, at: str) -> None:
        self._said.setdefault(what, []).append(at)


def _listed(places: list[str]) -> str:
    more = f" and {len(places) - _SHOWN:,} more" if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= 60 else said[:57] + "…"
