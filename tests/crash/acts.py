"""What is done to a study while it is killed: every verb, and what is more than a verb.

An act lays out the files of its trial, does its work in the child and tells the parent, over a pipe, of everything that
has been *acknowledged*: an act that returned. `ACTS` is the list; each name is a line of the tally.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from crosscase.model import Code, Id, Source, Span
from crosscase.store.keys import Key
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.memos import write_memo
from tests.crash import verbs
from tests.crash.ground import Ground

STUDY = "study.crosscase"
OTHER = "other.crosscase"
ME = "Ines"


class Child:
    """The process that will be killed: where its files lie, and how it tells what was acknowledged."""

    def __init__(self, ground: Ground, folder: Path, pipe: int, begin: Callable[[], None]) -> None:
        self.ground = ground
        self.folder = folder
        self.begin = begin
        self._pipe = pipe

    @property
    def path(self) -> Path:
        return self.folder / STUDY

    def tell(self, what: str, *more: object) -> None:
        """A line that is whole or not there: a short write to a pipe is one act of the system."""
        os.write(self._pipe, json.dumps([what, *more]).encode() + b"\n")

    def acknowledge(self, study: Study, entries: list[Id]) -> None:
        """Tell of an act that returned: its entries, and the head they are in."""
        self.tell("done", entries, study.store.state.digest)


class Act(NamedTuple):
    """Something that is killed.

    Attributes:
        lay: puts the files where the trial finds them.
        work: what the child does; it calls `begin` where the killing may begin.
        more: what has to hold besides; it is told what else the child said before it was killed.
        files: what may lie beside the study when all is over.
        keys: what opens the study, if it is encrypted by then.
        result: whether what the act was to make is there, for acts that record no entry.
        fewer: the study may have lost the colleague's acts, because that is what was asked for.
    """

    name: str
    lay: Callable[[Ground, Path], None]
    work: Callable[[Child, int], None]
    more: Callable[[Ground, Path, list[str]], None] | None = None
    files: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    result: Callable[[Path], bool] | None = None
    fewer: bool = False


def plainly(ground: Ground, folder: Path) -> None:
    """The prepared study, copied."""
    shutil.copyfile(ground.study, folder / STUDY)


EARLIER: tuple[Callable[[Study], object], ...] = (
    lambda s: s.do(add_code, "seen before"),
    lambda s: s.do(write_memo, "Written a moment ago.", title="A moment"),
    lambda s: s.do(apply_code, s.find(Code, "forms").id, s.find(Source, "anna").id, Span(0, 9)),
)
"""Acts that come before the one that is killed, and do not get in its way."""


def opened(child: Child, earlier: int, work: Callable[[Study], list[Id]]) -> None:
    """Open the study, do some acts before, and then the one that is killed; closing belongs to it."""
    study = Study.open(child.path, member=ME)
    for act in EARLIER[:earlier]:
        act(study)
        child.acknowledge(study, [study.log()[-1].id])
    child.begin()
    entries = work(study)
    child.acknowledge(study, entries)
    study.close()


def _verb(name: str) -> Act:
    return Act(name, plainly, lambda child, earlier: opened(child, earlier, lambda study: [verbs.do(study, name)]))


def _simple(name: str, work: Callable[[Study], list[Id]]) -> Act:
    return Act(name, plainly, lambda child, earlier: opened(child, earlier, work))


def _import_folder(child: Child, earlier: int) -> None:
    from crosscase.importers import read_path
    from crosscase.verbs.take_in import take_in

    bundle = read_path(child.ground.imports)
    assert len(bundle.documents) == 2
    assert not bundle.refusals
    opened(child, earlier, lambda study: [study.do(take_in, bundle).entry])


def taken_in(child: Child, earlier: int) -> None:
    """Take in the other copy that lies beside the study."""
    from crosscase.store.merge import merge

    def work(study: Study) -> list[Id]:
        before = {line.id for line in study.log()}
        with Study.open(child.folder / OTHER, writable=False) as other:
            merge(study.store, other.store)
        return [line.id for line in study.log() if line.id not in before]

    opened(child, earlier, work)


def with_colleague(ground: Ground, folder: Path) -> None:
    """The study, and beside it the copy that somebody went on with."""
    plainly(ground, folder)
    shutil.copyfile(ground.colleague, folder / OTHER)


def _undo(study: Study) -> list[Id]:
    last = next(line.id for line in reversed(study.log()) if line.verb == "set.add")
    return [effect.entry for effect in study.undo(last)]


def _undo_with_dependants(study: Study) -> list[Id]:
    first = next(line.id for line in study.log() if line.verb == "analysis.add")  # none of `EARLIER` builds on it
    return [effect.entry for effect in study.undo(first, with_dependants=True)]


def _redo(child: Child, earlier: int) -> None:
    study = Study.open(child.path, member=ME)
    study.do(add_code, "not for long")
    child.acknowledge(study, [study.log()[-1].id])
    study.undo()
    child.acknowledge(study, [study.log()[-1].id])
    child.begin()
    child.acknowledge(study, [effect.entry for effect in study.redo()])
    study.close()


def _older(ground: Ground, folder: Path) -> None:
    shutil.copyfile(ground.older, folder / STUDY)


def _upgrade(child: Child, earlier: int) -> None:
    child.begin()
    Study.open(child.path, member=ME).close()
    child.tell("opened")


def nothing(ground: Ground, folder: Path) -> None:
    """The act makes its study itself."""


def new(child: Child, earlier: int) -> None:
    """Begin a study."""
    child.begin()
    study = Study.new(child.path, title="Peers", member=ME)
    child.acknowledge(study, [study.log()[-1].id])
    study.close()


ACTS: tuple[Act, ...] = (
    *(_verb(name) for name in verbs.ROWS),
    Act("import of a folder", plainly, _import_folder),
    _simple("undo", _undo),
    _simple("undo with dependants", _undo_with_dependants),
    Act("redo", plainly, _redo),
    Act("upgrade", _older, _upgrade),
)
