"""One flipped byte of a closed study is found: by refusing to open it, or by `verify`, which says where.

Tried are the bytes that SQLite reads: of every page of every tree its header, its list of cells and the cells
themselves, and what long rows go on with. Not tried, because nothing reads them or nothing depends on them:

* free pages, room between cells, what an overflow page has left over, and the counters in the first 100 bytes (of
  changes, of the schema, the program's version);
* what the planner keeps of how many rows there are (`sqlite_stat1`, `sqlite_stat4`), and where the copy was last
  written (`place`), which only decides whether the next act begins a chain of its own;
* the step and shape of the tables: where they do not fit, the tables are made again when the study is opened.

And a changed byte may change nothing that is said: capital and small letters in the description of a table, a number
written in another way. So where nothing is found, every value of every table has to be the same as before.
"""

from __future__ import annotations

import random
import shutil
import struct
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from crosscase.errors import CrosscaseError
from crosscase.reads.whole import examined
from crosscase.store.pages import Pages
from crosscase.store.parting import withheld
from crosscase.store.store import Store
from crosscase.store.tables import METADATA
from tests.kernel.one_of_each import one_of_each

TRIES = 250


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("closed")
    path = folder / "whole.crosscase"
    one_of_each(path, folder).store.close()
    return path


def read_bytes(path: Path) -> list[int]:
    """The places in a file of all bytes that are in use."""
    connection = dbapi2.connect(str(path))
    roots = [1] + [
        root for root, name in connection.execute("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
        if not name.startswith("sqlite_stat")
    ]  # fmt: skip
    connection.close()
    pages = Pages(path)
    found: list[int] = []
    for root in roots:
        found += _tree(pages, root)
    return sorted(set(found))


def _tree(pages: Pages, root: int) -> list[int]:
    found: list[int] = []
    pending = [root]
    while pending:
        number = pending.pop()
        data, base = pages.page(number), (number - 1) * pages.size
        begin = 100 if number == 1 else 0
        inner = data[begin] in (2, 5)
        count = struct.unpack_from(">H", data, begin + 3)[0]
        head = begin + (12 if inner else 8)
        found += range(base + begin, base + head + 2 * count)
        if inner:
            pending.append(struct.unpack_from(">I", data, begin + 8)[0])
        for nth in range(count):
            (at,) = struct.unpack_from(">H", data, head + 2 * nth)
            start = at
            if inner:
                pending.append(struct.unpack_from(">I", data, at)[0])
                at += 4
            found += _cell(pages, data, base, start, at, data[begin])
    return found


def _cell(pages: Pages, data: bytes, base: int, start: int, at: int, kind: int) -> list[int]:  # noqa: PLR0917
    length = 0
    if kind != 5:
        length, at = _number(data, at)
    if kind in (5, 13):
        _, at = _number(data, at)
    most = pages.usable - 35 if kind == 13 else (pages.usable - 12) * 64 // 255 - 23
    here, more = length, 0
    if length > most:
        least = (pages.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (pages.usable - 4)
        here = here if here <= most else least
        (more,) = struct.unpack_from(">I", data, at + here)
        at += 4
    found = list(range(base + start, base + at + here))
    left = length - here
    while more:
        begin = (more - 1) * pages.size
        found += range(begin, begin + 4 + min(left, pages.usable - 4))
        left -= pages.usable - 4
        (more,) = struct.unpack_from(">I", pages.page(more), 0)
    return found


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        value = value << 7 | data[at + n] & 127
        if data[at + n] < 128:
            break
    return value, at + n + 1


def contents(path: Path) -> list[object]:
    """Every value of every table, where the copy was last written left out."""
    store = Store.at_path(path)
    try:
        with store.reading() as connection:
            found: list[object] = []
            for name in sorted(METADATA.tables):
                rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                if name != "local":
                    found.append((name, sorted(map(repr, rows))))
            state = msgspec.structs.replace(store.state, place="")
            return [*found, state, withheld(store)]
    finally:
        store.close()


def is_found(path: Path) -> bool:
    """Whether a study is refused, or found to be damaged, or something in it is said to be another version's."""
    try:
        store = Store.at_path(path)
    except (CrosscaseError, DatabaseError, dbapi2.DatabaseError, ValueError):
        return True
    try:
        found = examined(store)
    finally:
        store.database.close()
    return bool(found.faults) or any("another version" in text for text in found.notes)


def test_one_flipped_byte_is_found(closed: Path, tmp_path: Path) -> None:
    chance = random.Random(20)
    places = read_bytes(closed)
    assert len(places) > 100_000
    whole, was = closed.read_bytes(), contents(Path(shutil.copy(closed, tmp_path / "read.crosscase")))
    path = tmp_path / "damaged.crosscase"
    passed_over = []
    for at in chance.sample(places, TRIES):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        for beside in ("-wal", "-shm"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
        if not is_found(path):
            path.write_bytes(damaged)
            if contents(path) != was:
                passed_over.append(at)
    assert passed_over == []


def test_entries_on_a_page_that_sqlite_cannot_read_are_named(closed: Path, tmp_path: Path) -> None:
    """A page of the journal whose head is damaged hides its entries and those behind it; only its own are named."""
    pages = Pages(closed)
    lying = [one for one in pages.rows() if len(one.values) == len(METADATA.tables["entry"].columns)]
    page = lying[-1].page
    data = bytearray(closed.read_bytes())
    data[(page - 1) * pages.size : page * pages.size] = bytes(pages.size)
    path = tmp_path / "damaged.crosscase"
    path.write_bytes(data)
    store = Store.at_path(path)
    found = examined(store).faults
    store.database.close()
    named = {fault.thing for fault in found if fault.where == "journal" and "number" in fault.what}
    assert named == {f"entry {one.values[1][-12:]}" for one in lying if one.page == page}
