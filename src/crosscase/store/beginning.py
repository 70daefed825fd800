"""Beginning a study: its tables, its settings and its first member are there together, or nothing is.

A file is made under another name and takes its own when it is whole, so that a program that is stopped in the middle
leaves no empty study behind, which could neither be opened nor made again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from crosscase.model import Id
from crosscase.store.act import Act
from crosscase.store.copies import Target, made_whole
from crosscase.store.keys import Key, Passphrase
from crosscase.store.places import place_of
from crosscase.store.store import Store


def begin(target: Target | None, found: Callable[[Act], Id], *, passphrase: Passphrase = None) -> tuple[Store, Id]:
    """Make a study in a file, a schema (url, name) or memory; it, open, and its first member.

    Args:
        target: where.
        found: adds the settings and the first member, whose act this is; gives the member's id.
        passphrase: encrypts the file.

    Raises:
        CannotOpenError: something is there already, or there is no such folder.
        UnfitPassphraseError: the passphrase will not do, or there is no file to be encrypted.
    """
    if not isinstance(target, Path):
        return _begun(target, found, passphrase)
    lies = target
    if callable(passphrase):
        passphrase = passphrase(lies)  # asked for by the name that the file will have

    def fill(part: Target) -> tuple[Key | None, Id]:
        store, founder = _begun(part, found, passphrase, lies)
        store.database.close()  # nothing is remembered of a name that it will not have
        return store.key, founder

    key, founder = made_whole(target, fill)
    return Store.at_path(target, passphrase=key), founder


def _begun(
    target: Target | None, found: Callable[[Act], Id], passphrase: Passphrase, lies: Path | None = None
) -> tuple[Store, Id]:
    store = Store.create(target, passphrase=passphrase)
    try:
        # The first member is added by the act that is their first: its id is known before the act is.
        with store.writing() as connection:
            act = Act(store, connection, store.state_for_writing(), by="", verb="study.new")
            founder = act.by = found(act)
            act.finish()
            if lies is not None and isinstance(target, Path):
                store.keep(connection, msgspec.structs.replace(store.state, place=place_of(target, to_be=lies)))
    except BaseException:
        store.database.close()
        raise
    return store, founder
