"""The audit trail: six classes, whole pages, whole links, and nothing in it that may not leave the study."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crosscase.demo import build_demo
from crosscase.model import Participant, Source, Span
from crosscase.reports.audit import CLASSES, Audited, audit
from crosscase.reports.errors import CannotWriteError
from crosscase.study import Study
from crosscase.verbs import codings, consents, members, memos, participants

EMPTY = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """A page as it is read: tags that close, links, ids, tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def ids(self) -> set[str | None]:
        return {attrs["id"] for _, attrs in self.tags if "id" in attrs}


@pytest.fixture
def demo() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


def agreed(study: Study, *but: str) -> None:
    """Everybody agrees to archiving, but for some."""
    people = [one for one in study.rows(Participant) if one.identifier not in but]
    study.do(consents.set_consents, {one.id: {"archive": "yes"} for one in people})


def made(study: Study, folder: Path, **options: bool) -> Audited:
    return audit(study, folder, reader=study.member().id, **options)


def everything(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_every_page_is_whole_accessible_and_leads_somewhere(demo: Study, tmp_path: Path) -> None:
    agreed(demo)
    folder = tmp_path / "audit"
    written = made(demo, folder)
    assert written.texts == 42
    pages = {path.name: Page(path.read_text("utf-8")) for path in folder.glob("*.html")}
    assert set(pages) == {"index.html", *(of.page for of, _ in CLASSES)}
    for name, page in pages.items():
        assert page.open == [], name
        assert page.all("html") == [{"lang": "en"}]
        assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
        assert not page.all("script")
        assert len(page.all("caption")) == len(page.all("table"))
        assert all(attrs.get("scope") in {"col", "row"} for attrs in page.all("th"))
        for attrs in page.all("a"):
            address = attrs["href"] or ""
            assert "://" not in address
            file, _, anchor = address.partition("#")
            assert not file or (folder / file).is_file(), address
            target = pages.get(file or name)
            assert not anchor or (target is not None and anchor in target.ids()), address
        assert written.version in (folder / name).read_text("utf-8")
    assert "http" not in everything(folder).replace("http-equiv", "")


def test_every_file_says_of_which_version_it_is_who_made_it_and_when(demo: Study, tmp_path: Path) -> None:
    agreed(demo)
    written = made(demo, tmp_path / "audit")
    files = [path for path in written.folder.rglob("*") if path.is_file()]
    assert len(files) == written.files
    for path in files:
        text = path.read_text("utf-8")
        assert written.version in text, path
        assert "Ines" in text, path
        assert "Invented" in text, path
    for path in written.folder.glob("csv/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        assert {row["study_version"] for row in rows} == {written.version}


def test_places_count_from_the_line_of_dashes(demo: Study, tmp_path: Path) -> None:
    agreed(demo)
    written = made(demo, tmp_path / "audit", covered=True)
    source = demo.find(Source, "ALDPW01")
    (path,) = written.folder.glob(f"texts/*{source.id[-8:]}.txt")
    assert path.read_text("utf-8").partition("-" * 72 + "\n")[2] == demo.text(source.id) + "\n"


def test_texts_need_consent_and_are_listed_where_there_is_none(demo: Study, tmp_path: Path) -> None:
    nothing = made(demo, tmp_path / "nothing")
    assert (nothing.texts, len(nothing.left_out)) == (0, 42)
    assert dict(nothing.left_out)["ALDPW01"].startswith("nothing is recorded of ALDPW01")
    assert not (nothing.folder / "texts").exists()
    agreed(demo, "ALDPW01")
    refuses = demo.find(Participant, "ALDPW01").id
    demo.do(consents.set_consent, [refuses], archive="no")
    written = made(demo, tmp_path / "audit", unrecorded=True)
    assert written.left_out == (("ALDPW01", "ALDPW01 does not agree to archiving and showing outside the team"),)
    assert refuses not in written.participants
    text = demo.text(demo.find(Source, "ALDPW01").id)
    spoken = [line[4:] for line in text.splitlines() if line.startswith("PW: ") and len(line) > 60]
    shown = everything(written.folder)
    assert spoken
    assert not any(line in shown for line in spoken)


def test_content_notes_are_heeded_unless_asked(demo: Study, tmp_path: Path) -> None:
    agreed(demo)
    source = demo.find(Source, "DUNPW01")
    words = demo.text(source.id)[200:260]
    demo.do(codings.add_content_note, source.id, "loss", Span(200, 260))
    heeded, lifted = made(demo, tmp_path / "heeded"), made(demo, tmp_path / "lifted", covered=True)
    assert words not in everything(heeded.folder)
    assert words in everything(lifted.folder)


def test_real_names_and_private_memos_of_others_are_not_in_it(demo: Study, tmp_path: Path) -> None:
    agreed(demo)
    person = demo.find(Participant, "ALDPW01")
    demo.do(participants.change_participant, person.id, name="Marguerite Unlikely")
    demo.do(memos.write_memo, "I asked marguerite  unlikely again.", nature="methodological")
    tom = demo.as_member("Tom")
    tom.do(memos.write_memo, "Tom alone knows this.", title="Toms secret", nature="reflexive")
    demo.do(memos.write_memo, "Mine alone.", nature="reflexive")
    demo.do(members.describe_perspectives, demo.member().id, ["academic"])
    tom.do(members.describe_perspectives, tom.member().id, ["once a patient"])
    shown = everything(made(demo, tmp_path / "audit").folder)
    assert "nlikely" not in shown
    assert "I asked ▒" in shown
    assert "Tom alone" not in shown
    assert "Toms secret" not in shown
    assert "Mine alone." in shown
    assert "once a patient" not in shown


def test_the_study_as_it_was_and_how_things_came_about(demo: Study, tmp_path: Path) -> None:
    from crosscase.model import Code
    from crosscase.verbs.codes import define_code, rename_code

    here = demo.log()[-1].id
    code = demo.find(Code, "Supervision").id
    demo.do(rename_code, code, "Being supervised")
    demo.because("Tom asked").do(define_code, code, definition="Somebody looks on.")
    folder = made(demo, tmp_path / "now").folder
    with (folder / "csv" / "4-wordings.csv").open(encoding="utf-8", newline="") as file:
        told = [
            (row["field"], row["words"]) for row in csv.DictReader(file) if row["thing"].endswith("Being supervised")
        ]
    assert told[0] == ("name", "Supervision")
    assert told[1] == ("name", "Being supervised")
    assert told[-1] == ("definition", "Somebody looks on.")
    assert "Tom asked" in (folder / "csv" / "4-log.csv").read_text("utf-8")
    with demo.at(here) as then:
        old = everything(audit(then, tmp_path / "then").folder)
    assert "Being supervised" not in old


def test_it_is_written_whole_or_not_at_all(demo: Study, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", "utf-8")
    for folder in (tmp_path / "full", tmp_path / "no" / "such", tmp_path / "full" / "mine.txt"):
        with pytest.raises(CannotWriteError):
            made(demo, folder)
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "mine.txt"]
