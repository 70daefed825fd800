"""Naming several sources at once: by name, by case, as a set, or all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from crosscase.model import Source
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])


def sources_options(function: F) -> F:
    """`[SOURCE]...`, `--case`, `--set` and `--all`."""
    for option in (
        click.option("--all", "every", is_flag=True, help="All sources."),
        click.option("--set", "sets", multiple=True, metavar="NAME", help="The sources of this set."),
        click.option("--case", "cases", multiple=True, metavar="CASE", help="The sources of this case."),
        click.argument("names", metavar="[SOURCE]...", nargs=-1),
    ):
        function = option(function)
    return function


def chosen_sources(
    study: Study, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], *, every: bool
) -> list[Source]:
    """The sources that are meant, in their order.

    Raises:
        NotFoundError, AmbiguousError: a name that fits none, or several.
    """
    from crosscase.model import Case, Interview, Participant, Set, SetMember, Source

    known = sorted(study.rows(Source), key=lambda one: (one.position, one.name, one.id))
    if not (names or cases or sets or every):
        message = "Say which sources: by name, --case, --set or --all."
        raise click.UsageError(message, click.get_current_context(silent=True))
    if every:
        return known
    wanted = {study.find(Source, name).id for name in names}
    for name in sets:
        wanted |= {one.thing for one in study.rows(SetMember, set=study.find(Set, name).id)}
    here = {study.find(Case, name).id for name in cases}
    meetings = {one.id: one.case for one in study.rows(Interview)} if here else {}
    people = {one.id: one.case for one in study.rows(Participant)} if here else {}
    for source in known if here else ():
        case = source.case or meetings.get(source.interview or "") or people.get(source.participant or "")
        if case in here:
            wanted.add(source.id)
    return [source for source in known if source.id in wanted]
