"""Who signed which entries, and whether the signatures are true.

A signature is false when it was not made with its key over its entry. It counts for an entry when the study says whose
key it is, that is the member who acted, and they had not revoked it before. A key that nobody declared is a fault; a
signature by another member than the one who acted is theirs, as a witness, and is told apart.
"""

from __future__ import annotations

import msgspec

from crosscase.journal.chain import Seen
from crosscase.journal.changes import Added, Changed
from crosscase.model import Id, short
from crosscase.store.checking import Findings, UnreadableError, lenient, records
from crosscase.store.signatures import holds
from crosscase.store.store import Store
from crosscase.store.verify_journal import Journal, header_of


class _Key(msgspec.Struct):
    """A key as the entries tell of it: whose, and by which entries it was declared and revoked."""

    member: Id
    declared: str
    by: Id
    revoked: tuple[str, ...] = ()


def check_signatures(store: Store, journal: Journal) -> Findings:
    """What is wrong with the signatures; who signed what."""
    found = Findings("signatures")
    try:
        with lenient(store) as connection:
            signed = list(records(connection, 'SELECT entry, "key", signature FROM signature ORDER BY entry, "key"'))
            people = dict(records(connection, "SELECT id, name FROM member"))
            into = dict(records(connection, "SELECT id, merged_into FROM member"))
    except UnreadableError as error:
        found.fault("signatures", f"some cannot be read ({error})")
        return found
    keys = _keys(journal)
    if not signed and not keys:
        return found
    _Check(journal, keys, people, into, found).all(signed)
    return found


class _Check:
    def __init__(
        self, journal: Journal, keys: dict[str, _Key], people: dict[Id, str], into: dict[Id, Id], found: Findings
    ) -> None:
        self._entries = {name: entry for _, name, entry in journal.entries}
        self._seen = Seen([header_of(name, entry) for _, name, entry in journal.entries])
        self._keys = keys
        self._people = people
        self._into = into
        self._found = found
        self._own: dict[tuple[Id, str], int] = {}
        self._witnessed: dict[tuple[Id, str], int] = {}
        self._signed: set[str] = set()

    def all(self, signed: list[tuple[str, str, bytes]]) -> None:
        for name, key, signature in signed:
            self._one(str(name), str(key), signature)
        for (member, key), count in self._own.items():
            self._found.checked.append(f"{count:,} entries are signed by {self._name(member)} (key {key[:12]})")
        for (member, key), count in self._witnessed.items():
            self._found.notes.append(
                f"{count:,} entries of others are signed by {self._name(member)} as a witness (key {key[:12]})."
            )
        self._unsigned()

    def _one(self, name: str, key: str, signature: object) -> None:
        entry = self._entries.get(name)
        thing = f"entry {short(entry.id)}" if entry else f"signature over {name[:12]}"
        known = self._keys.get(key)
        if entry is None:
            self._found.fault(thing, "it is a signature over an entry that is not here")
        elif not isinstance(signature, bytes | memoryview) or not holds(key, name, bytes(signature)):
            self._found.fault(thing, f"its signature (key {key[:12]}) is false")
        elif known is None:
            self._found.fault(thing, f"it is signed with a key that no member declared ({key[:12]})")
        elif known.by != known.member:
            self._found.fault(thing, f"it is signed with a key that another than its member declared ({key[:12]})")
        elif any(self._seen.had_seen(name, revoked) and name != revoked for revoked in known.revoked):
            self._found.fault(thing, f"it is signed with a key that had been revoked ({key[:12]})")
        elif self._same(known.member, entry.by):
            self._own[known.member, key] = self._own.get((known.member, key), 0) + 1
            self._signed.add(name)
        else:
            self._witnessed[known.member, key] = self._witnessed.get((known.member, key), 0) + 1

    def _unsigned(self) -> None:
        """Say how many entries are not signed: of members who sign, since they have a key; and of all."""
        since: dict[Id, int] = {}
        for name, entry in self._entries.items():
            if name in self._signed:
                continue
            for key in self._keys.values():
                if self._same(key.member, entry.by) and self._seen.had_seen(name, key.declared):
                    since[key.member] = since.get(key.member, 0) + 1
                    break
        for member, count in since.items():
            self._found.notes.append(
                f"{count:,} entries by {self._name(member)}, made since they have a key, are not signed."
            )
        rest = len(self._entries) - len(self._signed)
        if rest:
            self._found.notes.append(f"{rest:,} of {len(self._entries):,} entries are not signed by who made them.")

    def _name(self, member: Id) -> str:
        return str(self._people.get(member) or f"member {short(member)}")

    def _same(self, one: Id, other: Id) -> bool:
        return self._stands_for(one) == self._stands_for(other)

    def _stands_for(self, member: Id) -> Id:
        passed: set[Id] = set()
        while self._into.get(member) and member not in passed:
            passed.add(member)
            member = self._into[member]
        return member


def _keys(journal: Journal) -> dict[str, _Key]:
    """All keys that were ever declared, by their public half, from the entries themselves."""
    by_id: dict[Id, str] = {}
    found: dict[str, _Key] = {}
    for _, name, entry in journal.entries:
        for change in entry.changes:
            if isinstance(change, Added) and change.kind == "signing_key":
                ids = change.rows(entry.id)
                members, publics = (change.columns[column].values(len(ids)) for column in ("member", "public"))
                for row, member, public in zip(ids, members, publics, strict=True):
                    by_id[row] = public
                    found.setdefault(public, _Key(member, name, entry.by))
            elif isinstance(change, Changed) and (change.kind, change.field) == ("signing_key", "revoked"):
                for row, after in zip(change.ids, change.after.values(len(change.ids)), strict=True):
                    if row in by_id:
                        key = found[by_id[row]]
                        key.revoked = (*key.revoked, name) if after else ()
    return found
