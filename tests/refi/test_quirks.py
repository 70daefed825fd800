"""What programs are known to write otherwise than the standard says: each read, each told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.importers.errors import UnreadableError
from crosscase.importers.refi import UNKNOWN, Read, read_project
from crosscase.model.refi import CodeElement, MediaElement, TextElement
from tests.importers.made import p, r, word
from tests.refi.made import SPACE, archive, document

G = "0000000{}-0000-4000-8000-000000000000".format
TEXT = f'<Sources><TextSource guid="{G(1)}" name="Interview" plainTextPath="internal://{G(2)}.txt"/></Sources>'


def read(tmp_path: Path, content: str | bytes, name: str = "a.qde") -> Read:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_project(file)


def repairs(found: Read) -> str:
    return "\n".join(f"{one.place}: {one.what}" for one in found.repairs)


def losses(found: Read) -> str:
    return "\n".join(f"{one.place}: {one.what}" for one in found.losses)


def only_text(found: Read) -> TextElement:
    source = found.project.sources[0]
    assert isinstance(source, TextElement)
    return source


@pytest.mark.parametrize("space", ["urn:QDA-XML:project:0:10", "urn:QDA-XML:1:0", "", "urn:else"])
def test_name_spaces_of_drafts(space: str, tmp_path: Path) -> None:
    said = f'xmlns="{space}" ' if space else ""
    found = read(tmp_path, document("<Description>d</Description>", attributes=f'{said}name="p"'))
    assert found.project.description == "d"
    assert "line 2 (Project): " in repairs(found)
    assert ("There is no name space" if not space else f"The name space is {space!r}") in repairs(found)


def test_codebooks_of_drafts_and_empty_sets(tmp_path: Path) -> None:
    code = f'<Codes><Code guid="{G(1)}" name="c" isCodable="true"/></Codes>'
    found = read(tmp_path, f'<CodeBook xmlns="urn:QDA-XML:codebook:0:4">{code}<Sets/></CodeBook>', "a.qdc")
    assert found.codebook
    assert found.project.codes == (CodeElement(guid=G(1), name="c"),)
    assert "codebook:0:4" in repairs(found)


def test_prefixes_and_foreign_elements(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f'<q:Project xmlns:q="{SPACE}" xmlns:x="urn:x" name="p"><q:Description>d</q:Description>'
        "<x:Description>no</x:Description></q:Project>",
    )
    assert found.project.description == "d"
    assert losses(found) == "line 1 (x:Description): x:Description in Project is not of the standard."


@pytest.mark.parametrize(
    "name", ["project.qde", "Project.qde", "My study.qde", "deep/er/project.qde", "a\\project.qde"]
)
@pytest.mark.parametrize("folder", ["sources", "Sources", "SOURCES"])
def test_names_within_the_archive(name: str, folder: str, tmp_path: Path) -> None:
    within = name.replace("\\", "/").rpartition("/")[0]
    place = f"{within}/{folder}" if within else folder
    files = {f"{place}/{G(2).upper()}.TXT": b"words", "__MACOSX/._project.qde": b"\0", "__MACOSX/x/project.qde": b"\0"}
    found = read_project(archive(tmp_path / "a.qdpx", document(TEXT), files, name=name))
    assert only_text(found).text == "words"
    assert found.losses == ()


def test_several_projects_in_an_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", document(), {"old/copy.qde": b"<Project/>"})
    assert losses(read_project(path)) == "old/copy.qde: There is another project in the archive, which was not read."


@pytest.mark.parametrize(
    "written", [f"{G(2)}.txt", f"internal:/{G(2)}.txt", f"sources/{G(2)}.txt", f"internal://sources\\{G(2)}.txt"]
)
def test_paths_without_internal(written: str, tmp_path: Path) -> None:
    inner = TEXT.replace(f"internal://{G(2)}.txt", written)
    found = read_project(archive(tmp_path / "a.qdpx", document(inner), {f"sources/{G(2)}.txt": b"words"}))
    assert only_text(found).text == "words"
    assert only_text(found).plain_path == f"internal://{G(2)}.txt"
    assert ("was read as" in repairs(found)) is not written.startswith("internal")


@pytest.mark.parametrize(
    "written",
    [
        "relative:///in/talk.txt",
        "absolute:///C:/in/talk.txt",
        "/etc/talk.txt",
        "C:\\in\\talk.txt",
        "file:///in/talk.txt",
        "\\\\host\\in\\talk.txt",
    ],
)
def test_paths_outside_are_followed_only_when_asked(written: str, tmp_path: Path) -> None:
    inner = TEXT.replace(f"internal://{G(2)}.txt", written)
    path = archive(tmp_path / "a.qdpx", document(inner))
    given = tmp_path / "given"
    given.mkdir()
    (given / "talk.txt").write_text("words")
    found = read_project(path)
    assert only_text(found).text is None
    assert "lies outside of the archive" in losses(found)
    followed = read_project(path, follow=given)
    assert only_text(followed).text == "words"
    assert only_text(followed).plain_path == written


@pytest.mark.parametrize(
    "written", ["internal://../../secret.txt", "relative:///../../secret.txt", "absolute:///../secret.txt"]
)
def test_paths_do_not_climb(written: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inner = TEXT.replace(f"internal://{G(2)}.txt", written)
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    found = read_project(archive(deep / "a.qdpx", document(inner)), follow=deep)
    assert only_text(found).text is None


def test_links_in_a_followed_folder_do_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    given = tmp_path / "given"
    given.mkdir()
    (given / "talk.txt").symlink_to(tmp_path / "secret.txt")
    inner = TEXT.replace(f"internal://{G(2)}.txt", "relative:///talk.txt")
    found = read_project(archive(tmp_path / "a.qdpx", document(inner)), follow=given)
    assert only_text(found).text is None


def test_a_bare_project_finds_the_folder_beside_it(tmp_path: Path) -> None:
    (tmp_path / "Sources").mkdir()
    (tmp_path / "Sources" / f"{G(2)}.txt").write_text("words")
    found = read(tmp_path, document(TEXT))
    assert only_text(found).text == "words"
    with found.archive.open(f"internal://{G(2)}.txt") as stream:
        assert stream.read() == b"words"


def test_plain_text_that_is_missing_is_made_from_the_word_file(tmp_path: Path) -> None:
    inner = TEXT.replace("plainTextPath", f'richTextPath="internal://{G(3)}.docx" plainTextPath')
    rich = word(tmp_path / "rich.docx", p(r("We walked.")) + p(r("Then we slept."))).read_bytes()
    found = read_project(archive(tmp_path / "a.qdpx", document(inner), {f"sources/{G(3)}.docx": rich}))
    assert only_text(found).text == "We walked.\nThen we slept."
    assert f"There is no plain text; it was made from 'internal://{G(3)}.docx'." in repairs(found)
    assert "There is no file" in losses(found)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Größe".encode("utf-16"), "\ufeffGröße"),
        (
            "Wir sprachen über die Größe der Häuser in Köln.".encode("cp1252"),
            "Wir sprachen über die Größe der Häuser in Köln.",
        ),
        ("\ufeffa\r\nb\n".encode(), "\ufeffa\r\nb\n"),
    ],
)
def test_texts_in_other_encodings(data: bytes, words: str, tmp_path: Path) -> None:
    found = read_project(archive(tmp_path / "a.qdpx", document(TEXT), {f"sources/{G(2)}.txt": data}))
    assert only_text(found).text == words
    assert ("was read as" in repairs(found)) is not data.startswith(b"\xef")


def test_one_file_for_several_texts_is_read_once(tmp_path: Path) -> None:
    inner = "".join(f'<TextSource guid="{G(at)}" name="Same" plainTextPath="internal://x.txt"/>' for at in (1, 3))
    found = read_project(archive(tmp_path / "a.qdpx", document(f"<Sources>{inner}</Sources>"), {"sources/x.txt": b"w"}))
    first, second = found.project.sources
    assert isinstance(first, TextElement)
    assert isinstance(second, TextElement)
    assert first.text is second.text
    assert (first.name, second.name) == ("Same", "Same")


def coded(code: str, user: str = G(8), *, guid: str = G(4), selection: str = G(5)) -> str:
    return (
        f'<PlainTextSelection guid="{selection}" startPosition="0" endPosition="2" name="ab">'
        f'<Coding guid="{guid}" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
    )


def source(*inner: str) -> str:
    words = "<PlainTextContent>abcd</PlainTextContent>"
    return f'<Sources><TextSource guid="{G(1)}">{words}{"".join(inner)}</TextSource></Sources>'


def test_codings_to_what_is_not_listed(tmp_path: Path) -> None:
    found = read(tmp_path, document(source(coded(G(7)))))
    assert [one.name for one in found.project.users] == [f"Unknown user {G(8)[:8]}"]
    assert [one.name for one in found.project.codes] == [f"Unknown code {G(7)[:8]}"]
    assert f"user {G(8)}: The file names this user as having made something" in repairs(found)
    assert f"code {G(7)}: It is not in the codebook" in repairs(found)
    assert only_text(found).selections[0].codings[0].code == G(7)


def test_codings_to_a_case(tmp_path: Path) -> None:
    found = read(tmp_path, document(f'<Cases><Case guid="{G(7)}" name="Anna"/></Cases>{source(coded(G(7)))}'))
    assert [one.name for one in found.project.codes] == ["Anna"]
    assert "It is the GUID of a case" in repairs(found)


def test_the_same_guid_on_things_of_two_kinds_is_kept(tmp_path: Path) -> None:
    book = f'<CodeBook><Codes><Code guid="{G(7)}" name="c" isCodable="true"/></Codes></CodeBook>'
    found = read(tmp_path, document(f'{book}<Cases><Case guid="{G(7)}" name="c"/></Cases>'))
    assert found.project.codes[0].guid == found.project.cases[0].guid == G(7)
    assert "A Code has the same GUID" in repairs(found)


def test_the_same_guid_twice_of_one_kind_is_told_apart_the_same_way_each_time(tmp_path: Path) -> None:
    inner = source(coded(G(7)), coded(G(7), guid=G(6)))
    first, second = read(tmp_path, document(inner)), read(tmp_path, document("<!-- later -->" + inner))
    guids = [one.guid for one in only_text(first).selections]
    assert guids[0] == G(5)
    assert len(set(guids)) == 2
    assert [one.guid for one in only_text(second).selections] == guids
    assert "Another PlainTextSelection has the GUID" in repairs(first)


def test_guids_in_other_shapes(tmp_path: Path) -> None:
    braced, bare = "{" + G(7).upper() + "}", G(8).replace("-", "")
    book = f'<CodeBook><Codes><Code guid="{braced}" name="c" isCodable="true"/></Codes></CodeBook>'
    inner = source(coded(G(7), bare), coded("code one", guid="c1", selection=""))
    found = read(tmp_path, document(f'<Users><User guid="{G(8)}" name="A"/></Users>{book}{inner}'))
    assert found.project.codes[0].guid == G(7)
    assert only_text(found).selections[0].codings[0].creating_user == G(8)
    assert len(found.project.users) == 1
    assert "'c1' is no GUID; one was made from it." in repairs(found)
    assert "It has no GUID; one was made from what it is." in repairs(found)


def test_unescaped_and_other_broken_characters(tmp_path: Path) -> None:
    broken = (
        b"\n \xef\xbb\xbf"[:2]
        + b'<?xml version="1.0" encoding="utf-16"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="A & B &amp; C">\n'
        + b"<Description>x&nbsp;y &unknown; &#1; \x0b caf\xe9 AT&T</Description></Project>"
    )
    found = read(tmp_path, broken)
    assert found.project.name == "A & B & C"
    assert found.project.description == "x\xa0y &unknown; � � café AT&T"
    for said in ("A bare & was read as &amp;.", "&nbsp; was read as in HTML.", "read as Windows-1252", "line 2"):
        assert said in repairs(found)


@pytest.mark.parametrize("encoding", ["nobody-has-this", "utf-32", "euc-jp", "windows-1252"])
def test_encodings_that_are_named_wrongly(encoding: str, tmp_path: Path) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    found = read(tmp_path, f'{head}<Project xmlns="{SPACE}" name="p"><Description>walk</Description></Project>')
    assert found.project.description == "walk"


def test_broken_characters_where_pieces_meet(tmp_path: Path) -> None:
    words = "".join(f"é {at} & " for at in range(40_000))
    found = read(tmp_path, f'<Project xmlns="{SPACE}" name="p"><Description>{words}</Description></Project>')
    assert found.project.description == words
    assert found.repairs[-1].count == 39_980


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("#A1b2C3", "#A1b2C3"),
        ("a1b2c3", "#a1b2c3"),
        ("#FFA1B2C3", "#a1b2c3"),
        ("rgb(161, 178, 195)", "#a1b2c3"),
        ("161,178,195", "#a1b2c3"),
        ("Red", "#ff0000"),
        ("255", "#ff0000"),
        ("blurred", ""),
    ],
)
def test_colours(written: str, colour: str, tmp_path: Path) -> None:
    book = f'<CodeBook><Codes><Code guid="{G(7)}" name="c" isCodable="yes" color="{written}"/></Codes></CodeBook>'
    found = read(tmp_path, document(book))
    assert found.project.codes[0].colour == colour
    assert bool(found.repairs) is (colour not in {written, ""})
    assert bool(found.losses) is (colour == "")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2019-03-18T01:02:03Z", "2019-03-18T01:02:03Z"),
        ("2019-03-18 01:02:03", "2019-03-18T01:02:03"),
        ("2019/3/8", "2019-03-08T00:00:00"),
        ("2019-03-18T01:02:03+0530", "2019-03-18T01:02:03+05:30"),
        ("2019-02-30T01:02:03Z", ""),
        ("yesterday", ""),
    ],
)
def test_times(written: str, moment: str, tmp_path: Path) -> None:
    found = read(tmp_path, document(attributes=f'xmlns="{SPACE}" name="p" creationDateTime="{written}"'))
    assert found.project.created == moment


@pytest.mark.parametrize(
    ("element", "written", "type", "value"),
    [
        ("BooleanValue", "True", "Boolean", "true"),
        ("IntegerValue", "12.0", "Integer", "12"),
        ("IntegerValue", "many", "Text", "many"),
        ("FloatValue", "3,5", "Float", "3.5"),
        ("FloatValue", "1e3", "Float", "1000"),
        ("FloatValue", "", None, ""),
        ("DateValue", "2019-03-18T00:00:00", "Date", "2019-03-18"),
        ("TextValue", "", "Text", ""),
    ],
)
def test_values(element: str, written: str, type: str | None, value: str, tmp_path: Path) -> None:
    inner = f'<VariableValue><VariableRef targetGUID="{G(9)}"/><{element}>{written}</{element}></VariableValue>'
    found = read(tmp_path, document(f'<Cases><Case guid="{G(7)}">{inner}</Case></Cases>'))
    held = found.project.cases[0].values[0]
    assert (held.type, held.value) == (type, value)
    assert found.project.variables[0].guid == G(9)


def test_children_in_another_order_and_elements_in_other_letters(tmp_path: Path) -> None:
    text = source(f'<NOTEREF targetGUID="{G(9)}"/>', "<Description>s</Description>")
    book = f'<Codebook><Codes><Code isCodable="true" name="c" guid="{G(7)}"/></Codes></Codebook>'
    users = f'<Users><User name="A" guid="{G(8)}"/></Users>'
    found = read(tmp_path, document(f"<Description>d</Description>{text}{book}{users}"))
    assert found.project.codes[0].name == "c"
    assert only_text(found).description == "s"
    assert only_text(found).notes == (G(9),)
    assert "'Codebook' was read as 'CodeBook'." in repairs(found)
    assert f"It refers to a note {G(9)} that is not there." in losses(found)


def test_numbers_that_are_missing_or_not_whole(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        document(
            source(
                f'<PlainTextSelection guid="{G(2)}" startPosition="1.5" endPosition=" 3 "/>',
                f'<PlainTextSelection guid="{G(3)}" name="bc"/>',
            )
        ),
    )
    first, second = only_text(found).selections
    assert (first.start, first.end) == (2, 3)
    assert (second.start, second.end, second.name) == (UNKNOWN, UNKNOWN, "bc")
    assert "startPosition='1.5' was read as 2." in repairs(found)
    assert "startPosition is missing; it was set to -1." in repairs(found)


def test_words_and_a_path_at_once(tmp_path: Path) -> None:
    words = "<PlainTextContent>a</PlainTextContent>"
    inner = f'<TextSource guid="{G(1)}" plainTextPath="internal://x.txt">{words}</TextSource>'
    found = read(tmp_path, document(f"<Sources>{inner}</Sources>"))
    assert (only_text(found).text, only_text(found).inline, only_text(found).plain_path) == ("a", True, "")
    assert "It has its words and the path" in repairs(found)


def test_a_file_that_calls_itself_otherwise(tmp_path: Path) -> None:
    inside = archive(tmp_path / "a.qde", document("<Description>d</Description>"))
    assert read_project(inside).project.description == "d"
    assert read(tmp_path, document("<Description>e</Description>"), "b.qdpx").project.description == "e"


def test_media_that_are_not_there_are_told(tmp_path: Path) -> None:
    inner = f'<Sources><VideoSource guid="{G(1)}" path="internal://{G(2)}.mp4"/></Sources>'
    found = read_project(archive(tmp_path / "a.qdpx", document(inner)))
    assert isinstance(found.project.sources[0], MediaElement)
    assert "There is no file" in losses(found)


def test_what_happens_often_is_counted(tmp_path: Path) -> None:
    codes = "".join(f'<Code guid="{at:08x}-0000-4000-8000-000000000000" name="c"/>' for at in range(500))
    found = read(tmp_path, document(f"<CodeBook><Codes>{codes}</Codes></CodeBook>"))
    assert len(found.project.codes) == 500
    assert len(found.repairs) == 21
    assert sum(one.count for one in found.repairs) == 500
    assert found.repairs[-1].what == "480 more, repaired likewise."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty."),
        (b"plain words", "The content is not what the ending '.qde' says."),
        (b"<html><p>hello</p></html>", "XML with the root 'html'"),
        (b"<Project name='p'><Users>", "not well-formed XML (no element found)"),
        (b"<Project name='p'></Users></Project>", "line 1, column 21: It is not well-formed XML (mismatched tag)"),
    ],
)
def test_what_is_no_project_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, content)
    assert says in caught.value.message
    assert "\n" not in caught.value.message


def test_an_archive_without_a_project_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.qdpx", "", name="word/document.xml")
    with pytest.raises(UnreadableError, match="without a REFI-QDA project"):
        read_project(path)
