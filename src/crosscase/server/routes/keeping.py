"""How the open study is kept: where its file lies, what opens it, its backups, and what may be said of that.

The paragraph for an ethics form is written by the client from these facts, so that it can be translated; nothing in it
is promised that is not read here.

What a careful reader would get wrong: encrypting closes the study for a moment and opens it again. Other windows are
told to read everything anew, and who works here is asked again where the machine does not know it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec
from litestar import get, post
from litestar.params import JSONBody

from crosscase.model import Consent, Id, Member, Participant, Source
from crosscase.server import registers
from crosscase.server.desk import Place
from crosscase.server.routes.start import BackupHere, backups_here
from crosscase.server.routes.study import StudyHere, study_here
from crosscase.server.seats import Seat
from crosscase.store import backup_files, backups
from crosscase.store.synced import synced_by
from crosscase.study import NotAllowedError, Study
from crosscase.verbs.registry import MAY

TAGS = ["keeping"]
_ERASES = frozenset({"participant.erase", "source.erase", "source.redact", "study.pseudonyms"})


class Keeping(msgspec.Struct, frozen=True, kw_only=True):
    """How the study is kept.

    Attributes:
        path, folder: of its file; empty where it is none.
        size: of the file, in bytes.
        synced: the program or network that copies it about; empty where none is recognised.
        backups_in: the folder of its backups; empty where they are turned off or there is no file.
        backups_apart: that folder is not beside the study.
        register: where a register of names would lie, and whether one does.
        originals: sources whose original file is kept in the study.
        erasures: how often words were erased for good.
        consents: participants of whom it is recorded what they agreed to.
    """

    place: Literal["file", "database", "memory"]
    path: str
    folder: str
    size: int
    encrypted: bool
    synced: str
    backups_in: str
    backups_apart: bool
    backups: tuple[BackupHere, ...]
    register: registers.RegisterHere
    members: int
    participants: int
    sources: int
    originals: int
    consents: int
    erasures: int


class NewPassphrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A passphrase; `old` is the one that opens the study now, where it is encrypted."""

    passphrase: str
    old: str = ""


@get("/keeping", tags=TAGS)
async def get_keeping(seat: Seat) -> Keeping:
    """Where the study lies, what opens it, and its backups."""
    return await seat.ask(keeping, seat.desk.place)


def keeping(study: Study, place: Place | None) -> Keeping:
    """The facts of how a study is kept."""
    file = place if isinstance(place, Path) else None
    folder = backup_files.folder_of(file) if file else None
    names = registers.beside(place)
    sources = study.rows(Source)
    return Keeping(
        place="file" if file else "database" if place else "memory",
        path=str(file or ""),
        folder=str(file.parent) if file else "",
        size=file.stat().st_size if file else 0,
        encrypted=study.store.key is not None,
        synced=synced_by(file) if file else "",
        backups_in=str(folder or ""),
        backups_apart=bool(file and folder and folder.parent != file.resolve().parent),
        backups=tuple(backups_here(file)) if file else (),
        register=registers.RegisterHere(path=str(names or ""), there=bool(names and names.is_file())),
        members=len([one for one in study.rows(Member) if one.merged_into is None]),
        participants=len(study.rows(Participant)),
        sources=len(sources),
        originals=len([one for one in sources if one.original]),
        consents=len(study.rows(Consent)),
        erasures=len([one for one in study.log() if one.verb in _ERASES]),
    )


@post("/keeping/backup", tags=TAGS, status_code=200)
async def post_backup(seat: Seat) -> BackupHere:
    """Make a backup now; it is read again after it was written."""

    def making(study: Study) -> BackupHere:
        made = backups.make(study.store)
        return backups_here(study.store.path or made.path)[0]  # the newest

    return await seat.change(making)


@post("/keeping/encrypt", tags=TAGS, status_code=200)
async def post_encrypt(seat: Seat, data: JSONBody[NewPassphrase]) -> StudyHere:
    """Encrypt the study with a passphrase, or give it another one: written anew, compared, whole or not at all."""
    from crosscase.store import reseal

    member = await seat.ask(_owner)

    def sealing(path: Path, key: Any) -> reseal.Resealed:
        if key is None:
            return reseal.encrypt(path, data.passphrase)
        return reseal.change_passphrase(path, data.old, data.passphrase)

    await seat.desk.sealed_anew(sealing)
    seat.session.member = member  # who works here goes on, also where the machine did not know them
    return await seat.ask(study_here, seat.desk.place)


def _owner(study: Study) -> Id:
    """The member who asks, who has to be an owner: only an owner says who may open the study.

    Raises:
        NotAllowedError: somebody else asks.
    """
    member = study.member()
    if "own" not in MAY[member.permission]:
        raise NotAllowedError(member.name, member.permission, "encrypt the study")
    return member.id


ROUTES = (get_keeping, post_backup, post_encrypt)
