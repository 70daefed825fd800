"""The parts of a report, one module each; `PARTS` is the list of them, in the order in which they are printed.

A part is a function from a study and what was asked for to blocks: a heading, tables with their caption, columns and
notes, figures, quotations. It numbers nothing and formats nothing. A study that lacks something gets a part that says
so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from crosscase.reports.document import Part
from crosscase.reports.options import Options
from crosscase.reports.parts import (
    agreement,
    cases,
    claims,
    codebook,
    comparing,
    configurations,
    contrasts,
    facts,
    figures,
    frame,
    framework,
    given,
    guidelines,
    kept,
    lineage,
    matrices,
    methods,
    negatives,
    pairs,
    questionnaire,
    quotations,
    sample,
    saturation,
)
from crosscase.study import Study

Builder: TypeAlias = Callable[[Study, Options], Part]

PARTS: Final[tuple[tuple[str, Builder], ...]] = (
    ("facts", facts.build),
    ("cases", cases.build),
    ("sample", sample.build),
    ("themes", lineage.build),
    ("comparing", comparing.build),
    ("frame", frame.build),
    ("codebook", codebook.build),
    ("matrices", matrices.build),
    ("framework", framework.build),
    ("pairs", pairs.build),
    ("questionnaire", questionnaire.build),
    ("contrasts", contrasts.build),
    ("negatives", negatives.build),
    ("agreement", agreement.build),
    ("saturation", saturation.build),
    ("configurations", configurations.build),
    ("claims", claims.build),
    ("quotations", quotations.build),
    ("kept", kept.build),
    ("figures", figures.build),
    ("given", given.build),
    ("methods", methods.build),
    ("guidelines", guidelines.build),
)

BUILDERS: Final[Mapping[str, Builder]] = dict(PARTS)
