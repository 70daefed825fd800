"""What participants were given to read: to whom, when, what they said to it, and what was changed for it.

COREQ (Tong, Sainsbury & Craig 2007) asks for it in items 23 (transcripts returned) and 28 (participants' feedback on
the findings).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import GivenBack, Id, Participant, Source
from crosscase.model.contrasts import GivenNature
from crosscase.model.values import date_text
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, given, id_given
from crosscase.verbs.registry import Verb


class NobodyNamedError(BadValueError):
    """Nobody is named who was given something."""

    code = "nobody-named"

    def __init__(self) -> None:
        super().__init__("Say to whom it was given: name at least one participant.")


class BadDayError(BadValueError):
    """A day that cannot be read."""

    code = "bad-day"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not a date that can be read without guessing. Write 2024-05-31, 2024-05 or 2024. "
            "Nothing was changed."
        )


def _day(text: str) -> str:
    if not text.strip():
        return ""
    found = date_text(text)
    if not found:
        raise BadDayError(text)
    return found


def add_given(
    act: Act,
    participants: Sequence[Id],
    *,
    nature: GivenNature = "transcript",
    source: Id | None = None,
    date: str = "",
    said: str = "",
    changed: str = "",
) -> list[Id]:
    """Write down that participants were given a transcript, a summary or the findings to read.

    Args:
        source: the transcript, where it is one of them.
        date: when, as `2024-05-31`, `2024-05` or `2024`.
        said: what they said to it; changed: what was changed for it.

    Raises:
        NobodyNamedError: no participant is named.
        BadDayError: the date cannot be read.
    """
    choice(nature, GivenNature, "kind of thing to give back")
    if not participants:
        raise NobodyNamedError
    all_there(act, Participant, participants)
    made = GivenBack(
        participant="", nature=nature, source=id_given(act, Source, source), date=_day(date), said=said.strip(),
        changed=changed.strip(),
    )  # fmt: skip
    to = dict.fromkeys(participants)
    return [one.id for one in act.add_all([msgspec.structs.replace(made, participant=person) for person in to])]


def change_given(
    act: Act,
    given_back: Id,
    *,
    nature: GivenNature | None = None,
    source: Id | None = None,
    date: str | None = None,
    said: str | None = None,
    changed: str | None = None,
) -> None:
    """Write down what somebody said to what they were given, or what was changed for it; what is not given stays.

    An empty source takes it away.
    """
    if nature is not None:
        choice(nature, GivenNature, "kind of thing to give back")
    fields = given(
        nature=nature, said=said.strip() if said is not None else None,
        changed=changed.strip() if changed is not None else None, date=_day(date) if date is not None else None,
    )  # fmt: skip
    if source is not None:
        fields["source"] = id_given(act, Source, source)
    act.change(GivenBack, given_back, **fields)


def remove_given(act: Act, given_back: Id) -> None:
    """Remove what was written down by mistake."""
    act.get(GivenBack, given_back)
    act.remove_whole(GivenBack, [given_back])


VERBS = (
    Verb("given.add", add_given),
    Verb("given.change", change_given),
    Verb("given.remove", remove_given),
)
