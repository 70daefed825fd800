"""Answering what reporting guidelines ask for; one answer serves every guideline that asks the same.

What a careful reader would get wrong: an answer that somebody entered stands before what is computed. Take it away, and
the computed one is there again.
"""

from __future__ import annotations

from crosscase.errors import NotFoundError
from crosscase.model import GuidelineAnswer, Id, derived_id
from crosscase.reads.guideline_items import BY_KEY
from crosscase.store.act import Act
from crosscase.verbs.checks import NoNameError
from crosscase.verbs.registry import Verb


def guideline_answer_id(topic: str) -> Id:
    """The id of the answer to a topic."""
    return derived_id("guideline_answer", topic)


def answer_guideline(act: Act, topic: str, words: str, *, applies: bool = True) -> Id:
    """Answer a topic of the reporting guidelines, or say why it has no place in this study.

    Args:
        topic: its key, see the page on guidelines.
        words: the answer; where it does not apply, the reason.

    Raises:
        NotFoundError: no guideline asks for that.
        NoNameError: nothing is said.
    """
    _check(topic)
    if not words.strip():
        raise NoNameError("An answer needs words; what does not apply needs its reason.")
    row = GuidelineAnswer(id=guideline_answer_id(topic), item=topic, words=words.strip(), applies=applies)
    act.ensure_all([row])
    return row.id


def clear_guideline(act: Act, topic: str) -> None:
    """Take an answer away; what is computed from the study stands again.

    Raises:
        NotFoundError: no guideline asks for that, or nothing was entered.
    """
    _check(topic)
    act.get(GuidelineAnswer, guideline_answer_id(topic))
    act.remove_whole(GuidelineAnswer, [guideline_answer_id(topic)])


def _check(topic: str) -> None:
    if topic not in BY_KEY:
        from difflib import get_close_matches

        what = "topic of the guidelines"
        raise NotFoundError(
            what, topic, tuple(repr(near) for near in get_close_matches(topic, BY_KEY, n=3, cutoff=0.4))
        )


VERBS = (Verb("guideline.answer", answer_guideline), Verb("guideline.clear", clear_guideline))
