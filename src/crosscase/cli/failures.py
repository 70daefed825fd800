"""How a command fails: one clear message on standard error, and an exit status.

    0    done
    1    refused: something in the study or the files does not allow it, or a check found something
    2    wrong use: the command line cannot be understood
    130  stopped with Ctrl-C
    141  whoever read the output stopped reading

No traceback reaches a user. `CROSSCASE_DEBUG=1` shows it.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

import click

from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    from pathlib import Path

    from crosscase.store.keys import Key

REFUSED, WRONG_USE, STOPPED, UNREAD = 1, 2, 130, 141

_DATABASES = {"sqlalchemy", "sqlcipher3", "psycopg"}
_FULL = "The disk is full. Nothing of this act was kept; make room and do it again."
_READ_ONLY = "The study cannot be written: its file or folder is read-only. Nothing was changed."
_UNREADABLE = (
    "The disk could not be read or written, or is full. Nothing of this act was kept. Copy the study to another disk "
    "before you go on."
)
_DAMAGED = (
    "The study file is damaged. Keep it as it is, and look for a backup ('crosscase backups STUDY'); 'crosscase "
    "verify' says what does not hold, and 'crosscase rescue STUDY NEW' saves what can be read."
)
_BY_DATABASES = {
    ("is full",): _FULL,
    ("readonly", "read-only"): _READ_ONLY,
    ("disk I/O error",): _UNREADABLE,
    ("malformed", "not a database", "corrupt", "Could not decode", "no such column", "no such table"): _DAMAGED,
}
"""What databases say → what a researcher can do about it."""

_UNCHANGED = (
    "The act in progress was not recorded; everything before it is in the study as it was "
    "('crosscase verify STUDY' checks it)."
)


def guarded(command: click.Command, args: Sequence[str] | None) -> int:
    """Run a command; its exit status. Whatever goes wrong is said in one message."""
    _lenient(sys.stdout)
    _lenient(sys.stderr)
    output = sys.stdout
    try:
        status = command.main(args, prog_name="crosscase", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _unread()
    except SystemExit as stop:
        # Click answers a broken pipe so, with its own stream in place of the output.
        return _unread() if sys.stdout is not output else int(stop.code or 0)
    except Exception as error:
        if _debugging():
            raise
        return _told(error)
    return status if isinstance(status, int) else 0


def _told(error: Exception) -> int:
    if isinstance(error, click.UsageError):
        return _say(_usage(error), WRONG_USE)
    if isinstance(error, click.ClickException):
        return _say(error.format_message(), REFUSED)
    if isinstance(error, click.Abort):
        return _say("Stopped. Nothing of the act in progress was kept.", STOPPED)
    return _say(in_words(error) or _unexpected(error), REFUSED)


def in_words(error: Exception) -> str:
    """What went wrong, for whom it is in the way; empty when it is nothing that a researcher can answer."""
    return error.message if isinstance(error, CrosscaseError) else from_outside(error)


def _say(message: str, status: int) -> int:
    with suppress(OSError):  # nobody may be listening; the status still tells
        click.echo(message, err=True)
    return status


def _usage(error: click.UsageError) -> str:
    """One line: what is wrong, and where to read on."""
    said = " ".join(error.format_message().split())
    path = error.ctx.command_path if error.ctx is not None else "crosscase"
    return f"{said if said.endswith(('.', '?', '!')) else said + '.'} See '{path} --help'."


class DamagedStudyError(CrosscaseError):
    """Something failed that cannot fail where a study holds, and this one does not."""

    code = "damaged"

    def __init__(self) -> None:
        super().__init__(_DAMAGED)


@contextmanager
def looked_at_again(path: Path, key: Key | None) -> Iterator[None]:
    """What goes wrong inside crosscase is mostly a study that does not hold: see whether that is so, and say it."""
    try:
        yield
    except (CrosscaseError, click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:
        if from_outside(error) or _debugging() or _holds(path, key):
            raise
        raise DamagedStudyError from error


def _holds(path: Path, key: Key | None) -> bool:
    from crosscase.study import Study

    try:
        with Study.open(path, writable=False, passphrase=key) as study:
            return not study.verify()
    except Exception:  # noqa: BLE001 - checking comes to the end of whatever holds
        return False


def from_outside(error: BaseException) -> str:
    """What the machine or the database reports, in words; empty when it is something else."""
    reasons = " ".join(str(part) for part in (error, getattr(error, "orig", ""), error.__cause__ or ""))
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return _FULL
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}. {_UNCHANGED}"
    if isinstance(error, MemoryError):
        return f"There is not enough memory for this. {_UNCHANGED}"
    if type(error).__module__.split(".")[0] in _DATABASES:
        return next((said for words, said in _BY_DATABASES.items() if any(word in reasons for word in words)), "")
    return ""


def _unexpected(error: Exception) -> str:
    from crosscase import __version__

    python = ".".join(map(str, sys.version_info[:3]))
    # What databases say can hold the words that they could not read or write.
    said = "" if type(error).__module__.split(".")[0] in _DATABASES else f": {error}"
    return (
        f"Something went wrong inside crosscase: {type(error).__name__}{said}\n{_UNCHANGED}\n"
        f"Please report it with the command you typed, without participants' words (crosscase {__version__}, Python "
        f"{python}, {sys.platform}). CROSSCASE_DEBUG=1 before the command shows where it happened."
    )


def _unread() -> int:
    """The reader of a pipe is gone: be quiet, also when Python flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    return UNREAD


def _lenient(stream: TextIO) -> None:
    """A terminal that cannot show a character gets its number, not an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _debugging() -> bool:
    return os.environ.get("CROSSCASE_DEBUG", "") not in ("", "0")
