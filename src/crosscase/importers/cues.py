r"""Cues of captions: what stands between two times in SubRip, WebVTT and YouTube's .sbv, as plain words.

The three differ in how a time is written and in what may stand around cues; here they are read alike, which
also takes in the many files that are a little wrong (no `WEBVTT` line, `.` for `,`, a missing number). Tags, inner
times, positions, styles and comments are dropped and counted. Words that stand where no cue is open are kept
as a cue without times: losing words would be worse than losing their time.
"""

from __future__ import annotations

import html
import re
from collections import Counter

import msgspec

from crosscase.importers.times import milliseconds


class Cue(msgspec.Struct, kw_only=True):
    """Words with their times in milliseconds; `voice` is who a `<v Name>` tag says is speaking."""

    words: str
    voice: str = ""
    from_ms: int | None = None
    to_ms: int | None = None


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """The cues of a file in their order, what was dropped with its number, and lines that were amiss."""

    cues: list[Cue]
    dropped: Counter[str]
    amiss: list[tuple[int, str]]


_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMING = re.compile(rf"[ \t]*({_TIME})(?:[ \t]*-->[ \t]*|,)({_TIME})(?P<settings>[ \t]+\S[^\n]*)?[ \t]*")
_NUMBER = re.compile(r"[ \t]*\d+[ \t]*")
_BLOCK = re.compile(r"(NOTE|STYLE|REGION|Region:|Style:)(?![^\s:])")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w]*)?(?P<rest>[^<>\n]*)>|\{\\[^}\n]*\}")
_VOICE = re.compile(r"(?:\.[^\s>]+)?[ \t]+(?P<name>\S[^>\n]*)")
_KINDS = {"NOTE": "comments", "STYLE": "style sheets", "Style:": "style sheets", "REGION": "regions"}


def parse(text: str) -> Cues:
    r"""The cues of a text with line ends as `\n`."""
    reader = _Reader()
    lines = text.split("\n")
    head = lines[0].startswith("WEBVTT")
    for number, line in enumerate(lines, start=1):
        if head:
            # What follows the first line until a blank one tells of the file, not of what was said.
            head = bool(line.strip()) and "-->" not in line
            if head:
                reader.dropped["lines of the head"] += number > 1
                continue
        reader.line(number, line, lines[number] if number < len(lines) else "")
    reader.close()
    return Cues(cues=reader.cues, dropped=+reader.dropped, amiss=reader.amiss)


class _Reader:
    """Goes over the lines once."""

    def __init__(self) -> None:
        self.cues: list[Cue] = []
        self.dropped: Counter[str] = Counter()
        self.amiss: list[tuple[int, str]] = []
        self.times: tuple[int, int] | None = None
        self.words: list[str] = []
        self.last_line = ""
        self.blank = True
        self.skipping = False

    def line(self, number: int, line: str, following: str) -> None:
        timing = _TIMING.fullmatch(line)
        if timing and (self.blank or not self.words or "-->" in line):
            self.close()
            self.skipping = False
            self.times = (milliseconds(timing[1]), milliseconds(timing[2]))
            if self.times[1] < self.times[0]:
                self.amiss.append((number, "ends before it begins; only its beginning is kept"))
            if timing["settings"]:
                self.dropped["positions"] += 1
        elif not line or line.isspace():
            self.close()
            self.skipping = False
        elif self.blank and (block := _BLOCK.match(line)):
            self.skipping = True
            self.dropped[_KINDS.get(block[1], "regions")] += 1
        elif not self.skipping:
            self._text(number, line, following)
        self.blank = not line or line.isspace()

    def _text(self, number: int, line: str, following: str) -> None:
        if self.times is None and not self.words and (_NUMBER.fullmatch(line) or _TIMING.fullmatch(following)):
            # The number or name of a cue.
            return
        if "-->" in line:
            self.close()
            self.amiss.append((number, f"a time that cannot be read: {line.strip()[:60]!r}"))
            return
        if self.times is None and not self.words:
            self.amiss.append((number, f"words without a time are kept: {line.strip()[:60]!r}"))
        self.words.append(line.strip())

    def close(self) -> None:
        """Ends the cue that is open."""
        words, times = self.words, self.times
        self.words, self.times = [], None
        # Captions that roll show the line before once more; a single line that is said again is kept.
        if len(words) > 1 and words[0] == self.last_line:
            words = words[1:]
            self.dropped["repeated lines of rolling captions"] += 1
        if words:
            self.last_line = words[-1]
        start, end = times or (None, None)
        if start is not None and end is not None and end < start:
            end = None
        for voice, said in self._voices("\n".join(words)):
            self.cues.append(Cue(words=said, voice=voice, from_ms=start, to_ms=end))

    def _voices(self, payload: str) -> list[tuple[str, str]]:
        """The words of each voice in a cue, without tags."""
        if "<" not in payload and "{" not in payload:
            words = _plain(payload)
            return [("", words)] if words else []
        parts: list[tuple[str, list[str]]] = [("", [])]
        at = 0
        for tag in _TAG.finditer(payload):
            parts[-1][1].append(payload[at : tag.start()])
            at = tag.end()
            voice = _VOICE.fullmatch(tag["rest"]) if tag["name"] == "v" and not tag["close"] else None
            if voice:
                parts.append((html.unescape(voice["name"]).strip(), []))
            elif tag["name"] not in {"v", None} or not tag["name"]:
                self.dropped["tags"] += 1
        parts[-1][1].append(payload[at:])
        said = ((voice, _plain("".join(pieces))) for voice, pieces in parts)
        return [(voice, words) for voice, words in said if words]


def _plain(payload: str) -> str:
    words = html.unescape(payload) if "&" in payload else payload
    return " ".join(words.split())
