"""Whether the database itself is whole: pages and indexes of a SQLite file, indexes of a PostgreSQL schema.

SQLite looks at every page in use, at what is free, and at every entry of every index (`PRAGMA integrity_check`); an
encrypted file has a code of authenticity over every page besides. The tables have to be those this program makes: a
changed description would show other columns. The bytes that SQLite never reads (free pages, room left over in a page,
its counters, statistics for the planner) are not looked at: nothing depends on them.

On PostgreSQL `amcheck` is asked where it is installed; else every index is read from end to end and compared with its
table.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from crosscase.store import steps
from crosscase.store.checking import Findings, UnreadableError, lenient, records
from crosscase.store.database import sqlite
from crosscase.store.store import Store
from crosscase.store.tables import METADATA

_MAGIC = b"SQLite format 3\0"
_MOST = 200
"""Findings of SQLite; after so many nobody reads on."""


def check_file(store: Store) -> Findings:
    """What is wrong with the database."""
    found = Findings("file")
    try:
        with lenient(store) as connection:
            if connection.dialect.name == "sqlite":
                _check_sqlite(store, connection, found)
            else:
                _check_postgresql(connection, store.database.schema, found)
    except UnreadableError as error:
        found.fault("database", f"cannot be read ({error})")
    return found


def _check_sqlite(store: Store, connection: Connection, found: Findings) -> None:
    ((pages,),) = records(connection, "PRAGMA page_count")
    if store.path is not None:
        _check_header(store.path, found)
    for (said,) in records(connection, "PRAGMA cipher_integrity_check"):
        found.fault("encryption", f"a page was changed from outside ({said})")
    for (said,) in records(connection, f"PRAGMA integrity_check({_MOST})"):
        if said != "ok":
            found.fault("database", _plain(said))
    _check_shape(connection, found)
    found.checked.append(f"{pages:,} pages are whole, and every index agrees with its table")


def _plain(said: str) -> str:
    return " ".join(said.split())


_LOGS = (b"\1\1", b"\2\2")
"""In a synced folder, and in every backup, there is no write-ahead log: version 1; anywhere else there is: 2."""


def _check_header(path: Path, found: Findings) -> None:
    """The first bytes of a plain file, where SQLite itself does not look."""
    beside = path.with_name(path.name + "-wal")
    if beside.exists() and beside.stat().st_size:
        return  # what is in the file yet is older
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(_MAGIC):
        return  # encrypted: a code of authenticity covers it
    fractions, encoding = head[21:24], struct.unpack_from(">I", head, 56)[0]
    unused = (head[48:52], head[60:64], head[68:72], head[72:92])
    if fractions != b"\x40\x20\x20" or encoding != 1 or any(any(part) for part in unused) or head[18:20] not in _LOGS:
        found.fault("header", "the first bytes of the file are not those of a study")


def _check_shape(connection: Connection, found: Findings) -> None:
    """Tables, columns and indexes against those of a new study."""
    wanted, there = _wanted(), _shape(connection)
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            found.fault(name, "is missing")
        elif name not in wanted:
            found.fault(name, "is nothing that belongs in a study")
        elif there[name] != wanted[name]:
            found.fault(name, "its description differs from what crosscase makes")


@cache
def _wanted() -> dict[str, Any]:
    """The shape of a new study."""
    new = sqlite(None)
    try:
        with new.writing() as connection:
            steps.bring_up(connection, 0)
            return _shape(connection)
    finally:
        new.close()


def _shape(connection: Connection) -> dict[str, Any]:
    """Each table and index by name, with all that decides how it is read."""
    found: dict[str, Any] = {}
    listed = list(records(connection, "SELECT type, name, tbl_name FROM sqlite_schema"))
    for nature, name, table in listed:
        if name.startswith("sqlite_stat"):
            continue
        quoted = name.replace('"', '""')
        if nature == "table":
            columns = sorted(row[1:] for row in records(connection, f'PRAGMA table_xinfo("{quoted}")'))
            made = sorted(row[1:] for row in records(connection, f'PRAGMA index_list("{quoted}")'))
            found[f"table {name}"] = (table, columns, made)
        elif nature == "index":
            found[f"index {name}"] = (table, list(records(connection, f'PRAGMA index_xinfo("{quoted}")')))
        else:
            found[f"{nature} {name}"] = table
    return found


# PostgreSQL


def _check_postgresql(connection: Connection, schema: str, found: Findings) -> None:
    checker = list(
        records(
            connection,
            "SELECT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE p.proname = 'bt_index_check' LIMIT 1",
        )
    )
    indexes = list(
        records(
            connection,
            "SELECT c.oid::bigint, c.relname, t.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
            "JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace "
            "JOIN pg_am a ON a.oid = c.relam WHERE n.nspname = %s AND a.amname = 'btree' ORDER BY c.relname",
            (schema,),
        )
    )
    for oid, name, table in indexes:
        try:
            with connection.begin_nested():
                if checker:
                    list(
                        records(connection, f'SELECT "{checker[0][0]}".bt_index_check(%s::oid::regclass, true)', (oid,))
                    )
                elif len({*_counts(connection, name, table)}) > 1:
                    found.fault(f"index {name}", "does not agree with its table")
        except UnreadableError as error:
            found.fault(f"index {name}", f"does not agree with its table ({error})")
    there = {table for _, _, table in indexes}
    for table in sorted(METADATA.tables.keys() - there):
        found.fault(f"table {table}", "is missing")
    found.checked.append(f"{len(indexes):,} indexes agree with their tables")


def _counts(connection: Connection, index: str, table: str) -> Iterator[tuple[Any, ...]]:
    """How many rows a table has, and a sum over what its index is made of: by reading the table, and by the index."""
    columns = [
        name
        for (name,) in records(
            connection,
            "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n "
            "ON n.oid = c.relnamespace WHERE c.relname = %s AND n.nspname = current_schema() ORDER BY a.attnum",
            (index,),
        )
    ]
    listed = ", ".join(f'"{name}"' for name in columns)
    statement = f'SELECT count(*), coalesce(sum(hashtext(ROW({listed})::text)::bigint), 0) FROM "{table}"'  # noqa: S608 - our own
    for by_index in (False, True):
        scans = ("off", "on") if by_index else ("on", "off")
        for setting, value in zip(("seqscan", "indexonlyscan"), scans, strict=True):
            connection.exec_driver_sql(f"SET LOCAL enable_{setting} = {value}")
        connection.exec_driver_sql(f"SET LOCAL enable_indexscan = {scans[1]}")
        connection.exec_driver_sql(f"SET LOCAL enable_bitmapscan = {scans[1]}")
        yield from records(connection, statement)
    connection.exec_driver_sql("SET LOCAL enable_seqscan = on")
