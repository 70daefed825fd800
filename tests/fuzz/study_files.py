"""Study files whose bytes were changed or cut: reading them gives an answer or a sentence, never a crash.

The command line is asked, because that is what a user has: to open, to list, to verify, to write, to rescue. What it
says has to be an answer (0) or a refusal (1) in words; what it wrote in good faith into a damaged file is not judged.
"""

from __future__ import annotations

import contextlib
import io
import random
import shutil
from pathlib import Path

from crosscase.cli import main
from crosscase.model import Span
from crosscase.store import reseal
from crosscase.store.keys import Key
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source

KEY = Key(b"k" * 32, b"fedcba9876543210")
PAGE = 4096


def prepare(folder: Path) -> tuple[Path, Path]:
    """A small study, and the same with acts that lie in its log still: the file and the file with `-wal` beside it."""
    folder.mkdir(parents=True)
    plain, logged = folder / "plain.crosscase", folder / "logged.crosscase"
    with Study.new(plain, title="Peers", member="Ines") as study:
        text = study.do(add_source, "anna", "There is a risk in it. I told them on the first day. 👍🏽\n" * 30).value
        for number in range(20):
            code = study.do(add_code, f"code {number}").value
            study.do(apply_code, code, text, Span(number, number + 30))
        study.because("to see").do(write_memo, "A thought about risk. " * 40)
    shutil.copyfile(plain, logged)
    with Study.open(logged, member="Ines") as study:
        for number in range(5):
            study.do(add_code, f"in the log {number}")
        for name in ("", "-wal"):
            shutil.copyfile(f"{logged}{name}", folder / f"kept{name}")
    for name in ("", "-wal"):
        (folder / f"kept{name}").replace(f"{logged}{name}")
    return plain, logged


def encrypted(plain: Path) -> Path:
    """The same study, encrypted."""
    path = plain.with_name("encrypted.crosscase")
    shutil.copyfile(plain, path)
    reseal.encrypt(path, KEY)
    return path


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes as a failing disk or a careless program leaves them."""
    out, what = bytearray(data), chance.randrange(6)
    at = chance.randrange(len(out))
    page = at // PAGE * PAGE
    if what <= 1:
        for _ in range(chance.choice((1, 1, 4, 40))):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    elif what == 2:
        del out[at:]
    elif what == 3:
        out[page : page + PAGE] = bytes(PAGE)
    elif what == 4:
        other = chance.randrange(len(out)) // PAGE * PAGE
        out[page : page + PAGE] = out[other : other + PAGE]
    else:
        out[at : at + 200] = chance.randbytes(len(out[at : at + 200]))
    return bytes(out)


def asked(path: Path) -> str:
    """Ask the command line about a study file; a sentence when it did not answer as it should."""
    out = path.with_name("rescued.crosscase")
    for words in (
        ("info", path), ("log", path), ("verify", path), ("codebook", path), ("code", path, "--list"),
        ("codebook", path, "add", "one more", "--as", "Ines"), ("rescue", path, out),
    ):  # fmt: skip
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = main([str(word) for word in words])
        text = said.getvalue()
        if status not in (0, 1):
            return f"{words[0]} ended with {status}: {text[-300:]}"
        if "Traceback" in text or "inside crosscase" in text:
            return f"{words[0]}: {text[-500:]}"
        if status and not text.strip():
            return f"{words[0]} said nothing"
    return ""


def tried(file: Path, number: int, seed: int, folder: Path) -> str:
    """Damage a study file (or the log beside it) and ask about it."""
    chance = random.Random(f"{seed}:{number}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path, log = folder / "study.crosscase", Path(f"{file}-wal")
    data, logged = file.read_bytes(), log.read_bytes() if log.exists() else b""
    if logged and chance.random() < 0.7:
        logged = damaged(logged, chance)
    else:
        data = damaged(data, chance)
    path.write_bytes(data)
    if logged:
        path.with_name(path.name + "-wal").write_bytes(logged)
    return asked(path)
