"""What looks like a speaker's label, and which of the candidates in a document are labels.

A transcript says `MEL:` a hundred times; prose says `Note:` or `He answers:` once. So a candidate must be
shaped like a name, and must recur, fit somebody who is known, be a label in common use (`Interviewer`, `P1`),
or be written in the way in which other labels of the document are written.

`shape` judges one candidate, `accept` all of a document. Nothing here knows whose voice a label is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Literal

import msgspec

from crosscase.importers.options import folded

Shape = Literal["", "usual", "titled", "caps", "plain", "lower", "odd"]

ASKS = frozenset({
    "i", "int", "int.", "iv", "iv.", "ivr", "er", "q", "interviewer", "interviewerin", "moderator", "mod",
    "facilitator", "researcher", "question", "host", "intervieweur", "entrevistador", "entrevistadora",
    "intervistatore", "intervjuare", "haastattelija",
})  # fmt: skip
ANSWERS = frozenset({
    "r", "p", "a", "b", "ie", "ee", "respondent", "participant", "interviewee", "narrator", "informant", "subject",
    "answer", "speaker", "befragter", "befragte", "befragte person", "bp", "enquêté", "enquêtée", "entrevistado",
    "entrevistada", "guest", "client", "patient", "witness",
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


class Candidate(msgspec.Struct):
    """How a label was met in a document.

    Attributes:
        times: how often.
        said: how often two words or more followed it.
        strong: it was in bold, or a time stood beside it.
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


def shape(label: str) -> Shape:
    """How a candidate is written; empty: it is not like a name, `odd`: it could only be a handle."""
    name = base(label)
    key = name.casefold()
    if key in NEVER and key not in ANSWERS:
        return ""
    if key in ASKS or key in ANSWERS or is_numbered(key):
        return "usual"
    if any(mark in name for mark in '?!;…"“”/\\=') or ". " in name.replace(". ", "", name.count(". ")):
        return ""
    words = name.replace("|", " ").replace("&", " ").split()
    if not words or len(words) > 6 or not any(character.isalpha() for character in name):
        return ""
    if not all(_fits(word) for word in words):
        return "lower" if len(words) == 1 and _HANDLE.fullmatch(name) else ""
    if len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        return "titled"
    return "caps" if name.isupper() else "plain"


def is_numbered(key: str) -> bool:
    """Whether it is a usual label with a number, like `p1` or `speaker 12`."""
    found = NUMBERED.fullmatch(key)
    return bool(found) and (found["word"] in ASKS or found["word"] in ANSWERS) if found else False


def _fits(word: str) -> bool:
    """Whether a word may be part of a name: a capital, a script without capitals, a number, a joining word."""
    word = word.strip(",.'’-()")
    if not word:
        return False
    first = word[0]
    return first.isdigit() or (first.isalpha() and not first.islower()) or word in JOINING


def accept(candidates: Collection[Candidate], fits: Callable[[str], bool]) -> frozenset[str]:
    """Which candidates are labels.

    Args:
        candidates: each label of a document once.
        fits: whether a folded name is that of somebody who may speak in it.
    """
    sure: set[str] = set()
    maybe: list[Candidate] = []
    recurring = {c.shape for c in candidates if c.times > 1}
    strong_recurs = any(c.strong and c.times > 1 for c in candidates)
    other_usual = sum(1 for c in candidates if c.shape == "usual")
    for one in candidates:
        if fits(folded(one.label)) or fits(folded(base(one.label))):
            sure.add(one.label)
        elif one.strong and (one.shape or one.times > 1) and strong_recurs:
            sure.add(one.label)
        elif one.shape == "titled" and not one.tight:
            sure.add(one.label)
        elif one.shape == "usual" and not one.early and (one.times > 1 or other_usual > 1):
            sure.add(one.label)
        elif one.shape == "caps" and one.times > 1 and one.said:
            sure.add(one.label)
        elif one.shape in {"plain", "lower"} and one.times > 1 and one.said * 5 >= one.times:
            maybe.append(one)
    for one in maybe:
        others = len(sure) + len(maybe) - 1
        often = one.times > (2 if others else 3)
        if one.shape == "plain" and (others or often) and (often or not one.tight):
            sure.add(one.label)
        elif one.shape == "lower" and others and often and not one.tight:
            sure.add(one.label)
    if "caps" in recurring:
        sure.update(c.label for c in candidates if c.shape == "caps" and not c.tight and not c.early)
    bases = {base(label).casefold() for label in sure}
    sure.update(c.label for c in candidates if base(c.label).casefold() in bases)
    return frozenset(sure)
