"""Where a proposed change belongs in a draft as it reads now.

The paragraph is looked for as it was; where it was changed since, the one that is most like it takes the change, if the
change fits. A new paragraph goes after the one it followed.

What a careful reader would get wrong: the same paragraph may stand twice. The first is taken, and only one is changed.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from crosscase.analyses.drafts.carrying import carried
from crosscase.analyses.drafts.units import Unit, units

LIKE = 0.6
"""From this share of the words two paragraphs are taken for one that was changed."""


def placed(text: str, before: str, after: str, follows: str) -> str | None:
    """The text with a paragraph changed, put in or taken out; None where it has no place any more."""
    here = units(text)
    if not before:
        return _put_in(text, here, after, follows)
    at = nearest(before, [one.text for one in here])
    if at is None:
        return None
    unit = here[at]
    became = carried(before, after, unit.text) if after else ("" if unit.text == before else None)
    if became is None:
        return None
    if became:
        return text[: unit.start] + became + text[unit.end :]
    above, below = text[: unit.start].rstrip("\n"), text[unit.end :].lstrip("\n")
    gap = max(unit.start - len(above), len(text) - unit.end - len(below))
    return above + "\n" * gap + below if above and below else above or below


def _put_in(text: str, here: list[Unit], after: str, follows: str) -> str | None:
    if not follows:
        return f"{after}\n\n{text}" if text else after
    at = nearest(follows, [one.text for one in here])
    if at is None:
        return None
    unit = here[at]
    between = "\n" if unit.nature == "item" and after.lstrip()[:1] in "-*+0123456789" else "\n\n"
    return text[: unit.end] + between + after + text[unit.end :]


def nearest(words: str, among: list[str]) -> int | None:
    """Which of these is a paragraph, as it is or changed a little; None where none is."""
    if words in among:
        return among.index(words)
    wanted = words.split()
    best, share = None, LIKE
    for number, one in enumerate(among):
        matcher = SequenceMatcher(None, wanted, one.split(), autojunk=False)
        if matcher.real_quick_ratio() >= share and matcher.quick_ratio() >= share and matcher.ratio() >= share:
            best, share = number, matcher.ratio() + 1e-9
    return best
