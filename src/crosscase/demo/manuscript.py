"""An invented paper about the demonstration study, and the faults that an audit finds in its first draft.

`corrected()` is a paper with nothing wrong in it that can be counted or compared; `draft()` is the same with every
fault of `PLANTED`. Each fault by itself is what the tests show to be found, and nothing else with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Fault(NamedTuple):
    """A fault: the kind of finding, whom or what it is about, and what is put in the place of what."""

    kind: str
    about: str
    changes: tuple[tuple[str, str], ...]


_MOST = """## Discussion

### Who rings whom

“And they came in and told me it, they didn't ask me” (team manager, public sector). “And I don't blame them, because I ring the on-call director and do the same thing to him” (team manager, public sector). “I made them type it into the template, and the template hasn't got stick men” (team manager, public sector). “If you share a sandwich you've each got half. This, everybody's got a whole one” (team manager, public sector). On the other side of it: “It was supposed to be twelve months, and they noticed and by then it was too embarrassing” (peer worker, public sector).

## What follows
"""

_ONE_ROLE = """## Discussion

### In the right order

“I want to say it in the order it went, because it gets told in the wrong order” (peer worker, independent sector). “You touch somebody's head, they tell you about their marriage, they pay you” (CINPW02). “It was supposed to be twelve months, and they noticed and by then it was too embarrassing” (peer worker, public sector).

## What follows
"""

PLANTED: tuple[Fault, ...] = (
    Fault("orphan identifier", "QUISU01", (("(HAZSU01)", "(QUISU01)"),)),
    Fault("orphan identifier", "KIT", (("the service HAZ", "the service KIT"),)),
    Fault("number above the cell", "BRKST04", (("(BRKST01)", "(BRKST04)"),)),
    Fault("altered", "FENMA01", (("what's a key and what isn't”", "what's a key and what's a nuisance”"),)),
    Fault("altered", "GORSU02", (("not my name […] a sheet", "not my name, a sheet"),)),
    Fault(
        "missing", "ELMST02",
        (("At quarter to eleven no one on this earth has a rationale", "Nobody ever wrote down what we had really been doing there"),),
    ),
    Fault("misattributed", "JUNPW01", (("(DUNPW01, peer worker)", "(JUNPW01, peer worker)"),)),
    Fault("misattributed", "team manager, joint", (("nice name for it. (team manager, independent", "nice name for it. (team manager, joint"),)),
    Fault(
        "printed twice", "They want my name",
        (("carry more than was written down.", "carry more than was written down. “They want my name in the entry – discussed with Team Manager” (team manager, public sector)."),),
    ),
    Fault("recognisable", "ALDMA01", (("can sleep. (team manager, public sector)", "can sleep. (ALDMA01)"),)),
    Fault(
        "never quoted", "strategic manager",
        (
            ("> It's got restrictive practice on it by ward, month by month, and you can cut it by ethnicity. (BRKSM01, strategic manager)\n\n", ""),
            (" Others took care to speak for nobody else.\n\n> What follows are my own views and not those of the board. (strategic manager, joint sector)\n", "\n"),
        ),
    ),
    Fault("recognisable", "DUNCO01", (("the board. (strategic manager, joint sector)", "the board. (DUNCO01)"),)),
    Fault(
        "small cell", "Team managers, independent: 4",
        (("| Managers | 12 | 10 | 9 | 31 |", "| Team managers | 5 | 5 | 4 | 14 |\n| Strategic managers | 7 | 5 | 5 | 17 |"),),
    ),
    Fault("quoted most", "ALDMA01", (("## Discussion\n", _MOST),)),
    Fault("one voice", "peer worker", (("## Discussion\n", _ONE_ROLE),)),
    Fault("without support", "Most team managers", (("In all, 11 of 14 team managers said", "Most team managers said"),)),
    Fault("against the count", "", (("10 of 10 cases", "10 of 12 cases"),)),
    Fault("drifted heading", "Risk shared or passed up", (("### Risk shared or passed up", "### Risk shared, or passed upwards"),)),
    Fault("margins", "", (("| 28 | 27 | 36 | 91 |", "| 28 | 27 | 36 | 93 |"),)),
    Fault("margins", "", (("14 (64%)", "14 (74%)"),)),
)  # fmt: skip


def corrected() -> str:
    """The paper without faults, in Markdown."""
    return Path(__file__).with_name("manuscript.md").read_text(encoding="utf-8")


def with_fault(fault: Fault, text: str = "") -> str:
    """A paper with one fault more.

    Raises:
        ValueError: what it stands in the place of is not there.
    """
    text = text or corrected()
    for old, new in fault.changes:
        if old not in text:
            message = f"{old[:60]!r} is not in the paper."
            raise ValueError(message)
        text = text.replace(old, new, 1)
    return text


def draft() -> str:
    """The first draft, with every fault that can stand beside the others."""
    text = corrected()
    seen: set[str] = set()
    for fault in PLANTED:
        changed = all(old in text for old, _ in fault.changes)
        if changed:
            text = with_fault(fault, text)
            seen.add(fault.kind)
    return text


def write_papers(folder: Path) -> None:
    """Write the first draft and the corrected paper into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "first-draft.md").write_text(draft(), encoding="utf-8")
    (folder / "corrected.md").write_text(corrected(), encoding="utf-8")
