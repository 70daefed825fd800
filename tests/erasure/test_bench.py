"""Whoever withdraws is gone from the bench too: comparisons, ends of properties, ground, and words others repeated."""

from __future__ import annotations

from crosscase.demo import build_demo
from crosscase.model import Code, Coding, Comparison, Ground, Member, Participant, Position, Property, Relation, Source
from crosscase.store.verify import verify
from crosscase.verbs.comparisons import Side, decide_comparison
from crosscase.verbs.discussions import hand_in_position, open_discussion, write_position
from crosscase.verbs.erasures import erase_participant


def test_comparisons_ends_ground_and_repeated_words_go() -> None:
    with build_demo(None) as study:
        person = study.find(Participant, "ALDMA01").id
        source = study.find(Source, "ALDMA01").id
        own = {one.id for one in study.rows(Coding, source=source)}
        compared = [one for one in study.rows(Comparison) if own & {one.one, one.other}]
        ends = [one for one in study.rows(Property) if own & {one.at_low, one.at_high}]
        assert len(compared) >= 3
        assert ends
        some = max(study.rows(Coding, id=sorted(own)), key=lambda one: one.end - one.start)
        said = study.text(source)[some.start : some.end]
        assert len(said) > 40
        others = [one.id for one in study.rows(Coding) if one.id not in own][:1]
        study.do(
            decide_comparison, Side("coding", others[0]), Side("code", some.code), "same", reason=f"As she says: {said}"
        )
        tom = study.find(Member, "Tom").id
        talk = study.do(open_discussion, "And this?", [tom]).value
        study.as_member("Tom").do(write_position, talk, f"It was said: {said}")
        study.as_member("Tom").do(hand_in_position, talk)
        study.because("asked by letter").do(erase_participant, person)
        left = {one.id for one in study.rows(Coding)}
        assert not own & left
        assert not [one for one in study.rows(Comparison) if own & {one.one, one.other}]
        for one in study.rows(Property):
            assert {one.at_low, one.at_high} - {None} <= left
        assert {one.id for one in ends} <= {one.id for one in study.rows(Property)}
        assert {one.coding for one in study.rows(Ground)} <= left
        assert len(study.rows(Relation)) == 2
        reason = next(one.reason for one in study.rows(Comparison) if one.reason.startswith("As she says"))
        (position,) = study.rows(Position, discussion=talk)
        assert said not in reason
        assert said not in position.words
        assert "█" in reason
        assert "█" in position.words
        assert study.find(Code, "Room to go slowly").retired is False
        assert verify(study.store) == []
