"""A participant withdraws: no word of theirs is left, and everything else stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.analyses.charting import FrameworkOptions
from crosscase.analyses.framework import framework
from crosscase.errors import CrosscaseError
from crosscase.model import (
    Case,
    Code,
    Coding,
    GivenBack,
    Memo,
    Participant,
    Quotation,
    Recruitment,
    Score,
    ScoreSegment,
    Source,
    Summary,
    SummarySegment,
    Task,
    Theme,
)
from crosscase.store.undo import CannotUndoError
from crosscase.study import Study
from crosscase.verbs.configurations import add_condition, begin_configuration
from crosscase.verbs.erasures import NoAuthorityError, erase_participant, erase_source, redact
from crosscase.verbs.frameworks import add_framework
from crosscase.verbs.given_back import add_given
from crosscase.verbs.quotations import keep_quotation
from crosscase.verbs.scores import set_score
from crosscase.verbs.summaries import write_summary
from tests.erasure.study_of_two import (
    ASKED,
    IN_THE_PAIR,
    NAME,
    OTHERS,
    PAIR,
    SAID,
    her,
    leftovers,
    place,
    turns_of,
)

WORDS = (*SAID, IN_THE_PAIR, NAME, "Marguerite", "Oduya")
BECAUSE = f"{NAME} asked for it by letter of 3 May"


@pytest.fixture
def study(path: Path) -> Iterator[Study]:
    with Study.open(path) as study:
        yield study


def folder_of(study: Study) -> Path:
    assert study.store.path is not None
    return study.store.path.parent


def test_no_word_is_left_in_any_byte(study: Study) -> None:
    study.index()
    assert set(leftovers(folder_of(study), *WORDS))
    study.because(BECAUSE).do(erase_participant, her(study))
    assert leftovers(folder_of(study), *WORDS) == []
    assert study.verify() == []
    study.close()
    assert leftovers(folder_of(study), *WORDS) == []


def test_others_words_and_everybodys_work_stand(study: Study) -> None:
    study.because(BECAUSE).do(erase_participant, her(study))
    assert turns_of(study, "Pair") == [
        ("INT", "Tell me of the evenings."),
        ("MO", "█" * len(IN_THE_PAIR)),
        ("TB", f"{OTHERS} Ask ██████████."),
        ("INT", "Thank you both."),
        ("MO", "███"),
        ("TB", "Bye."),
    ]
    (memo,) = study.rows(Memo, nature="theoretical")
    assert memo.text == f"{'█' * len(NAME)} again: “{'█' * len(SAID[1])}” – compare the pair."
    assert [person.identifier for person in study.rows(Participant)] == ["HALLVO02"]
    assert [source.name for source in study.rows(Source)] == ["Pair"]
    (coding,) = study.rows(Coding)
    assert study.text(coding.source or "")[coding.start : coding.end] == OTHERS
    assert [(line.step, line.count) for line in study.rows(Recruitment)] == [("withdrew", 1)]


def test_the_journal_says_on_whose_authority_without_the_name(study: Study) -> None:
    done = study.because(BECAUSE).do(erase_participant, her(study))
    line = next(line for line in study.log() if line.id == done.entry)
    assert line.because == f"{'█' * len(NAME)} asked for it by letter of 3 May"
    assert line.verb == "participant.erase"


def test_an_authority_is_asked_for(study: Study) -> None:
    before = study.dump_digest()
    with pytest.raises(NoAuthorityError, match="--because"):
        study.do(erase_participant, her(study))
    assert study.dump_digest() == before
    assert leftovers(folder_of(study), SAID[0]) != []


def test_a_code_named_with_their_words_is_renamed(study: Study) -> None:
    study.because(BECAUSE).do(erase_participant, her(study))
    assert sorted(code.name for code in study.rows(Code)) == ["in vivo, withdrawn 1", "keeping things", "radiators"]
    assert leftovers(folder_of(study), "behind the radiator") == []


def test_what_was_touched_is_listed_as_work(study: Study) -> None:
    study.because(BECAUSE).do(erase_participant, her(study))
    (theme,) = study.rows(Theme)
    work = {(task.nature, task.about_kind, task.about) for task in study.rows(Task)}
    code = study.find(Code, "keeping things").id
    assert {("rewrite", "theme", theme.id), ("support", "theme", theme.id), ("rewrite", "code", code)} <= work
    assert {kind for _, kind, _ in work} == {"theme", "code", "memo"}


def test_codings_can_be_kept(study: Study) -> None:
    codings = len(study.rows(Coding))
    study.because(BECAUSE).do(erase_participant, her(study), keep_codings=True)
    assert leftovers(folder_of(study), *WORDS) == []
    assert len(study.rows(Coding)) == codings
    assert sorted(p.identifier for p in study.rows(Participant)) == ["HALLVO01", "HALLVO02"]
    assert set(study.text(study.find(Source, "Alone").id)) == {"█"}
    assert study.verify() == []


def test_only_what_came_later_can_be_erased(study: Study) -> None:
    from crosscase.verbs.sources import describe_source

    study.do(describe_source, study.find(Source, "Alone").id, date="2026-02-01")
    with pytest.raises(CrosscaseError, match="Pair"):
        study.because(BECAUSE).do(erase_participant, her(study), since="2026-03-01")
    study.do(describe_source, study.find(Source, "Pair").id, date="2026-03-01")
    study.because("asked in March").do(erase_participant, her(study), since="2026-03-01")
    assert study.text(study.find(Source, "Alone").id).count("█") == 0
    assert turns_of(study, "Pair")[1] == ("MO", "█" * len(IN_THE_PAIR))


def test_an_erasure_cannot_be_undone(study: Study) -> None:
    study.because(BECAUSE).do(erase_participant, her(study))
    with pytest.raises(CannotUndoError):
        study.undo()


def test_the_study_as_it_was_has_none_of_the_words(study: Study) -> None:
    before = study.log()[-1].id
    study.because(BECAUSE).do(erase_participant, her(study))
    with study.at(before) as then:
        assert len(then.rows(Source)) == 2
        texts = "".join(then.text(source.id) for source in then.rows(Source))
    assert SAID[0][:20] not in texts
    assert ASKED not in texts


def test_one_source_can_be_erased(study: Study) -> None:
    study.because("uploaded by mistake").do(erase_source, study.find(Source, "Pair").id)
    assert leftovers(folder_of(study), OTHERS, IN_THE_PAIR) == []
    assert leftovers(folder_of(study), SAID[0]) != []
    assert study.verify() == []


def test_a_stretch_is_redacted_with_a_mark(study: Study) -> None:
    source = study.find(Source, "Pair").id
    span = place(study, source, "three flights every Thursday evening")
    study.because("names the building").do(redact, source, span, mark="[where and when]")
    assert turns_of(study, "Pair")[1] == ("MO", "We carried the folding chairs up [where and when].")
    assert leftovers(folder_of(study), "three flights every Thursday evening") == []
    assert leftovers(folder_of(study), "We carried the folding chairs") != []
    assert study.verify() == []


def test_a_stretch_without_a_mark_keeps_every_place(study: Study) -> None:
    source = study.find(Source, "Pair").id
    span = place(study, source, "three flights every Thursday evening")
    study.because("names the building").do(redact, source, span)
    assert study.text(source) == PAIR.replace("three flights every Thursday evening", "█" * 36).rstrip("\n") or (
        study.text(source).replace("█" * 36, "three flights every Thursday evening").strip() == PAIR.strip()
    )


def test_the_same_file_is_not_brought_in_again(study: Study, pattern: Path) -> None:
    from crosscase.importers import read_path
    from crosscase.verbs.take_in import take_in

    study.because(BECAUSE).do(erase_participant, her(study))
    done = study.do(take_in, read_path(pattern.parent / "Alone.txt"))
    assert leftovers(folder_of(study), *SAID) == []
    assert any("erased" in str(refused) for refused in done.value.refusals)


def test_what_was_charted_of_her_and_said_to_a_transcript_goes_with_her(study: Study) -> None:
    code, case = study.find(Code, "keeping things").id, study.rows(Case)[0].id
    grid = study.do(add_framework, "Main", [code]).value
    own = "She kept leaflets out of sight, which she calls a kindness."
    alone = study.find(Source, "Alone").id
    coding = next(one.id for one in study.rows(Coding, code=code, source=alone))
    study.do(write_summary, grid, her(study), code, own, segments=[coding])
    # A case's summary that quotes her keeps the rest.
    study.do(write_summary, grid, case, code, f"They hide things: {SAID[0]} It is said often.", segments=[coding])
    study.do(
        add_given, [her(study)], said="The radiator was not behind, it was under.", changed="Nothing was changed yet."
    )
    study.because(BECAUSE).do(erase_participant, her(study))
    assert study.rows(GivenBack) == []
    (left,) = study.rows(Summary)
    assert left.row == case
    assert left.words.startswith("They hide things: ")
    assert left.words.endswith("It is said often.")
    assert [one.coding for one in study.rows(SummarySegment)] == [None]
    grid_now = framework(study.snapshot(), FrameworkOptions(rows="cases"))
    assert grid_now.cells[0][0].own[0].stale == {"removed": 1}
    gone = (SAID[0], own, "calls a kindness", "it was under", "Nothing was changed yet")
    assert leftovers(folder_of(study), *gone) == []
    assert study.verify() == []


def test_a_quotation_of_her_goes_with_her_however_short_it_is(study: Study) -> None:
    alone, pair = study.find(Source, "Alone"), study.find(Source, "Pair")
    study.do(keep_quotation, source=alone.id, span=place(study, alone.id, SAID[0]), note="Her kettle.")
    printed = f"{' '.join(IN_THE_PAIR.split()[:2])} […]"
    study.do(
        keep_quotation, source=pair.id, span=place(study, pair.id, IN_THE_PAIR), printed=printed, note="Her laugh."
    )
    assert len(study.rows(Quotation)) == 2
    study.because(BECAUSE).do(erase_participant, her(study))
    assert study.rows(Quotation) == []
    assert leftovers(folder_of(study), printed, "Her kettle", "Her laugh") == []
    assert study.verify() == []


def test_with_the_codings_kept_a_quotation_keeps_its_place_and_loses_its_words(study: Study) -> None:
    alone = study.find(Source, "Alone")
    printed = f"{SAID[0].split()[0]} […]"
    study.do(keep_quotation, source=alone.id, span=place(study, alone.id, SAID[0]), printed=printed, note="Her kettle.")
    study.because(BECAUSE).do(erase_participant, her(study), keep_codings=True)
    (left,) = study.rows(Quotation)
    assert (left.printed, left.note) == ("█", "█")
    assert leftovers(folder_of(study), printed, "Her kettle") == []


def test_what_scores_of_cases_quote_and_rest_on_of_her_goes_with_her(study: Study) -> None:
    code, case = study.find(Code, "keeping things").id, study.rows(Case)[0].id
    alone = study.find(Source, "Alone").id
    coding = next(one.id for one in study.rows(Coding, code=code, source=alone))
    whole = study.do(begin_configuration, "Keeping", "Whole cases are compared.").value
    kept = study.do(add_condition, whole, "KEPT", part="outcome").value
    study.do(add_condition, whole, "SHARE", nature="crisp")
    study.do(set_score, kept, case, "0.8", reason=f"She says: {SAID[0]} So do others.", segments=[coding])
    study.because(BECAUSE).do(erase_participant, her(study))
    (score,) = study.rows(Score)
    # The judgement of the case stays, with what is left of its reason.
    assert score.value == "0.8"
    assert score.reason.startswith("She says: █")
    assert score.reason.endswith("So do others.")
    assert [one.coding for one in study.rows(ScoreSegment)] == [None]
    assert study.snapshot().configurations.scores[kept, 0].segments[0].since == "removed"
    assert leftovers(folder_of(study), SAID[0]) == []
    assert study.verify() == []
