"""What is looked after when a study is opened and let go of: backups, other versions beside it, what is missing.

Each gives sentences for the user, or none; nothing here stops the work. An open study keeps them in `Store.notes`.
"""

from __future__ import annotations

import shlex

from sqlalchemy import bindparam, select

from crosscase.store import backups
from crosscase.store.backup_files import folder_of, listed
from crosscase.store.ground import merge_of
from crosscase.store.places import left_behind, note_missing
from crosscase.store.store import Store
from crosscase.store.strays import offered
from crosscase.store.synced import synced_by
from crosscase.store.tables import ENTRY

_HERE = select(ENTRY.c.digest).where(ENTRY.c.digest.in_(bindparam("digests", expanding=True)))


def on_opening(store: Store) -> None:
    """Look after a study that was just opened."""
    if store.path is None:
        return
    _note(store, _lost(store))
    if synced_by(store.path):
        for sentence in offered(store):
            _note(store, sentence)
    if store.database.writable:
        _note(store, backups.if_due(store))


def on_closing(store: Store) -> None:
    """Look after a study that is about to be let go of."""
    if store.path is None or not store.database.writable:
        return
    _note(store, store.ground.at_close())
    if not store.ground.refused:
        _note(store, backups.if_due(store))


def _note(store: Store, sentence: str) -> None:
    if sentence:
        store.notes.append(sentence)


def _lost(store: Store) -> str:
    """A sentence when the study lacks entries with which this machine left it."""
    assert store.path is not None  # noqa: S101 - seen by the caller
    left = left_behind(store.path, store.state.study)
    if not left:
        return ""
    with store.reading() as connection:
        here = set(connection.execute(_HERE, {"digests": left}).scalars())
    missing = [digest for digest in left if digest not in here]
    if not note_missing(store.path, missing):
        return ""
    said = f"{store.path} lacks something that was done to it on this computer: another version has taken its place. "
    where = [
        one.path
        for one in listed(folder_of(store.path))
        if one.facts is not None and not set(missing).isdisjoint(one.facts.heads)
    ]
    if where:
        return f"{said}It is in a backup. To bring it back: {merge_of(store.path, where[0])}"
    return said + (
        f"Look for a copy beside it, or in its backups, and merge it: crosscase backups {shlex.quote(str(store.path))}"
    )
