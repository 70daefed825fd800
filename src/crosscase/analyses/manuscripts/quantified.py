"""Sentences that say how many, and what bears them out.

A sentence with a quantifier (all, most, many, some, few, none, half, n of N) over people or cases is borne out by a
count in the same sentence, or by a claim of the study that says nearly the same and is shown. Sections on methods,
background and ethics are passed over, and so are quotations: what participants say of all and nobody is theirs.

What a careful reader would get wrong: *without support* does not mean wrong. It means that a reviewer who asks “how
many?” finds no answer in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from crosscase.analyses.manuscripts.findings import Finding, shortened
from crosscase.analyses.manuscripts.ground import ClaimHere, Ground
from crosscase.frames.sentences import sentences
from crosscase.model.manuscripts import Manuscript

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_WORDS)}
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_NUMBERS)})"
_QUANTIFIER = (
    r"(?:nearly all|almost all|virtually all|all|every|each|most|the (?:vast |large |great )?majority of|"
    r"a (?:large |small |great )?(?:majority|minority|number|handful) of|many|numerous|several|some|"
    r"(?:a |only a |very )?few|"
    r"none of|no|half(?: of)?|(?:two|three)[- ](?:thirds|quarters) of|both|only (?:one|two|some))"
)
_COUNTED = re.compile(
    rf"\b(?P<n>{_NUMBER})\s+(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)?(?P<of>{_NUMBER})\b|\b(?P<n2>\d+)\s?/\s?(?P<of2>\d+)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?%|\bper cent\b|\(\s*[nN]\s*=\s*\d+")
_PASSED = re.compile(
    r"\b(?:methods?|methodology|design|setting|sampling|recruitment|ethic\w*|introduction|background|literature|"
    r"related work|theor\w+|data (?:collection|analysis)|reflexiv\w+|limitations?|references|acknowledg\w+|funding|"
    r"declarations?|appendix|supplement\w*|abbreviations)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\u201c[^\u201c\u201d]*\u201d|\"[^\"\n]*\"|(?<!\w)\u2018.+?\u2019(?!\w)|\u00ab[^\u00ab\u00bb]*\u00bb"
)
_UNITS = "participants|interviewees|respondents|informants|people|persons|cases|sites|organi[sz]ations|services|teams"
_ONE_UNIT = "participant|interviewee|respondent|informant|person|case|site|organi[sz]ation|service|team"
_ALIKE = 0.6


class Unborne(NamedTuple):
    """A sentence that says how many and is borne out by nothing, or that the data contradict: `[start, end)` of a text.

    `about` is what it says of how many; empty where it is contradicted.
    """

    start: int
    end: int
    about: str
    what: str
    do: str


class Detector:
    """Finds sentences that say how many, in the words for people and cases that a study has."""

    def __init__(self, ground: Ground) -> None:
        """Know the roles, the sample and the claims."""
        self._ground = ground
        self._pattern = _pattern(ground)

    def unborne(self, words: str) -> Iterator[Unborne]:
        """Those of a paragraph that nothing bears out; what stands in quotation marks is passed over."""
        text = _QUOTED.sub(lambda match: " " * len(match[0]), words)
        for span in sentences(text, 0, len(text)):
            sentence = text[span.start : span.end]
            counted = _COUNTED.search(sentence)
            found = self._pattern.search(sentence)
            if found is None and counted is None:
                continue
            wrong = _against_sample(self._ground, sentence, counted) if counted else ""
            claim = _claim_for(self._ground, sentence)
            if not wrong and claim is not None:
                wrong = _against_claim(sentence, claim)
            if wrong:
                yield Unborne(
                    span.start, span.end, "", wrong,
                    "Say what the data show, or look again at the claim and what was coded.",
                )  # fmt: skip
            elif found is not None and claim is None and counted is None and not _SHARE.search(sentence):
                about = found[0].strip()
                yield Unborne(
                    span.start, span.end, about, f"“{about}” is borne out by no count and by no claim of the study.",
                    "State the count (n of N), or write it down as a claim that is checked.",
                )  # fmt: skip


def findings(manuscript: Manuscript, ground: Ground) -> Iterator[Finding]:
    """Sentences with quantifiers that nothing bears out, and those that the sample or the study contradicts."""
    detector = Detector(ground)
    for block in manuscript.blocks:
        if block.nature != "paragraph" or tells_no_findings(block.where.section):
            continue
        for one in detector.unborne(block.words):
            yield Finding(
                kind="without support" if one.about else "against the count", weight="look" if one.about else "fault",
                where=block.where, words=shortened(block.words[one.start : one.end], 140),
                about=(one.about,) if one.about else (), what=one.what, do=one.do,
            )  # fmt: skip


def tells_no_findings(section: str) -> bool:
    """Whether what stands under these headings is about methods, background or ethics."""
    return bool(_PASSED.search(section))


def _pattern(ground: Ground) -> re.Pattern[str]:
    """A quantifier with what it is of, in the plural; in the singular only after each, every and no."""
    roles = sorted(ground.roles, key=len, reverse=True)
    heads = sorted({re.escape(name.split()[-1]) for name in roles if name.split()})
    many = "|".join([*(f"{re.escape(name)}s" for name in roles), *(f"{head}s" for head in heads), _UNITS])
    one = "|".join([*map(re.escape, roles), *heads, _ONE_UNIT])
    between = r"(?:(?!(?:for|to|and|or|in|on|that|which|is|are|was|were|from|with|between|by|as)\b)[\w-]+\s+){0,2}?"
    of = rf"\s+(?:of\s+)?(?:the\s+|our\s+|these\s+|those\s+)?{between}"
    return re.compile(rf"\b(?:{_QUANTIFIER}{of}(?:{many})|(?:each|every|no){of}(?:{one}))\b", re.IGNORECASE)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.casefold()]


def _against_sample(ground: Ground, sentence: str, counted: re.Match[str]) -> str:
    """What the sample says against `n of N`: more than there are."""
    n, of = _value(counted["n"] or counted["n2"]), _value(counted["of"] or counted["of2"])
    after = sentence[counted.end() : counted.end() + 60].casefold().lstrip()
    unit = next((name for name in sorted(ground.roles, key=len, reverse=True) if after.startswith(name.casefold())), "")
    if unit:
        there, what = len(ground.fitting(role=unit)), f"participants with the role {unit}"
    elif re.match(r"(?:cases?|sites?|organi[sz]ations?|services?)\b", after):
        there, what = len(ground.cases), "cases"
    elif re.match(r"(?:participants?|interviewees?|people|respondents?|informants?)\b", after):
        there, what = len(ground.people), "participants"
    else:
        return ""
    if n > of:
        return f"{n} of {of} is more than all."
    return f"The sentence counts among {of}; the sample has {there} {what}." if of > there else ""


def _claim_for(ground: Ground, sentence: str) -> ClaimHere | None:
    """The claim of the study that says nearly the same."""
    words = _words(sentence)
    best = max(ground.claims, key=lambda claim: _likeness(words, _words(claim.sentence)), default=None)
    return best if best is not None and _likeness(words, _words(best.sentence)) >= _ALIKE else None


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'\u2019-]+", text.casefold())


def _likeness(one: list[str], other: list[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _against_claim(sentence: str, claim: ClaimHere) -> str:
    here, there = _first_quantifier(sentence), _first_quantifier(claim.sentence)
    if here != there:
        return f"The claim of the study reads “{claim.sentence}”, with another quantifier."
    if claim.status in {"contradicted", "not shown"}:
        return f"The claim of the study is {claim.status} in what has been coded so far: “{claim.sentence}”."
    return ""


def _first_quantifier(sentence: str) -> str:
    found = re.search(rf"\b{_QUANTIFIER}\b|{_COUNTED.pattern}", sentence, re.IGNORECASE)
    return " ".join(found[0].casefold().split()) if found else ""
