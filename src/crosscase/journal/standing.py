"""Which acts are in effect, and what the next undo or redo would be.

Undo is an entry like any other that names the entry it turns round; redo turns round an undo. An entry is in effect
unless an entry in effect undoes it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscase.model import Id


class Line(msgspec.Struct, frozen=True):
    """What is needed of an entry, in the order of the journal."""

    entry: Id
    by: Id
    undoes: Id


class Standing:
    """The acts in effect among entries given in the order of the journal."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        self._undoes = {line.entry: line.undoes for line in self._lines if line.undoes}
        self._undone_by: dict[Id, Id] = {}
        for line in reversed(self._lines):
            # Later ones first: an undo that was itself undone has no effect by the time we reach it.
            if line.undoes and line.entry not in self._undone_by:
                self._undone_by.setdefault(line.undoes, line.entry)

    def undone(self, entry: Id) -> bool:
        """Whether an entry is turned round by one in effect."""
        return entry in self._undone_by

    def act_behind(self, entry: Id) -> Id:
        """The act that an undo or redo is about in the end."""
        while entry in self._undoes:
            entry = self._undoes[entry]
        return entry

    def is_undo(self, entry: Id) -> bool:
        """Whether an entry takes an act away (a redo brings one back)."""
        depth = 0
        while entry in self._undoes:
            entry, depth = self._undoes[entry], depth + 1
        return depth % 2 == 1

    def cancelled(self, entry: Id, since: set[Id]) -> bool:
        """Whether an entry has no effect of its own: undone, or turning round one of `since` (an undo or a redo)."""
        return self.undone(entry) or self._undoes.get(entry) in since

    def next_undo(self, member: Id) -> Id | None:
        """The member's last act that is in effect: the entry that an undo would turn round."""
        undo, _ = self._stacks(member)
        return undo[-1] if undo else None

    def next_redo(self, member: Id) -> Id | None:
        """The undo that a redo would turn round, if the member has done nothing else since."""
        _, redo = self._stacks(member)
        return redo[-1] if redo else None

    def _stacks(self, member: Id) -> tuple[list[Id], list[Id]]:
        undo: list[Id] = []
        redo: list[Id] = []
        for line in self._lines:
            if line.by != member:
                continue
            if not line.undoes:
                undo.append(line.entry)
                redo.clear()
            elif line.undoes in undo:
                undo.remove(line.undoes)
                redo.append(line.entry)
            elif line.undoes in redo:
                redo.remove(line.undoes)
                undo.append(line.entry)
        return undo, redo
