"""What every store must do: the same suite over a SQLite file, a SQLite in memory and a PostgreSQL schema."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from crosscase.errors import CrosscaseError
from crosscase.model import Case, Code, Coding, Id, Memo, Source, Span
from crosscase.store.absorb import replica
from crosscase.store.act import StillUsedError
from crosscase.store.dump import dump, dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.store.tables import CELL, ENTRY, ROWS
from crosscase.store.undo import DependsError, NothingToUndoError, redo, undo
from crosscase.store.verify import verify
from tests.kernel.bench_of_copies import TEXT, Copy, begun, code_span

KINDS_OF_STORE = ["file", "memory", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS_OF_STORE)
def study(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Copy, Id]]:
    """A study begun, and the id of its source."""
    target: Path | tuple[str, str] | None = None
    if request.param == "file":
        target = tmp_path / "study.crosscase"
    elif request.param == "postgresql":
        target = (request.getfixturevalue("postgres_url"), f"study_{uuid.uuid4().hex[:12]}")
    copy, source = begun(target)
    yield copy, source
    copy.store.close()


def the_code(copy: Copy) -> Id:
    return copy.store.rows(Code, name="trust")[0].id


def test_a_row_comes_back_as_it_was_added(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    with copy.act("case.add") as act:
        case = act.add(Case(code="BRK", name="Bräcken 👍🏽", position=3))
    assert copy.store.get(Case, case.id) == case
    both = copy.store.rows(Case)
    assert [c.id for c in both] == sorted(c.id for c in both)
    assert copy.store.rows(Case, code=["BRK", "nobody"]) == [case]
    assert copy.store.columns("case", ("code", "position")) == {
        "id": [c.id for c in both],
        "code": [c.code for c in both],
        "position": [c.position for c in both],
    }


def test_which_of_many_rows_there_are_is_told_alike_however_many_are_asked_for(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    others = [uuid.uuid4().hex for _ in range(1200)]
    with copy.act("case.add") as act:
        cases = [case.id for case in act.add_all([Case(code=f"C{n}", name="", position=n) for n in range(700)])]
        act.remove(Case, cases[:1])
        for asked in (cases[:2], cases[:600], [*others, *cases], others):
            assert act.existing(Case, asked) == set(asked) - set(others)


def test_an_act_that_fails_leaves_nothing(study: tuple[Copy, Id]) -> None:
    copy, source = study
    before, version = dump_digest(copy.store), copy.store.version

    class BrokenError(Exception):
        pass

    with pytest.raises(BrokenError), copy.act("coding.apply") as act:  # noqa: PT012 - an act that fails half way
        code_span(act, the_code(copy), source, Span(0, 4))
        raise BrokenError
    assert (dump_digest(copy.store), copy.store.version) == (before, version)
    assert verify(copy.store) == []


def test_many_rows_in_one_act_are_one_entry_and_undo_takes_all(study: tuple[Copy, Id]) -> None:
    copy, source = study
    before = dump_digest(copy.store)
    code, entries = the_code(copy), len(copy.store.log())
    with copy.act("coding.apply_many") as act:
        codings = [
            Coding(source=source, member=act.by, code=code, first=str(n), last=str(n + 3), comment=f"no {n}")
            for n in range(40)
        ]
        act.add_all(codings)
    assert len(copy.store.log()) == entries + 1
    assert [(c.start, c.end) for c in copy.store.rows(Coding)][:2] == [(0, 4), (1, 5)]  # numbered in order
    undo(copy.store, by=copy.member)
    assert dump_digest(copy.store) == before
    redo(copy.store, by=copy.member)
    assert len(copy.store.rows(Coding)) == 40
    assert verify(copy.store) == []


def test_removing_says_what_goes_and_undo_brings_all_back(study: tuple[Copy, Id]) -> None:
    copy, source = study
    with copy.act("coding.apply") as act:
        code_span(act, the_code(copy), source, Span(0, 4))
        code_span(act, the_code(copy), source, Span(5, 9))
    before = dump_digest(copy.store)
    with copy.act("code.remove") as act:
        assert act.remove_whole(Code, [the_code(copy)]) == {"code": 1, "coding": 2}
    assert copy.store.rows(Coding) == []
    undo(copy.store, by=copy.member)
    assert dump_digest(copy.store) == before


def test_what_others_need_cannot_go(study: tuple[Copy, Id]) -> None:
    copy, source = study
    with copy.act("coding.apply") as act:
        code_span(act, the_code(copy), source, Span(0, 4))
    from crosscase.model import Member

    with pytest.raises(StillUsedError, match="still named by 1 coding"), copy.act("member.remove") as act:
        act.remove_whole(Member, [copy.member])


def test_undo_is_refused_while_a_later_act_depends_and_both_are_offered(study: tuple[Copy, Id]) -> None:
    copy, source = study
    with copy.act("code.add") as act:
        code = act.add(Code(name="care")).id
    added = copy.store.log()[-1].id
    with copy.act("coding.apply") as act:
        code_span(act, code, source, Span(0, 4))
    with pytest.raises(DependsError) as refused:
        undo(copy.store, by=copy.member, entry=added)
    assert refused.value.entries == (copy.store.log()[-1].id,)
    undo(copy.store, by=copy.member, entry=added, with_dependants=True)
    assert copy.store.rows(Coding) == []
    assert [c.name for c in copy.store.rows(Code)] == ["trust"]
    redo(copy.store, by=copy.member)
    redo(copy.store, by=copy.member)
    assert len(copy.store.rows(Coding)) == 1


def test_an_act_far_back_is_undone_where_nothing_depends_on_it(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    with copy.act("code.rename") as act:
        act.change(Code, the_code(copy), name="faith")
    renamed = copy.store.log()[-1].id
    with copy.act("case.add") as act:
        act.add(Case(code="CIN"))
    undo(copy.store, by=copy.member, entry=renamed)
    assert [c.name for c in copy.store.rows(Code)] == ["trust"]
    assert {c.code for c in copy.store.rows(Case)} == {"ALD", "CIN"}
    with pytest.raises(NothingToUndoError):
        undo(copy.store, by=copy.member, entry=renamed)


def test_the_study_as_it_was_at_every_entry(study: tuple[Copy, Id]) -> None:
    copy, source = study
    states = []
    for n in range(6):
        with copy.act("step") as act:
            code = act.add(Code(name=f"code {n}")).id
            code_span(act, code, source, Span(n, n + 2))
            if n % 2:
                act.correct(source, [(Span(0, 1), "Ww")])
                act.change(Code, code, definition=f"about {n}")
        line = copy.store.log()[-1]
        states.append(((line.clock, line.digest), list(dump(copy.store))))
    for until, lines in states:
        then = replica(copy.store, until)
        assert list(dump(then)) == lines
        then.close()


def test_a_correction_moves_no_coding(study: tuple[Copy, Id]) -> None:
    copy, source = study
    at = TEXT.index("workee")
    with copy.act("coding.apply") as act:
        coding = code_span(act, the_code(copy), source, Span(at - 5, at + 6)).id
    with copy.act("source.correct") as act:
        act.correct(source, [(Span(0, 4), "Ah"), (Span(at + 5, at + 6), "r")])
    text = copy.store.text(source)
    found = copy.store.rows(Coding)[0]
    assert text[found.start : found.end] == "peer worker"
    with copy.act("coding.apply") as act:
        later = text.index("I mean")
        second = code_span(act, the_code(copy), source, Span(later, later + 6)).id
    undo(copy.store, by=copy.member)
    undo(copy.store, by=copy.member)
    assert copy.store.text(source) == TEXT
    found = copy.store.rows(Coding)[0]
    assert (found.id, TEXT[found.start : found.end]) == (coding, "peer workee")
    assert second
    assert verify(copy.store) == []


def test_one_changed_byte_is_found_and_the_entry_named(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    line = copy.store.log()[1]
    with copy.store.writing() as connection:
        body = connection.execute(ENTRY.select().where(ENTRY.c.id == line.id)).one().body
        broken = body[:-6] + bytes([body[-6] ^ 1]) + body[-5:]
        connection.execute(update(ENTRY).where(ENTRY.c.id == line.id).values(body=broken))
    assert any(line.id[-12:] in fault.thing for fault in verify(copy.store))


def test_changed_words_and_changed_tables_are_found(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    with copy.store.writing() as connection:
        connection.execute(update(ROWS["code"]).values(name="thrust"))
    assert [str(fault) for fault in verify(copy.store)] == [
        f"tables: code {the_code_id(copy)[-12:]}: its name differs from the journal"
    ]
    with copy.store.writing() as connection:
        connection.execute(update(CELL).where(CELL.c.words == "trust").values(words="thrust"))
    assert "its words are not those that were written" in str(verify(copy.store)[0])


def the_code_id(copy: Copy) -> Id:
    return copy.store.rows(Code)[0].id


def test_two_copies_conflict_and_settle(study: tuple[Copy, Id], tmp_path: Path) -> None:
    copy, _ = study
    other = Copy(Store.create(tmp_path / "other.crosscase"), copy.member, skew=-7_200_000)
    merge(other.store, copy.store)
    with copy.act("code.rename") as act:
        act.change(Code, the_code(copy), name="faith")
    with other.act("code.rename") as act:
        act.change(Code, the_code(other), name="reliance")
    merge(other.store, copy.store)
    merge(copy.store, other.store)
    (conflict,) = open_conflicts(copy.store)
    assert {side.value for side in conflict.sides} == {"faith", "reliance"}
    assert open_conflicts(other.store) == [conflict]
    with copy.act("code.rename") as act:
        act.change(Code, conflict.rows[0], name="trusting")
    assert open_conflicts(copy.store) == []
    merge(other.store, copy.store)
    assert open_conflicts(other.store) == []
    assert dump_digest(other.store) == dump_digest(copy.store)
    other.store.close()


def test_a_definition_written_while_another_removed_the_code_is_reported(
    study: tuple[Copy, Id], tmp_path: Path
) -> None:
    copy, _ = study
    other = Copy(Store.create(tmp_path / "other.crosscase"), copy.member)
    merge(other.store, copy.store)
    code = the_code(copy)
    with copy.act("code.remove") as act:
        act.remove_whole(Code, [code])
    with other.act("code.define") as act:
        act.change(Code, code, definition="what it is")
    merge(copy.store, other.store)
    (conflict,) = open_conflicts(copy.store)
    assert (conflict.nature, conflict.rows, conflict.field) == ("removed", (code,), "definition")
    with copy.act("code.restore") as act:
        act.remove(Code, [code], back=True)
    assert open_conflicts(copy.store) == []
    kept = copy.store.get(Code, code)
    assert kept is not None
    assert kept.definition == "what it is"
    other.store.close()


def test_private_memos_keep_their_words_at_home(study: tuple[Copy, Id], tmp_path: Path) -> None:
    copy, _ = study
    with copy.act("memo.add") as act:
        memo = act.add(Memo(member=copy.member, nature="reflexive", text="I was afraid of her answer")).id
    other = Copy(Store.create(tmp_path / "other.crosscase"), copy.member)
    merge(other.store, copy.store)
    assert dump_digest(other.store) == dump_digest(copy.store)
    assert verify(other.store) == []
    assert "afraid" not in (tmp_path / "other.crosscase").read_bytes().decode("latin-1")
    with copy.act("memo.share") as act:
        act.change(Memo, memo, shared=True)
    merge(other.store, copy.store)
    shared = other.store.get(Memo, memo)
    assert shared is not None
    assert shared.text == "I was afraid of her answer"
    other.store.close()


def test_an_answer_that_two_copies_brought_with_different_words(study: tuple[Copy, Id], tmp_path: Path) -> None:
    copy, _ = study
    other = Copy(Store.create(tmp_path / "other.crosscase"), copy.member)
    merge(other.store, copy.store)
    answer = "a" * 32
    for each, words in ((copy, "No."), (other, "Yes, often.")):
        with each.act("source.add") as act:
            act.add(Source(id=answer, name="answer 1", nature="answer"))
            act.bring({answer: words})
    merge(copy.store, other.store)
    merge(other.store, copy.store)
    assert copy.store.text(answer) == other.store.text(answer) == "No."  # the first in the order
    assert dump_digest(copy.store) == dump_digest(other.store)
    assert verify(copy.store) == verify(other.store) == []
    (conflict,) = [c for c in open_conflicts(copy.store) if c.field == "text"]
    assert [side.value for side in conflict.sides] == ["No.", "Yes, often."]
    with copy.act("source.correct") as act:
        act.correct(answer, [(Span(0, 3), "No, though often.")])
    assert [c for c in open_conflicts(copy.store) if c.field == "text"] == []
    other.store.close()


def test_another_study_is_not_merged(study: tuple[Copy, Id]) -> None:
    copy, _ = study
    stranger, _ = begun(None)
    with pytest.raises(CrosscaseError, match="not a copy"):
        merge(copy.store, stranger.store)
    stranger.store.close()


def test_a_correction_by_one_and_a_coding_by_another_meet(study: tuple[Copy, Id], tmp_path: Path) -> None:
    copy, source = study
    other = Copy(Store.create(tmp_path / "other.crosscase"), copy.member, skew=3_600_000)
    merge(other.store, copy.store)
    with copy.act("source.correct") as act:
        act.correct(source, [(Span(0, 6), "So: ")])
    at = TEXT.index("nobody")
    with other.act("coding.apply") as act:
        code_span(act, the_code(other), source, Span(at, at + 6))
    merge(copy.store, other.store)
    merge(other.store, copy.store)
    for store in (copy.store, other.store):
        (coding,) = store.rows(Coding)
        assert store.text(source)[coding.start : coding.end] == "nobody"
    assert dump_digest(other.store) == dump_digest(copy.store)
    other.store.close()
