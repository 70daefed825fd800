"""A folder of files, written whole or not at all: audit trails, data packages, archives."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from crosscase.reports.errors import CannotWriteError


def new_folder(folder: str | Path) -> Path:
    """The folder that will be written.

    Raises:
        CannotWriteError: there is something in it already, or no place for it.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotWriteError(target, "there is something there already; name a new folder")
    if not target.absolute().parent.is_dir():
        raise CannotWriteError(target, f"there is no folder {target.parent}")
    return target


def write_folder(target: Path, files: Mapping[str, str | bytes | Iterable[bytes]]) -> None:
    """Write files by their names within a folder; large ones come in pieces.

    Raises:
        CannotWriteError: it cannot be written; nothing of it is there then.
    """
    try:
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.absolute().parent))
        try:
            for name, content in files.items():
                place = draft / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("wb") as file:
                    pieces = [content] if isinstance(content, str | bytes) else content
                    for piece in pieces:
                        file.write(piece.encode() if isinstance(piece, str) else piece)
            draft.chmod(0o755)
            draft.replace(target)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError as error:
        raise CannotWriteError(target, error.strerror or str(error)) from error
