"""Transcripts with their codings beside the words: as a Word document with real comments, or as a page with a margin.

Each source is printed whole; every coding on a stretch of it is a comment by its member (Word) or a marked stretch with
a numbered note in the margin (HTML). Codings on all of a source, and on areas or times, stand under its heading.

What a careful reader would get wrong: these are whole transcripts, and they leave the study. Words that somebody did
not agree to show are covered letter by letter, so that every mark stays on its words; real names always are.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from html import escape

import msgspec

from crosscase.model import Case, Code, Coding, Id, Source
from crosscase.reads.codings import CodingLine, coding_lines
from crosscase.reads.leaving import Leaving, without_refused
from crosscase.reports.archive import unzipped, zipped
from crosscase.reports.nameless import Nameless
from crosscase.reports.nodes import Node, para, printable, text_nodes
from crosscase.reports.pandoc import run_pandoc
from crosscase.reports.styles import FOOTER, word_reference
from crosscase.study import Study


class Note(msgspec.Struct, frozen=True):
    """What is said of a stretch: the code, who put it there, what they wrote, and the colour of the code."""

    number: int
    start: int
    end: int
    code: str
    member: str
    comment: str
    colour: str

    def words(self) -> str:
        """The note as a comment."""
        return f"{self.code}\n{self.comment}" if self.comment else self.code


class CodedTranscript(msgspec.Struct, frozen=True):
    """A source with its text as it may leave, the notes on stretches of it, and those on it as a whole."""

    name: str
    about: str
    text: str
    notes: tuple[Note, ...]
    whole: tuple[Note, ...]


def coded_transcripts(
    study: Study, leaving: Leaving, *, cases: Collection[Id] = (), codes: Collection[Id] = ()
) -> list[CodedTranscript]:
    """The transcripts of these cases (all, when none is named) with the codings by these codes.

    Args:
        leaving: decides, and notes down, what is covered.
    """
    nameless = Nameless(study)
    sources = sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
    cases_by_id = {one.id: one.code for one in study.rows(Case)}
    wanted = {cases_by_id[one] for one in cases}
    codings = [one for one in study.rows(Coding) if not codes or one.code in codes]
    colours = {one.id: one.colour for one in study.rows(Code)}
    by_source: dict[Id, list[tuple[Coding, CodingLine]]] = {}
    lines = {line.id: line for line in coding_lines(study.store, codings)}
    for coding in codings:
        by_source.setdefault(coding.source, []).append((coding, lines[coding.id]))
    found: list[CodedTranscript] = []
    for source in sources:
        text = study.text(source.id)
        own = sorted(by_source.get(source.id, []), key=lambda pair: (pair[0].start, -pair[0].end, pair[1].code))
        case = cases_by_id.get(source.case or "", "") or next((line.case for _, line in own if line.case), "")
        if not text or (wanted and case not in wanted):
            continue
        notes = [
            Note(
                number, coding.start, coding.end, nameless.text(line.code), line.member,
                nameless.text(leaving.writing(line.comment)[0]), colours.get(coding.code, ""),
            )
            for number, (coding, line) in enumerate(own, 1)
        ]  # fmt: skip
        placed = [coding.place == "text" and coding.end > coding.start for coding, _ in own]
        found.append(
            CodedTranscript(
                nameless.text(source.name), case, nameless.text(without_refused(text, source.id, leaving)),
                tuple(note for note, lies in zip(notes, placed, strict=True) if lies),
                tuple(note for note, lies in zip(notes, placed, strict=True) if not lies),
            )
        )  # fmt: skip
    return found


# Word


def as_word(transcripts: Sequence[CodedTranscript], *, title: str, footer: str, moment: int) -> bytes:
    """A Word document, each coding a comment of its own.

    Args:
        footer: stands on every page.
        moment: seconds since 1970, for whatever is dated.

    Raises:
        WriterError: pandoc is not there or stopped.
    """
    blocks: list[Node] = []
    comment = 0
    for one in transcripts:
        blocks.append(_heading(f"{one.name} ({one.about})" if one.about else one.name))
        blocks += [para(text_nodes(f"On all of it: {note.words()} ({note.member})")) for note in one.whole]
        numbers = {note.number: comment + order for order, note in enumerate(one.notes)}
        comment += len(one.notes)
        blocks += _paragraphs(one, numbers)
    meta = {"title": {"t": "MetaInlines", "c": text_nodes(title)}}
    tree = msgspec.json.encode({"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks})
    reference = {"reference.docx": word_reference(footer or FOOTER)}
    written = run_pandoc(tree, "docx", ["--reference-doc=reference.docx"], files=reference, moment=moment)
    return zipped(unzipped(written))


def _heading(text: str) -> Node:
    return {"t": "Header", "c": [1, ["", [], []], text_nodes(text)]}


def _paragraphs(one: CodedTranscript, numbers: dict[int, int]) -> Iterator[Node]:
    for line in _lines(one):
        inlines: list[Node] = []
        for ended, begun, words in line:
            inlines += [_comment_end(numbers[note.number]) for note in ended]
            inlines += [_comment_start(note, numbers[note.number]) for note in begun]
            if words:
                inlines += text_nodes(words)
        if inlines:
            yield para(inlines)


def _lines(one: CodedTranscript) -> Iterator[list[tuple[list[Note], list[Note], str]]]:
    """Each line in pieces: the notes that end and that begin before each piece, and its words; the last has none."""
    begins: dict[int, list[Note]] = {}
    ends: dict[int, list[Note]] = {}
    for note in one.notes:
        begins.setdefault(note.start, []).append(note)
        ends.setdefault(note.end, []).append(note)
    start = 0
    for line in one.text.split("\n"):
        stop = start + len(line)
        cuts = sorted({start, stop, *(at for at in (*begins, *ends) if start <= at <= stop)})
        yield [
            (ends.pop(at, []), begins.pop(at, []), one.text[at:until])
            for at, until in itertools.pairwise([*cuts, stop])
        ]
        start = stop + 1


def _comment_start(note: Note, number: int) -> Node:
    attributes = [["id", str(number)], ["author", printable(note.member)]]
    return {"t": "Span", "c": [["", ["comment-start"], attributes], text_nodes(note.words())]}


def _comment_end(number: int) -> Node:
    return {"t": "Span", "c": [["", ["comment-end"], [["id", str(number)]]], []]}


# A page with a margin


def as_page(transcripts: Sequence[CodedTranscript], *, title: str, invented: str) -> bytes:
    """One HTML file that needs nothing beside it: the words to the left, numbered notes to the right of their lines."""
    listed = "".join(f'<li><a href="#t{n}">{escape(one.name)}</a></li>' for n, one in enumerate(transcripts))
    body = "".join(_section(n, one) for n, one in enumerate(transcripts))
    said = f"<p><strong>{escape(invented)}</strong></p>" if invented else ""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f'<body><main><h1>{escape(title)}</h1>{said}<nav aria-label="Transcripts"><ul>{listed}</ul></nav>{body}'
        "</main></body></html>\n"
    ).encode()


def _section(number: int, one: CodedTranscript) -> str:
    whole = "".join(f"<li>{_said(note)}</li>" for note in one.whole)
    about = f" <small>{escape(one.about)}</small>" if one.about else ""
    rows = "".join(_rows(number, one))
    on_all = f"<p>On all of it:</p><ul>{whole}</ul>" if whole else ""
    return f'<section id="t{number}"><h2>{escape(one.name)}{about}</h2>{on_all}{rows}</section>'


def _rows(number: int, one: CodedTranscript) -> Iterator[str]:
    on: list[Note] = []
    for line in _lines(one):
        words: list[str] = []
        beside: list[Note] = []
        for ended, begun, piece in line:
            for note in ended:
                on.remove(note)
                words.append(f'<sup><a href="#t{number}n{note.number}">{note.number}</a></sup>')
            on += begun
            beside += begun
            if piece:
                said = escape(printable(piece))
                words.append(f"<mark{_colour(on)}>{said}</mark>" if on else said)
        if beside or any(piece.strip() for _, _, piece in line):
            notes = "".join(f'<li id="t{number}n{note.number}"{_colour([note])}>{_said(note)}</li>' for note in beside)
            margin = f"<ul>{notes}</ul>" if notes else ""
            yield f'<div class="row"><p>{"".join(words)}</p><aside>{margin}</aside></div>'


def _said(note: Note) -> str:
    comment = f"<br>{escape(printable(note.comment))}" if note.comment else ""
    return f"<b>{note.number}</b> {escape(note.code)} <small>{escape(note.member)}</small>{comment}"


def _colour(notes: Sequence[Note]) -> str:
    colour = next((note.colour for note in reversed(notes) if note.colour), "")
    return f' style="border-color:{escape(colour)}"' if colour else ""


_STYLE = (
    "body{font:17px/1.55 Georgia,serif;margin:1.5rem;color:#1f2933;background:#fff}"
    "main{max-width:70rem;margin:auto}h1,h2,aside,nav,small{font-family:system-ui,sans-serif}"
    ".row{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:1.5rem}"
    ".row p{margin:.25rem 0}aside{font-size:.8rem}aside ul,nav ul{list-style:none;margin:.25rem 0;padding:0}"
    "aside li{border-left:4px solid #7b8794;padding-left:.5rem;margin-bottom:.25rem}"
    "mark{background:#fdf3c9;color:inherit;border-bottom:3px solid #7b8794}"
    "nav ul{display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.85rem}"
    "small{font-weight:normal;color:#52606d}sup{line-height:0;margin-left:.15em;font:.65rem system-ui,sans-serif}"
    "@media(max-width:40rem){.row{display:block}}"
    "@media(prefers-color-scheme:dark){body{background:#16191d;color:#e4e7eb}mark{background:#4a4118}"
    "small{color:#9aa5b1}a{color:#8ec5ff}}"
)
