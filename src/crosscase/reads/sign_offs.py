"""Who stands behind a theme as it reads now.

A sign-off remembers the entries that had made the theme what it was. It holds as long as no other entry has changed
its label, content, meaning, boundary or story; a change that its author marked *wording only*, and that nobody who
signed has contested, does not count. Taking a change back is a change as well.

What a careful reader would get wrong: evidence and lineage are not what was signed. They grow every day, and what the
theme says of them is what its authors stand behind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import msgspec

from crosscase.journal.changes import Added, Changed
from crosscase.journal.entry import Entry
from crosscase.model import Id, Member, Row, SignOff, Theme, WordingChange

R = TypeVar("R", bound=Row)

SIGNED = ("label", "content", "meaning", "boundary", "story")
"""What is signed: a change of one of these counts."""

_AUTHORS = frozenset({"owner", "editor", "coder"})


class Source(Protocol):
    """A study that can be asked for rows, and for the entries that wrote something."""

    def get(self, row: type[R], thing: Id, *, removed: bool = False) -> R | None:
        """The row with that id."""
        ...

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """The rows whose fields equal what is given."""
        ...

    def entries_about(self, kind: str, row: Id, *fields: str) -> list[Entry]:
        """The entries that added a row or wrote one of these fields of it, in order."""
        ...


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """One author's word on a theme.

    Attributes:
        agrees: stands behind it; False: does not.
        lapsed: the theme was changed since; `by` these entries.
    """

    member: Id
    agrees: bool
    note: str
    lapsed: bool
    by: tuple[Id, ...]


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A change that its author marked wording only, with who has signed and not seen it, and who contested it."""

    id: Id
    entry: Id
    member: Id
    contested: Id | None
    reason: str
    shown_to: tuple[Id, ...]


class SignedOff(msgspec.Struct, frozen=True, kw_only=True):
    """Whether all authors stand behind a theme.

    Attributes:
        agreed: authors whose sign-off holds; `missing`: those of whom none holds; `against`: who said no, and it holds.
    """

    theme: Id
    signatures: tuple[Signature, ...]
    wording: tuple[Wording, ...]
    agreed: tuple[Id, ...]
    against: tuple[Id, ...]
    missing: tuple[Id, ...]

    @property
    def by_all(self) -> bool:
        """Whether all authors have signed, and every sign-off holds."""
        return bool(self.agreed) and not self.missing and not self.against

    def sentence(self, name: Callable[[Id], str]) -> str:
        """The same in words; `name` says how a member is called."""
        if self.by_all:
            return "signed off by all authors"
        parts = []
        if self.agreed:
            parts.append(f"signed off by {_listed(self.agreed, name)}")
        if self.against:
            parts.append(f"not by {_listed(self.against, name)}, who disagree{'s' if len(self.against) == 1 else ''}")
        lapsed = tuple(one.member for one in self.signatures if one.lapsed)
        if lapsed:
            parts.append(f"lapsed for {_listed(lapsed, name)}, because it was changed since")
        waiting = tuple(one for one in self.missing if one not in lapsed)
        if waiting:
            parts.append(f"not yet by {_listed(waiting, name)}")
        return "; ".join(parts)


def authors(study: Source) -> list[Member]:
    """Who signs: the people among the members who may code or edit; machines and readers do not."""
    every = study.rows(Member)
    return [
        one for one in every if one.nature == "person" and one.merged_into is None and one.permission in _AUTHORS
    ]  # fmt: skip


def signed_entries(study: Source, theme: Id) -> tuple[Id, ...]:
    """The entries that made a theme say what it says."""
    return tuple(dict.fromkeys(entry.id for entry in study.entries_about("theme", theme, *SIGNED)))


class ThemeVersion(msgspec.Struct, frozen=True, kw_only=True):
    """What one entry wrote into one text of a theme; `wall` in ms since 1970, by the clock of whoever wrote."""

    entry: Id
    wall: int
    by: Id
    because: str
    field: str
    words: str
    wording_only: bool


def versions_of(study: Source, theme: Id) -> list[ThemeVersion]:
    """Every version of what a theme says, oldest first; a text that was never written has none."""
    marks = {one.entry for one in study.rows(WordingChange, theme=theme)}
    found = []
    for entry in study.entries_about("theme", theme, *SIGNED):
        for field, words in _written(entry, theme):
            found.append(
                ThemeVersion(
                    entry=entry.id, wall=entry.wall, by=entry.by, because=entry.because, field=field, words=words,
                    wording_only=entry.id in marks,
                )
            )  # fmt: skip
    return found


def _written(entry: Entry, theme: Id) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for change in entry.changes:
        if isinstance(change, Added) and change.kind == "theme":
            rows = change.rows(entry.id)
            if theme in rows:
                columns = {name: given.values(len(rows))[rows.index(theme)] for name, given in change.columns.items()}
                found += [(name, str(columns[name])) for name in SIGNED if columns.get(name)]
        elif isinstance(change, Changed) and change.kind == "theme" and change.field in SIGNED and theme in change.ids:
            found.append((change.field, str(change.after.values(len(change.ids))[change.ids.index(theme)] or "")))
    return found


def signed_off(study: Source, theme: Theme) -> SignedOff:
    """Who stands behind a theme as it reads now."""
    made = signed_entries(study, theme.id)
    marks = {one.entry: one for one in study.rows(WordingChange, theme=theme.id)}
    counts = [entry for entry in made if entry not in marks or marks[entry].contested]
    leads = {one.id: one.merged_into or one.id for one in study.rows(Member)}
    given = study.rows(SignOff, theme=theme.id)
    signatures = []
    for one in sorted(given, key=lambda each: each.id):
        since = tuple(entry for entry in counts if entry not in set(one.seen))
        signatures.append(
            Signature(
                member=leads.get(one.member, one.member), agrees=one.agrees, note=one.note, lapsed=bool(since), by=since
            )
        )
    wording = tuple(
        Wording(
            id=mark.id, entry=mark.entry, member=mark.member, contested=mark.contested, reason=mark.reason,
            shown_to=tuple(leads.get(one.member, one.member) for one in given if mark.entry not in one.seen),
        )
        for mark in sorted(marks.values(), key=lambda each: made.index(each.entry) if each.entry in made else -1)
    )  # fmt: skip
    agreed = tuple(one.member for one in signatures if one.agrees and not one.lapsed)
    against = tuple(one.member for one in signatures if not one.agrees and not one.lapsed)
    missing = tuple(one.id for one in authors(study) if one.id not in {*agreed, *against})
    return SignedOff(
        theme=theme.id, signatures=tuple(signatures), wording=wording, agreed=agreed, against=against, missing=missing
    )


def _listed(members: tuple[Id, ...], name: Callable[[Id], str]) -> str:
    names = [name(one) for one in members]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
