"""The small study of the reports' tests is the one consents are tried on."""

from __future__ import annotations

from tests.reports.conftest import full, small

__all__ = ["full", "small"]
