"""One changed value anywhere is found, and where it is in the journal the entry is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, Table

from crosscase.model import short
from crosscase.reads.whole import examined
from crosscase.store.checking import Fault
from crosscase.store.tables import CELL, ENTRY, LOCAL, METADATA, ROWS
from tests.kernel.bench_of_copies import Copy
from tests.kernel.one_of_each import one_of_each


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    copy = one_of_each(None, tmp_path_factory.mktemp("originals"))
    yield copy
    copy.store.close()


class _BackError(Exception):
    """Takes back what a test changed."""


def faults_after(copy: Copy, statement: str, values: tuple[Any, ...] = ()) -> tuple[Fault, ...]:
    """What is found when a statement was run behind the study's back; it is taken back."""
    found: tuple[Fault, ...] = ()
    with pytest.raises(_BackError), copy.store.writing() as connection:  # noqa: PT012 - what is tried is taken back
        connection.exec_driver_sql(statement, values)
        found = examined(copy.store).faults
        raise _BackError
    return found


def test_all_holds(study: Copy) -> None:
    found = examined(study.store)
    assert found.faults == ()
    assert [one.where for one in found.checked] == [
        "file", "journal", "this copy", "vault", "originals", "tables", "places", "search",
    ]  # fmt: skip


def changed(value: Any, table: Table, column: str) -> Any:
    """Another value of the same sort."""
    if isinstance(table.c[column].type, LargeBinary):
        return bytes(value[:-1]) + bytes([value[-1] ^ 1])
    if isinstance(value, int):
        return value + 1_000 if table.c[column].type.python_type is int else 1 - value
    if value is None:
        return 3 if table.c[column].type.python_type is int else "x"
    return '["three"]' if value.startswith("[") else value[:-1] + ("0" if value[-1:] != "0" else "1")


def _first_of(connection: Connection, table: Table) -> dict[str, Any]:
    record = connection.exec_driver_sql(f'SELECT * FROM "{table.name}" LIMIT 1').mappings().first()
    return dict(record) if record else {}


COLUMNS = [
    pytest.param(table, column.name, id=f"{table.name}.{column.name}")
    for table in METADATA.sorted_tables
    if table.name not in ("local", "erasure", "signature")
    for column in table.columns
]


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_one_changed_value_is_found_and_named(study: Copy, table: Table, column: str) -> None:
    with study.store.reading() as connection:
        was = _first_of(connection, table)
    assert was, "there is a row to change"
    keys = [key.name for key in table.primary_key]
    where = " AND ".join(f'"{key}" = ?' for key in keys)
    statement = f'UPDATE "{table.name}" SET "{column}" = ? WHERE {where}'
    found = faults_after(study, statement, (changed(was[column], table, column), *(was[key] for key in keys)))
    assert found
    named = " ".join(fault.thing for fault in found)
    if table is ENTRY:
        assert short(was["id"]) in named or column == "id"
        assert any(fault.where == "journal" for fault in found)
    elif table is CELL:
        assert any(fault.where == "vault" for fault in found)
    elif table.name in ROWS:
        assert short(was["id"]) in named
        assert {fault.where for fault in found} <= {"tables", "places", "vault", "originals", "search"}
    else:
        assert {fault.where for fault in found} & {"tables", "originals", "search", "places"}


@pytest.mark.parametrize("table", [t.name for t in METADATA.sorted_tables if t.name not in ("erasure", "signature")])
def test_a_row_taken_out_is_found(study: Copy, table: str) -> None:
    if table == "tokens":
        pytest.skip("a cache: what is missing in it is made when it is needed")
    with study.store.reading() as connection:
        first = _first_of(connection, METADATA.tables[table])
    key = next(iter(METADATA.tables[table].primary_key)).name
    if table == "local":
        key, first = "key", {"key": "state"}
    assert faults_after(study, f'DELETE FROM "{table}" WHERE "{key}" = ?', (first[key],))


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("cell", ("ab" * 32, b"s" * 16, "words of nobody", "memo", "1" * 32)),
        ("piece", ("cd" * 32, 0, b"a file of nobody")),
        ("touch", ("code", "1" * 32, "name", 2)),
        ("erasure", ("ab" * 32, 2, "")),
        ("source_text", ("9" * 32, "a text of nothing", 0, b"")),
        ("tokens", ("9" * 32, b"words")),
    ],
)
def test_something_put_in_is_found(study: Copy, table: str, record: tuple[Any, ...]) -> None:
    marks = ", ".join("?" * len(record))
    assert faults_after(study, f'INSERT INTO "{table}" VALUES ({marks})', record)


@pytest.mark.parametrize("field", ["study", "number", "digest", "clock", "unseen", "heads", "model", "seq", "chain"])
def test_what_a_copy_knows_of_itself_is_checked(study: Copy, field: str) -> None:
    state = study.store.state
    value = getattr(state, field)
    other = value + 1 if isinstance(value, int) else (("ab",) if isinstance(value, tuple) else "0" * 32)
    import msgspec

    wrong = msgspec.json.encode(msgspec.structs.replace(state, **{field: other})).decode()
    found = faults_after(study, "UPDATE local SET value = ? WHERE key = 'state'", (wrong,))
    assert any(fault.where == "this copy" for fault in found)
    assert LOCAL.name == "local"


def test_a_private_memo_and_a_removed_row_are_compared_as_well(study: Copy) -> None:
    for text in ("mine alone", "gone soon"):
        found = faults_after(study, "UPDATE memo SET text = text || '!' WHERE text = ?", (text,))
        assert [fault.where for fault in found] == ["tables"]
        assert "its text differs from the journal" in found[0].what


def test_an_index_that_misses_a_row_and_a_changed_table_are_found(study: Copy) -> None:
    found = faults_after(study, "DROP INDEX coding_code")
    assert [str(fault) for fault in found] == ["file: index coding_code: is missing", *map(str, found[1:])]
    found = faults_after(study, "CREATE TABLE mine (id TEXT)")
    assert "file: table mine: is nothing that belongs in a study" in map(str, found)


def test_every_faulty_row_is_named(study: Copy) -> None:
    found = faults_after(study, "UPDATE coding SET weight = 99")
    with study.store.reading() as connection:
        codings = connection.exec_driver_sql("SELECT id FROM coding").scalars().all()
    assert {fault.thing for fault in found} == {f"coding {short(coding)}" for coding in codings}
