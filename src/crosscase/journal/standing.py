"""Which acts are in effect, and what the next undo or redo would be.

Undo is an entry like any other that names the entry it turns round; redo turns round an undo. So every act has a row
of turns behind it, and it is as the last of them in the order of the journal left it. That holds after a merge too,
when two members undid the same act at once: the tables follow the last write, and so does this.

What a careful reader would get wrong: "the last thing Ines undid" and "what is undone" are two questions. Her act may
have been taken back by somebody else, or brought back on another copy; neither is offered to her again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from crosscase.model import Id


class Line(msgspec.Struct, frozen=True):
    """What is needed of an entry, in the order of the journal."""

    entry: Id
    by: Id
    undoes: Id


class Standing:
    """The acts in effect, from the entries that undo or redo something; other entries may be given or left out."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._undoes: dict[Id, Id] = {}
        self._turns: dict[Id, list[Id]] = {}
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """Take in the entry that comes next in the order."""
        if line.undoes:
            self._undoes[line.entry] = line.undoes
            self._turns.setdefault(self.act_behind(line.entry), []).append(line.entry)

    def _behind(self, entry: Id) -> tuple[Id, int]:
        at, depth = entry, 0
        # No entry of ours turns itself round; one that a damaged copy brought must not hold us for ever.
        while at in self._undoes and depth <= len(self._undoes):
            at, depth = self._undoes[at], depth + 1
        return at, depth

    def acts(self) -> Collection[Id]:
        """The acts that were ever undone."""
        return self._turns.keys()

    def act_behind(self, entry: Id) -> Id:
        """The act that an undo or redo is about in the end."""
        return self._behind(entry)[0]

    def is_undo(self, entry: Id) -> bool:
        """Whether an entry takes an act away (a redo brings one back)."""
        return self._behind(entry)[1] % 2 == 1

    def undone(self, entry: Id) -> bool:
        """Whether an entry is no longer in effect: an act taken away, an undo or a redo that a later one turned."""
        act, depth = self._behind(entry)
        turns = self._turns.get(act, [])
        return bool(turns) and self.is_undo(turns[-1]) != (depth % 2 == 1)

    def turns(self, act: Id) -> tuple[Id, ...]:
        """The entries that undid an act or brought it back, in order."""
        return tuple(self._turns.get(act, ()))

    def run(self, entry: Id) -> tuple[Id, ...]:
        """The entries through which an act stands as it does, in order: the act itself, or its last like turns."""
        act = self.act_behind(entry)
        turns = self._turns.get(act, [])
        if not turns:
            return (act,)
        away = self.is_undo(turns[-1])
        first = next((n for n in range(len(turns), 0, -1) if self.is_undo(turns[n - 1]) != away), 0)
        return tuple(turns[first:])


def next_undo(state: Standing, backwards: Iterable[Line], own: Collection[Id]) -> Id | None:
    """The act that an undo would take back: the last of one's own that is in effect.

    One that was brought back counts from then on, so that undo, redo, undo goes to and fro.

    Args:
        backwards: the member's entries, the last first; as many are read as are needed.
        own: which of the acts that the member brought back are their own.
    """
    for line in backwards:
        act = state.act_behind(line.entry)
        mine = not line.undoes or (not state.is_undo(line.entry) and act in own)
        if mine and not state.undone(act):
            return act
    return None


def next_redo(state: Standing, backwards: Iterable[Line]) -> Id | None:
    """The act that a redo would bring back: the last that the member undid, if they have done nothing else since."""
    for line in backwards:
        if not line.undoes:
            return None
        act = state.act_behind(line.entry)
        if state.is_undo(line.entry) and state.undone(act):
            return act
    return None
