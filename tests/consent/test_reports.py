"""A report prints nobody's words who did not agree to it, in any format, and names what it left out."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from crosscase.model import Id, Participant
from crosscase.reports import Written, report
from crosscase.reports.assemble import assemble
from crosscase.reports.document import Quote
from crosscase.reports.options import Options
from crosscase.reports.pandoc_tree import spoken
from crosscase.verbs.codes import add_code, define_code
from crosscase.verbs.codings import apply_code, apply_code_in_vivo
from crosscase.verbs.consents import forget_consent, set_consent
from crosscase.verbs.participants import merge_participants
from tests.reports.conftest import Small

EVENING = "Nobody plans here. I do it on my own, at home, in the evening."
PLAN = "We plan together, all of us"
QUOTED = Options(parts=("quotations",))


def person(small: Small, identifier: str) -> Id:
    return small.study.find(Participant, identifier).id


def refuses(small: Small, identifier: str, **said: str) -> None:
    small.study.do(set_consent, [person(small, identifier)], **(said or {"verbatim": "no"}))  # type: ignore[arg-type]


def words_in(written: Written) -> str:
    """Everything that can be read in a report, opened again."""
    if written.path.suffix == ".docx":
        document = docx.Document(str(written.path))
        lines = [p.text for p in document.paragraphs]
        lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join(lines)
    if written.path.suffix == ".odt":
        with zipfile.ZipFile(written.path) as archive:
            return "".join(ET.fromstring(archive.read("content.xml")).itertext())
    return written.path.read_text("utf-8")


def runs(words: str, length: int = 20) -> set[str]:
    plain = " ".join(words.split())
    return {plain[at : at + length] for at in range(len(plain) - length + 1)}


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".md"])
def test_words_that_are_not_agreed_to_are_in_no_report(full: Small, tmp_path: Path, suffix: str) -> None:
    before = report(full.study, tmp_path / f"before{suffix}")
    assert any(run in " ".join(words_in(before).split()) for run in runs(EVENING))
    refuses(full, "TWOPW01")
    written = report(full.study, tmp_path / f"r{suffix}")
    read = " ".join(words_in(written).split())
    assert not [run for run in runs(EVENING) if run in read]
    assert any(run in read for run in runs(PLAN))
    (held,) = [each for each in written.unprinted if each.whose == "TWOPW01"]
    assert held.where == "TWOPW01, line 2"
    assert held.why == "TWOPW01 does not agree to verbatim quotation"
    assert held.why in read
    if suffix == ".docx":
        with zipfile.ZipFile(written.path) as archive:
            every = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
        assert "at home, in the evening" not in every


def test_the_next_passage_takes_the_place_of_one_that_is_not_agreed_to(small: Small) -> None:
    small.theme("planning", small.coded("TWOPW01", EVENING), small.coded("ONEMA01", PLAN))
    refuses(small, "ONEMA01")
    document, unprinted = assemble(small.study, Options(parts=("quotations",), quotations=1))
    assert [quote.identifier for quote in document.of(Quote)] == ["TWOPW01"]
    assert [each.whose for each in unprinted] == ["ONEMA01"]


@pytest.mark.parametrize(
    ("until", "on", "printed"),
    [
        ("2026-05-01", "2026-05-01", True),
        ("2026-05-01", "2026-05-02", False),
        ("", "2126-05-02", True),
        ("1999-12-31", "", False),
    ],
)
def test_consent_holds_until_its_last_day(small: Small, until: str, on: str, printed: bool) -> None:
    small.theme("planning", small.coded("TWOPW01", EVENING))
    refuses(small, "TWOPW01", verbatim="yes", until=until)
    document, unprinted = assemble(small.study, Options(parts=("quotations",), on=on))
    assert bool(list(document.of(Quote))) is printed
    if not printed:
        assert unprinted[0].why == f"the consent of TWOPW01 ended on {until}"


def test_a_quotation_that_crosses_turns_needs_everybody_who_speaks_in_it(small: Small) -> None:
    source = small.source("TWOPW01")
    start = small.span("TWOPW01", "I do it on my own").start
    end = small.span("TWOPW01", "I keep a list.").end
    span = small.span("TWOPW01", "I do it on my own")
    whole = small.study.do(apply_code, small.code["planning"], source, type(span)(start, end)).value
    small.theme("crossing", whole)
    small.theme("alone", small.coded("TWOPW01", "I do it on my own, at home, in the evening."))
    refuses(small, "TWOPW02")
    document, unprinted = assemble(small.study, QUOTED)
    assert [spoken(quote) for quote in document.of(Quote)] == ["“I do it on my own, at home, in the evening.”"]
    assert [each.why for each in unprinted] == ["TWOPW02 does not agree to verbatim quotation"]


def test_in_a_group_each_speaks_for_themselves_and_context_is_a_quotation_too(small: Small) -> None:
    small.theme("lists", small.coded("TWOPW01", "He says that, but I plan as well. I keep a list."))
    (quote,) = assemble(small.study, QUOTED)[0].of(Quote)
    assert quote.before is not None
    refuses(small, "TWOPW01")
    (quote,) = assemble(small.study, QUOTED)[0].of(Quote)
    assert quote.identifier == "TWOPW02"
    assert quote.before is None


def test_who_was_merged_into_another_said_no_for_both(small: Small) -> None:
    small.theme("planning", small.coded("TWOPW01", EVENING))
    refuses(small, "TWOPW01")
    small.study.do(merge_participants, person(small, "TWOPW01"), person(small, "TWOPW02"))
    document, unprinted = assemble(small.study, QUOTED)
    assert not list(document.of(Quote))
    assert [each.why for each in unprinted] == ["TWOPW02 does not agree to verbatim quotation"]


def test_a_report_of_the_study_as_it_was_heeds_what_was_said_since(small: Small) -> None:
    small.theme("planning", small.coded("TWOPW01", EVENING))
    then = small.study.log()[-1].id
    refuses(small, "TWOPW01")
    with small.study.at(then) as was:
        assert not list(assemble(was, QUOTED)[0].of(Quote))
        assert not list(assemble(was.as_member("Ines"), QUOTED)[0].of(Quote))
    no = small.study.log()[-1].id
    refuses(small, "TWOPW01", verbatim="yes")
    with small.study.at(no) as was:
        assert list(assemble(was, QUOTED)[0].of(Quote))


def test_for_how_many_nothing_is_recorded_is_said(full: Small) -> None:
    def said() -> str:
        document, _ = assemble(full.study, QUOTED)
        return str(document)

    of_all = "is not recorded for any of the 3 participants whose words are printed here."
    assert f"Consent to verbatim quotation {of_all}" in said()
    refuses(full, "ONEMA01", verbatim="yes")
    assert "is not recorded for 2 of the 3 participants whose words are printed here." in said()
    refuses(full, "ONEPW01", recontact="yes")
    assert "is not recorded for 2 of the 3 participants whose words are printed here." in said()
    for identifier in ("ONEPW01", "TWOPW01"):
        refuses(full, identifier, verbatim="yes")
    assert "is recorded for all 3 participants whose words are printed here." in said()
    full.study.do(forget_consent, [person(full, "ONEPW01")])
    assert "is not recorded for 1 of the 3 participants whose words are printed here." in said()


def test_who_is_quoted_is_known_of_the_document(full: Small) -> None:
    document, _ = assemble(full.study, QUOTED)
    named = {full.study.get(Participant, one).identifier for one in document.participants}  # type: ignore[union-attr]
    assert named == {"ONEPW01", "ONEMA01", "TWOPW01"}
    refuses(full, "ONEPW01")
    assert person(full, "ONEPW01") not in assemble(full.study, QUOTED)[0].participants
    assert assemble(full.study, Options(parts=("matrices",)))[0].participants == ()


def test_an_example_is_printed_where_somebody_said_it_who_may_be_quoted(full: Small) -> None:
    code = full.study.do(add_code, "alone").value
    full.study.do(define_code, code, example="I plan as well", definition="Alone: I do it on my own, at home, he said.")
    document, _ = assemble(full.study, Options(parts=("codebook",)))
    assert document.participants == (person(full, "TWOPW02"),)
    refuses(full, "TWOPW02")
    refuses(full, "TWOPW01")
    document, unprinted = assemble(full.study, Options(parts=("codebook",)))
    text = str(document.blocks)
    assert "I plan as well" not in text
    assert "I do it on my own" not in text
    assert "Alone: [words of TWOPW01 withheld] he said." in text
    assert {(each.whose, each.why.split(";")[0]) for each in unprinted} == {
        ("alone", "TWOPW02 does not agree to verbatim quotation"),
        ("TWOPW01", "it repeats words of TWOPW01, which consent does not cover"),
    }
    assert document.participants == ()


def test_a_code_in_vivo_is_not_named_in_tables_and_figures(full: Small) -> None:
    place = (full.source("TWOPW01"), full.span("TWOPW01", "on my own"))
    full.study.do(apply_code_in_vivo, *place)
    assert "on my own" in str(assemble(full.study, Options(parts=("codebook",)))[0])
    refuses(full, "TWOPW01")
    document, unprinted = assemble(full.study, Options())
    assert "on my own" not in str(document)
    assert "[words of TWOPW01 withheld]" in str(document)
    assert "TWOPW01" in [each.whose for each in unprinted if each.where == "what was written in “Codebook”"]


def test_the_methods_say_what_was_agreed_to(full: Small) -> None:
    refuses(full, "ONEPW01")
    refuses(full, "TWOPW01", verbatim="yes", until="2020-01-01")
    text = str(assemble(full.study, Options(parts=("methods",)))[0])
    assert (
        "to verbatim quotation recorded for 2 of 5 participants; 1 not to be quoted; the consent of 1 has ended" in text
    )
