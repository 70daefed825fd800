"""Real names of participants never leave a study: each of their letters is covered wherever it stands."""

from __future__ import annotations

import re
from typing import Any

from crosscase.model import Participant
from crosscase.study import Study

HIDDEN = "▒"
"""Stands for a letter that may not be shown, so that what follows keeps its place."""


class Nameless:
    """Covers the real names of a study's participants, in any case of letters, and keeps the length of what is said."""

    def __init__(self, study: Study) -> None:
        names = {" ".join(one.name.split()) for one in study.rows(Participant) if one.name.strip()}
        words = sorted((r"[\W_]+".join(map(re.escape, name.split())) for name in names), key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None

    def text(self, said: str) -> str:
        """The text with a mark for each character of a real name; its length stays."""
        return self._names.sub(lambda found: HIDDEN * len(found[0]), said) if self._names else said

    def cell(self, value: Any) -> Any:
        """The same for a text, a list of texts, or what is neither."""
        if isinstance(value, tuple):
            return tuple(map(self.cell, value))
        return self.text(value) if isinstance(value, str) else value
