"""The command line: `crosscase COMMAND STUDY …`.

`listing` names every command in one table, so that `crosscase --help` imports none of them; each module here holds
the commands of one subject and does nothing that a verb, a read or an analysis could do.

What a careful reader would get wrong: a command prints what was asked for on standard output and everything else
(progress, what was decided, errors) on standard error, so that output can be piped and read by programs.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 1 refused or something was found, 2 wrong use."""
    from crosscase.cli.failures import guarded
    from crosscase.cli.shape import root

    return guarded(root, args)
