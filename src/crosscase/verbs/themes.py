"""Themes, the evidence that people place under them, and what they were developed from.

The label, the content and the meaning of a theme are written and versioned each on its own. Evidence is codings, for
the theme or against it, one by one; a category in the lineage only suggests candidates, unless it is there *whole*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from crosscase.errors import NotFoundError, RefusedError
from crosscase.journal.fold import closes_circle
from crosscase.model import (
    Analysis,
    Code,
    Coding,
    Evidence,
    Id,
    Lineage,
    NegativeCase,
    Theme,
    WordingChange,
    derived_id,
)
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there, choice, counted, given, label, last_position, put_in_order, refuse_twin
from crosscase.verbs.registry import Verb

Status = Literal["candidate", "final"]
Stance = Literal["for", "against"]
How = Literal["grouped", "split", "promoted", "dropped"]

_NO_LABEL = "A theme needs a label."
_ORIGIN = "category or theme"


class UnderItselfError(RefusedError):
    """A theme would come to lie under itself."""

    code = "under-itself"

    def __init__(self, name: str) -> None:
        super().__init__(f"The theme {name!r} cannot lie under itself or one of its own subthemes.")


class OtherAnalysisError(RefusedError):
    """Themes of two analyses do not lie in one tree."""

    code = "other-analysis"

    def __init__(self, name: str, parent: str) -> None:
        super().__init__(
            f"{name!r} cannot lie under {parent!r}, which belongs to another analysis. "
            "Write down in its lineage what it comes from instead."
        )


class OwnOriginError(RefusedError):
    """A theme cannot have been developed from itself."""

    code = "own-origin"

    def __init__(self, name: str) -> None:
        super().__init__(f"The theme {name!r} cannot have been developed from itself.")


class WholeThemeError(RefusedError):
    """Only a category can stand under a theme as a whole."""

    code = "whole-theme"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is a theme: its evidence stays its own. Only a category can be there whole, with its codings."
        )


class OpenNegativeCasesError(RefusedError):
    """A theme with open negative cases is called final without a word about them."""

    code = "open-negative-cases"

    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            f"{counted(count, 'negative case')} of {name!r} {'is' if count == 1 else 'are'} still open. Say what "
            "became of each, or give a reason (because) why the theme is final all the same."
        )


def evidence_id(theme: Id, coding: Id) -> Id:
    """The id of a coding's place under a theme."""
    return derived_id("evidence", theme, coding)


def lineage_id(theme: Id, origin: Id) -> Id:
    """The id of what a theme has from a category or another theme."""
    return derived_id("lineage", theme, origin)


# Themes


def add_theme(
    act: Act,
    analysis: Id,
    name: str,
    *,
    parent: Id | None = None,
    content: str = "",
    meaning: str = "",
    boundary: str = "",
    story: str = "",
    status: Status = "candidate",
) -> Id:
    """Add a theme to an analysis, or a subtheme to a theme, behind the others.

    Args:
        content: what the theme takes in.
        meaning: the central concept that holds it together.
        boundary: what it leaves out.
        story: how it runs through the cases.
    """
    act.get(Analysis, analysis)
    name = label(name, _NO_LABEL)
    choice(status, Status, "status of a theme")
    if parent:
        _check_parent(act, name, analysis, parent)
    beside = act.rows(Theme, analysis=analysis, parent=parent or None)
    refuse_twin(beside, "label", name, what="label")
    return act.add(
        Theme(
            analysis=analysis, label=name, parent=parent or None, content=content, meaning=meaning, boundary=boundary,
            story=story, status=status, position=last_position(beside),
        )
    ).id  # fmt: skip


def relabel_theme(act: Act, theme: Id, name: str, *, wording_only: bool = False) -> None:
    """Give a theme another label; earlier ones stay in its history.

    Args:
        wording_only: sign-offs stay; whoever signed is shown the change and can contest it.
    """
    known = act.get(Theme, theme)
    name = label(name, _NO_LABEL)
    refuse_twin(act.rows(Theme, analysis=known.analysis, parent=known.parent), "label", name, but=theme, what="label")
    _change_words(act, theme, {"label": name}, wording_only=wording_only)


def write_theme(
    act: Act,
    theme: Id,
    *,
    content: str | None = None,
    meaning: str | None = None,
    boundary: str | None = None,
    story: str | None = None,
    wording_only: bool = False,
) -> None:
    """Write what a theme says; what is not given stays, and what it said before stays in its history.

    Args:
        wording_only: sign-offs stay; whoever signed is shown the change and can contest it.
    """
    fields = given(content=content, meaning=meaning, boundary=boundary, story=story)
    _change_words(act, theme, fields, wording_only=wording_only)


def settle_theme(act: Act, theme: Id, status: Status = "final") -> None:
    """Say that a theme is final, or a candidate again.

    Raises:
        OpenNegativeCasesError: negative cases of it are open, and no reason is given.
    """
    choice(status, Status, "status of a theme")
    known = act.get(Theme, theme)
    negative = act.rows(NegativeCase, about=theme, disposition="open")
    if status == "final" and known.status != "final" and negative and not act.reason.strip():
        raise OpenNegativeCasesError(known.label, len(negative))
    act.change(Theme, theme, status=status)


def move_theme(act: Act, theme: Id, parent: Id | None) -> None:
    """Put a theme with its subthemes under another one of its analysis, or at the top; behind the others there.

    Raises:
        UnderItselfError: it would come to lie under itself.
        OtherAnalysisError: the two belong to different analyses.
    """
    known = act.get(Theme, theme)
    if parent:
        _check_parent(act, known.label, known.analysis, parent)
        if closes_circle({each.id: each.parent for each in act.rows(Theme)}, theme, parent):
            raise UnderItselfError(known.label)
    beside = [each for each in act.rows(Theme, analysis=known.analysis, parent=parent or None) if each.id != theme]
    refuse_twin(beside, "label", known.label, what="label")
    act.change(Theme, theme, parent=parent or None, position=last_position(beside))


def order_themes(act: Act, themes: Sequence[Id]) -> None:
    """Put themes that lie beside each other in this order; those not named follow as they stood."""
    named = all_there(act, Theme, themes)
    if named:
        beside = act.rows(Theme, analysis=named[0].analysis, parent=named[0].parent)
        put_in_order(act, Theme, themes, sorted(beside, key=lambda each: (each.position, each.label)))


def remove_theme(act: Act, theme: Id) -> dict[str, int]:
    """Remove a theme with its evidence and lineage; its subthemes move up. How many of each kind went."""
    known = act.get(Theme, theme)
    for below in act.rows(Theme, parent=theme):
        act.change(Theme, below.id, parent=known.parent)
    return act.remove_whole(Theme, [theme])


def _change_words(act: Act, theme: Id, fields: dict[str, Any], *, wording_only: bool) -> None:
    known = act.get(Theme, theme)
    differing = {name: words for name, words in fields.items() if getattr(known, name) != words}
    act.change(Theme, theme, **differing)
    if wording_only and differing:
        act.add(WordingChange(theme=theme, member=act.by, entry=act.id))


def _check_parent(act: Act, name: str, analysis: Id, parent: Id) -> None:
    above = act.get(Theme, parent)
    if above.analysis != analysis:
        raise OtherAnalysisError(name, above.label)


# Evidence


def place_evidence(act: Act, theme: Id, codings: Sequence[Id], *, stance: Stance = "for", note: str = "") -> int:
    """Place codings under a theme, for it or against it; how many that changed.

    A coding stands under a theme once: placed again, it takes the new stance, and the new note if there is one.
    """
    act.get(Theme, theme)
    choice(stance, Stance, "stance of evidence")
    all_there(act, Coding, codings)
    now = {evidence.coding: evidence for evidence in act.rows(Evidence, theme=theme)}
    changed: list[Evidence] = []
    for coding in dict.fromkeys(codings):
        there = now.get(coding)
        kept = there.note if there and not note else note
        becomes = Evidence(id=evidence_id(theme, coding), theme=theme, coding=coding, stance=stance, note=kept)
        if becomes != there:
            changed.append(becomes)
    act.ensure_all(changed)
    return len(changed)


def take_evidence_away(act: Act, theme: Id, codings: Sequence[Id]) -> int:
    """Take codings away from under a theme; how many lay there. The codings themselves stay."""
    act.get(Theme, theme)
    gone = [evidence.id for evidence in act.rows(Evidence, theme=theme) if evidence.coding in set(codings)]
    act.remove_whole(Evidence, gone)
    return len(gone)


# Lineage


def develop_theme(
    act: Act,
    theme: Id,
    origins: Sequence[Id],
    *,
    how: How = "grouped",
    whole: bool = False,
    reason: str = "",
) -> int:
    """Say from which categories and other themes a theme was developed, how and why; how many that changed.

    Args:
        whole: all codings of the categories count as the theme's; otherwise they only suggest.

    Raises:
        NotFoundError: an origin is neither a code nor a theme.
        WholeThemeError: a theme cannot be there whole.
    """
    known = act.get(Theme, theme)
    choice(how, How, "way in which themes develop")
    codes = {code.id for code in act.rows(Code, id=list(origins))}
    themes = {other.id: other.label for other in act.rows(Theme, id=list(origins))}
    for origin in origins:
        if origin not in codes and origin not in themes:
            raise NotFoundError(_ORIGIN, origin)
        if origin == theme:
            raise OwnOriginError(known.label)
        if whole and origin in themes:
            raise WholeThemeError(themes[origin])
    now = {lineage.origin: lineage for lineage in act.rows(Lineage, theme=theme)}
    changed: list[Lineage] = []
    for origin in dict.fromkeys(origins):
        there = now.get(origin)
        fields: dict[str, Any] = {
            "how": how,
            "whole": whole,
            "reason": there.reason if there and not reason else reason,
        }
        becomes = Lineage(id=lineage_id(theme, origin), theme=theme, origin=origin, **fields)
        if becomes != there:
            changed.append(becomes)
    act.ensure_all(changed)
    return len(changed)


def forget_lineage(act: Act, theme: Id, origins: Sequence[Id]) -> int:
    """Take back that a theme was developed from these; how many were in its lineage."""
    act.get(Theme, theme)
    gone = [lineage.id for lineage in act.rows(Lineage, theme=theme) if lineage.origin in set(origins)]
    act.remove_whole(Lineage, gone)
    return len(gone)


VERBS = (
    Verb("theme.add", add_theme),
    Verb("theme.relabel", relabel_theme),
    Verb("theme.write", write_theme),
    Verb("theme.settle", settle_theme),
    Verb("theme.move", move_theme),
    Verb("theme.order", order_themes),
    Verb("theme.remove", remove_theme),
    Verb("evidence.place", place_evidence),
    Verb("evidence.take_away", take_evidence_away),
    Verb("lineage.develop", develop_theme),
    Verb("lineage.forget", forget_lineage),
)
