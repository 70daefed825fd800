"""What is gathered from one file of annotations, whatever tool wrote it.

A reader tells of texts and of codings, in the tool's own words; `bundle` gives them with the codes, the people, every
repair and every loss. A coding of a text that is not in the file keeps its words and waits for the study.

What a careful reader would get wrong: tools count in UTF-16 units where they are made of Java or JavaScript. Readers
turn these into code points (`Stored.from_units`) before they tell of a place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.errors import NoWordsError, TooLargeError, UnreadableError
from crosscase.importers.guard import MOST_TEXT_BYTES
from crosscase.importers.limits import TooComplexError
from crosscase.importers.options import Options
from crosscase.importers.placing import Placer
from crosscase.importers.stored_text import Stored
from crosscase.importers.turns import find_turns
from crosscase.model.bundle import Bundle, Choice, CodingRecord, Document, Loss, MarkRecord, MemoRecord


class NotJsonError(UnreadableError):
    """A file that should be JSON and is none."""

    code = "not-json"

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"It is not JSON that can be read ({reason}).", place)


class OtherJsonError(UnreadableError):
    """JSON of something else."""

    code = "other-json"

    def __init__(self, tool: str) -> None:
        super().__init__(f"It is JSON, but none that {tool} writes.")


class Gathered:
    """Texts, codings and notes of one file."""

    def __init__(self, path: Path, options: Options) -> None:
        self.path = path
        self.options = options
        self.placer = Placer(path.name)
        self.tree = CodeTree()
        self.people: dict[str, None] = {}
        self.texts: dict[str, Stored] = {}
        self.documents: list[Document] = []
        self.codings: list[CodingRecord] = []
        self.marks: list[MarkRecord] = []
        self.memos: list[MemoRecord] = []
        self.losses: dict[str, tuple[str, int]] = {}

    def text(
        self, key: str, raw: str, *, name: str = "", original: Path | None = None, nature: str = "",
        attributes: dict[str, str] | None = None,
    ) -> Stored:  # fmt: skip
        """A text that comes with the annotations; one that has no words is listed."""
        stored = Stored(raw)
        if not stored.text.strip():
            self.placer.lose("text", f"text {key}", "There are no words in it.")
            return stored
        if key in self.texts:
            self.placer.lose("text", f"text {key}", "Another text goes by the same name.")
            return stored
        self.placer.found["text"] += 1
        self.texts[key] = stored
        self.placer.text(key, stored.text)
        found = find_turns(stored.text, known=self.options.known)
        self.documents.append(
            Document(
                key=key,
                name=name or key,
                text=stored.text,
                nature=nature or self.options.nature or ("transcript" if found.speakers else "document"),  # type: ignore[arg-type] # a nature
                turns=found.turns,
                speakers=found.speakers,
                file=(original or self.path).name,
                original=original,
                attributes=attributes or {},
            )
        )
        return stored

    def coding(
        self, at: str, key: str, path: tuple[str, ...], start: int = -1, end: int = -1, *, member: str = "",
        quote: str = "", before: str = "", after: str = "", comment: str = "", kind: str = "annotation",
    ) -> None:  # fmt: skip
        """An annotation: with a code it is a coding, without one a mark, or a memo where it says something."""
        if key in self.texts:
            place = self.placer.place(kind, at, key, start, end, quote=quote, before=before, after=after)
            if place is None:
                return
            start, end = place
            quote = before = after = ""
        elif quote.strip():
            self.placer.found[kind] += 1
        else:
            self.placer.lose(kind, at, "Its text is not here, and it has no words by which to look for it.")
            return
        self.people.setdefault(member)
        where: dict[str, Any] = {
            "document": key, "start": start, "end": end, "quote": quote, "before": before, "after": after, "place": at,
            "member": member,
        }  # fmt: skip
        code = self.tree.add(*path)
        if code:
            self.codings.append(CodingRecord(code=code, comment=comment, **where))
        elif comment:
            self.memos.append(MemoRecord(title="", text=comment, **where))
        else:
            self.marks.append(MarkRecord(**where))

    def note(self, text: str, *, title: str = "", member: str = "", about: str = "") -> None:
        """Writing that lies on no place; about a text, where that is known."""
        self.placer.found["note"] += 1
        self.people.setdefault(member)
        kind = "document" if about else ""
        self.memos.append(MemoRecord(title=title, text=text, member=member, about_kind=kind, about=about))

    def leave(self, kind: str, why: str, number: int = 1) -> None:
        """Things of a kind that have no place in a study: counted, and said once."""
        known = self.losses.get(kind, (why, 0))
        self.losses[kind] = (known[0], known[1] + number)

    def bundle(self, said: str) -> Bundle:
        """Everything that was gathered.

        Raises:
            NoWordsError: it was nothing.
        """
        if not (self.documents or self.codings or self.memos or self.marks or self.placer.losses):
            raise NoWordsError
        for kind, (why, number) in self.losses.items():
            self.placer.found[kind] += number
            self.placer.lost[kind] += number
            self.placer.losses.append(Loss(place=self.path.name, what=f"{number:,} × {kind}: {why}"))
        return Bundle(
            members=members_of(self.people),
            documents=tuple(self.documents),
            codes=self.tree.records(),
            codings=tuple(self.codings),
            marks=tuple(self.marks),
            memos=tuple(self.memos),
            losses=tuple(self.placer.losses),
            choices=(
                Choice(place=self.path.name, what=said),
                *(Choice(place=self.path.name, what=what) for what in self.tree.said()),
                *self.placer.choices(),
            ),
        )


def load_json(path: Path) -> Any:
    """A JSON file.

    Raises:
        UnreadableError: it is too large, nested too deep, or not JSON.
    """
    size = path.stat().st_size
    if size > MOST_TEXT_BYTES:
        raise TooLargeError(size, MOST_TEXT_BYTES)
    return parse_json(path.read_bytes())


def parse_json(data: bytes, place: str = "") -> Any:
    """JSON in UTF-8, with or without a byte order mark.

    Raises:
        UnreadableError: it is nested too deep, or not JSON.
    """
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.DecodeError as error:
        raise NotJsonError(str(error).rstrip("."), place) from error
    except UnicodeDecodeError as error:
        reason = f"its bytes are not UTF-8 at {error.start:,}"
        raise NotJsonError(reason, place) from error
    except RecursionError as error:
        raise TooComplexError from error


def is_json(path: Path, head: bytes, *marks: bytes) -> bool:
    """Whether a file seems to be JSON with all these words near its beginning."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return path.suffix.lower() in {".json", ".jsonld"} and start[:1] in {b"{", b"["} and all(m in head for m in marks)


def as_dict(value: Any) -> dict[str, Any]:
    """An object; empty: it is none."""
    return value if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """A list; what is no list, alone; nothing: none."""
    return value if isinstance(value, list) else [] if value is None else [value]


def as_text(value: Any) -> str:
    """Text, or a number in figures; anything else is empty."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def as_number(value: Any) -> int:
    """A whole number; -1: it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
