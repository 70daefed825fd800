"""Figures drawn as pictures, by a process that runs beside the report.

vl-convert draws Vega-Lite with a JavaScript engine of its own, which takes about a second to start and holds the
interpreter while it works. So it is started as a process when a report begins (`Drawer`), warms up while the tables
are counted, and is asked for the pictures at the end. This module is both ends: run as a program it answers.

Each question is one line of JSON; each answer is a line with the length and then so many bytes, or a line that
begins with `!` and says why not.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from types import TracebackType
from typing import Any, Final, Literal, Self

import msgspec

from crosscase.reports.errors import WriterError

Picture = Literal["png", "svg"]

_PROGRAM: Final = "the drawing of figures"
_SCALE: Final = 2.5
_WARM: Final = (
    '{"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}}'
)


class Drawer:
    """Draws figures; a context, in which the process lives."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A report that was refused does not wait for pictures nobody needs.
        if self._process:
            self._process.kill()
            self._process.communicate()

    def warm_up(self) -> subprocess.Popen[bytes]:
        """Start the process, if it has not been; it is ready a second later.

        Raises:
            WriterError: it cannot be started.
        """
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "crosscase.reports.drawing"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    # It needs no passphrase that our own environment may hold.
                    env={name: value for name, value in os.environ.items() if not name.startswith("CROSSCASE_")},
                )
            except OSError as error:
                raise WriterError(_PROGRAM, str(error)) from error
        return self._process

    def draw(self, spec: str, picture: Picture) -> bytes:
        """One figure as a picture.

        Raises:
            WriterError: it could not be drawn.
        """
        process = self.warm_up()
        asked, answered = process.stdin, process.stdout
        assert asked is not None  # noqa: S101 - both are pipes
        assert answered is not None  # noqa: S101
        try:
            asked.write(msgspec.json.encode([picture, spec]) + b"\n")
            asked.flush()
            head = answered.readline()
        except OSError as error:
            raise WriterError(_PROGRAM, str(error)) from error
        if not head or head.startswith(b"!"):
            raise WriterError(_PROGRAM, head[1:].decode(errors="replace") or "the process ended")
        return answered.read(int(head))


def size(drawn: bytes, picture: Picture) -> tuple[float, float]:
    """Width and height of a picture, in pixels of 1/96 inch."""
    if picture == "png":
        return int.from_bytes(drawn[16:20]) / _SCALE, int.from_bytes(drawn[20:24]) / _SCALE
    found = re.search(rb'width="([\d.]+)" height="([\d.]+)"', drawn)
    if not found:
        raise WriterError(_PROGRAM, "the picture says no size")
    return float(found[1]), float(found[2])


def _drawn(picture: str, spec: str) -> bytes:
    import vl_convert

    # Data stand in the figure; nothing is fetched.
    closed: dict[str, Any] = {"allowed_base_urls": []}
    if picture == "png":
        drawn: bytes = vl_convert.vegalite_to_png(spec, scale=_SCALE, **closed)
        return drawn
    return vl_convert.vegalite_to_svg(spec, **closed).encode()


def main() -> None:
    """Answer until there are no more questions."""
    _drawn("svg", _WARM)
    for line in sys.stdin.buffer:
        try:
            drawn = _drawn(*msgspec.json.decode(line))
        except ValueError as error:
            sys.stdout.buffer.write(b"!" + " ".join(str(error).split()).encode() + b"\n")
        else:
            sys.stdout.buffer.write(b"%d\n" % len(drawn) + drawn)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
