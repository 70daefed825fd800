"""Taking in REFI-QDA projects: what becomes what, what is carried, and what a newer export of the same changes."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import IO

import msgspec
import pytest

from crosscase.model import (
    Attribute,
    AttributeValue,
    Carried,
    Case,
    Code,
    Coding,
    Link,
    Map,
    MapArrow,
    MapItem,
    Mark,
    Member,
    Memo,
    Participant,
    Set,
    SetMember,
    Source,
    Turn,
)
from crosscase.model.carrying import id_of
from crosscase.model.refi import (
    CaseElement,
    CodeElement,
    CodingElement,
    MediaElement,
    Project,
    Selection,
    TextElement,
    VariableElement,
    VariableValue,
)
from crosscase.store.dump import dump_digest
from crosscase.study import Study
from crosscase.verbs.codes import add_code, define_code
from crosscase.verbs.codings import remove_codings
from crosscase.verbs.take_refi import take_refi
from crosscase.verbs.taking_refi import RefiOptions
from tests.kernel.projects import TEXT, guid, project


class Held:
    """Files by their paths."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def has(self, path: str) -> bool:
        return path in self.files

    def open(self, path: str) -> IO[bytes]:
        return io.BytesIO(self.files[path])


@pytest.fixture
def study() -> Study:
    return Study.new(None, title="Try", member="Ines")


def test_what_the_study_has_a_kind_for_becomes_that_kind_under_its_own_id(study: Study) -> None:
    taken = study.do(take_refi, project()).value
    assert taken.losses == ()
    members = {one.name: one for one in study.rows(Member)}
    assert members.keys() == {"Ines", "Okafor"}
    assert members["Okafor"].permission == "coder"
    support, peers = (study.store.get(Code, id_of(guid(number))) for number in (10, 11))
    assert support is not None
    assert peers is not None
    assert (support.name, support.definition, support.colour) == ("support", "Given.", "#0072b2")
    assert (peers.name, peers.parent) == ("peers", support.id)
    (source,) = study.rows(Source)
    assert (source.name, source.nature, study.store.text(source.id)) == ("anna", "transcript", TEXT)
    (case,) = study.rows(Case)
    assert (case.code, source.case) == ("ALD", case.id)
    (beds,) = study.rows(Attribute)
    (value,) = study.rows(AttributeValue)
    assert (beds.type, value.of, value.value) == ("number", case.id, "12")
    codings = study.rows(Coding)
    assert {(one.start, one.end, one.origin, one.member) for one in codings} == {
        (start, end, "import", members["Ines"].id) for start, end in ((24, 32), (24, 51), (72, 80))
    }
    (mark,) = study.rows(Mark)
    assert (mark.start, mark.end, mark.note) == (0, 17, "asked")
    (memo,) = study.rows(Memo)
    assert (memo.title, memo.text, memo.about) == ("On peers", "More.", peers.id)
    (link,) = study.rows(Link)
    assert (link.from_thing, link.relation, link.to_thing) == (support.id, "explains", peers.id)
    assert sorted((one.of, one.name) for one in study.rows(Set)) == [("code", "core"), ("source", "core")]
    assert {one.thing for one in study.rows(SetMember)} == {support.id, source.id}
    assert [len(study.rows(row)) for row in (Map, MapItem, MapArrow, Turn)] == [1, 2, 1, 4]
    assert study.verify() == []


def test_the_same_again_changes_nothing_and_after_an_undo_all_of_it_comes_back(study: Study) -> None:
    study.do(take_refi, project())
    before = dump_digest(study.store)
    assert study.do(take_refi, project()).entry == ""
    study.undo()
    assert [len(study.rows(row)) for row in (Code, Coding, Memo, Carried, Source)] == [0, 0, 0, 0, 0]
    study.do(take_refi, project())
    assert dump_digest(study.store) == before


def test_a_newer_export_updates_what_it_says_otherwise_and_leaves_what_was_done_here(study: Study) -> None:
    first = project()
    study.do(take_refi, first)
    study.do(define_code, id_of(guid(11)), definition="Somebody who was there.")
    study.do(remove_codings, [id_of(guid(200))])
    (support,) = first.codes
    newer = msgspec.structs.replace(
        first, codes=(msgspec.structs.replace(support, name="help", description="Given freely."),)
    )
    tried = study.try_out(take_refi, newer)
    assert [str(one) for one in tried.changes] == ["code 'support': name, definition"]
    study.do(take_refi, newer)
    codes = {one.id: one for one in study.rows(Code)}
    assert (codes[id_of(guid(10))].name, codes[id_of(guid(10))].definition) == ("help", "Given freely.")
    assert codes[id_of(guid(11))].definition == "Somebody who was there."
    assert len(study.rows(Coding)) == 2


def test_another_text_of_the_same_source_corrects_it_and_its_codings_stay(study: Study) -> None:
    first = project()
    study.do(take_refi, first)
    (source,) = first.sources
    assert isinstance(source, TextElement)
    longer = "Part one\n" + TEXT
    moved = tuple(msgspec.structs.replace(one, start=one.start + 9, end=one.end + 9) for one in source.selections)
    newer = msgspec.structs.replace(first, sources=(msgspec.structs.replace(source, text=longer, selections=moved),))
    study.do(take_refi, newer)
    (here,) = study.rows(Source)
    assert study.store.text(here.id) == longer
    assert sorted((one.start, one.end) for one in study.rows(Coding)) == [(33, 41), (33, 60), (81, 89)]
    assert study.verify() == []


@pytest.mark.parametrize("seed", [None, 3, 5])
def test_two_copies_that_take_in_the_same_project_are_one_when_they_merge(
    seed: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCASE_BACKUPS", "off")
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    one, other = tmp_path / "one.crosscase", tmp_path / "other.crosscase"
    with Study.new(one, member="Ines") as here:
        here.copy_to(other)
        with Study.open(other, member="Ines") as there:
            here.do(take_refi, project())
            there.do(take_refi, project(random.Random(seed) if seed else None))
            counts = [len(here.rows(row)) for row in (Code, Coding, Mark, Memo, Link, Case, Map, MapItem, Carried)]
            here.merge(other)
            there.merge(one)
            assert dump_digest(here.store) == dump_digest(there.store)
            assert [
                len(here.rows(row)) for row in (Code, Coding, Mark, Memo, Link, Case, Map, MapItem, Carried)
            ] == counts
            assert {one.kind for one in here.disagreements()} <= {
                "code", "member", "case", "attribute_value", "memo", "coding", "mark", "map_item",
            }  # fmt: skip
            assert bool(here.disagreements()) == bool(seed)
            assert here.verify() == []


def test_codes_of_one_name_in_one_place_are_told_apart(study: Study) -> None:
    twins = tuple(CodeElement(guid=guid(number), name="risk") for number in (1, 2))
    taken = study.do(take_refi, Project(codes=twins)).value
    assert sorted(one.name for one in study.rows(Code)) == ["risk", "risk (2)"]
    assert taken.notes == ("There are several codes 'risk' in one place; one is called 'risk (2)' here.",)


def test_a_code_that_the_study_has_by_its_path_is_used(study: Study) -> None:
    own = study.do(add_code, "Risk").value
    study.do(take_refi, Project(codes=(CodeElement(guid=guid(1), name="risk", description="What may go wrong."),)))
    (code,) = study.rows(Code)
    assert (code.id, code.definition) == (own, "What may go wrong.")


def test_one_guid_on_a_case_and_a_code_gives_two_things(study: Study) -> None:
    both = Project(codes=(CodeElement(guid=guid(1), name="a"),), cases=(CaseElement(guid=guid(1), name="b"),))
    study.do(take_refi, both)
    (code,), (case,) = study.rows(Code), study.rows(Case)
    assert code.id == id_of(guid(1))
    assert case.id != code.id
    assert study.do(take_refi, both).entry == ""


def test_cases_can_be_participants_and_an_unnamed_case_holds_the_variables_of_its_document(study: Study) -> None:
    values = (VariableValue(variable=guid(1), type="Text", value="north"),)
    given = Project(
        variables=(VariableElement(guid=guid(1), name="region"),),
        cases=(
            CaseElement(guid=guid(2), name="Anna", values=values),
            CaseElement(guid=guid(3), values=values, sources=(guid(4),)),
        ),
        sources=(TextElement(guid=guid(4), name="a", text="Words."),),
    )
    study.do(take_refi, given, None, RefiOptions(cases_are="participants"))
    assert study.rows(Case) == []
    (person,), (source,) = study.rows(Participant), study.rows(Source)
    assert person.identifier == "Anna"
    subjects = {one.id: one.subject for one in study.rows(Attribute)}
    assert {(subjects[one.attribute], one.of) for one in study.rows(AttributeValue)} == {
        ("participant", person.id), ("source", source.id),
    }  # fmt: skip


def test_files_lie_in_the_vault_and_places_are_areas_and_times(study: Study) -> None:
    coding = (CodingElement(guid=guid(9), code=guid(1)),)
    given = Project(
        codes=(CodeElement(guid=guid(1), name="a"),),
        sources=(
            MediaElement(
                element="PictureSource", guid=guid(2), name="p", path="internal://p.png",
                selections=(Selection(guid=guid(3), kind="picture", box=(10, 20, 110, 70), codings=coding),),
            ),
            MediaElement(
                element="AudioSource", guid=guid(4), name="s", path="internal://s.mp3",
                selections=(Selection(guid=guid(5), kind="audio", start=1000, end=2500),),
            ),
        ),
    )  # fmt: skip
    files = {"internal://p.png": b"picture", "internal://s.mp3": b"sound" * 300_000}
    study.do(take_refi, given, Held(files))
    sources = {one.name: one for one in study.rows(Source)}
    assert (sources["p"].nature, sources["s"].nature) == ("image", "recording")
    (placed,), (mark,) = study.rows(Coding), study.rows(Mark)
    assert placed.area[:5] == ("0", "10", "20", "100", "50")
    assert (mark.place, mark.from_ms, mark.to_ms) == ("time", 1000, 2500)
    with study.store.reading() as connection:
        from crosscase.store.cells import file_pieces

        assert b"".join(file_pieces(connection, sources["s"].original)) == files["internal://s.mp3"]


def test_what_lies_nowhere_in_its_text_is_carried_and_counted(study: Study) -> None:
    codings = (CodingElement(guid=guid(4), code=guid(1)),)
    given = Project(
        origin="crosscase",
        codes=(CodeElement(guid=guid(1), name="a"),),
        sources=(
            TextElement(
                guid=guid(2), name="t", text="Short.",
                selections=(Selection(guid=guid(3), start=90, end=99, codings=codings),),
            ),
        ),
    )  # fmt: skip
    taken = study.do(take_refi, given).value
    assert study.rows(Coding) == []
    assert (taken.elements["Selection"].carried, taken.elements["Coding"].carried) == (1, 1)
