"""The live feed: what one window does, the other is told; who was away misses nothing."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from crosscase.server import live
from crosscase.store import backups
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from tests.server.conftest import Event, Served, events

Server = Callable[..., Served]


class Feed:
    """A window that follows, in a thread of its own."""

    def __init__(self, client: httpx.Client, *, after: int | None = None, last: int | None = None) -> None:
        self.seen: list[Event] = []
        self._changed = threading.Condition()
        self._client = client
        self._asked = {} if after is None else {"after": after}
        self._headers = {} if last is None else {"last-event-id": str(last)}
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def _follow(self) -> None:
        try:
            with self._client.stream("GET", "/api/live", params=self._asked, headers=self._headers) as response:
                assert response.headers["content-type"].startswith("text/event-stream")
                for event in events(response):
                    with self._changed:
                        self.seen.append(event)
                        self._changed.notify_all()
        except httpx.HTTPError:
            pass
        with self._changed:
            self._changed.notify_all()

    def until(self, wanted: Callable[[list[Event]], object], seconds: float = 15) -> list[Event]:
        """Wait for it."""
        with self._changed:
            assert self._changed.wait_for(lambda: wanted(self.seen), seconds), [event.name for event in self.seen]
            return list(self.seen)

    def entries(self) -> list[int]:
        return [event.data["seq"] for event in self.seen if event.name == "entry"]

    def ended(self) -> bool:
        self._thread.join(10)
        return not self._thread.is_alive()


@pytest.fixture
def served(serve: Server, demo: Path) -> Served:
    return serve(demo)


def test_two_windows_see_each_others_changes_with_the_ids_of_what_changed(served: Served) -> None:
    one, two = served.window(), served.window()
    feeds = [Feed(served.client()) for _ in range(2)]
    for feed in feeds:
        (hello,) = feed.until(len)
        assert hello.name == "hello"
        assert hello.data["seq"] == one.get("/study")["seq"]
    first = one.act("code.add", name="by one")
    second = two.act("code.rename", code=first["value"], name="by two")
    for feed in feeds:
        told = feed.until(lambda seen: len(seen) >= 3)[1:]
        assert [(event.name, event.data["verb"], event.data["entry"]) for event in told] == [
            ("entry", "code.add", first["entry"]), ("entry", "code.rename", second["entry"]),
        ]  # fmt: skip
        assert [event.data["changed"] for event in told] == [first["changed"], second["changed"]]
        assert [event.id for event in told] == [event.data["seq"] for event in told]


def test_who_was_away_is_told_what_came_after_their_last_event(served: Served) -> None:
    window = served.window()
    start = window.get("/study")["seq"]
    for number in range(5):
        window.act("code.add", name=f"code {number}")
    away = Feed(served.client(), after=start + 2)
    away.until(lambda seen: len(seen) >= 4)
    assert away.entries() == [start + 3, start + 4, start + 5]
    header = Feed(served.client(), after=0, last=start + 4)  # a browser that reconnects says both
    header.until(lambda seen: len(seen) >= 2)
    assert header.entries() == [start + 5]


def test_nothing_is_lost_between_two_connections_while_others_write(served: Served) -> None:
    window = served.window()
    start = window.get("/study")["seq"]
    writing = threading.Thread(target=lambda: [window.act("code.add", name=f"code {number}") for number in range(60)])
    writing.start()
    got: list[int] = []
    while not got or got[-1] < start + 60:
        with (
            served.client() as client,
            client.stream("GET", "/api/live", headers={"last-event-id": str(got[-1] if got else start)}) as response,
        ):
            for event in events(response):
                if event.name == "entry":
                    got.append(event.data["seq"])
                    if len(got) % 7 == 0 or got[-1] == start + 60:
                        break  # the connection is lost here
    writing.join()
    assert got == list(range(start + 1, start + 61))


def test_what_another_program_writes_is_noticed(served: Served, demo: Path) -> None:
    feed = Feed(served.client())
    feed.until(len)
    time.sleep(live.LOOK_EVERY * 2)  # the first look only says where things stand
    with Study.open(demo, member="Tom") as elsewhere:
        done = elsewhere.do(add_code, "from the command line")
        told = feed.until(lambda seen: len(seen) >= 2)
    assert told[1].data["entry"] == done.entry
    assert told[1].data["changed"] == {"code": [done.value]}
    codes = served.window().get("/codebook")["codes"]
    assert done.value in {line["code"]["id"] for line in codes}


def test_after_a_merge_windows_are_told_to_read_everything_again(served: Served, demo: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(demo, tmp_path / "copy.crosscase"))
    with Study.open(copy, member="Tom") as theirs:
        theirs.do(add_code, "in the copy")
    feed = Feed(served.client())
    feed.until(len)
    time.sleep(live.LOOK_EVERY * 2)
    with Study.open(demo, member="Ines") as mine:
        mine.do(add_code, "in the study")
        mine.merge(copy)
    told = feed.until(lambda seen: any(event.name == "reload" for event in seen))
    assert told[-1].data["reason"]


def test_an_erasure_says_reload(served: Served) -> None:
    window = served.window()
    feed = Feed(served.client())
    feed.until(len)
    source = window.get("/sources")[0]["id"]
    window.act("source.erase", source=source, because="asked by the participant")
    told = feed.until(lambda seen: any(event.name == "reload" for event in seen))
    assert told[-1].data["reason"] == "Words were erased."


def test_an_act_on_many_things_does_not_list_them(demo: Path) -> None:
    from crosscase.model import Coding
    from crosscase.verbs.codings import weigh_coding

    with Study.open(demo, member="Ines") as study:
        start = study.store.state.seq
        codings = [one.id for one in study.rows(Coding)]
        assert len(codings) > live.MOST_IDS
        one = study.do(weigh_coding, codings[0], 3)
        whole = live.acts_after(study, 0)
        found = live.acts_after(study, start)
    assert [act.entry for act in found.acts] == [one.entry]
    assert found.acts[0].changed == {"coding": (codings[0],)}
    assert whole.seq < start  # so many at once, and the rest when asked again
    assert all(len(ids) <= live.MOST_IDS for act in whole.acts for ids in act.changed.values())
    assert any(act.many for act in whole.acts)


def test_a_number_from_the_future_means_another_study(demo: Path) -> None:
    with Study.open(demo) as study:
        found = live.acts_after(study, study.store.state.seq + 1)
    assert found.reload
    assert not found.acts


def test_feeds_end_when_the_server_stops(serve: Server, demo: Path) -> None:
    served = serve(demo)
    feed = Feed(served.client())
    feed.until(len)
    begun = time.monotonic()
    served.stop()
    assert feed.ended()
    assert time.monotonic() - begun < 5


def test_an_empty_desk_says_so(serve: Server) -> None:
    served = serve(None, "")
    (idle,) = Feed(served.client()).until(len)
    assert idle.name == "idle"
    assert served.window().get("/study", status=409)["type"] == "no-study"


def test_an_open_workbench_makes_the_backups_that_are_due(
    serve: Server, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "on")
    monkeypatch.setattr(live, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(live, "BACKUP_EVERY", 2)
    monkeypatch.setattr(backups, "HOUR_MS", 0)
    window = serve(demo).window()
    before = window.get("/start/backups", path=str(demo))
    window.act("code.add", name="worth keeping")
    entries = window.get("/study")["seq"]
    until = time.monotonic() + 15
    while not any(one["entries"] == entries for one in window.get("/start/backups", path=str(demo))):
        assert time.monotonic() < until, before
        time.sleep(0.1)
