"""Files of other programs that are cut off or spoilt: read as far as they go or refused, never a surprise.

Every kind of file is built as the tests of its importer build it, then cut and its bytes changed. What is read must
hold together: codings lie within their texts and name codes that come with them.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from crosscase.importers import read_path
from crosscase.importers.formats import FORMATS
from crosscase.model.bundle import Bundle, CodingRecord, MarkRecord, MemoRecord
from tests.importers.test_annotations import TEI, TEXT, TSV, XMI
from tests.importers.test_coded_tables import MAXQDA, a_csv, a_workbook
from tests.importers.test_margin import a_word_file
from tests.importers.test_projects import QUALCODER, RQDA, TAGUETTE, a_qualcoder_project, built

QUOTE = {"type": "TextQuoteSelector", "exact": "was slow", "prefix": "Ben ", "suffix": " too"}
PAGE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "items": [{"target": {"source": "x/one.txt", "selector": QUOTE}, "body": {"value": "Wait", "purpose": "tagging"}}]
    * 5,
}
TASK = {
    "data": {"text": TEXT},
    "annotations": [
        {"completed_by": 1, "result": [{"type": "labels", "value": {"start": 0, "end": 3, "labels": ["x"]}}]}
    ],
}
PHRASE = {"startOffset": 0, "endOffset": 3, "phrase": "Ann"}


def every_kind(folder: Path) -> dict[str, Path]:
    """One file for each format of another program, with what it needs beside it."""

    def file(name: str, content: str | dict[str, Any] | list[Any]) -> Path:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    file("brat/one.txt", TEXT)
    file("catma/one.txt", TEXT)
    documents = [("documents", n, f"d{n}", "", "", 1, "", f"<p>{TEXT}</p>") for n in range(40)]
    heads = 'ResponseId,Q1,Q2,Q3\nId,What?,How many?,Why?\n"{""ImportId"":""a""}",b,c,d\n'
    rows = "\n".join(
        f'A{at},"Tea; or, not",{at},It was said that nobody ever came to tell us number {at}.' for at in range(9)
    )
    return {
        "brat": file("brat/one.ann", "T1\tWait 4 5\t😀\nT2\tWait 0 3;6 9\tAnn was\nA1\tSure T1\n#1\tNote T2\tx\n"),
        "webanno": file("one.tsv", TSV),
        "cas": file("one.xmi", XMI),
        "catma": file("catma/one.xml", TEI),
        "catma-json": file("c.json", [{"tagName": "Wait", "phrases": [PHRASE]}]),
        "doccano": file("one.jsonl", "\n".join([json.dumps({"id": 1, "text": TEXT, "label": [[0, 3, "x"]]})] * 3)),
        "label-studio": file("ls.json", [TASK] * 3),
        "web-annotation": file("w.json", PAGE),
        "coded": a_workbook(folder, *MAXQDA),
        "coded-csv": a_csv(folder, "document,quotation,code\none,was,Wait\none,slow,Wait > Long\n"),
        "survey": file("qualtrics.csv", f"{heads}{rows}\n"),
        "qualcoder-data": a_qualcoder_project(folder) / "data.qda",
        "rqda": built(folder / "one.rqda", RQDA, [("source", "one", 1, TEXT, "", "r", 1)] * 40),
        "taguette": built(folder / "one.sqlite3", TAGUETTE, documents),
        "word": a_word_file(folder),
    }  # fmt: skip


def holds_together(bundle: Bundle) -> None:
    texts = {one.key: one.text for one in bundle.documents}
    codes = {one.key.casefold() for one in bundle.codes}
    records: tuple[CodingRecord | MarkRecord | MemoRecord, ...] = (*bundle.codings, *bundle.marks, *bundle.memos)
    for one in records:
        if one.start >= 0 and one.document in texts:
            assert 0 <= one.start < one.end <= len(texts[one.document])
    assert {one.code.casefold() for one in bundle.codings} <= codes
    assert {one.parent.casefold() for one in bundle.codes if one.parent} <= codes
    members = {one.name.casefold() for one in bundle.members} | {""}
    assert {one.member.casefold() for one in records} <= members


def test_every_format_is_tried(tmp_path: Path) -> None:
    kinds = every_kind(tmp_path)
    assert {each.name for each in FORMATS} - {"refi", "qualcoder"} <= kinds.keys()
    for path in kinds.values():
        bundle = read_path(path)
        assert bundle.refusals == (), path.name
        holds_together(bundle)


@pytest.mark.parametrize("seed", range(6))
def test_a_spoilt_file_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for kind, path in every_kind(tmp_path).items():
        whole = path.read_bytes()
        data = bytearray(whole[: len(whole) * chance.choice((1, 3, 6, 9, 10)) // 10])
        for _ in range(chance.choice((0, 1, 8, 40))):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        bundle = read_path(path)
        assert [str(one) for one in bundle.refusals if "Please report" in one.reason] == [], kind
        holds_together(bundle)


def test_schemas_without_rows_are_projects_without_anything(tmp_path: Path) -> None:
    for name, schema in (("a.qda", QUALCODER), ("b.rqda", RQDA), ("c.sqlite3", TAGUETTE)):
        bundle = read_path(built(tmp_path / name, schema, []))
        assert (bundle.documents, bundle.codings, bundle.refusals) == ((), (), ()), name
