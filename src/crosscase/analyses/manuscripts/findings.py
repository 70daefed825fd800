"""What an audit finds: a kind, a place, what is the matter, and what to do.

A *fault* is wrong as it stands. Something *to look at* is for a person to decide. `KINDS` says of each kind what it is.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscase.model.manuscripts import Where

Weight = Literal["fault", "look"]

KINDS: dict[str, str] = {
    "orphan identifier": "An identifier, or the code of a case, that nobody and nothing in the sample has.",
    "number above the cell": "An identifier whose number is higher than the people of its case and role are many.",
    "altered": "Printed words differ from what was said, and do not say so.",
    "missing": "Printed words stand in no transcript.",
    "misattributed": "The words were said by somebody else.",
    "printed twice": "The same words are quoted at two places.",
    "without consent": "The person quoted did not agree to be quoted.",
    "recognisable": "What is printed beside a quotation fits one person of the sample alone.",
    "small cell": "A table counts fewer people in a cell than the least number that is printed.",
    "never quoted": "Nobody of a role, case or group is quoted, though by their share somebody would be.",
    "quoted most": "One person, role, case or group is quoted far beyond their share.",
    "one voice": "Under a heading all quotations are of one person, or of one role or case.",
    "without support": "A sentence says how many, and neither a count nor a claim of the study bears it out.",
    "against the count": "A sentence says how many, and the sample or the claim of the study says something else.",
    "drifted heading": "A heading is nearly, and not quite, the label of a theme; or a theme has no heading.",
    "margins": "The margins or percentages of a table do not add up.",
}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding.

    Attributes:
        where: in the manuscript; `places`: further ones of the same.
        words: of the manuscript, shortened.
        what: what is the matter; do: what to do about it.
        about: identifiers, codes or labels that it is about.
    """

    kind: str
    weight: Weight
    where: Where
    what: str
    do: str
    words: str = ""
    about: tuple[str, ...] = ()
    places: tuple[Where, ...] = ()


class VoiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A role, case, group or person.

    Attributes:
        of: `role`, `case`, `person`, or the name of a grouping.
        people, quoted: in the sample, and of these quoted.
        quotations: theirs; expected: by their share of the sample.
    """

    of: str
    label: str
    people: int
    quoted: int
    quotations: int
    expected: float


def shortened(words: str, most: int = 90) -> str:
    """Words in one line, cut in the middle where they are long."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    half = (most - 3) // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def listed(names: list[str], most: int = 6) -> str:
    """Names in a row, the rest counted."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown
