"""QualCoder, Taguette and RQDA: projects built here by SQL, as those programs build them, read whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from crosscase.importers import read_path
from crosscase.importers.errors import UnreadableError
from crosscase.importers.marked_up import MarkedUp
from crosscase.importers.pdf import page_top
from crosscase.importers.projects import qualcoder, rqda, taguette
from crosscase.importers.projects.database import opened
from crosscase.importers.refi import read_project
from crosscase.importers.stored_text import Stored
from crosscase.model.bundle import Bundle, PlacedRecord
from crosscase.model.refi import MediaElement
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.formats import Wanted, write
from crosscase.study import Study
from crosscase.verbs.take_in import take_in
from tests.importers.made import pdf_bytes

FIRST = "Ann: It was slow 😀 today.\nBen: Why was it slow?"
QUALCODER = """
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text,
  date text);
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer,
  cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text,
  owner text);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
  owner text, date text, memo text, avid integer, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text,
  supercid integer);
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
CREATE TABLE stored_sql (title text, ssql text);
"""


def built(path: Path, schema: str, rows: Iterable[tuple[Any, ...]]) -> Path:
    """A database with these tables and rows; a row begins with its table."""
    connection = dbapi2.connect(str(path))
    connection.executescript(schema)
    for table, *values in rows:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    connection.commit()
    connection.close()
    return path


def words(bundle: Bundle, record: PlacedRecord) -> str:
    text = next(one.text for one in bundle.documents if one.key == record.document)
    return text[record.start : record.end]


def a_qualcoder_project(folder: Path) -> Path:
    project = folder / "peers.qda"
    (project / "images").mkdir(parents=True)
    (project / "documents").mkdir()
    (project / "images" / "ward.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    (project / "documents" / "one.txt").write_text(FIRST, encoding="utf-8")
    units = FIRST.index("today") + 1  # a face is two units of UTF-16
    rows: list[tuple[Any, ...]] = [
        ("project", "v17", "", "About it.", "QualCoder 3.6"),
        ("source", 1, "one.txt", FIRST.replace("\n", "\r\n"), None, "a file", "Ines", ""),
        ("source", 2, "two", "\ufeffAnn was here.", None, "", "Max", ""),
        ("source", 3, "ward.png", None, "/images/ward.png", "", "Max", ""),
        ("source", 4, "talk.mp3", None, "audio:/media/recordings/talk.mp3", "", "Max", ""),
        ("code_cat", 1, "Time", "Ines", "", "about time", None),
        ("code_cat", 2, "Long", "Ines", "", "", 1),
        ("code_name", 1, "waiting", "Somebody waits.", 2, "Ines", "", "#FF8800", None),
        ("code_name", 2, "in vain", "", None, "Ines", "", "", 1),
        ("code_text", 1, 1, 1, "It was slow", 5, 16, "Ines", "", "hm", None, 1),
        ("code_text", 2, 1, 1, "today", units, units + 5, "Max", "", "", None, None),
        ("code_text", 3, 2, 1, "Why was", FIRST.index("Why") + 1, FIRST.index("Why") + 8, "Max", "", "", None, None),
        ("code_text", 4, 2, 2, "Ann", 1, 4, "Max", "", "", None, None),
        ("code_text", 5, 2, 2, "other words", 0, 3, "Max", "", "", None, None),
        ("code_text", 6, 9, 2, "Ann", 0, 3, "Max", "", "", None, None),
        ("code_text", 7, 1, 9, "Ann", 0, 3, "Max", "", "", None, None),
        ("code_image", 1, 3, 10, 20, 30, 40, 1, "", "", "Max", None, None),
        ("code_av", 1, 4, 0, 900, 1, "", "Max"),
        ("annotation", 1, 1, 5, 7, "A remark.", "Max"),
        ("attribute_type", "Size", "", "", "", "case", "numeric"),
        ("attribute_type", "Round", "", "", "", "file", "character"),
        ("attribute", 1, "Size", "case", "12", 1, ""),
        ("attribute", 2, "Round", "file", "first", 1, ""),
        ("cases", 1, "North", "the first", "Ines", ""),
        ("cases", 2, "South", "", "Ines", ""),
        ("case_text", 1, 1, 1, 0, 40, "Ines"),
        ("case_text", 2, 1, 2, 0, 40, "Ines"),
        ("case_text", 3, 2, 2, 0, 40, "Ines"),
        ("journal", 1, "Day one", "We began.", "", "Ines"),
        ("stored_sql", "all", "DROP TABLE source"),
    ]
    built(project / "data.qda", QUALCODER, rows)
    return project


def test_a_qualcoder_project(tmp_path: Path) -> None:
    project = a_qualcoder_project(tmp_path)
    bundle = read_path(project)
    assert [(one.name, one.nature, one.case, one.attributes) for one in bundle.documents] == [
        ("one.txt", "document", "North", {"Round": "first"}),
        ("two", "document", "", {}),
        ("ward.png", "image", "", {}),
    ]
    assert bundle.documents[0].text == FIRST
    assert bundle.documents[0].original == project / "documents" / "one.txt"
    texts = [one for one in bundle.codings if not one.area]
    assert [(one.code, one.member, words(bundle, one)) for one in texts] == [
        ("Time / Long / waiting", "Ines", "It was slow"),
        ("Time / Long / waiting", "Max", "today"),
        ("Time / Long / waiting / in vain", "Max", "Why was"),
        ("Time / Long / waiting / in vain", "Max", "Ann"),
        ("Time / Long / waiting / in vain", "Max", "Ann"),
    ]
    assert [one.area for one in bundle.codings if one.area] == [("1", "10", "20", "30", "40", "px", "top-left")]
    assert [(one.key, one.colour, one.definition) for one in bundle.codes][2] == (
        "Time / Long / waiting", "#ff8800", "Somebody waits.",
    )  # fmt: skip
    assert [(one.title, one.text, words(bundle, one) if one.document else one.about) for one in bundle.memos] == [
        ("", "a file", "one.txt"),
        ("", "A remark.", "It"),
        ("Day one", "We began.", ""),
        ("About the project peers.qda", "About it.", ""),
    ]
    assert [(one.code, one.attributes) for one in bundle.cases] == [("North", {"Size": "12"}), ("South", {})]
    assert [(one.subject, one.name, one.type) for one in bundle.attributes] == [
        ("case", "Size", "number"), ("source", "Round", "text"),
    ]  # fmt: skip
    assert [(one.place, one.what) for one in bundle.losses][:5] == [
        ("peers.qda, file 'two'", "It belongs to several cases: North, South."),
        ("peers.qda, file 'talk.mp3'", "It has no text, and its file is not in the project's folder."),
        ("peers.qda, coding 6", "There is no code with the number 9."),
        ("peers.qda, coding 7", "The text it belongs to is not there."),
        ("peers.qda, recording coding 1", "Its recording is not there."),
    ]
    said = [one.what for one in bundle.choices]
    assert "Read as a QualCoder project (database v17)." in said
    assert "coding 5 of 7, coding of an area 1 of 1, coding of a recording 0 of 1, annotation 1 of 1" in said[-1]
    assert (
        "1 place was kept where its numbers say, with other words than the file has for the coding: coding 5." in said
    )
    # The database alone is the same project without its pictures.
    alone = read_path(project / "data.qda")
    assert len(alone.codings) == 6
    assert qualcoder.identify(project, b"")


def test_an_old_qualcoder_project_has_fewer_columns(tmp_path: Path) -> None:
    old = """
    CREATE TABLE source (id integer primary key, name text, fulltext text);
    CREATE TABLE code_cat (catid integer primary key, name text);
    CREATE TABLE code_name (cid integer primary key, name text, catid integer);
    CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text);
    """
    rows = [("source", 1, "one", FIRST), ("code_name", 1, "wait", None), ("code_text", 1, 1, "slow", 12, 16, "Ines")]
    bundle = qualcoder.read(built(tmp_path / "data.qda", old, rows))
    assert [(one.code, words(bundle, one)) for one in bundle.codings] == [("wait", "slow")]


TAGUETTE = """
CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200),
  project_id INTEGER, text_direction VARCHAR, contents TEXT);
CREATE TABLE commands (id INTEGER PRIMARY KEY, user_login VARCHAR(30), payload TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER,
  snippet TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
"""


def test_a_taguette_project(tmp_path: Path) -> None:
    html = "<h1>Día uno</h1>\n<p>Ann  said <b>“no”</b>.</p><p>It was\nslow.</p>"
    raw = "Día uno\nAnn  said “no”.It was\nslow.".encode()
    first, last = raw.index("“no”".encode()), raw.index("“no”".encode()) + len("“no”".encode())
    slow = raw.index(b"was\nslow")
    rows: list[tuple[Any, ...]] = [
        ("projects", 1, "Peers", ""),
        ("documents", 1, "one", "a file", "one.docx", 1, "LEFT_TO_RIGHT", html),
        ("documents", 2, "empty", "", "two.docx", 1, "LEFT_TO_RIGHT", "<p></p>"),
        ("commands", 1, "ines", json.dumps({"type": "highlight_add", "highlight_id": 1})),
        ("commands", 2, "max", "not JSON"),
        ("highlights", 1, 1, first, last, "<b>“no”</b>"),
        ("highlights", 2, 1, slow, slow + 8, "<p>was\nslow</p>"),
        ("highlights", 3, 2, 0, 4, "gone"),
        ("tags", 1, 1, "trust.staff", "Relying."),
        ("tags", 2, 1, "wait", ""),
        ("highlight_tags", 1, 1),
        ("highlight_tags", 1, 2),
    ]
    file = built(tmp_path / "project.sqlite3", TAGUETTE, rows)
    bundle = read_path(file)
    assert bundle.documents[0].text == "Día uno\n\nAnn said “no”.\n\nIt was slow."
    assert [(one.code, one.member, words(bundle, one)) for one in bundle.codings] == [
        ("trust / staff", "ines", "“no”"),
        ("wait", "ines", "“no”"),
    ]
    assert [(one.member, words(bundle, one)) for one in bundle.marks] == [("", "was slow")]
    assert [one.place for one in bundle.losses] == [
        "project.sqlite3, document 'empty'", "project.sqlite3, highlight 3",
    ]  # fmt: skip
    assert "highlight 2 of 3" in bundle.choices[-1].what
    assert not any("moved" in one.what for one in bundle.choices)
    assert taguette.identify(file, file.read_bytes()[:100])


RQDA = """
CREATE TABLE project (databaseversion text, memo text);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, id integer, status integer, color text);
CREATE TABLE codecat (name text, catid integer, memo text, status integer);
CREATE TABLE treecode (cid integer, catid integer, status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text,
  memo text);
CREATE TABLE cases (name text, memo text, id integer, status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer);
CREATE TABLE attributes (name text, status integer, class text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, status integer);
CREATE TABLE fileAttr (variable text, value text, fileID integer, status integer);
CREATE TABLE journal (name text, journal text, owner text, status integer);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, status integer);
CREATE TABLE filecat (name text, catid integer, memo text, status integer);
CREATE TABLE treefile (fid integer, catid integer, status integer);
"""


def test_an_rqda_project(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("project", "0.2.0", "About."),
        ("source", "one", 1, FIRST, "", "rqda", 1),
        ("source", "gone", 2, "Deleted.", "", "rqda", 0),
        ("freecode", "wait", "Somebody waits.", "rqda", 1, 1, "red"),
        ("freecode", "dropped", "", "rqda", 2, 0, ""),
        ("codecat", "time", 1, "", 1),
        ("codecat", "feelings", 2, "", 1),
        ("treecode", 1, 1, 1),
        ("treecode", 1, 2, 1),
        ("coding", 1, 1, "slow", 12.0, 16.0, 1, "rqda", "hm"),
        ("coding", 1, 1, "today", 2.0, 7.0, 1, "rqda", ""),
        ("coding", 1, 1, "slow", 12.0, 16.0, 0, "rqda", ""),
        ("coding", 2, 1, "slow", 12.0, 16.0, 1, "rqda", ""),
        ("cases", "North", "", 1, 1),
        ("caselinkage", 1, 1, 0, 9, 1),
        ("attributes", "Size", 1, "numeric"),
        ("caseAttr", "Size", "12", 1, 1),
        ("fileAttr", "Size", "3", 1, 1),
        ("journal", "Day one", "We began.", "rqda", 1),
        ("annotation", 1, 5, "Here.", "rqda", 1),
        ("filecat", "First round", 1, "", 1),
        ("treefile", 1, 1, 1),
    ]
    file = built(tmp_path / "peers.rqda", RQDA, rows)
    bundle = read_path(file)
    assert [(one.code, words(bundle, one)) for one in bundle.codings] == [
        ("time / wait", "slow"),
        ("time / wait", "today"),
    ]
    assert [(one.name, one.case, one.attributes) for one in bundle.documents] == [("one", "North", {"Size": "3"})]
    assert [(one.name, one.things) for one in bundle.sets] == [("First round", ("one",))]
    assert [one.what for one in bundle.losses][:2] == ["Also in feelings.", "There is no code with the number 2."]
    said = [one.what for one in bundle.choices]
    assert "1 place was moved to where the words of the coding stand: coding 2 (+17)." in said
    assert "coding 2 of 3" in said[-1]
    assert rqda.identify(file, file.read_bytes()[:100])


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    other = built(tmp_path / "other.rqda", "CREATE TABLE source (id integer);", [])
    with pytest.raises(UnreadableError, match="It is no project of RQDA: it has no table 'freecode', 'coding'"):
        rqda.read(other)
    refused = read_path(other).refusals[0]
    assert "no project of QualCoder, Taguette or RQDA" in refused.reason
    cut = tmp_path / "cut.rqda"
    cut.write_bytes(built(tmp_path / "whole.rqda", RQDA, []).read_bytes()[:5000])
    with pytest.raises(UnreadableError):
        rqda.read(cut)
    text = tmp_path / "text.rqda"
    text.write_text("no database")
    with pytest.raises(UnreadableError):
        rqda.read(text)


def test_a_database_is_read_and_never_run(tmp_path: Path) -> None:
    """A view in a table's place is not looked into, and a query that never ends is not begun."""
    endless = """
    CREATE TABLE real (x);
    CREATE VIEW source AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n;
    CREATE TABLE freecode (id); CREATE TABLE coding (id);
    """
    with pytest.raises(UnreadableError, match="it has no table 'source'"):
        rqda.read(built(tmp_path / "view.rqda", endless, []))
    file = built(tmp_path / "plain.rqda", RQDA, [])
    before = file.read_bytes()
    with opened(file, "RQDA", rqda.NEEDED) as database, pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        database._connection.execute("DELETE FROM source")
    with opened(file, "RQDA", rqda.NEEDED) as database, pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        database._connection.execute("ATTACH DATABASE '/tmp/x' AS x")
    assert file.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["plain.rqda", "view.rqda"]


def test_what_was_not_written_down_yet_is_read_from_a_copy(tmp_path: Path) -> None:
    connection = dbapi2.connect(str(tmp_path / "open.rqda"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(RQDA)
    connection.execute("INSERT INTO source VALUES ('one', 1, 'Some words.', '', '', 1)")
    connection.commit()
    assert [one.text for one in rqda.read(tmp_path / "open.rqda").documents] == ["Some words."]
    connection.close()


def test_ways_of_counting() -> None:
    stored = Stored("\ufeffOne 😀\r\ntwo")
    assert stored.text == "One 😀\ntwo"
    assert stored.from_units(4, 6) == (4, 5)
    assert stored.from_bytes(4, 8) == (4, 5)
    assert stored.from_raw(8, 11) == (6, 9)
    for first, last in ((6, 9), (8, 11), (7, 10)):
        assert stored.meant(first, last, "two") == (6, 9), first
    assert stored.meant(1, 4, "One") == (0, 3)
    marked = MarkedUp("<p>A&amp;B</p><script>no</script><p>c<br>d</p>")
    assert marked.text == "A&B\n\nc\nd"
    assert marked.from_bytes(3, 5) == (5, 8)


@pytest.mark.parametrize("known", [True, False])
def test_areas_of_pages_are_counted_from_the_bottom_where_their_height_is_known(tmp_path: Path, *, known: bool) -> None:
    project = tmp_path / "pages.qda"
    (project / "documents").mkdir(parents=True)
    (project / "documents" / "letter.pdf").write_bytes(
        pdf_bytes([[(72, 700, "A letter.")]]) if known else b"%PDF-1.4 broken"
    )
    top = page_top(project / "documents" / "letter.pdf")
    assert (top is not None) == known
    rows: list[tuple[Any, ...]] = [
        ("project", "v17", "", "", "QualCoder 3.6"),
        ("source", 1, "letter.pdf", "A letter.", "/docs/letter.pdf", "", "Max", ""),
        ("code_name", 1, "waiting", "", None, "Ines", "", "#FF8800", None),
        ("code_image", 1, 1, 10, 20, 30, 40, 1, "", "", "Max", None, 2),
    ]
    built(project / "data.qda", QUALCODER, rows)
    bundle = read_path(project)
    (one,) = bundle.codings
    under = 20 if top is None else top - 60
    assert one.area == ("2", "10", str(under), "30", "40", "pt", "as written")
    assert any("whose height is not known" in said.what for said in bundle.choices) == (not known)
    with Study.new(tmp_path / "study.crosscase", member="Ada") as study:
        study.do(take_in, bundle)
        write(study, tmp_path / "out.qdpx", Wanted(), Outgoing(study.leaving()))
    (source,) = read_project(tmp_path / "out.qdpx").project.sources
    assert isinstance(source, MediaElement)
    (selection,) = source.selections
    assert source.text is not None
    assert source.text.text == "A letter."
    assert (selection.kind, selection.page, selection.box) == ("pdf", 2, (10, under, 40, under + 40))
