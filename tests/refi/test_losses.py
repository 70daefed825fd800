"""What does not come back from an export is on the export's list: what is in = what comes back + what is listed.

Tried with the demonstration study, which has something of nearly everything, over every profile.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.demo import build_demo
from crosscase.exporters.refi import PROFILES
from crosscase.importers.refi import read_project
from crosscase.importers.refi.own import own_part
from crosscase.model import (
    KINDS,
    AttributeValue,
    Case,
    Code,
    Coding,
    Evidence,
    Link,
    Mark,
    Member,
    Memo,
    Participant,
    Row,
    Source,
    Theme,
)
from crosscase.reads.outgoing import Outgoing
from crosscase.reads.refi import project_out
from crosscase.reads.refi_left import IN_WORDS, NO_PLACE, WITH
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.take_part import take_part
from crosscase.verbs.take_refi import take_refi
from tests.shared import REPOSITORY

GOES_OUT = {
    "study", "member", "attribute", "attribute_value", "case", "participant", "source", "set", "set_member", "code",
    "coding", "mark", "memo", "link", "map", "map_item", "map_arrow", "carried", "analysis", "theme", "evidence",
    "summary", "claim",
}  # fmt: skip
"""Kinds that have an element."""
SAMPLES = sorted(REPOSITORY.parent.joinpath("shared", "refi", "samples").glob("*.qd*"))
COUNTED = (
    "User", "Code", "Variable", "VariableValue", "Case", "TextSource", "PictureSource", "PDFSource", "AudioSource",
    "VideoSource", "Transcript", "Coding", "Note", "Link", "Set", "Graph",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo() -> Iterator[Study]:
    with build_demo(None) as built:
        yield built


def test_every_kind_goes_out_or_is_listed() -> None:
    listed = {row for row, _, _ in NO_PLACE} | WITH.keys() | set(IN_WORDS)
    goes = {kind.row for kind in KINDS if kind.name in GOES_OUT}
    assert not listed & goes
    assert {kind.name for kind in KINDS if kind.row not in listed | goes} == set()
    assert set(WITH.values()) <= {row for row, _, _ in NO_PLACE}


class Facts:
    """What a study says, in words, so that two studies can be compared."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._codes = {one.id: one for one in study.rows(Code)}
        self._sources = {one.id: one.name for one in study.rows(Source)}
        self._members = {one.id: one.name for one in study.rows(Member)}
        self._texts = {one: study.store.text(one) for one in self._sources}

    def _path(self, code: str | None) -> str:
        names: list[str] = []
        while code is not None:
            names.append(self._codes[code].name)
            code = self._codes[code].parent
        return "/".join(reversed(names))

    def place(self, row: Coding | Mark) -> tuple[str, str, int]:
        text = self._texts[row.source]
        return self._sources[row.source], text[row.start : row.end], text.count(text[row.start : row.end], 0, row.start)

    def codings(self) -> Counter[Any]:
        rows = self._study.rows(Coding)
        return Counter((*self.place(one), self._path(one.code), self._members[one.member]) for one in rows)

    def marks(self) -> Counter[Any]:
        return Counter((*self.place(one), one.note) for one in self._study.rows(Mark))

    def codes(self) -> Counter[Any]:
        return Counter(self._path(one.id) for one in self._codes.values())

    def sources(self) -> Counter[Any]:
        return Counter((name, self._texts[one]) for one, name in self._sources.items())

    def memos(self) -> Counter[Any]:
        return Counter((one.title, one.text, self._members[one.member]) for one in self._study.rows(Memo))

    def subjects(self) -> Counter[Any]:
        cases = [one.code for one in self._study.rows(Case)]
        return Counter(cases + [one.identifier for one in self._study.rows(Participant)])

    def values(self) -> Counter[Any]:
        return Counter(one.value for one in self._study.rows(AttributeValue))

    def links(self) -> Counter[Any]:
        return Counter(one.relation for one in self._study.rows(Link))


class Listed:
    """The list of losses of an export."""

    def __init__(self, written: Any) -> None:
        self._losses = written.losses

    def count(self, place: str, pattern: str) -> int:
        found = [one.what for one in self._losses if one.place == place and re.search(pattern, one.what)]
        return sum(int(what.split(" ")[0].replace(",", "")) for what in found)

    def told(self, pattern: str) -> list[str]:
        return [one.what for one in self._losses if re.search(pattern, one.what)]


def there_and_back(study: Study, path: Path, profile: str) -> tuple[Study, Listed]:
    written = write(study, path, Wanted(profile=profile), Outgoing(study.leaving()))
    other = Study.new(None, member="Ines")
    read = read_project(path)
    assert read.repairs == ()
    assert read.losses == ()
    part = own_part(read)
    if part is not None:
        other.do(take_part, part, read.archive)
    else:
        taken = other.do(take_refi, read.project, read.archive).value
        assert taken.losses == ()
        assert taken.doubts == ()
    assert other.verify() == []
    return other, Listed(written)


@pytest.mark.parametrize("profile", [*PROFILES])
def test_what_is_in_a_study_comes_back_or_is_listed(demo: Study, tmp_path: Path, profile: str) -> None:
    other, listed = there_and_back(demo, tmp_path / "demo.qdpx", profile)
    had, has = Facts(demo), Facts(other)
    said_no = sum(one.stance == "no" for one in demo.rows(Coding))
    again = listed.count("codings", "say again")
    assert said_no == listed.count("codings", "not so") > 0
    lost = had.codings() - has.codings()
    assert lost.total() == said_no + again
    more = has.codings() - had.codings()
    placed = listed.count("themes", "^.* under themes: they go out as codings")
    apart = listed.count("themes", "of another coding") + listed.count("themes", "do not go out")
    assert more.total() == placed
    against = listed.count("themes", "placed against")
    assert placed + apart + against == len(demo.rows(Evidence))

    assert had.marks() == has.marks()
    assert had.sources() == has.sources()
    themes = listed.count("themes", "theme.? go.* out as")
    assert not had.codes() - has.codes()
    assert (has.codes() - had.codes()).total() == themes + listed.count("themes", "^. anal")
    assert themes == len(demo.rows(Theme))

    private = listed.count("memos", "author")
    assert (had.memos() - has.memos()).total() == private == 1
    written_anew = listed.count("summaries", "out as notes") + listed.count("claims", "out as notes")
    written_anew += listed.count("codings", "^[0-9]+ comment")
    assert (has.memos() - had.memos()).total() == written_anew

    assert had.subjects() == has.subjects()
    assert listed.count("participants", "out as cases") == len(demo.rows(Participant))
    assert not had.values() - has.values()
    # MAXQDA has variables of documents, so values of cases stand on these as well, and that is said.
    assert bool(has.values() - had.values()) == (profile == "maxqda") == bool(listed.told("of its case are written"))
    assert (had.links() - has.links()).total() == listed.count("links", "no place")
    about = listed.count("memos", "no note can be about") + listed.count("summaries", "out as notes")
    assert (has.links() - had.links()).total() == about
    assert {one.name for one in demo.rows(Member)} == {one.name for one in other.rows(Member)}


def test_all_that_may_leave_comes_back_to_another_crosscase(demo: Study, tmp_path: Path) -> None:
    other, listed = there_and_back(demo, tmp_path / "demo.qdpx", "")
    had, has = Facts(demo), Facts(other)
    for what in ("codings", "marks", "codes", "sources", "subjects", "values", "links"):
        assert getattr(had, what)() == getattr(has, what)()
    assert (had.memos() - has.memos()).total() == listed.count("memos", "author") == 1
    for kind in KINDS:
        if kind.name not in {"study", "product", "signing_key", "memo", "carried", "position"}:
            row: type[Row] = kind.row
            assert len(demo.rows(row)) == len(other.rows(row)), kind.name


def test_codings_that_say_the_same_leave_once_and_keep_what_is_about_them(demo: Study) -> None:
    there = {one.guid for one in project_out(demo.store).project.notes}
    twice = Counter(
        (one.source, one.first, one.last, one.code, one.member) for one in demo.rows(Coding) if one.stance == "yes"
    )
    assert sum(count - 1 for count in twice.values()) == 3
    for source in project_out(demo.store).project.sources:
        for selection in source.selections:
            codes = [one.code for one in selection.codings]
            assert len(codes) == len(set(codes))
            assert {note for one in selection.codings for note in one.notes} <= there


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_every_element_of_a_sample_is_here_or_carried_or_left(sample: Path, tmp_path: Path) -> None:
    read = read_project(sample)
    study = Study.new(None, member="Ines")
    taken = study.do(take_refi, read.project, read.archive).value
    met = Counter({name: read.counts.get(name, 0) for name in COUNTED})
    met["Selection"] = sum(count for name, count in read.counts.items() if name.endswith("Selection"))
    met["User"] += sum(one.what.endswith("was added.") for one in read.repairs)
    became = {name: one.things + one.carried + one.left for name, one in taken.elements.items()}
    assert +met == Counter(became)
    path = tmp_path / "again.qdpx"
    write(study, path, Wanted(), Outgoing(study.leaving()))
    again = read_project(path)
    assert all(one.what.endswith("both keep it.") for one in again.repairs)
    part = own_part(again)
    assert part is not None
    other = Study.new(None, member="Ines")
    other.do(take_part, part, again.archive)
    here, there = project_out(study.store), project_out(other.store)
    assert here.project == there.project
    assert here.files == there.files
