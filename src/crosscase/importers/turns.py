"""Who speaks where: a text → speakers and turns.

Finds `NAME: words`, `**Name:** words`, `Name  00:01:02` on a line of its own followed by the words, `<v Name>words`,
`[stage notes]` that stand alone, `>` quotation blocks and `#` headings. Paragraphs without a label go on with
the turn before them. Pure: it knows no files, and the text is never changed.

A turn is only the words: label, time beside it and blank space at both ends lie outside. Notes, headings and
quotations have no speaker, so nothing quoted counts as said. What stands before the first label is a note. A
text in which nobody is found to speak has its paragraphs as turns without a speaker. A time mark in the middle
of a turn stays in its words and times nothing, since it is not where the turn begins.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

from crosscase.importers.labels import Candidate, accept, base, shape
from crosscase.importers.options import NOBODY, Known
from crosscase.importers.times import F4, INSIDE, TIME, leading, milliseconds, trailing
from crosscase.importers.voices import assign
from crosscase.model.bundle import SpeakerRecord, Spoken


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


class _Event(NamedTuple):
    """A line that is more than words going on: [start, end) of what is no speech, or is a note."""

    kind: Literal["label", "note", "quoted", "heading", "time"]
    start: int
    end: int
    label: str = ""
    at: int | None = None
    to: int | None = None


_NAME = r"[^\s:：\[\]{}<>*#>\-–—•][^:：\n\[\]{}<>*]{0,58}?"
_LABEL = re.compile(
    rf"[ \t]*(?:>>+[ \t]*)?(?:\\?[\[(]?(?P<before>{TIME})\\?[\])]?[ \t]*[-–—|]?[ \t]*)?"
    rf"(?:\\?\[(?P<boxed>{_NAME})\\?\]|(?P<name>{_NAME}))"
    rf"[ \t]*(?:\\?[\[(]?(?P<after>{TIME})\\?[\])]?[ \t]*)?(?P<colon>[:：])(?P<blank>[ \t\u3000]*)"
)
_BOLD = re.compile(
    rf"[ \t]*(?:\\?[\[(]?(?P<before>{TIME})\\?[\])]?[ \t]*)?(?P<mark>\*\*|__)(?P<name>{_NAME})"
    rf"[ \t]*(?:\\?[\[(]?(?P<after>{TIME})\\?[\])]?)?[ \t]*(?P<colon>[:：]?)(?P=mark)[ \t]*(?P<late>[:：]?)"
    rf"[ \t]*(?:\\?[\[(](?P<last>{TIME})\\?[\])])?[ \t]*"
)
_NAME_TIME = re.compile(rf"[ \t]*(?P<name>{_NAME})[ \t|,\-–—]+\\?[\[(]?(?P<time>{TIME})\\?[\])]?[ \t]*")
_TIME_NAME = re.compile(rf"[ \t]*\\?[\[(]?(?P<time>{TIME})\\?[\])]?[ \t|,\-–—]+(?P<name>{_NAME})[ \t]*")
_ONLY_TIME = re.compile(rf"[ \t]*(?:{F4}|\\?[\[(]?{TIME}\\?[\])]?)[ \t]*")
_ARROW = re.compile(rf"[ \t]*({TIME})[ \t]*-->[ \t]*({TIME})[^\n]*")
_VOICE = re.compile(r"[ \t]*<v(?:\.[^\s>]+)?[ \t]+(?P<name>[^>\n]{1,80})>[ \t]*")
_VOICE_END = re.compile(r"</v>[ \t]*")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\S")
_CHAT = re.compile(r"From[ \t]+(?P<name>.+?)[ \t]+to[ \t]+.+", re.IGNORECASE)
_CLOSES = {"[": "]", "(": ")", "（": "）", "【": "】", "［": "］", "〔": "〕"}
_BRACKETS = {opens: re.compile(f"[{re.escape(opens + closes)}]") for opens, closes in _CLOSES.items()}
_SPECIAL = frozenset("[(（【［〔>#*_\\< \t\u3000")
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")


def find_turns(text: str, *, known: Known = NOBODY) -> Found:
    """The speakers and turns of a text.

    Args:
        text: with line ends as `\\n`.
        known: who may speak in it; labels are mapped to voices by it.
    """
    events, candidates = _scan(text)
    labels = accept(candidates.values(), known.fits)
    heard = [event for event in events if event.kind != "label" or event.label in labels]
    first = next((at for at, event in enumerate(heard) if event.kind == "label"), None)
    if first is None:
        heard = [event for event in heard if event.kind != "time"]
    builder = _Builder(text, anybody=first is not None)
    for event in heard:
        builder.take(event)
    turns = builder.finish()
    order = dict.fromkeys(event.label for event in heard if event.kind == "label" and event.label)
    return Found(
        turns=turns,
        speakers=assign(tuple(order), known),
        labelled=builder.labelled,
        choices=builder.choices(candidates, labels),
    )


def _scan(text: str) -> tuple[list[_Event], dict[str, Candidate]]:
    """Every line that could be more than words going on, and the candidates for labels."""
    events: list[_Event] = []
    candidates: dict[str, Candidate] = {}
    captioned = text.startswith(">>") or ("\n>>" in text and "\n> " not in text)
    wide = "：" in text
    start = skip = 0
    named_next: _Event | None = None
    for line in text.split("\n"):
        end = start + len(line)
        if line and start >= skip:
            colon = line.find(":", 0, 90)
            if colon >= 0 or line[0] in _SPECIAL or (wide and "：" in line[:90]) or named_next:
                event = _read_line(text, line, start, end, captioned=captioned, named=named_next, seen=candidates)
                named_next = None
                if event is not None:
                    events.append(event)
                    skip = event.end
                    if event.kind == "time" and event.to is not None:
                        named_next = event
        start = end + 1
    recurring = [event.start for event in events if event.kind == "label" and candidates[event.label].times > 1]
    if recurring:
        for event in events:
            if event.start >= recurring[0]:
                break
            if event.kind == "label":
                candidates[event.label].early = True
    return events, candidates


def _read_line(
    text: str, line: str, start: int, end: int, *, captioned: bool, named: _Event | None, seen: dict[str, Candidate]
) -> _Event | None:
    bare = line.lstrip(" \t\u3000")
    if not bare:
        return None
    first = bare[0]
    if first == ">" and not (captioned and bare.startswith(">>")):
        return _Event("quoted", start, end)
    if first == "#" and _HEADING.match(line):
        return _Event("heading", start, end)
    if first == "<" and (voice := _VOICE.match(line)):
        return _candidate(seen, voice["name"].strip(), start, start + voice.end(), said=True, strong=True)
    if ":" in line:
        if _ONLY_TIME.fullmatch(line):
            return _Event("time", start, end, at=milliseconds(bare))
        if arrow := _ARROW.fullmatch(line):
            return _Event("time", start, end, at=milliseconds(arrow[1]), to=milliseconds(arrow[2]))
    if first in _CLOSES or (first == "\\" and bare[1:2] in _CLOSES):
        closed = _note_end(text, start, end)
        if closed:
            return _Event("note", start, closed)
    if named is not None and ":" not in bare and shape(bare.rstrip()):
        return _candidate(seen, bare.rstrip(), start, end, strong=True, at=named.at, said=True)
    return _read_label(line, start, seen)


def _read_label(line: str, start: int, seen: dict[str, Candidate]) -> _Event | None:
    if ("**" in line[:30] or "__" in line[:30]) and (bold := _BOLD.match(line)) and _ends_label(bold, line):
        at = bold["before"] or bold["after"] or bold["last"]
        return _candidate(seen, bold["name"].strip(), start, start + bold.end(), line=line, strong=True, at=_ms(at))
    for own in (_NAME_TIME, _TIME_NAME):
        if (alone := own.fullmatch(line)) and shape(alone["name"].strip(" \t|,-–—")):
            name = alone["name"].strip(" \t|,-–—")
            return _candidate(seen, name, start, start + len(line), strong=True, said=True, at=_ms(alone["time"]))
    found = _LABEL.match(line)
    if not found:
        return None
    name = (found["boxed"] or found["name"]).strip()
    tight = found["colon"] == ":" and not found["blank"] and found.end() < len(line)
    if tight and line[found.end()] in "/\\0123456789":
        return None
    at = found["before"] or found["after"]
    if at and (chat := _CHAT.fullmatch(name)):
        name = chat["name"]
    if not shape(name) and not (at and len(name) <= 60 and "\t" in line[: found.end() + 1]):
        return None
    return _candidate(seen, name, start, start + found.end(), line=line, strong=at is not None, tight=tight, at=_ms(at))


def _ends_label(bold: re.Match[str], line: str) -> bool:
    """Whether words in bold are a label: a colon belongs to them, or a time and nothing else on the line."""
    timed = bold["before"] or bold["after"] or bold["last"]
    return bool(bold["colon"] or bold["late"] or (timed and bold.end() == len(line)))


def _candidate(
    seen: dict[str, Candidate],
    label: str,
    start: int,
    end: int,
    *,
    line: str = "",
    said: bool = False,
    strong: bool = False,
    tight: bool = False,
    at: int | None = None,
) -> _Event:
    one = seen.get(label)
    if one is None:
        one = seen[label] = Candidate(label=label, shape=shape(label) or "odd")
    one.times += 1
    one.strong |= strong
    one.tight |= tight
    if said or " " in line[end - start :].strip() or end - start == len(line):
        one.said += 1
    return _Event("label", start, end, label, at)


def _ms(time: str | None) -> int | None:
    return milliseconds(time) if time else None


def _note_end(text: str, start: int, end: int) -> int:
    """Where a note in brackets ends, when nothing but brackets stands on its lines; else 0."""
    at = start
    while True:
        while text[at : at + 1] in {" ", "\t", "\u3000", "\\", "*", "_"}:
            at += 1
        opens = text[at : at + 1]
        if opens not in _CLOSES:
            break
        depth, closed = 0, 0
        for mark in _BRACKETS[opens].finditer(text, at, at + 2000):
            depth += 1 if mark.group() == opens else -1
            if depth == 0:
                closed = mark.end()
                break
        if not closed or (closed > end and _BLANK_LINE.search(text, at, closed)):
            return 0
        at = closed
    line_end = text.find("\n", at)
    rest = text[at : line_end if line_end >= 0 else len(text)].rstrip()
    return at + len(rest) if rest in {"", ".", "*", "_"} and at > start else 0


class _Builder:
    """Walks over the events and cuts the words between them into turns."""

    def __init__(self, text: str, *, anybody: bool) -> None:
        self.text = text
        self.anybody = anybody
        self.lines = anybody is False and _BLANK_LINE.search(text) is None
        self.turns: list[Spoken] = []
        self.labelled = 0
        self.inside = 0
        self.front = 0
        self.speaker = ""
        self.speaking = False
        self.words = 0
        self.at: int | None = None

    def take(self, event: _Event) -> None:
        """Close the words before an event, and what the event changes."""
        if event.kind == "time":
            # Inside a turn it stays where it is; beside a label it says when the words begin.
            if not self.text[self.words : event.start].strip():
                self.at, self.words = event.at, event.end
            elif event.to is not None:
                self._words(event.start)
                self.at, self.words = event.at, event.end
            return
        self._words(event.start)
        self.words = event.end
        if event.kind == "label":
            self.speaker, self.speaking = event.label, True
            self.labelled += 1
            self.at = event.at if event.at is not None else self.at
        elif event.kind == "quoted":
            self._quoted(event)
        else:
            self._add(event.start, event.end, event.kind)
            if event.kind == "heading":
                self.speaker, self.speaking = "", False

    def finish(self) -> tuple[Spoken, ...]:
        """The turns, after the last words."""
        self._words(len(self.text))
        return tuple(self.turns)

    def choices(self, candidates: dict[str, Candidate], labels: frozenset[str]) -> tuple[str, ...]:
        """What a reader should know about what was found."""
        said: list[str] = []
        if self.front:
            said.append(f"{self.front} paragraph(s) before the first speaker, or after a heading, are kept as notes.")
        if self.inside:
            said.append(f"{self.inside} time mark(s) inside turns stay in the words and time nothing.")
        left = [one.label for one in candidates.values() if one.label not in labels and one.shape != "odd"]
        if left and self.anybody:
            shown = ", ".join(repr(label) for label in left[:5]) + (" …" if len(left) > 5 else "")
            said.append(f"Not taken for speakers, because they do not recur: {shown}.")
        return tuple(said)

    def _words(self, end: int) -> None:
        start, text = self.words, self.text
        if end <= start:
            return
        if not self.anybody or not self.speaking:
            self._paragraphs(start, end)
            return
        body = text[start:end]
        inner = body.strip()
        if not inner:
            return
        start += len(body) - len(body.lstrip())
        end = start + len(inner)
        if inner.endswith("</v>"):
            end = start + len(inner[:-4].rstrip())
        start, at = leading(text, start, end)
        to = None
        if end > start:
            end, to = trailing(text, start, end)
        if end > start:
            if "[" in inner or "#" in inner:
                self.inside += sum(1 for _ in INSIDE.finditer(text, start, end))
            at = at if at is not None else self.at
            self.turns.append(
                Spoken(start=start, end=end, speaker=self.speaker, from_ms=at, to_ms=to if _after(to, at) else None)
            )
        # The mark at the end of a paragraph is where the next one begins.
        self.at = to

    def _paragraphs(self, start: int, end: int) -> None:
        """Words that nobody is known to speak."""
        pieces = self.text[start:end].split("\n")
        first = last = -1
        at = start
        for piece in (*pieces, ""):
            blank = not piece.strip()
            if first >= 0 and (blank or self.lines):
                self._add(first, last, "note" if self.anybody else "speech")
                self.front += self.anybody
                first = -1
            if not blank:
                first = at if first < 0 else first
                last = at + len(piece)
            at += len(piece) + 1

    def _quoted(self, event: _Event) -> None:
        before = self.turns[-1] if self.turns else None
        if before is not None and before.nature == "quoted" and self.text[before.end : event.start].isspace():
            gap = self.text[before.end : event.start]
            if gap.count("\n") == 1:
                self.turns.pop()
                self._add(before.start, event.end, "quoted")
                return
        self._add(event.start, event.end, "quoted")

    def _add(self, start: int, end: int, nature: Literal["speech", "note", "heading", "quoted"]) -> None:
        body = self.text[start:end]
        start += len(body) - len(body.lstrip())
        end = start + len(body.strip())
        if end > start:
            self.turns.append(Spoken(start=start, end=end, nature=nature))


def _after(to: int | None, at: int | None) -> bool:
    return to is not None and (at is None or to >= at)
