"""Any sequence of verbs, and then undo to the start, gives the same visible tables as before; so does a replay."""

from __future__ import annotations

import os
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.model import Analysis, Case, Code, Coding, Member, Memo, Participant, Role, Row, Source, Span, Theme
from crosscase.store.absorb import replica
from crosscase.store.dump import dump, dump_digest
from crosscase.store.undo import to_undo
from crosscase.study import Study
from crosscase.verbs import cases, codes, codings, corrections, memos, participants, readings, sample, sources, themes

TEXT = "INT: How was it? 👩‍👩‍👧\nP: Well, नमस्ते — it was é, and I went home.\nP: مرحبا بك. That is all, really.\n"


def some(study: Study, row: type[Row], n: int) -> str:
    """The n-th thing of a kind, or a random id when there is none: verbs must refuse that."""
    found = study.rows(row)
    return found[n % len(found)].id if found else "f" * 32


def span(study: Study, n: int) -> Span:
    length = max(2, len(study.text(some(study, Source, 0))))
    return Span(n % (length - 1), min(length, n % (length - 1) + 1 + n % 11))


BEGINNING = 4
"""Entries of the study as it is when the sequence begins."""


def undo_since_the_start(study: Study) -> None:
    """Undo the last act, but none of those the study began with."""
    beginning = {line.id for line in study.log()[:BEGINNING]}
    if to_undo(study.store, study.member().id) not in beginning:
        study.undo()


ACTS: tuple[Callable[[Study, int, int], object], ...] = (
    lambda s, n, m: s.do(codes.add_code, f"code {n % 9}", parent=some(s, Code, m) if m % 3 else None),
    lambda s, n, m: s.do(codes.rename_code, some(s, Code, n), f"other {m % 5}"),
    lambda s, n, m: s.do(codes.move_code, some(s, Code, n), parent=some(s, Code, m)),
    lambda s, n, m: s.do(codes.merge_codes, some(s, Code, n), some(s, Code, m)),
    lambda s, n, m: s.do(codes.define_code, some(s, Code, n), definition=f"one\n\n{m}"),
    lambda s, n, m: s.do(codes.split_code, some(s, Code, n), f"split {m}", [c.id for c in s.rows(Coding)[: m % 4]]),
    lambda s, n, _: s.do(codes.remove_code, some(s, Code, n)),
    lambda s, n, m: s.do(codings.apply_code, some(s, Code, n), some(s, Source, 0), span(s, m)),
    lambda s, n, _: s.do(codings.apply_code_in_vivo, some(s, Source, 0), span(s, n)),
    lambda s, n, m: s.do(codings.resize_coding, some(s, Coding, n), span(s, m)),
    lambda s, n, m: s.do(codings.recode, [c.id for c in s.rows(Coding)[: n % 5]], some(s, Code, m)),
    lambda s, n, _: s.do(codings.remove_codings, [some(s, Coding, n)]),
    lambda s, n, _: s.do(codings.add_mark, some(s, Source, 0), span(s, n), note="struck me"),
    lambda s, n, m: s.do(corrections.correct_source, some(s, Source, 0), [(span(s, n), "x" * (m % 4))]),
    lambda s, n, m: s.do(sources.add_source, f"text {n % 3}", f"Other words {n % 3} {m % 2}."),
    lambda s, n, _: s.do(sources.remove_sources, [some(s, Source, n)]),
    lambda s, n, _: s.do(readings.finish_reading, [some(s, Source, n)]),
    lambda s, n, _: s.do(cases.add_case, f"C{n % 6}"),
    lambda s, n, _: s.do(cases.remove_cases, [some(s, Case, n)]),
    lambda s, n, _: s.do(sample.add_role, f"role {n % 4}", codes=(f"R{n % 4}",)),
    lambda s, n, m: s.do(sample.set_targets, {(some(s, Case, n), some(s, Role, m)): m % 3}),
    lambda s, n, m: s.do(participants.add_participant, f"P{n % 7}", case=some(s, Case, m)),
    lambda s, n, m: s.do(participants.merge_participants, some(s, Participant, n), some(s, Participant, m)),
    lambda s, n, m: s.do(memos.write_memo, f"thought {n}", about_kind="code", about=some(s, Code, m)),
    lambda s, n, _: s.do(memos.remove_memo, some(s, Memo, n)),
    lambda s, n, _: s.do(themes.add_theme, some(s, Analysis, 0), f"theme {n % 5}"),
    lambda s, n, m: s.do(themes.develop_theme, some(s, Theme, n), [some(s, Code, m)], reason="seen together"),
    lambda s, n, m: s.do(themes.place_evidence, some(s, Theme, n), [some(s, Coding, m)]),
    lambda s, *_: undo_since_the_start(s),
    lambda s, *_: s.redo(),
)


def begun() -> Study:
    from crosscase.verbs.analyses import add_analysis

    study = Study.new(None, title="Try", member="Ines")
    study.do(sources.add_source, "ALDPW01", TEXT)
    study.do(codes.add_code, "trust")
    study.do(add_analysis, "Alongside")
    return study


@settings(max_examples=int(os.environ.get("CROSSCASE_EXAMPLES", "20")), deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, len(ACTS) - 1), st.integers(0, 999), st.integers(0, 999)), max_size=25))
def test_undo_to_the_start_and_replay(steps: list[tuple[int, int, int]]) -> None:
    study = begun()
    start = list(dump(study.store))
    assert len(study.log()) == BEGINNING
    for which, n, m in steps:
        before = (dump_digest(study.store), len(study.log()))
        refused = False
        try:
            ACTS[which](study, n, m)
        except CrosscaseError:
            refused = True
        if refused:
            assert (dump_digest(study.store), len(study.log())) == before
    again = replica(study.store)
    assert list(dump(again)) == list(dump(study.store))
    again.close()
    while to_undo(study.store, study.member().id) not in {line.id for line in study.log()[:BEGINNING]}:
        study.undo()
    assert list(dump(study.store)) == start
    assert study.verify() == []
    assert study.rows(Member)
    study.close()
