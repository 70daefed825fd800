"""How study files begin: plain, encrypted, or something else; looked at without letting go of SQLite's locks.

On POSIX systems a program that closes a file loses every lock it has on that file, also those that SQLite took through
another descriptor. A study that was opened twice in one program would then look unused to others, and the last of those
would take away the write-ahead log that is still written to. So a file is only read here while this program has no
connection to it; of files that it has open, it is remembered how they begin.
"""

from __future__ import annotations

import threading
from pathlib import Path

PLAIN = b"SQLite format 3\x00"
SALT = len(PLAIN)
"""An encrypted file begins with as many random bytes."""

_PAGE = 4096
_OTHERS = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"BZh")

_lock = threading.Lock()
_open: dict[tuple[int, int], tuple[bytes, int]] = {}
"""By device and inode: how a file that this program has open begins, and how often it has it open."""


def is_plain(path: Path) -> bool:
    """Whether a file begins as an unencrypted SQLite file does; an empty one may become one."""
    return _first_page(path)[:SALT] in {b"", PLAIN}


def salt_of(path: Path) -> bytes:
    """The first bytes of an encrypted file."""
    return _first_page(path)[:SALT]


def looks_encrypted(path: Path) -> bool:
    """Whether a file could be an encrypted study: its first page is whole and looks like chance.

    Those of texts, documents, pictures and archives do not; more cannot be known without the passphrase.
    """
    page = _first_page(path)
    if len(page) == SALT:  # it is open here
        return page != PLAIN
    if len(page) < _PAGE or page.startswith((PLAIN, *_OTHERS)):
        return False
    # In 4,096 bytes of chance every value is there about 16 times, and hardly one of 256 is missing.
    return len(set(page)) > 250 and max(map(page.count, range(256))) < 64


def _first_page(path: Path) -> bytes:
    with _lock:
        known = _open.get(_identity(path))
        if known is not None:
            return known[0]
        with path.open("rb") as file:
            page = file.read(_PAGE)
        return page if len(page) != SALT else page[:-1]  # no file is taken for one that is open


def unfinished(path: Path) -> Path:
    """Where a study is written anew, to be encrypted or decrypted, until it takes the place of its file."""
    return path.with_name(f".{path.name}.unfinished")


def clear_unfinished(path: Path) -> None:
    """Take away what was being written anew when a program was stopped, with its log."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{unfinished(path).name}{ending}").unlink(missing_ok=True)


def hold(path: Path, salt: bytes | None) -> tuple[int, int]:
    """Note that this program opens a file, which begins with that salt or (None) plainly; what to give to `release`."""
    with _lock:
        identity = _identity(path)
        _, times = _open.get(identity, (b"", 0))
        _open[identity] = (salt or PLAIN, times + 1)
        return identity


def release(identity: tuple[int, int]) -> None:
    """Note that this program closed a file."""
    with _lock:
        head, times = _open[identity]
        if times > 1:
            _open[identity] = (head, times - 1)
        else:
            del _open[identity]


def _identity(path: Path) -> tuple[int, int]:
    there = path.stat()
    return there.st_dev, there.st_ino
