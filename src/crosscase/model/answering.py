"""What fits as an answer to an item of a questionnaire, and how it is kept.

Options are kept as the item writes them, numbers as canonical text (`12.5`), several options in the order in which the
item lists them. Nothing here guesses: what does not fit gives None, and `wanted` says what would.

What a careful reader would get wrong: the number of a step is no answer by itself. Whether `5` is the fifth step, or
the first of a scale that was turned round, is known where the numbers come from (see the importer of answers).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from crosscase.model.fieldwork import QuestionNature
from crosscase.model.values import number_text

WITH_OPTIONS: Final[tuple[QuestionNature, ...]] = ("likert", "one", "many")
"""Natures of items that are answered by choosing."""


def folded(text: str) -> str:
    """A wording or an option for comparing: letter case, spaces and the dot at the end do not matter."""
    return " ".join(text.split()).casefold().rstrip(".:?!…")


def fitted(nature: QuestionNature, options: Sequence[str], given: Sequence[str]) -> tuple[str, ...] | None:
    """The values as they are kept; None: they do not fit the item."""
    said = [text.strip() for text in given if text.strip()]
    if not said or nature == "open":
        return None
    if nature in WITH_OPTIONS:
        places = {folded(option): place for place, option in enumerate(options)}
        found = {places.get(folded(text), -1) for text in said}
        if -1 in found or (nature != "many" and len(found) > 1):
            return None
        return tuple(options[place] for place in sorted(found))
    if nature == "text":
        return ("\n".join(said),)
    number = number_text(said[0]) if len(said) == 1 else None
    return None if number is None else (number,)


def wanted(nature: QuestionNature, options: Sequence[str]) -> str:
    """What would fit, in words."""
    if nature == "open":
        return "nothing: it is answered in talk, so map turns to it"
    if nature in WITH_OPTIONS:
        return f"{'some' if nature == 'many' else 'one'} of: {', '.join(options)}"
    return "a number" if nature == "number" else "words"
