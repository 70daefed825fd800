"""The study as columns: an immutable snapshot at one version, and arithmetic on stretches of text."""

from __future__ import annotations

from crosscase.frames.reader import READ, Reader
from crosscase.frames.snapshot import Snapshot

__all__ = ["READ", "Reader", "Snapshot"]
