"""Tests, in the same tree as `src/crosscase`."""

from __future__ import annotations
