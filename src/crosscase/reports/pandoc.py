"""Running pandoc to write a document from its tree.

pandoc is a program of its own (GPL), started for each report and fed through a pipe; nothing of it is imported. It is
given its own tree and our templates, and nothing of the user's: no configuration, no filters, no network.

No word of a study is written to a temporary file: the tree goes in and the document comes out through pipes, pictures
stand in the tree, and what lies in the folder where pandoc works is the same for every study.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from crosscase.importers.pandoc import NoPandocError, pandoc_path
from crosscase.reports.errors import WriterError

_SECONDS: Final = 120.0


def run_pandoc(
    tree: bytes, to: str, arguments: Sequence[str], *, files: Mapping[str, bytes], moment: int, source: str = "json"
) -> bytes:
    """What pandoc writes.

    Args:
        tree: as `pandoc_tree.tree` gives it.
        to: pandoc's name of the format.
        arguments: further options; they may name `files`.
        files: what lies in the folder where pandoc works: templates, without a word of the study.
        moment: seconds since 1970, for whatever is dated.
        source: what `tree` is, where it is no tree: pandoc's name of the format.

    Raises:
        WriterError: it stopped, took too long or is not there.
    """
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="crosscase-", ignore_cleanup_errors=True) as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        try:
            command = [str(pandoc_path()), f"--from={source}", f"--to={to}", "--quiet", "--output=-", *arguments, "-"]
            done = subprocess.run(  # noqa: S603 - our own program with our own arguments, the words through a pipe
                command,
                input=tree,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                cwd=folder,
                env={
                    **kept,
                    "LC_ALL": "C.UTF-8",
                    "HOME": folder,
                    "XDG_DATA_HOME": folder,
                    "SOURCE_DATE_EPOCH": str(moment),
                },
            )
        except subprocess.TimeoutExpired as error:
            raise WriterError("pandoc", f"it took longer than {_SECONDS:.0f} seconds") from error
        except (OSError, NoPandocError) as error:
            raise WriterError("pandoc", "the program is missing; install pypandoc_binary again") from error
        if done.returncode or not done.stdout:
            raise WriterError("pandoc", done.stderr.decode(errors="replace"))
        return done.stdout
