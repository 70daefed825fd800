r"""Read transcripts from captions: SubRip (.srt), WebVTT (.vtt, as Zoom and Teams write it) and .sbv.

Cues of one speaker that follow each other become one turn, and the text of the document is the readable
transcript made of them: `Name: words`, a blank line, the next. Who speaks is said by a `<v Name>` tag or by a leading
`Name:`; a cue without either goes on with the speaker before it. Where nobody is named, cues are joined to
sentences. Each turn has the times of its first and last cue.

Styles, positions and comments are dropped and listed in the losses. The text is not that of the file, so the
file itself stays the original.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from crosscase.importers.cues import Cue, Cues, parse
from crosscase.importers.documents import as_document
from crosscase.importers.encoding import is_text, read_text
from crosscase.importers.errors import NoCuesError
from crosscase.importers.labels import Candidate, accept, shape
from crosscase.importers.options import Options
from crosscase.importers.turns import Found
from crosscase.importers.voices import assign
from crosscase.model.bundle import Bundle, Loss, Spoken

SUFFIXES: tuple[str, ...] = (".srt", ".vtt", ".sbv")

_LABEL = re.compile(r"(?:>>+[ \t]*|-[ \t]*)?(?:\[(?P<boxed>[^\[\]:]{1,60})\]|(?P<name>[^:<>\n]{1,60}?))[ \t]*:[ \t]+")
_NOTE = re.compile(r"[\[(\u266a\u266b][^\[\]()]*[\])\u266a\u266b]\.?")
_ENDS = (".", "?", "!", "\u2026", "\u3002", "\uff01", "\uff1f", '."', '?"', ".\u201d")
_PAUSE = 2000
_LONG = 1000


def identify(path: Path, head: bytes) -> bool:
    """Whether the bytes at the head could be captions."""
    return path.suffix.lower() in SUFFIXES and is_text(head)


def read(path: Path, options: Options) -> Bundle:
    """One transcript.

    Raises:
        UnreadableError: it is empty, not text, or holds no cue with words.
    """
    decoded = read_text(path, encoding=options.encoding)
    cues = parse(decoded.text)
    if all(cue.from_ms is None for cue in cues.cues):
        raise NoCuesError
    text, found = _transcript(cues.cues, options)
    losses = tuple(Loss(place=path.name, what=f"{number} {what}") for what, number in cues.dropped.items())
    return as_document(
        path,
        text,
        options=options.but(nature=options.nature or "transcript"),
        encoding=decoded.encoding,
        found=found,
        losses=losses,
        choices=(*decoded.choices, *_amiss(cues)),
    )


def _amiss(cues: Cues) -> tuple[str, ...]:
    shown = tuple(f"Line {number}: {what}." for number, what in cues.amiss[:20])
    more = len(cues.amiss) - len(shown)
    return (*shown, f"{more} more lines like these.") if more else shown


def _transcript(cues: list[Cue], options: Options) -> tuple[str, Found]:
    """The readable transcript of cues, and who speaks where in it."""
    speakers = _name_speakers(cues, options)
    writer = _Writer(named=any(speakers))
    for cue, speaker in zip(cues, speakers, strict=True):
        writer.take(cue, speaker)
    writer.end_turn()
    labels = tuple(dict.fromkeys(turn.speaker for turn in writer.turns if turn.speaker))
    found = Found(turns=tuple(writer.turns), speakers=assign(labels, options.known), labelled=writer.labelled)
    return "".join(writer.pieces), found


def _name_speakers(cues: list[Cue], options: Options) -> list[str]:
    """Who says each cue; leading labels are cut off the words they stand before."""
    matches = [None if cue.voice else _LABEL.match(cue.words) for cue in cues]
    names = [(match["boxed"] or match["name"]).strip() if match else "" for match in matches]
    # Zoom names the speaker of every cue, so what stands before a colon is a name however it is written.
    strong = sum(map(bool, names)) * 2 > len(cues)
    candidates: dict[str, Candidate] = {}
    for cue, match, name in zip(cues, matches, names, strict=True):
        if match and name:
            one = candidates.setdefault(name, Candidate(label=name, shape=shape(name) or "odd", strong=strong))
            one.times += 1
            words = cue.words[match.end() :]
            one.said += " " in words or not words.isascii()
    labels = accept([one for one in candidates.values() if strong or one.shape != "odd"], options.known.fits)
    speakers: list[str] = []
    for cue, match, name in zip(cues, matches, names, strict=True):
        if match and name in labels:
            cue.words = cue.words[match.end() :]
            speakers.append(name)
        else:
            speakers.append(cue.voice or (speakers[-1] if speakers else ""))
    return speakers


class _Writer:
    """Puts the transcript together and counts its code points."""

    def __init__(self, *, named: bool) -> None:
        self.named = named
        self.pieces: list[str] = []
        self.turns: list[Spoken] = []
        self.length = 0
        self.labelled = 0
        self.open: list[Cue] = []
        self.speaker = ""

    def take(self, cue: Cue, speaker: str) -> None:
        """Adds a cue to the turn that is open, or begins another."""
        if not cue.words:
            return
        if _NOTE.fullmatch(cue.words):
            self.end_turn()
            self._write("", [cue], nature="note")
            return
        if self.open and (speaker != self.speaker if self.named else self._is_sentence_end(cue)):
            self.end_turn()
        self.speaker = speaker
        self.open.append(cue)

    def end_turn(self) -> None:
        """Writes the turn that is open."""
        if self.open:
            self._write(self.speaker, self.open, nature="speech")
            self.labelled += bool(self.speaker)
            self.open = []

    def _is_sentence_end(self, cue: Cue) -> bool:
        last = self.open[-1]
        pause = cue.from_ms is not None and last.to_ms is not None and cue.from_ms - last.to_ms >= _PAUSE
        return pause or last.words.endswith(_ENDS) or sum(len(one.words) for one in self.open) > _LONG

    def _write(self, speaker: str, cues: list[Cue], *, nature: Literal["speech", "note"]) -> None:
        before = ("\n\n" if self.pieces else "") + (f"{speaker}: " if speaker else "")
        words = " ".join(cue.words for cue in cues)
        start = self.length + len(before)
        self.length = start + len(words)
        self.pieces += (before, words)
        self.turns.append(
            Spoken(
                start=start,
                end=self.length,
                speaker=speaker,
                nature=nature,
                from_ms=next((cue.from_ms for cue in cues if cue.from_ms is not None), None),
                to_ms=next((cue.to_ms for cue in reversed(cues) if cue.to_ms is not None), None),
            )
        )
