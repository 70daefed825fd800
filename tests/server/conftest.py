"""A workbench on the demonstration study, with a browser that has come in; real servers where one matters."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from crosscase.demo import build_demo
from crosscase.server import serving
from crosscase.server.app import workbench
from crosscase.server.desk import Desk
from crosscase.server.safety import HEADER, Doorkeeper
from crosscase.study import Study

PORT = 8123


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of whoever runs the tests counts."""
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path_factory.mktemp("state")))
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration study, made once and left alone."""
    path = tmp_path_factory.mktemp("demo") / "demo.crosscase"
    build_demo(path).close()
    return path


@pytest.fixture
def demo(demonstration: Path, tmp_path: Path) -> Path:
    """A demonstration study of one's own."""
    return Path(shutil.copy(demonstration, tmp_path / "demo.crosscase"))


class Window:
    """What a page of the workbench does: asks, acts, and is told of problems."""

    def __init__(self, client: httpx.Client | TestClient[Any], keeper: Doorkeeper) -> None:
        self.client = client
        self.keeper = keeper

    def get(self, path: str, /, *, status: int = 200, **asked: Any) -> Any:
        """Ask."""
        return self._answer(self.client.get(f"/api{path}", params=asked), status)

    def post(self, path: str, data: Any = None, /, *, status: int = 200, **asked: Any) -> Any:
        """Do something."""
        return self._answer(self.client.post(f"/api{path}", json=data, params=asked), status)

    def put(self, path: str, data: Any, *, status: int = 200) -> Any:
        """Put something in its place."""
        return self._answer(self.client.put(f"/api{path}", json=data), status)

    def act(self, verb: str, *, status: int = 200, because: str = "", trial: bool = False, **given: Any) -> Any:
        """Run a verb."""
        asked = {"because": because} | ({"trial": "true"} if trial else {})
        return self.post(f"/acts/{verb}", given, status=status, **asked)

    def _answer(self, response: Any, status: int) -> Any:
        assert response.status_code == status, response.text
        kind = response.headers["content-type"].split(";")[0]
        if status >= 400:
            assert kind == "application/problem+json"
            problem = response.json()
            assert set(problem) == {"type", "title", "status", "detail", "where"}
            assert problem["status"] == status
            return problem
        return response.json() if kind == "application/json" else response.content


def enter(client: Any, keeper: Doorkeeper) -> Window:
    """Come in with the start token, as the browser does."""
    came = client.get(f"/?token={keeper.token}", follow_redirects=False)
    assert came.status_code == 303
    client.headers.update({"origin": f"http://127.0.0.1:{keeper.port}", HEADER: "1"})
    return Window(client, keeper)


@contextlib.contextmanager
def window_on(path: Path | None, member: str = "", **options: Any) -> Iterator[Window]:
    """A window on a study, without a network."""
    desk, keeper = Desk(), Doorkeeper(PORT, member=member)
    if path is not None:
        desk.take(Study.open(path, member=member or None), path)
    with TestClient(workbench(desk, keeper, **options), base_url=f"http://127.0.0.1:{PORT}") as client:
        yield enter(client, keeper)


@pytest.fixture
def window(demo: Path) -> Iterator[Window]:
    """A window of Ines, who owns the demonstration study."""
    with window_on(demo, "Ines") as found:
        yield found


class Served:
    """A real server on 127.0.0.1, in a thread."""

    def __init__(self, path: Path | None, member: str) -> None:
        self.desk = Desk()
        if path is not None:
            self.desk.take(Study.open(path, member=member or None), path)
        self.listener = serving.taken(0)
        self.port: int = self.listener.getsockname()[1]
        self.keeper = Doorkeeper(self.port, member=member)
        self.base = f"http://127.0.0.1:{self.port}"
        self._ready = threading.Event()
        self._clients: list[httpx.Client] = []
        config = serving.configured(workbench(self.desk, self.keeper))
        self.server = serving.Server(config, self.desk, self._ready.set)
        self._thread = threading.Thread(target=lambda: asyncio.run(self.server.serve([self.listener])), daemon=True)
        self._thread.start()
        assert self._ready.wait(20)

    def client(self) -> httpx.Client:
        """A browser that has come in."""
        client = httpx.Client(base_url=self.base, timeout=20, trust_env=False)
        secret = self.keeper.begin()
        client.cookies.set(self.keeper.cookie, secret)
        client.headers.update({"origin": self.base, HEADER: "1"})
        self._clients.append(client)
        return client

    def window(self) -> Window:
        """A window in such a browser."""
        return Window(self.client(), self.keeper)

    def stop(self) -> None:
        """As Ctrl-C does."""
        self.server.should_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive()
        for client in self._clients:
            client.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Real servers, stopped afterwards."""
    running: list[Served] = []

    def start(path: Path | None = None, member: str = "Ines") -> Served:
        running.append(Served(path, member))
        return running[-1]

    yield start
    for one in running:
        one.stop()


class Event(msgspec.Struct, frozen=True):
    """One server-sent event."""

    name: str
    id: int | None
    data: Any


def events(response: httpx.Response) -> Iterator[Event]:
    """The events of a feed, as they come."""
    name, number, data = "", None, ""
    for line in response.iter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "id":
            number = int(value)
        elif field == "data":
            data = value
        elif not line and data:
            yield Event(name, number, json.loads(data))
            name, number, data = "", None, ""
