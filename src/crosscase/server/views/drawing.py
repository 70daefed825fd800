"""What was compared, as a figure, as a table in words, and as a file to keep: in the order in which it is shown.

What a careful reader would get wrong: a figure or table on the screen is the team's own reading and holds everything;
what is `leaving` (saved, copied) says nothing that consent does not cover, also not in the name of a code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec

from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.differences import DifferenceOptions
from crosscase.analyses.answers import AnswersOptions
from crosscase.analyses.answers import answers as answered
from crosscase.analyses.case_pairs import PairsOptions
from crosscase.analyses.case_pairs import pairs as set_beside
from crosscase.analyses.cells import MatrixOptions
from crosscase.analyses.cells import Show as MatrixShow
from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.claims import LedgerOptions
from crosscase.analyses.compare import CompareOptions
from crosscase.analyses.compare import compare as laid_beside
from crosscase.analyses.compared import ComparedOptions
from crosscase.analyses.compared import compared as gone_through
from crosscase.analyses.contrasted import Order
from crosscase.analyses.contrasts import ContrastOptions
from crosscase.analyses.contrasts import contrasts as contrasted
from crosscase.analyses.crossed import Matrix
from crosscase.analyses.emerged import EmergedOptions
from crosscase.analyses.emerged import emerged as came_up
from crosscase.analyses.exposure import Exposure, ExposureOptions
from crosscase.analyses.exposure import exposure as exposure_of
from crosscase.analyses.flow import FlowOptions
from crosscase.analyses.flow import flow as flowing
from crosscase.analyses.framework import FrameworkGrid
from crosscase.analyses.framework import framework as charted
from crosscase.analyses.joint import JointOptions
from crosscase.analyses.joint import joint as beside
from crosscase.analyses.lineage import LineageOptions
from crosscase.analyses.lineage import lineage as developed
from crosscase.analyses.matrix import matrix as crossed
from crosscase.analyses.meta import MetaOptions
from crosscase.analyses.meta import meta as side_by_side
from crosscase.analyses.negatives import NegativeOptions
from crosscase.analyses.negatives import negatives as looked_for
from crosscase.analyses.overlap import OverlapOptions
from crosscase.analyses.overlap import overlap as together
from crosscase.analyses.qca.asked import QcaOptions
from crosscase.analyses.qca.asked import Show as QcaShow
from crosscase.analyses.qca.inquiry import qca as configured
from crosscase.analyses.recruitment import frame as recruited
from crosscase.analyses.result import Result
from crosscase.analyses.saturation import Saturation
from crosscase.analyses.saturation import saturation as brought
from crosscase.analyses.saturation_asked import SaturationOptions
from crosscase.analyses.saturation_asked import Show as SaturationShow
from crosscase.analyses.similarity import SimilarityOptions
from crosscase.analyses.similarity import similarity as held_together
from crosscase.analyses.words import Show as WordShow
from crosscase.analyses.words import WordOptions, word_frequencies
from crosscase.errors import BadValueError, RefusedError
from crosscase.model.table import Table
from crosscase.reads.agreement import agreement_in, differences_in
from crosscase.reads.bench import comparisons_made
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.claims_since import ledger_of
from crosscase.reports.result_files import invented, tables_of
from crosscase.server.views.coinciding import ALONE
from crosscase.server.views.comparing import FrameAsked, blind
from crosscase.server.views.configuring import scored
from crosscase.server.views.quoting import own_only
from crosscase.server.views.standing_against import StandingOptions, standing_table
from crosscase.study import Study

Of = Literal[
    "matrix",
    "overlap",
    "compare",
    "contrasts",
    "meta",
    "similarity",
    "negatives",
    "exposure",
    "words",
    "frame",
    "framework",
    "lineage",
    "flow",
    "compared",
    "pairs",
    "answers",
    "joint",
    "emerged",
    "qca",
    "saturation",
    "agreement",
    "differences",
    "claims",
    "standing",
]


class DrawAsked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which analysis, with the options that it is asked with.

    Attributes:
        rows, columns: keys of the lines of a matrix or an exposure, in order; all as they are when empty.
        order, holding: of contrasts: the largest difference first; only those that hold.
        leaving: as it may leave the study.
    """

    of: Of
    options: dict[str, Any] = {}
    show: Annotated[str, msgspec.Meta(description="What cells lead with, as the analysis has it.")] = ""
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    order: Order = "given"
    holding: bool = False
    leaving: bool = False


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as a Vega-Lite specification, with its data in it."""

    specification: dict[str, Any]


class ToSave(msgspec.Struct, frozen=True, kw_only=True):
    """Tables as they may leave the study, ready to be written; `invented` are words that made-up data must carry."""

    tables: tuple[Table, ...]
    invented: str


_OPTIONS: dict[str, Any] = {
    "matrix": MatrixOptions, "overlap": OverlapOptions, "compare": CompareOptions, "contrasts": ContrastOptions,
    "exposure": ExposureOptions, "meta": MetaOptions, "similarity": SimilarityOptions, "negatives": NegativeOptions,
    "words": WordOptions, "frame": FrameAsked, "lineage": LineageOptions,
    "framework": FrameworkOptions, "flow": FlowOptions, "compared": ComparedOptions, "pairs": PairsOptions,
    "answers": AnswersOptions, "joint": JointOptions, "emerged": EmergedOptions, "qca": QcaOptions,
    "saturation": SaturationOptions, "claims": LedgerOptions, "agreement": AgreementOptions,
    "differences": DifferenceOptions, "standing": StandingOptions,
}  # fmt: skip
_SHOWS: dict[str, tuple[str, ...]] = {
    "matrix": get_args(MatrixShow), "joint": get_args(MatrixShow), "words": get_args(WordShow),
    "qca": get_args(QcaShow), "saturation": get_args(SaturationShow),
}  # fmt: skip


def _result(study: Study, asked: DrawAsked, *, saved: bool = False) -> Result:
    if asked.show and asked.show not in _SHOWS.get(asked.of, ()):
        raise BadValueError(f"Cells of this table do not lead with {asked.show!r}.")
    options = blind(study, msgspec.convert(asked.options, _OPTIONS[asked.of]))
    if asked.of == "words":
        return word_frequencies(study.snapshot(), study.index(), options)
    if asked.of == "contrasts":
        found = contrasted(study.snapshot(), options, study.index() if options.query else None)
        return found.arranged(asked.order, holding=asked.holding)
    if asked.of == "claims":
        own = own_only(study)
        options = msgspec.structs.replace(options, members=(own,)) if own else options
        return ledger_of(study, options)
    if isinstance(options, AgreementOptions) and own_only(study):
        raise RefusedError(ALONE)
    if isinstance(options, FlowOptions | ComparedOptions):
        options = msgspec.structs.replace(options, member=own_only(study))
    made: dict[str, Any] = {
        "matrix": crossed, "overlap": together, "compare": laid_beside, "exposure": exposure_of, "lineage": developed,
        "framework": charted, "pairs": set_beside, "saturation": brought, "flow": flowing,
        "meta": side_by_side,
        "similarity": held_together, "negatives": looked_for,
        "answers": answered, "joint": beside, "emerged": came_up,
        "qca": lambda _, given: configured(scored(study), given),
        "frame": lambda snapshot, _: recruited(snapshot),
        "agreement": lambda _, given: agreement_in(study, given),
        "differences": lambda _, given: differences_in(study, given),
        "compared": lambda snapshot, given: gone_through(snapshot, given, comparisons_made(study.store)),
    }  # fmt: skip
    result: Result = made[asked.of](study.snapshot(), options)
    if isinstance(result, FrameworkGrid):
        return result.withholding(study.consents().refused("paraphrase")) if asked.leaving or saved else result
    return result.arranged(asked.rows, asked.columns) if isinstance(result, Matrix | Exposure) else result


def _shown(asked: DrawAsked) -> dict[str, Any]:
    return {"show": asked.show} if asked.show else {}


def figure(study: Study, asked: DrawAsked) -> Drawn:
    """Draw the figure of an analysis."""
    if asked.of == "standing":
        raise BadValueError("There is no figure of what findings stand against. Ask for its table.")
    result: Any = _result(study, asked)
    specification = result.chart(**(_shown(asked) if isinstance(result, Matrix | Saturation) else {})).to_dict()
    if asked.leaving:
        specification = Outgoing(study.leaving()).figure(specification)
    return Drawn(specification=specification)


def table(study: Study, asked: DrawAsked) -> Table:
    """The table of an analysis as reports print it: every cell in words, with its notes."""
    if asked.of == "standing":
        shown = _standing(study, asked)
    else:
        result: Any = _result(study, asked)
        shown = result.table(**_shown(asked))
    return Outgoing(study.leaving()).table(shown) if asked.leaving else shown


def to_save(study: Study, asked: DrawAsked) -> ToSave:
    """The tables of an analysis for a file: in words, and every number in a column of its own."""
    out = Outgoing(study.leaving())
    if asked.of == "standing":
        return ToSave(tables=(out.table(_standing(study, asked)),), invented=study.snapshot().invented)
    result = _result(study, asked, saved=True)
    return ToSave(
        tables=tuple(out.table(one) for one in tables_of(result, **_shown(asked))), invented=invented(result)
    )  # fmt: skip


def _standing(study: Study, asked: DrawAsked) -> Table:
    """Made of what is written down, so that it needs no analysis."""
    return standing_table(study, msgspec.convert(asked.options, StandingOptions))


def written(held: ToSave, form: str) -> bytes:
    """The file itself; it needs no study any more."""
    from crosscase.exporters.tables import table_bytes

    return table_bytes(held.tables, Path(f"table.{form}"), invented=held.invented)
