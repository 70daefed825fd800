"""Codes that are the steps of a scale: published examples, coded in a study, and where steps make no sense."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosscase.analyses.agreement.agreement import Agreement, agreement
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.errors import BadValueError
from crosscase.model import Source, Span
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.members import add_member
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sources import add_source
from tests.analyses.agreement.test_coefficients import FOUR

# Three abstractors' categories of 100 pregnancies by two of them: Gwet (2014), as in the vignette of irrCAC.
TABLE = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]


def coded(units: Sequence[Sequence[int | None]], steps: int) -> Study:
    """A text of one letter for each unit; every coder puts the step of what they said on it, or nothing."""
    study = Study.new(None, title="Steps", member="coder 0")
    for number in range(1, len(units[0])):
        study.do(add_member, f"coder {number}")
    severity = study.do(add_code, "severity").value
    codes = [study.do(add_code, f"step {number}", parent=severity).value for number in range(1, steps + 1)]
    study.do(add_source, "t0", "x" * len(units))
    source = study.find(Source, "t0").id
    for number in range(len(units[0])):
        coder = study.as_member(f"coder {number}")
        for at, said in enumerate(units):
            value = said[number]
            if value is not None:
                coder.do(apply_code, codes[value - 1], source, Span(at, at + 1))
        coder.do(finish_reading, [source])
    return study


def asked(study: Study, scale: str, **given: object) -> Agreement:
    options = {"codes": ("severity",), "labels": "steps", "scale": scale, "resamples": 0, **given}
    return agreement(study.snapshot(), AgreementOptions(**options))  # type: ignore[arg-type]  # by name


def test_krippendorffs_own_example_as_codes_of_a_study() -> None:
    study = coded(FOUR, 5)
    for scale, expected in (("ordinal", 0.815), ("interval", 0.849)):
        (row,) = asked(study, scale).rows
        assert row.kind == "steps"
        assert (row.units, row.categories) == (11, 5)
        assert row.coefficient("alpha").value == pytest.approx(expected, abs=0.0006)
    # Gwet (2014), the same example with quadratic weights, as in the vignette of irrCAC.
    assert row.coefficient("percent").value == pytest.approx(0.9753788, abs=1e-6)


def test_gwets_own_example_gives_ac2() -> None:
    units = [(a + 1, b + 1) for a, row in enumerate(TABLE) for b, many in enumerate(row) for _ in range(many)]
    (row,) = asked(coded(units, 3), "interval").rows
    assert row.coefficient("gwet").value == pytest.approx(0.9402369, abs=1e-6)
    assert row.coefficient("gwet").categories == 3


def test_the_order_is_that_of_the_codebook_and_stands_in_the_notes() -> None:
    found = asked(coded(FOUR, 5), "ordinal")
    table = found.table()
    assert {"Gwet's AC2", "Alpha (ordinal)"} <= {one.heading for one in table.columns}
    assert any("step 1 < step 2 < step 3 < step 4 < step 5" in one for one in table.notes)


def test_nothing_and_two_steps_at_once_are_missing() -> None:
    study = coded([(1, 1), (2, 3), (3, 3), (1, None)], 3)
    source = study.find(Source, "t0").id
    second = next(line for line in study.snapshot().codes.ids if study.snapshot().codes.labels[
        study.snapshot().codes.number[line]] == "step 2")  # fmt: skip
    before = asked(study, "ordinal").rows[0]
    assert before.units == 3
    study.as_member("coder 1").do(apply_code, second, source, Span(0, 1))
    assert asked(study, "ordinal").rows[0].units == 2


def test_intervals_come_from_drawing_texts() -> None:
    study = coded(FOUR, 5)
    steps = study.snapshot().codes
    codes = {steps.labels[n]: steps.ids[n] for n in range(len(steps))}
    for number in range(1, 8):
        study.do(add_source, f"t{number}", f"yyy{number}")
        source = study.find(Source, f"t{number}").id
        for who in range(4):
            coder = study.as_member(f"coder {who}")
            for at in range(4):
                said = 1 + (at + (number + who) // 4) % 5
                coder.do(apply_code, codes[f"step {said}"], source, Span(at, at + 1))
            coder.do(finish_reading, [source])
    one = asked(study, "ordinal", resamples=200).rows[0].coefficient("alpha")
    assert one.low is not None
    assert one.high is not None
    assert one.low < (one.value or 0) < one.high


@pytest.mark.parametrize(
    ("codes", "said"),
    [((), "Name the code whose codes are the steps"), (("step 1",), "fewer than three codes directly under it")],
)
def test_where_steps_make_no_sense_it_is_said_why(codes: tuple[str, ...], said: str) -> None:
    with pytest.raises(BadValueError, match=said):
        asked(coded(FOUR, 5), "ordinal", codes=codes)
