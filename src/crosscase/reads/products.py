"""What left the study, with whose words, and at which version a product is made.

A product says at which version of the study it was made, and putting it on record is an entry that makes a new version.
So that the same report made twice is the same report, `standpoint` looks behind records at the end of the journal: when
nothing was done since a product was made but putting products on record, the next one is made at that same version. It
is always a version that the study had and that stands in a record; nothing is made up by leaving entries out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from crosscase.journal.chain import Header
from crosscase.model import Id, Member, Participant, Product, packed_id
from crosscase.reads.lookup import Rows
from crosscase.store.state import LogLine, version_of

RECORDS = "product.record"
"""The verb that puts a product on record."""


class Journal(Rows, Protocol):
    """A study with its journal."""

    @property
    def version(self) -> str:
        """The digest of its heads."""
        ...

    def log(self) -> list[LogLine]:
        """All entries, in the order of the journal."""
        ...

    def headers(self) -> list[Header]:
        """What places every entry."""
        ...


class Standpoint(msgspec.Struct, frozen=True):
    """What a product is made of.

    Attributes:
        version: of the study.
        entries: how many there were.
        wall: when the last of them was written, in milliseconds since 1970; 0 when there were none.
    """

    version: str
    entries: int
    wall: int


def standpoint(journal: Journal) -> Standpoint:
    """The version that a product made now is a product of; see the module."""
    log = journal.log()
    now = Standpoint(journal.version, len(log), log[-1].wall if log else 0)
    kept = len(log)
    while kept and log[kept - 1].verb == RECORDS:
        kept -= 1
    if kept in (0, len(log)):
        return now
    before = version_of(_tips(journal.headers(), {line.digest for line in log[:kept]}))
    known = any(one.version == before for one in journal.rows(Product))
    return Standpoint(before, kept, log[kept - 1].wall) if known else now


def _tips(headers: Sequence[Header], among: set[str]) -> set[str]:
    """The heads, of these entries alone: those that none of them follows or had seen."""
    return among.difference(
        *((header.before, *header.heads) for header in headers if header.digest in among)
    )  # fmt: skip


class ProductLine(msgspec.Struct, frozen=True, kw_only=True):
    """A product on record, with names in place of ids.

    Attributes:
        participants: identifiers of those whose words are in it, as they are called now.
        when: when it was put on record, in milliseconds since 1970; 0 where that is not known.
    """

    id: Id
    nature: str
    file: str
    form: str
    version: str
    member: str
    participants: tuple[str, ...]
    note: str
    when: int


def products(journal: Journal, *, of: Id | None = None) -> list[ProductLine]:
    """All products on record, the oldest first; only those with the words of one participant, if one is named.

    Args:
        journal: of the study.
        of: a participant; who was merged into them counts as them.
    """
    rows = journal
    # The one thing that such an entry adds is the record.
    when = {packed_id(line.id, 1): line.wall for line in journal.log() if line.verb == RECORDS}
    people = {one.id: one for one in rows.rows(Participant)}
    members = {one.id: one.name for one in rows.rows(Member)}

    def end(person: Id) -> Id:
        steps = 0
        while person in people and people[person].merged_into and steps <= len(people):
            person, steps = people[person].merged_into or person, steps + 1
        return person

    def named(persons: Iterable[Id]) -> tuple[str, ...]:
        return tuple(sorted(people[one].identifier if one in people else one for one in persons))

    wanted = end(of) if of else ""
    found = [
        ProductLine(
            id=one.id, nature=one.nature, file=one.file, form=one.form, version=one.version,
            member=members.get(one.member or "", ""), participants=named({end(each) for each in one.participants}),
            note=one.note, when=when.get(one.id, 0),
        )
        for one in rows.rows(Product)
        if not wanted or wanted in {end(each) for each in one.participants}
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.when, one.file, one.id))
