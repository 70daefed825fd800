r"""Who speaks where: a text → speakers and turns.

Finds `NAME: words`, `**Name:** words`, `Name  00:01:02` on a line of its own followed by the words, `<v Name>words`,
`[stage notes]` that stand alone, `>` quotation blocks and `#` headings (see `scan` for all of them). Paragraphs
without a label go on with the turn before them. Pure: it knows no files, and the text is never changed.

A turn is only the words: label, time beside it and blank space at both ends lie outside. Notes, headings and
quotations have no speaker, so nothing quoted counts as said. What stands before the first label or between a
heading and the next label is a note. A text in which nobody is found to speak has its paragraphs as turns without a
speaker. A time mark in the middle of a turn stays in its words and times nothing, since it is not where the turn
begins.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from crosscase.importers.labels import ASKS, Candidate, accept, usual
from crosscase.importers.options import NOBODY, Known, folded
from crosscase.importers.scan import Event, scan
from crosscase.importers.times import INSIDE, leading, trailing
from crosscase.importers.voices import assign
from crosscase.model.bundle import SpeakerRecord, Spoken

_MARKS = frozenset("[](\\)#0123456789")
_MANY = 10
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a text.

    Attributes:
        labelled: how often a speaker takes the floor; a turn that is cut in two by a note counts once.
        choices: what was decided, in words.
    """

    turns: tuple[Spoken, ...] = ()
    speakers: tuple[SpeakerRecord, ...] = ()
    labelled: int = 0
    choices: tuple[str, ...] = ()


def find_turns(text: str, *, known: Known = NOBODY) -> Found:
    r"""The speakers and turns of a text.

    Args:
        text: with line ends as `\n`.
        known: who may speak in it; labels are mapped to voices by it.
    """
    events, candidates = scan(text)
    labels = accept(candidates.values(), known.fits)
    heard = [event for event in events if event.kind != "label" or event.label in labels]
    times = [event.at for event in heard if event.kind == "label"]
    if len(times) - times.count(None) >= _MANY and times.count(None) * 10 < len(times):
        # Where times stand beside labels, a name without one is somebody being quoted.
        heard = [event for event in heard if event.kind != "label" or event.at is not None]
    order = dict.fromkeys(event.label for event in heard if event.kind == "label")
    if len(heard) < len(events):
        known = _with_named(text, events, labels, known)
    builder = _Builder(text, anybody=bool(order))
    for event in heard:
        builder.take(event)
    return Found(
        turns=builder.finish(),
        speakers=assign(tuple(order), known),
        labelled=builder.labelled,
        choices=(*builder.choices(), *_left(candidates, labels)),
    )


def _with_named(text: str, events: list[Event], labels: frozenset[str], known: Known) -> Known:
    """Who is known, and who is named in the facts at the top: `Interviewer: Ada Lund` before `LUND:` speaks."""
    named = [
        text[event.end : text.find("\n", event.end)].strip()
        for event in events
        if event.kind == "label" and event.label not in labels and usual(folded(event.label))[0] in ASKS
    ]
    names = tuple(name for name in named if 0 < len(name) <= 60)
    return msgspec.structs.replace(known, interviewers=(*known.interviewers, *names)) if names else known


def _left(candidates: dict[str, Candidate], labels: frozenset[str]) -> tuple[str, ...]:
    """Says which candidates were not taken, where others were."""
    left = [one.label for one in candidates.values() if one.label not in labels and one.shape != "odd"]
    if not left or not labels:
        return ()
    shown = ", ".join(repr(label) for label in left[:5]) + (" …" if len(left) > 5 else "")
    return (f"Not taken for speakers, because they do not recur: {shown}.",)


class _Builder:
    """Walks over the events and cuts the words between them into turns."""

    def __init__(self, text: str, *, anybody: bool) -> None:
        self.text = text
        self.anybody = anybody
        self.by_line = not anybody and _BLANK_LINE.search(text) is None
        self.turns: list[Spoken] = []
        self.labelled = 0
        self.inside = 0
        self.aside = 0
        self.speaker = ""
        self.words = 0
        self.at: int | None = None
        self.to: int | None = None

    def take(self, event: Event) -> None:
        """Close the words before an event, and what the event changes."""
        if event.kind == "time":
            self._time(event)
            return
        self._close(event.start)
        self.words = event.end
        if event.kind == "label":
            self.speaker = event.label
            self.labelled += 1
            if event.at is not None and event.at != self.at:
                self.at, self.to = event.at, None
        elif event.kind == "quoted":
            self._quoted(event)
        else:
            self._add(event.start, event.end, event.kind)
            if event.kind == "heading":
                self.speaker = ""

    def finish(self) -> tuple[Spoken, ...]:
        """The turns, after the last words."""
        self._close(len(self.text))
        return tuple(self.turns)

    def choices(self) -> tuple[str, ...]:
        """What a reader should know about what was found."""
        said: list[str] = []
        if self.aside:
            said.append(f"{self.aside} paragraph(s) before the first speaker or after a heading are kept as notes.")
        if self.inside:
            said.append(f"{self.inside} time mark(s) inside turns stay in the words and time nothing.")
        return tuple(said)

    def _time(self, event: Event) -> None:
        """A time on a line of its own: inside a turn it stays where it is, else it says when words begin."""
        before = self.text[self.words : event.start]
        if event.to is not None or not before or before.isspace():
            self._close(event.start)
            self.at, self.to, self.words = event.at, event.to, event.end

    def _close(self, end: int) -> None:
        """The words up to here."""
        text, start = self.text, self.words
        inner = text[start:end].strip()
        if not inner:
            return
        if not self.speaker:
            self._paragraphs(start, end)
            return
        if text[start].isspace():
            start = text.index(inner[0], start)
        end = start + len(inner)
        if inner[-1] == ">" and inner.endswith("</v>"):
            end = start + len(inner[:-4].rstrip())
        at, to = self.at, self.to
        self.at = self.to = None
        if inner[0] in _MARKS or inner[-1] in _MARKS:
            start, end, at, to = self._marked(start, end, at, to)
        if "[" in inner or "#" in inner:
            self.inside += sum(1 for _ in INSIDE.finditer(text, start, end))
        if end > start:
            self.turns.append(Spoken(start=start, end=end, speaker=self.speaker, from_ms=at, to_ms=to))

    def _marked(self, start: int, end: int, at: int | None, to: int | None) -> tuple[int, int, int | None, int | None]:
        """Words without the time marks at both ends, and the times these give."""
        start, marked = leading(self.text, start, end)
        at = at if marked is None else marked
        if end > start:
            end, marked = trailing(self.text, start, end)
            if marked is not None:
                # The mark at the end of a paragraph is where the next one begins.
                self.at = to = marked
        return start, end, at, None if to is not None and at is not None and to < at else to

    def _paragraphs(self, start: int, end: int) -> None:
        """Words that nobody is known to speak."""
        first = last = -1
        for piece in (*self.text[start:end].split("\n"), ""):
            blank = not piece or piece.isspace()
            if first >= 0 and (blank or self.by_line):
                self._add(first, last, "note" if self.anybody else "speech")
                self.aside += self.anybody
                first = -1
            if not blank:
                first = start if first < 0 else first
                last = start + len(piece)
            start += len(piece) + 1

    def _quoted(self, event: Event) -> None:
        """A line of a quotation; lines that follow each other are one."""
        before = self.turns[-1] if self.turns else None
        if before is not None and before.nature == "quoted" and self.text[before.end : event.start].count("\n") == 1:
            self.turns.pop()
            self._add(before.start, event.end, "quoted")
        else:
            self._add(event.start, event.end, "quoted")

    def _add(self, start: int, end: int, nature: Literal["speech", "note", "heading", "quoted"]) -> None:
        body = self.text[start:end]
        start += len(body) - len(body.lstrip())
        end = start + len(body.strip())
        if end > start:
            self.turns.append(Spoken(start=start, end=end, nature=nature))
