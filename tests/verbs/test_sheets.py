"""Sheets of cases and participants: what would become of a cell, and all of it as one act or none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from crosscase.errors import CrosscaseError
from crosscase.model import AttributeValue, Case, Consent, Id, Participant
from crosscase.reads.sheets import SheetOf, sheet
from crosscase.verbs.attributes import add_attribute
from crosscase.verbs.cases import add_case
from crosscase.verbs.participants import add_participant
from crosscase.verbs.sample import add_role
from crosscase.verbs.sheets import Filled, PlannedCell, SheetLine, SheetRefusedError, fill_sheet, planned
from crosscase.verbs.study import change_settings
from tests.verbs.conftest import Desk


class Peers:
    """Two cases, two roles, two people, an attribute of every type; and the grammar."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.sta3, self.vol1 = desk.do(add_case, "STA3"), desk.do(add_case, "VOL1")
        self.manager = desk.do(add_role, "team manager", codes=["MA"])
        self.strategic = desk.do(add_role, "strategic manager", codes=["SM", "CO"])
        desk.do(change_settings, grammar="{case}{role}{number:02}")
        self.one = desk.do(add_participant, "STA3MA01")
        self.two = desk.do(add_participant, "STA3MA02")
        self.age = desk.do(add_attribute, "participant", "age", type="number")
        self.born = desk.do(add_attribute, "participant", "born", type="date")
        self.gender = desk.do(add_attribute, "participant", "gender", type="one-of", options=["woman", "man"])
        self.paid = desk.do(add_attribute, "participant", "paid", type="boolean")
        self.langs = desk.do(add_attribute, "participant", "languages", type="many-of", options=["en", "fr"])

    def plan(self, *lines: SheetLine, of: SheetOf = "participant", extend: bool = False) -> list[PlannedCell]:
        return planned(self.desk.store, of, lines, extend=extend)

    def why(self, row: Id, column: str, text: str) -> str:
        """Why a cell cannot be so; of a line alone."""
        return "".join(one.why for one in self.plan(line(row, {column: text})))

    def after(self, row: Id, column: str, text: str) -> dict[str, str]:
        """What would change in a line."""
        return {one.column: one.after for one in self.plan(line(row, {column: text})) if one.before != one.after}

    def fill(self, *lines: SheetLine, of: SheetOf = "participant", extend: bool = False) -> Filled:
        return self.desk.do(fill_sheet, of, lines, extend=extend)

    def cells(self, row: Id, of: SheetOf = "participant") -> dict[str, str]:
        found = sheet(self.desk.store, of)
        (cells,) = (each.cells for each in found.rows if each.id == row)
        return {column.key: cell for column, cell in zip(found.columns, cells, strict=True) if cell}


def line(row: Id, cells: Mapping[str, str]) -> SheetLine:
    return SheetLine(row=row, cells=dict(cells))


@pytest.fixture
def peers(desk: Desk) -> Peers:
    return Peers(desk)


def test_an_identifier_is_checked_and_says_case_and_role(peers: Peers) -> None:
    assert "does not follow this study's grammar" in peers.why(peers.one, "identifier", "STA3XX01")
    assert "There is a participant 'STA3MA02' already" in peers.why(peers.one, "identifier", "sta3ma02")
    assert peers.after(peers.one, "identifier", "VOL1CO04") == {
        "identifier": "VOL1CO04", "case": "VOL1", "role": "strategic manager"
    }  # fmt: skip
    assert "needs an identifier" in peers.why(peers.one, "identifier", " ")


def test_case_and_role_must_go_with_the_identifier(peers: Peers) -> None:
    assert "'STA3MA01' says case STA3" in peers.why(peers.one, "case", "VOL1")
    assert "There is no case 'NONE'" in peers.why(peers.one, "case", "NONE")
    assert "There is no role 'boss'" in peers.why(peers.one, "role", "boss")
    assert peers.plan(line(peers.one, {"case": "sta3", "role": "Team Manager"})) != []
    assert not [one for one in peers.plan(line(peers.one, {"case": "sta3", "role": "Team Manager"})) if one.why]


def test_identifiers_can_change_places_in_one_act(peers: Peers) -> None:
    lines = (line(peers.one, {"identifier": "STA3MA02"}), line(peers.two, {"identifier": "STA3MA01"}))
    assert not [one.why for one in peers.plan(*lines) if one.why]
    peers.fill(*lines)
    assert peers.desk.get(Participant, peers.one).identifier == "STA3MA02"


@pytest.mark.parametrize(
    ("column", "reads", "wrong"),
    [
        ("age", ("41,5", "41.5"), ("old", "takes numbers")),
        ("born", ("3 May 1971", "1971-05-03"), ("3/4/1971", "without guessing")),
        ("gender", ("WOMAN", "woman"), ("wmoan", "Did you mean 'woman'")),
        ("paid", ("Ja", "yes"), ("perhaps", "takes yes or no")),
        ("langs", ("FR; en", "en; fr"), ("en; xx", "'xx' is not an option")),
    ],
)
def test_values_are_read_by_the_type_of_their_attribute(
    peers: Peers, column: str, reads: tuple[str, str], wrong: tuple[str, str]
) -> None:
    key, (good, kept), (bad, why) = getattr(peers, column), reads, wrong
    assert peers.after(peers.one, key, good) == {key: kept}
    assert why in peers.why(peers.one, key, bad)
    assert "Nothing was" not in peers.why(peers.one, key, bad)
    peers.fill(line(peers.one, {key: good}))
    assert peers.cells(peers.one)[key] == kept
    assert peers.fill(line(peers.one, {key: ""})).cells == 1
    assert key not in peers.cells(peers.one)


def test_options_are_added_where_they_may_be(peers: Peers) -> None:
    lines = (line(peers.one, {peers.gender: "other"}), line(peers.two, {peers.gender: "Other"}))
    assert [(one.option, bool(one.why)) for one in peers.plan(*lines)] == [(True, True), (True, True)]
    assert [(one.option, one.why, one.after) for one in peers.plan(*lines, extend=True)] == [(True, "", "other")] * 2
    peers.fill(*lines, extend=True)
    assert {one.value for one in peers.desk.rows(AttributeValue, attribute=peers.gender)} == {"other"}


def test_consent_is_filled_in_and_an_empty_cell_is_not_asked(peers: Peers) -> None:
    peers.fill(line(peers.one, {"consent.verbatim": "Y", "consent.until": "31.3.2031"}))
    (held,) = peers.desk.rows(Consent)
    assert (held.verbatim, held.until, held.archive) == ("yes", "2031-03-31", "not asked")
    assert "is no answer" in peers.why(peers.one, "consent.archive", "maybe")
    assert "is no day on which a consent can end" in peers.why(peers.one, "consent.until", "soon")
    peers.fill(line(peers.one, {"consent.verbatim": ""}))
    assert peers.desk.rows(Consent)[0].verbatim == "not asked"


def test_new_people_come_with_everything_or_not_at_all(peers: Peers) -> None:
    fresh = (
        line("", {"case": "VOL1", "role": "team manager", peers.age: "33", "consent.archive": "no"}),
        line("", {"case": "VOL1", "role": "CO"}),
    )
    done = peers.fill(*fresh)
    assert [peers.cells(one)["identifier"] for one in done.added] == ["VOL1MA01", "VOL1CO01"]
    assert peers.cells(done.added[0])[peers.age] == "33"
    assert peers.cells(done.added[0])["consent.archive"] == "no"
    with pytest.raises(SheetRefusedError, match=r"line 2, Identifier: .*grammar.* Nothing was changed"):
        peers.fill(line("", {"identifier": "VOL1MA07"}), line("", {"identifier": "who?"}))
    assert "VOL1MA07" not in {one.identifier for one in peers.desk.rows(Participant)}


def test_what_stays_is_not_held_against_a_grammar_that_came_later(peers: Peers) -> None:
    peers.desk.do(change_settings, grammar="")
    odd = peers.desk.do(add_participant, "Anna's friend")
    peers.desk.do(change_settings, grammar="{case}{role}{number:02}")
    assert peers.after(odd, "identifier", "Anna's friend") == {}
    assert peers.fill(line(odd, {"identifier": "Anna's friend", "note": "rang back", peers.age: "20"})).cells == 2


def test_cases_are_filled_in_too(peers: Peers) -> None:
    sector = peers.desk.do(add_attribute, "case", "sector", type="one-of", options=["public", "voluntary"])
    assert "There is a case 'VOL1' already" in "".join(
        one.why for one in peers.plan(line(peers.sta3, {"code": "vol1"}), of="case")
    )
    assert "needs a code" in "".join(one.why for one in peers.plan(line("", {"name": "x"}), of="case"))
    done = peers.fill(
        line(peers.sta3, {"name": " State  three ", sector: "public"}), line("", {"code": "FEN", "description": "x"}),
        of="case",
    )  # fmt: skip
    assert peers.cells(peers.sta3, "case") == {
        "code": "STA3", "name": "State three", sector: "public", "participants": "2"
    }  # fmt: skip
    assert peers.desk.get(Case, done.added[0]).position == 3


def test_what_is_not_there_is_refused(peers: Peers) -> None:
    for wrong in (line("f" * 32, {"note": "x"}), line(peers.one, {"sources": "3"}), line(peers.one, {"name": "x"})):
        with pytest.raises(CrosscaseError):
            peers.plan(wrong)
