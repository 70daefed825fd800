"""One query language: what it means, and what it says when it is not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.frames.query import And, Limit, Near, Node, Not, Or, QueryError, Term, parse, term, terms


def w(*words: str) -> Term:
    """A term; a star says that a word only begins so."""
    return Term(tuple(word.rstrip("*") for word in words), tuple(word.endswith("*") for word in words))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("risk", w("risk")),
        ("  Café ", w("cafe")),
        ("risk*", w("risk*")),
        ("peer-led", w("peer", "led")),
        ("政府*", w("政", "府*")),
        ('"peer support"', w("peer", "support")),
        ("“peer work*”", w("peer", "work*")),
        ('"pee* work"', w("pee*", "work")),
        ('"peer wor"*', w("peer", "wor*")),
        ("don’t", w("don't")),
        ("a b", And((w("a"), w("b")))),
        ("a AND b and c", And((w("a"), w("b"), w("and"), w("c")))),
        ("a OR b c", Or((w("a"), And((w("b"), w("c")))))),
        ("(a OR b) c", And((Or((w("a"), w("b"))), w("c")))),
        ("a NOT b", And((w("a"), Not(w("b"))))),
        ("NOT NOT a", Not(Not(w("a")))),
        ("NOT (a b)", Not(And((w("a"), w("b"))))),
        ("a AND NOT case:STA1", And((w("a"), Not(Limit("case", "STA1"))))),
        ("NEAR(a b)", Near((w("a"), w("b")), 10)),
        ('NEAR (a* "b c" d,3)', Near((w("a*"), w("b", "c"), w("d")), 3)),
        ('NEAR("b c"* d , 0 )', Near((w("b", "c*"), w("d")), 0)),
        ("NEARBY near", And((w("nearby"), w("near")))),
        ("ANDROID ORange", And((w("android"), w("orange")))),
        ("Case:STA1", Limit("case", "STA1")),
        ('code:"peer expertise" x', And((Limit("code", "peer expertise"), w("x")))),
        ("age=36-45", Limit("age", "36-45", attribute=True)),
        ('"peer-led"="yes, jointly"', Limit("peer-led", "yes, jointly", attribute=True)),
        ("peer-led=yes", Limit("peer-led", "yes", attribute=True)),
        ("(a)(b)", And((w("a"), w("b")))),
        ("risk, trust", And((w("risk"), w("trust")))),
    ],
)
def test_trees(query: str, tree: Node) -> None:
    assert _unplaced(parse(query)) == tree


def _unplaced(node: Node) -> Node:
    if isinstance(node, Limit):
        return Limit(node.field, node.value, node.attribute)
    if isinstance(node, Not):
        return Not(_unplaced(node.node))
    if isinstance(node, And | Or):
        return type(node)(tuple(_unplaced(part) for part in node.nodes))
    return node


@pytest.mark.parametrize(
    ("query", "position", "said"),
    [
        ("", 0, "nothing in it"),
        ("   ", 0, "nothing in it"),
        ("risk AND", 8, "missing after AND"),
        ("risk OR OR x", 8, "missing after OR"),
        ("OR x", 0, "is missing"),
        ("a NOT", 5, "missing after NOT"),
        ("a )", 2, "closes nothing"),
        ("(a (b)", 0, "never closed"),
        ("()", 1, "is missing"),
        ('a "b', 2, "never closed"),
        ('""', 1, "no word"),
        ("a 👍", 2, "not words"),
        ("*", 0, "no word"),
        ("ri*sk", 2, "star"),
        ("*risk", 0, "star"),
        ("a -risk", 2, "NOT"),
        ("NEAR a", 0, "brackets"),
        ("NEAR(a", 0, "never closed"),
        ("NEAR(a)", 0, "at least two"),
        ("NEAR(a b, x)", 8, "number"),
        ("NEAR(a b, 3 c)", 8, "number"),
        ("NEAR(a OR b)", 7, "only words"),
        ("NEAR(a (b))", 7, "only words"),
        ("x ward:3", 2, "is no limit; limits are case, role"),
        ("case: STA1", 0, "no value"),
        ('case:""', 0, "no value"),
        (":x", 0, "no name"),
        ("=x", 0, "no name"),
    ],
)
def test_faults_are_named_with_their_place(query: str, position: int, said: str) -> None:
    with pytest.raises(QueryError, match="cannot be read") as caught:
        parse(query)
    assert (caught.value.position, said in caught.value.message) == (position, True), caught.value.message


def test_too_deep_is_told() -> None:
    for deep in ("(" * 5000 + "a" + ")" * 5000, "NOT " * 5000 + "a"):
        with pytest.raises(QueryError, match="too many"):
            parse(deep)


def test_an_error_reads_well() -> None:
    with pytest.raises(QueryError) as caught:
        parse("peer AND")
    assert caught.value.message == (
        "The query 'peer AND' cannot be read at the end: a word, a phrase or a limit is missing after AND."
    )
    assert caught.value.code == "bad-query"


def test_what_is_looked_for() -> None:
    tree = parse("a (b OR a) NOT c case:X NEAR(a d)")
    assert terms(tree) == (w("a"), w("b"), Near((w("a"), w("d")), 10))


def test_a_pattern_is_no_query() -> None:
    assert term("peer AND risk*") == w("peer", "and", "risk*")
    with pytest.raises(QueryError, match="no word"):
        term("...")


@given(st.text(alphabet='ab "()*:=,-ANDORTE1’👍é', max_size=30))
def test_everything_is_read_or_refused(query: str) -> None:
    position = 0
    try:
        parse(query)
    except QueryError as error:
        position = error.position
    assert 0 <= position <= len(query)
