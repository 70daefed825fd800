"""Developing themes: a new one from categories, one split off, an origin moved, each with its lineage in one act.

What the single verbs of `themes` would do in two or three entries is one entry here, so that it is told as one step of
the analysis and undone as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import NotFoundError
from crosscase.model import Coding, Evidence, Id, Lineage, Theme
from crosscase.store.act import Act
from crosscase.verbs.checks import all_there
from crosscase.verbs.registry import Verb
from crosscase.verbs.themes import How, add_theme, develop_theme, forget_lineage, place_evidence, take_evidence_away


def begin_theme(
    act: Act,
    analysis: Id,
    name: str,
    origins: Sequence[Id],
    *,
    how: How = "grouped",
    parent: Id | None = None,
    reason: str = "",
) -> Id:
    """Begin a theme from categories or other themes: grouped under it, or one of them promoted.

    Raises:
        TakenError: a theme beside it has that label.
        NotFoundError: an origin is neither a code nor a theme.
    """
    theme = add_theme(act, analysis, name, parent=parent)
    develop_theme(act, theme, origins, how=how, reason=reason)
    return theme


def split_theme(
    act: Act,
    theme: Id,
    name: str,
    *,
    origins: Sequence[Id] = (),
    codings: Sequence[Id] = (),
    reason: str = "",
) -> Id:
    """Split a new theme off from one; it takes with it these origins and this evidence, and lies beside it.

    Args:
        origins: of the lineage of the theme; codings: placed under it. The new theme gets them as they stood.

    Raises:
        NotFoundError: an origin or a coding is not with the theme.
    """
    known = act.get(Theme, theme)
    all_there(act, Coding, codings)
    lineage = {each.origin: each for each in act.rows(Lineage, theme=theme)}
    evidence = {each.coding: each for each in act.rows(Evidence, theme=theme)}
    for wanted, there, what in ((origins, lineage, "origin of this theme"), (codings, evidence, "evidence")):
        for thing in wanted:
            if thing not in there:
                raise NotFoundError(what, thing)
    new = add_theme(act, known.analysis, name, parent=known.parent)
    develop_theme(act, new, [theme], how="split", reason=reason)
    for origin in dict.fromkeys(origins):
        before = lineage[origin]
        develop_theme(act, new, [origin], how=before.how, whole=before.whole, reason=before.reason)
    forget_lineage(act, theme, origins)
    for coding in dict.fromkeys(codings):
        place_evidence(act, new, [coding], stance=evidence[coding].stance, note=evidence[coding].note)
    take_evidence_away(act, theme, codings)
    return new


def move_origin(act: Act, theme: Id, origin: Id, to: Id, *, reason: str = "") -> None:
    """Move a category or theme from the lineage of one theme into that of another, as it stood there.

    Raises:
        NotFoundError: it is not in the lineage of the first.
        OwnOriginError: it is the other theme.
    """
    before = next(iter(act.rows(Lineage, theme=theme, origin=origin)), None)
    if before is None:
        kind = "origin of this theme"
        raise NotFoundError(kind, origin)
    if theme == to:
        return
    develop_theme(act, to, [origin], how=before.how, whole=before.whole, reason=reason or before.reason)
    forget_lineage(act, theme, [origin])


VERBS = (
    Verb("theme.begin", begin_theme),
    Verb("theme.split", split_theme),
    Verb("lineage.move", move_origin),
)
