"""What the comparison bench, sign-offs and discussions are given in a trial, and what stands ready for them.

`laid` is called once on the ground study; `BENCH` has a row for each of these verbs.
"""

from __future__ import annotations

from crosscase.model import (
    Analysis,
    Code,
    Coding,
    Comparison,
    Discussion,
    Ground,
    Member,
    Property,
    Relation,
    Source,
    Span,
    Theme,
    WordingChange,
)
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code
from crosscase.verbs.comparisons import Part, Side, decide_comparison
from crosscase.verbs.discussions import hand_in_position, open_discussion, show_positions, write_position
from crosscase.verbs.properties import add_property
from crosscase.verbs.relations import add_relation
from crosscase.verbs.sign_offs import sign_theme
from crosscase.verbs.themes import write_theme
from tests.crash.calling import Arguments, call, ids, one


def laid(study: Study) -> None:
    """A comparison, a property, a relation on two segments, a change of wording and two discussions."""
    risk, forms = one(study, Code, "risk"), one(study, Code, "forms")
    first = by_hand(study, "risk")
    study.do(decide_comparison, Side("coding", first), Side("code", forms), "undecided", category=risk)
    study.do(add_property, risk, "how soon", low="at once", high="never")
    study.do(add_property, risk, "to whom")
    fitting = [each.id for each in study.rows(Coding, code=[risk, forms])]
    study.do(add_relation, risk, forms, "condition", fitting[:2])
    paper = study.do(add_code, "slips", parent=forms).value
    study.do(apply_code, paper, one(study, Source, "ben"), Span(30, 60))
    theme = study.find(Theme, "Told on the first day").id
    study.do(sign_theme, theme)
    study.do(write_theme, theme, content="On day one.", wording_only=True)
    me = study.member().id
    for question in ("Is it risk at all?", "Who is asked?", "Shall it be shown?"):
        omar = [study.find(Member, "Omar").id] if question.startswith("Who") else []
        study.do(open_discussion, question, [me, *omar], about_kind="theme", about=theme)
    study.do(write_position, talk(study, "Is it"), "It is.")
    study.do(hand_in_position, talk(study, "Is it"))
    study.do(show_positions, talk(study, "Is it"))
    study.do(write_position, talk(study, "Who"), "Nobody.")
    study.do(write_position, talk(study, "Shall"), "It shall.")
    study.do(hand_in_position, talk(study, "Shall"))


def talk(study: Study, begins: str) -> str:
    """A discussion by how its question begins."""
    return next(each.id for each in study.rows(Discussion) if each.question.startswith(begins))


def by_hand(study: Study, code: str) -> str:
    """A coding with that code."""
    return next(each.id for each in study.rows(Coding, code=one(study, Code, code)))


BENCH: dict[str, Arguments] = {
    "comparison.decide": lambda s: call(
        Side("coding", by_hand(s, "risk")),
        Side("code", one(s, Code, "forms")),
        "split",
        category=one(s, Code, "risk"),
        split=[Part(name="fear", codings=(by_hand(s, "risk"),))],
        reason="two things in one",
        rule="random",
        seed=4,
    ),
    "comparison.change": lambda s: call(one(s, Comparison), decision="same", reason="after all"),
    "comparison.remove": lambda s: call(one(s, Comparison)),
    "property.add": lambda s: call(one(s, Code, "risk"), "who carries it", at_low=by_hand(s, "risk")),
    "property.change": lambda s: call(one(s, Property), description="From the first day to the last."),
    "property.remove": lambda s: call(one(s, Property)),
    "property.order": lambda s: call(list(reversed(ids(s, Property)))),
    "relation.add": lambda s: call(
        one(s, Code, "risk"), one(s, Code, "forms"), "consequence", [by_hand(s, "risk")], note="forms follow"
    ),
    "relation.ground": lambda s: call(one(s, Relation), [by_hand(s, "slips")]),
    "relation.release": lambda s: call(one(s, Relation), [s.rows(Ground)[0].coding]),
    "relation.note": lambda s: call(one(s, Relation), "It comes first."),
    "relation.remove": lambda s: call(one(s, Relation)),
    "analysis.core": lambda s: call(one(s, Analysis), one(s, Code, "risk")),
    "theme.sign_off": lambda s: call(one(s, Theme, "Risk is written down"), note="With pleasure."),
    "wording.contest": lambda s: call(one(s, WordingChange), reason="It says more."),
    "discussion.open": lambda s: call("And now?", [s.member().id]),
    "discussion.invite": lambda s: call(talk(s, "Who"), [each.id for each in s.rows(type(s.member()))]),
    "discussion.release": lambda s: call(talk(s, "Who"), [one(s, Member, "Omar")]),
    "discussion.show": lambda s: call(talk(s, "Shall")),
    "discussion.close": lambda s: call(talk(s, "Is it"), "It is risk."),
    "discussion.remove": lambda s: call(talk(s, "Is it")),
    "position.write": lambda s: call(talk(s, "Who"), "Somebody, now and then."),
    "position.hand_in": lambda s: call(talk(s, "Who")),
    "position.dissent": lambda s: call(talk(s, "Is it"), "I still say that it is trust."),
}
