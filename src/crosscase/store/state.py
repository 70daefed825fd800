"""What a copy of a study knows of itself, and how an entry is listed."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

import msgspec

from crosscase.journal import upgrades
from crosscase.journal.canon import canonical, digest
from crosscase.journal.vault import ERASED
from crosscase.model import Id


class State(msgspec.Struct, frozen=True):
    """What this copy knows of itself.

    Attributes:
        study: id of the study; copies of one study share it.
        chain, number, digest: the chain this copy writes, and its last entry.
        clock: the latest reading seen.
        unseen: heads of other chains that no entry of this chain names yet.
        heads: digests of the heads of all chains.
        place: where the file was last written.
        model: the newest model among the entries.
        seq: arrival number of the last entry.
    """

    study: Id = ""
    chain: Id = ""
    number: int = 0
    digest: str = ""
    clock: int = 0
    unseen: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    place: str = ""
    model: int = upgrades.MODEL
    seq: int = 0


class LogLine(msgspec.Struct, frozen=True):
    """An entry as the log lists it; `because` in words."""

    id: Id
    seq: int
    by: Id
    verb: str
    because: str
    undoes: Id
    wall: int
    clock: int
    digest: str


def wall_ms() -> int:
    """Milliseconds since 1970 by the machine's clock."""
    return time.time_ns() // 1_000_000


def version_of(heads: Iterable[str]) -> str:
    """The digest of a set of heads."""
    return digest(canonical(sorted(heads)))


def log_line(record: Any, reasons: dict[str, str]) -> LogLine:
    """A line of the log, from a record of the journal and the words of reasons by their cells."""
    because = reasons.get(record.because, ERASED) if record.because else ""
    return LogLine(
        record.id, record.seq, record.by, record.verb, because, record.undoes, record.wall, record.clock, record.digest
    )
