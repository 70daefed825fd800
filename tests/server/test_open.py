"""`crosscase open`, as a user runs it: a program of its own, ended by Ctrl-C or SIGTERM."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from crosscase.model import Code
from crosscase.server.safety import HEADER
from crosscase.study import Study

Program = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def started() -> Iterator[Program]:
    """Starts `crosscase open`; whatever still runs is ended by its own id."""
    running: list[subprocess.Popen[str]] = []

    def start(
        *args: object, browser: tuple[str, ...] = ("--no-browser",), **surroundings: str
    ) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [sys.executable, "-m", "crosscase", "open", *map(str, args), *browser],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                env={**os.environ, **surroundings},
            )
        )  # fmt: skip
        return running[-1]

    yield start
    for one in running:
        if one.poll() is None:
            one.kill()
        one.communicate()


def address_of(program: subprocess.Popen[str]) -> str:
    """The first line it prints."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_the_address_serves_and_closes_the_study_when_told_to_stop(
    started: Program, demo: Path, ending: signal.Signals
) -> None:
    program = started(demo, "--as", "Ines")
    address = address_of(program)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", address)
    base = address.split("/?")[0]
    with httpx.Client(base_url=base, trust_env=False, headers={"origin": base, HEADER: "1"}) as browser:
        assert browser.get(address, follow_redirects=False).status_code == 303
        assert browser.post("/api/acts/code.add", json={"name": "from the browser"}).status_code == 200
        with browser.stream("GET", "/api/live") as feed:  # an open window does not hold the server up
            assert feed.status_code == 200
            program.send_signal(ending)
            assert program.wait(60) == 0
    assert not demo.with_name("demo.crosscase-wal").exists()
    with Study.open(demo) as study:
        assert study.log()[-1].verb == "code.add"
        assert study.verify() == []


def test_after_a_kill_everything_acknowledged_is_there_and_the_same_port_serves_again(
    started: Program, demo: Path
) -> None:
    program = started(demo, "--as", "Ines")
    address = address_of(program)
    base = address.split("/?")[0]
    port = base.rsplit(":", 1)[1]
    with httpx.Client(base_url=base, trust_env=False, headers={"origin": base, HEADER: "1"}) as browser:
        browser.get(address, follow_redirects=False)
        code = browser.post("/api/acts/code.add", json={"name": "just before"}).json()["value"]
        program.kill()
        program.wait(10)
    with Study.open(demo) as study:
        assert study.get(Code, code) is not None
    again = started(demo, "--as", "Ines", "--port", port)
    assert address_of(again).startswith(f"http://127.0.0.1:{port}/?token=")


def test_a_study_is_served_where_it_was_served_before_unless_that_is_taken(started: Program, demo: Path) -> None:
    def port_of(program: subprocess.Popen[str]) -> str:
        return address_of(program).split("/?")[0].rsplit(":", 1)[1]

    first = started(demo, "--as", "Ines")
    port = port_of(first)
    other = started(demo, "--as", "Tom")  # the port is taken
    assert port_of(other) != port
    for program in (other, first):
        program.send_signal(signal.SIGTERM)
        program.wait(60)
    first = started(demo, "--as", "Ines", "--port", port)
    assert port_of(first) == port
    first.kill()
    first.wait(10)
    again = started(demo, "--as", "Ines")
    assert port_of(again) == port


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_address_is_to_be_opened_by_hand(started: Program, demo: Path) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "WSL_DISTRO_NAME": ""}
    program = started(demo, "--as", "Ines", browser=(), **nowhere)
    assert address_of(program)
    assert program.stderr is not None
    said = [program.stderr.readline() for _ in range(2)]
    assert said == [
        "The workbench is open on this machine. Ctrl-C ends it.\n",
        "There is no display here; open the address above in a browser of this machine.\n",
    ]


def test_a_port_in_use_is_said_in_a_sentence(started: Program, demo: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        out, said = started(demo, "--as", "Ines", "--port", port).communicate(timeout=120)
    assert out == ""
    assert said == (
        f"The port {port} cannot be used (another program has it). "
        "Choose another with --port, or leave it out for any free one.\n"
    )


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["missing.crosscase"], 1, "there is no such file"),
        (["demo.crosscase", "--as", "Nobody"], 1, "There is no member 'Nobody'"),
        (["demo.crosscase", "--port", "70000"], 2, "--port"),
        (["notes.txt"], 1, "not a crosscase study"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(
    started: Program, demo: Path, args: list[str], status: int, words: str
) -> None:
    (demo.parent / "notes.txt").write_text("some notes, " * 100, "utf-8")
    program = started(demo.parent / args[0], *args[1:])
    out, said = program.communicate(timeout=120)
    assert program.returncode == status
    assert words in said
    assert "Traceback" not in said
    assert out == ""


def test_an_encrypted_study_asks_for_its_passphrase(started: Program, tmp_path: Path) -> None:
    copy = tmp_path / "secret.crosscase"
    Study.new(copy, member="Ines", passphrase="five words nobody would guess").close()
    refused = started(copy, "--as", "Ines", CROSSCASE_PASSPHRASE="")
    _, said = refused.communicate(timeout=120)
    assert refused.returncode == 1
    assert "passphrase" in said
    program = started(copy, "--as", "Ines", CROSSCASE_PASSPHRASE="five words nobody would guess")
    address = address_of(program)
    base = address.split("/?")[0]
    with httpx.Client(base_url=base, trust_env=False) as browser:
        browser.get(address, follow_redirects=False)
        assert browser.get("/api/study").json()["encrypted"] is True


def test_without_a_study_it_serves_an_empty_desk(started: Program) -> None:
    program = started()
    address = address_of(program)
    base = address.split("/?")[0]
    with httpx.Client(base_url=base, trust_env=False) as browser:
        browser.get(address, follow_redirects=False)
        assert browser.get("/api/study").json()["type"] == "no-study"
    program.send_signal(signal.SIGINT)
    assert program.wait(60) == 0


def test_nothing_but_the_address_is_printed_on_standard_output(started: Program, demo: Path) -> None:
    program = started(demo, "--as", "Ines")
    address_of(program)
    timer = threading.Timer(0.5, program.send_signal, (signal.SIGINT,))
    timer.start()
    out, said = program.communicate(timeout=20)
    assert out == ""
    assert said.splitlines()[-1] == "The workbench is open on this machine. Ctrl-C ends it."
