"""What commands print: tables, JSON, results, and what an act did.

On a terminal a table is drawn with rich and fits its width; elsewhere it is plain text in columns, without colour,
never wrapped and never cut, so that it can be searched and compared. `--json` prints JSON instead, with the names that
`docs/reference/cli.md` lists; `-o FILE` writes a file instead, as its ending says.

Control characters in people's words are shown, not obeyed: a transcript must not be able to write to the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from crosscase.cli.session import ENCRYPTED, JSON_HELP, Who, with_options

if TYPE_CHECKING:
    from crosscase.analyses.result import Result
    from crosscase.model.table import Table
    from crosscase.study import Done, Study

F = TypeVar("F", bound=Callable[..., Any])

TABLE_FILES = (".csv", ".tsv", ".xlsx", ".html")
RESULT_FILES = (".csv", ".tsv", ".xlsx", ".svg", ".png", ".html")

_CONTROLS = {n: chr(0x2400 + n) for n in range(32) if chr(n) not in "\n\t"} | {0x7F: "\u2421"}
_CONTROLS |= dict.fromkeys(range(128, 160), "�") | dict.fromkeys((0x202A, 0x202B, 0x202D, 0x202E), "\ufffd")


class OutputPath(click.Path):
    """A file to be written, whose ending has to be one of a few."""

    def __init__(self, endings: Sequence[str]) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self.endings = tuple(endings)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path, when its ending and its folder will do."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.suffix.lower() not in self.endings:
            self.fail(f"{path.name!r} has to end in one of {', '.join(self.endings)}.", param, ctx)
        if not path.absolute().parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r}.", param, ctx)
        return path


class Out(NamedTuple):
    """How the answer is wanted: as JSON, in a file, or (neither) as a table."""

    as_json: bool = False
    path: Path | None = None

    def table(
        self,
        table: Table,
        data: Any,
        *,
        invented: str = "",
        consent: Sequence[str] | None = None,
        verbatim: Collection[str] = (),
    ) -> None:
        """A table, or its data as JSON.

        Args:
            table: for people, and for the file.
            data: for JSON.
            invented: words that made-up data must carry.
            consent: for each row what is on record of those whose words are in it, for the file.
            verbatim: keys of columns with participants' words: see `leaving`.
        """
        if self.path is not None:
            write([table], self.path, invented=invented, consent=consent, verbatim=verbatim)
            told_written(self.path)
        elif self.as_json:
            print_json(data)
        else:
            print_table(table)

    def result(
        self, result: Result, *, consent: Sequence[str] | None = None, verbatim: Collection[str] = (), **options: Any
    ) -> None:
        """The outcome of an analysis; `options` are those of its table, the others as for `table`."""
        if self.path is not None:
            write_result(result, self.path, consent=consent, verbatim=verbatim, **options)
            told_written(self.path)
        elif self.as_json:
            print_json(result.to_dict())
        else:
            print_table(result.table(**options))


def table_output(function: F) -> F:
    """`--json` and `-o` for a table, as `out`."""
    return _outputs(function, TABLE_FILES)


def result_output(function: F) -> F:
    """`--json` and `-o` for the outcome of an analysis, as `out`."""
    return _outputs(function, RESULT_FILES)


def json_option(function: F) -> F:
    """`--json`, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=JSON_HELP)(function)


def _outputs(function: F, endings: tuple[str, ...]) -> F:
    def gathered(**given: Any) -> Any:
        return function(out=Out(given.pop("as_json"), given.pop("path")), **given)

    listed = ", ".join(ending.removeprefix(".") for ending in endings)
    return with_options(
        function,
        gathered,
        click.option(
            "-o", "--output", "path", type=OutputPath(endings), metavar="FILE", help=f"Write a file: {listed}."
        ),
        click.option("--json", "as_json", is_flag=True, help=JSON_HELP),
    )


def shown(text: str) -> str:
    """Text with control characters made visible."""
    return text.translate(_CONTROLS)


def say(text: str) -> None:
    """A sentence on standard output."""
    click.echo(shown(text))


def note(text: str) -> None:
    """A sentence beside the output: on standard error."""
    click.echo(shown(text), err=True)


def told_written(path: Path) -> None:
    """Says which file was written."""
    say(f"Written: {path}")
    told_plain(path)


def told_plain(path: Path) -> None:
    """Says, once in a command, that a file that was written can be read by anybody, where the study is encrypted."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.pop(ENCRYPTED, False):
        note(f"{path.name} is not encrypted, as the study is: whoever has the file can read it.")


def counted(count: int, word: str, plural: str = "") -> str:
    """A number with its word: `1 coding`, `1,500 codings`."""
    return f"{count:,} {word if count == 1 else plural or word + 's'}"


def told(done: Done[Any], sentence: str, who: Who, **more: Any) -> None:
    """What an act did: a sentence, or JSON with the entry and the ids of what changed.

    As JSON the acts of one command are printed together at its end: one as an object, several as `{"acts": […]}`.
    """
    if not who.as_json:
        say(sentence if done.entry else "It is so already; nothing was changed.")
        return
    context = click.get_current_context()
    acts: list[dict[str, Any]] = context.meta.setdefault(__name__, [])
    if not acts:
        context.call_on_close(lambda: print_json(acts[0] if len(acts) == 1 else {"acts": acts}))
    acts.append({"entry": done.entry, "verb": done.verb, "changed": done.changed, **more})


def went(gone: Mapping[str, int]) -> str:
    """What was removed, in words: `1 code, 12 codings`."""
    return ", ".join(counted(count, kind.replace("_", " ")) for kind, count in gone.items() if count) or "nothing"


def study_table(study: Study, out: Out, table: Table, data: Any) -> None:
    """Print a table of a study, with the words that made-up data must carry as its first note."""
    import msgspec

    invented = study.settings().invented
    if invented:
        table = msgspec.structs.replace(table, notes=(invented, *table.notes))
    out.table(table, data, invented=invented)


def print_json(data: Any) -> None:
    """JSON for programs: stable names, two spaces, UTF-8 where the output can have it."""
    import json

    import msgspec

    unicode = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "").startswith("utf")
    click.echo(json.dumps(msgspec.to_builtins(data), ensure_ascii=not unicode, indent=2))


def write_json(data: Any, path: Path) -> None:
    """The same in a file, which is whole or not there."""
    import msgspec

    from crosscase.exporters.tables import write_whole

    write_whole(path, msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n")


def print_table(table: Table) -> None:
    """A table for people."""
    if sys.stdout.isatty():
        _draw(table)
    else:
        click.echo(plain(table))


def plain(table: Table) -> str:
    """A table as text in columns; a line break in a cell becomes ` / `."""
    from rich.cells import cell_len

    from crosscase.model.table import printed

    rows = [[column.heading for column in table.columns]]
    rows += [[printed(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    rows = [[shown(" / ".join(cell.splitlines())) for cell in row] for row in rows]
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(table.columns))]
    right = [column.nature != "text" for column in table.columns]

    def line(row: Sequence[str]) -> str:
        cells = []
        for cell, width, to_right in zip(row, widths, right, strict=True):
            room = " " * (width - cell_len(cell))
            cells.append(room + cell if to_right else cell + room)
        return "  ".join(cells).rstrip()

    head = [shown(table.title)] if table.title else []
    body = [line(rows[0]), "  ".join("-" * width for width in widths), *map(line, rows[1:])] if table.columns else []
    return "\n".join([*head, *body, *(shown(f"Note. {one}") for one in table.notes)])


def _draw(table: Table) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    from crosscase.model.table import printed

    console = Console(soft_wrap=False, highlight=False)
    for number, part in enumerate(_parts(table, console.width)):
        title = table.title if not number else f"{table.title} (continued)"
        drawn = Drawn(title=Text(shown(title)), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
        for at in part:
            column = table.columns[at]
            drawn.add_column(
                Text(shown(column.heading)), justify="left" if column.nature == "text" else "right", overflow="fold"
            )
        for row in table.rows:
            drawn.add_row(*(Text(shown(printed(row[at], table.columns[at]))) for at in part))
        console.print(drawn)
    for one in table.notes:
        console.print(Text(shown(one)), style="dim")


_NARROWEST, _MOST_LINES, _GAP = 6, 3, 3


def _parts(table: Table, width: int) -> list[list[int]]:
    """Which columns stand beside each other: the first in every part, the others as they fit without being squeezed."""
    from rich.cells import cell_len

    from crosscase.model.table import printed

    def wanted(at: int) -> int:
        """Room for the longest word, and for the longest cell in a few lines."""
        column = table.columns[at]
        texts = [column.heading, *(printed(row[at], column) for row in table.rows)]
        longest = max((cell_len(line) for text in texts for line in text.splitlines()), default=0)
        word = max((cell_len(part) for text in texts for part in text.split()), default=0)
        return max(_NARROWEST, min(longest, max(word, longest // _MOST_LINES + 2), width // 2)) + _GAP

    if not table.columns:
        return [[]]
    first = wanted(0)
    parts: list[list[int]] = [[0]]
    used = first
    for at in range(1, len(table.columns)):
        need = wanted(at)
        if used + need > width and len(parts[-1]) > 1:
            parts.append([0])
            used = first
        parts[-1].append(at)
        used += need
    return parts


def write_result(
    result: Result, path: Path, *, consent: Sequence[str] | None = None, verbatim: Collection[str] = (), **options: Any
) -> None:
    """The outcome of an analysis as a file: a table with all its numbers, or a figure."""
    ending = path.suffix.lower()
    if ending in {".svg", ".png", ".html"}:
        from crosscase.cli.leaving import product
        from crosscase.exporters.figures import write_figure

        made, specification = product(), result.chart().to_dict()
        write_figure(made.figure(specification) if made else specification, path)
        return
    from crosscase.reports.result_files import invented, tables_of

    tables = tables_of(result, **options)
    write(tables, path, invented=invented(result), consent=consent, verbatim=verbatim)


def write(
    tables: Sequence[Table], path: Path, *, invented: str = "", consent: Sequence[str] | None = None,
    verbatim: Collection[str] = (),
) -> None:  # fmt: skip
    """Tables as a file, as they may leave the study."""
    from crosscase.cli.leaving import product
    from crosscase.exporters.tables import write_tables

    made = product()
    held = [made.table(one, consent, verbatim) for one in tables] if made else tables
    write_tables(held, path, invented=invented)
    if made:
        made.written()
