"""A configurational analysis in the demonstration study: what goes with a worry being held where it arose.

Three conditions are all that ten cases bear. Two are measured, one from the table of cases and one from what was said;
the outcome is judged case by case, each with its reason and passages. Hazel Yard does not do what its row lets expect,
and stays there as a contradiction.

What a careful reader would get wrong: it is another design than the themes, and does not confirm them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscase.model import Attribute, Case, Coding, Id, Member, Source
from crosscase.study import Study
from crosscase.verbs.configurations import Anchor, add_condition, begin_configuration, change_configuration
from crosscase.verbs.scores import set_score

NAME = "Held where it arose"
WHY = (
    "The themes tell how a worry is held or passed up. Here we ask another thing: which conditions of a service, taken "
    "together, go with its being held. Ten whole services are few enough to know, and too many to hold in the head."
)
CUTS = "Between .84 and .53 there is a gap, so that a little more or less strictness decides nothing."

POSTS = {
    "full_out": Anchor(at="1", reason="A single peer worker has no peer to hold anything with."),
    "crossover": Anchor(at="2.5", reason="From three posts on there are two of them on most days."),
    "full_in": Anchor(at="7", reason="There is a peer worker on every shift."),
}
SUPERVISED = {
    "full_out": Anchor(at="10", reason="Hardly anybody speaks of it."),
    "crossover": Anchor(at="45", reason="Half of those interviewed, less one who may not have come to it."),
    "full_in": Anchor(at="80", reason="Nearly everybody speaks of it, whoever they are."),
}

HELD: tuple[tuple[str, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("A", "ALD", "0.3", "What is said to one person ends with another, who sits further up. Once a plan was made "
     "with the person, and written on a hand.", (("ALDPW01", "passing-up"), ("ALDPW01", "plan-together"))),
    ("B", "BRK", "0.3", "Half of it now and half when he has rung his brother: that was decided at the bed. But the "
     "thing is to have told somebody.", (("BRKST01", "plan-together"), ("BRKSM01", "passing-up"))),
    ("B", "CIN", "0.1", "Nine boxes, and nobody can put their name to no.", (("CINMA02", "passing-up"),)),
    ("C", "DUN", "0.6", "In the daytime whoever is in sits down with them; after five there is a telephone.",
     (("DUNMA01", "plan-together"), ("DUNSU01", "passing-up"))),
    ("A", "ELM", "0.6", "The plan is in their own words and handwriting, until it is quarter to eleven and a colour "
     "on a screen.", (("ELMPW02", "plan-together"), ("ELMPW02", "passing-up"))),
    ("A", "FEN", "0.2", "It used to be settled by the urn. Since the post is empty, it is rung through.",
     (("FENMA01", "plan-together"), ("FENMA01", "passing-up"))),
    ("C", "GOR", "0.9", "It is said out loud and gone round; there is nobody to wake.",
     (("GORPW01", "plan-together"), ("GORPW01", "passing-up"))),
    ("C", "HAZ", "0.4", "Sorted out in the yard, and then gone over indoors by people who were not there.",
     (("HAZPW03", "plan-together"), ("HAZPW03", "passing-up"))),
    ("B", "IVY", "0.9", "Decided in the room by whoever is on, whoever is in the other chair, and the caller.",
     (("IVYSM01", "plan-together"), ("IVYSU03", "plan-together"))),
    ("A", "JUN", "0.8", "All sit at the table with the guest; what has to be rung through is rung with her beside.",
     (("JUNMA01", "plan-together"), ("JUNST02", "passing-up"))),
)  # fmt: skip
"""By whom, case, membership, why, and the passages: whose interview, and which code on it."""


def configure(study: Study, members: Mapping[str, Member], codes: Mapping[str, Id]) -> None:
    """Switch it on, set the borders, and score the cases."""
    whole = study.do(
        begin_configuration, NAME, WHY, question="What goes together where a worry is held in the room?"
    ).value
    attributes = {one.name: one.id for one in study.rows(Attribute) if one.subject == "case"}
    study.do(
        add_condition, whole, "LED", meaning="Services that are led by peers", nature="crisp", basis="attribute",
        of=attributes["peer-led"], values=["yes"], expects="present",
        expects_reason="Who has been there is thought to bear more of it in the room.",
    )  # fmt: skip
    posts: dict[str, Any] = POSTS
    study.do(
        add_condition, whole, "POSTS", meaning="Services in which peer workers have each other", basis="attribute",
        of=attributes["peer posts"], expects="present", expects_reason="A worry is easier held by two.", **posts,
    )  # fmt: skip
    supervised: dict[str, Any] = SUPERVISED
    study.do(
        add_condition, whole, "SUPERVISED", meaning="Services where supervision is spoken of", basis="share",
        of=codes["supervision"], **supervised,
    )  # fmt: skip
    held = study.do(
        add_condition, whole, "HELD", part="outcome", meaning="Services where a worry is mostly held where it arose",
        crossover=Anchor(reason="As much is held as is passed up."), full_in=Anchor(reason="Hardly anything goes up."),
        full_out=Anchor(reason="Everything goes up."),
    ).value  # fmt: skip
    study.do(change_configuration, whole, cuts_reason=CUTS)
    cases = {one.code: one.id for one in study.rows(Case)}
    sources = {one.name: one.id for one in study.rows(Source)}
    for letter, case, value, reason, passages in HELD:
        segments = [_first(study, sources[whose], codes[slug]) for whose, slug in passages]
        theirs = study.as_member(members[letter].name)
        theirs.do(set_score, held, cases[case], value, reason=reason, segments=segments)


def _first(study: Study, source: Id, code: Id) -> Id:
    """The first passage of an interview that has a code."""
    here = [one for one in study.rows(Coding, source=source, code=code) if one.stance == "yes"]
    return min(here, key=lambda one: (one.start, one.end, one.id)).id
