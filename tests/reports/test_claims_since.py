"""What became of claims since they were looked at, and that the acts that changed them are named, and no others."""

from __future__ import annotations

import pytest

from crosscase.errors import NotFoundError
from crosscase.model import Claim, Code, Coding, Source, Span
from crosscase.model.bundle import Bundle, CaseRecord, Document, ParticipantRecord, SpeakerRecord, Spoken
from crosscase.reports.claims_since import claims_since
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.claims import change_claim, look_at_claims, set_threshold, write_claim
from crosscase.verbs.codes import add_code, merge_codes, rename_code
from crosscase.verbs.codings import apply_code, remove_codings
from crosscase.verbs.members import add_member
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.take_in import take_in

WORDS = {
    "A1": "Well, I would not say so at all.", "B1": "They come at eight.", "C1": "Hm. Hard to tell.",
}  # fmt: skip


@pytest.fixture
def study() -> Study:
    """Three people of three cases; the first said trust, and the third was not read yet."""
    made = Study.new(None, title="Peers", member="Ines")
    made.do(
        take_in,
        Bundle(
            cases=tuple(CaseRecord(code=name[0]) for name in WORDS),
            participants=tuple(ParticipantRecord(identifier=name, case=name[0]) for name in WORDS),
            documents=tuple(
                Document(
                    key=name, name=name, text=WORDS[name], participants=(name,),
                    turns=(Spoken(start=0, end=len(WORDS[name]), speaker=name),),
                    speakers=(SpeakerRecord(label=name, voice="participant", participant=name),),
                )
                for name in WORDS
            ),
        ),
    )  # fmt: skip
    trust = made.do(add_code, "trust").value
    made.do(add_code, "pay")
    made.do(apply_code, trust, made.find(Source, "A1").id, Span(0, 4))
    made.do(finish_reading, [made.find(Source, name).id for name in ("A1", "B1")])
    return made


def test_only_what_a_claim_depends_on_changes_it_and_the_act_is_named(study: Study) -> None:
    me = study.member().id
    trust, pay = (study.find(Code, name).id for name in ("trust", "pay"))
    on_trust = study.do(write_claim, "All trust.", quantifier="all", query="trust").value
    on_pay = study.do(write_claim, "All are paid.", quantifier="all", query="pay").value
    study.do(look_at_claims, [on_trust, on_pay])
    assert [one.what for one in claims_since(study, reader=me)] == [(), ()]
    study.do(rename_code, pay, "wages")
    talk = study.find(Source, "B1").id
    done = study.do(apply_code, trust, talk, Span(0, 4))
    other = study.do(apply_code, pay, talk, Span(0, 4))
    first, second = claims_since(study, reader=me)
    assert (first.claim, first.looked) == (on_trust, True)
    assert first.what == ("contradicted → not shown", "1 of 2 → 2 of 2 participants", "now so: B1")
    assert [act.id for act in first.acts] == [done.entry]
    assert [act.id for act in second.acts] == [other.entry]
    study.do(look_at_claims, [on_trust])
    assert [bool(one.what) for one in claims_since(study, reader=me)] == [False, True]


def test_reading_thresholds_and_merges_are_named_too(study: Study) -> None:
    trust = study.find(Code, "trust").id
    claim = study.do(write_claim, "Most trust.", quantifier="most", query="trust").value
    begin = study.do(add_code, "faith").entry
    read = study.do(finish_reading, [study.find(Source, "C1").id])
    (one,) = claims_since(study, entry=begin)
    assert [act.id for act in one.acts] == [read.entry]
    assert not one.looked
    means = study.do(set_threshold, "most", least=20)
    (two,) = claims_since(study, entry=read.entry)
    assert [act.id for act in two.acts] == [means.entry]
    faith = study.find(Code, "faith").id
    study.do(apply_code, faith, study.find(Source, "B1").id, Span(0, 4))
    merged = study.do(merge_codes, faith, trust)
    (three,) = claims_since(study, entry=means.entry)
    assert merged.entry in {act.id for act in three.acts}
    assert "now so: B1" in three.what
    changed = study.do(change_claim, claim, quantifier="all")
    (four,) = claims_since(study, entry=merged.entry)
    assert changed.entry in {act.id for act in four.acts}
    assert any(each.startswith("is checked: ") for each in four.what)


def test_a_claim_that_nobody_looked_at_is_told_since_it_was_written(study: Study) -> None:
    claim = study.do(write_claim, "All trust.", quantifier="all", query="trust").value
    (coding,) = study.rows(Coding, code=study.find(Code, "trust").id)
    gone = study.do(remove_codings, [coding.id])
    (one,) = claims_since(study)
    assert (one.claim, one.looked) == (claim, False)
    assert [act.id for act in one.acts] == [gone.entry]
    assert one.before is not None
    assert (one.before.tally.yes, one.after.tally.yes) == (1, 0)
    before = study.log()[0].id
    (new,) = claims_since(study, entry=before)
    assert (new.before, new.what) == (None, ("written since",))
    with pytest.raises(NotFoundError):
        claims_since(study, claims=["nothing"])


def test_each_reader_has_looked_for_themselves(study: Study) -> None:
    study.do(add_member, "Marion")
    marion = study.as_member("Marion")
    claim = study.do(write_claim, "All trust.", quantifier="all", query="trust").value
    marion.do(look_at_claims, [claim])
    study.do(apply_code, study.find(Code, "trust").id, study.find(Source, "B1").id, Span(0, 4))
    study.do(look_at_claims, [claim])
    study.do(add_case, "Z")
    (mine,) = claims_since(study, reader=study.member().id)
    (hers,) = claims_since(study, reader=marion.member().id)
    assert (mine.what, bool(hers.what)) == ((), True)
    assert {one.sentence for one in study.rows(Claim)} == {"All trust."}
