"""Is a study in a folder that a sync program copies about, or on another computer's disk?

Told by the names of folders that these programs make, by what they leave in the folders they keep (hidden files,
attributes of the file system), by what they say themselves of where their folders are, and by the kind of file system.
`CROSSCASE_SYNCED` answers for places that nobody can recognise: `yes` or `no`.

A wrong yes costs a few milliseconds for each act; a wrong no leaves SQLite's write-ahead log beside the study, which a
sync program copies at another moment than the study. So doubt counts as yes. See decision 11.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

VARIABLE = "CROSSCASE_SYNCED"

_FOLDERS = (
    ("Dropbox", r"dropbox( \(.+\))?|dropbox-.+"),
    ("OneDrive", r"onedrive|onedrive - .+|onedrive-.+|skydrive"),
    ("Google Drive", r"google ?drive( \(.+\))?|googledrive-.+|my drive|meine ablage|mon drive|mi unidad"),
    ("iCloud Drive", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Nextcloud", r"nextcloud\d?"),
    ("ownCloud", r"owncloud\d?|cloudstor|sciebo|switchdrive"),
    ("Syncthing", r"syncthing"),
    ("Box", r"box|box sync|box-box"),
    ("pCloud", r"pcloud ?drive|pcloud ?sync|pcloud"),
    ("MEGA", r"mega|megasync|mega ?sync|mega downloads"),
    ("Seafile", r"seafile|seadrive"),
    ("Tresorit", r"tresorit|tresors"),
    ("Proton Drive", r"proton ?drive|protondrive-.+"),
    ("Sync", r"sync\.com|sync"),
    ("Synology Drive", r"synologydrive|cloudstation"),
)
_SERVICES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FOLDERS)

_MARKERS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".stversions", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".seafile-data", "Seafile"),
    (".SynologyWorkingDirectory", "Synology Drive"),
    (".pcloud", "pCloud"),
    (".debris", "MEGA"),
)
_JOURNAL_OF_CLIENT = re.compile(r"\._?sync_.*\.db$|\.csync_journal\.db$")
_ATTRIBUTES = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("com.google.drivefs", "Google Drive"),
    ("user.drive.", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("com.apple.fileprovider", "a cloud drive"),
)
_ENVIRONMENT = (("OneDrive", "OneDrive"), ("OneDriveCommercial", "OneDrive"), ("OneDriveConsumer", "OneDrive"))
_OTHER_COMPUTERS = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afpfs|9p|ncpfs|afs|ceph|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|onedriver|insync)|davfs"
)


def synced_by(path: Path) -> str:
    """Which program or network copies the file about, in a word for people; empty when it lies on this disk alone."""
    said = os.environ.get(VARIABLE, "").lower()
    if said in {"no", "0", "off"}:
        return ""
    found = _recognised(path.resolve().parent) or _by_attributes(path)
    return found or ("a sync program" if said in {"yes", "1", "on"} else "")


@lru_cache(maxsize=64)
def _recognised(folder: Path) -> str:
    return _by_what_programs_say(folder) or _by_name(folder) or _by_markers(folder) or _by_file_system(folder)


def _by_name(folder: Path) -> str:
    return next((name for part in folder.parts for name, form in _SERVICES if form.fullmatch(part)), "")


def _by_markers(folder: Path) -> str:
    """What the programs leave in the folders they keep, here or further up (but not in the folder of all)."""
    for each in (folder, *folder.parents[:-1]):
        for marker, name in _MARKERS:
            if (each / marker).exists() and not (name == "Dropbox" and each == _home() and marker == ".dropbox"):
                return name
        with suppress(OSError):
            if any(_JOURNAL_OF_CLIENT.fullmatch(name) for name in os.listdir(each)):  # noqa: PTH208 - names are enough
                return "Nextcloud"
    return ""


def _by_what_programs_say(folder: Path) -> str:
    for root, name in _told():
        if root == folder or root in folder.parents:
            return name
    return ""


def _told() -> Iterator[tuple[Path, str]]:
    for variable, name in _ENVIRONMENT:
        if os.environ.get(variable):
            yield Path(os.environ[variable]), name
    infos = [_home() / ".dropbox" / "info.json"]
    places = (os.environ.get(variable) for variable in ("APPDATA", "LOCALAPPDATA"))
    infos += [Path(place, "Dropbox", "info.json") for place in places if place]
    for info in infos:
        with suppress(OSError, ValueError, AttributeError, TypeError):
            for account in json.loads(info.read_text("utf-8")).values():
                yield Path(account["path"]).resolve(), "Dropbox"


def _home() -> Path:
    with suppress(RuntimeError):
        return Path.home()
    return Path(os.sep)


def _by_attributes(path: Path) -> str:
    """What the programs note about a file or its folder in the file system itself (Linux)."""
    names: list[str] = []
    if hasattr(os, "listxattr"):
        for each in (path, path.resolve().parent):
            with suppress(OSError):
                names += os.listxattr(each)
    return next((name for mark, name in _ATTRIBUTES for each in names if mark in each.lower()), "")


def _by_file_system(folder: Path) -> str:
    """Whether the folder is on another computer's disk (Linux tells)."""
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        before, _, after = line.partition(" - ")
        point = before.split(" ")[4].replace("\\040", " ")
        inside = point == "/" or folder == Path(point) or Path(point) in folder.parents
        if inside and len(point) >= len(best):
            best, kind = point, after.split(" ", 1)[0]
    return "a network drive" if _OTHER_COMPUTERS.fullmatch(kind) else ""
