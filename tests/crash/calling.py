"""What a verb is given in a trial: arguments looked up in the study as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from crosscase.model import Id, Row
from crosscase.study import Study


class Call(NamedTuple):
    """What a verb is given."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]


Arguments = Callable[[Study], Call]


def call(*args: Any, **kwargs: Any) -> Call:
    return Call(args, kwargs)


def ids(study: Study, row: type[Row]) -> list[Id]:
    """All things of a kind, in an order that does not change from one run to the next: the one they were added in."""
    things = study.rows(row)
    return [thing.id for thing in sorted(things, key=lambda thing: (getattr(thing, "name", ""), thing.id))]


def one(study: Study, row: type[Row], name: str = "") -> Id:
    return study.find(row, name).id if name else ids(study, row)[0]
