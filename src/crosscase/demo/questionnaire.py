"""The invented questionnaire of the demonstration study (part A), and what all 91 participants answered.

Answers are drawn with a fixed seed for each person and item, around a level that depends on the sector and on what the
person says in the interview: who says that worries are passed up agrees less that a worry can be talked through. Some
people sent nothing back, some left items empty or declined, and some items do not apply to service users.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from crosscase.demo import cast
from crosscase.demo.markup import MarkedInterview
from crosscase.model import Id, Interview, Participant, Question, Topic, Turn
from crosscase.model.fieldwork import Outcome, QuestionNature
from crosscase.study import Study
from crosscase.verbs.answers import Given, give_answers
from crosscase.verbs.instruments import add_instrument, add_question
from crosscase.verbs.links import add_link
from crosscase.verbs.turns import map_many_turns

NAME = "Part A"
AGREE = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")

ITEMS: tuple[tuple[str, QuestionNature, str, tuple[str, ...]], ...] = (
    ("A1", "likert", "A worry can be talked through here before it goes up.", AGREE),
    ("A2", "likert", "Plans are made with the person they are for.", AGREE),
    ("A3", "likert", "I go home with the work in my head.", AGREE),
    ("A4", "likert", "There is time to go slowly with somebody.", AGREE),
    ("A5", "number", "Years in or with this service", ()),
    ("A6", "one", "My contract", ("permanent", "fixed term", "by the hour", "none")),
    ("A7", "many", "I can take a worry to", ("my manager", "a supervisor", "another peer", "nobody")),
    ("A8", "text", "Anything else?", ()),
)

# Item: level from 1 to 5 by sector; then what being coded with a category adds.
_LEVEL = {
    "A1": {"public": 2.3, "joint": 3.2, "independent": 4.1},
    "A2": {"public": 2.8, "joint": 3.4, "independent": 3.9},
    "A3": {"public": 3.2, "joint": 3.3, "independent": 3.1},
    "A4": {"public": 2.4, "joint": 3.1, "independent": 3.8},
}
_SAID = {
    "A1": {"passing-up": -1.3, "plan-together": 0.4},
    "A2": {"plan-together": 0.9},
    "A3": {"carrying-home": 1.2},
    "A4": {"slow": 0.6},
}
_WRITTEN = (
    "The form asks how often. It should ask who with.",
    "I ticked the middle because nobody would tell me what the word meant.",
    "Ask the night staff as well. They will say something different.",
    "You forgot the travelling. It is two hours a day, unpaid.",
    "Nothing I have not said in the room.",
    "Some of these depend on which week it is.",
)
_NOT_FOR_SERVICE_USERS = frozenset({"A3", "A6"})
_SENT_NOTHING_BACK = 0.09
_LEFT_EMPTY = 0.04
_NOTHING_WRITTEN = 0.85
_DECLINED = {"A3": 0.06, "A6": 0.05}
_ABOUT = (("own-story", "T5"), ("friend-line", "T3"), ("pay", "T8"))


def add_questionnaire(study: Study) -> dict[str, Id]:
    """The instrument with its items; ids by number."""
    form = study.do(add_instrument, NAME, nature="questionnaire", description="Filled in before the interview.").value
    return {
        number: study.do(add_question, form, wording, number=number, nature=nature, options=options).value
        for number, nature, wording, options in ITEMS
    }


def answer_it(study: Study, items: Mapping[str, Id], interviews: Mapping[str, MarkedInterview]) -> None:
    """The answers of everybody who sent the questionnaire back, in one act."""
    said: dict[str, set[str]] = {}
    for interview in interviews.values():
        for name in interview.header["participants"].split(","):
            coded = {one.what for one in interview.marked if one.nature == "code" and not one.denied}
            said.setdefault(name.strip(), set()).update(coded)
    sectors = {case[0]: case[2] for case in cast.CASES}
    meetings = {one.name: one.id for one in study.rows(Interview)}
    given = []
    for person in sorted(study.rows(Participant), key=lambda one: one.identifier):
        chance = random.Random(f"{NAME}/{person.identifier}")
        if chance.random() < _SENT_NOTHING_BACK:
            continue
        for number, nature, _, options in ITEMS:
            level = _LEVEL.get(number, {}).get(sectors[person.identifier[:3]], 3.0)
            level += sum(
                more for code, more in _SAID.get(number, {}).items() if code in said.get(person.identifier, ())
            )
            values, outcome = _one(chance, (number, nature, options), level, user=person.code == "SU")
            given.append(Given(person.id, items[number], values, outcome, meetings.get(person.identifier)))
    study.do(give_answers, given)


def _one(
    chance: random.Random, item: tuple[str, QuestionNature, Sequence[str]], level: float, *, user: bool
) -> tuple[tuple[str, ...], Outcome]:
    number, nature, _ = item
    if user and number in _NOT_FOR_SERVICE_USERS:
        return (), "does not apply"
    if chance.random() < _DECLINED.get(number, 0.0):
        return (), "declined"
    if chance.random() < (_NOTHING_WRITTEN if nature == "text" else _LEFT_EMPTY):
        return (), "left empty"
    return _values(chance, item, level), "answered"


def _values(
    chance: random.Random, item: tuple[str, QuestionNature, Sequence[str]], level: float
) -> tuple[str, ...]:  # fmt: skip
    _, nature, options = item
    if nature == "likert":
        return (options[max(1, min(5, round(chance.gauss(level, 0.8)))) - 1],)
    if nature == "one":
        return (chance.choices(options, (6, 5, 2, 1))[0],)
    if nature == "many":
        return tuple(option for option in options[:-1] if chance.random() < 0.45) or (options[-1],)
    return (chance.choice(_WRITTEN) if nature == "text" else str(min(30, round(chance.expovariate(1 / 5)))),)


def map_questions(study: Study) -> None:
    """Turns that ask about a topic ask the question of the guide that opens it, all in one act."""
    by_topic = {one.topic: one.id for one in study.rows(Question) if one.topic}
    study.do(map_many_turns, {turn.id: by_topic[turn.topic] for turn in study.rows(Turn) if turn.topic in by_topic})


def link_to_topics(study: Study, codes: Mapping[str, Id], names: Mapping[str, str]) -> None:
    """A few categories are what a topic of the guide asks about: with that it is known who was asked."""
    for slug, key in _ABOUT:
        study.do(add_link, "code", codes[slug], "topic", study.find(Topic, names[key]).id, relation="is asked under")
