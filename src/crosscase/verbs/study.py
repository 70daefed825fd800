"""What the study is about: its title, aims, questions, ethics reference, identifier grammar and primary grouping.

The settings are one row, made with the study together with its first member, who owns it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from crosscase.errors import BadValueError, RefusedError
from crosscase.model import Attribute, Id, Member, Settings
from crosscase.model.grammar import GrammarError
from crosscase.reads.identifiers import ambiguous, identifiers_of, in_words, misfits
from crosscase.store.act import Act
from crosscase.verbs.checks import given, label, labels
from crosscase.verbs.registry import Verb

_KEY_BYTES = 32


class BegunError(RefusedError):
    """A study is begun only once."""

    code = "begun"

    def __init__(self) -> None:
        super().__init__("This study has begun already. Change its settings instead.")


class NotGroupingError(BadValueError):
    """A primary grouping has to be a grouping."""

    code = "not-grouping"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is not a grouping. Make it one first: a one-of attribute of cases.")


def begin_study(act: Act, title: str, name: str) -> Id:
    """Begin a study that is empty so far; the member of that name, who owns it."""
    if act.rows(Settings):
        raise BegunError
    act.add(Settings(title=label(title, "A study needs a title."), key=secrets.token_hex(_KEY_BYTES)))
    return act.add(Member(name=label(name, "A member needs a name."), permission="owner")).id


def change_settings(
    act: Act,
    *,
    title: str | None = None,
    aims: str | None = None,
    questions: Sequence[str] | None = None,
    ethics: str | None = None,
    grammar: str | None = None,
    primary: Id | None = None,
    invented: str | None = None,
) -> tuple[str, ...]:
    """Say what the study is about; what is not given stays, and an empty text takes a setting away.

    Returns the identifiers that do not follow a new grammar; they stay as they are.

    Args:
        questions: the research questions, all of them.
        grammar: see `model.grammar`.
        primary: the grouping that leads in tables.
        invented: the sentence that every product carries when the data are made up.

    Raises:
        NoNameError: the title is empty.
        NotGroupingError: the primary grouping is none.
        GrammarError: the grammar does not do, or not with the codes that cases and roles have.
    """
    settings = act.rows(Settings)[0]
    fields = given(aims=aims, ethics=ethics, invented=invented)
    if title is not None:
        fields["title"] = label(title, "A study needs a title.")
    if questions is not None:
        fields["questions"] = labels(questions)
    if primary is not None:
        fields["primary"] = _grouping(act, primary)
    if grammar is not None:
        fields["grammar"] = grammar.strip()
        _check_grammar(act, fields["grammar"])
    act.change(Settings, settings.id, **fields)
    return misfits(act) if grammar else ()


def _grouping(act: Act, attribute: Id) -> Id | None:
    if not attribute:
        return None
    found = act.get(Attribute, attribute)
    if not found.grouping:
        raise NotGroupingError(found.name)
    return found.id


def _check_grammar(act: Act, template: str) -> None:
    clash = ambiguous(identifiers_of(act, template))
    if clash:
        composed, readings = clash
        ways = " or ".join(in_words(reading) for reading in readings)
        raise GrammarError(template, f"with the codes of this study, {composed} could be {ways}")


VERBS = (
    Verb("study.new", begin_study, "own"),
    Verb("study.change", change_settings),
)
