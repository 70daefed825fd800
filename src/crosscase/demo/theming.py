"""The themes of the demonstration study: developed from categories, with evidence for and against placed by hand."""

from __future__ import annotations

from typing import Literal

from crosscase.demo import codebook
from crosscase.model import Coding, Id, Source
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.themes import add_theme, develop_theme, place_evidence

_EVIDENCE = 10


def develop(study: Study, codes: dict[str, Id]) -> None:
    """The themes of the analysis with their subthemes, lineage and evidence."""
    name, question = codebook.ANALYSIS
    analysis = study.do(add_analysis, name, question=question, family="codebook TA").value
    themes: dict[str, Id] = {}
    for label, content, meaning, categories, subthemes in codebook.THEMES:
        theme = study.do(add_theme, analysis, label, content=content, meaning=meaning).value
        themes[label] = theme
        for slug in categories:
            study.do(develop_theme, theme, [codes[slug]], reason=codebook.REASONS[slug])
        for subtheme, placed in subthemes:
            below = study.do(add_theme, analysis, subtheme, parent=theme).value
            for slug in placed:
                stance: Literal["yes", "no"] = "no" if slug == codebook.TOO_SLOW else "yes"
                _evidence(study, below, codes[slug.rstrip("-")], stance, "for")
        for slug in categories:
            _evidence(study, theme, codes[slug], "yes", "for", _EVIDENCE // 3)
            _evidence(study, theme, codes[slug], "no", "against")
    slug, label, reason = codebook.SHARED
    study.do(develop_theme, themes[label], [codes[slug]], reason=reason)
    slug, label, reason = codebook.DROPPED
    study.do(develop_theme, themes[label], [codes[slug]], how="dropped", reason=reason)


def _evidence(  # noqa: PLR0917 - what is placed where, and how much of it
    study: Study,
    theme: Id,
    category: Id,
    said: Literal["yes", "no"],
    stance: Literal["for", "against"],
    most: int = _EVIDENCE,
) -> None:
    """A few codings of a category, placed by hand: no two from one source, spread over the sources."""
    first: dict[Id, Coding] = {}
    for coding in sorted(study.rows(Coding, code=category, origin="by hand", stance=said), key=lambda c: c.start):
        first.setdefault(coding.source, coding)
    names = {source.id: source.name for source in study.rows(Source)}
    found = sorted(first.values(), key=lambda coding: names[coding.source])
    chosen = dict.fromkeys(found[n * len(found) // most].id for n in range(min(most, len(found))))
    if chosen:
        study.do(place_evidence, theme, list(chosen), stance=stance)
