"""Names in what is brought: proposed, replaced before anything is taken in, kept in the register and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.model import Source
from crosscase.server.readings import Readings, StoppedError
from crosscase.store.register import derive, read_register
from crosscase.study import Study
from tests.server.conftest import Window, window_on
from tests.server.test_imports import bring

TALK = (
    "I: Who came first?\n\nKatrin: My name is Katrin Berg. I told Mrs Lund in Birkenfeld.\n\n"
    "I: And then?\n\nKatrin: Then I told Mrs Lund once more, in Birkenfeld.\n"
)
CHOICES = [
    {"name": "Katrin Berg", "becomes": "[person 1]"}, {"name": "Katrin", "becomes": "[person 1]"},
    {"name": "Lund", "becomes": "[person 2]"}, {"name": "Birkenfeld", "becomes": "[place 3]"},
]  # fmt: skip
OPENS = "kept apart from the study"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "new.crosscase"
    Study.new(path, member="Ines", title="New").close()
    return path


def taken(window: Window, **asked: object) -> str:
    upload = bring(window, Katrin__txt=TALK)
    window.post(f"/imports/{upload}/take", {"names": CHOICES, **asked})
    return upload


def test_names_are_proposed_with_something_neutral_for_each(study: Path) -> None:
    with window_on(study) as window:
        upload = bring(window, Katrin__txt=TALK)
        found = window.post(f"/imports/{upload}/names", {"asked": {}})
        becomes = {one["words"]: one["becomes"] for one in found["names"]}
        assert set(becomes) == {"Katrin Berg", "Katrin", "Lund", "Birkenfeld"}
        assert becomes["Katrin"] == becomes["Katrin Berg"]  # a part of the longer name
        assert len(set(becomes.values())) == 3
        assert found["register"] == {"path": str(study.with_suffix(".names")), "there": False, "names": None}


def test_nothing_of_the_names_reaches_the_study_and_the_register_has_them(study: Path) -> None:
    with window_on(study) as window:
        upload = bring(window, Katrin__txt=TALK)
        asked = {"names": CHOICES, "register": {"passphrase": OPENS}}
        shown = window.post(f"/imports/{upload}/preview", asked)
        assert shown["documents"][0]["key"] == "Katrin"  # as corrections name it
        assert "Katrin" not in shown["documents"][0]["beginning"]
        assert not study.with_suffix(".names").exists()
        done = window.post(f"/imports/{upload}/take", asked)["value"]
        assert done["documents"][0]["source"]
        (source,) = window.get("/sources")
        assert source["name"] == "[person 1]"
    with Study.open(study) as opened:
        (kept,) = opened.rows(Source)
        assert "[person 2] in [place 3]" in opened.text(kept.id)
        assert kept.original == ""
        assert opened.verify() == []
    for name in ("Katrin", "Lund", "Birkenfeld"):
        assert name.encode() not in study.read_bytes()
    register = study.with_suffix(".names")
    assert read_register(register, derive(OPENS, register)).replacements == {
        one["name"]: one["becomes"] for one in CHOICES
    }


def test_the_same_file_again_is_known_once_the_register_is_open(study: Path) -> None:
    with window_on(study) as window:
        taken(window, register={"passphrase": OPENS})
        upload = bring(window, Katrin__txt=TALK)
        asked = {"asked": {}, "register": {"passphrase": OPENS}}
        found = window.post(f"/imports/{upload}/names", asked)
        assert {one["words"]: one["becomes"] for one in found["names"] if one["listed"]} == {
            one["name"]: one["becomes"] for one in CHOICES
        }
        assert found["register"]["names"] == 4
        shown = window.post(f"/imports/{upload}/preview", {"names": CHOICES})
        assert [one["became"] for one in shown["files"]] == ["known"]
        wrong = {"asked": {}, "register": {"passphrase": "another one altogether"}}
        assert window.post(f"/imports/{upload}/names", wrong, status=403)["type"] == "wrong-passphrase"


@pytest.mark.parametrize("begun", [True, False])
def test_where_nothing_is_taken_in_the_register_is_as_it_was(study: Path, begun: bool) -> None:
    register = study.with_suffix(".names")
    with Study.open(study, member="Ines") as opened:
        from crosscase.verbs.members import add_member

        opened.do(add_member, "Reader", permission="reader")
    with window_on(study, "Ines") as window:
        if begun:
            taken(window, register={"passphrase": OPENS})
    before = register.read_bytes() if begun else None
    with window_on(study, "Reader") as window:
        upload = bring(window, other__txt=TALK.replace("Katrin", "Ulrike"))
        more = {"names": [{"name": "Ulrike", "becomes": "[person 9]"}], "register": {"passphrase": OPENS}}
        assert window.post(f"/imports/{upload}/take", more, status=403)["type"] == "not-allowed"
        wrong = {**more, "register": {"passphrase": "not this one"}}
        if begun:
            assert window.post(f"/imports/{upload}/take", wrong, status=403)["type"] == "wrong-passphrase"
    assert (register.read_bytes() if register.exists() else None) == before


def test_another_pseudonym_for_a_name_of_the_register_is_refused(study: Path) -> None:
    with window_on(study) as window:
        taken(window, register={"passphrase": OPENS})
        upload = bring(window, other__txt=TALK.replace("first", "second"))
        asked = {"names": [{"name": "Lund", "becomes": "Mona"}], "register": {"passphrase": OPENS}}
        assert window.post(f"/imports/{upload}/take", asked, status=409)["type"] == "listed-already"
        bad = {"names": [{"name": "Lund", "becomes": "Mrs Lund"}]}
        assert window.post(f"/imports/{upload}/preview", bad, status=422)["type"] == "unfit-pseudonym"
        assert len(window.get("/sources")) == 1


def test_cases_and_participants_that_corrections_name_are_made(study: Path) -> None:
    with window_on(study) as window:
        upload = bring(
            window, one__txt="Interviewer: How?\n\nRespondent: So.\n\nInterviewer: Why?\n\nRespondent: Oh.\n"
        )
        fixes = [{"key": "one", "case": "North", "participants": ["N1"]}]
        shown = window.post(f"/imports/{upload}/preview", {"documents": fixes})
        assert [one["code"] for one in shown["cases"]] == ["North"]
        assert [(one["identifier"], one["case"]) for one in shown["participants"]] == [("N1", "North")]
        voices = {one["label"]: (one["voice"], one["participant"]) for one in shown["documents"][0]["speakers"]}
        assert voices == {"Interviewer": ("interviewer", ""), "Respondent": ("participant", "N1")}
        window.post(f"/imports/{upload}/take", {"documents": fixes})
        (source,) = window.get("/sources")
        assert source["unassigned"] == 0
        assert [one["code"] for one in window.get("/rows/case")] == ["North"]


def test_reading_is_told_and_stopped(study: Path, tmp_path: Path) -> None:
    import asyncio

    from crosscase.importers.options import DEFAULT

    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(TALK, "utf-8")

    async def stopped() -> None:
        readings = Readings()
        reading = asyncio.create_task(readings.bundle("one", folder, (1, 1), DEFAULT))
        while not readings.progress("one").file:  # noqa: ASYNC110 - nobody tells: it is looked at
            await asyncio.sleep(0)
        assert readings.progress("one").total == 30
        readings.forget("one")
        await reading

    with pytest.raises(StoppedError):
        asyncio.run(stopped())
    with window_on(study) as window:
        upload = bring(window, one__txt=TALK)
        state = window.get(f"/imports/{upload}")
        assert (state["upload"]["files"], state["reading"]["done"]) == (1, 0)
