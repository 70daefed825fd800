"""Ways of counting: there and back in every text, the right one found again, selections put on their words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.model import counting
from crosscase.model.anchoring import Anchored, Selected, anchor, infer, is_quote
from crosscase.model.counting import (
    NAMED,
    STANDARD,
    Counting,
    LineEnds,
    Measured,
    Unit,
    UnknownCountingError,
    counting_named,
    plain,
)

WAYS = st.builds(
    Counting,
    mark=st.booleans(),
    line_ends=st.sampled_from(get_args(LineEnds)),
    unit=st.sampled_from(get_args(Unit)),
    inclusive=st.booleans(),
    first=st.sampled_from((0, 1)),
)
TEXTS = st.builds(
    lambda mark, parts: mark + "".join(parts),
    st.sampled_from(("", "\ufeff")),
    st.lists(st.sampled_from(("walk", "Größe", " ", "\r\n", "\n", "\r", "😀", "👩‍👩‍👧", "漢字", "é", "."))),
)


def there(text: str, way: Counting, wanted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places of our text in a way of counting, the slow and plain way."""
    ours = plain(text)
    came = text.removeprefix("\ufeff")
    pieces: list[str] = []
    while came:
        taken = "\r\n" if came.startswith("\r\n") else came[0]
        pieces.append(taken)
        came = came[len(taken) :]
    assert len(pieces) == len(ours)

    def width(piece: str) -> int:
        if piece in {"\n", "\r", "\r\n"} and way.line_ends != "written":
            return 1 if way.line_ends == "one" else 2
        sizes = {"code points": len(piece), "utf-16": len(piece.encode("utf-16-le")) // 2}
        return sizes.get(way.unit, len(piece.encode()))

    head = way.first + (width("\ufeff") if way.mark and text.startswith("\ufeff") else 0)
    places = [head]
    for piece in pieces:
        places.append(places[-1] + width(piece))
    return [(places[start], places[end] - way.inclusive) for start, end in wanted]


@contextmanager
def in_blocks_of(size: int) -> Iterator[None]:
    """Texts are measured so many characters at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_BLOCK", size)
        yield


@pytest.mark.parametrize("block", [1, 3, 1 << 16])
@given(TEXTS, WAYS, st.data())
def test_there_and_back(block: int, text: str, way: Counting, data: st.DataObject) -> None:
    with in_blocks_of(block):
        there_and_back(text, way, data)


def there_and_back(text: str, way: Counting, data: st.DataObject) -> None:
    measured = Measured(text)
    size = len(measured.text)
    assume(size > 0)
    pairs = data.draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(1, 20)), max_size=40))
    wanted = [(start, min(size, start + length)) for start, length in pairs]
    starts, ends = measured.from_ours(way, [one[0] for one in wanted], [one[1] for one in wanted])
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == there(text, way, wanted)
    again = measured.to_ours(way, starts, ends)
    assert list(zip(again[0].tolist(), again[1].tolist(), strict=True)) == wanted
    assert not again[2].any()


@given(TEXTS, WAYS, st.lists(st.tuples(st.integers(-9, 99), st.integers(-9, 99)), max_size=40))
def test_any_numbers_give_a_place_within(text: str, way: Counting, numbers: list[tuple[int, int]]) -> None:
    measured = Measured(text)
    starts, ends, off = measured.to_ours(way, [one[0] for one in numbers], [one[1] for one in numbers])
    with in_blocks_of(2):
        again = Measured(text, measured.text).to_ours(way, [one[0] for one in numbers], [one[1] for one in numbers])
    assert [each.tolist() for each in again] == [starts.tolist(), ends.tolist(), off.tolist()]
    assert all(0 <= a <= b <= len(measured.text) for a, b in zip(starts.tolist(), ends.tolist(), strict=True))


def conversation(rng: random.Random, end: str, *, mark: str = "", smiles: bool = True) -> str:
    words = ["walk", "home", "größe", "the", "and", "helped", "café", "never", *(["😀"] if smiles else [])]
    pieces = [rng.choice(words) + (" " if rng.random() < 0.85 else f".{end}") for _ in range(900)]
    return mark + "".join(pieces)


def selected(
    measured: Measured, way: Counting, rng: random.Random, *, named: bool
) -> tuple[list[Selected], list[Anchored]]:
    """Selections of whole words in a way of counting, and where they are."""
    words = measured.text
    borders = [at for at in range(1, len(words)) if words[at - 1] == " "]
    starts = sorted(rng.sample(borders, 60))
    ends = [words.find(" ", start + rng.randint(1, 60)) for start in starts]
    ends = [end if end > 0 else len(words.rstrip()) for end in ends]
    ends = [end - (words[end - 1] in ".\n ") for end in ends]
    theirs = measured.from_ours(way, starts, ends)
    made = [
        Selected(int(a), int(b), words[start:end].replace("\n", " ") if named else "")
        for a, b, start, end in zip(*theirs, starts, ends, strict=True)
    ]
    return made, [Anchored(start, end) for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    "way", [*NAMED.values(), Counting(inclusive=True), Counting(line_ends="two")], ids=Counting.said
)
def test_the_way_is_found_by_the_selections_alone(way: Counting, mark: str, end: str, named: bool) -> None:
    rng = random.Random(f"{way.said()}{mark}{end}{named}")
    measured = Measured(conversation(rng, end, mark=mark))
    selections, wanted = selected(measured, way, rng, named=named)
    inferred = infer(measured, selections)
    assert measured.same(inferred.counting, way), inferred.said()
    assert anchor(measured, selections, inferred) == wanted
    assert inferred.sure


def test_a_selection_that_was_shifted_is_put_on_its_words() -> None:
    rng = random.Random(4)
    measured = Measured(conversation(rng, "\n"))
    selections, wanted = selected(measured, STANDARD, rng, named=True)
    broken = selections[7]
    selections[7] = Selected(broken.start + 2, broken.end + 2, broken.name)
    found = anchor(measured, selections, infer(measured, selections))
    assert (found[7].start, found[7].end, found[7].how) == (wanted[7].start, wanted[7].end, "moved")
    assert [one for at, one in enumerate(found) if at != 7] == [one for at, one in enumerate(wanted) if at != 7]


def test_comments_are_not_taken_for_quotations() -> None:
    rng = random.Random(5)
    measured = Measured(conversation(rng, "\n"))
    selections, wanted = selected(measured, STANDARD, rng, named=False)
    selections = [Selected(one.start, one.end, "walk home") for one in selections]
    assert anchor(measured, selections, infer(measured, selections)) == wanted


def test_what_stays_doubtful_is_said() -> None:
    measured = Measured("\ufeffaaaa bbbb 😀 cccc")
    inferred = infer(measured, [Selected(14, 15)])
    assert not inferred.sure
    assert anchor(measured, [Selected(14, 15)], inferred)[0].doubt == "Another way of counting fits as well."
    outside = [Selected(50, 60)]
    assert anchor(measured, outside, infer(measured, outside))[0].doubt == "Its numbers do not fit the text."
    nowhere = [Selected(-1, -1, "")]
    assert anchor(measured, nowhere, infer(measured, nowhere))[0].doubt == "It has no place and no quotation."


def test_a_place_that_is_not_known_is_found_by_its_words() -> None:
    measured = Measured("We walked\r\nhome. We slept.")
    found = anchor(measured, [Selected(-1, -1, "walked home")], infer(measured, []))
    assert found == [Anchored(3, 14, "quoted")]


@pytest.mark.parametrize(
    ("name", "words", "fits"),
    [
        ("I walked home", "I walked\nhome", True),
        ("I walked…", "I walked home", True),
        ("I walked ...", "I walked home", True),
        ("I walked", "I walked home", False),
        ("a comment", "I walked home", False),
        ("I walked home and then I slept", "I walked home and then I slept for a week", True),
    ],
)
def test_names_as_quotations(name: str, words: str, fits: bool) -> None:
    assert is_quote(name, words) is fits


def test_ways_are_chosen_by_name() -> None:
    assert counting_named("NVivo").unit == "utf-16"
    with pytest.raises(UnknownCountingError, match="no way of counting 'x'"):
        counting_named("x")
