"""What a finding has to stand against: other explanations of it, and cases in which it was expected (Yin 2018).

What a careful reader would get wrong: a rival that is *ruled out* is kept and printed with its reason, like all others.
"""

from __future__ import annotations

from typing import Any

from crosscase.model import Case, Code, Id, Replication, Rival, Row, Theme, derived_id
from crosscase.model.contrasts import Found, ReplicationNature, RivalDisposition
from crosscase.store.act import Act
from crosscase.verbs.checks import ChoiceError, NoNameError, choice, given
from crosscase.verbs.registry import Verb

_NO_EXPLANATION = "A rival explanation needs to be told."
_NO_REASON = "A rival that is no longer open needs a reason."
_ABOUT: dict[str, type[Row]] = {"theme": Theme, "code": Code}


def add_rival(
    act: Act,
    about_kind: str,
    about: Id,
    explanation: str,
    *,
    disposition: RivalDisposition = "open",
    reason: str = "",
) -> Id:
    """Write down another explanation of what a theme or a code says, and what became of it.

    Raises:
        NoNameError: it is not told; or it is no longer open, and nothing says why.
    """
    if about_kind not in _ABOUT:
        raise ChoiceError(about_kind, tuple(_ABOUT), "kind of finding")
    act.get(_ABOUT[about_kind], about)
    rival = Rival(about_kind=about_kind, about=about, explanation=explanation.strip())
    return act.add(_with(rival, explanation=explanation, disposition=disposition, reason=reason)).id


def change_rival(
    act: Act,
    rival: Id,
    *,
    explanation: str | None = None,
    disposition: RivalDisposition | None = None,
    reason: str | None = None,
) -> None:
    """Change a rival explanation, or say what became of it and why; what is not given stays.

    Raises:
        NoNameError: it is not told; or it is no longer open, and nothing says why.
    """
    known = act.get(Rival, rival)
    becomes = _with(known, **given(explanation=explanation, disposition=disposition, reason=reason))
    act.change(
        Rival, rival, explanation=becomes.explanation, disposition=becomes.disposition, reason=becomes.reason
    )  # fmt: skip


def remove_rival(act: Act, rival: Id) -> None:
    """Remove a rival explanation that was written down by mistake; one that failed is kept, as ruled out."""
    act.get(Rival, rival)
    act.remove_whole(Rival, [rival])


def _with(rival: Rival, **fields: Any) -> Rival:
    told = {name: value.strip() if name != "disposition" else value for name, value in fields.items()}
    choice(told.get("disposition", rival.disposition), RivalDisposition, "disposition of a rival explanation")
    becomes = Rival(
        id=rival.id, about_kind=rival.about_kind, about=rival.about,
        explanation=told.get("explanation", rival.explanation),
        disposition=told.get("disposition", rival.disposition), reason=told.get("reason", rival.reason),
    )  # fmt: skip
    if not becomes.explanation:
        raise NoNameError(_NO_EXPLANATION)
    if becomes.disposition != "open" and not becomes.reason:
        raise NoNameError(_NO_REASON)
    return becomes


def replication_id(theme: Id, case: Id) -> Id:
    """The id of what a theme lets expect of a case."""
    return derived_id("replication", theme, case)


def set_replication(
    act: Act,
    theme: Id,
    case: Id,
    *,
    nature: ReplicationNature | None = None,
    expected: str | None = None,
    found: Found | None = None,
    note: str | None = None,
) -> Id:
    """Say what a theme lets expect of a case, and what was found there; what is not given stays.

    Args:
        nature: literal, the same is expected; theoretical, a contrast, for a reason that was foreseen.
    """
    act.get(Theme, theme)
    act.get(Case, case)
    if nature is not None:
        choice(nature, ReplicationNature, "kind of replication")
    if found is not None:
        choice(found, Found, "outcome of a replication")
    fields = given(nature=nature, expected=expected, found=found, note=note)
    id = replication_id(theme, case)
    if act.rows(Replication, id=id):
        act.change(Replication, id, **fields)
    else:
        act.ensure_all([Replication(id=id, theme=theme, case=case, **fields)])
    return id


def remove_replication(act: Act, theme: Id, case: Id) -> int:
    """Take away what a theme lets expect of a case; whether there was something."""
    there = [one.id for one in act.rows(Replication, id=[replication_id(theme, case)])]
    act.remove_whole(Replication, there)
    return len(there)


VERBS = (
    Verb("rival.add", add_rival),
    Verb("rival.change", change_rival),
    Verb("rival.remove", remove_rival),
    Verb("replication.set", set_replication),
    Verb("replication.remove", remove_replication),
)
