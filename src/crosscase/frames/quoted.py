"""Printed words held against a text: exact, declared, altered, or not found.

`check` takes the words as a manuscript prints them and a text, and says whether they stand there. What the writer
declared is looked past and counted: an omission (… ... [...] […]) may leave out any words, an [edit] in brackets may
stand for a few. What typesetting does is forgiven, and said: other quotation marks and dashes, capitals, white space,
soft hyphens, words that a line break cut. Everything else is a difference and is shown word by word.

Words are those of `tokens`; they are aligned by dynamic programming (Needleman & Wunsch 1970, free at both ends of the
text), so the differences are the fewest there are. Offsets are code points of the text, half-open.

What a careful reader would get wrong: punctuation of a transcript is the transcriber's, so a comma more or less makes
no quotation *altered*; it is said among what was forgiven. And an ellipsis that stands in the transcript itself is no
omission.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, Literal

import msgspec

from crosscase.frames.tokens import Tokens, tokenize
from crosscase.model.places import Span

Status = Literal["exact", "declared", "altered", "not found"]
Change = Literal["same", "omission", "edit", "left out", "put in", "changed"]

EDIT_REACH: Final = 12
"""So many words of the text an [edit] may stand for."""
# A word in the place of another costs less than one put in, so that it is shown as the one that it replaced.
_RIGHT, _WRONG, _PUT_IN = 3, -2, -3
_FEWEST_SAME: Final = 3
_LEAST_SHARE: Final = 0.5
_FEW_WORDS: Final = 4
_GAP: Final = re.compile(r"\[\s*(?:…|\.(?:\s?\.){2,3})\s*\]|\(\s*(?:…|\.(?:\s?\.){2,3})\s*\)|…|\.(?:\s?\.){2,3}")
_EDIT: Final = re.compile(r"(?P<before>[\w'\u2019]*)\[(?P<inner>[^\[\]]{1,120})\](?P<after>[\w'\u2019]*)")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_QUOTES: Final = dict.fromkeys(
    map(ord, '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4'), "'"
)
_PUNCTUATION: Final = re.compile(r"[.,;:!?()\[\]/'\-…&*_#]")
_CUT: Final = re.compile(r"(?<=\w)-\s*(?=\w)")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class Stretch(msgspec.Struct, frozen=True):
    """A run of words that fared alike: as they are printed, and as they were said.

    Attributes:
        nature: same; a declared omission or edit; words of the text left out, put in, or changed without saying so.
    """

    nature: Change
    printed: str
    said: str


class Checked(msgspec.Struct, frozen=True):
    """What became of printed words in a text.

    Attributes:
        start, end: where they stand in the text, in code points; 0 and 0 where they are not found.
        share: of the printed words (without edits) that stand there in this order, 0 to 1.
        forgiven: what differs and makes no difference, in words.
        stretches: the printed words from the first to the last; empty where they are not found.
    """

    status: Status
    start: int = 0
    end: int = 0
    share: float = 0.0
    forgiven: tuple[str, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    def differences(self) -> tuple[Stretch, ...]:
        """What was changed without saying so."""
        return tuple(one for one in self.stretches if one.nature in {"left out", "put in", "changed"})

    def sentence(self) -> str:
        """The differences in one line."""
        said = []
        for one in self.differences():
            if one.nature == "left out":
                said.append(f"left out: “{one.said}”")
            elif one.nature == "put in":
                said.append(f"put in: “{one.printed}”")
            else:
                said.append(f"“{one.said}” became “{one.printed}”")
        return "; ".join(said)


class Item(msgspec.Struct, frozen=True):
    """A printed word, or a mark that stands for words of the text.

    Attributes:
        nature: word; gap (any words); edit (a few words); letters (a word of which some letters are in brackets).
        words: the folded forms it may have in the text; of an edit those within the brackets.
        start, end: code points of what is printed.
    """

    nature: Literal["word", "gap", "edit", "letters"]
    words: tuple[str, ...]
    start: int
    end: int


def check(printed: str, text: str, *, skip: Sequence[Span] = ()) -> Checked:
    """Whether words stand in a text as they are printed.

    Args:
        printed: without the quotation marks around it.
        text: what was said.
        skip: stretches of it that nobody said (labels of speakers, notes of the transcriber), which may be left out,
            or printed as they stand there: (unclear).
    """
    from crosscase.frames.shingles import Shingles

    return Shingles.of_texts({"": text}, {"": skip}).check(printed)[1]


def items_of(printed: str) -> list[Item]:
    """What is printed, as words and marks."""
    marks: list[Item] = []
    for found in _EDIT.finditer(printed):
        if _GAP.fullmatch(f"[{found['inner']}]"):
            continue
        if found["before"] or found["after"]:
            inner = found["inner"] if found["inner"].isalpha() else ""
            forms = (found["before"] + inner + found["after"], found["before"] + found["after"])
            words = tuple(dict.fromkeys(word for form in forms for word in tokenize(form).folded))
            marks.append(Item("letters", words, *found.span()))
        else:
            marks.append(Item("edit", tuple(tokenize(found["inner"]).folded), *found.span()))
    taken = [(mark.start, mark.end) for mark in marks]
    marks += [
        Item("gap", (), *found.span())
        for found in _GAP.finditer(printed)
        if not any(start <= found.start() < end for start, end in taken)
    ]
    items = list(marks)
    tokens = tokenize(printed)
    for start, end, word in zip(tokens.start.tolist(), tokens.end.tolist(), tokens.folded, strict=True):
        if not any(mark.start < end and start < mark.end for mark in marks):
            items.append(Item("word", (word,), start, end))
    return sorted(items, key=lambda item: item.start)


def plain_items(printed: str) -> list[Item]:
    """The same with every mark taken as words: what stands in brackets in a transcript is printed so."""
    tokens = tokenize(printed)
    return [
        Item("word", (word,), start, end)
        for start, end, word in zip(tokens.start.tolist(), tokens.end.tolist(), tokens.folded, strict=True)
    ]


def aligned(printed: str, items: Sequence[Item], text: str, tokens: Tokens, skip: Sequence[Span]) -> Checked:
    """Printed items held against the words of a stretch of text; `tokens` are those of the stretch.

    What nobody said is looked past, unless it is printed as it stands in the text.
    """
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    first, last = (starts[0], ends[-1]) if starts else (0, 0)
    shown = " ".join(printed.split())
    hides = [
        hidden for hidden in skip
        if hidden.start < last and first < hidden.end
        and " ".join(text[hidden.start : hidden.end].split()) not in shown
    ]  # fmt: skip
    keep = [
        at for at, (start, end) in enumerate(zip(starts, ends, strict=True))
        if not any(hidden.start < end and start < hidden.end for hidden in hides)
    ]  # fmt: skip
    folded = tokens.folded
    said = [folded[at] for at in keep]
    steps = _steps(items, said)
    reached = [there for _, low, high in steps for there in (low, high - 1) if high > low]

    def place(low: int, high: int) -> str:
        return _without(text, starts[keep[low]], ends[keep[high - 1]], hides) if high > low else ""

    stretches, same = _stretches(printed, items, steps, said, place)
    words = sum(item.nature in {"word", "letters"} for item in items)
    share = same / words if words else 0.0
    enough = same >= min(_FEWEST_SAME, words) and share >= (_LEAST_SHARE if words >= _FEW_WORDS else 1.0)
    if not reached or not enough:
        return Checked("not found", share=share)
    first, last = starts[keep[min(reached)]], ends[keep[max(reached)]]
    wrong = any(one.nature in {"left out", "put in", "changed"} for one in stretches)
    declared = any(one.nature in {"omission", "edit"} for one in stretches)
    status: Status = "altered" if wrong else "declared" if declared else "exact"
    notes = any(hidden.start < last and first < hidden.end for hidden in hides)
    return Checked(status, first, last, share, _forgiven(stretches, notes=notes), stretches)


Step = tuple[int | None, int, int]
"""The number of a printed item (None: words of the text alone), and the words of the text it stands for."""


def _steps(items: Sequence[Item], said: Sequence[str]) -> list[Step]:
    """The alignment with the fewest differences, from the first printed item to the last."""
    score = [0] * (len(said) + 1)
    # For each item and place, from which place of the row before it came; -1: a word of the text was left out.
    rows: list[list[int]] = []
    for number, item in enumerate(items):
        if item.nature in {"gap", "edit"}:
            score, origin = _marked(score, EDIT_REACH if item.nature == "edit" else len(score))
        else:
            score, origin = _worded(score, item.words, said, last=number == len(items) - 1)
        rows.append(origin)
    at = max(range(len(score)), key=score.__getitem__)
    steps: list[Step] = []
    number = len(items) - 1
    while number >= 0:
        came = rows[number][at]
        if came == -1:
            steps.append((None, at - 1, at))
            at -= 1
            continue
        steps.append((number, came, at))
        at, number = came, number - 1
    return steps[::-1]


def _marked(score: list[int], reach: int) -> tuple[list[int], list[int]]:
    """A row of the recurrence for a mark: up to so many words cost nothing; of places as good, the nearest."""
    fresh, origin = [0] * len(score), [0] * len(score)
    best = 0
    for at in range(len(score)):
        if best < at - reach:
            best = max(range(at - reach, at), key=lambda place: (score[place], place))
        if score[at] >= score[best]:
            best = at
        fresh[at], origin[at] = score[best], best
    return fresh, origin


def _worded(
    score: list[int], words: tuple[str, ...], said: Sequence[str], *, last: bool
) -> tuple[list[int], list[int]]:
    """A row for a word: it stands there, stands in place of another, or was put in; then words may be left out."""
    fresh, origin = [0] * len(score), [0] * len(score)
    fresh[0] = score[0] + _PUT_IN
    for at in range(1, len(score)):
        value, came = score[at - 1] + (_RIGHT if said[at - 1] in words else _WRONG), at - 1
        if score[at] + _PUT_IN > value:
            value, came = score[at] + _PUT_IN, at
        if fresh[at - 1] + _WRONG > value and not last:
            value, came = fresh[at - 1] + _WRONG, -1
        fresh[at], origin[at] = value, came
    return fresh, origin


def _stretches(
    printed: str, items: Sequence[Item], steps: Sequence[Step], said: Sequence[str], place: Callable[[int, int], str]
) -> tuple[tuple[Stretch, ...], int]:
    """The steps, those that fared alike together; and how many printed words stand there."""
    groups: list[tuple[Change, list[Step]]] = []
    for step in steps:
        nature = _nature(items, step, said)
        if groups and groups[-1][0] == nature and nature in {"same", "changed"}:
            groups[-1][1].append(step)
        else:
            groups.append((nature, [step]))
    found: list[Stretch] = []
    same = sum(
        at is not None and items[at].nature == "letters"
        for at, _, _ in (group[0] for nature, group in groups if nature == "edit")
    )
    for nature, group in groups:
        numbers = [at for at, _, _ in group if at is not None]
        shown = printed[items[numbers[0]].start : items[numbers[-1]].end] if numbers else ""
        low, high = group[0][1], group[-1][2]
        spoken = place(low, high)
        became = nature
        if nature == "changed":
            words = "".join(word for at in numbers for word in items[at].words[:1])
            if words and words == "".join(said[low:high]):
                became = "same"  # a hyphen, or a line break, parted or joined them
            else:
                became = "left out" if not shown else "put in" if not spoken else "changed"
        if became == "same":
            same += sum(items[at].nature in {"word", "letters"} for at in numbers)
        found.append(Stretch(became, shown, spoken))
    return tuple(found), same


def _nature(items: Sequence[Item], step: Step, said: Sequence[str]) -> Change:
    at, low, high = step
    if at is None:
        return "changed"
    item = items[at]
    if item.nature == "gap":
        return "omission" if high > low else "same"
    if item.nature == "edit":
        return "same" if item.words == tuple(said[low:high]) else "edit"
    if high == low or said[low] not in item.words:
        return "changed"
    return "edit" if item.nature == "letters" else "same"


def _without(text: str, start: int, end: int, skip: Sequence[Span]) -> str:
    """A stretch of text without what nobody said."""
    pieces: list[str] = []
    at = start
    for hidden in sorted(skip):
        if at < hidden.end and hidden.start < end:
            pieces.append(text[at : max(at, hidden.start)])
            at = hidden.end
    return " ".join([*pieces, text[at:end]]) if pieces else text[start:end]


_NORMAL: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("soft hyphens", lambda text: text.translate(_INVISIBLE)),
    ("words parted by a hyphen", lambda text: _CUT.sub("", text.translate(_DASHES))),
    ("white space and line breaks", lambda text: " ".join(text.split())),
    ("quotation marks and dashes of another kind", lambda text: _GAP.sub("…", text.translate(_DASHES | _QUOTES))),
    ("capitals", str.lower),
    ("accents", lambda text: "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))),
    ("punctuation", lambda text: re.sub(" +", " ", _PUNCTUATION.sub(" ", text)).strip(" ")),
)


def _forgiven(stretches: Sequence[Stretch], *, notes: bool) -> tuple[str, ...]:
    """What differs between words that are the same."""
    found: dict[str, None] = {}
    for one in stretches:
        if one.nature == "same" and one.printed != one.said:
            found |= dict.fromkeys(
                name for name, _ in _NORMAL if _normal(one.printed, but=name) != _normal(one.said, but=name)
            )
    in_order = [name for name, _ in _NORMAL if name in found]
    return (*in_order, *(("notes of the transcript left out",) if notes else ()))


def _normal(text: str, *, but: str) -> str:
    for name, made in _NORMAL:
        if name != but:
            text = made(text)
    return text
