"""A small study with a row of every kind, of every table: what tests of damage stand on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscase.model import KINDS, Id, Kind, Memo, Source, Span
from crosscase.store import kept_words
from crosscase.store.act import Act
from crosscase.store.store import Store
from tests.kernel.bench_of_copies import TEXT, Copy, begun, code_span


def one_of_each(path: Path | None, originals: Path) -> Copy:
    """Make it: rows of every kind, a corrected source, an original file, something removed, kept words of search."""
    copy, source = begun(path)
    first: dict[str, Id] = {"source": source}
    with copy.act("study.fill") as act:
        for kind in KINDS:
            if kind.name not in ("study", "source"):
                first[kind.name] = _add(act, kind, first, source)
    code = first["code"]
    with copy.act("coding.apply") as act:
        for start, end in ((0, 4), (8, 19), (30, 44)):
            code_span(act, code, source, Span(start, end))
    with copy.act("source.correct") as act:
        act.correct(source, [(Span(1, 3), "eh"), (Span(10, 12), "")])
    with copy.act("source.add") as act:
        file = originals / "letter.txt"
        file.write_bytes(b"Dear all,\n" * 90_000)
        name = act.keep_file(file)
        act.add(Source(id="6" * 32, name="letter", file="letter.txt", original=name))
        act.bring({"6" * 32: TEXT[::-1] * 200})
    with copy.act("memo.add") as act:
        memo = act.add(Memo(member=copy.member, text="gone soon", title="a removed one")).id
        act.add(Memo(member=copy.member, nature="reflexive", text="mine alone"))
    with copy.act("memo.remove") as act:
        act.remove(Memo, [memo])
    _keep_words(copy.store)
    return copy


def _add(act: Act, kind: Kind, first: dict[str, Id], source: Id) -> Id:
    """A row of a kind with something in every field."""
    values: dict[str, Any] = {}
    for field in kind.stored:
        if field.refers:
            values[field.name] = first.get(field.refers, source) if not field.tree else None
        elif field.name in ("first", "last"):
            values[field.name] = "5" if field.name == "first" else "9"
        elif field.type == "integer":
            values[field.name] = 7
        elif field.type == "boolean":
            values[field.name] = False
        elif field.type == "list":
            values[field.name] = ("one", "two")
        else:
            values[field.name] = field.default if field.default and not field.words else f"{kind.name} {field.name}"
    if kind.derived:
        values["id"] = "7" * 32
    if {"start", "end"} <= {field.name for field in kind.fields}:
        values |= {"start": 5, "end": 10}
    return act.add(kind.row(**values)).id


def _keep_words(store: Store) -> None:
    from crosscase.frames.token_index import pack
    from crosscase.frames.tokens import tokenize

    with store.writing() as connection:
        kept_words.keep(connection, [(source, pack(tokenize(text))) for source, text in kept_words.missing(connection)])
