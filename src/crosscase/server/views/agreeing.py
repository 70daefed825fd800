"""Discussions, sign-offs and analyses side by side, as whoever asks may read them.

What a careful reader would get wrong: a position that is not shown yet is in nobody's answer but its author's. It comes
through `reads.discussions` alone, and `/api/rows` does not have it.
"""

from __future__ import annotations

import msgspec

from crosscase.model import Id, Theme
from crosscase.reads.analyses import AnalysisLine, side_by_side
from crosscase.reads.discussions import Held, held
from crosscase.reads.sign_offs import SignedOff, signed_off
from crosscase.reads.themes import in_tree_order
from crosscase.server.desk import who_reads
from crosscase.study import Study


class DiscussionsAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which discussions: about a thing, or all."""

    about: Id = ""


class DiscussionsHere(msgspec.Struct, frozen=True, kw_only=True):
    """Discussions with the positions that whoever asks may read, in no order of rank."""

    version: str
    discussions: tuple[Held, ...]


class SignedAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which themes: this one, or all."""

    theme: Id = ""


class ThemeStanding(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a theme; `by_all` authors."""

    label: str
    status: str
    by_all: bool
    standing: SignedOff


class SignedHere(msgspec.Struct, frozen=True, kw_only=True):
    """Sign-offs of themes, in their order."""

    version: str
    themes: tuple[ThemeStanding, ...]


class AnalysesAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them; there is nothing to choose."""


class AnalysesHere(msgspec.Struct, frozen=True, kw_only=True):
    """Analyses side by side."""

    version: str
    analyses: tuple[AnalysisLine, ...]


def discussions(study: Study, asked: DiscussionsAsked) -> DiscussionsHere:
    """Show discussions; positions that were not shown yet to their authors alone."""
    return DiscussionsHere(version=study.version, discussions=tuple(held(study, who_reads(study), about=asked.about)))


def signed(study: Study, asked: SignedAsked) -> SignedHere:
    """Show who stands behind each theme, and whose sign-off has lapsed."""
    themes = [one for one, _ in in_tree_order(study.rows(Theme)) if asked.theme in ("", one.id)]
    found = [(one, signed_off(study.store, one)) for one in themes]
    return SignedHere(
        version=study.version,
        themes=tuple(
            ThemeStanding(label=one.label, status=one.status, by_all=each.by_all, standing=each) for one, each in found
        ),
    )


def analyses(study: Study, asked: AnalysesAsked) -> AnalysesHere:  # noqa: ARG001 - there is nothing to choose
    """Show the analyses side by side, with what they share."""
    return AnalysesHere(version=study.version, analyses=tuple(side_by_side(study)))
