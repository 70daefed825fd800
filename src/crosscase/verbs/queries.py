"""Keeping questions under a name, so that they can be asked again, by anybody who works on the study."""

from __future__ import annotations

from typing import get_args

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import Id, Query
from crosscase.model.queries import QueryNature, QueryWithin
from crosscase.store.act import Act
from crosscase.verbs.checks import choice, label, refuse_twin
from crosscase.verbs.registry import Verb

_NO_NAME = "A question that is kept needs a name."
NATURES = get_args(QueryNature)


class EmptyQueryError(BadValueError):
    """A question that asks for nothing."""

    code = "empty-query"

    def __init__(self) -> None:
        super().__init__("There is nothing to keep: the question is empty.")


class BadScopeError(BadValueError):
    """A scope that is not written as scopes are."""

    code = "bad-scope"

    def __init__(self) -> None:
        super().__init__("The scope has to be filters by their names, as JSON, or empty for everything.")


def check_scope(scope: str) -> None:
    """Check that a scope is filters as JSON, or empty.

    Raises:
        BadScopeError: it is not.
    """
    if scope:
        try:
            msgspec.json.decode(scope, type=dict[str, tuple[str, ...] | bool])
        except msgspec.DecodeError as error:
            raise BadScopeError from error


def save_query(
    act: Act,
    name: str,
    text: str,
    *,
    nature: QueryNature = "words",
    scope: str = "",
    within: QueryWithin = "turn",
    query: Id | None = None,
) -> Id:
    """Keep a question under a name; or, with the id of one that is kept, what it asks from now on.

    Args:
        nature: words, codings or context; each has its language.
        scope: filters by id as JSON; empty for everything.
        within: for codings, the unit in which codes lie together: turn, source or participant.
    """
    choice(within, QueryWithin, "unit in which codes lie together")
    choice(nature, QueryNature, "kind of question")
    name = label(name, _NO_NAME)
    if not text.strip():
        raise EmptyQueryError
    check_scope(scope)
    refuse_twin(act.rows(Query), "name", name, but=query or "")
    if query is None:
        return act.add(Query(name=name, nature=nature, text=text.strip(), scope=scope, within=within)).id
    act.get(Query, query)
    act.change(Query, query, name=name, nature=nature, text=text.strip(), scope=scope, within=within)
    return query


def rename_query(act: Act, query: Id, name: str) -> None:
    """Give a kept question another name."""
    act.get(Query, query)
    name = label(name, _NO_NAME)
    refuse_twin(act.rows(Query), "name", name, but=query)
    act.change(Query, query, name=name)


def remove_query(act: Act, query: Id) -> None:
    """Forget a kept question."""
    act.get(Query, query)
    act.remove_whole(Query, [query])


VERBS = (
    Verb("query.save", save_query, "code"),
    Verb("query.rename", rename_query, "code"),
    Verb("query.remove", remove_query, "code"),
)
