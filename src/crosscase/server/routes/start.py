"""The start screen: recent studies, a new one, the demonstration, a backup to restore; and the folders to choose from.

A browser cannot name a file of the machine it runs on, so the server lists folders for it: their names, and the studies
in them, nothing else. Whoever may ask has come in with the start token and is the machine's user.

What a careful reader would get wrong: one study lies on the desk at a time. Opening another closes it, and every window
is told to read everything again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.datastructures import State
from litestar.params import JSONBody, QueryParameter

from crosscase.errors import BadValueError, NotFoundError, RefusedError
from crosscase.server.recent import Recent, forget, recent
from crosscase.server.routes.study import StudyHere, study_here
from crosscase.server.seats import Seat
from crosscase.store import backup_files, restore
from crosscase.store.backup_files import Backup
from crosscase.store.keys import Passphrase
from crosscase.store.synced import synced_by
from crosscase.study import Study

TAGS = ["start"]
SUFFIX = ".crosscase"
_MOST = 2_000


class Suggested(msgspec.Struct, frozen=True, kw_only=True):
    """A folder where a study may well be put; `synced` is the program that copies it about, if one does."""

    path: str
    name: str
    synced: str


class StartHere(msgspec.Struct, frozen=True, kw_only=True):
    """What the start screen shows.

    Attributes:
        folder: where a new study would be put unless another is chosen.
        places: folders to choose from; those of sync programs come last.
        member: who works here, where the machine knows it.
    """

    open: bool
    recent: tuple[Recent, ...]
    folder: str
    places: tuple[Suggested, ...]
    member: str
    demonstration: bool


class FolderHere(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of this machine: its subfolders and the studies in it, by name.

    Attributes:
        synced: the program or network that copies what lies in it about; empty where none is recognised.
        writable: whether a study can be put there.
    """

    path: str
    parent: str
    synced: str
    writable: bool
    folders: tuple[str, ...]
    studies: tuple[str, ...]


class ToOpen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study to open; `member` is who acts, by name, unless the machine knows it."""

    path: str
    member: str = ""
    passphrase: str = ""


class ToMake(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study to make; with a passphrase it is encrypted."""

    path: str
    title: str = ""
    member: str = ""
    passphrase: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where."""

    path: str


class ToRestore(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A backup to put in the place of a study: its number in the list, from 1 for the newest."""

    path: str
    number: int = 1
    trial: bool = False
    passphrase: str = ""


class BackupHere(msgspec.Struct, frozen=True, kw_only=True):
    """A backup: when it was made (ms since 1970), its bytes, how many entries it has, and why it was made."""

    number: int
    made: int
    size: int
    entries: int | None
    reason: str


class Loses(msgspec.Struct, frozen=True, kw_only=True):
    """What one member did that would be lost."""

    member: str
    entries: int
    first: int
    last: int


class RestorePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What restoring does, or did; see `crosscase.store.restore.Plan`."""

    restored: bool
    made: int
    present: str
    entries: int
    lost: tuple[Loses, ...]
    back: int
    erasures: int


@get("/start", tags=TAGS)
async def get_start(seat: Seat, request: Request[Any, Any, State]) -> StartHere:
    """What the start screen shows."""
    places = _suggested()
    return StartHere(
        open=seat.desk.has_study,
        recent=tuple(recent()),
        folder=places[0].path,
        places=places,
        member=os.environ.get("CROSSCASE_MEMBER", ""),
        demonstration=request.app.state.demonstration is not None,
    )


@get("/start/folder", tags=TAGS)
async def get_folder(
    path: Annotated[str, QueryParameter(description="Without it, the user's own folder.")] = "",
) -> FolderHere:
    """The folders and studies in a folder of this machine."""
    place = place_given(path) if path else Path.home()
    if not place.is_dir():
        raise NotFoundError("folder", place.name)
    folders: list[str] = []
    studies: list[str] = []
    try:
        for one in place.iterdir():
            if one.name.startswith(".") or len(folders) + len(studies) >= _MOST:
                continue
            if one.suffix == SUFFIX and one.is_file():
                studies.append(one.name)
            elif one.is_dir():
                folders.append(one.name)
    except PermissionError as error:
        raise RefusedError(f"The folder {place.name!r} cannot be read.") from error
    return FolderHere(
        path=str(place), parent=str(place.parent), synced=synced_by(place / "study.crosscase"),
        writable=os.access(place, os.W_OK), folders=tuple(sorted(folders, key=str.casefold)),
        studies=tuple(sorted(studies, key=str.casefold)),
    )  # fmt: skip


def _suggested() -> tuple[Suggested, ...]:
    """The user's own folders, those that no sync program copies about first."""
    home = Path.home()
    names = {"Documents": home / "Documents", "Desktop": home / "Desktop", "Home": home}
    found = [
        Suggested(path=str(path), name=name, synced=synced_by(path / "study.crosscase"))
        for name, path in names.items()
        if path.is_dir()
    ]
    return tuple(sorted(found, key=lambda one: bool(one.synced))) or (
        Suggested(path=str(home), name="Home", synced=""),
    )


@post("/start/open", tags=TAGS, status_code=200)
async def post_open(seat: Seat, request: Request[Any, Any, State], data: JSONBody[ToOpen]) -> StudyHere:
    """Open a study."""
    place = place_given(data.path)
    await seat.desk.open(place, member=data.member or None, passphrase=data.passphrase or None)
    return await _opened(seat, request)


@post("/start/new", tags=TAGS, status_code=200)
async def post_new(seat: Seat, request: Request[Any, Any, State], data: JSONBody[ToMake]) -> StudyHere:
    """Make a study and open it; a file that is there already is left alone."""
    place = _new_place(data.path)

    def making() -> Study:
        return Study.new(place, title=data.title, member=data.member, passphrase=data.passphrase or None)

    await seat.desk.put(making, place)
    return await _opened(seat, request)


@post("/start/demonstration", tags=TAGS, status_code=200)
async def post_demonstration(seat: Seat, request: Request[Any, Any, State], data: JSONBody[Place]) -> StudyHere:
    """Write the demonstration study to a new file and open it."""
    make, place = request.app.state.demonstration, _new_place(data.path)
    if make is None:
        raise RefusedError("The demonstration study is not at hand here.")

    def making() -> Study:
        if place.exists():
            raise RefusedError(f"There is a file {place.name!r} already; it was left alone.")
        make(place)
        return Study.open(place)

    await seat.desk.put(making, place)
    return await _opened(seat, request)


@post("/start/leave", tags=TAGS, status_code=200)
async def post_leave(seat: Seat, request: Request[Any, Any, State]) -> None:
    """Close the study; the start screen is all there is then."""
    await seat.desk.leave()
    request.app.state.keeper.forget_members()


@post("/start/forget", tags=TAGS, status_code=200)
async def post_forget(data: JSONBody[Place]) -> None:
    """Take a study off the list of recent ones; its file stays."""
    forget(data.path)


@get("/start/backups", tags=TAGS)
async def get_backups(path: Annotated[str, QueryParameter(description="Of the study.")]) -> list[BackupHere]:
    """The backups of a study, the newest first."""
    return backups_here(place_given(path))


def backups_here(study: Path) -> list[BackupHere]:
    """The backups of a study, the newest first, with the numbers by which they are restored."""
    return [
        BackupHere(
            number=number, made=one.made, size=one.size, entries=one.facts.entries if one.facts else None,
            reason=one.reason,
        )
        for number, one in enumerate(_backups(study), 1)
    ]  # fmt: skip


@post("/start/restore", tags=TAGS, status_code=200)
async def post_restore(seat: Seat, request: Request[Any, Any, State], data: JSONBody[ToRestore]) -> RestorePlan:
    """Put a backup in the place of a study, or (`trial`) say what would be lost. The present study is saved first."""
    place, desk = place_given(data.path), seat.desk
    was_open = isinstance(desk.place, Path) and desk.place.resolve() == place.resolve()
    # The open study was opened with its key; nobody has to type the passphrase again to go back to a backup of it.
    passphrase: Passphrase = data.passphrase or (await desk.key() if was_open else None)
    backups = _backups(place)
    if not 1 <= data.number <= len(backups):
        raise NotFoundError("backup", str(data.number))
    chosen = backups[data.number - 1]
    if data.trial:
        return _planned(await desk.change(lambda: restore.plan(place, chosen, passphrase)), restored=False)
    if was_open:
        await desk.leave()
    try:
        done = await desk.change(lambda: restore.restore(place, chosen, passphrase))
    finally:
        if was_open:
            await desk.open(place, passphrase=passphrase)
            request.app.state.keeper.forget_members()
    return _planned(done.plan, restored=True)


async def _opened(seat: Seat, request: Request[Any, Any, State]) -> StudyHere:
    request.app.state.keeper.forget_members()
    return await seat.ask(study_here, seat.desk.place)


def place_given(path: str) -> Path:
    """A place on this machine, as it was chosen or typed.

    Raises:
        BadValueError: it does not say in which folder.
    """
    if "\x00" in path or not path.strip():
        raise BadValueError("Say where: a folder and a name.")
    place = Path(path.strip()).expanduser()
    if not place.is_absolute():
        raise BadValueError(f"Say in which folder {place.name!r} lies.")
    return place


def _new_place(path: str) -> Path:
    place = place_given(path)
    return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)


def _backups(study: Path) -> list[Backup]:
    found = backup_files.listed(backup_files.folder_of(study))
    return sorted(found, key=lambda one: one.made, reverse=True)


def _planned(plan: restore.Plan, *, restored: bool) -> RestorePlan:
    return RestorePlan(
        restored=restored, made=plan.backup.made, present=plan.present, entries=plan.entries,
        lost=tuple(Loses(member=o.member, entries=o.entries, first=o.first, last=o.last) for o in plan.lost),
        back=plan.back, erasures=plan.erasures,
    )  # fmt: skip


ROUTES = (
    get_start, get_folder, post_open, post_new, post_demonstration, post_leave, post_forget, get_backups, post_restore,
)  # fmt: skip
