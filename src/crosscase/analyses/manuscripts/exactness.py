"""Quotations held against the transcripts: altered, missing, attributed to somebody else, printed twice.

The words are looked for first in the transcripts of the person they are attributed to, then in all. What a content note
covers is not repeated in a finding.

What a careful reader would get wrong: the same few words may be said by several people. They are misattributed only
where the person named says them nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from crosscase.analyses.manuscripts.findings import Finding, Weight, listed, shortened
from crosscase.analyses.manuscripts.ground import Ground, Person
from crosscase.analyses.manuscripts.quantified import tells_no_findings
from crosscase.analyses.manuscripts.quotes import Quoted
from crosscase.frames.quoted import Checked
from crosscase.frames.tokens import count_words, tokenize
from crosscase.model import Id

_SAME_WORDS = 6
_WITHIN = 0.8
_NEAR = 0.1
_SURE, _SURE_WORDS = 0.8, 8


@dataclass(frozen=True, slots=True)
class Held:
    """A quotation with what became of it.

    Attributes:
        named: the person it is attributed to by identifier.
        source, checked: the best place; None where there are no transcripts.
        speakers: who is known to speak there.
        right: what is printed of who speaks agrees with that, as far as can be said.
    """

    quoted: Quoted
    named: Person | None
    source: Id = ""
    checked: Checked | None = None
    speakers: tuple[str, ...] = ()
    right: bool = True

    def speaker(self, ground: Ground) -> Person | None:
        """Whose words they are: as attributed, else as found."""
        if self.named is not None:
            return self.named
        people = [one for one in map(ground.person, self.speakers) if one is not None]
        return people[0] if len(people) == 1 else None


def hold(ground: Ground, quotes: Sequence[Quoted]) -> list[Held]:
    """Every quotation held against the transcripts."""
    return [_held(ground, one) for one in quotes]


def _held(ground: Ground, quoted: Quoted) -> Held:
    named = ground.person(quoted.label.identifier or quoted.lead.identifier)
    shingles = ground.shingles
    if shingles is None:
        return Held(quoted, named)
    own = ground.sources.get(named.identifier, frozenset()) if named else frozenset()
    standing = [*(shingles.everywhere(quoted.words, own) if own else ()), *shingles.everywhere(quoted.words)]
    places = [(source, one, ground.speakers(source, one.start, one.end)) for source, one in standing]
    for source, one, speakers in places:
        if _agrees(ground, quoted, named, speakers):
            return Held(quoted, named, source, one, speakers)
    if places:
        return Held(quoted, named, *places[0], right=False)
    best = shingles.check(quoted.words)
    mine = shingles.check(quoted.words, own) if own else best
    source, checked = mine if mine[1].share >= best[1].share - _NEAR else best
    # Words that are attributed to nobody may be anything: they have to be very near to be taken for altered.
    unsure = checked.share < _SURE or count_words(quoted.words) < _SURE_WORDS
    if not source or (not quoted.attributed and checked.status == "altered" and unsure):
        return Held(quoted, named, checked=Checked("not found", share=checked.share))
    speakers = ground.speakers(source, checked.start, checked.end)
    right = checked.share < _SURE or _agrees(ground, quoted, named, speakers)
    return Held(quoted, named, source, checked, speakers, right)


def _agrees(ground: Ground, quoted: Quoted, named: Person | None, speakers: tuple[str, ...]) -> bool:
    """Whether what is printed of who speaks can be so."""
    if not speakers:
        return True
    if named is not None:
        return named.identifier in speakers
    people = [one for one in map(ground.person, speakers) if one is not None]
    if quoted.label.code is not None:
        return True  # an identifier that nobody has is a finding of its own
    return not quoted.label.says or any(quoted.label.fits(ground, one) for one in people)


def findings(ground: Ground, held: Sequence[Held]) -> Iterator[Finding]:
    """What is the matter with the words."""
    for one in held:
        if one.checked is not None:
            yield from _of_words(ground, one)
        if one.named is not None and one.named.consent == "no":
            yield Finding(
                kind="without consent", weight="fault", where=one.quoted.where, words=shortened(one.quoted.words),
                about=(one.named.identifier,),
                what=f"{one.named.identifier} did not agree to be quoted verbatim.",
                do="Take the words out, or tell them in other words where that was agreed to.",
            )  # fmt: skip
    yield from _twice(held)


def _of_words(ground: Ground, one: Held) -> Iterator[Finding]:
    checked = one.checked
    assert checked is not None  # noqa: S101 - the caller looked
    whose = one.named.identifier if one.named else one.quoted.label.in_words()
    if checked.status == "not found":
        # The questions that were asked, and words of documents, stand in the methods and belong to nobody.
        if one.quoted.attributed or not tells_no_findings(one.quoted.where.section):
            yield _missing(ground, one, whose)
        return
    if checked.status == "altered":
        notes = ground.covered(one.source, checked.start, checked.end)
        difference = f"(covered: {', '.join(notes)})" if notes else checked.sentence()
        yield _found(
            one, whose, "altered", f"Not as it was said: {difference}.",
            "Print what was said, or declare it: […] for what is left out, [brackets] for what is changed.",
        )  # fmt: skip
    if not one.right:
        said = listed([name for name in one.speakers if name != whose])
        yield _found(
            one, whose, "misattributed", f"{said} said this, not {whose or 'who is named'}.",
            "Correct the attribution, or quote what this person said.",
        )  # fmt: skip


def _missing(ground: Ground, one: Held, whose: str) -> Finding:
    if one.named is not None and not ground.sources.get(one.named.identifier):
        return _found(
            one, whose, "missing", f"There is no transcript of {whose} to compare with.",
            "Add the transcript, or compare the words by hand.", weight="look",
        )  # fmt: skip
    if whose or one.quoted.attributed:
        return _found(
            one, whose, "missing", "These words stand in no transcript.",
            "Copy the words from the transcript, or take them out.",
        )  # fmt: skip
    return _found(
        one, whose, "missing", "These words stand in no transcript, and are attributed to nobody.",
        "Say where they are from: a document, the literature, or whose words they are.", weight="look",
    )  # fmt: skip


def _found(one: Held, whose: str, kind: str, what: str, do: str, *, weight: Weight = "fault") -> Finding:
    return Finding(
        kind=kind, weight=weight, where=one.quoted.where, words=shortened(one.quoted.words),
        about=(whose,) if whose else (), what=what, do=do,
    )  # fmt: skip


def _twice(held: Sequence[Held]) -> Iterator[Finding]:
    """The same words at two places, though punctuation and capitals differ."""
    # What nobody said and nobody is said to have said is no quotation, though it stands apart.
    said = [one for one in held if one.quoted.attributed or (one.checked and one.checked.status != "not found")]
    words = [tokenize(one.quoted.words).folded for one in said]
    at: dict[tuple[str, ...], list[int]] = {}
    for number, tokens in enumerate(words):
        for low in range(len(tokens) - 3):
            at.setdefault(tuple(tokens[low : low + 4]), []).append(number)
    pairs = {(a, b) for places in at.values() for a in places for b in places if a < b}
    for first, second in sorted(pairs):
        one, other = words[first], words[second]
        longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
        if longest >= _SAME_WORDS or longest >= _WITHIN * min(len(one), len(other)):
            here, there = said[first].quoted.where, said[second].quoted.where
            elsewhere = "in another section" if here.section != there.section else "in the same section"
            yield Finding(
                kind="printed twice", weight="look", where=there, places=(here,),
                words=shortened(said[second].quoted.words),
                what=f"{longest} words in a row stand also {elsewhere}: {here.in_words()}.",
                do="Quote other words at one of the two places, or refer back to the first.",
            )  # fmt: skip
