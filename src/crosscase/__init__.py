"""Qualitative comparative case studies: from interviews to claims across cases, and back."""

from __future__ import annotations

__version__ = "0.1.0"
