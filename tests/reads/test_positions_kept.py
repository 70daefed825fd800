"""Every door that positions could leave by while they are being written: what others see there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import Discussion, Id, Member, Position
from crosscase.reads.disagreements import list_disagreements
from crosscase.reads.discussions import held
from crosscase.reads.history.lines import entry_changes, log_entries
from crosscase.store.dump import dump
from crosscase.store.verify import verify
from crosscase.study import NotAllowedError, Study
from crosscase.verbs.discussions import hand_in_position, open_discussion, show_positions, write_position
from crosscase.verbs.members import add_member
from crosscase.verbs.settling import keep_side

SECRET = "We never asked them whether they wanted it"
DRAFT = "An earlier draft that I am glad nobody saw"
WHY = "after what happened with the board"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A study in which Ben has written a position, twice, and handed it in; Ada waits."""
    path = tmp_path / "peers.crosscase"
    with Study.new(path, title="Peers", member="Ada") as study:
        ben = study.do(add_member, "Ben").value
        study.do(open_discussion, "Is it early?", [study.member().id, ben])
    with Study.open(path, member="Ben") as study:
        study.because(WHY).do(write_position, talk(study), DRAFT)
        study.do(write_position, talk(study), SECRET)
        study.do(hand_in_position, talk(study))
    return path


def talk(study: Study) -> Id:
    return study.rows(Discussion)[0].id


def told(study: Study, reader: str) -> str:
    """All that the log, the changes of its entries and the differences since the beginning tell a member."""
    who = study.find(Member, reader).id
    lines = log_entries(study.store, reader=who)
    parts = [f"{line.what} {line.because}" for line in lines]
    for line in lines:
        parts += [f"{one.before} {one.after}" for one in entry_changes(study.store, line.id, reader=who)[0]]
    return "\n".join([*parts, repr(list_disagreements(study.store, reader=who)), repr(held(study, who))])


def secrets_in(text: str | bytes) -> list[str]:
    whole = text if isinstance(text, str) else text.decode("utf-8", "replace")
    return [words for words in (SECRET, DRAFT, WHY) if words in whole]


def test_the_log_and_its_changes_tell_others_nothing(written: Path) -> None:
    with Study.open(written, member="Ada") as study:
        assert secrets_in(told(study, "Ada")) == []
        assert "wrote their position in the discussion ‘Is it early?’" in told(study, "Ada")
        assert secrets_in(told(study, "Ben")) == [SECRET, DRAFT, WHY]


def test_what_was_shown_is_told_and_drafts_stay_untold(written: Path) -> None:
    with Study.open(written, member="Ada") as study:
        study.do(write_position, talk(study), "I think so.")
        study.do(hand_in_position, talk(study))
        study.do(show_positions, talk(study))
        assert secrets_in(repr(held(study, study.member().id))) == [SECRET]
        assert DRAFT not in told(study, "Ada")
        assert WHY not in told(study, "Ada")


def test_words_travel_in_no_merge_and_no_copy_before_they_are_shown(written: Path, tmp_path: Path) -> None:
    with Study.open(written, member="Ada") as study:
        study.copy_to(tmp_path / "copy.crosscase")
        study.copy_for_reading(tmp_path / "reading.crosscase", "Rae")
        assert secrets_in(b"".join(dump(study.store))) == []
    for name in ("copy", "reading"):
        with Study.open(tmp_path / f"{name}.crosscase") as copy:
            assert secrets_in("".join(one.words for one in copy.rows(Position))) == []
            assert verify(copy.store) == []
        assert {SECRET, DRAFT}.isdisjoint(secrets_in((tmp_path / f"{name}.crosscase").read_bytes()))
    with Study.open(written, member="Ben") as study:
        study.copy_to(tmp_path / "bens.crosscase", own_memos=True)
    with Study.open(tmp_path / "bens.crosscase", member="Ben") as mine:
        assert SECRET in {one.words for one in mine.rows(Position)}
    with Study.open(written, member="Ada") as study:
        study.do(write_position, talk(study), "I think so.")
        study.do(hand_in_position, talk(study))
        study.do(show_positions, talk(study))
    with Study.open(tmp_path / "copy.crosscase", member="Ada") as copy:
        copy.merge(written)
        assert SECRET in {one.words for one in copy.rows(Position)}
        assert verify(copy.store) == []


def test_nobody_undoes_or_settles_anothers_position(written: Path) -> None:
    with Study.open(written, member="Ada") as study:
        entry = next(line.id for line in study.log() if line.verb == "position.write")
        with pytest.raises(NotAllowedError):
            study.undo(entry)
    with Study.open(written, member="Ben") as study:
        assert study.undo()


def test_a_conflict_over_a_position_is_its_authors(written: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.crosscase"
    with Study.open(written, member="Ben") as study:
        study.copy_to(other, own_memos=True)
        study.do(hand_in_position, talk(study), handed_in=False)
        study.do(write_position, talk(study), f"{SECRET}, or did we?")
    with Study.open(other, member="Ben") as study:
        study.do(write_position, talk(study), f"{SECRET}. No.")
    with Study.open(written, member="Ada") as study:
        study.merge(other)
        assert secrets_in(told(study, "Ada")) == []
        for conflict in study.conflicts():
            with pytest.raises(CrosscaseError, match="author of the position"):
                study.do(keep_side, conflict.id, 0)
