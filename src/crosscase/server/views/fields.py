"""How the fields of one thing came to be what they are: who wrote what, when and why.

What is told is what each entry wrote. Where two copies wrote at once and were brought together, both stand here, and
the later one by the journal's order is what counts (long texts are merged by paragraph; the text of the thing itself
says how).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscase.errors import NotFoundError
from crosscase.journal.changes import Added, Changed
from crosscase.journal.entry import Entry
from crosscase.model import Id, kind_named
from crosscase.study import Study


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What one entry wrote into a thing.

    Attributes:
        wall: milliseconds since 1970, by the clock of whoever wrote.
        by: the member's id.
        fields: the fields it wrote, with their words.
    """

    entry: Id
    wall: int
    by: Id
    verb: str
    because: str
    fields: dict[str, str]


def versions(study: Study, kind: str, thing: Id, names: Sequence[str]) -> list[Version]:
    """Every version of some text fields of a thing, oldest first.

    Raises:
        NotFoundError: there is no such thing.
    """
    if study.get(kind_named(kind).row, thing) is None:
        raise NotFoundError(kind, thing)
    found: list[Version] = []
    for entry in study.store.entries_about(kind, thing, *names):
        fields = {name: words for name, words in _written(entry, kind, thing) if name in names}
        if fields:
            found.append(
                Version(
                    entry=entry.id, wall=entry.wall, by=entry.by, verb=entry.verb, because=entry.because, fields=fields
                )
            )  # fmt: skip
    return found


def _written(entry: Entry, kind: str, thing: Id) -> list[tuple[str, str]]:
    found: list[tuple[str, Any]] = []
    for change in entry.changes:
        if isinstance(change, Added) and change.kind == kind:
            rows = change.rows(entry.id)
            if thing in rows:
                at = rows.index(thing)
                found += [(name, column.values(len(rows))[at]) for name, column in change.columns.items()]
        elif isinstance(change, Changed) and change.kind == kind and thing in change.ids:
            found.append((change.field, change.after.values(len(change.ids))[change.ids.index(thing)]))
    return [(name, words) for name, words in found if isinstance(words, str)]
