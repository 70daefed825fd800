"""The quotations of a manuscript: what stands apart, what stands in quotation marks, and to whom each is attributed.

An attribution is what stands in brackets or after a dash at the end of a quotation, in a line of its own below it, or,
for words within a sentence, in the brackets after them; and the identifier in the sentence that leads to them.

What a careful reader would get wrong: not all that stands in quotation marks was said by a participant. Fewer than five
words are a term; words with a year in the brackets after them are from the literature; titles and labels of themes are
no quotations either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscase.analyses.manuscripts.codes import Codes
from crosscase.analyses.manuscripts.ground import Ground
from crosscase.analyses.manuscripts.headings import labels_of_themes
from crosscase.analyses.manuscripts.labels import Label, Labels, joined
from crosscase.frames.tokens import count_words
from crosscase.model.manuscripts import Manuscript, ManuscriptBlock, Where

FEWEST_WORDS = 5
_LABEL_END = re.compile(
    r"\s*(?:[(\[](?P<inside>[^()\[\]]{2,120})[)\]]|[\u2013\u2014\u2015-]{1,2}\s*(?P<dash>[^\u2013\u2014.!?\u201d\"]{2,120}))[.\s]*$"
)
_DOUBLE = re.compile(
    r"\u201c([^\u201c\u201d]+)\u201d|\u201e([^\u201e\u201c\u201d]+)[\u201c\u201d]|\"([^\"\n]+)\"|\u00ab([^\u00ab\u00bb]+)\u00bb"
)
_SINGLE = re.compile(r"(?<!\w)\u2018(.+?)\u2019(?!\w)")
_AFTER = re.compile(
    r"[.,;:]?\s*[(\[](?P<inside>[^()\[\]]{2,120})[)\]]|\s*[\u2013\u2014]\s*(?P<dash>[^.\u2013\u2014]{2,80})"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|\bp\.\s?\d|^\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*$|\bet al")
_NO_FINDINGS = re.compile(
    r"\b(?:references|bibliography|literature cited|acknowledg\w+|funding|author contributions?|competing interests|"
    r"declarations?|supplement\w*|abbreviations)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation.

    Attributes:
        words: without quotation marks and attribution.
        label: what is printed of who speaks; `lead`: what the sentence that leads to it says beside.
        apart: it is set apart from the text.
    """

    words: str
    where: Where
    label: Label
    lead: Label
    apart: bool

    @property
    def attributed(self) -> bool:
        """Whether anything says who speaks."""
        return self.label.says or bool(self.lead.code or self.lead.identifier)


def is_reference(section: str) -> bool:
    """Whether nothing under these headings speaks of the findings."""
    return bool(_NO_FINDINGS.search(section))


def quotes_of(manuscript: Manuscript, ground: Ground, codes: Codes, labels: Labels) -> list[Quoted]:
    """Every quotation, in the order of the manuscript."""
    own = [*labels_of_themes(manuscript), *(one.words for one in manuscript.blocks if one.nature == "heading")]
    reader = _Reader([*ground.themes, *ground.known, *(one.name for one in ground.cases), *own], codes, labels)
    blocks = [one for one in manuscript.blocks if not is_reference(one.where.section)]
    found: list[Quoted] = []
    skip = False
    for at, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.nature == "quotation" or reader.reads_as_quotation(block):
            quoted, skip = reader.apart(block, before, after)
            found += [quoted] if quoted else []
        elif block.nature in {"paragraph", "note"}:
            found += reader.within(block)
    return found


class _Reader:
    def __init__(self, terms: Sequence[str], codes: Codes, labels: Labels) -> None:
        self._codes = codes
        self._labels = labels
        self._terms = {_bare(name) for name in terms}

    def reads_as_quotation(self, block: ManuscriptBlock) -> bool:
        """A paragraph that ends, after its last sentence, with somebody's identifier."""
        found = _LABEL_END.search(block.words) if block.nature == "paragraph" else None
        if found is None or not any(self._codes.find(found[0])):
            return False
        before = block.words[: found.start()].rstrip()
        return before.endswith((".", "!", "?", "…", "]", "\u201d", '"', "\u2019")) and not (
            _DOUBLE.search(before) and not before.startswith(("\u201c", '"', "\u2018"))
        )

    def apart(
        self, block: ManuscriptBlock, before: ManuscriptBlock | None, after: ManuscriptBlock | None
    ) -> tuple[Quoted | None, bool]:
        """A quotation that is set apart; and whether the block after it is its attribution."""
        words, printed = _parted(block.words)
        label = self._labels.read(printed) if printed else Label()
        if printed and not label.says and not _YEAR.search(printed):
            words, printed = block.words, ""  # what stands in brackets at the end was said
        taken = False
        if not printed and after is not None and after.nature in {"quotation", "paragraph"}:
            below = after.words.strip().lstrip("\u2013\u2014\u2015-( ").rstrip(").")
            if count_words(below) <= 10 and (
                any(self._codes.find(below)) or after.words.lstrip().startswith(("\u2014", "\u2013", "("))
            ):
                label, printed, taken = self._labels.read(below), below, True
        if printed and _YEAR.search(printed) and label.code is None:
            return None, taken
        words = words.strip().strip('\u201c\u201d"\u2018\u2019\u00ab\u00bb').strip()
        if count_words(words) < FEWEST_WORDS:
            return None, False
        lead = Label()
        if before is not None and before.nature == "paragraph" and before.words.rstrip().endswith(":"):
            lead = self._labels.read(_last_sentence(before.words))
        return Quoted(words, block.where, label, lead, apart=True), taken

    def within(self, block: ManuscriptBlock) -> Iterator[Quoted]:
        """What stands in quotation marks in a paragraph."""
        text = block.words
        matches = list(_DOUBLE.finditer(text)) or list(_singles(text))
        for number, match in enumerate(matches):
            words = next(group for group in match.groups() if group is not None).strip()
            if count_words(words) < FEWEST_WORDS or _bare(words) in self._terms:
                continue
            following = text[match.end() : matches[number + 1].start() if number + 1 < len(matches) else None]
            found = _AFTER.match(following)
            printed = (found["inside"] or found["dash"] or "") if found else ""
            label = self._labels.read(printed) if printed else Label()
            if printed and label.code is None and _YEAR.search(printed):
                continue
            if found and found["dash"] and not label.says:
                label = Label()
            low = matches[number - 1].end() if number else 0
            of_before = _AFTER.match(text[low : match.start()]) if number else None
            low += of_before.end() if of_before else 0
            lead = self._labels.read(_last_sentence(text[low : match.start()]))
            if label.code is None and lead.code is None and not label.says:
                rest = following.split(". ")[0]
                lead = joined(lead, self._labels.read(rest)) if any(self._codes.find(rest)) else lead
            yield Quoted(words, block.where, label, lead, apart=False)


def _singles(text: str) -> Sequence[re.Match[str]]:
    return [match for match in _SINGLE.finditer(text) if count_words(match[1]) >= FEWEST_WORDS]


def _parted(text: str) -> tuple[str, str]:
    """A quotation and the attribution at its end."""
    found = _LABEL_END.search(text)
    if found is None:
        return text, ""
    return text[: found.start()], (found["inside"] or found["dash"] or "").strip()


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+", text.strip())[-1] if text.strip() else ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
