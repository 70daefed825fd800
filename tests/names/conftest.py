"""A study in which a name stands wherever a name can stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.model import Code, Coding, Id, Source, Span
from crosscase.study import Study
from crosscase.verbs.analyses import add_analysis
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, remove_code
from crosscase.verbs.codings import add_content_note, add_mark, apply_code, apply_code_in_vivo, comment_coding
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.members import add_member
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source
from crosscase.verbs.study import change_settings

NAME, PLACE = "Wilhelmina", "Quirmbach"
TEXT = (
    f"INT: How is {NAME}?\n\nP: {NAME} came 🙂 from {PLACE}. I said {NAME}, e\u0301h, wait. {NAME}'s bag. "
    f"שלום {NAME}!\n\nP: Wilhelminas are many."
)


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCASE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("CROSSCASE_NAMES_PASSPHRASE", "five words that nobody knows")
    monkeypatch.delenv("CROSSCASE_MEMBER", raising=False)


def fill(study: Study, folder: Path) -> Id:
    """Put the name everywhere; the source."""
    original = folder / f"{NAME} 1.txt"
    original.write_text(TEXT, "utf-8")
    study.do(add_member, "Ben")
    study.do(change_settings, title=f"What {NAME} said", questions=["Who?", f"Why {PLACE}?"])
    source = study.do(add_source, f"Talk with {NAME}", TEXT, file=original).value
    study.because(f"{NAME} asked for it").do(add_case, "AAA", name=f"House of {NAME}")
    code = study.do(add_code, f"trusts {NAME}", definition=f"One line.\n\nLike {NAME}.").value
    at = TEXT.index(f"{NAME} came")
    coding = study.do(apply_code, code, source, Span(at, at + len(f"{NAME} came"))).value
    study.do(comment_coding, coding, f"said of {NAME}")
    last = TEXT.rindex(f"{NAME}!")
    study.do(apply_code_in_vivo, source, Span(last, last + len(NAME)))
    study.do(add_mark, source, Span(0, 9), note=f"{NAME}?")
    study.do(add_content_note, source, f"about {NAME}", Span(0, 3))
    study.do(write_memo, f"{NAME} in {PLACE}.", title=f"On {NAME}", nature="reflexive")
    study.do(remove_code, study.do(add_code, f"gone {NAME}").value)
    study.do(add_analysis, f"{NAME} and others")
    # A name in pieces: typed wrong, and corrected by one letter.
    other = study.do(add_source, "two", "So Wilhelmuna and Quirm came. Wilhelmina left this sentence.").value
    text = study.text(other)
    study.do(correct_source, other, [(Span(text.index("una"), text.index("una") + 1), "i")])
    study.do(correct_source, other, [(Span(text.index(" came"), text.index(" came")), "bach")])
    text = study.text(other)
    study.do(correct_source, other, [(Span(text.index(" Wilhelmina left"), len(text)), "")])
    return source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "peers.crosscase"


@pytest.fixture
def study(path: Path, tmp_path: Path) -> Iterator[Study]:
    study = Study.new(path, title="T", member="Ada")
    fill(study, tmp_path)
    yield study
    study.close()


def quotes(study: Study) -> dict[str, list[str]]:
    """The words under the codings, by code."""
    names = {code.id: code.name for code in study.rows(Code)}
    found: dict[str, list[str]] = {}
    for one in study.rows(Coding):
        found.setdefault(names[one.code], []).append(study.text(one.source)[one.start : one.end])
    return found


def source_named(study: Study, name: str) -> Source:
    return next(one for one in study.rows(Source) if one.name == name)
