"""Whether a study is whole: `verify`, which says what was checked, what does not hold, what that means and what to do.

It reads a study only. Repairing is a researcher's decision, and the damaged file is evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.cli.output import counted, json_option, note, print_json, say, shown
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    from crosscase.store.checking import Fault, Verified
    from crosscase.study import Study

_MOST = 10
"""Faults of one part that are printed; `--json` has them all."""

_MEANS = {
    "file": (
        "The file itself is damaged: by a failing disk, a copy that was cut short, a program that synchronises "
        "folders, or by hand. What the other parts say may follow from that."
    ),
    "journal": (
        "The record of who did what is not what was written. The entries named were changed, damaged or taken out; all "
        "others are as they were."
    ),
    "signatures": (
        "A signature does not belong to what it stands by: the entry or the signature was changed, or somebody signed "
        "in another's name."
    ),
    "this copy": "What this copy remembers of itself is wrong; what was done and written is not concerned.",
    "vault": "Words are not those that were written, or are missing. Do not quote the passages concerned.",
    "originals": "An original file is not the one that came in. The transcript made of it is a text of its own.",
    "tables": (
        "The journal and the words hold; what is worked out of them was changed from outside or is damaged. What "
        "screens and reports show of the things named may be wrong. Nothing is lost: the tables can be made again."
    ),
    "places": "Something is shown on other words than those it was put on. Do not quote the passages concerned.",
    "search": "A search may miss words or show wrong places. Nothing is lost.",
}
"""What a fault in each part means for a researcher."""


class FaultsError(CrosscaseError):
    """The study does not hold what it should."""

    code = "faults"

    def __init__(self, count: int, where: str) -> None:
        super().__init__(
            f"{counted(count, 'fault')} found. Keep this file as it is: it is evidence. 'crosscase restore' takes a "
            f"backup; where there is none, 'crosscase rescue {where} NEW' saves all that holds in a new study and "
            "lists what is lost."
        )


@command(
    "verify", examples=["crosscase verify peers.crosscase", "crosscase verify peers.crosscase --json > verified.json"]
)
@target
@json_option
def verify(target: Target, as_json: bool) -> None:
    """Check that the study file is whole.

    The file and its indexes, every entry and its chain, signatures, every piece of text and every original file, the
    tables against the journal, and every place against its text. One changed byte is found, and where it is in the
    journal the entry is named. Nothing is changed. Exit 0: all holds; 1: something does not, and what is listed.
    """
    from crosscase.cli.waiting import waiting
    from crosscase.reads.whole import examined

    with reading(target) as study:
        with waiting("Verifying"):
            found = examined(study.store)
        entries, version = _size(study)
    if as_json:
        print_json(
            {
                "holds": not found.faults, "faults": [str(fault) for fault in found.faults], "entries": entries,
                "version": version, "checked": [f"{one.where}: {one.what}" for one in found.checked],
                "notes": list(found.notes),
            }
        )  # fmt: skip
    else:
        _told(found)
        if not found.faults:
            say(
                f"All holds: {counted(entries, 'entry', 'entries')}, version {version[:12]}. Nothing was changed from "
                "outside, lost or damaged."
            )
    if found.faults:
        raise FaultsError(len(found.faults), target.shown)


def _told(found: Verified) -> None:
    faulty: dict[str, list[Fault]] = {}
    for fault in found.faults:
        faulty.setdefault(fault.where, []).append(fault)
    width = max((len(one.where) for one in found.checked), default=0)
    for one in found.checked:
        if one.where not in faulty:
            say(f"{one.where:<{width}}  {one.what}.")
    for text in found.notes:
        say(f"Note. {text}")
    for where, faults in faulty.items():
        for fault in faults[:_MOST]:
            note(shown(str(fault)))
        if len(faults) > _MOST:
            note(f"{where}: and {len(faults) - _MOST:,} more; --json lists them all.")
        note(f"  {_MEANS.get(where, '')}")


def _size(study: Study) -> tuple[int, str]:
    """How many entries there are, and the version; of a study that is damaged, as far as that can be read."""
    from crosscase.store.checking import UnreadableError, lenient, records

    try:
        with lenient(study.store) as connection:
            ((entries,),) = records(connection, "SELECT count(*) FROM entry")
        return entries, study.version
    except (UnreadableError, ValueError):
        return 0, ""
