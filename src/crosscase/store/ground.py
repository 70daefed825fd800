"""The file under an open study: is it still the one that was opened, and does it still hold what was done?

A sync program (or a person) can put another file in the place of a study that is open, or write another version into
it, without asking. SQLite would go on writing into a file that has no name any more, or mix pages of two versions. So
before each transaction that writes, and after it, we look: the same file (device and inode); in a synced folder also
the size and time we left it with, or else the connection is made anew; and in every case all that was acknowledged in
this opening is still in the journal.

Where that does not hold, nothing is written: what this opening had is saved beside the study as a file of its own, and
the act is refused with the sentence that brings the two together. Merging takes both branches; that they are a fork is
seen by their digests.

What a careful reader would get wrong: the file that was replaced is still there for us, because our connection holds it
open; of a file that was written over nothing is left but the last backup and what this opening has written since, which
is therefore kept in memory in synced folders.
"""

from __future__ import annotations

import shlex
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.exc import DatabaseError

from crosscase.errors import CrosscaseError
from crosscase.store.direct import fetch
from crosscase.store.synced import synced_by
from crosscase.store.tables import CELL, ENTRY, PIECE, SIGNATURE

if TYPE_CHECKING:
    from crosscase.store.store import Store

_HERE = select(func.count()).select_from(ENTRY).where(ENTRY.c.digest.in_(bindparam("heads", expanding=True)))
_JOURNAL_AND_VAULT: tuple[Table, ...] = (CELL, PIECE, SIGNATURE, ENTRY)


class SwappedError(CrosscaseError):
    """Another file is where the open study was."""

    code = "swapped"

    def __init__(self, path: Path, by: str, kept: Path | None, *, gone: bool, behind: bool) -> None:
        what = "is gone from its place" if gone else "was replaced by another version while it was open"
        told = f"{path} {what}{f' ({by} does that)' if by and not gone else ''}. "
        if kept is not None:
            told += f"What was open here is saved whole in {str(kept)!r}. "
            told += "Give it its name again." if gone else f"Bring them together: {merge_of(path, kept)}"
        elif behind:
            told += "The new version has all that was done here. Nothing was written now: do it again."
        else:
            told += (
                "It could not be saved from here. Look for a conflicted copy beside it and in its backups: "
                f"crosscase backups {shlex.quote(str(path))}"
            )
        super().__init__(told)
        self.kept = kept


class Ground:
    """What lies under one open study; for a study that is no file there is nothing to look after."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path if store.database.writable else None
        self.synced = synced_by(self.path) if self.path else ""
        self._file = _file(self.path) if self.path else None
        self._left = _left(self.path) if self.path else None
        self._heads: tuple[str, ...] | None = None
        self._marks: dict[str, int] = {}
        self._since: dict[str, list[tuple[Any, ...]]] = {}
        self._refusal: SwappedError | None = None

    def opened(self) -> None:
        """Note what the study holds now: it must still be there before the next write."""
        if self.path is None:
            return
        self._heads = self._store.state.heads
        if self.synced:
            self._mark()

    def before(self) -> None:
        """Look before a transaction that writes.

        Raises:
            SwappedError: it is another file.
        """
        if self.path is None or self._heads is None:
            return
        if self._refusal is not None:
            raise self._refusal
        if _file(self.path) != self._file:
            raise self._refused(moved=True)
        if self.synced and _left(self.path) != self._left:
            self._store.database.reconnect()

    def lacks(self, connection: Connection) -> bool:
        """Whether the journal lacks something that was acknowledged in this opening."""
        heads = self._heads
        if self.path is None or not heads:
            return False
        return bool(fetch(connection, _HERE, {"heads": heads})[0][0] != len(heads))

    def overwritten(self) -> SwappedError:
        """The refusal for a file into which another version was written."""
        return self._refused(moved=False)

    def after(self, heads: tuple[str, ...] | None) -> None:
        """Note what a transaction has committed.

        Raises:
            SwappedError: the file was replaced meanwhile.
        """
        if self.path is None or self._heads is None:
            return
        if heads is not None:
            self._heads = heads
        if self.synced:
            self._take_note()
        if _file(self.path) != self._file:
            raise self._refused(moved=True)
        self._left = _left(self.path)

    def at_close(self) -> str:
        """A sentence where the study is let go of and another file is in its place."""
        if self.path is None or self._heads is None or self._refusal is not None:
            return ""
        try:
            self.before()
            with self._store.reading() as connection:
                if not self.lacks(connection):
                    return ""
            return self.overwritten().message
        except SwappedError as error:
            return error.message

    @property
    def refused(self) -> bool:
        """Whether another file was found in its place."""
        return self._refusal is not None

    def saved(self) -> None:
        """A backup was made, or words were erased: what was kept in memory until now is not needed any more."""
        if self.path is not None and self.synced and self._heads is not None:
            self._since = {}
            self._mark()

    # What was written since the last backup

    def _mark(self) -> None:
        with self._store.reading() as connection:
            self._marks = {table.name: _last(connection, table) for table in _JOURNAL_AND_VAULT}

    def _take_note(self) -> None:
        with self._store.reading() as connection:
            for table in _JOURNAL_AND_VAULT:
                last = _last(connection, table)
                if last > (mark := self._marks.get(table.name, 0)):
                    rows = connection.exec_driver_sql(f"SELECT * FROM {table.name} WHERE rowid > ?", (mark,))  # noqa: S608
                    self._since.setdefault(table.name, []).extend(tuple(row) for row in rows)
                self._marks[table.name] = last

    # Another file is there

    def _refused(self, *, moved: bool) -> SwappedError:
        assert self.path is not None  # noqa: S101 - only files are looked after
        gone = _file(self.path) is None
        kept, behind = None, False
        with suppress(OSError, CrosscaseError):
            kept = self._keep(moved=moved)
        if moved:
            # What lies in the write-ahead log belongs to the file that was replaced, and would be played into the one
            # that is there now as soon as somebody opens it.
            with suppress(DatabaseError), self._store.database.plainly() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            behind = not gone and self._all_is_there()
        if behind and kept is not None:
            kept.unlink()
            kept = None
        self._refusal = SwappedError(self.path, self.synced, kept, gone=gone, behind=behind)
        return self._refusal

    def _all_is_there(self) -> bool:
        """Whether the file that is there now has everything that this opening had."""
        from crosscase.store.store import Store

        assert self.path is not None  # noqa: S101 - as above
        try:
            other = Store.at_path(self.path, writable=False, passphrase=self._store.key)
        except CrosscaseError:
            return False
        try:
            with other.reading() as connection:
                return not self.lacks(connection)
        finally:
            other.database.close()

    def _keep(self, *, moved: bool) -> Path:
        """Save what was open here beside the study."""
        from crosscase.store.backup_files import part_of
        from crosscase.store.duplicate import duplicate, in_place

        assert self.path is not None  # noqa: S101 - as above
        kept = aside(self.path, "kept")
        part = part_of(kept)
        if moved:
            duplicate(self._store, part)
        else:
            self._compose(part)
        in_place(part, kept)
        return kept

    def _compose(self, part: Path) -> None:
        """What was open here, from the last backup (or what is there now) and what was written since."""
        import shutil

        from crosscase.store.absorb import absorb
        from crosscase.store.backup_files import folder_of, newest
        from crosscase.store.duplicate import duplicate
        from crosscase.store.inserting import insert_all
        from crosscase.store.store import Store

        assert self.path is not None  # noqa: S101 - as above
        last = newest(folder_of(self.path))
        if last is not None and last.facts is not None and last.facts.study == self._store.state.study:
            shutil.copyfile(last.path, part)
        else:
            duplicate(self._store, part)
        try:
            other = Store.at_path(part, passphrase=self._store.key)
            try:
                with other.writing() as connection:
                    for table in (CELL, PIECE, SIGNATURE):
                        keys = [column.name for column in table.primary_key]
                        here = set(map(tuple, connection.execute(select(*(table.c[key] for key in keys)))))
                        rows = self._since.get(table.name, [])
                        insert_all(connection, table, [row for row in rows if row[: len(keys)] not in here])
                    digest, body = ([*ENTRY.c.keys()].index(name) for name in ("digest", "body"))
                    absorb(other, [(row[digest], row[body]) for row in self._since.get(ENTRY.name, [])], other.words)
                    if self.lacks(connection):
                        raise CrosscaseError("What was done here is in no backup.")
            finally:
                other.database.close()
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def merge_of(path: Path, other: Path) -> str:
    """The command that brings a study and another version of it together, as it can be typed."""
    return f"crosscase merge {shlex.quote(str(path))} {shlex.quote(str(other))}"


def aside(path: Path, why: str) -> Path:
    """A name beside a study, for a version of it that has to be kept: `peers (kept 2026-11-23 034659).crosscase`."""
    stem, stamp = path.name.removesuffix(".crosscase"), datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
    names = (f"{stem} ({why} {stamp}{more}).crosscase" for more in ("", *(f", {n}" for n in range(2, 1000))))
    return next(found for name in names if not (found := path.with_name(name)).exists())


def _last(connection: Connection, table: Table) -> int:
    return int(connection.exec_driver_sql(f"SELECT coalesce(max(rowid), 0) FROM {table.name}").scalar_one())  # noqa: S608


def _file(path: Path) -> tuple[int, int] | None:
    """Which file has that name."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _left(path: Path) -> tuple[int, int] | None:
    """Size and time of a file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
