"""A damaged study: nothing that can be read is lost, nothing is invented, and what is saved verifies."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.journal.changes import Corrected
from crosscase.journal.entry import decode
from crosscase.model import Code, Coding, Settings, Source
from crosscase.store.carving import chosen
from crosscase.store.dump import dump_digest
from crosscase.store.findings import open_conflicts
from crosscase.store.merge import merge
from crosscase.store.pages import Pages
from crosscase.store.rescue import NothingToRescueError, Rescued, rescue
from crosscase.store.store import Store
from crosscase.store.verify import examine
from tests.kernel.bench_of_copies import Copy, begun, code_span
from tests.kernel.one_of_each import one_of_each

PAGE = 4096


@pytest.fixture(scope="module", autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCASE_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed study with a row of every kind and some hundred entries."""
    from crosscase.model import Span

    folder = tmp_path_factory.mktemp("whole")
    copy = one_of_each(folder / "whole.crosscase", folder)
    source = copy.store.rows(Source, name="letter")[0].id
    for n in range(120):
        with copy.act("coding.apply") as act:
            code = act.rows(Code)[0].id if n % 10 else act.add(Code(name=f"code {n}", definition="as " * n)).id
            code_span(act, code, source, Span(10 * n, 10 * n + 7))
    copy.store.close()
    return folder / "whole.crosscase"


def saved(path: Path, out: Path, *, tables: bool = True) -> tuple[Rescued, Store]:
    """What a rescue gives; it has to verify."""
    out.unlink(missing_ok=True)
    done = rescue(path, out, tables=tables)
    store = Store.at_path(out)
    assert examine(store).faults == ()
    return done, store


def quotes(store: Store) -> dict[str, str]:
    """The words of codings that lie on words."""
    return {one.id: store.text(one.source)[one.start : one.end] for one in store.rows(Coding) if one.place == "text"}


def digest_of(path: Path, tmp_path: Path) -> str:
    store = Store.at_path(Path(shutil.copy(path, tmp_path / "looked-at.crosscase")))
    try:
        return dump_digest(store)
    finally:
        store.close()


def where_entries_lie(path: Path) -> dict[str, set[int]]:
    """The pages on which each entry lies, by digest."""
    pages = Pages(path)
    found: dict[str, set[int]] = {}
    before: set[int] = set()
    for record in pages.rows():
        if len(record.values) == 14 and isinstance(record.values[-1], bytes):
            found[record.values[2]] = {record.page, *(pages.overflow - before)}
        before = set(pages.overflow)
    return found


def test_a_study_that_is_whole_is_saved_whole(whole: Path, tmp_path: Path) -> None:
    done, store = saved(whole, tmp_path / "out.crosscase")
    assert done.whole
    assert done.saved.entry == ""
    assert dump_digest(store) == digest_of(whole, tmp_path)
    store.close()


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_damaged_pages(whole: Path, tmp_path: Path, seed: int) -> None:
    """Nothing crashes, what is saved verifies, and whatever lay in pages that are whole is there."""
    chance = random.Random(seed)
    data = bytearray(whole.read_bytes())
    lying = where_entries_lie(whole)
    hurt: set[int] = set()
    for number in chance.sample(range(1, len(data) // PAGE + 1), (1, 2, 4, 10, 30, 120)[seed]):
        at = (number - 1) * PAGE
        match chance.randrange(3):
            case 0:
                data[at : at + PAGE] = bytes(PAGE)
            case 1:
                data[at : at + PAGE] = chance.randbytes(PAGE)
            case _:
                for _ in range(3):
                    data[at + chance.randrange(PAGE)] ^= chance.randrange(1, 256)
        hurt.add(number)
    path = tmp_path / "damaged.crosscase"
    path.write_bytes(data)
    done, store = saved(path, tmp_path / "out.crosscase")
    original = Store.at_path(Path(shutil.copy(whole, tmp_path / "original.crosscase")))
    unhurt = {name for name, pages in lying.items() if not pages & hurt}
    carved = chosen_of(original, unhurt)
    assert carved <= {header.digest for header in store.headers()}
    readable = done.kept + sum(line.readable for line in done.entries)
    assert len(unhurt) <= readable <= len(lying)
    if done.whole:
        assert dump_digest(store) == dump_digest(original)
    before, after = quotes(original), quotes(store)
    wrong = {
        coding: text
        for coding, text in after.items()
        if coding in before and text != before[coding] and not set("█�") & set(text)
    }
    assert not {c: (before[c], t) for c, t in wrong.items()}
    assert set(after) <= set(before)
    original.close()
    store.close()


def test_a_coding_whose_place_is_lost_lies_on_all_of_its_source(whole: Path, tmp_path: Path) -> None:
    """Where the text as it was brought is lost, and the table's row with it, nobody can say which words were coded."""
    original = Store.at_path(Path(shutil.copy(whole, tmp_path / "original.crosscase")))
    before = quotes(original)
    brought = {
        name
        for name, body in original.stored()
        if any(isinstance(each, Corrected) and each.base for each in decode(body).changes)
    }
    codings = {one.id for one in original.rows(Coding)}
    lying = where_entries_lie(whole)
    hurt = {page for digest in brought for page in lying.get(digest, ())}
    hurt |= {record.page for record in Pages(whole).rows() if codings & {str(each) for each in record.values}}
    original.close()
    data = bytearray(whole.read_bytes())
    for number in hurt:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path = tmp_path / "damaged.crosscase"
    path.write_bytes(data)
    done, store = saved(path, tmp_path / "out.crosscase")
    wholly = [one for one in store.rows(Coding) if one.place == "whole"]
    assert wholly
    assert done.saved.unplaced["coding"] >= len(wholly)
    assert all(one.start == one.end == 0 for one in wholly)
    assert {c: t for c, t in quotes(store).items() if t != before.get(c) and not set("█�") & set(t)} == {}
    store.close()


def chosen_of(store: Store, names: set[str]) -> set[str]:
    """Of these entries those whose past is among them."""
    from crosscase.store.carving import Sound

    return set(chosen(Sound(0, name, body, decode(body)) for name, body in store.stored() if name in names))


def test_one_lost_entry_loses_nothing_that_the_tables_have(whole: Path, tmp_path: Path) -> None:
    """Entries behind a gap cannot stand in their chain; what they did is there all the same."""
    store = Store.at_path(Path(shutil.copy(whole, tmp_path / "gap.crosscase")))
    lines = store.log()
    lost = lines[60]
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE id = ?", (lost.id,))
    before = quotes(store)
    store.close()
    done, after = saved(tmp_path / "gap.crosscase", tmp_path / "out.crosscase")
    assert done.kept == 60
    assert [line.seq for line in done.entries if not line.readable] == [lost.seq]
    assert sum(line.readable for line in done.entries) == len(lines) - 61
    assert quotes(after) == before
    assert done.saved.from_tables in ({"coding": 1, "code": 1}, {"coding": 1})
    assert done.saved.left_out == {}
    after.close()


def test_the_very_first_entry_may_be_lost(whole: Path, tmp_path: Path) -> None:
    store = Store.at_path(Path(shutil.copy(whole, tmp_path / "gap.crosscase")))
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE seq = 1")
    before, settings = quotes(store), store.settings()
    store.close()
    done, after = saved(tmp_path / "gap.crosscase", tmp_path / "out.crosscase")
    assert done.kept == 0
    assert quotes(after) == before
    assert after.settings() == settings
    assert after.state.study == settings.id
    after.close()


def test_words_that_are_lost_are_taken_from_the_tables_and_the_loss_is_noted(whole: Path, tmp_path: Path) -> None:
    store = Store.at_path(Path(shutil.copy(whole, tmp_path / "words.crosscase")))
    source = store.rows(Source, name="letter")[0]
    text = store.text(source.id)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM cell WHERE words = ?", (text,))
        connection.exec_driver_sql("DELETE FROM cell WHERE words = 'Try'")
    before = quotes(store)
    store.close()
    done, after = saved(tmp_path / "words.crosscase", tmp_path / "out.crosscase")
    assert (done.older, done.words) == (2, ())
    assert after.text(source.id) == text
    assert quotes(after) == before
    assert after.settings().title == "Try"
    assert any("lost to damage before this study was rescued" in note for note in examine(after).notes)
    after.close()


def test_words_that_are_nowhere_are_told(whole: Path, tmp_path: Path) -> None:
    store = Store.at_path(Path(shutil.copy(whole, tmp_path / "words.crosscase")))
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM cell WHERE words = 'code 50'")
        connection.exec_driver_sql("UPDATE code SET name = '' WHERE name = 'code 50'")
    store.close()
    done, after = saved(tmp_path / "words.crosscase", tmp_path / "out.crosscase")
    assert [(kind, count) for kind, _, count in done.words] == [("code", 1)]
    assert len(after.rows(Coding)) == 124
    after.close()


def test_a_wrong_bit_in_an_entry_or_in_words_is_put_right(whole: Path, tmp_path: Path) -> None:
    store = Store.at_path(Path(shutil.copy(whole, tmp_path / "bit.crosscase")))
    with store.writing() as connection:
        body = connection.exec_driver_sql("SELECT body FROM entry WHERE seq = 40").scalar_one()
        broken = body[:30] + bytes([body[30] ^ 4]) + body[31:]
        connection.exec_driver_sql("UPDATE entry SET body = ? WHERE seq = 40", (broken,))
        connection.exec_driver_sql("UPDATE cell SET words = 'bode 50' WHERE words = 'code 50'")
    store.close()
    done, after = saved(tmp_path / "bit.crosscase", tmp_path / "out.crosscase")
    assert (done.mended, done.whole) == (2, True)
    assert dump_digest(after) == digest_of(whole, tmp_path)
    after.close()


@pytest.mark.parametrize("share", [0.9, 0.5, 0.1])
def test_a_file_cut_short(whole: Path, tmp_path: Path, share: float) -> None:
    data = whole.read_bytes()
    path = tmp_path / "cut.crosscase"
    path.write_bytes(data[: int(len(data) * share)])
    done, store = saved(path, tmp_path / "out.crosscase")
    assert not done.whole
    store.close()


def test_a_file_without_its_first_page(whole: Path, tmp_path: Path) -> None:
    data = bytearray(whole.read_bytes())
    data[:PAGE] = bytes(PAGE)
    path = tmp_path / "beheaded.crosscase"
    path.write_bytes(data)
    done, store = saved(path, tmp_path / "out.crosscase")
    assert done.whole
    assert dump_digest(store) == digest_of(whole, tmp_path)
    store.close()


def test_what_is_only_in_the_log_is_read_and_a_lost_log_loses_only_that(tmp_path: Path) -> None:
    copy, _ = begun(tmp_path / "live.crosscase")
    with copy.store.database.writing() as connection:
        connection.exec_driver_sql("SELECT 1")
    with copy.store.database.reading():
        pass
    taken = tmp_path / "taken.crosscase"
    for beside in ("", "-wal"):
        shutil.copy(f"{tmp_path / 'live.crosscase'}{beside}", f"{taken}{beside}")
    done, store = saved(taken, tmp_path / "out.crosscase")
    assert done.whole
    assert dump_digest(store) == dump_digest(copy.store)
    store.close()
    copy.store.close()


def test_an_encrypted_study(whole: Path, tmp_path: Path) -> None:
    plain = Store.at_path(Path(shutil.copy(whole, tmp_path / "plain.crosscase")))
    path = tmp_path / "secret.crosscase"
    secret = Store.create(path, passphrase="four wooden boats")
    merge(secret, plain)
    secret.close()
    was = dump_digest(plain)
    plain.close()
    data = bytearray(path.read_bytes())
    chance = random.Random(3)
    for number in chance.sample(range(2, len(data) // PAGE), 3):
        data[number * PAGE + 100] ^= 1
    path.write_bytes(data)
    with pytest.raises(CrosscaseError, match="passphrase is wrong"):
        rescue(path, tmp_path / "out.crosscase", "four wooden goats")
    done = rescue(path, tmp_path / "out.crosscase", "four wooden boats")
    assert not (tmp_path / "out.crosscase").read_bytes().startswith(b"SQLite")
    store = Store.at_path(tmp_path / "out.crosscase", passphrase="four wooden boats")
    assert examine(store).faults == ()
    assert not done.whole or dump_digest(store) == was
    store.close()


def test_erased_words_do_not_come_back(tmp_path: Path) -> None:
    """Words that an entry erased are not taken over, even where a damaged file still has them."""
    from crosscase.journal.changes import Erased

    copy, _ = begun(tmp_path / "erased.crosscase")
    with copy.store.reading() as connection:
        record = connection.exec_driver_sql("SELECT * FROM cell WHERE words = 'trust'").one()
    with copy.act("participant.erase") as act:
        act.erase(Erased("code", "", {record.digest: ""}))
    with copy.store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO cell VALUES (?, ?, ?, ?, ?)", tuple(record))
    copy.store.close()
    _, store = saved(tmp_path / "erased.crosscase", tmp_path / "out.crosscase")
    store.close()
    assert b"trust" not in (tmp_path / "out.crosscase").read_bytes()


def test_a_colleagues_copy_brings_back_what_was_lost(tmp_path: Path) -> None:
    copy, source = begun(tmp_path / "mine.crosscase")
    from crosscase.model import Span

    for n in range(12):
        with copy.act("coding.apply") as act:
            code_span(act, act.add(Code(name=f"code {n}")).id, source, Span(n, n + 5))
    colleague = Copy(Store.create(tmp_path / "theirs.crosscase"), copy.member)
    merge(colleague.store, copy.store)
    with colleague.act("code.add") as act:
        act.add(Code(name="theirs"))
    with copy.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE seq = 6")
        connection.exec_driver_sql("DELETE FROM cell WHERE words = 'code 1'")
    copy.store.close()
    for tables in (False, True):
        done, store = saved(tmp_path / "mine.crosscase", tmp_path / "out.crosscase", tables=tables)
        assert done.kept == 5
        merge(store, colleague.store)
        assert examine(store).faults == ()
        assert {code.name for code in store.rows(Code)} == {"trust", "theirs", *(f"code {n}" for n in range(12))}
        assert len(store.rows(Coding)) == 12
        back = Store.create(tmp_path / f"back-{tables}.crosscase")
        merge(back, colleague.store)
        merge(back, store)
        assert examine(back).faults == ()
        assert dump_digest(back) == dump_digest(store)
        back.close()
        store.close()
    colleague.store.close()


def test_what_was_written_later_stands_when_a_colleagues_copy_brings_what_was_before(tmp_path: Path) -> None:
    """The rescue wrote the row again: the entry that comes back late is older, though it says how the row began."""
    copy, _ = begun(tmp_path / "mine.crosscase")
    with copy.act("code.add") as act:
        code = act.add(Code(name="before", definition="as it began")).id
    colleague = Copy(Store.create(tmp_path / "theirs.crosscase"), copy.member)
    merge(colleague.store, copy.store)
    with copy.act("code.rename") as act:
        act.change(Code, code, name="after")
    added, renamed = copy.store.log()[-2:]
    with copy.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE id IN (?, ?)", (added.id, renamed.id))
    copy.store.close()
    done, store = saved(tmp_path / "mine.crosscase", tmp_path / "out.crosscase")
    assert done.saved.from_tables == {"code": 1}
    assert [one.name for one in store.rows(Code, id=code)] == ["after"]
    merge(store, colleague.store)
    with colleague.act("code.define") as act:
        act.change(Code, code, definition="as they see it", colour="#205080")
    merge(store, colleague.store)
    assert examine(store).faults == ()
    assert [one.name for one in store.rows(Code, id=code)] == ["after"]
    assert {one.field for one in open_conflicts(store)} == {"name", "definition", "colour"}
    merge(colleague.store, store)
    assert dump_digest(colleague.store) == dump_digest(store)
    store.close()
    colleague.store.close()


def test_what_is_no_study_is_refused_and_no_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "letter.crosscase"
    path.write_text("Dear all, " * 3_000, "utf-8")
    with pytest.raises(CrosscaseError):
        rescue(path, tmp_path / "out.crosscase", "some passphrase")
    path.write_bytes(b"SQLite format 3\x00" + bytes(9_000))
    with pytest.raises(NothingToRescueError, match="no entry, no words, no rows"):
        rescue(path, tmp_path / "out.crosscase")
    assert not (tmp_path / "out.crosscase").exists()


def test_a_file_that_is_there_is_left_alone(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.crosscase"
    out.write_text("mine")
    with pytest.raises(CrosscaseError, match="left alone"):
        rescue(whole, out)
    assert out.read_text() == "mine"


def test_the_state_of_a_rescued_study_is_its_own(whole: Path, tmp_path: Path) -> None:
    """It goes on in a chain of its own, and is a copy of the same study."""
    _, store = saved(whole, tmp_path / "out.crosscase")
    assert store.rows(Settings)[0].id == store.state.study
    copy = Copy(store, store.log()[0].by)
    with copy.act("code.add") as act:
        act.add(Code(name="after"))
    assert examine(store).faults == ()
    store.close()
