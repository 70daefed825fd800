"""Every verb has its sentence, every sentence bears with any entry, and the log of a long journal comes at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.demo import build_demo
from crosscase.journal.entry import Entry
from crosscase.model import Participant, Span
from crosscase.reads.history import entries_of, entry_changes, log_entries, named_thing
from crosscase.reads.history.deed import Deed
from crosscase.reads.history.names import NamesThen
from crosscase.reads.history.telling import PHRASES, TURNS, by_changes
from crosscase.store.merge import merge
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs import VERBS, cases, codes, codings, corrections, members, memos, participants, sources, themes
from crosscase.verbs.analyses import add_analysis


@pytest.fixture(scope="module")
def demo() -> Iterator[Study]:
    with build_demo(None) as study:
        yield study


def test_every_verb_has_its_sentence() -> None:
    lacking = [verb.name for verb in VERBS if verb.name not in PHRASES]
    assert lacking == [], "give each a phrase in crosscase/reads/history (people, texts, coding or meaning)"


def test_every_phrase_bears_with_entries_of_any_kind(demo: Study) -> None:
    """A newer or an older program may have written a verb with other changes."""
    names = NamesThen(demo.store)
    log = demo.log()
    one_of_each = {line.verb: line for line in log}
    entries: list[Entry] = [demo.entry(line.id) for line in one_of_each.values()]
    entries.append(Entry(id="e" * 32, chain="c" * 32, number=1, clock=1, wall=1, by="f" * 32, verb="x"))
    for entry in entries:
        deed = Deed(entry, (log[-1].clock, log[-1].digest), names, "")
        for verb, phrase in PHRASES.items():
            told = phrase(deed)
            assert told, verb
            assert "{" not in told, (verb, told)
            assert "None" not in told, (verb, told)
        assert by_changes(deed)


def test_the_demonstration_study_is_told_whole(demo: Study) -> None:
    entries = log_entries(demo.store, reader=demo.member().id)
    assert [one.id for one in entries] == [line.id for line in demo.log()]
    assert {one.verb for one in entries} <= PHRASES.keys() | TURNS.keys()
    told = {one.what for one in entries}
    assert "began the study ‘Alongside: peer work and risk in ten services’" in told
    assert "added the code ‘Supervision’ under ‘Support’" in told
    names = [person.name for person in demo.rows(Participant) if person.name]
    assert not any(name in what for what in told for name in names)
    for line in entries[::17]:
        lines, more = entry_changes(demo.store, line.id, reader=demo.member().id, most=30)
        assert lines
        assert sum(more.values()) + len(lines) >= 1


def study() -> tuple[Study, str]:
    made = Study.new(None, title="Try", member="Ines")
    source = made.do(sources.add_source, "STA3MA02", "INT: And then?\nP: It was hard, and nobody came.\n").value
    return made, source


def said(study: Study, **only: object) -> list[str]:
    return [f"{one.by} {one.what}" for one in log_entries(study.store, **only)]  # type: ignore[arg-type] # as given


def test_sentences_as_a_researcher_would_put_them() -> None:
    one, source = study()
    trust = one.do(codes.add_code, "trust").value
    sharing = one.do(codes.add_code, "sharing", parent=trust).value
    one.do(codes.define_code, sharing, definition="Telling.")
    one.do(codes.define_code, sharing, definition="Telling, asked or not.", exclusion="Gossip.")
    one.do(codings.apply_codes, trust, [(source, Span(0, 4)), (source, Span(5, 9))])
    coding = one.do(codings.apply_code, sharing, source, Span(18, 20)).value
    one.do(codings.recode, [coding], trust)
    one.do(corrections.correct_source, source, [(Span(24, 28), "awful")])
    one.do(codes.merge_codes, sharing, trust)
    one.undo()
    one.redo()
    analysis = one.do(add_analysis, "Main").value
    theme = one.do(themes.add_theme, analysis, "Alone").value
    one.do(themes.relabel_theme, theme, "Left alone")
    one.do(themes.place_evidence, theme, [coding])
    one.do(themes.develop_theme, theme, [trust], reason="seen together")
    one.do(cases.add_case, "STA")
    one.do(participants.add_participant, "STA3MA02", name="Maria Real")
    one.do(codes.remove_code, trust)
    assert said(one)[2:] == [
        "Ines added the code ‘trust’",
        "Ines added the code ‘sharing’ under ‘trust’",
        "Ines defined the code ‘sharing’",
        "Ines changed the definition, exclusion of the code ‘sharing’",
        "Ines coded 2 passages in STA3MA02 as ‘trust’",
        "Ines coded a passage in STA3MA02 as ‘sharing’",
        "Ines recoded a passage in STA3MA02 from ‘sharing’ to ‘trust’",
        "Ines corrected STA3MA02 at a place",
        "Ines merged the code ‘sharing’ into ‘trust’",
        "Ines undid “merged the code ‘sharing’ into ‘trust’”",
        "Ines brought back “merged the code ‘sharing’ into ‘trust’”",
        "Ines added the analysis ‘Main’",
        "Ines added the theme ‘Alone’",
        "Ines relabelled the theme ‘Alone’ to ‘Left alone’",
        "Ines placed a coding under the theme ‘Left alone’, for it",
        "Ines developed the theme ‘Left alone’ from the code ‘trust’",
        "Ines added the case STA",
        "Ines added the participant STA3MA02",
        "Ines removed the code ‘trust’ with 3 codings, an origin of a theme and a piece of evidence",
    ]
    (person,) = one.rows(Participant)
    added = log_entries(one.store, verb="participant")[0]
    lines, _ = entry_changes(one.store, added.id)
    assert "Maria" not in str(lines)
    assert person.name == "Maria Real"


def test_names_are_those_of_the_time_also_on_a_copy() -> None:
    one, source = study()
    code = one.do(codes.add_code, "a").value
    one.do(codings.apply_code, code, source, Span(0, 3))
    one.do(codes.rename_code, code, "b")
    one.do(codings.apply_code, code, source, Span(4, 7))
    one.do(codes.rename_code, code, "c")
    other = Store.create(None)
    merge(other, one.store)
    for store in (one.store, other):
        told = [entry.what for entry in log_entries(store, verb="coding")]
        assert [what[-3:] for what in told] == ["‘a’", "‘b’"]
    assert named_thing(other, "b") == named_thing(other, "c") == ("code", code)


def test_what_named_a_thing_once_concerns_it() -> None:
    one, source = study()
    first, second = one.do(codes.add_code, "first").value, one.do(codes.add_code, "second").value
    coding = one.do(codings.apply_code, first, source, Span(0, 3)).value
    one.do(codings.recode, [coding], second)
    verbs = [entry.verb for entry in log_entries(one.store, thing=named_thing(one.store, "first"))]
    assert verbs == ["code.add", "coding.recode"]
    of_source = [entry.verb for entry in log_entries(one.store, thing=named_thing(one.store, "STA3MA02"))]
    assert of_source == ["source.add", "coding.apply", "coding.recode"]


def test_a_private_memo_is_its_authors_also_when_it_is_shared_later() -> None:
    one, _ = study()
    one.do(members.add_member, "Ben")
    ben = one.as_member("Ben")
    memo = ben.do(memos.write_memo, "I was angry.", title="Anger", nature="reflexive").value
    ines, bens = one.member().id, ben.member().id
    assert "Anger" not in str(log_entries(one.store, reader=ines))
    ben.do(memos.change_memo, memo, text="I was very angry.")
    ben.do(memos.share_memo, memo)
    ben.do(memos.change_memo, memo, text="I was moved.")
    entries = log_entries(one.store, reader=ines, verb="memo")
    assert [entry.what for entry in entries] == [
        "wrote a memo of their own",
        "changed a memo of their own",
        "shared a reflexive memo",
        "changed the reflexive memo ‘Anger’",
    ]
    shown = [str(entry_changes(one.store, entry.id, reader=ines)) for entry in entries]
    assert ["angry" in each for each in shown] == [False, False, False, True]  # what it said when it was shared
    assert "very angry" in str(entry_changes(one.store, entries[1].id, reader=bens))


def test_an_unknown_verb_is_told_by_its_changes() -> None:
    one, source = study()
    code = one.do(codes.add_code, "a").value
    coding = one.do(codings.apply_code, code, source, Span(0, 3)).value
    entry = one.entry(one.log()[-1].id)
    deed = Deed(entry, (entry.clock, one.log()[-1].digest), NamesThen(one.store), "")
    assert by_changes(deed) == "added a coding"
    one.do(codings.remove_codings, [coding])
    entry = one.entry(one.log()[-1].id)
    deed = Deed(entry, (entry.clock, one.log()[-1].digest), NamesThen(one.store), "")
    assert by_changes(deed) == "removed a coding"


def test_undoing_what_another_did_says_whose_it_was() -> None:
    one, _ = study()
    one.do(members.add_member, "Ben")
    added = one.as_member("Ben").do(codes.add_code, "trust").entry
    one.undo(added)
    assert said(one, last=1) == ["Ines undid what Ben did: “added the code ‘trust’”"]
    assert entries_of(one.store, [added])[0].undone
