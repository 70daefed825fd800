"""Finding somebody's words again in what others wrote, and blotting them out.

An erasure takes a subject's own words out of the vault; wherever 20 or more characters of them stand in other writing,
in a memo that quotes, a definition, a reason, they are blotted out there too: one █ for each character, so that every
place after them stays where it is. Names are found as they are written, wherever they stand as words of their own.

Case and kinds of white space make no difference to a run of words, because quotations are typed and wrapped. What a
careful reader would get wrong: `blotted` of the same words is always the same, whatever else is blotted out with
them and in whichever order, so that copies which learn of erasures one by one come out alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from crosscase.journal.canon import canonical
from crosscase.journal.changes import Stretch
from crosscase.journal.runs import Run, parse
from crosscase.journal.text import TextRuns
from crosscase.journal.vault import ERASED
from crosscase.model import Address, Id

RUN = 20
"""Code points of somebody's words that are theirs wherever they stand (Kernel decision 12)."""

_PROBE = RUN // 2
"""Every run of 20 holds ten in a row that begin at a multiple of eleven: only these places are looked at first."""
_STEP = RUN - _PROBE + 1

Stretches = Sequence[tuple[int, int]]


def blotted(words: str, stretches: Stretches) -> str:
    """The words with stretches (first, length) as █, one for one."""
    parts: list[str] = []
    at = 0
    for first, length in merged(stretches):
        parts += [words[at:first], ERASED * (min(first + length, len(words)) - first)]
        at = first + length
    return "".join([*parts, words[at:]])


def merged(stretches: Stretches) -> list[tuple[int, int]]:
    """Stretches in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for first, length in sorted(stretches):
        if found and first <= sum(found[-1]):
            found[-1] = (found[-1][0], max(sum(found[-1]), first + length) - found[-1][0])
        elif length > 0:
            found.append((first, length))
    return found


def blots(words: str) -> list[tuple[int, int]]:
    """The stretches of words that are blotted out."""
    return [(found.start(), len(found.group())) for found in re.finditer(f"{ERASED}+", words)]


def _plain(words: str) -> str:
    """Words as they are compared: small letters and one kind of white space, character for character."""
    small = words.lower()
    if len(small) != len(words):
        small = "".join(c if len(c.lower()) != 1 else c.lower() for c in words)
    return re.sub(r"\s", " ", small)


def between(text: TextRuns, anchors: Iterable[tuple[Address, Address]]) -> list[Stretch]:
    """The characters from a first to a last one, hidden ones too, and what was taken away right beside them."""
    runs = text.runs
    found: list[Stretch] = []
    for ends in anchors:
        (one, first), (two, last) = map(parse, ends)
        low = _index(runs, one, first)
        high = _index(runs, two, last)
        if low is None or high is None or high < low:
            continue
        for at in range(low, high + 1):
            run = runs[at]
            start = first if at == low else run.first
            end = last + 1 if at == high else run.first + run.length
            found.append(Stretch(run.origin, start, max(0, end - start)))
        found += _hidden_beside(runs, low, first, -1) + _hidden_beside(runs, high, last, 1)
    return [stretch for stretch in found if stretch.length]


def _index(runs: Sequence[Run], origin: Id, number: int) -> int | None:
    return next((n for n, r in enumerate(runs) if r.origin == origin and r.first <= number < r.first + r.length), None)


def _hidden_beside(runs: Sequence[Run], at: int, number: int, step: int) -> list[Stretch]:
    """Runs that were taken away and touch this end of a stretch: an earlier version of it may have ended in them."""
    edge = runs[at].first if step < 0 else runs[at].first + runs[at].length - 1
    found: list[Stretch] = []
    at += step
    while number == edge and 0 <= at < len(runs) and runs[at].hidden:
        found.append(Stretch(runs[at].origin, runs[at].first, runs[at].length))
        at += step
    return found


class Words:
    """Somebody's own words and names, to be found in other writing."""

    def __init__(self, spoken: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        self._spoken = [_plain(words) for words in spoken if len(words) >= RUN]
        self._probes: set[str] = set()
        self._runs: set[str] = set()
        for words in self._spoken:
            self._probes.update(words[at : at + _PROBE] for at in range(len(words) - _PROBE + 1))
            self._runs.update(run for run in (words[at : at + RUN] for at in range(len(words) - RUN + 1)) if _says(run))
        named = sorted({name for name in names if name.strip(f"{ERASED} ")}, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in named)) if named else None

    def __bool__(self) -> bool:
        return bool(self._runs) or self._names is not None

    def stretches(self, words: str) -> list[tuple[int, int]]:
        """Where they stand in other words (first, length), in order."""
        found = self.runs(words)
        if self._names is not None:
            found += [(name.start(), len(name.group())) for name in self._names.finditer(words)]
        return merged(found)

    def runs(self, words: str) -> list[tuple[int, int]]:
        """Where 20 or more characters in a row are theirs."""
        if len(words) < RUN or not self._runs:
            return []
        plain = _plain(words)
        found: list[tuple[int, int]] = []
        reached = 0
        for probe in range(0, len(plain) - _PROBE + 1, _STEP):
            if plain[probe : probe + _PROBE] in self._probes:
                places = range(max(reached, probe + _PROBE - RUN, 0), min(probe, len(plain) - RUN) + 1)
                found += [(at, RUN) for at in places if plain[at : at + RUN] in self._runs]
                reached = probe + 1
        return merged(found)

    def blotted(self, words: str) -> str:
        """Words without theirs. A list of texts, as the vault holds it, stays one."""
        if words.startswith('["'):
            try:
                items = msgspec.json.decode(words, type=tuple[str, ...])
            except msgspec.DecodeError:
                items = ()
            if items and canonical(items).decode() == words:
                return canonical([blotted(item, self.stretches(item)) for item in items]).decode()
        return blotted(words, self.stretches(words))


def _says(run: str) -> bool:
    """Whether a run says anything: blots, white space and rules of dashes are nobody's words."""
    return sum(map(str.isalnum, run)) >= _PROBE
