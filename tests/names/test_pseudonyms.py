"""Real names are replaced everywhere and are in no byte of the study's file afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from crosscase.errors import CrosscaseError
from crosscase.journal.entry import unpack
from crosscase.model import Analysis, Case, Memo, Settings, Source, Span, Task
from crosscase.reads.names import near, places, suggestions
from crosscase.store.dump import dump, dump_digest
from crosscase.store.merge import merge
from crosscase.store.tables import ENTRY, PIECE
from crosscase.study import NotAllowedError, Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.members import add_member
from crosscase.verbs.memos import write_memo
from crosscase.verbs.pseudonyms import apply_pseudonyms
from crosscase.verbs.sources import add_source
from tests.names.conftest import NAME, PLACE, TEXT, quotes, source_named

NAMES = {NAME: "Karoline", PLACE: "[a town]"}


def everything(path: Path) -> bytes:
    """All bytes of a study's files, and its entries and originals as they are when opened."""
    raw = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    with Study.open(path, writable=False) as study, study.store.reading() as connection:
        bodies = [unpack(body, "an entry") for (body,) in connection.execute(select(ENTRY.c.body))]
        pieces = [data for (data,) in connection.execute(select(PIECE.c.data))]
    return raw + b"".join([*bodies, *pieces])


def test_a_name_is_replaced_wherever_it_stands(study: Study) -> None:
    done = study.do(apply_pseudonyms, NAMES).value
    source = source_named(study, "Talk with Karoline")
    text = study.text(source.id)
    assert text == TEXT.replace("Wilhelmina ", "Karoline ").replace("Wilhelmina?", "Karoline?").replace(
        "Wilhelmina,", "Karoline,"
    ).replace("Wilhelmina'", "Karoline'").replace("Wilhelmina!", "Karoline!").replace(PLACE, "[a town]")
    assert "Wilhelminas are many" in text
    assert study.text(source_named(study, "two").id) == "So Karoline and [a town] came."
    assert quotes(study) == {"trusts Karoline": ["Karoline came"], "Karoline": ["Karoline"]}
    assert study.rows(Settings)[0].title == "What Karoline said"
    assert study.rows(Settings)[0].questions == ("Who?", "Why [a town]?")
    assert study.rows(Case)[0].name == "House of Karoline"
    assert study.rows(Analysis)[0].name == "Karoline and others"
    memo = study.rows(Memo)[0]
    assert (memo.title, memo.text) == ("On Karoline", "Karoline in [a town].")
    assert source.file == "Karoline 1.txt"
    assert done.texts == {source.id: 6, source_named(study, "two").id: 2}
    assert done.originals == 1
    assert done.reasons == 1
    assert study.verify() == []


def test_the_names_are_in_no_byte_of_the_study(study: Study, path: Path) -> None:
    entries = len(study.log())
    study.close()
    before = everything(path)
    assert before.count(NAME.encode()) > 10
    with Study.open(path, member="Ada") as again:
        again.because(f"{NAME} wishes it so").do(apply_pseudonyms, NAMES)
        assert len(again.log()) == entries + 1
        assert again.log()[-1].because == "█" * len(NAME) + " wishes it so"
    after = everything(path).replace(b"Wilhelminas", b"")
    for name in (NAME, PLACE, "Wilhelmuna"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert name.encode(encoding) not in after, (name, encoding)
    assert b"Karoline" in after
    with Study.open(path, member="Ada") as again:
        assert again.verify() == []
        with pytest.raises(CrosscaseError, match="cannot be undone"):
            again.undo()
        assert list(dump(again.at(again.log()[5].id).store))  # the study as it was can still be read


def test_a_copy_that_merges_later_does_not_bring_the_names_back(study: Study, path: Path, tmp_path: Path) -> None:
    study.close()
    other = Path(shutil.copy(path, tmp_path / "ben.crosscase"))
    with Study.open(other, member="Ben") as theirs:
        theirs.do(add_code, f"of {NAME}")
        theirs.do(write_memo, f"I know {NAME} well.", title="mine")
        source = source_named(theirs, "two").id
        theirs.do(correct_source, source, [(Span(0, 2), f"{NAME}, so")])
    with Study.open(path, member="Ada") as mine, Study.open(other, member="Ben") as theirs:
        mine.do(apply_pseudonyms, NAMES)
        merge(mine.store, theirs.store)
        merge(theirs.store, mine.store)
        assert dump_digest(mine.store) == dump_digest(theirs.store)
        blots = "█" * len(NAME)
        assert mine.text(source).startswith(f"{blots}, so")
        assert {memo.text for memo in mine.rows(Memo) if memo.title == "mine"} == {f"I know {blots} well."}
        assert mine.verify() == theirs.verify() == []
    for each in (path, other):
        assert NAME.encode() not in everything(each).replace(b"Wilhelminas", b"")


def test_every_place_is_listed_and_what_is_left_alone_is_said(study: Study) -> None:
    found = places(study.store, NAMES)
    text = [one for one in found if one.kind == "source" and one.field == "text"]
    for one in text:
        assert study.text(one.thing)[one.start : one.end] == one.name
    assert len(text) == 8
    assert {(one.kind, one.field) for one in found} >= {
        ("source", "text"), ("source", "name"), ("source", "file"), ("study", "title"), ("study", "questions"),
        ("code", "name"), ("code", "definition"), ("coding", "comment"), ("memo", "title"), ("memo", "text"),
        ("mark", "note"), ("content_note", "about"), ("case", "name"), ("analysis", "name"),
    }  # fmt: skip
    study.do(add_code, "WILHELMINA_2 or wilhelmina")
    assert near(study.store, NAMES) == {"Wilhelminas": 1, "WILHELMINA_2": 1, "wilhelmina": 1}


def test_words_that_may_be_names_are_suggested() -> None:
    with Study.new(None, title="T", member="Ada") as study:
        study.do(
            add_source,
            "one",
            "INT: Where was Anna Bell?\n\nP: In Elm House. I've seen Anna Bell there; the house is Elm House. "
            "People say so. And the people of Elm House, anna's friends, like Rosa’s. May I? In May.",
        )
        found = {one.words: one.count for one in suggestions(study.store, least=1)}
        assert found == {"Anna Bell": 2, "Elm House": 3, "Rosa’s": 1, "May": 1}
        assert [one.words for one in suggestions(study.store)] == ["Elm House", "Anna Bell"]
        assert [one.words for one in suggestions(study.store, known=["Anna Bell"])] == ["Elm House"]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ({}, "no names"),
        ({NAME: ""}, "has to be words"),
        ({NAME: f"Young {NAME}"}, "has the real name"),
        ({NAME: "Karo", "Karo": "Bea"}, "has the real name"),
        ({f"{NAME} ": "x"}, "begin and end"),
        ({"": "x"}, "begin and end"),
        ({"Nobody": "x"}, "None of these names"),
        ({"Ada": "x"}, "a member of this study goes"),
    ],
)
def test_names_that_will_not_do_change_nothing(study: Study, names: dict[str, str], says: str) -> None:
    before = dump_digest(study.store)
    with pytest.raises(CrosscaseError, match=says):
        study.do(apply_pseudonyms, names)
    assert dump_digest(study.store) == before


def test_only_an_owner_may_and_those_who_were_told_are_listed_as_work(study: Study) -> None:
    with pytest.raises(NotAllowedError):
        study.as_member("Ben").do(apply_pseudonyms, NAMES)
    study.do(apply_pseudonyms, NAMES)
    assert study.rows(Task) == []  # no report was made, so nobody has to be told
    assert study.rows(Source)


def test_a_member_with_the_name_is_renamed_first(study: Study) -> None:
    study.do(add_member, f"{NAME} Sand")
    with pytest.raises(CrosscaseError, match="Give the member another name first"):
        study.do(apply_pseudonyms, NAMES)
