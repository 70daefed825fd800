"""Files that leave the study: what consent does not cover is held back, and what left is put on record.

Whatever a command writes with `-o` is a product; what it prints, as a table or as JSON, is the team's own reading and
holds everything. `session.reading` begins a `Product` for a command with a file to write, `Out` and the commands that
write participants' words use it, and when the command is done it is put on record: always for reports, exports and
audits, else where somebody's words are in it.

What a careful reader would get wrong: a record is an entry, and a study looked at as it was has none made; nor has one
that nobody may write, or in which nobody can be named. The file is written all the same, and one line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from crosscase.reads.outgoing import Outgoing

if TYPE_CHECKING:
    from crosscase.cli.session import Target
    from crosscase.model import Coding, Id
    from crosscase.model.conduct import ProductNature
    from crosscase.reads.codebook import CodeLine
    from crosscase.reads.codings import CodingLine
    from crosscase.study import Study

F = TypeVar("F", bound=Callable[..., Any])

_KEY: Final = __name__
_OFF: Final = f"{__name__}.off"
_NAMED_MOST: Final = 10
TABLES: Final = (".csv", ".tsv", ".xlsx")


def record_option(function: F) -> F:
    """`--no-record`, for commands that write participants' words."""

    def noted(context: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            context.meta[_OFF] = True

    option = click.option(
        "--no-record", is_flag=True, expose_value=False, callback=noted,
        help="Do not put the file on record ('crosscase products').",
    )  # fmt: skip
    return option(function)


class Product(Outgoing):
    """A file that a command writes: what may be in it is decided by `Outgoing`, that it is there is told here."""

    def __init__(self, study: Study, path: Path, target: Target | None) -> None:
        """Begin it.

        Args:
            study: open, at the moment that is written.
            path: of the file.
            target: where to put it on record; None for a study as it was.
        """
        super().__init__(study.leaving())
        self.path = path
        self.nature: ProductNature = "export"
        self.version = study.standpoint().version if target is not None else ""
        self._target = target
        self._people: set[Id] = set()
        self._written = False
        self._done = False

    def ready(self) -> None:
        """Read what is needed while the study is still open."""
        if not self._done:
            self.leaving.writing("")

    def written(self, *, people: Iterable[Id] = (), nature: ProductNature = "export", told: bool = False) -> None:
        """Say that the file is there.

        Args:
            people: those whose words are in it, besides those that `words` was asked for.
            nature: what it is.
            told: what was held back has been said already.
        """
        from crosscase.cli.output import note

        self._people = {*people, *self.leaving.printed}
        self.nature, self._done = nature, True
        if not told:
            for one in self.leaving.withheld[:_NAMED_MOST]:
                note(f"Not written: {one.source}, {one.start}-{one.end} ({', '.join(one.participants)}): {one.why}.")
            more = len(self.leaving.withheld) - _NAMED_MOST
            if more > 0:
                note(f"Nor were {more:,} more; each says so in the file.")
            if self.leaving.printed:
                note(self.leaving.sentence())
        if not self._written:
            self._written = True
            context = click.get_current_context()
            context.call_on_close(lambda: self._record(context))

    def _record(self, context: click.Context) -> None:
        if self._target is None or context.meta.get(_OFF) or (self.nature == "export" and not self._people):
            return
        put_on_record(
            self._target, self.nature, self.path, self.version, self._people, member=context.params.get("as_member")
        )


def put_on_record(
    target: Target, nature: ProductNature, path: Path, version: str, people: Iterable[Id], *, member: str | None = None
) -> None:
    """Put a file on record; where that cannot be, one line says why."""
    from crosscase.cli.failures import in_words
    from crosscase.cli.output import counted, note
    from crosscase.cli.session import Who, acting
    from crosscase.verbs.products import record_product

    whose = sorted(set(people))
    try:
        with acting(target, Who(member or "")) as study:
            done = study.do(
                record_product, nature, path.name, form=path.suffix.removeprefix(".").lower(), version=version,
                participants=whose,
            )  # fmt: skip
    except Exception as error:
        why = in_words(error)
        if not why:
            raise
        note(f"Not put on record: {why}")
        return
    if done.entry:
        words = f"with the words of {counted(len(whose), 'participant')}" if whose else "with nobody's words"
        note(f"On record: {path.name}, {words} ('crosscase products {target.shown}').")


def begin(study: Study, target: Target | None) -> Product | None:
    """The product of the command that is running, if it writes a file."""
    context = click.get_current_context(silent=True)
    path = context.params.get("path") if context is not None else None
    if context is None or not path:
        return None
    made = Product(study, Path(path), target)
    context.meta[_KEY] = made
    return made


def product() -> Product | None:
    """The product that was begun; None where a command only prints."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_KEY) if context is not None else None


def lines_out(lines: list[CodingLine], codings: Iterable[Coding]) -> tuple[list[CodingLine], list[str] | None]:
    """Codings as they may be written, and for each what is on record; as they are where nothing is written."""
    from crosscase.reports.data_tables import codings_out

    made = product()
    return (lines, None) if made is None else codings_out(made, lines, codings)


def examples_out(study: Study, lines: list[CodeLine]) -> list[CodeLine]:
    """Codes with their examples as they may be written: what somebody said may leave where somebody may be quoted."""
    from crosscase.reports.data_tables import examples_out as outgoing_examples

    made = product()
    return lines if made is None else outgoing_examples(study, made, lines)


def standing(made: Product, source: Id, start: int, end: int) -> str:
    """What is on record of those whose words a stretch is, in a word or two."""
    return "withheld" if made.leaving.refusal(source, start, end) else made.leaving.standing(source, start, end)
