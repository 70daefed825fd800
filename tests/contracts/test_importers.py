"""What every importer must do.

Each file in `tests/data/importers/<format>/` that has a `.json` of the same name beside it is read and compared with
it: documents with the words of every turn, speakers, records of tables, and what was decided, lost and
refused. Whatever is read must hold together, and whatever is broken must be refused with a reason.

A new fixture: put the file there, run with `CROSSCASE_WRITE_EXPECTED=1`, and read what was written before it is
committed.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.importers import IMPORTERS, akoma, captions, read_file, read_path, text
from crosscase.importers.options import DEFAULT
from crosscase.model.bundle import Bundle, Document

DATA = Path(__file__).resolve().parent.parent / "data" / "importers"
WRITE = os.environ.get("CROSSCASE_WRITE_EXPECTED") == "1"
FIXTURES = sorted(file for file in DATA.glob("*/*") if file.suffix != ".json")
SUFFIXES = sorted({suffix for importer in IMPORTERS for suffix in importer.SUFFIXES})


def shown(bundle: Bundle) -> dict[str, Any]:
    """A bundle as it stands in the expected files: without what is empty, turns with their words."""
    plain: dict[str, Any] = msgspec.to_builtins(bundle, enc_hook=lambda path: path.name)
    for document in plain["documents"]:
        del document["original"]
        for turn in document["turns"]:
            turn["words"] = document["text"][turn["start"] : turn["end"]]
    full: dict[str, Any] = without_empty(plain)
    return full


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item or (item == 0 and item is not False)}
    if isinstance(value, list | tuple):
        return [without_empty(item) for item in value]
    return value


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_reads_as_expected(file: Path) -> None:
    found = shown(read_path(file))
    beside = file.with_name(file.name + ".json")
    if WRITE:
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    assert found == msgspec.json.decode(beside.read_bytes())


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_is_read_holds_together(file: Path) -> None:
    bundle = read_path(file)
    for document in bundle.documents:
        assert document.original == file
        assert_holds_together(document)


def assert_holds_together(document: Document) -> None:
    """Turns lie in the text, in order and apart; labels exist; what is outside turns is not said by anybody."""
    labels = {speaker.label for speaker in document.speakers}
    assert len(labels) == len(document.speakers)
    last = 0
    for turn in document.turns:
        assert last <= turn.start < turn.end <= len(document.text)
        words = document.text[turn.start : turn.end]
        assert words == words.strip()
        assert turn.speaker in labels or not turn.speaker
        assert not turn.speaker or turn.nature == "speech"
        assert turn.from_ms is None or turn.to_ms is None or turn.from_ms <= turn.to_ms
        assert_no_words(document.text[last : turn.start], labels)
        last = turn.end
    assert_no_words(document.text[last:], labels)
    assert "\r" not in document.text


def assert_no_words(between: str, labels: set[str]) -> None:
    """Between turns stand only labels, times and marks."""
    for label in sorted(labels, key=len, reverse=True):
        between = between.replace(label, "")
    assert not any(character.isalpha() for character in between.replace("<v", "").replace("</v>", "")), between


def test_every_importer_has_a_fixture() -> None:
    covered = {file.suffix.lower() for file in FIXTURES}
    assert [importer for importer in IMPORTERS if not covered & set(importer.SUFFIXES)] == []


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: f"{file.parent.name}/{file.name}")
@pytest.mark.parametrize("part", [1, 3, 9])
def test_a_file_cut_short_is_read_or_refused(file: Path, part: int, tmp_path: Path) -> None:
    cut = tmp_path / file.name
    data = file.read_bytes()
    cut.write_bytes(data[: len(data) * part // 10])
    assert_read_or_refused(cut)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_garbage_is_refused(suffix: str, tmp_path: Path) -> None:
    for name, data in (
        ("empty", b""),
        ("zeros", bytes(3000)),
        ("elf", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9),
        ("blank", b" \n\t \n"),
    ):
        file = tmp_path / f"{name}{suffix}"
        file.write_bytes(data)
        bundle = read_path(file)
        assert not bundle.documents
        assert [refusal.file for refusal in bundle.refusals] == [file.name]
        assert bundle.refusals[0].reason
        assert "\n" not in str(bundle.refusals[0])


def assert_read_or_refused(file: Path) -> None:
    """The importer itself raises nothing but its own errors: `read_path` would hide that."""
    try:
        bundle = read_file(file, options=DEFAULT)
    except CrosscaseError as error:
        assert error.message  # noqa: PT017 - either outcome is right
    else:
        for document in bundle.documents:
            assert_holds_together(document)


PIECES = st.sampled_from([
    b"WEBVTT\n\n", b"1\n", b"00:00:01.000 --> 00:00:02.000\n", b"0:00:01.0,0:00:02.0\n", b"<v Ann>", b"</v>", b"\n",
    b"\n\n", b"\r\n", b"ANN: ", b"BOB: yes we did\n", b"**Ann:** ", b"> ", b"# ", b"[", b"]", b"(", b")",
    b"#00:00:01-2#", b"\\[04:05\\]",
    b"Ann  0:03\n", b"a,b\n", b"case,role\n", b'"', b";", b"\t", b"<akomaNtoso>", b"<speech by='#x'><p>",
    b"</p></speech>", b"</akomaNtoso>", "\u202e\u200d\U0001f600e\u0301".encode(), b"\xff", b"\x00", b"\xef\xbb\xbf",
    "\u2028\x85\u3000".encode(),
])  # fmt: skip


ANY_BYTES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(b"".join))
QUICK = {suffix for importer in (text, captions, akoma) for suffix in importer.SUFFIXES} | {".csv", ".tsv"}


@given(data=ANY_BYTES)
@pytest.mark.parametrize("suffix", sorted(QUICK))
def test_no_bytes_bring_another_error(suffix: str, data: bytes) -> None:
    assert_bytes_are_read_or_refused(suffix, data)


@given(data=ANY_BYTES)
@settings(max_examples=10)
@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in QUICK])
def test_no_bytes_bring_another_error_where_a_program_is_started(suffix: str, data: bytes) -> None:
    assert_bytes_are_read_or_refused(suffix, data)


def assert_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"file{suffix}")
        file.write_bytes(data)
        assert_read_or_refused(file)
