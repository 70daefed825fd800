"""What looks like a speaker's label, and which of the candidates in a document are labels.

A transcript says `MEL:` a hundred times; prose says `Note:` or `He answers:` once. So a candidate must be
shaped like a name, and must recur, fit somebody who is known, be a label in common use (`Interviewer`, `P1`),
or be written in the way in which other labels of the document are written.

`shape` judges one candidate, `accept` all of a document. Nothing here knows whose voice a label is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from crosscase.importers.options import folded

Shape = Literal["", "usual", "titled", "caps", "plain", "lower", "odd"]

ASKS = frozenset({
    "i", "int", "int.", "iv", "iv.", "ivr", "er", "q", "interviewer", "interviewerin", "moderator", "mod",
    "facilitator", "researcher", "question", "host", "intervieweur", "entrevistador", "entrevistadora",
    "intervistatore", "intervjuare", "haastattelija", "\u554f", "\u95ee", "\u8a2a\u554f\u8005", "\u63a1\u8a2a\u8005",
    "\u91c7\u8bbf\u8005", "\u805e\u304d\u624b",
})  # fmt: skip
ANSWERS = frozenset({
    "r", "p", "a", "b", "ie", "ee", "respondent", "participant", "interviewee", "narrator", "informant", "subject",
    "answer", "speaker", "befragter", "befragte", "befragte person", "bp", "enquêté", "enquêtée", "entrevistado",
    "entrevistada", "guest", "client", "patient", "witness", "\u7b54", "\u53d7\u8a2a\u8005", "\u53d7\u8bbf\u8005",
})  # fmt: skip
NUMBERED = re.compile(r"(?P<word>[^\W\d_]+\.?|befragte person)[ .#_\-]*(?P<number>\d{1,3}[a-z]?)")

NEVER = frozenset({
    "note", "notes", "nb", "n.b.", "ps", "p.s.", "example", "examples", "e.g.", "i.e.", "source", "sources", "date",
    "time", "place", "location", "venue", "duration", "length", "subject", "from", "to", "cc", "bcc", "re", "title",
    "author", "authors", "page", "table", "figure", "fig", "fig.", "chapter", "section", "appendix", "step", "warning",
    "caution", "tip", "important", "summary", "abstract", "keywords", "background", "methods", "method", "results",
    "discussion", "conclusion", "conclusions", "references", "see", "url", "http", "https", "ftp", "mailto", "email",
    "e-mail", "phone", "tel", "fax", "address", "website", "version", "file", "recording", "recorded", "transcript",
    "transcribed", "language", "attendees", "present", "participants", "apologies", "agenda", "action", "actions",
    "objective", "objectives", "aim", "aims", "comment", "comments", "yes", "no", "so", "well", "okay", "ok", "and",
    "but", "hinweis", "bemerkung", "datum", "ort", "zeit", "quelle", "remarque", "lieu", "fecha", "lugar", "nota",
    "path", "newsgroups", "message-id", "lines", "distribution", "kind", "style",
})  # fmt: skip
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "judge", "rev",
    "sister", "nurse", "herr", "frau", "mme", "m", "mlle", "sr", "sra", "don", "doña",
})  # fmt: skip
JOINING = frozenset({
    "de", "da", "do", "dos", "di", "du", "del", "della", "der", "den", "van", "von", "vom", "zu", "zur", "la", "le",
    "el", "al", "bin", "ibn", "bint", "ben", "y", "e", "of", "and", "und", "et", "af", "av", "ter", "ten", "op",
})  # fmt: skip

_ASIDE = re.compile(r"[ \t]*(?:\([^()]*\)|,[ \t]*(?:TYPING|typing|TYPED|typed))$")
_HANDLE = re.compile(r"[a-z][\w.\-]{1,29}")
_NOT_IN_NAMES = re.compile(r"[?!;\u2026\"\u201c\u201d/\\=]|\w{5,}\.[ \t]")


class Candidate(msgspec.Struct):
    """How a label was met in a document.

    Attributes:
        times: how often.
        said: how often more than one word followed it.
        strong: it was in bold, or a time stood beside it.
        tight: no blank stood between its colon and the words.
        early: it first stands before any label that recurs, as in a block of facts at the top.
    """

    label: str
    shape: Shape
    times: int = 0
    said: int = 0
    strong: bool = False
    tight: bool = False
    early: bool = False


def base(label: str) -> str:
    """The label without an aside: `MEL (typed)` and `MEL, TYPING` are MEL."""
    return _ASIDE.sub("", label).strip() or label


def usual(name: str) -> tuple[str, str]:
    """A label in common use as its word and its number (`p1`: `p`, `1`); two empty texts: it is none."""
    name = name.removeprefix("the ")
    found = NUMBERED.fullmatch(name)
    word, number = (found["word"], found["number"]) if found else (name, "")
    return (word, number) if word in ASKS or word in ANSWERS else ("", "")


@lru_cache(maxsize=4096)
def shape(label: str) -> Shape:
    """How a candidate is written; empty: not like a label."""
    name = base(label)
    key = folded(name)
    if usual(key)[0]:
        return "usual"
    words = name.replace("|", " ").replace("&", " ").split()
    if key in NEVER or len(words) > 6 or _NOT_IN_NAMES.search(name) or not any(map(str.isalpha, name)):
        return ""
    if not all(map(_fits, words)):
        return "lower" if _HANDLE.fullmatch(name) else ""
    if len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        return "titled"
    return "caps" if name.isupper() else "plain"


def _fits(word: str) -> bool:
    """Whether a word may be part of a name: a capital, a script without capitals, a number, a joining word."""
    word = word.strip(",.'\u2019-()")
    first = word[:1]
    return first.isdigit() or (first.isalpha() and not first.islower()) or word in JOINING


def accept(candidates: Collection[Candidate], fits: Callable[[str], bool]) -> frozenset[str]:
    """Which candidates are labels.

    Args:
        candidates: each label of a document once.
        fits: whether a folded name is that of somebody who may speak in it.
    """
    ways = _Ways(
        strong=any(one.strong and one.times > 1 for one in candidates),
        usual=sum(one.shape == "usual" for one in candidates) > 1 or any(one.times > 1 for one in candidates),
        letters=sum(one.shape == "usual" and len(one.label) == 1 for one in candidates) > 1,
        caps=any(one.shape == "caps" and one.times > 1 for one in candidates),
    )
    sure = {
        one.label
        for one in candidates
        if fits(folded(one.label)) or fits(folded(base(one.label))) or _is_sure(one, ways)
    }
    weak = [one for one in candidates if one.label not in sure and one.times > 1 and one.said * 5 >= one.times]
    others = len(sure) + sum(one.shape == "plain" for one in weak) > 1
    sure.update(one.label for one in weak if _is_likely(one, others=others or bool(sure)))
    bases = {folded(base(label)) for label in sure}
    return frozenset(one.label for one in candidates if folded(base(one.label)) in bases)


class _Ways(NamedTuple):
    """The ways in which labels of a document recur: once one does, a single other written so is one too."""

    strong: bool
    usual: bool
    letters: bool
    caps: bool


def _is_sure(one: Candidate, ways: _Ways) -> bool:
    if one.strong and ways.strong and (one.shape != "odd" or one.times > 1):
        return True
    match one.shape:
        case "titled":
            return not one.tight
        case "usual":
            return not one.early and (one.times > 1 or (ways.usual and (len(one.label) > 1 or ways.letters)))
        case "caps":
            return (one.times > 1 and one.said > 0) or (ways.caps and not one.tight and not one.early)
        case _:
            return False


def _is_likely(one: Candidate, *, others: bool) -> bool:
    """A name in small letters, or a handle, that recurs."""
    often = one.times > (2 if others else 3)
    if one.tight:
        return one.shape == "plain" and often
    return (one.shape == "plain" and (others or often)) or (one.shape == "lower" and others and often)
