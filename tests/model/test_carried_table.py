"""What is carried of selections: a table with a column for each field, which gives back what it was made of."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from crosscase.model.carried import Carried
from crosscase.model.carried_table import Table, elements_of, table_of
from crosscase.model.carrying import pack, unpack
from crosscase.model.refi import CodingElement, MediaElement, Selection, TextElement

GUIDS = st.sampled_from(["a", "b", "c"])
CODINGS = st.builds(
    CodingElement,
    guid=st.uuids().map(str), code=GUIDS, creating_user=st.sampled_from(["", "u"]),
    notes=st.lists(GUIDS, max_size=2).map(tuple),
)  # fmt: skip
NAMES = st.one_of(st.none(), st.just(""), st.text(st.characters(codec="utf-8"), max_size=5))
SELECTIONS = st.builds(
    Selection,
    guid=st.uuids().map(str), name=NAMES, kind=st.sampled_from(["text", "pdf", "audio"]),
    start=st.integers(-1, 3), end=st.integers(0, 10**12), page=st.integers(0, 1),
    box=st.tuples(*[st.integers(-2, 2)] * 4), description=NAMES,
    representation=st.one_of(st.none(), st.builds(TextElement, guid=GUIDS, text=NAMES)),
    codings=st.lists(CODINGS, max_size=3).map(tuple), notes=st.lists(GUIDS, max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(SELECTIONS, max_size=6).map(tuple))
def test_a_table_gives_back_its_elements(selections: tuple[Selection, ...]) -> None:
    table = table_of(selections)
    written = msgspec.json.encode(table)
    assert elements_of(msgspec.json.decode(written, type=Table), Selection) == selections
    assert msgspec.json.encode(table_of(selections)) == written


@given(st.lists(SELECTIONS, max_size=4).map(tuple), st.lists(SELECTIONS, max_size=4).map(tuple))
def test_what_is_carried_comes_back_whole(own: tuple[Selection, ...], inner: tuple[Selection, ...]) -> None:
    element = MediaElement(
        guid="m", element="PDFSource", name="A page", selections=own, text=TextElement(guid="t", selections=inner)
    )
    about, words = pack(element)
    row = Carried(id="1", element="MediaSource", guid="m", about=about, words=words)
    assert unpack(row, MediaElement) == element


def test_values_that_are_all_one_stand_once() -> None:
    made = tuple(Selection(guid=str(number), creating_user="somebody", start=number) for number in range(4))
    columns = table_of(made).columns
    assert (columns["creating_user"].all, columns["creating_user"].each) == ("somebody", None)
    assert columns["start"].each == [0, 1, 2, 3]
    assert "created" not in columns


def test_selections_that_stand_in_their_element_are_read() -> None:
    """So they were written before there were tables."""
    element = TextElement(guid="t", selections=(Selection(guid="s", start=1, end=2),))
    about = b'{"element":%s,"apart":[0]}' % msgspec.json.encode(element)
    assert unpack(Carried(id="1", element="TextSource", guid="t", about=about.decode()), TextElement) == element
