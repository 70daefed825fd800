"""Where things lie is worked out alike in every copy, also where nobody corrected a text."""

from __future__ import annotations

from crosscase.model import Coding, Memo, Span
from crosscase.store.absorb import replica
from crosscase.store.verify import verify
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import apply_code, resize_coding
from crosscase.verbs.memos import write_memo
from crosscase.verbs.sources import add_source, remove_sources


def test_a_coding_that_was_resized_lies_where_it_lies_in_every_copy() -> None:
    with Study.new(None, title="T", member="Ada") as study:
        source = study.do(add_source, "one", "Some words here.").value
        coding = study.do(apply_code, study.do(add_code, "x").value, source, Span(0, 4)).value
        study.do(resize_coding, coding, Span(5, 10))
        copy = replica(study.store)
        found = copy.get(Coding, coding)
        assert found == study.get(Coding, coding)
        assert found
        assert (found.start, found.end) == (5, 10)
        copy.close()
        # A place that is not what the journal says is found.
        with study.store.writing() as connection:
            connection.exec_driver_sql("UPDATE coding SET start = 4")
        assert [fault.where for fault in verify(study.store)] == ["tables", "places"]


def test_a_memo_stays_when_the_place_that_it_is_about_is_removed() -> None:
    with Study.new(None, title="T", member="Ada") as study:
        source = study.do(add_source, "one", "Some words here.").value
        memo = study.do(write_memo, "Look.", source=source, span=Span(0, 4)).value
        study.do(remove_sources, [source])
        found = study.get(Memo, memo)
        assert found
        assert (found.text, found.source) == ("Look.", None)
        assert study.verify() == []
        study.undo()
        assert study.get(Memo, memo) != found
        assert study.verify() == []
