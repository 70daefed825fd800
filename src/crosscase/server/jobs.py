"""Jobs: what takes long is made by a program of its own, off the path of requests, and can be cancelled.

A job's files lie in a folder of the server's own, which goes when the server ends. The study is read by the other
program; that a report was made is put on record here, in the desk's turn, when it is done.
"""

from __future__ import annotations

import asyncio
import secrets
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from crosscase.errors import CrosscaseError, NotFoundError, RefusedError
from crosscase.model.conduct import ProductNature
from crosscase.server.desk import Desk, NoStudyError
from crosscase.server.making import Data, ExportAsked, Line, Made, Order, ReportAsked
from crosscase.server.problems import Problem
from crosscase.study import Study
from crosscase.verbs.products import record_product

MOST_AT_ONCE = 2
MOST_KEPT = {"report": 20, "table": 20, "export": 20, "preview": 4}
"""Previews are looked at once: they push out nothing that somebody wants to fetch."""

State = Literal["waiting", "running", "done", "failed", "cancelled"]


class Job(msgspec.Struct, kw_only=True):
    """A job, as windows are told of it.

    Attributes:
        what: report, preview, table or export.
        step: what it is doing, in words; `part` names the part of a report that is being made.
        done, of: how many steps are done, of how many; 0 of 0 where that is not known.
        file: the name of what was made.
        recorded: the entry that put it on record; empty where none did.
    """

    id: str
    what: str
    file: str
    state: State = "waiting"
    step: str = ""
    part: str = ""
    done: int = 0
    of: int = 0
    made: Made | None = None
    problem: Problem | None = None
    recorded: str = ""


class Jobs:
    """All jobs of one server."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._jobs: dict[str, Job] = {}
        self._of = desk.place
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(MOST_AT_ONCE)

    def every(self) -> list[Job]:
        """All jobs, the latest first."""
        return list(reversed(self._jobs.values()))

    def get(self, name: str) -> Job:
        """A job.

        Raises:
            NotFoundError: there is none of that id.
        """
        if name not in self._jobs:
            raise NotFoundError("job", name)
        return self._jobs[name]

    def path_of(self, job: Job) -> Path:
        """Where what was made lies.

        Raises:
            RefusedError: it is not made.
        """
        if job.state != "done":
            raise RefusedError("It is not made yet." if job.state in {"waiting", "running"} else "It was not made.")
        return self._place(job)

    def _place(self, job: Job) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="crosscase-")
        folder = Path(self._folder.name, job.id)
        folder.mkdir(exist_ok=True)
        return folder / job.file

    async def report(self, asked: ReportAsked, *, member: str, at: str, data: Data | Literal[""] = "") -> Job:
        """Begin a report, or with `data` a table.

        Raises:
            NoStudyError: no study is open.
            RefusedError: the study has no file or server that another program could open.
        """
        what = "table" if data else "preview" if asked.preview else "report"
        return await self._begin(what, asked, member=member, at=at, data=data)

    async def export(self, asked: ExportAsked, ending: str, *, member: str, at: str) -> Job:
        """Begin to write the study for another program.

        Raises:
            NoStudyError, RefusedError: as for `report`.
        """
        named = ReportAsked(name=asked.name, form=ending, record=asked.record)
        return await self._begin("export", named, member=member, at=at, export=asked)

    async def _begin(
        self, what: str, asked: ReportAsked, *, member: str, at: str, data: Data | Literal[""] = "",
        export: ExportAsked | None = None,
    ) -> Job:  # fmt: skip
        if not self._desk.has_study:
            raise NoStudyError
        job = Job(id=secrets.token_hex(8), what=what, file=f"{asked.name}.{asked.form}")
        order = await self._desk.ask(member, "", self._order, job, asked, at, data)
        order = msgspec.structs.replace(order, export=export)
        self._jobs[job.id] = job
        self._tasks[job.id] = asyncio.create_task(self._run(job, order, member=member))
        alike = [one.id for one in self._jobs.values() if one.what == job.what]
        await self._drop(alike[: -MOST_KEPT[job.what]])
        return job

    async def only_of_this_study(self) -> None:
        """What was made of another study, which lay here before, is shown to nobody any more."""
        if self._of != self._desk.place:
            self._of = self._desk.place
            await self._drop(list(self._jobs))

    async def _drop(self, names: list[str]) -> None:
        for name in names:
            if name in self._jobs:
                await self.cancel(name)
            if self._folder is not None:
                shutil.rmtree(Path(self._folder.name, name), ignore_errors=True)
            self._jobs.pop(name, None)

    def _order(self, study: Study, job: Job, asked: ReportAsked, at: str, data: Data | Literal[""]) -> Order:
        place, key = self._desk.place, study.store.key
        if place is None:
            raise RefusedError("A study in memory has no file of which a report could be made.")
        where, schema = (str(place), "") if isinstance(place, Path) else place
        try:
            member = study.member().id
        except CrosscaseError:
            member = ""
        return Order(
            study=where, schema=schema, key=key.raw if key else b"", salt=key.salt if key else b"", member=member,
            at=at, asked=asked, path=str(self._place(job)), data=data,
        )  # fmt: skip

    async def _run(self, job: Job, order: Order, *, member: str) -> None:
        async with self._slots:
            job.state = "running"
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "crosscase.server.making",
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True, limit=64 * 1024 * 1024,
            )  # fmt: skip
            try:
                await self._listen(job, process, order)
            except asyncio.CancelledError:
                job.state, job.step = "cancelled", ""
                raise
            finally:
                if process.returncode is None:
                    with suppress(ProcessLookupError):
                        process.kill()
                    await process.wait()
        kept = order.asked.record and not (order.at or order.asked.preview)
        plain = order.data or order.export is not None
        if job.made is not None and kept and (not plain or job.made.participants):
            await self._record(job, job.made, member)
        if job.made is not None:
            job.state, job.step = "done", ""

    async def _listen(self, job: Job, process: asyncio.subprocess.Process, order: Order) -> None:
        if process.stdin is None or process.stdout is None:  # it was started with both
            return
        process.stdin.write(msgspec.json.encode(order))
        process.stdin.close()
        async for said in process.stdout:
            line = msgspec.json.decode(said, type=Line)
            job.made, job.problem = line.made, line.problem
            if line.step:
                job.step, job.part, job.done, job.of = line.step, line.part, line.done, line.of
        await process.wait()
        if job.made is None:
            job.state, job.step = "failed", ""
            job.problem = job.problem or Problem(
                type="stopped", title="Stopped", status=500,
                detail="The program that made it ended before it was done. Nothing in the study was changed.",
            )  # fmt: skip

    async def _record(self, job: Job, made: Made, member: str) -> None:
        """Put it on record; where that cannot be (nobody is named), the file is there all the same."""
        with suppress(CrosscaseError):
            nature: ProductNature = "report" if job.what == "report" else "export"
            done = await self._desk.act(
                member, "", record_product, nature, job.file, form=job.file.rpartition(".")[2],
                version=made.version, participants=made.participants,
            )  # fmt: skip
            job.recorded = done.entry

    async def cancel(self, name: str) -> Job:
        """Stop a job; one that has ended stays as it is.

        Raises:
            NotFoundError: there is none of that id.
        """
        job, task = self.get(name), self._tasks.pop(name, None)
        if task is not None and not task.done():
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            if job.state == "waiting":
                job.state = "cancelled"
        return job

    async def close(self) -> None:
        """Stop everything, and take what was made away."""
        for name in list(self._jobs):
            await self.cancel(name)
        if self._folder is not None:
            self._folder.cleanup()
