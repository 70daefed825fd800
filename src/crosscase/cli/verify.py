"""Whether a study is whole: `verify`."""

from __future__ import annotations

from crosscase.cli.output import counted, json_option, note, print_json, say, shown
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.errors import CrosscaseError


class FaultsError(CrosscaseError):
    """The study does not hold what it should."""

    code = "faults"

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{counted(count, 'fault')} found. Work on a copy of the file, and keep this one: it is evidence."
        )


@command("verify", examples=["crosscase verify peers.crosscase"])
@target
@json_option
def verify(target: Target, as_json: bool) -> None:
    """Check that the study file is whole.

    Every entry against its digest, every chain, and the tables against the journal. Exit 0: all holds; 1: something
    does not, and what is listed.
    """
    from crosscase.cli.waiting import waiting

    told: list[str] = []
    with reading(target) as study:
        with waiting("Verifying"):
            faults = study.verify(told.append)
        entries, version = len(study.log()), study.version
    lines = [str(fault) for fault in faults]
    if as_json:
        print_json({"holds": not faults, "faults": lines, "entries": entries, "version": version})
    else:
        for line in lines:
            note(shown(line))
        if not faults:
            say(f"All holds: {counted(entries, 'entry', 'entries')}, version {version[:12]}.")
    if faults:
        raise FaultsError(len(faults))
