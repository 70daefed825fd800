"""Everything about a study that can be checked.

file         the database: pages, indexes, the description of its tables
journal      every entry reads, its digest holds, nothing before it is missing
signatures   who signed which entries, and whether the signatures are true
this copy    its chain, its heads and its clock are those of the entries
vault        every piece of text is what was sealed; none is missing that nobody erased or withheld
originals    every original file is byte for byte what came in
tables       every row is what a replay of the journal gives
places       every span lies within its text, on the characters it names
search       the words kept for search are those of the texts

Where the journal or the vault does not hold, the tables are not compared with them: they may be the only place that is
right.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from sqlalchemy.exc import DatabaseError

from crosscase.errors import CrosscaseError
from crosscase.store.checking import Checked, Fault, Findings, Verified
from crosscase.store.store import Store
from crosscase.store.verify_file import check_file
from crosscase.store.verify_journal import check_journal, check_local
from crosscase.store.verify_places import Fits, check_places, check_words
from crosscase.store.verify_signatures import check_signatures
from crosscase.store.verify_tables import check_tables
from crosscase.store.verify_vault import check_files, check_vault, sealed_in

__all__ = ["Fault", "Verified", "examine", "verify"]


def verify(store: Store, tell: Callable[[str], None] | None = None) -> list[Fault]:
    """All faults found; `tell` hears what is being checked."""
    return list(examine(store, tell).faults)


def examine(store: Store, tell: Callable[[str], None] | None = None, *, fits: Fits | None = None) -> Verified:
    """Check everything; what was found and what was looked at.

    Args:
        tell: hears what is being checked.
        fits: says whether the words kept for search are those of a text; without it they are not looked at.
    """
    parts: list[Findings] = []
    try:
        with store.reading():
            _check(store, tell or (lambda _: None), fits, parts)
    except DatabaseError as error:
        # SQLite may say so even when reading ends.
        parts.append(Findings("file"))
        parts[-1].fault("database", f"cannot be read to its end ({error.orig})")
    return Verified(
        tuple(chain.from_iterable(part.faults for part in parts)),
        tuple(chain.from_iterable(part.notes for part in parts)),
        tuple(Checked(part.where, what) for part in parts for what in part.checked),
    )


def _check(store: Store, say: Callable[[str], None], fits: Fits | None, parts: list[Findings]) -> None:
    say("file")
    parts.append(_guarded("file", lambda: check_file(store)))
    say("journal")
    journal, found = check_journal(store)
    parts.append(found)
    if not found.faults:  # what a copy knows of itself is known from all its entries
        parts.append(_guarded("this copy", lambda: check_local(store, journal)))
    parts.append(_guarded("signatures", lambda: check_signatures(store, journal)))
    sealed = sealed_in(journal)
    say("vault")
    parts += [
        _guarded("vault", lambda: check_vault(store, sealed)),
        _guarded("originals", lambda: check_files(store, sealed)),
    ]
    if any(part.faults for part in parts if part.where in _GROUND):
        parts[0].notes.append(
            "The tables were not compared with the journal, because journal and vault have to hold before they can "
            "say what is right."
        )
    else:
        say("tables")
        parts.append(_guarded("tables", lambda: check_tables(store)))
    say("places")
    parts.append(_guarded("places", lambda: check_places(store)))
    if fits is not None:
        say("search")
        parts.append(_guarded("search", lambda: check_words(store, fits)))


_GROUND = ("journal", "vault")
"""What has to hold before it can be said what the tables should be."""


def _guarded(where: str, check: Callable[[], Findings]) -> Findings:
    """A part of the check; where it cannot be done because of damage, that is what it finds."""
    try:
        return check()
    except (CrosscaseError, DatabaseError, ValueError, LookupError, TypeError) as error:
        found = Findings(where)
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        found.fault("check", f"cannot be done: something in it is not what it should be ({reason})")
        return found
