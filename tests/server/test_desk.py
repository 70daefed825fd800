"""The desk: what is done there goes before what is asked, and whoever asks is told of what goes wrong."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from crosscase.server.desk import Desk
from crosscase.study import Study


def at_a_desk(demo: Path, work: Callable[[Desk], Awaitable[None]]) -> None:
    """Do something at a desk on which a study lies."""

    async def working() -> None:
        desk = Desk()
        desk.take(Study.open(demo, member="Ines"), None)
        try:
            await work(desk)
        finally:
            await desk.close()

    asyncio.run(working())


def test_what_is_done_does_not_wait_for_what_was_asked_before(demo: Path) -> None:
    order: list[str] = []
    busy, on = threading.Event(), threading.Event()

    def slow(_study: Study) -> None:
        busy.set()
        on.wait(10)
        order.append("asked first")

    def noted(_study: Study | None, what: str) -> None:
        order.append(what)

    async def work(desk: Desk) -> None:
        first = asyncio.create_task(desk.ask("", "", slow))
        await asyncio.to_thread(busy.wait, 10)
        asked = [asyncio.create_task(desk.ask("", "", noted, f"asked {at}")) for at in (1, 2)]
        await asyncio.sleep(0)
        done = [asyncio.create_task(desk.change(partial(noted, None, f"done {at}"))) for at in (1, 2)]
        await asyncio.sleep(0)
        on.set()
        await asyncio.gather(first, *asked, *done)

    at_a_desk(demo, work)
    assert order == ["asked first", "done 1", "done 2", "asked 1", "asked 2"]


def test_what_goes_wrong_is_told_to_who_asked_and_the_next_has_its_turn(demo: Path) -> None:
    def wrong(_study: Study) -> None:
        raise KeyError("nothing")

    async def work(desk: Desk) -> None:
        with pytest.raises(KeyError):
            await desk.ask("", "", wrong)
        assert await desk.ask("", "", lambda study: study.member().name) == "Ines"

    at_a_desk(demo, work)


def test_who_does_not_wait_any_more_does_not_hold_up_the_others(demo: Path) -> None:
    busy, on = threading.Event(), threading.Event()

    def slow(_study: Study) -> None:
        busy.set()
        on.wait(10)

    async def work(desk: Desk) -> None:
        first = asyncio.create_task(desk.ask("", "", slow))
        await asyncio.to_thread(busy.wait, 10)
        given_up = asyncio.create_task(desk.ask("", "", lambda _study: pytest.fail("nobody waits for it")))
        await asyncio.sleep(0)
        given_up.cancel()
        await asyncio.sleep(0)
        on.set()
        await first
        assert await desk.ask("", "", lambda study: study.member().name) == "Ines"

    at_a_desk(demo, work)


def test_an_iterator_that_ran_out_is_an_error_and_nobody_waits_for_ever(demo: Path) -> None:
    def none_left(_study: Study) -> str:
        return next(iter(()))

    async def work(desk: Desk) -> None:
        with pytest.raises(RuntimeError, match="was not there") as wrong:
            await asyncio.wait_for(desk.ask("", "", none_left), timeout=10)
        assert isinstance(wrong.value.__cause__, StopIteration)
        assert await desk.ask("", "", lambda study: study.member().name) == "Ines"

    at_a_desk(demo, work)
