"""What can be counted: pure functions from a snapshot and options to a typed result.

`ANALYSES` is the list of them all. Adding one means a module here, one line in the list, its entry in
`docs/reference/analyses.md`, and a worked example in the tests.
"""

from __future__ import annotations

from typing import NamedTuple


class Analysis(NamedTuple):
    """An analysis: its name, the module and the function that do it, and what it answers."""

    name: str
    module: str
    function: str
    answers: str


# Modules are named, not imported: whoever wants one table does not pay for all of them.
ANALYSES: tuple[Analysis, ...] = (
    Analysis("matrix", "crosscase.analyses.matrix", "matrix", "who said what, of how many"),
    Analysis("overlap", "crosscase.analyses.overlap", "overlap", "which codes come together"),
    Analysis("exposure", "crosscase.analyses.exposure", "exposure", "who was asked about what, and what came of it"),
    Analysis("compare", "crosscase.analyses.compare", "compare", "what two things share, and what only one has"),
    Analysis(
        "contrasts", "crosscase.analyses.contrasts", "contrasts", "what one group says more, and whether it holds"
    ),
    Analysis("meta", "crosscase.analyses.meta", "meta", "cases side by side, in an order that means something"),
    Analysis("similarity", "crosscase.analyses.similarity", "similarity", "how alike cases are in what was said"),
    Analysis("negatives", "crosscase.analyses.negatives", "negatives", "what may speak against a theme or a code"),
    Analysis("claims", "crosscase.analyses.claims", "ledger", "whether what the findings say is shown so far"),
    Analysis("pairs", "crosscase.analyses.case_pairs", "pairs", "what every two cases share, and what only one has"),
    Analysis("framework", "crosscase.analyses.framework", "framework", "who says what on a theme, in members' words"),
    Analysis("frame", "crosscase.analyses.recruitment", "frame", "the sample that was planned and what became of it"),
    Analysis("characteristics", "crosscase.analyses.characteristics", "characteristics", "Table 1: the cases"),
    Analysis("sample", "crosscase.analyses.sample", "sample", "Table 2: the sample, with every margin checked"),
    Analysis("lineage", "crosscase.analyses.lineage", "lineage", "Table 3: from categories to themes"),
    Analysis("flow", "crosscase.analyses.flow", "flow", "how categories flow into themes"),
    Analysis("compared", "crosscase.analyses.compared", "compared", "how far comparison has gone"),
    Analysis("agreement", "crosscase.analyses.agreement.agreement", "agreement", "how far coders agree"),
    Analysis("differences", "crosscase.analyses.agreement.differences", "differences", "where coders differ"),
    Analysis("gamma", "crosscase.analyses.agreement.aligned", "aligned", "how coders' passages pair up"),
    Analysis("words", "crosscase.analyses.words", "word_frequencies", "which words are said, and by whom"),
    Analysis("retrieve", "crosscase.analyses.retrieve", "retrieve", "where codes lie, and lie together, in context"),
    Analysis("kwic", "crosscase.analyses.kwic", "keyword_in_context", "a word in each of its contexts"),
    Analysis("answers", "crosscase.analyses.answers", "answers", "what groups answered to a questionnaire"),
    Analysis("emerged", "crosscase.analyses.emerged", "emerged", "what people said before anybody asked about it"),
    Analysis(
        "qca",
        "crosscase.analyses.qca.inquiry",
        "qca",
        "which combinations of conditions go with an outcome, case by case",
    ),
    Analysis("saturation", "crosscase.analyses.saturation", "saturation", "how much interviews still brought"),
    Analysis("joint", "crosscase.analyses.joint", "joint", "what people answered beside what the same people said"),
)
