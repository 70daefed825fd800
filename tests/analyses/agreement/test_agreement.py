"""Agreement in a study: against every unit unrolled, and what counts as read, original, undefined, few or reflexive."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from crosscase.analyses.agreement.agreement import Agreement, agreement
from crosscase.analyses.agreement.alpha import alpha
from crosscase.analyses.agreement.asked import AgreementOptions
from crosscase.analyses.agreement.coefficients import coefficient
from crosscase.analyses.agreement.judgements import judgements_of
from crosscase.analyses.families import OffHereError
from crosscase.errors import BadValueError
from crosscase.frames.sentences import sentences
from crosscase.frames.tokens import tokenize
from crosscase.model import Code, Coding, Source
from crosscase.reads.agreement import agreement_in, shared_perspectives
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis, change_analysis
from crosscase.verbs.members import describe_perspectives, share_perspectives
from tests.analyses.agreement.team import SENTENCES, code, named, read, team

WHO = ("Ada", "Ben", "Cleo")
LENGTH = len(SENTENCES) * 5
CODES = ("pace", "slow", "quick", "keys")


def asked(study: Study, **given: Any) -> Agreement:
    return agreement(study.snapshot(), AgreementOptions(**{"resamples": 0, **given}))


def scattered(seed: int) -> tuple[Study, dict[str, tuple[str, ...]]]:
    """Codings and readings by chance; who has read which text."""
    chance, study = random.Random(seed), team(3)
    readers: dict[str, tuple[str, ...]] = {}
    for text in ("t0", "t1", "t2"):
        for who in WHO:
            for _ in range(chance.randrange(6)):
                start = chance.randrange(LENGTH - 60)
                place = (start, start + chance.randrange(1, 60))
                code(study, who, text, chance.choice(CODES), *place)
        readers[text] = tuple(chance.sample(WHO, chance.randrange(1, 4)))
        read(study, *readers[text], texts=[text])
    return study, readers


def cut(study: Study, text: str, units: str) -> list[tuple[int, int]]:
    """The units of a text, each with what makes it touched."""
    words = study.text(study.find(Source, text).id)
    if units == "characters":
        return [(n, n + 1) for n in range(len(words))]
    if units == "words":
        return [(start, start + 1) for start in tokenize(words).start.tolist()]
    return [(span.start, span.end) for span in sentences(words)]


def unrolled(
    study: Study, readers: dict[str, tuple[str, ...]], units: str, codes: tuple[str, ...], *, sets: bool, only: bool
) -> np.ndarray:
    """Every unit by itself: rows of judgements, -1 for who has not read it."""
    names = {one.id: one.name for one in study.rows(Code)}
    people = {named(study, who): who for who in WHO}
    rows = []
    for text, present in readers.items():
        if len(present) < 2:
            continue
        placed = [
            (people[one.member], names[one.code], one.start, one.end)
            for one in study.rows(Coding, source=study.find(Source, text).id) if people[one.member] in present
        ]  # fmt: skip
        for low, high in cut(study, text, units):
            there = [(who, what) for who, what, start, end in placed if start < high and end > low]
            if only and not there:
                continue
            for one in [None] if sets else codes:
                row = []
                for who in WHO:
                    mine = frozenset(what for by, what in there if by == who and what in codes)
                    row.append(None if who not in present else str(sorted(mine)) if sets else int(one in mine))
                rows.append(row)
    return np.array(rows, dtype=object)


@pytest.mark.parametrize("units", ["characters", "words", "sentences"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_line_is_that_of_all_units_unrolled(units: Any, seed: int) -> None:
    study, readers = scattered(seed)
    if sum(len(one) > 1 for one in readers.values()) < 1:
        readers["t0"] = WHO
        read(study, *WHO, texts=["t0"])
    lines = {"slow": ("slow",), "keys": ("keys",), "pace (with below)": CODES[:3], "All codes": CODES}
    for universe, labels in (("all", "each"), ("coded", "each"), ("all", "sets")):
        found = asked(study, units=units, universe=universe, labels=labels)
        for label, codes in lines.items():
            sets = labels == "sets" and len(codes) > 1
            rows = unrolled(study, readers, units, codes, sets=sets, only=universe == "coded")
            given = judgements_of(rows.tolist(), None if sets else (0, 1))
            line = found.find(label)
            assert line.units == given.units
            for name in ("percent", "fleiss", "conger", "gwet", "brennan-prediger"):
                expected = coefficient(name, given).value
                here = line.coefficient(name).value
                if sets and name in {"gwet", "brennan-prediger"}:
                    continue  # what nobody said in units that two read is a category to choose from in the study
                assert here == (None if expected is None else pytest.approx(expected)), (label, name)
            expected = alpha(given).value
            assert line.coefficient("alpha").value == (None if expected is None else pytest.approx(expected)), label


def test_turns_and_chosen_segments() -> None:
    study = team(1)
    code(study, "Ada", "t0", "pace", 0, 12)
    code(study, "Ada", "t0", "pace", 40, 60)
    code(study, "Ada", "t0", "slow", 2, 5)
    code(study, "Ben", "t0", "slow", 45, 50)
    code(study, "Ben", "t0", "keys", 200, 210)
    read(study, "Ada", "Ben")
    chosen = asked(study, units="segments", segments="pace", codes=("slow", "keys")).find("slow")
    assert (chosen.units, chosen.coefficient("percent").value) == (2, 0)
    both = asked(study, units="segments", segments="pace").find("slow")
    # Under pace lie slow and quick too: its stretches are two, each of which was slow to one of them.
    assert (both.units, both.coefficient("percent").value) == (2, 0)
    coded = asked(study, units="segments").find("slow")
    assert [coded.units, coded.coefficient("percent").value] == pytest.approx([3, 1 / 3])
    # A text without turns is judged by its paragraphs.
    assert asked(study, units="turns").find("slow").units == 1


def test_who_has_not_read_is_missing_and_not_nothing() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    code(study, "Ben", "t0", "slow", 0, 50)
    code(study, "Ada", "t1", "slow", 0, 50)
    read(study, "Ada")
    with pytest.raises(BadValueError, match="not two coders"):
        asked(study)
    read(study, "Ben", texts=["t0"])
    found = asked(study)
    assert [one.label for one in found.voices] == ["Ada", "Ben"]
    assert (found.find("slow").sources, found.find("slow").coefficient("alpha").value) == (1, 1)
    # Read to the end and nothing put there is an answer.
    read(study, "Ben", texts=["t1"])
    assert 0 < (asked(study).find("slow").coefficient("alpha").value or 0) < 1
    # A code made later has not been read for by anybody.
    from crosscase.verbs.codes import add_code

    study.do(add_code, "late")
    assert asked(study).find("late").coefficient("percent").undefined == "nobody judged the same unit as somebody else"
    # Whoever coded a text may be taken for having read it.
    code(study, "Cleo", "t0", "keys", 0, 5)
    assert "1 coding in sources" in " ".join(asked(study, members=("Ada", "Ben", "Cleo")).notes())
    assert len(asked(study, read="coded").voices) == 3


def test_only_what_coders_did_by_themselves_counts() -> None:
    from crosscase.model import Span
    from crosscase.verbs.codings import apply_codes

    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    read(study, "Ada", "Ben")
    before = asked(study).to_dict()["rows"]
    code(study, "Ben", "t0", "slow", 0, 50, agreed=True)
    code(study, "Ada", "t0", "slow", 100, 150, agreed=True)
    assert asked(study).to_dict()["rows"] == before
    study.as_member("Ben").do(
        apply_codes,
        study.find(Code, "slow").id,
        [(study.find(Source, "t0").id, Span(20, 60))],
        origin="rule",
        rule="tired",
    )
    found = asked(study)
    assert found.to_dict()["rows"] == before
    assert "Left out: 1 coding by rule that nobody has reviewed." in found.notes()
    assert asked(study, include_unreviewed=True).find("slow").codings == (1, 1)


def test_what_is_undefined_says_why_and_is_no_line_of_the_table() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    read(study, "Ada", "Ben")
    found = asked(study)
    line = found.find("keys")
    assert line.coefficient("alpha").undefined.startswith("only one category was ever said")
    assert line.coefficient("u-alpha").undefined == "nobody marked anything"
    assert [one.word for one in line.told] == ["never used"]
    assert "keys" not in {str(row[0]).strip() for row in found.table().rows}
    assert any("nobody used them" in note and "keys" in note for note in found.notes())
    assert found.frame.filter(label="keys", coefficient="alpha")["value"].to_list() == [None]
    assert line.coefficient("cohen").categories == 2


def test_intervals_need_documents_and_the_same_seed_gives_the_same() -> None:
    few, many = team(4), team(8)
    for study in (few, many):
        for number, text in enumerate(sorted(one.name for one in study.rows(Source))):
            code(study, "Ada", text, "slow", 10 * number, 60 + 10 * number)
            code(study, "Ben", text, "slow", 12 * number, 60 + 11 * number)
        read(study, "Ada", "Ben")
    assert "too few texts for intervals (4; 5 are needed)" in " ".join(asked(few, resamples=200).notes())
    assert asked(few, resamples=200).find("slow").coefficient("alpha").low is None
    found = asked(many, resamples=200)
    one = found.find("slow").coefficient("alpha")
    assert one.low is not None
    assert one.high is not None
    assert one.value is not None
    assert one.low < one.value < one.high
    assert found.to_dict() == asked(many, resamples=200).to_dict()
    assert asked(many, resamples=200, seed=2).find("slow").coefficient("alpha").low != one.low
    assert "With fewer than 20 texts they are rough." in " ".join(found.notes())


def test_a_paradox_and_unlike_amounts_are_said_in_a_sentence() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 20)
    code(study, "Ben", "t0", "slow", 10, 20)
    code(study, "Ada", "t1", "keys", 0, 300)
    code(study, "Ben", "t1", "keys", 0, 300)
    read(study, "Ada", "Ben")
    line = asked(study).find("slow")
    assert line.balance is not None
    assert line.balance.positive == pytest.approx(2 * 10 / 30)
    assert line.balance.pabak == pytest.approx(2 * (1 - 10 / (2 * LENGTH)) - 1)
    told = {one.word: one.sentence for one in line.told}
    assert "a paradox of prevalence" in told["rare"]
    assert "there it is 67 %" in told["rare"]
    assert [one.word for one in asked(study).find("keys").told] == []
    code(study, "Ada", "t0", "slow", 100, 140)
    assert "Ada coded 6.5 % of characters and Ben 1.1 %" in asked(study).find("slow").told[-1].sentence


def test_groups_and_pairs_of_coders() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    code(study, "Ben", "t0", "slow", 50, 90)
    code(study, "Cleo", "t0", "slow", 0, 90)
    read(study, "Ada", "Ben", "Cleo")
    together = asked(study, groups=("two=Ada,Ben", "one=Cleo")).find("slow")
    assert (together.between, together.coefficient("alpha").value) == (("two", "one"), 1)
    assert together.codings == (2, 1)
    pairs = asked(study, by="pairs")
    assert len([one for one in pairs.rows if one.label == "slow"]) == 3
    alone = asked(study, members=("Ada", "Cleo")).find("slow").coefficient("cohen").value
    assert pairs.find("slow", ("Ada", "Cleo")).coefficient("cohen").value == pytest.approx(alone)
    with pytest.raises(BadValueError, match="no group of coders"):
        asked(study, groups=("two",))


def test_perspectives_are_told_only_by_consent_and_are_called_difference() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    code(study, "Ben", "t0", "slow", 0, 40)
    read(study, "Ada", "Ben", "Cleo")
    for who, what in (("Ada", "academic"), ("Ben", "clinical"), ("Cleo", "lived experience")):
        study.as_member(who).do(describe_perspectives, named(study, who), [what])
    with pytest.raises(BadValueError, match="not two perspectives"):
        agreement_in(study, AgreementOptions(by="perspectives", resamples=0))
    for who in ("Ada", "Ben"):
        study.as_member(who).do(share_perspectives, named(study, who))
    assert set(shared_perspectives(study.store)) == {"academic", "clinical"}
    found = agreement_in(study, AgreementOptions(by="perspectives", resamples=0))
    assert found.title == "Where perspectives coincide and differ"
    assert [one.label for one in found.voices] == ["academic", "clinical"]
    assert all(one.recognisable for one in found.voices)
    said = str(found.table())
    assert "lived experience" not in said
    assert "academic (recognisable)" in said
    assert "none of it is an error" in said


def test_under_a_reflexive_analysis_it_is_off_and_says_why() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    read(study, "Ada", "Ben")
    first = study.do(add_analysis, "Meanings", family="reflexive TA").value
    with pytest.raises(OffHereError, match=r"“Meanings” follows reflexive thematic analysis"):
        asked(study)
    study.do(add_analysis, "Counts", family="content analysis")
    assert asked(study).rows
    assert asked(study, analysis="Counts").rows
    with pytest.raises(OffHereError):
        asked(study, analysis="Meanings")
    study.do(change_analysis, first, family="codebook TA")
    assert asked(study, analysis="Meanings").rows


def test_it_shows_itself_as_a_table_a_figure_and_json() -> None:
    study = team()
    code(study, "Ada", "t0", "slow", 0, 50)
    code(study, "Ben", "t0", "slow", 0, 40)
    read(study, "Ada", "Ben")
    found = asked(study)
    assert [column.heading for column in found.table(("cohen",)).columns] == [
        "Code", "Texts", "Codings", "Categories", "Cohen's kappa", "Of coded", "Look at"
    ]  # fmt: skip
    assert found.chart().to_dict()["title"]
    assert found.to_dict()["sources"] == [study.find(Source, "t0").id, study.find(Source, "t1").id]
    assert found.find("slow").values == ()
    assert {name for name, _, _ in found.find("pace (with below)").values} <= {"slow", "quick", "pace"}
