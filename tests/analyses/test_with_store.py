"""The same numbers through the study's own store as through plain rows, and after each act."""

from __future__ import annotations

from crosscase.analyses import ANALYSES
from crosscase.analyses.matrix import MatrixOptions, matrix
from crosscase.frames import READ, Snapshot
from crosscase.model import Span
from crosscase.store.store import Store
from crosscase.study import Study
from crosscase.verbs.cases import add_case
from crosscase.verbs.codes import add_code, merge_codes
from crosscase.verbs.codings import apply_code, remove_codings
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.participants import add_participant
from crosscase.verbs.readings import finish_reading
from crosscase.verbs.sources import add_source
from tests.shared import REPOSITORY


def test_the_store_is_a_reader() -> None:
    study = Study.new(None, title="Peers", member="Ada")
    case = study.do(add_case, "A").value
    person = study.do(add_participant, "A-1", case=case).value
    source = study.do(add_source, "diary", "I was tired 🙂 and afraid of it.", participant=person).value
    fear, worry = study.do(add_code, "fear").value, study.do(add_code, "worry").value
    before = study.snapshot()
    assert matrix(before).find("fear", "A").exposure == {"not yet read for this code": 1}

    done = study.do(apply_code, fear, source, Span(16, 22))
    after = before.refreshed(study.store, done.changed)
    cell = matrix(after).find("fear", "A")
    assert (cell.participants, cell.words, cell.of_words, cell.coding_ids) == (1, 1, 7, (done.value,))
    assert after.version == study.snapshot().version

    done_reading = study.do(finish_reading, [source])
    read = after.refreshed(study.store, done_reading.changed)
    assert matrix(read).find("worry", "A").exposure == {"read, nothing coded": 1}

    merged = read.refreshed(study.store, study.do(merge_codes, fear, into=worry).changed)
    assert [line.label for line in matrix(merged).rows] == ["worry"]
    assert matrix(merged).find("worry", "A").participants == 1
    study.undo()
    study.do(remove_codings, [done.value])
    assert matrix(study.snapshot()).find("fear", "A").exposure == {"read, nothing coded": 1}


def test_a_correction_moves_no_coding_and_counts_the_words_again() -> None:
    study = Study.new(None, title="Peers", member="Ada")
    case = study.do(add_case, "A").value
    person = study.do(add_participant, "A-1", case=case).value
    source = study.do(add_source, "diary", "Yes. I was tired and afraid.", participant=person).value
    fear = study.do(add_code, "fear").value
    study.do(apply_code, fear, source, Span(21, 27))
    before = study.snapshot()
    assert matrix(before).find("fear", "A").of_words == 6
    changed = study.do(correct_source, source, [(Span(0, 4), "Well, yes and no.")]).changed
    after = before.refreshed(study.store, changed)
    assert matrix(after).find("fear", "A").of_words == 9
    assert study.text(source)[after.codings.start[0] : after.codings.end[0]] == "afraid"
    assert matrix(before).find("fear", "A").of_words == 6


def test_every_kind_that_is_read_is_there() -> None:
    store = Store.create(None)
    for kind, fields in READ.items():
        assert list(store.columns(kind, fields)) == ["id", *fields]
    assert matrix(Snapshot.load(_with_a_code(store)), MatrixOptions(columns="members")).columns[-1].label == "All"


def _with_a_code(store: Store) -> Store:
    study = Study.new(None, member="Ada")
    study.do(add_code, "x")
    return study.store


def test_every_analysis_is_documented_and_can_be_found() -> None:
    import importlib

    page = (REPOSITORY / "docs" / "reference" / "analyses.md").read_text("utf-8")
    for analysis in ANALYSES:
        assert callable(getattr(importlib.import_module(analysis.module), analysis.function))
        assert f"\n## {analysis.name}\n" in page
