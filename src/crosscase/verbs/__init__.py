"""What a researcher can do. Each verb checks what it was asked and records one entry; see `registry`.

`VERBS` is the list of all of them. The name of a verb stands in journals for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crosscase.verbs import (
    analyses,
    answers,
    attributes,
    autocode,
    cases,
    claims,
    codes,
    codings,
    comparisons,
    configurations,
    consents,
    corrections,
    developing,
    discussions,
    erasures,
    explanations,
    fieldwork,
    frameworks,
    given_back,
    instruments,
    links,
    maps,
    members,
    memos,
    negatives,
    pairs,
    participants,
    products,
    properties,
    pseudonyms,
    queries,
    quotations,
    readings,
    relations,
    sample,
    scores,
    sets,
    settling,
    sheets,
    sign_offs,
    signing,
    sources,
    study,
    summaries,
    take_in,
    tasks,
    themes,
    turns,
)
from crosscase.verbs.registry import Verb

VERBS: tuple[Verb, ...] = (
    *study.VERBS,
    *members.VERBS,
    *signing.VERBS,
    *attributes.VERBS,
    *cases.VERBS,
    *sample.VERBS,
    *participants.VERBS,
    *consents.VERBS,
    *sheets.VERBS,
    *instruments.VERBS,
    *answers.VERBS,
    *fieldwork.VERBS,
    *sources.VERBS,
    *corrections.VERBS,
    *erasures.VERBS,
    *pseudonyms.VERBS,
    *turns.VERBS,
    *take_in.VERBS,
    *codes.VERBS,
    *codings.VERBS,
    *autocode.VERBS,
    *readings.VERBS,
    *properties.VERBS,
    *relations.VERBS,
    *comparisons.VERBS,
    *analyses.VERBS,
    *themes.VERBS,
    *developing.VERBS,
    *sign_offs.VERBS,
    *discussions.VERBS,
    *negatives.VERBS,
    *frameworks.VERBS,
    *summaries.VERBS,
    *pairs.VERBS,
    *claims.VERBS,
    *explanations.VERBS,
    *given_back.VERBS,
    *configurations.VERBS,
    *scores.VERBS,
    *quotations.VERBS,
    *memos.VERBS,
    *sets.VERBS,
    *queries.VERBS,
    *tasks.VERBS,
    *links.VERBS,
    *maps.VERBS,
    *settling.VERBS,
    *products.VERBS,
)

_BY_FUNCTION = {verb.function: verb for verb in VERBS}


def named_verb(function: Callable[..., Any]) -> Verb | None:
    """The verb that is this function, if it is one."""
    return _BY_FUNCTION.get(function)
