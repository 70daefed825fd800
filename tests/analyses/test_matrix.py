"""The counting rules of the matrix, each as a study small enough to count by hand."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analyses.matrix import Matrix, MatrixOptions, matrix
from crosscase.errors import BadValueError, NotFoundError
from crosscase.frames import Snapshot
from crosscase.model import Coding, Link, Source
from tests.frames.plain import Made


def made(study: Made, **options: object) -> Matrix:
    return matrix(Snapshot.load(study), MatrixOptions(**options))  # type: ignore[arg-type]  # as the test writes them


def one_talk(said: str = "one two three four five six") -> tuple[Made, str]:
    study = Made()
    study.participant("A-1", "A", "worker")
    return study, study.interviewed("A-1", f"I: Tell me.\nA-1: {said}\n")


def test_an_empty_role_in_a_case_is_not_recruited_in_every_matrix() -> None:
    study, talk = one_talk()
    study.participant("B-1", "B", "manager")
    study.target("A", "worker", 1)
    study.target("A", "manager", 2)
    study.target("B", "worker", 0)
    study.coding(talk, "one", "x")
    roles = made(study, rows="roles", columns="cases")
    empty = roles.find("manager", "A")
    assert (empty.exposure, empty.nothing) == ({"not recruited": 2}, ("not recruited",))
    assert (empty.of_participants, empty.percent) == (0, None)
    assert roles.text(0, 0) == "not recruited"
    # No place was planned, or no frame made: nobody was recruited all the same.
    assert roles.find("worker", "B").exposure == {"not recruited": 0}
    assert made(study, rows="cases", columns="roles").find("A", "manager").exposure == {"not recruited": 2}
    # The case's own cell lists it beside the others.
    assert made(study).find("x", "A").exposure == {"not recruited": 2, "said": 1}
    for table in (roles, made(study), made(study, columns="roles")):
        texts = [str(cell) for row in table.table("percent").rows for cell in row]
        assert not any(text.startswith("0 %") for text in texts)


def test_a_code_made_on_day_30_was_not_read_for_in_what_was_read_before() -> None:
    study = Made()
    talks = []
    for number in range(40):
        study.participant(f"P{number}", "A", "worker")
        talks.append(study.interviewed(f"P{number}", f"P{number}: one two"))
    study.code("old")
    study.read(*talks[12:])
    study.code("late")
    study.read(*talks[:12])
    late, old = made(study).find("late", "A"), made(study).find("old", "A")
    assert (late.participants, late.of_participants, late.with_text) == (0, 12, 40)
    assert late.exposure == {"not yet read for this code": 28, "read, nothing coded": 12}
    assert (old.of_participants, old.exposure) == (40, {"read, nothing coded": 40})
    assert (late.cases, late.of_cases) == (0, 1)
    people, shown = made(study).table().rows[:2]
    assert (people[1], shown[1]) == ("40 of 40 with text", "0 of 12; 28 not yet read for this code")


def test_a_parent_with_two_children_on_one_span_counts_its_participant_once() -> None:
    study, talk = one_talk()
    study.code("parent")
    study.code("left", "parent")
    study.code("right", "parent")
    both = [study.coding(talk, "two three", "left"), study.coding(talk, "three four", "right")]
    table = made(study)
    assert [(line.label, line.below) for line in table.rows] == [
        ("parent", False), ("parent", True), ("left", False), ("right", False),
    ]  # fmt: skip
    assert table.find("parent", "A").participants == 0
    below = table.find("parent (with below)", "A")
    assert (below.participants, below.cases, below.words, below.codings) == (1, 1, 3, 2)
    assert below.coding_ids == tuple(both)
    assert table.find("left", "A").words == table.find("right", "A").words == 2


def test_below_needs_a_reading_for_everything_under_it_but_what_was_retired() -> None:
    study, talk = one_talk()
    study.code("parent")
    child = study.code("child", "parent")
    study.read(talk, codes=("parent",))
    table = made(study)
    assert table.find("parent", "A").exposure == {"read, nothing coded": 1}
    assert table.find("parent (with below)", "A").exposure == {"not yet read for this code": 1}
    study.change(child, retired=True)
    assert made(study).find("parent (with below)", "A").exposure == {"read, nothing coded": 1}


def test_taking_away_one_of_two_coders_codings_leaves_k_of_n() -> None:
    study, talk = one_talk()
    study.coding(talk, "two", "x", member="Ada")
    second = study.coding(talk, "two", "x", member="Bo")
    study.read(talk)
    before = made(study).find("x", "A")
    study.remove(second)
    after = made(study).find("x", "A")
    assert (before.codings, after.codings) == (2, 1)
    for cell in (before, after):
        assert (cell.cases, cell.of_cases, cell.participants, cell.of_participants, cell.words) == (1, 1, 1, 1, 1)


def test_one_participant_in_two_interviews_counts_once_and_a_joint_interview_counts_two() -> None:
    study, talk = one_talk()
    again = study.interviewed("A-1", "A-1: seven eight")
    study.participant("A-2", "A", "worker")
    joint = study.transcript("joint", "A-1: nine\nA-2: ten\n", interview=study.interview("joint", "A-1", "A-2"))
    study.coding(talk, "two", "x")
    study.coding(again, "seven", "x")
    assert made(study).find("x", "A").participants == 1
    across = study.coding(joint, "nine\nA-2: ten", "x")
    cell = made(study).find("x", "A")
    assert (cell.participants, cell.codings, cell.words) == (2, 3, 4)
    people = made(study, columns="participants")
    assert people.find("x", "A-2").coding_ids == (across,)
    assert people.find("x", "A-1").codings == 3
    assert people.find("x", "All").codings == 3


def test_the_numerator_is_always_within_the_denominator() -> None:
    study, talk = one_talk()
    study.participant("A-2", "A", "worker")
    read = study.interviewed("A-2", "A-2: other words")
    study.coding(talk, "two", "x")
    study.read(read)
    cell = made(study).find("x", "A")
    assert (cell.participants, cell.of_participants, cell.unfinished) == (1, 2, 1)
    assert (cell.words, cell.of_words) == (1, 8)
    assert cell.base_ids == (study.id_of("participant", "A-1"), study.id_of("participant", "A-2"))


def test_somebody_with_two_texts_was_read_when_both_were() -> None:
    study, talk = one_talk()
    study.interviewed("A-1", "A-1: more")
    study.code("x")
    study.read(talk)
    assert made(study).find("x", "A").exposure == {"not yet read for this code": 1}


def test_unreviewed_codings_are_counted_apart_until_somebody_accepts_them() -> None:
    study, talk = one_talk()
    found = study.coding(talk, "two", "x", origin="rule")
    apart = made(study).find("x", "A")
    assert (apart.participants, apart.codings, apart.unreviewed, apart.unreviewed_participants) == (0, 0, 1, 1)
    assert (apart.coding_ids, apart.unreviewed_ids) == ((), (found,))
    assert made(study).text(0, 0) == "not yet read for this code; +1 unreviewed"
    counted = made(study, include_unreviewed=True).find("x", "A")
    assert (counted.participants, counted.codings, counted.unreviewed) == (1, 1, 0)
    study.change(found, accepted=study.id_of("member", "Bo"))
    assert made(study).find("x", "A").participants == 1


def test_saying_it_is_not_so_is_not_saying_it() -> None:
    study, talk = one_talk()
    study.coding(talk, "two", "x", stance="no")
    cell = made(study).find("x", "A")
    assert (cell.participants, cell.not_so, cell.words, cell.codings) == (0, 1, 0, 1)
    assert cell.exposure == {"said it is not so": 1}
    study.coding(talk, "five", "x")
    cell = made(study).find("x", "A")
    assert (cell.participants, cell.not_so, cell.exposure) == (1, 1, {"said": 1})


def test_interviewers_words_count_for_nobody_and_documents_for_their_case() -> None:
    study, talk = one_talk()
    lost = study.coding(talk, "Tell me", "x")
    policy = study.add(Source(name="policy", nature="document", case=study.id_of("case", "B"), length=9))
    study.texts[policy] = "No risks."
    study.coding(policy, "risks", "x")
    table = made(study)
    a, b = table.find("x", "A"), table.find("x", "B")
    assert (a.cases, a.participants, a.codings, a.nowhere, a.nowhere_ids) == (0, 0, 0, 1, (lost,))
    assert (b.cases, b.of_cases, b.participants, b.words, b.codings, b.nowhere) == (1, 1, 0, 0, 1, 0)
    assert b.case_ids == (study.id_of("case", "B"),)
    whole = table.find("x", "All")
    assert (whole.cases, whole.of_cases) == (1, 1)
    assert made(study, columns="roles").find("x", "worker").nowhere == 0


def test_every_kind_of_nothing_stands_in_the_mixture() -> None:
    study, talk = one_talk()
    study.code("x")
    study.target("A", "worker", 9)
    study.participant("not-met", "A", "worker")
    study.participant("recorded", "A", "worker")
    study.interview("recorded", "recorded")
    study.participant("unmapped", "A", "worker")
    study.transcript("u", "?: who says this", interview=study.interview("u", "unmapped"))
    study.participant("unread", "A", "worker")
    study.interviewed("unread", "unread: words")
    study.read(talk)
    assert made(study).find("x", "A").exposure == {
        "not recruited": 4,
        "not interviewed": 1,
        "no text yet": 1,
        "not known (turns not mapped)": 1,
        "not yet read for this code": 1,
        "read, nothing coded": 1,
    }


def test_the_table_says_once_who_there_is() -> None:
    study, talk = one_talk()
    study.code("x")
    study.target("A", "worker", 3)
    study.participant("not-met", "A", "worker")
    study.read(talk)
    study.target("B", "worker", 2)
    table = made(study).table()
    assert table.rows == (
        ("People", "1 of 2 with text; 1 not recruited; 1 not interviewed", "not recruited",
         "1 of 2 with text; 3 not recruited; 1 not interviewed"),
        ("x", "0 of 1", "not recruited", "0 of 1 cases; 0 of 1"),
    )  # fmt: skip
    turned = made(study, rows="cases", columns="codes").table()
    assert turned.rows[1] == ("B", "not recruited", "not recruited")
    crossed = made(study, rows="roles", columns="cases", total=False).table()
    assert crossed.rows == (("worker", "0 of 1; 1 not recruited, 1 not interviewed", "not recruited"),)


def test_a_code_linked_to_a_topic_knows_who_was_asked() -> None:
    study = Made()
    code = study.code("risk")
    talks = {}
    for name, text in {
        "volunteered": "I training: Hm?\nP: Risk matters.\nI risk: Risk?\nP: Yes risk.",
        "when-asked": "I risk: Risk?\nP: Risk, yes.",
        "silent": "I risk: Risk?\nI training: Training?\nP: Fine.",
        "declined": "I risk: Risk?\nP (declined): Rather not.",
        "not-asked": "I training: Training?\nP: Fine.",
        "elsewhere": "I risk: Risk?\nP: Fine.",
        "no-topics": "I: Hm?\nP: Fine.",
    }.items():
        study.participant(name, "A")
        talks[name] = study.interviewed(name, text.replace("P:", f"{name}:").replace("P (", f"{name} ("))
    study.add(Link(from_kind="topic", from_thing=study.id_of("topic", "risk"), to_kind="code", to_thing=code))
    study.coding(talks["volunteered"], "Risk matters", "risk")
    study.coding(talks["when-asked"], "Risk, yes", "risk")
    study.read(*talks.values())
    people = made(study, columns="participants", total=False)
    assert {cell.column: list(cell.exposure) for cell in people.cells()} == {
        study.id_of("participant", name): [word]
        for name, word in {
            "volunteered": "volunteered",
            "when-asked": "said when asked",
            "silent": "asked, silent",
            "declined": "asked, declined",
            "not-asked": "not asked",
            "elsewhere": "read, nothing coded",
            "no-topics": "read, nothing coded",
        }.items()
    }


def test_groupings_attributes_and_members_as_columns() -> None:
    study, talk = one_talk()
    study.participant("B-1", "B", "worker", gender="woman", languages="x\ny")
    other = study.interviewed("B-1", "B-1: seven")
    for case, sector in (("A", "statutory"), ("B", "voluntary")):
        study.value("case", "sector", study.id_of("case", case), sector, type="one-of", grouping=True,
                    options=("voluntary", "statutory", "partnership"))  # fmt: skip
    study.value("source", "round", talk, "first")
    study.coding(talk, "two", "x", member="Ada")
    study.coding(other, "seven", "x", member="Bo")
    study.read(talk, member="Bo")
    sectors = made(study, columns="sector")
    assert [line.label for line in sectors.columns] == ["voluntary", "statutory", "partnership", "All"]
    assert sectors.numbers["participants"].tolist() == [[1, 1, 0, 2]]
    assert sectors.find("x", "partnership").exposure == {"not recruited": 0}
    assert made(study, columns="gender").numbers["participants"].tolist() == [[1, 2]]
    assert made(study, columns="round").numbers["participants"].tolist() == [[1, 2]]
    members = made(study, columns="members")
    assert [line.label for line in members.columns] == ["Ada", "Bo", "All"]
    assert members.numbers["participants"].tolist() == [[1, 1, 2]]
    # Bo read A-1's words to the end and coded nothing there; Ada coded them and has finished nothing.
    assert members.numbers["of_participants"].tolist() == [[1, 2, 2]]
    assert members.numbers["unfinished"].tolist() == [[1, 1, 1]]
    by_case = made(study, rows="members", columns="cases", total=False)
    assert by_case.numbers["participants"].tolist() == [[1, 0], [0, 1]]


def test_filters_narrow_numerator_and_denominator_alike() -> None:
    study, talk = one_talk()
    study.participant("B-1", "B", "manager")
    other = study.interviewed("B-1", "B-1: seven")
    study.coding(talk, "two", "x")
    study.coding(other, "seven", "x")
    study.read(talk, other)
    assert made(study, cases=("a",)).find("x", "All").of_participants == 1
    assert made(study, roles=("manager",)).numbers["participants"].tolist() == [[0, 1, 1]]
    assert made(study, sources=("A-1",)).find("x", "All").recruited == 1
    assert made(study, participants=("B-1",)).find("x", "All").participants == 1
    assert made(study, members=("Ada",)).find("x", "All").participants == 2
    with pytest.raises(NotFoundError, match="no case 'C'"):
        made(study, cases=("C",))


def test_people_in_rows_and_totals_below() -> None:
    study, talk = one_talk()
    study.coding(talk, "two", "x")
    turned = made(study, rows="cases", columns="codes")
    assert [line.label for line in turned.rows] == ["A", "All"]
    assert turned.numbers["participants"].tolist() == [[1], [1]]
    crossed = made(study, rows="roles", columns="cases", codes=("x",))
    assert [line.label for line in crossed.columns] == ["A", "All"]
    assert crossed.numbers["participants"].tolist() == [[1, 1]]


def test_themes_count_what_people_placed_and_what_was_taken_in_whole() -> None:
    study, talk = one_talk()
    study.participant("A-2", "A", "worker")
    other = study.interviewed("A-2", "A-2: seven eight")
    study.theme("risk")
    study.theme("crisis", "risk")
    placed = study.coding(talk, "two", "boundaries")
    study.coding(talk, "three", "boundaries")
    study.coding(other, "seven", "wellbeing")
    against = study.coding(other, "eight", "culture")
    study.evidence("risk", placed)
    study.lineage("risk", "boundaries")
    study.evidence("crisis", against, "against")
    table = made(study, rows="themes")
    assert table.find("risk", "A").coding_ids == (placed,)
    assert (table.find("crisis", "A").participants, table.find("crisis", "A").not_so) == (0, 1)
    assert table.find("risk (with below)", "A").codings == 2
    study.lineage("risk", "wellbeing", whole=True)
    cell = made(study, rows="themes").find("risk", "A")
    assert (cell.participants, cell.codings, cell.words) == (2, 2, 2)


def test_axes_that_cannot_be_crossed_are_refused() -> None:
    study, _ = one_talk()
    study.code("x")
    for rows, columns, words in (
        ("codes", "codes", "Name two different axes"),
        ("codes", "themes", "Use `overlap`"),
        ("categories", "cases", "taken up as categories"),
        ("themes", "cases", "no themes"),
        ("codes", "primary", "no primary grouping"),
    ):
        with pytest.raises(BadValueError, match=words):
            made(study, rows=rows, columns=columns)


def test_results_show_themselves_and_say_when_they_are_invented() -> None:
    study, talk = one_talk()
    study.change(study.rows["study"][0].id, invented="invented, not evidence")
    study.coding(talk, "two", "x")
    table = made(study)
    assert table.table().notes[0] == "invented, not evidence"
    assert "<td>1 of 1 cases; 1 of 1 (1 unfinished)</td>" in table._repr_html_()
    spec = table.chart().to_dict()
    assert "invented, not evidence" in json.dumps(spec)
    data = table.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["cells"][0]["participant_ids"] == [study.id_of("participant", "A-1")]
    assert table.frame["participants"].to_list() == [1, 1]


CODES = ("a", "b", "c")  # b and c lie under a
PEOPLE = ("P0", "P1", "P2")
TEXT = "".join(f"{person}: {'word ' * 4}\n" for person in PEOPLE)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 1), st.sampled_from(CODES), st.integers(0, 60), st.integers(0, 30), st.sampled_from("XY")
        ),
        max_size=12,
    )
)
def test_it_agrees_with_counting_by_hand(rows: list[tuple[int, str, int, int, str]]) -> None:
    """A second implementation: every coding as a set of characters, every character with its speaker."""
    study = Made()
    for number, person in enumerate(PEOPLE):
        study.participant(person, "AB"[number % 2])
    talks = [study.transcript(f"t{n}", TEXT, interview=study.interview(f"i{n}", *PEOPLE)) for n in range(2)]
    ids = {"a": study.code("a"), "b": study.code("b", "a"), "c": study.code("c", "a")}
    speaker = {
        place: line[:2]
        for start, line in ((TEXT.index(f"{p}:"), f"{p}: {'word ' * 4}") for p in PEOPLE)
        for place in range(start + 4, start + len(line))
    }
    for talk, code, start, length, member in rows:
        end = min(start + length, len(TEXT))
        study.add(
            Coding(source=talks[talk], start=start, end=end, code=ids[code], member=study.id_of("member", member))
        )  # fmt: skip
    table = made(study)
    for line, group in ((0, "a"), (1, "abc"), (2, "b"), (3, "c")):
        for column, case in enumerate(("A", "B", None)):
            said: dict[str, set[tuple[int, int]]] = {}
            codings = set()
            for row in rows:
                talk, code, start, length, _ = row
                if code in group:
                    for place in range(start, min(start + length, len(TEXT))):
                        who = speaker.get(place)
                        if who and case in (None, "AB"[PEOPLE.index(who) % 2]):
                            said.setdefault(who, set()).add((talk, place))
                            codings.add((talk, code, start, min(start + length, len(TEXT)), row[4]))
            words = sum(
                1 for places in said.values() for _, p in places if TEXT[p] == "w" and TEXT[p - 1] == " "
            )  # fmt: skip
            got = {name: int(values[line, column]) for name, values in table.numbers.items()}
            assert (got["participants"], got["codings"], got["words"]) == (len(said), len(codings), words)
            assert got["participants"] <= got["of_participants"]
            assert set(table.cell(line, column).participant_ids) == {study.id_of("participant", p) for p in said}
    assert np.array_equal(table.numbers["unfinished"], table.numbers["participants"])
