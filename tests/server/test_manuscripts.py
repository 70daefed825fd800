"""A manuscript is brought, audited and taken away; nothing of it is recorded."""

from __future__ import annotations

from pathlib import Path

from crosscase.demo.manuscript import PLANTED, corrected, with_fault
from crosscase.study import Study
from tests.server.conftest import window_on
from tests.server.test_imports import bring


def test_a_manuscript_is_audited_and_nothing_of_it_is_kept(demonstration: Path) -> None:
    with Study.open(demonstration, writable=False) as study:
        version = study.version
    with window_on(demonstration) as window:
        assert window.post(f"/imports/{bring(window, paper__md=corrected())}/manuscript", {})["findings"] == []
        for fault in PLANTED[:4]:
            upload = bring(window, paper__md=with_fault(fault))
            found = window.post(f"/imports/{upload}/manuscript", {"k": 5})
            assert {one["kind"] for one in found["findings"]} == {fault.kind}
            assert found["findings"][0]["where"]["line"] > 0
            assert found["kinds"][fault.kind]
            # The file is gone with the answer.
            assert window.post(f"/imports/{upload}/manuscript", {}, status=404)["type"] == "not-found"
    with Study.open(demonstration, writable=False) as study:
        assert study.version == version


def test_what_cannot_be_audited_is_refused_in_words(demonstration: Path) -> None:
    with window_on(demonstration) as window:
        upload = bring(window, one__md="# One\n\nWords.", two__md="# Two\n\nWords.")
        assert "say which" in window.post(f"/imports/{upload}/manuscript", {}, status=422)["detail"]
        assert window.post(f"/imports/{upload}/manuscript", {"file": "x.md"}, status=404)["type"] == "not-found"
        assert (
            "2 or more"
            in window.post(f"/imports/{upload}/manuscript", {"file": "one.md", "k": 1}, status=422)["detail"]
        )
        assert window.post(f"/imports/{upload}/manuscript", {"file": "one.md"})["title"] == "One"
        broken = bring(window, paper__docx=b"PK\x03\x04 no zip")
        assert window.post(f"/imports/{broken}/manuscript", {}, status=422)["detail"]
