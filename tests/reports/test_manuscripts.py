"""The invented paper and its corrected twin: every planted fault is found, and the twin is left alone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.analyses.manuscripts.audit import Audit, AuditOptions, audit
from crosscase.analyses.manuscripts.findings import KINDS
from crosscase.analyses.manuscripts.ground import Ground
from crosscase.demo.manuscript import PLANTED, Fault, corrected, draft, with_fault
from crosscase.errors import CrosscaseError
from crosscase.importers.manuscript import read_manuscript
from crosscase.importers.pandoc import pandoc_path
from crosscase.model import Attribute, AttributeValue, Case, ContentNote, Participant, Role, Source, Span
from crosscase.reads.manuscripts import ground_of
from crosscase.reports.manuscripts import audit_document, audit_file, ground_study, write_audit
from crosscase.study import Study
from crosscase.verbs.claims import write_claim
from crosscase.verbs.codings import add_content_note
from crosscase.verbs.consents import set_consent

FORMS = ("md", "docx", "pdf", "odt", "html")


@pytest.fixture(scope="module")
def study(demo: Path) -> Iterator[Study]:
    with Study.open(demo, writable=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def ground(study: Study) -> Ground:
    return ground_of(study, study.index(), study.consents())


def paper(text: str, form: str, folder: Path) -> Path:
    """A paper in Markdown as a file of some format, made as reports are made."""
    path = folder / f"paper.{form}"
    if form == "md":
        path.write_text(text, encoding="utf-8")
        return path
    to = ["-t", "typst"] if form == "pdf" else ["-o", str(path)]
    done = subprocess.run(
        [str(pandoc_path()), "-f", "markdown", "--standalone", "--metadata", "title=", *to],
        input=text.encode(), capture_output=True, check=True,
    )  # fmt: skip
    if form == "pdf":
        import typst

        compiled: bytes = typst.compile(done.stdout)
        path.write_bytes(compiled)
    return path


def audited(text: str, form: str, folder: Path, ground: Ground, options: AuditOptions | None = None) -> Audit:
    return audit(read_manuscript(paper(text, form, folder)), ground, options)


@pytest.mark.parametrize("form", FORMS)
def test_the_corrected_twin_raises_no_alarm(form: str, tmp_path: Path, ground: Ground) -> None:
    found = audited(corrected(), form, tmp_path, ground)
    assert [(one.kind, one.what) for one in found.findings] == []
    assert found.quotations == {"exact": 16, "declared": 2}
    assert sum(row.quotations for row in found.voices if row.of == "role") == 18


@pytest.mark.parametrize("fault", PLANTED, ids=[f"{one.kind}: {one.about}" for one in PLANTED])
def test_each_planted_fault_is_found_and_nothing_else_with_it(fault: Fault, tmp_path: Path, ground: Ground) -> None:
    found = audited(with_fault(fault), "md", tmp_path, ground)
    assert {one.kind for one in found.findings} == {fault.kind}
    assert any(fault.about in f"{one.about} {one.words} {one.what}" for one in found.findings)
    assert all(one.do and one.what and one.where.paragraph >= 0 for one in found.findings)


@pytest.mark.parametrize("form", FORMS)
def test_the_first_draft_has_a_fault_of_every_kind(form: str, tmp_path: Path, ground: Ground) -> None:
    found = audited(draft(), form, tmp_path, ground)
    assert {one.kind for one in found.findings} == set(KINDS) - {"without consent"}
    assert [one.kind for one in found.findings].count("margins") == 2
    altered = next(one for one in found.findings if "FENMA01" in one.about)
    assert altered.what.startswith("Not as it was said: “what isn't")
    assert "a nuisance”." in altered.what
    assert altered.where.section == "Findings / Risk shared, or passed upwards"
    assert (altered.where.line > 0) is (form == "md")
    assert (altered.where.page > 0) is (form == "pdf")


def test_the_codes_that_are_printed_and_the_role_of_the_frame_are_both_counted(tmp_path: Path, ground: Ground) -> None:
    (found,) = audited(with_fault(next(f for f in PLANTED if f.about == "DUNCO01")), "md", tmp_path, ground).findings
    assert "1 participant carries the code CO in DUN (2 have the role strategic manager)" in found.what
    assert "strategic manager, sector: joint”, which fits 5 participants" in found.do
    assert "No consent to be quoted is on file." in found.do


def test_k_is_what_one_says_and_kinds_can_be_left_out(tmp_path: Path, ground: Ground) -> None:
    cells = next(fault for fault in PLANTED if fault.kind == "small cell")
    assert not audited(with_fault(cells), "md", tmp_path, ground, AuditOptions(k=4)).findings
    eleven = audited(corrected(), "md", tmp_path, ground, AuditOptions(k=11)).findings
    assert {one.kind for one in eleven} == {"small cell"}
    assert "10" in eleven[0].what
    assert not audited(with_fault(cells), "md", tmp_path, ground, AuditOptions(leave_out=("small cell",))).findings
    with pytest.raises(CrosscaseError, match="2 or more"):
        audited(corrected(), "md", tmp_path, ground, AuditOptions(k=1))
    with pytest.raises(CrosscaseError, match="is no kind of finding"):
        audited(corrected(), "md", tmp_path, ground, AuditOptions(leave_out=("typos",)))


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of the demonstration study that can be changed."""
    copy = tmp_path / "own.crosscase"
    copy.write_bytes(demo.read_bytes())
    with Study.open(copy, member="Ines") as opened:
        yield opened


def test_somebody_who_said_no_is_not_quoted(own: Study, tmp_path: Path) -> None:
    own.do(set_consent, [own.find(Participant, "CINMA02").id], verbatim="no")
    found = audit_file(own, paper(corrected(), "md", tmp_path))
    assert [(one.kind, one.about) for one in found.findings] == [("without consent", ("CINMA02",))]
    # In a file that leaves, these words are covered as in every report.
    written = str(audit_document(own, found))
    assert "CINMA02 did not agree" in written
    assert "I argued that what they do" not in written


def test_what_a_content_note_covers_is_not_repeated(own: Study, tmp_path: Path) -> None:
    source = own.find(Source, "FENMA01").id
    text = own.text(source)
    at = text.index("I said I've signed for jet engines")
    own.do(add_content_note, source, "weapons", Span(at, at + 80))
    fault = next(one for one in PLANTED if one.about == "FENMA01")
    (found,) = audit_file(own, paper(with_fault(fault), "md", tmp_path)).findings
    assert found.what == "Not as it was said: (covered: weapons)."
    assert own.rows(ContentNote)


def test_sentences_are_compared_with_the_claims_of_the_study(own: Study, tmp_path: Path) -> None:
    sentence = "Most team managers said that they rang somebody else when they were rung."
    own.do(write_claim, sentence, quantifier="most", rests_on="judgement", reason="Heard in the group of managers.")
    text = corrected().replace("In all, 11 of 14 team managers said", "Most team managers said")
    unsupported = [
        one for one in audit_file(own, paper(text, "md", tmp_path)).findings if one.kind == "without support"
    ]
    assert unsupported == []
    text = corrected().replace("In all, 11 of 14 team managers said", "All team managers said")
    (one,) = audit_file(own, paper(text, "md", tmp_path)).findings
    assert one.kind == "against the count"
    assert "with another quantifier" in one.what


def _tables(study: Study, folder: Path) -> list[Path]:
    """The study as somebody has it who analysed elsewhere: two tables and a folder."""
    cases = {one.id: one.code for one in study.rows(Case)}
    roles = {one.id: one.name for one in study.rows(Role)}
    sector = next(one.id for one in study.rows(Attribute) if one.name == "sector")
    sectors = {one.of: one.value for one in study.rows(AttributeValue, attribute=sector)}
    lines = [f"{one.code},{one.name},{sectors[one.id]}" for one in study.rows(Case)]
    (folder / "cases.csv").write_text("\n".join(["case,name,sector", *lines]), encoding="utf-8")
    people = [f"{one.identifier},{cases[one.case or '']},{roles[one.role or '']}" for one in study.rows(Participant)]
    (folder / "participants.csv").write_text("\n".join(["identifier,case,role", *people]), encoding="utf-8")
    (folder / "interviews").mkdir()
    for one in study.rows(Source):
        (folder / "interviews" / f"{one.name}.txt").write_text(study.text(one.id), encoding="utf-8")
    return [folder / "cases.csv", folder / "participants.csv", folder / "interviews"]


def test_work_analysed_elsewhere_needs_two_tables_and_is_better_with_transcripts(study: Study, tmp_path: Path) -> None:
    tables = _tables(study, tmp_path)
    file = paper(draft(), "md", tmp_path)
    with ground_study(tables[:2]) as made:
        found = audit_file(made, file)
        assert not {"altered", "missing", "misattributed"} & {one.kind for one in found.findings}
        assert {
            "orphan identifier", "number above the cell", "recognisable", "small cell", "printed twice", "never quoted",
            "without support", "against the count", "margins", "drifted heading",
        } <= {one.kind for one in found.findings}  # fmt: skip
        assert "There are no transcripts here" in " ".join(found.limits)
        assert audit_file(made, paper(corrected(), "md", tmp_path)).faults == 0
    file = paper(draft(), "md", tmp_path)
    with ground_study(tables) as made:
        kinds = {one.kind for one in audit_file(made, file).findings}
        assert {"altered", "missing", "misattributed"} <= kinds
        assert audit_file(made, paper(corrected(), "md", tmp_path)).findings == ()


def test_tables_without_participants_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("case,name\nALD,Alder\n", encoding="utf-8")
    with pytest.raises(CrosscaseError, match="no participants"), ground_study([tmp_path / "cases.csv"]):
        pass


@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_the_audit_is_written_as_a_document(ending: str, study: Study, tmp_path: Path) -> None:
    found = audit_file(study, paper(draft(), "md", tmp_path))
    target = tmp_path / f"audit.{ending}"
    write_audit(study, found, target)
    back = read_manuscript(target)
    words = " ".join(
        [one.words for one in back.blocks] + [cell for one in back.blocks for row in one.rows for cell in row]
    )
    assert "QUISU01" in words
    assert "Invented, not evidence" in words
    assert "Who is quoted" in words


def test_the_answer_as_json_has_stable_names(tmp_path: Path, ground: Ground) -> None:
    data = audited(draft(), "md", tmp_path, ground).to_dict()
    assert set(data) == {
        "analysis", "file", "title", "faults", "findings", "voices", "quotations", "limits", "kinds", "notes"
    }  # fmt: skip
    assert set(data["findings"][0]) == {"kind", "weight", "where", "what", "do", "words", "about", "places"}
    assert data["notes"][0].startswith("Invented")
