"""What annotation tools save: codings where their words stand, people as members, and everything else listed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from crosscase.importers import read_path
from crosscase.importers.annotations import brat, cas, catma, doccano, label_studio, web_annotation, webanno
from crosscase.importers.errors import UnreadableError
from crosscase.importers.formats import format_of
from crosscase.model import Code, Coding, Member, Source
from crosscase.model.bundle import Bundle
from crosscase.verbs.take_in import take_in
from tests.shared import shared
from tests.verbs.conftest import Desk
from tests.verbs.conftest import desk as desk  # noqa: PLC0414 - a fixture that is used here as well

TEXT = "Ann 😀 was slow.\nBen was slow too."


def file(folder: Path, name: str, content: str | bytes | dict[str, Any] | list[Any]) -> Path:
    path = folder / name
    if isinstance(content, dict | list):
        content = json.dumps(content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def told(path: Path, tool: str) -> Bundle:
    """What a file holds, after it was recognised as that tool's."""
    found = format_of(path)
    assert found is not None
    assert found.name == tool
    return read_path(path)


def coded(bundle: Bundle) -> list[tuple[str, str, str]]:
    texts = {one.key: one.text for one in bundle.documents}
    return [
        (one.member, one.code, texts[one.document][one.start : one.end] if one.document in texts else one.quote)
        for one in bundle.codings
    ]


def test_brat(tmp_path: Path) -> None:
    file(tmp_path, "one.txt", TEXT.replace("\n", "\r\n"))
    slow = TEXT.index("slow")
    later = TEXT.index("slow", slow + 1) + 1  # the line end has two characters in the file
    ann = file(
        tmp_path,
        "one.ann",
        f"T1\tWait {slow} {slow + 4}\tslow\nA1\tKind T1 long\n#1\tAnnotatorNotes T1\tsure?\n"
        f"T2\tWait {later} {later + 4}\tslow\nT3\tWho 0 3;{later - 8} {later - 5}\tAnn Ben\n"
        "R1\tSame Arg1:T1 Arg2:T2\nE1\tWait:T1\n*\tEquiv T1 T2\nnonsense\n",
    )
    bundle = told(ann, "brat")
    assert coded(bundle) == [("", "Wait", "slow"), ("", "Wait", "slow"), ("", "Who", "Ann"), ("", "Who", "Ben")]
    assert [one.start for one in bundle.codings[:2]] == [slow, later - 1]
    assert [one.comment for one in bundle.codings] == [
        "Kind: long; sure?", "", "piece 1 of 2 of T3", "piece 2 of 2 of T3",
    ]  # fmt: skip
    assert [one.what.partition(":")[0] for one in bundle.losses] == [
        "It is none of brat's", "1 × relation", "1 × event", "1 × equivalence",
    ]  # fmt: skip
    # In a folder the text is not read a second time for itself.
    assert len(read_path(tmp_path).documents) == 1
    (tmp_path / "one.txt").unlink()
    alone = read_path(ann)
    assert alone.documents == ()
    assert {(one.document, one.quote) for one in alone.codings} == {("one", "slow"), ("one", "Ann"), ("one", "Ben")}


def test_brat_with_a_broken_line(tmp_path: Path) -> None:
    bundle = read_path(file(tmp_path, "x.ann", "T1\tWait 5 2\tslow\nT2\tWait 999999999999999 5\tx\n"))
    assert len(bundle.codings) == 2  # without a text the words have to be found first
    assert read_path(file(tmp_path, "y.ann", b"\xff\xfe\x00T1\tW 0 1\tx")).refusals


TSV = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Theme|value|note
#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_X|uima.tcas.Annotation
#T_RL=webanno.custom.Same|BT_webanno.custom.Theme


#Text=Ann 😀 was slow.
1-1\t0-3\tAnn\tWho\t*\t_\t_\t_\t
1-2\t4-6\t😀\t_\t_\tpr\t1-1[1]\t_\t
1-3\t7-10\twas\tWait\\_ing[1]|Time\tlo\\|ng[1]|*\t_\t_\t1-1\t
1-4\t11-15\tslow\tWait\\_ing[1]\tlo\\|ng[1]\t_\t_\t_\t
1-4.1\t13-13\t\tEmpty\t*\t_\t_\t_\t

#Text=Ben was slow too.
2-1\t17-20\tBen\tWho\t*\t_\t_\t_\t
"""


def test_webanno(tmp_path: Path) -> None:
    for person in ("ines", "max"):
        (tmp_path / "one.txt").mkdir(exist_ok=True)
        tsv = file(tmp_path / "one.txt", f"{person}.tsv", TSV)
    bundle = told(tsv, "webanno")
    assert bundle.documents[0].text == TEXT
    assert sorted(coded(bundle)) == [
        ("max", "Host", "😀"),
        ("max", "Theme / Time", "was"),
        ("max", "Theme / Wait_ing", "was slow"),
        ("max", "Theme / Who", "Ann"),
        ("max", "Theme / Who", "Ben"),
    ]
    assert [one.comment for one in bundle.codings if "Wait" in one.code] == ["note: lo|ng"]
    assert [one.what.partition(":")[0] for one in bundle.losses] == [
        "It lies between two characters and covers none.", "1 × relation (Same)", "2 × slot (Host)",
    ]  # fmt: skip
    both = read_path(tmp_path)
    assert [one.key for one in both.documents] == ["one.txt"]
    assert {one.member for one in both.codings} == {"ines", "max"}
    older = file(tmp_path, "old.tsv", "#id=1\n#text=One .\n1\tOne\tNN\n")
    with pytest.raises(UnreadableError, match="Export it again as WebAnno TSV 3"):
        webanno.read(older)


XMI = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore"
 xmlns:seg="http:///x/segmentation/type.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
<seg:Token xmi:id="3" sofa="1" begin="0" end="3"/>
<custom:Theme xmi:id="9" sofa="1" begin="7" end="15" value="Wait" note="long" order="3"/>
<custom:Theme xmi:id="10" sofa="1" begin="0" end="3"/>
<custom:Theme xmi:id="11" sofa="1" begin="900" end="903"/>
<custom:Same xmi:id="12" Governor="9" Dependent="10"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"
 sofaString="Ann 😀 was slow.&#10;Ben was slow too."/>
<cas:View sofa="1" members="3 9 10"/></xmi:XMI>"""


def test_cas(tmp_path: Path) -> None:
    bundle = told(file(tmp_path, "one.xmi", XMI), "cas")
    assert bundle.documents[0].text == TEXT
    assert coded(bundle) == [("", "Theme / Wait", "was slow"), ("", "Theme", "Ann")]
    assert bundle.codings[0].comment == "note: long"
    assert [one.what.partition(":")[0] for one in bundle.losses] == [
        "It lies at 899 to 902; the text has 33 characters.",
        "1 × token, sentence or other structure",
        "1 × structure without a place",
    ]
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr("one.xmi", XMI)
        archive.writestr("TypeSystem.xml", "<t/>")
    assert coded(told(tmp_path / "one.zip", "cas")) == coded(bundle)
    as_json = {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaString": TEXT},
            {"%ID": 2, "%TYPE": "custom.Theme", "@sofa": 1, "begin": 7, "end": 15, "value": "Wait"},
        ],
    }
    assert coded(told(file(tmp_path, "one.json", as_json), "cas")) == [("", "Theme / Wait", "was slow")]


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="c">&a;</xmi:XMI>',
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="c">',
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="c"><cas:Sofa sofaString=""/></xmi:XMI>',
    ],
)
def test_hostile_and_broken_xmi_is_refused(content: str, tmp_path: Path) -> None:
    refused = read_path(file(tmp_path, "x.xmi", content))
    assert (refused.documents, len(refused.refusals)) == ((), 1)


def test_the_same_text_coded_by_two_people_is_one_source_with_the_codings_of_both(tmp_path: Path, desk: Desk) -> None:
    """Their files lie in one folder, which is then the document, or come in as documents of other names."""
    (tmp_path / "diary").mkdir()
    head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Theme|value\n\n\n#Text=Ann was slow.\n1-1\t0-3\tAnn\t"
    rest = "\n1-2\t4-7\twas\t_\n1-3\t8-12\tslow\t"
    file(tmp_path / "diary", "max.tsv", f"{head}Who{rest}_\n")
    file(tmp_path / "diary", "eva.tsv", f"{head}Who{rest}Wait\n")
    lines = {"id": 1, "text": "Ann was slow.", "label": [[4, 12, "Late"], [0, 3, "late"]]}
    file(tmp_path, "also.jsonl", json.dumps(lines))
    taken = desk.do(take_in, read_path(tmp_path))
    assert [one.name for one in desk.rows(Source)] == ["also 1"]
    codes = {one.id: one.name for one in desk.rows(Code)}
    members = {one.id: one.name for one in desk.rows(Member)}
    assert sorted(
        (members[one.member], codes[one.code], desk.store.text(one.source)[int(one.first) : int(one.last) + 1])
        for one in desk.rows(Coding)
    ) == [
        ("Ada", "Late", "Ann"), ("Ada", "Late", "was slow"), ("eva", "Wait", "slow"), ("eva", "Who", "Ann"),
        ("max", "Who", "Ann"),
    ]  # fmt: skip
    assert taken.notes == ("A text came twice and is one source, on which both codings lie: 'diary' = 'also 1'.",)
    assert taken.refusals == ()
    said = [one.what for one in read_path(tmp_path / "also.jsonl").choices]
    assert "Codes whose names differ in letter case alone are one here: 'late' as 'Late'." in said


def test_doccano(tmp_path: Path) -> None:
    lines = [
        {"id": 7, "text": TEXT, "label": [[0, 3, "Who"], [6, 14, "Wait"]], "ward": "A", "Comments": ["hm"]},
        {"id": 8, "data": "It was.", "entities": [{"id": 1, "label": "Wait", "start_offset": 0, "end_offset": 2}],
         "relations": [{"id": 1}]},
        {"id": 9, "text": "Both.", "label": ["sad", "glad"]},
        {"id": 10, "text": "Old.", "annotations": [{"label": 4, "start_offset": 0, "end_offset": 3, "user": 2}]},
        {"id": 11, "text": "Off.", "labels": [[2, 99, "Wait"], [9, 4, "Wait"]]},
        {"id": 12},
    ]  # fmt: skip
    path = file(tmp_path, "all.jsonl", "\n".join(json.dumps(line) for line in lines) + "\n{broken\n")
    bundle = told(path, "doccano")
    assert coded(bundle) == [
        ("", "Who", "Ann"), ("", "Wait", "was slow"), ("", "Wait", "It"), ("", "sad", "Both."), ("", "glad", "Both."),
        ("user 2", "label 4", "Old"), ("", "Wait", "f."),
    ]  # fmt: skip
    assert bundle.documents[0].attributes == {"ward": "A"}
    assert [(one.text, one.about) for one in bundle.memos] == [("hm", "all 7")]
    assert [one.place for one in bundle.losses] == [
        "all.jsonl, line 5, labels 2", "all.jsonl, line 6", "all.jsonl, line 7", "all.jsonl",
    ]  # fmt: skip
    assert "cut at the end of the text" in bundle.choices[1].what


def test_label_studio(tmp_path: Path) -> None:
    span = {"start": 7, "end": 15, "text": "was slow", "labels": ["Wait", "Long"]}
    tasks = [
        {
            "id": 1,
            "data": {"text": TEXT, "ward": "A"},
            "annotations": [
                {"completed_by": {"email": "ines@example.org"}, "result": [
                    {"type": "labels", "value": span},
                    {"type": "choices", "value": {"choices": ["sad"]}},
                    {"type": "textarea", "value": {"text": ["A thought."]}},
                    {"type": "relation", "from_id": "a", "to_id": "b"},
                ]},
                {"completed_by": 2, "was_cancelled": True, "result": [{"type": "labels", "value": span}]},
            ],
            "predictions": [{}],
        },
        {"id": 2, "data": {"image": ""}, "annotations": []},
    ]  # fmt: skip
    bundle = told(file(tmp_path, "ls.json", tasks), "label-studio")
    assert coded(bundle) == [
        ("ines@example.org", "Wait", "was slow"), ("ines@example.org", "Long", "was slow"),
        ("ines@example.org", "sad", TEXT),
    ]  # fmt: skip
    assert [one.text for one in bundle.memos] == ["A thought."]
    assert len(bundle.losses) == 3
    small = [{"text": TEXT, "id": 3, "label": [span], "annotator": 4, "annotation_id": 9, "created_at": "x"}]
    assert coded(told(file(tmp_path, "min.json", small), "label-studio"))[0] == ("annotator 4", "Wait", "was slow")


TEI = """<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc>
<fsdDecl xml:id="CATMA_S" n="My tags"><fsDecl xml:id="CATMA_T1" type="CATMA_T1"><fsDescr>Time</fsDescr></fsDecl>
<fsDecl xml:id="CATMA_T2" type="CATMA_T2" baseTypes="CATMA_T1"><fsDescr>Wait</fsDescr></fsDecl></fsdDecl></encodingDesc>
</teiHeader><text><body><ab type="catma">
<seg ana="#CATMA_A1"><ptr target="catma://CATMA_D#char=7,11" type="inclusion"/></seg>
<seg ana="#CATMA_A1 #CATMA_A2"><ptr target="catma://CATMA_D#char=11,15" type="inclusion"/></seg></ab></body>
<fs xml:id="CATMA_A1" type="CATMA_T2"><f name="catma_markupauthor"><string>ines</string></f>
<f name="sure"><string>yes</string></f></fs><fs xml:id="CATMA_A2" type="CATMA_T1"/></text></TEI>"""


def test_catma(tmp_path: Path) -> None:
    tei = file(tmp_path, "mine.xml", TEI)
    with pytest.raises(UnreadableError, match=r"Put that text beside it as mine\.txt"):
        catma.read(tei)
    file(tmp_path, "source.txt", TEXT)
    bundle = told(tei, "catma")
    assert coded(bundle) == [("ines", "Time / Wait", "was slow"), ("", "Time", "slow")]
    assert bundle.codings[0].comment == "sure: yes"
    assert len(read_path(tmp_path).documents) == 1
    phrase = {"startOffset": 7, "endOffset": 15, "phrase": "was slow"}
    exported = {
        "documents": [{"title": "One", "annotations": [{"tagName": "Wait", "author": "max", "phrases": [phrase]}]}]
    }
    found = told(file(tmp_path, "x.json", exported), "catma")
    assert coded(found) == [("max", "Wait", "was slow")]
    assert found.codings[0].document == "One"


def test_web_annotation_and_hypothesis(tmp_path: Path) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "was slow", "prefix": "Ben ", "suffix": " too"}
    place = {"source": "http://x.org/a/one.txt", "selector": quote}
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [
            {"type": "Annotation", "creator": {"name": "Ines"}, "target": place,
             "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Wait"},
                      {"type": "TextualBody", "purpose": "commenting", "value": "why?"}]},
            {"type": "Annotation", "bodyValue": "A note.", "target": place},
            {"type": "Annotation", "target": {"source": "http://x.org/a/one.txt", "selector": [quote]}},
            {"type": "Annotation", "body": "On all of it.", "target": "http://x.org/a/one.txt"},
            {"type": "Annotation", "target": "http://x.org/a/one.txt"},
        ],
    }  # fmt: skip
    bundle = told(file(tmp_path, "page.jsonld", page), "web-annotation")
    (coding,) = bundle.codings
    assert (coding.document, coding.code, coding.member, coding.comment) == ("one.txt", "Wait", "Ines", "why?")
    assert (coding.quote, coding.before, coding.after) == ("was slow", "Ben ", " too")
    assert [one.text for one in bundle.memos] == ["A note.", "On all of it."]
    assert (len(bundle.marks), len(bundle.losses)) == (1, 1)
    rows = [
        {"uri": "https://x.org/p", "user": "acct:ines@hypothes.is", "tags": ["Wait", "Long"], "text": "hm",
         "document": {"title": ["One"]},
         "target": [{"selector": [{"type": "TextPositionSelector", "start": 4000, "end": 4008}, quote]}]},
        {"uri": "https://x.org/p", "user": "acct:max@hypothes.is", "tags": [], "text": "Indeed.", "references": ["a"],
         "target": [{}]},
    ]  # fmt: skip
    found = told(file(tmp_path, "h.json", {"total": 2, "rows": rows}), "web-annotation")
    assert [(one.document, one.code, one.member, one.start) for one in found.codings] == [
        ("One", "Wait", "ines", -1), ("One", "Long", "ines", -1),
    ]  # fmt: skip
    assert [(one.title, one.member) for one in found.memos] == [("Reply", "max")]


def test_other_json_is_nobodys(tmp_path: Path) -> None:
    for content in ({"a": 1}, [], [1, 2], {"name": "x", "scripts": {}}):
        path = file(tmp_path, "x.json", content)
        assert format_of(path) is None
        for tool in (label_studio, web_annotation, catma, cas):
            with pytest.raises(UnreadableError):
                tool.read(path)
    for name, tool in (("x.jsonl", doccano), ("x.json", label_studio)):
        with pytest.raises(UnreadableError):
            tool.read(file(tmp_path, name, "{" * 40))
    assert brat.identify(tmp_path / "x.ann", b"some notes of mine\n") is False
    with pytest.raises(UnreadableError, match="None of its lines is an annotation of brat"):
        brat.read(file(tmp_path, "x.ann", "some notes of mine\n"))
    said = read_path(file(tmp_path, "z.json", {"a": 1})).refusals[0].reason
    assert said.startswith("What ends in '.json' is read when it is one of these, and it seems to be none: UIMA CAS")


def test_deep_and_large_json_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    file(tmp_path, "deep.json", b'{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ' + b"[" * 2_000_000)
    file(tmp_path, "deep.jsonl", b'{"text": "x", "label": ' + b"[" * 2_000_000)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)\n"
        "from pathlib import Path\nfrom crosscase.importers import read_path\n"
        "print(len(read_path([Path(one) for one in sys.argv[1:]]).refusals))"
    )
    files = [str(tmp_path / name) for name in ("deep.json", "deep.jsonl")]
    done = subprocess.run(
        [sys.executable, "-c", script, *files], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "2"), done.stderr[-500:]


def test_shared_annotations() -> None:
    """Every annotation of the collections is taken, and its words are those that stand behind it."""
    corpora = shared("corpora")
    for path in sorted((corpora / "annotation-formats" / "brat").glob("*/*.ann")):
        bundle = read_path(path)
        lines = [line.split("\t") for line in path.read_text().splitlines() if line.startswith("T")]
        assert [words for *_, words in coded(bundle)] == [line[2] for line in lines if ";" not in line[1]]
    for path in sorted((corpora / "annotation-formats" / "webanno-tsv3").glob("test*/*.tsv")):
        bundle = read_path(path)
        assert len(bundle.documents) == 1
        assert all(one.start < one.end for one in bundle.codings)
    books = sorted((corpora / "novel-entities" / "doccano").glob("*.jsonl"))
    bundle = read_path(books)
    spans = sum(len(json.loads(line)["annotations"]) for book in books for line in book.read_text().splitlines())
    assert len(bundle.codings) == spans
