"""Taguette projects: the SQLite file that *Export project* gives, or the one that Taguette keeps on one's computer.

Tables as in Taguette 1.0 to 1.5 (`taguette/database/models.py`). Tags become codes; what Taguette shows as a hierarchy,
dots in a tag's name, becomes one. Documents are stored as HTML, and highlights count the bytes of its text in UTF-8
without the tags (`taguette/extract.py`); the words of each highlight are stored too and settle where it lies.

What a careful reader would get wrong: who made a highlight stands only in the log of commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.marked_up import MarkedUp
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.placing import Placer
from crosscase.importers.projects.database import MAGIC, Database, is_of, opened
from crosscase.importers.turns import find_turns
from crosscase.model.bundle import Bundle, Choice, CodingRecord, Document, MarkRecord, MemoRecord

SUFFIXES: tuple[str, ...] = (".sqlite3", ".sqlite", ".db")
PROGRAM: Final = "Taguette"
NEEDED: Final = ("documents", "highlights", "tags", "highlight_tags")


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a database with Taguette's tables."""
    return head.startswith(MAGIC) and is_of(path, head, NEEDED)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """All projects in the file; it is mostly one.

    Raises:
        UnreadableError: the database is damaged, hostile, or none of Taguette's.
    """
    with opened(path, PROGRAM, NEEDED) as database:
        return _read(path.name, database, options)


def _read(file: str, database: Database, options: Options) -> Bundle:
    placer, tree = Placer(file), CodeTree()
    tags: dict[int, str] = {}
    for row in database.rows("tags", ("id", "path", "description")):
        number, path = row.number("id"), row.text("path")
        if number is not None and path.strip():
            placer.found["tag"] += 1
            tags[number] = tree.add(*filter(None, path.split(".")), definition=row.text("description"))
    texts: dict[int, MarkedUp] = {}
    keys: dict[int, str] = {}
    documents: list[Document] = []
    memos: list[MemoRecord] = []
    for row in database.rows("documents", ("id", "name", "description", "filename", "contents")):
        number = row.number("id")
        marked = MarkedUp(row.text("contents"))
        name = row.text("name").strip() or f"document {row.text('id')}"
        if number is None or not marked.text.strip():
            placer.lose("document", f"document {name!r}", "There are no words in it.")
            continue
        placer.found["document"] += 1
        key = name if name not in keys.values() else f"{name} ({number})"
        texts[number], keys[number] = marked, key
        placer.text(key, marked.text)
        found = find_turns(marked.text, known=options.known)
        documents.append(
            Document(
                key=key,
                name=key,
                text=marked.text,
                nature="transcript" if found.speakers else "document",
                turns=found.turns,
                speakers=found.speakers,
                file=row.text("filename") or name,
            )
        )
        if row.text("description").strip():
            memos.append(MemoRecord(title="", text=row.text("description"), about_kind="document", about=key))
    by_highlight: dict[int, list[int]] = {}
    for row in database.rows("highlight_tags", ("highlight_id", "tag_id")):
        by_highlight.setdefault(row.number("highlight_id") or -1, []).append(row.number("tag_id") or -1)
    makers = _makers(database)
    codings: list[CodingRecord] = []
    marks: list[MarkRecord] = []
    for row in database.rows("highlights", ("id", "document_id", "start_offset", "end_offset", "snippet")):
        of, number = row.number("document_id") or -1, row.number("id") or -1
        at, first, last = f"highlight {number}", row.number("start_offset"), row.number("end_offset")
        start, end = (-1, -1) if of not in texts or first is None or last is None else texts[of].from_bytes(first, last)
        words = MarkedUp(row.text("snippet")).text
        place = placer.place("highlight", at, keys.get(of, ""), start, end, quote=words)
        if place is None:
            continue
        where: dict[str, Any] = {
            "document": keys[of], "start": place[0], "end": place[1], "place": at, "member": makers.get(number, "")
        }  # fmt: skip
        named = [tags[tag] for tag in by_highlight.get(number, []) if tag in tags]
        codings += [CodingRecord(code=code, **where) for code in named]
        if not named:
            marks.append(MarkRecord(**where))
    projects = [row.text("name") for row in database.rows("projects", ("name",))]
    said = f"Read as a Taguette project: {', '.join(projects) or 'without a name'}."
    return Bundle(
        members=members_of([*makers.values()]),
        documents=tuple(documents),
        codes=tree.records(),
        codings=tuple(codings),
        marks=tuple(marks),
        memos=tuple(memos),
        losses=tuple(placer.losses),
        choices=(
            Choice(place=file, what=said),
            *placer.choices(),
            *(Choice(place=file, what=what) for what in tree.said()),
        ),
    )


def _makers(database: Database) -> dict[int, str]:
    """Who made each highlight, by the log of commands."""
    makers: dict[int, str] = {}
    for row in database.rows("commands", ("user_login", "payload")):
        try:
            payload = msgspec.json.decode(row.text("payload").encode(errors="replace"))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
        if isinstance(payload, dict) and payload.get("type") == "highlight_add":
            number = payload.get("highlight_id", payload.get("id"))
            if isinstance(number, int):
                makers.setdefault(number, row.text("user_login"))
    return makers
