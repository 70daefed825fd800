"""A study in memory at which verbs are tried, one act each, and what has to hold of it afterwards.

When a test is done, every act is undone, which must give the study as it began, and the journal is checked against the
tables: so every verb that is tested here is shown to be undoable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest

from crosscase.model import Id, Row, Source
from crosscase.store.act import Act, acting
from crosscase.store.dump import dump
from crosscase.store.store import Store
from crosscase.store.undo import undo
from crosscase.store.verify import verify
from crosscase.verbs.study import begin_study

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Row)


class Desk:
    """A study with its owner Ada."""

    def __init__(self) -> None:
        self.store = Store.create(None)
        with acting(self.store, by="", verb="study.new") as act:
            self.ada = act.by = begin_study(act, "Peers", "Ada")
            act.finish()
        self.began = self.dump()

    def do(self, verb: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a verb as Ada."""
        return self.do_as(self.ada, verb, *args, **kwargs)

    def do_as(self, by: Id, /, verb: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a verb as that member."""
        with acting(self.store, by=by, verb="tried") as act:
            value = verb(act, *args, **kwargs)
            act.finish()
        return value

    def get(self, row: type[R], thing: Id) -> R:
        """A row that is there."""
        found = self.store.get(row, thing)
        assert found is not None
        return found

    def rows(self, row: type[R], /, **equal: Any) -> list[R]:
        """Rows that are there."""
        return self.store.rows(row, **equal)

    def source(self, text: str, name: str = "a transcript") -> Id:
        """A source with that text."""
        return self.do(_bring, text, name)

    def dump(self) -> bytes:
        """What equal studies have in common."""
        return b"".join(dump(self.store))

    def undo_all(self) -> None:
        """Undo every act, the last first, each as the member whose it is."""
        for line in reversed(self.store.log()[1:]):
            undo(self.store, by=line.by, entry=line.id)

    def check(self) -> None:
        """Whether undo gives the beginning, and the journal, undoing and all, gives the tables."""
        self.undo_all()
        assert self.dump() == self.began
        assert verify(self.store) == []


def _bring(act: Act, text: str, name: str) -> Id:
    source = act.add(Source(name=name)).id
    act.bring({source: text})
    return source


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.check()
    desk.store.close()
