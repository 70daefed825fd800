"""The journal's pure parts: canonical form, chains and forks, who had seen what, prose, upgrades."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.journal import upgrades
from crosscase.journal.canon import canonical, digest
from crosscase.journal.chain import Header, Seen, faults
from crosscase.journal.changes import Added, Changed, Column, Corrected, Erased, Piece, Stretch, column, removed
from crosscase.journal.clock import milliseconds, tick
from crosscase.journal.entry import DamagedEntryError, Entry, decode, encode, unpack
from crosscase.journal.fold import closes_circle
from crosscase.journal.prose import merge, paragraphs
from crosscase.journal.standing import Line, Standing, next_redo, next_undo
from crosscase.journal.vault import cell_digest, cells_of, seal, unseal

ENTRIES = Path("tests/data/entries")

A = "a" * 32


def test_canonical_form_is_sorted_and_without_space() -> None:
    assert canonical({"b": [1, None, True], "a": "é"}) == '{"a":"é","b":[1,null,true]}'.encode()
    assert digest(b"") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"  # RFC 7693, BLAKE2b-256


def an_entry(**other: Any) -> Entry:
    changes = (
        Added("code", {"name": Column(all="trust"), "position": Column(all=1)}, first=1, count=1),
        Changed("code", "name", (A,), Column(all="trust"), Column(all="faith")),
        Corrected(A, first=0, pieces=(Piece("3", 2, (Stretch("", 4, 1),)),), words="rs", hidden=(Stretch("", 4, 1),)),
        removed("code", [A]),
    )
    given = {"id": A, "chain": "c" * 32, "number": 1, "clock": 1 << 20, "wall": 16, "by": "b" * 32, "verb": "try"}
    return Entry(**{**given, "changes": changes, **other})


def test_an_entry_comes_back_whole_and_its_digest_is_over_the_canonical_form() -> None:
    entry = an_entry(because="why", heads=("1", "2"), undoes="e" * 32)
    name, stored = encode(entry)
    assert decode(stored) == entry
    assert unpack(stored, "") == canonical(entry)
    assert digest(unpack(stored, "")) == name
    assert encode(decode(stored))[0] == name


@pytest.mark.parametrize("count", [0, 1, 3])
def test_words_that_look_like_the_journal_itself_do_not_break_it(count: int) -> None:
    entry = an_entry(verb='"changes":[0]', because='\\"changes":[0]', changes=an_entry().changes[:count])
    name, stored = encode(entry)
    assert unpack(stored, "") == canonical(entry)
    assert decode(stored) == entry
    assert digest(canonical(entry)) == name


def test_words_are_in_the_vault_and_not_in_the_entry() -> None:
    sealed, cells = seal(an_entry().changes, A)
    stored = canonical(sealed)
    assert {cell.words for cell in cells} == {"trust", "faith", "rs"}
    assert not any(word in stored for word in (b"trust", b"faith", b'"rs"'))
    assert all(cell_digest(cell.salt, cell.words) == cell.digest for cell in cells)
    assert cells_of(sealed) == [cell.digest for cell in cells]
    assert unseal(sealed, {cell.digest: cell.words for cell in cells}) == an_entry().changes
    erased = unseal(sealed, {})
    assert isinstance(erased[2], Corrected)
    assert erased[2].words == "██"  # one for one, so spans stay


def test_the_same_words_twice_have_different_digests() -> None:
    """Salted: nobody can try out words on a journal."""
    change = Changed("code", "name", (A, "b" * 32), Column(all=""), Column(each=("same", "same")))
    _, cells = seal((change,), A)
    assert len({cell.digest for cell in cells}) == 2


@pytest.mark.parametrize("path", sorted(ENTRIES.glob("*.json")), ids=lambda path: path.stem)
def test_entries_of_every_released_version_are_read_for_ever(path: Path) -> None:
    """Written by released programs; never edited. A new model needs a step in `upgrades`, not a new file."""
    kept = json.loads(path.read_text("utf-8"))
    data = kept["canonical"].encode()
    assert digest(data) == kept["digest"]
    import zstandard

    entry = decode(zstandard.compress(data))
    assert entry.verb == kept["verb"]
    assert [type(change).__name__ for change in entry.changes] == kept["changes"]


def test_damage_is_an_answer() -> None:
    import zstandard

    bomb = bytearray(zstandard.compress(b"0" * (1 << 20)))
    assert zstandard.get_frame_parameters(bytes(bomb)).content_size == 1 << 20
    bomb[5:9] = (0xF0, 0xFF, 0xFF, 0xFF)  # claims to hold four gigabytes
    for stored in (b"", b"not zstd", encode(an_entry())[1][:-4], bytes(bomb)):
        with pytest.raises(DamagedEntryError):
            decode(stored, "here")


def test_a_newer_model_is_refused_and_an_older_one_upgraded() -> None:
    with pytest.raises(upgrades.NewerModelError, match="Install a newer crosscase"):
        decode(encode(an_entry(model=upgrades.MODEL + 1))[1])

    def rename(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {**change, "kind": "code" if change.get("kind") == "label" else change.get("kind")} for change in changes
        ]

    old = [{"do": "added", "kind": "label"}]
    assert upgrades.upgraded(old, 1, (rename,)) == [{"do": "added", "kind": "code"}]
    assert upgrades.upgraded(old, 2, (rename,)) == old


@given(readings=st.lists(st.integers(-(10**9), 10**13), min_size=1))
def test_the_clock_only_goes_forward(readings: list[int]) -> None:
    last = 0
    for wall in readings:
        now = tick(last, max(0, wall))
        assert now > last
        assert milliseconds(now) >= max(0, wall)
        last = now


def header(  # noqa: PLR0917 - a line of a small picture
    name: str, chain: str, number: int, before: str = "", heads: tuple[str, ...] = (), clock: int = 0
) -> Header:
    return Header(name, name, chain, number, before, heads, clock or number)


def test_who_had_seen_what_follows_digests() -> None:
    headers = [
        header("a1", "A", 1, clock=1),
        header("b1", "B", 1, heads=("a1",), clock=2),
        header("a2", "A", 2, "a1", clock=3),
        header("b2", "B", 2, "b1", heads=("a2",), clock=4),
    ]
    seen = Seen(headers)
    assert seen.had_seen("b1", "a1")
    assert not seen.had_seen("b1", "a2")
    assert seen.had_seen("b2", "a2")
    assert not seen.had_seen("a2", "b1")
    assert seen.several()
    assert faults(headers) == []


def test_a_fork_is_two_branches_and_both_are_kept() -> None:
    """Somebody copied the file; both copies went on writing chain A from entry 1."""
    headers = [
        header("a1", "A", 1, clock=1),
        header("a2", "A", 2, "a1", clock=2),
        header("f2", "A", 2, "a1", clock=3),
        header("f3", "A", 3, "f2", clock=4),
        header("a3", "A", 3, "a2", heads=("f3",), clock=5),
    ]
    seen = Seen(headers)
    assert seen.branch("a2") == "A"
    assert seen.branch("f3") == seen.branch("f2") == "f2"
    assert not seen.had_seen("f3", "a2")
    assert seen.had_seen("f3", "a1")
    assert seen.had_seen("a3", "f2")
    assert not seen.had_seen("a2", "f2")
    assert faults(headers) == []


def test_what_is_wrong_with_chains_is_said() -> None:
    headers = [header("a2", "A", 2, "a1", clock=5), header("b3", "B", 3, "a2", clock=4)]
    assert {(fault.entry, fault.fault) for fault in faults(headers)} == {
        ("a2", "the entry before it is missing"),
        ("b3", "its number does not follow the entry before it"),
        ("b3", "its clock is not after what its author had seen"),
    }


def test_prose_merges_by_paragraph() -> None:
    base = "one\n\ntwo\n\nthree"
    assert merge(base, "ONE\n\ntwo\n\nthree", "one\n\ntwo\n\nTHREE") == ("ONE\n\ntwo\n\nTHREE", False)
    assert merge(base, "one\n\nthree", "one\n\ntwo\n\nthree\n\nfour") == ("one\n\nthree\n\nfour", False)
    assert merge(base, "one\n\n2\n\nthree", "one\n\nzwei\n\nthree") == ("one\n\nzwei\n\nthree", True)
    assert merge("", "mine", "yours") == ("yours", True)


PARAGRAPHS = st.lists(st.sampled_from(["a", "b", "c", "dd", "é"]), max_size=5).map("\n\n".join)


@given(base=PARAGRAPHS, one=PARAGRAPHS, two=PARAGRAPHS)
def test_prose_keeps_what_only_one_changed(base: str, one: str, two: str) -> None:
    assert merge(base, one, base)[0] == one
    assert merge(base, base, two)[0] == two
    assert merge(base, one, one) == (one, False)
    merged, clashed = merge(base, one, two)
    if not clashed:
        words = set(paragraphs(merged))
        assert {w.strip() for w in words} <= {p.strip() for t in (base, one, two) for p in paragraphs(t)}


def test_a_circle_is_seen_however_long() -> None:
    named: dict[str, str | None] = {"b": "a", "c": "b", "d": "c"}
    assert closes_circle(named, "a", "d")
    assert closes_circle(named, "a", "a")
    assert not closes_circle(named, "d", "a")
    assert not closes_circle(named, "a", None)


def _would(lines: list[Line], member: str) -> tuple[str | None, str | None]:
    """What an undo and what a redo by that member would turn round."""
    state = Standing(lines)
    backwards = [line for line in reversed(lines) if line.by == member]
    own = {line.entry for line in lines if line.by == member and not line.undoes}
    return next_undo(state, backwards, own), next_redo(state, backwards)


def test_undo_and_redo_go_through_a_members_own_acts() -> None:
    lines = [Line("1", "ann", ""), Line("2", "bob", ""), Line("3", "ann", "")]
    assert _would(lines, "ann") == ("3", None)
    lines += [Line("4", "ann", "3")]
    assert _would(lines, "ann") == ("1", "3")
    lines += [Line("5", "ann", "4")]
    assert _would(lines, "ann") == ("3", None)
    state = Standing(lines)
    assert [state.undone(name) for name in ("3", "4", "5")] == [False, True, False]
    assert (state.act_behind("5"), state.is_undo("4"), state.is_undo("5")) == ("3", True, False)
    lines += [Line("6", "ann", "5"), Line("7", "ann", "")]
    assert _would(lines, "ann") == ("7", None)


def test_an_act_brought_back_is_the_next_to_be_undone_again() -> None:
    lines = [Line(name, "ann", "") for name in "123"] + [Line("4", "ann", "1"), Line("5", "ann", "4")]
    assert _would(lines, "ann") == ("1", None)


def test_what_others_undid_is_passed_over_and_what_two_undid_is_undone_once() -> None:
    lines = [Line("1", "ann", ""), Line("2", "ann", ""), Line("3", "bob", "2")]
    assert _would(lines, "ann") == ("1", None)
    both = [*lines, Line("4", "ann", "2")]
    assert Standing(both).run("2") == ("3", "4")
    assert _would(both, "ann") == ("1", "2")
    assert _would(both, "bob") == (None, "2")
    again = [*both, Line("5", "bob", "4")]
    assert _would(again, "bob") == (None, None)
    state = Standing(again)
    assert [state.undone(name) for name in ("2", "3", "4", "5")] == [False, True, True, False]
    assert _would(again, "ann") == ("2", None)


def test_entries_that_turn_each_other_round_hold_nobody_up() -> None:
    state = Standing([Line("1", "ann", "2"), Line("2", "ann", "1")])
    assert state.act_behind("1") in {"1", "2"}


def test_a_column_stores_one_value_once() -> None:
    assert column(["x", "x"]) == Column(all="x")
    assert column([1, True]) == Column(each=(1, True))
    assert Erased("participant", A, {}).cells == {}
