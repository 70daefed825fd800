"""Opening the study that a command names: to read it, to act in it, or as it was.

`crosscase at` puts a `Moment` into the context, and whatever is read inside it is read from the study as it was then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from crosscase.cli.failures import looked_at_again

if TYPE_CHECKING:
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])

_ADDRESS = re.compile(r"postgres(?:ql)?(?:\+[a-z0-9]+)?://", re.IGNORECASE)


AS_HELP = ("Who acts; else CROSSCASE_MEMBER, or the only member.", "Who reads; else CROSSCASE_MEMBER.")
BECAUSE_HELP = "Why; the journal keeps the reason."
ACT_JSON_HELP = "Print JSON: the entry, and the ids of what changed."
JSON_HELP = "Print JSON."


ENCRYPTED = "crosscase.encrypted"
"""In Click's context: the study is encrypted, and what is written of it elsewhere is not."""


class Target(NamedTuple):
    """Where a study is: as it was typed, and as `Study.open` takes it."""

    shown: str
    place: Path | tuple[str, str]


class Moment(NamedTuple):
    """The study is read as it was then."""

    when: str


class Who(NamedTuple):
    """Who acts and why, as far as it was said, and whether the answer is wanted as JSON."""

    member: str = ""
    because: str = ""
    as_json: bool = False


class StudyType(click.ParamType[Target]):
    """A study file, or `postgresql://user@host/database#schema`."""

    name = "study"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """What was typed as a `Target`."""
        if isinstance(value, Target):
            return value
        if not value:
            self.fail("name the study: a file like peers.crosscase.", param, ctx)
        if not _ADDRESS.match(value):
            return Target(value, Path(value))
        address, mark, schema = value.rpartition("#")
        if not mark or not schema:
            self.fail(
                "an address needs the study's schema behind it: postgresql://user@host/database#peers.", param, ctx
            )
        return Target(f"#{schema}", (address, schema))


def target(function: F) -> F:
    """The study, as the first argument."""
    return click.argument("target", metavar="STUDY", type=StudyType())(function)


def acting_options(function: F) -> F:
    """`--as`, `--because` and `--json`, as one `who`."""

    def gathered(**given: Any) -> Any:
        who = Who(given.pop("as_member") or "", given.pop("because") or "", given.pop("as_json"))
        return function(who=who, **given)

    return with_options(
        function,
        gathered,
        click.option("--json", "as_json", is_flag=True, help=ACT_JSON_HELP),
        click.option("--because", metavar="TEXT", help=BECAUSE_HELP),
        click.option("--as", "as_member", metavar="MEMBER", help=AS_HELP[0]),
    )


def member_option(function: F) -> F:
    """`--as` for commands that read what is only shown to its author."""

    def gathered(**given: Any) -> Any:
        return function(who=Who(given.pop("as_member") or ""), **given)

    return with_options(
        function,
        gathered,
        click.option("--as", "as_member", metavar="MEMBER", help=AS_HELP[1]),
    )


def with_options(function: F, gathered: Callable[..., Any], *options: Callable[[Any], Any]) -> F:
    """`gathered` in the place of a function that has options already, with more of them."""
    gathered.__name__, gathered.__doc__ = function.__name__, function.__doc__
    gathered.__click_params__ = list(getattr(function, "__click_params__", []))  # type: ignore[attr-defined] # Click's
    for option in options:
        gathered = option(gathered)
    return gathered  # type: ignore[return-value] # it takes its place


def begin(target: Target) -> None:
    """Begin what takes long about opening a study, before the modules for it are imported: the key of its file."""
    if isinstance(target.place, Path):
        from crosscase.store.keys import begin_ahead

        begin_ahead(target.place)


def _mark(study: Study) -> None:
    """Let what is written of an encrypted study be known as not encrypted."""
    context = click.get_current_context(silent=True)
    if context is not None and study.store.key is not None:
        context.meta[ENCRYPTED] = True


@contextmanager
def acting(target: Target, who: Who) -> Iterator[Study]:
    """The study, open for acting."""
    begin(target)
    from crosscase.cli.passphrases import asked
    from crosscase.study import Study

    context = click.get_current_context(silent=True)
    moment = context.find_object(Moment) if context is not None else None
    if moment is not None:
        message = "The study as it was can only be read."
        raise click.UsageError(message, context)
    with _telling(Study.open(target.place, member=who.member or None, passphrase=asked)) as study:
        _mark(study)
        yield study.because(who.because) if who.because else study


@contextmanager
def _telling(study: Study) -> Iterator[Study]:
    """The study; what its user should know of it is said on standard error, when it is opened and when it is closed."""
    from crosscase.cli.output import note

    context = click.get_current_context(silent=True)
    if context is not None and study.store.path is not None:
        # Also what goes wrong when the study has been closed and its rows are printed.
        context.with_resource(looked_at_again(study.store.path, study.store.key))
    said = 0
    try:
        with study:
            for sentence in study.notes:
                note(sentence)
            said = len(study.notes)
            yield study
    finally:
        for sentence in study.notes[said:]:
            note(sentence)


@contextmanager
def reading(target: Target, who: Who | None = None) -> Iterator[Study]:
    """The study, open for reading: as it is, or as it was where `crosscase at` asks for that."""
    begin(target)
    from crosscase.cli.passphrases import asked
    from crosscase.study import Study

    member = who.member if who and who.member else None
    context = click.get_current_context(silent=True)
    moment = context.find_object(Moment) if context is not None else None
    with _telling(Study.open(target.place, member=member, writable=False, passphrase=asked)) as study:
        _mark(study)
        if moment is None:
            with _written_of(study, target):
                yield study
            return
        with study.at(moment.when) as then, _written_of(then, None):
            yield then.as_member(member) if member else then


@contextmanager
def _written_of(study: Study, target: Target | None) -> Iterator[None]:
    """What the command writes of the study, if it writes a file: see `leaving`."""
    context = click.get_current_context(silent=True)
    if context is None or not context.params.get("path"):
        yield
        return
    from crosscase.cli.leaving import begin as begin_product

    made = begin_product(study, target)
    yield
    if made is not None:
        made.ready()
