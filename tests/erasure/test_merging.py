"""An erasure reaches every copy that comes to a merge, and what was written there by people who had not seen it."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from crosscase.model import Id, Memo, Participant, Source
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs.corrections import replace_words
from crosscase.verbs.erasures import erase_participant, redact
from crosscase.verbs.memos import write_memo
from crosscase.verbs.participants import change_participant
from crosscase.verbs.sources import add_source, describe_source
from tests.erasure.study_of_two import IN_THE_PAIR, NAME, SAID, her, leftovers, place, turns_of

WORDS = (*SAID, IN_THE_PAIR, NAME, "Marguerite", "Oduya")


def copied(path: Path, name: str) -> Path:
    """A copy of a study in a folder of its own."""
    folder = path.parent.parent / name
    folder.mkdir()
    return Path(shutil.copy(path, folder / path.name))


def erased(path: Path) -> None:
    with Study.open(path) as study:
        study.because("asked by letter").do(erase_participant, her(study))


def brought_together(path: Path, *others: Path) -> None:
    for other in others:
        store, theirs = Store.at_path(path), Store.at_path(other)
        merge(store, theirs)
        theirs.close()
        store.close()


def digest(path: Path) -> str:
    with Study.open(path) as study:
        assert study.verify() == []
        return study.dump_digest()


def wrote_apart(path: Path) -> None:
    """What a colleague does who has not heard that she withdrew."""
    with Study.open(path) as study:
        pair, alone = study.find(Source, "Pair").id, study.find(Source, "Alone").id
        study.do(write_memo, f"Ask her about “{SAID[0][10:50]}”, {NAME}.", nature="methodological")
        study.do(write_memo, "Mine alone: " + SAID[1], nature="reflexive")
        study.do(replace_words, [pair], "three flights", "four flights")
        study.do(replace_words, [alone], "leaflets", "pamphlets")
        study.do(change_participant, her(study), note="Moved to Leeds in spring, has a dog called Biscuit.")
        study.do(add_source, "Letter", "Dear all, the radiator was never on in those years.", participant=her(study))
        study.do(describe_source, pair, description="A pair.")
        study.because(f"since {NAME} said so").do(write_memo, "Nothing of hers.")


LATE = ("pamphlets behind the radiator", "Moved to Leeds in spring", "the radiator was never on in those years")


@pytest.mark.parametrize("first", ["eraser", "colleague"])
def test_what_was_written_apart_is_reached_wherever_it_is_merged(path: Path, first: str) -> None:
    other = copied(path, "Ben")
    wrote_apart(other)
    erased(path)
    pair = (path, other) if first == "eraser" else (other, path)
    brought_together(*pair)
    brought_together(*pair[::-1])
    assert digest(path) == digest(other)
    for each in pair:
        assert leftovers(each.parent, *WORDS, *LATE) == []
    with Study.open(path) as study:
        texts = {memo.text for memo in study.rows(Memo, nature="methodological")}
        assert texts == {f"Ask her about “{'█' * 40}”, {'█' * len(NAME)}."}
        assert "Nothing of hers." in {memo.text for memo in study.rows(Memo)}
        assert dict(turns_of(study, "Pair"))["TB"]
        assert study.find(Source, "Pair").description == "A pair."


def test_a_copy_that_never_wrote_gives_nothing_back(path: Path) -> None:
    other = copied(path, "Ben")
    erased(path)
    brought_together(path, other)
    assert leftovers(path.parent, *WORDS) == []
    brought_together(other, path)
    assert leftovers(other.parent, *WORDS) == []
    assert digest(path) == digest(other)


def test_three_copies_come_out_alike_in_every_order(path: Path) -> None:
    ben, mai = copied(path, "Ben"), copied(path, "Mai")
    wrote_apart(ben)
    with Study.open(mai) as study:
        study.do(write_memo, f"Mai on {SAID[1][5:45]}")
        source = study.find(Source, "Pair").id
        study.because("a place").do(redact, source, place(study, source, "every Thursday evening"))
    erased(path)
    found = set()
    for number, order in enumerate(permutations((path, ben, mai))):
        target = copied(order[0], f"all {number}")
        brought_together(target, *order[1:])
        brought_together(target, *order[1:])
        found.add(digest(target))
        assert leftovers(target.parent, *WORDS, *LATE) == []
    assert len(found) == 1


def test_who_erases_may_have_had_fewer_words_than_a_copy_it_comes_to(path: Path) -> None:
    """Three characters had been taken out before; what stood before them stayed in a memo, and goes in the other."""
    quoted = SAID[0][:30]
    with Study.open(path) as study:
        study.do(write_memo, quoted, nature="methodological")
    other = copied(path, "Ben")
    with Study.open(path) as study:
        source = study.find(Source, "Alone").id
        study.because("a word").do(redact, source, place(study, source, "hid"))
    erased(path)
    with Study.open(path) as study:
        assert [memo.text for memo in study.rows(Memo, nature="methodological")] == [quoted[:5] + "█" * 25]
    brought_together(other, path)
    brought_together(path, other)
    assert digest(path) == digest(other)
    for each in (path, other):
        assert leftovers(each.parent, *WORDS) == []


def test_two_who_erase_the_same_participant_agree(path: Path) -> None:
    other = copied(path, "Ben")
    wrote_apart(other)
    erased(path)
    erased(other)
    brought_together(path, other)
    brought_together(other, path)
    assert digest(path) == digest(other)
    assert leftovers(path.parent, *WORDS, *LATE) == leftovers(other.parent, *WORDS, *LATE) == []


def test_a_copy_of_a_copy_hears_of_it(path: Path) -> None:
    ben = copied(path, "Ben")
    mai = copied(path, "Mai")
    wrote_apart(mai)
    erased(path)
    brought_together(ben, path)
    brought_together(ben, mai)
    assert leftovers(ben.parent, *WORDS, *LATE) == []
    with Study.open(ben) as study:
        assert [person.identifier for person in study.rows(Participant)] == ["HALLVO02"]


def test_two_participants_erased_apart(path: Path) -> None:
    other = copied(path, "Ben")
    erased(path)
    with Study.open(other) as study:
        him: Id = study.find(Participant, "HALLVO02").id
        study.because("he too").do(erase_participant, him)
    brought_together(path, other)
    brought_together(other, path)
    assert digest(path) == digest(other)
    assert leftovers(path.parent, *WORDS, "Tobias Brandt", "when they were standing in a circle") == []
