"""The page `docs/reference/cli.md`, written from the commands themselves.

`python -m crosscase.cli.reference docs/reference/cli.md` writes it; a test compares it with the commands and says so
when it is stale. Gives usage, help, options, examples and what `--json` prints, as they stand in the code.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crosscase.cli.answers import ANALYSES, ANSWERS, in_words
from crosscase.cli.listing import SECTIONS
from crosscase.cli.session import ACT_JSON_HELP, AS_HELP, BECAUSE_HELP, JSON_HELP
from crosscase.cli.shape import Command, Group, load

COMMAND = "python -m crosscase.cli.reference docs/reference/cli.md"

_COMMON = frozenset(AS_HELP) | {BECAUSE_HELP, ACT_JSON_HELP, JSON_HELP}
"""Options that many commands have and that are described once, at the head of the page."""

_HEAD = f"""\
# The command line

`crosscase COMMAND STUDY …`: the study comes first, a file like `peers.crosscase` or a PostgreSQL schema,
`postgresql://user@host/database#schema`. In groups of commands it may stand before or behind the command's name.

<!-- Made from the commands. Do not edit; run: {COMMAND} -->

**Who acts.** Every command that changes the study takes `--as MEMBER` (else `CROSSCASE_MEMBER`, else the only member),
`--because TEXT` (the reason, which the journal keeps) and `--json`; they are not listed again below. `--json` is taken
wherever something is shown, too.

**Names.** Cases go by code, participants by identifier, codes by label or path (`Support / Supervision`), the rest by
name; case and outer blanks do not matter. Whatever has no name (codings, marks, memos, entries) goes by its id, as it
is shown or with more of its end.

**Output.** On a terminal, tables are drawn and fit its width. Elsewhere they are plain text in columns, without colour,
never wrapped or cut. `--json` prints JSON instead, `-o FILE` writes a file, as its ending says. Files of analyses:
`csv` and `tsv` hold every number of every cell in a column of its own; `xlsx` has that and the table as people read it;
`svg`, `png` and `html` are figures. What was asked for goes to standard output; progress, refusals of files and remarks
go to standard error.

**Made-up data.** A study that says it is invented says so in every table, file and figure; in `csv` in a column of its
own.

**Content notes.** Passages under a content note are covered in lists and searches until `--covered` asks for them.
Files and JSON hold the words, and beside them what they are covered for.

**Exit status.** 0 done · 1 refused, or a check found something · 2 wrong use · 130 stopped · 141 nobody read the
output. A refusal is one message that says what is wrong and what to do; nothing was changed. `CROSSCASE_DEBUG=1` shows
where in the program something happened.

**JSON of acts.** Whatever changes the study prints `{{entry, verb, changed}}` with `--json`: the entry of the journal
(empty where nothing had to be changed), and the ids of rows it touched, by kind; several acts of one command as
`{{acts: […]}}`. Names given below come in addition, or in the place of it where a command only reads.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for section, listed in SECTIONS:
        yield f"## {section}\n"
        for one in listed:
            found = load(one.name)
            yield from _entry(f"crosscase {one.name}", found, None)
            if isinstance(found, Group):
                for name, below in found.commands.items():
                    yield from _entry(f"crosscase {one.name} {name}", below, found)


def _entry(path: str, command: click.Command, of: Group | None) -> Iterator[str]:
    name = path.removeprefix("crosscase ")
    yield f"{'####' if of else '###'} {name}\n"
    yield f"```text\n{_usage(path, command, of)}\n```\n"
    yield f"{_help(command)}\n"
    if isinstance(command, Group):
        if command.default:
            yield f"Without a command: `{command.default}`.\n"
    else:
        own = [param for param in command.params if isinstance(param, click.Option) and param.help not in _COMMON]
        rows = [_option(param) for param in own]
        if rows:
            yield "| Option | |\n| --- | --- |\n" + "\n".join(rows) + "\n"
    examples = getattr(command, "examples", ())
    if examples:
        yield "```sh\n" + "\n".join(examples) + "\n```\n"
    if name in ANSWERS:
        shape = ANSWERS[name]
        words = in_words(shape)
        yield f"JSON: {words}.\n" if isinstance(shape, str) else f"JSON: `{words}`.\n"
    if name in ANALYSES:
        yield f"JSON: as in [analyses](analyses.md): {ANALYSES[name]}.\n"


def _usage(path: str, command: click.Command, of: Group | None) -> str:
    if isinstance(command, Group):
        return f"{path} STUDY COMMAND [ARGS]..."
    arguments = [_metavar(param) for param in command.params if isinstance(param, click.Argument)]
    head, _, last = path.rpartition(" ")
    begins = f"{head} STUDY {last}" if of else f"{path} STUDY"
    rest = [argument for argument in arguments if argument != "STUDY"]
    return " ".join([begins, "[OPTIONS]", *rest])


def _metavar(param: click.Argument) -> str:
    return param.make_metavar(click.Context(Command("crosscase")))


def _help(command: click.Command) -> str:
    text = inspect.cleandoc(command.help or "")
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _option(param: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    words = (param.help or "").replace("|", "\\|")
    return f"| {names}{_value(param)} | {words}{_default(param)} |"


def _value(param: click.Option) -> str:
    if param.is_flag or param.count:
        return ""
    if isinstance(param.type, click.Choice):
        return " " + " / ".join(f"`{choice}`" for choice in param.type.choices)
    return f" {param.metavar or param.type.name.upper()}"


def _default(param: click.Option) -> str:
    shown: Any = param.default if param.show_default and not param.is_flag else None
    return f" Default: {shown}." if shown not in (None, "", ()) else ""


def main() -> None:
    """Write the page to the file named, or print it."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(reference(), "utf-8")
    else:
        print(reference())  # noqa: T201 - it is what was asked for


if __name__ == "__main__":
    main()
