"""`open`: the workbench in the browser, over one study or none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import note
from crosscase.cli.session import StudyType, Target, begin
from crosscase.cli.shape import command

if TYPE_CHECKING:
    from crosscase.server.desk import Desk


@command(
    "open",
    examples=[
        "crosscase open peers.crosscase",
        "crosscase open",
        "crosscase open peers.crosscase --as Ines --no-browser --port 8765",
    ],
)
@click.argument("target", metavar="[STUDY]", type=StudyType(), required=False)
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port; else any free one.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--as", "as_member", metavar="MEMBER", default="", help="Who acts; else CROSSCASE_MEMBER.")
def open_(target: Target | None, port: int, no_browser: bool, as_member: str) -> None:
    """Open the workbench in the browser.

    Without a study it shows the start screen: recent studies, a new one, the demonstration, a backup to restore.
    It runs on this machine alone, until Ctrl-C. The first line printed is the address; it lets one browser in, once.
    """
    if target is not None:
        begin(target)
    from crosscase.server.desk import Desk
    from crosscase.server.serving import serve

    desk = Desk()
    if target is not None:
        _lay_open(desk, target, as_member)

    def ready(address: str) -> None:
        click.echo(address)
        sys.stdout.flush()
        note("The workbench is open on this machine. Ctrl-C ends it.")
        if no_browser:
            return
        if _can_show():
            click.launch(address)
        else:
            note("There is no display here; open the address above in a browser of this machine.")

    try:
        serve(desk, port=port, member=as_member, ready=ready, demonstration=_demonstration)
    finally:
        desk.shut()


def _can_show() -> bool:
    """Whether a browser could show anything; without a display one would open inside the terminal."""
    if sys.platform in {"darwin", "win32", "cygwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))


def _lay_open(desk: Desk, target: Target, member: str) -> None:
    """Open the study, with everything that is asked and said at a terminal."""
    from crosscase.cli.passphrases import asked
    from crosscase.model import Member
    from crosscase.study import Study

    study = Study.open(target.place, member=member or None, passphrase=asked)
    try:
        if member:
            study.find(Member, member)
    except BaseException:
        study.close()
        raise
    for sentence in study.notes:
        note(sentence)
    desk.take(study, target.place)


def _demonstration(path: Path) -> None:
    """Write the demonstration study to a file."""
    from crosscase.demo import build_demo

    build_demo(path).close()
