"""What is more than an act of one member: files made, replaced and taken away, and words taken out for good.

Each has something of its own that must hold afterwards, whenever it was stopped: a copy is there whole or not at all, a
study opens with the old key or with the new one, a backup that is listed is what was written, and erased words are in
no byte of the file once the study has been opened again.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

from crosscase.model import Member, Participant
from crosscase.store import backup_files, backups, reseal
from crosscase.store.heads import is_plain
from crosscase.store.keys import fits
from crosscase.store.register import NamesKey, RealName, Register, read_register, write_register
from crosscase.store.rescue import rescue
from crosscase.store.restore import restore
from crosscase.study import Study
from crosscase.verbs.erasures import erase_participant
from tests.crash.acts import (
    ACTS,
    ME,
    OTHER,
    STUDY,
    Act,
    Child,
    new,
    nothing,
    opened,
    plainly,
    taken_in,
    with_colleague,
)
from tests.crash.ground import ANNA, NEW, OLD, Ground

BACKUPS = f"{STUDY}-backups"
_PART = re.compile(r"\.[^/]+\.[0-9a-f]{8}\.part(-wal|-shm|-journal)?$")
Told = list[str]


class HalfError(AssertionError):
    """Something is there by half."""


# Erasing


def _bytes_hold_none(folder: Path, words: str) -> None:
    run = 20
    data = b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file() and file.name != OTHER)
    for start in range(len(words) - run):
        piece = words[start : start + run]
        if "\n" not in piece and piece.encode() in data:
            raise HalfError(f"erased words are in the file: {piece!r}")


def _merged(_: Ground, folder: Path, __: Told) -> None:
    """The other copy was only read."""
    _other_holds(folder)


def _erased(_: Ground, folder: Path, __: Told) -> None:
    """If the erasure is in the journal, the words are nowhere."""
    if (folder / OTHER).exists():
        _other_holds(folder)
    with Study.open(folder / STUDY, member=ME) as study:
        verbs = {line.verb for line in study.log()}
    if "participant.erase" in verbs:
        for line in ANNA.splitlines():
            if line.startswith("ANNA: "):
                _bytes_hold_none(folder, line.removeprefix("ANNA: "))


def _erase(child: Child, earlier: int) -> None:
    opened(
        child,
        earlier,
        lambda study: [
            study.because("she asked in writing").do(erase_participant, study.find(Participant, "AAAPW01").id).entry
        ],
    )


def _erased_elsewhere(ground: Ground, folder: Path) -> None:
    plainly(ground, folder)
    shutil.copyfile(ground.erased, folder / OTHER)


# Other files


def _copy(child: Child, earlier: int) -> None:
    with Study.open(child.path, member=ME) as study:
        child.begin()
        study.copy_to(child.folder / OTHER)
        child.tell("finished")


def _copy_for_reading(child: Child, earlier: int) -> None:
    def work(study: Study) -> list[str]:
        before = len(study.log())
        study.copy_for_reading(child.folder / OTHER, study.find(Member, "Omar").name)
        return [line.id for line in study.log()[before:]]

    opened(child, earlier, work)


def _copied(_: Ground, folder: Path, told: Told) -> None:
    """The copy is whole or not there; what was begun is cleared away by whoever makes the next one."""
    if told and not (folder / OTHER).exists():
        raise HalfError("the copy that was acknowledged is not there")
    _other_holds(folder)
    _clear_parts(folder)


def _other_holds(folder: Path) -> None:
    other = folder / OTHER
    if other.exists():
        with Study.open(other, member=ME) as study:
            faults = study.verify()
        if faults:
            raise HalfError(f"the copy: {faults[:3]}")


def _clear_parts(folder: Path) -> None:
    """Let time pass, and somebody make another copy here."""
    for file in folder.iterdir():
        if _PART.match(file.name):
            os.utime(file, (time.time() - 7200,) * 2)
    with Study.open(folder / STUDY, member=ME) as study:
        study.copy_to(folder / "again.crosscase")
    (folder / "again.crosscase").unlink()


def _backup(child: Child, earlier: int) -> None:
    os.environ["CROSSCASE_BACKUPS"] = "beside"
    with Study.open(child.path, member=ME) as study:
        child.begin()
        backups.make(study.store)
        child.tell("finished")


def _backed_up(_: Ground, folder: Path, told: Told) -> None:
    """Every backup that is listed is as it was written and opens; what was begun is cleared away in time."""
    beside = folder / BACKUPS
    listed = backup_files.listed(beside)
    if told and not listed:
        raise HalfError("the backup that was acknowledged is not there")
    for backup in listed:
        if not backup_files.is_as_written(backup):
            raise HalfError(f"{backup.path.name} is not as it was written")
        with Study.open(backup.path, writable=False) as study:
            study.log()
    if beside.exists():
        for file in beside.iterdir():
            os.utime(file, (time.time() - 7200,) * 2)
        backup_files.being_made(beside)
        if any(".part" in file.name for file in beside.iterdir()):
            raise HalfError("an unfinished backup lies there for ever")


def _to_restore(ground: Ground, folder: Path) -> None:
    shutil.copyfile(ground.colleague, folder / STUDY)
    shutil.copytree(ground.backup, folder / BACKUPS)


def _restore(child: Child, earlier: int) -> None:
    os.environ["CROSSCASE_BACKUPS"] = "beside"
    backup = backup_files.listed(child.folder / BACKUPS)[0]
    child.begin()
    restore(child.path, backup)
    child.tell("finished")


def _put_back(folder: Path) -> bool:
    """Whether what the colleague did is not in the study."""
    with Study.open(folder / STUDY, member=ME) as study:
        return not any(line.verb == "code.add" and line.by != study.member().id for line in study.log())


def _restored(ground: Ground, folder: Path, told: Told) -> None:
    """The study is the one or the other, and where it was replaced, what it was lies among the backups."""
    _backed_up(ground, folder, [])
    with Study.open(folder / STUDY, member=ME) as study:
        back = not any(
            line.verb == "code.add" and line.seq > 0 and line.by != study.member().id for line in study.log()
        )
    saved = [one for one in backup_files.listed(folder / BACKUPS) if one.reason == backup_files.BEFORE_RESTORE]
    if told and not back:
        raise HalfError("the restored study is not the backup")
    if back and not saved:
        raise HalfError("what was there before is gone")


# The register of names

NAMES = "names.json"
_KEY = NamesKey(b"r" * 32, b"0123456789abcdef")


def _with_register(ground: Ground, folder: Path) -> None:
    plainly(ground, folder)
    write_register(folder / NAMES, _KEY, Register("5" * 32))


def _write_names(child: Child, earlier: int) -> None:
    path = child.folder / NAMES
    child.begin()
    for number in range(8):
        write_register(
            path, _KEY, read_register(path, _KEY).having(RealName(name=f"Name {number}", pseudonym=f"N{number}"))
        )
        child.tell("written")


def _names_kept(_: Ground, folder: Path, told: Told) -> None:
    """As many names as were acknowledged, or one more."""
    names = read_register(folder / NAMES, _KEY).names
    if len(names) - len(told) not in (0, 1):
        raise HalfError(f"{len(told)} names were acknowledged and {len(names)} are there")
    for file in folder.glob(f".{NAMES}.*"):
        os.utime(file, (time.time() - 7200,) * 2)
    write_register(folder / NAMES, _KEY, Register("5" * 32, names))


# Saving a damaged study


def _rescue(child: Child, earlier: int) -> None:
    child.begin()
    rescue(child.path, child.folder / OTHER)
    child.tell("finished")


def _rescued(_: Ground, folder: Path, told: Told) -> None:
    if told and not (folder / OTHER).exists():
        raise HalfError("the rescued study that was acknowledged is not there")
    _other_holds(folder)
    _clear_parts(folder)


# Encryption


def _encrypt(child: Child, earlier: int) -> None:
    child.begin()
    reseal.encrypt(child.path, OLD)
    child.tell("finished")


def _encrypted(_: Ground, folder: Path, told: Told) -> None:
    if told and is_plain(folder / STUDY):
        raise HalfError("it was acknowledged as encrypted and is plain")


def _to_decrypt(ground: Ground, folder: Path) -> None:
    shutil.copyfile(ground.encrypted, folder / STUDY)


def _decrypt(child: Child, earlier: int) -> None:
    child.begin()
    reseal.decrypt(child.path, OLD)
    child.tell("finished")


def _decrypted(_: Ground, folder: Path, told: Told) -> None:
    if told and not is_plain(folder / STUDY):
        raise HalfError("it was acknowledged as plain and is encrypted")


def _change(child: Child, earlier: int) -> None:
    child.begin()
    reseal.change_passphrase(child.path, OLD, NEW)
    child.tell("finished")


def _begun(_: Ground, folder: Path, __: Told) -> None:
    _clear_parts(folder)


def _other_there(folder: Path) -> bool:
    return (folder / OTHER).exists()


def _backup_there(folder: Path) -> bool:
    return bool(backup_files.listed(folder / BACKUPS))


def _names_there(folder: Path) -> bool:
    return bool(read_register(folder / NAMES, _KEY).names)


MORE: tuple[Act, ...] = (
    Act("new", nothing, new, _begun),
    Act("merge", with_colleague, taken_in, _merged, files=(OTHER,)),
    Act("erasing, to the last byte", plainly, _erase, _erased),
    Act("merge of an erasure", _erased_elsewhere, taken_in, _erased, files=(OTHER,)),
    Act("copy", plainly, _copy, _copied, files=(OTHER,), result=_other_there),
    Act("copy for reading", plainly, _copy_for_reading, _copied, files=(OTHER,), result=_other_there),
    Act("backup", plainly, _backup, _backed_up, files=(BACKUPS,), result=_backup_there),
    Act("restore", _to_restore, _restore, _restored, files=(BACKUPS,), result=_put_back, fewer=True),
    Act("names register", _with_register, _write_names, _names_kept, files=(NAMES,), result=_names_there),
    Act("rescue", plainly, _rescue, _rescued, files=(OTHER,), result=_other_there),
    Act("encrypt", plainly, _encrypt, _encrypted, keys=(OLD,), result=lambda folder: not is_plain(folder / STUDY)),
    Act("decrypt", _to_decrypt, _decrypt, _decrypted, keys=(OLD,), result=lambda folder: is_plain(folder / STUDY)),
    Act("change-passphrase", _to_decrypt, _change, keys=(OLD, NEW), result=lambda folder: fits(folder / STUDY, NEW)),
)

EVERYTHING = (*ACTS, *MORE)
"""Every act that is killed."""
