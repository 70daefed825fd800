"""A thing that two copies added on their own is there as the last write in the order says, whichever came in first."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from crosscase.model import Source
from crosscase.store.dump import dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.store.verify import verify
from tests.kernel.bench_of_copies import Copy, begun

THING = "a" * 32


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_added_removed_and_added_again_by_who_had_not_seen_it(order: tuple[int, ...], tmp_path: Path) -> None:
    first, _ = begun(tmp_path / "first.crosscase")
    copies = [first]
    for name, skew in (("remover", 0), ("late", 3_600_000), ("last", 0)):
        copies.append(Copy(Store.create(tmp_path / f"{name}.crosscase"), first.member, skew))
        merge(copies[-1].store, first.store)
    _, remover, late, last = copies
    for copy in (first, late):
        with copy.act("source.add") as act:
            act.add(Source(id=THING, name="answer", nature="answer"))
            act.bring({THING: "No."})
    merge(remover.store, first.store)
    with remover.act("source.remove") as act:
        act.remove(Source, [THING])
    three = [first, remover, late]
    for number in order:
        merge(last.store, three[number].store)
    for copy in three:
        merge(copy.store, last.store)
        assert dump_digest(copy.store) == dump_digest(last.store)
        assert open_conflicts(copy.store) == open_conflicts(last.store)
    assert [source.id for source in last.store.rows(Source, id=THING)] == [THING]
    assert verify(last.store) == []
    for copy in copies:
        copy.store.close()
