"""Taking in a bundle: everything as one act, nothing doubled, nothing half done."""

from __future__ import annotations

from pathlib import Path

import msgspec

from crosscase.frames import Snapshot
from crosscase.importers import read_path
from crosscase.model import (
    Analysis,
    Attendance,
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coding,
    Interview,
    Lineage,
    Member,
    Memo,
    Participant,
    Question,
    Recruitment,
    Role,
    Source,
    Span,
    Speaker,
    Target,
    Theme,
    Topic,
    Turn,
)
from crosscase.model.bundle import (
    AnalysisRecord,
    AttributeRecord,
    Bundle,
    CaseRecord,
    CodeRecord,
    CodingRecord,
    Document,
    InterviewRecord,
    MemberRecord,
    MemoRecord,
    ParticipantRecord,
    RecruitmentRecord,
    RoleRecord,
    SpeakerRecord,
    Spoken,
    TargetRecord,
    ThemeRecord,
)
from crosscase.store.undo import undo
from crosscase.study import Study
from crosscase.verbs import named_verb
from crosscase.verbs.cases import add_case, change_case
from crosscase.verbs.codes import add_code, move_code
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.fieldwork import change_interview
from crosscase.verbs.members import add_member
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sources import add_source, remove_sources, rename_source
from crosscase.verbs.study import change_settings
from crosscase.verbs.take_in import take_in
from crosscase.verbs.turns import map_speaker, speaker_id
from tests.shared import shared
from tests.verbs.conftest import Desk

TEXT = "INT: How was it?\n\nP: Slow 🙂, e\u0301h.\n\n> They said: wait.\n\n[door]\n\nP: שלום."


def spoken(text: str, words: str, speaker: str = "", *, topic: str = "", question: str = "") -> Spoken:
    at = text.index(words)
    return Spoken(start=at, end=at + len(words), speaker=speaker, topic=topic, question=question)


def a_document(key: str = "T1", text: str = TEXT, **more: object) -> Document:
    turns = (
        spoken(text, "How was it?", "INT", topic="pace"),
        spoken(text, "Slow 🙂, e\u0301h.", "P"),
        msgspec.structs.replace(spoken(text, "They said: wait."), nature="quoted"),
        msgspec.structs.replace(spoken(text, "[door]"), nature="note"),
        spoken(text, "שלום.", "P"),
    )
    speakers = (
        SpeakerRecord(label="INT", voice="interviewer"),
        SpeakerRecord(label="P", voice="participant", participant="P01"),
    )
    plain = Document(key=key, name=key, text=text, turns=turns, speakers=speakers)
    return msgspec.structs.replace(plain, **{"case": "STA1", "participants": ("P01",), "date": "2024-05-06", **more})


CASES = (
    CaseRecord(code="STA1", name="First", attributes={"sector": "public"}),
    CaseRecord(code="PAR1", name="Second", attributes={"sector": "joint"}),
)
PEOPLE = (
    ParticipantRecord(identifier="P01", case="STA1", role="MA", name="Some One", attributes={"age": "41"}),
    ParticipantRecord(identifier="P02", case="PAR1", role="peer worker"),
)
ROLES = (RoleRecord(name="manager", codes=("MA",)), RoleRecord(name="peer worker", codes=("PW",)))
WHOLE = Bundle(
    cases=CASES,
    roles=ROLES,
    participants=PEOPLE,
    attributes=(
        AttributeRecord(subject="case", name="sector", type="one-of", options=("public", "joint"), grouping=True),
        AttributeRecord(subject="participant", name="age", type="number"),
    ),
    targets=(TargetRecord(case="STA1", role="manager", planned=2),),
    recruitment=(RecruitmentRecord(case="STA1", role="PW", step="declined", count=2, reason="no time"),) * 2,
    interviews=(InterviewRecord(name="M1", case="PAR1", participants=("P02",), minutes=30, interviewers=("Mel",)),),
    documents=(
        a_document(attributes={"round": "1"}),
        Document(key="D1", name="A leaflet", text="About us.", nature="document", case="PAR1"),
    ),
    members=(MemberRecord(name="Ben", permission="coder"), MemberRecord(name="ada")),
    codes=(
        CodeRecord(key="c2", name="supervision", parent="c1"),
        CodeRecord(key="c1", name="support", definition="Help.", category=True, colour="#0072B2"),
    ),
    codings=(
        CodingRecord(document="T1", code="c2", member="Ben", start=21, end=27, comment="hm"),
        CodingRecord(document="T1", code="c1", member="", start=21, end=27),
    ),
    memos=(
        MemoRecord(title="First", text="Words.", member="Ben", about_kind="code", about="c1"),
        MemoRecord(title="Loose", text="More."),
    ),
    analyses=(AnalysisRecord(name="Main", question="How?", family="framework"),),
    themes=(
        ThemeRecord(label="slow", parent="pace", codes=("c1", "c2")),
        ThemeRecord(label="pace", content="About time.", codes=("supervision",)),
    ),
)


def test_a_whole_bundle_is_one_act(desk: Desk) -> None:
    before = len(desk.store.log())
    taken = desk.do(take_in, WHOLE)
    assert len(desk.store.log()) == before + 1
    assert taken.refusals == ()
    assert {kind: count.added for kind, count in taken.counts.items()} == {
        "member": 1,
        "case": 2,
        "role": 2,
        "participant": 2,
        "target": 1,
        "recruitment": 2,
        "interview": 2,
        "attendance": 2,
        "source": 2,
        "topic": 1,
        "speaker": 2,
        "turn": 5,
        "attribute": 3,
        "attribute_value": 4,
        "code": 2,
        "coding": 2,
        "analysis": 1,
        "theme": 2,
        "lineage": 3,
        "memo": 2,
    }
    assert taken.lines()[0].startswith("Added: 1 member, 2 cases, 2 roles, 2 participants, 1 target")

    cases = {case.code: case for case in desk.rows(Case)}
    assert [(case.name, case.position) for case in cases.values()] == [("First", 1), ("Second", 2)]
    roles = {role.name: role for role in desk.rows(Role)}
    people = {person.identifier: person for person in desk.rows(Participant)}
    assert (people["P01"].case, people["P01"].role, people["P01"].code) == (
        cases["STA1"].id,
        roles["manager"].id,
        "MA",
    )
    assert [target.planned for target in desk.rows(Target, case=cases["STA1"].id)] == [2]
    assert [line.role for line in desk.rows(Recruitment)] == [roles["peer worker"].id] * 2

    meetings = {meeting.name: meeting for meeting in desk.rows(Interview)}
    assert (meetings["T1"].date, meetings["T1"].case) == ("2024-05-06", cases["STA1"].id)
    assert meetings["M1"].minutes == 30
    assert {(each.interview, each.participant) for each in desk.rows(Attendance)} == {
        (meetings["T1"].id, people["P01"].id),
        (meetings["M1"].id, people["P02"].id),
    }

    sources = {source.name: source for source in desk.rows(Source)}
    talk = sources["T1"]
    assert (talk.case, talk.participant, talk.interview) == (cases["STA1"].id, people["P01"].id, meetings["T1"].id)
    assert sources["A leaflet"].interview is None
    text = desk.store.text(talk.id)
    turns = sorted(desk.rows(Turn), key=lambda turn: turn.start)
    assert [text[turn.start : turn.end] for turn in turns] == [
        "How was it?",
        "Slow 🙂, e\u0301h.",
        "They said: wait.",
        "[door]",
        "שלום.",
    ]
    assert turns[0].topic == desk.rows(Topic)[0].id

    ages = {value.of: value.value for value in desk.rows(AttributeValue)}
    assert (ages[people["P01"].id], ages[cases["STA1"].id], ages[talk.id]) == ("41", "public", "1")
    sector = next(each for each in desk.rows(Attribute) if each.name == "sector")
    assert (sector.grouping, sector.options) == (True, ("public", "joint"))

    codes = {code.name: code for code in desk.rows(Code)}
    assert codes["supervision"].parent == codes["support"].id
    assert (codes["support"].colour, codes["support"].category) == ("#0072b2", True)
    members = {member.name: member for member in desk.rows(Member)}
    assert members["Ben"].permission == "coder"
    codings = {(coding.member, coding.code, text[coding.start : coding.end]) for coding in desk.rows(Coding)}
    assert codings == {
        (members["Ben"].id, codes["supervision"].id, "Slow 🙂"),
        (desk.ada, codes["support"].id, "Slow 🙂"),
    }
    themes = {theme.label: theme for theme in desk.rows(Theme)}
    assert themes["slow"].parent == themes["pace"].id
    assert themes["pace"].analysis == desk.rows(Analysis)[0].id
    assert len(desk.rows(Lineage, theme=themes["slow"].id)) == 2
    assert {memo.title: (memo.member, memo.about) for memo in desk.rows(Memo)} == {
        "First": (members["Ben"].id, codes["support"].id),
        "Loose": (desk.ada, None),
    }


def test_taking_in_twice_says_so_and_changes_nothing(desk: Desk) -> None:
    desk.do(take_in, WHOLE)
    entries, dumped = len(desk.store.log()), desk.dump()
    again = desk.do(take_in, WHOLE)
    assert len(desk.store.log()) == entries
    assert desk.dump() == dumped
    assert not again.changes
    assert [str(known) for known in again.known] == [
        "T1: its text is in the study already, as the source 'T1'.",
        "D1: its text is in the study already, as the source 'A leaflet'.",
    ]
    assert again.lines()[0].startswith("There already: 2 members, 2 cases")
    assert desk.do(take_in, Bundle()).lines() == ["There was nothing to take in."]


def test_undone_and_taken_in_again_it_is_all_there(desk: Desk) -> None:
    taken = desk.do(take_in, WHOLE)
    turns = {turn.id for turn in desk.rows(Turn)}
    undo(desk.store, by=desk.ada)
    assert desk.dump() == desk.began
    again = desk.do(take_in, WHOLE)
    assert again.sources == taken.sources
    assert {turn.id for turn in desk.rows(Turn)} == turns
    assert desk.store.text(again.sources["T1"]) == TEXT
    assert "2 sources had been removed and came back: T1, D1." in again.notes
    voices = {speaker.label: speaker.participant for speaker in desk.rows(Speaker)}
    assert voices == {"INT": None, "P": desk.rows(Participant, identifier="P01")[0].id}
    cases = {case.id for case in desk.rows(Case)}
    assert {source.case for source in desk.rows(Source)} == cases


def test_interviewers_and_quotations_are_nobody_elses_words(desk: Desk) -> None:
    desk.do(take_in, WHOLE)
    snapshot = Snapshot.load(desk.store)
    units, speech = snapshot.units, snapshot.speech
    own = {int(units.participant[unit]): 0 for unit in range(len(units))}
    for unit, start, end in zip(speech.unit, speech.start, speech.end, strict=True):
        own[int(units.participant[unit])] += int(end - start)
    person = snapshot.participants.number[desk.rows(Participant, identifier="P01")[0].id]
    assert own[person] == len("Slow 🙂, e\u0301h.") + len("שלום.")


def test_files_with_every_kind_of_letter_keep_their_offsets(desk: Desk, tmp_path: Path) -> None:
    said = ["Slow 🙂👩\u200d👧 e\u0301h, हिन्दी.", "שלום, وقت طويل."]
    raw = "\ufeff" + "\r\n\r\n".join(["INT: How was it?", f"P01: {said[0]}", "INT: And?", f"P01: {said[1]}"])
    file = tmp_path / "talk.txt"
    file.write_bytes(raw.encode())
    (tmp_path / "documents.csv").write_text("document,file,participant\nT1,talk.txt,P01\n", "utf-8")
    taken = desk.do(take_in, read_path(tmp_path))
    assert taken.refusals == ()
    source = taken.sources["T1"]
    text = desk.store.text(source)
    speaker = speaker_id(source, "P01")
    turns = sorted(desk.rows(Turn, speaker=speaker), key=lambda turn: turn.start)
    assert [text[turn.start : turn.end] for turn in turns] == said
    kept = desk.get(Source, source)
    assert (kept.encoding, kept.file, "\r" in text) == ("utf-8", "talk.txt", False)
    with desk.store.reading() as connection:
        from crosscase.store.cells import file_pieces

        assert b"".join(file_pieces(connection, kept.original)) == raw.encode()


def test_what_dangles_is_refused_alone(desk: Desk) -> None:
    bundle = Bundle(
        cases=(CaseRecord(code=""), *CASES),
        participants=(
            *PEOPLE[1:],
            ParticipantRecord(identifier="P03", case="XXX"),
            ParticipantRecord(identifier="P02"),
        ),
        roles=ROLES,
        targets=(TargetRecord(case="STA1", role="king", planned=2), TargetRecord(case="STA1", role="MA", planned=-1)),
        recruitment=(RecruitmentRecord(case="STA1", role="MA", step="declined", count=0),),
        interviews=(InterviewRecord(name="M", participants=("P09",)),),
        documents=(
            a_document("T1", speakers=(), case="NOWHERE", participants=()),
            a_document("T2", participants=("P03",), speakers=()),
            a_document("T3", speakers=(), participants=(), turns=(Spoken(start=5, end=999),)),
            a_document("T4", speakers=(), participants=(), interview="M"),
            a_document("T44", speakers=(), participants=(), case=""),
            a_document("T5", TEXT + "!", speakers=(), participants=(), original=Path("/nowhere/at/all.txt")),
            a_document("T6", speakers=(), participants=(), case="second"),
            a_document("T7", speakers=(), participants=(), name="the same"),
            Document(key="T8", name="T8", text="One\r\ntwo."),
            Document(key="T9", name="T9", text="Half \ud83d of one."),
            Document(key="T10", name="T10", text=""),
        ),
        codes=(
            CodeRecord(key="a", name="a", parent="b"),
            CodeRecord(key="b", name="b", parent="a"),
            CodeRecord(key="c", name="c", parent="zzz"),
            CodeRecord(key="d", name="d"),
        ),
        codings=(
            CodingRecord(document="T1", code="d", member="", start=0, end=1),
            CodingRecord(document="T44", code="d", member="Zoe", start=0, end=1),
            CodingRecord(document="T44", code="a", member="", start=0, end=1),
            CodingRecord(document="T44", code="d", member="", start=3, end=3),
            CodingRecord(document="T66", code="d", member="", start=0, end=1),
            CodingRecord(document="T44", code="d", member="", start=0, end=4),
        ),
        memos=(
            MemoRecord(title="m", text="", about_kind="case", about="NOWHERE"),
            MemoRecord(title="n", text="", about_kind="planet", about="Mars"),
            MemoRecord(title="o", text="", member="Zoe"),
        ),
        themes=(
            ThemeRecord(label="x", parent="nowhere"),
            ThemeRecord(label="y", parent="x"),
            ThemeRecord(label="z", codes=("d", "a")),
        ),
    )
    taken = desk.do(take_in, bundle)
    neither = "neither in the study nor in what comes with it."
    assert [str(refusal) for refusal in taken.refusals] == [
        "cases: A case has no code.",
        f"participants: P03: There is no case 'XXX', {neither}",
        "participants: P02: The identifier stands there twice.",
        f"frame: STA1 × king: There is no sampling role 'king', {neither}",
        "frame: STA1 × MA: -1 cannot be planned.",
        "recruitment: STA1 × MA: 0 cannot be a number of people in the recruitment log. Nothing was changed.",
        f"interviews: M: There is no participant 'P09', {neither}",
        f"T1: There is no case 'NOWHERE', {neither}",
        f"T2: There is no participant 'P03', {neither}",
        "T3: The turn 5 to 999 does not lie within its text.",
        "T4: Its interview 'M' was refused.",
        "T5: There is no file '/nowhere/at/all.txt' in this study.",
        "T6: Its text is the same as that of 'T44'.",
        "T7: Its text is the same as that of 'T44'.",
        "T8: Its line ends are not settled, so that its turns would not lie where they should.",
        "T9: The text has half of a character in it, after 5 characters. Nothing was taken in; take that out first.",
        "T10: It has neither a text nor a file.",
        "codes: a: It lies under itself.",
        "codes: b: It lies under itself.",
        f"codes: c: There is no code 'zzz', {neither}",
        f"codings: T44 0 to 1, d: There is no member 'Zoe', {neither}",
        f"codings: T44 0 to 1, a: There is no code 'a', {neither}",
        "codings: T44 3 to 3, d: It does not lie within the text.",
        f"codings: T66 0 to 1, d: There is no document 'T66', {neither}",
        f"themes: x: There is no theme 'nowhere', {neither}",
        f"themes: y: There is no theme 'x', {neither}",
        f"themes: z: There is no code 'a', {neither}",
        f"memos: m: There is no case 'NOWHERE', {neither}",
        f"memos: n: There is no planet 'Mars', {neither}",
        f"memos: o: There is no member 'Zoe', {neither}",
    ]
    assert {kind: count.added for kind, count in taken.counts.items()} == {
        "case": 2,
        "role": 2,
        "participant": 1,
        "source": 1,
        "topic": 1,
        "speaker": 2,
        "turn": 5,
        "attribute": 1,
        "attribute_value": 2,
        "code": 1,
        "coding": 1,
        "analysis": 1,
        "theme": 1,
        "lineage": 1,
    }
    assert "1 coding was left out with documents that were refused." in taken.notes


def test_what_is_known_by_its_key_is_used_and_told_news(desk: Desk) -> None:
    case = desk.do(add_case, "sta1", name="Old name")
    desk.do(change_case, case, description="Kept.")
    person = desk.do(add_participant, "p01")
    support = desk.do(add_code, "support", definition="Old.")
    above = desk.do(add_code, "above")
    desk.do(move_code, support, parent=above)
    flat = msgspec.structs.replace(WHOLE, codes=WHOLE.codes[1:], codings=(), memos=(), themes=())
    taken = desk.do(take_in, flat)
    assert taken.refusals == ()
    assert (taken.counts["case"].added, taken.counts["case"].changed) == (1, 1)
    found = desk.get(Case, case)
    assert (found.code, found.name, found.description) == ("sta1", "First", "Kept.")
    assert desk.get(Participant, person).case == case
    code = desk.get(Code, support)
    assert (code.definition, code.parent, code.category) == ("Help.", above, True)
    assert len(desk.rows(Code)) == 2
    later = msgspec.structs.replace(
        flat,
        cases=(CaseRecord(code="STA1", attributes={"sector": "third"}),),
        participants=(ParticipantRecord(identifier="P01", attributes={"age": "old"}),),
        attributes=(AttributeRecord(subject="participant", name="AGE", type="text", inferred=False),),
    )
    again = desk.do(take_in, later)
    assert [str(refusal) for refusal in again.refusals] == [
        "attributes: participant.age: It is a number attribute in the study. Change that first if it is to be text.",
        "participant.age: P01: 'old' is no number value; it was left out.",
    ]
    sector = next(each for each in desk.rows(Attribute) if each.name == "sector")
    assert sector.options == ("public", "joint", "third")
    assert desk.get(Case, case).name == "First"


def test_known_sources_keep_what_they_have_and_are_told_what_they_lack(desk: Desk) -> None:
    bare = Document(key="talk", name="talk", text=TEXT)
    source = desk.do(take_in, Bundle(documents=(bare,))).sources["talk"]
    desk.do(rename_source, source, "my own name")
    taken = desk.do(take_in, msgspec.structs.replace(WHOLE, codings=()))
    assert str(taken.known[0]) == (
        "T1: its text is in the study already, as the source 'my own name'. "
        "Filled in: case, participant, interview, date."
    )
    found = desk.get(Source, source)
    assert (found.name, found.date) == ("my own name", "2024-05-06")
    assert len(desk.rows(Turn, source=source)) == 5

    desk.do(map_speaker, source, "INT", "other")
    meeting = desk.get(Source, source).interview
    assert meeting
    desk.do(change_interview, meeting, name="renamed")
    before = desk.dump()
    desk.do(take_in, msgspec.structs.replace(WHOLE, codings=()))
    assert desk.dump() == before


def test_voices_that_were_unknown_are_filled_in(desk: Desk) -> None:
    document = a_document(speakers=(), participants=(), case="")
    source = desk.do(take_in, Bundle(documents=(document,))).sources["T1"]
    desk.do(map_speaker, source, "INT", "other")
    taken = desk.do(take_in, WHOLE)
    assert "voices" in taken.known[0].filled
    voices = {speaker.label: speaker.voice for speaker in desk.rows(Speaker)}
    assert voices == {"INT": "other", "P": "participant"}


def test_a_corrected_source_that_comes_back_keeps_its_corrections(desk: Desk) -> None:
    source = desk.do(take_in, WHOLE).sources["T1"]
    end = TEXT.index("שלום.") + 5
    desk.do(correct_source, source, [(Span(0, 3), "INES"), (Span(end, end), " Yes.")])
    desk.do(take_in, WHOLE)
    desk.do(remove_sources, [source])
    desk.do(take_in, WHOLE)
    text = desk.store.text(source)
    assert text.startswith("INES: ")
    turns = sorted(desk.rows(Turn, source=source), key=lambda turn: turn.start)
    assert text[turns[-1].start : turns[-1].end] == "שלום. Yes."
    coded = {text[coding.start : coding.end] for coding in desk.rows(Coding)}
    assert coded == {"Slow 🙂"}


def test_another_version_is_refused_and_a_namesake_gets_a_name_of_its_own(desk: Desk) -> None:
    words = "We had a long talk about the ward and who may open the door at night."
    desk.do(add_source, "talk", words)
    other = Document(key="x", name="Talk", text="Something else altogether was said by other people there.")
    version = Document(key="talk", name="talk", text=words + " And then we left.", file="a/talk.txt")
    taken = desk.do(take_in, Bundle(documents=(version, other)))
    assert [str(refusal) for refusal in taken.refusals] == [
        "a/talk.txt: There is a source 'talk', and this is another version of its text. Correct that source, so that "
        "its codings stay in place; or rename it, if both are to be kept."
    ]
    assert desk.get(Source, taken.sources["x"]).name == "Talk (2)"
    assert taken.notes == ("There is a source 'talk' already; x is taken in as Talk (2).",)


def test_answers_are_told_apart_by_who_gave_them(desk: Desk) -> None:
    answers = tuple(
        Document(key=f"q1-{who}", name=f"q1-{who}", text="No.", nature="answer", participants=(who,))
        for who in ("P01", "P02")
    )
    bundle = Bundle(
        participants=(ParticipantRecord(identifier="P01"), ParticipantRecord(identifier="P02")), documents=answers
    )
    taken = desk.do(take_in, bundle)
    assert len(set(taken.sources.values())) == 2
    assert {desk.get(Source, thing).participant for thing in taken.sources.values()} == {
        person.id for person in desk.rows(Participant)
    }
    changed = msgspec.structs.replace(bundle, documents=(msgspec.structs.replace(answers[0], text="Yes."),))
    assert desk.do(take_in, changed).notes == (
        "q1-P01: the answer in the study has other words, and was left as it is.",
    )


def test_questions_by_number_are_made_where_no_guide_has_them(desk: Desk) -> None:
    turns = (
        spoken(TEXT, "How was it?", "INT", question="3b", topic="pace"),
        spoken(TEXT, "Slow", "P", question="3B"),
    )
    desk.do(take_in, Bundle(documents=(a_document(case="", participants=(), speakers=(), turns=turns),)))
    (question,) = desk.rows(Question)
    assert (question.number, question.wording, question.topic) == ("3b", "Question 3b", desk.rows(Topic)[0].id)
    assert {turn.question for turn in desk.rows(Turn)} == {question.id}
    # A transcript in which somebody speaks, but nobody is known, has no interview of its own.
    assert not desk.rows(Interview)


def test_a_transcript_without_turns_is_not_counted_as_one_persons(desk: Desk) -> None:
    document = Document(key="t", name="t", text="Q. How?\nA. So.", participants=("P01",))
    diary = Document(key="d", name="d", text="Dear diary.", nature="document", participants=("P01",))
    bundle = Bundle(participants=(ParticipantRecord(identifier="P01"),), documents=(document, diary))
    taken = desk.do(take_in, bundle)
    assert desk.get(Source, taken.sources["t"]).participant is None
    assert desk.get(Source, taken.sources["d"]).participant
    assert desk.get(Source, taken.sources["t"]).interview


def test_identifiers_follow_the_grammar_of_the_study(desk: Desk) -> None:
    desk.do(take_in, Bundle(cases=CASES, roles=ROLES))
    desk.do(change_settings, grammar="{case}{role}{number:02}")
    people = (ParticipantRecord(identifier="STA1MA01"), ParticipantRecord(identifier="Bob"))
    taken = desk.do(take_in, Bundle(participants=people))
    (person,) = desk.rows(Participant)
    assert (person.identifier, person.code) == ("STA1MA01", "MA")
    assert person.case == next(case.id for case in desk.rows(Case) if case.code == "STA1")
    (refusal,) = taken.refusals
    assert str(refusal).startswith("participants: Bob: 'Bob' does not follow this study's grammar")


def test_nobody_is_made_an_owner_by_a_file_of_an_editors(desk: Desk) -> None:
    zoe = desk.do(add_member, "Zoe", permission="editor")
    bundle = Bundle(
        members=(MemberRecord(name="Max", permission="owner"),),
        memos=(MemoRecord(title="mine", text="x", nature="reflexive", member="Max"),),
    )
    taken = desk.do_as(zoe, take_in, bundle)
    assert [member.permission for member in desk.rows(Member, name="Max")] == ["reader"]
    assert taken.notes == ("1 member came in to read only; an owner can let them do more.",)
    assert [refusal.reason for refusal in taken.refusals] == [
        "A reflexive memo is its author's alone; only Max can bring it in."
    ]


def test_it_is_a_verb_and_can_be_tried_out() -> None:
    verb = named_verb(take_in)
    assert verb
    assert (verb.name, verb.needs) == ("import.bundle", "edit")
    with Study.new(None, title="T", member="Ada") as study:
        assert study.try_out(take_in, WHOLE).counts["turn"].added == 5
        assert study.rows(Source) == []


def test_a_folder_of_real_interviews(desk: Desk) -> None:
    bundle = read_path(shared("corpora", "pypi-mismatches"))
    taken = desk.do(take_in, bundle)
    assert taken.refusals == ()
    assert (len(desk.rows(Case)), len(desk.rows(Participant)), len(desk.rows(Source))) == (2, 6, 16)
    assert len(desk.rows(Interview)) == len(desk.rows(Attendance)) == 16
    assert len(desk.rows(Turn)) == sum(len(document.turns) for document in bundle.documents)
    voices = {speaker.voice for speaker in desk.rows(Speaker) if speaker.label == "MEL"}
    assert voices == {"interviewer"}
    for document in bundle.documents:
        assert desk.store.text(taken.sources[document.key]) == document.text
    assert not desk.do(take_in, bundle).changes
