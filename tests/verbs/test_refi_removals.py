"""What was removed on one side: here and still in a newer export, or there and still here."""

from __future__ import annotations

import msgspec
import pytest

from crosscase.model import AttributeValue, Case, Code, Coding, Link, Memo, Set, Source, Span
from crosscase.model.carrying import id_of
from crosscase.model.refi import Project, TextElement
from crosscase.study import Study
from crosscase.verbs.codes import remove_code
from crosscase.verbs.codings import apply_code, remove_codings
from crosscase.verbs.sources import remove_sources
from crosscase.verbs.take_refi import take_refi
from crosscase.verbs.taking_refi import RefiOptions
from tests.kernel.projects import guid, project


@pytest.fixture
def study() -> Study:
    study = Study.new(None, member="Ines")
    study.do(take_refi, project())
    return study


def renamed(given: Project) -> Project:
    """The same with everything said otherwise than before."""
    (support,) = given.codes
    peers = msgspec.structs.replace(support.codes[0], name="equals", description="Newly described.")
    (text,) = given.sources
    assert isinstance(text, TextElement)
    selections = tuple(msgspec.structs.replace(one, modified="2026-01-05T10:11:12Z") for one in text.selections)
    return msgspec.structs.replace(
        given,
        codes=(msgspec.structs.replace(support, description="Said anew.", codes=(peers,)),),
        cases=tuple(msgspec.structs.replace(one, description="Said anew.") for one in given.cases),
        sources=(msgspec.structs.replace(text, selections=selections),),
    )


def without_parts(given: Project) -> Project:
    """A newer export that has one code, one coding and everything that is no source or code less."""
    (support,) = given.codes
    (text,) = given.sources
    assert isinstance(text, TextElement)
    kept = tuple(one for one in text.selections if all(each.code != guid(11) for each in one.codings))
    return msgspec.structs.replace(
        given, codes=(msgspec.structs.replace(support, codes=()),), links=(), graphs=(), notes=(), sets=(),
        sources=(msgspec.structs.replace(text, selections=kept, notes=()),),
    )  # fmt: skip


def test_what_was_removed_here_is_listed_and_stays_removed(study: Study) -> None:
    had = len(study.rows(Coding))
    study.do(remove_code, id_of(guid(11)))
    left = len(study.rows(Coding))
    taken = study.do(take_refi, renamed(project())).value
    assert [one.name for one in study.rows(Code)] == ["support"]
    assert len(study.rows(Coding)) == left
    assert {("code", 1), ("coding", had - left)} <= {(one.kind, one.count) for one in taken.removals.left}
    (said,) = taken.removals.said()
    assert said.startswith("Removed here, and left so: 1 code ('equals'), ")
    assert said.endswith("--take-again brings back what the file has.")
    assert taken.elements["Code"].left == 1
    assert taken.elements["Coding"].left == had - left
    assert study.verify() == []
    # It is so each time.
    assert study.try_out(take_refi, renamed(project())).removals.left == taken.removals.left


def test_what_was_removed_here_comes_back_when_it_is_asked(study: Study) -> None:
    before = [len(study.rows(row)) for row in (Code, Case, Coding, AttributeValue, Link, Set)]
    study.do(remove_codings, [id_of(guid(200))])
    study.do(remove_code, id_of(guid(11)))
    taken = study.do(take_refi, project(), None, RefiOptions(take_again=True)).value
    assert [len(study.rows(row)) for row in (Code, Case, Coding, AttributeValue, Link, Set)] == before
    assert taken.removals.left == ()
    assert study.verify() == []


def test_a_source_that_was_removed_stays_away_with_what_lies_in_it(study: Study) -> None:
    study.do(remove_sources, [study.rows(Source)[0].id])
    taken = study.do(take_refi, renamed(project())).value
    assert (study.rows(Source), study.rows(Coding)) == ([], [])
    assert taken.elements["TextSource"].left == 1
    assert taken.elements["Coding"].left == 3
    assert study.verify() == []
    study.do(take_refi, project(), None, RefiOptions(take_again=True))
    assert (len(study.rows(Source)), len(study.rows(Coding))) == (1, 3)


def test_an_import_that_was_undone_comes_back_whole(study: Study) -> None:
    (support,) = project().codes
    third = msgspec.structs.replace(support, guid=guid(12), name="third", codes=())
    newer = msgspec.structs.replace(project(), codes=(support, third))
    study.do(take_refi, newer)
    study.undo()
    assert len(study.rows(Code)) == 2
    taken = study.do(take_refi, newer).value
    assert len(study.rows(Code)) == 3
    assert taken.removals.left == ()


def test_what_a_newer_export_has_no_more_is_listed_and_stays(study: Study) -> None:
    before = [len(study.rows(row)) for row in (Code, Coding, Link, Set, Memo)]
    tried = study.try_out(take_refi, without_parts(project()))
    gone = {one.kind: one.count for one in tried.removals.vanished}
    assert gone["code"] == 1
    assert gone["coding"] == sum(one.code == id_of(guid(11)) for one in study.rows(Coding))
    assert gone.keys() >= {"link", "set", "memo"}
    study.do(take_refi, without_parts(project()))
    assert [len(study.rows(row)) for row in (Code, Coding, Link, Set, Memo)] == before
    assert any("--follow-removals removes it" in one for one in tried.removals.said())


def test_what_a_newer_export_has_no_more_is_removed_when_it_is_asked(study: Study) -> None:
    options = RefiOptions(follow_removals=True)
    tried = study.try_out(take_refi, without_parts(project()), None, options)
    assert len(study.rows(Code)) == 2
    taken = study.do(take_refi, without_parts(project()), None, options).value
    assert taken.removals == tried.removals
    assert [one.name for one in study.rows(Code)] == ["support"]
    assert all(one.code == id_of(guid(10)) for one in study.rows(Coding))
    assert (study.rows(Link), study.rows(Set), study.rows(Memo)) == ([], [], [])
    assert study.verify() == []
    # What went because of an export comes back with one that has it again.
    study.do(take_refi, project())
    assert len(study.rows(Code)) == 2
    study.undo()
    study.undo()
    assert len(study.rows(Code)) == 2


def test_what_was_done_here_keeps_a_code_that_a_newer_export_has_no_more(study: Study) -> None:
    source = study.rows(Source)[0].id
    study.do(apply_code, id_of(guid(11)), source, Span(5, 16))
    taken = study.do(take_refi, without_parts(project()), None, RefiOptions(follow_removals=True)).value
    assert len(study.rows(Code)) == 2
    assert [(one.kind, one.names) for one in taken.removals.stays] == [("code", ("peers",))]
    assert len([one for one in study.rows(Coding) if one.code == id_of(guid(11))]) == 1


def test_another_project_says_nothing_of_what_is_here(study: Study) -> None:
    other = Project(name="Another", origin="crosscase", codes=project().codes[:1])
    assert study.try_out(take_refi, other).removals.vanished == ()
    strange = msgspec.structs.replace(other, name="Support", codes=())
    assert study.try_out(take_refi, strange, None, RefiOptions(follow_removals=True)).removals.vanished == ()
