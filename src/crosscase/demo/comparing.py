"""Invented comparisons, a discussion and sign-offs of the demonstration study: what the three members did with them.

Segments are found by what they are (the first passage of a case with a code), never by a number, so that texts may grow.

What a careful reader would get wrong: no rule found anything here. A rule offered a pair, and somebody looked and
decided; eight pairs are not constant comparison.
"""

from __future__ import annotations

from crosscase.model import Code, Coding, Id, Member, Source, Theme
from crosscase.model.comparisons import Decision, RelationNature
from crosscase.study import Study
from crosscase.verbs.comparisons import Extension, Side, decide_comparison
from crosscase.verbs.discussions import (
    close_discussion,
    dissent,
    hand_in_position,
    open_discussion,
    show_positions,
    write_position,
)
from crosscase.verbs.relations import add_relation
from crosscase.verbs.sign_offs import sign_theme
from crosscase.verbs.themes import write_theme

FAR, GROUPS, WORDS = "most different cases", "same role, other group", "least similar words"

COMPARED: tuple[tuple[str, str, str, str, Decision, str, str], ...] = (
    (
        "A", "own-story", "ALD", "ELM", "extends", FAR,
        "Nineteen years and one person, in a car; a first year and anybody who sat down. Both call it telling.",
    ),
    (
        "C", "own-story", "CIN", "JUN", "extends", GROUPS,
        "One is asked for in a policy, to a woman who was crying. The other is told so that somebody can see her "
        "standing.",
    ),
    (
        "B", "own-story", "FEN", "JUN", "same", FAR,
        "Both bring it on for a purpose, and know that they do while they do it.",
    ),
    (
        "A", "own-story", "ALD", "DUN", "undecided", WORDS,
        "The wallpaper is not told to anybody, it is kept in mind while deciding. I cannot say yet whether that is telling.",
    ),
    (
        "C", "plan-together", "ALD", "GOR", "negative", FAR,
        "Told and not asked, and left out. The plan was made together, but not with everybody who would carry it.",
    ),
    (
        "B", "plan-together", "GOR", "BRK", "same", FAR,
        "Settled in the room by those who were in it. That a watch ended one of the two evenings does not change that.",
    ),
    (
        "A", "slow", "DUN", "HAZ", "extends", GROUPS,
        "At Hazel nobody stood up, and all of them were slow. At Dunlin the same hour is waiting for the one outside.",
    ),
    (
        "C", "slow", "CIN", "IVY", "same", WORDS,
        "A morning with a man who does not speak, a knee against a knee. Different words, and the same.",
    ),
)  # fmt: skip
"""Member, category, the cases of the two segments, decision, how the pair was chosen, reason."""

PROPERTIES: tuple[tuple[str, str, str, str, str], ...] = (
    ("own-story", "ALD ELM", "how many are told", "one person, once", "anybody who sits down"),
    ("own-story", "CIN JUN", "who it is for", "whoever asks for it", "somebody who may see themselves in it"),
    ("slow", "DUN HAZ", "who it is slow for", "only the one inside", "everybody there"),
)
"""Category, the cases of the comparison that brought it, name, and what its two ends are called."""

RELATIONS: tuple[tuple[str, RelationNature, str, tuple[str, ...], str], ...] = (
    ("slow", "condition", "peer-company", ("IVY",), "Where slowness was told as safe, somebody was told of with it."),
    ("passing-up", "consequence", "forms", ("ALD",), "What goes up comes back as something to be filled in."),
)
"""A category, what the other one is to it, the other, the cases whose segments it rests on, and a note."""

DISCUSSED = "Slowness as safety"
QUESTION = "Is slowness safety, or is it what we call it when nobody came?"
POSITIONS = (
    (
        "C",
        "Both, and the property says which: who it is slow for. I can stand behind the theme if that is in its first "
        "line.",
    ),
    (
        "A",
        "Safety. What people say helped was an hour in which nothing had to be decided. I would keep the name, and keep "
        "the list for that room at Dunlin as what speaks against it.",
    ),
    (
        "B",
        "I have been the one with the telephone number. Whoever was left outside will not forgive us the word. Say room, "
        "or say time, and say for whom.",
    ),
)
OUTCOME = (
    "We keep the name, and write into the boundary that waiting which nobody chose is not in it. Passages on being left "
    "outside stand under it as evidence against."
)
DISSENT = (
    "The name is still wrong. Those for whom the same hour was neglect are the ones we have hardly spoken to, and a theme "
    "should not be named by those who were let in."
)
BOUNDARY = "Waiting that nobody chose, and in which nobody was kept company, is not in this theme."
SHORTER = "Time is a thing that is done, not one that is lost."


def compare(study: Study, members: dict[str, Member], codes: dict[str, Id]) -> None:
    """What was compared on the bench, and what it decided."""
    brought = {(slug, cases): ends for slug, cases, *ends in PROPERTIES}
    for seed, (letter, slug, one, other, decision, rule, reason) in enumerate(COMPARED, 1):
        first, second = (_segment(study, codes[slug], case) for case in (one, other))
        ends = brought.get((slug, f"{one} {other}"))
        extends = Extension(name=ends[0], low=ends[1], high=ends[2], at_low=first, at_high=second) if ends else None
        study.as_member(members[letter].name).do(
            decide_comparison, Side("coding", first), Side("coding", second), decision, category=codes[slug],
            reason=reason, rule=rule, seed=seed, extends=extends,
        )  # fmt: skip
    for category, nature, to, cases, note in RELATIONS:
        ground = [_segment(study, codes[slug], case) for slug in (category, to) for case in cases]
        study.do(add_relation, codes[category], codes[to], nature, ground, note=note)


def _segment(study: Study, code: Id, case: str) -> Id:
    """The first passage of a case that somebody put a code on by hand, because it says so."""
    names = {source.id: source.name for source in study.rows(Source)}
    found = [
        (names[one.source], one.start, one.id)
        for one in study.rows(Coding, code=code, origin="by hand", stance="yes")
        if names[one.source].startswith(case)
    ]
    if not found:
        message = f"Nothing in {case} has the code {study.rows(Code, id=[code])[0].name!r}."
        raise ValueError(message)
    return min(found)[2]


def agree(study: Study, members: dict[str, Member]) -> None:
    """A discussion with a minority report, and sign-offs of which one has lapsed."""
    theme = study.find(Theme, DISCUSSED).id
    asked = [members[letter].id for letter, _ in POSITIONS]
    talk = study.do(open_discussion, QUESTION, asked, about_kind="theme", about=theme).value
    by = {letter: study.as_member(members[letter].name) for letter, _ in POSITIONS}
    for letter, words in POSITIONS:
        by[letter].do(write_position, talk, words)
        by[letter].do(hand_in_position, talk)
    by["A"].do(sign_theme, theme, note="As it stood before we discussed it.")
    by["C"].do(show_positions, talk)
    study.do(close_discussion, talk, OUTCOME)
    by["B"].do(dissent, talk, DISSENT)
    reason = "What the discussion settled."
    by["C"].because(reason).do(write_theme, theme, boundary=BOUNDARY)
    by["C"].do(sign_theme, theme)
    by["B"].do(sign_theme, theme, agrees=False, note="See what I wrote when the discussion was closed.")
    by["A"].do(write_theme, theme, meaning=SHORTER, wording_only=True)
