"""What the snapshot makes of rows: signposts followed, twins counted once, and each word given to whom it belongs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames import Snapshot
from crosscase.frames.tokens import count_words
from crosscase.model import Coding, Link, Participant, Source, Turn
from tests.frames.plain import Made

TALK = """I: How was the training?
STA1SU01: Long. Very long, honestly 🙂 you know.
> They said it would be short.
I training: And did it help?
STA1SU01: It helped me a bit.
?: Somebody else says no.
"""


def owners(snapshot: Snapshot, coding: str) -> list[str]:
    row = snapshot.codings.ids.to_list().index(coding)
    units = snapshot.lies.unit[snapshot.lies.coding == row]
    people = snapshot.units.participant[units].tolist()
    return [snapshot.participants.labels[person] if person >= 0 else "nobody" for person in people]


def words(snapshot: Snapshot, coding: str) -> int:
    row = snapshot.codings.ids.to_list().index(coding)
    begin, end = snapshot.words_on
    return int((end - begin)[snapshot.lies.coding == row].sum())


def test_words_belong_to_who_says_them() -> None:
    study = Made()
    study.participant("STA1SU01", "STA1", "service user")
    talk = study.interviewed("STA1SU01", TALK)
    whole = study.add(Coding(source=talk, place="whole", code=study.code("all"), member=study.id_of("member", "Ada")))
    asked = study.coding(talk, "How was the training?", "training")
    said = study.coding(talk, "Very long, honestly 🙂 you", "training")
    across = study.coding(talk, "you know.\n> They said it would be short.\nI training: And did it help?", "training")
    quoted = study.coding(talk, "it would be short", "training")
    unknown = study.coding(talk, "Somebody else", "training")
    snapshot = Snapshot.load(study)
    assert owners(snapshot, asked) == []
    assert owners(snapshot, quoted) == []
    assert owners(snapshot, said) == ["STA1SU01"]
    assert owners(snapshot, unknown) == ["nobody"]
    assert owners(snapshot, whole) == ["nobody", "STA1SU01"]
    assert words(snapshot, said) == 4
    assert words(snapshot, across) == 2
    assert words(snapshot, whole) == 6 + 5 + 4
    mine = snapshot.units.participant >= 0
    assert snapshot.spoken.spoken[mine].tolist() == [6 + 5]


def test_a_document_belongs_to_whom_it_is_about_or_to_its_case() -> None:
    study = Made()
    person = study.participant("STA1SU01", "STA1")
    diary = study.add(Source(name="diary", nature="document", participant=person, length=11))
    policy = study.add(Source(name="policy", nature="document", case=study.id_of("case", "STA1"), length=11))
    study.texts = {diary: "I was tired", policy: "Risk is all"}
    first, second = study.coding(diary, "tired", "risk"), study.coding(policy, "Risk", "risk")
    snapshot = Snapshot.load(study)
    assert owners(snapshot, first) == ["STA1SU01"]
    assert owners(snapshot, second) == ["nobody"]
    assert snapshot.sources.mapped.tolist() == [True, False]
    assert snapshot.units.case[snapshot.lies.unit].tolist() == [0, 0]


def test_a_quotation_inside_a_turn_is_cut_out_of_it() -> None:
    study = Made()
    study.participant("P1", "A")
    talk = study.interviewed("P1", "P1: one two three four five")
    study.add(Turn(source=talk, nature="quoted", start=8, end=18))
    inner, outer = study.coding(talk, "two three", "x"), study.coding(talk, "one two three four", "x")
    snapshot = Snapshot.load(study)
    assert owners(snapshot, inner) == []
    assert words(snapshot, outer) == 2


def test_an_area_or_a_time_belongs_to_whom_the_source_is_about() -> None:
    study = Made()
    person = study.participant("P1", "A")
    photo = study.add(Source(name="photo", nature="image", participant=person))
    film = study.add(Source(name="film", nature="recording", case=study.id_of("case", "A")))
    code, member = study.code("x"), study.id_of("member", "Ada")
    area = study.add(Coding(source=photo, place="area", area=("1", "2", "3"), code=code, member=member))
    twin = study.add(Coding(source=photo, place="area", area=("1", "2", "3"), code=code, member=member))
    other = study.add(Coding(source=photo, place="area", area=("1", "2", "4"), code=code, member=member))
    time = study.add(Coding(source=film, place="time", from_ms=0, to_ms=900, code=code, member=member))
    snapshot = Snapshot.load(study)
    assert snapshot.codings.ids.to_list() == [area, other, time]
    assert snapshot.codings.twins == {twin: 0}
    assert owners(snapshot, area) == ["P1"]
    assert owners(snapshot, time) == ["nobody"]


def test_twins_count_once_after_signposts_were_followed() -> None:
    study = Made()
    study.participant("P1", "A")
    talk = study.interviewed("P1", "P1: one two three")
    old, new = study.code("old"), study.code("new")
    first = study.coding(talk, "two", "old")
    by_another = study.coding(talk, "two", "new", member="Bo")
    second = study.coding(talk, "two", "new")
    longer = study.coding(talk, "two three", "new")
    study.change(old, merged_into=new)
    snapshot = Snapshot.load(study)
    assert snapshot.codings.ids.to_list() == [first, by_another, longer]
    assert snapshot.codings.twins == {second: 0}
    assert [snapshot.codes.labels[code] for code in snapshot.codings.code] == ["new"] * 3
    study.theme("risk")
    study.evidence("risk", second)
    study.evidence("risk", first)
    theme, coding, against = Snapshot.load(study).themes.evidence
    assert (theme.tolist(), coding.tolist(), against.tolist()) == ([0], [0], [False])


def test_a_code_follows_its_merged_parent_and_never_itself() -> None:
    study = Made()
    top = study.code("top")
    one = study.code("one", "top")
    two = study.code("two", "one")
    study.code("three", "two")
    snapshot = Snapshot.load(study)
    assert snapshot.codes.labels == ("top", "one", "two", "three")
    assert [snapshot.codes.path(n) for n in snapshot.codes.below(2)] == ["top / one / two", "top / one / two / three"]
    # `one` becomes `two`, which hung under it: `two` moves up to `top` and takes its own child along.
    study.change(one, merged_into=two)
    codes = Snapshot.load(study).codes
    assert (codes.labels, codes.parent.tolist()) == (("top", "two", "three"), [-1, 0, 1])
    assert codes.number[one] == codes.number[two] == 1
    # A circle that two signposts close is cut, and nothing is lost.
    study.change(top, parent=study.id_of("code", "three"))
    codes = Snapshot.load(study).codes
    assert sorted(codes.labels) == ["three", "top", "two"]
    assert codes.size.max() == 3


def test_merged_participants_and_cases_are_one() -> None:
    study = Made()
    one, two = study.participant("P1", "A", gender="woman"), study.participant("P2", "B", gender="man")
    study.change(two, merged_into=one)
    study.change(study.id_of("case", "A"), merged_into=study.id_of("case", "B"))
    talk = study.interviewed("P2", "P2: hello")
    study.coding(talk, "hello", "x")
    snapshot = Snapshot.load(study)
    assert snapshot.participants.labels == ("P1",)
    assert [snapshot.cases.labels[case] for case in snapshot.participants.case] == ["B"]
    assert owners(snapshot, snapshot.codings.ids[0]) == ["P1"]
    assert snapshot.variable("gender").values == (("woman",),)
    assert snapshot.participants.find("p1") == 0


def test_rows_that_name_what_is_gone_do_not_count() -> None:
    study = Made()
    study.participant("P1", "A")
    talk = study.interviewed("P1", "P1: one two three")
    study.coding(talk, "one", "x")
    orphan = study.add(Coding(source=talk, start=4, end=7, code="f" * 32, member=study.id_of("member", "Ada")))
    member = study.id_of("member", "Bo")
    study.coding(talk, "two", "x", member="Bo")
    study.remove(member)
    snapshot = Snapshot.load(study)
    assert orphan not in snapshot.codings.ids.to_list()
    assert snapshot.codings.member.tolist() == [0, -1]


def test_a_reading_covers_the_codes_there_were() -> None:
    study = Made()
    study.participant("P1", "A")
    talk, unread = study.interviewed("P1", "P1: one two three"), study.interviewed("P1", "P1: more")
    old = study.code("old")
    study.read(talk)
    study.read(talk, member="Bo", codes=("old",))
    new = study.code("new")
    snapshot = Snapshot.load(study)
    here = snapshot.sources.number[talk]
    assert snapshot.codes.labels == ("new", "old")
    assert snapshot.read_by_anyone[:, here].tolist() == [False, True]
    assert not snapshot.read_by_anyone[:, snapshot.sources.number[unread]].any()
    assert snapshot.reads.read(2, snapshot.members.found(["Bo"]))[here].tolist() == [False, True]
    # Codings of `old` count as `new`'s once it is merged, and so does having read for it.
    study.change(old, merged_into=new)
    assert Snapshot.load(study).read_by_anyone[:, here].tolist() == [True]


def test_asked_answered_volunteered_declined() -> None:
    study = Made()
    study.participant("P1", "A")
    study.participant("P2", "A")
    study.interview("joint", "P1", "P2")
    talk = study.transcript(
        "joint",
        "P1 risk: Before you ask, risk.\nI training: Training?\nP1: Yes.\nI: Go on.\nP1: More.\nP2 (declined): No.\n"
        "I risk: And risk?\nP2: As she said.\n",
        interview=study.rows["interview"][0].id,
    )
    study.add(
        Link(from_kind="code", from_thing=study.code("danger"), to_kind="topic", to_thing=study.id_of("topic", "risk"))
    )
    topics = Snapshot.load(study).topics
    assert topics.labels == ("risk", "training")
    assert topics.known.tolist() == [True]
    assert topics.answered.tolist() == [[False, True], [True, False]]
    assert topics.volunteered.tolist() == [[True, False], [False, False]]
    assert topics.declined.tolist() == [[False, False], [False, True]]
    assert (topics.of_codes[0].tolist(), topics.of_codes[1].tolist()) == ([0], [0])
    assert study.texts[talk][topics.asked_at[0, 1] :].startswith("Training?")


def test_refreshed_is_what_loading_again_would_give() -> None:
    study = Made()
    study.participant("P1", "A")
    talk = study.interviewed("P1", "P1: one two three")
    study.coding(talk, "one", "x")
    before = Snapshot.load(study)
    assert before.refreshed(study, {}) is before
    assert before.spoken.spoken.tolist() == [3]

    study.asked.clear()
    added = study.coding(talk, "two", "x")
    after = before.refreshed(study, {"coding": [added]})
    assert (study.asked, after.version) == (["coding"], study.version)
    assert len(before.codings) == 1
    assert after.codings.ids.to_list() == Snapshot.load(study).codings.ids.to_list()

    # A correction: offsets move and the words are counted again, though only the source is named.
    study.texts[talk] = "P1: well, one two three"
    study.change(talk, length=len(study.texts[talk]))
    for row in study.rows["turn"]:
        study.change(row.id, end=len(study.texts[talk]))
    study.change(added, start=14, end=17)
    corrected = after.refreshed(study, {"source": [talk]})
    assert corrected.codings.start.tolist() == [4, 14]
    assert corrected.spoken.spoken.tolist() == [4]


def test_an_empty_study_loads() -> None:
    snapshot = Snapshot.load(Made())
    assert (len(snapshot.codings), len(snapshot.lies), snapshot.read_by_anyone.shape) == (0, 0, (0, 0))
    assert snapshot.spoken.spoken.tolist() == []


def test_things_are_found_by_name_code_set_and_case_of_letters() -> None:
    from crosscase.model import Role, Set, SetMember

    study = Made()
    study.add(Role(name="strategic manager", codes=("SM", "CO")))
    study.code("Training")
    wanted = study.code("risk")
    group = study.add(Set(name="mine", of="code"))
    study.add(SetMember(set=group, thing=wanted))
    snapshot = Snapshot.load(study)
    assert snapshot.roles.find("co") == 0
    assert snapshot.found(snapshot.codes, ["training", "set:mine"]).tolist() == [0, 1]


@given(st.lists(st.tuples(st.sampled_from("ABI"), st.sampled_from(["á", "one", "two 🙂", "it's", "नमस्ते"])), max_size=8))
def test_own_words_agree_with_counting_each_turn(lines: list[tuple[str, str]]) -> None:
    study = Made()
    for name in "AB":
        study.add(Participant(identifier=name))
    text = "".join(f"{who}: {words}\n" for who, words in lines)
    talk = study.transcript("t", text, interview=study.interview("joint", "A", "B"))
    study.add(Coding(source=talk, place="whole", code=study.code("all"), member=study.id_of("member", "Ada")))
    snapshot = Snapshot.load(study)
    expected = {name: sum(count_words(words) for who, words in lines if who == name) for name in "AB"}
    for unit, person in enumerate(snapshot.units.participant.tolist()):
        if person >= 0:
            name = snapshot.participants.labels[person]
            assert snapshot.spoken.spoken[unit] == expected[name]
            on = np.flatnonzero(snapshot.lies.unit == unit)
            begin, end = snapshot.words_on
            assert (end - begin)[on].sum() == expected[name]
