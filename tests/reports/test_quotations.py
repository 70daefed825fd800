"""What is quoted is what was said, by whom it says, and nothing that may not be printed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from crosscase.model import Span
from crosscase.reports import report
from crosscase.reports.assemble import assemble
from crosscase.reports.checking import COVERED, NAMED, NOT_THERE, Checker, checked
from crosscase.reports.document import Document, Piece, Quote
from crosscase.reports.options import Options
from crosscase.reports.pandoc_tree import spoken
from crosscase.verbs.codes import add_code, define_code
from crosscase.verbs.codings import add_content_note, apply_code, apply_codes
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.sources import rename_source
from tests.reports.conftest import Small

QUOTED = Options(parts=("quotations",))


def quotes(small: Small, **options: object) -> list[Quote]:
    document, _ = assemble(small.study, msgspec.structs.replace(QUOTED, **options))
    return list(document.of(Quote))


def test_every_piece_stands_in_its_source_where_it_says(full: Small) -> None:
    found = quotes(full)
    assert found
    for quote in found:
        text = full.study.text(quote.source)
        for piece in (*quote.pieces, *([quote.before] if quote.before else [])):
            assert text[piece.start : piece.end] == piece.words


def test_what_may_not_be_printed_is_listed_with_the_reason_and_without_its_words(full: Small, tmp_path: Path) -> None:
    written = report(full.study, tmp_path / "r.md", ["quotations"])
    text = (tmp_path / "r.md").read_text("utf-8")
    assert [(each.whose, each.why) for each in written.unprinted] == [
        ("nobody’s words", "it lies on no words of a participant"),
        ("ONEPW01", NAMED),
    ]
    assert "Quotations that were not printed" in text
    assert "Ruth Ashdown" not in text
    assert "And what did she say?”" not in text.replace("Interviewer: “And what did she say?”", "")


def test_a_passage_under_a_content_note_is_left_out_and_counted_until_asked_for(full: Small) -> None:
    shown = [spoken(quote) for quote in quotes(full)]
    assert not any("rather not tell" in words for words in shown)
    document, _ = assemble(full.study, QUOTED)
    assert "1 passage under a content note was left out" in str(document)
    assert any("rather not tell" in spoken(quote) for quote in quotes(full, covered=True))


def test_a_wrong_quotation_is_listed_and_not_printed(full: Small) -> None:
    document, _ = assemble(full.study, QUOTED)
    right = next(document.of(Quote))
    piece = right.pieces[0]
    wrong = {
        "other words": Piece(piece.start, piece.end, "X" + piece.words[1:]),
        "another place": Piece(piece.start + 1, piece.end + 1, piece.words),
        "behind the end": Piece(10**6, 10**6 + len(piece.words), piece.words),
        "no words": Piece(piece.start, piece.start, ""),
    }
    for name, other in wrong.items():
        quote = msgspec.structs.replace(right, pieces=(other,), identifier=name)
        kept, unprinted = checked(Document(title="", subtitle="", moment=0, blocks=(quote, right)), Checker(full.study))
        assert list(kept.of(Quote)) == [right]
        assert [(each.whose, each.why) for each in unprinted] == [(name, NOT_THERE)]


def test_pieces_in_the_wrong_order_are_refused(full: Small) -> None:
    right = quotes(full)[0]
    text = full.study.text(right.source)
    one, other = Piece(3, 6, text[3:6]), Piece(10, 14, text[10:14])
    checker = Checker(full.study)
    assert checker.fault_of(msgspec.structs.replace(right, pieces=(one, other))) == ""
    assert checker.fault_of(msgspec.structs.replace(right, pieces=(other, one))) == NOT_THERE


def test_context_that_may_not_be_printed_is_left_away_and_the_quotation_stays(small: Small) -> None:
    small.theme("the line", small.coded("ONEPW01", "She said the line moves.", "boundaries"))
    (quote,) = quotes(small)
    assert quote.before is not None
    assert quote.before.words == "And what did she say?"
    small.study.do(add_content_note, small.source("ONEPW01"), "x", small.span("ONEPW01", "what did she say"))
    (quote,) = quotes(small)
    assert quote.before is None


def test_a_transcript_named_after_somebody_is_not_named(small: Small) -> None:
    small.study.do(rename_source, small.source("ONEMA01"), "2024-03-02-ruth-ashdown")
    small.theme("planning", small.coded("2024-03-02-ruth-ashdown", "We plan together, all of us, and the plan"))
    (quote,) = quotes(small)
    assert quote.about == "manager, ONE, transcript, line 2"


def test_line_breaks_of_a_transcript_are_not_printed(small: Small) -> None:
    small.study.do(
        correct_source, small.source("ONEMA01"), [(small.span("ONEMA01", ", all of us,"), "\n  all of\nus,")]
    )
    small.theme("planning", small.coded("ONEMA01", "We plan together\n  all of\nus, and the plan"))
    (quote,) = quotes(small)
    assert spoken(quote) == "“We plan together all of us, and the plan”"


def test_words_that_are_gone_are_listed(small: Small) -> None:
    words = "Nobody plans here. I do it on my own, at home, in the evening."
    small.theme("planning", small.coded("TWOPW01", words))
    small.study.do(correct_source, small.source("TWOPW01"), [(small.span("TWOPW01", words), "")])
    document, unprinted = assemble(small.study, QUOTED)
    assert not list(document.of(Quote))
    assert [each.why for each in unprinted] == ["its words are gone from the source"]


def test_a_corrected_text_is_quoted_as_it_reads_now(small: Small) -> None:
    small.theme("planning", small.coded("ONEMA01", "the plan is written down where everybody can read it"))
    small.study.do(
        correct_source,
        small.source("ONEMA01"),
        [(small.span("ONEMA01", "We plan"), "Well, we plan"), (small.span("ONEMA01", "everybody"), "anybody")],
    )
    (quote,) = quotes(small)
    assert spoken(quote) == "“the plan is written down where anybody can read it”"


def test_other_voices_stand_in_brackets_and_labels_are_left_out(small: Small) -> None:
    source = small.source("TWOPW01")
    start = small.span("TWOPW01", "I do it on my own").start
    end = small.span("TWOPW01", "I keep a list.").end
    coding = small.study.do(apply_code, small.code["planning"], source, Span(start, end)).value
    small.theme("planning", coding)
    (quote,) = quotes(small)
    assert quote.identifier == "TWOPW01"
    assert spoken(quote) == (
        "“I do it on my own, at home, in the evening. [TWOPW02: He says that, but I plan as well. I keep a list.]”"
    )


def test_a_word_is_shown_in_its_sentence_and_a_long_passage_ends_at_one(small: Small) -> None:
    small.theme("short", small.coded("TWOPW01", "evening"))
    (quote,) = quotes(small)
    assert spoken(quote) == "“I do it on my own, at home, in the evening.”"
    long = " ".join(f"This is sentence number {number} of a very long answer." for number in range(60))
    here = small.span("ONEMA01", "We plan together")
    small.study.do(correct_source, small.source("ONEMA01"), [(here, long)])
    small.theme("long", small.coded("ONEMA01", long))
    (_, quote) = quotes(small)
    words = spoken(quote)
    assert words.endswith("of a very long answer. […]”")
    assert len(words) < 750


def test_cases_take_turns_and_what_speaks_against_is_always_there(small: Small) -> None:
    one = [small.coded("ONEMA01", words) for words in ("We plan together", "all of us", "the plan is written down")]
    two = small.coded("TWOPW01", "Nobody plans here.")
    small.theme("planning", *one, against=(two,))
    found = quotes(small, quotations=1)
    assert [(quote.identifier, quote.remark) for quote in found] == [("ONEMA01", ""), ("TWOPW01", "Speaks against")]


def test_two_coders_on_one_passage_give_one_quotation(small: Small) -> None:
    first = small.coded("ONEMA01", "We plan together, all of us, and the plan is written down")
    second = small.coded("ONEMA01", "the plan is written down where everybody can read it.")
    small.theme("planning", first, second)
    assert len(quotes(small)) == 1


def test_what_was_quoted_already_gives_way_to_what_was_not(small: Small) -> None:
    one = small.coded("ONEMA01", "We plan together, all of us, and the plan is")
    other = small.coded("ONEMA01", "written down where everybody can read it.")
    small.theme("first", one, other)
    small.theme("second", one, other)
    found = [spoken(quote) for quote in quotes(small, quotations=1)]
    assert found == ["“We plan together, all of us, and the plan is”", "“written down where everybody can read it.”"]


def test_unreviewed_codings_come_last_and_say_so(small: Small) -> None:
    places = [(small.source("TWOPW01"), small.span("TWOPW01", "Nobody plans here."))]
    small.study.do(apply_codes, small.code["planning"], places, origin="rule", rule="plan*")
    small.coded("ONEMA01", "We plan together, all of us, and the plan")
    found = quotes(small)
    assert [quote.remark for quote in found] == ["", "Coded by a rule, not reviewed"]


def test_without_themes_quotations_stand_by_category(small: Small) -> None:
    small.coded("ONEMA01", "We plan together, all of us, and the plan")
    document, _ = assemble(small.study, QUOTED)
    assert document.blocks[1].text == "Quotations by category"  # type: ignore[union-attr]
    assert [quote.identifier for quote in document.of(Quote)] == ["ONEMA01"]


@pytest.mark.parametrize(
    ("example", "printed", "why"),
    [
        ("Nobody plans here.", True, ""),
        ("“Nobody plans here.”", True, ""),
        ("Nobody plans anything here.", False, "it stands in no source in these words"),
        ("my supervisor, Ruth Ashdown", False, NAMED),
        ("a night I would", False, COVERED),
    ],
)
def test_examples_of_codes_are_checked_too(full: Small, example: str, printed: bool, why: str) -> None:
    code = full.study.do(add_code, "alone").value
    full.study.do(define_code, code, example=example)
    document, unprinted = assemble(full.study, Options(parts=("codebook",)))
    assert [each.why for each in unprinted] == ([] if printed else [why])
    assert (example.strip("“”") in str(document.blocks)) is printed
