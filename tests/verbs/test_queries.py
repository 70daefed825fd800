"""Questions that are kept under a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.errors import BadValueError, CrosscaseError
from crosscase.model import Query
from crosscase.study import Study
from crosscase.verbs.queries import remove_query, rename_query, save_query


@pytest.fixture
def study() -> Iterator[Study]:
    with Study.new(None, title="Peers", member="Ines") as made:
        yield made


def test_a_question_is_kept_changed_renamed_and_forgotten(study: Study) -> None:
    kept = study.do(save_query, " where  risk is said ", "risk* role:SU", scope='{"cases": ["a"]}').value
    assert study.find(Query, "where risk is said").id == kept
    assert study.rows(Query)[0].scope == '{"cases": ["a"]}'
    study.do(save_query, "where risk is said", "risk AND trust", nature="codings", within="source", query=kept)
    only = study.rows(Query)[0]
    assert only.within == "source"
    assert (only.id, only.text, only.nature, only.scope) == (kept, "risk AND trust", "codings", "")
    study.do(rename_query, kept, "risk and trust")
    assert study.rows(Query)[0].name == "risk and trust"
    study.do(remove_query, kept)
    assert study.rows(Query) == []
    study.undo()
    assert study.rows(Query)[0].name == "risk and trust"


def test_what_says_nothing_and_names_that_are_taken_are_refused(study: Study) -> None:
    study.do(save_query, "risk", "risk*")
    for name, text, scope in (("", "risk", ""), ("empty", "  ", ""), ("RISK", "trust", ""), ("odd", "risk", "{cases")):
        with pytest.raises(CrosscaseError):
            study.do(save_query, name, text, scope=scope)
    with pytest.raises(BadValueError):
        study.do(save_query, "new", "risk", nature="dreams")  # type: ignore[arg-type] # what is refused
    with pytest.raises(BadValueError):
        study.do(save_query, "new", "risk", within="country")  # type: ignore[arg-type] # what is refused
    assert len(study.rows(Query)) == 1
