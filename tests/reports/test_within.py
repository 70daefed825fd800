"""A report to one case holds nothing of any other: all of the file is searched for identifiers, names and words."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.frames.within import within_case
from crosscase.model import Case, Code, Coding, Participant, Source, Span, Theme
from crosscase.reports import report
from crosscase.study import Study
from crosscase.verbs.codings import apply_code, apply_code_in_vivo
from crosscase.verbs.consents import set_consent
from crosscase.verbs.frameworks import set_columns
from crosscase.verbs.summaries import write_summary
from crosscase.verbs.themes import write_theme

RUN = 7


@pytest.fixture
def study(demo: Path, tmp_path: Path) -> Study:
    path = tmp_path / "peers.crosscase"
    path.write_bytes(demo.read_bytes())
    return Study.open(path, member="Ines")


def words_of(path: Path) -> str:
    """All that is written anywhere in a docx, its properties and comments too."""
    with zipfile.ZipFile(path) as file:
        parts = [
            file.read(name).decode("utf-8", "replace") for name in file.namelist() if name.endswith((".xml", ".rels"))
        ]
    text = "\n".join(re.sub(r"</w:p>", "\n", part) for part in parts)
    return unescape(re.sub(r"<[^>]*>", "", text))


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in re.findall(r"\w+", text)]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def written(study: Study, case: str, folder: Path) -> tuple[str, tuple[str, ...]]:
    made = report(study, folder / f"{case}.docx", case=case)
    return words_of(made.path), made.participants


def alone(study: Study, code: str, text: str) -> None:
    """Nothing of any other case is in the text."""
    cases = study.rows(Case)
    own = study.find(Case, code)
    others = [one for one in cases if one.id != own.id]
    people = [one for one in study.rows(Participant) if one.case != own.id]
    for name in (*(one.code for one in others), *(one.identifier for one in people)):
        assert not re.search(rf"(?<!\w){name}(?!\w)", text), name
    for one in others:
        assert one.name.casefold() not in text.casefold()
    inside = within_case(study.snapshot(), study.snapshot().cases.find(code)).sources.ids
    here = set().union(*(runs(study.text(source)) for source in inside))
    printed = runs(text) - here
    for source in study.rows(Source):
        if source.id not in inside:
            assert not runs(study.text(source.id)) & printed, source.name


@pytest.mark.parametrize("case", ["ALD", "FEN", "JUN"])
def test_nothing_of_any_other_case_is_in_it(study: Study, case: str, tmp_path: Path) -> None:
    text, people = written(study, case, tmp_path)
    alone(study, case, text)
    own = {one.id for one in study.rows(Participant) if one.case == study.find(Case, case).id}
    assert set(people) <= own
    assert people
    assert study.find(Case, case).name in text
    for part in ("Who took part", "What was said", "In people’s own words"):
        assert part in text
    assert "Invented, not evidence about peer work" in text


def test_what_was_written_with_other_cases_in_mind_is_left_out(study: Study, tmp_path: Path) -> None:
    theme = study.find(Theme, "Risk shared or passed up")
    bracken = next(one for one in study.rows(Source) if one.name == "BRKPW01")
    said = study.text(bracken.id)
    start = said.index("there's a risk assessment on me")
    # A code made of words said at Bracken is used at Alder Court; a theme and a summary speak of Bracken.
    made = study.do(apply_code_in_vivo, bracken.id, Span(start, start + 31)).value
    code = study.rows(Coding, id=[made])[0].code
    alder = next(one for one in study.rows(Source) if one.name == "ALDPW01")
    study.do(apply_code, code, alder.id, Span(200, 260))
    study.do(write_theme, theme.id, meaning="As they say at Bracken: it climbs.")
    framework = study.snapshot().frameworks.ids[0]
    study.do(set_columns, framework, [study.find(Code, "Pay and hours").id, theme.id])
    study.do(write_summary, framework, study.find(Case, "ALD").id, theme.id, "Unlike BRKPW01, they say: on paper.")
    text, _ = written(study, "ALD", tmp_path)
    alone(study, "ALD", text)
    assert "Bracken" not in text
    assert "[left out: it speaks of another case]" in text


def test_consents_and_content_notes_hold_and_who_stands_alone_is_told(study: Study, tmp_path: Path) -> None:
    person = study.find(Participant, "ALDPW01").id
    before, _ = written(study, "ALD", tmp_path)
    assert "comes back as a colour on a board" in before
    study.do(set_consent, [person], verbatim="no", paraphrase="no")
    made = report(study, tmp_path / "again.docx", case="ALD")
    after = words_of(made.path)
    assert person not in made.participants
    assert "comes back as a colour on a board" not in after
    assert "withheld" in after
    assert "ALDMA01: alone in the role" in made.note


def test_a_case_that_is_not_there_is_refused(study: Study, tmp_path: Path) -> None:
    with pytest.raises(CrosscaseError, match="There is no case 'XYZ'"):
        report(study, tmp_path / "none.docx", case="XYZ")
    assert not (tmp_path / "none.docx").exists()
