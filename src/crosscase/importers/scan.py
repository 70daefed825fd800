r"""The lines of a text that are more than words going on: labels, notes, quotations, headings, times.

One pass over the lines, since a study has millions of them; nothing is decided here about which candidates
are labels (see `labels`) or where turns begin and end (see `turns`). Most lines have no colon near their
beginning and no special first character and are passed over at once; a label met before is known by its
first words.

A label may stand in many ways: `NAME:`, `NAME (typed):`, `[P1]:`, `**Name:**`, `NAME [00:01:02]:`, `00:03:15\tName:`,
`>> NAME:`, `Name  00:01:02` or `00:01:02 Name` on a line of its own, `<v Name>`, and a name on the line after
`00:00:01 --> 00:00:03`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from crosscase.importers.labels import Candidate, shape
from crosscase.importers.times import F4, TIME, milliseconds

WIDE = "\uff1a"
"""The colon of Chinese and Japanese typography."""


class Event(NamedTuple):
    """A stretch, half-open, that is not words of a turn: a label with its blanks, or a whole line or note."""

    kind: Literal["label", "note", "quoted", "heading", "time"]
    start: int
    end: int
    label: str = ""
    at: int | None = None
    to: int | None = None


_NAME = rf"[^\s:{WIDE}\[\]{{}}<>*#>\-\u2013\u2014\u2022][^:{WIDE}\n\[\]{{}}<>*]{{0,58}}?"
_BOXED_TIME = rf"\\?[\[(]?{TIME}\\?[\])]?"
_LABEL = re.compile(
    rf"[ \t\u3000]*(?:>>+[ \t]*)?(?:(?P<before>{_BOXED_TIME})[ \t]*[-\u2013\u2014|]?[ \t]*)?"
    rf"(?:\\?\[(?P<boxed>{_NAME})\\?\]|(?P<name>{_NAME}))"
    rf"[ \t]*(?:(?P<after>{_BOXED_TIME})[ \t]*)?(?P<colon>[:{WIDE}])(?P<blank>[ \t\u3000]*)"
)
_BOLD = re.compile(
    rf"[ \t]*(?:(?P<before>{_BOXED_TIME})[ \t]*)?(?P<mark>\*\*|__)(?P<name>{_NAME})"
    rf"[ \t]*(?P<after>{_BOXED_TIME})?[ \t]*(?P<colon>[:{WIDE}]?)(?P=mark)[ \t]*(?P<late>[:{WIDE}]?)"
    rf"[ \t]*(?P<last>{_BOXED_TIME})?(?P<end>[:{WIDE}]?)[ \t]*"
)
_OWN_LINE = (
    re.compile(rf"[ \t]*(?P<name>{_NAME})[ \t|,\-\u2013\u2014]+(?P<time>{_BOXED_TIME})[ \t]*"),
    re.compile(rf"[ \t]*(?P<time>{_BOXED_TIME})[ \t|,\-\u2013\u2014]+(?P<name>{_NAME})[ \t]*"),
)
_ONLY_TIME = re.compile(rf"[ \t]*(?:{F4}|{_BOXED_TIME})[ \t]*")
_ARROW = re.compile(rf"[ \t]*({TIME})[ \t]*-->[ \t]*({TIME})[ \t]*")
_VOICE = re.compile(r"[ \t]*<v(?:\.[^\s>]+)?[ \t]+(?P<name>[^>\n]{1,80})>[ \t]*")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\S")
_CHAT = re.compile(r"From[ \t]+(?P<name>.+?)[ \t]+to[ \t]+.+", re.IGNORECASE)
_CLOSES = {"[": "]", "(": ")", "\uff08": "\uff09", "\u3010": "\u3011", "\uff3b": "\uff3d", "\u3014": "\u3015"}
_BRACKETS = {opens: re.compile(f"[{re.escape(opens + closes)}]") for opens, closes in _CLOSES.items()}
_SPECIAL = frozenset("[(>#*_\\<\uff08\u3010\uff3b\u3014 \t\u3000")
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")
_LONGEST_NOTE = 2000
_LONG = 12
_AT_ONCE = 65_536


def scan(text: str) -> tuple[list[Event], dict[str, Candidate]]:
    """Every line that could be more than words, and the candidates for labels with how often they occur."""
    scanner = _Scanner(text)
    scanner.run()
    events, candidates = scanner.events, scanner.candidates
    recurring = (event.start for event in events if event.kind == "label" and candidates[event.label].times > 1)
    first = next(recurring, 0)
    for event in events:
        if event.start >= first:
            break
        if event.kind == "label":
            candidates[event.label].early = True
    return events, candidates


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, never all of them at once: a long text would be there twice."""
    start = 0
    while (end := text.find("\n", start + _AT_ONCE)) >= 0:
        yield from text[start:end].split("\n")
        start = end + 1
    yield from text[start:].split("\n")


class _Scanner:
    """Goes over the lines once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events: list[Event] = []
        self.candidates: dict[str, Candidate] = {}
        # Captions write `>>` where the speaker changes; in other texts `>` begins a quotation.
        self.captioned = text.startswith(">>") or ("\n>>" in text and "\n> " not in text)
        self.after_arrow: int | None = None

    def run(self) -> None:
        text, events = self.text, self.events
        wide = WIDE in text
        # What a line with a label begins with, the blank after the colon included, and how often it was met again.
        met: dict[str, list[int]] = {}
        labels: dict[str, str] = {}
        start = skip = 0
        for line in _lines(text):
            if line and start >= skip:
                colon = line.find(":", 0, 90)
                head = line[: colon + 2]
                again = met.get(head)
                if again is not None:
                    self.after_arrow = None
                    again[0] += 1
                    again[1] += len(line) - colon > _LONG or line.find(" ", colon + 2) > 0
                    events.append(tuple.__new__(Event, ("label", start, start + colon + 2, labels[head], None, None)))
                elif colon >= 0 or line[0] in _SPECIAL or self.after_arrow is not None or (wide and WIDE in line[:90]):
                    event = self._read(line, start)
                    if event is not None:
                        events.append(event)
                        skip = event.end
                        if (
                            event.kind == "label"
                            and event.at is None
                            and event.end == start + len(head)
                            and head[-1] == " "
                        ):
                            met[head], labels[head] = [0, 0], event.label
            start += len(line) + 1
        for head, (times, said) in met.items():
            one = self.candidates[labels[head]]
            one.times += times
            one.said += said

    def _read(self, line: str, start: int) -> Event | None:
        bare = line.strip(" \t\u3000")
        named, self.after_arrow = self.after_arrow, None
        if not bare:
            self.after_arrow = named
            return None
        event = self._mark(line, bare, start)
        if event is None and ":" in line:
            event = self._time(line, bare, start)
        if event is None and named is not None and shape(bare):
            return self._candidate(bare, start, start + len(line), strong=True, at=named, said=True)
        return event or self._timed_name(line, start) or self._bold(line, start) or self._label(line, start)

    def _mark(self, line: str, bare: str, start: int) -> Event | None:
        """What its first character makes of a line."""
        first, end = bare[0], start + len(line)
        if first == ">" and not (self.captioned and bare.startswith(">>")):
            return Event("quoted", start, end)
        if first == "#" and _HEADING.match(line):
            return Event("heading", start, end)
        if first == "<" and (voice := _VOICE.match(line)):
            return self._candidate(voice["name"].strip(), start, start + voice.end(), said=True, strong=True)
        if first in _CLOSES or (first == "\\" and bare[1:2] in _CLOSES):
            closed = 0 if _ONLY_TIME.fullmatch(line) else _note_end(self.text, start, end)
            return Event("note", start, closed) if closed else None
        return None

    def _time(self, line: str, bare: str, start: int) -> Event | None:
        if _ONLY_TIME.fullmatch(line):
            return Event("time", start, start + len(line), at=milliseconds(bare))
        if arrow := _ARROW.fullmatch(line):
            self.after_arrow = milliseconds(arrow[1])
            return Event("time", start, start + len(line), at=self.after_arrow, to=milliseconds(arrow[2]))
        return None

    def _timed_name(self, line: str, start: int) -> Event | None:
        """A name and a time on a line of their own."""
        if len(line) > 100 or ":" not in line:
            return None
        for pattern in _OWN_LINE:
            found = pattern.fullmatch(line)
            name = found["name"].strip(" \t|,-\u2013\u2014") if found else ""
            if found and shape(name):
                at = milliseconds(found["time"])
                return self._candidate(name, start, start + len(line), strong=True, said=True, at=at)
        return None

    def _bold(self, line: str, start: int) -> Event | None:
        found = _BOLD.match(line) if "**" in line[:30] or "__" in line[:30] else None
        if not found:
            return None
        time = found["before"] or found["after"] or found["last"]
        if not (found["colon"] or found["late"] or found["end"] or (time and found.end() == len(line))):
            return None
        at = milliseconds(time) if time else None
        return self._candidate(found["name"].strip(), start, start + found.end(), line=line, strong=True, at=at)

    def _label(self, line: str, start: int) -> Event | None:
        found = _LABEL.match(line)
        if not found:
            return None
        name = (found["boxed"] or found["name"]).strip()
        tight = found["colon"] == ":" and not found["blank"] and found.end() < len(line)
        if tight and line[found.end()] in "/\\0123456789":
            return None
        time = found["before"] or found["after"]
        if time and (chat := _CHAT.fullmatch(name)):
            name = chat["name"]
        # With a time before it and a tab after it, as chats are saved, any name will do.
        if not shape(name) and not (time and "\t" in line[: found.end() + 1]):
            return None
        at = milliseconds(time) if time else None
        end = start + found.end()
        return self._candidate(name, start, end, line=line, strong=time is not None, tight=tight, at=at)

    def _candidate(
        self,
        label: str,
        start: int,
        end: int,
        *,
        line: str = "",
        said: bool = False,
        strong: bool = False,
        tight: bool = False,
        at: int | None = None,
    ) -> Event:
        one = self.candidates.get(label)
        if one is None:
            one = self.candidates[label] = Candidate(label=label, shape=shape(label) or "odd")
        one.times += 1
        one.strong |= strong
        one.tight |= tight
        words = line[end - start :].strip()
        # A label on a line of its own has its words on the next; not every script puts blanks between words.
        one.said += said or not words or " " in words or not words.isascii()
        return Event("label", start, end, label, at)


def _note_end(text: str, start: int, end: int) -> int:
    """Where a note in brackets ends, when nothing but brackets stands on its lines; else 0."""
    at = start
    while True:
        while text[at : at + 1] in {" ", "\t", "\u3000", "\\", "*", "_"}:
            at += 1
        opens = text[at : at + 1]
        if opens not in _CLOSES:
            break
        closed = _closing(text, at, opens)
        if not closed or (closed > end and _BLANK_LINE.search(text, at, closed)):
            return 0
        at = closed
    line_end = text.find("\n", at)
    rest = text[at : line_end if line_end >= 0 else len(text)].rstrip()
    return at + len(rest) if rest in {"", "."} and at > start else 0


def _closing(text: str, at: int, opens: str) -> int:
    """Where the bracket that opens here is closed; 0: nowhere near."""
    depth = 0
    for mark in _BRACKETS[opens].finditer(text, at, at + _LONGEST_NOTE):
        depth += 1 if mark.group() == opens else -1
        if depth == 0:
            return mark.end()
    return 0
