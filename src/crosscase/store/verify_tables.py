"""Whether the tables are what the journal gives: every row, removed ones too, every text, every note of who wrote what.

The journal is replayed in memory and compared field by field. Arrival numbers are this copy's own and are compared by
the entry that they stand for; where two copies added the same thing, either may have come first here. Where something
lies in no source any more, where it once lay is not compared: nobody moves it any longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection

from crosscase.model import KINDS, Kind, short
from crosscase.store.absorb import replica
from crosscase.store.apply import AGAIN
from crosscase.store.checking import Findings, UnreadableError, as_bytes, lenient, records
from crosscase.store.store import Store

Touch: TypeAlias = "tuple[str, str, str, str]"
_GONE: tuple[Any, ...] = ()


def check_tables(store: Store) -> Findings:
    """What differs between the tables and a replay of the journal, whose entries hold."""
    found = Findings("tables")
    again = replica(store)
    try:
        with lenient(store) as here, lenient(again) as there:
            comparison = _Comparison(here, there, found)
            count = sum(comparison.rows(kind) for kind in KINDS)
            comparison.touches()
            comparison.texts()
            comparison.erasures()
        found.checked.append(f"{count:,} rows are what the journal gives when it is replayed")
    except UnreadableError as error:
        found.fault("rows", f"some cannot be read ({error})")
    finally:
        again.close()
    return found


def _paired(
    here: Connection, there: Connection, table: str, key: str, names: tuple[str, ...]
) -> Iterator[tuple[str, tuple[Any, ...], tuple[Any, ...]]]:
    """The rows of a table in both, side by side in the order of their keys; empty where one has none."""
    listed = ", ".join(f'"{name}"' for name in names)
    statement = f'SELECT "{key}", {listed} FROM "{table}" ORDER BY "{key}"'  # noqa: S608 - names of our own
    one, two = records(here, statement), records(there, statement)
    mine, theirs = next(one, None), next(two, None)
    while mine is not None or theirs is not None:
        a = None if mine is None else as_bytes(str(mine[0]))
        b = None if theirs is None else as_bytes(str(theirs[0]))
        if theirs is None or (mine is not None and a is not None and b is not None and a < b):
            assert mine is not None  # noqa: S101 - one of them is there
            yield str(mine[0]), mine[1:], _GONE
            mine = next(one, None)
        elif mine is None or a != b:
            yield str(theirs[0]), _GONE, theirs[1:]
            theirs = next(two, None)
        else:
            yield str(mine[0]), mine[1:], theirs[1:]
            mine, theirs = next(one, None), next(two, None)


class _Comparison:
    """Both sides of everything: arrival numbers as entries, and who wrote what."""

    def __init__(self, here: Connection, there: Connection, found: Findings) -> None:
        self._sides = here, there
        self._found = found
        self._arrivals = tuple(dict(records(side, "SELECT seq, digest FROM entry")) for side in self._sides)
        self._touches: tuple[set[Touch], set[Touch]] = set(), set()

    def _entry(self, side: int, seq: Any) -> str:
        return str(self._arrivals[side].get(seq, f"number {seq}"))

    def rows(self, kind: Kind) -> int:
        """Compare the rows of a kind; how many there are."""
        names = ("removed", "born", *(field.name for field in kind.fields))
        source = names.index("source") if "source" in names else None
        moved = [names.index(field.name) for field in kind.fields if field.computed and source is not None]
        count = 0
        for row, mine, theirs in _paired(*self._sides, kind.name, "id", names):
            count += 1
            if mine == theirs and self._arrivals[0].get(mine[1]) == self._arrivals[1].get(mine[1]):
                continue
            one, two = list(mine), list(theirs)
            if one and two:
                for side, (values, touches) in enumerate(zip((one, two), self._touches, strict=True)):
                    touches.add((kind.name, row, AGAIN, self._entry(side, values[1])))
                one[1] = two[1] = 0
                if source is not None and one[source] is None:
                    for at in moved:
                        one[at] = two[at] = 0
            _say(f"{_plain(kind.name)} {short(row)}", (tuple(one), tuple(two)), names, self._found)
        return count

    def touches(self) -> None:
        """Compare who wrote what."""
        for side, (connection, touches) in enumerate(zip(self._sides, self._touches, strict=True)):
            touches.update(
                (kind, row, field, self._entry(side, seq))
                for kind, row, field, seq in records(connection, 'SELECT kind, "row", field, seq FROM touch')
            )
        wrong = {(str(kind), str(row)): field for kind, row, field, _ in self._touches[0] ^ self._touches[1]}
        for (kind, row), field in sorted(wrong.items()):
            about = "when it was added" if field == AGAIN else f"who wrote its {field}"
            self._found.fault(f"{_plain(kind)} {short(row)}", f"the note of {about} differs from the journal")

    def texts(self) -> None:
        """Compare the texts of sources."""
        names = ("words", "corrected", "runs")
        for source, mine, theirs in _paired(*self._sides, "source_text", "source", names):
            _say(f"text of source {short(source)}", (mine, theirs), names, self._found)

    def erasures(self) -> None:
        """Compare which cells were erased."""
        one, two = (
            {
                (cell, self._entry(side, seq), stand_in)
                for cell, seq, stand_in in records(connection, "SELECT cell, seq, stand_in FROM erasure")
            }
            for side, connection in enumerate(self._sides)
        )
        for cell in sorted({str(cell) for cell, _, _ in one ^ two}):
            self._found.fault(f"erasure of cell {cell[:12]}", "differs from the journal")


def _plain(kind: str) -> str:
    return kind.replace("_", " ")


def _say(thing: str, sides: tuple[tuple[Any, ...], tuple[Any, ...]], names: tuple[str, ...], found: Findings) -> None:
    mine, theirs = sides
    if not mine or not theirs:
        found.fault(thing, "is not in the journal" if mine else "is missing")
        return
    differing = [name for name, a, b in zip(names, mine, theirs, strict=True) if a != b]
    if differing:
        found.fault(thing, f"its {' and '.join(differing)} differ{'s' * (len(differing) == 1)} from the journal")
