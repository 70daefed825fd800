"""Looking after a study: what needs attention, whose turn it is, what stands against each other, consents, products."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import get, post
from litestar.params import JSONBody

from crosscase.model import Id, Task
from crosscase.reads.consents import Standing
from crosscase.reads.disagreements import Disagreement
from crosscase.reads.emptied import Emptied, emptied
from crosscase.reads.products import ProductLine, products
from crosscase.reads.review import Finding, review
from crosscase.reads.things import Names
from crosscase.server.routes.history import Asked, Happened, log
from crosscase.server.seats import At, Because, Seat
from crosscase.server.views.quoting import own_only
from crosscase.server.views.reading import SourceLine, source_lines
from crosscase.server.views.standing import Sample, Steps, Uncoded, sample, steps, uncoded
from crosscase.study import Done, Study
from crosscase.verbs.sample import set_targets

TAGS = ["care"]
_RECENT = 15


class TaskLine(msgspec.Struct, frozen=True, kw_only=True):
    """Work that is due, and what it is about by the name people know."""

    task: Task
    on: str


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the first screen shows.

    Attributes:
        sources: with how far each reader is, and for how many codes they would have to be read again.
        findings: what is missing or does not fit, what is wrong first.
        conflicts: how many stand open; emptied: things whose words were all taken away.
        steps: which of the first steps whoever asks has taken.
        resume: the source in which whoever asks worked last.
    """

    version: str
    sources: tuple[SourceLine, ...]
    findings: tuple[Finding, ...]
    conflicts: int
    emptied: int
    tasks: tuple[TaskLine, ...]
    recent: tuple[Happened, ...]
    steps: Steps
    resume: Id | None


class TargetCell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many are planned of a role in a case; None takes the target away."""

    case: Id
    role: Id
    planned: int | None


class Targets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Many cells of the frame at once."""

    targets: tuple[TargetCell, ...]


@get("/overview", tags=TAGS)
async def get_overview(seat: Seat, at: At = "") -> Overview:
    """Whose turn it is, what needs attention, and what was done last."""
    return await seat.look(at, _overview)


def _overview(study: Study) -> Overview:
    return Overview(
        version=study.version,
        sources=tuple(source_lines(study)),
        findings=tuple(review(study.store)),
        conflicts=len(study.conflicts()),
        emptied=len(emptied(study.store, of=own_only(study))),
        tasks=tuple(_tasks(study, every=False)),
        recent=tuple(log(study, Asked(last=_RECENT))),
        steps=steps(study),
        resume=_resume(study),
    )


def _resume(study: Study) -> Id | None:
    """The source of the last coding, mark or reading of whoever asks."""
    from crosscase.model import Coding, Mark, Reading, Source
    from crosscase.server.desk import who_reads

    me = who_reads(study)
    there = {one.id for one in study.rows(Source)}
    for line in reversed(study.log() if me else []):
        kind = line.verb.partition(".")[0]
        if line.by != me or kind not in {"coding", "mark", "reading"} or line.verb == "reading.assign":
            continue
        for change in study.entry(line.id).changes:
            rows = getattr(change, "ids", ()) or getattr(change, "rows", lambda _entry: ())(line.id)
            for row in rows:
                thing: Any = study.get({"coding": Coding, "mark": Mark, "reading": Reading}[kind], row)
                if thing is not None and thing.source in there:
                    source: Id = thing.source
                    return source
    return None


@get("/frame", tags=TAGS)
async def get_frame(seat: Seat, at: At = "") -> Sample:
    """The sample, place by place: planned, recruited, interviewed, coded."""
    return await seat.look(at, sample)


@get("/uncoded", tags=TAGS)
async def get_uncoded(seat: Seat, at: At = "") -> list[Uncoded]:
    """Sources that were begun, with participants' turns that have no code."""
    return await seat.look(at, uncoded)


@get("/conflicts", tags=TAGS)
async def get_conflicts(seat: Seat) -> list[Disagreement]:
    """What people have to settle after a merge; it is settled with the acts conflict.keep and conflict.write."""
    return await seat.ask(lambda study: study.disagreements())


@get("/emptied", tags=TAGS)
async def get_emptied(seat: Seat) -> list[Emptied]:
    """What lost all its words to corrections; an independent coder is sent nobody else's codings, marks and memos."""
    return await seat.ask(lambda study: emptied(study.store, of=own_only(study)))


@get("/tasks", tags=TAGS)
async def get_tasks(seat: Seat) -> list[TaskLine]:
    """Work that is due or done."""
    return await seat.ask(lambda study: _tasks(study, every=True))


def _tasks(study: Study, *, every: bool) -> list[TaskLine]:
    names = Names(study.store)
    return [
        TaskLine(task=one, on=names.of(one.about_kind, one.about) if one.about else "")
        for one in study.rows(Task)
        if every or one.done is None
    ]


@get("/consents", tags=TAGS)
async def get_consents(seat: Seat) -> list[Standing]:
    """What each participant agreed to, as it holds today."""
    return await seat.ask(lambda study: study.consents().everybody())


@get("/products", tags=TAGS)
async def get_products(seat: Seat) -> list[ProductLine]:
    """Reports and files that were made of the study, and whose words are in them."""
    return await seat.ask(lambda study: products(study.store))


@post("/frame/targets", tags=TAGS, status_code=200)
async def post_targets(seat: Seat, data: JSONBody[Targets], because: Because = "") -> Done[int]:
    """Say how many are planned for cells of the frame."""
    planned = {(one.case, one.role): one.planned for one in data.targets}
    return await seat.act(because, set_targets, planned)


ROUTES = (
    get_overview, get_frame, get_uncoded, get_conflicts, get_emptied, get_tasks, get_consents, get_products,
    post_targets,
)  # fmt: skip
