"""Reports are made off the path of requests: the workbench goes on, a job can be stopped, what is made is fetched."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from crosscase.model import Product
from crosscase.study import Study
from tests.server.conftest import Window, window_on


def ended(window: Window, job: Any, seconds: float = 90) -> Any:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = window.get(f"/jobs/{job['id']}")
        if found["state"] not in {"waiting", "running"}:
            return found
        time.sleep(0.1)
    pytest.fail(f"{job} did not end")


def test_a_report_is_made_while_the_workbench_goes_on_and_is_put_on_record(window: Window, demo: Path) -> None:
    job = window.post("/reports", {"form": "docx", "name": "peers", "parts": ["facts", "quotations"]})
    assert job["state"] in {"waiting", "running"}
    begun = time.monotonic()
    window.act("code.add", name="meanwhile")
    assert time.monotonic() - begun < 5
    done = ended(window, job)
    assert done["state"] == "done", done
    assert done["made"]["quotations"] > 0
    fetched = window.client.get(f"/api/jobs/{job['id']}/file")
    assert fetched.headers["content-disposition"] == "attachment; filename*=UTF-8''peers.docx"
    words = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(fetched.content)).paragraphs)
    assert window.get("/study")["settings"]["title"] in words
    with Study.open(demo, writable=False) as study:
        (product,) = study.rows(Product)
    assert (product.file, product.nature, product.version) == ("peers.docx", "report", done["made"]["version"])
    assert sorted(product.participants) == sorted(done["made"]["participants"])
    assert done["recorded"]
    assert window.get("/products")[0]["file"] == "peers.docx"


def test_a_page_may_be_framed_by_us_and_run_nothing(window: Window) -> None:
    job = ended(window, window.post("/reports", {"form": "html", "parts": ["facts"], "record": False}))
    shown = window.client.get(f"/api/jobs/{job['id']}/file", params={"shown": "yes"})
    policy = shown.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert shown.headers["x-frame-options"] == "SAMEORIGIN"
    assert len(shown.headers.get_list("content-security-policy")) == 1
    assert not job["recorded"]


def test_pictures_beside_a_report_come_in_one_file(window: Window) -> None:
    job = ended(window, window.post("/reports", {"form": "md", "parts": ["figures"]}))
    assert job["state"] == "done", job
    with zipfile.ZipFile(io.BytesIO(window.client.get(f"/api/jobs/{job['id']}/file").content)) as archive:
        assert "report.md" in archive.namelist()
        assert len(archive.namelist()) == 1 + len(job["made"]["beside"]) > 1


def test_a_job_is_stopped_and_its_program_with_it(window: Window) -> None:
    job = window.post("/reports", {"form": "pdf"})
    time.sleep(0.3)
    stopped = window.client.delete(f"/api/jobs/{job['id']}").json()
    assert stopped["state"] == "cancelled"
    assert window.get(f"/jobs/{job['id']}/file", status=409)["type"] == "refused"
    time.sleep(0.3)
    assert window.get(f"/jobs/{job['id']}")["state"] == "cancelled"
    assert window.get("/products") == []


def test_it_is_said_how_far_a_report_is(window: Window) -> None:
    job = window.post("/reports", {"form": "html", "preview": True, "parts": ["facts", "cases", "methods"]})
    seen = set()
    while (found := window.get(f"/jobs/{job['id']}"))["state"] in {"waiting", "running"}:
        seen.add((found["part"], found["done"], found["of"]))
        time.sleep(0.005)
    assert found["state"] == "done", found
    assert seen & {("facts", 0, 4), ("cases", 1, 4), ("methods", 2, 4), ("", 3, 4)}, seen


def test_it_is_said_whether_what_was_made_is_of_today(window: Window) -> None:
    job = ended(window, window.post("/reports", {"form": "html", "parts": ["facts"]}))
    assert job["recorded"]
    assert window.get("/reports")["version"] == job["made"]["version"], "that it was made is on record, and no change"
    window.act("code.add", name="since then")
    assert window.get("/reports")["version"] != job["made"]["version"]


def test_previews_push_out_no_report_and_leave_no_files(window: Window) -> None:
    kept = ended(window, window.post("/reports", {"form": "html", "parts": ["facts"]}))
    previews = [
        ended(window, window.post("/reports", {"form": "html", "parts": ["facts"], "preview": True})) for _ in range(5)
    ]
    names = [one["id"] for one in window.get("/jobs")]
    assert names == [*(one["id"] for one in reversed(previews[1:])), kept["id"]]
    window.get(f"/jobs/{previews[0]['id']}", status=404)
    assert window.client.get(f"/api/jobs/{kept['id']}/file").status_code == 200


def test_what_was_made_of_one_study_is_not_there_when_another_lies_open(window: Window, tmp_path: Path) -> None:
    job = ended(window, window.post("/reports", {"form": "html", "parts": ["facts"]}))
    other = tmp_path / "other.crosscase"
    Study.new(other, member="Ines", title="Another").close()
    window.post("/start/open", {"path": str(other)})
    assert window.get("/jobs") == []
    assert window.client.get(f"/api/jobs/{job['id']}/file").status_code == 404


def test_what_cannot_be_made_says_why(window: Window) -> None:
    job = ended(window, window.post("/reports", {"form": "html", "analysis": "no such analysis"}))
    assert job["state"] == "failed"
    assert job["problem"]["type"] == "not-found"
    assert "no such analysis" in job["problem"]["detail"]
    assert window.post("/reports", {"form": "exe"}, status=422)["type"] == "bad-value"
    assert window.post("/reports", {"name": "../../x"}, status=422)["type"] == "bad-value"
    assert window.get("/jobs/none", status=404)["type"] == "not-found"


def test_of_an_encrypted_study_a_report_is_made_with_its_key(tmp_path: Path) -> None:
    path = tmp_path / "secret.crosscase"
    Study.new(path, member="Ines", title="Sealed", passphrase="five words nobody would guess").close()
    with window_on(None) as window:
        window.post("/start/open", {"path": str(path), "passphrase": "five words nobody would guess"})
        job = ended(window, window.post("/reports", {"form": "html", "parts": ["facts"]}))
        assert job["state"] == "done", job
        assert b"Sealed" in window.client.get(f"/api/jobs/{job['id']}/file").content


def test_nothing_of_a_job_is_left_when_the_server_ends(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with window_on(demo, "Ines") as window:
        ended(window, window.post("/reports", {"form": "html", "parts": ["facts"]}))
        assert any(folder.rglob("*.html"))
    assert not any(folder.rglob("*.html"))


def test_the_parts_offered_are_those_that_there_are(window: Window) -> None:
    from crosscase.reports.parts import BUILDERS

    assert window.get("/reports")["parts"] == list(BUILDERS)


def test_a_preview_has_its_parts_in_the_order_asked_and_is_on_no_record(window: Window) -> None:
    asked = {"form": "md", "name": "seen", "parts": ["frame", "facts"], "ordered": True, "preview": True}
    job = ended(window, window.post("/reports", asked))
    assert (job["state"], job["what"], job["recorded"]) == ("done", "preview", "")
    words = window.client.get(f"/api/jobs/{job['id']}/file").text
    assert 0 < words.index("# The frame") < words.index("# ", words.index("# The frame") + 3)
    assert window.get("/products") == []


def test_codings_leave_as_a_table_without_words_that_consent_does_not_cover(window: Window) -> None:
    person = next(one for one in window.get("/rows/participant") if one["identifier"] == "ALDPW01")
    window.act("consent.set", participants=[person["id"]], verbatim="no")
    job = ended(window, window.post("/reports/tables", {"what": "codings", "form": "csv"}))
    assert job["state"] == "done", job
    assert job["made"]["unprinted"][0]["whose"] == "ALDPW01"
    written = window.client.get(f"/api/jobs/{job['id']}/file").text
    assert "[withheld: ALDPW01 does not agree to verbatim quotation]" in written
    (product,) = window.get("/products")
    assert (product["nature"], product["file"]) == ("export", "codings.csv")
    assert "ALDPW01" not in product["participants"]
    for what in ("codebook", "matrix", "frame", "participants", "cases"):
        done = ended(window, window.post("/reports/tables", {"what": what, "form": "xlsx"}))
        assert done["state"] == "done", done


def test_the_study_goes_to_another_program_in_every_format(window: Window) -> None:
    choices = window.get("/reports")["formats"]
    assert {"word", "page", "annotations", "segments", "data", "archive"} <= {one["name"] for one in choices}
    for one in choices:
        done = ended(window, window.post("/reports/exports", {"format": one["name"], "name": "peers"}))
        assert done["state"] == "done", (one, done["problem"])
        assert done["file"] == f"peers.{one['ending']}"
        assert len(window.client.get(f"/api/jobs/{done['id']}/file").content) > 100
    assert window.get("/jobs")[0]["what"] == "export"


def test_an_export_that_cannot_be_is_refused(window: Window) -> None:
    assert "no format 'wood'" in window.post("/reports/exports", {"format": "wood"}, status=415)["detail"]
    assert "can have" in window.post("/reports/exports", {"format": "page", "name": "../x"}, status=422)["detail"]
