"""The report's part for the quotations that members keep: each whole, under its theme or code, and only what may be."""

from __future__ import annotations

from pathlib import Path

import docx
import msgspec

from crosscase.demo.quoting import KEPT
from crosscase.model import Participant
from crosscase.reports import report
from crosscase.reports.assemble import assemble
from crosscase.reports.checking import ALTERED, NAMED, Checker
from crosscase.reports.document import Document, Heading, Paragraph, Quote, Unprinted
from crosscase.reports.options import Options
from crosscase.reports.pandoc_tree import spoken
from crosscase.study import Study
from crosscase.verbs.consents import set_consent
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.members import add_member
from crosscase.verbs.quotations import keep_quotation
from tests.reports.conftest import Small

ONLY = Options(parts=("kept",))


def keep(small: Small, source: str, words: str, printed: str = "", note: str = "") -> None:
    small.study.do(
        keep_quotation, source=small.source(source), span=small.span(source, words), printed=printed, note=note
    )


def said(document: Document) -> list[str]:
    """Headings, quotations and what stands below them, in order."""
    told: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            told.append(f"{'#' * block.level} {block.text}")
        elif isinstance(block, Quote):
            told.append(f"{spoken(block)} {block.identifier}, {block.about}")
        elif isinstance(block, Paragraph) and block.note:
            told.append("".join(run.text for run in block.runs))
    return told


def made(small: Small, *, covered: bool = False) -> tuple[list[str], tuple[Unprinted, ...]]:
    document, unprinted = assemble(small.study, Options(parts=("kept",), covered=covered))
    return said(document), unprinted


def test_none_kept_is_said(small: Small) -> None:
    assert made(small)[0] == ["# Quotations that were kept", "No quotation is kept yet."]


def test_each_stands_once_under_its_theme_or_code_whole_and_as_it_is_printed(full: Small) -> None:
    full.coded("ONEMA01", "the plan is written down", "boundaries")
    keep(
        full, "TWOPW01", "Nobody plans here. I do it on my own, at home", "Nobody plans here […] at home", "Against it."
    )
    keep(full, "ONEMA01", "the plan is written down where everybody can read it.")
    keep(full, "TWOPW01", "I keep a list.", "I keep a list [of what comes].")
    told, unprinted = made(full)
    assert unprinted == ()
    assert told[:7] == [
        "# Quotations that were kept",
        "## planning together",
        "“Nobody plans here […] at home” TWOPW01, peer worker, TWO, TWOPW01, line 2",
        "Speaks against “planning together”. Coded as “planning”. Kept by Ines: Against it.",
        "## boundaries",
        "“the plan is written down where everybody can read it.” ONEMA01, manager, ONE, ONEMA01, line 2",
        "Coded as “boundaries”. Kept by Ines.",
    ]
    assert told[7:10] == [
        "## Under no theme and no code",
        "“I keep a list [of what comes].” TWOPW02, peer worker, TWO, TWOPW01, line 3",
        "Kept by Ines.",
    ]


def test_words_under_a_content_note_are_left_out_until_asked_for(full: Small) -> None:
    keep(full, "ONEPW01", "There was a night I would rather not tell in full.")
    told, _ = made(full)
    assert told[1:] == [
        "1 of them lies under a content note and is left out. They are printed only when asked for.",
        "None of them can be printed.",
    ]
    assert any("rather not tell" in words for words in made(full, covered=True)[0])


def test_what_may_not_be_printed_is_listed_without_its_words(full: Small) -> None:
    keep(full, "ONEPW01", "So I asked my supervisor, Ruth Ashdown, about it.")
    keep(full, "ONEPW01", "And what did she say?")
    keep(full, "ONEMA01", "We plan together, all of us", "We plan together […] us")
    keep(full, "TWOPW01", "I keep a list.")
    full.study.do(set_consent, [full.study.find(Participant, "TWOPW02").id], verbatim="no")
    plan = full.span("ONEMA01", "together")
    full.study.do(correct_source, full.source("ONEMA01"), [(plan, "at times")])
    told, unprinted = made(full)
    assert [(one.whose, one.why) for one in unprinted if one.why in {NAMED, ALTERED}] == [
        ("ONEPW01", NAMED),
        ("ONEMA01", ALTERED),
    ]
    assert {one.whose for one in unprinted} == {"ONEMA01", "ONEPW01", "nobody’s words", "TWOPW02"}
    assert not any("Ashdown" in words or "keep a list" in words or "plan" in words for words in told)


def test_the_same_words_kept_by_two_members_stand_once_with_both(full: Small) -> None:
    keep(full, "TWOPW01", "I keep a list.", note="Somebody does.")
    full.study.do(add_member, "Bea")
    Study(full.study.store, member="Bea").do(
        keep_quotation, source=full.source("TWOPW01"), span=full.span("TWOPW01", "I keep a list.")
    )
    told, _ = made(full)
    assert told[1:4] == [
        "## Under no theme and no code",
        "“I keep a list.” TWOPW02, peer worker, TWO, TWOPW01, line 3",
        "Kept by Bea. Kept by Ines: Somebody does.",
    ]


def test_printed_words_are_checked_again_just_before_the_report_is_written(full: Small) -> None:
    keep(full, "TWOPW01", "I keep a list.", "I keep a list […]")
    document, _ = assemble(full.study, ONLY)
    quote = next(document.of(Quote))
    checker = Checker(full.study)
    assert checker.fault_of(quote) == ""
    assert checker.fault_of(msgspec.structs.replace(quote, printed="I burnt a list.")) == ALTERED
    assert checker.fault_of(msgspec.structs.replace(quote, printed="I keep [Ruth Ashdown] a list.")) == NAMED


def test_the_demonstration_study_prints_the_four_that_it_keeps(demo: Path, tmp_path: Path) -> None:
    with Study.open(demo, writable=False) as study:
        written = report(study, tmp_path / "kept.docx", ["kept"])
        assert written.quotations == len(KEPT)
    paragraphs = docx.Document(str(written.path)).paragraphs
    words = [one.text for one in paragraphs]
    headings = [one.text for one in paragraphs if one.style and one.style.name == "Heading 2"]
    assert headings == [
        "Risk shared or passed up", "Slowness as safety", "Support / Company of other peers",
        "Under no theme and no code",
    ]  # fmt: skip
    assert any("not my name […] a sheet says when she can use it.”" in one for one in words)
    assert any(one.startswith("Speaks against “Slowness as safety”. Also under “Waiting as work”") for one in words)
