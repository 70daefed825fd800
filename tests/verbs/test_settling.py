"""Every kind of conflict between two copies: found, told the same on both, settled each way, opened again by undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coding,
    Evidence,
    Id,
    Member,
    Memo,
    Participant,
    Row,
    Set,
    SetMember,
    Span,
    Theme,
)
from crosscase.reads.disagreements import Disagreement
from crosscase.store.dump import dump_digest
from crosscase.store.verify import verify
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.attributes import add_attribute, set_values
from crosscase.verbs.cases import add_case, change_case, merge_cases, remove_cases
from crosscase.verbs.codes import add_code, define_code, merge_codes, move_code, remove_code, rename_code
from crosscase.verbs.codings import apply_code, comment_coding, remove_codings, resize_coding
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.members import add_member
from crosscase.verbs.memos import change_memo, write_memo
from crosscase.verbs.participants import add_participant, change_participant
from crosscase.verbs.sets import add_set
from crosscase.verbs.settling import keep_side, write_third
from crosscase.verbs.sources import add_source
from crosscase.verbs.themes import add_theme, place_evidence, relabel_theme

TEXT = "There was a peer workee who told me. Nobody tells me anything, mostly."
LONG = "What it is.\n\nWhat it is not.\n\nAn example."


class Pair:
    """Ines's and Tariq's copies of one study; Tariq's clock is two hours behind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with Study.new(folder / "ines.crosscase", title="Try", member="Ines") as study:
            study.do(add_member, "Tariq")
            self.code = study.do(add_code, "risk", definition=LONG).value
            self.other = study.do(add_code, "trust").value
            self.source = study.do(add_source, "A1", TEXT).value
            self.coding = study.do(apply_code, self.code, self.source, Span(12, 23)).value
        self.ines = Study.open(folder / "ines.crosscase", member="Ines")
        self.part()

    def part(self) -> None:
        """Tariq is given a copy."""
        self.ines.copy_to(self.folder / "tariq.crosscase")
        self.tariq = Study.open(self.folder / "tariq.crosscase", member="Tariq")
        behind = self.tariq.store.now
        self.tariq.store.now = lambda: behind() - 7_200_000

    def begin(self, *acts: tuple[Any, ...]) -> list[Id]:
        """What there is before they part."""
        self.tariq.close()
        (self.folder / "tariq.crosscase").unlink()
        found = [self.ines.do(verb, *args).value for verb, *args in acts]
        self.part()
        return found

    def together(self) -> list[Disagreement]:
        """Both merge; what is open, which must be the same on both."""
        self.ines.merge(self.folder / "tariq.crosscase")
        self.tariq.merge(self.folder / "ines.crosscase")
        mine, theirs = self.ines.disagreements(), self.tariq.disagreements()
        assert mine == theirs
        assert dump_digest(self.ines.store) == dump_digest(self.tariq.store)
        return mine

    def one(self) -> Disagreement:
        """The one conflict there is."""
        (found,) = self.together()
        return found

    def close(self) -> None:
        for study in (self.ines, self.tariq):
            assert verify(study.store) == []
            study.close()


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    made = Pair(tmp_path)
    yield made
    made.close()


def values(one: Disagreement) -> list[tuple[str, str]]:
    return [(side.who, side.value) for side in one.sides]


def settle(pair: Pair, one: Disagreement, how: Callable[..., Any], *given: Any, **more: Any) -> None:
    """Settled by Ines: closed on both copies; opened again when she undoes it; and settled once more."""
    pair.ines.do(how, one.id, *given, **more)
    assert one.id not in {each.id for each in pair.together()}
    pair.ines.undo()
    assert one.id in {each.id for each in pair.together()}
    pair.ines.redo()
    assert one.id not in {each.id for each in pair.together()}


def get(pair: Pair, row: type[Row], thing: Id) -> Any:
    return pair.ines.get(row, thing)


# Fields


@pytest.mark.parametrize(
    ("side", "text", "name"), [(1, "", "danger"), (2, "", "hazard"), (0, "what may happen", "what may happen")]
)
def test_a_name_changed_twice(pair: Pair, side: int, text: str, name: str) -> None:
    pair.tariq.do(rename_code, pair.code, "danger")
    pair.ines.do(rename_code, pair.code, "hazard")
    one = pair.one()
    assert (one.nature, one.field, values(one)) == ("field", "name", [("Tariq", "danger"), ("Ines", "hazard")])
    assert one.writable
    settle(pair, one, keep_side, side) if side else settle(pair, one, write_third, text)
    assert get(pair, Code, pair.code).name == name


def test_the_same_change_twice_is_no_conflict(pair: Pair) -> None:
    for study in (pair.ines, pair.tariq):
        study.do(rename_code, pair.code, "danger")
    assert pair.together() == []


def test_paragraphs_that_clash(pair: Pair) -> None:
    pair.tariq.do(define_code, pair.code, definition="What it is.\n\nTariq's.\n\nAn example, longer.")
    pair.ines.do(define_code, pair.code, definition="What it really is.\n\nIneses.\n\nAn example.")
    one = pair.one()
    assert one.field == "definition"
    assert [side.value.splitlines()[0] for side in one.sides] == ["What it is.", "What it really is."]
    settle(pair, one, keep_side, 1)
    kept = get(pair, Code, pair.code).definition
    assert "Tariq's." in kept
    assert "Ineses." not in kept


def test_paragraphs_of_their_own_merge_and_a_clash_outlives_further_writing(pair: Pair) -> None:
    five = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive."
    pair.begin(
        (define_code, pair.code),
    )
    pair.ines.do(define_code, pair.code, definition=five)
    pair.together()
    pair.tariq.do(define_code, pair.code, definition=five.replace("One.", "Tariq's one."))
    pair.ines.do(define_code, pair.code, definition=five.replace("Five.", "Ines's five."))
    assert pair.together() == []
    merged = five.replace("One.", "Tariq's one.").replace("Five.", "Ines's five.")
    assert get(pair, Code, pair.code).definition == merged
    pair.tariq.do(define_code, pair.code, definition=merged.replace("Three.", "Tariq's three."))
    pair.ines.do(define_code, pair.code, definition=merged.replace("Three.", "Ines's three."))
    # Ines goes on in another paragraph before she sees it: the clash is still there.
    pair.ines.do(define_code, pair.code, definition=get(pair, Code, pair.code).definition + "\n\nSix.")
    one = pair.one()
    assert sorted(value for _, value in values(one)) == ["Ines's three.", "Tariq's three."]
    settle(pair, one, keep_side, 1)
    assert get(pair, Code, pair.code).definition == merged.replace("Three.", "Tariq's three.") + "\n\nSix."


def test_text_of_a_memo_is_reported_to_its_author_who_settles_it(pair: Pair) -> None:
    (memo,) = pair.begin((write_memo, LONG))
    laptop = pair.tariq.as_member("Ines")
    laptop.do(change_memo, memo, text=LONG.replace("is not", "never is"))
    pair.ines.do(change_memo, memo, text=LONG.replace("is not", "always is"))
    one = pair.one()
    assert [value for _, value in values(one)] == ["What it never is.", "What it always is."]
    settle(pair, one, keep_side, 1)
    assert get(pair, Memo, memo).text == LONG.replace("is not", "never is")


def test_values_of_other_types_are_written_as_they_are_read(pair: Pair) -> None:
    (attribute,) = pair.begin((add_attribute, "case", "sector"))
    pair.tariq.do(add_case, "ALD")
    pair.ines.do(add_case, "ALD")
    with pytest.raises(CrosscaseError, match="side 5"):
        pair.ines.do(write_third, pair.one().id, "x", side=5)
    (twins,) = pair.together()
    pair.ines.do(keep_side, twins.id, 1)
    (kept,) = [case for case in pair.ines.rows(Case) if case.merged_into is None]
    pair.together()
    pair.tariq.do(set_values, attribute, {kept.id: "public"})
    pair.ines.do(set_values, attribute, {kept.id: "independent"})
    one = pair.one()
    assert one.about == "'sector' of the case 'ALD'"
    settle(pair, one, write_third, "charity")
    assert [value.value for value in pair.ines.rows(AttributeValue)] == ["charity"]


def test_a_reference_is_written_by_its_name(pair: Pair) -> None:
    one_case, _, _, person = pair.begin(
        (add_case, "ALD"), (add_case, "BRK"), (add_case, "FEN"), (add_participant, "P1")
    )
    pair.tariq.do(change_participant, person, case=one_case)
    pair.ines.do(change_participant, person, case=pair.ines.find(Case, "BRK").id)
    one = pair.one()
    assert [value for _, value in values(one)] == ["the case 'ALD'", "the case 'BRK'"]
    with pytest.raises(CrosscaseError, match="no case 'XXX'"):
        pair.ines.do(write_third, one.id, "XXX")
    settle(pair, one, write_third, "fen")
    assert get(pair, Participant, person).case == pair.ines.find(Case, "FEN").id


# Places


def test_two_ends_of_one_coding_are_one_conflict(pair: Pair) -> None:
    pair.tariq.do(resize_coding, pair.coding, Span(12, 30))
    pair.ines.do(resize_coding, pair.coding, Span(37, 50))
    one = pair.one()
    assert (one.field, one.writable) == ("place", False)
    assert [value for _, value in values(one)] == [
        f"12-30: “{TEXT[12:30]}”".replace("  ", " "),
        f"37-50: “{TEXT[37:50].strip()}”",
    ]
    settle(pair, one, keep_side, 1)
    coding = get(pair, Coding, pair.coding)
    assert (coding.start, coding.end) == (12, 30)


# Trees


def test_moves_that_make_a_circle(pair: Pair) -> None:
    pair.tariq.do(move_code, pair.code, parent=pair.other)
    pair.ines.do(move_code, pair.other, parent=pair.code)
    one = pair.one()
    assert one.nature == "circle"
    assert [side.stands for side in one.sides] == [True, False]
    assert one.about == "the code 'trust'"
    settle(pair, one, keep_side, 2)
    assert get(pair, Code, pair.other).parent == pair.code
    assert get(pair, Code, pair.code).parent is None


def test_moves_that_make_a_circle_may_stay_as_they_came_out(pair: Pair) -> None:
    pair.tariq.do(merge_codes, pair.code, pair.other)
    pair.ines.do(merge_codes, pair.other, pair.code)
    one = pair.one()
    settle(pair, one, keep_side, 1)
    assert get(pair, Code, pair.other).merged_into is None
    assert get(pair, Code, pair.code).merged_into == pair.other


def test_two_moves_and_a_third(pair: Pair) -> None:
    one_code, two, three = pair.begin((add_code, "one"), (add_code, "two"), (add_code, "three"))
    pair.tariq.do(move_code, pair.code, parent=one_code)
    pair.ines.do(move_code, pair.code, parent=two)
    one = pair.one()
    assert [value for _, value in values(one)] == ["the code 'one'", "the code 'two'"]
    settle(pair, one, write_third, "three")
    assert get(pair, Code, pair.code).parent == three
    pair.ines.do(move_code, pair.code, parent=None)
    assert pair.together() == []


# What was removed


def test_a_coding_on_a_code_that_was_removed(pair: Pair) -> None:
    pair.ines.do(remove_code, pair.code)
    pair.tariq.do(apply_code, pair.code, pair.source, Span(0, 5))
    pair.tariq.do(define_code, pair.code, definition="Rather this.")
    one = pair.one()
    assert one.nature == "removed"
    assert values(one)[0] == ("Ines", "removed it")
    assert {who for who, _ in values(one)[1:]} == {"Tariq"}
    with pytest.raises(CrosscaseError, match="Keep one side"):
        pair.ines.do(write_third, one.id, "x")
    settle(pair, one, keep_side, 2)
    assert get(pair, Code, pair.code).definition == "Rather this."
    assert len(pair.ines.rows(Coding, code=pair.code)) == 2  # hers came back with it


def test_what_was_removed_is_let_go_with_what_names_it(pair: Pair) -> None:
    pair.ines.do(remove_code, pair.code)
    pair.tariq.do(apply_code, pair.code, pair.source, Span(0, 5))
    child = pair.tariq.do(add_code, "under it", parent=pair.code).value
    settle(pair, pair.one(), keep_side, 1)
    assert pair.ines.rows(Coding) == []
    assert get(pair, Code, child).parent is None


def test_a_comment_on_a_coding_that_went_with_its_code(pair: Pair) -> None:
    pair.ines.do(remove_code, pair.code)
    pair.tariq.do(comment_coding, pair.coding, "but this one matters")
    one = pair.one()
    assert "but this one matters" in values(one)[1][1]
    settle(pair, one, keep_side, 2)
    assert get(pair, Coding, pair.coding).comment == "but this one matters"
    assert get(pair, Code, pair.code) is not None


def test_a_case_removed_while_somebody_was_put_into_it(pair: Pair) -> None:
    case, person = pair.begin((add_case, "ALD"), (add_participant, "P1"))
    pair.ines.do(remove_cases, [case])
    pair.tariq.do(change_participant, person, case=case)
    one = pair.one()
    assert one.about == "the case 'ALD'"
    settle(pair, one, keep_side, 1)
    assert get(pair, Participant, person).case is None


def test_removing_twice_is_no_conflict(pair: Pair) -> None:
    for study in (pair.ines, pair.tariq):
        study.do(remove_codings, [pair.coding])
    assert pair.together() == []


# Twins


def test_twins_become_one_by_a_signpost(pair: Pair) -> None:
    for study, span in ((pair.tariq, Span(0, 5)), (pair.ines, Span(6, 9))):
        code = study.do(add_code, "pay").value
        study.do(apply_code, code, pair.source, span)
    one = pair.one()
    assert one.nature == "twins"
    assert all("1 coding" in value for _, value in values(one))
    settle(pair, one, keep_side, 1)
    assert [code.merged_into for code in pair.ines.rows(Code, name="pay")].count(None) == 1


def test_twins_are_told_apart_by_a_name(pair: Pair) -> None:
    for study in (pair.tariq, pair.ines):
        study.do(add_code, "pay")
    one = pair.one()
    with pytest.raises(CrosscaseError, match="already"):
        pair.ines.do(write_third, one.id, "risk")
    settle(pair, one, write_third, "pay and hours")
    assert {code.name for code in pair.ines.rows(Code)} == {"risk", "trust", "pay", "pay and hours"}


def test_themes_of_one_name_become_one_with_their_evidence(pair: Pair) -> None:
    (analysis,) = pair.begin((add_analysis, "Main"))
    for study, content in ((pair.tariq, ""), (pair.ines, "Paper instead of talk.")):
        theme = study.do(add_theme, analysis, "Forms", content=content).value
        study.do(place_evidence, theme, [pair.coding])
    one = pair.one()
    kept = one.things[0]
    settle(pair, one, keep_side, 1)
    (left,) = pair.ines.rows(Theme)
    assert (left.id, left.content) == (kept, "Paper instead of talk.")
    assert [evidence.theme for evidence in pair.ines.rows(Evidence)] == [kept]


def test_sets_and_attributes_of_one_name_become_one(pair: Pair) -> None:
    pair.tariq.do(add_set, "code", "Main", [pair.code])
    pair.ines.do(add_set, "code", "Main", [pair.code, pair.other])
    for study in (pair.tariq, pair.ines):
        study.do(add_attribute, "case", "sector")
    for one in pair.together():
        settle(pair, one, keep_side, 2)
    assert len(pair.ines.rows(Set)) == len(pair.ines.rows(Attribute)) == 1
    assert {member.thing for member in pair.ines.rows(SetMember)} == {pair.code, pair.other}
    for study in (pair.tariq, pair.ines):
        study.do(add_attribute, "case", "size")
    one = pair.one()
    settle(pair, one, write_third, "size of it")


def test_members_are_the_owners_business(pair: Pair) -> None:
    for study in (pair.tariq.as_member("Ines"), pair.ines):
        study.do(add_member, "Mei")
    one = pair.one()
    with pytest.raises(CrosscaseError, match="An owner"):
        pair.tariq.do(keep_side, one.id, 1)
    settle(pair, one, keep_side, 1)


def test_who_may_not_edit_settles_only_what_is_their_own(pair: Pair) -> None:
    pair.begin((add_member, "Okafor"))
    pair.ines.do(add_member, "Reader", permission="reader")
    pair.together()
    pair.tariq.do(rename_code, pair.code, "danger")
    pair.ines.do(rename_code, pair.code, "hazard")
    one = pair.one()
    with pytest.raises(CrosscaseError, match="may edit"):
        pair.ines.as_member("Reader").do(keep_side, one.id, 1)
    assert pair.ines.rows(Member, name="Reader")


# Texts


def test_the_same_correction_twice_shows_once(pair: Pair) -> None:
    at = TEXT.index("workee")
    for study in (pair.ines, pair.tariq):
        study.do(correct_source, pair.source, [(Span(at, at + 6), "worker")])
    assert pair.together() == []
    assert pair.ines.text(pair.source) == TEXT.replace("workee", "worker")


@pytest.mark.parametrize(
    ("side", "text", "shows"), [(1, "", "worker"), (2, "", "working man"), (0, "worker, a man,", "worker, a man,")]
)
def test_different_corrections_of_the_same_words(pair: Pair, side: int, text: str, shows: str) -> None:
    at = TEXT.index("workee")
    pair.tariq.do(correct_source, pair.source, [(Span(at, at + 6), "worker")])
    pair.ines.do(correct_source, pair.source, [(Span(at, at + 6), "working man")])
    one = pair.one()
    assert one.nature == "text"
    assert values(one) == [("Tariq", "“worker”"), ("Ines", "“working man”")]
    settle(pair, one, keep_side, side) if side else settle(pair, one, write_third, text)
    assert pair.ines.text(pair.source) == TEXT.replace("workee", shows)
    coding = get(pair, Coding, pair.coding)
    assert pair.ines.text(pair.source)[coding.start : coding.end] == f"peer {shows}"


def test_a_word_corrected_in_a_sentence_that_was_taken_away(pair: Pair) -> None:
    at = TEXT.index(" Nobody")
    pair.tariq.do(correct_source, pair.source, [(Span(at, len(TEXT)), "")])
    pair.ines.do(correct_source, pair.source, [(Span(at + 1, at + 7), "No one")])
    one = pair.one()
    assert sorted(values(one)) == [("Ines", "“No one”"), ("Tariq", "took these words away")]
    settle(pair, one, keep_side, next(side.number for side in one.sides if side.who == "Tariq"))
    assert pair.ines.text(pair.source) == TEXT[:at]


def test_corrections_elsewhere_are_no_conflict(pair: Pair) -> None:
    pair.tariq.do(correct_source, pair.source, [(Span(0, 5), "Here")])
    pair.ines.do(correct_source, pair.source, [(Span(len(TEXT) - 1, len(TEXT)), "!")])
    assert pair.together() == []
    assert pair.ines.text(pair.source) == f"Here{TEXT[5:-1]}!"


def test_cases_merged_twice_in_a_circle_and_themes_renamed(pair: Pair) -> None:
    a, b, analysis = pair.begin((add_case, "ALD"), (add_case, "BRK"), (add_analysis, "Main"))
    pair.tariq.do(merge_cases, a, b)
    pair.ines.do(merge_cases, b, a)
    pair.tariq.do(change_case, a, description="Tariq's.")
    theme = pair.ines.do(add_theme, analysis, "Forms").value
    pair.ines.do(relabel_theme, theme, "Paper")
    (one,) = pair.together()
    assert one.nature == "circle"
    settle(pair, one, keep_side, 2)
    assert get(pair, Case, b).merged_into == a
    assert get(pair, Case, a).merged_into is None
