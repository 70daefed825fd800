"""A power cut: what was written but not yet brought to the disk is gone as well.

A study lies on an ext4 file system in a file of ours. When its process is killed, that file is copied at once: it holds
what the file system has handed to its disk by then, and nothing of what it still kept in memory (its own commits are
put off for ten minutes). The copy is mounted, which lets the file system recover as it would after a power cut, and the
study in it has to hold.

What a careful reader would get wrong: a disk that says it has written what it has not is not tried here, and cannot be
guarded against by any program.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.crash import traced
from tests.crash.acts import Act
from tests.crash.ground import Ground
from tests.crash.more_acts import EVERYTHING
from tests.crash.places import AS_ROOT
from tests.crash.trial import Aim, Field

pytestmark = pytest.mark.slow

ACTS = (
    "code.add",
    "coding.apply_all",
    "source.correct",
    "merge",
    "restore",
    "change-passphrase",
    "backup",
    "names register",
)


def run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


class PowerCut(Field):
    """Trials on a disk that is cut off."""

    def __init__(self, ground: Ground, image: Path, disk: Path, after: Path) -> None:
        super().__init__(ground, ways=("write",), place=disk / "trials")
        self.image, self.disk, self.after = image, disk, after

    def _run(self, act: Act, folder: Path, aim: Aim) -> tuple[traced.Fallen, list[list[Any]]]:
        handle = os.open(folder, os.O_RDONLY)
        ctypes.CDLL(None).syncfs(handle)
        os.close(handle)
        return super()._run(act, folder, aim)

    def look(self, act: Act, folder: Path, told: list[list[Any]], whole: int, earlier: int = 0) -> bool:
        copy = self.image.with_name("after.img")
        shutil.copyfile(self.image, copy)
        run("mount", "-o", "loop", copy, self.after)
        try:
            return super().look(act, self.after / folder.relative_to(self.disk), told, whole, earlier)
        finally:
            run("umount", self.after)


def test_power_cuts(ground: Ground, state: Path, tmp_path: Path) -> None:
    if not (AS_ROOT and shutil.which("mkfs.ext4") and traced.works()):
        pytest.skip("mounting a file system of one's own, and tracing, are not to be had here")
    image, disk, after = tmp_path / "disk.img", tmp_path / "disk", tmp_path / "after"
    for folder in (disk, after):
        folder.mkdir()
    with image.open("wb") as file:
        file.truncate(32 << 20)
    run("mkfs.ext4", "-q", image)
    try:
        run("mount", "-o", "loop,commit=600", image, disk)
    except subprocess.CalledProcessError:
        pytest.skip("no loop device can be had here")
    chance, killed = random.Random(int(os.environ.get("CROSSCASE_SEED", "7"))), 0
    try:
        field = PowerCut(ground, image, disk, after)
        acts = [act for act in EVERYTHING if act.name in ACTS]
        for _ in range(int(os.environ.get("CROSSCASE_POWER_CUTS", "1"))):
            for act in acts:
                killed += field.trial(act, chance).killed
    finally:
        run("umount", disk)
    assert killed > 0
