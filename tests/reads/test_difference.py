"""What changed between two points, compared as they stood."""

from __future__ import annotations

from crosscase.model import Span
from crosscase.reads.history.difference import Difference, difference
from crosscase.study import Study
from crosscase.verbs import analyses, cases, codes, codings, corrections, members, participants, sources, themes

TEXT = "INT: And then?\nP: It was hard, and nobody came.\nINT: Nobody?\n"


def begun() -> tuple[Study, str, str, str]:
    """A study with a source, two codes; their ids."""
    study = Study.new(None, title="Try", member="Ines")
    source = study.do(sources.add_source, "STA3MA02", TEXT).value
    trust = study.do(codes.add_code, "trust", definition="One.\n\nTwo two.\n\nThree.").value
    sharing = study.do(codes.add_code, "sharing").value
    study.do(members.add_member, "Ben")
    return study, source, trust, sharing


def since(study: Study, entry: str) -> Difference:
    with study.at(entry) as then:
        return difference(then.store, study.store)


def test_nothing_differs_from_itself_and_what_was_taken_back_is_no_difference() -> None:
    study, source, trust, _ = begun()
    here = study.log()[-1].id
    study.do(codings.apply_code, trust, source, Span(0, 3))
    study.undo()
    found = since(study, here)
    assert (found.before.entries, found.after.entries) == (5, 7)
    assert found.before.version != found.after.version
    kept = [getattr(found, name) for name in Difference.__struct_fields__ if name not in ("before", "after")]
    assert kept == [()] * len(kept)


def test_codes_their_definitions_and_codings() -> None:
    study, source, trust, sharing = begun()
    old = study.do(codings.apply_code, sharing, source, Span(0, 3)).value
    gone = study.do(codings.apply_code, sharing, source, Span(4, 7)).value
    here = study.log()[-1].id
    fear = study.do(codes.add_code, "fear", parent=trust).value
    study.do(codes.rename_code, sharing, "disclosure")
    study.do(codes.move_code, sharing, parent=trust)
    study.do(codes.define_code, trust, definition="One.\n\nTwo three.\n\nThree.")
    study.do(codings.recode, [old], fear)
    study.do(codings.remove_codings, [gone])
    study.as_member("Ben").do(codings.apply_codes, trust, [(source, Span(0, 3)), (source, Span(8, 11))])
    found = since(study, here)
    assert [(one.thing, one.what, one.before, one.after) for one in found.codes] == [
        ("trust / fear", "added", "", ""),
        ("trust / disclosure", "renamed", "sharing", "disclosure"),
        ("trust / disclosure", "moved", "", "trust"),
    ]
    (words,) = found.definitions
    assert (words.thing, words.field, words.before, words.after) == ("trust", "definition", "Two two.", "Two three.")
    assert "".join(one.words for one in words.stretches if one.nature != "new") == "One.\n\nTwo two.\n\nThree."
    assert "".join(one.words for one in words.stretches if one.nature != "gone") == "One.\n\nTwo three.\n\nThree."
    assert {(one.code, one.member): (one.added, one.removed, one.came, one.went) for one in found.codings} == {
        ("trust", "Ben"): (2, 0, 0, 0),
        ("trust / fear", "Ines"): (0, 0, 1, 0),
        ("sharing", "Ines"): (0, 1, 0, 1),
    }


def test_a_merged_code_is_told_once_and_its_codings_stay_its_own() -> None:
    study, source, trust, sharing = begun()
    study.do(codings.apply_code, sharing, source, Span(0, 3))
    here = study.log()[-1].id
    merged = study.do(codes.merge_codes, sharing, trust).entry
    found = since(study, here)
    assert [(one.thing, one.what, one.after) for one in found.codes] == [("sharing", "merged", "trust")]
    assert found.codings == ()
    study.do(codes.part_code, sharing)
    assert [(one.what, one.before) for one in since(study, merged).codes] == [("parted again", "trust")]


def test_themes_evidence_lineage_sources_and_people() -> None:
    study, source, trust, _ = begun()
    coding = study.do(codings.apply_code, trust, source, Span(0, 3)).value
    other = study.do(codings.apply_code, trust, source, Span(4, 7)).value
    analysis = study.do(analyses.add_analysis, "Main").value
    theme = study.do(themes.add_theme, analysis, "Alone", content="Nobody came.").value
    study.do(themes.place_evidence, theme, [coding])
    here = study.log()[-1].id
    study.do(themes.relabel_theme, theme, "Left alone")
    study.do(themes.write_theme, theme, content="Nobody ever came.", meaning="Waiting.")
    study.do(themes.place_evidence, theme, [coding], stance="against")
    study.do(themes.place_evidence, theme, [other])
    study.do(themes.develop_theme, theme, [trust], reason="seen together")
    study.do(corrections.correct_source, source, [(Span(25, 29), "awful")])
    study.do(cases.add_case, "STA")
    study.do(participants.add_participant, "STA3MA02", name="Maria Real")
    found = since(study, here)
    assert [(one.thing, one.what, one.before) for one in found.themes] == [("Left alone", "relabelled", "Alone")]
    assert [(one.field, one.before, one.after) for one in found.theme_texts] == [
        ("content", "Nobody came.", "Nobody ever came."),
        ("meaning", "", "Waiting."),
    ]
    assert [(one.stance, one.placed, one.turned) for one in found.evidence] == [("against", 0, 1), ("for", 1, 0)]
    assert [(one.thing, one.what, one.after) for one in found.lineage] == [
        ("Left alone", "developed from", "trust (grouped: seen together)")
    ]
    (corrected,) = found.corrected
    assert (corrected.thing, corrected.places) == ("STA3MA02", 1)
    assert corrected.after.startswith("P: It was awful,")
    assert [(one.kind, one.thing, one.what) for one in found.people] == [
        ("case", "STA", "added"),
        ("participant", "STA3MA02", "added"),
    ]
    assert "Maria" not in str(found)
    back = difference(study.store, study.at(here).store)
    assert [(one.what, one.after) for one in back.themes] == [("relabelled", "Alone")]
    assert [(one.thing, one.what) for one in back.people] == [("STA", "removed"), ("STA3MA02", "removed")]
