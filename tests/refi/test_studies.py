"""REFI-QDA into a study and out of it: nothing of the standard is lost, and the same study gives the same bytes."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path
from typing import IO, Any, Literal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from crosscase.importers.refi import read_project
from crosscase.importers.refi.own import own_part
from crosscase.model import Code, Coding, Member, Memo, Participant, Source, Span
from crosscase.model.carrying import id_of
from crosscase.model.counting import Measured, counting_named, hinted, plain
from crosscase.model.refi import CodeElement, CodingElement, MediaElement, Project, Selection, TextElement
from crosscase.reads.outgoing import Outgoing
from crosscase.reads.refi import project_out
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, rename_code
from crosscase.verbs.codings import apply_code, remove_codings
from crosscase.verbs.consents import set_consent
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.memos import write_memo
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sources import add_source
from crosscase.verbs.take_part import take_part
from crosscase.verbs.take_refi import take_refi
from crosscase.verbs.taking_refi import RefiOptions
from tests.kernel.projects import guid, project
from tests.refi.made import projects
from tests.shared import REPOSITORY

SAMPLES = sorted(REPOSITORY.parent.joinpath("shared", "refi", "samples").glob("*.qd*"))


class Named:
    """A file for every path: its own name."""

    def has(self, path: str) -> bool:
        return bool(path)

    def open(self, path: str) -> IO[bytes]:
        return io.BytesIO(path.encode())


def out(study: Study, path: Path, **wanted: Any) -> Project:
    """What a study writes, read again."""
    write(study, path, Wanted(**wanted), Outgoing(study.leaving()))
    return read_project(path).project


def ours(given: Project) -> Project:
    """A project with its texts as a study has them, and its positions as these count."""

    def text(one: Any) -> Any:
        if one.text is None:
            return one
        measured = Measured(one.text)
        way = hinted(given.origin) or counting_named("standard")
        starts, ends, off = measured.to_ours(way, [s.start for s in one.selections], [s.end for s in one.selections])
        moved = tuple(
            msgspec.structs.replace(selection, start=int(start), end=int(end))
            if selection.kind == "text" and not wrong and start < end
            else selection
            for selection, start, end, wrong in zip(one.selections, starts, ends, off, strict=True)
        )
        return msgspec.structs.replace(one, text=plain(one.text), selections=moved)

    def source(one: Any) -> Any:
        if isinstance(one, MediaElement):
            transcripts = tuple(
                msgspec.structs.replace(each, text=plain(each.text) if each.text is not None else None)
                for each in one.transcripts
            )
            return msgspec.structs.replace(one, text=text(one.text) if one.text else None, transcripts=transcripts)
        return text(one)

    notes = tuple(
        msgspec.structs.replace(one, text=plain(one.text)) if one.text is not None else one for one in given.notes
    )
    return msgspec.structs.replace(given, sources=tuple(map(source, given.sources)), notes=notes)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_nothing_of_the_standard_is_lost_in_a_sample(sample: Path, tmp_path: Path) -> None:
    read = read_project(sample)
    study = Study.new(None, member="Ines")
    study.do(take_refi, read.project, read.archive)
    assert study.verify() == []
    here = project_out(study.store)
    expected = ours(read.project)
    assert msgspec.structs.replace(here.project, name="") == msgspec.structs.replace(expected, name="")
    for path, digest in here.files.items():
        with study.store.reading() as connection, read.archive.open(path) as stream:
            from crosscase.store.cells import file_pieces

            assert b"".join(file_pieces(connection, digest)) == stream.read()
    written = out(study, tmp_path / "again.qdpx", profile="strict")
    assert written.sources == here.project.sources


def leading_somewhere(given: Project) -> Project:
    """A project without references to nowhere, which the strategy makes now and then."""
    plainly = msgspec.json.encode(given).decode()
    there = {part[:36] for part in plainly.split('"guid":"')[1:]}
    links = [one for one in given.links if {one.origin, one.target} <= there]
    return msgspec.structs.replace(
        given,
        name=given.name or "p",
        links=tuple(links) if len(links) == len(given.links) else (),
        # A case without a name that only holds the values of a document can contradict the document's own.
        cases=tuple(
            msgspec.structs.replace(
                one, name=one.name or "c", selections=tuple(each for each in one.selections if each in there)
            )
            for one in given.cases
        ),
        graphs=tuple(
            one
            for one in given.graphs
            if {*(each.represents for each in one.vertices), *(each.represents for each in one.edges)} - {""} <= there
        ),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects())
def test_any_project_comes_out_as_it_went_in(given: Project) -> None:
    given = leading_somewhere(leading_somewhere(given))
    study = Study.new(None, member="Ines")
    study.do(take_refi, given, Named(), RefiOptions(counting="standard"))
    here = project_out(study.store).project
    assert len(here.links) <= len(given.links)
    if len(here.links) == len(given.links):
        expected = msgspec.structs.replace(ours(msgspec.structs.replace(given, origin="")), origin=given.origin)
        assert here == expected


def test_out_in_and_out_again_gives_the_same_bytes(tmp_path: Path) -> None:
    study = Study.new(None, member="Ines")
    study.do(take_refi, project())
    study.do(apply_code, id_of(guid(11)), study.rows(Source)[0].id, Span(5, 16), comment="Look here.")
    study.do(write_memo, "On a place.", source=study.rows(Source)[0].id, span=Span(0, 3))
    for profile in ("strict", ""):
        first, second = tmp_path / f"1{profile}.qdpx", tmp_path / f"2{profile}.qdpx"
        out(study, first, profile=profile)
        other = Study.new(None, member="Ines")
        read = read_project(first)
        part = own_part(read)
        assert (part is not None) is not bool(profile)
        if part is not None:
            other.do(take_part, part, read.archive)
            assert len(other.rows(Memo)) == len(study.rows(Memo))
        else:
            other.do(take_refi, read.project, read.archive)
        out(other, second, profile=profile)
        assert first.read_bytes() == second.read_bytes()
        assert other.verify() == []


def test_what_was_changed_here_leaves_as_it_is_now_and_the_rest_as_it_came() -> None:
    study = Study.new(None, member="Ines")
    came = project(random.Random(2))
    study.do(take_refi, came)
    (source,) = study.rows(Source)
    study.do(rename_code, id_of(guid(11)), "colleagues")
    study.do(remove_codings, [id_of(guid(200))])
    study.do(correct_source, source.id, [(Span(0, 0), "Begin. ")])
    here = project_out(study.store).project
    assert [code.codes[0].name for code in here.codes] == ["colleagues"]
    (text,) = here.sources
    assert isinstance(text, TextElement)
    assert text.text is not None
    assert text.text.startswith("Begin. INT:")
    assert guid(100) not in {one.guid for one in text.selections}
    by_guid = {one.guid: one for one in text.selections}
    assert (by_guid[guid(101)].start, by_guid[guid(101)].end) == (31, 58)
    assert here.graphs == came.graphs


@pytest.fixture
def spoken() -> Study:
    study = Study.new(None, member="Ines")
    case = study.do(add_case, "ALD").value
    other = study.do(add_case, "BRK").value
    anna = study.do(add_participant, "ALD01", case=case, name="Anna").value
    ben = study.do(add_participant, "BRK01", case=other, name="Ben").value
    code = study.do(add_code, "risk").value
    for name, person, of in (("Anna", anna, case), ("Ben", ben, other)):
        words = f"{name}: I told {name} nobody came."
        source = study.do(add_source, name.lower(), words, case=of, participant=person).value
        study.do(apply_code, code, source, Span(len(name) + 2, len(words)))
    study.do(write_memo, "Mine alone.", nature="reflexive")
    return study


def test_a_part_goes_out_without_the_rest(spoken: Study, tmp_path: Path) -> None:
    case = spoken.rows(Source)[0].case
    assert case is not None
    here = out(spoken, tmp_path / "a.qdpx", cases=(case,))
    assert len(here.sources) == 1
    assert len(here.cases) == 2
    archive = zipfile.ZipFile(tmp_path / "a.qdpx")
    assert not any(name.startswith("crosscase/") for name in archive.namelist())


def test_names_stay_and_codings_keep_their_words(spoken: Study, tmp_path: Path) -> None:
    here = out(spoken, tmp_path / "n.qdpx", names=False)
    words = {
        one.text[selection.start : selection.end]
        for one in here.sources
        if isinstance(one, TextElement) and one.text
        for selection in one.selections
    }
    assert words == {"I told ALD01 nobody came.", "I told BRK01 nobody came."}
    assert b"Anna" not in b"".join(zipfile.ZipFile(tmp_path / "n.qdpx").read(n) for n in ("project.qde",))


def test_words_that_consent_does_not_cover_are_covered_and_the_own_part_stays(spoken: Study, tmp_path: Path) -> None:
    (anna,) = [one.id for one in spoken.rows(Participant) if one.name == "Anna"]
    spoken.do(set_consent, [anna], archive="no")
    written = write(spoken, tmp_path / "c.qdpx", Wanted(), Outgoing(spoken.leaving()))
    names = zipfile.ZipFile(tmp_path / "c.qdpx").namelist()
    texts = [
        one.text or "" for one in read_project(tmp_path / "c.qdpx").project.sources if isinstance(one, TextElement)
    ]
    assert any("▒" in one and "nobody" not in one for one in texts)
    assert any("I told Ben nobody came." in one for one in texts)
    assert not any(name.startswith("crosscase/") for name in names)
    assert any("covered" in note for note in written.notes)
    strictly = out(spoken, tmp_path / "s.qdpx", consented=True)
    assert all("nobody" not in (one.text or "") for one in strictly.sources if isinstance(one, TextElement))


def test_what_is_private_never_leaves(spoken: Study, tmp_path: Path) -> None:
    path = tmp_path / "p.qdpx"
    out(spoken, path)
    archive = zipfile.ZipFile(path)
    assert "crosscase/study.jsonl" in archive.namelist()
    assert all(b"Mine alone." not in archive.read(name) for name in archive.namelist())


def test_a_project_that_another_program_changed_is_taken_in_by_what_it_says(spoken: Study, tmp_path: Path) -> None:
    path, changed = tmp_path / "p.qdpx", tmp_path / "q.qdpx"
    out(spoken, path)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            data = archive.read(name)
            other.writestr(name, data.replace(b'name="risk"', b'name="danger"') if name == "project.qde" else data)
    read = read_project(changed)
    assert own_part(read) is None
    study = Study.new(None, member="Ines")
    study.do(take_refi, read.project, read.archive)
    assert [one.name for one in study.rows(Code)] == ["danger"]
    assert len(study.rows(Coding)) == 2
    assert [one.name for one in study.rows(Member)] == ["Ines"]


@pytest.mark.parametrize("kind", ["audio", "text"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_note_on_a_selection_stays_on_the_selection(kind: Literal["audio", "text"], times: int) -> None:
    """And is not on its codings as well, however often the same was coded there."""
    codings = tuple(CodingElement(guid=guid(10 + number), code=guid(1)) for number in range(times))
    selection = Selection(guid=guid(4), kind=kind, start=0, end=5, codings=codings, notes=(guid(2),))
    audio = MediaElement(guid=guid(3), element="AudioSource", selections=(selection,))
    text = TextElement(guid=guid(3), name="t", text="hello there", selections=(selection,))
    given = Project(
        name="p",
        codes=(CodeElement(guid=guid(1), name="c"),),
        notes=(TextElement(guid=guid(2), name="n", text="words of a note"),),
        sources=(audio if kind == "audio" else text,),
    )
    study = Study.new(None, member="Ines")
    study.do(take_refi, given)
    assert project_out(study.store).project == given


def test_of_two_sources_that_are_one_each_keeps_its_notes() -> None:
    sources = (TextElement(guid=guid(3), text="The same words."), TextElement(guid=guid(4), text="The same words."))
    noted = msgspec.structs.replace(sources[1], notes=(guid(2),))
    given = Project(name="p", notes=(TextElement(guid=guid(2), text="words of a note"),), sources=(sources[0], noted))
    study = Study.new(None, member="Ines")
    study.do(take_refi, given)
    assert project_out(study.store).project == given
