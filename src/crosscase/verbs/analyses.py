"""Analyses: sets of themes, each with its research question and the family of methods it follows."""

from __future__ import annotations

from crosscase.model import Analysis, Code, Id
from crosscase.model.people import MethodFamily
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, given, id_given, label, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "An analysis needs a name."


def add_analysis(act: Act, name: str, *, question: str = "", family: MethodFamily = "mixed") -> Id:
    """Begin an analysis; its method family decides which numbers are offered."""
    name = label(name, _NO_NAME)
    choice(family, MethodFamily, "method family")
    refuse_twin(act.rows(Analysis), "name", name)
    return act.add(Analysis(name=name, question=question, family=family)).id


def change_analysis(
    act: Act, analysis: Id, *, name: str | None = None, question: str | None = None, family: MethodFamily | None = None
) -> None:
    """Change the name, the question or the method family of an analysis; what is not given stays."""
    fields = given(question=question, family=family)
    if family is not None:
        choice(family, MethodFamily, "method family")
    if name is not None:
        fields["name"] = label(name, _NO_NAME)
        refuse_twin(act.rows(Analysis), "name", fields["name"], but=analysis)
    act.change(Analysis, analysis, **fields)


def choose_core(act: Act, analysis: Id, category: Id | None) -> None:
    """Choose the core category of an analysis, to which the others are related; None: it has none."""
    act.change(Analysis, analysis, core=id_given(act, Code, category))


def remove_analysis(act: Act, analysis: Id) -> dict[str, int]:
    """Remove an analysis with its themes, their evidence and lineage; how many of each kind went."""
    act.get(Analysis, analysis)
    return act.remove_whole(Analysis, [analysis])


VERBS = (
    Verb("analysis.add", add_analysis),
    Verb("analysis.change", change_analysis),
    Verb("analysis.core", choose_core),
    Verb("analysis.remove", remove_analysis),
)
