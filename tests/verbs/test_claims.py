"""Writing claims: what is kept, and everything that is refused."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.errors import AmbiguousError, CrosscaseError, NotFoundError
from crosscase.frames.query import QueryError
from crosscase.model import Claim, ClaimLook, Code, Threshold
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.attributes import add_attribute
from crosscase.verbs.cases import add_case
from crosscase.verbs.checks import ChoiceError, NoNameError
from crosscase.verbs.claims import (
    BadThresholdError,
    UncheckableError,
    change_claim,
    look_at_claims,
    order_claims,
    remove_claims,
    remove_threshold,
    set_threshold,
    write_claim,
)
from crosscase.verbs.codes import add_code, rename_code
from crosscase.verbs.queries import BadScopeError
from crosscase.verbs.themes import add_theme


@pytest.fixture
def study() -> Study:
    made = Study.new(None, title="Peers", member="Ines")
    for name in ("risk", "forms"):
        made.do(add_code, name)
    for code in ("FEN", "ALD"):
        made.do(add_case, code)
    made.do(add_attribute, "case", "sector", type="one-of", options=("public", "joint"), grouping=True)
    made.do(add_theme, made.do(add_analysis, "Main").value, "Told early")
    return made


def written(study: Study, **fields: Any) -> Claim:
    made = study.do(write_claim, fields.pop("sentence", "All know risk."), **({"query": "risk"} | fields)).value
    found = study.get(Claim, made)
    assert found is not None
    return found


def test_a_claim_keeps_ids_so_that_renaming_changes_none(study: Study) -> None:
    risk = study.find(Code, "risk").id
    one = written(study, query='risk AND NOT "theme:Told early"', by="sector", one="public", quantifier="only in")
    assert one.query.startswith(f'"{risk}" AND NOT "theme:')
    assert one.one.endswith("=public")
    before = one
    study.do(rename_code, risk, "danger")
    assert study.get(Claim, one.id) == before


def test_changing_changes_only_what_is_given(study: Study) -> None:
    one = written(study, quantifier="all", unit="cases")
    study.do(change_claim, one.id, quantifier="none", sentence=" None does. ")
    now = study.get(Claim, one.id)
    assert now is not None
    assert (now.quantifier, now.sentence, now.unit, now.query) == ("none", "None does.", "cases", one.query)
    study.undo()
    assert study.get(Claim, one.id) == one


def test_claims_have_an_order_and_can_go(study: Study) -> None:
    first, second = written(study, sentence="One."), written(study, sentence="Two.")
    study.do(order_claims, [second.id])
    order = sorted(study.rows(Claim), key=lambda one: one.position)
    assert [one.sentence for one in order] == ["Two.", "One."]
    study.do(look_at_claims, [first.id])
    (look,) = study.rows(ClaimLook)
    assert look.entry == study.log()[-1].id
    study.do(look_at_claims, [first.id])
    (again,) = study.rows(ClaimLook)
    assert (again.id, again.entry) == (look.id, study.log()[-1].id)
    study.do(remove_claims, [first.id])
    assert [one.id for one in study.rows(Claim)] == [second.id]
    assert not study.rows(ClaimLook)


def test_a_vague_word_has_one_meaning(study: Study) -> None:
    study.do(set_threshold, "most", least=60)
    study.do(set_threshold, "most", least=70, reason=" Agreed. ")
    (one,) = study.rows(Threshold)
    assert (one.least, one.most, one.reason) == (70, 100, "Agreed.")
    study.do(remove_threshold, "most")
    assert not study.rows(Threshold)
    with pytest.raises(NotFoundError):
        study.do(remove_threshold, "most")
    for least, most in ((0, 100), (50, 20), (-1, 5), (0, 101)):
        with pytest.raises(BadThresholdError):
            study.do(set_threshold, "few", least=least, most=most)
    with pytest.raises(ChoiceError):
        study.do(set_threshold, "lots", least=5)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("fields", "error", "says"),
    [
        ({"sentence": "  "}, NoNameError, "sentence"),
        ({"query": ""}, UncheckableError, "Say what is asked"),
        ({"query": "risk AND"}, QueryError, "missing"),
        ({"query": "danger"}, NotFoundError, "danger"),
        ({"query": '"theme:Told late"'}, NotFoundError, "Told late"),
        ({"query": '"answer:B3 = yes"'}, NotFoundError, "B3"),
        ({"quantifier": "several"}, ChoiceError, "several"),
        ({"quantifier": "only in"}, UncheckableError, "Say which group"),
        ({"quantifier": "more in", "by": "cases", "one": "FEN"}, UncheckableError, "name both"),
        ({"quantifier": "more in", "by": "cases", "one": "FEN", "other": "FEN"}, UncheckableError, "itself"),
        ({"quantifier": "only in", "by": "cases", "one": "OUT"}, NotFoundError, "OUT"),
        ({"quantifier": "only in", "by": "sector", "one": "third"}, UncheckableError, "has no group 'third'"),
        ({"quantifier": "only in", "by": "primary", "one": "public"}, UncheckableError, "no primary grouping"),
        ({"quantifier": "only in", "by": "cases", "one": "FEN", "unit": "groups"}, UncheckableError, "Groups"),
        ({"unit": "groups"}, UncheckableError, "which groups"),
        ({"rests_on": "documents"}, UncheckableError, "nobody's words"),
        ({"rests_on": "judgement"}, NoNameError, "reason"),
        ({"quantifier": "n of N", "number": 5, "of": 4}, UncheckableError, "5 of 4"),
        ({"scope": "[1]"}, BadScopeError, "filters"),
        ({"theme": "00000000000000000000000000000000"}, NotFoundError, "theme"),
    ],
)
def test_what_could_never_be_checked_is_refused(
    study: Study, fields: dict[str, Any], error: type[CrosscaseError], says: str
) -> None:
    entries = len(study.log())
    with pytest.raises(error, match=says):
        written(study, **fields)
    assert len(study.log()) == entries


def test_two_codes_of_one_name_have_to_be_told_apart(study: Study) -> None:
    study.do(add_code, "risk", parent=study.find(Code, "forms").id)
    with pytest.raises(AmbiguousError):
        written(study, query="risk")
    assert written(study, query='"forms / risk"').query
