"""Real material of others: few false alarms on a finished report, none on words that were really said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from crosscase.frames.sentences import sentences
from crosscase.model import Participant, Source, Speaker, Turn
from crosscase.reports.manuscripts import audit_file, ground_study
from crosscase.study import Study
from tests.shared import shared


def test_a_finished_report_raises_no_false_alarm() -> None:
    folder = shared("corpora", "pypi-mismatches")
    tables = [folder / "cases.csv", folder / "participants.csv", folder / "transcripts"]
    with ground_study(tables) as study:
        found = audit_file(study, folder / "study-documents" / "mismatches-final-report.docx")
    assert found.faults == 0
    # Two sentences of it really do say how many without a count.
    assert [(one.kind, one.about) for one in found.findings] == [
        ("without support", ("all participants",)), ("without support", ("a few other maintainers",))
    ]  # fmt: skip


def _quoted(study: Study, folder: Path) -> Path:
    """A paper of sentences that people said, each with the identifier of who said it."""
    chance = random.Random(1)
    people = {one.id: one.identifier for one in study.rows(Participant)}
    names = {one.id: one.name for one in study.rows(Source)}
    # The ids are new in every run: the same people are asked each time by their identifiers.
    speakers = sorted(
        (one for one in study.rows(Speaker) if one.voice == "participant" and one.participant),
        key=lambda one: (people[one.participant or ""], names[one.source]),
    )
    lines = ["# Said", "", "## Findings", ""]
    for speaker in chance.sample(speakers, 40):
        text = study.text(speaker.source)
        turns = [turn for turn in study.rows(Turn, speaker=speaker.id) if turn.end - turn.start > 150]
        turns.sort(key=lambda turn: turn.start)
        said = [
            text[one.start : one.end] for turn in turns[:5] for one in sentences(text, turn.start, turn.end)
            if 60 < one.end - one.start < 300
        ]  # fmt: skip
        if said:
            words = " ".join(chance.choice(said).split())
            lines += [f"> {words} ({people[speaker.participant or '']})", ""]
    path = folder / "paper.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.slow
def test_words_that_were_said_are_found_among_169_transcripts(tmp_path: Path) -> None:
    folder = shared("corpora", "horizon-inquiry")
    tables = [folder / name for name in ("cases.csv", "participants.csv", "documents.csv", "transcripts")]
    with ground_study(tables) as study:
        found = audit_file(study, _quoted(study, tmp_path))
    assert set(found.quotations) <= {"exact", "declared"}
    assert sum(found.quotations.values()) > 30
    assert {one.kind for one in found.findings} <= {"quoted most", "never quoted"}
